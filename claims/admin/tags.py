"""Template tags and filters of the desk; every template has them (settings.TEMPLATES)."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import now

from claims.admin import amounts
from claims.services import telling
from claims.services.counts import Count
from claims.verdicts import VERDICTS

register = template.Library()

register.filter("amount", amounts.amount)
register.filter("subject", amounts.subject)
register.filter("verdict", amounts.verdict)
register.filter("alarm", telling.alarm)
register.filter("why", telling.why)
register.filter("place", amounts.place)
register.filter("person", amounts.person)
register.filter("failure", telling.failure)
register.filter("refusal", telling.refusal)
register.filter("said", telling.said)
register.filter("day", telling.day)
register.filter("finding", amounts.finding)
register.filter("event", amounts.event)
register.filter("unit_name", amounts.unit_name)
register.filter("span", amounts.span)


@register.filter
def when(value: datetime | None, zone: str = "") -> SafeString | str:
    """A moment in a newsroom's zone, with UTC in its title."""
    if value is None:
        return "–"
    utc = amounts.moment(value, "UTC")
    return format_html('<time datetime="{}" title="{}">{}</time>', value.isoformat(), utc, amounts.moment(value, zone))


@register.filter
def count(found: int) -> Count:
    """A whole number as the reader's language groups it."""
    return Count(found)


@register.filter
def ago(value: datetime | None) -> str:
    """How long a moment lies back or ahead, without saying which."""
    return "–" if value is None else amounts.span(int(abs((now() - value).total_seconds())))


@register.filter
def link(url: str) -> SafeString | str:
    """A web address as a link that tells its target nothing; any other address as plain text."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return url
    return format_html('<a href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a>', url, short(url))


@register.filter
def short(url: str) -> str:
    """A web address without its scheme, cut to a line."""
    text = url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return text if len(text) <= 60 else f"{text[:40]}…{text[-19:]}"


@register.filter
def colour(key: str) -> str:
    """The colour name of a verdict."""
    return VERDICTS[key].colour


@register.filter
def item(mapping: dict[Any, Any], key: Any) -> Any:
    """One entry of a mapping."""
    return mapping.get(key)
