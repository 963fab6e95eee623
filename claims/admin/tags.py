"""Template tags and filters of the desk; every template has them (settings.TEMPLATES)."""

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.utils.translation import gettext, gettext_noop

from claims.admin import amounts
from claims.services import telling
from claims.services.articles import TURNING
from claims.services.counts import Count
from claims.services.glimpses import Glimpse
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
register.filter("number", telling.number)
register.filter("finding", amounts.finding)
register.filter("event", amounts.event)
register.filter("event_day", amounts.event_day)
register.filter("unit_name", amounts.unit_name)
register.filter("span", amounts.span)


@register.filter
def when(value: datetime | None, zone: str = "") -> SafeString | str:
    """A moment in a newsroom's zone, with UTC in its title."""
    return "–" if value is None else _time(value, amounts.moment(value, zone))


@register.filter
def printed(value: datetime | None, zone: str = "") -> SafeString | str:
    """When an article was printed, as `when` shows it; without the hour where only its day is known."""
    return "–" if value is None else _time(value, amounts.print_day(value, zone))


def _time(value: datetime, shown: str) -> SafeString:
    utc = amounts.moment(value, "UTC")
    return format_html('<time datetime="{}" title="{}">{}</time>', value.isoformat(), utc, shown)


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
    return linked(url, url, short(url))


@register.filter
def link_at(url: str, glimpse: Glimpse | None) -> SafeString | str:
    """A web address as a link that opens it at the words that a check found there."""
    return linked(url, glimpse.address(url) if glimpse else url, short(url))


@register.filter
def in_its_line(glimpse: Glimpse, url: str = "") -> SafeString:
    """The words that a check found, marked, with what stands around them; with the page's address as a link that opens it there."""
    marked = format_html("<mark>{}</mark>", straight(glimpse.words))
    shown = linked(url, glimpse.address(url), marked)
    return format_html("{}{}{}", straight(glimpse.before), shown, straight(glimpse.after))


def linked(url: str, target: str, shown: str) -> SafeString | str:
    """A link to a target at an address, where that is one of the web."""
    if urlsplit(url).scheme not in {"http", "https"}:
        return shown if isinstance(shown, SafeString) else url
    return format_html('<a href="{}" rel="noopener noreferrer nofollow" target="_blank">{}</a>', target, shown)


@register.filter
def short(url: str) -> str:
    """A web address without its scheme, cut to a line."""
    text = url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return text if len(text) <= 60 else f"{text[:40]}…{text[-19:]}"


FILLED_BY = {
    "article": gettext_noop("Paste a text, give its address, or upload a file."),
    "claim": gettext_noop("The figures and quotes of an article stand here as soon as it was read. Add an article."),
    "alert": gettext_noop("An alert opens when a source that hangs on a claim says something else than before."),
    "source": gettext_noop("Open a claim at the workbench and attach a source to it."),
    "evidence": gettext_noop("Open a claim at the workbench and attach a source to it."),
}
"""What fills an empty list."""


@register.filter
def filled_by(options: Any) -> str:
    """What to do so that a list of these rows is no longer empty; "" where that needs no words."""
    words = FILLED_BY.get(options.model_name)
    return gettext(words) if words else ""


@register.filter
def straight(words: str) -> str:
    """Words without the signs that turn them around, for where they are shown and not counted in."""
    return TURNING.sub("", words)


@register.filter
def colour(key: str) -> str:
    """The colour name of a verdict."""
    return VERDICTS[key].colour


@register.filter
def item(mapping: dict[Any, Any], key: Any) -> Any:
    """One entry of a mapping."""
    return mapping.get(key)
