"""What a text makes of a figure."""

import pytest

from claims.extraction.values import Figure
from claims.locating.asserted import (
    is_demanded,
    is_earlier,
    is_foreseen,
    is_held_against,
    is_provisional,
    is_taken_back,
)
from claims.locating.page import Page


def figure(page: Page, value: int) -> Figure:
    return next(found for found in page.figures if found.value == value)


EARLIER = [
    ("Flash Update #7\n\nUpdate #6 put the number of people killed at 239.", 239, True),
    ("Flash Update #7\n\nUpdate #7 puts the number of people killed at 239.", 239, False),
    ("Salam earlier said that 100 people were rescued.", 100, True),
    ("The toll rose to 239 people killed from 229 people killed.", 239, False),
    ("The toll rose to 239 people killed from 229 people killed.", 229, True),
    ("About 1,200 people were killed, not 1,400 people.", 1400, True),
    ("Korban tewas 323 orang. Sebelumnya 321 orang tewas.", 321, True),
    ("Korban tewas 323 orang. Sebelumnya 321 orang tewas.", 323, False),
    ("Korban tewas direvisi dari 1.400 orang menjadi 1.200 orang.", 1400, True),
    ("Korban tewas direvisi dari 1.400 orang menjadi 1.200 orang.", 1200, False),
    ("The company employs 5,400 people, down from 5,800 people two years ago.", 5800, True),
    ("It slipped to 43 people from 45 people in March and 47 people in May.", 47, True),
    ("Of 300 people from 12 villages, 20 people were killed.", 20, False),
]


@pytest.mark.parametrize(("text", "value", "earlier"), EARLIER)
def test_the_older_of_two_figures(text: str, value: int, earlier: bool) -> None:
    page = Page(text, None, None)
    assert is_earlier(page, figure(page, value)) is earlier


DEMANDED = [
    ("Jaksa menuntut terdakwa 7 tahun penjara.", 7, True),
    ("Hakim menghukum terdakwa 4 tahun penjara, lebih ringan dari tuntutan jaksa 7 tahun.", 4, False),
    ("Hakim menghukum terdakwa 4 tahun penjara, lebih ringan dari tuntutan jaksa 7 tahun.", 7, True),
    ("Prosecutors asked the court to jail him for 12 years.", 12, True),
    ("Prosecutors had sought a term of 12 years; the court jailed him for 9 years.", 9, False),
]


@pytest.mark.parametrize(("text", "value", "demanded"), DEMANDED)
def test_what_is_only_asked_for(text: str, value: int, demanded: bool) -> None:
    page = Page(text, None, None)
    assert is_demanded(page, figure(page, value)) is demanded


def test_what_is_foreseen_and_what_is_counted_before_the_count() -> None:
    page = Page("Analysts forecast a profit of $650 million.", "en", None)
    assert is_foreseen(page, page.figures[0])
    page = Page("The firm made a profit of $650 million.", "en", None)
    assert not is_foreseen(page, page.figures[0])
    page = Page("In a quick count she has 44 percent. The official result is 43 percent.", "en", None)
    assert [is_provisional(page, one) for one in page.figures] == [True, False]


TAKEN_BACK = [
    ("In all, 54 people died, an official said. He has withdrawn that figure.", 54, True),
    ("In all, 54 people died, an official said. He has praised the crew.", 54, False),
    ("The figure of 381 people published last week was a typing error.", 381, True),
    ("The loss of 450 million rupiah that was told there has been withdrawn.", 450_000_000, True),
    ("A first count of 90 people was too high.", 90, True),
    ("Police took back a statement that 31 people had died.", 31, True),
    ("BNPB meralat jumlah korban menjadi 31 orang.", 31, False),
]


@pytest.mark.parametrize(("text", "value", "taken_back"), TAKEN_BACK)
def test_what_the_page_takes_back(text: str, value: int, taken_back: bool) -> None:
    page = Page(text, "en", None)
    assert is_taken_back(page, figure(page, value)) is taken_back


def test_a_title_that_an_editor_corrects_is_taken_back() -> None:
    page = Page('Redaksi meralat berita "Polisi Menahan 31 Orang di Melati".', "id", None)
    assert is_taken_back(page, figure(page, 31))
    page = Page("BNPB meralat jumlah korban menjadi 31 orang.", "id", None)
    assert not is_taken_back(page, figure(page, 31))


def test_a_long_list_of_joined_figures() -> None:
    page = Page("It rose from " + "12 people and " * 1200 + "9 people.", "en", None)
    assert not is_earlier(page, page.figures[-1])


HELD_AGAINST = [
    ("Turnout was 58 percent, well below the 2019 turnout of 78 percent.", 78, True),
    ("Turnout was 58 percent, well below the 2019 turnout of 78 percent.", 58, False),
    ("Partisipasi 58 persen, di bawah partisipasi Pilpres yang mencapai 78 persen.", 78, True),
    ("Growth was 5 percent and above 7 percent in the east.", 7, False),
    ("In one district 12 people live below the bridge and 78 people above it.", 78, False),
]


@pytest.mark.parametrize(("text", "value", "held"), HELD_AGAINST)
def test_what_another_is_only_held_against(text: str, value: int, held: bool) -> None:
    page = Page(text, None, None)
    assert is_held_against(page, figure(page, value)) is held


@pytest.mark.parametrize(("value", "earlier"), [(12, True), (15, False)])
def test_the_head_of_a_column_calls_its_figures_older(value: int, earlier: bool) -> None:
    page = Page("Shelter\tYesterday\tToday\nAren\t12\t15\nBelo\t30\t34", "en", None)
    assert is_earlier(page, figure(page, value)) is earlier
