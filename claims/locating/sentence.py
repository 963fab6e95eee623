"""A figure's sentence as its words, without the numbers, which move."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from claims.extraction.language import available, load
from claims.extraction.values import Figure

from .page import Page
from .words import words

WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

YEAR: Final = re.compile(r"(?:19|20)\d\d")

BLANK: Final = "#"
"""Stands for the number among the words of its sentence."""


class Blanked(NamedTuple):
    """The words of a figure's sentence in lower case, without any number, and which of its numbers the figure is."""

    words: tuple[str, ...]
    place: int


def blanked(page: Page, figure: Figure) -> Blanked:
    """A figure's sentence by its words alone, by which one that repeats another is known."""
    told = sentence_of(page, figure)
    start = page.sentence(figure)[0]
    return Blanked(tuple(word.lower() for word in told if word != BLANK), len(page.between(start, figure.start)))


def sentence_of(page: Page, figure: Figure) -> tuple[str, ...]:
    """The words of a figure's sentence in order, with a blank for its number and without other numbers and days, but with years; of
    a cell those of its row's label and its column's head."""
    if figure.number[0] not in page.blanked:
        page.blanked[figure.number[0]] = _sentence_of(page, figure)
    return page.blanked[figure.number[0]]


def _sentence_of(page: Page, figure: Figure) -> tuple[str, ...]:
    cell = page.cell(figure)
    if cell is not None:
        return (*WORD.findall(cell.label), BLANK, *WORD.findall(cell.head))
    start, end = page.sentence(figure)
    told: list[str] = []
    at = start
    for number in sorted({one.number for one in page.between(start, end)} | {figure.number}):
        told += _words(page.text[at : number[0]])
        if number == figure.number:
            told.append(BLANK)
        at = max(at, number[1])
    return (*told, *_words(page.text[at:end]))


def _words(text: str) -> list[str]:
    """The words of a text without numbers and days, but with a year that is not a day's."""
    told = WORD.findall(text)
    after = zip(["", *told], told, strict=False)
    return [word for last, word in after if _is_kept(word) or (YEAR.fullmatch(word) and last.lower() not in _days())]


def _is_kept(word: str) -> bool:
    return not word[0].isdigit() and word.lower() not in _days()


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    return frozenset({*words().weekdays, *words().months})


def rare_words(told: Sequence[str]) -> frozenset[str]:
    """The words, in lower case, but for those that stand in every sentence of the kind."""
    return frozenset(word.lower() for word in told) - {BLANK} - common_words()


@cache
def common_words() -> frozenset[str]:
    """Words that may begin a sentence with a capital without being a name."""
    found: set[str] = set()
    for code in available():
        tables = load(code).tables
        lists = [tables["language"]["common"], tables["language"]["telling"], *tables["bounds"]["before"].values()]
        lists += [*tables["events"].values(), tables["counted"]["people"], tables["counted"]["linkers"]]
        lists += [*tables["units"].values(), list(words().months), list(words().weekdays)]
        found.update(word for phrases in lists for phrase in phrases for word in phrase.split())
    return frozenset(found)
