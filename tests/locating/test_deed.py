"""What happened to what is counted, and why."""

from typing import Any

import pytest

from claims.locating.values import APART, OTHER, SAME, UNSAID
from tests.locating.telling import stands_in

TOLL = {"event": "killed", "context": "The earthquake in Cianjur killed 331 people."}
TOWN = {"counted": "houses", "context": "The town has 331 houses."}

SEAT = {"counted": None, "unit": "percent", "context": "Pasangan nomor urut 2 meraih 331 persen."}

YEARLY = {"counted": None, "unit": "percent", "context": "Annual inflation was 331 percent."}
PLATINUM = {"unit": "IDR", "counted": "platina", "context": "Harga platina Rp 331 per gram."}

HOME = {"context": "Malaysia has sent home 331 people."}
RATE = {"event": "unemployed", "unit": "percent", "context": "The unemployment rate is 331 percent."}
QUARTERLY = {"unit": "USD", "counted": "net profit", "context": "Its quarterly net profit was $331."}
AREA = {"event": "damaged", "unit": "hectare", "context": "The fire burned 331 hectares."}
BLAST = {"event": "injured", "context": "A blast in Peshawar injured 331 people."}

CASES = [
    (PLATINUM, "Harga perak Rp 450 per gram.", "goods", {OTHER}),
    (PLATINUM, "Harga platina Rp 450 per gram.", "goods", {SAME}),
    (PLATINUM, "Harganya Rp 450 per gram.", "goods", {APART}),
    (YEARLY, "Report\n\nInflation so far was 450 percent. Annual inflation was 2 percent.", "basis", {APART}),
    (YEARLY, "Inflation was 450 percent.", "basis", set()),
    (SEAT, "Nomor urut 2 mendapat 450 persen.", "number of several", {SAME}),
    (SEAT, "Nomor urut 3 mendapat 450 persen.", "number of several", {OTHER}),
    (TOLL, "Some 450 have sunk since May, killing 1,000 people.", "event", {APART}),
    (TOLL, "Some 450 people and 1,000 horses were killed.", "event", {SAME}),
    (RATE, "In the third quarter the unemployment rate was 450 percent.", "stretch", set()),
    (QUARTERLY, "Net profit in the third quarter was $450.", "stretch", set()),
    (QUARTERLY, "Net profit in the first nine months was $450.", "stretch", {APART}),
    (AREA, "The fire destroyed 450 hectares.", "severity", set()),
    # claim, page, dimension, answers
    (TOLL, "The quake claimed 450 people.", "event", {SAME}),
    (TOLL, "The group claims 450 people as members.", "event", {UNSAID}),
    (
        TOLL,
        "Rescuers searched for missing people after a quake that was said to have cost the lives of 450.",
        "action",
        set(),
    ),
    (HOME, "It has brought home 450 people.", "action", set()),
    (HOME, "Some 450 people are still there.", "action", {OTHER}),
    (BLAST, "Suicide blast in Peshawar\n\nAt least 450 people were injured in the attack.", "cause", set()),
    (BLAST, "Night in Peshawar\n\nAt least 450 people were injured in the attack.", "cause", {APART}),
    (TOLL, "Of 450 climbers, 24 were killed.", "event", {APART}),
    ({**PLATINUM, "counted": "Pertala 92"}, "Pertala 95 dijual Rp 450 per liter, Pertala 92 Rp 400.", "goods", {APART}),
    (TOLL, "The quake killed 450 people.", "event", {SAME}),
    (TOLL, "The quake injured 450 people.", "event", {OTHER}),
    (TOLL, "In Gaza 450 people live in tents.", "event", {UNSAID}),
    ({}, "In Gaza 450 people were killed.", "event", {UNSAID}),
    (TOLL, "The flood killed 450 people.", "cause", {OTHER}),
    (TOLL, "The landslide killed 450 people.", "cause", {APART}),
    (TOLL, "The quake killed 450 people.", "cause", set()),
    (TOWN, "The town has 450 badly damaged houses.", "severity", {APART}),
    (TOWN, "The town has 450 houses, some badly damaged.", "severity", set()),
    ({**TOWN, "context": "The town has 331 badly damaged houses."}, "The town has 450 houses.", "severity", {APART}),
]


@pytest.mark.parametrize(("claim", "text", "dimension", "stands"), CASES)
def test_what_happened_speaks_for_or_against_a_figure(
    claim: dict[str, Any], text: str, dimension: str, stands: set[str]
) -> None:
    assert stands_in(text, dimension, **claim) == stands
