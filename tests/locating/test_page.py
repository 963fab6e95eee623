"""What stands around a figure of a page."""

import re
from datetime import date
from itertools import product

import pytest

from claims.extraction.values import Figure
from claims.locating.page import Page


def figure(page: Page, value: int) -> Figure:
    return next(found for found in page.figures if found.value == value)


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Korban serangan\nJakarta, 10 November 2023 - Serangan itu menewaskan {} orang.", "id", date(2023, 11, 10)),
        ("Korban\nKota Gaza, Jumat (10/11/2023) — Sebanyak {} orang tewas di sana.", "id", date(2023, 11, 10)),
        ("Toll\nGAZA, Nov 10, 2023 (Agency) - The attack killed {} people there.", "en", date(2023, 11, 10)),
        ("Toll\nGAZA (Agency) - The attack of 10 November 2023 killed {} people.", "en", None),
        ("A\nACEH, 9 Mei 2023 - Ada {} orang.\nMEDAN, 10 Mei 2023 - Ada 20 orang.", "id", None),
    ],
)
def test_the_day_in_a_dateline_is_the_pages_own(text: str, language: str, day: date | None) -> None:
    long = "yang tinggal di tepi sungai itu bersama keluarga mereka dan tetangga yang datang dari desa lain di sekitarnya, "
    assert Page(text.format(f"1.200 {long}" if language == "id" else "1,200"), language, None).published == day


def test_the_sentence_of_a_figure() -> None:
    page = Page(
        "Flash update no. 20. On Oct. 7 about 1,200 people were killed. Of them 30 were children.\nEnd.", "en", None
    )
    start, end = page.sentence(figure(page, 1200))
    assert page.text[start:end].strip() == "On Oct. 7 about 1,200 people were killed."


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
    page = Page(
        "Gaza\n\nIn the town 5 people died in the night before the talks began.\n\n“At least 12 people were killed,” said Mayor John Smith.",
        "en",
        None,
    )
    (who,) = page.said_by(figure(page, 12))
    assert page.text[slice(*who)].endswith("John Smith")
    assert page.said_by(figure(page, 5)) == ()


DATED = [
    # page with the figure 1200, its language, the day known from outside, the day of the figure and how it is known
    ("Updated 10 November 2023.\n\nIn Gaza 1200 people were killed.", "en", None, date(2023, 11, 10), "stated"),
    (
        "Gaza toll\nLast updated: 10 November 2023 18:30 GMT\n\nIn Gaza 1200 people were killed.",
        "en",
        None,
        date(2023, 11, 10),
        "stated",
    ),
    (
        "Gaza toll\nUpdated on Friday, November 10, 2023 at 6:30 pm\nIn Gaza 1200 people were killed.",
        "en",
        None,
        date(2023, 11, 10),
        "stated",
    ),
    (
        "Korban Gaza\nDiperbarui 10/11/2023 18.00 WIB\n\nDi Gaza 1200 orang tewas.",
        "id",
        None,
        date(2023, 11, 10),
        "stated",
    ),
    (
        "Korban Gaza\nTerakhir diperbarui: Jumat, 10 November 2023 pukul 18.00 WIB\n\nDi Gaza 1200 orang tewas.",
        "id",
        None,
        date(2023, 11, 10),
        "stated",
    ),
    ("Korban Gaza\nUpdate: 10 November 2023\n\nDi Gaza 1200 orang tewas.", "id", None, date(2023, 11, 10), "stated"),
    ("As of 1800 GMT on 10 November 2023, 1200 people were killed in Gaza.", "en", None, date(2023, 11, 10), "stated"),
    (
        "As of 6 pm on November 10, 1200 people were killed in Gaza.",
        "en",
        date(2023, 11, 11),
        date(2023, 11, 10),
        "stated",
    ),
    ("As of noon on Friday, 1200 people were killed in Gaza.", "en", date(2023, 11, 11), date(2023, 11, 10), "stated"),
    (
        "Between 7 October 2023 and 12:00 on 24 January 2024, at least 1200 people were killed in Gaza.",
        "en",
        None,
        date(2024, 1, 24),
        "stated",
    ),
    (
        "Data hingga Kamis malam (26/10): 1200 orang tewas di Gaza.",
        "id",
        date(2023, 10, 27),
        date(2023, 10, 26),
        "stated",
    ),
    ("Per Kamis (26/10), 1200 orang tewas di Gaza.", "id", date(2023, 10, 27), date(2023, 10, 26), "stated"),
    ("Hingga pukul 18.00 WIB, Kamis (26/10/2023), 1200 orang tewas di Gaza.", "id", None, date(2023, 10, 26), "stated"),
    ("Sampai Kamis, 26 Oktober 2023 pukul 12.00, 1200 orang tewas di Gaza.", "id", None, date(2023, 10, 26), "stated"),
    (
        "Hingga hari Kamis (26/10) siang, 1200 orang tewas di Gaza.",
        "id",
        date(2023, 10, 27),
        date(2023, 10, 26),
        "stated",
    ),
    (
        "Korban Gaza\nDiperbarui Jumat (10/11/2023)\n\nHingga 7 November 2023, 1200 orang tewas di Gaza.",
        "id",
        None,
        date(2023, 11, 7),
        "stated",
    ),
    (
        "Updated 10 November 2023.\n\nOn Monday, 6 November 2023, officials said 1200 people were killed in Gaza.",
        "en",
        None,
        date(2023, 11, 6),
        "stated",
    ),
    (
        "Live\nUpdated 10 November 2023\n\n10 November 2023\nIn Gaza 1300 died.\n\n7 November 2023\nIn Gaza 1200 people were killed.",
        "en",
        None,
        date(2023, 11, 7),
        "stated",
    ),
    (
        "Updated 10 November 2023\nIn Gaza 1300 died.\n\nUpdated 7 November 2023\nIn Gaza 1200 people were killed.",
        "en",
        None,
        date(2023, 11, 7),
        "stated",
    ),
    (
        "Kompas.com - 26/10/2023, 18:00 WIB\nKorban\nDi Gaza 1200 orang tewas.",
        "id",
        None,
        date(2023, 10, 26),
        "inferred",
    ),
    (
        "Korban Gaza\nKamis, 26 Okt 2023 18:00 WIB\n\nDi Gaza 1200 orang tewas.",
        "id",
        None,
        date(2023, 10, 26),
        "inferred",
    ),
    ("Gempa 21 November 2022\n\nDi Cianjur 1200 orang tewas.", "id", None, None, "unknown"),
    ("In Gaza 1200 people were killed. Updated 10 November 2023.", "en", None, date(2023, 11, 10), "stated"),
    (
        "In Gaza 1200 people were killed.\n\nThis page was last updated on 10 November 2023.",
        "en",
        None,
        date(2023, 11, 10),
        "stated",
    ),
    ("The law was updated on 3 May 2019.\n\nIn Gaza 1200 people were killed.", "en", None, None, "unknown"),
    (
        "Updated guidance of 3 May 2019 says masks help.\n\nIn Gaza 1200 people were killed.",
        "en",
        None,
        None,
        "unknown",
    ),
    ("Updated 10:20 GMT\n\nIn Gaza 1200 people were killed.", "en", date(2023, 11, 10), date(2023, 11, 10), "inferred"),
    (
        "Senin 13 Mei 2024 12.00\nSebanyak 44 tewas di Agam.\n\nSelasa 14 Mei 2024 16.00\nSebanyak 1200 orang tewas di Agam.",
        "id",
        None,
        date(2024, 5, 14),
        "stated",
    ),
    (
        "Korban Gaza\nSituasi per 10 November 2023 pukul 18.00 WIB\n\nTewas: 1200 orang",
        "id",
        None,
        date(2023, 11, 10),
        "stated",
    ),
    ("Korban Gaza\nData: 10 November 2023\n\nTewas: 1200 orang", "id", None, date(2023, 11, 10), "stated"),
    (
        "Updated 10 November 2023\n\nIn Gaza 1200 people were killed, the ministry said on Thursday.",
        "en",
        None,
        date(2023, 11, 9),
        "stated",
    ),
    (
        "Published 9 November 2023 | Updated 10 November 2023\n\nIn Gaza 1200 people were killed.",
        "en",
        None,
        date(2023, 11, 10),
        "stated",
    ),
    (
        "By Ann Ode, 9 November 2023. Updated: 10 November 2023\n\nIn Gaza 1200 people were killed.",
        "en",
        None,
        date(2023, 11, 10),
        "stated",
    ),
]


@pytest.mark.parametrize(("text", "language", "published", "day", "basis"), DATED)
def test_the_day_that_a_page_gives_its_figure(
    text: str, language: str, published: date | None, day: date | None, basis: str
) -> None:
    page = Page(text, language, published)
    as_of = page.as_of(next(found for found in page.figures if found.value == 1200))
    assert (as_of.day, as_of.basis) == (day, basis)


def test_sentences_end_where_the_word_before_a_stop_lets_them() -> None:
    plain = re.compile(r"([^\W\d_]{0,24})[.!?][\"”’)\]]{0,3}\s{1,8}(?=[\"“‘(\[]?(?:[^\W\d_a-z]|(\d)))")
    words, stops = ["no", "Oct", "word", "x-ab", "²³", "9", "_", "a.b", "W" * 30], [".", "!”", "?..", ". ", " . "]
    for first, stop, second, blank in product(words, stops, words, ["", " ", "\t“"]):
        text = f"{first}{stop} {second}.{blank}5 people died{stop}{blank}7 {second} fell ill."
        ends = [match.end() for match in plain.finditer(text) if match[2] is None or not 0 < len(match[1]) <= 3]
        page = Page(text, "en", None)
        for found in page.figures:
            start, end = page.sentence(found)
            assert start == max((at for at in ends if at <= found.start), default=0), text
            assert end == min((at for at in ends if at >= found.end), default=len(text)), text
