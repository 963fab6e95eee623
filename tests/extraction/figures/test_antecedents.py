import pytest

from claims.extraction.pipeline import extract

CASES = [
    ("Three soldiers stormed the inn, killing 12.", ["soldiers", "people"]),
    ("The truck hit five cyclists, killing two.", ["cyclists", "cyclists"]),
    ("Raiders killed seven pilgrims and abducted 30.", ["pilgrims", "pilgrims"]),
    ("Four students were hurt. The blast killed 12.", ["students", "people"]),
    ("Hostages numbered 220. Another 40 have been freed.", ["Hostages", "Hostages"]),
    ("The flood wrecked 30 homes and killed four.", ["homes", "people"]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_what_a_number_without_a_noun_counts(text: str, wanted: list[str]) -> None:
    assert [figure.counted for figure in extract(text, language="en").figures] == wanted


def test_what_was_counted_long_before_is_forgotten() -> None:
    figures = extract(f"Hostages numbered 220.{' It rained.' * 60} The other 40 left.", language="en").figures
    assert [figure.counted for figure in figures] == ["Hostages", None]
