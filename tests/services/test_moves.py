"""A source takes the address that its page has moved to."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.fetching import RELOCATED
from claims.models import Change, Host, Schedule, Snapshot, Source
from claims.models.rows import RowMoved
from claims.services import checks, moves
from tests.factories import a_check, a_figure, some_evidence
from tests.hostile import Source as Served
from tests.hostile import redirect

OLD = "https://source.example/toll"
NEW = "https://www.source.example/2023/toll"


def seen(where: str = NEW, reason: str = RELOCATED, fetched: str = "ok") -> Snapshot:
    """What the page of a source answered."""
    return Snapshot(url=OLD, final_url=where, fetched=fetched, reason=reason)


@pytest.mark.parametrize(
    ("newest", "there"),
    [
        (None, ""),
        (seen(), NEW),
        (seen(fetched="unchanged"), NEW),
        (seen(f"{NEW}#part"), NEW),
        (seen("https://other.example/toll", "moved", "moved"), "https://other.example/toll"),
        (seen(reason=""), ""),
        (seen(OLD), ""),
        (seen("https://source.example/", "moved", "moved"), ""),
        (seen(reason="http_404", fetched="gone"), ""),
    ],
)
def test_where_a_page_has_moved_to_is_told_by_its_newest_snapshot(newest: Snapshot | None, there: str) -> None:
    assert moves.moved_to(Source(url=OLD), newest) == there


def test_a_source_that_takes_its_new_address_keeps_its_claims_and_its_past(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    check = a_check(row)
    Schedule.objects.update(next_check_at=timezone.now() + timedelta(days=9), state=Schedule.State.QUARANTINED)
    moves.take(row.source, seen(), to=NEW)
    source = Source.objects.get()
    assert (source.url, list(source.evidence.all()), list(source.snapshots.all())) == (NEW, [row], [check.snapshot])
    assert check.snapshot.url == OLD
    assert list(source.history.values_list("url", flat=True)) == [NEW, OLD]
    assert source.schedule.host.name == "www.source.example"
    assert list(Schedule.objects.due(timezone.now())) == [source.schedule]
    assert Change.objects.latest("id").row_uid == source.uid
    assert moves.moved_to(source, seen()) == ""


def test_a_paused_source_stays_paused(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    Schedule.objects.update(state=Schedule.State.PAUSED, next_check_at=None)
    moves.take(row.source, seen(), to=NEW)
    paused = Schedule.objects.get()
    assert (paused.state, paused.next_check_at, paused.host.name) == ("paused", None, "www.source.example")


@pytest.mark.django_db(transaction=True)
def test_a_page_that_is_read_where_its_site_sends_for_good_has_moved_also_when_it_is_unchanged(editor: User) -> None:
    with Served() as site:
        site.answer("/toll", redirect("/2023/toll", 301))
        site.page("/2023/toll", "<p>In Israel 1,400 people have been killed.</p>")
        row = some_evidence(editor, a_figure(editor, place="Israel"), url=site.url("/toll"))
        for outcome in ("ok", "unchanged"):
            Host.objects.update(next_allowed_at=None)
            Schedule.objects.update(next_check_at=timezone.now() - timedelta(seconds=1))
            assert checks.check_due(policy=site.policy()).checks == 1
            newest = row.source.snapshots.latest("seq")
            assert newest.fetched == outcome
            assert moves.moved_to(row.source, newest) == site.url("/2023/toll")
        moves.take(row.source, newest, to=site.url("/2023/toll"))
        Host.objects.update(next_allowed_at=None)
        assert checks.check_due(policy=site.policy()).checks == 1
        newest = row.source.snapshots.latest("seq")
        assert (newest.url, newest.fetched, newest.reason) == (site.url("/2023/toll"), "unchanged", "")


@pytest.mark.parametrize("newest", [None, seen(OLD), seen("https://source.example/elsewhere")])
def test_an_address_that_is_not_the_pages_is_not_taken(editor: User, newest: Snapshot | None) -> None:
    row = some_evidence(editor, a_figure(editor))
    with pytest.raises(RowMoved, match="another address by now"):
        moves.take(row.source, newest, to=NEW)
    assert Source.objects.get().url == OLD


def test_an_address_that_another_source_has_is_not_taken(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    some_evidence(editor, a_figure(editor), url=NEW)
    with pytest.raises(ValidationError, match="Another source has this address already"):
        moves.take(row.source, seen(), to=NEW)
    assert sorted(Source.objects.values_list("url", flat=True)) == [OLD, NEW]
    assert Host.objects.count() == 2
