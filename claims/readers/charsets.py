"""Bytes to text when the label may lie: byte order mark, then evidence, then the labels, then detection.

Valid UTF-8 with characters beyond ASCII is UTF-8 whatever the label says: text in another encoding is never valid by chance for
more than a few characters. Where the evidence leaves more than one reading, the text is marked uncertain.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages that carry these labels really use (the WHATWG Encoding Standard's reading).
CP1252_LABELS = frozenset({"ascii", "iso8859-1", "latin-1", "latin1", "us-ascii", "cp1252"})
META = re.compile(rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.+-]{2,40})""", re.IGNORECASE)
XML = re.compile(rb"""^\s{0,20}<\?xml[^>]{1,200}?encoding\s*=\s*["']([a-zA-Z0-9_:.+-]{2,40})""", re.IGNORECASE)
# Bytes in which a page declares its character set (browsers look into 1024), and those by which it is told where none is.
HEAD = 4096
SAMPLE = 64 * 1024
# Share of zero bytes on one side from which text without a mark is taken for UTF-16.
UTF16_SHARE = 0.4
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200e\u200f\u2060\ufeff"))
"""For str.translate: soft hyphen, zero-width space, word joiner and byte order mark, which tell where a line may be broken,
and the two marks of the direction of writing. Nobody sees them, and inside a number they would make two of it."""
# Halves of surrogate pairs, written as if they were characters.
HALVES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
BEYOND_ASCII = bytes(range(0x80, 0x100))
NOT_IN_CP1252 = b"\x00\x81\x8d\x8f\x90\x9d"
# latin-1 code points to what cp1252 has there; its five undefined bytes stay control characters, as in browsers.
CP1252 = {byte: bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in NOT_IN_CP1252}
# The same for bytes that "surrogateescape" has set aside as no UTF-8.
STRAYS = {0xDC00 + byte: CP1252.get(byte, chr(byte)) for byte in range(0x80, 0x100)}
LIKE_CP1252 = frozenset(
    {
        "ascii",
        "utf-8",
        "cp1252",
        "iso8859-9",
        "iso8859-15",
        "iso8859-2",
        "cp1254",
        "cp1250",
        "mac-roman",
        "cp850",
        "cp858",
    }
)
UNSAFE = frozenset(
    {"utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode", "mbcs", "oem", "undefined", "palmos"}
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and whether another reading was about as good."""

    text: str
    charset: str
    uncertain: bool = False


def decode(body: bytes, declared: str | None = None) -> Decoded:
    """Read bytes as text; never raises. `declared` is the charset of the Content-Type header.

    Half of a surrogate pair that stands alone in Unicode bytes is kept as what it is, for the caller to refuse.
    """
    for mark, name in BOMS:
        if body.startswith(mark):
            return _marked(body[len(mark) :], name)
    if body.isascii() and b"\x1b" not in body and b"\x00" not in body:
        return Decoded(body.decode("ascii"), "ascii")
    wide = _wide(body)
    if wide is not None:
        return wide
    if b"\x1b" not in body:
        try:
            return Decoded(body.decode("utf-8"), "utf-8", uncertain=b"\x00" in body)
        except UnicodeDecodeError:
            halved = _halved(body)
            if halved is not None:
                return halved
    labels = [label for label in (_label(declared), _label(_inner(body))) if label]
    for label in labels:
        if label in {"utf-8", "ascii", "utf-16", "utf-32", "utf-16-le", "utf-16-be"}:
            continue
        text = _strict(body, label)
        if text is not None:
            return Decoded(text, label, uncertain=len(set(labels) - {"utf-8"}) > 1)
    mixed = _mixed(body)
    return mixed if mixed is not None else _detected(body)


def _marked(rest: bytes, name: str) -> Decoded:
    """What follows a byte order mark, in the encoding it names."""
    try:
        return Decoded(rest.decode(name, "surrogatepass"), name)
    except UnicodeDecodeError:
        return Decoded(rest.decode(name, "replace"), name)


def _halved(body: bytes) -> Decoded | None:
    """UTF-8 that is sound but for halves of surrogate pairs; two that belong together are the character they stand for."""
    if not HALVES.search(body):
        return None
    try:
        text = body.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return Decoded(
        text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass"), "utf-8", uncertain=True
    )


def _wide(body: bytes) -> Decoded | None:
    """UTF-16 without a mark: Latin text then has a zero in nearly every other byte."""
    sample = body[:SAMPLE]
    half = len(sample) // 2
    if half < 2 or b"\x00" not in sample:
        return None
    odd, even = sample[1::2].count(0) / half, sample[0::2].count(0) / half
    for share, other, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if share >= UTF16_SHARE and other < share / 4:
            return Decoded(body[: len(body) // 2 * 2].decode(name, "surrogatepass"), name)
    return None


def _label(name: str | None) -> str | None:
    """The Python codec for a label, None for unknown and dangerous ones."""
    if not name:
        return None
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    if found in UNSAFE or not codecs.lookup(found)._is_text_encoding:  # noqa: SLF001  (codecs tells it nowhere else)
        return None
    return "cp1252" if found in CP1252_LABELS else found


def _inner(body: bytes) -> str | None:
    head = body[:HEAD]
    match = META.search(head) or XML.search(head)
    return match[1].decode("ascii") if match else None


def _strict(body: bytes, charset: str) -> str | None:
    """The text, or None when the bytes do not fit."""
    if charset == "cp1252":
        return body.decode("latin-1").translate(CP1252)
    try:
        return body.decode(charset)
    except (UnicodeError, LookupError):
        return None


def _mixed(body: bytes) -> Decoded | None:
    """UTF-8 with some stray cp1252 bytes (a pasted paragraph, an old database): each stray byte read by itself."""
    ignored = body.decode("utf-8", "ignore")
    strays = len(body) - len(ignored.encode())
    multibyte = len(ignored.encode()) - len(ignored)
    if multibyte < 2 or strays > multibyte:
        return None
    return Decoded(body.decode("utf-8", "surrogateescape").translate(STRAYS), "utf-8", uncertain=True)


def _detected(body: bytes) -> Decoded:
    """The best guess; uncertain unless the bytes beyond ASCII are few and all of them mean something in cp1252."""
    best = charset_normalizer.from_bytes(body[:SAMPLE], steps=5, chunk_size=512, cp_exclusion=["utf_7"]).best()
    name = _label(best.encoding) if best is not None else None
    text = _strict(body, name) if name is not None and name not in LIKE_CP1252 else None
    if text is not None:
        return Decoded(text, str(name), uncertain=True)
    beyond = len(body) - len(body.translate(None, BEYOND_ASCII))
    plain = beyond * 5 <= len(body) and len(body.translate(None, NOT_IN_CP1252)) == len(body)
    return Decoded(body.decode("latin-1").translate(CP1252), "cp1252", uncertain=not plain)
