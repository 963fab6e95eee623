"""Cells by label: found, twice found, not found, each said."""

from __future__ import annotations

import pytest

from claims.readers.tables import Hit, normal, pick

TOLL = [
    ["Casualties, 10 November", "", "", ""],
    ["Area", "Killed", "Killed", "Injured"],
    ["", "All", "Children", ""],
    ["Gaza", "11,078", "4,506", "27,490"],
    ["West Bank", "183", "", "2,400"],
    ["", "", "", ""],
    ["Total", "11,261", "4,506", "29,890"],
]
DATED = [
    ["No", "Date", "Area", "Killed"],
    ["1", "26 Oct", "Gaza", "7,028"],
    ["2", "27 Oct", "Gaza", "7,326"],
    ["3", "27 Oct", "West Bank", "110"],
]


@pytest.mark.parametrize(
    ("grid", "parts", "values", "reason"),
    [
        (TOLL, {"row": "Gaza", "column": "Injured"}, ["27,490"], ""),
        (TOLL, {"row": " gaza: ", "column": "INJURED"}, ["27,490"], ""),
        (TOLL, {"row": "Gaza", "column": "Killed"}, ["11,078", "4,506"], ""),
        (TOLL, {"row": "Gaza", "column": "Killed>Children"}, ["4,506"], ""),
        (TOLL, {"row": "Gaza", "column": "Children"}, ["4,506"], ""),
        (TOLL, {"row": "West Bank", "column": "Children"}, [], "no_value"),
        (TOLL, {"row": "Lebanon", "column": "Killed"}, [], "no_row"),
        (TOLL, {"row": "Gaza", "column": "Missing"}, [], "no_column"),
        (TOLL, {"row": "Gaza", "column": "Kill"}, [], "no_column"),
        (TOLL, {"row": "Gaz", "column": "Injured"}, [], "no_row"),
        (TOLL, {"row": "#-1", "column": "Injured"}, ["29,890"], ""),
        (TOLL, {"row": "#9", "column": "Injured"}, [], "no_row"),
        (TOLL, {"row": "Gaza", "column": "#4"}, ["27,490"], ""),
        (TOLL, {"row": "Gaza", "column": "#-1"}, ["27,490"], ""),
        (TOLL, {"row": "Gaza", "column": "#5"}, [], "no_column"),
        (TOLL, {"row": "Total"}, ["11,261", "4,506", "29,890"], ""),
        (DATED, {"row": "27 Oct", "column": "Killed"}, ["7,326", "110"], ""),
        (DATED, {"row": "Gaza", "column": "Killed"}, ["7,028", "7,326"], ""),
        (DATED, {"row": "26 Oct", "in": "Date", "column": "Killed"}, ["7,028"], ""),
        (DATED, {"row": "26 Oct", "in": "Area", "column": "Killed"}, [], "no_row"),
        (DATED, {"row": "26 Oct", "in": "Day", "column": "Killed"}, [], "no_column"),
        (DATED, {"row": "#1", "column": "#4"}, ["7,028"], ""),
        (DATED, {"row": "7,028", "column": "Killed"}, [], "no_row"),
        ([["Killed", "1,200"], ["Injured", "3,500"]], {"row": "Killed"}, ["1,200"], ""),
        ([["a", "b"], ["x"]], {"row": "x", "column": "b"}, [], "no_value"),
        ([], {"row": "a", "column": "b"}, [], "no_column"),
    ],
)
def test_row_and_column_name_a_cell_or_the_reason_why_not(
    grid: list[list[str]], parts: dict[str, str], values: list[str], reason: str
) -> None:
    hits, why = pick(grid, parts)

    assert ([grid[hit.row][hit.column] for hit in hits], why) == (values, reason)


def test_a_cell_is_named_by_its_labels() -> None:
    hits, _ = pick(TOLL, {"row": "Gaza", "column": "Killed>Children"})

    assert hits == [Hit(3, 2, ("Gaza", "Killed", "Children"))]


def test_labels_are_compared_as_people_read_them() -> None:
    assert normal(" Korban\u00a0 \nTewas: ") == normal("korban tewas") == "korban tewas"
    assert normal("ＫＩＬＬＥＤ") == "killed"
