import pytest

from claims.extraction.quotes.attribution import read_tail, tail_is_all
from tests.extraction.speaking import plain_frame

TAILS = [
    ("id", "kepada wartawan, Senin (3/3)", [("audience", "kepada wartawan")]),
    (
        "id",
        "dalam sebuah pernyataan tertulis, dikutip Reuters",
        [("medium", "dalam sebuah pernyataan tertulis"), ("relay", "Reuters")],
    ),
    ("id", "di Jakarta, Rabu, seperti dilansir Antara", [("relay", "Antara")]),
    ("id", "dikutip dari keterangan resmi", [("medium", "keterangan resmi")]),
    ("id", "di X", [("medium", "di X")]),
    ("id", "di ESPN", [("relay", "ESPN")]),
    ("id", "saat dihubungi", []),
    ("id", "saat dihubungi Kabar Pesisir, Rabu (3/4)", [("audience", "Kabar Pesisir")]),
    ("id", "ketika ditemui wartawan di kantornya", [("audience", "wartawan")]),
    (
        "id",
        "saat dikonfirmasi oleh Warta Daerah lewat telepon",
        [("audience", "Warta Daerah"), ("medium", "lewat telepon")],
    ),
    ("id", "saat ditemui Bupati Wonoasri", []),
    ("id", "saat dihubungi Rabu malam", []),
    ("id", "saat ditemui di kantornya, Senin", []),
    ("id", ", MD, melansir Warta Sehat, Senin", [("relay", "Warta Sehat")]),
    ("id", ", dari Universitas Wonoasri dikutip dari Antara", [("relay", "Antara")]),
    ("en", "in a statement on Monday", [("medium", "in a statement")]),
    ("en", "to reporters at a news conference", [("audience", "to reporters"), ("medium", "at a news conference")]),
    ("en", "on Friday, as quoted by Interfax", [("relay", "Interfax")]),
    ("en", "on Friday", []),
]


@pytest.mark.parametrize(("code", "text", "wanted"), TAILS)
def test_the_tail_of_an_attribution(code: str, text: str, wanted: list[tuple[str, str]]) -> None:
    frame = plain_frame(code, text)
    assert [(link.role, frame.words(link.first, link.last)) for link in read_tail(frame, 0).links] == wanted


def test_a_number_behind_a_cue_is_no_time() -> None:
    assert read_tail(plain_frame("en", "42 people died"), 0, spoken=False).end == 0


def test_a_tail_that_is_all() -> None:
    assert tail_is_all(plain_frame("id", "kepada wartawan, Senin (3/3)"), 0)
    assert not tail_is_all(plain_frame("id", "kepada wartawan bahwa air naik"), 0)
