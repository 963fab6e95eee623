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
    if measure.unit is not None and measure.kind != "time":
        return None
    first = decades_start(tokens, measure.first, grammar) if numeral.approximate else measure.first
    if told_by_words(tokens, numeral, measure, first, grammar):
        return "age"
    small = not numeral.digits and measure.unit is None and tokens.at[measure.end] == "," and numeral.value > 1
    named_before = tokens.capital(first - 2) or tokens.at[first - 2] in grammar.ages.people
    if small and tokens.at[first - 1] == "," and named_before:
        return "age"  # "Tom, two, and his son, eight, were safe"
    if measure.unit:
        return "age" if told_by_unit(tokens, numeral, measure, first, grammar) else None
    if not numeral.digits.isdigit():
        return None
    two = len(numeral.digits) == 2
    if told_by_brackets(tokens, first, measure.end, grammar, two=two):
        return "age"
    return "age" if told_by_commas(tokens, first, measure.end, grammar, digits=len(numeral.digits)) else None


def told_by_words(tokens: Tokens, numeral: Numeral, measure: Measure, first: int, grammar: Grammar) -> bool:
    """Whether a word or phrase right beside a number that begins at `first` tells of an age: "berusia 43", "25-year-old"."""
    ages, end = grammar.ages, numeral.end
    scored = tokens.at[first - 1] in grammar.scores.joiners  # "out for 57 when he …"
    if ages.before.ending(tokens.words, first) or (ages.after.starting(tokens.words, end) and not scored):
        return True
    going_on = measure.unit is not None and tokens.at[measure.end] in grammar.counted.coordinators
    going_on = going_on and tokens.at[measure.end + 1].isdigit()
    if going_on and ages.after.starting(tokens.words, measure.end + 2):
        return True  # "24 years and 58 days old"
    if tokens.at[end] in HYPHENS and ages.after.starting(tokens.words, end + 1):
        return True
    if is_suspended(tokens, end, grammar) or is_aged(tokens, measure, grammar):
        return True
    whole = numeral.digits.isdigit() or not numeral.digits
    led = ages.pronouns.ending(tokens.words, first) if whole else None
    if led is None or tokens.at[first - led[0] - 1] in grammar.counted.partitives:
        return False
    following = tokens.at[measure.end]  # not "put the number of dead at 87, but"
    return following in AFTER_AGE or following in ages.going_on


def told_by_unit(tokens: Tokens, numeral: Numeral, measure: Measure, first: int, grammar: Grammar) -> bool:
    """Whether so many years or months behind a person or a name are an age: "bocah 7 tahun", "(7 tahun)"."""
    end, ages = numeral.end, grammar.ages
    before, after = tokens.at[first - 1], tokens.at[measure.end]
    if tokens.at[end] not in ages.units:
        return False
    if before in ages.people and after not in ages.not_before:
        return True
    if before in {"(", ","} and after in CLOSING_AGE and named(tokens, first - 2):
        return True
    if before == "," and is_from(tokens, measure.end, grammar) and person_before(tokens, first - 2, grammar):
        return True
    if not tokens.capital(first - 1) or first <= 1 or before in grammar.counted.stops:
        return False
    stored = measure.unit == "month" and is_title(tokens, first, end, grammar)
    if tokens.capital(end) and (stored or is_verb(before, grammar.counted)):
        return False  # "Eks Bupati Divonis 5 Tahun", "Stok Beras Aman 6 Bulan"
    return len(before) > 2 and after not in ages.not_before


def told_by_brackets(tokens: Tokens, first: int, end: int, grammar: Grammar, *, two: bool) -> bool:
    """Whether a whole number, of `two` digits or not, stands as an age in brackets behind a name: "Hill (24)", "Hill (24 and 61)"."""
    before, after = tokens.at[first - 1], tokens.at[end]
    if before != "(":
        return False
    if after == ")" and (named(tokens, first - 2) or tokens.at[first - 2] in {'"', "”", ",", "."}):
        return True
    if after == ")" and two and surname(tokens, first - 2):
        return True
    paired = after in grammar.counted.coordinators and tokens.at[end + 1].isdigit()
    paired = paired and tokens.at[end + 2] == ")"  # "Hill (24 and 61)", also the minutes of a scorer
    return two and tokens.capital(first - 2) and (after in {",", "/"} or paired)


def told_by_commas(tokens: Tokens, first: int, end: int, grammar: Grammar, *, digits: int) -> bool:
    """Whether a whole number of so many digits stands as an age behind somebody and a comma or a copula, or opens the sentence."""
    ages, two = grammar.ages, digits == 2
    before, after = tokens.at[first - 1], tokens.at[end]
    at = first - 1 if before in ages.adverbs else first  # "Ann Roy, then 45,"
    if at == 1 and before == "at" and tokens.at[end + (after == ",")] in ages.meant:
        return True  # "At 45, he …"
    opened = (at == 1 and before == "at") or (first == 1 and at == 0)
    if opened and after == "," and two and tokens.capital(end + 1):
        return True  # "At 45, Hill …", "Now 56, Hill …"
    before, person = tokens.at[at - 1], tokens.at[at - 2]
    whose = before in grammar.counted.copulas and is_somebody(person, grammar) and digits <= 2
    if whose and (after in CLOSING_AGE or after in ages.closing or after in ages.going_on):
        return True  # "Hill's son was 11", "His father was 61 and …"
    if before != ",":
        return False
    placed = after in grammar.labels.leads and tokens.capital(end + 1) and two
    if placed and tokens.capital(at - 3) and person_before(tokens, at - 2, grammar):
        return True  # "arrested Ann Roy, 30 in Hull on Friday"
    shortened = person == "." and tokens.capital(at - 3)  # "Ann Roy Jr., 45,"
    told = shortened or tokens.capital(at - 2) or person == ")" or person in ages.people
    if not (told or (two and person in ages.offices) or is_parent(tokens, at - 2, grammar)):
        return False
    dash = after in DASHES and not tokens.glued(end) and person not in grammar.dates.weekdays
    pair = two and after in grammar.counted.coordinators and tokens.capital(end + 1)  # "HS, 41, and Ann Roy, 33"
    pair = pair and AGED.match(tokens.text, tokens.starts[end + 1]) is not None
    return after in CLOSING_AGE or after in ages.closing or dash or pair


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
