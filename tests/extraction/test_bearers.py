import pytest

from claims.extraction.bearers import after_titles, fills, is_nominal, past_number
from claims.extraction.frames import Frame
from claims.extraction.language import load
from claims.extraction.speech import speech_of


def frame_of(text: str) -> Frame:
    return Frame(text, (0, len(text)), speech_of(load("id")), ())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Direktur Penyakit Tular Vektor dan Zoonotik Kemenkes Sinta Nadya", "Sinta Nadya"),
        ("Bupati Sleman Rudi Hartana", "Rudi Hartana"),
        ("Rudi Hartana", "Rudi Hartana"),
        ("Kepala Dinas Kesehatan", ""),
    ],
)
def test_the_name_behind_titles(text: str, name: str) -> None:
    frame = frame_of(text)
    run = after_titles(frame, list(range(len(frame.lows))))
    assert (frame.words(run[0], run[-1] + 1) if run else "") == name


def test_a_number_and_the_place_of_a_school_are_no_name() -> None:
    frame = frame_of("Kepala SMPN 3 Wonolelo Wartini")
    assert past_number(frame, [3, 4], [0, 1, 2, 3, 4]) == [4]
    frame = frame_of("Ketua RT 05 Sumarno")
    assert past_number(frame, [2, 3], [0, 1, 2, 3]) == [3]


def test_nouns_by_prefix_and_suffix() -> None:
    assert is_nominal("pengendalian", speech_of(load("id")))
    assert not is_nominal("kurniawan", speech_of(load("id")))
    assert not is_nominal("pengendalian", speech_of(load("en")))
    assert fills(frame_of("Pengendalian"), 0)
