"""Which day a page ties to a figure."""

import re
from datetime import date

import pytest

from claims.locating.dating import days_in, head_day, sections, stamps, stated_in

FRIDAY = date(2023, 11, 10)

DAYS = [
    # text, days named
    ("as of 9 november 2023 the toll", [date(2023, 11, 9)]),
    ("on november 9, 2023", [date(2023, 11, 9)]),
    ("on oct 7", [date(2023, 10, 7)]),
    ("pada 26 oktober", [date(2023, 10, 26)]),
    ("pada 20 desember", [date(2022, 12, 20)]),
    ("kamis (9/11/2023)", [date(2023, 11, 9)]),
    ("jumat (10/11)", [date(2023, 11, 10)]),
    ("sunday, 15 october", [date(2023, 10, 15)]),
    ("said on friday", [date(2023, 11, 10)]),
    ("kata dia pada senin", [date(2023, 11, 6)]),
    ("katanya pada khamis", [date(2023, 11, 9)]),
    ("thurs 9 november 2023", [date(2023, 11, 9)]),
    ("they sat in the sun and wed", []),
    ("2023-11-09", [date(2023, 11, 9)]),
    ("in february 2023", [date(2023, 2, 1)]),
    ("31 february 2023 and 1.400 people, 24/7, 10/11/2023/5", []),
    ("from 1 november 2023 to 3 november 2023", [date(2023, 11, 1), date(2023, 11, 3)]),
]


@pytest.mark.parametrize(("text", "days"), DAYS)
def test_the_days_that_a_text_names(text: str, days: list[date]) -> None:
    assert [found.day for found in days_in(text, 0, len(text), FRIDAY, day_first=True)] == days


def test_days_that_need_a_page_of_known_day_are_passed_over() -> None:
    text = "on friday, 9 november"
    assert not list(days_in(text, 0, len(text), None, day_first=True))


def test_a_month_alone_is_a_month() -> None:
    text = "in february 2023"
    assert [found.precision for found in days_in(text, 0, len(text), None, day_first=True)] == ["month"]


def test_day_and_month_are_not_guessed_in_english() -> None:
    text = "on 10/11/2023 and 26/10/2023"
    assert [found.day for found in days_in(text, 0, len(text), FRIDAY, day_first=False)] == [date(2023, 10, 26)]


TIES = [
    # sentence with the figure 1200, the day tied to it
    ("as of 9 november 2023, 1200 people have been killed", date(2023, 11, 9)),
    ("hingga kamis (9/11/2023) 1200 orang tewas", date(2023, 11, 9)),
    ("1200 people were killed in the attack of october 7, a spokesman said on friday", date(2023, 11, 10)),
    ("1200 orang tewas pada 7 oktober, kata kedutaan besar pada kamis (9/11/2023)", date(2023, 11, 9)),
    ("1200 pendaki meninggal, kata basarnas padang, selasa (7/11/2023)", date(2023, 11, 7)),
    ("militer pada senin (6/11) mengatakan 1200 orang tewas", date(2023, 11, 6)),
    ("korban bertambah menjadi 1200 orang pada senin (6/11/2023)", date(2023, 11, 6)),
    ("1200 people were killed on 7 october", None),
    ("1200 orang tewas sejak 7 oktober", None),
    ("serangan 7 oktober menewaskan 1200 orang", None),
    ("1200 people were killed on 7 october, the army said", None),
]


@pytest.mark.parametrize(("sentence", "day"), TIES)
def test_the_day_of_the_event_is_not_the_day_of_the_figure(sentence: str, day: date | None) -> None:
    at = sentence.index("1200")
    days = list(days_in(sentence, 0, len(sentence), FRIDAY, day_first=True))
    found = stated_in(sentence, (0, len(sentence)), (at, at + 4), days)
    assert (found.day if found else None) == day


def spans(text: str) -> list[tuple[int, int]]:
    at, found = 0, []
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def test_sections_of_a_live_page() -> None:
    text = "live\n30 october\n239 held\n27 october\n229 held"
    heads = sections(text, spans(text), FRIDAY, day_first=True)
    for held, day in (("239", date(2023, 10, 30)), ("229", date(2023, 10, 27))):
        found = heads.of(text.index(held))
        assert found is not None
        assert found.day == day


def test_one_line_with_a_day_is_the_day_of_the_page_and_no_section() -> None:
    text = "headline\n27 october 2023\n229 held"
    assert sections(text, spans(text), FRIDAY, day_first=True).of(len(text)) is None


def test_a_bulletin_says_its_day_once() -> None:
    text = "toll\n7028 killed\nsource: agencies, as of 26 october 2023"
    found = sections(text, spans(text), None, day_first=True).of(5)
    assert found is not None
    assert found.day == date(2023, 10, 26)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("18:42 - Now 41 dead\n\n11:05 - At 36\n07:30 - Good morning", [1122, 665, 450]),
        ("Pukul 07.30 hujan\nPukul 09.10 banjir", [450, 550]),
        ("18:42 - Now\n11:05 - Then\n12:05 - Again", []),
        ("18:42 - Only one", []),
        ("19.75 percent\n18.80 percent", []),
    ],
)
def test_the_times_at_the_heads_of_entries(text: str, minutes: list[int]) -> None:
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    assert [minute for _, minute in stamps(text.lower(), lines)] == minutes


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Toll revised\n10 November 2023 - About 1,200 people were killed, a minister said.", date(2023, 11, 10)),
        ("Jumlah korban\nKamis (26/10/2023) – Jumlah korban bertambah.", date(2023, 10, 26)),
        ("A week of war\n7-10 October 2023 - what happened", None),
        ("Toll revised\nOn 10 November 2023 - a Friday - it was revised.", None),
    ],
)
def test_a_paragraph_that_opens_with_a_day_and_a_dash_dates_the_page(text: str, day: date | None) -> None:
    at = [0, text.index("\n") + 1]
    lines = [(at[0], at[1] - 1), (at[1], len(text))]
    assert head_day(text.lower(), lines, day_first=True) == day
