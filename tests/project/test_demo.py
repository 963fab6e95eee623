"""`manage.py demo`, run as a person runs it: from nothing to a desk that answers, and down again without a trace."""

import contextlib
import errno
import http.client
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from claims.management.commands import story
from project.management.commands import demo
from project.processes import Failed

ROOT = Path(__file__).resolve().parent.parent.parent
STAGES = ("broker", "database", "editor", "sample", "web", "worker, beat")
PATIENCE = 300
FAMILY = 7
"""The broker, gunicorn and its two workers, the queue's worker and its two, beat: eight, one of them perhaps being replaced."""


class Answer(NamedTuple):
    """What the web process answered."""

    status: int
    cookie: str
    text: str


class Demo:
    """One run of the command: what it has said so far, and its processes."""

    def __init__(self, data: Path, port: int, *more: str, **variables: str) -> None:
        self.data, self.port = data, port
        environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "REDIS_URL"}}
        environment |= {"PERIKSA_PACKAGES": "installed"} | variables
        command = [sys.executable, "manage.py", "demo", f"--port={port}", f"--data={data}", *more]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.said = ""
        self.seen: dict[int, str] = {}

    def until(self, words: str) -> str:
        """Read on until it has said this; all it has said."""
        assert self.process.stdout
        while words not in self.said:
            line = self.process.stdout.readline()
            assert line, f"it ended with {self.process.wait()} after saying:\n{self.said}"
            self.said += line
        return self.said

    def end(self, number: signal.Signals | None = signal.SIGINT) -> tuple[int, str]:
        """Send a signal and wait: the status and all that was said."""
        if number and self.process.poll() is None:
            self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=PATIENCE)
        self.said += rest
        return self.process.returncode, self.said

    def family(self) -> dict[int, str]:
        """The processes below ours: number and command line. All that it has ever seen are kept for `left`."""
        parents = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        members = {self.process.pid}
        while more := {number for number, parent in parents.items() if parent in members} - members:
            members |= more
        found = {number: command for number in members - {self.process.pid} if (command := command_line(number))}
        self.seen |= found
        return found

    def child(self, mark: str) -> int:
        """The number of our own child with these words in its command line, which its children share."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        (found,) = (number for number in map(int, children) if mark in command_line(number))
        return found

    def left(self) -> dict[int, str]:
        """Those of the family that still run; a number that meanwhile belongs to somebody else's process is not ours."""
        return {number: command for number, command in self.seen.items() if command_line(number) == command}

    def get(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        """Ask the web process."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(response.status, response.getheader("Set-Cookie") or "", response.read().decode())


def command_line(number: int) -> str:
    """Of a process; empty when it has ended."""
    try:
        return Path(f"/proc/{number}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def eventually(true: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def free_port() -> int:
    """A port that is still free when a process started later takes it: below those that the system hands out by itself."""
    lowest = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    while True:
        with (
            contextlib.suppress(OSError),
            socket.create_server(("127.0.0.1", random.randrange(10_000, lowest))) as probe,
        ):
            return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk") / "data"


@pytest.fixture
def start(data: Path) -> Iterator[Callable[..., Demo]]:
    """Start the command on the module's data folder; whatever still runs is stopped at the end."""
    runs: list[Demo] = []

    def start(*more: str, port: int | None = None, place: Path = data, **variables: str) -> Demo:
        runs.append(Demo(place, port or free_port(), *more, **variables))
        return runs[-1]

    yield start
    for run in runs:
        run.end()


def test_from_nothing_to_a_desk_and_down_again(start: Callable[..., Demo], data: Path) -> None:
    demo = start()
    said = demo.until("Ctrl-C stops everything")
    assert [line.split("  ")[0] for line in said.splitlines() if line.startswith(STAGES) and " s)" in line] == list(
        STAGES
    )
    claims = json.loads(demo.get("/api/v1/claims/").text)["results"]
    assert {"1,400", "220", "7,000"} <= set(re.findall(r"\b\d+(?:,\d{3})*\b", said))
    assert len(claims) >= 3

    password = re.search(r"password (\S+)", said)
    assert password
    assert sign_in(demo, password[1])
    assert not sign_in(demo, "editor")

    second = start()
    status, said = second.end(None)
    assert status == 1
    assert said.splitlines() == [f"demo: another demo runs on {data}; stop it or choose a folder with --data"]

    eventually(lambda: len(demo.family()) >= FAMILY)
    assert demo.end() == (0, demo.said)
    assert demo.said.endswith("stopped\n")
    eventually(lambda: demo.left() == {})
    assert not (data / "broker.sock").is_symlink()

    again = start()
    said = again.until("Ctrl-C stops everything")
    assert "with the password of the first start" in said
    assert password[1] not in said
    assert len(json.loads(again.get("/api/v1/claims/").text)["results"]) == len(claims)
    assert sign_in(again, password[1])


def test_a_story_is_told_once_and_its_page_stays_in_reach(start: Callable[..., Demo], tmp_path: Path) -> None:
    place, port = tmp_path / "told", free_port()
    demo = start("--story", place=place, port=port)
    said = demo.until("Ctrl-C stops everything")
    days = [line for line in said.splitlines() if line.endswith(f"http://127.0.0.2:{port + 1}/figures.html")]
    assert len(days) == len(story.DAYS)
    assert len(json.loads(demo.get("/api/v1/claims/?currency=superseded").text)["results"]) == 3
    assert demo.end()[0] == 0

    again = start(place=place, port=port)
    assert "matches" not in again.until("Ctrl-C stops everything")
    page = http.client.HTTPConnection("127.0.0.2", port + 1, timeout=PATIENCE)
    with contextlib.closing(page):
        page.request("GET", "/figures.html")
        assert "11,078" in page.getresponse().read().decode()
    assert again.end()[0] == 0


def test_a_busy_port_of_the_story_is_told(start: Callable[..., Demo], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.2", 0)) as busy:
        port = busy.getsockname()[1]
        status, said = start("--story", place=tmp_path / "busy", port=port - 1).end(None)
    assert status == 1
    assert said.splitlines()[-1] == f"demo: the story's port {port} is not free; choose another pair with --port"


def sign_in(demo: Demo, password: str) -> bool:
    """Fill in the admin's form as a browser would; True when it lets us in."""
    form = demo.get("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.text)
    assert token
    fields = {"csrfmiddlewaretoken": token[1], "username": "editor", "password": password, "next": "/admin/"}
    headers = {"Cookie": form.cookie.split(";")[0], "Content-Type": "application/x-www-form-urlencoded"}
    return demo.get("/admin/login/", "POST", urlencode(fields), **headers).status == http.HTTPStatus.FOUND


def test_a_killed_supervisor_leaves_nobody_and_the_next_clears_up(start: Callable[..., Demo], data: Path) -> None:
    demo = start()
    demo.until("Ctrl-C stops everything")
    eventually(lambda: len(demo.family()) >= FAMILY)
    demo.process.send_signal(signal.SIGKILL)
    demo.process.wait()
    eventually(lambda: demo.left() == {})
    folder = (data / "broker.sock").readlink().parent
    assert folder.is_dir()
    start().until("broker")
    assert not folder.exists()


@pytest.mark.parametrize("name", ["broker", "web", "worker", "beat"])
def test_a_process_that_ends_ends_all_and_is_named(start: Callable[..., Demo], name: str) -> None:
    demo = start()
    demo.until("Ctrl-C stops everything")
    mark = {"broker": "-server", "web": "gunicorn", "worker": " worker ", "beat": " beat "}[name]
    assert demo.family()
    os.kill(demo.child(mark), signal.SIGKILL)
    status, said = demo.end(None)
    assert status == 1
    assert said.splitlines()[-1] == f"demo: the {name} ended with status -9; see {demo.data}/logs/{name}.log"
    eventually(lambda: demo.left() == {})


def test_a_new_password_replaces_the_old(start: Callable[..., Demo]) -> None:
    demo = start("--new-password")
    password = re.search(r"password (\S+)", demo.until("Ctrl-C stops everything"))
    assert password
    assert sign_in(demo, password[1])


def test_a_stop_during_the_set_up_is_clean_too(start: Callable[..., Demo], tmp_path: Path) -> None:
    demo = start(place=tmp_path / "other")
    demo.until("broker ")
    assert demo.family()
    status, said = demo.end(signal.SIGTERM)
    assert (status, said.splitlines()[-1]) == (0, "stopped")
    eventually(lambda: demo.left() == {})


def one_line(demo: Demo) -> str:
    status, said = demo.end(None)
    assert status not in {0, None}
    assert len(said.splitlines()) == 1, said
    return said


def test_a_busy_port_is_told(start: Callable[..., Demo]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        assert one_line(start(port=port)) == f"demo: port {port} is not free; choose another with --port\n"


def test_a_folder_that_cannot_be_written_is_told(start: Callable[..., Demo]) -> None:
    assert one_line(start(place=Path("/proc/periksa"))).startswith("demo: cannot write in /proc/periksa (")


def test_a_folder_that_lets_its_old_lock_be_opened_but_takes_nothing_new_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second start on a folder that was made read-only since. Root may write everywhere, so the refusal is played."""

    def refuses(**_where: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(demo, "TemporaryFile", refuses)
    with pytest.raises(Failed, match=r"^cannot write in \S+ \(Permission denied\)"):
        demo.Command().claim(tmp_path, free_port())


def test_a_number_that_is_no_port_is_told(start: Callable[..., Demo]) -> None:
    assert one_line(start(port=99999)).startswith("demo: 99999 is no port")


def test_a_setting_that_is_nonsense_is_told(start: Callable[..., Demo]) -> None:
    assert one_line(start(CLAIMS_POLL_SECONDS="often")).startswith(
        "settings: CLAIMS_POLL_SECONDS must be a whole number"
    )
