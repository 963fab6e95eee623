import pytest

from claims.extraction.grammar import grammar_of
from claims.extraction.language import available, load


@pytest.mark.parametrize("code", available())
def test_every_phrase_with_a_number_is_anchored_at_it(code: str) -> None:
    grammar = grammar_of(load(code))
    for table in (grammar.idioms, grammar.event_names):
        for word, rows in table.items():
            for place, phrase in rows:
                assert phrase[place] == word


def test_only_words_of_the_language_may_lose_their_blank() -> None:
    glue = grammar_of(load("id")).glue
    assert {"menewaskan", "sekitar", "hingga"} <= glue
    assert "mschultz" not in glue
