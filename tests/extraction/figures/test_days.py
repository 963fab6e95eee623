"""The day, month or year of what a figure tells, counted from Tuesday, 24 November 2026."""

from datetime import date

import pytest

from claims.extraction.pipeline import extract

PUBLISHED = date(2026, 11, 24)
ENGLISH = {
    "A ferry sank on Saturday and 17 people drowned.": ["2026-11-21"],
    "A ferry sank on Tuesday and 17 people drowned.": ["2026-11-24"],
    "A ferry sank last Tuesday and 17 people drowned.": ["2026-11-17"],
    "Some 300 officers will be sent on Friday.": ["2026-11-27"],
    "On Friday 300 officers will be sent.": ["2026-11-27"],
    "The hall with 400 chairs opens next Tuesday.": ["2026-12-01"],
    "Shops sold 12 cars on Black Friday.": [None],
    "The Sunday Times counted 12 cars.": [None],
    "There are 30 trains every Sunday.": [None],
    "Sunday's storm damaged 45 homes.": ["2026-11-22"],
    "Twelve people died on Friday, five on Sunday.": ["2026-11-20", "2026-11-22"],
    "Floods killed eight people in October.": ["2026-10"],
    "Floods killed eight people last December.": ["2025-12"],
    "Floods killed eight people in May last year.": ["2025-05"],
    "The firm will hire 80 people in March.": ["2027-03"],
    "Floods killed eight people in May-June.": [None],
    "Mark and May built 12 homes.": [None],
    "In 2022 a similar storm killed 56 people.": ["2022"],
    "Emissions must fall by 40 percent by 2030.": ["2030"],
    "The mill made 300 tonnes this year and 280 tonnes last year.": ["2026", "2025"],
    "Imports rose 4 percent from last year to 300 tonnes in October.": ["2026-10", "2026-10"],
    "Some 600 people have died since Monday.": [None],
    "Founded in 2014, the firm employs 300 people.": [None],
    "The port served 600 ships last year, 18 percent short of 2019.": ["2025", "2025"],
    "Output shrank by 2 percent, figures showed Thursday.": [None],
    "Sales rose to 300 cars in October, more than last year's 280 cars.": ["2026-10", "2025"],
    "The vote on Dec. 3 costs 12 million dollars.": ["2026-12-03"],
    "The vote on March 3 cost 12 million dollars.": ["2026-03-03"],
    "Unemployment fell to 4.8 percent in October from 5.1 percent a year earlier.": ["2026-10", None],
    "New cases reached 4,500 on Friday, up from 3,900.": ["2026-11-20", None],
    "The toll rose to 17 on Monday from 14 on Saturday.": ["2026-11-23", "2026-11-21"],
    "The toll rose to 17 from 14 on Saturday.": [None, "2026-11-21"],
    "Seventeen people drowned on Saturday, police said on Monday.": ["2026-11-21"],
    "Seventeen people drowned, police said on Monday.": [None],
    "“We counted 17 bodies,” the police said on Monday.": [None],
    "On 7 October 2023 gunmen killed 1,400 people.": ["2023-10-07"],
    "Yesterday 12 homes burned.": ["2026-11-23"],
}
INDONESIAN = {
    "Kapal tenggelam pada Sabtu dan 17 orang tewas.": ["2026-11-21"],
    "Kapal tenggelam Sabtu (21/11) malam dan 17 orang tewas.": ["2026-11-21"],
    "Sebanyak 5 rumah terbakar Selasa lalu.": ["2026-11-17"],
    "Sebanyak 300 petugas akan dikerahkan Jumat.": ["2026-11-27"],
    "Pada Senin mendatang 300 petugas dikerahkan.": ["2026-11-30"],
    "Ada 30 kereta setiap Minggu.": [None],
    "Dalam minggu ini 5 rumah terbakar.": [None],
    "Banjir menewaskan delapan orang pada Oktober.": ["2026-10"],
    "Banjir menewaskan delapan orang pada Mei tahun lalu.": ["2025-05"],
    "Pada tahun 2022 kecelakaan serupa menewaskan 56 orang.": ["2022"],
    "Tahun ini 300 rumah dibangun, tahun lalu 280 rumah.": ["2026", "2025"],
    "Impor naik 4 persen dibanding periode yang sama tahun lalu menjadi 300 ton pada Oktober.": ["2026-10", "2026-10"],
    "Sebanyak 600 orang tewas sejak Senin.": [None],
    "Inflasi Oktober 0,24 persen, lebih rendah dari September yang 0,31 persen.": [None, "2026-09"],
    "Penumpang bertambah 4 persen dibanding Desember 2025.": [None],
    "Angka itu turun 3 persen dari Maret 2026 dan turun 4 persen dari Mei 2025.": [None, None],
    "Perusahaan yang berdiri pada 2014 itu punya 300 pekerja.": [None],
    "Hingga akhir Desember, ditargetkan 200 kapal berlayar.": ["2026-12"],
    "Pemilihan 27 Desember lalu diikuti 412.000 pemilih.": ["2025-12-27"],
    "Pemilihan 27 November mendatang diikuti 412.000 pemilih.": ["2026-11-27"],
    "UU Nomor 35 Tahun 2009 mengancam denda Rp 10 miliar.": [None],
    "Tingkat pengangguran turun menjadi 4,8 persen pada Oktober dari 5,1 persen setahun sebelumnya.": ["2026-10", None],
    "Polisi mengatakan 17 orang tewas, Senin (23/11/2026).": [None],
    '"Ada 17 korban," kata Kepala BPBD Sumara, Budi Hartono, Senin (23/11/2026).': [None],
    "Kemarin 12 rumah terbakar.": ["2026-11-23"],
}


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [(language, *row) for language, rows in (("en", ENGLISH), ("id", INDONESIAN)) for row in rows.items()],
)
def test_the_date_of_what_a_figure_tells(language: str, text: str, dates: list[str | None]) -> None:
    figures = extract(text, language=language, published=PUBLISHED).figures
    assert [figure.event_date for figure in figures] == dates


def test_malay_counts_too() -> None:
    figure = extract("Seramai 12 orang ditahan pada Sabtu.", language="ms", published=PUBLISHED).figures[0]
    assert figure.event_date == "2026-11-21"


@pytest.mark.parametrize("text", ["On Saturday 12 people died.", "Last year 12 people died.", "In May 12 people died."])
@pytest.mark.parametrize("published", [None, date.min, date.max])
def test_without_a_day_to_count_from_nothing_is_counted(text: str, published: date | None) -> None:
    assert [figure.event_date for figure in extract(text, language="en", published=published).figures] == [None]
