"""Units: what a numeral is an amount of, by the signs and words around it."""

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from claims.extraction.compiled import SOURCES
from claims.extraction.language import Language
from claims.extraction.scan import HYPHENS, OWNING

from .digits import DIGITS
from .money import MoneyWords, money_told, money_words
from .numberwords import NumberWords
from .numerals import Numeral, multiplied, read_numeral
from .signs import BRACKETS, MAKES, age_of_thing, is_make, is_paid, nm_unit, paid_near
from .tokens import Phrases, Tokens, grouped
from .writing import lettered, letters_of_money

FILE: Final = SOURCES / "units.toml"
DOLLAR: Final = "$"
GROUPED: Final = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?|[0-9]+\.[0-9]{2}")
"""Digits written as only money and counts are: "50,000", "22.46"."""
LEAST_PAID: Final = {"KRW": Decimal(100)}
"""Nothing costs less in these currencies: the "won" of "rider No 46 won" is a verb."""
RACES: Final = frozenset(map(Decimal, (60, 100, 110, 200, 400, 800)))
LEAST_METRES: Final = 1000
"""From here on "1,500m" without a currency are metres: as millions it would be written 1.5bn."""
SECONDS: Final = "s"
CENTS: Final = "c"
PER: Final = "per"
CAPITALS: Final = frozenset("cfvw")
"""The letters of units that may be capitals; "5G" and "20M" are no grams and no metres."""
ELECTRIC: Final = frozenset("vw")
"""Letters of volts and watts, of which hardly a thing has less than ten."""
NEAR: Final = 24
"""So many words around "7.64m" tell whether it counts people."""


@dataclass(frozen=True, eq=False)
class Units:
    """The units of all languages: their kinds (no unit has none), the signs before a number, the letters that stand for one."""

    kinds: dict[str | None, str]
    prefixes: dict[str, str]
    dollars: dict[str, str]
    countries: dict[str, str]
    local: dict[str, dict[str, list[str]]]
    shared: dict[str, dict[str, list[str]]]
    small: frozenset[str]
    glued: frozenset[str]
    spaced: frozenset[str]


TABLE: Final = tomllib.loads(FILE.read_text(encoding="utf-8"))
UNITS: Final = Units(
    {unit: kind for kind, members in TABLE["kinds"].items() for unit in members},
    TABLE["prefixes"],
    TABLE["dollars"],
    TABLE["countries"],
    TABLE["local"],
    TABLE["shared"],
    frozenset(TABLE["letters"]["small"]),
    frozenset(TABLE["letters"]["glued"]),
    frozenset(TABLE["letters"]["spaced"]),
)
"""units.toml, prepared for look-up."""


@dataclass(frozen=True, eq=False)
class UnitWords:
    """The unit words of one language."""

    phrases: Phrases[str]
    letters: frozenset[str]
    before: Phrases[str]
    plural_only: dict[str, str]
    lettered: dict[str, str]
    lettered_money: re.Pattern[str]
    million_after: frozenset[str]
    lengthwise: frozenset[str]
    metres_near: frozenset[str]
    cents_near: frozenset[str]
    pounds_near: frozenset[str]
    torque_near: frozenset[str]
    metres_led: frozenset[str]
    races_led: frozenset[str]
    stops: frozenset[str]
    money: MoneyWords
    joining: frozenset[str]
    not_hyphenated: tuple[str, ...]
    singular: tuple[str, ...]
    articles: frozenset[str]
    seconds_of: frozenset[str]


@cache
def unit_words(language: Language) -> UnitWords:
    """The unit words of the language, prepared for look-up."""
    table = dict(language.tables["units"])
    measures = language.tables["measures"]
    letters = frozenset(word for words in table.values() for word in words if len(word) == 1 and word.isalpha())
    money = frozenset(unit for unit, kind in UNITS.kinds.items() if unit and kind == "money")
    before = Phrases(
        (phrase, unit) for unit, phrases in measures["before"].items() if unit not in money for phrase in phrases
    )
    owned = language.tables["counted"]["clitics"]
    forms = {
        unit: [*words, *(f"{word}{clitic}" for word in words if len(word) > 3 for clitic in owned)]
        for unit, words in table.items()
    }
    return UnitWords(
        grouped(forms),
        letters,
        before,
        dict(measures["with_scale"]),
        dict(measures["lettered"]),
        lettered(measures["lettered_suffixes"], measures["lettered_words"]),
        frozenset(measures["million_before"]),
        frozenset(measures["lengthwise"]),
        frozenset(measures["metres_near"]),
        frozenset(measures["cents_near"]),
        frozenset(measures["pounds_near"]),
        frozenset(measures["torque_near"]),
        frozenset(measures["metres_led"]),
        frozenset(measures["races_led"]),
        frozenset(language.tables["counted"]["stops"]),
        money_words(language, money, UNITS.prefixes),
        frozenset([",", *language.tables["ranges"]["and"], *language.tables["ranges"]["or"]]),
        tuple(measures["not_hyphenated"]),
        tuple(language.tables["counted"]["singular_suffixes"]),
        frozenset([*language.tables["counted"]["determiners"], *language.tables["numbers"]["articles"]]),
        frozenset(measures["seconds_of"]),
    )


class Measure:
    """A unit found at a numeral: its id, its kind ("" where there is none) and the tokens that the numeral reaches with it; `lead`
    is the first token of a word of measuring before it ("magnitudo 5,6")."""

    __slots__ = ("end", "first", "kind", "lead", "unit")

    def __init__(self, first: int, end: int, unit: str | None, lead: int | None = None) -> None:
        self.first = first
        self.end = end
        self.unit = unit
        self.kind = UNITS.kinds.get(unit, "")
        self.lead = first if lead is None else lead


def read_measure(tokens: Tokens, numeral: Numeral, words: UnitWords, numbers: NumberWords) -> Measure:
    """The unit of a numeral, from the currency sign before it, the word after it or the word of measuring before it.

    A scale suffix that only money has ("Rp 1,5 M", "$5m") is taken into the numeral.
    """
    known = UNITS
    first, currency = currency_before(tokens, numeral.first, known)
    if currency is None and tokens.at[numeral.first - 1] in words.lettered:
        first, currency = lettered_before(tokens, numeral, words, numbers)
    if currency:
        take_money_suffix(tokens, numeral, numbers)
        found = unit_after(tokens, numeral.end, words, known)
        if found and known.kinds.get(found[1]) == "money":
            return Measure(first, found[0], found[1] if currency == "USD" else currency)
        return Measure(first, numeral.end, currency)
    if is_capital_million(tokens, numeral, words, numbers):
        numeral.value, numeral.scaled = multiplied(numeral.value, numbers.loose_suffixes["m"]), True
        numeral.end += 1
    found = unit_after(tokens, numeral.end, words, known) or unit_of_share(tokens, numeral, words, numbers)
    if found:
        end, unit = found
        if unit == "metre" and tokens.at[end][:1] in DIGITS and tokens.glued(end + 1) and tokens.at[end + 1] == SECONDS:
            return Measure(numeral.first, end, "minute")  # "1m 14.412s"
        if (
            unit == "metre"
            and end - numeral.end == 1
            and tokens.words[numeral.end] == "m"
            and (numeral.value or 0) < LEAST_METRES
            and tokens.at[numeral.first - 1] not in words.metres_led
            and not is_race(tokens, numeral, words)
            and is_million(tokens, end, words)
        ):
            numeral.value = multiplied(numeral.value, numbers.loose_suffixes.get("m", Decimal(1)))
            numeral.end, numeral.scaled = end, "m" in numbers.loose_suffixes
            return read_measure(tokens, numeral, words, numbers) if numeral.scaled else Measure(first, end, unit)
        if numeral.value is not None and numeral.value < LEAST_PAID.get(unit, 0):
            return Measure(numeral.first, numeral.end, None)
        if numeral.scaled and unit in words.plural_only and (numeral.value or 0) >= 1_000_000:
            unit = words.plural_only[unit]
        return Measure(numeral.first, end, unit)
    again = told_again(tokens, numeral.end, numeral.value, numbers)
    beyond = unit_after(tokens, again, words, known) if again else None
    if beyond:
        return Measure(numeral.first, numeral.end, beyond[1])
    if money := money_told(tokens, numeral, words.money):
        return Measure(numeral.first, numeral.end, money)
    told = words.before.ending(tokens.words, numeral.first)
    hangs = tokens.glued(numeral.first) and numeral.digits.isdigit()
    if told and not hangs and numeral.value is not None and numeral.value < 100:
        lead = numeral.first - told[0]
        return Measure(lead if tokens.glued(numeral.first) else numeral.first, numeral.end, told[1], lead)
    return Measure(numeral.first, numeral.end, None)


def told_again(tokens: Tokens, end: int, value: Decimal | None, words: NumberWords) -> int | None:
    """Where a bracket ends that only repeats the number before token `end`: "5 (lima) tahun", "8 lakh [800,000] votes"; else None."""
    closing, inner = BRACKETS.get(tokens.at[end]), tokens.at[end + 1]
    if closing is None or value is None or not (inner[:1] in DIGITS or inner in words.kinds):
        return None
    again = read_numeral(tokens, end + 1, words)
    if again is None or again.value != value or tokens.at[again.end] != closing:
        return None
    return again.end + 1


def unit_of_share(tokens: Tokens, numeral: Numeral, words: UnitWords, numbers: NumberWords) -> tuple[int, str] | None:
    """The unit of a part of one: "half an hour", "a quarter of a percentage point"; and of the age of a thing: "a 9,000-year-old axe"."""
    if numeral.kind not in {"half", "fraction"}:
        return age_of_thing(tokens, numeral.end, numeral.value, words.phrases)
    at = numeral.end + (tokens.at[numeral.end] in numbers.vague_links)
    return unit_after(tokens, at + 1, words, UNITS) if tokens.at[at] in numbers.articles else None


def currency_before(tokens: Tokens, index: int, known: Units) -> tuple[int, str | None]:
    """The currency sign before token `index`: (its first token, its code), or (index, None)."""
    at = index - 1
    if tokens.at[at] == "." and tokens.at[at - 1] in known.prefixes:
        at -= 1
    word = tokens.at[at]
    if word in known.dollars and tokens.at[at - 1] == DOLLAR and tokens.glued(at) and tokens.glued(index):
        return at - 1, known.dollars[word]  # "$US1,000"
    code = known.prefixes.get(word)
    small = word == "rp" or (word in known.small and tokens.glued(index))  # "sh390b"
    if code is None or (word.isalpha() and not (small or tokens.capital(at))):
        return index, None
    marked = word == DOLLAR and tokens.at[at - 1] in known.dollars and tokens.capital(at - 1)
    if marked and (tokens.glued(at) or tokens.at[at - 1] == "us"):
        return at - 1, known.dollars[tokens.words[at - 1]]
    told = known.prefixes.get(tokens.at[at - 1], "") if word == DOLLAR else ""
    if told and tokens.raw(at - 1) == told and not tokens.at[at - 2][-1:].isdigit():
        return at - 1, told  # "AUD $10 million"
    return at - (tokens.at[at - 1] == known.countries.get(word)), code


def lettered_before(tokens: Tokens, numeral: Numeral, words: UnitWords, numbers: NumberWords) -> tuple[int, str | None]:
    """The currency whose letter hangs on a numeral written as money is, or as one elsewhere in the text: "R1.2 billion",
    "N50,000", "R350"; not "R21" or "N95"."""
    index, at = numeral.first, numeral.first - 1
    raw = tokens.raw(at)
    if not (raw.isupper() and tokens.glued(index)) or (tokens.glued(at) and tokens.at[at - 1][:1].isalnum()):
        return index, None
    suffix = tokens.glued(numeral.end) and tokens.at[suffix_at(tokens, numeral.end)] in numbers.money_suffixes
    spaced = numeral.end > index + 1  # "R800 000"
    sure = numeral.scaled or suffix or spaced or GROUPED.fullmatch(numeral.digits)
    led = tokens.at[at - 1] in words.articles
    whole = numeral.digits.isdigit() and len(numeral.digits) > (2 if led else 1)  # "the R21" is a road
    if not sure and not (whole and raw in letters_of_money(tokens.text, words.lettered_money)):
        return index, None
    return at, words.lettered[tokens.words[at]]


def take_money_suffix(tokens: Tokens, numeral: Numeral, numbers: NumberWords) -> None:
    """Take "M" or "m" of "Rp 1,5 M", "$5m" into a numeral that stands after a currency sign."""
    at = suffix_at(tokens, numeral.end)
    factor = numbers.money_suffixes.get(tokens.at[at])
    if factor is not None and (tokens.glued(numeral.end) or tokens.capital(at)):
        numeral.doubt = None
        numeral.value, numeral.scaled = multiplied(numeral.value, factor), True
        numeral.end = at + 1


def suffix_at(tokens: Tokens, end: int) -> int:
    """The token where the "M" may stand of a number that ends before token `end`: behind the hyphen in "P421.2-M"."""
    hyphen = tokens.at[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1) and tokens.raw(end + 1).isupper()
    return end + hyphen


def unit_after(tokens: Tokens, index: int, words: UnitWords, known: Units) -> tuple[int, str] | None:
    """The unit that begins at token `index`, or after a hyphen there ("a 60-day notice"): (end, unit)."""
    at = index
    found = words.phrases.starting(tokens.words, at)
    if not found and tokens.at[index] in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        at = index + 1
        if tokens.at[index + 2] in HYPHENS and tokens.at[index + 3][:1].isdigit():
            return None  # "a 1-in-50 risk"
        found = words.phrases.starting(tokens.words, at)
        if not found:
            return hyphenated_unit(tokens, at, words)
    if not found:
        return (
            hyphenated_unit(tokens, at, words, least=1)
            if tokens.glued(at) and tells_length(tokens, at, words)
            else None
        )
    size, unit = found
    word = tokens.words[at]
    half = at == index and tokens.at[at + 1] in HYPHENS and tokens.glued(at + 1)  # "23 second-half points"
    if size == 1 and unit == "second" and (half or tokens.at[at + 1] in words.seconds_of):
        return None  # "three second half goals"
    if size == 1 and unit == "hour" and tokens.raw(at)[-1] == "s" and tokens.raw(at)[:-1].isupper():
        return None  # the "65 HRs" of baseball
    if size == 1 and word in MAKES and tokens.raw(at).isupper() and is_make(tokens, at):
        return None
    unit = nm_unit(tokens, at, unit, words.torque_near) if word == "nm" and size == 1 else unit
    if size == 1 and (word in words.letters or word in known.glued) and not letter_unit(tokens, at, known):
        return None
    led = tokens.at[at + 1] in words.articles or tokens.at[at + 1] == PER
    if word == CENTS and (led or paid_near(tokens, at, words.cents_near)):
        unit = "cent"  # "10c a litre", "a dividend of 25c"
    if unit in words.plural_only and size == 1 and at == index and is_paid(tokens, at, words.pounds_near):
        unit = words.plural_only[unit]
    return at + size, unit


def tells_length(tokens: Tokens, index: int, words: UnitWords) -> bool:
    """Whether a word with a hyphen ends with one of length: "m-tall" of "a 98m-tall mast"."""
    head, hyphen, tail = tokens.at[index].rpartition("-")
    return bool(hyphen) and head.isalpha() and tail in words.lengthwise


def hyphenated_unit(tokens: Tokens, index: int, words: UnitWords, *, least: int = 3) -> tuple[int, str] | None:
    """The unit of `least` letters or more at the start of a longer hyphenated word: "a 10-year-long war", "a 5-mile-wide crater"."""
    head = tokens.at[index].partition("-")[0]
    found = words.phrases.by_first.get(head)
    if (
        found
        and found[-1][0] == 1
        and len(head) >= least
        and not any(part in tokens.at[index] for part in words.not_hyphenated)
    ):
        return index + 1, found[-1][2]
    return None


def letter_unit(tokens: Tokens, index: int, known: Units) -> bool:
    """Whether a unit of one letter may be read at token `index`."""
    word = tokens.words[index]
    follows = tokens.glued(index)
    if tokens.capital(index) and word not in CAPITALS:
        return False
    if word in ELECTRIC and (
        len(tokens.words[index - 1]) == 1 or (tokens.at[index + 1] == "-" and tokens.glued(index + 1))
    ):
        return False  # "2W sales" are those of two-wheelers, "10W-40" is an oil
    if tokens.glued(index + 1) and tokens.at[index + 1][:1].isalnum():
        return False
    if word == SECONDS and tokens.words[index - 1].isdigit():
        return False  # "the 1990s"
    if word in known.glued:
        return follows
    return follows or (word in known.spaced and not tokens.capital(index))


def is_million(tokens: Tokens, index: int, words: UnitWords) -> bool:
    """Whether "5m" before token `index` counts things ("5m people") instead of metres ("5m high")."""
    word = tokens.at[index]
    if word in words.lengthwise:
        return False
    if word not in words.stops and words.phrases.starting(tokens.words, index):
        return True  # "17.8m sq km"
    if word == ")" and tokens.at[index - 3] == "(" and tokens.at[index - 4] == "m":
        return True  # "$472m (254m)"
    if word in words.stops or not word.isalpha():  # "4m were seen", "9.86m, above its danger level"
        around = tokens.words[max(0, index - NEAR) : index + NEAR]
        if not words.metres_near.isdisjoint(around):
            return False
        if any(near in words.million_after and near not in words.stops for near in around):
            return True
    if word in words.million_after or names_several(word, words):
        return True
    following = tokens.at[index + 1]
    return names_several(following, words) and following not in words.lengthwise  # "5m broadband connections"


def is_race(tokens: Tokens, numeral: Numeral, words: UnitWords) -> bool:
    """Whether metres are the length of a race that its runners share: "the 400 m for women", "the men's 100m"."""
    before = tokens.at[numeral.first - 1]
    return numeral.value in RACES and (before in words.races_led or before.endswith(OWNING))


def is_capital_million(tokens: Tokens, numeral: Numeral, words: UnitWords, numbers: NumberWords) -> bool:
    """Whether "M" hangs on a number of things: "over 1M people", not "the X5 M cars"."""
    at = numeral.end
    if tokens.at[at] != "m" or "m" not in numbers.loose_suffixes:
        return False
    following = tokens.at[at + 1]
    several = following in words.million_after or names_several(following, words)
    return tokens.glued(at) and tokens.capital(at) and several and following not in words.stops


def names_several(word: str, words: UnitWords) -> bool:
    """Whether a word looks like a plural."""
    return word.isalpha() and word.endswith("s") and not word.endswith(words.singular) and len(word) > 2
