import re

from claims.extraction.language import load
from claims.extraction.scan import Scan, is_capital, lowered, signs_in, words_in

WORD = re.compile(r"[^\W\d_]+|\d+|,")
MIXED = re.compile(r"[^\W_]+|[.,]")


def test_lower_case_keeps_every_offset() -> None:
    for text in ("Sekitar 1.400 ORANG", "İSTANBUL 5", "ẞ İ ΑΣ", "\ud800A"):
        assert len(lowered(text)) == len(text)
    assert lowered("İSTANBUL") == "İstanbul"


def test_plain_words_keep_every_offset() -> None:
    for text in ("Sekitar 1.400 ORANG-nya", "İSTANBUL ½ é٣5", "ẞ İ ΑΣ\n", "\ud800A 🙂b"):
        scan = Scan(text, load("id"))
        assert len(scan.plain) == len(text)
        plain = "".join(char if "a" <= char <= "z" else "0" if "0" <= char <= "9" else " " for char in scan.lower)
        assert scan.plain == plain


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


def test_signs_stand_where_a_pattern_of_them_finds_them() -> None:
    for text in ("", "..", "a. B! …?", "“a.”"):
        found = [match.start() + 1 for match in re.finditer("[.!…]", text)]
        assert signs_in(".!…", f".{text}.", 1, len(text) + 1) == found


def test_capitals_are_those_of_any_script() -> None:
    for char in "aAzZ@[`{5 éÉßẞДдⅫǅ":
        assert is_capital(f"x{char}", 1) == char.isupper()


def test_words_are_those_of_the_pattern_wherever_blanks_stand() -> None:
    for text in (
        "Lima  orang,lima\u00a0ekor, 12km a5a.",
        " ,a ",
        "a",
        "",
        "Ünal ½ ²b",
        "5, ² 12, ekor,, 1,2, ٣, -, a5. a٣, 5. b.",
    ):
        for pattern, mixed in ((WORD, False), (MIXED, True)):
            matches = list(pattern.finditer(text))
            found = words_in(f"-{text}-", 1, len(text) + 1, pattern, mixed=mixed, stops=mixed)
            assert found == ([m[0] for m in matches], [m.start() + 1 for m in matches], [m.end() + 1 for m in matches])


def test_no_more_words_are_read_than_asked_for() -> None:
    for text in ("a b c d e", "a,b,c,d,e", "a b,,c", ",,,,, a", "a b", ""):
        some, every = (words_in(text, 0, len(text), WORD, most, mixed=False, stops=False) for most in (3, len(text)))
        assert some == tuple(part[:3] for part in every)
