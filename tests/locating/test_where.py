"""Where the figure belongs."""

from typing import Any

import pytest

from claims.locating.values import APART, INHERITED, OTHER, SAME
from tests.locating.telling import stands_in

GAZA = {"event": "killed", "place": "Gaza"}
AREN = {"event": "killed", "place": "Aren"}

SUNK = {"event": "killed", "place": "Sulawesi", "context": "A ferry sank off Sulawesi, killing 331 people."}
ILL = {"event": "killed", "place": "Sulawesi", "context": "Dengue killed 331 people in Sulawesi."}
FIRE = {"event": "killed", "population": "Camp Fire", "context": "The Camp Fire killed 331 people."}
OFF_MUNA = "A ferry sank off Sulawesi.\n\nIt went down at Muna, where 450 people died."

CASES = [
    (SUNK, OFF_MUNA, {INHERITED}),
    (SUNK, OFF_MUNA + "\n\nAnother sank off Buton.", {APART}),
    (ILL, OFF_MUNA, {APART}),
    # claim, page, answers
    ({**AREN, "place": "Belo"}, "Di Kabupaten Aren 12 orang tewas, disusul Kabupaten Belo 450 orang.", {SAME}),
    ({**GAZA, "place": "West Java"}, "A storm hit West Java. On Java 450 people were killed.", {INHERITED}),
    ({**GAZA, "place": "West Java"}, "A storm hit West Java and Bali. In Bali 450 people were killed.", {OTHER}),
    ({**GAZA, "place": "Java"}, "In West Java 450 people were killed.", {APART}),
    (AREN, "AREN, May 15 - Crews came at noon.\n\nIn all, 450 people were killed.", {INHERITED}),
    ({**GAZA, "place": "Indonesia"}, "Secara nasional 450 orang tewas.", {SAME}),
    (
        {**ILL, "place": "Makkah", "population": "Indonesians"},
        "In Makkah 12 died. In Indonesia 450 people died.",
        {OTHER},
    ),
    (FIRE, "The Camp Fire killed 450 people.", {SAME}),
    (FIRE, "The Camp Fire grew. The Hill Fire killed 450 people.", {INHERITED}),
    (GAZA, "War in Gaza\n\nAn Israeli air strike killed 450 people.", {INHERITED}),
    (AREN, "Live: storm in Aren\n\nLatest updates\n\n12.00 Rain eases\nAt least 450 people were killed.", {INHERITED}),
    ({**AREN, "event": "displaced"}, "Storm in Aren\n\nIt drove 450 people into Belo.", {APART}),
    (
        {**AREN, "event": "damaged", "counted": "houses"},
        "In Aren fires burned 450 houses, most of them in Belo.",
        {SAME},
    ),
    (GAZA, "In Gaza 450 people were killed.", {SAME}),
    (GAZA, "In Israel 450 people were killed.", {APART, OTHER}),
    (GAZA, "War in Gaza\n\nIn all, 450 people were killed.", {INHERITED}),
    (AREN, "In Aren 450 people were killed.", {SAME}),
    (AREN, "In Belo 450 people were killed.", {OTHER}),
    (AREN, "In all, 450 people were killed.", {APART}),
    (AREN, "In Belo 450 people were killed and in Aren 52.", {APART}),
    (AREN, "Belo killed 450 people; Aren killed 12 people.", {APART}),
    ({**AREN, "place": "Aren Selatan"}, "In South Aren 450 people were killed.", {SAME}),
    (GAZA, "War in Gaza\n\nThe head of the Jakarta office said that 450 people were killed.", {INHERITED}),
    ({"event": "killed"}, "The storm killed 500 people. Of these, 450 are from Aren.", {APART}),
    (AREN, "In all, 450 people were killed.\n\nThe storm began in Aren.", {INHERITED}),
    (AREN, "In all, 450 people were killed.\n\nThe storm began in Belo.", {OTHER}),
]


@pytest.mark.parametrize(("claim", "text", "stands"), CASES)
def test_where_it_is_told(claim: dict[str, Any], text: str, stands: set[str]) -> None:
    assert stands_in(text, "where", **claim) == stands


def test_a_label_that_is_what_the_claim_counts_is_no_place() -> None:
    table = "Prices in Jakarta\n\nGoods\tPrice\nRed Sorrel\tRp450"
    sorrel = {"unit": "IDR", "event": "priced", "place": "Jakarta", "context": "Red sorrel costs Rp331 in Jakarta."}
    assert stands_in(table, "where", **sorrel, counted="red sorrel") == {INHERITED}
    assert stands_in(table, "where", **sorrel, counted="green nettle") == {OTHER}
