"""The claim's own sentence, where a page repeats it."""

from decimal import Decimal

import pytest

from claims.comparison import Expected
from claims.locating import Page, locate
from claims.locating.claim import Claim
from claims.locating.evidence import candidate
from claims.locating.repeated import BESIDE, OWN, is_repeated

SENTENCE = "The flood carried off 12 bridges, 40 mills and 7 granaries along the Liran."
MILLS = Expected(value=Decimal(40), counted="mills", event="damaged", context=SENTENCE)
OTHERS = "In the hills 39 mills were damaged by the wind."


def said(text: str, claim: Expected = MILLS) -> tuple[str, Decimal | None]:
    answer = locate(claim, Page(text, "en", None))
    return answer.outcome, answer.read.value if answer.read and answer.outcome == "found" else None


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (f"{SENTENCE}\n\n{OTHERS}", ("found", Decimal(40))),
        (f"{SENTENCE.replace('40', '52')}\n\n{OTHERS}", ("found", Decimal(52))),
        # other words, another place: nothing tells which of the two it is
        (f"{SENTENCE.replace('Liran', 'Osk')}\n\n{OTHERS}", ("ambiguous", None)),
    ],
)
def test_the_number_in_the_claims_place_is_the_claims(text: str, answer: tuple[str, Decimal | None]) -> None:
    assert said(text) == answer


def test_a_number_that_the_claims_sentence_gives_for_something_else_is_not_the_claims() -> None:
    page, claim = Page(SENTENCE, "en", None), Claim(MILLS)
    told = {figure.value: candidate(claim, page, figure) for figure in page.figures}
    assert told[Decimal(40)].has(OWN)
    assert told[Decimal(12)].is_others
    assert told[Decimal(12)].has(BESIDE)


def test_a_number_beside_the_claims_is_offered_at_most_on_another_page() -> None:
    sentence = "In Aren 35 people were hurt and 30 sent home."
    hurt = Expected(value=Decimal(35), counted="people", event="injured", place="Aren", context=sentence)
    assert said("In Aren 31 people were hurt.", hurt) == ("found", Decimal(31))
    assert said("In Aren 30 people were hurt.", hurt)[0] == "ambiguous"


def test_what_the_sentence_says_against_a_figure_the_claim_says_too() -> None:
    before = "A year earlier the Liran had carried off 12 bridges near the market town."
    claim = Expected(value=Decimal(12), counted="bridges", context=before)
    assert said(before, claim) == ("found", Decimal(12))
    assert said(before.replace("market town", "old fort"), claim)[0] != "found"


def test_a_sentence_of_few_words_is_everybodys() -> None:
    claim = Claim(Expected(value=Decimal(12), counted="people", event="killed", context="12 people were killed."))
    page = Page("9 people were killed.", "en", None)
    assert not is_repeated(claim, page, page.figures[0])


def test_a_newer_figure_makes_the_repeated_one_doubtful() -> None:
    text = "Bus crash near Aren killed 12 people on their way to market."
    claim = Expected(value=Decimal(12), counted="people", event="killed", place="Aren", context=text)
    assert said(text, claim) == ("found", Decimal(12))
    assert said(f"In Aren 15 people were killed when a bus fell from a bridge.\n\n{text}", claim)[0] == "ambiguous"
