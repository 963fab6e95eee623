"""Revised pages measured: what is read in a page weeks after an editor confirmed what was read in it, by prose and by a place."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from claims.locating import Page, Seen, locate
from claims.locating.values import Located
from tests.judged.following import Pair, outcome, pairs
from tests.judged.judging import Case, as_read, cases, right

ALL_PAIRS = list(pairs())
FLOORS = {"prose": 0.84, "place": 0.9}
"""Right readings among those that an editor would have confirmed."""

NUMBER = re.compile(r"\d{1,3}(?:([.,])\d{3})*|\d+")
ROUNDED = 8
"""Pages whose headline says the same more roughly, and keeps its number when the sentence is gone."""


def confirmed(way: str) -> Iterator[tuple[Pair, str]]:
    """Every pair of which the first page is read rightly, and what came of the second."""
    for pair in ALL_PAIRS:
        first, second = pair.answers(pair.locator if way == "place" else "")
        if outcome((pair.first,), first) in {"right", "bound"}:
            yield pair, outcome(pair.chosen_reads if way == "place" else pair.reads, second)


def test_the_pairs_are_many_and_of_eight_kinds() -> None:
    kinds = Counter(pair.kind for pair in ALL_PAIRS)
    assert len(kinds) == 8
    assert min(kinds.values()) >= 10
    assert sum(kinds.values()) >= 60


@pytest.mark.parametrize("way", FLOORS)
def test_a_revised_page_is_read_rightly_or_offered(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    came = list(confirmed(way))
    counts = Counter(kind for _, kind in came)
    with capsys.disabled():
        print(f"\nrevised pages by {way}, {len(came)} confirmed: {dict(counts)}")
    assert [pair.name for pair, kind in came if kind == "wrong"] == []
    assert counts["right"] + counts["bound"] >= FLOORS[way] * len(came)


def read_rightly() -> Iterator[tuple[Case, Page, Located]]:
    """The judged claims of prose that are read rightly, each with its page."""
    for case in cases():
        page = Page(*given(case))
        answer = locate(case.expected, page)
        if not case.pinned and answer.outcome == "found" and answer.figure and right(case.reads, answer):
            yield case, page, answer


def given(case: Case) -> tuple[str, str | None, date | None]:
    """A page's text, language and day."""
    if not case.media_type:
        return case.text, case.language, case.published
    text, language, published = as_read(case.text, case.media_type)
    return text, language, case.published or published


def again(case: Case, text: str, seen: Seen | None) -> Located:
    """What is read in another text of the page."""
    _, language, published = given(case)
    return locate(case.expected, Page(text, language, published), seen=seen)


def grown(number: str) -> str | None:
    """A number by three tenths larger in the same spelling, None for one that is not written in digits of a whole."""
    told = NUMBER.fullmatch(number)
    if told is None:
        return None
    larger = int(re.sub(r"\D", "", number)) * 13 // 10 + 1
    return f"{larger:,}".replace(",", told[1]) if told[1] else str(larger)


def test_every_judged_page_is_followed() -> None:
    """The same page again; with another number in the same sentence; without the sentence."""
    came: Counter[str] = Counter()
    for case, page, answer in read_rightly():
        assert answer.figure is not None
        assert again(case, page.text, answer.seen).read == answer.read, case.name
        start, end = answer.figure.number
        number = grown(page.text[start:end])
        if number is not None and answer.figure.high is None:
            moved = again(case, page.text[:start] + number + page.text[end:], answer.seen)
            there = moved.figure.number[0] if moved.figure else None
            came["followed" if (moved.outcome, there) == ("found", start) else f"not followed: {moved.outcome}"] += 1
        span = page.line(answer.figure.start) if page.cell(answer.figure) else page.sentence(answer.figure)
        gone = again(case, page.text[: span[0]] + page.text[span[1] :], answer.seen)
        other = gone.outcome == "found" and gone.figure is not None and gone.figure.value != answer.figure.value
        came["another found"] += other
    assert came["followed"] >= 440
    assert came["not followed: found"] == came["not followed: missing"] == 0
    assert came["not followed: ambiguous"] <= 0.01 * came["followed"]
    assert came["another found"] <= ROUNDED
