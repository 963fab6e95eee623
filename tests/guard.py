"""No test reaches past this machine: every connection and every look-up outside loopback and Unix sockets is refused.

`install()` works at the socket, so it holds for whatever library is on top. `attempts` keeps what was tried: a fixture
fails the test that tried, even where the refusal was swallowed. Children inherit it through `sitecustomize.py` beside.
"""

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

attempts: list[str] = []


class Refused(PermissionError):
    """Raised in place of a connection or look-up that would leave this machine."""


def install() -> None:
    """Put the guard in place, once for the whole process."""
    if getattr(socket.socket.connect, "guarded", False):
        return
    for name, position in (("connect", 0), ("connect_ex", 0), ("sendto", -1)):
        setattr(socket.socket, name, _guarded(getattr(socket.socket, name), position))
    socket.socket.sendmsg = _guarded(socket.socket.sendmsg, 3)  # type: ignore[method-assign]
    for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        setattr(socket, name, _local_names(getattr(socket, name)))


def _guarded(method: Callable[..., Any], position: int) -> Callable[..., Any]:
    def call(self: socket.socket, *arguments: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and position < len(arguments):
            address = arguments[position]
            if address is not None and not is_local(address[0]):
                _refuse(f"{method.__name__} to {address[0]}")
        return method(self, *arguments)

    call.guarded = True  # type: ignore[attr-defined]
    return call


def _local_names(look_up: Callable[..., Any]) -> Callable[..., Any]:
    def call(host: Any, *arguments: Any, **options: Any) -> Any:
        if not is_local(host) and not _is_numeric(host):
            _refuse(f"{look_up.__name__} of {host}")
        return look_up(host, *arguments, **options)

    return call


def is_local(host: Any) -> bool:
    """True for loopback in any of its spellings, and for no host at all."""
    if isinstance(host, bytes | bytearray):
        host = host.decode("idna")
    if host in {None, "", "localhost", "localhost.localdomain", socket.gethostname()}:
        return True
    try:
        address = ipaddress.ip_address(str(host).split("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _is_numeric(host: Any) -> bool:
    """True for an address written in digits: looking it up asks nobody."""
    try:
        _getaddrinfo(host, None, 0, 0, 0, socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return False
    return True


_getaddrinfo = socket.getaddrinfo


def _refuse(what: str) -> None:
    attempts.append(what)
    raise Refused(f"tests stay on this machine: {what}")
