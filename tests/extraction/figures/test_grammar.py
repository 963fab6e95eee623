import pytest

from claims.extraction.figures.grammar import grammar_of
from claims.extraction.language import available, load


@pytest.mark.parametrize("code", available())
def test_every_phrase_with_a_number_is_anchored_at_it(code: str) -> None:
    grammar = grammar_of(load(code))
    for table in (grammar.idioms, grammar.event_names):
        for word, neighbours in table.items():
            for beside, rows in neighbours.items():
                for place, phrase in rows:
                    assert phrase[place] == word
                    assert beside in phrase[max(0, place - 1) : place] + phrase[place + 1 : place + 2]


def test_only_words_of_the_language_may_lose_their_blank() -> None:
    glue = grammar_of(load("id")).glue
    assert {"menewaskan", "sekitar", "hingga"} <= glue
    assert "mschultz" not in glue
