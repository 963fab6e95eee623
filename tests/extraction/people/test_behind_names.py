"""What the words behind a name tell of it."""

import pytest

from claims.extraction.language import load
from claims.extraction.people.behind_names import has_capitals, is_attribute, opens_deed
from claims.extraction.speech import speech_of


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("id", "Bantuan untuk Korban Banjir Tiba", True),
        ("id", "Pelatih Persada Seto Wibowo bersama pemainnya", False),
        ("en", "Aid Reaches Flood Victims", False),
    ],
)
def test_common_words_with_capitals(language: str, line: str, expected: bool) -> None:
    assert has_capitals(line, speech_of(load(language))) is expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [(" backers cheered", True), (" campaign said", True), (" said no", False), (", a nurse", False)],
)
def test_a_name_before_somebody_elses_noun_is_an_attribute(behind: str, expected: bool) -> None:
    assert is_attribute(behind, speech_of(load("en"))) is expected


@pytest.mark.parametrize(("low", "behind", "expected"), [("taking", " the stage", True), ("manning", " said", False)])
def test_a_sentence_that_opens_with_a_deed(low: str, behind: str, expected: bool) -> None:
    assert opens_deed(low, behind, speech_of(load("en"))) is expected
