"""What needs a person, and the outbox that tells them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.comparison import FINDINGS
from claims.models.rows import Desk

FOUND = dict(FINDINGS)


class Alert(Desk):
    """Opened when a finding changes. Desk row. `rule` names what opened it; once per check and rule.

    `sentence` says in English what happened; `template` and `params` let it be said in another language (those of the check
    that opened it, where one did).
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACKNOWLEDGED = "acknowledged", _("acknowledged")
        CLOSED = "closed", _("closed")

    class Rule(models.TextChoices):
        FINDING = "finding", _("the finding changed")
        LOST = "lost", _("the source cannot be read")
        QUARANTINED = "quarantined", _("the source was quarantined")

    claim = models.ForeignKey(
        "claims.Claim", models.PROTECT, null=True, blank=True, related_name="alerts", verbose_name=_("claim")
    )
    source = models.ForeignKey("claims.Source", models.PROTECT, related_name="alerts", verbose_name=_("source"))
    evidence = models.ForeignKey(
        "claims.Evidence", models.PROTECT, null=True, blank=True, related_name="alerts", verbose_name=_("evidence")
    )
    opened_by = models.ForeignKey(
        "claims.Check", models.PROTECT, null=True, blank=True, related_name="alerts", verbose_name=_("check")
    )
    key = models.CharField(_("key"), max_length=80, unique=True, editable=False)
    rule = models.CharField(_("rule"), max_length=12, choices=Rule)
    finding = models.CharField(_("finding"), max_length=14, blank=True)
    previous = models.CharField(_("previous finding"), max_length=14, blank=True)
    sentence = models.TextField(_("what happened"))
    template = models.TextField(_("what happened, as a template"), blank=True)
    params = models.JSONField(_("the template's values"), default=dict, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN, db_index=True)
    opened_at = models.DateTimeField(_("opened at"), db_index=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("acknowledged by"),
    )
    acknowledged_at = models.DateTimeField(_("acknowledged at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")

    def __str__(self) -> str:
        return f"{self.heading}, {timezone.localtime(self.opened_at):%Y-%m-%d %H:%M %Z}"

    @property
    def heading(self) -> str:
        """What it is about, in a few words: what a source was found to say, and what before, in the reader's language."""
        if self.rule != self.Rule.FINDING:
            return self.get_rule_display()
        before, now = (gettext(FOUND[kind]) if kind else "" for kind in (self.previous, self.finding))
        if not before:
            return gettext("first reading: %(finding)s") % {"finding": now}
        return now if now == before else f"{before} → {now}"


class Delivery(Desk):
    """One message to one address of one channel, sent at least once and always under the same `letter`. Desk row, leased.

    Deliveries that share a `letter` go out together (a digest); it is fixed before the first attempt."""

    class State(models.TextChoices):
        PENDING = "pending", _("pending")
        SENT = "sent", _("sent")
        DEAD = "dead", _("given up")

    alert = models.ForeignKey(Alert, models.PROTECT, related_name="deliveries", verbose_name=_("alert"))
    channel = models.CharField(_("channel"), max_length=10)
    target = models.CharField(_("address"), max_length=500)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PENDING, db_index=True)
    attempt = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt_at = models.DateTimeField(_("next attempt"))
    letter = models.UUIDField(_("message id"), null=True, blank=True, editable=False, db_index=True)
    lease_token = models.UUIDField(null=True, blank=True, editable=False)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        ordering = ("id",)
        verbose_name = _("delivery")
        verbose_name_plural = _("deliveries")
        indexes = (models.Index(fields=("next_attempt_at", "id"), condition=Q(state="pending"), name="delivery_due"),)
        constraints = (models.UniqueConstraint(fields=("alert", "channel", "target"), name="delivery_once"),)

    def __str__(self) -> str:
        return f"{self.channel} {self.target}"
