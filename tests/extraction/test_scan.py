from claims.extraction.language import load
from claims.extraction.scan import Scan, lowered


def test_lower_case_keeps_every_offset() -> None:
    for text in ("Sekitar 1.400 ORANG", "İSTANBUL 5", "ẞ İ ΑΣ", "\ud800A"):
        assert len(lowered(text)) == len(text)
    assert lowered("İSTANBUL") == "İstanbul"


def test_a_new_scan_is_empty() -> None:
    scan = Scan("Lima orang.", load("id"))
    assert scan.lower == "lima orang."
    assert (scan.blocks, scan.paragraphs, scan.sentences, scan.quotes) == ([], [], [], [])


def test_hyphens_are_one_sign() -> None:
    assert lowered("A 34‑Year‐Old") == "a 34-year-old"


def test_a_text_read_again_is_the_same_copy() -> None:
    text = "Lima orang. " * 50
    first = Scan(text, load("id"))
    assert Scan("".join(text), load("id")).text is first.text
    assert Scan(" ".join(text.split(" ")), load("id")).text is first.text
