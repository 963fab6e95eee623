"""How the page stands to a figure."""

import pytest

from claims.locating.values import APART, INHERITED, OTHER, UNSAID
from tests.locating.telling import stands_in

CASES = [
    ("As of 15 May 2023 the quake has killed 450 people.", set()),
    ("All but one of the 450 people were killed.", {APART}),
    ("In a quick count 450 people were killed.", {UNSAID}),
    ("The toll has climbed to 450 people killed.", {INHERITED}),
    ("The quake killed 450 people.", set()),
    ("Officials fear that 450 people may have been killed.", {APART}),
    ("It is not true that 450 people were killed.", {OTHER}),
    ("A month earlier 450 people were killed.", {APART}),
    ("An earlier version said that 450 people were killed.", {APART, OTHER}),
    ("In all, 450 people were killed. That figure has been withdrawn.", {OTHER}),
]


@pytest.mark.parametrize(("text", "stands"), CASES)
def test_how_the_page_stands_to_it(text: str, stands: set[str]) -> None:
    assert stands_in(text, "standing", event="killed", context="The quake killed 331 people.") == stands
