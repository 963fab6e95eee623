"""JSON by pointer and path; numbers exact, keys met twice not hidden."""

from __future__ import annotations

import pytest

from claims.readers import json, parse_locator
from claims.readers.charsets import Decoded
from claims.readers.values import Unreadable

DOCUMENT = """{"updated": "2023-11-10", "ok": true, "none": null, "a/b": {"m~n": 8}, "data": [
  {"area": "Gaza", "killed": 11078, "share": 0.30, "big": 1.40e3},
  {"area": "West Bank", "killed": 183, "note": "at least 183"}], "killed": 1, "killed": 2}"""


def found(locator: str, document: str = DOCUMENT) -> list[tuple[str, str | None, str]]:
    cells = json.find(Decoded(document, "utf-8"), parse_locator(locator)).cells
    return [(cell.text, cell.number, cell.place) for cell in cells]


@pytest.mark.parametrize(
    ("locator", "cells"),
    [
        ("json:/data/0/killed", [("11078", "11078", "/data/0/killed")]),
        ("$.data[0].killed", [("11078", "11078", "/data/0/killed")]),
        ("$.data[-1].killed", [("183", "183", "/data/1/killed")]),
        ("$['data'][?(@.area=='Gaza')].killed", [("11078", "11078", "/data/0/killed")]),
        ("$.data[?@.killed==183].area", [("West Bank", None, "/data/1/area")]),
        ("$.data[*].killed", [("11078", "11078", "/data/0/killed"), ("183", "183", "/data/1/killed")]),
        ("json:/a~1b/m~0n", [("8", "8", "/a~1b/m~0n")]),
        ("$.data[0].share", [("0.30", "0.30", "/data/0/share")]),
        ("$.data[0].big", [("1.40e3", "1400", "/data/0/big")]),
        ("$.data[1].note", [("at least 183", None, "/data/1/note")]),
        ("$.ok", [("true", None, "/ok")]),
        ("$.killed", [("1", "1", "/killed"), ("2", "2", "/killed")]),
        (
            "$.*",
            [("2023-11-10", None, "/updated"), ("true", None, "/ok"), ("1", "1", "/killed"), ("2", "2", "/killed")],
        ),
        ("$.none", []),
        ("$.data", []),
        ("$.data[7].killed", []),
        ("$.data.killed", []),
        ("json:/data/killed", []),
        ("json:/data/00/killed", []),
        ("json:", []),
    ],
)
def test_a_locator_gives_the_values_with_their_places(locator: str, cells: list[tuple[str, str | None, str]]) -> None:
    assert found(locator) == cells


def test_a_bare_value_is_a_document() -> None:
    assert found("json:", "1400") == [("1400", "1400", "/")]


def test_the_names_on_the_way_label_the_value() -> None:
    cell = json.find(Decoded(DOCUMENT, "utf-8"), parse_locator("$.data[?(@.area=='Gaza')].killed")).cells[0]

    assert cell.labels == ("data", "Gaza", "killed")


def test_nothing_found_has_a_reason() -> None:
    assert json.find(Decoded(DOCUMENT, "utf-8"), parse_locator("$.x.y")).reason == "no_value"
    assert json.find(Decoded(DOCUMENT, "utf-8"), parse_locator("$.data")).reason == "no_value"


def test_the_text_names_every_value() -> None:
    text = json.text(Decoded(DOCUMENT, "utf-8")).text

    assert text.splitlines()[:5] == [
        "updated: 2023-11-10",
        "ok: true",
        "a/b.m~n: 8",
        "data.area: Gaza",
        "data.killed: 11078",
    ]


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        ("1400", "1400"), ("-0.50", "-0.50"), ("1e3", "1000"), ("1.5E+6", "1500000"), ("2e-3", "0.002"), ("9" * 40, "9" * 40), ("9" * 41, None),
        ("1e31", None), ("1e-31", None), ("1e999999999", None), ("1e00000000000000000000000000000005", "100000"),
    ],
)  # fmt: skip
def test_a_number_keeps_the_digits_it_was_written_with(written: str, exact: str | None) -> None:
    (value,) = json.parse(f"[{written}]")

    assert json.exact(value) == exact


@pytest.mark.parametrize(
    ("document", "outcome"),
    [
        ('{"a": NaN}', "unreadable"), ('{"a": Infinity}', "unreadable"), ("{a: 1}", "unreadable"), ('{"a": 1} x', "unreadable"), ("", "unreadable"),
        ("[" * 100_000, "too_complex"), ('{"a": 01}', "unreadable"), ("{'a': 1}", "unreadable"), ('{"a": 1,}', "unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_refused(document: str, outcome: str) -> None:
    with pytest.raises(Unreadable) as problem:
        json.parse(document)
    assert problem.value.outcome == outcome
