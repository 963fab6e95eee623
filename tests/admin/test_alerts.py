"""Alerts are moved by their verbs alone."""

import pytest
from django.urls import reverse

from claims.admin.alerts import AlertAdmin
from claims.models import Alert
from tests.admin.test_rechecking import moved


@pytest.mark.parametrize(("action", "state"), [("acknowledge", "acknowledged"), ("close", "closed")])
def test_many_are_moved_at_once(desk, editor, action, state):
    alerts = [moved(editor)[2] for _ in range(2)]
    data = {"action": action, "_selected_action": [alert.pk for alert in alerts]}
    desk.post(reverse("admin:claims_alert_changelist"), data)
    assert set(Alert.objects.values_list("state", flat=True)) == {state}


def test_all_of_them_are_not_offered_lest_those_be_moved_that_nobody_saw(desk, editor, monkeypatch):
    monkeypatch.setattr(AlertAdmin, "list_per_page", 1)
    for _ in range(2):
        moved(editor)
    page = desk.get(reverse("admin:claims_alert_changelist")).content.decode()
    assert page.count('name="_selected_action"') == 1
    assert "Select all 2" not in page


def test_readers_move_none(reader, editor):
    alert = moved(editor)[2]
    reader.post(reverse("admin:claims_alert_changelist"), {"action": "close", "_selected_action": [alert.pk]})
    alert.refresh_from_db()
    assert alert.state == Alert.State.OPEN


def test_the_form_is_closed_even_to_superusers(admin_client, editor):
    alert = moved(editor)[2]
    assert (
        admin_client.post(reverse("admin:claims_alert_change", args=(alert.pk,)), {"state": "closed"}).status_code
        == 403
    )
