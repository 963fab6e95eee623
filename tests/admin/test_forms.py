"""The workbench's forms: numbers as a language writes them, the place of missed words."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from claims.admin.forms import (
    VERDICT_KEYS,
    Address,
    Amount,
    CorrectFigureForm,
    CorrectQuoteForm,
    MarkForm,
    RuleForm,
    Unit,
)
from claims.extraction.figures.measures import UNITS
from claims.models import Claim
from claims.services import rulings
from claims.verdicts import VERDICTS
from tests.factories import a_figure, a_quote

READ = [
    ("en", "1,400", "1400"), ("en", "1400", "1400"), ("en", "0.5", "0.5"), ("en", "0.125", "0.125"), ("en", "1.4000", "1.4"), ("en", "1,400.125", "1400.125"), ("en", "-3", "-3"), ("en", "−3.5", "-3.5"),
    ("id", "1.400", "1400"), ("id", "1400", "1400"), ("id", "0,5", "0.5"), ("id", "1.400.000,25", "1400000.25"),
]  # fmt: skip
REFUSED = [
    ("id", "1.4"), ("id", "1,400.5"), ("id", "1.40.000"), ("en", "1,4"), ("en", "1.400,5"), ("en", "1e9"), ("en", "NaN"),
    ("en", "1.400"), ("en", "-12.345"), ("id", "1,400"), ("en", "٣"), ("en", "9" * 33), ("en", "12 men"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "typed", "value"), READ)
def test_a_number_as_the_language_writes_it(language, typed, value):
    with translation.override(language):
        assert Amount().clean(typed) == Decimal(value)


@pytest.mark.parametrize(("language", "typed"), REFUSED)
def test_a_number_that_could_be_two_numbers_is_refused(language, typed):
    with translation.override(language), pytest.raises(ValidationError):
        Amount().clean(typed)


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_number_that_was_shown_is_read_back_the_same(language):
    with translation.override(language):
        for value in ("1234567.5", "1400", "3.125", "-1.400", "0.125", "12345.678"):
            shown = Amount().prepare_value(Decimal(value).quantize(Decimal("1e-10")))
            assert Amount().clean(shown) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" bps.go.id/tabel?n=1 ", "https://bps.go.id/tabel?n=1"),
        ("www.bps.go.id", "https://www.bps.go.id"),
        ("data.example:8443/x", "https://data.example:8443/x"),
        ("http://bps.go.id", "http://bps.go.id"),
        ("toll", "toll"),
        ("1.400", "1.400"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("who@example.org", "who@example.org"),
        ("bps.go.id and more", "bps.go.id and more"),
    ],
)
def test_an_address_may_lack_its_scheme(typed, address):
    assert Address().clean(typed) == address


TYPED = [
    ("id", "persen", "percent"), ("id", "%", "percent"), ("id", "Rupiah", "IDR"), ("id", "Rp", "IDR"), ("id", "idr", "IDR"),
    ("id", "kilometer", "kilometre"), ("id", "percent", "percent"), ("id", "km", "kilometre"), ("en", "per  cent", "percent"),
    ("en", "tons of gold", "tons of gold"), ("en", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "typed", "code"), TYPED)
def test_a_unit_is_named_in_the_reader_s_language(language, typed, code):
    with translation.override(language):
        assert Unit().clean(typed) == code


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_unit_that_was_shown_is_read_back_the_same(language):
    with translation.override(language):
        assert {code: Unit().clean(Unit().prepare_value(code)) for code in UNITS.kinds} == {c: c for c in UNITS.kinds}


def test_an_event_is_chosen_by_its_name_in_the_reader_s_language(editor):
    with translation.override("id"):
        form = CorrectFigureForm(a_figure(editor))
        assert '<option value="killed" selected>tewas</option>' in str(form["event"])
        assert '<option value="hostage">sandera</option>' in str(form["event"])
    data = {"row_version": 0, "bound": "about", "value": "1,400", "reason": "x"}
    assert "event" in CorrectFigureForm(a_figure(editor), {**data, "event": "tewas"}).errors
    assert CorrectFigureForm(a_figure(editor), {**data, "event": ""}).is_valid()


def test_an_event_of_an_older_engine_stays_what_it_was(editor):
    claim = a_figure(editor, event="crowned")
    data = {"row_version": 0, "bound": "about", "value": "1,400", "reason": "x", "event": "crowned"}
    assert CorrectFigureForm(claim, data).is_valid()
    assert '<option value="crowned" selected>crowned</option>' in str(CorrectFigureForm(claim)["event"])


def test_every_verdict_has_a_key():
    assert sorted(VERDICT_KEYS.values()) == sorted(VERDICTS)


def test_forms_show_the_current_reading(editor):
    figure = CorrectFigureForm(a_figure(editor)).as_p()
    assert "1,400" in figure
    quote = CorrectQuoteForm(a_quote(editor))
    assert "Rina Wibowo" in quote.as_p()
    assert list(quote.fields) == ["speaker_name", "role", "cue", "form", "reason", "row_version"]


def test_a_ruling_may_rest_on_readings_of_its_claim_only(editor):
    claim, other = a_figure(editor), a_figure(editor)
    foreign = other.readings.create(value=1, known_at="2023-10-27T00:00Z")
    data = {"verdict": "true", "reason": "x", "readings": [foreign.pk], "row_version": 0}
    assert "readings" in RuleForm(claim, data).errors


PLACES = [
    ({"start": 4, "end": 7, "words": "200"}, (4, 7)),
    ({"start": 4, "end": 7}, (4, 7)),
    ({"words": "200 men"}, (4, 11)),
    ({"words": "  200 men "}, (4, 11)),
]
NO_PLACES = [
    ({"start": 4, "end": 7, "words": "201"}, "changed"),
    ({"words": "300"}, "do not stand"),
    ({"words": "men"}, "more than once"),
    ({"words": ""}, "Select the words"),
]
TEXT = "The 200 men and 10 men"


def marking(data: dict) -> MarkForm:
    form = MarkForm({"kind": Claim.Kind.FIGURE, **data})
    assert form.is_valid(), form.errors
    return form


@pytest.mark.parametrize(("data", "place"), PLACES)
def test_words_are_found_where_they_stand(data, place):
    assert marking(data).place(TEXT) == place


@pytest.mark.parametrize(("data", "why"), NO_PLACES)
def test_words_without_a_certain_place_are_refused(data, why):
    with pytest.raises(ValidationError, match=why):
        marking(data).place(TEXT)


def test_a_ruling_is_taken_back_only_where_one_stands(editor):
    claim = a_figure(editor)
    given = {"row_version": claim.row_version, "verdict": "unverified", "reason": "Too early."}
    assert "verdict" in RuleForm(claim, given).errors
    rulings.rule(claim, "true", editor=editor, reason="As the ministry says.")
    assert RuleForm(claim, given).is_valid()
