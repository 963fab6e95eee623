import pytest

from claims.extraction.language import available, load
from claims.extraction.speech import speech_of


@pytest.mark.parametrize("code", available())
def test_each_language_has_the_tables_of_the_others(code: str) -> None:
    mine, other = load(code).tables["quotes"], load("id").tables["quotes"]
    assert set(mine) == set(other)
    for section in ("sexes", "stands_for", "cues", "chain", "roles"):
        assert set(mine[section]) == set(other[section]), section


def test_titles_with_a_hyphen() -> None:
    speech = speech_of(load("en"))
    assert speech.is_title("co-founder")
    assert not speech.is_title("co-pay")
