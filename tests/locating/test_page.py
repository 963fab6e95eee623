"""What stands around a figure of a page."""

from datetime import date

import pytest

from claims.extraction.values import Figure
from claims.locating.page import Page


def figure(page: Page, value: int) -> Figure:
    return next(found for found in page.figures if found.value == value)


def test_the_sentence_of_a_figure() -> None:
    page = Page(
        "Flash update no. 20. On Oct. 7 about 1,200 people were killed. Of them 30 were children.\nEnd.", "en", None
    )
    start, end = page.sentence(figure(page, 1200))
    assert page.text[start:end].strip() == "On Oct. 7 about 1,200 people were killed."


EARLIER = [
    ("The toll rose to 239 people killed from 229 people killed.", 239, False),
    ("The toll rose to 239 people killed from 229 people killed.", 229, True),
    ("About 1,200 people were killed, not 1,400 people.", 1400, True),
    ("Korban tewas 323 orang. Sebelumnya 321 orang tewas.", 321, True),
    ("Korban tewas 323 orang. Sebelumnya 321 orang tewas.", 323, False),
    ("Korban tewas direvisi dari 1.400 orang menjadi 1.200 orang.", 1400, True),
    ("Korban tewas direvisi dari 1.400 orang menjadi 1.200 orang.", 1200, False),
    ("The company employs 5,400 people, down from 5,800 people two years ago.", 5800, True),
    ("Of 300 people from 12 villages, 20 people were killed.", 20, False),
]


@pytest.mark.parametrize(("text", "value", "earlier"), EARLIER)
def test_the_older_of_two_figures(text: str, value: int, earlier: bool) -> None:
    page = Page(text, None, None)
    assert page.is_earlier(figure(page, value)) is earlier


AS_OF = [
    ("As of 9 November 2023, 1,200 people have been killed.", date(2023, 11, 9), "stated"),
    ("About 1,200 people were killed, a spokesman said on Friday.", date(2023, 11, 10), "stated"),
    ("About 1,200 people were killed.", date(2023, 11, 12), "inferred"),
    (
        "As of 9 November 2023, 5,000 people were injured. About 1,200 people were killed.",
        date(2023, 11, 9),
        "stated",
    ),
]


@pytest.mark.parametrize(("text", "day", "basis"), AS_OF)
def test_the_day_for_which_a_figure_holds(text: str, day: date, basis: str) -> None:
    page = Page(text, "en", date(2023, 11, 12))
    as_of = page.as_of(figure(page, 1200))
    assert (as_of.day, as_of.basis) == (day, basis)


def test_a_page_without_any_day_leaves_the_day_unknown() -> None:
    page = Page("About 1,200 people were killed.", "en", None)
    assert page.as_of(figure(page, 1200)).basis == "unknown"


def test_who_says_a_figure_is_told_by_its_own_paragraph() -> None:
    page = Page("Gaza\n\nFive died.\n\n“At least 12 people were killed,” said Mayor John Smith.", "en", None)
    assert [page.text[slice(*span)] for span in page.said_by(figure(page, 12))] == ["Mayor John Smith"]
    assert page.said_by(figure(page, 5)) == ()
