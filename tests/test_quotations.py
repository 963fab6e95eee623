"""Whether a page has the words of a quote."""

import pytest

from claims.quotations import compare_words

PAGE = (
    "MOSCOW — The minister spoke on Thursday.\n\n“We have always supported contacts,” Mr Petrov told state media. “Especially in this "
    "situation, [a meeting] will help to solve practical questions, including the release of 1,400 hostages.”\n"
    "Kata juru bicara itu: 'Kami tidak akan pergi - tidak hari ini, tidak besok.'"
)

CASES = [
    # quote, finding, words on the page
    ('"We have always supported contacts,"', "matches", "We have always supported contacts"),
    ("«we  have always\nsupported contacts»", "matches", "We have always supported contacts"),
    (
        "Kami tidak akan pergi — tidak hari ini, tidak besok",
        "matches",
        "Kami tidak akan pergi - tidak hari ini, tidak besok",
    ),
    (
        "Especially in this situation, ... will help to solve practical questions",
        "matches",
        "Especially in this situation, [a meeting] will help to solve practical questions",
    ),
    (
        ["We have always supported contacts", "Especially in this situation"],
        "matches",
        "We have always supported contacts,” Mr Petrov told state media. “Especially in this situation",
    ),
    (["Especially in this situation", "We have always supported contacts"], "missing", None),
    (
        "will help to solve practical questions, including the release of 1,200 hostages",
        "ambiguous",
        "will help to solve practical questions, including the release of 1,400 hostages",
    ),
    ("We have never supported contacts of that kind with anyone", "missing", None),
    ("contacts", "matches", "contacts"),
    ("contact", "missing", None),
    ("We have supported contacts", "missing", None),
    ("The weather will be fine on all days of next week", "missing", None),
    ("…", "missing", None),
    ("", "missing", None),
]


@pytest.mark.parametrize(("quote", "finding", "words"), CASES)
def test_quoted_words_are_found_near_or_missing(quote: str | list[str], finding: str, words: str | None) -> None:
    heard = compare_words(quote, PAGE)
    assert heard.finding.kind == finding
    assert (PAGE[heard.start : heard.end] if heard.start is not None else None) == words
    assert heard.finding.says.render()


def test_nothing_is_heard_on_an_empty_page() -> None:
    assert compare_words("We have always supported contacts", "").finding.kind == "missing"


def test_a_far_away_second_half_is_another_statement() -> None:
    page = "We have always supported contacts. " + "Something else. " * 100 + "Especially in this situation."
    assert (
        compare_words("We have always supported contacts… Especially in this situation", page).finding.kind == "missing"
    )
