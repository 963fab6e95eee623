import pytest

from tests.extraction.reading import read

CASES = [
    ("HAWKS 99 beat NETS 93 - Ann Roy had 28 points.", ["99!score", "93!score", "28=28"]),
    ("Elm Hill 30, St. Tay 27: Roy kicked 12 goals.", ["30!score", "27!score", "12=12"]),
    ("HAWKS 99 bt NETS 93 - Roy won.", ["99!score", "93!score"]),
    ("Hawks 7, Red Foxes 6 (15 innings)", ["7!score", "6!score", "15!score"]),
    ("The floods killed 30 in Elm, 27 in Tay: a record.", ["30=30", "27=27"]),
    ("Elm Rovers 2 Tay City 1", ["2!score", "1!score"]),
    ("Tay (24) 52 Tries: Hill (10,43), Roy (20)", ["24!score", "52!score", "10,43!ordinal", "20!ordinal"]),
    ("The coach told the league it ended Lions 24, Bears 17 on Sunday.", ["24!score", "17!score"]),
    ("The coach told the league: Lions 24, Bears 17 and Hawks 12.", ["24=24", "17=17", "12=12"]),
    ("The dead were in Leeds 24, York 17.", ["24=24", "17=17"]),
    ("The coach told the league of Hawks 7, Jets 6 (10) on Sunday.", ["7!score", "6!score", "10!score"]),
    ("Hill won 4 and 3 on Sunday.", ["4!score", "3!score"]),
    ("They won 4 and 3 medals.", ["4=4", "3=3"]),
    ("They won 4 and 2 were drawn.", ["4=4", "2=2"]),
    ("Pens: Hill (2), Roy (3)", ["2=2", "3=3"]),
    ("Cards: Hill (19), Roy (5)", ["19!ordinal", "5!ordinal"]),
    ("Present: Ann Hill (19)", ["19!age"]),
    ("She won 7-6 (5), 6-3.", ["7-6!score", "5!score", "6-3!score"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_results(text: str, wanted: list[str]) -> None:
    assert read("en", text) == wanted
