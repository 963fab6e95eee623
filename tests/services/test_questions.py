"""What is asked of a source: readings, sentences, dates as comparison wants them."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User

from claims.comparison import Tolerance
from claims.models import Check, Evidence, Figure, Schedule, Snapshot
from claims.services import evidence, questions, readings, rulebook
from claims.services.questions import EvidenceRow, Question
from claims.services.schedules import Lease
from tests.factories import a_figure, a_quote, an_article, some_evidence

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
OCT_27 = date(2023, 10, 27)
NOW = datetime(2023, 11, 1, tzinfo=UTC)


def asked(row: Evidence) -> Question:
    """The question of the only evidence of a source."""
    schedule = Schedule.objects.get(source=row.source)
    assert schedule.next_check_at is not None
    lease = Lease(row.source_id, schedule.host_id, row.uid, 0, 1, schedule.next_check_at, 0.0)
    (errand,) = questions.errands([lease])
    (question,) = errand.questions
    return question


def test_a_figure_asks_for_its_reading_with_its_sentence(editor: User) -> None:
    question = asked(some_evidence(editor, a_figure(editor, place="Israel selatan"), tolerance=Decimal(50)))
    expected = question.expected
    assert expected is not None
    assert (str(expected.value), expected.bound, expected.counted, expected.place) == (
        "1400",
        "about",
        "orang",
        "Israel selatan",
    )
    assert (expected.unit, expected.scope) == (None, None)
    assert (expected.published, expected.as_of) == (OCT_27, None)
    assert expected.context == "Serangan itu menewaskan sekitar 1.400 orang di Israel selatan."
    assert question.tolerance == Tolerance(absolute=Decimal(50))
    assert question.asked["value"] == "1400"
    assert question.is_new


def test_a_quote_asks_for_its_words(editor: User) -> None:
    question = asked(some_evidence(editor, a_quote(editor)))
    assert question.expected is None
    assert question.stretches == ("“Jumlah ini masih dapat berubah,”",)
    assert question.asked == {"kind": "quote", "words": ["“Jumlah ini masih dapat berubah,”"]}


def test_the_newest_reading_is_asked(editor: User) -> None:
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    readings.correct(claim, editor=editor, reason="misread", changed={"value": Decimal(1405)})
    expected = asked(row).expected
    assert expected is not None
    assert expected.value == 1405


def test_a_word_that_narrows(editor: User) -> None:
    article = an_article("Sebanyak 1.400 jenazah teridentifikasi di Israel. Kemarin 1.500 orang dirawat.\n")
    first = asked(some_evidence(editor, a_figure(editor, article, words="1.400 jenazah"))).expected
    assert first is not None
    assert first.scope == "identified"


@pytest.mark.parametrize(
    ("changes", "is_new"),
    [({}, False), ({"locator": "json:/toll"}, True), ({"tolerance": Decimal(5)}, True), ({"is_percent": True}, False)],
)
def test_a_question_asked_before(editor: User, changes: dict[str, Any], is_new: bool) -> None:
    row = some_evidence(editor, a_figure(editor))
    snapshot = Snapshot.objects.create(source=row.source, seq=1, url=row.source.url, fetched="ok", fetched_at=NOW)
    known = {"evidence": row, "snapshot": snapshot, "checked_at": NOW, "expected": asked(row).asked}
    row.swap(read_check=Check.objects.create(finding="matches", **known), **changes)
    assert asked(row).is_new == is_new


@pytest.mark.parametrize(("by", "is_open"), [("ours", False), ("others", True)])
def test_a_question_asked_before_by_other_rules(editor: User, by: str, is_open: bool) -> None:
    row = some_evidence(editor, a_figure(editor))
    snapshot = Snapshot.objects.create(source=row.source, seq=1, url=row.source.url, fetched="ok", fetched_at=NOW)
    known = {"evidence": row, "snapshot": snapshot, "checked_at": NOW, "expected": asked(row).asked}
    name = rulebook.name() if by == "ours" else "of long ago"
    row.swap(read_check=Check.objects.create(finding="matches", rulebook=name, **known))
    question = asked(row)
    assert (question.is_new, question.is_open) == (False, is_open)


def test_only_active_evidence_of_claims_on_the_desk(editor: User) -> None:
    first, second = a_figure(editor), a_figure(editor)
    row, other = some_evidence(editor, first), some_evidence(editor, second)
    readings.discard(first, editor=editor, reason="no claim")
    assert asked(row).evidence.pk == other.pk
    evidence.detach(other, editor=editor)
    lease = Lease(row.source_id, row.source.schedule.host_id, row.uid, 0, 1, datetime.now(UTC), 0.0)
    assert questions.errands([lease])[0].questions == ()


@pytest.mark.parametrize(
    ("event_date", "accumulation", "expected"),
    [
        ("2023-10-07", "", None),
        ("2023-10-07", "cumulative", None),
        ("2023-10-26", "cumulative", date(2023, 10, 26)),
        ("2023-10-28", "cumulative", None),
        ("2019", "per_period", date(2019, 12, 31)),
        ("2023-09", "stock", date(2023, 9, 30)),
        ("", "cumulative", None),
    ],
)
def test_the_day_a_figure_speaks_for(event_date: str, accumulation: str, expected: date | None) -> None:
    figure = Figure(event_date=event_date, accumulation=accumulation)
    assert questions.speaks_for(figure, OCT_27) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-10-07", date(2023, 10, 7)),
        ("2024-02", date(2024, 2, 29)),
        ("2023-12", date(2023, 12, 31)),
        ("2023", date(2023, 12, 31)),
        ("", None),
        ("2023-13", None),
        ("yesterday", None),
    ],
)
def test_the_last_day(text: str, expected: date | None) -> None:
    assert questions.last_day(text) == expected


@pytest.mark.parametrize(
    ("width", "is_percent", "tolerance", "text"),
    [
        (None, False, None, ""),
        (Decimal("50.00"), False, Tolerance(absolute=Decimal(50)), "50"),
        (Decimal("2.5"), True, Tolerance(percent=Decimal("2.5")), "2.5 %"),
    ],
)
def test_a_tolerance_is_a_distance_a_percentage_or_the_desks_rule(
    width: Decimal | None, is_percent: bool, tolerance: Tolerance | None, text: str
) -> None:
    row = EvidenceRow(1, 1, 1, "figure", None, "", tolerance=width, is_percent=is_percent)
    assert (questions.tolerance_of(row), questions.tolerance_text(row)) == (tolerance, text)
