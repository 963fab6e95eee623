"""What a body really is: its first bytes and its shape decide, the label only where they leave it open."""

from __future__ import annotations

import re

from .charsets import Decoded
from .csv import looks_like_table
from .packages import part_names
from .values import Unreadable

FORMATS = {
    "text/html": "html", "application/xhtml+xml": "html", "text/xml": "html", "application/xml": "html",
    "application/rss+xml": "html", "application/atom+xml": "html",
    "application/json": "json", "text/json": "json", "application/ld+json": "json", "application/geo+json": "json",
    "text/csv": "csv", "application/csv": "csv", "text/tab-separated-values": "csv",
    "text/plain": "text", "text/markdown": "text",
}  # fmt: skip
SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".geojson": "json",
    ".csv": "csv",
    ".tsv": "csv",
    ".txt": "text",
}
OFFICE = b"\xd0\xcf\x11\xe0"
# Formats that begin with bytes no text begins with, and how a person calls them.
FOREIGN = (
    (b"\x1f\x8b", "gzip"), (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file"), (OFFICE, "an old Office file"), (b"\x7fELF", "a program"), (b"MZ", "a program"),
    (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"7z\xbc\xaf", "7z"), (b"Rar!", "RAR"), (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"OggS", "Ogg"), (b"ID3", "MP3"), (b"\x00\x00\x00", "a media file"), (b"wOFF", "a font"), (b"SQLite format", "a database"),
)  # fmt: skip
HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|script|div|table|article|main|section|p|h[1-6]|ul|span|a|br)\b",
    re.IGNORECASE,
)
TAG = re.compile(r"<(?:[a-zA-Z][^<>]{0,500}|/[a-zA-Z]{1,20}\s{0,5}|!--)>?")
PACKAGES = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx", "word/document2.xml": "docx"}
"""The part that tells what an archive is."""

LOCKED = "EncryptedPackage".encode("utf-16-le")
OLD_WORD = "WordDocument".encode("utf-16-le")
"""Names in the directory of an Office file that is no archive: one locked by a password, and a Word file of before 2007."""

HEAD = 2048
"""Bytes or characters at either end by which a format is told."""

JSON_STARTS = frozenset('{["-0123456789')


def binary_format(body: bytes) -> str | None:
    """The format, pdf, xlsx or docx; None for what may be text. Unreadable for every other binary format."""
    if b"%PDF-" in body[:1024]:
        return "pdf"
    if body.startswith(b"PK\x03\x04"):
        names = part_names(body)
        # A cut archive has lost its directory, but its parts bear their names.
        held = (kind for part, kind in PACKAGES.items() if part in names or (not names and part.encode() in body))
        kind = next(held, None)
        if kind:
            return kind
        raise Unreadable("zip", "This is a ZIP archive, not a document we can read.")
    if body.startswith(OFFICE):
        if LOCKED in body:
            raise Unreadable("encrypted", "The document is locked by a password.")
        if OLD_WORD in body:
            raise Unreadable("word", "Old Word files (.doc) are not read. Save it as .docx or PDF, or paste its text.")
    name = next((name for magic, name in FOREIGN if body.startswith(magic)), None)
    if name is not None and not (name == "a program" and body[:HEAD].isascii() and b"\x00" not in body[:HEAD]):
        raise Unreadable("binary", f"This is {name}, not a document we can read.")
    return None


def text_format(decoded: Decoded, media_type: str, url: str | None) -> str:
    """html, json, csv or text. The label counts where the text could be what it says."""
    declared = FORMATS.get(media_type) or ("json" if media_type.endswith("+json") else None)
    suffix = _suffix(url)
    if declared == "text" or declared is None:
        declared = suffix or declared
    start = decoded.text[:HEAD].lstrip("\ufeff \t\r\n")
    if declared == "html":
        return "html" if TAG.search(decoded.text) else _unmarked(decoded, start)
    if start.startswith("<") and (HTML.search(start) or declared == "json"):
        return "html"
    if _is_json(decoded, start) or (declared == "json" and start[:1] in JSON_STARTS):
        return "json"
    if declared == "csv":
        return "csv"
    if declared != "text" and looks_like_table(decoded.text):
        return "csv"
    return "text"


def _suffix(url: str | None) -> str | None:
    name = (url or "").partition("?")[0].partition("#")[0].lower()
    return next((found for suffix, found in SUFFIXES.items() if name.endswith(suffix)), None)


def _unmarked(decoded: Decoded, start: str) -> str:
    return "json" if _is_json(decoded, start) else "text"


def _is_json(decoded: Decoded, start: str) -> bool:
    """Whether it begins and ends as a JSON document does."""
    end = decoded.text[-HEAD:].rstrip()
    return (start[:1], end[-1:]) in (("{", "}"), ("[", "]"))
