"""A database that cannot write for a while: what was read is kept and written later, and no source is blamed for it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, OperationalError, connection, transaction
from django.utils import timezone

from claims.models import Check, Host, Schedule
from claims.services import audits, checks, evidence, outages, schedules
from tests.factories import a_quote
from tests.hostile import Source

pytestmark = pytest.mark.django_db(transaction=True)

TALK = "<p>Rina: “Jumlah ini masih dapat berubah,” katanya kemarin di Jakarta.</p>"
REFUSE = """
CREATE SEQUENCE refusals;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF nextval('refusals') <= {times} THEN RAISE EXCEPTION 'no room' USING ERRCODE = '{code}'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER refuse BEFORE INSERT ON claims_snapshot FOR EACH ROW EXECUTE FUNCTION refuse();
"""
"""No snapshot can be written, so many times; a sequence goes on counting where a transaction is undone."""
FULL, OUT_OF_MEMORY, INTERNAL, TOO_LARGE, NO_DATE = "53100", "53200", "XX000", "54000", "22007"
EVER = 10**6


@pytest.fixture
def source(editor: User, settings: Any) -> Iterator[Source]:
    """A page with a quote that is due, on a server that may be asked."""
    with Source() as server:
        server.page("/talk", TALK)
        server.admit(settings)
        evidence.attach(a_quote(editor), url=server.url("/talk"), editor=editor)
        Host.objects.update(crawl_delay=0, robots="", robots_at=timezone.now())
        yield server


@pytest.fixture
def refusing() -> Iterator[Any]:
    """Makes the database refuse snapshots: (code of the error, how many times)."""

    def refuse(code: str, times: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute(REFUSE.format(code=code, times=times))

    yield refuse
    with connection.cursor() as cursor:
        cursor.execute("DROP FUNCTION IF EXISTS refuse CASCADE; DROP SEQUENCE IF EXISTS refusals")


@pytest.mark.parametrize("code", [FULL, OUT_OF_MEMORY, INTERNAL])
def test_what_was_read_is_written_when_there_is_room_again(
    source: Source, refusing: Any, caplog: pytest.LogCaptureFixture, code: str
) -> None:
    refusing(code, 2)
    assert checks.check_due().checks == 1
    assert Check.objects.get().finding == "matches"
    assert len(source.hits("/talk")) == 1
    assert [record.getMessage() for record in caplog.records] == ["the database is away (no room); waiting for it"]
    assert audits.audit() == []


@pytest.mark.parametrize("code", [FULL, OUT_OF_MEMORY, INTERNAL])
def test_nobody_is_blamed_when_there_is_no_room_for_long(
    source: Source, refusing: Any, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Neither is the page asked for again at once."""
    refusing(code, EVER)
    monkeypatch.setattr(outages, "STEADY", 0.3)
    for _ in range(4):
        with pytest.raises(DatabaseError, match="no room"):
            checks.check_due()
        row = Schedule.objects.get()
        assert (row.attempt, row.lease_token) == (0, None)
        assert checks.check_due().sources == 0
        Host.objects.update(lease_until=timezone.now())
    assert checks.tidy() == 0
    assert len(source.hits("/talk")) == 4


@pytest.mark.parametrize("code", [TOO_LARGE, NO_DATE])
def test_a_page_that_the_database_refuses_is_quarantined(source: Source, refusing: Any, code: str) -> None:
    refusing(code, EVER)
    for _ in range(3):
        assert checks.check_due().sources == 0
        past = timezone.now()
        Schedule.objects.update(lease_until=past)
        Host.objects.update(lease_until=past)
    assert checks.tidy() == 1
    assert Schedule.objects.get().state == "quarantined"


def test_waiting_ends_before_the_lease_does(source: Source, refusing: Any, settings: Any) -> None:
    """Whoever waited longer would find the source in other hands, and it would count as left by a dead worker."""
    settings.CLAIMS_FETCH_DEADLINE, settings.CLAIMS_LEASE_SECONDS = 1, 2
    refusing(FULL, EVER)
    with pytest.raises(OperationalError):
        checks.check_due()
    now = schedules.database_now()
    host = Host.objects.get()
    assert host.lease_until is not None
    assert host.lease_until > now
    assert Schedule.objects.get().attempt == 0


def test_a_visit_that_was_still_out_is_not_blamed_either(
    source: Source, refusing: Any, monkeypatch: pytest.MonkeyPatch, editor: User
) -> None:
    """It ends after the others could not be written."""
    source.page("/late", TALK, wait=1.5)
    row = evidence.attach(a_quote(editor), url=source.url("/late"), editor=editor)
    Schedule.objects.filter(pk=row.source_id).update(
        host=Host.objects.create(name="elsewhere", crawl_delay=0, robots="", robots_at=timezone.now())
    )
    refusing(FULL, EVER)
    monkeypatch.setattr(outages, "STEADY", 0.3)
    with pytest.raises(OperationalError):
        checks.check_due()
    assert len(source.hits("/late")) == 1
    assert set(Schedule.objects.values_list("attempt", "lease_token")) == {(0, None)}


def test_nothing_is_repeated_inside_a_transaction() -> None:
    done: list[int] = []

    def work() -> None:
        done.append(1)
        raise OperationalError

    with pytest.raises(OperationalError), transaction.atomic():
        outages.steadily(work)
    assert done == [1]
