"""One numeral as an amount with its unit, or refused with why."""

import re
from decimal import Decimal
from typing import Final

from claims.extraction.scan import DASHES
from claims.extraction.values import Rejected

from .counted import Phrase
from .distractors import why_rejected
from .grammar import Grammar
from .labels import counts_something
from .measures import UNITS, read_measure
from .numberwords import THOUSAND
from .numerals import Numeral
from .tokens import Tokens

NO_CENTS: Final = [",", "-"]
"""What closes an amount of money without cents: "Rp.800.000,-"."""


PAID_WHOLE: Final = frozenset({"IDR", "USD", "JPY", "KRW"})
"""Currencies of which no thousandth part is told."""
BOTH_SIGNS: Final = re.compile(r"[0-9]{1,3}([.,])[0-9]{3}(?!\1)[.,][0-9]+")
"""Digits that show which of the two signs groups thousands."""
HOLDS: Final[dict[tuple[str | None, str | None], int]] = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("day", "minute"): 1440,
    ("hour", "minute"): 60,
    ("hour", "second"): 3600,
    ("minute", "second"): 60,
}
"""How many of the smaller unit of time the larger one holds; a month holds no fixed number of days."""


LARGER: Final[dict[tuple[str | None, str | None], int]] = {
    ("millimetre", "centimetre"): 10,
    ("centimetre", "metre"): 100,
    ("metre", "kilometre"): 1000,
    ("gram", "kilogram"): 1000,
    ("kilogram", "ton"): 1000,
    ("megawatt", "gigawatt"): 1000,
    **{(smaller, larger): size for (larger, smaller), size in HOLDS.items()},
}
"""How many of a unit the larger one of a range holds: "500 m hingga 1 km"."""


class Reading:
    """One numeral of a sentence as it was read; `why` is set when it is no claim.

    Tokens first..end are the numeral with currency and unit; `bound_first` and `last` reach over bound cues and what is counted;
    `unsaid` is the word for what it counts where no word of the text says it.
    """

    __slots__ = (
        "after_bound", "approximate", "borrowed", "bound", "bound_first", "doubt", "end", "first", "form", "high", "kind", "last", "phrase",
        "relation", "scaled", "unit", "unsaid", "value", "why", "written",
    )  # fmt: skip

    def __init__(self, first: int, end: int, value: Decimal | None, *, why: str | None = None) -> None:
        self.first = first
        self.end = end
        self.value = value
        self.why = why
        self.high: Decimal | None = None
        self.unit: str | None = None
        self.kind = "number"
        self.form = "count"
        self.bound = "exact"
        self.bound_first = first
        self.after_bound = end
        self.last = end
        self.phrase: Phrase | None = None
        self.borrowed = False
        self.unsaid: str | None = None
        self.relation: tuple[str, Reading] | None = None
        self.scaled = False
        self.approximate = False
        self.doubt: Decimal | None = None
        self.written = "digits"


def read_single(tokens: Tokens, numeral: Numeral, grammar: Grammar, *, joined: bool = False) -> Reading:
    """A numeral alone, with its unit; `joined` when it is the second end of a range."""
    measure = read_measure(tokens, numeral, grammar.units, grammar.numbers)
    after = measure.end
    dash = tokens.at[after] in DASHES and tokens.glued(after) and tokens.glued(after + 1)
    joined = joined or (dash and (tokens.at[after + 1][0].isdigit() or tokens.at[after + 1] in UNITS.prefixes))
    why = why_rejected(tokens, numeral, measure, grammar, joined=joined)
    reading = Reading(measure.first, measure.end, numeral.value, why=why)
    reading.unit = measure.unit
    reading.bound_first = measure.lead
    reading.kind = numeral.kind
    reading.scaled = numeral.scaled
    reading.approximate = numeral.approximate
    reading.doubt = numeral.doubt
    reading.written = "digits" if numeral.digits else "words"
    if numeral.kind in {"half", "fraction"} and measure.unit is None:
        reading.unit = "fraction"
    elif numeral.kind == "multiple":
        reading.unit = "times"
    if why is None and numeral.value is not None and is_negative(tokens, reading, grammar, reading.unit):
        reading.first -= 1
        reading.value = -numeral.value
        reading.bound_first = reading.first
    return reading


def takes_in_time(left: Reading, right: Reading) -> bool:
    """Whether two readings are one length of time, told in two units without a word between ("two hours 10 minutes"); then `left`
    takes in the smaller unit: 40 months for "3 tahun 4 bulan"."""
    factor = HOLDS.get((left.unit, right.unit)) if left.end == right.first else None
    if factor is None or left.value is None or right.value is None:
        return False
    if right.unit == "second" and THOUSAND <= right.value < factor * THOUSAND:
        right.value /= THOUSAND  # "1 menit 50.789 detik"
    if right.value >= factor or left.why is not None or left.high is not None:
        return False
    left.value = left.value * factor + right.value
    left.unit, left.end, left.last, left.after_bound = right.unit, right.end, right.end, right.end
    left.why = right.why
    return True


def takes_in_half(left: Reading, right: Reading) -> bool:
    """Whether `right` is the half that ends a length of time where nouns stand first ("tiga tahun setengah", which are 3.5); then
    `left` takes it in."""
    half = right.kind == "half" and right.unit == "fraction" and left.end == right.first
    plain = left.why is None and right.why is None and left.high is None and UNITS.kinds.get(left.unit) == "time"
    if not (half and plain) or left.value is None or right.value is None:
        return False
    left.value += right.value
    left.end = left.last = left.after_bound = right.end
    return True


def is_negative(tokens: Tokens, reading: Reading, grammar: Grammar, unit: str | None) -> bool:
    """Whether a minus sign or word stands before an amount with a `unit`, or before a decimal in brackets ("(-0.24 points)")."""
    word = tokens.at[reading.first - 1]
    apart = tokens.at[reading.first - 2] == "(" and tokens.glued(reading.first) and not is_whole(reading)
    level = word.isalpha() and tokens.at[reading.first - 2] in grammar.counted.weak_linkers  # "slid to minus 35"
    apart = apart or (level and not counts_something(tokens, reading.end, grammar))
    if (
        word not in grammar.numbers.negative
        or (unit is None and not apart)
        or tokens.at[reading.first - 2] in grammar.not_negative_after
    ):
        return False
    if word.isalpha():
        return True
    before = tokens.at[reading.first - 2]
    if before[:1].isdigit():
        return False  # "43 -60 tahun"
    return tokens.glued(reading.first) and (before == "(" or not tokens.glued(reading.first - 1))  # "(-4%"


def resolve_doubt(tokens: Tokens, reading: Reading, *, counts: bool, known: bool) -> None:
    """Settle "1,400" where the separator can be read both ways: nobody counts 1.4 people or pays 1.4 rupiah, but of a sentence
    that has "5.256,113" too the comma is known. `known`: money may have a thousandth part ("$3.692 a gallon")."""
    if reading.doubt is None or is_whole(reading):
        return
    if (counts or (reading.unit in PAID_WHOLE and not known)) and not any(
        BOTH_SIGNS.fullmatch(word) for word in tokens.words
    ):
        reading.value, reading.doubt = reading.doubt, None


def is_compound(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number is the first part of a compound, whose noun nothing else counts: "the nine-party bloc"."""
    return tokens.at[reading.end] == "-" and tokens.glued(reading.end)


def is_whole(reading: Reading) -> bool:
    """Whether the value of a reading is a whole number, as counts are."""
    return reading.value is not None and reading.value == reading.value.to_integral_value()


def rejection(tokens: Tokens, reading: Reading) -> Rejected:
    """A refused reading as the result shows it."""
    start, end = tokens.starts[reading.first], tokens.ends[reading.end - 1]
    return Rejected(start, end, tokens.text[start:end], reading.why or "idiom", reading.value)
