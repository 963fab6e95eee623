"""The broker is wiped, stopped, or says everything ten times: rows are checked all the same, once."""

import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Iterator

import pytest
import redis

from project import processes
from project.celery import app
from tests.faults.desk import UNHURRIED, Desk, awaited, short

pytestmark = pytest.mark.faults


class Broker:
    """A broker of the desk's own, to stop and start again."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.process: subprocess.Popen[bytes] | None = None
        self.start()

    def start(self) -> None:
        self.process = processes.start_broker(self.desk.folder, self.desk.folder / "broker.log")

    def stop(self) -> None:
        if self.process is not None:
            processes.stop(self.process, how=signal.SIGKILL)
            self.process = None

    def flush(self) -> None:
        with redis.Redis(unix_socket_path=str(self.desk.folder / "broker.sock")) as client:
            client.flushall()


@pytest.fixture
def unhurried(postgresql: Desk) -> None:
    postgresql.settings |= UNHURRIED


@pytest.fixture
def broker(postgresql: Desk) -> Iterator[Broker]:
    found = Broker(postgresql)
    yield found
    found.stop()


@pytest.mark.usefixtures("unhurried")
def test_a_broker_wiped_every_two_seconds_loses_nothing(postgresql: Desk, broker: Broker) -> None:
    """All messages and marks vanish again and again."""
    sources = short(300, 5000)
    postgresql.fill(sources)
    ended = threading.Event()

    def wipe() -> None:
        while not ended.wait(2):
            broker.flush()

    wiper = threading.Thread(target=wipe)
    wiper.start()
    try:
        with postgresql.queue():
            awaited(lambda: postgresql.is_done(sources), 600)
    finally:
        ended.set()
        wiper.join()
    postgresql.assert_exact(sources)
    assert len(postgresql.server.fetches()) == sources


@pytest.mark.usefixtures("unhurried")
def test_work_goes_on_while_the_broker_is_away(postgresql: Desk, broker: Broker) -> None:
    """While the broker is away every write succeeds and does not wait for it, and a terminal's loop goes on checking; then it
    is back."""
    postgresql.fill(2)
    page = f"http://{postgresql.server.hosts[0]}/talk?n="
    with postgresql.queue():
        awaited(lambda: postgresql.is_done(2), 60)
        usual = postgresql.run("write", count=20, url=f"{page}1000")
        awaited(lambda: postgresql.checked() == 22, 60)
        broker.stop()
        away = postgresql.run("write", count=20, url=f"{page}2000")
        with postgresql.workers(1):
            awaited(lambda: postgresql.checked() == 42, 60)
        for how, told in (("with", usual), ("without", away)):
            took, asking = (statistics.median(told[name]) * 1000 for name in ("took", "asking"))
            print(f"a write takes {took:.0f} ms {how} a broker, {asking:.1f} ms of them to ask it")
        assert max(usual["asked"]) > 0
        assert statistics.median(away["asking"]) <= 0.01
        broker.start()
        postgresql.run("write", count=20, url=f"{page}3000")
        started = time.monotonic()
        awaited(lambda: postgresql.checked() == 62, 60)
        print(f"the queue was at work {time.monotonic() - started:.1f} s after the writes")
    assert postgresql.report()["faults"] == []
    assert len(postgresql.server.fetches()) == 62


@pytest.mark.usefixtures("unhurried")
def test_messages_said_ten_times_are_obeyed_once(postgresql: Desk, broker: Broker) -> None:
    """A wake-up is only a wake-up."""
    sources = short(100, 1000)
    postgresql.fill(sources)
    with postgresql.queue(processes=4, beats=0):
        for _ in range(3):
            postgresql.run("wake", times=10)
        awaited(lambda: postgresql.checked() == sources or not postgresql.run("wake", times=10), 120)
        postgresql.run("wake", times=10)
    assert postgresql.assert_exact(sources, delivered=False)["attempts"] == 0
    assert len(postgresql.server.fetches()) == sources


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize("beats", short([3], [0, 1, 3]))
def test_no_beat_or_several_change_nothing(postgresql: Desk, broker: Broker, beats: int) -> None:
    """More beats than one make no extra checks; without any, a terminal's loop does it all."""
    sources = short(60, 600)
    postgresql.fill(sources)
    with postgresql.queue(beats=beats), postgresql.workers(1 if not beats else 0):
        awaited(lambda: postgresql.is_done(sources), 120)
    postgresql.assert_exact(sources)
    assert len(postgresql.server.fetches()) == sources


def test_a_queue_worker_killed_in_the_middle_of_its_checks(postgresql: Desk, broker: Broker) -> None:
    """The queue's own processes: a child is killed, then the whole worker; another takes over."""
    sources = short(100, 1000)
    postgresql.fill(sources)
    with postgresql.queue(processes=1) as worker:
        awaited(lambda: len(postgresql.server.fetches()) > 5, 60)
        (child,) = children(worker.pid)[:1]
        processes_kill(child)
        awaited(lambda: children(worker.pid) not in ([], [child]), 30)
        processes_kill(worker.pid)
    with postgresql.queue():
        awaited(lambda: postgresql.is_done(sources), 120)
    postgresql.assert_exact(sources)


def children(pid: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout
    return [int(word) for word in found.split()]


def processes_kill(pid: int) -> None:
    subprocess.run(["kill", "-9", str(pid)], check=True)


def test_a_message_in_hand_is_not_handed_back(postgresql: Desk, broker: Broker) -> None:
    """Closing what it holds, a worker says nothing to the broker: to one that has just gone away that would end the worker."""
    socket = postgresql.folder / "broker.sock"
    with app.connection_for_read(f"redis+socket://{socket}") as connection:
        queue = connection.SimpleQueue("held")
        queue.put({})
        queue.get(timeout=5)
    with redis.Redis(unix_socket_path=str(socket)) as client:
        assert client.llen("held") == 0


def test_a_message_in_hand_of_a_lost_connection_is_let_go(postgresql: Desk, broker: Broker) -> None:
    """A task that ends after its broker went away and came back must not end its worker."""
    socket = postgresql.folder / "broker.sock"
    with app.connection_for_read(f"redis+socket://{socket}") as connection:
        queue = connection.SimpleQueue("held")
        for _ in range(3):
            queue.put({})
        done, lost, wrong = (queue.get(timeout=5) for _ in range(3))
    done.ack()
    lost.reject(requeue=True)
    wrong.reject()
