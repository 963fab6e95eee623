"""Stamps: where the words of an entry begin."""

import pytest

from claims.extraction.language import load
from claims.extraction.scan import Scan
from claims.extraction.stamps import stamp_end


@pytest.mark.parametrize(
    ("language", "line", "words"),
    [
        ("en", "3.11pm The count goes on.", "The count goes on."),
        ("en", "2:20 p.m. Ann Hill said it was over.", "Ann Hill said it was over."),
        ("en", "14:30 GMT “We won.”", "“We won.”"),
        ("en", "8:27am – Polls have closed.", "Polls have closed."),
        ("en", "10:30: The road is shut.", "The road is shut."),
        ("en", "UPDATE, Aug. 25, 7:30 p.m.: Two were hurt.", "Two were hurt."),
        ("id", "14:30 WIB Rina Dewi tiba.", "Rina Dewi tiba."),
        ("en", "5 p.m. Monday is the deadline.", None),
        ("en", "2:22am this morning a ball hit the house.", None),
        ("en", "12.50 Euros is the price.", None),
        ("en", "12 People were hurt.", None),
        ("en", "Updated figures on 12 May: The toll is 20.", None),
        ("en", "Update: The toll is 20.", None),
        ("en", "3.11pm", None),
    ],
)
def test_where_the_words_behind_a_stamp_begin(language: str, line: str, words: str | None) -> None:
    scan = Scan(line, load(language), None)
    end = stamp_end(scan, 0, len(line))
    assert (line[end:] if end is not None else None) == words
