import pytest

from claims.extraction.quotes.objects import forward
from tests.extraction.speaking import plain_frame

CASES = [
    ("id", "Sony di Jakarta, Rabu", "Sony", None, "di"),
    ("id", "David cuaca saat itu baik", "David", None, "cuaca"),
    ("id", "Kepala BPBD, Suharyanto, kepada wartawan", "Suharyanto", "Kepala BPBD", ","),
    ("id", "Sutrisno, petani asal Demak", "Sutrisno", "petani asal Demak", ""),
    ("id", "dokter anak RS Harapan, dr. Bayu Segara", "Bayu Segara", "dokter anak RS Harapan", ""),
    ("id", "laporan, Marzook pergi", "laporan", None, ","),
    ("id", "dia, Senin", "dia", None, ","),
    (
        "id",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG), cuaca",
        "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)",
        None,
        ",",
    ),
    ("id", "warga di Pasar Garut, Selasa", "warga", None, "di"),
    (
        "en",
        "Robert Egge, executive director of the movement, whose",
        "Robert Egge",
        "executive director of the movement",
        ",",
    ),
    ("en", "Ian Hunter at Goodbody", "Ian Hunter", None, "at"),
    ("en", "the county's chief engineer, Tom Okafor", "Tom Okafor", "the county's chief engineer", ""),
    ("en", "her neighbour, Tom Eklund", "Tom Eklund", "her neighbour", ""),
]


@pytest.mark.parametrize(("code", "text", "name", "role", "following"), CASES)
def test_the_phrase_behind_a_cue(code: str, text: str, name: str, role: str | None, following: str) -> None:
    frame = plain_frame(code, text)
    phrase = forward(frame, 0)
    assert phrase is not None
    assert (phrase.name, phrase.role) == (name, role)
    assert frame.words(phrase.last, phrase.last + 1 if phrase.last < len(frame.lows) else phrase.last) == following


def test_nothing_behind_the_last_word() -> None:
    assert forward(plain_frame("id", "kata"), 1) is None
