"""CSV in every dialect that offices write."""

from __future__ import annotations

import pytest

from claims.readers import csv, parse_locator
from claims.readers.charsets import Decoded
from claims.readers.values import Cell, Unreadable


def decoded(content: str) -> Decoded:
    return Decoded(content, "utf-8")


@pytest.mark.parametrize(
    "content",
    [
        "Area,Killed\nGaza,11078\nWest Bank,183\n",
        "Area;Killed\r\nGaza;11078\r\nWest Bank;183\r\n",
        "Area\tKilled\nGaza\t11078\nWest Bank\t183",
        "Area|Killed\nGaza|11078\nWest Bank|183",
        '"Area","Killed"\n"Gaza","11078"\n"West Bank","183"\n',
        "Toll by area, 10 November\n\nArea,Killed\nGaza,11078\nWest Bank,183\n",
    ],
)
def test_separators_and_quotes_of_every_dialect_are_read(content: str) -> None:
    found = csv.find(decoded(content), parse_locator("csv:row=Gaza;column=Killed"))

    assert [cell.text for cell in found.cells] == ["11078"]


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ('Area;Killed\nGaza;"11.078"\n', "11.078"),
        ('Area,Killed\nGaza,"11,078"\n', "11,078"),
        ('Area,Killed\nGaza,"11\n078"\n', "11\n078"),
        ("Area;Killed\nGaza;11,078\n", "11,078"),
    ],
)
def test_numbers_stay_as_written(content: str, value: str) -> None:
    assert csv.find(decoded(content), parse_locator("csv:row=Gaza;column=Killed")).cells == (
        Cell(value, "row 2, column 2", None, ("Gaza", "Killed")),
    )


def test_the_text_has_a_line_for_each_row() -> None:
    assert (
        csv.text(decoded('Area;Killed\nGaza;"11.078"\n"West\nBank";183\n')).text
        == "Area\tKilled\nGaza\t11.078\nWest Bank\t183"
    )


@pytest.mark.parametrize("content", ["a,b\n1,\0\n", "a,b\n" + "1" * 200_000, "a\n" * 300_000])
def test_what_is_no_table_is_refused(content: str) -> None:
    with pytest.raises(Unreadable):
        csv.rows(content)


@pytest.mark.parametrize(
    ("content", "is_table"),
    [
        ("a,b\n1,2\n", True),
        ("a;b;c\n1;2;3\n4;5;6\n", True),
        ("Jakarta, 10 November. About 1,400 people were killed, officials said.\nThe toll may rise.\n", False),
        ("one line, two parts", False),
        ("", False),
    ],
)
def test_a_table_is_told_from_prose(content: str, is_table: bool) -> None:
    assert csv.looks_like_table(content) is is_table
