"""Words of multiplying that tell how many times as much something is ("has tripled to 3,000"), told from those that name strokes,
teams and rooms ("a two-run double")."""

from typing import Final

from claims.extraction.scan import HYPHENS

from .grammar import Grammar
from .numerals import Numeral
from .tokens import Tokens

ADVERBS: Final = 3
"""So many words may stand between "has" and its verb: "has more than doubled"."""


def multiplies(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a multiple tells how many times as much something is."""
    word, following, before = (
        tokens.words[numeral.first],
        tokens.at[numeral.end],
        tokens.at[numeral.first - 1],
    )
    if word in grammar.multiples.verbs:
        return has_multiplied(tokens, numeral, grammar)
    if word not in grammar.multiples.led:
        return True
    twin = tokens.at[numeral.end + 2] == following  # "double as many as", not "double as a shelter"
    other = following in grammar.multiples.not_before and following not in grammar.multiples.after
    compound = following in HYPHENS and tokens.glued(numeral.end)  # "his double-ton"
    if (other and not twin) or compound or is_named(tokens, numeral.first, following, grammar):
        return False
    return twin or following in grammar.multiples.after or before in grammar.multiples.after


def has_multiplied(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a past form tells a change: "has nearly doubled", "more than tripled", "doubled to 90", not "doubled in the third"."""
    first, following = numeral.first, tokens.at[numeral.end]
    if following in grammar.multiples.not_before:
        return False  # "has doubled down on it"
    told = tokens.words[max(0, first - ADVERBS) : first]
    if not grammar.multiples.auxiliaries.isdisjoint(told):
        return True
    beyond = tokens.at[numeral.end + 1]
    amount = beyond[:1].isdigit() or beyond in grammar.numbers.kinds or tokens.at[numeral.end + 2][:1].isdigit()
    return following in grammar.multiples.ends and amount


def is_named(tokens: Tokens, first: int, following: str, grammar: Grammar) -> bool:
    """Whether a multiple is the noun of a phrase: "a two-run double to make it 6-5", "an RBI double to left"."""
    beside = tokens.at[first - 2]
    led = tokens.at[first - 1].isalpha() and (beside in grammar.numbers.articles or beside in HYPHENS)
    counted = grammar.counted
    return led and not (following in counted.determiners or following in counted.relative or following == "as")
