"""Answers as bytes: what is cut short is incomplete (R18), what drips ends with the deadline (R11), what never ends is cut (R12)."""

from __future__ import annotations

import threading
import time
import tracemalloc
from collections.abc import Iterator

import pytest

from claims.fetching import Fetched, Limits
from claims.fetching.transport import POOL
from tests.fetching.asking import PLENTY, fetch
from tests.fetching.test_transport import secure, trusting
from tests.hostile import PUBLIC, Names, Page, Source, chunks, encoded

IN_TIME = 9
"""Seconds: half a second and what a busy machine adds, and far from the half a minute and more that these servers would take."""

TEXT = b"On 10 November 11,078 people were reported killed. " * 40


@pytest.fixture(scope="module")
def source() -> Iterator[Source]:
    with Source() as running:
        yield running
    POOL.close()


def get(source: Source, page: Page, limits: Limits = PLENTY) -> Fetched:
    source.answer("/page", page)
    return fetch(source.url("/page"), policy=source.policy(), limits=limits)


@pytest.mark.parametrize(
    "page",
    [
        Page(TEXT),
        Page(TEXT, chunked=True),
        Page(TEXT, until_close=True),
        Page(TEXT, encoding="gzip"),
        Page(TEXT, encoding="gzip", chunked=True),
        Page(TEXT, encoding="deflate"),
        Page(TEXT, encoding="raw-deflate", until_close=True),
        Page(raw=b"HTTP/1.0 200 OK\n\n" + TEXT),
        Page(
            raw=b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nX: a\r\n folded\r\nno colon\r\nContent-Length: 2040\r\n\r\n"
            + TEXT
        ),
        Page(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 2040, 2040\r\n\r\n" + TEXT),
        Page(
            raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n7F8;name=value\r\n"
            + TEXT
            + b"\r\n0\r\nTrailer: x\r\n\r\n"
        ),
    ],
)
def test_whole_answers_arrive_whole(source: Source, page: Page) -> None:
    found = get(source, page)

    assert (found.outcome, found.reason, found.body) == ("ok", "", TEXT)


def cut_offsets(framed: bytes, count: int = 100) -> list[int]:
    """`count` places to hang up: the first and last bytes, and evenly between."""
    last = len(framed) - 1
    near = [*range(12), *range(last - 11, last + 1)]
    return sorted({*near, *(last * i // (count - 20) for i in range(count - 20))})[:count]


@pytest.mark.parametrize("kind", ["length", "chunks", "gzip", "gzip with a true length", "gzip in chunks", "deflate"])
def test_answers_cut_at_a_hundred_places_are_incomplete(source: Source, kind: str) -> None:
    body = bytes(range(256)) * 8
    packed = encoded(body, "gzip")
    if kind == "gzip with a true length":
        pages = [Page(packed[:at], headers=(("Content-Encoding", "gzip"),)) for at in cut_offsets(packed)]
    else:
        page = {
            "length": Page(body),
            "chunks": Page(body, chunked=True),
            "gzip": Page(body, encoding="gzip"),
            "gzip in chunks": Page(body, encoding="gzip", chunked=True),
            "deflate": Page(body, encoding="deflate"),
        }[kind]
        framed = encoded(body, page.encoding)
        framed = chunks(framed) if page.chunked else framed
        pages = [Page(**{**vars(page), "cut": at}) for at in cut_offsets(framed)]

    answers = [get(source, page) for page in pages]

    assert len(answers) >= 90
    assert {(a.outcome, a.reason, a.body) for a in answers} == {("incomplete", "truncated", b"")}


def test_an_encrypted_answer_that_breaks_off_is_incomplete() -> None:
    with Source(tls=secure("good")) as source:
        policy = source.policy(Names({"news.test": [PUBLIC]}), tls=trusting())
        source.page("/", TEXT, until_close=True)  # the server closes without the TLS farewell
        found = fetch(source.url("/", "news.test"), policy=policy)

    assert (found.outcome, found.reason) == ("incomplete", "truncated")


@pytest.mark.parametrize(
    "page",
    [
        Page(TEXT, head_drip=0.05),
        Page(TEXT, drip=0.05),
        Page(TEXT, drip=29),
        Page(silent=True),
        Page(raw=b"HTTP/1.1 100 Continue\r\n\r\n" * 200, drip=0.02),
        Page(TEXT, drip=0.05, chunked=True),
        Page(TEXT, wait=30),
    ],
    ids=["head drips", "body drips", "one byte in 29 s", "silence", "endless 1xx", "chunks drip", "late"],
)
def test_slow_servers_end_with_the_deadline_and_hold_up_nobody(source: Source, page: Page) -> None:
    source.page("/other", TEXT)
    slow: list[Fetched] = []
    thread = threading.Thread(target=lambda: slow.append(get(source, page, Limits(deadline=0.5))))
    start = time.monotonic()
    thread.start()
    other = fetch(source.url("/other"), policy=source.policy())
    thread.join()

    assert other.outcome == "ok"
    assert (slow[0].outcome, slow[0].reason) == ("unreachable", "timeout")
    assert 0.45 <= slow[0].took < IN_TIME
    assert time.monotonic() - start < IN_TIME


@pytest.mark.parametrize(
    ("page", "read"),
    [
        (Page(endless=b"x" * 65536), True),
        (Page(endless=b"x" * 65536, length=10_000_000_000), False),
        (Page(endless=b"10000\r\n" + b"x" * 65536 + b"\r\n", headers=(("Transfer-Encoding", "chunked"),)), True),
        (Page(raw=b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 4000 + b"\r\n\r\n"), False),
    ],
    ids=["until close", "ten gigabytes announced", "chunks without end", "absurd length"],
)
def test_endless_answers_stop_at_the_limit(source: Source, page: Page, read: bool) -> None:
    limits = Limits(deadline=120)
    tracemalloc.start()
    found = get(source, page, limits)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (found.outcome, found.reason, found.body) == ("too_large", "wire_bytes", b"")
    assert peak < (32 if read else 4) * 1024 * 1024


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 70_000 + b"\r\n\r\n", "header_limit"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 300 + b"\r\n", "header_limit"),
        (b"HTTP/1.1 200 OK\r\n" + (b"X: " + b"a" * 1000 + b"\r\n") * 100 + b"\r\n", "header_limit"),
        (b"A" * 100_000, "header_limit"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!", "framing"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello", "framing"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            "framing",
        ),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "framing"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nhello\r\n0\r\n\r\n", "framing"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n", "framing"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhelloXX\r\n0\r\n\r\n", "framing"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"5" * 2000 + b"\r\nhello\r\n0\r\n\r\n", "framing"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
            b"T: " + b"t" * 70_000 + b"\r\n\r\n",
            "framing",
        ),
        (b"SSH-2.0-OpenSSH_9.2\r\n\r\n", "not_http"),
        (b"HTTP/1.1 2OO OK\r\n\r\n", "not_http"),
        (b"HTTP/2 200\r\n\r\n", "not_http"),
        (b"<html>1,400</html>\r\n\r\n", "not_http"),
    ],
)
def test_malformed_answers_are_unreadable(source: Source, raw: bytes, reason: str) -> None:
    found = get(source, Page(raw=raw))

    assert (found.outcome, found.reason, found.body) == ("unreadable", reason, b"")


@pytest.mark.parametrize(
    ("raw", "outcome"),
    [(b"", "unreachable"), (b"HTTP/1.1 2", "incomplete"), (b"HTTP/1.1 200 OK\r\nContent-", "incomplete")],
)
def test_a_server_that_hangs_up_early_gives_nothing(source: Source, raw: bytes, outcome: str) -> None:
    assert get(source, Page(raw=raw)).outcome == outcome


def test_bytes_after_the_answer_end_the_connection(source: Source) -> None:
    source.answer(
        "/page",
        Page(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil"),
    )
    policy = source.policy()
    first = fetch(source.url("/page"), policy=policy)
    source.page("/page", TEXT)

    assert first.body == b"hello"
    assert fetch(source.url("/page"), policy=policy).body == TEXT


@pytest.mark.parametrize(
    ("raw", "name", "value"),
    [
        (b"X-Bad: a\0b", "x-bad", "a b"),
        (b"X-Bad: a\rb", "x-bad", "a b"),
        (b"X\0Bad: a", "x bad", "a"),
        (b"X-Bad:\r\n a\0b", "x-bad", "a b"),
    ],
)
def test_headers_hold_neither_nul_nor_carriage_return(source: Source, raw: bytes, name: str, value: str) -> None:
    found = get(source, Page(raw=b"HTTP/1.1 200 OK\r\n" + raw + b"\r\nContent-Length: 5\r\n\r\nhello"))

    assert (found.outcome, found.body, found.headers[name]) == ("ok", b"hello", value)
