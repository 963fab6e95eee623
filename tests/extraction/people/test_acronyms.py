import pytest

from claims.extraction.language import load
from claims.extraction.people.acronyms import spelt_out, with_initials
from claims.extraction.speech import speech_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Data Badan Pangan Nusantara (BPN) naik.", [("BPN", "Badan Pangan Nusantara (BPN)")]),
        ("Menurut Dinas Kesehatan (Dinkes) kemarin", [("Dinkes", "Dinas Kesehatan (Dinkes)")]),
        ("Dia datang (BPN) kemarin.", []),
        ("Kata Rudi Hartono (RT) kemarin.", []),
    ],
)
def test_letters_stand_for_the_name_before_them(text: str, found: list[tuple[str, str]]) -> None:
    assert list(spelt_out(text, 0, len(text), speech_of(load("id")))) == found


@pytest.mark.parametrize(
    ("letters", "found"),
    [
        ("CCD", "Centers for Crop Disease and Pests"), ("CCDP", "Centers for Crop Disease and Pests"), ("CD", ""),
        ("NAB", ""), ("BM", ""),
        ("DOT", "U.S. Department of Trade"), ("KM", "Kesper Mills Corp."), ("MM", "Marlow Mills Inc"),
        ("RB", ""),
    ],
)  # fmt: skip
def test_letters_stand_for_a_body_named_elsewhere(letters: str, found: str) -> None:
    runs = [(0, "the Centers for Crop Disease and Pests"), (9, "Norah Anne Bell"), (20, "Bank")]
    runs += [(30, "The U.S. Department of Trade"), (40, "Kesper Mills Corp. and Marlow Mills Inc"), (50, "Rob Bell")]
    assert with_initials(runs, letters, speech_of(load("en"))) == found
