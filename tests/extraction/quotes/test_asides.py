import pytest

from claims.extraction.quotes.asides import asker, insertion_before, is_aside, is_asked, is_participle, is_when
from tests.extraction.speaking import plain_frame


@pytest.mark.parametrize(
    ("code", "text", "aside"),
    [
        ("en", "Hill , in London , said", True), ("en", "Hill , 43 , said", True), ("en", "Hill , on Monday , said", True),
        ("en", "Hill , the owner , said", False), ("en", "Hill , when asked , said", True), ("en", "Hill , and Bell , said", False),
        ("en", "Hill , asked whether he slept , said", True), ("en", "Hill , retired owner , said", False),
        ("id", "Rina , di Universitas Udayana , mengatakan", True), ("id", "Rina , ketua panitia , mengatakan", False),
    ],
)  # fmt: skip
def test_what_stands_between_a_subject_and_its_verb(code: str, text: str, aside: bool) -> None:
    frame = plain_frame(code, text)
    comma = len(frame.lows) - 2
    assert is_aside(frame, 2, comma) is aside


def test_a_participle_between_commas() -> None:
    assert is_when(plain_frame("en", "Hill , when asked , said no"), 2)
    assert is_when(plain_frame("en", "Hill , when he slept , said no"), 2)
    assert not is_when(plain_frame("en", "Hill , when he slept , was out"), 2)
    assert not is_when(plain_frame("en", "Hill , but not Roy , said no"), 2)
    assert is_asked(plain_frame("en", "Hill , asked whether he slept , said no"), 3)
    assert not is_asked(plain_frame("en", "Hill asked whether he slept"), 2)


@pytest.mark.parametrize(
    ("text", "participle"),
    [("pressed on costs", True), ("aged 40", True), ("retired owner", False), ("the owner", False)],
)
def test_what_happened_to_somebody_is_no_office(text: str, participle: bool) -> None:
    frame = plain_frame("en", text)
    assert is_participle(frame, 0, len(frame.lows)) is participle


def test_an_insertion_between_dashes() -> None:
    frame = plain_frame("en", "Ann Hill – a former teacher – said no")
    assert insertion_before(frame, frame.lows.index("–", 3), 0) == 2
    assert insertion_before(plain_frame("en", "Ann Hill – said no"), 2, 0) == 0


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("dihubungi Antara", 1),
        ("ditemui oleh wartawan", 2),
        ("dikonfirmasi awak media", 1),
        ("ditemui Bupati Garut", 0),
        ("dihubungi Rabu malam", 0),
        ("ditemui di rumahnya", 0),
        ("dihubungi terpisah", 0),
        ("dihubungi", 0),
        ("dibantu Antara", 0),
    ],
)
def test_those_who_ask(text: str, wanted: int) -> None:
    assert asker(plain_frame("id", text), 0) == wanted
