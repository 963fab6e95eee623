"""Languages as data: the files of languages/ and the tables they hold."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from .compiled import SOURCES

FOLDER: Final = SOURCES / "languages"
TIMES: Final = ("day", "week", "month", "year")
GUESSED_FROM: Final = 6000
"""Characters at the start of a text that decide its language."""

LETTERS: Final = bytes(code if chr(code) in "abcdefghijklmnopqrstuvwxyz" else 32 for code in range(256))
"""Turns every byte but a small letter into a blank."""


class UnknownLanguage(ValueError):
    """There is no file for the language asked for."""


@dataclass(frozen=True, eq=False)
class Language:
    """One language file. `tables` holds its sections; each stage prepares its own look-ups from them, once."""

    code: str
    name: str
    tables: Mapping[str, Any]


@cache
def available() -> tuple[str, ...]:
    """The codes of the languages that have a file."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def load(code: str) -> Language:
    """The language with this code (`id`); `id-ID` and `ID` mean it too. Raises UnknownLanguage."""
    wanted = code.replace("_", "-").split("-")[0].lower()
    if wanted not in available():
        raise UnknownLanguage(f"no language {code!r}; there are {', '.join(available())}")
    if wanted != code:
        return load(wanted)
    with (FOLDER / f"{wanted}.toml").open("rb") as file:
        tables = tomllib.load(file)
    return Language(wanted, tables["language"]["name"], tables)


def words_of_time(language: Language) -> frozenset[str]:
    """The words of the language for lengths of time from a day on."""
    return frozenset(word for unit in TIMES for word in language.tables["units"][unit])


@lru_cache(maxsize=1)
def telling_words() -> dict[str, tuple[tuple[str, int], ...]]:
    """Word -> ((language code, weight), …): `common` words weigh 1, words that only one language uses 3."""
    weights: dict[str, list[tuple[str, int]]] = {}
    for code in available():
        table = load(code).tables["language"]
        for weight, words in ((1, table["common"]), (3, table["telling"])):
            for word in words:
                weights.setdefault(word, []).append((code, weight))
    return {word: tuple(found) for word, found in weights.items()}


@lru_cache(maxsize=1)
def known_words() -> dict[str, set[str]]:
    """Word -> the codes of the languages whose files hold it, without the words that all of them hold."""
    owners: dict[str, set[str]] = {}
    for code in available():
        for word in _words_in(load(code).tables):
            owners.setdefault(word, set()).add(code)
    return {word: codes for word, codes in owners.items() if len(codes) < len(available())}


def _words_in(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield from plain_words(table)
    elif isinstance(table, Mapping | list):
        for part in table.values() if isinstance(table, Mapping) else table:
            yield from _words_in(part)


def plain_words(lower: str) -> list[str]:
    """The runs of the letters a to z in a lower-case text, in order; three times as fast as a pattern finds them."""
    return lower.encode("ascii", "replace").translate(LETTERS).decode("ascii").split()


def guess(text: str) -> str:
    """The code of the language that the start of the text is most likely written in; `en` when nothing speaks for any.

    Common words tell; a heading or a line that has none is told by the words that some language file holds."""
    words, read = telling_words(), plain_words(text[:GUESSED_FROM].lower())
    scores: dict[str, int] = {}
    for word, times in Counter(filter(words.__contains__, read)).items():
        for code, weight in words[word]:
            scores[code] = scores.get(code, 0) + weight * times
    scores = scores or Counter(code for word in read for code in known_words().get(word, ()))
    return max(sorted(scores), key=lambda code: (scores[code], code == "en"), default="en")


def by_first_letter(words: Iterable[str]) -> str:
    """The words as the alternatives of a pattern, grouped by their first letter, which makes the search several times faster."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in groups.items())
