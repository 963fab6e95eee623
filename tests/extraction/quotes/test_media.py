import pytest

from claims.extraction.quotes.cues import attributions
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("code", "text", "parts"),
    [
        ("en", "In a statement, Hill said the pit was closed.", [("medium", "In a statement")]),
        ("en", "Speaking at a news conference in Hull, Hill said it was closed.", [("medium", "at a news conference")]),
        ("en", "Speaking to Harbour Radio, Hill said the pit was closed.", [("audience", "to Harbour Radio")]),
        ("en", "Taking to Facebook, Hill said the pit was closed.", [("medium", "to Facebook")]),
        ("en", "Addressing reporters in Hull, Hill said the pit was closed.", [("audience", "reporters")]),
        ("en", "Addressing concerns in Hull, Hill said the pit was closed.", []),
        ("en", "Travelling to Leeds, Hill said the pit was closed.", []),
        ("en", "The ministry, quoted by Interfax, said the pit was closed.", [("relay", "Interfax")]),
        ("id", "Dalam siaran pers, Budi mengatakan air naik.", [("medium", "Dalam siaran pers")]),
    ],
)
def test_parts_in_front_of_a_cue(code: str, text: str, parts: list[tuple[str, str]]) -> None:
    read = frame(code, text)
    said = next(s for s in attributions(read) if s.shape == "before")
    assert [(link.role, read.words(link.first, link.last)) for link in said.links] == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Hill, in a post on X, said the pit was closed.", [("medium", "in a post"), ("medium", "on X")]),
        ("The governor in the statement, said the pit was closed.", [("medium", "in the statement")]),
        ("Hill, in a blue coat, said the pit was closed.", []),
        ("Hill told LBC radio the pit was closed.", [("audience", "LBC radio")]),
        ("Hill told reporters the pit was closed.", [("audience", "reporters")]),
    ],
)
def test_parts_between_a_speaker_and_what_was_said(text: str, parts: list[tuple[str, str]]) -> None:
    read = frame("en", text)
    (said,) = attributions(read)
    assert said.phrase is not None
    assert said.phrase.name in ("Hill", "The governor")
    assert [(link.role, read.words(link.first, link.last)) for link in said.links] == parts
