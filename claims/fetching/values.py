"""What goes into a fetch and what comes out of it. All frozen; nothing here touches the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Outcome = Literal["ok", "unchanged", "moved", "gone", "blocked", "unreachable", "unreadable", "too_large", "incomplete"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost. Times in seconds; sizes in bytes.

    The deadline covers everything: name look-up, connection, TLS, every header and body byte, all redirects.
    `ratio` is decoded : wire, judged once the decoded body passes `ratio_from` bytes (a small page of blanks is no bomb).
    """

    deadline: float = 30.0
    connect: float = 10.0
    wire_bytes: int = 10 * 1024 * 1024
    decoded_bytes: int = 10 * 1024 * 1024
    ratio: int = 200
    ratio_from: int = 64 * 1024
    header_bytes: int = 64 * 1024
    header_lines: int = 200
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Validators:
    """What the last answer gave to ask "has it changed?" with."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Redirect:
    """One hop: the address that sent us on, and its status. Where to is the next one's, or where the journey ended."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered at one time.

    `body` holds bytes only for `ok` and `moved` (an incomplete or oversized body is never handed on). `headers` are
    lower-case names, values of repeated ones joined by ", ". `reason` is empty for a plain `ok`, `relocated` where
    every redirect on the way was a permanent one, else a short code (`timeout`, `dns`, `connect`, `tls`, `private_address`, `robots`, `http_404`, `truncated`, `ratio`, `redirect_loop` …);
    `message` says the same to a person. `retry_after` is in seconds, within one minute and seven days. `took` in seconds.
    """

    url: str
    outcome: Outcome
    fetched_at: datetime
    reason: str = ""
    message: str = ""
    final_url: str = ""
    redirects: tuple[Redirect, ...] = ()
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)
    media_type: str | None = None
    charset: str | None = None
    body: bytes = b""
    retry_after: int | None = None
    etag: str | None = None
    last_modified: str | None = None
    took: float = 0.0
