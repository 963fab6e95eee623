import pytest

from claims.extraction.language import load
from claims.extraction.quotes.contents import to_content
from claims.extraction.speech import speech_of
from tests.extraction.speaking import plain_frame


@pytest.mark.parametrize(
    ("code", "text", "cue", "told", "content"),
    [
        ("id", "Rudi meyakinkan warga bahwa sungai itu aman", "meyakinkan", "warga", "sungai itu aman"),
        (
            "id",
            "Rudi mengatakan kepada wartawan bahwa sungai itu aman",
            "mengatakan",
            "kepada wartawan",
            "sungai itu aman",
        ),
        ("id", "Rudi mengatakan, sungai itu aman", "mengatakan", "", "sungai itu aman"),
        ("id", "Rudi menjelaskan ke wartawan bahwa sungai itu aman", "menjelaskan", "ke wartawan", "sungai itu aman"),
        ("en", "Hill told reporters that the road was shut", "told", "reporters", "the road was shut"),
        ("en", "Hill said on Monday the road was shut", "said", "", "the road was shut"),
    ],
)
def test_what_stands_between_a_cue_and_what_was_said(code: str, text: str, cue: str, told: str, content: str) -> None:
    frame = plain_frame(code, text)
    links, at = to_content(frame, frame.lows.index(cue) + 1, speech_of(load(code)).cues.kinds[cue])
    assert [frame.words(link.first, link.last) for link in links] == ([told] if told else [])
    assert frame.words(at, len(frame.lows)) == content
