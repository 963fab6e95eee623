"""Connections: resolved once, judged, pinned, judged again, and kept for a few seconds for the next request.

A kept connection is only used again under an equal policy and for the same scheme, host and port: it still leads to the
address that was judged when it was opened.
"""

from __future__ import annotations

import atexit
import functools
import os
import select
import socket
import ssl
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from .addresses import forbidden
from .budget import Budget, Spent, out_of_time
from .policy import Policy, Refused, Target, judge_addresses

KEPT_CONNECTIONS = 16
IDLE_SECONDS = 10.0
AGE_SECONDS = 60.0
"""A connection is kept for the next page of its host: so many at once, unused for so long, and in all no longer than a name's
addresses may be trusted."""

# A look-up cannot be interrupted; this many may hang at once before further ones are refused.
LOOKUPS = threading.BoundedSemaphore(16)

Key = tuple[Policy, str, str, int]


@dataclass(slots=True)
class Connection:
    """An open socket to the pinned address. `used` counts the requests it has carried."""

    sock: socket.socket
    key: Key
    opened: float
    idle_since: float = 0.0
    used: int = 0
    poll: select.poll = field(default_factory=select.poll)

    def __post_init__(self) -> None:
        self.poll.register(self.sock, select.POLLIN | select.POLLERR | select.POLLHUP)

    def is_readable(self) -> bool:
        """Whether the peer hung up or speaks out of turn."""
        return bool(self.poll.poll(0))

    def close(self) -> None:
        self.sock.close()


class Pool:
    """Idle connections of this process. A forked child forgets its parent's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        self._process = os.getpid()

    def take(self, key: Key) -> Connection | None:
        now = time.monotonic()
        with self._lock:
            self._drop_stale(now)
            found = next((held for held in reversed(self._idle) if held.key == key), None)
            if found is not None:
                self._idle.remove(found)
        if found is None:
            return None
        if found.is_readable():
            found.close()
            return None
        return found

    def give(self, connection: Connection) -> None:
        connection.idle_since = time.monotonic()
        with self._lock:
            self._drop_stale(connection.idle_since)
            self._idle.append(connection)
            if len(self._idle) > KEPT_CONNECTIONS:
                self._idle.pop(0).close()

    def close(self) -> None:
        """Close every idle connection."""
        with self._lock:
            for connection in self._idle:
                connection.close()
            self._idle = []

    def _drop_stale(self, now: float) -> None:
        forked = self._process != os.getpid()
        self._process = os.getpid()
        kept = []
        for held in self._idle:
            if forked or now - held.idle_since > IDLE_SECONDS or now - held.opened > AGE_SECONDS:
                held.close()
            else:
                kept.append(held)
        self._idle = kept


POOL = Pool()
atexit.register(POOL.close)


def obtain(target: Target, policy: Policy, budget: Budget, *, reuse: bool) -> Connection:
    """A connection to the target: a kept one when `reuse`, else a new one. Raises Refused or Spent."""
    key = (policy, target.scheme, target.host, target.port)
    kept = POOL.take(key) if reuse else None
    return kept or Connection(_open(target, policy, budget), key, time.monotonic())


def _open(target: Target, policy: Policy, budget: Budget) -> socket.socket:
    addresses = [target.address] if target.address else resolve(target, policy, budget)
    judge_addresses(target.host, addresses, policy)
    sock = _connect(addresses, target, policy, budget)
    if target.scheme == "http":
        return sock
    try:
        return _encrypt(sock, target, policy, budget)
    except BaseException:
        sock.close()
        raise


def resolve(target: Target, policy: Policy, budget: Budget) -> Sequence[str]:
    """The addresses of the target's name, within the time left. Raises Spent when there is no answer."""
    if not LOOKUPS.acquire(blocking=False):
        raise Spent("unreachable", "dns", "Too many name look-ups are hanging.")
    answer: list[Sequence[str]] = []

    def look_up() -> None:
        try:
            answer.append(policy.resolver(target.host, target.port))
        except (OSError, UnicodeError):
            answer.append(())
        finally:
            LOOKUPS.release()

    thread = threading.Thread(target=look_up, daemon=True, name="name look-up")
    thread.start()
    thread.join(budget.left())
    if not answer:
        raise out_of_time(budget.limits)
    if not answer[0]:
        raise Spent("unreachable", "dns", f"The name {target.host} could not be found.")
    return answer[0]


def _connect(addresses: Sequence[str], target: Target, policy: Policy, budget: Budget) -> socket.socket:
    problem = ""
    for i, address in enumerate(addresses):
        share = budget.left() / (len(addresses) - i)
        sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.settimeout(min(budget.limits.connect, share))
            sock.connect((address, target.port))
            judge_peer(sock.getpeername()[0], address, target, policy)
        except OSError as error:
            sock.close()
            problem = "no answer" if isinstance(error, TimeoutError) else (error.strerror or "no connection")
            continue
        except BaseException:
            sock.close()
            raise
        return sock
    raise Spent("unreachable", "connect", f"No connection to {target.host} ({problem}).")


def judge_peer(peer: str, pinned: str, target: Target, policy: Policy) -> None:
    """Refuse a socket that is not connected to the address judged for it."""
    why = forbidden(peer, policy.allowed_networks)
    if why is not None or peer != pinned:
        raise Refused(
            "private_address", f"The connection to {target.host} ended at another address than the one judged."
        )


@functools.cache
def _system_tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    return context


def _encrypt(sock: socket.socket, target: Target, policy: Policy, budget: Budget) -> socket.socket:
    context = policy.tls or _system_tls()
    # Python 3.11.2, of Debian 12, sets this: an answer that breaks off would then look as if it were whole.
    context.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
    sock.settimeout(budget.left())
    try:
        return context.wrap_socket(sock, server_hostname=target.host, suppress_ragged_eofs=False)
    except TimeoutError:
        raise out_of_time(budget.limits) from None
    except ssl.SSLCertVerificationError as error:
        raise Spent(
            "unreachable", "tls", f"The certificate of {target.host} is not valid: {error.verify_message}."
        ) from None
    except OSError as error:
        detail = getattr(error, "reason", None) or error.strerror or "the connection broke off"
        raise Spent("unreachable", "tls", f"No encrypted connection to {target.host} ({detail}).") from None
