"""Names above quotations."""

import pytest

from claims.extraction.blocks import find_blocks
from claims.extraction.language import load
from claims.extraction.people.names import Names
from claims.extraction.quotes.headings import named_above
from claims.extraction.scan import Scan
from claims.extraction.speech import speech_of

BEFORE = "A look at the weekend's matches in the league, manager by manager, from the north to the south."


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Alan Wenlock", "Alan Wenlock"),
        ("Alan Wenlock (Arden):", "Alan Wenlock"),
        ("Wenlock", ""),
        ("Prime Minister", ""),
        ("Alan Wenlock was late again for the match", ""),
        (f"{'Alan ' * 15}Wenlock", ""),
    ],
)
def test_a_line_that_is_nothing_but_a_name(line: str, name: str) -> None:
    text = f"{BEFORE}\n{line}\n“I can’t remember a better comeback than this one.”"
    scan = Scan(text, load("en"))
    scan.blocks = find_blocks(scan)
    speech = speech_of(scan.language)
    found = named_above(scan, speech, Names(scan, speech), text.index("“"))
    assert (found.speaker.name if found else "") == name
    if found:
        assert text[found.speaker.start : found.speaker.end] == name
