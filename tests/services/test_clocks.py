"""Dates that a clock left too far ahead are set to now, and no others."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Host, Job, Schedule
from claims.services import clocks, jobs
from tests.factories import a_check, a_figure, an_article, some_evidence

pytestmark = pytest.mark.django_db
YEAR = timedelta(days=365)


@pytest.fixture
def desk(editor: User, settings) -> None:
    """One row of each kind that waits for something."""
    settings.CLAIMS_ALERT_MAIL = ["desk@news.example"]
    a_check(some_evidence(editor, a_figure(editor)))
    jobs.ask(Job.Kind.EXTRACT, article=an_article())


@pytest.mark.parametrize(
    ("model", "date", "longest"),
    [
        (Schedule, "next_check_at", timedelta(days=100)),
        (Schedule, "lease_until", timedelta(minutes=2)),
        (Host, "next_allowed_at", timedelta(days=7)),
        (Host, "lease_until", timedelta(minutes=2)),
        (Job, "lease_until", timedelta(minutes=2)),
    ],
)
def test_a_date_beyond_what_any_rule_sets_is_now(desk: None, model, date: str, longest: timedelta) -> None:
    now = timezone.now()
    if (model, date) == (Schedule, "lease_until"):
        Schedule.objects.update(next_check_at=now - YEAR)
    model.objects.update(**{date: now + longest})
    assert clocks.recall(now) == 0
    model.objects.update(**{date: now + YEAR})
    assert clocks.recall(now) == model.objects.count()
    assert set(model.objects.values_list(date, flat=True)) == {now}


def test_what_is_over_or_set_aside_keeps_its_dates(desk: None) -> None:
    now = timezone.now()
    Schedule.objects.update(next_check_at=now + YEAR, lease_until=now + YEAR, state=Schedule.State.PAUSED)
    Job.objects.update(lease_until=now + YEAR, state=Job.State.DONE)
    assert clocks.recall(now) == 0
