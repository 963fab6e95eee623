"""Rows that nobody holds."""

from datetime import timedelta

import pytest
from django.utils import timezone

from claims.models import Host, Job, Schedule, Source
from claims.models.leases import unleased


@pytest.mark.django_db
def test_a_row_is_free_unless_its_lease_goes_on() -> None:
    now = timezone.now()
    for name, until in (("never", None), ("over", now), ("held", now + timedelta(seconds=1))):
        host = Host.objects.create(name=name, lease_until=until)
        Schedule.objects.create(source=Source.objects.create(url=f"https://{name}.example/"), host=host)
    assert {host.name for host in Host.objects.filter(unleased(now))} == {"never", "over"}
    assert {row.host.name for row in Schedule.objects.filter(unleased(now, "host__"))} == {"never", "over"}


@pytest.mark.django_db
def test_a_job_is_unfinished_until_it_is_done_or_has_failed() -> None:
    for state in Job.State.values:
        Job.objects.create(kind=Job.Kind.EXTRACT, state=state)
    assert {job.state for job in Job.objects.unfinished()} == {Job.State.QUEUED, Job.State.RUNNING}
