from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.marks import DOUBLE, double_marks, find_marked

CASES = [
    ('"Kami siap," kata Budi.', [('"Kami siap,"', "")]),
    ("“Kami siap,” kata Budi.", [("“Kami siap,”", "")]),
    ("«Kami siap», kata Budi.", [("«Kami siap»", "")]),
    ("„Kami siap“, kata Budi.", [("„Kami siap“", "")]),
    ("``Kami siap,'' kata Budi.", [("``Kami siap,''", "")]),
    ("'We are ready,' he said.", [("'We are ready,'", "")]),
    ("‘We are ready,’ he said.", [("‘We are ready,’", "")]),
    ("'The players' union has been told.'", [("'The players' union has been told.'", "")]),
    ("“Kami siap, “ kata Budi.", [("“Kami siap, “", "")]),
    ('“Kami siap," kata Budi.', [('“Kami siap,"', "")]),
    ('"Air naik. "Kami lari," kata Budi.', [('"Air naik.', "close.reopened"), ('"Kami lari,"', "")]),
    ('"Air naik terus', [('"Air naik terus', "close.paragraph")]),
    ('Air naik sangat cepat," kata Budi.', [('Air naik sangat cepat,"', "open.paragraph")]),
    ("\"Ia bilang 'tidak' tadi,\" kata Budi.", [("\"Ia bilang 'tidak' tadi,\"", "")]),
    ("They don't know the '90s or the '80s.", []),
    ('Layar 32" itu murah.', []),
    ('""', []),
    ("Tanpa tanda apa pun.", []),
]


def marked(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.repair) for m in find_marked(text, [(0, len(text))])]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_marks_are_paired_by_direction_and_repaired_by_name(text: str, wanted: list[tuple[str, str]]) -> None:
    assert marked(text) == wanted


@given(st.text(alphabet="'`‘’“”\"a ", max_size=12))
def test_double_marks_are_those_of_the_pattern(text: str) -> None:
    found = double_marks(f"'{text}'", 1, len(text) + 1)
    assert found == [match.span() for match in DOUBLE.finditer(f"'{text}'", 1, len(text) + 1)]


def test_a_quote_that_is_never_closed_ends_before_its_attribution() -> None:
    text = '"Air naik, kata Budi di posko.'
    found = find_marked(text, [(0, len(text))], lambda at, stop: text[at:stop].startswith(" kata"))
    assert [(text[m.start : m.end], m.repair) for m in found] == [('"Air naik,', "close.cue")]


def test_a_quote_goes_on_over_paragraphs_without_marks() -> None:
    text = "“Satu hari penuh\nDua hari penuh\nTiga hari penuh.”"
    lines = [(0, 16), (17, 31), (32, len(text))]
    assert [m.repair for m in find_marked(text, lines)] == ["close.paragraph", "open.continued", "open.continued"]


def test_a_quotation_inside_another_with_the_same_marks_is_a_part_of_it() -> None:
    text = "“Mereka bilang “gelap” dan “sulit”, tapi kita siap,” katanya. “Kami siap,” ujarnya."
    assert [m.end for m in find_marked("“Ini “gelap” nanti,” katanya.", [(0, 29)])] == [20]
    last = find_marked(text, [(0, len(text))])[-1]
    assert text[last.start : last.end] == "“Kami siap,”"


@given(st.text(alphabet="ab \n.,\"'“”„«»‘’`5", max_size=60))
def test_stretches_lie_in_order_inside_their_paragraph(text: str) -> None:
    found = find_marked(text, [(0, len(text))])
    assert all(0 <= m.start <= m.inner_start <= m.inner_end <= m.end <= len(text) for m in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
