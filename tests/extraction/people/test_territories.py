import pytest

from claims.extraction.language import load
from claims.extraction.people.territories import stands_as_place
from claims.extraction.speech import speech_of


def told(text: str, place: str) -> bool:
    at = text.index(place)
    return stands_as_place(place, [(at, at + len(place))], [], text.lower(), speech_of(load("id")))


@pytest.mark.parametrize("text", ["Jalan di Kabupaten Tobasa rusak", "Warga Tobasa mengeluh", "Hujan turun di Tobasa"])
def test_a_small_word_of_places_tells_a_place(text: str) -> None:
    assert told(text, "Tobasa")


@pytest.mark.parametrize(
    "text", ["Wali Kota Tobasa datang", "Menurut Tobasa, hujan turun", "Kepala Desa Tobasa datang"]
)
def test_an_office_or_a_cue_before_a_name_tells_none(text: str) -> None:
    assert not told(text, "Tobasa")


def test_the_word_may_stand_in_the_run_that_the_name_ends() -> None:
    runs = [(0, "Kabupaten Tobasa")]
    speech = speech_of(load("id"))
    assert stands_as_place("Tobasa", [], runs, "kabupaten tobasa", speech)
    assert not stands_as_place("Tobasa", [], [(0, "Wali Kota Tobasa")], "wali kota tobasa", speech)
