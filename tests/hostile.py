"""A scripted source server on loopback: pages that behave, and pages that misbehave on purpose.

    with Source() as source:                                 # 127.0.0.2, a free port
        source.page("/toll", "<p>1,400 people were killed</p>")
        source.page("/toll", "<p>1,200 people were killed</p>")   # what it says from now on
        source.url("/toll")                                  # http://127.0.0.2:PORT/toll
        source.hits("/toll")                                 # every request so far, with its time

`Names` is a resolver without a network: `Names({"news.test": ["127.0.0.2"]})`. `source.policy(names)` is a fetch policy
that calls 127.0.0.2 public; every other loopback address stays forbidden, so a server there serves as canary.
"""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Any, Self

from claims.fetching import Policy

PUBLIC = "127.0.0.2"
METADATA = "127.0.0.3"
REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 304: "Not Modified", 404: "Not Found", 410: "Gone"}


class Names:
    """A resolver with a fixed book; a list of lists is answered one list per question, over and over."""

    def __init__(self, book: Mapping[str, Sequence[str] | Sequence[Sequence[str]]]) -> None:
        self.book = dict(book)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        turn = self.asked.count(host)
        self.asked.append(host)
        answer = self.book.get(host)
        if not answer:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if isinstance(answer[0], str):
            return [str(address) for address in answer]
        return list(answer[turn % len(answer)])

    def __hash__(self) -> int:
        return id(self)


@dataclass(frozen=True)
class Hit:
    """One request as the server saw it; `at` is aware UTC, `clock` the monotonic clock in seconds."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: datetime
    clock: float
    address: str
    connection: int


@dataclass(frozen=True)
class Page:
    """What one path answers."""

    body: bytes = b""
    status: int = 200
    media_type: str | None = "text/html; charset=utf-8"
    headers: Sequence[tuple[str, str]] = ()
    encoding: str | None = None  # gzip, deflate, raw-deflate: the body is sent that way, and says so
    etag: str | None = None  # answered with 304 when the request names it
    last_modified: str | None = None
    length: int | None = None  # the Content-Length it claims, when it lies
    chunked: bool = False
    until_close: bool = False  # neither length nor chunks: the end of the connection ends the body
    cut: int | None = None  # bytes of the framed body sent before it hangs up
    head_drip: float = 0.0  # seconds between two bytes of the head
    drip: float = 0.0  # seconds between two bytes of the body
    silent: bool = False  # takes the request and never answers
    raw: bytes | None = None  # these bytes instead of any answer
    endless: bytes | None = None  # this piece for ever, after the head
    wait: float = 0.0  # seconds before the answer
    run: Callable[[Hit], Page] | None = None  # decides per request


def redirect(location: str, status: int = 302) -> Page:
    return Page(status=status, headers=(("Location", location),))


def encoded(body: bytes, encoding: str | None) -> bytes:
    if encoding == "gzip":
        return gzip.compress(body, mtime=0)
    if encoding == "deflate":
        return zlib.compress(body)
    if encoding == "raw-deflate":
        packer = zlib.compressobj(wbits=-15)
        return packer.compress(body) + packer.flush()
    return body


def chunks(body: bytes, size: int = 1000) -> bytes:
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@dataclass
class Source:
    """A threaded HTTP/1.1 server on loopback addresses that all share one port; see the module's text."""

    addresses: Sequence[str] = (PUBLIC,)
    port: int = 0
    tls: ssl.SSLContext | None = None
    pages: dict[str, list[Page]] = field(default_factory=dict)
    log: list[Hit] = field(default_factory=list)
    connections: list[str] = field(default_factory=list)  # the address of every accepted connection

    def __enter__(self) -> Self:
        self._stop = threading.Event()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._listeners: list[socket.socket] = []
        for address in self.addresses:
            listener = socket.create_server(
                (address, self.port), family=socket.AF_INET6 if ":" in address else socket.AF_INET, backlog=256
            )
            self.port = listener.getsockname()[1]
            self._listeners.append(listener)
            self._start(self._accept, listener, address)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for listener in self._listeners:
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()
        with self._lock:
            still_open = list(self._open)
        for connection in still_open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(timeout=5)

    def page(self, path: str, body: bytes | str = b"", **behaviour: object) -> None:
        """Set what `path` answers from now on (keywords: the fields of Page)."""
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = [replace(Page(body=content), **behaviour)]  # type: ignore[arg-type]

    def answer(self, path: str, *pages: Page) -> None:
        """Set several answers for `path`, given in turn; the last one stays."""
        self.pages[path] = list(pages)

    def url(self, path: str = "/", host: str | None = None) -> str:
        name = host or self.addresses[0]
        return f"http{'s' if self.tls else ''}://{f'[{name}]' if ':' in name else name}:{self.port}{path}"

    def hits(self, path: str | None = None) -> list[Hit]:
        return [hit for hit in list(self.log) if path is None or hit.path == path]

    def policy(self, names: Names | None = None, public: Iterable[str] = (PUBLIC,), **more: object) -> Policy:
        """A policy that allows this server's port, and the `public` addresses of it."""
        return Policy(
            resolver=names or Names({}),
            allowed_networks=tuple(ip_network(address) for address in public),
            ports=frozenset({80, 443, self.port}),
            **more,  # type: ignore[arg-type]
        )

    def admit(self, settings: Any, public: Iterable[str] = (PUBLIC,)) -> None:
        """Let what the desk itself fetches through to the `public` addresses of this server."""
        settings.CLAIMS_ALLOWED_NETWORKS = [ip_network(address) for address in public]
        settings.CLAIMS_ALLOWED_PORTS = [80, 443, self.port]

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads = [known for known in self._threads if known.is_alive()] + [thread]
        thread.start()

    def _accept(self, listener: socket.socket, address: str) -> None:
        while not self._stop.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            self.connections.append(address)
            self._start(self._serve, connection, address, len(self.connections))

    def _serve(self, connection: socket.socket, address: str, number: int) -> None:
        with self._lock:
            self._open.add(connection)
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if self.tls is not None:
                raw, connection = connection, self.tls.wrap_socket(connection, server_side=True)
                with self._lock:
                    self._open.discard(raw)
                    self._open.add(connection)
            with connection.makefile("rb") as stream:
                while not self._stop.is_set():
                    hit = self._request(stream, address, number)
                    if hit is None or not self._reply(connection, hit):
                        break
        except (OSError, ValueError):
            pass
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _request(self, stream: Iterator[bytes], address: str, number: int) -> Hit | None:
        first = stream.readline()  # type: ignore[attr-defined]
        if not first:
            return None
        method, path, _ = first.decode("latin-1").split(" ", 2)
        headers = {}
        for line in stream:
            if not line.strip():
                break
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.strip().lower()] = value.strip()
        body = stream.read(int(headers.get("content-length", 0)))  # type: ignore[attr-defined]
        hit = Hit(method, path, headers, body, datetime.now(UTC), time.monotonic(), address, number)
        self.log.append(hit)
        return hit

    def _choose(self, hit: Hit) -> Page:
        with self._lock:
            waiting = self.pages.get(hit.path) or self.pages.get(hit.path.partition("?")[0])
            if waiting is None:
                return Page(b"no such page", status=404, media_type="text/plain")
            page = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return page.run(hit) if page.run is not None else page

    def _reply(self, connection: socket.socket, hit: Hit) -> bool:
        """Send the answer; True when the connection may serve another request."""
        page = self._choose(hit)
        if self._stop.wait(page.wait):
            return False
        if page.silent:
            self._stop.wait()
            return False
        if page.raw is not None:
            self._send(connection, page.raw, page.drip)
            return False
        if page.etag and hit.headers.get("if-none-match") == page.etag:
            page = replace(
                page, status=304, body=b"", encoding=None, chunked=False, cut=None, length=None, media_type=None
            )
        framed = encoded(page.body, page.encoding)
        self._send(connection, self._head(page, len(framed)), page.head_drip)
        if page.endless is not None:
            while not self._stop.is_set():
                connection.sendall(page.endless)
        framed = chunks(framed) if page.chunked else framed
        self._send(connection, framed if page.cut is None else framed[: page.cut], page.drip)
        return page.cut is None and not page.until_close and page.length is None

    def _head(self, page: Page, size: int) -> bytes:
        lines = [f"HTTP/1.1 {page.status} {REASONS.get(page.status, 'Status')}"]
        given = {name.lower() for name, _ in page.headers}
        if page.media_type and "content-type" not in given:
            lines.append(f"Content-Type: {page.media_type}")
        if page.encoding and "content-encoding" not in given:
            lines.append(f"Content-Encoding: {page.encoding.removeprefix('raw-')}")
        if page.etag:
            lines.append(f"ETag: {page.etag}")
        if page.last_modified:
            lines.append(f"Last-Modified: {page.last_modified}")
        if page.chunked:
            lines.append("Transfer-Encoding: chunked")
        elif page.until_close or (page.endless is not None and page.length is None):
            lines.append("Connection: close")
        elif "content-length" not in given and page.status not in (204, 304):
            lines.append(f"Content-Length: {size if page.length is None else page.length}")
        lines.extend(f"{name}: {value}" for name, value in page.headers)
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", "surrogateescape")

    def _send(self, connection: socket.socket, data: bytes, drip: float) -> None:
        if not drip:
            connection.sendall(data)
            return
        for i in range(len(data)):
            if self._stop.wait(drip):
                return
            connection.sendall(data[i : i + 1])
