import pytest

from tests.extraction.speaking import told

CASES = [
    (
        "id",
        "AFP mengutip seorang saksi yang mengatakan air naik.",
        ("before", "mengatakan", "seorang saksi", "air naik"),
    ),
    ("en", "AP quoted Ray Stone as saying the road was shut.", ("before", "saying", "Ray Stone", "the road was shut")),
    (
        "en",
        "Ray Stone was quoted as saying the road was shut.",
        ("before", "quoted as saying", "Ray Stone", "the road was shut"),
    ),
]


@pytest.mark.parametrize(("code", "text", "wanted"), CASES)
def test_whom_others_quote(code: str, text: str, wanted: tuple[str, str, str, str]) -> None:
    assert told(code, text) == [wanted]


@pytest.mark.parametrize("text", ["AP quoted the report.", "The words were quoted in full."])
def test_quoting_that_names_nobody_who_said_it(text: str) -> None:
    assert told("en", text) == []
