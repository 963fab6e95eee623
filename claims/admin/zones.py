"""Dates as a newsroom writes them: on its own clock, with its zone beside them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models.party import check_zone

USUAL = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Singapore", "Europe/London", "America/New_York", "UTC")


def newsroom_clock(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Middleware: pages of the desk show and take times on the newsroom's clock (CLAIMS_ZONE); all else stays in UTC."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith("/admin/"):
            return get_response(request)
        with timezone.override(settings.CLAIMS_ZONE):
            return get_response(request)

    return respond


class LocalTime(forms.DateTimeField):
    """A date and time without a zone, as typed; `aware` gives it one."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{"required": False, "widget": widget, **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return value

    def to_python(self, value: Any) -> datetime | None:
        text = str(value).strip() if value else ""
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo:  # an offset would be lost: the zone stands in a field of its own
            raise ValidationError(_("Write the date as 2023-10-27 09:00."))
        return moment


def aware(local: datetime | None, zone: str) -> datetime | None:
    """A typed date and time in its zone, as UTC. Raises ValidationError for an unknown zone."""
    if local is None:
        return None
    check_zone(zone)
    try:
        return local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except OverflowError:  # midnight of the first day of all, east of Greenwich
        raise ValidationError(_("Write the date as 2023-10-27 09:00.")) from None


def local(moment: datetime | None, zone: str) -> datetime | None:
    """A moment as the newsroom's clock showed it."""
    return moment.astimezone(ZoneInfo(zone or settings.CLAIMS_ZONE)).replace(tzinfo=None) if moment else None
