"""One claim and its look-alikes, each of which differs from it in one thing, in two languages (families.toml).

A look-alike that stands alone on a page is never found, one that stands beside the claim's figure is never taken for it.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claims.comparison import Expected
from claims.counterparts import scope_of
from claims.extraction import extract
from claims.locating import Located, Page, locate

FAMILIES = tomllib.loads(Path(__file__).with_name("families.toml").read_text(encoding="utf-8"))["family"]
CODES = ("en", "id")
PRINTED, VISITED = date(2023, 11, 10), date(2023, 11, 12)


def expected_of(says: str, language: str) -> Expected:
    figure = extract(says, language=language, published=PRINTED).figures[0]
    told = {name: getattr(figure, name) for name in ("value", "high", "bound", "unit", "form", "counted", "event")}
    told |= {name: getattr(figure, name) for name in ("population", "place", "accumulation", "event_date")}
    return Expected(**told, scope=scope_of(says), published=PRINTED, context=says)


def asked(says: str, text: str, languages: tuple[str, str]) -> Located:
    return locate(expected_of(says, languages[0]), Page(text, languages[1], VISITED))


PAIRS = [(claim, page) for claim in CODES for page in CODES]
SAID = [pytest.param(family, pair, id=f"{family['name']} {pair}") for family in FAMILIES for pair in PAIRS]
LOOKALIKES = [
    pytest.param(family, row, pair, id=f"{family['name']}: {what} {pair}")
    for family in FAMILIES
    for what, row in family["other"].items()
    for pair in PAIRS
]
OPEN = [
    pytest.param(family, row, pair, id=f"{family['name']}: {what} {pair}")
    for family in FAMILIES
    for what, row in family.get("open", {}).items()
    for pair in PAIRS
]


@pytest.mark.parametrize(("family", "pair"), SAID)
def test_the_claims_own_figure_is_found(family: dict[str, Any], pair: tuple[str, str]) -> None:
    answer = asked(family["claim"][pair[0]], f"{family['title'][pair[1]]}\n\n{family['said'][pair[1]]}", pair)
    assert answer.outcome == ("ambiguous" if pair in [tuple(hard) for hard in family.get("hard", [])] else "found")
    assert answer.read is not None
    assert answer.read.value == Decimal(str(family["number"]))


@pytest.mark.parametrize(("family", "row", "pair"), LOOKALIKES)
def test_a_lookalike_alone_is_not_found(family: dict[str, Any], row: dict[str, str], pair: tuple[str, str]) -> None:
    for title in ("", family["title"][pair[1]] + "\n\n"):
        assert asked(family["claim"][pair[0]], title + row[pair[1]], pair).outcome != "found"


@pytest.mark.parametrize(("family", "row", "pair"), [*LOOKALIKES, *OPEN])
def test_a_lookalike_beside_is_not_taken(family: dict[str, Any], row: dict[str, str], pair: tuple[str, str]) -> None:
    for text in pages(family["title"][pair[1]], family["said"][pair[1]], row[pair[1]]):
        answer = asked(family["claim"][pair[0]], text, pair)
        if answer.outcome == "found" and answer.read is not None:
            assert answer.read.value == Decimal(str(family["number"])), text


def pages(title: str, said: str, other: str) -> Iterator[str]:
    """The two in either order, in one paragraph and in two."""
    for first, second in ((said, other), (other, said)):
        yield f"{first} {second}"
        yield f"{title}\n\n{first}\n\n{second}"
