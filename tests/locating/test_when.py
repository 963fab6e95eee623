"""Of which year, month and period a figure is."""

from typing import Any

import pytest

from claims.locating.values import APART, INHERITED, OTHER, SAME, UNSAID
from tests.locating.telling import stands_in

KILLED = {"event": "killed"}

HALF: dict[str, Any] = {**KILLED, "context": "From January to June 331 people were killed."}

AUGUST = {**KILLED, "event_date": "2023-08"}

PAST = {**KILLED, "event_date": "2022"}

CASES = [
    (PAST, "Deaths in 2022\n\nIn Gaza 450 people were killed.", {INHERITED}),
    (PAST, "Deaths in 2023\n\nIn Gaza 450 people were killed.", {APART}),
    (HALF, "From January to August 450 people were killed.", {APART}),
    (HALF, "From January to June 450 people were killed.", set()),
    ({**KILLED, "context": "Last year 331 people were killed."}, "In 2022 in Gaza 450 people were killed.", {SAME}),
    (AUGUST, "Storms of October\n\nIn Gaza 450 people were killed.", {APART}),
    (AUGUST, "In August a storm came. In Gaza 450 people were killed.", set()),
    (AUGUST, "In Gaza 450 people were killed in August.", {SAME}),
    (AUGUST, "In September 2023 in Gaza 300 people were killed, after 450 people in the previous month.", {SAME}),
    (AUGUST, "Pada Oktober 2023 di Gaza 300 orang tewas, bulan sebelumnya 450 orang tewas.", {APART}),
    (
        {**KILLED, "event_date": "2023-12"},
        "In January 2024 in Gaza 300 people were killed, after 450 people in the previous month.",
        {SAME},
    ),
    ({**KILLED, "event_date": "2021"}, "Pada semester I-2022 ada 450 orang tewas.", {OTHER}),
    ({**KILLED, "event_date": "2022"}, "In Gaza 450 people were killed, up 4 percent from last year.", {UNSAID}),
    # claim, page, answers
    ({**KILLED, "event_date": "2023-08"}, "In Gaza 450 people were killed in October, more than in August.", {OTHER}),
    (KILLED, "In 2019 floods killed 12 people and fires killed 450.", {OTHER}),
    (KILLED, "Floods killed 450 people, of 900 in the town in 2019.", set()),
    ({**KILLED, "event_date": "2023-10-07"}, "In 2019 in Gaza 450 people were killed.", {OTHER}),
    ({**KILLED, "event_date": "2023-10-07"}, "In 2023 in Gaza 450 people were killed.", {SAME}),
    (KILLED, "In 2019 in Gaza 450 people were killed.", {OTHER}),
    (KILLED, "In the past 24 hours 450 people were killed.", {APART}),
    ({**KILLED, "event_date": "2023-10"}, "In Gaza 450 people were killed in August.", {OTHER}),
    ({**KILLED, "event_date": "2023-10"}, "In August 2023 in Gaza 450 people were killed.", {OTHER}),
]


@pytest.mark.parametrize(("claim", "text", "stands"), CASES)
def test_when_it_was(claim: dict[str, Any], text: str, stands: set[str]) -> None:
    assert stands_in(text, "when", **claim) == stands


@pytest.mark.parametrize(("event", "stands"), [("killed", {APART}), ("sold", set())])
def test_last_year_on_a_page_without_a_day(event: str, stands: set[str]) -> None:
    verb = "were killed" if event == "killed" else "bought tickets"
    assert stands_in(f"Last year 450 people {verb}.", "when", published=None, event=event) == stands
