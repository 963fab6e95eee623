"""Sources and their schedules, changed by hand."""

import re

import pytest
from django.urls import reverse

from claims.models import Evidence, Host, Job, Schedule
from claims.models.source import HOUR
from tests.factories import a_check, a_figure, some_evidence


def change(client, source, **data):
    schedule = source.schedule
    form = {
        "title": source.title, "reliability": source.reliability, "note": "", "seen": source.row_version,
        "schedule-TOTAL_FORMS": 1, "schedule-INITIAL_FORMS": 1, "schedule-0-source": source.pk,
        "schedule-0-state": schedule.state, "schedule-0-least_hours": "1", "schedule-0-most_hours": "2160",
        "schedule-0-next_check_at_0": f"{schedule.next_check_at:%Y-%m-%d}",
        "schedule-0-next_check_at_1": f"{schedule.next_check_at:%H:%M:%S}",
    }  # fmt: skip
    return client.post(reverse("admin:claims_source_change", args=(source.pk,)), form | data)


def test_an_editor_sets_reliability_and_limits(desk, editor):
    source = some_evidence(editor, a_figure(editor)).source
    answer = change(
        desk, source, reliability="primary", **{"schedule-0-least_hours": "0.5", "schedule-0-most_hours": "48"}
    )
    assert answer.status_code == 302, answer.content.decode()
    source.refresh_from_db()
    schedule = Schedule.objects.get(source=source)
    assert (source.reliability, schedule.least, schedule.most) == ("primary", HOUR // 2, 48 * HOUR)
    assert source.history.count() == 2


def test_a_form_leaves_the_workers_columns_alone(desk, editor):
    source = some_evidence(editor, a_figure(editor)).source
    token = "0192a2d5-0000-7000-8000-000000000000"
    Schedule.objects.filter(source=source).update(lease_token=token, seq=7)
    change(desk, source, **{"schedule-0-state": "paused"})
    schedule = Schedule.objects.get(source=source)
    assert (schedule.state, str(schedule.lease_token), schedule.seq) == ("paused", token, 7)


def test_limits_upside_down_are_refused(desk, editor):
    source = some_evidence(editor, a_figure(editor)).source
    answer = change(desk, source, **{"schedule-0-least_hours": "9", "schedule-0-most_hours": "2"})
    assert "cannot be shorter" in answer.content.decode()


def test_a_quarantined_source_starts_afresh(desk, editor):
    source = some_evidence(editor, a_figure(editor)).source
    Schedule.objects.filter(source=source).update(state="quarantined", attempt=3, misses=5)
    source.refresh_from_db()
    change(desk, source, **{"schedule-0-state": "active"})
    schedule = Schedule.objects.get(source=source)
    assert (schedule.state, schedule.attempt, schedule.misses) == ("active", 0, 0)


def test_its_readings_are_drawn(desk, editor):
    row = some_evidence(editor, a_figure(editor))
    a_check(row)
    page = desk.get(reverse("admin:claims_source_change", args=(row.source_id,))).content.decode()
    assert "<svg" in page
    assert "<title>What this source said over time</title>" in page


def test_the_list_of_evidence_leads_to_the_workbench_and_to_each_row(desk, editor):
    row = some_evidence(editor, a_figure(editor))
    page = desk.get(reverse("admin:claims_evidence_changelist")).text
    links = [words for words in re.findall(r"<a [^>]*>(.*?)</a>", page, re.DOTALL) if not words.strip()]
    assert links == []
    assert reverse("admin:claims_evidence_change", args=(row.pk,)) in page
    assert reverse("admin:claims_article_desk", args=(row.claim.article_id,)) in page


def test_the_record_of_a_check_is_named_in_the_readers_language(desk, editor):
    check = a_check(some_evidence(editor, a_figure(editor)), "missing")
    desk.cookies["django_language"] = "id"
    page = desk.get(reverse("admin:claims_check_change", args=(check.pk,))).text
    assert "Tidak ditemukan" in page
    assert "Missing" not in page


def test_chosen_sources_are_read_again(desk, reader, editor):
    source = some_evidence(editor, a_figure(editor)).source
    data = {"action": "read_again", "_selected_action": [source.pk]}
    reader.post(reverse("admin:claims_source_changelist"), data)
    assert not Job.objects.exists()
    desk.post(reverse("admin:claims_source_changelist"), data)
    assert Job.objects.get().payload["sources"] == [source.pk]


def test_sources_evidence_and_hosts_are_not_added_by_hand(admin_client):
    for row in ("source", "evidence", "host"):
        assert admin_client.get(reverse(f"admin:claims_{row}_add")).status_code == 403


def test_a_hosts_pause_is_set_by_hand(desk, editor):
    some_evidence(editor, a_figure(editor))
    host = Host.objects.get()
    desk.post(reverse("admin:claims_host_change", args=(host.pk,)), {"crawl_delay": 30, "seen": host.row_version})
    host.refresh_from_db()
    assert host.crawl_delay == 30


@pytest.mark.parametrize("wrong", [{"locator": "csv:"}, {"tolerance": "-1"}])
def test_terms_that_cannot_be_are_refused_at_their_field(desk, editor, wrong):
    row = some_evidence(editor, a_figure(editor))
    address = reverse("admin:claims_evidence_change", args=(row.pk,))
    data = {"stance": "refutes", "is_active": "on", "seen": row.row_version}
    refused = desk.post(address, {**data, **wrong})
    assert list(refused.context["adminform"].form.errors) == list(wrong)
    assert desk.post(address, {**data, "locator": "json:/killed"}).status_code == 302
    assert Evidence.objects.get().stance == "refutes"
