"""What leaves a figure in doubt without a word that says so: how far it has moved, what lies nearer, where its place is told."""

from decimal import Decimal

import pytest

from claims.comparison import Expected
from claims.locating import Page, locate
from claims.locating.claim import Claim
from claims.locating.doubts import closer, is_doubtful
from claims.locating.evidence import candidate
from tests.locating.telling import DAY, candidate_in

GAZA = {"event": "killed", "place": "Gaza", "context": "In Gaza 331 people were killed."}
CLAIM = Claim(Expected(value=Decimal(331), counted="people", **GAZA))


def outcome(claimed: int, text: str, **claim: str) -> str:
    """What is answered for a count of people in a page in English."""
    told = {"counted": "people", "context": f"{claimed} people", **claim}
    return locate(Expected(value=Decimal(claimed), **told), Page(text, "en", None)).outcome


def test_a_figure_far_off_in_size_is_doubtful() -> None:
    far = candidate_in("In Gaza 30 people were killed.", "30", **GAZA)
    assert not far.is_others
    assert is_doubtful(CLAIM, far)


def test_a_figure_that_the_page_calls_older_is_doubtful() -> None:
    assert not is_doubtful(CLAIM, candidate_in("In Gaza 450 people were killed.", **GAZA))
    assert is_doubtful(CLAIM, candidate_in("A month earlier 450 people were killed in Gaza.", **GAZA))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In Tula 160 people were killed by the storm.", "found"),
        ("Storm in Tula\n\nIn all, 60 people were killed.", "found"),
        ("Storm in Tula\n\nIn all, 160 people were killed.", "ambiguous"),
        ("Storm in Tula\n\nThe toll has risen to 160 people killed.", "found"),
    ],
)
def test_a_leap_is_found_where_the_figure_names_the_place_or_has_risen(text: str, said: str) -> None:
    assert outcome(40, text, event="killed", place="Tula") == said


def test_a_leap_of_a_count_without_the_event_is_offered() -> None:
    text = "In Tula measles keeps 9 people busy, officials said."
    assert outcome(40, text, event="hospitalised", place="Tula") != "found"


@pytest.mark.parametrize(("value", "doubted"), [(345, False), (450, True)])
def test_a_figure_of_a_year_told_nowhere_is_found_only_if_it_has_hardly_moved(value: int, doubted: bool) -> None:
    told = {**GAZA, "event_date": "2021"}
    claim = Claim(Expected(value=Decimal(331), counted="people", published=DAY, **told))
    found = candidate_in(f"In Gaza {value} people were killed.", str(value), **told)
    assert is_doubtful(claim, found) is doubted


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A boat with 600 people rescued off Libya sank. Around 400 people were rescued by Malta.", "ambiguous"),
        ("A boat with 600 people rescued off Libya sank. Around 1,400 people were rescued by Malta.", "found"),
    ],
)
def test_a_nearer_figure_counts_though_another_place_stands_in_its_sentence(text: str, said: str) -> None:
    assert outcome(367, text, event="rescued", place="Libya") == said


def test_the_printed_number_is_offered_beside_one_of_about_its_size() -> None:
    text = "In Gaza 331 people were killed by May.\n\nAs many as 352 people were killed in Antara Hilir."
    page = Page(text, "en", None)
    old, new = (candidate(CLAIM, page, figure) for figure in page.figures_like(None) if figure.value in {331, 352})
    assert [other.figure.value for other in closer(CLAIM, page, old, [old, new])] == [Decimal(352)]
    assert not list(closer(CLAIM, page, new, [old, new]))


def test_numbers_of_one_row_are_never_one_number_rounded() -> None:
    text = "Harga di Malang\n\nBarang\tSenin\tSelasa\nDaging sapi\tRp126.500\tRp127.000\nTelur ayam\tRp28.100\tRp27.500"
    beef = Expected(
        value=Decimal(126500),
        unit="IDR",
        counted="beef",
        event="priced",
        place="Malang",
        context="Beef costs Rp126,500 a kilogram in Malang.",
    )
    assert locate(beef, Page(text, "id", None)).outcome == "ambiguous"


WIDOWS = "The fund paid 40 widows of drowned fishermen before the harbour fair."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("After the storm 50 widows came to the chapel.", "found"),
        ("After the storm 70 widows came to the chapel.", "ambiguous"),
        ("The fund has paid 70 widows of drowned fishermen since the fair.", "found"),
        ("The fund has paid 28 widows of drowned fishermen since the fair.", "ambiguous"),
    ],
)
def test_without_a_place_a_figure_that_has_moved_far_is_found_only_in_the_claims_words(text: str, said: str) -> None:
    assert outcome(40, text, counted="widows", context=WIDOWS) == said


@pytest.mark.parametrize(
    ("language", "text", "place", "said"),
    [
        ("en", "In Tula 70 people were held.", "", "ambiguous"),
        ("en", "In Tula 70 people were held.", "Tula", "found"),
        ("id", "Sebanyak 70 orang ditangkap.", "", "found"),
    ],
)
def test_a_place_holds_it_and_another_language_shares_no_words(language: str, text: str, place: str, said: str) -> None:
    context = "After the bread riot 40 people were held."
    claim = Expected(value=Decimal(40), counted="people", event="arrested", place=place or None, context=context)
    assert locate(claim, Page(text, language, None)).outcome == said
