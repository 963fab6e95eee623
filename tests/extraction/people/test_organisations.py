import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tembo Mining has shut the pit. The company said output would fall.", "Tembo Mining"),
        ("Carol Peters left Tembo Mining. He joined a rival. The company said output would fall.", "Tembo Mining"),
        (
            "The World Grain Programme has cut rations. The UN agency said it was short of money.",
            "World Grain Programme",
        ),
        ("Harbour Credit Union grew. “Time is short,” the Leeds-based lender said.", "Harbour Credit Union"),
        ("It rained all day. The company said output would fall.", "The company"),
    ],
)
def test_which_organisation_is_meant(text: str, speaker: str) -> None:
    (quote,) = extract(text, language="en").quotes
    assert quote.speaker is not None
    assert quote.speaker.name == speaker
