"""Money without a sign: told by the currency or the noun before the number, or by the measure that it is the price of."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from claims.extraction.language import Language

from .numerals import Numeral
from .tokens import TOKEN, Phrases, Tokens

PER: Final = frozenset({"per", "/"})
LEAST_PRICE: Final = Decimal(1000)
"""What costs less for a kilogram is written with its currency; it may be a rate of something else too."""
LARGE: Final = Decimal(100000)
"""So large a number needs no scale ("senilai 6.518.055.000")."""
NAMED: Final = 4
"""So many words of a name may stand between a noun of money and its number, and what leads to it."""
PRICED: Final = ("gram", "kilogram", "quintal", "ton", "litre", "ounce")
"""What things are sold by."""


@dataclass(frozen=True, eq=False)
class MoneyWords:
    """The words of money of one language: names of currencies, nouns that a large number of money follows, what leads to the
    number behind either, where noun phrases end, the words for what things are sold by, the signs of all currencies, and the one that is
    meant where none is told."""

    named: Phrases[str]
    led: Phrases[str]
    linkers: frozenset[str]
    stops: frozenset[str]
    priced: Phrases[str]
    signs: Mapping[str, str]
    home: str | None


def money_words(language: Language, currencies: frozenset[str], signs: Mapping[str, str]) -> MoneyWords:
    """The words of money of the language, of the units that are `currencies`."""
    table, counted = language.tables["units"], language.tables["counted"]
    before = language.tables["measures"]["before"]
    return MoneyWords(
        Phrases((word, unit) for unit, words in table.items() if unit in currencies for word in words),
        Phrases(
            (f"{word}{clitic}", unit)
            for unit, words in before.items()
            if unit in currencies
            for word in words
            for clitic in ("", *counted["clitics"])
        ),
        frozenset(counted["linkers"]),
        frozenset(counted["stops"]),
        Phrases((word, unit) for unit in PRICED for word in table.get(unit, ())),
        signs,
        next((unit for unit in before if unit in currencies), None),
    )


def money_told(tokens: Tokens, numeral: Numeral, words: MoneyWords) -> str | None:
    """The currency of a number that has no unit: "dolar Amerika senilai 2.731", "denda 2 miliar", "telur 25.000 per kg"."""
    end, following = numeral.end, tokens.at[numeral.end]
    if following in PER and words.priced.starting(tokens.words, end + 1):
        paid = numeral.digits and (numeral.value or 0) >= LEAST_PRICE
        return (usual_currency(tokens.text, words) or (words.home if numeral.scaled else None)) if paid else None
    if following.isalnum() and following not in words.stops:
        return None  # "dana 2 juta orang"
    leads = tokens.at[numeral.first - 1] in words.linkers
    at = numeral.first - leads
    found = words.named.ending(tokens.words, at) if leads else None
    grouped = numeral.digits and not numeral.digits.isdigit() and (numeral.value or 0) >= LARGE
    if found is None and (numeral.scaled or grouped):
        found = words.led.ending(tokens.words, numeral.first) or words.led.ending(tokens.words, at)
        while found is None and at > numeral.first - NAMED and tokens.capital(at - 1):
            at -= 1  # "UMR Jakarta 5,3 juta"
            found = words.led.ending(tokens.words, at)
    return found[1] if found else None


@lru_cache(maxsize=4)
def usual_currency(text: str, words: MoneyWords) -> str | None:
    """The currency whose sign stands most often before the digits of a text."""
    found = TOKEN.findall(text.lower())
    signs = Counter(words.signs[word] for word, after in pairwise(found) if word in words.signs and after[0].isdigit())
    return max(signs, key=signs.__getitem__) if signs else None
