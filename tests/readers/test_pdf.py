"""PDF bulletins: lines joined where only the page divides them, tables line by line, damage said."""

from __future__ import annotations

import json

import pytest
import typst

from claims.readers import pdf
from claims.readers.values import Unreadable
from tests.sandbox.bombs import page_with
from tests.sandbox.bombs import pdf as objects

BULLETIN = """#set page(width: 12cm, height: 18cm)
#set document(title: "Bulletin 12")
= Situation report
#sys.inputs.at("words")
#table(columns: 3, [Area], [Killed], [Injured], [Gaza], [11,078], [27,490], [West Bank], [183], [2,400])
#pagebreak()
Second page: 1,200 people.
"""
WORDS = (
    "As of 10 November 2023 the ministry of health has counted 11,078 people killed and 27,490 people injured in the whole of the "
    "territory since the beginning of the war. Hospitals report that more than 2,650 people are missing under the rubble of houses."
)


@pytest.fixture(scope="module")
def bulletin(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    source = tmp_path_factory.mktemp("pdf") / "bulletin.typ"
    source.write_text(BULLETIN)
    return bytes(typst.compile(source, sys_inputs={"words": WORDS}))


def test_wrapped_lines_are_sentences_again(bulletin: bytes) -> None:
    page = pdf.text(bulletin)

    assert WORDS in page.text
    assert page.title == "Bulletin 12"


def test_table_rows_stay_lines(bulletin: bytes) -> None:
    lines = pdf.text(bulletin).text.split("\n")

    assert {"Area Killed Injured", "Gaza 11,078 27,490", "West Bank 183 2,400"} <= set(lines)


def test_pages_are_divided_by_an_empty_line(bulletin: bytes) -> None:
    assert pdf.text(bulletin).text.endswith("\n\nSecond page: 1,200 people.")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("One two three four \r\nfive six seven.\r\nEight", "One two three four five six seven.\nEight"),
        ("It ends here, at last. \r\nAnd so it goes on.", "It ends here, at last. And so it goes on."),
        (
            "Gaza 11,078 27,490 \r\nWest Bank 183 2,400 \r\nTotal 11,261 29,890",
            "Gaza 11,078 27,490\nWest Bank 183 2,400\nTotal 11,261 29,890",
        ),
        (
            "Killed in Gaza 11,078 27,490 \r\nin the West Bank 183 2,400",
            "Killed in Gaza 11,078 27,490\nin the West Bank 183 2,400",
        ),
        ("A long line that fills the page\r\nand goes on here", "A long line that fills the page and goes on here"),
        (
            "A long line that fills the page\r\nNew paragraph begins with a capital",
            "A long line that fills the page\nNew paragraph begins with a capital",
        ),
        (
            "Short\r\nlines\r\nof a long, long list of things to be read",
            "Short\nlines\nof a long, long list of things to be read",
        ),
        ("A divided wo\ufffe\r\nrd in the line", "A divided word in the line"),
        ("Gaza 11,078 27,490\r\nWest Bank 183 2,400", "Gaza 11,078 27,490\nWest Bank 183 2,400"),
        ("", ""),
        ("\r\n \r\n", ""),
    ],
)
def test_lines_of_a_page_are_joined_to_paragraphs(page: str, text: str) -> None:
    assert pdf.unwrapped(page) == text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.7 nothing", "pdf"),
        (b"", "pdf"),
        (page_with(b"q Q"), "no_text"),
        (
            objects(b"<</Type/Catalog>>").replace(
                b"trailer<<", b"trailer<</Encrypt<</Filter/Standard/V 5/R 6/O()/U()/P 0>>"
            ),
            "encrypted",
        ),
    ],
)
def test_what_cannot_be_read_is_said(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as problem:
        pdf.text(body)
    assert problem.value.reason == reason


def test_a_cut_file_is_damaged_or_whole_never_half(bulletin: bytes) -> None:
    whole = pdf.text(bulletin).text
    for part in range(1, 20):
        try:
            found = pdf.text(bulletin[: len(bulletin) * part // 20]).text
        except Unreadable:
            continue
        assert found == whole, json.dumps(found)
