import pytest

from claims.extraction import extract
from claims.extraction.quotes.cues import attributions
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hill took to Instagram to say she was ill.", [("Hill", ["to Instagram"])]),
        ("Hill used her speech to urge voters to stay.", [("Hill", ["her speech"])]),
        ("Hill used a rope to urge the horse to stay.", []),
        ("Hill took to Instagram, to say she was ill.", []),
        ("Hill wants to say she was ill.", []),
    ],
)
def test_a_page_or_a_meeting_that_somebody_takes_to_speak(text: str, wanted: list[tuple[str, list[str]]]) -> None:
    read = frame("en", text)
    found = [(said.phrase.name, said.links) for said in attributions(read) if said.rule == "subject_occasion"]
    assert [(name, [read.words(link.first, link.last) for link in links]) for name, links in found] == wanted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ('"It is safe," Hill said. Hill was speaking to reporters in Leeds.', ["to reporters"]),
        ('"It is safe," Hill said. She made the remarks in an interview with ABC.', ["in an interview", "with ABC"]),
        ('"It is safe," Hill said. She said this at a rally.', ["at a rally"]),
        ('"It is safe," Hill said. Bob Roy was speaking to reporters.', []),
        ('"It is safe," Hill said. Hill was speaking of her youth.', []),
    ],
)
def test_a_sentence_that_tells_where_somebody_spoke(text: str, parts: list[str]) -> None:
    (quote,) = extract(text, language="en").quotes
    assert [part.text for part in quote.attribution if part.role != "speaker"] == parts
