"""Long work as rows: asked for, leased, run, told. A message in a queue only wakes a worker; the row is the job."""

import logging
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from claims.models import Article, Job
from claims.models.leases import unleased
from claims.services import articles, extractions, schedules
from claims.services.troubles import phrase_of, sentence_of

MOST_ATTEMPTS = 3
"""Leases without an end after which a job is given up: its work kills workers."""

MOST_NAMED = 20
"""A job's result names so many figures that the database cannot keep; a text of digits could hold thousands."""

STAGES = {
    "read": gettext_noop("Reading the text"),
    "keep": gettext_noop("Writing the claims"),
    "done": gettext_noop("Done"),
}

log = logging.getLogger(__name__)

Work = Callable[[Job, uuid.UUID], dict[str, Any]]
"""Does a job under its lease's token; what is to be kept as its result. Raises ValidationError for what an editor can mend."""


def ask(
    kind: str,
    *,
    article: Article | None = None,
    payload: dict[str, Any] | None = None,
    editor: User | None = None,
) -> Job:
    """Ask for work. The caller wakes a worker after the commit; without one the heartbeat finds the row."""
    return Job.objects.create(kind=kind, article=article, payload=payload or {}, requested_by=editor)


def waiting(now: datetime | None = None) -> list[int]:
    """Ids of jobs that nobody works on."""
    free = Job.objects.unfinished().filter(unleased(now or schedules.database_now()))
    return list(free.order_by("id").values_list("pk", flat=True)[:100])


def run(job_id: int) -> Job | None:
    """Do a job, unless somebody else holds it or it is done. What goes wrong ends in the row, in words."""
    token = uuid.uuid4()
    now = schedules.database_now()
    free = Job.objects.unfinished().filter(unleased(now), pk=job_id)
    leased = free.update(
        state=Job.State.RUNNING,
        lease_token=token,
        lease_until=now + timedelta(seconds=settings.CLAIMS_LEASE_SECONDS),
        attempt=F("attempt") + 1,
        started_at=now,
    )
    if not leased:
        return None
    job = Job.objects.select_related("article", "requested_by").get(pk=job_id)
    if job.attempt > MOST_ATTEMPTS:
        given_up = ValidationError(_("Given up: it ended a worker %(n)s times."), params={"n": MOST_ATTEMPTS})
        return _end(job, token, error=given_up)
    try:
        result = WORK[job.kind](job, token)
    except ValidationError as error:
        return _end(job, token, error=error)
    except Exception:
        log.exception("job %s failed", job.pk)
        return _end(job, token, error=ValidationError(_("Something broke on our side; the log says what.")))
    return _end(job, token, result=result)


def tell(job: Job, token: uuid.UUID, done: int, total: int, message: str) -> None:
    """Write how far a job has come, as a message of the catalogue, and keep its lease alive."""
    Job.objects.filter(pk=job.pk, lease_token=token).update(
        done=done,
        total=total,
        message=message[:300],
        lease_until=schedules.database_now() + timedelta(seconds=settings.CLAIMS_LEASE_SECONDS),
        updated_at=schedules.database_now(),
    )


def _end(
    job: Job, token: uuid.UUID, *, result: dict[str, Any] | None = None, error: ValidationError | None = None
) -> Job:
    """Close a job, unless its lease went to somebody else meanwhile."""
    said = phrase_of(error).as_dict() if error else {"template": "", "params": {}}
    Job.objects.filter(pk=job.pk, lease_token=token).update(
        state=Job.State.FAILED if error else Job.State.DONE,
        result=result or {},
        error=sentence_of(error)[:500] if error else "",
        **said,
        lease_token=None,
        lease_until=None,
        finished_at=schedules.database_now(),
        updated_at=schedules.database_now(),
    )
    job.refresh_from_db()
    return job


def _extract(job: Job, token: uuid.UUID) -> dict[str, Any]:
    if job.article is None:
        raise ValidationError(_("The job names no article."))
    tally = extractions.extract(
        job.article, progress=lambda done, total, stage: tell(job, token, done, total, STAGES[stage])
    )
    return {
        "figures": tally.figures,
        "quotes": tally.quotes,
        "kept": tally.kept,
        "too_long": list(tally.too_long[:MOST_NAMED]),
        "article": str(job.article.uid),
    }


def _fetch(job: Job, token: uuid.UUID) -> dict[str, Any]:
    tell(job, token, 0, 4, gettext_noop("Fetching the page"))
    wanted = dict(job.payload)
    if wanted.get("published_at"):
        wanted["published_at"] = datetime.fromisoformat(wanted["published_at"])
    ingested = articles.ingest_url(articles.Origin(**wanted, editor=job.requested_by))
    Job.objects.filter(pk=job.pk, lease_token=token).update(article=ingested.article)
    job.article = ingested.article
    return {**_extract(job, token), "is_new": ingested.is_new}


WORK: dict[str, Work] = {Job.Kind.EXTRACT: _extract, Job.Kind.FETCH: _fetch}
