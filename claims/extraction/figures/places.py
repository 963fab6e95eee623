"""The names of places: "in | Kalden", "off the island of | Kalden", "di perairan | Pulau Kalden"."""

from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.extraction.language import Language
from claims.extraction.scan import HYPHENS

from .counted import Phrase
from .tokens import Tokens

LONGEST_LEAD: Final = 5
"""So many words may stand between a preposition and the name of a place: "in the northern port city of Kalden"."""
LONGEST_NAME: Final = 4
"""So many words the name of a place has at most."""
YEAR: Final = 4
"""Digits of a year."""
UNIT: Final = 2
"""Letters of a unit or a currency that stands with a capital before its number."""


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """The words around the names of places: `prepositions` before them, `leads` between the two ("in **the northern province of**"),
    of which one of the `endings` must be the last, unless one of the `kinds` follows the name ("in the Belo **district**") or the
    name is one of the `definite` ones ("in the **Philippines**"); `possessives` end the name of an owner. Behind one of the
    `origins` a body or a firm is no place ("dari **Muhammadiyah**")."""

    prepositions: frozenset[str]
    leads: frozenset[str]
    endings: frozenset[str]
    kinds: frozenset[str]
    definite: frozenset[str]
    possessives: tuple[str, ...]
    origins: frozenset[str]
    bodies: frozenset[str]
    firm_ends: frozenset[str]

    def owns(self, word: str) -> int:
        """How many letters of a word make it an owner's: 2 of "kalden's", else 0."""
        return next((len(ending) for ending in self.possessives if word.endswith(ending)), 0)

    def bare(self, word: str) -> str:
        """A word without what makes it an owner's."""
        return word[: len(word) - self.owns(word)]


@cache
def place_words(language: Language) -> PlaceWords:
    """The place words of the language, prepared for look-up."""
    table = language.tables["counted"]
    roles = language.tables["quotes"]["roles"]
    origins = language.tables["quotes"]["chain"]["taken_from"] if table["order"] == "head_first" else []
    names = ("place_leads", "place_endings", "place_kinds", "places_definite")
    leads, endings, kinds, definite = (frozenset(table[name]) for name in names)
    prepositions = frozenset([*table["places"], *table["places_near"]])
    return PlaceWords(
        prepositions=prepositions,
        leads=leads | endings | kinds,
        endings=endings,
        kinds=kinds,
        definite=definite,
        possessives=tuple(table["possessives"]),
        origins=prepositions.intersection(origins),
        bodies=frozenset(roles["bodies"]),
        firm_ends=frozenset(roles["corporate"]),
    )


def name_before(tokens: Tokens, at: int, linkers: Container[str]) -> Phrase:
    """The name, if there is one, that stands right before a number at token `at`, or before one of the `linkers` ("sebanyak") or a
    bracket there."""
    end = at - (tokens.at[at - 1] in linkers or tokens.at[at - 1] == "(")
    start = end
    while end - start < LONGEST_NAME and tokens.capital(start - 1):
        start -= 1
    return start, end


def name_behind(tokens: Tokens, at: int, words: PlaceWords, times: Container[str]) -> int | None:
    """The token at which the name of a place begins behind the preposition at token `at`: "in | Kalden", "off the island of |
    Kalden", "in the | Belo district", "in the | U.S.", "di perairan | Pulau Kalden", not "in the Senate"; None without one."""
    start = at + 1
    while start - at <= LONGEST_LEAD and tokens.at[start] in words.leads and not tokens.capital(start):
        start += 1
    name = words.bare(tokens.at[start])
    numbered = tokens.at[start + 1] == "." and tokens.at[start + 2][:1].isdigit()  # "at No. 4"
    year = tokens.at[start + 1]
    numbered = numbered or (tokens.raw(start).isupper() and year.isdigit() and len(year) == YEAR)  # "dari UMP 2025"
    if not tokens.capital(start) or name in times or numbered:
        return None
    end = start
    while end - start < LONGEST_NAME and tokens.capital(end):
        end += 1
    firm = end - start > 1 and tokens.words[end - 1] in words.firm_ends
    if tokens.words[at] in words.origins and (firm or name in words.bodies):
        return None  # "tiga poin dari Arema FC", "dua kiai dari Muhammadiyah"
    of_kind = tokens.at[end] in words.kinds
    if of_kind and tokens.at[end + 1] in words.endings and tokens.capital(end + 2):
        return end + 2  # "in the Belo town of | Aren"
    if is_initial(tokens, start) and tokens.at[start + 4] in HYPHENS:
        return None  # "in a U.S.-based chain"
    known = start == at + 1 or of_kind or name in words.definite or tokens.at[start - 1] in words.endings
    return start if known or is_initial(tokens, start) else None


def name_at(
    tokens: Tokens, index: int, told: Container[int], words: PlaceWords, placed: Container[str], longest: int
) -> str:
    """The name of at most so many words that begins at token `index`, as written but for what makes it an owner's ("in Kalden's
    north"); in a headline the word of an event, one of the tokens `told`, ends it ("Gempa di Cianjur Tewaskan 56 Orang")."""
    last = index
    while not words.owns(tokens.words[last]):
        following = last + 1 + is_initial(tokens, last)
        if following - index >= longest or not tokens.capital(following):
            break
        if ends_name(tokens, index, following, placed):
            break
        beyond = tokens.at[following + 1]
        if following in told and (beyond[:1].isdigit() or tokens.capital(following + 1)):
            break  # not in "Eagle Falls, Ohio"
        last = following
    last += is_initial(tokens, last)
    return tokens.text[tokens.starts[index] : tokens.ends[last] - words.owns(tokens.words[last])]


def ends_name(tokens: Tokens, start: int, at: int, placed: Container[str]) -> bool:
    """Whether the capital at token `at` is no part of the place whose name begins at token `start`: a unit or a currency before its
    number ("di Tol Teron Km 23", "di Solok Rp 6.000"), or the larger territory ("Desa Teron Kecamatan Mirat")."""
    unit = len(tokens.words[at]) == UNIT and tokens.at[at + 1][:1].isdigit()
    return unit or (at > start + 1 and tokens.words[start] in placed and tokens.words[at] in placed)


def is_initial(tokens: Tokens, index: int) -> bool:
    """Whether token `index` is a letter with its stop: "U.S."."""
    return len(tokens.at[index]) == 1 and tokens.at[index + 1] == "." and tokens.glued(index + 1)
