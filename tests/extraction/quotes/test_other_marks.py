"""What is quoted and who said it do not hang on which pair of marks an outlet sets: every short case of cases/, its straight
marks in pairs, read once more with others."""

import tomllib
from pathlib import Path

import pytest

from claims.extraction.pipeline import extract

CASES = Path(__file__).parents[1] / "cases"
PAIRS = ("“”", "«»")
LONG = 300
"""Longer cases say nothing of marks that the short ones do not."""


def texts(code: str) -> list[str]:
    """The cases whose straight marks stand in pairs. Left out are those with marks of another kind as well, which then are
    quotations inside one, the paragraphs with an odd mark, where a straight one is opened or closed by guess, and a mark
    that is set on the wrong side of its blank."""
    found = []
    for path in sorted((CASES / code).glob("quotes_*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            text = case["text"]
            paired = all(line.count('"') % 2 == 0 for line in text.split("\n"))
            if (
                len(text) <= LONG
                and '"' in text
                and ':"' not in text
                and paired
                and not any(mark in text for mark in "“”„«»‘'’")
            ):
                found.append(text)
    return found


def with_marks(text: str, pair: str) -> str:
    parts = text.split('"')
    return parts[0] + "".join(pair[n % 2] + part for n, part in enumerate(parts[1:]))


def readings(code: str, text: str) -> list[tuple[int, int, str, str]]:
    quotes = extract(text, language=code).quotes
    return [(quote.start, quote.end, quote.form, quote.speaker.name if quote.speaker else "") for quote in quotes]


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("code", ["en", "id", "ms"])
def test_other_quotation_marks_are_read_alike(code: str, pair: str) -> None:
    asked = texts(code)
    assert len(asked) > 30
    others = [text for text in asked if readings(code, text) != readings(code, with_marks(text, pair))]
    assert not others
