import pytest

from claims.extraction.quotes.cues import attributions
from claims.extraction.quotes.relatives import relative_end
from claims.extraction.quotes.said import RELATIVE
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The council praised the plan, which it said was good for jobs.", "was good for jobs"),
        ("The plan, which Ann Hill says will cost jobs, was passed.", "will cost jobs"),
        ("A man who police say was driving the car was held.", "was driving the car"),
        (
            "A tax that Ann Hill says will raise the price of fuel, food and gas.",
            "will raise the price of fuel, food and gas",
        ),
        ("The mayor, who said the plan was good, left.", None),
        ("The wall that Ann Hill promised he would build is gone.", None),
        ("The remarks that Ann Hill said were cruel were cut.", None),
        ("The rule under which Ann Hill said was old fell.", None),
        ("The plan, which Ann Hill said was “mad”, was passed.", None),
    ],
)
def test_what_a_relative_clause_tells(text: str, told: str | None) -> None:
    read = frame("en", text)
    found = next((said for said in attributions(read) if said.rule == RELATIVE), None)
    words = read.words(found.content, relative_end(read, found.first, found.content)) if found is not None else None
    assert words == told
