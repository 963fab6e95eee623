"""What a queue's message can ask for. A message only wakes a worker: rows say what is to do, verbs do it.

wake(check_due)            after a write that made something due; never raises, never waits long
wake(run_job, job.pk)
"""

import functools
import logging
import time
from collections.abc import Callable
from typing import Any

import redis
from celery import Task, shared_task
from django.conf import settings
from django.db import transaction
from kombu.exceptions import KombuError

from claims.services import checks, deliveries, health, jobs

SEND_SECONDS = 0.5
"""How long a write may wait for a broker that hangs."""

SILENCE = 2.0
"""Seconds for which a broker that did not answer is not tried again: its writes must not wait one after the other."""

WOKEN_SECONDS = 5
"""How long a message counts as on its way: by then a worker has taken it up, or it is lost."""

log = logging.getLogger(__name__)
_silent_until = 0.0


@shared_task
def heartbeat() -> None:
    """Every few seconds: wake workers for whatever is due. Several beats, or none for a while, change nothing but latency."""
    checks.tidy()
    _wake_workers()
    for job_id in jobs.waiting():
        wake(run_job, job_id)
    if health.deliveries_due():
        wake(deliver_due)


@shared_task
def check_due() -> None:
    """Read due sources for one poll's time; the next heartbeat goes on."""
    _forget(check_due, ())
    tally = checks.check_due(seconds=settings.CLAIMS_POLL_SECONDS)
    if tally.alerts:
        wake(deliver_due)


@shared_task
def run_job(job_id: int) -> None:
    """Do a job, unless somebody else does."""
    _forget(run_job, (job_id,))
    jobs.run(job_id)


@shared_task
def deliver_due() -> None:
    """Send what the outbox holds."""
    _forget(deliver_due, ())
    deliveries.deliver_due()


def _wake_workers() -> None:
    """Wake as many workers as the due work can feed, less the messages that still wait: so none pile up while all are busy."""
    waiting = _ask(lambda broker: broker.llen(check_due.app.conf.task_default_queue)) or 0
    for _ in range(health.workers_wanted(checks.BATCH) - waiting):
        _send(check_due, ())


def wake(task: Task, *args: Any) -> None:
    """Wake a worker once the transaction is committed. While such a message is on its way no second one is sent.

    Never raises: a broker that is away is logged, and the heartbeat finds the row without it.
    """
    transaction.on_commit(lambda: _wake(task, args), robust=True)


def _wake(task: Task, args: tuple[Any, ...]) -> None:
    if _ask(lambda broker: broker.set(_key(task, args), 1, nx=True, ex=WOKEN_SECONDS)):
        _send(task, args)


def _forget(task: Task, args: tuple[Any, ...]) -> None:
    """The message has arrived: whatever becomes due from now on sends another."""
    _ask(lambda broker: broker.delete(_key(task, args)))


def _send(task: Task, args: tuple[Any, ...]) -> None:
    _ask(lambda _broker: task.apply_async(args, retry=False) or True)


def _ask(question: Callable[[redis.Redis], Any]) -> Any:
    """Ask the broker; None when it does not answer."""
    global _silent_until  # noqa: PLW0603  (one broker per process, and no other state)
    if time.monotonic() < _silent_until:
        return None
    try:
        return question(_broker())
    except (redis.RedisError, KombuError, OSError) as problem:
        _silent_until = time.monotonic() + SILENCE
        log.warning("the broker is away (%s); rows will be found without it", problem)
        return None


@functools.cache
def _broker() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL, socket_connect_timeout=SEND_SECONDS, socket_timeout=SEND_SECONDS)


def _key(task: Task, args: tuple[Any, ...]) -> str:
    return f"woken:{task.name}:{','.join(map(str, args))}"
