"""Halves of a pitch or of a match, and a hundred percent that is felt, told from shares."""

from typing import Final

from claims.extraction.scan import OWNING

from .counted import APOSTROPHES, is_plural
from .grammar import Grammar
from .measures import Measure
from .numberwords import HUNDRED
from .numerals import Numeral
from .tokens import Tokens

OWNER: Final = 4
"""So many tokens the name of a side has at most, with the word before it."""


def is_played(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a half is one of a match or a pitch: "a minute left in the half.", "she began the half with a goal", "a run into
    Italy's half", but "into Ann's half of the firm"."""
    following, before = tokens.at[numeral.end], tokens.at[numeral.first - 1]
    whole = following in grammar.counted.partitives or following in grammar.counted.relative  # "the half that voted no"
    if before in grammar.counted.determiners and not (following[:1].isalpha() and before not in grammar.definite):
        return not whole
    owner = numeral.first - 1 - (before in APOSTROPHES)
    owned = before.endswith(OWNING) or (owner < numeral.first - 1 and is_plural(tokens.at[owner], grammar.counted))
    led = not grammar.halves_led.isdisjoint(tokens.words[max(0, owner - OWNER) : max(0, owner)])
    return owned and led and following not in grammar.counted.partitives


def is_felt(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> bool:
    """Whether a hundred percent only says how much somebody means it: "100 percent sure", "not 100 persen yakin"."""
    return measure.unit == "percent" and numeral.value == HUNDRED and tokens.at[measure.end] in grammar.wholly
