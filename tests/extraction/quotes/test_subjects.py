import pytest

from claims.extraction.quotes.subjects import backward
from tests.extraction.speaking import plain_frame

CASES = [
    ("id", "Petugas P2BK, Andri Firmansah, mengatakan", "Andri Firmansah"),
    ("id", "Menteri Pertahanan Israel, Israel Katz menegaskan", "Israel Katz"),
    ("id", "Namun, tim hukum itu mengatakan", "tim hukum itu"),
    ("id", "Pada Rabu lalu Presiden Macron mengatakan", "Macron"),
    ("id", "Pertemuan itu terjadi setelah wakil menteri menyatakan", "wakil menteri"),
    ("id", "Adapun ia menilai", "ia"),
    (
        "id",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) mencatat",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)",
    ),
    ("en", "Cary Leahy, senior economist at the bank, said", "Cary Leahy"),
    ("en", "On Thursday, the judge, who is retiring, said", "the judge"),
    ("en", "But Dr. Alan Smith, who was not involved, cautioned", "Alan Smith"),
    ("en", "He won 25 games after he said", "he"),
    ("en", "Elan, Biogen and Pfizer said", "Biogen and Pfizer"),
    ("en", "The company has repeatedly said", "The company"),
]


@pytest.mark.parametrize(("code", "text", "name"), CASES)
def test_the_subject_in_front_of_a_cue(code: str, text: str, name: str) -> None:
    frame = plain_frame(code, text)
    phrase = backward(frame, len(frame.lows) - 1, 0)
    assert phrase is not None
    assert phrase.name == name


def test_no_subject_of_its_own() -> None:
    assert backward(plain_frame("id", "kemudian mengatakan"), 1, 0) is None
