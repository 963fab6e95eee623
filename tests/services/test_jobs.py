"""The row is the job: it is done once, tells how far it is, and ends in words."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.translation import gettext, override

from claims.models import Job
from claims.services import jobs
from claims.wording import Phrase
from tests.factories import an_article


def test_an_extraction_is_done_once(editor: User) -> None:
    job = jobs.ask(Job.Kind.EXTRACT, article=an_article(), editor=editor)
    assert jobs.waiting() == [job.pk]
    done = jobs.run(job.pk)
    assert (done.state, done.done, done.total) == ("done", 3, 3)
    assert done.result["quotes"] >= 1
    assert jobs.run(job.pk) is None
    assert jobs.waiting() == []


def test_a_job_that_somebody_holds_is_left_alone_until_the_lease_ends(editor: User) -> None:
    job = jobs.ask(Job.Kind.EXTRACT, article=an_article())
    Job.objects.update(state="running", lease_until=timezone.now() + timedelta(minutes=1))
    assert jobs.run(job.pk) is None
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert jobs.run(job.pk).state == "done"


def test_a_job_that_ends_workers_is_given_up(editor: User) -> None:
    job = jobs.ask(Job.Kind.EXTRACT, article=an_article())
    Job.objects.update(attempt=jobs.MOST_ATTEMPTS)
    given_up = jobs.run(job.pk)
    assert (given_up.state, "Given up" in given_up.error) == ("failed", True)


@pytest.mark.django_db
def test_an_address_that_cannot_be_read_ends_in_words() -> None:
    job = jobs.run(jobs.ask(Job.Kind.FETCH, payload={"url": "http://127.0.0.1:9/"}).pk)
    assert job.state == "failed"
    assert "could not be fetched" in job.error
    with override("id"):
        assert (
            Phrase.from_dict({"template": job.template, "params": job.params}).render(gettext)
            == "Halaman tidak bisa diambil: Port ini tidak diizinkan."
        )
