import pytest

from claims.extraction.quotes.cues import attributions
from claims.extraction.quotes.noun_reports import NOUN, report_end
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They rejected Ann Hill's claim that he was free.", ["Ann Hill"]),
        ("They rejected the mayors' repeated claims that he was free.", ["the mayors"]),
        ("They rejected her claim that he was free.", ["her"]),
        ("They heard a warning from Harrow Council that the road was shut.", ["Harrow Council"]),
        ("Hill made the claim that he was free.", ["Hill"]),
        ("Hill never made the claim that he was free.", []),
        ("They rejected Hill's claim that was thrown out.", []),
        ("They rejected the claim that he was free.", []),
        ("They rejected the bridge's claim form that was long.", []),
    ],
)
def test_whose_the_noun_of_a_report_is(text: str, wanted: list[str]) -> None:
    assert [said.phrase.name for said in attributions(frame("en", text)) if said.rule == NOUN] == wanted


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("Hill's claim that the bridge was safe was rejected.", "the bridge was safe"),
        ("Hill's claim that the bridge was safe, made on Monday, is wrong.", "the bridge was safe"),
        ("Despite Hill's claim that the bridge was safe, it fell.", "the bridge was safe"),
        ("They rejected Hill's claim that the bridge was safe and was mended.", "the bridge was safe and was mended"),
    ],
)
def test_where_the_report_of_a_noun_ends(text: str, report: str) -> None:
    read = frame("en", text)
    said = next(said for said in attributions(read) if said.rule == NOUN)
    assert read.words(said.content, report_end(read, said, len(read.lows))) == report
