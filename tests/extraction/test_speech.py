import re

import pytest

from claims.extraction.language import available, load
from claims.extraction.speech import pattern_of, speech_of


def test_one_pattern_finds_each_word_alone() -> None:
    pattern = re.compile(pattern_of(["kata", "katanya", "di hadapan", "said"]))
    text = "Kata dia, berkata, katanya di\nhadapan perkataan kata-kata kataBudi said, saidy"
    assert [m.group() for m in pattern.finditer(text)] == ["Kata", "katanya", "di\nhadapan", "kata", "said"]


def test_no_words_find_nothing() -> None:
    assert re.search(pattern_of([]), "kata said") is None


@pytest.mark.parametrize("code", available())
def test_each_language_has_the_tables_of_the_others(code: str) -> None:
    mine, other = load(code).tables["quotes"], load("id").tables["quotes"]
    assert set(mine) == set(other)
    for section in ("sexes", "stands_for", "cues", "chain", "roles"):
        assert set(mine[section]) == set(other[section]), section


@pytest.mark.parametrize("code", available())
def test_each_cue_is_found_in_a_text(code: str) -> None:
    speech = speech_of(load(code))
    missed = [word for word in speech.kinds if not speech.cue.fullmatch(word)]
    assert not missed


def test_the_pronoun_hangs_on_the_cues_of_indonesian() -> None:
    kinds = speech_of(load("id")).kinds
    assert "own" in kinds["ujarnya"]
    assert "own" not in kinds["ujar"]
    assert not any("own" in classes for classes in speech_of(load("en")).kinds.values())


def test_titles_with_a_hyphen() -> None:
    speech = speech_of(load("en"))
    assert speech.is_title("co-founder")
    assert not speech.is_title("co-pay")
