import pytest

from claims.extraction.frames import Frame
from claims.extraction.language import load
from claims.extraction.quotes.insertions import breaks_in, inserted_shape, is_verb, opens_with_adverbial
from claims.extraction.quotes.said import Hit
from claims.extraction.speech import speech_of


def frame_of(text: str) -> Frame:
    return Frame(text, (0, len(text)), speech_of(load("id")), ())


@pytest.mark.parametrize(
    ("text", "cue", "shape"),
    [
        ("Saat ini kata Marwan warga sudah pulang", "kata", "middle"),
        ("Harga beras kata Burhan akan naik", "kata", "middle"),
        ("Harga beras kata Burhan di pasar itu", "kata", None),
        ("Seribu kata baru dihafal anak itu", "kata", None),
        ("Harga yang kata Burhan akan naik itu turun", "kata", None),
    ],
)
def test_cue_and_speaker_between_the_parts_of_a_sentence(text: str, cue: str, shape: str | None) -> None:
    frame = frame_of(text)
    at = frame.lows.index(cue)
    said = inserted_shape(Hit(frame, at, at + 1, cue, frozenset({"inserted"}), []))
    assert (said.shape if said else None) == shape


def test_an_adverbial_has_no_verb() -> None:
    assert opens_with_adverbial(frame_of("Untuk itu ujar Lestari"), 2)
    assert not opens_with_adverbial(frame_of("Saat hujan turun kata Lestari"), 3)
    assert not opens_with_adverbial(frame_of("Harga beras kata Lestari"), 2)


@pytest.mark.parametrize(("word", "verb"), [("menyerang", True), ("akan", True), ("beras", False), ("warga", False)])
def test_verbs_by_form_and_by_list(word: str, verb: bool) -> None:
    assert is_verb(frame_of(word), 0) is verb


@pytest.mark.parametrize(
    ("text", "breaks"),
    [
        ("Hujan deras itu lanjutnya menyebabkan longsor", True),
        ("Saat ini tambahnya warga sudah pulang", True),
        ("Hujan deras itu dan lanjutnya menyebabkan longsor", False),
        ("Hujan deras itu lanjutnya", False),
        ("Hujan yang lanjutnya menyebabkan longsor", False),
    ],
)
def test_a_cue_with_its_pronoun_between_the_parts_of_a_sentence(text: str, breaks: bool) -> None:
    frame = frame_of(text)
    at = next(i for i, low in enumerate(frame.lows) if low in ("lanjutnya", "tambahnya"))
    hit = Hit(frame, at, at + 1, frame.lows[at], frozenset({"own", "inserted_own"}), [])
    assert breaks_in(hit) is breaks
