import pytest

from claims.extraction.frames import Frame
from claims.extraction.language import load
from claims.extraction.quotes.offices import (
    before_occasion,
    before_place,
    is_titled,
    joins_clauses,
    listed_office,
    pointed,
)
from claims.extraction.speech import speech_of


def frame_of(code: str, text: str) -> Frame:
    return Frame(text, (0, len(text)), speech_of(load(code)), ())


@pytest.mark.parametrize(
    ("code", "text", "titled"),
    [
        ("id", "Sosiolog Universitas Airlangga", True),
        ("id", "Rina Astuti Dewi", False),
        ("en", "The Privacy Commissioner", True),
        ("en", "Harold Finch", False),
    ],
)
def test_titles_in_capitals(code: str, text: str, titled: bool) -> None:
    frame = frame_of(code, text)
    assert is_titled(frame, 0, len(frame.lows)) is titled


def test_an_office_whose_name_is_a_list_has_one_holder() -> None:
    frame = frame_of("id", "Menteri Pendidikan, Kebudayaan, dan Riset Ratna Mulyani")
    holder = listed_office(frame, 0, frame.lows.index("dan"), len(frame.lows))
    assert holder is not None
    assert (holder.name, holder.first) == ("Ratna Mulyani", 0)
    assert listed_office(frame_of("id", "Budi, Ani, dan Cici"), 0, 4, 6) is None


def test_the_place_of_a_speech_ends_the_name() -> None:
    frame = frame_of("id", "Jaksa Agung Muda Rudi Hartono di Jakarta")
    person = before_place(frame, 0, len(frame.lows))
    assert person is not None
    assert person.name.endswith("Rudi Hartono")
    assert before_place(frame_of("id", "warga di Jakarta Utara"), 0, 4) is None
    office = frame_of("id", "Direktur Pelayanan Pasar Dalam Negeri Kemendag Rudi Hartono")
    assert before_place(office, 0, len(office.lows)) is None


def test_a_description_with_a_place_points_back() -> None:
    frame = frame_of("id", "pelatih asal Kepanjen, Jawa Timur itu")
    phrase = pointed(frame, [(0, 3), (4, 7)])
    assert phrase is not None
    assert (phrase.kind, phrase.name) == ("description", "pelatih asal Kepanjen, Jawa Timur itu")
    assert pointed(frame, [(0, 3), (4, 6)]) is None


def test_clauses_and_objects_before_a_name() -> None:
    joined = frame_of("en", "Two sheds were burnt and a neighbour")
    assert joins_clauses(joined, 0, joined.lows.index("and"))
    plain = frame_of("en", "Smith and a neighbour")
    assert not joins_clauses(plain, 0, 1)


def test_the_occasion_of_a_speech_is_no_part_of_its_subject() -> None:
    met = frame_of("id", "Budi Santosa saat ditemui wartawan")
    assert before_occasion(met, 0, len(met.lows)) == 2
    minister = frame_of("id", "warga panik ketika menteri pertanian")
    assert before_occasion(minister, 0, len(minister.lows)) == len(minister.lows)
    caught = frame_of("id", "Polisi menangkap Joko setelah diberi tahu Rudi")
    assert before_occasion(caught, 0, len(caught.lows)) == len(caught.lows)
    flanked = frame_of("id", "Kapolres Budi Santosa didampingi Kasat Joko")
    assert before_occasion(flanked, 0, len(flanked.lows)) == 3


def test_the_medium_of_a_speech_ends_the_name() -> None:
    frame = frame_of("id", "Budi Santosa dalam sambutannya di Gedung Sate")
    person = before_place(frame, 0, len(frame.lows))
    assert person is not None
    assert person.name == "Budi Santosa"
