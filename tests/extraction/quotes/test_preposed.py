import pytest

from tests.extraction.speaking import told

CASES = [
    ("id", "Budi mengatakan bahwa air naik.", [("before", "mengatakan", "Budi", "air naik")]),
    ("id", "Budi dalam siaran pers membantah air naik.", [("before", "membantah", "Budi", "air naik")]),
    ("id", "Budi mengatakan kepada wartawan bahwa air naik.", [("before", "mengatakan", "Budi", "air naik")]),
    ("en", "The firm said on Monday that sales fell.", [("before", "said", "The firm", "sales fell")]),
    ("en", "Smith told the court he had left.", [("before", "told", "Smith", "he had left")]),
    ("en", "The union is demanding a rise.", [("before", "demanding", "The union", "a rise")]),
    (
        "en",
        "Police stopped the car, saying it had no lights.",
        [("before", "saying", "Police", "it had no lights")],
    ),
    (
        "en",
        "Smith said he was ill and added that he would rest.",
        [
            ("before", "said", "Smith", "he was ill and added that he would rest"),
            ("before", "added", "Smith", "he would rest"),
        ],
    ),
    ("en", 'He was called "a liar" by the judge.', [("passive", "called", "the judge", '"a liar" by the judge')]),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_attributions_in_front(code: str, text: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert told(code, text) == wanted


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "She is said to be rich."),
        ("en", "He declined to say more."),
        ("en", "Claims for damages rose."),
        ("id", "Ia enggan menyebut nama."),
        ("id", "Ia belum mengumumkan nama calon."),
    ],
)
def test_words_that_are_no_report_give_no_quote(code: str, text: str) -> None:
    assert told(code, text) == []
