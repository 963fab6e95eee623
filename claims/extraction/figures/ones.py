"""Ones that count, told from those that stand for a thing or bring one in."""

from typing import Final

from claims.extraction.scan import HYPHENS, OWNING

from .counted import is_plural, phrase_after
from .grammar import Grammar
from .labels import counts_something
from .numberwords import ONE
from .numerals import Numeral
from .proper_names import is_title
from .tokens import Tokens

RATIO: Final = 3
"""Digits of the larger number of "one in 20"; with more it is a year ("the one in 2004")."""


def is_one(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a "one" without a noun still counts: "killing one, injuring two", "one or two", "a one in 20 chance"."""
    following, before = tokens.at[numeral.end], tokens.at[numeral.first - 1]
    refused = grammar.ones.before.ending(tokens.words, numeral.first)
    ratio = grammar.ratio.starting(tokens.words, numeral.end)
    told = grammar.ones.told.ending(tokens.words, numeral.first)
    placed = before in grammar.counted.relative and tokens.at[numeral.first - 2] in grammar.labels.leads
    if ratio and (told or before in grammar.numbers.articles or before in grammar.definite):
        after = tokens.at[numeral.end + ratio[0]]
        return (after.isdigit() and len(after) <= RATIO) or after in grammar.numbers.kinds
    if following in HYPHENS and tokens.at[numeral.end + 2] in grammar.scores.after:
        return True  # "the one-goal win"
    joint, _, last = tokens.at[numeral.end + 1].rpartition("-")
    if following in HYPHENS and joint in grammar.ratio.by_first and last in grammar.counted.spelled:
        return True  # "a one-in-five chance"
    if following in grammar.alternatives and not refused:
        return tokens.at[numeral.end + 1] in grammar.numbers.kinds
    if following in grammar.counted.copulas:
        return tokens.at[numeral.end + 1] in grammar.counted.states and not refused
    if (told or placed) and following not in grammar.ones.pronoun:
        # "said that one person died", "a call in which one man wept"
        return counts_something(tokens, numeral.end, grammar)
    return before in grammar.ones.counts and following not in grammar.counted.partitives


def is_owned(word: str) -> bool:
    """Whether the noun behind a "one" owns what follows, so that nobody counts it: "one man's meat"."""
    return word.endswith(OWNING)


def is_or_so(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a number behind a noun with its article only tells that there are few: "a drink or two", not "a man or two women"."""
    noun = tokens.at[numeral.first - 2]
    led = tokens.at[numeral.first - 1] in grammar.alternatives and noun.isalpha() and noun not in grammar.numbers.kinds
    few = led and not numeral.digits and tokens.at[numeral.first - 3] in grammar.numbers.articles
    return few and not is_plural(tokens.at[numeral.end], grammar.counted)


def is_verb_of_one(word: str, grammar: Grammar) -> bool:
    """Whether a word that looks like a plural is a verb behind "one" ("one prohibits drones"): no plural noun can follow it."""
    counted = grammar.counted
    plain = counted.head_first or word in counted.plurals or word in counted.modifiers
    return not plain and is_plural(word, counted)


def goes_round(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether the noun behind a "one" at token `end` is told again behind a preposition ("dari satu rumah sakit ke rumah sakit
    lain"), or another one is ("from one state to another")."""
    if tokens.at[end - 2] in grammar.ones.origin:
        for at in (end + 1, end + 2):
            moves = grammar.ones.moves.starting(tokens.words, at)
            if moves and tokens.at[at + moves[0]] not in grammar.numbers.kinds:
                return True
    return any(
        tokens.at[at] in grammar.counted.leading and tokens.at[at + 1] == tokens.at[end] for at in (end + 1, end + 2)
    )


def is_named_one(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether the "one" before token `end` only introduces somebody by name: "one Ahmed Bello", "one Bello of Kano", not "one US
    Marine"."""
    phrase = phrase_after(tokens, end, grammar.counted, one=True)
    if phrase is None:
        return False
    last = next((at for at in range(*phrase) if tokens.words[at] in grammar.counted.partitives), phrase[1])
    words = range(phrase[0], last)
    if len(words) < 2 and not (words and tokens.at[last] in grammar.counted.partitives and tokens.capital(last + 1)):
        return False
    capitals = all(tokens.raw(at).istitle() and tokens.words[at] not in grammar.counted.adjectives for at in words)
    return capitals and not is_title(tokens, end, end, grammar)


def is_motto(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether an Indonesian one and the one beside it, a noun between them, only tell that each has its own: "1 rumah 1
    jumantik", "satu desa satu produk"."""
    one = tokens.at[numeral.first]
    if not grammar.counted.head_first or numeral.value != ONE or numeral.end != numeral.first + 1:
        return False
    ahead = tokens.at[numeral.end + 1] == one and tokens.at[numeral.end].isalpha()
    behind = tokens.at[numeral.first - 2] == one and tokens.at[numeral.first - 1].isalpha()
    return (ahead and tokens.at[numeral.end + 2].isalpha()) or (behind and tokens.at[numeral.end].isalpha())
