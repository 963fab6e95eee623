import pytest

from claims.extraction.quotes.outlets import is_medium, names_outlet, object_end, taken_end
from tests.extraction.speaking import plain_frame


@pytest.mark.parametrize(
    ("code", "text", "named"),
    [
        ("en", "The Cape Times", True),
        ("en", "Reuters", True),
        ("en", "the chimes", False),
        ("id", "Padangkita.com", True),
    ],
)
def test_the_name_of_an_outlet(code: str, text: str, *, named: bool) -> None:
    frame = plain_frame(code, text)
    assert names_outlet(frame, 0, len(frame.lows)) is named


@pytest.mark.parametrize(
    ("code", "text", "medium"),
    [
        ("en", "in a long statement", True),
        ("en", "in a long coat", False),
        ("en", "statement in a coat", False),
        ("id", "dalam keterangan tertulis", True),
        ("id", "saat dimintai keterangan", False),
    ],
)
def test_a_medium_by_its_noun(code: str, text: str, *, medium: bool) -> None:
    assert is_medium(plain_frame(code, text), 0) is medium


@pytest.mark.parametrize(
    ("text", "end"), [("the Cape Times that", "the Cape Times"), ("reporters on Monday", "reporters")]
)
def test_where_the_object_of_a_preposition_ends(text: str, end: str) -> None:
    frame = plain_frame("en", text)
    assert frame.words(0, object_end(frame, 0)) == end


@pytest.mark.parametrize(
    ("code", "text", "end"),
    [
        ("id", "dari Bulu Tangkis Belo", "dari Bulu Tangkis Belo"),
        ("id", "dari laman klub", "dari laman klub"),
        ("id", "dari Jakarta", ""),
        ("id", "dari rumahnya", ""),
        ("id", "dalam Rapat Umum", ""),
        ("en", "from Harbour Times", ""),
    ],
)
def test_whence_an_outlet_has_what_it_passes_on(code: str, text: str, end: str) -> None:
    frame = plain_frame(code, text)
    assert frame.words(0, taken_end(frame, 0)) == end
