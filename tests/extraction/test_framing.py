import pytest

from claims.extraction.framing import framed
from claims.extraction.marks import find_marked
from claims.extraction.speech import speech_of
from tests.extraction.speaking import scan_of


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", '"Satu. Dua. Tiga," kata Budi. Lalu ia pergi.', ['"Satu. Dua. Tiga," kata Budi.', "Lalu ia pergi."]),
        ("id", '"Kami pulang." Ujarnya.', ['"Kami pulang." Ujarnya.']),
        ("en", 'Ann Hill said:\n"It is over."', ['Ann Hill said:\n"It is over."']),
        ("en", "The plan of\nthe council\n, which met, is dead.", ["The plan of\nthe council\n, which met, is dead."]),
        ("en", '"Why wait?" Ann Hill said, comparing it.', ['"Why wait?" Ann Hill said, comparing it.']),
        ("en", "It rained. It stopped.", ["It rained.", "It stopped."]),
    ],
)
def test_what_belongs_together_is_one_frame(code: str, text: str, wanted: list[str]) -> None:
    scan = scan_of(code, text)
    spans = framed(scan, speech_of(scan.language), find_marked(text, scan.paragraphs))
    assert [text[start:end] for start, end in spans] == wanted
