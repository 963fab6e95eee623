import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("language", "text", "speaker", "rule"),
    [
        ("id", 'Bagnaia tersenyum: "Rasanya lebih enak daripada musim lalu."', "Bagnaia", "colon_before"),
        ("id", 'Rina Astuti: "Rasanya lebih enak daripada musim lalu."', "Rina Astuti", "colon_before"),
        ("id", '"Kami menang hari ini," desis Rina Astuti.', "Rina Astuti", "word_after"),
        ("id", '"Kami menang hari ini," Rina Astuti, kepada wartawan.', "Rina Astuti", "name_after"),
        ("en", 'Ann Hill: "We never saw the letter at all."', "Ann Hill", "colon_before"),
    ],
)
def test_a_speaker_beside_the_marks(language: str, text: str, speaker: str, rule: str) -> None:
    (quote,) = extract(text, language=language).quotes
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.rule) == (speaker, f"quote.direct.{rule}")


@pytest.mark.parametrize("text", ['Menu hari ini: "Rasanya lebih enak daripada musim lalu."', 'Ia tersenyum, "ya".'])
def test_no_speaker_where_no_name_stands(text: str) -> None:
    assert not [quote for quote in extract(text, language="id").quotes if quote.rule.endswith("colon_before")]
