"""Every criterion picks the claims it says, and no others."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Claim
from claims.models.selection import CRITERIA, select
from claims.services import readings, rulings
from tests.factories import a_figure, a_quote, an_article, some_evidence

CASES = [
    ("kind", "figure", "quote"),
    ("verdict", "true", "false"),
    ("currency", "unchecked", "current"),
    ("language", "id", "en"),
    ("outlet", "Harian Contoh", "Harian Lain"),
    ("event", "killed", "injured"),
    ("unit", "people", "percent"),
    ("value_min", Decimal(1400), Decimal(1401)),
    ("value_max", Decimal(1400), Decimal(1399)),
    ("text", "1.400", "1.500"),
    ("known_at", timezone.now() + timedelta(days=1), timezone.now() - timedelta(days=1)),
    ("updated_since", timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)),
    ("published_from", datetime(2023, 10, 1, tzinfo=UTC), datetime(2023, 11, 1, tzinfo=UTC)),
    ("published_to", datetime(2023, 11, 1, tzinfo=UTC), datetime(2023, 10, 1, tzinfo=UTC)),
]


@pytest.mark.parametrize(("name", "meets", "misses"), CASES)
def test_a_criterion_picks_what_it_says(editor: User, name: str, meets: object, misses: object) -> None:
    claim = a_figure(editor, an_article(outlet="Harian Contoh"), unit="people")
    rulings.rule(claim, "true", editor=editor, reason="So it is.")
    assert list(select(Claim.objects.all(), {name: meets})) == [claim]
    assert list(select(Claim.objects.all(), {name: misses})) == []


def test_a_speaker_is_found_by_part_of_the_name(editor: User) -> None:
    article = an_article()
    a_figure(editor, article)
    quote = a_quote(editor, article)
    assert list(select(Claim.objects.all(), {"speaker": "wibowo"})) == [quote]


def test_an_article_and_a_source_narrow_too(editor: User) -> None:
    claim, other = a_figure(editor), a_figure(editor)
    row = some_evidence(editor, claim)
    assert list(select(Claim.objects.all(), {"source": row.source.uid})) == [claim]
    assert list(select(Claim.objects.all(), {"article": other.article.uid})) == [other]
    before = {"source": row.source.uid, "known_at": row.added_at - timedelta(microseconds=1)}
    assert list(select(Claim.objects.all(), before)) == []
    assert list(select(Claim.objects.all(), {**before, "known_at": row.added_at})) == [claim]


def test_only_the_current_reading_counts(editor: User) -> None:
    claim = a_figure(editor)
    readings.correct(claim, editor=editor, reason="Misread.", changed={"value": Decimal(1200)})
    assert list(select(Claim.objects.all(), {"value_min": Decimal(1300)})) == []
    assert list(select(Claim.objects.all(), {"value_max": Decimal(1200)})) == [claim]


def test_every_criterion_is_tried() -> None:
    assert set(CRITERIA) == {name for name, _meets, _misses in CASES} | {"speaker", "article", "source"}


def test_criteria_may_be_asked_of_a_moment(editor: User) -> None:
    claim = a_figure(editor)
    first = timezone.now()
    rulings.rule(claim, "true", editor=editor, reason="So it is.")
    readings.correct(claim, editor=editor, reason="Misread.", changed={"value": Decimal(1200)})
    second = timezone.now()
    rulings.rule(claim, "false", editor=editor, reason="No.")

    def found(at: datetime, **asked: object) -> bool:
        return select(Claim.objects.all(), {**asked, "known_at": at}).exists()

    assert found(first, verdict="unverified", value_min=Decimal(1400), currency="unchecked")
    assert not found(first, verdict="true")
    assert found(second, verdict="true", value_max=Decimal(1200))
    assert not found(second, verdict="false")
    assert not found(second, verdict="unverified")
    assert not found(second, value_min=Decimal(1400))
    assert not found(second, currency="disputed")
