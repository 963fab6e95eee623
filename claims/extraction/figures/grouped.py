"""Numbers whose thousands are grouped by blanks: "10 000", "6 200 people"."""

from typing import Final

from claims.extraction.scan import HYPHENS

from .digits import groups_thousands
from .numberwords import NumberWords
from .tokens import Tokens

NARROW: Final = frozenset("\u00a0\u202f\u2009")
"""Blanks that only part the digits of a number."""


def is_small(word: str) -> bool:
    """Whether a word has a small letter, unlike the sign of a unit: "4 500MW" is one number, "4 400m races" are two."""
    return word.isalpha() and not word.isupper()


def spaced_groups(tokens: Tokens, index: int, words: NumberWords) -> int | None:
    """Where a number grouped by blanks ends ("10 000", "6 200 people" in English), or None."""
    end = index + 1
    if len(tokens.words[index]) > 3 or len(tokens.at[end]) != 3 or not tokens.words[index].isdigit():
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
    if blank and not priced and (tokens.model(end) or groups_thousands(tokens.text, words.thousands)):
        return None  # "30 737 MAX jets"
    return end if end > index + 1 else None
