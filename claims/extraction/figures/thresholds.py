"""Marks that an amount reaches or passes ("topped the 5 million mark"), and the most that it may reach."""

from typing import Final

from claims.extraction.scan import CLAUSE_ENDS

from .amounts import Reading
from .counted import Phrase, is_plural
from .countedwords import CountedWords
from .pairs import PairWords
from .tokens import Tokens

REACH: Final = 24
"""So many tokens back the clause is read whose subject passes the mark."""
LED_UP: Final = 3
"""So many tokens at most stand between the least and the most that a number may be: ", and perhaps"."""


def mark_passed(tokens: Tokens, first: int, end: int, words: CountedWords) -> tuple[str, int] | None:
    """The bound of the amount of tokens first..end where it is a mark that something passed: ("more_than", first token of the
    verb)."""
    if tokens.at[end] not in words.marks:
        return None
    verb = first - 1 - (tokens.at[first - 1] in words.determiners)
    return ("more_than", verb) if verb >= 0 and tokens.words[verb] in words.marks_passed else None


def reaches_up(tokens: Tokens, left: Reading, right: Reading, pairs: PairWords) -> bool:
    """Whether the second number tells how many the first may be at most: "at least 30 and perhaps up to 45 miners"."""
    if left.bound != "at_least" or right.bound != "at_most" or not left.end < right.bound_first <= left.end + LED_UP:
        return False
    between = tokens.words[left.end : right.bound_first]
    joint = between[1] if between[0] == "," and len(between) > 1 else between[0]
    return joint in pairs.joining or joint in pairs.either


def passing(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The things of which the clause before token `index` tells that they reach a mark: its first plural ("the number of songs
    sold in May topped"), else its number itself ("membership passed")."""
    start = index
    while start > 0 and index - start < REACH and tokens.words[start - 1] not in CLAUSE_ENDS:
        start -= 1
    for at in range(start, index):
        if is_plural(tokens.words[at], words) and tokens.words[at] not in words.stops:
            return at, at + 1
    return next(((at, at + 1) for at in range(start, index) if tokens.words[at] in words.numbers_of), None)
