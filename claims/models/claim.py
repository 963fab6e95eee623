"""A claim: one figure or one quote of one article, its places and its readings."""

from decimal import Context, Decimal
from typing import ClassVar

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims import verdicts
from claims.models.rows import Anchored, Record

BOUNDS = (
    ("exact", _("exact")),
    ("about", _("about")),
    ("at_least", _("at least")),
    ("more_than", _("more than")),
    ("at_most", _("at most")),
    ("less_than", _("less than")),
    ("nearly", _("nearly")),
    ("range", _("range")),
    ("vague", _("vague")),
)
DIGITS = 42
PLACES = 10
"""Amounts hold 32 digits before the point and 10 after: a trillion trillion rupiah and a millionth."""

SQLITE_DIGITS = 15
"""Significant digits that SQLite keeps of an amount: it stores decimals as binary reals of 53 bits."""


def keeps(*amounts: Decimal | int | None) -> bool:
    """Whether the database gives these amounts back exactly as they are; one that does not must not be written."""
    for amount in amounts:
        if amount is None:
            continue
        exact = Decimal(amount)
        digits = len(exact.normalize(Context(prec=200)).as_tuple().digits)
        if exact.adjusted() >= DIGITS - PLACES or (connection.vendor == "sqlite" and digits > SQLITE_DIGITS):
            return False
    return True


class ClaimQuerySet(models.QuerySet["Claim"]):
    def released(self) -> "ClaimQuerySet":
        """Claims that anonymous readers may see."""
        return self.filter(is_released=True)

    def on_desk(self) -> "ClaimQuerySet":
        """Claims that were not discarded."""
        return self.exclude(workflow=Claim.Workflow.DISCARDED)


class Claim(Anchored):
    """One figure or one quote of one article. Anchored row.

    `verdict` is written by services.rulings alone, `currency` by services.currency, `is_released` by services.releases;
    each beside the record that says why.
    """

    class Kind(models.TextChoices):
        FIGURE = "figure", _("figure")
        QUOTE = "quote", _("quote")

    class Currency(models.TextChoices):
        UNCHECKED = "unchecked", _("unchecked")
        CURRENT = "current", _("current")
        SUPERSEDED = "superseded", _("superseded")
        DISPUTED = "disputed", _("disputed")

    class Workflow(models.TextChoices):
        OPEN = "open", _("open")
        DONE = "done", _("done")
        DISCARDED = "discarded", _("discarded")

    class Origin(models.TextChoices):
        ENGINE = "engine", _("engine")
        EDITOR = "editor", _("editor")

    anchored: ClassVar = ("article_id", "kind", "origin")

    article = models.ForeignKey("claims.Article", models.PROTECT, related_name="claims", verbose_name=_("article"))
    kind = models.CharField(_("kind"), max_length=6, choices=Kind)
    origin = models.CharField(_("found by"), max_length=6, choices=Origin, default=Origin.ENGINE)
    within = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="holds", verbose_name=_("inside the quote")
    )
    worthiness = models.DecimalField(_("check-worthiness"), max_digits=4, decimal_places=3, null=True, blank=True)
    verdict = models.CharField(
        _("verdict"),
        max_length=16,
        choices=verdicts.choices,
        default=verdicts.UNVERIFIED,
        db_index=True,
        editable=False,
    )
    currency = models.CharField(
        _("currency"), max_length=10, choices=Currency, default=Currency.UNCHECKED, db_index=True, editable=False
    )
    workflow = models.CharField(_("workflow"), max_length=10, choices=Workflow, default=Workflow.OPEN, db_index=True)
    discard_reason = models.CharField(_("why discarded"), max_length=500, blank=True)
    is_released = models.BooleanField(_("released"), default=False, db_index=True, editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("assigned to"),
    )
    added_at = models.DateTimeField(_("added at"), auto_now_add=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        indexes = (models.Index(fields=("updated_at", "id"), name="claim_sync"),)

    def __str__(self) -> str:
        place = self.anchors.order_by("-version__n").first()
        return place.exact[:80] if place else str(self.uid)

    @property
    def anchor(self) -> "Anchor | None":
        """Its place in the article's newest text, None when that text no longer holds the words."""
        return self.anchors.filter(version=self.article.current).first()

    @property
    def reading(self) -> "Figure | Quote | None":
        """The current reading: the highest numbered."""
        rows = self.figures if self.kind == self.Kind.FIGURE else self.quotes
        return rows.order_by("-n").first()


class Anchor(Record):
    """A claim's place in one version, as W3C text position and text quote selectors. Record.

    `start`, `end` are code points into the version's text; `exact` is the text there; `prefix`, `suffix` up to 32
    characters around it.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="anchors", verbose_name=_("claim"))
    version = models.ForeignKey("claims.Version", models.PROTECT, related_name="anchors", verbose_name=_("version"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(_("words"))
    prefix = models.CharField(_("before"), max_length=64, blank=True)
    suffix = models.CharField(_("after"), max_length=64, blank=True)

    class Meta:
        ordering = ("version", "start")
        verbose_name = _("anchor")
        verbose_name_plural = _("anchors")
        constraints = (
            models.UniqueConstraint(fields=("claim", "version"), name="anchor_once_per_version"),
            models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="anchor_not_empty"),
        )

    def __str__(self) -> str:
        return self.exact[:80]


class ClaimReading(Record):
    """What Figure and Quote share: a numbered reading, by the engine (n = 1, with its rule) or by an editor (with a reason)."""

    n = models.PositiveIntegerField(_("number"), default=1)
    rule = models.CharField(_("rule"), max_length=80, blank=True)
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("editor")
    )
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        abstract = True


class Figure(ClaimReading):
    """One reading of a figure. Record. Offsets are code points from the start of the claim's anchor."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="figures", verbose_name=_("claim"))
    number_start = models.PositiveIntegerField(_("start of the numeral"))
    number_end = models.PositiveIntegerField(_("end of the numeral"))
    value = models.DecimalField(_("value"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    high = models.DecimalField(_("upper end"), max_digits=DIGITS, decimal_places=PLACES, null=True, blank=True)
    bound = models.CharField(_("bound"), max_length=10, choices=BOUNDS, default="exact")
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    form = models.CharField(_("form"), max_length=12, default="count")
    counted = models.CharField(_("what is counted"), max_length=300, blank=True)
    event = models.CharField(_("event"), max_length=40, blank=True)
    event_date = models.CharField(_("event date"), max_length=32, blank=True)
    population = models.CharField(_("population"), max_length=300, blank=True)
    place = models.CharField(_("place"), max_length=300, blank=True)
    accumulation = models.CharField(_("accumulation"), max_length=12, blank=True)
    relation = models.CharField(_("relation"), max_length=12, blank=True)
    related = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("related claim")
    )

    class Meta:
        ordering = ("claim", "n")
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        indexes = (models.Index(fields=("value",), name="figure_value"),)
        constraints = (
            models.UniqueConstraint(fields=("claim", "n"), name="figure_numbers"),
            models.CheckConstraint(condition=Q(bound="vague") | Q(value__isnull=False), name="figure_has_value"),
        )

    def __str__(self) -> str:
        return f"{self.value} {self.unit or self.counted}".strip()


class Quote(ClaimReading):
    """One reading of a quote. Record. `parts` and `clause` are pairs of code points from the start of the claim's anchor."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="quotes", verbose_name=_("claim"))
    form = models.CharField(_("form"), max_length=10, default="direct")
    parts = models.JSONField(_("marked stretches"), default=list, blank=True)
    clause = models.JSONField(_("reported clause"), null=True, blank=True)
    speaker_name = models.CharField(_("speaker"), max_length=300, blank=True)
    speaker = models.ForeignKey(
        "claims.Party", models.PROTECT, null=True, blank=True, related_name="quotes", verbose_name=_("speaker's entry")
    )
    role = models.CharField(_("role"), max_length=300, blank=True)
    cue = models.CharField(_("cue"), max_length=120, blank=True)

    class Meta:
        ordering = ("claim", "n")
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        constraints = (models.UniqueConstraint(fields=("claim", "n"), name="quote_numbers"),)

    def __str__(self) -> str:
        return f"{self.speaker_name}: {self.form}"


class Attribution(Record):
    """One part of a reading's attribution chain. Record. `start`, `end` are code points into the version's text (None for an
    editor's part that stands nowhere in it)."""

    figure = models.ForeignKey(Figure, models.PROTECT, null=True, blank=True, related_name="attribution")
    quote = models.ForeignKey(Quote, models.PROTECT, null=True, blank=True, related_name="attribution")
    role = models.CharField(_("role"), max_length=10)
    party = models.ForeignKey("claims.Party", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(_("name"), max_length=300)
    words = models.CharField(_("words"), max_length=500, blank=True)
    start = models.PositiveIntegerField(_("start"), null=True, blank=True)
    end = models.PositiveIntegerField(_("end"), null=True, blank=True)
    hop = models.PositiveSmallIntegerField(_("hop"), default=0)

    class Meta:
        ordering = ("hop", "id")
        verbose_name = _("attribution")
        verbose_name_plural = _("attributions")
        constraints = (
            models.CheckConstraint(
                condition=Q(figure__isnull=False, quote__isnull=True) | Q(figure__isnull=True, quote__isnull=False),
                name="attribution_of_one_reading",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role}: {self.name}"
