"""Rows and columns in a page's text."""

import pytest

from claims.locating.page import Page

TABLES = [
    # a table, each figure with its row's label and its column's head
    (
        "Province: dead / missing\nAldera: 41 / 12\nTotal: 59 / 15",
        [("41", "Aldera", "dead"), ("12", "Aldera", "missing"), ("59", "Total", "dead"), ("15", "Total", "missing")],
    ),
    (
        "Kota\tMeninggal\tLuka\nSolo\t12\t40\nTegal\t7\t22",
        [("12", "Solo", "Meninggal"), ("40", "Solo", "Luka"), ("7", "Tegal", "Meninggal"), ("22", "Tegal", "Luka")],
    ),
    (
        "| Town | Dead |\n|------|------|\n| Aren | 310 |\n| Belo | 117 |",
        [("310", "Aren", "Dead"), ("117", "Belo", "Dead")],
    ),
    ("Kota         Tewas\nSolo         12\nTegal        7", [("12", "Solo", "Tewas"), ("7", "Tegal", "Tewas")]),
    ("Deaths\t22\nInjured\t9", [("22", "Deaths", ""), ("9", "Injured", "")]),
    ("He said  that 12 people died.\nShe said  that 13 people died.", []),
    ("In Aren 12 people died.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_the_cell_of_a_figure(text: str, wanted: list[tuple[str, str, str]]) -> None:
    page = Page(text, None, None)
    cells = [(figure, page.cell(figure)) for figure in page.figures]
    assert [(figure.text, cell.label, cell.head) for figure, cell in cells if cell] == wanted


def test_the_row_that_sums_up_is_known() -> None:
    page = Page("Kota\tTewas\nSolo\t12\nJumlah\t19", "id", None)
    assert [cell.is_total for figure in page.figures if (cell := page.cell(figure))] == [False, True]
