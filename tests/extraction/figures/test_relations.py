import pytest

from claims.extraction.pipeline import extract


@pytest.mark.parametrize(
    ("code", "text", "whole"),
    [
        ("en", "Some 300 people, including 40 children, fled.", "Some 300 people"),
        ("en", "Some 300 people, including 12 nurses and 40 children, fled.", "Some 300 people"),
        ("en", "Police held 300 people, 40 of them children.", "300 people"),
        ("en", "Of the 300 passengers, 40 were hurt.", "300 passengers"),
        ("en", "Some 300 people fled and 40 were hurt.", None),
        ("en", "Some 30 people fled, including 40 children of them.", None),
        ("id", "Sebanyak 300 orang, termasuk 40 anak, mengungsi.", "300 orang"),
        ("id", "Polisi menahan 300 orang, 40 di antaranya anak-anak.", "300 orang"),
        ("id", "Dari 300 penumpang, 40 luka-luka.", "300 penumpang"),
        ("id", "Sebanyak 300 orang mengungsi dan 40 luka-luka.", None),
    ],
)
def test_a_part_tells_its_whole(code: str, text: str, whole: str | None) -> None:
    figures = extract(text, language=code).figures
    part = next(figure for figure in figures if figure.value == 40)
    told = part.relation
    assert (figures[told.figure].text if told and told.kind == "part_of" else None) == whole


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "Half of the 900 homes were lost."), ("id", "Separuh dari 900 rumah hancur.")],
)
def test_a_share_tells_of_what_it_is_one(code: str, text: str) -> None:
    share, whole = extract(text, language=code).figures
    assert share.relation is not None
    assert (share.relation.kind, whole.value) == ("part_of", 900)
