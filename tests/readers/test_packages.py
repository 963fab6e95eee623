"""ZIP packages: what they hold, and what is refused before a parser sees it."""

from __future__ import annotations

import io
import zipfile

import pytest

from claims.readers import packages
from claims.readers.values import Unreadable
from tests.sandbox.bombs import entities, lying, packed

DAMAGED = Unreadable("damaged", "It is damaged.")


def locked(archive: bytes) -> bytes:
    """The archive, its only part marked as encrypted."""
    content = bytearray(archive)
    content[6] |= 1
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def repacked(method: int) -> bytes:
    """An archive of one part, packed in another way than office programs do, its packed bytes damaged."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr(zipfile.ZipInfo("a.xml"), "<a>1,400 people</a>", method)
    content = bytearray(archive.getvalue())
    content[30 + len("a.xml") + 16] ^= 0xFF
    return bytes(content)


def unknown(archive: bytes) -> bytes:
    """The archive, its only part said to be packed in a way that nobody knows."""
    content = bytearray(archive)
    content[8] = content[content.rfind(b"PK\x01\x02") + 10] = 77
    return bytes(content)


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (packed({"a.xml": b"<a/>", "b/c.bin": b""}), {"a.xml", "b/c.bin"}),
        (packed({"a.xml": b"<a/>"})[:-30], set()),
        (b"PK\x03\x04", set()),
        (b"", set()),
    ],
)
def test_the_names_of_the_parts(body: bytes, names: set[str]) -> None:
    assert packages.part_names(body) == names


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (packed({"a.bin": bytes(packages.MAX_UNPACKED + 1)}), "unpacked"),
        (packed({f"{n}.bin": b"" for n in range(packages.MAX_PARTS + 1)}), "unpacked"),
        (packed({"a.bin": bytes(packages.RATIO_FROM + 1)}), "ratio"),
        (packed({"a.xml": entities(2, 2).encode()}), "entities"),
        (packed({"a.rels": entities(2, 2).encode("utf-16-le")}), "entities"),
        (packed({"a.xml": entities(2, 2).encode("utf-16-be")}), "entities"),
        (lying(packed({"a.xml": b"<a>1,400 people</a>"})), "damaged"),
        (locked(packed({"a.xml": b"<a/>"})), "damaged"),
        (repacked(zipfile.ZIP_LZMA), "damaged"),
        (repacked(zipfile.ZIP_BZIP2), "damaged"),
        (repacked(zipfile.ZIP_DEFLATED), "damaged"),
        (unknown(packed({"a.xml": b"<a/>"})), "damaged"),
        (packed({"a.xml": b"<a/>"})[:-30], "damaged"),
        (b"", "damaged"),
    ],
)
def test_what_no_office_program_writes_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as problem:
        packages.check(body, DAMAGED)
    assert problem.value.reason == reason


def test_what_one_writes_is_let_through() -> None:
    packages.check(packed({"a.xml": b"<a/>" * 1000, "b.bin": entities(2, 2).encode()}), DAMAGED)
