import pytest

from claims.extraction.language import load
from claims.extraction.people.honorifics import glued_title, is_degree, plain_name, without_degrees
from claims.extraction.speech import speech_of

INDONESIAN = speech_of(load("id"))


@pytest.mark.parametrize(
    ("word", "length"),
    [("H.Ahmad", 2), ("Drs.H.Suparmin", 6), ("KH.Makmun", 3), ("M.Si", 0), ("Ahmad", 0), ("Sp.KK", 0), ("H.", 0)],
)
def test_titles_that_lost_their_blank(word: str, length: int) -> None:
    assert glued_title(word, INDONESIAN) == length


@pytest.mark.parametrize(
    ("word", "degree"),
    [
        ("S.Pd", True),
        ("S.Pd.,", True),
        ("SPd", True),
        ("MM", True),
        ("Sp.KK", True),
        ("Mei", False),
        ("Sri", False),
        ("mm", False),
    ],
)
def test_degrees_by_their_form(word: str, degree: bool) -> None:
    assert is_degree(word, INDONESIAN) is degree


def test_a_name_that_is_nothing_else_keeps_its_words() -> None:
    assert without_degrees(["MM"], INDONESIAN) == ["MM"]
    assert without_degrees(["Rudi", "MM"], INDONESIAN) == ["Rudi"]


def test_a_plain_name_keeps_its_blanks() -> None:
    assert plain_name("Siti  Aminah", INDONESIAN) == "Siti  Aminah"
    assert plain_name("H.Rudi Hartana S.H M.H", INDONESIAN) == "Rudi Hartana"
    assert plain_name("Ann Hill MM", speech_of(load("en"))) == "Ann Hill MM"
