"""Workbooks: values as the sheet shows them, cells by address or by label."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import openpyxl
import pytest

from claims.readers import parse_locator, xlsx
from claims.readers.values import Cell, Unreadable
from tests.sandbox.bombs import sheet, workbook


@pytest.fixture(scope="module")
def book() -> bytes:
    made = openpyxl.Workbook()
    toll = made.active
    toll.title = "Toll"
    for row in (
        ["Casualties by area"], [], ["Area", "Killed", "Share", "Date", "Note"], ["Gaza", 11078, 0.155, dt.datetime.fromisoformat("2023-11-10"), "at least"],
        ["West Bank", 183.5, 1, dt.datetime.fromisoformat("2023-11-09T14:30"), None], ["Total", 0.1 + 0.2, None, None, True],
    ):  # fmt: skip
        toll.append(row)
    toll["C4"].number_format = "0.0%"
    toll["C5"].number_format = "0%"
    made.create_sheet("Other")["B2"] = 1e300
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("locator", "text", "number", "place"),
    [
        ("xlsx:row=Gaza;column=Killed", "11078", "11078", "sheet Toll, cell B4"),
        ("xlsx:sheet=toll;row=West Bank;column=Killed", "183.5", "183.5", "sheet Toll, cell B5"),
        ("xlsx:sheet=#1;cell=B4", "11078", "11078", "sheet Toll, cell B4"),
        ("xlsx:row=Gaza;column=Share", "15.5%", "15.5", "sheet Toll, cell C4"),
        ("xlsx:cell=C5", "100%", "100", "sheet Toll, cell C5"),
        ("xlsx:row=Gaza;column=Date", "2023-11-10", None, "sheet Toll, cell D4"),
        ("xlsx:row=West Bank;column=Date", "2023-11-09T14:30:00", None, "sheet Toll, cell D5"),
        ("xlsx:row=2023-11-10;in=Date;column=Killed", "11078", "11078", "sheet Toll, cell B4"),
        ("xlsx:row=Total;column=Killed", "0.3", "0.3", "sheet Toll, cell B6"),
        ("xlsx:row=Total;column=Note", "TRUE", None, "sheet Toll, cell E6"),
        ("xlsx:row=Gaza;column=Note", "at least", None, "sheet Toll, cell E4"),
        ("xlsx:sheet=Other;cell=B2", "1E+300", None, "sheet Other, cell B2"),
    ],
)
def test_a_locator_finds_the_cell_its_number_and_its_place(
    book: bytes, locator: str, text: str, number: str | None, place: str
) -> None:
    (cell,) = xlsx.find(book, parse_locator(locator)).cells

    assert (cell.text, cell.number, cell.place) == (text, number, place)


@pytest.mark.parametrize(
    ("pattern", "text", "number"),
    [
        ("0.0%", "4530%", "4530"),
        ("#,##0.0 %", "4530%", "4530"),
        ("[Red]0.0%;-0.0%", "4530%", "4530"),
        ('0.0"%"', "45.3%", "45.3"),
        ("0.0\\%", "45.3%", "45.3"),
        ('0.0" % of all"', "45.3%", "45.3"),
        ("0.0_%", "45.3", "45.3"),
    ],
)
def test_a_percent_sign_multiplies_only_where_it_is_no_letter(pattern: str, text: str, number: str) -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = 45.3
    made.active["A1"].number_format = pattern
    target = io.BytesIO()
    made.save(target)
    (cell,) = xlsx.find(target.getvalue(), parse_locator("xlsx:cell=A1")).cells

    assert (cell.text, cell.number) == (text, number)


def test_a_cell_is_named_by_its_labels(book: bytes) -> None:
    assert xlsx.find(book, parse_locator("xlsx:row=Gaza;column=Killed")).cells == (
        Cell("11078", "sheet Toll, cell B4", "11078", ("Toll", "Gaza", "Killed")),
    )


@pytest.mark.parametrize(
    ("locator", "reason"),
    [
        ("xlsx:sheet=Nope;cell=A1", "no_sheet"), ("xlsx:sheet=#9;cell=A1", "no_sheet"), ("xlsx:cell=A2", "no_value"), ("xlsx:cell=ZZ99", "no_value"),
        ("xlsx:row=Nope;column=Killed", "no_row"), ("xlsx:row=Gaza;column=Nope", "no_column"), ("xlsx:row=Total;column=Date", "no_value"),
    ],
)  # fmt: skip
def test_nothing_found_has_a_reason(book: bytes, locator: str, reason: str) -> None:
    found = xlsx.find(book, parse_locator(locator))

    assert (found.cells, found.reason) == ((), reason)


def test_the_text_has_sheets_and_rows(book: bytes) -> None:
    assert xlsx.text(book).text.split("\n")[:4] == [
        "Toll",
        "Casualties by area",
        "Area\tKilled\tShare\tDate\tNote",
        "Gaza\t11078\t15.5%\t2023-11-10\tat least",
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"PK\x03\x04",
        workbook({})[:-30],
        workbook({"xl/workbook.xml": b"<a>"}),
        sheet("<sheetData><row><c r='A1'><v>x</v></c></row>"),
    ],
)
def test_damaged_workbooks_are_refused(body: bytes) -> None:
    with pytest.raises(Unreadable):
        xlsx.text(body)


def test_a_cut_workbook_is_refused_at_every_place(book: bytes) -> None:
    for at in range(0, len(book) - 1, max(1, len(book) // 100)):
        with pytest.raises(Unreadable):
            xlsx.text(book[:at])


@pytest.mark.parametrize(
    ("value", "shown"), [(float("inf"), ("Infinity", None)), (-0.0, ("0", "0")), (10**50, ("1E+50", None))]
)
def test_numbers_that_no_sheet_should_hold_are_shown_all_the_same(value: float, shown: tuple[str, str | None]) -> None:
    class Odd:
        number_format = "General"

    odd: Any = Odd()
    odd.value = value

    assert xlsx.shown(odd) == shown
