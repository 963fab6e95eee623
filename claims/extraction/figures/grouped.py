"""Numbers whose thousands are grouped by blanks: "10 000", "6 200 people"."""

from typing import Final

from claims.extraction.scan import HYPHENS

from .numberwords import NumberWords
from .tokens import Tokens
from .writing import groups_thousands

GROUP: Final = 3
"""Digits of a group."""
START: Final = 2
"""A number behind the first word of a sentence is parted from the next: "Of 300, 120 sailors left"."""
SHORT: Final = 3
"""Letters that "was" and "has" have, which are no plurals."""
NARROW: Final = frozenset("\u00a0\u202f\u2009")
"""Blanks that only part the digits of a number."""


def parted_groups(tokens: Tokens, index: int, words: NumberWords) -> int | None:
    """Where a number ends whose comma a blank follows ("polled 312, 329 votes"), or None."""
    before, following = tokens.at[index - 1], tokens.at[index + 3]
    if index < START or before not in words.parted_after:
        return None
    rest = tokens.at[index + 2]
    if not rest.isdigit() or len(rest) != GROUP:
        return None
    blank = tokens.glued(index + 1) and tokens.text[tokens.ends[index + 1] : tokens.starts[index + 2]] == " "
    told = following in {"", "."} or (following.endswith("s") and following.isalpha() and len(following) > SHORT)
    return index + 3 if blank and told else None


def is_small(word: str) -> bool:
    """Whether a word has a small letter, unlike the sign of a unit: "4 500MW" is one number, "4 400m races" are two."""
    return word.isalpha() and not word.isupper()


def spaced_groups(tokens: Tokens, index: int, words: NumberWords) -> int | None:
    """Where a number grouped by blanks ends ("10 000", "6 200 people" in English), or None."""
    end = index + 1
    if len(tokens.words[index]) > GROUP or not tokens.words[index].isdigit():
        return None
    if tokens.at[end] == words.thousands:
        return parted_groups(tokens, index, words)
    if len(tokens.at[end]) != GROUP:
        return None
    priced = tokens.glued(index) and len(tokens.words[index - 1]) == 1 and tokens.at[end + 1] == "000"  # "R1 250 000"
    loose = priced or (words.thousands == "," and tokens.words[index][0] != "0")
    while (
        end - index < 9
        and len(tokens.at[end]) == 3
        and tokens.at[end].isdigit()
        and (
            tokens.text[tokens.ends[end - 1] : tokens.starts[end]] in NARROW
            or ((tokens.at[end] == "000" or loose) and tokens.text[tokens.ends[end - 1] : tokens.starts[end]] == " ")
        )
        and not (tokens.glued(end + 1) and (tokens.at[end + 1] in HYPHENS or is_small(tokens.raw(end + 1))))
    ):
        end += 1
    blank = (
        end > index + 1
        and tokens.words[end - 1] != "000"
        and tokens.text[tokens.ends[index] : tokens.starts[index + 1]] == " "
    )
    if blank and (tokens.model(end) or groups_thousands(tokens.text, words.thousands)):
        return None  # "30 737 MAX jets"
    return end if end > index + 1 else None
