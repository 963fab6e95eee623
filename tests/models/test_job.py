"""A job is called by what it does and how it stands."""

import pytest

from claims.models import Job


@pytest.mark.django_db
def test_a_job_waits_until_somebody_does_it() -> None:
    job = Job.objects.create(kind=Job.Kind.EXTRACT)
    assert (str(job), job.state, job.lease_token) == ("extract claims: queued", "queued", None)
