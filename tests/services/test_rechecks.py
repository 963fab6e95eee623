"""Many sources asked for at once."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Host, Job, Schedule
from claims.services import jobs, rechecks
from tests.factories import a_figure, some_evidence


def sources(editor, number: int) -> list[int]:
    claim = a_figure(editor)
    ids = [some_evidence(editor, claim, url=f"https://s{n}.example/").source_id for n in range(number)]
    Schedule.objects.update(next_check_at=timezone.now() + timedelta(days=5))
    return ids


def test_the_sources_are_due_and_the_job_remembers_them(editor):
    ids = sources(editor, 3)
    job = rechecks.ask(ids[:2], editor=editor)
    assert set(Schedule.objects.due(timezone.now()).values_list("pk", flat=True)) == set(ids[:2])
    assert (job.kind, job.total, job.payload["sources"]) == (Job.Kind.RECHECK, 2, sorted(ids[:2]))


def test_paused_and_quarantined_sources_are_left_alone(editor):
    first, second = sources(editor, 2)
    Schedule.objects.filter(pk=first).update(state=Schedule.State.PAUSED)
    assert rechecks.ask([first, second], editor=editor).total == 1
    Schedule.objects.update(state=Schedule.State.QUARANTINED)
    with pytest.raises(ValidationError):
        rechecks.ask([first, second], editor=editor)


def test_progress_is_read_from_the_sources(editor):
    first, second = sources(editor, 2)
    Schedule.objects.filter(pk=first).update(last_checked_at=timezone.now(), last_fetched="ok")
    job = rechecks.ask([first, second], editor=editor)
    assert rechecks.progress(job) == rechecks.Progress(2, 0, 0)
    for outcome, failed in (("unchanged", 0), ("blocked", 1), ("moved", 1)):
        Schedule.objects.filter(pk=first).update(last_checked_at=timezone.now(), last_fetched=outcome)
        assert rechecks.progress(job) == rechecks.Progress(2, 1, failed)


def test_hosts_that_want_to_be_left_alone_are_named(editor):
    first, second, third = sources(editor, 3)
    job = rechecks.ask([first, second], editor=editor)
    for source, seconds in ((first, 120), (second, 3), (third, 240)):
        moment = timezone.now() + timedelta(seconds=seconds)
        Host.objects.filter(schedules=source).update(next_allowed_at=moment)
    assert [host.name for host in rechecks.resting(job)] == ["s0.example"]
    Schedule.objects.filter(pk=first).update(next_check_at=timezone.now() + timedelta(hours=1))  # it was read
    assert rechecks.resting(job) == []


def test_no_worker_takes_the_job_itself(editor):
    job = rechecks.ask(sources(editor, 1), editor=editor)
    assert jobs.waiting() == []
    assert jobs.run(job.pk) is None
