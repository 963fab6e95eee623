import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A run into Harran's half brought a corner.", "idiom"),
        ("She won the ball deep in the visitors' half and scored.", "idiom"),
        ("A minute was left in the half.", "idiom"),
        ("They moved into Ann's half of the house.", None),
        ("He sold the family's half for a fortune.", None),
    ],
)
def test_a_half_of_a_pitch_is_no_share(text: str, why: str | None) -> None:
    answer = extract(text, language="en", explain=True)
    assert [item.why for item in answer.rejected] == ([why] if why else [])
    assert len(answer.figures) == (why is None)
