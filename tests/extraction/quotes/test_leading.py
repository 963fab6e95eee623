import pytest

from claims.extraction.quotes.cues import attributions
from claims.extraction.quotes.leading import BEHIND
from tests.extraction.speaking import frame


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Urging people not to assume a win, Mr Hill warned the race was tight.", ["Hill"]),
        ("Arguing the cuts were too deep, the union called a strike.", ["the union"]),
        ("Warning that rivers, swollen by rain, could burst, officials moved 300 people.", ["officials"]),
        ("Asking voters to wait, the council shut the hall at noon.", ["the council"]),
        ("Adding salt to the wound, the club said it would sell its best player.", []),
        ("Finding that the door was open, Mr Hill called the police.", []),
        ("Mr Hill, noting that the town was poor, asked for help.", []),
        ('Calling it a "gift", Mr Hill left.', []),
    ],
)
def test_a_report_in_front_of_the_sentence_of_those_who_tell_it(text: str, speakers: list[str]) -> None:
    found = [said.phrase for said in attributions(frame("en", text)) if said.rule == BEHIND]
    assert [phrase.name for phrase in found if phrase is not None] == speakers
