import pytest

from claims.extraction.quotes.nameless import nameless_shape
from claims.extraction.quotes.said import Hit
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "cue", "told"),
    [
        ('"Kami sudah pulang," kata kepada wartawan, Senin.', "kata", ["audience"]),
        ('"Kami sudah pulang," kata .', "kata", []),
        ('"Kami sudah pulang," kata, Senin.', "kata", []),
        ('"Kami sudah pulang," kata yang diulang-ulang.', "kata", None),
        ('"Kami sudah pulang", kata, bukan janji.', "kata", None),
        ('"Kami sudah pulang," kata Burhan.', "kata", None),
    ],
)
def test_a_cue_without_its_speaker(text: str, cue: str, told: list[str] | None) -> None:
    read = frame("id", text)
    at = read.lows.index(cue)
    said = nameless_shape(Hit(read, at, at + 1, cue, frozenset({"after"}), []))
    assert ([link.role for link in said.links] if said else None) == told


def test_english_has_no_such_cue() -> None:
    read = frame("en", '"We left," said on Monday.')
    at = read.lows.index("said")
    assert nameless_shape(Hit(read, at, at + 1, "said", frozenset({"after"}), [])) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('Ditambahkan, "Kami sudah pulang."', True),
        ("Ditambahkan, kami sudah pulang.", False),
        ('Hal itu ditambahkan, "Kami sudah pulang."', False),
    ],
)
def test_a_cue_in_front_of_a_quotation(text: str, found: bool) -> None:
    read = frame("id", text)
    at = read.lows.index("ditambahkan")
    said = nameless_shape(Hit(read, at, at + 1, "ditambahkan", frozenset({"opening"}), []))
    assert (said is not None and said.shape == "before") == found
