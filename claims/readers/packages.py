"""Office files are ZIP packages of XML parts: what one would unpack to is counted before a parser opens it."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib

from .values import Unreadable

MAX_UNPACKED = 48 * 1024 * 1024
MAX_RATIO = 200
RATIO_FROM = 4 * 1024 * 1024
MAX_PARTS = 2000
"""Bytes that the parts unpack to, and how many times their packed size once they are more than RATIO_FROM bytes; parts: more than
a file has that a person made."""

BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, ValueError, RuntimeError, EOFError, OSError)
"""What `zipfile` raises on an archive that is damaged or locked, or packed in a way that it does not know (a RuntimeError too)."""


def part_names(body: bytes) -> frozenset[str]:
    """The names of a package's parts; none where it is no archive that can be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return frozenset(archive.namelist())
    except BROKEN:
        return frozenset()


def check(body: bytes, damaged: Unreadable) -> None:
    """Count what it unpacks to, and refuse entity declarations, which no office program writes. Raises `damaged` where it is."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
                raise Unreadable("unpacked", "The document unpacks to too much.", "too_large")
            if unpacked > RATIO_FROM and unpacked > MAX_RATIO * len(body):
                raise Unreadable("ratio", f"The document unpacks to more than {MAX_RATIO} times its size.", "too_large")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")) and _declares(archive.read(part)):
                    raise Unreadable("entities", "The document declares entities.", "too_complex")
    except BROKEN:
        raise damaged from None


def _declares(part: bytes) -> bool:
    return (
        b"<!DOCTYPE" in part
        or b"<!ENTITY" in part
        or b"<\x00!\x00D\x00O\x00C" in part
        or b"\x00<\x00!\x00D\x00O" in part
    )
