import pytest

from claims.extraction.pipeline import extract

CASES = [
    ("id", 'Kepala BPBD Widodo Santoso datang. "Kami siaga," kata Widodo.', "Widodo Santoso"),
    ("id", 'Kepala BPBD Widodo Santoso datang. "Kami siaga," ujarnya.', "Widodo Santoso"),
    ("id", '"Kami siaga," kata Widodo Santoso. "Air surut," imbuh dia.', "Widodo Santoso"),
    ("id", 'Budi Santoso berbicara. Data BPS menunjukkan harga turun. "Bagus," katanya.', "Budi Santoso"),
    ("en", '"We won," said Serena Williams. "I kept going," she said.', "Serena Williams"),
    ("en", '"We won," said Mr Tom Hill. "I know," said Ms Ann Lee. "So do I," he said.', "Tom Hill"),
]


@pytest.mark.parametrize(("code", "text", "name"), CASES)
def test_whose_words_the_last_quote_holds(code: str, text: str, name: str) -> None:
    last = extract(text, language=code).quotes[-1]
    assert last.speaker is not None
    assert last.speaker.name == name


def test_a_pronoun_keeps_its_place_and_unknown_stays_unknown() -> None:
    text = '"We won," said Ann Lee. "I know," she said.'
    speaker = extract(text, language="en").quotes[-1].speaker
    assert speaker is not None
    assert text[speaker.start : speaker.end] == "she"
    assert extract('"We know it," she said.', language="en").quotes[0].speaker is None
