"""Alerts: opened on change, once; seen and closed by people."""

from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Alert, Change, Schedule
from claims.models.rows import RowMoved
from claims.services import alerts, evidence
from claims.services.troubles import Why
from tests.factories import a_check, a_figure, some_evidence

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def an_alert(editor: User) -> Alert:
    check = a_check(some_evidence(editor, a_figure(editor)), "superseded")
    alert = alerts.on_finding(check, "matches", timezone.now())
    assert alert is not None
    (made,) = alerts.open_all([alert])
    return made


@pytest.mark.parametrize(
    ("previous", "finding", "opens"),
    [
        ("", "matches", False),
        ("", "differs", True),
        ("", "missing", True),
        ("matches", "matches", False),
        ("superseded", "superseded", False),
        ("matches", "superseded", True),
        ("superseded", "matches", True),
        ("matches", "", False),
    ],
)
def test_on_change_and_not_on_state(editor: User, previous: str, finding: str, opens: bool) -> None:
    check = a_check(some_evidence(editor, a_figure(editor)), finding)
    alert = alerts.on_finding(check, previous, timezone.now())
    assert (alert is not None) == opens
    if alert is not None:
        assert (alert.finding, alert.previous, alert.opened_by) == (finding, previous, check)


@pytest.mark.parametrize(("finding", "has_moved", "opens"), [("superseded", True, True), ("superseded", False, False)])
def test_a_figure_that_moves_on_is_told_again(editor: User, finding: str, has_moved: bool, opens: bool) -> None:
    check = a_check(some_evidence(editor, a_figure(editor)), finding)
    assert (alerts.on_finding(check, finding, timezone.now(), has_moved=has_moved) is not None) == opens


@pytest.mark.parametrize(
    ("rule", "previous", "finding", "heading"),
    [
        ("finding", "", "differs", "first reading: differs"),
        ("finding", "matches", "superseded", "matches → superseded"),
        ("finding", "superseded", "superseded", "superseded"),
        ("lost", "", "", "the source cannot be read"),
    ],
)
def test_an_alert_is_headed_by_what_was_found_and_what_before(
    rule: str, previous: str, finding: str, heading: str
) -> None:
    alert = Alert(rule=rule, previous=previous, finding=finding, opened_at=timezone.now())
    assert alert.heading == heading
    assert str(alert).startswith(f"{heading}, ")


def test_a_newer_finding_closes_what_it_overtakes_and_nothing_else(editor: User) -> None:
    first, beside = an_alert(editor), an_alert(editor)
    again = a_check(first.evidence, "superseded", Decimal(1139))
    alert = alerts.on_finding(again, "superseded", timezone.now(), has_moved=True)
    lost = alerts.on_loss(first.source_id, 5, 1, Why("gone", "http_404", ""), timezone.now())
    alerts.open_all([one for one in (alert, lost) if one])
    assert sorted(Alert.objects.values_list("rule", "state")) == [
        ("finding", "closed"), ("finding", "open"), ("finding", "open"), ("lost", "open"),
    ]  # fmt: skip
    first.refresh_from_db()
    beside.refresh_from_db()
    assert (first.state, beside.state) == ("closed", "open")
    stale = Alert(pk=first.pk, row_version=0, state="open")
    with pytest.raises(RowMoved):
        alerts.acknowledge(stale, editor=editor)


@pytest.mark.parametrize(
    ("outcome", "misses", "opens"),
    [
        ("unreachable", 1, False),
        ("unreachable", 2, False),
        ("unreachable", 3, True),
        ("unreachable", 4, False),
        ("gone", 1, True),
        ("gone", 2, False),
        ("moved", 1, True),
        ("blocked", 3, True),
    ],
)
def test_a_lost_source_is_told_once(outcome: str, misses: int, opens: bool) -> None:
    assert (alerts.on_loss(1, 5, misses, Why(outcome, "dns", "No such name."), timezone.now()) is not None) == opens


def test_a_key_opens_one_alert_ever(editor: User) -> None:
    source = some_evidence(editor, a_figure(editor)).source
    made: list[Any] = []
    for _ in range(2):
        alert = alerts.on_quarantine(Schedule.objects.get(source=source), timezone.now())
        made += alerts.open_all([alert, alert])
    assert len(made) == Alert.objects.count() == 1
    assert Change.objects.filter(row="alert", row_uid=made[0].uid).exists()


def test_seen_and_closed(editor: User) -> None:
    alert = an_alert(editor)
    alerts.acknowledge(alert, editor=editor)
    assert (alert.state, alert.acknowledged_by) == ("acknowledged", editor)
    alerts.acknowledge(alert, editor=editor)
    alerts.close(alert, editor=editor)
    assert alert.state == "closed"
    alerts.close(alert, editor=editor)
    with pytest.raises(ValidationError):
        alerts.acknowledge(alert, editor=editor)


def test_many_are_seen_by_one_verb(editor: User, django_assert_max_num_queries: Any) -> None:
    opened = [an_alert(editor) for _ in range(3)]
    alerts.close(opened[0], editor=editor)
    noted = Change.objects.filter(row="alert").count()
    with django_assert_max_num_queries(6):
        seen = alerts.acknowledge_all([alert.pk for alert in opened], editor=editor)
    assert [alert.pk for alert in seen] == [alert.pk for alert in opened[1:]]
    found = Alert.objects.order_by("pk")
    assert [(one.state, one.row_version) for one in found] == [("closed", 1), ("acknowledged", 1), ("acknowledged", 1)]
    assert [one.acknowledged_by for one in found] == [editor] * 3
    assert Change.objects.filter(row="alert").count() == noted + 2
    assert alerts.acknowledge_all([alert.pk for alert in opened], editor=editor) == []


def test_closing_unseen_counts_as_seen(editor: User) -> None:
    alert = an_alert(editor)
    alerts.close(alert, editor=editor)
    assert alert.acknowledged_by == editor


def test_two_editors_at_once(editor: User) -> None:
    alert = an_alert(editor)
    other = Alert.objects.get(pk=alert.pk)
    alerts.acknowledge(alert, editor=editor)
    with pytest.raises(RowMoved):
        alerts.acknowledge(other, editor=editor)


def test_whoever_takes_a_source_off_is_done_with_what_it_asked_for(editor: User) -> None:
    alert, other = an_alert(editor), an_alert(editor)
    assert alert.evidence is not None
    evidence.detach(alert.evidence, editor=editor)
    alert.refresh_from_db()
    other.refresh_from_db()
    assert (alert.state, alert.acknowledged_by, other.state) == ("closed", editor, "open")
