import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The number of rides booked by phone in Harran during 2011 topped the 5 million mark.",
            ("more_than", "rides"),
        ),
        ("Stamps sold abroad have passed the 2 million milestone.", ("more_than", "Stamps")),
        ("Membership crossed the 3 million threshold.", ("more_than", "Membership")),
        ("In Harran rentals hit the 700 mark.", ("exact", "rentals")),
        ("The firm's debt broke the $9 million barrier.", ("more_than", None)),
        ("The town has 12 mark stones.", ("exact", None)),
    ],
)
def test_a_mark_is_what_its_subject_has_reached(text: str, wanted: tuple[str, str | None]) -> None:
    (figure,) = extract(text, language="en").figures
    assert (figure.bound, figure.counted) == wanted
