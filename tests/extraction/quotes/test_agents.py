import pytest

from tests.extraction.speaking import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hill was told by prosecutors that he was free.", [("told", "prosecutors", "he was free")]),
        ("It was reported by the Cape Times that he was free.", [("reported", "Cape Times", "he was free")]),
        ("Hill was asked by the judge to leave the room.", [("asked", "the judge", "to leave the room")]),
        ("Hill was accused by the union of lying to members.", [("accused", "the union", "lying to members")]),
        ("The jury was told he was free.", [("told", "The jury", "he was free")]),
        ("The clerk was told he was free.", []),
        ("Hill was told by phone that he was free.", []),
        ("Hill was told by them that he was free.", []),
        ("Hill ought to be told by the board that he is free.", []),
        ("Hill was told by the board at noon.", []),
    ],
)
def test_reports_in_the_passive(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(cue, name, rest) for _, cue, name, rest in told("en", text)] == wanted
