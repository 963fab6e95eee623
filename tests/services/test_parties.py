"""Names find one entry, whatever their case, and by alias."""

import pytest

from claims.models import Outlet, Party
from claims.services import parties

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Kementerian Kesehatan", "kementerian  KESEHATAN ", "kemenkes"])
def test_a_party_is_found_by_name_or_alias(name: str) -> None:
    known = Party.objects.create(name="Kementerian Kesehatan", aliases=["Kemenkes"])
    assert parties.party_named(name) == known
    assert Party.objects.count() == 1


def test_an_unknown_name_makes_an_entry_once() -> None:
    first = parties.outlet_named("Harian Contoh", zone="Asia/Makassar")
    assert (first.zone, parties.outlet_named("HARIAN CONTOH")) == ("Asia/Makassar", first)
    assert Outlet.objects.count() == 1
