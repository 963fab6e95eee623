"""A figure's sentence as its words."""

from claims.locating.page import Page
from claims.locating.sentence import BLANK, blanked, common_words, rare_words, sentence_of

TEXT = "On Monday 12 boats sank off Aren in 2024, and 30 sailors swam ashore.\n\nOn Friday 9 boats sank off Aren in 2024, and 31 sailors swam ashore."


def figures(text: str = TEXT) -> dict[str, tuple[Page, int]]:
    page = Page(text, "en", None)
    return {figure.text: (page, index) for index, figure in enumerate(page.figures)}


def told(text: str) -> tuple[str, ...]:
    page, index = figures()[text]
    return sentence_of(page, page.figures[index])


def test_a_sentence_keeps_its_words_and_years_and_marks_its_own_number() -> None:
    assert told("12 boats") == (
        "On",
        BLANK,
        "boats",
        "sank",
        "off",
        "Aren",
        "in",
        "2024",
        "and",
        "sailors",
        "swam",
        "ashore",
    )
    assert told("30 sailors")[8:10] == (BLANK, "sailors")


def test_two_sentences_that_differ_in_numbers_and_days_are_the_same_by_their_words() -> None:
    page = Page(TEXT, "en", None)
    places = {figure.text: blanked(page, figure) for figure in page.figures}
    assert places["12 boats"] == places["9 boats"]
    assert places["30 sailors"] == places["31 sailors"]
    assert places["12 boats"].words == places["30 sailors"].words
    assert places["12 boats"].place < places["30 sailors"].place


def test_words_of_every_sentence_of_the_kind_tell_nothing() -> None:
    assert "killed" in common_words()
    assert rare_words(("Three", BLANK, "killed", "ferry", "Aren")) >= {"ferry", "aren"}
    assert not {BLANK, "killed"} & rare_words(("Three", BLANK, "killed", "ferry", "Aren"))
