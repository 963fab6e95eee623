import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction import extract
from claims.extraction.demand import COMPUTED, FiguresOnDemand, signs_of
from claims.extraction.figures.measures import UNITS
from claims.extraction.invisible import visible
from claims.extraction.language import available, load
from claims.extraction.values import Figure
from tests.extraction.test_pipeline import LANGUAGES, PIECES, TEXTS

SENTENCES = st.sampled_from(
    [
        "The quake killed 1,400 people in Aren. ", "58 were injured. ", "Another 12 died, 3 of them children. ", "$5 million was paid. ", "Prices rose 4 percent. ",
        "Of these, 204 were men. ", "It took 5 to 7 days. ", "Profit fell from 3.1 to 2.4 percent. ", "Sebanyak 40 rumah rusak. ", "Sydney paid $300. ", "\n\n", "No number here. ",
    ]
)  # fmt: skip
PROSE = st.lists(st.one_of(SENTENCES, PIECES), max_size=60).map("".join)
PAGES = st.one_of(TEXTS, PROSE).map(visible)


def bare(figures: tuple[Figure, ...]) -> list[Figure]:
    """Figures without the number of the figure on which they hang, which depends on the list that they stand in."""
    return [figure._replace(relation=figure.relation and figure.relation._replace(figure=0)) for figure in figures]


@settings(deadline=None)
@given(PAGES, LANGUAGES, st.data())
def test_figures_on_demand_are_those_of_the_whole_reading(text: str, language: str | None, data: st.DataObject) -> None:
    whole = extract(text, language=language, quotes=False).figures
    found = FiguresOnDemand(text, language)
    for _ in range(3):
        start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        assert bare(found.between(start, end)) == bare(tuple(one for one in whole if start <= one.start < end))
    assert bare(found.all()) == bare(whole)
    for figure, same in zip(whole, found.all(), strict=True):
        if figure.relation is not None:
            other = found.related(same)
            assert other is not None
            assert bare((other,)) == bare((whole[figure.relation.figure],))


@settings(deadline=None)
@given(PAGES, LANGUAGES)
def test_no_figure_of_the_unit_is_left_out(text: str, language: str | None) -> None:
    whole = extract(text, language=language, quotes=False).figures
    for unit in {figure.unit for figure in whole}:
        found = bare(FiguresOnDemand(text, language).like(unit))
        assert [one for one in found if one.unit == unit] == bare(tuple(one for one in whole if one.unit == unit))


def test_sentences_without_the_unit_are_left_unread() -> None:
    text = "The quake killed 1,400 people in Aren. Prices rose 4 percent."
    assert [figure.text for figure in FiguresOnDemand(text, "en").like("percent")] == ["4 percent"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The port shipped 1,400 crates in May. In June it was 1,650.", "crates"),
        ("Indeks saham naik 12,5 poin. Kemarin ditutup di 5.651,82.", "poin"),
    ],
)
def test_a_number_without_a_noun_looks_back(text: str, counted: str) -> None:
    """Asked for alone, before any other sentence was read."""
    last = text.rindex(". ") + 2
    assert [figure.counted for figure in FiguresOnDemand(text, None).between(last, len(text))] == [counted]


def test_what_is_read_first_decides_nothing() -> None:
    """Whether the last count had decimals is that of the sentence before, whichever was read last."""
    text = "Indeks saham naik 12,5 poin. Ada 30 emiten di bursa. Rasionya 44,7. Ada 7 bank."
    found = FiguresOnDemand(text, "id")
    found.between(0, 20)
    at = text.index("Rasionya")
    whole = extract(text, language="id", quotes=False).figures
    assert bare(found.between(at, at + 20)) == bare(tuple(one for one in whole if at <= one.start < at + 20))


def test_a_text_with_too_many_numerals_is_read_as_far_as_ever() -> None:
    text = "There were 5 boxes, 7 bags and 9 tins. " * 1000
    whole = extract(text, language="en", quotes=False).figures
    assert len(whole) < 3000
    assert len(FiguresOnDemand(text, "en").between(0, len(text))) == len(whole)


def test_a_long_row_of_sentences_that_look_back_is_no_deep_reading() -> None:
    text = "Then another 58 were seen. " * 900
    found = FiguresOnDemand(text, "en")
    assert bare(found.between(len(text) - 200, len(text)))
    assert bare(found.all()) == bare(extract(text, language="en", quotes=False).figures)


@pytest.mark.parametrize("code", available())
def test_every_unit_has_its_signs(code: str) -> None:
    language = load(code)
    for unit, phrases in language.tables["units"].items():
        if unit not in COMPUTED:
            assert all(any(sign in phrase for sign in signs_of(language, unit)) for phrase in phrases), unit
    for sign, unit in UNITS.prefixes.items():
        assert sign in signs_of(language, unit)
