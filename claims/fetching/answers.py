"""What an answer's status and headers mean for us: outcome, reason, when to come back, whether it moved elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from .policy import Target
from .values import Outcome

RETRY_LEAST = 60
RETRY_MOST = 7 * 24 * 3600
"""Seconds between which a server's wish when to be asked again is followed."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
"""Of these, those by which a page is at its new address from now on (RFC 9110, 15.4)."""

RELOCATED = "relocated"
"""The reason of a page that was read where its site sends for good."""
# Statuses that say "not now" rather than "not you" or "not here".
TRANSIENT = frozenset({408, 421, 425})
GONE = frozenset({404, 410})
# Registries under which the registered name is the third label (co.id, com.au, go.id, ac.uk …).
SECOND_LEVEL = frozenset(
    {"ac", "biz", "co", "com", "desa", "edu", "go", "gob", "gov", "mil", "my", "ne", "net", "or", "org", "sch", "web"}
)
TOKEN = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")
CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:+-]{1,40})""", re.IGNORECASE)


def outcome_of(status: int, headers: Mapping[str, str], *, asked_if_changed: bool) -> tuple[Outcome, str, str]:
    """(outcome, reason, message) of a final answer's status; ("ok", "", "") when its body is worth reading."""
    if challenged(headers):
        return "blocked", "challenge", "The site asks for a browser check before it answers."
    if status == 304:
        if asked_if_changed:
            return "unchanged", "", "The page has not changed since the last visit."
        return "unreadable", "http_304", "The site says “not changed” although it was not asked."
    if status in (200, 203):
        return "ok", "", ""
    if status == 206:
        return "incomplete", "http_206", "The site sent only a part of the page."
    reason = f"http_{status}"
    if status in GONE:
        return "gone", reason, f"The page is not there any more (status {status})."
    if status >= 500 or status in TRANSIENT:
        return "unreachable", reason, f"The site could not answer (status {status})."
    if status >= 400:
        return "blocked", reason, f"The site does not let us read the page (status {status})."
    return "unreadable", reason, f"The site answered with status {status} and no page."


def challenged(headers: Mapping[str, str]) -> bool:
    """A bot check in place of the page, as the two largest services announce it."""
    return headers.get("cf-mitigated", "").lower() == "challenge" or headers.get("x-amzn-waf-action", "").lower() in (
        "challenge",
        "captcha",
    )


def retry_after(value: str | None, now: datetime) -> int | None:
    """Seconds to wait by a Retry-After header (seconds or a date), within a minute and a week; None when it says nothing."""
    if not value:
        return None
    text = value.strip()
    if re.fullmatch(r"[+-]?[0-9]{1,400}", text):
        return min(max(int(text), RETRY_LEAST), RETRY_MOST)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        seconds = (moment - now).total_seconds()
    except OverflowError:
        seconds = RETRY_MOST
    return int(min(max(seconds, RETRY_LEAST), RETRY_MOST))


def content_type(value: str | None) -> tuple[str | None, str | None]:
    """(media type, charset) of a Content-Type header, lower-case; None for what is missing or malformed."""
    if not value:
        return None, None
    media = value.partition(";")[0].partition(",")[0].strip().lower()
    charset = CHARSET.search(value)
    return media if TOKEN.fullmatch(media) else None, charset[1].lower() if charset else None


def site(host: str) -> str:
    """The registered name, roughly: the last two labels, three where the second-last is a registry of its own."""
    labels = host.split(".")
    count = 3 if len(labels) > 2 and labels[-2] in SECOND_LEVEL and len(labels[-1]) == 2 else 2
    return ".".join(labels[-count:])


def moved_away(asked: Target, final: Target) -> bool:
    """Whether redirects led to something else than the page asked for: another site, or the front page in place of an article.

    http to https, www, a mobile host or a new path on the same site are still the page.
    """
    if asked.address or final.address:
        elsewhere = asked.host != final.host
    else:
        elsewhere = site(asked.host) != site(final.host)
    return elsewhere or (asked.path.strip("/") != "" and final.path.strip("/") == "")
