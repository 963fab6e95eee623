"""What an editor decided, when a figure stopped being current, what the public may see, and whose hands a claim was in."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from claims import verdicts
from claims.models.claim import Claim
from claims.models.rows import Record


class Ruling(Record):
    """An editor's verdict on a claim: was it right when published? Record; a correction is another ruling."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="rulings", verbose_name=_("claim"))
    verdict = models.CharField(_("verdict"), max_length=16, choices=verdicts.choices)
    previous = models.CharField(_("previous verdict"), max_length=16, choices=verdicts.choices)
    reason = models.TextField(_("reason"))
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("editor"))
    ruled_at = models.DateTimeField(_("ruled at"), db_index=True)
    readings = models.ManyToManyField("claims.Reading", blank=True, related_name="+", verbose_name=_("rests on"))

    class Meta:
        ordering = ("-id",)
        verbose_name = _("ruling")
        verbose_name_plural = _("rulings")

    def __str__(self) -> str:
        return self.get_verdict_display()


class CurrencyChange(Record):
    """When and why a claim's derived currency changed: does it hold now? Record."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="currency_changes", verbose_name=_("claim"))
    currency = models.CharField(_("currency"), max_length=10, choices=Claim.Currency)
    previous = models.CharField(_("previous currency"), max_length=10, choices=Claim.Currency)
    reason = models.TextField(_("why"))
    check_row = models.ForeignKey(
        "claims.Check", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("check")
    )
    changed_at = models.DateTimeField(_("changed at"), db_index=True)

    class Meta:
        ordering = ("-id",)
        verbose_name = _("currency change")
        verbose_name_plural = _("currency changes")

    def __str__(self) -> str:
        return self.get_currency_display()


class Deed(Record):
    """What an editor did with a claim. Abstract; what could be done is each one's `act`."""

    reason = models.CharField(_("reason"), max_length=500, blank=True)
    editor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("editor"))
    acted_at = models.DateTimeField(_("when"), db_index=True)

    class Meta:
        abstract = True
        ordering = ("-id",)


class Release(Deed):
    """A claim released to the public, or withdrawn. Record."""

    class Act(models.TextChoices):
        RELEASE = "release", _("released")
        WITHDRAW = "withdraw", _("withdrawn")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="releases", verbose_name=_("claim"))
    act = models.CharField(_("act"), max_length=8, choices=Act)

    class Meta(Deed.Meta):
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def __str__(self) -> str:
        return self.get_act_display()


class Handling(Deed):
    """A claim was given to an editor (or to nobody), discarded, or put back on the desk. Record."""

    class Act(models.TextChoices):
        ASSIGN = "assign", _("assigned")
        DISCARD = "discard", _("discarded")
        RESTORE = "restore", _("put back on the desk")

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="handlings", verbose_name=_("claim"))
    act = models.CharField(_("act"), max_length=8, choices=Act)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("assigned to")
    )

    class Meta(Deed.Meta):
        verbose_name = _("handling")
        verbose_name_plural = _("handlings")

    def __str__(self) -> str:
        return self.get_act_display()
