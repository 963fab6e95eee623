"""The guard itself: what leaves this machine is refused at the socket, what stays is not."""

import socket
import subprocess
import sys

import pytest

from tests import guard


@pytest.fixture
def noted() -> list[str]:
    """What the guard noted, cleared afterwards since these tests try on purpose."""
    yield guard.attempts
    guard.attempts.clear()


@pytest.mark.parametrize(
    "host", ["192.0.2.1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "2001:db8::1", "::ffff:192.0.2.1"]
)
@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_connection_outside_is_refused_before_it_starts(host: str, method: str, noted: list[str]) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as outside, pytest.raises(guard.Refused):
        getattr(outside, method)((host, 80))
    assert len(noted) == 1


def test_a_datagram_outside_is_refused(noted: list[str]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outside:
        with pytest.raises(guard.Refused):
            outside.sendto(b"x", ("192.0.2.1", 53))
        with pytest.raises(guard.Refused):
            outside.sendmsg([b"x"], [], 0, ("192.0.2.1", 53))


@pytest.mark.parametrize(
    "look_up", [lambda: socket.getaddrinfo("example.org", 80), lambda: socket.gethostbyname("example.org")]
)
def test_a_name_outside_is_not_looked_up(look_up, noted: list[str]) -> None:
    with pytest.raises(guard.Refused):
        look_up()


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "localhost", "::1", "::ffff:127.0.0.1", "", None])
def test_this_machine_is_local(host: str | None) -> None:
    assert guard.is_local(host)


def test_loopback_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_children_are_guarded_too() -> None:
    code = "import socket; socket.create_connection(('192.0.2.1', 80), timeout=5)"
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)
    assert "tests stay on this machine: connect to 192.0.2.1" in child.stderr
