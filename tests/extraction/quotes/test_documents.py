import pytest

from claims.extraction.people.phrases import describe
from claims.extraction.quotes.documents import document_or_speaker, names_informant, origin
from tests.extraction.speaking import plain_frame


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


def test_a_source_close_to_something_is_a_person() -> None:
    frame = plain_frame("en", "a source close to the talks")
    assert names_informant(frame, 0, len(frame.lows))


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("id", "data dinas itu", "document"),
        ("id", "warga sekitar", "speaker"),
        ("en", "the report", "document"),
        ("en", "Ann Hill", "speaker"),
    ],
)
def test_where_words_come_from(code: str, text: str, wanted: str) -> None:
    frame = plain_frame(code, text)
    assert origin(frame, describe(frame, 0, len(frame.lows))) == wanted
