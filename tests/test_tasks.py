"""Waking workers: at once, coalesced, and without ever hurting a write."""

import time
from typing import Any

import pytest
import redis
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims import tasks
from claims.fetching import Fetched
from claims.models import Alert, Check, Host, Job
from claims.services import checks, deliveries, evidence, jobs, visits
from claims.services.findings import Tally
from tests.factories import a_figure, an_article

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def broker(settings: Any) -> redis.Redis:
    """The tests' broker, emptied."""
    tasks._broker.cache_clear()
    tasks._silent_until = 0.0
    found = redis.Redis.from_url(settings.REDIS_URL)
    found.flushdb()
    return found


@pytest.fixture
def without_broker(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = "redis://127.0.0.1:1/0"
    settings.REDIS_URL = nowhere
    monkeypatch.setattr(tasks.check_due.app.conf, "broker_url", nowhere)
    monkeypatch.setattr(tasks.check_due.app.conf, "broker_write_url", nowhere)


def messages(broker: redis.Redis) -> int:
    return int(broker.llen("celery"))  # type: ignore[arg-type]


def test_one_message_until_it_has_arrived(broker: redis.Redis) -> None:
    for _ in range(5):
        tasks.wake(tasks.check_due)
    assert messages(broker) == 1
    tasks.check_due()
    tasks.wake(tasks.check_due)
    assert messages(broker) == 2


def test_messages_about_different_jobs_are_different(broker: redis.Redis) -> None:
    for job_id in (1, 2, 1):
        tasks.wake(tasks.run_job, job_id)
    assert messages(broker) == 2


def test_nothing_is_sent_before_the_commit(broker: redis.Redis) -> None:
    with transaction.atomic():
        tasks.wake(tasks.check_due)
        assert messages(broker) == 0
    assert messages(broker) == 1


def test_nothing_is_sent_after_a_rollback(broker: redis.Redis) -> None:
    def fail() -> None:
        with transaction.atomic():
            tasks.wake(tasks.check_due)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert messages(broker) == 0


def test_a_wiped_broker_is_no_reason_to_be_silent(broker: redis.Redis) -> None:
    tasks.wake(tasks.check_due)
    broker.flushdb()
    tasks.wake(tasks.check_due)
    assert messages(broker) == 1


def test_writes_do_not_notice_that_the_broker_is_away(without_broker: None, editor: User) -> None:
    started = time.monotonic()
    for number in range(5):
        with transaction.atomic():
            evidence.attach(a_figure(editor), url=f"https://source.example/{number}", editor=editor)
            tasks.wake(tasks.check_due)
    assert time.monotonic() - started < 3


def test_the_heartbeat_wakes_whoever_is_needed(broker: redis.Redis, editor: User) -> None:
    tasks.heartbeat()
    assert messages(broker) == 0
    evidence.attach(a_figure(editor), url="https://source.example/", editor=editor)
    jobs.ask(Job.Kind.EXTRACT, article=an_article())
    tasks.heartbeat()
    assert messages(broker) == 2


def test_heartbeats_do_not_pile_up_messages_that_nobody_takes(broker: redis.Redis, editor: User) -> None:
    claim = a_figure(editor)
    for number in range(checks.BATCH + 1):
        evidence.attach(claim, url=f"https://source{number}.example/", editor=editor)
    for _ in range(3):
        tasks.heartbeat()
    assert messages(broker) == 2


def test_a_thousand_checks_take_ten_messages_at_most(
    broker: redis.Redis, editor: User, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Workers take the messages while the heart beats; each message and each beat counts."""
    sources, claim = 200, a_figure(editor)
    monkeypatch.setattr(visits, "fetch", lambda url, **_: Fetched(url, "unreachable", timezone.now(), "http_500"))
    settings.CLAIMS_ROBOTS = False
    settings.CLAIMS_POLL_SECONDS = 300  # all of it in one turn, however slow the machine
    for number in range(sources):
        evidence.attach(claim, url=f"https://source{number % 10}.example/{number}", editor=editor)
    Host.objects.update(crawl_delay=0)
    spent = 0
    while Check.objects.count() < sources:
        tasks.heartbeat()
        spent += 1
        while broker.lpop("celery"):
            spent += 1
            tasks.check_due()
    assert spent <= sources * 10 / 1000 + 1  # the first beat is there however little is due


def test_a_check_that_opened_an_alert_wakes_the_outbox(broker: redis.Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "check_due", lambda **_: Tally(sources=1, alerts=1))
    tasks.check_due()
    assert messages(broker) == 1


def test_a_job_is_run_and_the_outbox_emptied(editor: User, settings: Any) -> None:
    job = jobs.ask(Job.Kind.EXTRACT, article=an_article())
    tasks.run_job(job.pk)
    job.refresh_from_db()
    assert job.state == "done"
    settings.CLAIMS_ALERT_MAIL = ["desk@example.org"]
    tasks.deliver_due()
    assert deliveries.deliver_due().sent == Alert.objects.count()
