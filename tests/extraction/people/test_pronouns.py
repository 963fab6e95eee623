import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Orla Quinn said it was late. She said the gate was shut.", "Orla Quinn"),
        ("Mr Pell said it was late. Ms Quinn said it was early. He said the gate was shut.", "Pell"),
        ("Mr Pell spoke to the crowd. The woman said she was hurt.", "The woman"),
        ("Farm unions met on Friday. They said the price was low.", "Farm unions"),
        ("Tembo Mining said the pit was shut. It said output would fall.", "Tembo Mining"),
        ("Chief Mark Holden said she lived with her.\n\nHolden said he was safe. He said it was late.", "Mark Holden"),
    ],
)
def test_whom_a_pronoun_stands_for(text: str, speaker: str) -> None:
    last = extract(text, language="en").quotes[-1]
    assert last.speaker is not None
    assert last.speaker.name == speaker


def test_a_pronoun_without_anybody_stands_for_nobody() -> None:
    (quote,) = extract("It rained. She said the gate was shut.", language="en").quotes
    assert quote.speaker is None
