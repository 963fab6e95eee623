import gc
import importlib
import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claims.extraction
from claims.extraction import UnknownLanguage, extract
from claims.extraction.compiled import SOURCES
from claims.extraction.frames import FRAMES
from claims.extraction.invisible import visible
from claims.extraction.values import Extraction
from tests.extraction import adversarial
from tests.gold.scoring import Article, load

PIECES = st.sampled_from(
    [
        "sekitar 1.400 orang", "Rp18,2 triliun", "dari 5 menjadi 7", "“Ya,” kata Budi.", "7 Oktober 2023", "pukul 14.30 WIB", "Pasal 27", "ke-43", "\n", "\n\n", " ", ". ", ", ",
        "(43)", "one in five", "two-thirds", "$3 million to $5 million", "a dozen", "according to police", "“", "”", '"', "Baca juga: ", "ADVERTISEMENT", "9" * 60, "1,2.3,4", "½", "\ud800", "\x00",
        "Berita terkait", "2 jam lalu", "[Gambas:", "İ", "１２", "0812-3456-7890", "20-an", "\u200b", "3\u00ad5 orang\ufeff", "Rp", "%", "hingga", "tidak kurang dari", "dua puluh", "juta", "setengah", "twenty-",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=st.characters()),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
)
LANGUAGES = st.sampled_from(["id", "en", "ms", None])


def check(text: str, found: Extraction) -> None:
    for block in found.blocks:
        assert 0 <= block.start < block.end <= len(text)
    for figure in found.figures:
        assert text[figure.start : figure.end] == figure.text
        assert figure.start <= figure.number[0] < figure.number[1] <= figure.end
        assert figure.counted_span is None or visible(text[slice(*figure.counted_span)]) == figure.counted
        assert figure.within is None or figure.within < len(found.quotes)
        assert figure.relation is None or figure.relation.figure < len(found.figures)
        assert figure.value is None or abs(figure.value) <= 10**30
        assert (figure.bound == "vague") == (figure.value is None)
    for item in found.rejected:
        assert text[item.start : item.end] == item.text
    for quote in found.quotes:
        assert text[quote.start : quote.end] == quote.text
    covered = [figure.number for figure in found.figures] + [(item.start, item.end) for item in found.rejected]
    for index, char in enumerate(text):
        assert char not in "0123456789" or any(start <= index < end for start, end in covered), text[
            max(0, index - 30) : index + 30
        ]
    numbers = sorted(figure.number for figure in found.figures)
    assert all(left[1] <= right[0] for left, right in pairwise(numbers))


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES)
def test_offsets_hold_on_any_text_and_nothing_raises(text: str, language: str | None) -> None:
    found = extract(text, language=language, explain=True)
    check(text, found)
    assert found == extract(text, language=language, explain=True)
    json.dumps(found.as_dict())


@pytest.mark.parametrize("name", adversarial.REPEATED)
@pytest.mark.parametrize("language", ["id", "en"])
def test_hostile_texts_are_read(name: str, language: str) -> None:
    text = adversarial.text(name, 3000)
    check(text, extract(text, language=language, explain=True))


def test_the_text_is_never_touched() -> None:
    text = "Judul\r\n\r\nAda 5 orang\u00a0tewas.\r\n"
    assert extract(text, language="id").figures[0].text == "5 orang"
    assert text[extract(text, language="id").figures[0].start :].startswith("5 orang\u00a0tewas")


def test_paragraphs_do_not_change_each_other() -> None:
    one = "Sedikitnya 12 orang tewas dalam kecelakaan itu, kata polisi pada Senin malam di lokasi kejadian perkara."
    two = "Harga beras naik 5 persen menjadi Rp 15.000 per kilogram, menurut Badan Pangan pada rapat kerja hari ini."
    apart = [figure.text for text in (one, two) for figure in extract(text, language="id").figures]
    assert [figure.text for figure in extract(f"{one}\n\n{two}", language="id").figures] == apart


def test_a_figure_inside_a_quote_knows_it() -> None:
    found = extract("“Ada 12 orang tewas,” kata Budi. Polisi menangkap 3 orang.", language="id")
    assert [figure.within for figure in found.figures] == [0, None]
    assert found.figures[0].attribution == found.quotes[0].attribution


def without_quotes(found: Extraction) -> Extraction:
    """What does not hang on quotes: whose figures are does, and where and when what they tell happened."""
    unsaid = {"within": None, "attribution": (), "event_date": None, "place": None}
    figures = tuple(figure._replace(**unsaid) for figure in found.figures)
    return replace(found, quotes=(), figures=figures)


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES)
def test_without_quotes_the_figures_of_any_text_are_the_same(text: str, language: str | None) -> None:
    whole = extract(text, language=language, explain=True)
    assert without_quotes(extract(text, language=language, explain=True, quotes=False)) == without_quotes(whole)


@pytest.mark.parametrize("article", load(), ids=lambda article: article.name)
def test_without_quotes_the_figures_of_an_article_are_the_same(article: Article) -> None:
    assert without_quotes(extract(article.text, quotes=False)) == without_quotes(extract(article.text))


def test_without_quotes_no_figure_is_dated() -> None:
    text = "“Twelve people died on Monday,” the mayor said on Friday."
    days = [
        [figure.event_date for figure in extract(text, published=date(2026, 11, 27), quotes=told).figures]
        for told in (True, False)
    ]
    assert days == [["2026-11-23"], [None]]


def test_the_language_is_guessed_and_an_unknown_one_refused() -> None:
    assert extract("Polisi mengatakan bahwa lima orang tewas.").language == "id"
    with pytest.raises(UnknownLanguage):
        extract("x", language="xx")


def test_the_contract_has_all_its_keys() -> None:
    answer = extract("Ada 12 orang tewas.", language="id").as_dict()
    assert list(answer) == ["schema", "language", "blocks", "figures", "quotes", "rejected"]
    assert answer["schema"] == 1
    assert set(answer["figures"][0]) == {
        "start", "end", "text", "number", "value", "high", "bound", "unit", "form", "counted", "counted_span", "event", "event_date",
        "population", "place", "accumulation", "relation", "within", "attribution", "worthiness", "rule",
    }  # fmt: skip


def test_the_example_of_the_folder_is_read_as_it_says() -> None:
    example = "\n".join(line.strip() for line in (claims.extraction.__doc__ or "").splitlines()[4:6])
    found = extract(example, published=date(2024, 3, 6), explain=True)
    assert found.language == "en"
    assert [block.kind for block in found.blocks] == ["dateline", "body", "teaser"]
    (quote,), (figure,) = found.quotes, found.figures
    assert quote.form == "indirect"
    assert (quote.text[:9], quote.text[-9:]) == ("The flood", "on Monday")
    assert quote.speaker is not None
    assert (quote.speaker.name, quote.speaker.role) == ("Ann Hill", "Mayor")
    assert [(part.role, part.name) for part in quote.attribution[1:]] == [("audience", "reporters")]
    assert (figure.bound, figure.value, figure.counted, figure.event) == ("at_least", 12, "people", "killed")
    assert (str(figure.event_date), figure.within) == ("2024-03-04", 0)
    assert [(item.text, item.why) for item in found.rejected] == [("Ten", "boilerplate")]


@pytest.mark.parametrize("folder", ["figures", "people", "quotes"])
def test_the_docstring_of_a_folder_names_its_modules(folder: str) -> None:
    package = importlib.import_module(f"claims.extraction.{folder}")
    places = [SOURCES / folder, SOURCES]
    named = re.findall(r"`(\w+)/?`", package.__doc__ or "")
    assert len(named) > 10
    assert [
        name
        for name in named
        if not any((place / name).exists() or (place / f"{name}.py").exists() for place in places)
    ] == []


def test_far_more_quotes_than_an_article_has_are_told_unread() -> None:
    text = "“Ya,” kata Budi. " * (FRAMES * 2)
    found = extract(text, language="id", explain=True)
    unread = [item for item in found.rejected if item.why == "unread_quote"]
    assert len(found.quotes) >= FRAMES
    assert len(found.quotes) + len(unread) == FRAMES * 2
    assert found.quotes[-1].end <= unread[0].start
    assert {item.text for item in unread} == {"“Ya,” kata Budi."}
    assert extract(text, language="id").rejected == ()


def test_a_sentence_full_of_quotes_counts_as_several() -> None:
    text = ("“Ya,” kata Budi, " * 6 + "begitu. ") * FRAMES
    unread = [item for item in extract(text, language="id", explain=True).rejected if item.why == "unread_quote"]
    assert len(unread) > FRAMES / 3


@pytest.mark.parametrize("at_work", [True, False])
def test_the_collector_is_left_as_it_was(at_work: bool) -> None:
    was_at_work = gc.isenabled()
    try:
        gc.enable() if at_work else gc.disable()
        extract("Ada 5 orang, “Ya,” kata Budi.", language="id")
        assert gc.isenabled() is at_work
    finally:
        gc.enable() if was_at_work else gc.disable()


def test_reading_leaves_no_work_for_the_collector() -> None:
    text = "Sedikitnya 1.400 orang tewas. “Ya,” kata Menteri Budi Santoso. Ia mengatakan bahwa 5 orang selamat.\n" * 40
    extract(text, language="id")
    gc.collect()
    extract(text, language="id")
    assert gc.collect() == 0


@pytest.mark.parametrize(
    "text", ["Pada 7 ¹ Oktober", "12¹ orang dan ① 3 kota", "7-¹ dan 3/² dan 7:³", "pukul ⁷.30, 16 ¹ December"]
)
def test_note_marks_are_no_numerals(text: str) -> None:
    """Unicode calls them digits; an article's notes must not end its reading."""
    for language in ("id", "en", "ms"):
        found = extract(text, language=language, explain=True)
        assert not {figure.text[-1] for figure in found.figures} & set("¹²³⁷①")
