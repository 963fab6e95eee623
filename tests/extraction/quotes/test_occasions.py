import pytest

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
