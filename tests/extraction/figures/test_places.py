import pytest

from claims.extraction.pipeline import extract

CASES = [
    ("About 40 people died in Kalden.", "Kalden"),
    ("About 40 people died in Kalden's north.", "Kalden"),
    ("They tested 95 people in France and 93 people in the U.S. last year.", "U.S."),
    ("Fire cut 385 jobs in Eagle Falls, Ohio.", "Eagle Falls"),
    ("Quake in Kalden Kills 56 People", "Kalden"),
    ("Some 40 guests slept in a U.S.-based hotel.", None),
    ("Some 40 guests slept in the Senate.", None),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_the_name_of_a_place(text: str, wanted: str | None) -> None:
    assert extract(text, language="en").figures[-1].place == wanted
