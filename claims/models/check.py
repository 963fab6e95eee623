"""What a source said about a claim at one time."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.comparison import FINDINGS
from claims.models.claim import BOUNDS, DIGITS, PLACES
from claims.models.rows import Record


class Reading(Record):
    """One typed value that somebody stated. Record. Currency and charts read Readings only.

    `as_of` is the date for which the value holds, `as_of_basis` how we know it; `known_at` is when we learned the value.
    """

    class Basis(models.TextChoices):
        STATED = "stated", _("stated by the source")
        INFERRED = "inferred", _("inferred")
        UNKNOWN = "unknown", _("unknown")

    claim = models.ForeignKey("claims.Claim", models.PROTECT, related_name="readings", verbose_name=_("claim"))
    source = models.ForeignKey(
        "claims.Source", models.PROTECT, null=True, blank=True, related_name="readings", verbose_name=_("source")
    )
    value = models.DecimalField(_("value"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    high = models.DecimalField(_("upper end"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    bound = models.CharField(_("bound"), max_length=10, choices=BOUNDS, default="exact")
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    counted = models.CharField(_("what is counted"), max_length=300, blank=True)
    event = models.CharField(_("event"), max_length=40, blank=True)
    population = models.CharField(_("population"), max_length=300, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    as_of_precision = models.CharField(_("precision"), max_length=10, blank=True)
    as_of_basis = models.CharField(_("how the date is known"), max_length=10, choices=Basis, default=Basis.UNKNOWN)
    known_at = models.DateTimeField(_("known at"), db_index=True)
    origin = models.ForeignKey(
        "claims.Party",
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="readings",
        verbose_name=_("origin"),
    )
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
        verbose_name=_("editor"),
    )

    class Meta:
        ordering = ("claim", "known_at", "id")
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        # Not `db_index`, which would also enter each reading that has none.
        indexes = (
            models.Index(fields=("origin",), condition=Q(origin__isnull=False), name="reading_origin"),
            models.Index(fields=("editor",), condition=Q(editor__isnull=False), name="reading_editor"),
        )

    def __str__(self) -> str:
        return f"{self.value} {self.unit or self.counted} ({self.as_of})"


class Check(Record):
    """One evidence held against one snapshot. Record.

    `finding` is about the figure and empty when there was nothing to read: a failed fetch is never a finding. `expected`
    copies what was compared, so that later edits rewrite nothing, `rulebook` names the rules by which the page was read, "" when it
    was not. `sentence` explains the finding in English; `template` and `params` let it be said in another language.
    """

    evidence = models.ForeignKey(
        "claims.Evidence",
        models.PROTECT,
        db_index=False,  # `check_once_per_snapshot` begins with it
        related_name="checks",
        verbose_name=_("evidence"),
    )
    snapshot = models.ForeignKey("claims.Snapshot", models.PROTECT, related_name="checks", verbose_name=_("snapshot"))
    checked_at = models.DateTimeField(_("checked at"), db_index=True)
    expected = models.JSONField(_("expected"), default=dict)
    locator = models.CharField(_("locator"), max_length=500, blank=True)
    tolerance = models.CharField(_("tolerance"), max_length=40, blank=True)
    finding = models.CharField(_("finding"), max_length=14, choices=FINDINGS, blank=True)
    reading = models.OneToOneField(
        Reading, models.PROTECT, null=True, blank=True, related_name="found_by", verbose_name=_("reading")
    )
    words = models.TextField(_("words found"), blank=True)
    start = models.PositiveIntegerField(_("start in the page's text"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end in the page's text"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=500, blank=True)
    sentence = models.TextField(_("why"), blank=True)
    template = models.TextField(_("why, as a template"), blank=True)
    params = models.JSONField(_("the template's values"), default=dict, blank=True)
    took_ms = models.PositiveIntegerField(_("milliseconds"), default=0)
    rulebook = models.CharField(_("rules it was read by"), max_length=20, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        indexes = (models.Index(fields=("finding",), name="check_finding"),)
        constraints = (models.UniqueConstraint(fields=("evidence", "snapshot"), name="check_once_per_snapshot"),)

    def __str__(self) -> str:
        return gettext(self.get_finding_display()) if self.finding else str(self.snapshot.get_fetched_display())
