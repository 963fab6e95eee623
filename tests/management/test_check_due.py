"""`manage.py check_due`: once, for one source, and as a worker that ends when asked."""

import os
import signal
import threading
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from claims.management.commands import check_due
from claims.models import Check, Host, Job, Schedule
from claims.services import checks, evidence, health, jobs
from claims.services.findings import Tally
from tests.factories import a_quote, an_article
from tests.hostile import Source

pytestmark = pytest.mark.django_db(transaction=True)
TALK = "<p>Rina: “Jumlah ini masih dapat berubah,” katanya kemarin di Jakarta.</p>"


@pytest.fixture
def source(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Source]:
    with Source() as server:
        server.page("/talk", TALK)
        server.admit(settings)
        yield server


def ran(*words: str, **options: Any) -> str:
    out = StringIO()
    call_command("check_due", *words, stdout=out, **options)
    return out.getvalue()


def test_what_is_due_is_read_once(editor: User, source: Source) -> None:
    evidence.attach(a_quote(editor), url=source.url("/talk"), editor=editor)
    assert ran() == "1 sources read, 1 checks, 0 alerts opened\n"
    assert ran() == "0 sources read, 0 checks, 0 alerts opened\n"


@pytest.mark.parametrize("by", ["url", "uid"])
def test_one_source_whether_due_or_not(editor: User, source: Source, by: str) -> None:
    row = evidence.attach(a_quote(editor), url=source.url("/talk"), editor=editor)
    Schedule.objects.update(next_check_at=timezone.now() + timedelta(days=3))
    assert "1 sources read" in ran("--source", str(getattr(row.source, by)))


@pytest.mark.parametrize("word", ["https://nowhere.example/", "not a source", "0" * 32, "-" * 36])
def test_no_such_source(db: None, word: str) -> None:
    with pytest.raises(CommandError, match="no source"):
        ran(f"--source={word}")


def test_watching_does_all_that_is_due_and_ends_when_asked(editor: User, source: Source) -> None:
    evidence.attach(a_quote(editor), url=source.url("/talk"), editor=editor)
    job = jobs.ask(Job.Kind.EXTRACT, article=an_article("Sebanyak 12 orang tewas di Bandung.\n"))
    before = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)}

    def end_when_done() -> None:
        done = threading.Event()
        while not source.hits("/talk"):
            done.wait(0.05)
        done.wait(0.5)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=end_when_done).start()
    try:
        out = ran("--watch")
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
    assert "ended: 1 sources read" in out
    assert Check.objects.count() == 1
    job.refresh_from_db()
    assert job.state == "done"


def test_watching_until_the_limit(editor: User, source: Source) -> None:
    before = {name: signal.getsignal(name) for name in (signal.SIGINT, signal.SIGTERM)}
    evidence.attach(a_quote(editor), url=source.url("/talk"), editor=editor)
    try:
        assert "ended: 1 sources read" in ran("--watch", limit=1)
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def test_the_picture_names_hosts_that_want_to_be_left_alone(editor: User, source: Source) -> None:
    evidence.attach(a_quote(editor), url=source.url("/talk"), editor=editor)
    Host.objects.update(next_allowed_at=timezone.now() + timedelta(minutes=5))
    host = Host.objects.get()
    shown = " ".join(check_due.picture(health.overview(), Tally(), 0, 0).split())
    assert f"left alone {host.name} until {host.next_allowed_at:%Y-%m-%d %H:%M:%S}" in shown


def test_the_live_view_counts_and_shows_the_newest_checks(editor: User, source: Source) -> None:
    evidence.attach(a_quote(editor), url=source.url("/talk"), editor=editor)
    checks.check_due()
    shown = check_due.picture(health.overview(), Tally(sources=1, checks=1, fenced=2), 3, 1)
    assert "1 sources read, 1 checks, 0 alerts opened, 2 thrown away" in shown
    assert source.url("/talk") in shown
    assert "matches" in shown
