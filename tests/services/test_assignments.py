"""A claim is given to an editor: recorded, and told of alerts from then on."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Change, Claim
from claims.services import alerts, assignments, people, readings
from tests.factories import a_check, a_figure, some_evidence

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def colleague(editor: User) -> User:
    user = User.objects.create_user("rina", "rina@example.org", "a long password", is_staff=True, first_name="Rina")
    user.groups.add(Group.objects.get(name=people.EDITORS))
    return user


def test_each_assignment_is_a_record_and_the_claim_says_whose_it_is(editor: User, colleague: User) -> None:
    claim = a_figure(editor)
    assignments.assign(claim, colleague, editor=editor, reason="She knows the ministry.")
    assert claim.assigned_to == colleague
    assignments.assign(claim, None, editor=colleague)
    assert Claim.objects.get().assigned_to is None
    rows = claim.handlings.order_by("id").values_list("act", "assignee", "reason", "editor")
    assert list(rows) == [
        ("assign", colleague.pk, "She knows the ministry.", editor.pk),
        ("assign", None, "", colleague.pk),
    ]
    assert Change.objects.filter(row="claim", row_uid=claim.uid).count() >= 3


def test_only_who_may_rule_is_given_a_claim(editor: User, researcher: User, stranger: User) -> None:
    claim = a_figure(editor)
    assert list(assignments.assignable()) == [editor]
    for somebody in (researcher, stranger):
        with pytest.raises(ValidationError, match="may rule"):
            assignments.assign(claim, somebody, editor=editor)


def test_what_makes_no_sense_is_refused(editor: User) -> None:
    claim = a_figure(editor)
    with pytest.raises(ValidationError, match="Nothing was changed"):
        assignments.assign(claim, None, editor=editor)
    readings.discard(claim, editor=editor, reason="A year.")
    with pytest.raises(ValidationError, match="Restore it"):
        assignments.assign(claim, editor, editor=editor)


def test_whose_claim_it_is_gets_its_alerts(editor: User, colleague: User) -> None:
    claim = a_figure(editor)
    assignments.assign(claim, colleague, editor=editor)
    alert = alerts.on_finding(a_check(some_evidence(editor, claim), "superseded"), "matches", timezone.now())
    (opened,) = alerts.open_all([alert])
    assert list(opened.deliveries.values_list("target", flat=True)) == ["rina@example.org"]
