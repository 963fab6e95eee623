"""The outbox: alerts go out by mail and webhook at least once, and always under the same id.

A delivery is written in the transaction that opened its alert, leased like a check, sent outside any transaction, and marked
under its lease. Who dies between sending and marking sends again, under the same id, so that the receiver can tell.
"""

import base64
import binascii
import hashlib
import hmac
import json
import logging
import threading
import time
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from claims.fetching import Limits, Policy, post
from claims.models import Alert, Delivery
from claims.models.identity import uuid7
from claims.models.leases import unleased
from claims.services import pages, schedules, telling

MAIL, WEBHOOK = "mail", "webhook"
MOST_ATTEMPTS = 12
FIRST_RETRY, LAST_RETRY = 30, 6 * 3600
"""Seconds: retries after 30 s, doubled up to six hours; twelve attempts span about fifteen hours."""

SEND_SECONDS = 10
"""For one letter, but never more than half of a lease."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes out in one piece: one delivery, or all that a digest holds. `uid` stays the same over all attempts; `ends` is
    our monotonic clock's end of the lease."""

    uid: uuid.UUID
    token: uuid.UUID
    channel: str
    target: str
    rows: tuple[Delivery, ...]
    ends: float


@dataclass(frozen=True, slots=True)
class Round:
    """How a round of the outbox went, in deliveries."""

    sent: int = 0
    failed: int = 0


def add_for(alerts: Iterable[Alert]) -> None:
    """Write the deliveries of alerts that were just opened, in their transaction."""
    rows = [
        Delivery(alert=alert, channel=channel, target=target, next_attempt_at=first_attempt(channel, alert.opened_at))
        for alert in alerts
        for channel, target in targets(alert)
    ]
    Delivery.objects.bulk_create(rows)


def targets(alert: Alert) -> list[tuple[str, str]]:
    """Who is told of an alert: the addresses of the settings and the editor to whom the claim is assigned."""
    mails = list(settings.CLAIMS_ALERT_MAIL)
    editor = alert.claim.assigned_to if alert.claim is not None else None
    if editor is not None and editor.email and editor.email not in mails:
        mails.append(editor.email)
    hooks = [settings.CLAIMS_WEBHOOK_URL] if settings.CLAIMS_WEBHOOK_URL else []
    return [(MAIL, address) for address in mails] + [(WEBHOOK, address) for address in hooks]


def first_attempt(channel: str, now: datetime) -> datetime:
    """When a new delivery may go out: at once, or for mail at the next digest and never in quiet hours."""
    if channel != MAIL:
        return now
    if settings.CLAIMS_DIGEST_MINUTES:
        step = settings.CLAIMS_DIGEST_MINUTES * 60
        now += timedelta(seconds=step - now.timestamp() % step)
    return after_quiet(now)


def after_quiet(moment: datetime) -> datetime:
    """The moment, or the end of the quiet hours it falls into."""
    if settings.CLAIMS_QUIET_HOURS is None:
        return moment
    start, end, zone = settings.CLAIMS_QUIET_HOURS
    local = moment.astimezone(zone)
    clock = local.time()
    if start <= end:
        is_quiet = start <= clock < end
    else:
        is_quiet = clock >= start or clock < end
    if not is_quiet:
        return moment
    day = local.date() + timedelta(days=1 if start > end and clock >= start else 0)
    return datetime.combine(day, end, zone).astimezone(moment.tzinfo)


def deliver_due(*, policy: Policy | None = None, stopping: threading.Event | None = None) -> Round:
    """Send what is due. Of the alerts of one claim the earlier goes first to each address; a failure holds back the later.
    `stopping` ends it after the letter that is being sent: the rest is given back."""
    sent = failed = 0
    held_back: set[tuple[int | None, str, str]] = set()
    for letter in lease():
        lines = {(row.alert.claim_id, row.channel, row.target) for row in letter.rows if row.alert.claim_id}
        is_ending = stopping is not None and stopping.is_set()
        if is_ending or lines & held_back or time.monotonic() + send_seconds() > letter.ends:
            give_back(letter)
            continue
        error = send(letter, policy or pages.policy())
        mark(letter, error)
        if error:
            held_back |= lines
            failed += len(letter.rows)
        else:
            sent += len(letter.rows)
    return Round(sent, failed)


def send_seconds() -> float:
    """How long one letter may take: a part of its lease."""
    return min(float(SEND_SECONDS), settings.CLAIMS_LEASE_SECONDS / 2)


def lease(limit: int = 100) -> list[Letter]:
    """Take due deliveries in hand, as letters, in the order in which their alerts opened."""
    token = uuid.uuid4()
    ends = time.monotonic() + settings.CLAIMS_LEASE_SECONDS
    with transaction.atomic():
        now = schedules.database_now()
        waits = Q(next_attempt_at__gt=now) | Q(lease_until__gt=now)
        earlier = Delivery.objects.filter(
            waits,
            state=Delivery.State.PENDING,
            pk__lt=OuterRef("pk"),
            channel=OuterRef("channel"),
            target=OuterRef("target"),
            alert__claim=OuterRef("alert__claim"),
        )
        due = Delivery.objects.filter(
            unleased(now), ~Exists(earlier), state=Delivery.State.PENDING, next_attempt_at__lte=now
        )
        rows = due.select_for_update(skip_locked=True, of=("self",)).select_related("alert").order_by("pk")[:limit]
        letters = _letters(list(rows), token, ends)
        for letter in letters:
            Delivery.objects.filter(pk__in=[row.pk for row in letter.rows]).update(
                letter=letter.uid,
                attempt=F("attempt") + 1,
                lease_token=token,
                lease_until=now + timedelta(seconds=settings.CLAIMS_LEASE_SECONDS),
            )
    return letters


def _letters(rows: Sequence[Delivery], token: uuid.UUID, ends: float) -> list[Letter]:
    """Rows by the letter they belong to; new ones are one letter each, or one for each address when mail is a digest."""
    groups: dict[Any, list[Delivery]] = {}
    for row in rows:
        together = row.channel == MAIL and settings.CLAIMS_DIGEST_MINUTES
        groups.setdefault(row.letter or ((row.channel, row.target) if together else row.pk), []).append(row)
    return [
        Letter(group[0].letter or uuid7(), token, group[0].channel, group[0].target, tuple(group), ends)
        for group in groups.values()
    ]


def send(letter: Letter, policy: Policy) -> str:
    """Hand a letter to its channel; "" when it was taken, else why not."""
    try:
        if letter.channel == MAIL:
            mail(letter).send()
            return ""
        answer = post(
            letter.target,
            *webhook(letter, schedules.database_now()),
            policy=policy,
            limits=Limits(deadline=send_seconds()),
            user_agent=settings.CLAIMS_FETCH_AGENT,
        )
    except (OSError, ValueError) as problem:  # ValueError: an address that is none
        return str(problem) or type(problem).__name__
    return "" if answer.outcome == "ok" else answer.message or answer.reason


def mark(letter: Letter, error: str) -> int:
    """Write how an attempt went, if the lease is still ours; how many rows."""
    now = schedules.database_now()
    ours = Delivery.objects.filter(
        pk__in=[row.pk for row in letter.rows], lease_token=letter.token, state=Delivery.State.PENDING
    )
    if not error:
        return ours.update(
            state=Delivery.State.SENT, sent_at=now, lease_token=None, lease_until=None, last_error="", updated_at=now
        )
    attempt = letter.rows[0].attempt + 1
    log.warning("letter %s to %s failed (attempt %s): %s", letter.uid, letter.target, attempt, error)
    wait = schedules.spread(min(FIRST_RETRY * 2.0 ** (attempt - 1), LAST_RETRY))
    again = now + timedelta(seconds=wait)
    return ours.update(
        state=Delivery.State.DEAD if attempt >= MOST_ATTEMPTS else Delivery.State.PENDING,
        next_attempt_at=after_quiet(again) if letter.channel == MAIL else again,
        lease_token=None,
        lease_until=None,
        last_error=error[:300],
        updated_at=now,
    )


def give_back(letter: Letter) -> int:
    """Return a letter that was not sent, as if it had not been leased."""
    ours = Delivery.objects.filter(pk__in=[row.pk for row in letter.rows], lease_token=letter.token)
    return ours.update(attempt=F("attempt") - 1, lease_token=None, lease_until=None)


def mail(letter: Letter) -> EmailMessage:
    """The letter as a mail in the desk's language, whose Message-ID is the letter's."""
    alerts = [row.alert for row in letter.rows]
    count = len(alerts)
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">") or "localhost"
    with override(settings.CLAIMS_LANGUAGE):
        subject = telling.alarm(alerts[0]).splitlines()[0][:120] if count == 1 else ""
        return EmailMessage(
            subject=subject or ngettext("%(count)d alert", "%(count)d alerts", count) % {"count": count},
            body="\n\n\n".join(_paragraph(alert) for alert in alerts),
            to=[letter.target],
            headers={"Message-ID": f"<{letter.uid}@{domain}>"},
        )


def _paragraph(alert: Alert) -> str:
    """What a mail says of one alert."""
    lines = [telling.alarm(alert)]
    if alert.claim is not None:
        article = alert.claim.article
        lines += [_("Claim: %s") % alert.claim, _("Printed in: %s") % article, article.url]
    lines += [_("Source: %s") % alert.source.url]
    if settings.CLAIMS_DESK_URL:
        lines.append(f"{settings.CLAIMS_DESK_URL.rstrip('/')}/admin/claims/alert/{alert.pk}/change/")
    return "\n".join(line for line in lines if line)


def webhook(letter: Letter, now: datetime) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a webhook, signed as Standard Webhooks has it (symmetric, v1)."""
    body = json.dumps(
        {
            "type": "alert.opened",
            "timestamp": letter.rows[0].alert.opened_at.isoformat(),
            "data": _data(letter.rows[0].alert),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    stamp = str(int(now.timestamp()))
    signed = b".".join((str(letter.uid).encode(), stamp.encode(), body))
    signature = base64.b64encode(hmac.new(signing_key(), signed, hashlib.sha256).digest()).decode()
    return body, {
        "Content-Type": "application/json",
        "webhook-id": str(letter.uid),
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{signature}",
    }


def signing_key() -> bytes:
    """The webhook secret's bytes: base64 after `whsec_`, else the text itself."""
    secret: str = settings.CLAIMS_WEBHOOK_SECRET
    if secret.startswith("whsec_"):
        try:
            return base64.b64decode(secret.removeprefix("whsec_"), validate=True)
        except binascii.Error:
            log.warning("CLAIMS_WEBHOOK_SECRET begins with whsec_ but is no base64; its text is the key")
    return secret.encode()


def _data(alert: Alert) -> dict[str, Any]:
    claim = alert.claim
    return {
        "alert": str(alert.uid),
        "rule": alert.rule,
        "finding": alert.finding or None,
        "previous": alert.previous or None,
        "sentence": alert.sentence,
        "claim": str(claim.uid) if claim else None,
        "words": str(claim) if claim else None,
        "article": {"title": claim.article.title, "url": claim.article.url} if claim else None,
        "source": {"id": str(alert.source.uid), "url": alert.source.url},
        "check": str(alert.opened_by.uid) if alert.opened_by else None,
    }
