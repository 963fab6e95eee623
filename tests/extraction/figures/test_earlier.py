import pytest

from claims.extraction.pipeline import extract

RAID = "Gunmen began a dawn raid on southern Kalden."
SERBUAN = "Serbuan fajar ke wilayah selatan Kalden itu dimulai Senin."
CASES = [
    ("en", f"{RAID} About 40 people were killed in the deadly raid.", "Kalden"),
    ("en", f"{RAID} It went on for hours. That raid killed 40 people.", "Kalden"),
    ("en", f"{RAID}\n\nAbout 40 people were killed, and 12 were hurt in the raid.", "Kalden"),
    ("en", f"{RAID} The raid was short. About 40 people were killed in the raid in Mirat.", "Mirat"),
    ("en", f"{RAID} About 40 people were killed in a raid.", None),
    ("en", f"{RAID} About 40 people were killed in the fire.", None),
    ("en", f"{RAID} Another raid began at noon. About 40 people were killed in the raid.", None),
    ("en", f"{RAID} It rained. It rained. It rained. It rained. About 40 people were killed in the raid.", None),
    ("en", "A raid on Goliath began. About 40 people were killed in the raid.", None),
    ("en", "A raid began, it rained in Kalden. About 40 people were killed in the raid.", None),
    ("id", f"{SERBUAN} Sekitar 40 orang tewas dalam serbuan maut itu.", "Kalden"),
    ("id", "Gempa di Kalden merusak banyak rumah. Gempa tersebut menewaskan 40 orang.", "Kalden"),
    ("id", "Gempa di Kalden merusak banyak rumah. Sekitar 40 orang tewas akibat gempa.", None),
    ("ms", "Gempa di Kalden merosakkan banyak rumah. Gempa itu membunuh 40 orang.", "Kalden"),
]


def test_what_another_figure_of_the_sentence_is_told_of_is_its_own() -> None:
    text = f"{RAID} About 40 people died in the raid and 12 were taken hostage."
    assert [figure.place for figure in extract(text, language="en").figures] == ["Kalden", None]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_the_place_to_which_a_sentence_points_back(language: str, text: str, wanted: str | None) -> None:
    assert {figure.place for figure in extract(text, language=language).figures} == {wanted}


def test_lines_that_are_no_part_of_the_article_are_not_pointed_back_to() -> None:
    text = f"{RAID}\n\nRead also: Raid in Mirat ends\n\nAbout 40 people were killed in the raid, the police said."
    assert [figure.place for figure in extract(text, language="en").figures] == ["Kalden"]
