"""Pinned words: the place of a page where the words around a number still stand, whatever the number is now.

Words may change a little; names may not ("Team Alpha" is not "Team Beta"), nor what stands next to the number, nor its unit.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from claims.extraction import extract
from claims.extraction.scan import lowered, places_of
from claims.extraction.values import Figure, Span

from .page import REACH, Page
from .values import Pinned
from .words import words

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
DIGITS = re.compile(r"\d[\d.,]*")

STANDING = 0.75
"""The part of the pinned words that must still stand around the number."""

EQUAL = 0.06
"""Places whose share of standing words differs by less are equally good."""

ANY = "any"
"""The unit of pinned words in which the engine reads no figure: any will do, the words must tell."""

SLACK = 3
"""Words that may have been put in on either side."""

FEW, MANY = 6, 12
"""Words on either side that are pinned, the fewer if they tell the figure from all others."""

WORD_LENGTH = 16
"""Characters that a word and the blank beside it are given."""


@dataclass(frozen=True, slots=True)
class Around:
    """The pinned words before the number, nearest last, and after it, and the unit that the engine reads there."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    unit: str | None


def place_of(pinned: Pinned, page: Page) -> list[Figure]:
    """The figures of the page that stand where the pinned number stood; several when the words stand there several times.

    Nothing when the pinned words have no number or the words around it are gone.
    """
    around = _around(pinned, page.language) if _split(pinned.prefix + pinned.suffix) else None
    if around is None:
        return []
    figures = [figure for span in _stretches(around, page) for figure in page.between(*span)]
    shares = [(_standing(around, page, figure), figure) for figure in figures if around.unit in {ANY, figure.unit}]
    best = max((share for share, _ in shares), default=0.0)
    if best < STANDING:
        return []
    return [figure for share, figure in shares if share > best - EQUAL]


def pin(figure: Figure, page: Page, whole: Page) -> Pinned | None:
    """A figure's number with so many words around it that they find one figure of the whole page; None where no words of its
    line do. `page` may be a part of the whole: pinned words are looked for in menus too."""
    start, end = figure.number
    sentence, line = page.sentence(figure), page.line(figure.start)
    for (first, last), most in ((sentence, FEW), (sentence, MANY), (line, MANY)):
        before, after = list(WORD.finditer(page.text, first, start)), list(WORD.finditer(page.text, end, last))
        opens = before[-most:][0].start() if before else start
        closes = after[:most][-1].end() if after else end
        pinned = Pinned(page.text[start:end], page.text[opens:start], page.text[end:closes])
        if [found.value for found in place_of(pinned, whole)] == [figure.value]:
            return pinned
    return None


@lru_cache(maxsize=2048)
def _around(pinned: Pinned, language: str) -> Around | None:
    """What the pinned words tell of the number between them, kept for the page's next visit; None where they have none."""
    whole = pinned.prefix + pinned.exact + pinned.suffix
    first, last = len(pinned.prefix), len(pinned.prefix) + len(pinned.exact)
    told = extract(whole, language=language, quotes=False).figures
    figures = [figure for figure in told if first <= figure.number[0] < last]
    if len(figures) == 1:
        end = figures[0].number[1]
        # Words for its bound belong to the figure, whether they were pinned with it or before it: "about" may come and go.
        return Around(_split(whole[: figures[0].start]), _split(whole[end:]), figures[0].unit)
    digits = DIGITS.search(pinned.exact)
    if figures or digits is None:
        return None
    return Around(_split(pinned.prefix), _split(whole[first + digits.end() :]), ANY)


def _stretches(around: Around, page: Page) -> list[Span]:
    """Where a figure may begin that has the pinned words around it, the nearest on either side among them: only there need the
    page be read."""
    before, after = ([lowered(word) for word in side] for side in (around.before[::-1], around.after))
    nearest = {*before[:1], *after[:1]}
    reach_before, reach_after = _reach(around.before), _reach(around.after)
    stretches: list[Span] = []
    for at in places_of((before or after)[0], page.lower):
        start, end = (at, at + reach_before) if before else (max(at - reach_after - REACH, 0), at)
        near = page.lower[max(start - reach_before, 0) : end + REACH + reach_after]
        standing = sum(word in near for word in (*before, *after))
        if standing < STANDING * (len(before) + len(after)) or not all(word in near for word in nearest):
            continue
        if stretches and start < stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end + 1))
    return stretches


def _reach(words: Sequence[str]) -> int:
    """Characters beside a number in which its pinned words must stand."""
    return WORD_LENGTH * (len(words) + SLACK)


def _split(text: str) -> tuple[str, ...]:
    return tuple(WORD.findall(text))


def _standing(around: Around, page: Page, figure: Figure) -> float:
    """The share of the pinned words that stand around the figure, 0 when a name among them is another."""
    start, end = figure.start, figure.number[1]
    before = _split(page.text[max(0, start - _reach(around.before)) : start])[-len(around.before) - SLACK :]
    after = _split(page.text[end : end + _reach(around.after)])
    sides = (
        _matched(around.before[::-1], tuple(before[::-1]) if around.before else ()),
        _matched(around.after, after[: len(around.after) + SLACK]),
    )
    if None in sides:
        return 0.0
    return sum(side or 0 for side in sides) / (len(around.before) + len(around.after))


def _matched(pinned: Sequence[str], found: Sequence[str]) -> int | None:
    """How many of the pinned words stand in order, counted from the number outwards; None when a name has changed."""
    if not pinned:
        return 0
    ours, theirs = [word.lower() for word in pinned], [word.lower() for word in found]
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    matched: set[int] = set()
    for block in matcher.get_matching_blocks():
        matched.update(range(block.a, block.a + block.size))
    gone = [word for number, word in enumerate(pinned) if number not in matched]
    if 0 not in matched or any(_is_name(word) for word in gone):
        return None
    return len(matched)


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in words().weekdays and word.lower() not in words().months
