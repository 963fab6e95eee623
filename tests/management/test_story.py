"""`manage.py story`: a worker re-reads a page whose days pass, and what it finds is printed."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connections

from claims.management.commands import story
from claims.models import Alert, Evidence
from claims.services import checks
from tests.hostile import PUBLIC

pytestmark = pytest.mark.django_db(transaction=True)


class Quiet(SimpleHTTPRequestHandler):
    """The standard library's file server, without its log."""

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def address(tmp_path: Path, settings: Any) -> Iterator[str]:
    """The address at which the test's folder is served, as the demo serves its own."""
    with ThreadingHTTPServer((PUBLIC, 0), partial(Quiet, directory=tmp_path)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAIMS_ALLOWED_NETWORKS = [ip_network(PUBLIC)]
        settings.CLAIMS_ALLOWED_PORTS = [server.server_port]
        yield f"http://{PUBLIC}:{server.server_port}"
        server.shutdown()


@pytest.fixture
def worker() -> Iterator[None]:
    """Somebody who reads what is due."""
    done = threading.Event()

    def work() -> None:
        while not done.wait(0.05):
            checks.check_due()
        connections.close_all()

    thread = threading.Thread(target=work)
    thread.start()
    yield
    done.set()
    thread.join()


@pytest.fixture
def tell(editor: User, address: str, tmp_path: Path) -> Any:
    """Runs the command: what it says."""
    call_command("sample", editor=editor.username, stdout=StringIO())

    def run() -> str:
        out = StringIO()
        call_command("story", editor=editor.username, folder=tmp_path, address=address, stdout=out)
        return out.getvalue()

    return run


@pytest.mark.usefixtures("worker")
def test_each_day_is_re_read_and_told_once(tell: Any, tmp_path: Path) -> None:
    said = tell()
    findings = [line.split()[0] for line in said.splitlines() if line.startswith("  ")]
    assert findings == ["matches"] * 3 + ["matches", "differs", "matches"] + ["superseded"] * 3
    assert [line.split()[0] for line in said.splitlines() if line[0] != " "] == [
        str(day.noon.date()) for day in story.DAYS
    ]
    assert (
        "As of 10 November 2023 the source says about 1,200; the claim, of 27 October 2023, says about 1,400." in said
    )
    assert {alert.finding for alert in Alert.objects.filter(state=Alert.State.OPEN)} == {"superseded"}
    assert tell() == ""


@pytest.mark.usefixtures("worker")
def test_it_goes_on_where_it_was_stopped(tell: Any, tmp_path: Path) -> None:
    story.turn(tmp_path / story.PAGE, story.DAYS[-2])
    assert tell().startswith(str(story.DAYS[-1].noon.date()))
    assert Evidence.objects.count() == 3


def test_a_page_changed_by_hand_stays(tell: Any, tmp_path: Path) -> None:
    page = tmp_path / story.PAGE
    page.write_text("<p>1,300 people were killed.</p>", encoding="utf-8")
    assert tell() == ""
    assert "1,300" in page.read_text(encoding="utf-8")


def test_without_a_worker_it_says_so(tell: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story, "PATIENCE", 0)
    with pytest.raises(CommandError, match=r"^No worker has read http://127\.0\.0\.2:\d+/figures\.html within 0 s\."):
        tell()


def test_without_the_sample_it_says_what_to_type(editor: User, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"manage\.py sample --editor NAME"):
        call_command("story", editor=editor.username, folder=tmp_path, address="http://127.0.0.2:1")
