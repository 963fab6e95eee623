"""A source, when it is due, the host it lives on, and the claims that hang on it."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from claims.comparison import FINDINGS
from claims.models.claim import DIGITS, PLACES
from claims.models.leases import unleased
from claims.models.rows import LONGEST_ADDRESS, Desk
from claims.models.snapshot import FETCHED

HOUR = 3600
FIRST_EVERY = 6 * HOUR
LEAST_EVERY = HOUR
MOST_EVERY = 90 * 24 * HOUR
"""Seconds between checks: a new source is read again after six hours; from one hour (a live toll) to ninety days (stable)."""


class Host(Desk):
    """A host and its politeness, shared by all workers: one request at a time, not before `next_allowed_at`. Desk row."""

    name = models.CharField(_("host"), max_length=255, unique=True)
    crawl_delay = models.PositiveIntegerField(_("seconds between requests"), default=1)
    next_allowed_at = models.DateTimeField(_("next request not before"), null=True, blank=True)
    lease_token = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    robots = models.TextField(_("robots.txt"), blank=True)
    robots_at = models.DateTimeField(_("robots.txt read at"), null=True, blank=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("host")
        verbose_name_plural = _("hosts")

    def __str__(self) -> str:
        return self.name


class Source(Desk):
    """An address whose figures are held against claims. Desk row, shared: fetched once however many claims hang on it."""

    class Reliability(models.TextChoices):
        UNKNOWN = "unknown", _("not judged")
        PRIMARY = "primary", _("primary: the body that counts")
        HIGH = "high", _("high")
        LOW = "low", _("low")

    url = models.URLField(_("address"), max_length=LONGEST_ADDRESS, unique=True)
    title = models.CharField(_("title"), max_length=500, blank=True)
    publisher = models.ForeignKey(
        "claims.Party", models.PROTECT, null=True, blank=True, related_name="sources", verbose_name=_("publisher")
    )
    reliability = models.CharField(_("reliability"), max_length=10, choices=Reliability, default=Reliability.UNKNOWN)
    note = models.TextField(_("note"), blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ("-id",)
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = (models.Index(fields=("updated_at",), name="source_sync"),)

    def __str__(self) -> str:
        return self.title or self.url.split("://", 1)[-1]


class ScheduleQuerySet(models.QuerySet["Schedule"]):
    def due(self, now: datetime) -> "ScheduleQuerySet":
        """Active sources whose time has come and that nobody holds."""
        return self.filter(unleased(now), state=Schedule.State.ACTIVE, next_check_at__lte=now)


class Schedule(models.Model):
    """When a source is read again, and who holds it now. Desk row, narrow, beside its Source.

    `seq` counts completed checks and is the idempotency key; `attempt` counts leases since the last one. A lease is
    worth something only with its `lease_token`: who comes back late finds the token changed and throws its result away.
    `last_read` is the newest snapshot that had something to read.
    """

    class State(models.TextChoices):
        ACTIVE = "active", _("active")
        PAUSED = "paused", _("paused")
        QUARANTINED = "quarantined", _("quarantined")

    source = models.OneToOneField(Source, models.CASCADE, primary_key=True, related_name="schedule")
    host = models.ForeignKey(
        Host,
        models.PROTECT,
        db_index=False,  # `schedule_due_by_host` begins with it, and nobody asks for a host's paused sources
        related_name="schedules",
        verbose_name=_("host"),
    )
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.ACTIVE)
    next_check_at = models.DateTimeField(_("next check"), null=True, blank=True)
    every = models.PositiveIntegerField(_("seconds between checks"), default=FIRST_EVERY)
    least = models.PositiveIntegerField(_("at least, seconds"), default=LEAST_EVERY)
    most = models.PositiveIntegerField(_("at most, seconds"), default=MOST_EVERY)
    seq = models.PositiveIntegerField(_("checks done"), default=0)
    attempt = models.PositiveSmallIntegerField(_("leases since the last check"), default=0)
    misses = models.PositiveIntegerField(_("failures in a row"), default=0)
    lease_token = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    last_checked_at = models.DateTimeField(_("last check"), null=True, blank=True)
    last_fetched = models.CharField(_("last outcome"), max_length=12, choices=FETCHED, blank=True)
    last_read = models.ForeignKey(
        "claims.Snapshot",
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name=_("last page read"),
    )

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = _("schedule")
        verbose_name_plural = _("schedules")
        indexes = (
            models.Index(fields=("next_check_at", "source"), condition=Q(state="active"), name="schedule_due"),
            models.Index(fields=("host", "next_check_at"), condition=Q(state="active"), name="schedule_due_by_host"),
        )
        constraints = (models.CheckConstraint(condition=Q(least__gt=0, most__gte=F("least")), name="schedule_limits"),)

    def __str__(self) -> str:
        return f"{self.source_id} @ {self.next_check_at}"


class Evidence(Desk):
    """A claim and a source that speaks to it. Desk row. `finding` and `fetched` cache its newest check, `read_check` points
    to the newest one that compared something: later ones found the page unchanged or did not get it. `remembered` is how the
    figure was told when it was last found (`claims.locating.Seen`), by which it is followed when the page is revised."""

    class Stance(models.TextChoices):
        SUPPORTS = "supports", _("supports")
        REFUTES = "refutes", _("refutes")
        CONTEXT = "context", _("context")

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="evidence", verbose_name=_("claim"))
    source = models.ForeignKey(Source, models.PROTECT, related_name="evidence", verbose_name=_("source"))
    stance = models.CharField(_("stance"), max_length=10, choices=Stance, default=Stance.SUPPORTS)
    locator = models.CharField(_("locator"), max_length=500, blank=True)
    tolerance = models.DecimalField(
        _("tolerance"),
        max_digits=DIGITS,
        decimal_places=PLACES,
        null=True,
        blank=True,
        help_text=_("How far a reading may lie from the claim and still match; empty for the desk's rule."),
    )
    is_percent = models.BooleanField(_("tolerance in percent"), default=False)
    is_active = models.BooleanField(_("held against the source"), default=True)
    finding = models.CharField(_("finding"), max_length=14, choices=FINDINGS, blank=True, editable=False)
    fetched = models.CharField(_("last outcome"), max_length=12, choices=FETCHED, blank=True, editable=False)
    read_check = models.ForeignKey(
        "claims.Check",
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        editable=False,
        verbose_name=_("reading"),
    )
    remembered = models.TextField(blank=True, editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)
    history = HistoricalRecords(excluded_fields=["remembered"])

    class Meta:
        ordering = ("claim", "id")
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        constraints = (models.UniqueConstraint(fields=("claim", "source", "locator"), name="evidence_once"),)

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: {self.source}"
