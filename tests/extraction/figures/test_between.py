import pytest

from claims.extraction.figures.between import before_apposition, before_places, pace_start
from claims.extraction.figures.countedwords import counted_words
from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan

WORDS = counted_words(load("en"))


def tokens_of(text: str) -> Tokens:
    language = load("en")
    return Tokens(Scan(text, language), 0, len(text), number_words(language).cuts)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("arrests in Hull", "arrests"),
        ("employment in construction", "employment"),
        ("the arrest in Hull", "hull"),
        ("arrests, in Hull", "hull"),
    ],
)
def test_places_behind_a_noun(text: str, last: str) -> None:
    tokens = tokens_of(text)
    assert tokens.words[before_places(tokens, len(tokens) - 1, WORDS)] == last


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("sales of the truck, the best seller, fell", "truck"),
        ("sales of the truck, which rivals Elm, Tay and Kent, fell", "truck"),
        ("it sold; the truck, fell", ","),
        ("the boy, 12, fell", ","),
        ("the truck, the best seller, was", ","),
    ],
)
def test_what_is_put_in_between_commas(text: str, last: str) -> None:
    tokens = tokens_of(text)
    assert tokens.words[before_apposition(tokens, len(tokens) - 2, WORDS)] == last


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("sales rose to an annual rate of 4", ["an", "annual", "rate", "of"]),
        (
            "sales ran at a seasonally adjusted annual pace of 4",
            ["a", "seasonally", "adjusted", "annual", "pace", "of"],
        ),
        ("the birth rate of 4", []),
        ("sales rose to 4", []),
    ],
)
def test_a_rate_of_what_is_counted(text: str, rest: list[str]) -> None:
    tokens = tokens_of(text)
    last = len(tokens) - 1
    assert tokens.words[pace_start(tokens, last, WORDS) : last] == rest
