"""An article in the layout of the one that the project began from, of our own writing: the demo's sample."""

from pathlib import Path

import pytest

from claims.extraction import extract

TEXT = Path(__file__).parents[2].joinpath("claims/management/sample.txt").read_text(encoding="utf-8")


def test_exactly_its_three_figures_are_taken() -> None:
    found = [
        (figure.text.casefold(), str(figure.value), figure.bound, figure.event, figure.counted)
        for figure in extract(TEXT).figures
    ]
    assert found == [
        ("sekitar 1.400 orang", "1400", "about", "killed", "orang"),
        ("220 orang", "220", "exact", "hostage", "orang"),
        ("lebih dari 7.000 warga gaza", "7000", "more_than", "killed", "warga Gaza"),
    ]


def test_its_marked_quotes_have_their_speakers() -> None:
    found = [
        (quote.form, quote.text.split()[0], quote.speaker.name if quote.speaker else None)
        for quote in extract(TEXT).quotes
        if quote.form != "indirect"
    ]
    assert found == [
        ("direct", "“Abu", "Kementerian Luar Negeri Rusia"),
        ("floating", "“Yang", "Kementerian Luar Negeri Rusia"),
        ("mixed", "“kejahatan", "Hamas"),
        ("direct", "“Pintu", "Mikhail Bogdanov"),
        ("floating", "“Bagi", "Mikhail Bogdanov"),
        ("floating", "“Tugas", "Vladimir Putin"),
    ]


def test_the_chain_goes_on_to_whoever_passes_it_on() -> None:
    quotes = {quote.text.split()[0]: quote for quote in extract(TEXT).quotes if quote.form != "indirect"}
    chain = {word: {(part.role, part.name) for part in quote.attribution} for word, quote in quotes.items()}
    assert ("medium", "keterangan tertulis") in chain["“Abu"]
    assert ("relay", "kantor berita RIA") in chain["“kejahatan"]
    assert ("audience", "wartawan") in chain["“Pintu"]


@pytest.mark.parametrize(
    "words", ["27 Oktober 2023", "09:30", "serbuan 7 Oktober", "7.000 Nama", "2 jam", "3 jenazah", "40 truk"]
)
def test_dates_and_what_is_not_part_of_the_article_are_refused_with_a_reason(words: str) -> None:
    start = TEXT.index(words)
    refused = [row for row in extract(TEXT, explain=True).rejected if start <= row.start < start + len(words)]
    assert refused
    assert all(row.why for row in refused)


def test_nothing_stands_in_boilerplate() -> None:
    extraction = extract(TEXT)
    body = [block for block in extraction.blocks if block.kind in {"headline", "caption", "heading", "body"}]
    for found in (*extraction.figures, *extraction.quotes):
        assert any(block.start <= found.start and found.end <= block.end for block in body)
