"""The table of readers, and what leaves it: plain values, whatever comes in (R16)."""

from __future__ import annotations

import gzip
import json
import random
from typing import Any

import pytest

from claims.readers import reading
from tests.sandbox.bombs import document, page_with, pdf, workbook

BODIES = {
    "html": b"<html><title>t</title><body><p>1,400 people were killed.</p><table><tr><td>Killed<td>1,400</table></body></html>",
    "json": b'{"killed": 1400}',
    "csv": b"Area,Killed\nGaza,1400\nWest Bank,183\n",
    "text": "Sekitar 1.400 orang tewas – kata juru bicara.".encode(),
    "pdf": page_with(b"BT /F 12 Tf (1400 people were killed) Tj ET"),
    "xlsx": workbook({}),
    "docx": document(
        "<w:p><w:r><w:t>1,400 people were killed.</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Gaza</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1.400</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    ),
    "zip": workbook({}).replace(b"xl/workbook.xml", b"xl/workbooq.xml"),
    "gzip": gzip.compress(b"1,400"),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "empty": b"",
    "blank": b" \n\t ",
}
TYPES = (
    "text/html",
    "application/json",
    "text/csv",
    "text/plain",
    "application/pdf",
    "image/png",
    "application/zip",
    "",
    "nonsense",
    "text/html; charset=x",
)
READABLE = {"html", "json", "csv", "text", "pdf", "docx", "xlsx"}


@pytest.mark.parametrize("media_type", TYPES)
@pytest.mark.parametrize("kind", BODIES)
def test_a_wrong_label_neither_raises_nor_changes_the_number(kind: str, media_type: str) -> None:
    found = reading.read(BODIES[kind], media_type)

    assert json.loads(json.dumps(found)) is not None
    if kind in READABLE:
        assert found["outcome"] == "ok"
        assert "1400" in found["text"].replace(",", "").replace(".", "")
        assert found["format"] in {kind, "text"} or (kind, media_type) == ("text", "text/csv")
    else:
        assert found["outcome"] == "unreadable"
        assert found["reason"]
        assert found["message"]


@pytest.mark.parametrize(
    ("kind", "locator", "text"),
    [
        ("html", "table:row=Killed", "1,400"),
        ("json", "$.killed", "1400"),
        ("json", "json:/killed", "1400"),
        ("csv", "csv:row=Gaza;column=Killed", "1400"),
        ("docx", "table:row=Gaza", "1.400"),
        ("xlsx", "xlsx:cell=A1", "1400"),
    ],
)
def test_cells_come_with_the_text_where_words_tell_the_language(kind: str, locator: str, text: str) -> None:
    found = reading.read(BODIES[kind], "", task="find", locator=locator)

    assert [cell["text"] for cell in found["cells"]] == [text]
    assert bool(found["text"]) is (kind in {"html", "csv", "docx"})


@pytest.mark.parametrize(
    ("kind", "locator"),
    [
        ("html", "$.killed"),
        ("json", "csv:row=a;column=b"),
        ("pdf", "table:row=a"),
        ("docx", "xlsx:cell=A1"),
        ("text", "json:/a"),
        ("json", "words:exact=1"),
    ],
)
def test_a_locator_for_another_format_finds_nothing_and_says_so(kind: str, locator: str) -> None:
    found = reading.read(BODIES[kind], "", task="find", locator=locator)

    assert (found["outcome"], found["reason"], found["cells"]) == ("ok", "other_format", [])


def test_a_wrong_locator_is_said() -> None:
    found = reading.read(BODIES["json"], "", task="find", locator="jason:/a")

    assert (found["outcome"], found["reason"]) == ("unreadable", "locator")


@pytest.mark.parametrize(
    ("body", "media_type", "text"),
    [
        ("Sekitar 1.\u200b400 orang\u00ad tewas.", "text/plain", "Sekitar 1.400 orang tewas."),
        ("Area,Killed\nGaza,14\ufeff00\nWest Bank,18\u20603\n", "text/csv", "Area\tKilled\nGaza\t1400\nWest Bank\t183"),
    ],
)
def test_what_nobody_sees_divides_no_number_of_a_source(body: str, media_type: str, text: str) -> None:
    assert reading.read(body.encode(), media_type)["text"] == text
    assert reading.read(body.encode(), media_type, task="article")["text"] != text


def test_no_text_that_a_database_refuses_comes_out() -> None:
    found = reading.read(b'{"a": "x\\u0000y\\ud800z"}', "application/json")
    cell = reading.read(b'{"a": "x\\u0000y\\ud800z"}', "application/json", task="find", locator="$.a")["cells"][0]

    assert found["text"] == "a: x\ufffdy\ufffdz"
    assert cell["text"] == "x\ufffdy\ufffdz"


def test_no_place_or_label_of_a_cell_that_a_database_refuses_comes_out() -> None:
    (cell,) = reading.read(b'{"a\\u0000b\\ud800": 1400}', "application/json", task="find", locator="$.*")["cells"]

    assert (cell["place"], cell["labels"]) == ("/a\ufffdb\ufffd", ("a\ufffdb\ufffd",))


def test_an_article_is_read_for_what_it_is() -> None:
    page: dict[str, Any] = reading.read(
        b"<title>Toll</title><article><p>1,400 people were killed.</p></article>", "text/html", task="article"
    )

    assert (page["title"], page["text"].splitlines()[0]) == ("Toll", "Toll")
    assert reading.read(BODIES["text"], "text/plain", task="article")["text"] == BODIES["text"].decode()


def test_warming_up_loads_every_reader() -> None:
    reading.warm()

    assert set(reading.READERS) == READABLE


@pytest.mark.parametrize("kind", sorted(READABLE))
def test_damaged_documents_never_raise(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(60):
        body = bytearray(BODIES[kind])
        for _ in range(chance.randrange(1, 6)):
            place = chance.randrange(len(body))
            body[place : place + chance.randrange(4)] = chance.randbytes(chance.randrange(4))
        found = reading.read(bytes(body), chance.choice(TYPES), charset=chance.choice((None, "utf-8", "x", "utf-16")))

        assert found["outcome"] in {"ok", "unreadable", "too_large", "too_complex"}


def test_pages_without_words_are_empty() -> None:
    assert reading.read(pdf(b"<<>>"))["outcome"] == "unreadable"
    assert reading.read(b"<p> </p>", "text/html")["reason"] == "empty"


@pytest.mark.parametrize(
    "body", [b"<p>\xc3\xa9 1,400 \xed\xa0\x80</p>", "\ufeff1,400 \ud800".encode("utf-16", "surrogatepass")]
)
def test_half_a_surrogate_pair_is_refused_in_an_article_and_passed_over_in_a_source(body: bytes) -> None:
    refused = reading.read(body, task="article")
    assert (refused["outcome"], refused["reason"]) == ("unreadable", "surrogate")
    assert "half of a character" in refused["message"]
    found = reading.read(body)
    assert found["outcome"] == "ok"
    assert "1,400 \ufffd" in found["text"]
