"""The words kept around what was found."""

from claims.comparison import Read
from claims.locating.page import Page
from claims.locating.values import CONTEXT, located


def test_the_words_around_a_figure_are_kept() -> None:
    page = Page("x" * 100 + " About 1,200 people were killed in the attack on the border " + "y" * 100, "en", None)
    [figure] = page.figures
    answer = located("found", page.text, figure, Read(value=figure.value), None, ())
    assert page.text[: answer.start].endswith(answer.prefix)
    assert page.text[answer.end :].startswith(answer.suffix)
    assert len(answer.prefix) == len(answer.suffix) == CONTEXT
