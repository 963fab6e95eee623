import pytest

from tests.extraction.speaking import told

CASES = [
    (
        "id",
        "Sedikitnya 30 orang tewas, kantor berita Xinhua melaporkan.",
        ("after", "melaporkan", "kantor berita Xinhua", ""),
    ),
    ("en", '"We are ready," Tom Hill said on Friday.', ("after", "said", "Tom Hill", "")),
    ("en", '"We are ready," Tom Hill told reporters.', ("after", "told", "Tom Hill", "")),
    ("en", "Exports fell 4% in March, the ministry said on Tuesday.", ("after", "said", "the ministry", "")),
    ("en", "The tax, he argued, would hurt small shops.", ("middle", "argued", "he", "would hurt small shops")),
    (
        "en",
        "Income rocketed to $6 a share and sales were up, the company said after markets closed.",
        ("after", "said", "the company", ""),
    ),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_attributions_behind_what_was_said(code: str, text: str, wanted: tuple[str, str, str, str]) -> None:
    assert told(code, text) == [wanted]


def test_a_weekday_does_not_speak() -> None:
    assert told("en", '"It is wrong," Kessler, a Republican from Ohio, said Monday.') == [
        ("after", "said", "Kessler", "")
    ]
