"""Who prints, who speaks, who publishes."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from claims.models.rows import Desk


def check_zone(name: str) -> None:
    """Refuse a name that is no IANA time zone."""
    if name not in available_timezones():
        raise ValidationError(
            _("%(name)s is no IANA time zone; write one such as Asia/Jakarta."), params={"name": name}
        )


class Outlet(Desk):
    """A newsroom that prints. Desk row."""

    name = models.CharField(_("name"), max_length=200, unique=True)
    url = models.URLField(_("home page"), max_length=500, blank=True)
    zone = models.CharField(_("time zone"), max_length=64, default="Asia/Jakarta", validators=[check_zone])
    language = models.CharField(_("language"), max_length=8, blank=True)
    aliases = models.JSONField(_("aliases"), default=list, blank=True)
    wikidata = models.CharField(_("Wikidata id"), max_length=20, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ("name",)
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")

    def __str__(self) -> str:
        return self.name


class Party(Desk):
    """Who speaks or is an origin: a person, a body, a news agency. Desk row."""

    class Kind(models.TextChoices):
        UNKNOWN = "unknown", _("unknown")
        PERSON = "person", _("person")
        BODY = "body", _("body")
        AGENCY = "agency", _("news agency")

    name = models.CharField(_("name"), max_length=300, unique=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.UNKNOWN)
    aliases = models.JSONField(_("aliases"), default=list, blank=True)
    wikidata = models.CharField(_("Wikidata id"), max_length=20, blank=True)
    history = HistoricalRecords()

    class Meta:
        ordering = ("name",)
        verbose_name = _("party")
        verbose_name_plural = _("parties")

    def __str__(self) -> str:
        return self.name
