"""R13: compressed answers against the limits on what they unpack to."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from claims.fetching import Fetched, Limits
from claims.fetching.budget import Budget, Spent
from claims.fetching.decoding import MAX_MEMBERS, Decoder
from tests.fetching.asking import PLENTY, fetch
from tests.hostile import Page, Source

MEGABYTE = 1024 * 1024
TEXT = b"11,078 people were reported killed. " * 30


@pytest.fixture(scope="module")
def source() -> Iterator[Source]:
    with Source() as running:
        yield running


def get(source: Source, body: bytes, encoding: str, limits: Limits = PLENTY) -> Fetched:
    source.answer("/page", Page(body, headers=(("Content-Encoding", encoding), ("Connection", "close"))))
    return fetch(source.url("/page"), policy=source.policy(), limits=limits)


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate"])
@pytest.mark.parametrize(("megabytes", "reason"), [(5, "ratio"), (40, "decoded_bytes")])
def test_bombs_stop_at_the_limits(source: Source, encoding: str, megabytes: int, reason: str) -> None:
    zeros = bytes(megabytes * MEGABYTE)
    bomb = zlib.compress(zeros, 9) if encoding == "deflate" else gzip.compress(zeros, 9)
    limits = Limits(deadline=60, ratio=10**9 if reason == "decoded_bytes" else 200)
    tracemalloc.start()
    found = get(source, bomb, encoding, limits)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (found.outcome, found.reason, found.body) == ("too_large", reason, b"")
    assert peak < 32 * MEGABYTE


@pytest.mark.parametrize(
    "encoding",
    [
        "br",
        "zstd",
        "compress",
        "gzip, gzip",
        "gzip, deflate",
        "deflate,gzip",
        "identity, gzip",
        "aes128gcm",
        "gzip;q=1",
    ],
)
def test_encodings_not_asked_for_and_nested_ones_are_refused(source: Source, encoding: str) -> None:
    found = get(source, gzip.compress(gzip.compress(TEXT, mtime=0)), encoding)

    assert (found.outcome, found.reason) == ("unreadable", "encoding")


def test_gzip_inside_gzip_is_undone_once(source: Source) -> None:
    inner = gzip.compress(bytes(20 * MEGABYTE))

    assert get(source, gzip.compress(inner), "gzip").body == inner


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(TEXT, mtime=0), "gzip"),
        (gzip.compress(TEXT, mtime=0), "GZip"),
        (gzip.compress(TEXT[:500], mtime=0) + gzip.compress(TEXT[500:], mtime=0), "gzip"),
        (gzip.compress(TEXT, mtime=0) + bytes(20), "gzip"),
        (zlib.compress(TEXT), "deflate"),
        (raw_deflate(TEXT), "deflate"),
        (TEXT, "identity"),
    ],
)
def test_honest_encodings_are_undone(source: Source, body: bytes, encoding: str) -> None:
    found = get(source, body, encoding)

    assert (found.outcome, found.body) == ("ok", TEXT)


@pytest.mark.parametrize(
    "body",
    [
        b"no gzip at all",
        b"\x1f\x8b" + b"\xff" * 40,
        gzip.compress(TEXT, mtime=0)[:-8] + b"\0" * 8,
        gzip.compress(TEXT, mtime=0)[:10] + b"\xff" * 40,
    ],
)
def test_damaged_compression_is_unreadable(source: Source, body: bytes) -> None:
    found = get(source, body, "gzip")

    assert (found.outcome, found.reason) == ("unreadable", "encoding")


def test_a_small_page_of_blanks_is_no_bomb(source: Source) -> None:
    blanks = b" " * 60_000

    assert get(source, gzip.compress(blanks, 9), "gzip").body == blanks


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_the_pieces_it_arrives_in_do_not_matter(size: int) -> None:
    for body, encoding in (
        (gzip.compress(TEXT, mtime=0) * 3, "gzip"),
        (zlib.compress(TEXT), "deflate"),
        (raw_deflate(TEXT), "deflate"),
    ):
        decoder = Decoder(encoding, Budget(Limits()))
        for start in range(0, len(body), size):
            decoder.feed(body[start : start + size])

        assert decoder.finish() in (TEXT, TEXT * 3)


def test_a_bomb_in_a_second_member_counts_too() -> None:
    decoder = Decoder("gzip", Budget(Limits(decoded_bytes=MEGABYTE)))

    with pytest.raises(Spent):
        decoder.feed(gzip.compress(TEXT, mtime=0) + gzip.compress(bytes(2 * MEGABYTE)))


def test_members_without_end_are_refused_quickly() -> None:
    decoder = Decoder("gzip", Budget(Limits()))

    with pytest.raises(Spent):
        decoder.feed(gzip.compress(b"") * 3000)
    assert decoder.members == MAX_MEMBERS + 1
