import pytest

from claims.extraction.language import available, load
from claims.extraction.lines import marks_of
from claims.extraction.scan import Scan


@pytest.mark.parametrize("code", available())
def test_no_inline_phrase_is_passed_over(code: str) -> None:
    table = load(code).tables["blocks"]
    for phrase in [
        *table["inline_adverts"],
        *(f"{word}{end}" for word in table["inline_teasers"] for end in (":", " |")),
    ]:
        found = marks_of(load(code)).inline_in(Scan(f"x {phrase} y {phrase}", load(code)))
        assert [end - start for start, end in found] == [len(phrase)] * 2, phrase
    assert marks_of(load(code)).inline_in(Scan("x: [y] z", load(code))) == []
