"""Ages: numbers that tell how old somebody is, which are no claims."""

import re
from decimal import Decimal
from typing import Final

from claims.extraction.scan import DASHES, HYPHENS

from .counted import is_plural, is_verb
from .grammar import Grammar
from .measures import Measure
from .numerals import Numeral
from .proper_names import is_title
from .tokens import Tokens

OLDEST: Final = Decimal(120)
"""No age is higher."""
LEAST_MEAN: Final = Decimal(12)
"""Nobody older tells his age with decimals."""
AGES: Final = frozenset({"year", "month"})
DECADE: Final = "50"
DECADES: Final = frozenset(map(Decimal, range(50, 100, 10)))
CLOSING_AGE: Final = frozenset({",", ".", ";", ")"})
AGED: Final = re.compile(r"[^\d,;:()\n]{1,40}, ?[1-9][0-9][,.;]")
"""A name with an age of two digits behind it."""
CLOSERS: Final = frozenset({".", "!", "?", "”", '"'})
AFTER_AGE: Final = frozenset({",", ".", ";", "”", '"'})


def by_age(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Ages: "(43)", ", 25,", "berusia 43 tahun", "aged 25", "25-year-old", "bocah 7 tahun"."""
    if numeral.value is None or numeral.scaled or numeral.kind not in {"number", "half"}:
        return None
    if numeral.value > (LEAST_MEAN if numeral.digits and not numeral.digits.isdigit() else OLDEST):
        return None  # "harapan hidup 74,2 tahun" is a mean
    first, end = measure.first, numeral.end
    if numeral.approximate:
        first = decades_start(tokens, first, grammar)
    time = measure.unit is None or measure.kind == "time"
    if not time:
        return None
    scored = tokens.at[first - 1] in grammar.scores.joiners  # "out for 57 when he …"
    if grammar.ages.before.ending(tokens.words, first) or (
        grammar.ages.after.starting(tokens.words, end) and not scored
    ):
        return "age"
    going_on = measure.unit is not None and tokens.at[measure.end] in grammar.counted.coordinators
    going_on = going_on and tokens.at[measure.end + 1].isdigit()
    if going_on and grammar.ages.after.starting(tokens.words, measure.end + 2):
        return "age"  # "24 years and 58 days old"
    if tokens.at[end] in HYPHENS and grammar.ages.after.starting(tokens.words, end + 1):
        return "age"
    if is_suspended(tokens, end, grammar) or is_aged(tokens, measure, grammar):
        return "age"
    whole = numeral.digits.isdigit() or not numeral.digits
    led = grammar.ages.pronouns.ending(tokens.words, first) if whole else None
    if led and tokens.at[first - led[0] - 1] not in grammar.counted.partitives:
        following = tokens.at[measure.end]  # not "put the number of dead at 87, but"
        if following in AFTER_AGE or following in grammar.ages.going_on:
            return "age"
    whole = numeral.digits.isdigit()
    before, after = tokens.at[first - 1], tokens.at[measure.end]
    small = not numeral.digits and measure.unit is None and after == "," and numeral.value > 1
    if small and before == "," and (tokens.capital(first - 2) or tokens.at[first - 2] in grammar.ages.people):
        return "age"  # "Tom, two, and his son, eight, were safe"
    if measure.unit and tokens.at[end] in grammar.ages.units:
        if before in grammar.ages.people and after not in grammar.ages.not_before:
            return "age"
        if before in {"(", ","} and after in CLOSING_AGE and named(tokens, first - 2):
            return "age"
        if before == "," and is_from(tokens, measure.end, grammar) and person_before(tokens, first - 2, grammar):
            return "age"
        if tokens.capital(first - 1) and first > 1 and before not in grammar.counted.stops:
            stored = measure.unit == "month" and is_title(tokens, first, end, grammar)
            if tokens.capital(end) and (stored or is_verb(before, grammar.counted)):
                return None  # "Eks Bupati Divonis 5 Tahun", "Stok Beras Aman 6 Bulan"
            return "age" if len(before) > 2 and after not in grammar.ages.not_before else None
    if not whole or measure.unit:
        return None
    if before == "(" and after == ")" and (named(tokens, first - 2) or tokens.at[first - 2] in {'"', "”", ",", "."}):
        return "age"
    if before == "(" and after == ")" and len(numeral.digits) == 2 and surname(tokens, first - 2):
        return "age"
    paired = after in grammar.counted.coordinators and tokens.at[measure.end + 1].isdigit()
    paired = paired and tokens.at[measure.end + 2] == ")"  # "Hill (24 and 61)", also the minutes of a scorer
    if before == "(" and (after in {",", "/"} or paired) and tokens.capital(first - 2) and len(numeral.digits) == 2:
        return "age"
    at = first - 1 if before in grammar.ages.adverbs else first  # "Ann Roy, then 45,"
    if at == 1 and before == "at" and tokens.at[measure.end + (after == ",")] in grammar.ages.meant:
        return "age"  # "At 45, he …"
    opened = (at == 1 and before == "at") or (first == 1 and at == 0)
    if opened and after == "," and len(numeral.digits) == 2 and tokens.capital(measure.end + 1):
        return "age"  # "At 45, Hill …", "Now 56, Hill …"
    before = tokens.at[at - 1]
    whose = before in grammar.counted.copulas and is_somebody(tokens.at[at - 2], grammar) and len(numeral.digits) <= 2
    if whose and (after in CLOSING_AGE or after in grammar.ages.closing or after in grammar.ages.going_on):
        return "age"  # "Hill's son was 11", "His father was 61 and …"
    shortened = tokens.at[at - 2] == "." and tokens.capital(at - 3)  # "Ann Roy Jr., 45,"
    person = shortened or tokens.capital(at - 2) or tokens.at[at - 2] == ")" or tokens.at[at - 2] in grammar.ages.people
    person = person or (len(numeral.digits) == 2 and tokens.at[at - 2] in grammar.ages.offices)
    person = person or is_parent(tokens, at - 2, grammar)
    dash = after in DASHES and not tokens.glued(measure.end) and tokens.at[at - 2] not in grammar.dates.weekdays
    placed = after in grammar.labels.leads and tokens.capital(measure.end + 1) and len(numeral.digits) == 2
    if placed and before == "," and tokens.capital(at - 3) and person_before(tokens, at - 2, grammar):
        return "age"  # "arrested Ann Roy, 30 in Hull on Friday"
    pair = after in grammar.counted.coordinators and tokens.capital(measure.end + 1)  # "HS, 41, and Ann Roy, 33"
    pair = pair and len(numeral.digits) == 2 and AGED.match(tokens.text, tokens.starts[measure.end + 1]) is not None
    closed = after in CLOSING_AGE or after in grammar.ages.closing or dash or pair
    return "age" if before == "," and closed and person else None


def is_aged(tokens: Tokens, measure: Measure, grammar: Grammar) -> bool:
    """Whether years alone in a bracket are somebody's, where heads come last: "Ravi Roy (34 years)", "a girl (18 years)"."""
    last = measure.first - 2
    if grammar.counted.head_first or (tokens.at[last + 1], measure.unit, tokens.at[measure.end]) != ("(", "year", ")"):
        return False
    person = tokens.capital(last) and person_before(tokens, last, grammar)
    return person or tokens.at[last] in grammar.ages.people


def is_somebody(word: str, grammar: Grammar) -> bool:
    """Whether a word is the noun of one person whose age may be told ("son"), in a language with plurals."""
    several = word in grammar.counted.copulas or word in grammar.counted.people or is_plural(word, grammar.counted)
    return not grammar.counted.head_first and word in grammar.ages.people and not several


def decades_start(tokens: Tokens, first: int, grammar: Grammar) -> int:
    """Where a row of decades begins that token `first` goes on: at "20-an" for the "40-an" of "20-an hingga 40-an"."""
    joined = tokens.at[first - 1] == "," or tokens.at[first - 1] in grammar.counted.coordinators
    if not (joined or grammar.dates.joiners.ending(tokens.words, first)):
        return first
    start = first - 4
    decade = tokens.at[start].isdigit() and tokens.at[start + 1] in HYPHENS
    decade = decade and tokens.at[start + 2] in grammar.numbers.approximate_suffixes
    return decades_start(tokens, start, grammar) if decade else first


def is_decade(tokens: Tokens, numeral: Numeral, first: int, grammar: Grammar) -> bool:
    """Whether a round number tells years of the last century: "era 90-an", "tahun delapan puluhan"."""
    late = numeral.digits >= DECADE if len(numeral.digits) == 2 else not numeral.digits and numeral.value in DECADES
    return late and tokens.at[decades_start(tokens, first, grammar) - 1] in grammar.periods.decades_before


def surname(tokens: Tokens, index: int) -> bool:
    """Whether a small word goes on a name before it, as hasty writers leave it: "Rudi hartono (19)"."""
    word = tokens.at[index]
    return index > 1 and word.isalpha() and tokens.capital(index - 1) and tokens.at[index - 2] not in CLOSERS


def is_parent(tokens: Tokens, last: int, grammar: Grammar) -> bool:
    """Whether somebody told by their children ends at token `last`: "a mother of three, 34,", "the father-of-two, 41,"."""
    if tokens.at[last].partition("-")[0] in grammar.counted.parents:
        return True
    numbered = tokens.at[last] in grammar.counted.spelled and tokens.at[last - 1] in grammar.counted.partitives
    return numbered and tokens.at[last - 2] in grammar.counted.parents


def person_before(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether a name ends at token `index` that no place or time leads in: "Ibu Aisyah", not "di Bandar Lama"."""
    at = index
    while tokens.capital(at) and tokens.at[at].isalpha():
        at -= 1
    return at < index and tokens.at[at] not in grammar.counted.stops - grammar.counted.coordinators


def is_from(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether token `index` goes on to tell where somebody comes from: "asal Bogor", "warga Desa Laut", "di Desa Laut"."""
    word = tokens.at[index]
    told = word in grammar.counted.people or word in grammar.counted.places
    return grammar.counted.head_first and told and tokens.capital(index + 1)


def named(tokens: Tokens, index: int) -> bool:
    """Whether a token holds a capital, also one after a lost blank ("menemuiIrwansyah")."""
    return any(char.isupper() for char in tokens.raw(index))


def is_suspended(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether a hyphen leaves the rest of an age to the next number: "13- and 14-year-olds", "18-to-24-year-olds"."""
    if tokens.at[end] in grammar.counted.coordinators:
        at = end + 2 + (tokens.at[end + 2] in HYPHENS)
        told = tokens.at[end + 1].isdigit() or tokens.at[end + 1] in grammar.counted.spelled
        timed = tokens.at[at].partition("-")[0] in grammar.counted.times  # "8 and 13 year old"
        return told and timed and grammar.ages.after.starting(tokens.words, at) is not None
    if tokens.at[end] not in HYPHENS or not tokens.glued(end):
        return False
    at = end + 1
    if not tokens.at[at][:1].isalpha():
        return False
    at += 1 + (tokens.at[at + 1] in HYPHENS)
    number = tokens.at[at]
    numeral = number.isdigit() or number in grammar.counted.spelled
    return numeral and tokens.at[at + 1] in HYPHENS and grammar.ages.after.starting(tokens.words, at + 2) is not None
