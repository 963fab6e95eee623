"""Dates as typed on a newsroom's clock."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from claims.admin import zones
from claims.services import releases
from tests.factories import a_figure

NINE = datetime.fromisoformat("2023-10-27T09:00")


def test_nine_in_jakarta_is_two_in_utc():
    assert zones.aware(NINE, "Asia/Jakarta") == datetime(2023, 10, 27, 2, tzinfo=UTC)


def test_there_and_back():
    moment = datetime(2023, 10, 27, 2, tzinfo=UTC)
    assert zones.aware(zones.local(moment, "Asia/Makassar"), "Asia/Makassar") == moment


def test_no_date_is_no_moment():
    assert zones.aware(None, "Nowhere") is None
    assert zones.local(None, "UTC") is None


def test_an_unknown_zone_is_refused():
    with pytest.raises(ValidationError, match="IANA"):
        zones.aware(NINE, "WIB")


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2023-10-27T09:00", NINE), ("2023-10-27 09:00", NINE), ("", None)],
)
def test_what_is_typed(typed, read):
    assert zones.LocalTime().clean(typed) == read


def test_words_are_no_date():
    with pytest.raises(ValidationError):
        zones.LocalTime().clean("kemarin")


def test_the_desk_shows_the_newsrooms_clock_and_nothing_else_does(editor, client, settings):
    settings.CLAIMS_ZONE = "Asia/Makassar"
    client.force_login(editor)
    releases.release(a_figure(editor), editor=editor)
    assert " WITA</time>" in client.get(reverse("admin:claims_schedule_rechecking")).content.decode()
    assert client.get(reverse("api:claims-list")).json()["results"][0]["updated_at"].endswith("Z")
