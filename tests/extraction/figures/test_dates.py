from datetime import date

import pytest

from claims.extraction.figures.dates import Moment, date_words, read_moment
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan

FOUND = [
    ("id", "7 Oktober 2023", "date", "2023-10-07"), ("id", "pada 7 Oktober", "date", "2023-10-07"), ("id", "Jumat (27/10/2023)", "date", "2023-10-27"),
    ("id", "Rabu (18/6)", "date", "2023-06-18"), ("id", "Mei 2025", "date", "2025-05"), ("id", "14.06.2025", "date", "2025-06-14"),
    ("id", "musim 2024/25", "date", None), ("id", "tanggal 7", "date", None), ("id", "pukul 14.30", "clock", None), ("id", "16.00 WIB", "clock", None),
    ("id", "jam 7 malam", "clock", None), ("id", "05:12", "clock", None), ("id", "10 Mei-12 Mei", "date", "2023-05-10"),
    ("en", "22 February 2005", "date", "2005-02-22"), ("en", "February 22nd, 2005", "date", "2005-02-22"), ("en", "Oct. 7", "date", "2023-10-07"),
    ("en", "on 3/4/2025", "date", "2025-04-03"), ("en", "May 2001", "date", "2001-05"), ("en", "7 pm", "clock", None), ("en", "10.30am", "clock", None),
    ("en", "at 10:30", "clock", None), ("en", "8 a.m.", "clock", None), ("en", "2003-2004", "date", "2003"), ("ms", "7 Ogos 2024", "date", "2024-08-07"),
]  # fmt: skip
NOT = [
    ("id", "24 jam"),
    ("id", "jam 30 menit"),
    ("id", "5 maret-maret"),
    ("en", "they may 5"),
    ("en", "3-2"),
    ("en", "5 people"),
    ("id", "1.400"),
    ("id", "01/05"),
]
PUBLISHED = date(2023, 10, 28)


def moment_of(code: str, text: str) -> Moment | None:
    language = load(code)
    tokens = Tokens(Scan(text, language), 0, len(text), number_words(language).cuts)
    first = next(index for index, word in enumerate(tokens.words) if word[0].isdigit())
    return read_moment(tokens, first, date_words(language))


@pytest.mark.parametrize(("code", "text", "why", "iso"), FOUND)
def test_a_date_or_clock_time_is_read(code: str, text: str, why: str, iso: str | None) -> None:
    moment = moment_of(code, text)
    assert moment
    assert (moment.why, moment.iso(PUBLISHED)) == (why, iso)


@pytest.mark.parametrize(("code", "text"), NOT)
def test_not_a_date(code: str, text: str) -> None:
    assert moment_of(code, text) is None


def test_a_day_without_a_year_is_the_last_one_before_publication() -> None:
    moment = moment_of("id", "31 Desember")
    assert moment
    assert moment.iso(date(2024, 1, 2)) == "2023-12-31"
    assert [moment.iso(date(2024, 11, 24), soon=days) for days in (0, 60)] == ["2023-12-31", "2024-12-31"]
    assert moment.iso(date.max, soon=60) == "9999-12-31"
    assert moment.iso(None) == "--12-31"


def test_seconds_hang_on_their_colon() -> None:
    ends = {text: moment.end for text in ("10:30:15 on Monday", "10:30: 15 came") if (moment := moment_of("en", text))}
    assert ends == {"10:30:15 on Monday": 5, "10:30: 15 came": 3}
