"""Currency from the newest readings, as an expert would say it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from claims.models import Claim, CurrencyChange, Evidence
from claims.services import currency
from tests.factories import a_check, a_figure, a_quote, some_evidence

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
OCT, NOV, DEC = date(2023, 10, 27), date(2023, 11, 12), date(2023, 12, 1)


def derived(claim: Claim) -> str:
    with transaction.atomic():
        currency.derive([claim])
    claim.refresh_from_db()
    return claim.currency


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], "unchecked"),
        ([("missing", None, None)], "unchecked"),
        ([("incomparable", 1200, OCT), ("ambiguous", None, None)], "unchecked"),
        ([("matches", 1400, OCT)], "current"),
        ([("matches", 1400, OCT), ("incomparable", 900, OCT)], "current"),
        ([("differs", 1100, OCT)], "disputed"),
        ([("matches", 1400, OCT), ("differs", 1100, OCT)], "disputed"),
        ([("superseded", 1200, NOV)], "superseded"),
        ([("matches", 1400, OCT), ("superseded", 1200, NOV)], "superseded"),
        ([("superseded", 1200, NOV), ("superseded", 1200, NOV)], "superseded"),
        ([("superseded", 1200, NOV), ("superseded", 1139, DEC)], "superseded"),
        ([("superseded", 1200, NOV), ("superseded", 1650, NOV)], "disputed"),
        ([("differs", 1100, OCT), ("superseded", 1200, NOV)], "superseded"),
    ],
)
def test_from_several_sources(editor: User, told: list[tuple[Any, ...]], expected: str) -> None:
    claim = a_figure(editor)
    for number, (finding, value, as_of) in enumerate(told):
        row = some_evidence(editor, claim, url=f"https://source.example/{number}")
        a_check(row, finding, Decimal(value) if value else None, as_of)
    assert derived(claim) == expected


def test_each_change_is_written_with_its_reason(editor: User) -> None:
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    a_check(row, "matches", Decimal(1400), OCT)
    assert derived(claim) == "current"
    assert derived(claim) == "current"
    check = a_check(row, "superseded", Decimal(1200), NOV)
    assert derived(claim) == "superseded"
    first, second = CurrencyChange.objects.order_by("pk")
    assert (first.previous, first.currency) == ("unchecked", "current")
    assert (second.previous, second.currency, second.check_row) == ("current", "superseded", check)
    assert second.reason == check.sentence


def test_the_last_telling_check_of_a_source_stands(editor: User) -> None:
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    a_check(row, "superseded", Decimal(1200), NOV)
    a_check(row, "missing", None)
    a_check(row, "", None)
    assert derived(claim) == "superseded"


@pytest.mark.parametrize("changes", [{"is_active": False}, {"stance": Evidence.Stance.CONTEXT}])
def test_what_does_not_count(editor: User, changes: dict[str, Any]) -> None:
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    a_check(row, "differs", Decimal(1200), OCT)
    row.swap(**changes)
    assert derived(claim) == "unchecked"


def test_a_quote_has_no_reading_and_still_holds(editor: User) -> None:
    claim = a_quote(editor)
    a_check(some_evidence(editor, claim), "matches", None)
    assert derived(claim) == "current"
