import pytest

from claims.extraction.figures.counted import is_verb, phrase_after
from claims.extraction.figures.countedwords import counted_words
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import available, load
from claims.extraction.scan import Scan

AFTER = [
    ("id", "orang tewas", "orang"), ("id", "warga Gaza, mayoritas", "warga Gaza"), ("id", "unit rumah rusak berat", "unit rumah"), ("id", "sandera lainnya", "sandera"),
    ("id", "menteri hadir", "menteri"), ("id", "ditangkap polisi", None), ("id", "yang tersisa", None), ("id", "lagi pahatan seorang pria", "pahatan seorang pria"),
    ("en", "people died", "people"), ("en", "pirated DVDs and faked", "pirated DVDs"), ("en", "police officers were", "police officers"),
    ("en", "online journalists during", "online journalists"), ("en", "of the guns used", "guns"), ("en", "more people", "more people"),
    ("en", "have died", None), ("en", "were killed", None), ("en", "aired the film", None), ("en", "", None),
]  # fmt: skip


def tokens_of(text: str, code: str) -> Tokens:
    language = load(code)
    return Tokens(Scan(text, language), 0, len(text), number_words(language).cuts)


def words_of(text: str, tokens: Tokens, phrase: tuple[int, int] | None) -> str | None:
    return text[tokens.starts[phrase[0]] : tokens.ends[phrase[1] - 1]] if phrase else None


@pytest.mark.parametrize(("code", "text", "wanted"), AFTER)
def test_the_noun_phrase_behind_a_number(code: str, text: str, wanted: str | None) -> None:
    tokens = tokens_of(text, code)
    assert words_of(text, tokens, phrase_after(tokens, 0, counted_words(load(code)))) == wanted


@pytest.mark.parametrize("code", available())
def test_the_words_around_nouns_agree(code: str) -> None:
    words = counted_words(load(code))
    assert words.determiners <= words.stops
    assert not words.partitives & words.stops
    assert not [word for word in words.plurals if is_verb(word, words)]
    assert not [ending for ending in words.verb_endings if ending.endswith("s")]
