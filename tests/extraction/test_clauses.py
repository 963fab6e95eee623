import pytest

from claims.extraction.clauses import has_verb, is_verb_at
from tests.extraction.speaking import plain_frame

CLAUSES = [
    ("en", "the plan was legal", True), ("en", "costs have risen", True), ("en", "seats on some routes", False), ("en", "he left", True),
    ("en", "the times he ran in June", False), ("en", "the gun he used was found", True), ("id", "harga naik dan mengkhawatirkan warga", True),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "clause"), CLAUSES)
def test_a_clause_has_a_verb(code: str, text: str, clause: bool) -> None:
    frame = plain_frame(code, text)
    assert has_verb(frame, 0, len(frame.lows)) is clause


@pytest.mark.parametrize(("text", "verb"), [("was", True), ("jumped", True), ("seats", False), ("Fred", False)])
def test_a_verb_by_its_form(text: str, verb: bool) -> None:
    assert is_verb_at(plain_frame("en", text), 0) is verb
