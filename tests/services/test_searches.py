"""What a search found is the answer to the same search only."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from claims import sandbox
from claims.comparison import Expected
from claims.locating import Located, Page, Pinned, Seen, locate
from claims.services import answers, searches
from claims.services.answers import Answer, Document
from claims.services.questions import EvidenceRow, Question
from claims.services.searches import Recent, Search
from tests.judged.following import Pair, asked, pairs

KILLED = Expected(
    value=Decimal(1400),
    counted="people",
    event="killed",
    place="Aren",
    context="The quake in Aren killed 1,400 people.",
)
PAGE = (
    "<html lang=en><head><meta property='article:published_time' content='2023-11-{day}'><!-- {token} --></head>"
    "<main><h1>Quake in {place}</h1><p>The quake killed 1,{rest} people, the mayor said on Sunday.</p></main></html>"
)


@pytest.fixture(autouse=True)
def searched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were searched, from an empty memory on."""
    texts: list[str] = []
    search = answers.locate

    def counted(expected: Expected, page: Page, locator: Pinned | None = None, seen: Seen | None = None) -> Located:
        texts.append(page.text)
        return search(expected, page, locator, seen)

    monkeypatch.setattr(answers, "locate", counted)
    monkeypatch.setattr(answers, "RECENT", Recent())
    return texts


def answer(expected: Expected = KILLED, locator: str = "", remembered: str = "", **told: str) -> Answer:
    body = PAGE.format(**{"day": "12", "place": "Aren", "rest": "500", "token": "", **told}).encode()
    evidence = EvidenceRow(1, 1, 1, "figure", None, "", locator=locator, remembered=remembered)
    question = Question(evidence, expected, (), locator, None, {}, is_new=not remembered)
    found = Document(body, "text/html", "utf-8", "http://source.example/").answer(question)
    assert found is not None
    return found


def test_a_page_that_changes_beside_its_text_is_not_searched_again(searched: list[str]) -> None:
    first = answer(token="1")
    assert first.read is not None
    assert answer(token="2") == first
    assert len(searched) == 1


@pytest.mark.parametrize("told", [{"rest": "501"}, {"place": "Belo"}, {"day": "19"}])
def test_another_number_heading_or_day_is_another_question(searched: list[str], told: dict[str, str]) -> None:
    assert answer() != answer(**told)
    assert len(searched) == 2


def test_another_claim_place_or_memory_is_another_question(searched: list[str]) -> None:
    answer()
    answer(replace(KILLED, event="injured"))
    answer(locator="words:prefix=killed ;exact=1,500;suffix= people")
    answer(remembered='["the belo flood killed # people",[],[],[]]')
    assert len(searched) == 4


@pytest.mark.parametrize("pair", list(pairs()), ids=lambda pair: pair.name)
def test_what_was_found_is_what_a_search_finds(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    for locator in ("", pair.locator):
        searched = []
        for memory in (Recent(), Recent()):
            monkeypatch.setattr(answers, "RECENT", memory)
            searched.append(pair.answers(locator))
        kept = pair.answers(locator)
        assert kept == searched[0] == searched[1]
        again = asked(pair.second_page.replace(b"<head>", b"<head><!-- 7 -->"), pair.expected, locator, kept[0].seen)
        assert again == kept[1]


def test_the_oldest_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searches, "MOST", 2)
    memory, found = Recent(), Located("missing")
    one, two, three = (Search(text, "en", date(2023, 11, 12), KILLED, None, "") for text in (b"1", b"2", b"3"))
    memory.keep(one, found)
    memory.keep(two, found)
    assert memory.get(one) is found
    memory.keep(three, found)
    assert [memory.get(asked) for asked in (one, two, three)] == [found, None, found]


BESIDE = [
    "<aside><p>Most read: 9,999 killed in Aren</p></aside>",
    "<aside><h3>Most read</h3><p>Quake in Belo kills 7</p><p>Fire in Aren hurts 40</p></aside>",
    f"<nav>{'<p>News of 12 November</p>' * 60}</nav>",
]


def blanked(read: sandbox.Read) -> str:
    """A page's text with each letter of what stands beside it struck out."""
    letters = list(read.text)
    for region in read.regions:
        if region.kind in answers.BESIDE:
            letters[region.start : region.end] = [
                "\n" if letter == "\n" else " " for letter in letters[region.start : region.end]
            ]
    return "".join(letters)


@pytest.mark.parametrize("pair", list(pairs()), ids=lambda pair: pair.name)
def test_what_stands_beside_a_text_is_neither_read_nor_missed(pair: Pair, searched: list[str]) -> None:
    told, languages = [], set()
    for beside in BESIDE:
        middle = pair.second_page.replace(b"</p>", b"</p>" + beside.encode(), 1)
        body = middle.replace(b"</body>", beside.encode() + b"</body>")
        read = sandbox.read(body, "text/html", charset="utf-8")
        page = Page(blanked(read), answers.language_of(read), answers.published_on(read))
        plain = locate(pair.expected, page)
        found = asked(body, pair.expected, "")
        if found.start is not None and found.end is not None:
            assert read.text[found.start : found.end] == found.words
        assert (found.start, found.end) == (plain.start, plain.end)
        assert (found.read is None) == (plain.outcome != "found")
        told.append((found.finding, found.read, found.words))
        languages.add(answers.language_of(read))  # the one that a short page names
    assert told[0] == told[1] == told[2]
    assert len(searched) == len(languages)
