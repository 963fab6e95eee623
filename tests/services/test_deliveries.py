"""The outbox: at least once, always under the same id, in order, not in quiet hours."""

import base64
import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.utils import timezone

from claims.models import Alert, Claim, Delivery
from claims.services import alerts, deliveries
from claims.services.troubles import Why
from tests.factories import a_check, a_figure, some_evidence
from tests.hostile import Hit, Page, Source

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
SECRET = "whsec_" + base64.b64encode(b"a key of twenty-four bytes").decode()
DESK = "desk@example.org"


@pytest.fixture
def by_mail(settings: Any) -> None:
    settings.CLAIMS_ALERT_MAIL = [DESK]


@pytest.fixture
def hook(settings: Any) -> Iterator[Source]:
    with Source() as server:
        server.page("/hook", b"", status=204)
        settings.CLAIMS_WEBHOOK_URL = server.url("/hook")
        settings.CLAIMS_WEBHOOK_SECRET = SECRET
        yield server


def opened(
    editor: User, findings: tuple[str, ...] = ("superseded",), claim: Claim | None = None, at: datetime | None = None
) -> list[Alert]:
    """Alerts as checks open them, one for each finding."""
    claim = claim or a_figure(editor)
    found = []
    for finding in findings:
        check = a_check(some_evidence(editor, claim, url=f"https://source.example/{Alert.objects.count()}"), finding)
        alert = alerts.on_finding(check, "matches", at or timezone.now())
        assert alert is not None
        found += alerts.open_all([alert])
    return found


def due_again() -> None:
    Delivery.objects.update(next_attempt_at=timezone.now() - timedelta(seconds=1))


def test_an_alert_goes_out_once_by_mail(editor: User, by_mail: None) -> None:
    (alert,) = opened(editor)
    assert deliveries.deliver_due() == deliveries.Round(1, 0)
    (message,) = mail.outbox
    row = Delivery.objects.get()
    assert message.to == [DESK]
    assert message.extra_headers["Message-ID"].startswith(f"<{row.letter}@")
    assert alert.sentence in message.subject
    assert "https://source.example/" in message.body
    assert "sekitar 1.400 orang" in message.body
    assert (row.state, row.attempt, row.lease_token) == ("sent", 1, None)
    assert deliveries.deliver_due() == deliveries.Round()


def test_an_address_that_is_none_holds_nobody_else_up(editor: User, settings: Any) -> None:
    settings.CLAIMS_ALERT_MAIL = ["nobody@example.org\nBcc: all@example.org", DESK]
    opened(editor)
    assert deliveries.deliver_due() == deliveries.Round(1, 1)
    assert [message.to for message in mail.outbox] == [[DESK]]
    failed = Delivery.objects.exclude(target=DESK).get()
    assert (failed.state, failed.attempt, failed.lease_token) == ("pending", 1, None)
    assert "newlines" in failed.last_error


def test_the_editor_in_charge_is_told_too(editor: User, by_mail: None) -> None:
    claim = a_figure(editor)
    claim.swap(assigned_to=editor)
    opened(editor, claim=claim)
    assert set(Delivery.objects.values_list("target", flat=True)) == {DESK, editor.email}


def test_a_webhook_is_signed(editor: User, hook: Source, settings: Any) -> None:
    settings.CLAIMS_FETCH_AGENT = "Harian Contoh/1"
    (alert,) = opened(editor)
    assert deliveries.deliver_due(policy=hook.policy()) == deliveries.Round(1, 0)
    (hit,) = hook.hits("/hook")
    signed = f"{hit.headers['webhook-id']}.{hit.headers['webhook-timestamp']}.".encode() + hit.body
    wanted = base64.b64encode(hmac.new(b"a key of twenty-four bytes", signed, hashlib.sha256).digest()).decode()
    assert hit.headers["webhook-signature"] == f"v1,{wanted}"
    assert hit.headers["webhook-id"] == str(Delivery.objects.get().letter)
    assert hit.headers["user-agent"] == "Harian Contoh/1"
    told = json.loads(hit.body)
    assert told["type"] == "alert.opened"
    assert (told["data"]["alert"], told["data"]["finding"]) == (str(alert.uid), "superseded")


def test_a_failure_comes_again_under_the_same_id(editor: User, hook: Source) -> None:
    hook.answer("/hook", Page(status=500), Page(raw=b"nonsense"), Page(status=204))
    opened(editor)
    for failed in (1, 1, 0):
        assert deliveries.deliver_due(policy=hook.policy()).failed == failed
        due_again()
    hits = hook.hits("/hook")
    assert len(hits) == 3
    assert len({hit.headers["webhook-id"] for hit in hits}) == 1
    assert len({hit.body for hit in hits}) == 1
    row = Delivery.objects.get()
    assert (row.state, row.attempt, row.last_error) == ("sent", 3, "")


def test_given_up_after_twelve_attempts(editor: User, hook: Source) -> None:
    hook.page("/hook", b"", status=503)
    opened(editor)
    waits = []
    for _ in range(deliveries.MOST_ATTEMPTS):
        deliveries.deliver_due(policy=hook.policy())
        row = Delivery.objects.get()
        waits.append((row.next_attempt_at - row.updated_at).total_seconds())
        due_again()
    assert Delivery.objects.get().state == "dead"
    assert deliveries.deliver_due(policy=hook.policy()) == deliveries.Round()
    assert len(hook.hits("/hook")) == 12
    assert 27 <= waits[0] <= 33
    assert all(later > earlier for earlier, later in pairwise(waits[:8]))


def test_a_dead_worker_s_letter_goes_out_under_its_id(editor: User, by_mail: None) -> None:
    opened(editor)
    (letter,) = deliveries.lease()
    assert deliveries.lease() == []
    assert deliveries.send(letter, None) == ""  # type: ignore[arg-type]
    Delivery.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert deliveries.deliver_due().sent == 1
    first, second = (message.extra_headers["Message-ID"] for message in mail.outbox)
    assert first == second
    assert deliveries.mark(letter, "late") == 0
    assert Delivery.objects.get().state == "sent"


def test_who_is_asked_to_end_sends_one_letter_to_its_end_and_gives_the_others_back(editor: User, hook: Source) -> None:
    opened(editor)
    opened(editor)
    stopping = threading.Event()

    def ask(_hit: Hit) -> Page:
        stopping.set()
        return Page(status=204)

    hook.answer("/hook", Page(run=ask))
    assert deliveries.deliver_due(policy=hook.policy(), stopping=stopping) == deliveries.Round(1, 0)
    assert len(hook.hits("/hook")) == 1
    rest = Delivery.objects.get(state="pending")
    assert (rest.attempt, rest.lease_token) == (0, None)


def test_order_is_kept_for_each_claim(editor: User, hook: Source) -> None:
    first, second = opened(editor, ("differs", "superseded"))
    (other,) = opened(editor)
    hook.answer("/hook", Page(status=500), Page(status=204))
    assert deliveries.deliver_due(policy=hook.policy()) == deliveries.Round(1, 1)
    assert deliveries.deliver_due(policy=hook.policy()) == deliveries.Round()
    due_again()
    assert deliveries.deliver_due(policy=hook.policy()) == deliveries.Round(2, 0)
    told = [json.loads(hit.body)["data"]["alert"] for hit in hook.hits("/hook")]
    assert told == [str(alert.uid) for alert in (first, other, first, second)]
    assert Delivery.objects.get(alert=second).attempt == 1


def test_mail_speaks_the_desks_language(editor: User, by_mail: None, settings: Any) -> None:
    settings.CLAIMS_LANGUAGE = "id"
    row = some_evidence(editor, a_figure(editor))
    alerts.open_all([alerts.on_loss(row.source_id, 1, 1, Why("gone", "http_410", "It is gone."), timezone.now())])
    assert deliveries.deliver_due().sent == 1
    (message,) = mail.outbox
    assert message.subject == "Sumber tidak bisa dibaca. Halaman itu sudah tidak ada (status 410)."
    assert "Sumber: https://source.example/" in message.body


def test_a_digest_holds_the_alerts_of_its_hour_in_one_letter(editor: User, by_mail: None, settings: Any) -> None:
    settings.CLAIMS_DIGEST_MINUTES = 60
    later = timezone.now() + timedelta(hours=1)  # so that no full hour comes between
    opened(editor, ("differs", "superseded"), at=later)
    opened(editor, at=later)
    assert deliveries.deliver_due() == deliveries.Round()
    assert len(set(Delivery.objects.values_list("next_attempt_at", flat=True))) == 1
    due_again()
    assert deliveries.deliver_due() == deliveries.Round(3, 0)
    (message,) = mail.outbox
    assert message.subject == "3 alerts"
    assert len(set(Delivery.objects.values_list("letter", flat=True))) == 1


@pytest.mark.parametrize(
    ("hours", "clock", "expected"),
    [
        ((time(22), time(6)), "2023-11-12 23:30", "2023-11-13 06:00"),
        ((time(22), time(6)), "2023-11-12 05:59", "2023-11-12 06:00"),
        ((time(22), time(6)), "2023-11-12 22:00", "2023-11-13 06:00"),
        ((time(22), time(6)), "2023-11-12 06:00", "2023-11-12 06:00"),
        ((time(22), time(6)), "2023-11-12 12:00", "2023-11-12 12:00"),
        ((time(12), time(14)), "2023-11-12 13:00", "2023-11-12 14:00"),
        ((time(12), time(14)), "2023-11-12 14:30", "2023-11-12 14:30"),
    ],
)
def test_mail_waits_for_the_end_of_the_quiet_hours(
    settings: Any, hours: tuple[time, time], clock: str, expected: str
) -> None:
    zone = ZoneInfo("Asia/Jakarta")
    settings.CLAIMS_QUIET_HOURS = (*hours, zone)
    moment = datetime.fromisoformat(clock).replace(tzinfo=zone).astimezone(UTC)
    assert deliveries.first_attempt("webhook", moment) == moment
    assert deliveries.first_attempt("mail", moment).astimezone(zone) == datetime.fromisoformat(expected).replace(
        tzinfo=zone
    )


def test_a_mail_server_that_is_away(editor: User, by_mail: None, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    opened(editor)
    assert deliveries.deliver_due() == deliveries.Round(0, 1)
    row = Delivery.objects.get()
    assert row.state == "pending"
    assert "refused" in row.last_error
