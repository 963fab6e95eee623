"""The two verbs, fetch and post: every hop vetted, one budget for all of them, the end always a Fetched."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

from .answers import FOR_GOOD, REDIRECTS, RELOCATED, content_type, moved_away, outcome_of, retry_after
from .budget import Budget, Spent
from .decoding import ACCEPTED, Decoder
from .policy import CONTROL, MAX_URL, Policy, Refused, Target, vet
from .transport import POOL, Connection, obtain
from .values import Fetched, Limits, Redirect, Validators
from .wire import Closed, Head, Wire, framing, read_body, read_head

ACCEPT = "text/html,application/xhtml+xml,application/json,application/pdf,text/csv,text/plain,*/*;q=0.5"
HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
HEADER_VALUE = re.compile(r"[\x20-\x7e\t]{0,4096}")
OUR_HEADERS = frozenset({"host", "content-length", "transfer-encoding", "connection", "accept-encoding", "user-agent"})

KeepHead = Callable[[Head], bool]


@dataclass(frozen=True, slots=True)
class Request:
    method: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""

    def message(self, target: Target) -> bytes:
        lines = [f"{self.method} {target.path} HTTP/1.1", f"Host: {target.authority}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        if self.method != "GET":
            lines.append(f"Content-Length: {len(self.body)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii") + self.body


@dataclass(frozen=True, slots=True)
class Answer:
    head: Head
    body: bytes


def fetch(
    url: str,
    *,
    policy: Policy,
    limits: Limits,
    user_agent: str,
    validators: Validators | None = None,
) -> Fetched:
    """GET an address. Everything a remote can do ends in a Fetched (see there); nothing is raised for it.

    `validators` make it a conditional request; `unchanged` then means that the body of that earlier answer still stands.
    ValueError only for our own mistake: a user agent that cannot stand in a header.
    """
    headers = [("User-Agent", _header(user_agent)), ("Accept", ACCEPT), ("Accept-Encoding", ACCEPTED)]
    conditions = _conditions(validators)
    request = Request("GET", tuple(headers + conditions))
    return _Journey(url, policy, limits, request, asked_if_changed=bool(conditions)).run()


def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    policy: Policy,
    limits: Limits,
    user_agent: str,
) -> Fetched:
    """POST to an address under the same policy. `ok` means any 2xx answer.

    Redirects are not followed and the answer's body is not read: whoever posts wants to know whether it was taken.
    ValueError only for our own mistake: headers that cannot be sent or that belong to the transport.
    """
    given = [(_name(name), _header(value)) for name, value in headers.items()]
    request = Request("POST", (("User-Agent", _header(user_agent)), ("Accept-Encoding", ACCEPTED), *given), body)
    return _Journey(url, policy, limits, request, asked_if_changed=False).run()


class _Journey:
    """One fetch: its hops and what is known so far."""

    def __init__(self, url: str, policy: Policy, limits: Limits, request: Request, *, asked_if_changed: bool) -> None:
        self.policy = policy
        self.request = request
        self.asked_if_changed = asked_if_changed
        self.budget = Budget(limits)
        self.hops: list[Redirect] = []
        self.url = url
        self.began = datetime.now(UTC)
        self.known: dict[str, Any] = {"outcome": "unreachable", "final_url": url}

    def run(self) -> Fetched:
        try:
            self._travel()
        except Refused as refused:
            reason = f"redirect_{refused.reason}" if self.hops else refused.reason
            self._end(outcome="blocked", reason=reason, message=str(refused))
        except Spent as spent:
            self._end(outcome=spent.outcome, reason=spent.reason, message=str(spent))
        except Closed:
            self._end(outcome="unreachable", reason="closed", message="The server hung up without an answer.")
        self._end(took=self.budget.took(), redirects=tuple(self.hops))
        return Fetched(url=self.url, fetched_at=self.began, **self.known)

    def _end(self, **known: object) -> None:
        """Note fields of the Fetched to come."""
        self.known |= known

    def _travel(self) -> None:
        first = target = vet(self.url, self.policy)
        seen = {target.url}
        while True:
            self._end(final_url=target.url)
            answer = exchange(target, self.request, self.policy, self.budget, self._keep_head)
            location = answer.head.get("location")
            if self.request.method != "GET" or answer.head.status not in REDIRECTS or not location:
                break
            target = self._next(target, answer.head.status, location)
            if target.url in seen:
                raise Spent("unreachable", "redirect_loop", "The address redirects in a circle.")
            seen.add(target.url)
        outcome, reason, message = self._judge(answer.head)
        if outcome == "ok" and moved_away(first, target):
            outcome, reason, message = "moved", "moved", f"The address now leads elsewhere: {target.url}"
        elif outcome in {"ok", "unchanged"} and self.hops and FOR_GOOD.issuperset(hop.status for hop in self.hops):
            reason = RELOCATED
        self._end(outcome=outcome, reason=reason, message=message, body=answer.body)

    def _judge(self, head: Head) -> tuple[str, str, str]:
        if self.request.method != "GET" and 200 <= head.status < 300:
            return "ok", "", ""
        return outcome_of(head.status, head.headers, asked_if_changed=self.asked_if_changed)

    def _next(self, target: Target, status: int, location: str) -> Target:
        self.hops.append(Redirect(target.url, status))
        if len(self.hops) > self.budget.limits.redirects:
            raise Spent("unreachable", "redirect_limit", f"More than {self.budget.limits.redirects} redirects.")
        found = vet(join(target.url, location), self.policy)
        if target.scheme == "https" and found.scheme == "http" and not self.policy.downgrade:
            raise Refused("downgrade", "The address redirects from https to http.")
        return found

    def _keep_head(self, head: Head) -> bool:
        """Note what the head says; True when its body is to be read."""
        media_type, charset = content_type(head.get("content-type"))
        self._end(
            status=head.status,
            headers=head.headers,
            media_type=media_type,
            charset=charset,
            etag=head.get("etag"),
            last_modified=head.get("last-modified"),
            retry_after=retry_after(head.get("retry-after"), self.began),
        )
        return self.request.method == "GET" and self._judge(head)[0] == "ok"


def join(base: str, location: str) -> str:
    """The address a Location header leads to; Refused when it holds what no address may."""
    try:
        text = location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        text = location
    if len(text) > MAX_URL:
        raise Refused("url_length", "The address it redirects to is too long.")
    if CONTROL.search(text):
        raise Refused("url_characters", "The address it redirects to is malformed.")
    try:
        return urljoin(base, text)
    except ValueError:
        raise Refused("host", "The address it redirects to is malformed.") from None


def exchange(target: Target, request: Request, policy: Policy, budget: Budget, keep: KeepHead) -> Answer:
    """Send one request and read its answer. A kept connection that turns out dead is replaced once (GET only)."""
    connection = obtain(target, policy, budget, reuse=request.method == "GET")
    kept = connection.used > 0
    try:
        return _converse(connection, target, request, budget, keep)
    except Closed:
        if not kept:
            raise
    connection = obtain(target, policy, budget, reuse=False)
    return _converse(connection, target, request, budget, keep)


def _converse(connection: Connection, target: Target, request: Request, budget: Budget, keep: KeepHead) -> Answer:
    reusable = False
    try:
        wire = Wire(connection.sock, budget)
        _send(connection, request.message(target), budget)
        head = read_head(wire)
        wanted = keep(head)
        frame = framing(head, budget.limits.wire_bytes) if wanted else None
        body = b""
        if frame is not None:
            decoder = Decoder(head.get("content-encoding") or "", budget)
            for piece in read_body(wire, frame):
                decoder.feed(piece)
            body = decoder.finish()
        elif head.status == 304:
            frame = framing(head, budget.limits.wire_bytes)
        reusable = (
            frame is not None
            and frame.keeps_connection
            and not wire.pending()
            and head.version == "HTTP/1.1"
            and "close" not in (head.get("connection") or "").lower()
        )
        return Answer(head, body)
    finally:
        connection.used += 1
        if reusable:
            POOL.give(connection)
        else:
            connection.close()


def _send(connection: Connection, message: bytes, budget: Budget) -> None:
    try:
        connection.sock.sendall(message)
    except TimeoutError:
        budget.left()
        raise Spent("unreachable", "timeout", "The server did not take the request.") from None
    except OSError:
        raise Closed from None


def _header(value: str) -> str:
    if not HEADER_VALUE.fullmatch(value):
        raise ValueError("a header value may hold printable ASCII only")
    return value


def _name(name: str) -> str:
    if not HEADER_NAME.fullmatch(name) or name.lower() in OUR_HEADERS:
        raise ValueError(f"the header {name!r} cannot be set")
    return name


def _conditions(validators: Validators | None) -> list[tuple[str, str]]:
    """The conditional headers; validators that no header can carry are left out, so that the page is read in full."""
    if validators is None:
        return []
    pairs = (("If-None-Match", validators.etag), ("If-Modified-Since", validators.last_modified))
    return [(name, value) for name, value in pairs if value and HEADER_VALUE.fullmatch(value)]
