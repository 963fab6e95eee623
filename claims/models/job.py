"""Long work and how far it has come."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models.rows import Desk


class JobQuerySet(models.QuerySet["Job"]):
    def unfinished(self) -> "JobQuerySet":
        """Jobs that are still to be done, whether somebody has one in hand or not."""
        return self.filter(state__in=(Job.State.QUEUED, Job.State.RUNNING))


class Job(Desk):
    """Long work: fetching an article, extraction, bulk re-check. Desk row, leased like checks, so nothing lives in a queue alone.

    `message` is a message of the catalogue. `error` says in English why the job failed; `template` and `params` let it be said
    in another language.
    """

    class Kind(models.TextChoices):
        FETCH = "fetch", _("fetch an article")
        EXTRACT = "extract", _("extract claims")
        RECHECK = "recheck", _("re-check sources")

    class State(models.TextChoices):
        QUEUED = "queued", _("queued")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.QUEUED, db_index=True)
    article = models.ForeignKey(
        "claims.Article", models.PROTECT, null=True, blank=True, related_name="jobs", verbose_name=_("article")
    )
    payload = models.JSONField(_("asked for"), default=dict, blank=True)
    total = models.PositiveIntegerField(_("steps"), default=0)
    done = models.PositiveIntegerField(_("done"), default=0)
    failed = models.PositiveIntegerField(_("failed"), default=0)
    message = models.CharField(_("now"), max_length=300, blank=True)
    result = models.JSONField(_("result"), default=dict, blank=True)
    error = models.CharField(_("error"), max_length=500, blank=True)
    template = models.TextField(_("error, as a template"), blank=True)
    params = models.JSONField(_("the template's values"), default=dict, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("asked by")
    )
    requested_at = models.DateTimeField(_("asked at"), auto_now_add=True)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    attempt = models.PositiveSmallIntegerField(_("attempts"), default=0)
    lease_token = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)

    objects = JobQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        indexes = (models.Index(fields=("id",), condition=Q(state__in=("queued", "running")), name="job_waiting"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_state_display()}"
