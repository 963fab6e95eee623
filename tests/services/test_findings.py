"""What visits found is written whole or not at all, and once."""

import hashlib
import uuid
import zlib
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.utils import timezone

from claims.comparison import Read, compare, several
from claims.fetching import Fetched
from claims.models import Alert, Body, Change, Check, Evidence, Reading, Schedule, Snapshot
from claims.services import currency, findings, questions, schedules
from claims.services.answers import Answer
from claims.services.schedules import Politeness
from claims.services.visits import Visit
from tests.factories import a_figure, some_evidence

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
BODY = b"<p>about 1,200 people have been killed</p>"


def a_visit(row: Evidence, value: int = 1200, body: bytes = BODY) -> Visit:
    """A leased source that was read and gave this value for every question."""
    (lease,) = schedules.lease(1, source_ids=[row.source_id])
    (errand,) = questions.errands([lease])
    read = Read(value=Decimal(value), bound="about", as_of=date(2023, 11, 12), as_of_basis="stated")
    answers = {}
    for question in errand.questions:
        assert question.expected is not None
        answers[question.evidence.pk] = Answer(compare(question.expected, read), read, f"about {value}", 0, 5)
    fetched = Fetched(errand.url, "ok", timezone.now(), status=200, headers={"etag": '"a"'}, body=body)
    sha256 = hashlib.sha256(body).hexdigest()
    return Visit(errand, fetched, "ok", "", "", sha256, zlib.compress(body), "text", "", answers)


def written(visit: Visit) -> findings.Tally:
    lease = visit.errand.lease
    return findings.write([visit], [Politeness(lease.host_id, lease.token, 0.0)])


def due_again() -> None:
    Schedule.objects.update(next_check_at=timezone.now() - timedelta(seconds=1))


def test_everything_at_once(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    done = written(a_visit(row))
    assert done == findings.Tally(sources=1, checks=1, alerts=1)
    check = Check.objects.get()
    assert (check.finding, check.words, check.start, check.end) == ("superseded", "about 1200", 0, 5)
    assert check.expected["value"] == "1400"
    assert check.template
    assert check.snapshot.body is not None
    assert zlib.decompress(bytes(check.snapshot.body.content or b"")) == BODY
    row.refresh_from_db()
    assert (row.finding, row.fetched, row.read_check) == ("superseded", "ok", check)
    schedule = Schedule.objects.get()
    assert (schedule.seq, schedule.last_read) == (1, check.snapshot)
    assert Change.objects.filter(row="check", row_uid=check.uid).exists()
    assert Change.objects.filter(row="claim", row_uid=row.claim.uid).count() == 3  # marked, hung on, found


@pytest.mark.parametrize("changes", [{"token": uuid.uuid4()}, {"seq": 7}])
def test_a_lease_that_is_not_ours_writes_nothing(editor: User, changes: dict[str, Any]) -> None:
    visit = a_visit(some_evidence(editor, a_figure(editor)))
    lease = replace(visit.errand.lease, **changes)
    late = replace(visit, errand=replace(visit.errand, lease=lease))
    assert written(late) == findings.Tally(fenced=1)
    assert not Snapshot.objects.exists()
    assert not Body.objects.exists()
    assert Schedule.objects.get().seq == 0


def test_the_same_result_handed_in_ten_times(editor: User) -> None:
    visit = a_visit(some_evidence(editor, a_figure(editor)))
    tallies = [written(visit) for _ in range(10)]
    assert sum(tally.sources for tally in tallies) == 1
    assert sum(tally.fenced for tally in tallies) == 9
    assert (Check.objects.count(), Alert.objects.count(), Reading.objects.count()) == (1, 1, 1)


def test_a_failure_in_the_middle_leaves_nothing(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise DatabaseError

    visit = a_visit(some_evidence(editor, a_figure(editor)))
    monkeypatch.setattr(currency, "derive", broken)
    with pytest.raises(DatabaseError):
        written(visit)
    assert not Snapshot.objects.exists()
    assert not Body.objects.exists()
    assert not Alert.objects.exists()
    monkeypatch.undo()
    assert written(visit).sources == 1


def test_bytes_are_kept_once(editor: User) -> None:
    claim = a_figure(editor)
    rows = [some_evidence(editor, claim, url=f"https://source{number}.example/") for number in range(2)]
    visits = [a_visit(row) for row in rows]
    lease = visits[0].errand.lease
    assert findings.write(visits, [Politeness(lease.host_id, lease.token, 0.0)]).sources == 2
    assert Body.objects.count() == 1


def test_the_same_finding_opens_no_second_alert_and_slows_the_source_down(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    written(a_visit(row))
    every = Schedule.objects.get().every
    due_again()
    written(a_visit(row, body=BODY + b" "))
    assert Alert.objects.count() == 1
    assert Schedule.objects.get().every > every


def test_a_figure_that_moves_is_read_sooner(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    written(a_visit(row))
    every = Schedule.objects.get().every
    due_again()
    assert written(a_visit(row, value=1139, body=BODY + b" ")).alerts == 1
    assert Schedule.objects.get().every < every


def undecided(row: Evidence, *values: int) -> Visit:
    """A leased source whose page has two figures that fit about equally."""
    visit = a_visit(row, body=f"<p>{values}</p>".encode())
    (question,) = visit.errand.questions
    assert question.expected is not None
    finding = several(question.expected, *(Read(value=Decimal(value)) for value in values))
    return replace(visit, answers={row.pk: Answer(finding)})


@pytest.mark.parametrize(
    ("then", "alerts"),
    [((1390, 1350), 0), ((1420, 1350), 1), ((1420, 1390), 1)],
    ids=["the same two", "one of them moved", "both moved"],
)
def test_a_source_that_stays_ambiguous_is_told_anew_when_its_figures_move(
    editor: User, then: tuple[int, int], alerts: int
) -> None:
    row = some_evidence(editor, a_figure(editor))
    assert written(undecided(row, 1350, 1390)).alerts == 1
    every = Schedule.objects.get().every
    due_again()
    assert written(undecided(row, *then)).alerts == alerts
    assert Alert.objects.exclude(state="closed").count() == 1
    told = Alert.objects.exclude(state="closed").get().sentence
    assert ("1,420" in told) == bool(alerts)
    assert (Schedule.objects.get().every < every) == bool(alerts)


def test_a_number_beyond_every_column_is_no_reading(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    visit = a_visit(row)
    huge = Read(value=Decimal(10) ** 33)
    answers = {row.pk: visit.answers[row.pk]._replace(read=huge)}
    assert written(replace(visit, answers=answers)).checks == 1
    assert not Reading.objects.exists()
