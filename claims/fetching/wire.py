"""HTTP/1.1 answers read from a socket under a budget: head, framing, body.

Strict where a mistake would hand on a cut or mixed-up body (two lengths, unknown transfer encodings, an end before the
declared one), lenient about line ends and stray header lines. No byte is sent or read without the time that is left as timeout.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from socket import socket

from .budget import Budget, Spent, out_of_time

PIECE = 64 * 1024
"""Bytes read at a time."""

TICK = 0.01
"""Seconds by which a wait may outlast the deadline: setting a timeout is a call to the system, dear among threads."""

MAX_CHUNK_LINE = 1024
"""Bytes of the line before a chunk, which holds a number of sixteen digits at most and what nobody uses."""

MALFORMED = "The answer's chunks are malformed."
BLANKED = bytes.maketrans(b"\0\r", b"  ")
"""RFC 9110, 5.5: NUL and CR inside a header are a space to whoever does not refuse it. No database keeps a NUL either."""


class Closed(Exception):
    """The connection ended before the first byte of an answer."""


class Wire:
    """A buffered reader over one connection; the budget is that of the fetch in hand."""

    __slots__ = ("budget", "buffer", "patience", "position", "sock")

    def __init__(self, sock: socket, budget: Budget) -> None:
        self.sock = sock
        self.budget = budget
        self.patience = budget.left()
        sock.settimeout(self.patience)
        self.buffer = b""
        self.position = 0

    def fill(self) -> bool:
        """Read once more into the buffer; False at the end of the stream."""
        left = self.budget.left()
        if self.patience - left > TICK:
            self.patience = left
            self.sock.settimeout(left)
        try:
            piece = self.sock.recv(PIECE)
        except TimeoutError:
            raise out_of_time(self.budget.limits) from None
        except ssl.SSLError as error:
            raise truncated("The encrypted connection broke off without a proper end.") from error
        except OSError as error:
            raise truncated("The connection broke off.") from error
        if not piece:
            return False
        self.budget.received(len(piece))
        self.buffer = self.buffer[self.position :] + piece if self.position < len(self.buffer) else piece
        self.position = 0
        return True

    def pending(self) -> int:
        return len(self.buffer) - self.position

    def line(self, limit: int) -> bytes:
        """One line without its end; ValueError when it is longer than `limit`, Spent when the stream ends in it."""
        searched = 0
        while True:
            end = self.buffer.find(b"\n", self.position + searched)
            if end >= 0:
                if end - self.position > limit:
                    raise ValueError
                found = self.buffer[self.position : end]
                self.position = end + 1
                return found[:-1] if found.endswith(b"\r") else found
            searched = self.pending()
            if searched > limit:
                raise ValueError
            if not self.fill():
                raise truncated("The connection ended in the middle of a line.")

    def some(self, most: int) -> bytes:
        """Between 1 and `most` bytes, or b"" at the end of the stream."""
        if self.position >= len(self.buffer) and not self.fill():
            return b""
        end = min(len(self.buffer), self.position + most)
        piece = self.buffer[self.position : end]
        self.position = end
        return piece

    def exactly(self, count: int) -> Iterator[bytes]:
        while count:
            piece = self.some(count)
            if not piece:
                raise truncated("The answer ended before its declared end.")
            count -= len(piece)
            yield piece


@dataclass(frozen=True, slots=True)
class Head:
    """Status line and headers; names lower-case, values stripped, in the order received."""

    version: str
    status: int
    headers: dict[str, str]

    def get(self, name: str) -> str | None:
        return self.headers.get(name)


def truncated(message: str) -> Spent:
    return Spent("incomplete", "truncated", message)


def garbled(reason: str, message: str) -> Spent:
    return Spent("unreadable", reason, message)


def read_head(wire: Wire) -> Head:
    """The final head (1xx ones are passed over). Closed when the peer hung up without a byte."""
    if not wire.pending():
        try:
            alive = wire.fill()
        except Spent as spent:
            if spent.reason == "truncated":
                raise Closed from spent
            raise
        if not alive:
            raise Closed
    limits = wire.budget.limits
    room = limits.header_bytes
    while True:
        lines: list[bytes] = []
        while True:
            try:
                line = wire.line(room)
            except ValueError:
                raise garbled("header_limit", "The answer's headers are too large.") from None
            room -= len(line) + 2
            if not line and lines:
                break
            lines.append(line)
            if len(lines) > limits.header_lines or room < 0:
                raise garbled("header_limit", "The answer has too many headers.")
        head = parse_head(lines)
        if head.status >= 200 or head.status == 101:
            return head


def parse_head(lines: list[bytes]) -> Head:
    version, _, rest = lines[0].decode("latin-1").partition(" ")
    status = rest[:3]
    if not version.startswith("HTTP/1.") or not (status.isascii() and status.isdigit() and len(status) == 3):
        raise garbled("not_http", "The server did not answer in HTTP.")
    headers: dict[str, str] = {}
    name = ""
    for raw in lines[1:]:
        line = raw.translate(BLANKED).decode("latin-1")
        if line[:1] in " \t":
            if name:
                headers[name] = f"{headers[name]} {line.strip()}".strip()
            continue
        name, colon, value = line.partition(":")
        name = name.strip().lower() if colon else ""
        if not name:
            continue
        value = value.strip()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Head(version, int(status), headers)


@dataclass(frozen=True, slots=True)
class Framing:
    """How the body ends: `length` bytes, in chunks, or (neither) with the connection."""

    length: int | None
    chunked: bool

    @property
    def keeps_connection(self) -> bool:
        return self.chunked or self.length is not None


def framing(head: Head, limits_wire: int) -> Framing:
    """Read the framing headers; Spent when they contradict each other or promise more than allowed."""
    if head.status in (204, 304):
        return Framing(0, False)
    coding = head.get("transfer-encoding")
    stated = head.get("content-length")
    if coding is not None:
        if coding.lower() != "chunked" or stated is not None:
            raise garbled("framing", "The answer's framing headers are contradictory or unknown.")
        return Framing(None, True)
    if stated is None:
        return Framing(None, False)
    lengths = {part.strip() for part in stated.split(",")}
    length = lengths.pop()
    if lengths or not (length.isascii() and length.isdigit()):
        raise garbled("framing", "The answer's Content-Length is contradictory or no number.")
    if len(length) > 18 or int(length) > limits_wire:
        raise Spent("too_large", "wire_bytes", f"The answer is larger than {limits_wire} bytes.")
    return Framing(int(length), False)


def read_body(wire: Wire, frame: Framing) -> Iterator[bytes]:
    """The body's pieces as framed, undecoded; Spent("incomplete") when it ends early."""
    if frame.length is not None:
        yield from wire.exactly(frame.length)
    elif frame.chunked:
        yield from _chunks(wire)
    else:
        while piece := wire.some(PIECE):
            yield piece


def _chunks(wire: Wire) -> Iterator[bytes]:
    try:
        while size := _chunk_size(wire.line(MAX_CHUNK_LINE)):
            yield from wire.exactly(size)
            if wire.line(2):
                raise garbled("framing", MALFORMED)
        room = wire.budget.limits.header_bytes
        while trailer := wire.line(room):
            room -= len(trailer)
    except ValueError:
        raise garbled("framing", MALFORMED) from None


def _chunk_size(line: bytes) -> int:
    digits = line.partition(b";")[0].strip()
    if not digits or len(digits) > 15 or digits.strip(b"0123456789abcdefABCDEF"):
        raise ValueError
    return int(digits, 16)
