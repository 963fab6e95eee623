import pytest

from claims.extraction.figures.writing import groups_thousands, lettered, letters_of_money, plays, tells_inside


@pytest.mark.parametrize(
    ("text", "sign", "grouped"),
    [
        ("It cost 1,400 in all.", ",", True), ("It cost 1.400 in all.", ",", False), ("Biayanya 1.400.", ".", True),
        ("It cost 1,4000 in all.", ",", False),
    ],
)  # fmt: skip
def test_the_sign_between_thousands(text: str, sign: str, grouped: bool) -> None:
    assert groups_thousands(text, sign) is grouped


def test_what_an_article_is_about() -> None:
    assert plays("a wicket of this cricket match", ("wicket", "cricket"))
    assert not plays("a sticky wicket", ("wicket", "cricket"))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("R1.2 billion and N500 million", {"R", "N"}),
        ("P50,000 each", {"P"}),
        ("the R21 road", set()),
        ("XR1.2bn", set()),
    ],
)
def test_the_letters_before_money(text: str, letters: set[str]) -> None:
    assert letters_of_money(text, lettered(["bn"], ["billion", "million"])) == letters


@pytest.mark.parametrize(
    ("text", "led", "told"),
    [
        ("Fox 2 fell. Old Fox 2 rose.", True, False),
        ("Fox 2 fell when Fox 2 rose.", False, True),
        ("Four Oaks won against their rivals Four Oaks at home.", True, True),
        ("Four Oaks Beat Four Oaks Again at Home.", True, False),
        ("Four Oaks won against their rivals Four Oaks.", True, False),
    ],
)
def test_a_pair_told_inside_a_sentence(text: str, led: bool, told: bool) -> None:
    assert tells_inside(text, 0, 5 if text.startswith("Fox") else 9, led=led) is told
