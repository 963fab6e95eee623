"""Units that a sentence tells once: "Rp 10 miliar untuk jalan, 5 miliar untuk jembatan", "cabai 0,12, beras 0,08 dan rokok 0,05
persen"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from .amounts import Reading
from .countedwords import CountedWords
from .grammar import Grammar
from .measures import UNITS
from .numberwords import HUNDRED
from .pairs import PairWords
from .proper_names import RATED_REACH
from .tokens import Tokens

MONEY_REACH: Final = 12
"""So many tokens behind a sum of money another one may do without its currency."""
ROW_REACH: Final = 6
"""So many tokens may stand between two shares of a row."""


def share_told_once(tokens: Tokens, readings: Sequence[Reading], grammar: Grammar, pairs: PairWords) -> None:
    """Let bare numbers take the currency or the percent of a number before them or, in a row of shares, behind them."""
    kinds, paid = UNITS.kinds, None
    for reading in readings:
        if reading.why is not None:
            continue
        if kinds.get(reading.unit) == "money":
            paid = reading
        elif paid and reading.scaled and is_bare(reading) and goes_on(tokens, paid.end, reading, grammar, pairs):
            reading.unit, paid = paid.unit, reading
    shares = [reading for reading in readings if reading.why is None]
    for left, right in pairwise(shares):
        if left.unit == "percent" and is_share(tokens, right, grammar) and in_row(tokens, left, right, grammar):
            right.unit = "percent" if ends_clause(tokens, right.end, grammar.counted) else None
    for right, left in pairwise(reversed(shares)):
        if right.unit == "percent" and is_share(tokens, left, grammar):
            of = tokens.at[left.end] in grammar.counted.share_of and right.first - left.end <= 1 + (
                tokens.at[right.first - 1] in pairs.bounds.norms
            )
            left.unit = "percent" if of or in_row(tokens, left, right, grammar) else None


def is_bare(reading: Reading) -> bool:
    """Whether a reading is one number without a unit."""
    return reading.unit is None and reading.high is None and reading.kind == "number"


def goes_on(tokens: Tokens, start: int, reading: Reading, grammar: Grammar, pairs: PairWords) -> bool:
    """Whether a bare number behind a sum of money that ends before token `start` is one more: "… naik jadi 750 ribu", "…, 5 miliar
    untuk jembatan", "tunjangan 1,5 juta", not "frekuensi 2 juta"."""
    words, before = grammar.counted, tokens.at[reading.first - 1]
    if reading.first - start > MONEY_REACH or not ends_clause(tokens, reading.end, words):
        return False
    joined = before == "," or before in words.coordinators or before in words.lone or before in words.spelled
    changed = before in pairs.change_joiners or before in pairs.change_verbs
    named = tokens.capital(reading.first - 1) and before not in words.stops
    led = grammar.units.money.led.ending(tokens.words, reading.first) is not None
    between = tokens.words[start : reading.first]
    clause = between[len(between) - between[::-1].index(",") :] if "," in between else between
    return (joined or changed or named or led) and words.people.isdisjoint(between) and words.things.isdisjoint(clause)


def ends_clause(tokens: Tokens, end: int, words: CountedWords) -> bool:
    """Whether nothing that a number counts or that is told of it stands at token `end`."""
    following = tokens.at[end]
    return not following[:1].isalnum() or (following in words.stops and following not in words.states)


def is_share(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a bare number may be a share: it has decimals, is no more than a hundred, and stands behind a noun or name that
    nothing else is measured by: "beras 0,08", not "rasio 0,38"."""
    whole = reading.value is None or reading.value == reading.value.to_integral_value() or reading.value > HUNDRED
    if whole or reading.scaled or not is_bare(reading):
        return False
    words, before = grammar.counted, tokens.at[reading.first - 1]
    near = tokens.words[max(0, reading.first - RATED_REACH) : reading.first]
    plain = (words.measured | words.numbers_of).isdisjoint(near[-3:]) and grammar.labels.rated.isdisjoint(near)
    return plain and (before.isalpha() or before.isdigit())


def in_row(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar) -> bool:
    """Whether two numbers are members of one row, the second behind its own name: "cabai 0,12, beras 0,08", "… persen, sementara
    pengangguran 4,76"."""
    words = grammar.counted
    between = tokens.words[left.end : right.first]
    while between and between[0] in words.joints | words.coordinators:
        between = between[1:]
    joined = 0 < len(between) < right.first - left.end <= ROW_REACH
    return joined and all(
        word.isdigit() or (word.replace("-", "a").isalpha() and word not in words.stops) for word in between
    )
