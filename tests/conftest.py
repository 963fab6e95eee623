"""Shared by all tests: the guard against the outside, the people, and the browser."""

import ctypes
import fcntl
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connections
from django.test import override_settings
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as searches

import compiling
from claims.services import people
from tests import guard
from tests.waiting import awaited

guard.install()
# The same examples at every run, however slow the machine, so that a change is refused for what it does and never by chance.
# Others at each run: --hypothesis-profile=search
searches.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
searches.register_profile("same", searches.get_profile("search"), derandomize=True)
searches.load_profile("same")
# A command that a test starts runs in the environment of the tests, and makes no other in its place.
os.environ["PERIKSA_PACKAGES"] = "installed"
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, [str(Path(__file__).parent / "children"), os.environ.get("PYTHONPATH")])
)

CHROMIUM = "apt-get install -y chromium fonts-dejavu-core libatomic1"
DRIVER_NEEDS = "libatomic.so.1"
"""What playwright's driver links to and a bare Debian lacks."""
PATIENCE = 60_000
"""Milliseconds that a page may take to do what it is expected to do."""
NOT_RUN = "no Chromium on this machine"
NOT_BUILT = "no C compiler on this machine"
# Quiet, without a sandbox (root has none), and unable to look up or reach anything but this machine.
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-proxy-server",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


@pytest.fixture(autouse=True)
def stays_on_this_machine() -> Iterator[None]:
    """Fail a test that tried to leave this machine, also when its code swallowed the refusal."""
    guard.attempts.clear()
    yield
    assert guard.attempts == []


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """A page that was asked for in Indonesian leaves its thread Indonesian; the next test starts in the source's words."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture(autouse=True, scope="session")
def plain_passwords() -> Iterator[None]:
    """Signing in is tested where a desk runs as it does in use; elsewhere a password that takes a fifth of a second to hash is time
    that every editor of a test would cost."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(autouse=True, scope="session")
def static_files_when_asked() -> Iterator[None]:
    """A test's client makes its own server, which would list every static file before its first answer."""
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture
def editor(db: None) -> User:
    """Works in the admin, as one of the editors."""
    user = User.objects.create_user("sari", "sari@example.org", "a long password", is_staff=True)
    user.groups.add(Group.objects.get(name=people.EDITORS))
    return user


@pytest.fixture
def researcher(db: None) -> User:
    """Reads through the API with a token; never in the admin."""
    user = User.objects.create_user("bima", "bima@example.org", "another long password")
    user.groups.add(Group.objects.get(name=people.RESEARCHERS))
    return user


@pytest.fixture
def stranger(db: None) -> User:
    """Has an account and no right whatever."""
    return User.objects.create_user("tamu", "tamu@example.org", "yet another long password")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Debian's Chromium, installed first when we are root and it is missing."""
    installed(has_browser, CHROMIUM, NOT_RUN)
    return find_chromium() or ""


@pytest.fixture(scope="session")
def compiler() -> None:
    """A C compiler and Python's headers, installed first when we are root and they are missing."""
    installed(compiling.has_compiler, compiling.PACKAGES, NOT_BUILT)


def find_chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def has_browser() -> bool:
    """Whether there is a Chromium and all that its driver needs."""
    try:
        ctypes.CDLL(DRIVER_NEEDS)
    except OSError:
        return False
    return find_chromium() is not None


def installed(is_there: Callable[[], bool], command: str, missing: str) -> None:
    """Install what is not there when we are root; who is not is told what to type, and CI fails."""
    if os.geteuid() == 0:
        with Path(tempfile.gettempdir(), "periksa-install.lock").open("w") as door:
            # Several test processes may want it at once, and what is half installed is already found.
            fcntl.flock(door, fcntl.LOCK_EX)
            if not is_there():
                install(command)
    if is_there():
        return
    if os.environ.get("CI") == "true":
        pytest.fail(f"{missing}; type: {command}")
    # Only root can install a program. Whoever is not still gets all other tests, and the last lines say what did not run.
    pytest.skip(f"{missing}; type: sudo {command}")


def install(command: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for step in ("apt-get update", f"{command} --no-install-recommends"):
        done = subprocess.run(step.split(), env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.fail(f"{step}: {(done.stderr.strip().splitlines() or ['failed'])[-1]}")


@pytest.fixture(scope="module")
def running_browser(chromium: str) -> Iterator[Any]:
    """A Chromium for the tests of a module: to start one takes longer than most of them."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        # Playwright runs its loop in this thread, where Django would then refuse the tests' own queries.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        running = play.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS, timeout=PATIENCE)
        yield running
        running.close()
        # While a loop runs in this thread Django keeps other connections for it, which nobody else would close.
        connections.close_all()


@pytest.fixture
def browser(running_browser: Any) -> Iterator[Any]:
    """A profile of its own in a running Chromium: a playwright context whose `new_page()` opens a tab."""
    context = running_browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()
    awaited(lambda: not answering(), why="for the last answer to a page that is gone")


def answering() -> list[str]:
    """Threads of this process that answer a browser: nobody may empty the database under them."""
    return [thread.name for thread in threading.enumerate() if "process_request_thread" in thread.name]


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """The last lines: tests that did not run for want of a program, and what to type so that they do."""
    for missing, command in ((NOT_RUN, CHROMIUM), (NOT_BUILT, compiling.PACKAGES)):
        skipped = [report for report in terminalreporter.stats.get("skipped", []) if missing in str(report.longrepr)]
        if skipped:
            terminalreporter.write_line(f"NOT RUN: {len(skipped)} tests, {missing}. Type: sudo {command}", yellow=True)
