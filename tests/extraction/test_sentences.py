import pytest

from claims.extraction.language import load
from claims.extraction.sentences import split

CASES = [
    ("id", "Satu tewas. Dua luka.", ["Satu tewas.", "Dua luka."]),
    ("id", "Menurut Dr. Budi, 3.500 orang hadir. Ia pulang.", ["Menurut Dr. Budi, 3.500 orang hadir.", "Ia pulang."]),
    ("id", "Dimuat di Kompas.com pada Senin. Selesai.", ["Dimuat di Kompas.com pada Senin.", "Selesai."]),
    ("id", "Turun pada Mei 2025.Penurunan itu besar.", ["Turun pada Mei 2025.", "Penurunan itu besar."]),
    ("id", "Ia pulang ke rumah.Korban dibawa.", ["Ia pulang ke rumah.", "Korban dibawa."]),
    ("en", "Mr. Smith paid. He left.", ["Mr. Smith paid.", "He left."]),
    ("en", "The U.S. army left. It was late.", ["The U.S. army left.", "It was late."]),
    ("en", 'He said "Go." Then he left.', ['He said "Go."', "Then he left."]),
    ("en", "It rose 3.5 percent. so what", ["It rose 3.5 percent. so what"]),
    ("en", "J. K. Rowling wrote it. OK?", ["J. K. Rowling wrote it.", "OK?"]),
    ("en", 'She met J. "Buzz" Hill.', ['She met J. "Buzz" Hill.']),
    ("en", 'She posted it on X. "We are well," she wrote.', ["She posted it on X.", '"We are well," she wrote.']),
    ("en", "Really? Yes! Fine…", ["Really?", "Yes!", "Fine…"]),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_split(code: str, text: str, wanted: list[str]) -> None:
    assert [text[start:end] for start, end in split(text, 0, len(text), load(code))] == wanted


def test_offsets_are_of_the_whole_text() -> None:
    text = "Judul\nSatu. Dua."
    assert split(text, 6, len(text), load("id")) == [(6, 11), (12, 16)]
