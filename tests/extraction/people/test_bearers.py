import pytest

from claims.extraction.frames import Frame
from claims.extraction.language import load
from claims.extraction.people.bearers import Run, after_titles, before_office, fills, is_nominal, past_number
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
        ("Gubernur BI Agus DW Martanto", "Agus DW Martanto"),
        ("Kepala Biro KPK Agung Sedana", "Agung Sedana"),
        ("Jaksa Agung Muda Rudi Hartana", "Rudi Hartana"),
    ],
)
def test_the_name_behind_titles(text: str, name: str) -> None:
    words = text.split()
    assert " ".join(words[after_titles(Run(words, speech_of(load("id")))) :]) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Seto Wibowo Ketua DPRD Solok", "Seto Wibowo"),
        ("Dokter Lim Swee Hong Direktur Medis Rumah Sakit Bakti", "Lim Swee Hong"),
        ("Ketua DPRD Solok Seto Wibowo", ""),
        ("Dwi Putra Jaya Laksana", ""),
    ],
)
def test_the_name_before_an_office(text: str, name: str) -> None:
    words = text.split()
    start, stop = before_office(Run(words, speech_of(load("id"))))
    assert " ".join(words[start:stop]) == name


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
