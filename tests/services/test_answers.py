"""What a page answers: prose, cells, pinned words, quotes; one reading or none, never a guess."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claims import sandbox
from claims.comparison import Expected, Tolerance
from claims.services import answers
from claims.services.answers import Answer, Document
from claims.services.questions import EvidenceRow, Question
from tests.sandbox.bombs import document

TOLL = "<html lang=en><nav>Most read: 9,999 killed in Israel</nav><main><p>As of 12 November 2023, {} people have been killed in Israel.</p></main>"
KILLED = Expected(
    value=Decimal(1400),
    bound="about",
    counted="orang",
    event="killed",
    place="Israel",
    published=date(2023, 10, 27),
    context="Serangan itu menewaskan sekitar 1.400 orang di Israel.",
)

HUNG = EvidenceRow(1, 1, 1, "figure", None, "")


def answer(
    body: str,
    *,
    expected: Expected | None = KILLED,
    locator: str = "",
    stretches: tuple[str, ...] = (),
    tolerance: Tolerance | None = None,
    media_type: str = "text/html",
) -> Answer:
    question = Question(HUNG, expected, stretches, locator, tolerance, {}, is_new=True)
    found = Document(body.encode(), media_type, "utf-8", "http://source.example/").answer(question)
    assert found is not None
    return found


def test_prose_is_searched_for_the_figure() -> None:
    found = answer(TOLL.format("about 1,200"))
    assert found.read is not None
    assert (found.finding.kind, found.read.value, found.words) == ("superseded", 1200, "about 1,200 people")


def test_a_word_file() -> None:
    body = document(
        "<w:p><w:r><w:t>As of 12 November 2023, about 1,200 people have been killed in Israel.</w:t></w:r></w:p>"
    )
    page = Document(body, "application/octet-stream", None, "http://source.example/toll.docx")
    found = page.answer(Question(HUNG, KILLED, (), "", None, {}, is_new=True))
    assert found is not None
    assert found.read is not None
    assert (found.finding.kind, found.read.value, found.words) == ("superseded", 1200, "about 1,200 people")


def test_menus_are_not_what_a_page_says() -> None:
    found = answer("<nav><p>In Israel 9,999 people have been killed.</p></nav><main><p>Nothing new today.</p></main>")
    assert (found.finding.kind, found.read) == ("missing", None)


def test_two_that_fit_are_ambiguous_and_no_reading() -> None:
    found = answer("<p>In Israel 1,300 people have been killed. In Israel 1,450 people have been killed.</p>")
    assert (found.finding.kind, found.read) == ("ambiguous", None)


def test_a_tolerance_widens_what_matches() -> None:
    body = TOLL.format("1,200")
    assert answer(body, tolerance=Tolerance(percent=Decimal(20))).finding.kind == "matches"


@pytest.mark.parametrize(
    ("locator", "kind", "value"),
    [
        ("csv:row=Israel;column=Killed", "matches", 1405),
        ("csv:row=Gaza;column=Killed", "differs", 11078),
        ("csv:row=Egypt;column=Killed", "missing", None),
    ],
)
def test_a_cell_is_read_at_its_locator(locator: str, kind: str, value: int | None) -> None:
    table = "Place,Killed\nIsrael,1405\nGaza,11078\n"
    found = answer(table, locator=locator, media_type="text/csv")
    assert (found.finding.kind, found.read.value if found.read else None) == (kind, value)
    assert found.place


def test_two_cells_that_fit_are_ambiguous() -> None:
    table = "Place,Killed\nIsrael,1405\nIsrael,1300\n"
    found = answer(table, locator="csv:row=Israel;column=Killed", media_type="text/csv")
    assert (found.finding.kind, found.read) == ("ambiguous", None)
    assert "; " in found.place


def test_a_locator_of_another_format_finds_nothing() -> None:
    assert answer(TOLL.format("1,200"), locator="json:/toll").finding.kind == "missing"


def test_pinned_words_are_followed_past_a_nearer_figure() -> None:
    body = "<p>In Israel 1,300 people have been killed. By our count, 1,450 people have been killed in Israel.</p>"
    locator = "words:prefix=By our count, ;exact=1,400 people;suffix= have been killed in Israel"
    found = answer(body, locator=locator)
    assert found.read is not None
    assert found.read.value == 1450


def test_a_quote_is_looked_for_by_its_words() -> None:
    found = answer("<p>“It may still change,” she said.</p>", expected=None, stretches=("“It may still change,”",))
    assert (found.finding.kind, found.words) == ("matches", "It may still change")


def test_a_page_that_cannot_be_read_gives_no_answer() -> None:
    page = Document(b"%PDF-1.7 broken", "application/pdf", None, "http://source.example/")
    assert page.answer(Question(HUNG, KILLED, (), "", None, {}, is_new=True)) is None
    assert page.failed.outcome == "unreadable"
    assert page.text == ""


def test_a_text_without_what_stands_beside_it_knows_every_place() -> None:
    text = "menu 12\n1,200 killed\nfooter"
    read = sandbox.Read(
        "ok",
        text=text,
        regions=(sandbox.Region(0, 8, "nav"), sandbox.Region(3, 8, "form"), sandbox.Region(21, 27, "footer")),
    )
    main = answers.main_text(read)
    assert main.text == "\n        \n1,200 killed\n\n        \n"
    assert text[main.place(main.text.index("1,200"))] == "1"
    assert text[main.place(main.text.index("killed"))] == "k"


@pytest.mark.parametrize(
    ("language", "length", "expected"),
    [("id", 10, "id"), ("en-US", 10, "en"), ("xx", 10, None), (None, 10, None), ("id", 5000, None)],
)
def test_the_language_a_page_names(language: str | None, length: int, expected: str | None) -> None:
    assert answers.language_of(sandbox.Read("ok", text="x" * length, language=language)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-11-12T23:30:00+07:00", date(2023, 11, 12)),
        ("2023-11-12", date(2023, 11, 12)),
        ("soon", None),
        (None, None),
    ],
)
def test_the_day_a_page_states(text: str | None, expected: date | None) -> None:
    assert answers.day_of(text) == expected


def test_one_page_is_searched_once_for_all_its_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    page_of = answers.Page
    monkeypatch.setattr(answers, "Page", lambda text, *more: searched.append(text) or page_of(text, *more))
    body = TOLL.format("about 1,200") + "<p>In Israel 340 people were injured.</p>"
    page = Document(body.encode(), "text/html", "utf-8", "http://source.example/")
    injured = replace(KILLED, event="injured", value=Decimal(330), context="Serangan itu melukai 330 orang di Israel.")
    pinned = "words:prefix=As of 12 November 2023, ;exact=about 1,200 people"
    asked = [
        Question(HUNG, one, (), where, None, {}, is_new=True)
        for one, where in ((KILLED, ""), (injured, ""), (KILLED, pinned))
    ]
    found = [page.answer(question) for question in asked]
    assert [one.read.value if one and one.read else None for one in found] == [1200, 340, 1200]
    assert ["9,999" in text for text in searched] == [False, True]
