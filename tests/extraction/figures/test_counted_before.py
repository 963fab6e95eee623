import pytest

from claims.extraction.figures.counted_before import phrase_before
from claims.extraction.figures.countedwords import counted_words
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan

BEFORE = [
    ("id", "korban tewas mencapai 45", "korban tewas"), ("id", "total WP sebanyak 19", "WP"), ("id", "pada hari itu 45", None),
    ("en", "the number of deaths reached 45", "deaths"), ("en", "rose to 45", None),
    ("en", "bringing total recoveries to 45", "total recoveries"), ("en", "the total stands at 45", "total"),
    ("en", "a cast of 45", "cast"), ("en", "houses were placed at 45", "houses"), ("en", "Membership hit 45", "Membership"),
    ("en", "Hill was 45. They like Hill very much", None),
    ("en", "arrests in Hull rose to 45", "arrests"), ("en", "cases of mumps across Kent reached 45", "cases of mumps"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "wanted"), BEFORE)
def test_the_noun_phrase_before_a_number(code: str, text: str, wanted: str | None) -> None:
    language = load(code)
    tokens = Tokens(Scan(text, language), 0, len(text), number_words(language).cuts)
    phrase = phrase_before(tokens, len(tokens) - 1, counted_words(language))
    assert (text[tokens.starts[phrase[0]] : tokens.ends[phrase[1] - 1]] if phrase else None) == wanted
