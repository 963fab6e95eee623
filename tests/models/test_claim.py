"""Constraints of claims and their readings, as the database keeps them."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from claims.models import Anchor, Attribution, Claim, Figure
from claims.models.claim import keeps
from claims.services import readings
from tests.factories import a_figure, a_quote


@pytest.fixture
def claim(editor: User) -> Claim:
    return a_figure(editor)


def test_a_claim_has_one_place_in_a_version(claim: Claim) -> None:
    place = claim.anchor
    with pytest.raises(IntegrityError), transaction.atomic():
        Anchor.objects.create(claim=claim, version=place.version, start=0, end=1, exact="S")


@pytest.mark.parametrize(("start", "end"), [(4, 4), (5, 4)])
def test_a_place_is_not_empty(claim: Claim, start: int, end: int) -> None:
    other = Claim.objects.create(article=claim.article, kind="figure")
    with pytest.raises(IntegrityError), transaction.atomic():
        Anchor.objects.create(claim=other, version=claim.article.current, start=start, end=end, exact="")


def test_a_figure_has_a_value_unless_it_is_vague(claim: Claim) -> None:
    known = {"claim": claim, "number_start": 0, "number_end": 1}
    Figure.objects.create(n=2, bound="vague", **known)
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.create(n=3, bound="exact", **known)


def test_readings_are_numbered_once(claim: Claim) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Figure.objects.create(claim=claim, n=1, value=1, number_start=0, number_end=1)


def test_the_highest_reading_is_current_and_amounts_are_exact(claim: Claim, editor: User) -> None:
    large = Decimal("12345678901234567890123456789012.0123456789")
    readings.correct(claim, editor=editor, reason="Long.", changed={"value": large})
    assert Claim.objects.get().reading.value == large


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize("digits", [1, 9, 15, 16, 17, 28, 32, 33, 35])
def test_an_amount_is_given_back_exactly_or_not_kept(editor: User, digits: int) -> None:
    amount = Decimal("12345678901234567890123456789012345"[:digits])
    for value in (amount, amount.scaleb(-3), -amount):
        claim = a_figure(editor)
        try:
            readings.correct(claim, editor=editor, reason="Long.", changed={"value": value})
        except ValidationError:
            assert not keeps(value)
            assert digits > 15
        else:
            assert claim.figures.get(n=2).value == value


def test_a_part_of_a_chain_belongs_to_one_reading(claim: Claim, editor: User) -> None:
    quote = a_quote(editor).reading
    for figure, said in ((None, None), (claim.reading, quote)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attribution.objects.create(figure=figure, quote=said, role="speaker", name="X")


def test_a_claim_is_called_by_its_words(claim: Claim) -> None:
    assert str(claim) == "sekitar 1.400 orang"
