"""Word files: what is said when every change is accepted, a paragraph a line, a row of a table a line."""

from __future__ import annotations

import pytest

from claims.readers import docx
from claims.readers.locators import parse_locator
from claims.readers.values import Unreadable
from tests.sandbox.bombs import WORD, document, packed

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>{}</dc:title><dc:creator>User</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"
    "<dcterms:modified>2023-11-10T02:00:00Z</dcterms:modified></cp:coreProperties>"
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def t(words: str, form: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{form}</w:rPr>" if form else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def p(*runs: str, form: str = "") -> str:
    """A paragraph of runs, or of words."""
    said = "".join(run if run.startswith("<") else t(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{form}</w:pPr>' if form else ''}{said}</w:p>"


def table(*rows: str) -> str:
    """A table whose rows hold cells apart by bars."""
    made = ("".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row.split("|")) for row in rows)
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{cells}</w:tr>' for cells in made)}</w:tbl>"


def box(words: str) -> str:
    """A text box as Word writes it: for itself, and once more for older ones."""
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{COMPATIBILITY}"><mc:Choice Requires="wps"><w:drawing>{content}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{content}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


DELETED = "<w:del w:id='1'><w:r><w:delText>183 </w:delText><w:t>183 </w:t></w:r></w:del>"

SAID = {
    "paragraphs": (p("One.") + p() + p("Two", " words."), ["One.", "Two words."]),
    "a heading": (p("Toll rises", form='<w:pStyle w:val="Heading1"/>') + p("1,400 killed."), ["Toll rises", "1,400 killed."]),
    "a number in two runs": (p("1,", "400 killed"), ["1,400 killed"]),
    "deleted words": (p("About ", DELETED, "people"), ["About people"]),
    "inserted words": (p("About ", f"<w:ins w:id='1'>{t('1,400 ')}</w:ins>", "people"), ["About 1,400 people"]),
    "moved words": (p(f"<w:moveFrom>{t('183')}</w:moveFrom>", f"<w:moveTo>{t('1,400')}</w:moveTo>"), ["1,400"]),
    "a deleted end of a paragraph": (p("About", form="<w:rPr><w:del/></w:rPr>") + p(" 1,400") + p("Two"), ["About 1,400", "Two"]),
    "a deleted last end": (p("About", form="<w:rPr><w:del/></w:rPr>"), ["About"]),
    "a deleted row": (table(f"{p('a')}|{p('1')}").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>") + p("b"), ["b"]),
    "hidden words": (p(t("183", "<w:vanish/>"), "1,400"), ["1,400"]),
    "words no longer hidden": (p(t("1,400", '<w:vanish w:val="0"/>')), ["1,400"]),
    "struck-out words": (p(t("183", "<w:strike/>"), t("27", "<w:b/><w:dstrike/>"), "1,400"), ["1,400"]),
    "words once struck out": (p(t("1,400", "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>")), ["1,400"]),
    "a struck-out mark of a paragraph": (p("1,400", form="<w:rPr><w:strike/></w:rPr>"), ["1,400"]),
    "tabs": (p("Killed", "<w:r><w:tab/></w:r>", "1,400", form='<w:tabs><w:tab w:val="left"/></w:tabs>'), ["Killed\t1,400"]),
    "a break": (p("One", "<w:r><w:br/></w:r>", "two", "<w:r><w:cr/></w:r>", "three"), ["One", "two", "three"]),
    "a hyphen that does not break": (p("Covid", "<w:r><w:noBreakHyphen/></w:r>", "19"), ["Covid-19"]),
    "a place where a word may break": (p("1,4", "<w:r><w:softHyphen/></w:r>", "00 peo\u00adple"), ["1,400 people"]),
    "symbols": (
        p("20", '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>', "C ", '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "5"),
        ["20°C ≥5"],
    ),
    "a symbol of a text font": (p("5 ", '<w:r><w:sym w:font="Arial" w:char="20AC"/></w:r>'), ["5 €"]),
    "a picture of a font": (p("a", '<w:r><w:sym w:font="Wingdings" w:char="F0B0"/></w:r>', "b"), ["a b"]),
    "a symbol that is none": (p("a", '<w:r><w:sym w:font="Symbol" w:char="D800"/></w:r>', '<w:r><w:sym w:char="x"/></w:r>', "b"), ["a b"]),
    "a field": (p("<w:r><w:instrText>PAGE 12</w:instrText></w:r>", f"<w:fldSimple w:instr='DATE'>{t('10 May')}</w:fldSimple>"), ["10 May"]),
    "a link": (p(f"<w:hyperlink>{t('1,400')}</w:hyperlink>", " people"), ["1,400 people"]),
    "a form's field": (f"<w:sdt><w:sdtPr><w:tab/></w:sdtPr><w:sdtContent>{p('1,400')}</w:sdtContent></w:sdt>", ["1,400"]),
    "a reading above a sign": (p(f"<w:r><w:ruby><w:rt>{t('b')}</w:rt><w:rubyBase>{t('a')}</w:rubyBase></w:ruby></w:r>"), ["a"]),
    "a table": (
        table(f"{p('Area')}|{p('Killed')}|{p()}", f"{p('West', ' Bank')}|{p('183')}{p('(10 May)')}|{p('a')}", f"{p()}|{p()}|{p()}"),
        ["Area\tKilled", "West Bank\t183 (10 May)\ta"],
    ),
    "an empty cell": (table(f"{p('Gaza')}|{p()}|{p('1,400')}"), ["Gaza\t\t1,400"]),
    "a table that lays out the page": (table(p("One.") + p("Two.") + "|" + p()), ["One.", "Two."]),
    "a table in a table": (table(p("One.") + table(f"{p('Gaza')}|{p('1,400')}")), ["One.", "Gaza\t1,400"]),
    "a text box": (p("About ", box("In a box"), "1,400"), ["About 1,400", "In a box"]),
    "a text box in a cell": (table(f"{p('Gaza', box('City'))}|{p('1,400')}"), ["Gaza City\t1,400"]),
    "words apart by lines of the file": (p("About\n   1,400\r\n\tpeople  "), ["About 1,400 people"]),
    "marks of escaping": (p("R&amp;D &lt;1,400"), ["R&D <1,400"]),
    "no words of Word's": (p("1,400", '<m:r xmlns:m="urn:m"><m:t>12</m:t></m:r>'), ["1,400"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "lines"), SAID.values(), ids=SAID)
def test_the_text_of_a_document_line_by_line(body: str, lines: list[str]) -> None:
    assert docx.text(document(body)).text.split("\n") == lines


def test_what_stands_around_the_body_is_left_out() -> None:
    around = {
        f"word/{name}.xml": f'<w:a xmlns:w="{WORD}">{p("183")}</w:a>'.encode()
        for name in ("header1", "footer1", "comments", "footnotes")
    }

    assert docx.text(document(p("1,400", "<w:r><w:footnoteReference/></w:r>"), around)).text == "1,400"


@pytest.mark.parametrize("name", ["word/document.xml", "word/document2.xml"])
def test_the_strict_form_and_the_other_name_are_read(name: str) -> None:
    strict = f'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">{p(t("no", "<w:strike/>"), "1,400")}</w:document>'

    assert docx.text(packed({name: strict.encode("utf-16")})).text == "1,400"


def test_the_title_and_the_last_change_are_told_and_no_day_of_publication() -> None:
    page = docx.text(document(p("1,400"), {"docProps/core.xml": CORE.format(" Toll\n rises ").encode()}))

    assert (page.title, page.modified) == ("Toll rises", "2023-11-10T02:00:00+00:00")
    assert (page.published, page.author) == (None, None)


@pytest.mark.parametrize("core", [None, CORE.format("").encode(), b"<a>", b"", CORE.format("x").encode()[:-9]])
def test_a_file_that_says_nothing_about_itself_is_read(core: bytes | None) -> None:
    page = docx.text(document(p("1,400"), {} if core is None else {"docProps/core.xml": core}))

    assert (page.text, page.title) == ("1,400", None)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "docx"),
        (b"PK\x03\x04", "docx"),
        (packed({"word/styles.xml": b"<a/>"}), "docx"),
        (document("", {"word/document.xml": b""}), "docx"),
        (document("<w:p>"), "docx"),
        (document("<w:tc/>"), "docx"),
        (document("", {"word/document.xml": b"<?xml version='1.0' encoding='nothing'?><a/>"}), "docx"),
        (document("", {"word/document.xml": b"<?xml version='1.0' encoding='big5'?><a/>"}), "docx"),
        (document("", {"word/document.xml": b"\x89PNG" * 9}), "docx"),
        (document("<w:p>" * 300 + "</w:p>" * 300), "nesting"),
        (document(p("&e;"), declared='<!DOCTYPE a [<!ENTITY e "x">]>'), "entities"),
    ],
)
def test_what_cannot_be_read_is_said(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as problem:
        docx.text(body)
    assert problem.value.reason == reason


NAMES = (
    "p",
    "r",
    "rPr",
    "t",
    "tr",
    "del",
    "txbxContent",
    "strike",
    "sym",
    "pPr",
    "trPr",
    "br",
    "tbl",
    "tcPr",
    "gridSpan",
    "vMerge",
)


@pytest.mark.parametrize("around", ["{}", f"<w:tr><w:tc>{p('<w:r>{}</w:r>')}</w:tc></w:tr>"])
@pytest.mark.parametrize("outer", NAMES)
def test_elements_in_wrong_places_are_passed_over(outer: str, around: str) -> None:
    for inner in NAMES:
        body = f"<w:{outer}><w:{inner}>1<w:{outer}>2</w:{outer}></w:{inner}></w:{outer}>"

        whole = document(around.format(body) + p("1,400"))
        assert docx.text(whole).text.endswith("1,400")
        assert docx.find(whole, parse_locator("table:row=Gaza")).cells == ()


def cell(words: str, properties: str = "") -> str:
    """A cell with properties of its own."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words)}</w:tc>"


DOWN, GOES_ON, ON, WIDE = (
    '<w:vMerge w:val="restart"/>',
    "<w:vMerge/>",
    '<w:vMerge w:val="continue"/>',
    '<w:gridSpan w:val="2"/>',
)
TOLL = (
    "<w:tbl><w:tblPr><w:tblCaption w:val=' Korban  tewas '/></w:tblPr>"
    f"<w:tr>{cell('Area', DOWN)}{cell('Killed', WIDE)}{cell('10 Nov', DOWN)}</w:tr>"
    f"<w:tr>{cell('', GOES_ON)}{cell('All')}{cell('Children')}{cell('', ON)}</w:tr>"
    f"<w:tr>{cell('Gaza')}{cell('11,078')}{cell('4,506')}{cell('x')}</w:tr>"
    f"<w:tr>{cell('West Bank')}{cell('183', WIDE)}{cell('y')}</w:tr>"
    f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell('1')}{cell('2')}{cell('z')}</w:tr>"
    f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('Total')}{cell('9')}{cell('9')}{cell('9')}</w:tr></w:tbl>"
)
TABLES = (
    p("Rumah sakit menghitung.")
    + table(f"{p('Area')}|{p('10 Nov')}", f"{p('Gaza')}|{p('27,490')}{p('(provisional)')}")
    + TOLL
    + table(f"{p('Missing:')}|{p('2,', '650')}", f"{p('Found')}|{p(t('9', '<w:strike/>'), '31')}")
    + table(p("One.") + table(f"{p('Aid')}|{p('84 trucks')}"))
)


@pytest.mark.parametrize(
    ("locator", "values"),
    [
        ("table:row=Gaza;column=Children", ["4,506"]),
        ("table:row=Gaza;column=Killed>All", ["11,078"]),
        ("table:row=Gaza;column=10 Nov", ["27,490 (provisional)", "x"]),
        ("table:table=1;row=Gaza;column=10 Nov", ["27,490 (provisional)"]),
        ("table:table=korban tewas;row=Gaza;column=10 Nov", ["x"]),
        ("table:table=#2;row=#-1;column=#2", ["1"]),
        ("table:table=#2;row=#-1;column=10 Nov", ["z"]),
        ("table:row=West Bank;column=Children", ["183"]),
        ("table:row=Missing", ["2,650"]),
        ("table:row=Found", ["31"]),
        ("table:table=5;row=Aid", ["84 trucks"]),
        ("table:row=Total;column=10 Nov", []),
        ("table:table=6;row=Gaza;column=10 Nov", []),
        ("table:table=Hurt;row=Gaza;column=10 Nov", []),
    ],
)
def test_cells_of_tables(locator: str, values: list[str]) -> None:
    """By the same words as those of a page."""
    assert [one.text for one in docx.find(document(TABLES), parse_locator(locator)).cells] == values


def test_a_cell_knows_its_place_and_names() -> None:
    found = docx.find(document(TABLES), parse_locator("table:row=Gaza;column=Children")).cells[0]

    assert (found.place, found.labels) == ("table 2, row 3, column 3", ("Korban tewas", "Gaza", "Killed", "Children"))


@pytest.mark.parametrize(
    ("locator", "reason"),
    [
        ("table:table=9;row=a", "no_table"),
        ("table:row=Gaza;column=Nope", "no_column"),
        ("table:row=Nope;column=10 Nov", "no_row"),
    ],
)
def test_nothing_found_has_a_reason(locator: str, reason: str) -> None:
    assert docx.find(document(TABLES), parse_locator(locator)).reason == reason
    assert docx.find(document(p("x")), parse_locator(locator)).reason == "no_table"


@pytest.mark.parametrize(
    ("body", "reason"),
    [(table(p("1")) * 501, "cells"), (b"", "docx"), ("<w:tc/>", "docx"), ("<w:tbl>" * 300, "nesting")],
)
def test_tables_that_cannot_be_read_are_refused(body: str | bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as problem:
        docx.find(body if isinstance(body, bytes) else document(body), parse_locator("table:row=a"))
    assert problem.value.reason == reason


def test_a_document_of_many_tables_is_read_as_text() -> None:
    assert docx.text(document(table(p("1")) * 501)).text.count("1") == 501


def test_a_cut_file_is_refused_at_every_place() -> None:
    whole = document(p("1,400 people") * 50, {"docProps/core.xml": CORE.format("Toll").encode()})
    for at in range(0, len(whole) - 1, max(1, len(whole) // 100)):
        with pytest.raises(Unreadable):
            docx.text(whole[:at])
