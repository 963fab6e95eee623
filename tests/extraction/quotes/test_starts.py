import pytest

from claims.extraction.frames import Frame
from claims.extraction.language import load
from claims.extraction.quotes.starts import (
    apposed_start,
    before_manner,
    contact_start,
    object_start,
    opens_aside,
    owned_start,
)
from claims.extraction.speech import speech_of


def frame_of(text: str) -> Frame:
    return Frame(text, (0, len(text)), speech_of(load("en")), ())


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It was dropped, a move the union", 6),
        ("It was dropped, a decision Ann Hill", 6),
        ("It was dropped, a nurse Ann Hill", 0),
        ("It was dropped, the mayor", 0),
    ],
)
def test_who_calls_what_is_told_before_begins_behind_its_noun(text: str, start: int) -> None:
    frame = frame_of(text)
    assert contact_start(frame, frame.lows.index(",") + 1, len(frame.lows)) == start


def test_a_name_ends_in_front_of_its_apposition() -> None:
    frame = frame_of("They met Bob Roy, the mayor, who said no")
    assert apposed_start(frame, [(0, 4), (5, 7)]) == 2
    assert apposed_start(frame, [(0, 2), (5, 7)]) is None
    assert apposed_start(frame_of("They left Marlow, the weather, which"), [(0, 3), (4, 6)]) is None
    assert apposed_start(frame, [(0, 4)]) is None


def test_the_object_of_a_verb_speaks() -> None:
    frame = frame_of("Hill was praised by Queen Silvia")
    assert object_start(frame, 0, len(frame.lows)) == 4


def test_the_people_of_somebody_speak_of_the_noun_before_them() -> None:
    frame = frame_of("It was a knock his old coach said was fine")
    assert owned_start(frame, 0, frame.lows.index("said")) == 4
    assert owned_start(frame, 0, 4) == 0


def test_a_manner_is_no_part_of_the_subject() -> None:
    frame = frame_of("Hill in turn said no")
    assert before_manner(frame, 2, 0) == 0
    assert before_manner(frame, 2, 1) == 2
    assert before_manner(frame_of("Hill in court said no"), 2, 0) == 2


def test_no_name_opens_with_an_adverb_or_a_deed() -> None:
    assert opens_aside(frame_of("Visiting New York"), 0)
    assert opens_aside(frame_of("Tellingly"), 0)
    assert not opens_aside(frame_of("Ann Hill"), 0)
