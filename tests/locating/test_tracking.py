"""A figure followed through the revisions of its page."""

import re
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from claims.comparison import Expected
from claims.locating import Located, Pinned, Seen, locate
from claims.locating.claim import Claim
from claims.locating.page import Page
from claims.locating.sentence import sentence_of
from claims.locating.tracking import Track, exchanged, is_name_in, likeness

TOLL = Expected(
    value=Decimal(17),
    counted="people",
    event="killed",
    place="Aren",
    published=date(2025, 3, 2),
    context="The landslide in Aren killed 17 people.",
)
FIRST = (
    "Landslide in Aren\n\nThe landslide that hit villages around Aren killed 17 people, the rescue service said on "
    "Monday. In the village of Belo 21 people died in a flood last week."
)


def read(text: str, seen: Seen | None = None, claim: Expected = TOLL, locator: Pinned | None = None) -> Located:
    return locate(claim, Page(text, "en", date(2025, 3, 2)), seen=seen, locator=locator)


def said(answer: Located) -> tuple[str, Decimal | None]:
    return answer.outcome, answer.read.value if answer.read and answer.outcome == "found" else None


@pytest.fixture
def seen() -> Seen:
    first = read(FIRST)
    assert said(first) == ("found", Decimal(17))
    assert first.seen is not None
    return first.seen


def test_the_sentence_is_remembered_without_its_numbers_and_days(seen: Seen) -> None:
    assert seen.words == ("the landslide that hit villages around Aren killed # people the rescue service said on")
    assert list(seen.own.values()) == [Decimal(17)]
    assert len(seen.others) == 2


def test_what_is_remembered_is_one_line_of_json(seen: Seen) -> None:
    assert Seen.unpacked(seen.packed()) == seen
    assert "\n" not in seen.packed()


def test_nothing_is_remembered_of_what_is_not_found() -> None:
    assert read("Landslide in Aren\n\nNobody knows the number of the dead.").seen is None


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("17 people", "17 people", ("found", Decimal(17))),
        ("17 people", "64 people", ("found", Decimal(64))),
        ("17 people, the rescue service said on Monday", "25 people, the rescue service said on Friday", ("found", Decimal(25))),
        (
            "The landslide that hit villages around Aren killed 17 people, the rescue service said on Monday.",
            "According to the rescue service, 25 people were killed when the landslide hit villages around Aren.",
            ("found", Decimal(25)),
        ),
        ("The landslide that hit villages around Aren killed 17 people, the rescue service said on Monday. ", "", ("missing", None)),
        (
            "The landslide that hit villages around Aren killed 17 people, the rescue service said on Monday.",
            "In Aren, the army counts 14 people killed.",
            ("ambiguous", None),
        ),
        ("hit villages around Aren killed 17 people", "hit villages around Cita killed 15 people", ("ambiguous", None)),
    ],
    ids=["as it was", "moved", "another day", "reworded", "gone", "another sentence", "another name"],
)  # fmt: skip
def test_the_page_is_revised(seen: Seen, old: str, new: str, outcome: tuple[str, Decimal | None]) -> None:
    assert FIRST.count(old) == 1
    answer = read(FIRST.replace(old, new), seen)
    assert said(answer) == outcome or (outcome[0] == "ambiguous" and answer.outcome in {"ambiguous", "missing"})


def test_a_sentence_that_told_another_figure_is_not_read_when_the_first_is_gone() -> None:
    claim = Expected(
        value=Decimal(2300),
        counted="pekerja",
        event="laid_off",
        population="PT Adira",
        place="Tangerang",
        context="PT Adira memberhentikan 2.300 pekerja di Tangerang.",
    )
    told = "PT Adira memberhentikan 2.300 pekerja di pabriknya di Cikupa, Tangerang, karena pesanan turun. "
    text = f"{told}Dinas tenaga kerja Banten mencatat 1.163 pekerja diberhentikan perusahaan lain sejak Januari."
    gone = text.replace(told, "Perundingan antara PT Adira dan serikat pekerja di Tangerang berakhir tanpa hasil. ")
    first = locate(claim, Page(text, "id", None))
    assert said(first) == ("found", Decimal(2300))
    assert said(locate(claim, Page(gone, "id", None))) == ("found", Decimal(1163))
    assert said(locate(claim, Page(gone, "id", None), seen=first.seen)) == ("missing", None)


def test_a_newer_entry_in_other_words_is_read() -> None:
    entry = "{day} March 2025\n\n{hour}:10\n{toll} people have been killed in the landslide around Aren{more}.\n\n"
    old = entry.format(day=2, hour=15, toll=17, more=", the rescue service says")
    new = entry.format(day=4, hour=11, toll=64, more=" and in the valley below it, the governor says")
    first = read(f"Live: Landslide in Aren\n\n{old}")
    assert said(first) == ("found", Decimal(17))
    assert said(read(f"Live: Landslide in Aren\n\n{new}{old}", first.seen)) == ("found", Decimal(64))


PINNED = Pinned("17 people", "villages around Aren killed ", ", the rescue service said")


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("17 people", "25 people", ("found", Decimal(25))),
        (
            "The landslide that hit villages around Aren killed 17 people, the rescue service said on Monday.",
            "According to the rescue service, 25 people were killed when the landslide hit villages around Aren.",
            ("found", Decimal(25)),
        ),
        ("The landslide that hit villages around Aren killed 17 people, the rescue service said on Monday. ", "", ("missing", None)),
    ],
    ids=["moved", "reworded", "gone"],
)  # fmt: skip
def test_pinned_words_are_followed_too(old: str, new: str, outcome: tuple[str, Decimal | None]) -> None:
    first = read(FIRST, locator=PINNED)
    assert said(first) == ("found", Decimal(17))
    assert said(read(FIRST.replace(old, new), first.seen, locator=PINNED)) == outcome


def test_pinned_words_under_another_place_are_offered() -> None:
    claim = Expected(
        value=Decimal(23),
        counted="passengers",
        event="rescued",
        place="Lake Tana",
        context="Rescuers saved 23 passengers of a boat on Lake Tana.",
    )
    text = "A boat sank on {lake} on Saturday, the police said. Rescuers saved {saved} passengers."
    pinned = Pinned("23 passengers", "Rescuers saved ", "")
    first = read(text.format(lake="Lake Tana", saved=23), claim=claim, locator=pinned)
    assert said(first) == ("found", Decimal(23))
    same = read(text.format(lake="Lake Tana", saved=31), first.seen, claim, pinned)
    assert said(same) == ("found", Decimal(31))
    other = read(text.format(lake="Lake Abaya", saved=31), first.seen, claim, pinned)
    assert other.outcome == "ambiguous"


EGGS = Expected(
    value=Decimal(31500),
    unit="IDR",
    counted="harga telur ayam",
    event="priced",
    place="Surabaya",
    context="Harga telur ayam di Surabaya Rp31.500 per kilogram.",
)


def test_a_word_of_the_claim_that_made_way_for_another_is_a_look_alike() -> None:
    text = "Harga telur {bird} di Pasar Wonokromo, Surabaya, mencapai {price} per kilogram, kata pedagang."
    first = locate(EGGS, Page(text.format(bird="ayam", price="Rp31.500"), "id", None))
    assert said(first) == ("found", Decimal(31500))
    dearer = locate(EGGS, Page(text.format(bird="ayam", price="Rp36.000"), "id", None), seen=first.seen)
    assert said(dearer) == ("found", Decimal(36000))
    ducks = locate(EGGS, Page(text.format(bird="bebek", price="Rp36.000"), "id", None), seen=first.seen)
    assert ducks.outcome == "ambiguous"


def test_the_same_said_of_another_year_is_a_look_alike() -> None:
    claim = Expected(
        value=Decimal(310),
        counted="people",
        event="killed",
        place="Tula",
        context="Fires killed 310 people in Tula in 2024.",
    )
    text = "In {year} fires in the forests and villages around Tula killed {toll} people, the province says."
    first = locate(claim, Page(text.format(year=2024, toll=310), "en", None))
    assert said(first) == ("found", Decimal(310))
    corrected = locate(claim, Page(text.format(year=2024, toll=318), "en", None), seen=first.seen)
    assert said(corrected) == ("found", Decimal(318))
    assert locate(claim, Page(text.format(year=2025, toll=290), "en", None), seen=first.seen).outcome != "found"


def test_who_says_it_may_change(seen: Seen) -> None:
    text = FIRST.replace("the rescue service said on Monday", "said Rita Amsal of the rescue service")
    page = Page(text, "en", None)
    figure = next(one for one in page.figures if one.value == 17)
    assert not Track(seen, page, Claim(TOLL)).is_exchanged(figure)


def test_a_cell_is_known_by_its_row_and_its_column() -> None:
    page = Page("Regency\tKilled\tHurt\nAren\t12\t30\nBelo\t4\t9\n", "en", None)
    assert [sentence_of(page, figure) for figure in page.figures[:2]] == [
        ("Aren", "#", "Killed"),
        ("Aren", "#", "Hurt"),
    ]


def test_likeness_is_the_share_of_words_left_in_any_order() -> None:
    assert likeness(("a", "#", "b", "c"), ("C", "#", "x", "a")) == Decimal(2) / 3
    assert likeness(("#",), ("#",)) == 0


def test_what_stands_in_the_place_of_what() -> None:
    boat = ("the", "boat", "on", "Lake", "Tana", "sank")
    assert exchanged(boat, ("the", "boat", "on", "Lake", "Abaya", "sank")) == [(("Tana",), ("Abaya",))]
    assert exchanged(boat, ("the", "old", "boat", "on", "Lake", "Tana", "sank")) == []


@pytest.mark.parametrize("word", ["As", "As-Salam", "Élan"])
def test_a_name_is_told_as_a_pattern_for_the_word_tells_it(word: str) -> None:
    plain = re.compile(rf"[a-z,] {re.escape(word)}\b|\b{re.escape(word)} [^\W\d_a-z]")
    signs = ["", "a", "B", "9", "é", "É", "_", "-", ",", " ", f" {word}"]
    for first, before, after, last in product(signs, repeat=4):
        text = f"{first}{before}{word}{after}{last}"
        assert is_name_in(word, text) == (plain.search(text) is not None), text
