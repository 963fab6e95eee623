import pytest

from claims.extraction.frames import QUOTED, after_dateline
from tests.extraction.speaking import frame, frames, plain_frame


def test_a_quotation_is_one_word() -> None:
    read = frame("id", '"Air naik. Kami lari," kata Budi.')
    assert read.lows == [QUOTED, "kata", "budi"]
    assert [read.words(first, last) for first, last, _ in read.cues] == ["kata"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("kata David kepadaTempo", ["kata", "david", "kepada", "tempo"]),
        ("dilansirReuters", ["dilansir", "reuters"]),
        ("FIFAlangsung menjawab", ["fifa", "langsung", "menjawab"]),
        ("Rp18,2 triliun (naik 9,08%)", ["rp18,2", "triliun", "(", "naik", "9,08%", ")"]),
        ("iPhone McCain", ["iphone", "mccain"]),
    ],
)
def test_words(text: str, wanted: list[str]) -> None:
    read = plain_frame("id", text)
    assert read.lows == wanted
    assert [text[start:end].lower() for start, end in zip(read.starts, read.ends, strict=True)] == wanted


def test_a_full_stop_inside_a_quotation_ends_no_sentence() -> None:
    texts = ['"Satu. Dua. Tiga," kata Budi. Lalu ia pergi.', '"Satu," kata Budi. "Dua."']
    assert [len(frames("id", text)) for text in texts] == [1, 2]


def test_a_sentence_without_quotation_or_cue_is_left_out() -> None:
    assert frames("id", "Hujan turun. Jalan licin.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("LONDON (Reuters) - Prices fell", "Prices"),
        ("Jakarta -- Harga turun lagi", "Harga"),
        ("Prices fell - again", "Prices"),
    ],
)
def test_datelines_are_passed(text: str, wanted: str) -> None:
    read = plain_frame("en", text)
    assert read.words(after_dateline(read), after_dateline(read) + 1) == wanted


def test_a_long_sentence_is_read_only_so_far() -> None:
    assert len(plain_frame("en", "word " * 5000).lows) <= 251
    assert len(frame("en", "word " * 249 + '"We lost it all," he said ' + "word " * 600).lows) <= 251


def test_names_with_a_small_particle_are_capitals() -> None:
    read = plain_frame("id", "Mohammed al-Ansari anak-anak")
    assert [read.capital(i) for i in range(3)] == [True, True, False]
