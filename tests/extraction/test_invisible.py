"""Signs that nobody sees, or that stand for others, change what is read in no way; every place is one in the text given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction import extract
from claims.extraction.invisible import SIGNS, has_invisible, visible
from claims.extraction.values import Extraction

ARTICLE = (
    "“Sekitar 1.400 orang tewas,” kata Kepala Dinas Kesehatan, Gariman, kepada wartawan pada 7 Oktober.\n"
    "Menurut polisi, korban luka naik dari 5 menjadi 12 orang. Kerugian Rp 1,2 miliar."
)


def told(found: Extraction) -> list[object]:
    """What was read, without the places and with the words as a reader sees them."""
    return [
        [(block.kind, None) for block in found.blocks],
        [
            (visible(figure.text), figure.value, figure.high, figure.bound, figure.unit, figure.counted, figure.event)
            for figure in found.figures
        ],
        [(visible(quote.text), quote.form, quote.rule, quote.speaker and quote.speaker.name) for quote in found.quotes],
        [[(part.role, part.name, visible(part.text)) for part in quote.attribution] for quote in found.quotes],
        [(visible(numeral.text), numeral.why) for numeral in found.rejected],
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sebanyak 1.4\u200b00 orang tewas.", "1.4\u200b00 orang", 1400),
        ("Sebanyak \ufeff250\u200e orang tewas.", "250\u200e orang", 250),
        ("A total of 1,2\u206000 people were kil\u00adled.", "1,2\u206000 people", 1200),
        ("Ada 3\u200d5 orang tewas.", "3\u200d5 orang", 35),
    ],
)
def test_a_number_is_read_over_them(text: str, words: str, value: int) -> None:
    (figure,) = extract(text).figures
    assert (figure.text, figure.value) == (words, value)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(ARTICLE)), st.sampled_from(SIGNS)), min_size=1, max_size=30))
def test_what_is_read_stays_the_same_wherever_they_stand(added: list[tuple[int, str]]) -> None:
    text = ARTICLE
    for place, sign in sorted(added, reverse=True):
        text = text[:place] + sign + text[place:]
    assert visible(text) == ARTICLE

    found = extract(text, language="id", explain=True)

    assert told(found) == told(extract(ARTICLE, language="id", explain=True))
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.counted_span is None or visible(text[slice(*figure.counted_span)]) == figure.counted
    for quote in found.quotes:
        assert text[quote.start : quote.end] == quote.text
        assert quote.cue is None or text[quote.cue.start : quote.cue.end] == quote.cue.text
        assert all(text[part.start : part.end] == part.text for part in quote.attribution)
        assert quote.clause is None or visible(text[slice(*quote.clause)]) in ARTICLE
        assert [visible(text[slice(*part)]) for part in quote.parts] == [
            ARTICLE[slice(*part)] for part in parts_of(quote.rule)
        ]
    assert all(text[numeral.start : numeral.end] == numeral.text for numeral in found.rejected)


def parts_of(rule: str) -> list[tuple[int, int]]:
    (quote,) = [quote for quote in extract(ARTICLE, language="id").quotes if quote.rule == rule]
    return list(quote.parts)


GARBLED = [
    ("â€œKami siap,â€\x9d", "“Kami siap,”"),
    ("â€œKami siap,â€", "“Kami siap,”"),
    ("â€œKami siap,â€\ufffd", "“Kami siap,”"),
    ("â\x80\x9cKami siap,â\x80\x9d", "“Kami siap,”"),
    ("&quot;Kami siap,&quot;", '"Kami siap,"'),
    ("&amp;ldquo;Kami&nbsp;siap,&amp;rdquo;", "“Kami\u00a0siap,”"),
    ("&#8220;Kami &#x200b;siap,&#8221;", "“Kami siap,”"),
    ("“Kami â€‹siap,”", "“Kami siap,”"),
]


@pytest.mark.parametrize(("written", "shown"), GARBLED)
def test_marks_that_stand_for_others_are_read_as_those(written: str, shown: str) -> None:
    text = f"{written} kata AndrÃ© Lukman di Solo.\n\nSuhunya 30Â°C."

    (quote,) = extract(text, language="id").quotes

    assert visible(written) == shown
    assert (quote.text, text[quote.start : quote.end]) == (written, written)
    assert quote.speaker is not None
    assert quote.speaker.name == "André Lukman"
    assert text[quote.speaker.start : quote.speaker.end] == "AndrÃ© Lukman"
    assert [figure.text for figure in extract(text, language="id").figures] == ["30Â°C"]


@pytest.mark.parametrize("text", ["NÃO É", "IRMÃ”", "Â«ya", "&amp;amp;" * 3000, "&#0;&#99999;", "Ãâ€Â" * 3000])
def test_what_only_looks_like_them_is_read_without_harm(text: str) -> None:
    found = extract(text, language="id", explain=True)
    assert all(text[numeral.start : numeral.end] == numeral.text for numeral in found.rejected)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("NÃO É", False),
        ("R&D; Tom & Ann", False),
        ("&quot;ya", True),
        ("â€œya", True),
        ("1.400 orang", False),
        ("1.400\u00a0orang – “ya”", False),
        *[(f"1{sign}0", True) for sign in SIGNS],
    ],
)
def test_which_texts_have_them(text: str, has: bool) -> None:
    assert has_invisible(text) is has
