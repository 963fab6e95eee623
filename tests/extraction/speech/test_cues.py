import pytest

from claims.extraction.language import available, load
from claims.extraction.scan import Scan
from claims.extraction.speech import speech_of


@pytest.mark.parametrize("code", available())
def test_each_cue_is_found_in_a_text(code: str) -> None:
    language = load(code)
    speech = speech_of(language)
    missed = [word for word in speech.cues.kinds if not speech.cues.pattern.fullmatch(word)]
    assert not missed
    for word in speech.cues.kinds:
        for text in (word, f"X, {word.capitalize()}.", f"“{word}\u00a0", f"{word[0]}\n{word}"):
            last = text.lower().rindex(word)
            assert speech.cues.found_in(Scan(text, language)) == [(last, last + len(word), word)], text


def test_a_cue_hangs_on_no_hyphen() -> None:
    for hyphen in "-\u2010\u2011":
        assert [
            at for at, _, _ in speech_of(load("id")).cues.found_in(Scan(f"desas{hyphen}kata, kata", load("id")))
        ] == [12]


def test_the_pronoun_hangs_on_the_cues_of_indonesian() -> None:
    kinds = speech_of(load("id")).cues.kinds
    assert "own" in kinds["ujarnya"]
    assert "own" not in kinds["ujar"]
    assert not any("own" in classes for classes in speech_of(load("en")).cues.kinds.values())


def test_a_verb_of_several_is_told_by_its_other_forms() -> None:
    plural = speech_of(load("en")).cues.plural_verbs
    assert {"argue", "call for"} <= plural
    assert not {"argues", "argued", "calls for"} & plural
    assert not speech_of(load("id")).cues.plural_verbs
