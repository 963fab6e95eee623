"""Editors read again; nothing that was read is lost."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from claims.models import Claim
from claims.services import extractions, readings, releases
from tests.factories import a_figure, a_quote, an_article


def test_a_correction_is_the_next_reading_and_keeps_the_rest(editor: User) -> None:
    claim = a_figure(editor)
    first = claim.reading
    second = readings.correct(claim, editor=editor, reason="Typing error.", changed={"value": Decimal(1200)})
    assert (second.n, second.value, second.counted, second.editor) == (2, Decimal(1200), "orang", editor)
    assert claim.reading == second
    first.refresh_from_db()
    assert first.value == Decimal(1400)


def test_a_corrected_speaker_has_an_entry(editor: User) -> None:
    claim = a_quote(editor)
    row = readings.correct(claim, editor=editor, reason="Wrong name.", changed={"speaker_name": "Rina Wibawa"})
    assert row.speaker.name == "Rina Wibawa"


TOLD = "Kepala dinas Rina Wibowo mengatakan banjir itu menewaskan 27 orang dan merusak 312 rumah di Desa Cikupa.\n"


def told_by(claim: Claim) -> list[tuple[str, str]]:
    return list(claim.reading.attribution.values_list("role", "name"))


def test_a_corrected_speaker_tells_the_figures_inside_too(editor: User) -> None:
    article = an_article(TOLD)
    extractions.extract(article)
    quote = article.claims.get(kind="quote")
    inside = list(quote.holds.order_by("id"))
    other = readings.correct(inside[1], editor=editor, reason="Its own source.", changed={"speaker_name": "BPS"})
    assert [told_by(quote), *map(told_by, inside)] == [[("speaker", "Rina Wibowo")]] * 2 + [[("speaker", "BPS")]]
    seen = inside[0].row_version
    readings.correct(quote, editor=editor, reason="A namesake.", changed={"speaker_name": "Rina Wibawa"})
    assert [told_by(quote), told_by(inside[0])] == [[("speaker", "Rina Wibawa")]] * 2
    inside[0].refresh_from_db()
    assert (inside[0].reading.n, inside[0].reading.reason, inside[0].row_version) == (2, "A namesake.", seen + 1)
    assert (inside[1].reading, told_by(inside[1])) == (other, [("speaker", "BPS")])
    readings.correct(quote, editor=editor, reason="Nobody is named.", changed={"speaker_name": ""})
    assert [told_by(quote), told_by(inside[0])] == [[], []]


def test_another_correction_of_a_quote_leaves_what_is_inside(editor: User) -> None:
    article = an_article(TOLD)
    extractions.extract(article)
    quote = article.claims.get(kind="quote")
    readings.correct(quote, editor=editor, reason="Her office.", changed={"role": "Kepala dinas sosial"})
    assert told_by(quote) == [("speaker", "Rina Wibowo")]
    assert {claim.reading.n for claim in quote.holds.all()} == {1}


def test_who_told_a_figure_is_corrected(editor: User) -> None:
    claim = a_figure(editor)
    row = readings.correct(claim, editor=editor, reason="Said so.", changed={"speaker_name": "Kementerian Kesehatan"})
    part = row.attribution.get()
    assert (row.value, part.role, part.party.name) == (Decimal(1400), "speaker", "Kementerian Kesehatan")
    with pytest.raises(ValidationError, match="Nothing was changed"):
        readings.correct(claim, editor=editor, reason="So.", changed={"speaker_name": "Kementerian Kesehatan"})


def test_a_marked_quote_is_told_by_its_speaker(editor: User) -> None:
    assert told_by(a_quote(editor)) == [("speaker", "Rina Wibowo")]


@pytest.mark.parametrize(
    ("changed", "reason", "says"),
    [
        ({"value": Decimal(1200)}, "  ", "Say why"),
        ({"value": Decimal(1400)}, "Because.", "Nothing was changed"),
        ({"value": None}, "Because.", "vague"),
        ({"bound": "range"}, "Because.", "upper end"),
        ({"bound": "range", "high": Decimal(100)}, "Because.", "upper end"),
        ({"bound": "roughly"}, "Because.", "Unknown bound"),
        ({"value": Decimal(10) ** 40}, "Because.", "digits"),
    ],
)
def test_a_reading_that_cannot_be_is_refused(editor: User, changed: dict, reason: str, says: str) -> None:
    claim = a_figure(editor)
    with pytest.raises(ValidationError, match=says):
        readings.correct(claim, editor=editor, reason=reason, changed=changed)
    assert claim.figures.count() == 1


def test_words_the_engine_missed_become_a_claim_at_their_place(editor: User) -> None:
    article = an_article()
    claim = a_figure(editor, article, words="220 orang", value=Decimal(220), bound="exact")
    text = article.current.text
    assert text[claim.anchor.start : claim.anchor.end] == claim.anchor.exact == "220 orang"
    assert text.startswith(claim.anchor.prefix, claim.anchor.start - len(claim.anchor.prefix))
    assert claim.origin == Claim.Origin.EDITOR


@pytest.mark.parametrize(
    ("words", "changed", "read"),
    [
        ("sekitar 1.400 orang", {}, ("about", 1400, None, "", "orang")),
        ("sekitar 1.400 orang", {"value": None, "bound": "exact", "unit": ""}, ("about", 1400, None, "", "orang")),
        ("sekitar 1.400 orang", {"counted": "korban"}, ("about", 1400, None, "", "korban")),
        ("1.400", {"value": Decimal(1500), "bound": "exact"}, ("exact", 1500, None, "", "")),
        ("Kelompok itu", {"bound": "vague"}, ("vague", None, None, "", "")),
    ],
)
def test_a_number_that_nobody_typed_is_read_from_the_words(
    editor: User, words: str, changed: dict, read: tuple
) -> None:
    article = an_article()
    start = article.current.text.index(words)
    claim = readings.mark(article, start, start + len(words), kind="figure", editor=editor, changed=changed)
    row = claim.reading
    assert (row.bound, row.value, row.high, row.unit, row.counted) == read
    assert (row.rule, row.editor) == ("editor", editor)


@pytest.mark.parametrize(
    "words", ["Serangan itu", "sekitar 1.400 orang di Israel selatan. Kelompok itu menyandera 220 orang"]
)
def test_words_that_say_no_number_or_several_need_one(editor: User, words: str) -> None:
    article = an_article()
    start = article.current.text.index(words)
    with pytest.raises(ValidationError, match="Give the number"):
        readings.mark(article, start, start + len(words), kind="figure", editor=editor, changed={})
    assert not Claim.objects.exists()


def test_a_figure_marked_inside_a_quote_is_told_by_its_speaker(editor: User) -> None:
    article = an_article("“Kami kehilangan 12 truk,” kata Rina Wibowo. Sisanya 30 truk.\n")
    extractions.extract(article)
    quote = article.claims.get(kind="quote")
    inside, outside = (
        readings.mark(article, start, start + 2, kind="figure", editor=editor, changed={})
        for start in map(article.current.text.index, ("12", "30"))
    )
    assert (inside.within, told_by(inside)) == (quote, [("speaker", "Rina Wibowo")])
    assert (outside.within, told_by(outside)) == (None, [])


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 3), (-1, 4), (0, 10**6)])
def test_nothing_is_marked_outside_the_text(editor: User, start: int, end: int) -> None:
    with pytest.raises(ValidationError, match="Select the words"):
        readings.mark(an_article(), start, end, kind="figure", editor=editor, changed={"value": Decimal(1)})


def test_the_same_words_are_marked_once(editor: User) -> None:
    article = an_article()
    a_figure(editor, article)
    with pytest.raises(ValidationError, match="marked already"):
        a_figure(editor, article)


def test_a_discarded_claim_is_kept_with_its_reason_and_comes_back(editor: User) -> None:
    claim = a_figure(editor)
    readings.discard(claim, editor=editor, reason="A year, no figure.")
    claim.refresh_from_db()
    assert claim.workflow == Claim.Workflow.DISCARDED
    assert claim.discard_reason == "A year, no figure. (sari)"
    assert list(Claim.objects.on_desk()) == []
    readings.restore(claim, editor=editor)
    assert list(Claim.objects.on_desk()) == [claim]
    acts = list(claim.handlings.order_by("id").values_list("act", "reason"))
    assert acts == [("discard", "A year, no figure."), ("restore", "")]
    with pytest.raises(ValidationError, match="not discarded"):
        readings.restore(claim, editor=editor)


def test_a_released_claim_is_withdrawn_before_it_is_discarded(editor: User) -> None:
    claim = a_figure(editor)
    releases.release(claim, editor=editor)
    with pytest.raises(ValidationError, match="Withdraw it"):
        readings.discard(claim, editor=editor, reason="A year.")
