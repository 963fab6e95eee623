"""The text as HTML: the words stay the words, marks nest, nothing from outside is markup."""

import html
import random
import re
from html.parser import HTMLParser

import pytest

from claims.admin.marking import Mark, covering, render

VOID = re.compile(r"<[^>]*>")


class Marked(HTMLParser):
    """The text of each claim's marks, and whether every tag closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = []
        self.words: dict[str, str] = {}
        self.tags: set[str] = set()
        self.feed(source)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.open.append((tag, dict(attrs).get("data-claim", "")))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for claim in {claim for _tag, claim in self.open if claim}:
            self.words[claim] = self.words.get(claim, "") + data


def text_of(source: str) -> str:
    return html.unescape(VOID.sub("", source))


def test_a_sign_that_turns_words_around_turns_nothing_and_stays():
    text = "\u202eSebanyak 12 orang\u202c tewas"
    shown = render(text, [], [Mark(1, "figure", ((10, 18),))])
    assert shown.startswith('<span class="block other"><bdi>\u202e</bdi>Sebanyak ')
    assert text_of(shown) == text


CASES = {
    "one figure": ("about 1,400 people", [Mark(1, "figure", ((0, 18),))], {"1": "about 1,400 people"}),
    "a figure inside a quote": (
        "“some 200 trucks,” he said",
        [Mark(1, "quote", ((0, 18),)), Mark(2, "figure", ((1, 16),))],
        {"1": "“some 200 trucks,”", "2": "some 200 trucks"},
    ),
    "a quote split by its cue": (
        "“One,” he said, “two.”",
        [Mark(1, "quote", ((0, 6), (16, 22)))],
        {"1": "“One,”“two.”"},
    ),
    "two that cross": (
        "abcdefgh",
        [Mark(1, "quote", ((0, 5),)), Mark(2, "figure", ((3, 8),))],
        {"1": "abcde", "2": "defgh"},
    ),
    "the same words twice": (
        "100 men",
        [Mark(1, "quote", ((0, 7),)), Mark(2, "figure", ((0, 7),))],
        {"1": "100 men", "2": "100 men"},
    ),
    "astral characters count as one": ("🚚🚚 200 🚚", [Mark(1, "figure", ((3, 6),))], {"1": "200"}),
    "over the end of a block": ("one\n\ntwo 3", [Mark(1, "quote", ((0, 10),))], {"1": "one\n\ntwo 3"}),
    "nothing outside the text": ("short", [Mark(1, "figure", ((2, 99),))], {}),
}


@pytest.mark.parametrize(("text", "marks", "words"), CASES.values(), ids=CASES)
def test_marks_hold_their_words_and_the_text_stays(text, marks, words):
    source = render(text, [(0, 3, "body"), (5, len(text), "body")] if "\n\n" in text else [], marks)
    assert text_of(source) == text
    assert Marked(source).words == words


def test_the_first_stretch_alone_carries_the_address():
    source = render("“One,” he said, “two.”", [], [Mark(7, "quote", ((0, 6), (16, 22)))])
    assert source.count('id="mark-7"') == 1
    assert source.count('data-claim="7"') == 2


def test_boilerplate_is_dimmed_and_white_space_between_blocks_hidden():
    source = render("Head\n\nADVERT", [(0, 4, "headline"), (6, 12, "advert")], [])
    assert 'class="block headline"' in source
    assert 'class="block advert dim"' in source
    assert '<span class="gap">\n\n</span>' in source


def test_nothing_from_outside_becomes_markup():
    evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    source = render(evil, [(0, 8, '"><b>')], [Mark(1, '"><i>', ((3, 20),), title=evil, state='"><u>')])
    assert text_of(source) == evil
    assert Marked(source).tags <= {"span", "mark"}


def test_every_character_lies_in_exactly_one_block():
    covered = covering("ab cd  ef", [(0, 2, "headline"), (3, 5, "body")])
    assert covered == [(0, 2, "headline"), (2, 3, "gap"), (3, 5, "body"), (5, 9, "other")]


def test_any_marks_over_any_blocks_keep_text_and_nesting():
    chance = random.Random(5)
    for _turn in range(300):
        text = "".join(chance.choice("ab<&\"'\n 1🚚é") for _ in range(chance.randint(1, 60)))
        edges = sorted(chance.sample(range(len(text) + 1), min(4, len(text) + 1)))
        blocks = [(left, right, "body") for left, right in zip(edges[::2], edges[1::2], strict=False)]
        marks, words = [], {}
        for key in range(chance.randint(0, 6)):
            left, right = sorted(chance.sample(range(len(text) + 1), 2))
            marks.append(Mark(key, chance.choice(["figure", "quote"]), ((left, right),)))
            words[str(key)] = text[left:right]
        source = render(text, blocks, marks)
        assert text_of(source) == text
        assert Marked(source).words == words
