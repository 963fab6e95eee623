import pytest

from claims.extraction.quotes.terms import is_term
from tests.extraction.speaking import frame

MARKED = [
    ("en", 'He sang in the film "Blue Harbour" last year, he said.', True), ("en", 'The book is called "the long way", she said.', True),
    ("en", 'She said the plan was "a bad idea" today.', False), ("id", 'Ia bermain di film "Laut Biru", kata Budi.', True),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "term"), MARKED)
def test_titles_and_terms(code: str, text: str, term: bool) -> None:
    read = frame(code, text)
    ((at, mark),) = read.marked.items()
    assert is_term(read, at, mark) is term
