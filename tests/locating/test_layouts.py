"""Which figure is read in pages of many layouts (layouts.toml): the claim's, or none, never its neighbour."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.locating import Page, locate
from tests.locating.test_families import expected_of

PAGES = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text(encoding="utf-8"))["page"]


@pytest.mark.parametrize("page", PAGES, ids=[page["claim"] for page in PAGES])
def test_what_is_read(page: dict[str, Any]) -> None:
    claim, told = page["languages"]
    answer = locate(expected_of(page["claim"], claim), Page(page["text"], told, date(2024, 1, 25)))
    found = answer.outcome == "found" and answer.read is not None and answer.read.value is not None
    assert (format(answer.read.value.normalize(), "f") if found else answer.outcome) in page["reads"]
