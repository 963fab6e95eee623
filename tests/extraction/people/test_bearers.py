import pytest

from claims.extraction.frames import Frame
from claims.extraction.language import load
from claims.extraction.people.bearers import (
    Run,
    after_titles,
    before_office,
    fills,
    is_nominal,
    past_number,
    past_numbered,
)
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
        ("Sumarno Ketua DPRD Solok", "Sumarno"),
        ("Menurut Seto Wibowo Ketua DPRD Solok", "Seto Wibowo"),
        ("Sumarno Ketua DPRD Seto", ""),
        ("Istri Ketua DPRD Solok", ""),
        ("Mantan Ketua DPRD Solok", ""),
        ("Tadinya Ketua DPRD Solok", ""),
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


@pytest.mark.parametrize(
    ("code", "text", "at"),
    [("id", "PLTU Belo-1 Idris Marhan", 2), ("id", "Idris Marhan", 0), ("en", "Plant-1 Ann Hill", 0)],
)
def test_the_number_of_a_thing_in_front_of_a_name(code: str, text: str, at: int) -> None:
    assert past_numbered(text.split(), speech_of(load(code))) == at
