import pytest

from claims.extraction.quotes.forms import is_noun, is_participle
from claims.extraction.quotes.said import Hit
from tests.extraction.speaking import frame


def hit_of(text: str) -> Hit:
    """The last cue of an English sentence."""
    read = frame("en", text)
    first, last, word = read.cues[-1]
    return Hit(read, first, last, word, read.speech.cues.kinds[word], [])


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("Storms hit three states before dawn.", True),
        ("The firm pays insurance claims by post.", True),
        ("The firm states that it is safe.", False),
        ("Hill reports that it is safe.", False),
    ],
)
def test_a_noun_that_looks_like_a_cue(text: str, noun: bool) -> None:
    assert is_noun(hit_of(text)) is noun


@pytest.mark.parametrize(
    ("text", "participle"),
    [
        ("Hill left when asked about the plan.", True),
        ("Hill said it was over.", False),
    ],
)
def test_what_happened_before_somebody_spoke(text: str, participle: bool) -> None:
    assert is_participle(hit_of(text)) is participle
