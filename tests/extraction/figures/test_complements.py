import pytest

from claims.extraction.pipeline import extract

TOLD = [
    ("It has 12 visitors per day.", "visitors per day"), ("He faces 12 counts of murder.", "counts of murder"), ("There were 12 members of Congress.", "members of Congress"),
    ("It saw 12 cases of bird flu in May.", "cases of bird flu"),
    ("He faces 12 counts of money laundering.", "counts of money laundering"), ("Some 12 members of staff met the mayor.", "members of staff"),
    ("Some 12 families of victims came.", "families"), ("They sent 12 crews of four.", "crews"), ("It sold 12 of the cars.", "cars"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counted"), TOLD)
def test_what_tells_the_counted_from_others(text: str, counted: str) -> None:
    assert extract(text, language="en").figures[0].counted == counted
