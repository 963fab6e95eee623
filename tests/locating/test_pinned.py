"""Pinned words whose number may have changed."""

from decimal import Decimal

import pytest

from claims.locating.page import Page
from claims.locating.pinned import pin, place_of
from claims.locating.values import Pinned
from tests.gold.scoring import LANGUAGES, by_language, load

PAGE = (
    "Team Alpha raised its output by 12 percent last year. Team Beta raised its output by 9 percent last year. "
    "The army says 239 people are being held in Gaza, among them 30 children."
)

CASES: list[tuple[Pinned, list[int]]] = [
    (Pinned("11 percent", "Team Alpha raised its output by ", " last year."), [12]),
    (Pinned("11 percent", "Team Beta raised its output by ", " last year."), [9]),
    (Pinned("11 percent", "Team Delta raised its output by ", " last year."), []),
    (Pinned("11 percent", " raised its output by ", " last year."), [12, 9]),
    (Pinned("$11", "Team Alpha raised its output by ", " last year."), []),
    (Pinned("220 people", "The army says ", " are being held in Gaza"), [239]),
    (Pinned("220 people", "The army said that ", " are being held in Gaza"), []),
    (Pinned("220 soldiers", "The army says ", " are being held in Gaza"), []),
    (Pinned("220 people", "", ""), []),
    (Pinned("people", "The army says ", " are being held"), []),
]


@pytest.mark.parametrize(("pinned", "values"), CASES)
def test_the_words_around_decide(pinned: Pinned, values: list[int]) -> None:
    assert [figure.value for figure in place_of(pinned, Page(PAGE, "en", None))] == [Decimal(value) for value in values]


BOUNDS: list[tuple[Pinned, str, list[int]]] = [
    (Pinned("4 tons", "the harvest fell to about ", " a hectare"), "Then the harvest fell to about 3 tons a hectare.", [3]),
    (Pinned("4 tons", "the harvest fell to about ", " a hectare"), "Then the harvest fell to 3 tons a hectare.", [3]),
    (Pinned("4 tons", "the harvest fell to ", " a hectare"), "Then the harvest fell to at least 3 tons a hectare.", [3]),
    (Pinned("about 4 tons", "the harvest fell to ", " a hectare"), "Then the harvest fell to nearly 3 tons a hectare.", [3]),
    (Pinned("4 tons", "the harvest rose to about ", " a hectare"), "Then the crowd grew to about 3 tons a hectare.", []),
]  # fmt: skip


@pytest.mark.parametrize(("pinned", "page", "values"), BOUNDS)
def test_words_for_a_bound_may_come_and_go(pinned: Pinned, page: str, values: list[int]) -> None:
    assert [figure.value for figure in place_of(pinned, Page(page, "en", None))] == [Decimal(value) for value in values]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_figures_of_articles_are_found_by_their_own_words(language: str) -> None:
    """Of each only the sentences that have the words are read: they must be the right ones."""
    found, lost = 0, []
    for article in dict(by_language(load()))[language]:
        text = article.text
        for figure in Page(text, language, None).figures:
            start, end = figure.number
            before, after = text[:start].split(" ")[-8:], text[end:].split(" ")[:8]
            pinned = Pinned(text[start:end], " ".join(before), " ".join(after))
            numbers = [one.number for one in place_of(pinned, Page(text, language, None))]
            if figure.number in numbers:
                found += 1
            else:
                lost.append(pinned)
    assert found > 500
    assert len(lost) < found / 100, lost


def test_words_are_pinned_that_tell_a_figure_from_all_others() -> None:
    page = Page(PAGE, "en", None)
    told = {str(figure.value): pin(figure, page, page) for figure in page.figures}
    assert told["12"] == Pinned("12 percent", "Team Alpha raised its output by ", " last year")
    assert told["30"] == Pinned("30", "being held in Gaza, among them ", " children")


def test_words_that_stand_twice_pin_nothing() -> None:
    page = Page("12 people died in Aren.\n12 people died in Aren.", "en", None)
    assert [pin(figure, page, page) for figure in page.figures] == [None, None]
