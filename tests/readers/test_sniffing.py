"""R16: what a body is, whatever its label says."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from claims.readers.charsets import decode
from claims.readers.sniffing import binary_format, text_format
from claims.readers.values import Unreadable
from tests.sandbox.bombs import document, pdf, workbook

PAGE = b"<!DOCTYPE html><html><body><p>1,400 people were killed.</p></body></html>"
OBJECT = b'{"killed": 1400}'
TABLE = b"Area,Killed\nGaza,1400\nWest Bank,183\n"
OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50)
PROSE = b"About 1,400 people were killed, the ministry said.\nMore are missing."


def archive(part: str = "a.txt") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as opened:
        opened.writestr(zipfile.ZipInfo(part), "1,400")
    return target.getvalue()


@pytest.mark.parametrize(
    ("body", "media_type", "url", "found"),
    [
        (PAGE, "text/html", None, "html"), (PAGE, "application/json", None, "html"), (PAGE, "text/plain", None, "html"), (PAGE, "text/csv", None, "html"),
        (PAGE, "", None, "html"), (PAGE, "application/octet-stream", "x.csv", "html"), (PAGE, "application/pdf", None, "html"),
        (b"  \n" + PAGE, "application/json", None, "html"), (b"<p>1,400", "text/plain", None, "html"), (b"<3 people", "text/plain", None, "text"),
        (b"<rss><item>1</item></rss>", "application/rss+xml", None, "html"),
        (OBJECT, "application/json", None, "json"), (OBJECT, "text/html", None, "json"), (OBJECT, "text/plain", None, "json"), (OBJECT, "", None, "json"),
        (OBJECT, "text/csv", None, "json"), (OBJECT, "application/vnd.api+json; charset=utf-8", None, "json"), (b"[1400]", "", None, "json"),
        (b"{broken", "application/json", None, "json"), (b"Service unavailable", "application/json", None, "text"), (b"{braces} in prose", "text/plain", None, "text"), (TABLE, "text/csv", None, "csv"), (TABLE, "", None, "csv"), (TABLE, "application/octet-stream", None, "csv"),
        (TABLE, "text/plain", "https://x.test/toll.csv?raw=1", "csv"), (TABLE, "text/plain", "https://x.test/toll", "text"), (TABLE, "text/html", None, "text"),
        (PROSE, "text/plain", None, "text"), (PROSE, "text/html", None, "text"), (PROSE, "", None, "text"), (PROSE, "image/png", None, "text"),
        (PROSE, "text/csv", None, "csv"), (PROSE, "", "notes.txt", "text"), (PROSE, "", "page.html", "text"),
    ],
)  # fmt: skip
def test_the_format_of_a_text_is_told_by_its_shape(body: bytes, media_type: str, url: str | None, found: str) -> None:
    assert binary_format(body) is None
    assert text_format(decode(body), media_type.partition(";")[0], url) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (pdf(b"<<>>"), "pdf"),
        (b"\n\n" + pdf(b"<<>>"), "pdf"),
        (workbook({}), "xlsx"),
        (workbook({})[:-100], "xlsx"),
        (document(""), "docx"),
        (document("")[:-100], "docx"),
        (archive("word/document2.xml"), "docx"),
        (PAGE, None),
        (b"MZ is a code", None),
        (b"", None),
    ],
)
def test_a_binary_format_is_told_by_its_first_bytes(body: bytes, found: str | None) -> None:
    assert binary_format(body) == found


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (archive(), "zip"), (archive()[:30], "zip"), (gzip.compress(PAGE, mtime=0), "binary"), (b"\x89PNG\r\n\x1a\n" + bytes(50), "binary"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "binary"), (b"GIF89a" + bytes(50), "binary"), (b"RIFF\x00\x00\x00\x00WEBP", "binary"),
        (OFFICE, "binary"), (OFFICE + "EncryptedPackage".encode("utf-16-le"), "encrypted"), (OFFICE + "WordDocument".encode("utf-16-le"), "word"), (b"MZ\x90\x00\x03", "binary"), (b"\x00\x00\x00\x18ftypmp42", "binary"),
    ],
)  # fmt: skip
def test_foreign_formats_are_refused_by_name(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as problem:
        binary_format(body)
    assert problem.value.reason == reason
