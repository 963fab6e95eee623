import pytest

from tests.extraction.speaking import told

CASES = [
    ("id", "Menurut Budi, air naik.", ("before", "menurut", "Budi", "air naik")),
    ("id", "Air naik, menurut Budi.", ("after", "menurut", "Budi", "")),
    ("id", "Sejak pagi, menurut Budi, air naik.", ("middle", "menurut", "Budi", "air naik")),
    ("id", "Menurutnya, air naik.", ("before", "menurutnya", "Menurutnya", "air naik")),
    ("id", "Berdasarkan data dari BPS, harga naik.", ("before", "berdasarkan", "data dari BPS", "harga naik")),
    ("id", "Dilansir dari Reuters, air naik.", ("before", "dilansir", "Reuters", "air naik")),
    ("id", "Air naik sejak pagi, katanya.", ("after", "katanya", "katanya", "")),
    ("id", "Saat ini katanya, air naik.", ("middle", "katanya", "katanya", "air naik")),
    ("en", "According to police, the road is shut.", ("before", "according to", "police", "the road is shut")),
    ("en", "The road is shut, according to police.", ("after", "according to", "police", "")),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_sources_in_a_phrase_of_their_own(code: str, text: str, wanted: tuple[str, str, str, str]) -> None:
    assert told(code, text) == [wanted]


@pytest.mark.parametrize("text", ["Menurut rencana, jembatan dibuka.", "Berdasarkan aturan itu, ia bebas."])
def test_what_is_no_source(text: str) -> None:
    assert told("id", text) == []
