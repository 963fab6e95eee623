import pytest

from claims.extraction.quotes.attribution import document_or_speaker, read_tail, tail_is_all
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


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "laporan itu", "document"),
        ("id", "juru bicara itu", "speaker"),
        ("en", "a poll by Harris", "document"),
        ("en", "a spokesman for the poll", "speaker"),
    ],
)
def test_documents_are_no_speakers(code: str, text: str, wanted: str) -> None:
    frame = plain_frame(code, text)
    assert document_or_speaker(frame, 0, len(frame.lows)) == wanted
