"""The page "Re-checking" and what is asked for there."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse, reverse_lazy
from django.utils import timezone

from claims.models import Alert, Claim, Host, Job, Schedule, Snapshot
from claims.services import alerts, releases
from claims.services.troubles import Why
from tests.factories import a_check, a_figure, an_article, some_evidence

PAGE = "admin:claims_schedule_rechecking"
SEEN = reverse_lazy("admin:claims_rechecking_seen")


def moved(editor):
    """A claim whose figure a source has superseded, with its open alert."""
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    check = a_check(row, "superseded", Decimal(1200))
    (alert,) = alerts.open_all([alerts.on_finding(check, "matches", timezone.now())])
    Claim.objects.filter(pk=claim.pk).update(currency=Claim.Currency.SUPERSEDED)
    return claim, row, alert


def shown(client) -> str:
    answer = client.get(reverse(PAGE))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_it_opens_on_an_empty_desk(desk):
    assert "None: no figure moved" in shown(desk)


def test_what_moved_stands_on_it(desk, editor):
    claim, _row, alert = moved(editor)
    page = shown(desk)
    assert f'name="seen" value="{alert.pk}"' in page
    assert f"?claim={claim.pk}#claim-{claim.pk}" in page
    assert "about 1,400 orang" in page


def test_an_unpublished_article_prints_nothing(desk, editor):
    claim = a_figure(editor, an_article(published_at=None))
    Claim.objects.filter(pk=claim.pk).update(currency=Claim.Currency.SUPERSEDED)
    assert f"claim={claim.pk}" not in shown(desk)


def test_quarantined_and_failing_are_shown(desk, editor):
    _claim, row, _alert = moved(editor)
    Schedule.objects.update(state=Schedule.State.QUARANTINED)
    host = row.source.schedule.host
    host.failures, host.last_error = 4, "timed out <b>"
    host.save()
    page = shown(desk)
    assert "quarantined" in page
    assert "timed out &lt;b&gt;" in page


def test_why_a_host_fails_is_told_in_the_reader_s_language(desk, editor):
    _claim, row, _alert = moved(editor)
    seen = {"url": row.source.url, "fetched": "unreachable", "reason": "timeout", "message": "No answer within 30 s."}
    Snapshot.objects.create(source=row.source, seq=9, fetched_at=timezone.now(), **seen)
    Schedule.objects.update(misses=1, last_checked_at=timezone.now())
    Host.objects.update(failures=1, last_error=seen["message"])
    for name in (PAGE, "admin:claims_host_changelist"):
        page = desk.get(reverse(name), headers={"Accept-Language": "id"}).content.decode()
        assert "Server itu tidak menjawab" in page
        assert seen["message"] not in page
        assert seen["message"] in desk.get(reverse(name), headers={"Accept-Language": "en"}).content.decode()


def test_the_moving_part_alone_for_the_script(desk):
    answer = desk.get(reverse(PAGE), headers={"HX-Request": "true"})
    assert answer.content.decode().startswith('<div id="moving"')


@pytest.mark.parametrize("which", ["all", "failing", "released"])
def test_sets_of_sources_are_read_again(desk, editor, which):
    claim, row, _alert = moved(editor)
    releases.release(claim, editor=editor)
    some_evidence(editor, a_figure(editor), url="https://other.example/")
    later = timezone.now() + timedelta(days=9)
    Schedule.objects.update(next_check_at=later)
    Schedule.objects.filter(source=row.source).update(misses=2)
    answer = desk.post(reverse(PAGE), {"which": which})
    job = Job.objects.get(kind=Job.Kind.RECHECK)
    assert answer.url == reverse("admin:claims_job_progress", args=(job.pk,))
    assert Schedule.objects.filter(next_check_at__lt=later).count() == (2 if which == "all" else 1)


def test_nothing_to_read_is_told(desk):
    answer = desk.post(reverse(PAGE), {"which": "all"}, follow=True)
    assert "None of these sources can be read" in answer.content.decode()


def test_who_may_only_look_moves_nothing_and_strangers_see_nothing(reader, client, stranger, editor):
    _claim, _row, alert = moved(editor)
    assert reader.post(reverse(PAGE), {"which": "all"}).status_code == 403
    assert reader.post(SEEN, {"shown": alert.pk, "seen": "all"}).status_code == 403
    assert str(SEEN) not in shown(reader)
    stranger.is_staff = True
    stranger.save()
    client.force_login(stranger)
    assert client.get(reverse(PAGE)).status_code == 403


def test_an_alert_is_acknowledged_and_leaves_the_page(desk, editor):
    _claim, _row, alert = moved(editor)
    sent = {"shown": alert.pk, "seen": alert.pk}
    assert desk.get(SEEN).status_code == 403
    assert desk.post(SEEN, {**sent, "back": "index"}).url == f"{reverse('admin:index')}#alerts"
    assert f'value="{alert.pk}"' not in shown(desk)
    alert.refresh_from_db()
    assert (alert.state, alert.acknowledged_by) == ("acknowledged", editor)
    assert "Somebody has seen that already" in desk.post(SEEN, sent, follow=True).content.decode()


def opened_for(row):
    """A new alert about an evidence."""
    return alerts.open_all([alerts.on_finding(a_check(row, "superseded", Decimal(1200)), "matches", timezone.now())])[0]


def together(editor):
    """A claim with two alerts, that of another article, and one about a source alone."""
    claim = a_figure(editor)
    rows = [some_evidence(editor, claim, f"https://source.example/{n}") for n in range(2)]
    opened = [opened_for(row) for row in (*rows, some_evidence(editor, a_figure(editor)))]
    lost = alerts.on_loss(rows[0].source_id, 1, 1, Why("gone", "http_404", ""), timezone.now())
    return claim, [*opened, *alerts.open_all([lost])]


@pytest.mark.parametrize(
    ("which", "seen"), [("all", [0, 1, 2, 3]), ("article", [0, 1]), ("one", [2]), ("x", []), ("", [])]
)
def test_many_alerts_are_seen_at_once_and_none_that_was_not_shown(desk, editor, which, seen):
    claim, opened = together(editor)
    page = shown(desk)
    assert page.count("Seen: all 2 of this article") == 1
    assert page.count("Seen: all 4 shown here") == 1
    came_later = opened_for(some_evidence(editor, claim, "https://source.example/later"))
    word = {"article": f"article-{claim.article_id}", "one": opened[2].pk}.get(which, which)
    answer = desk.post(SEEN, {"shown": [alert.pk for alert in opened], "seen": word}, follow=True)
    left = set(Alert.objects.filter(state="open").values_list("pk", flat=True))
    assert left == {alert.pk for n, alert in enumerate(opened) if n not in seen} | {came_later.pk}
    assert (f"you have seen {len(seen)} alerts" in answer.content.decode()) == (len(seen) > 1)


def test_what_something_newer_has_overtaken_since_is_not_seen_for_it(desk, editor):
    _claim, row, alert = moved(editor)
    (newer,) = alerts.open_all([alerts.on_finding(a_check(row, "differs"), "superseded", timezone.now())])
    desk.post(SEEN, {"shown": alert.pk, "seen": "all"})
    assert list(Alert.objects.order_by("pk").values_list("pk", "state")) == [(alert.pk, "closed"), (newer.pk, "open")]


def test_one_alert_alone_is_seen_by_one_button(desk, editor):
    moved(editor)
    assert "Seen: all" not in shown(desk)


def test_a_lost_source_is_named_once(desk, editor):
    row = some_evidence(editor, a_figure(editor), "https://source.example/lost")
    (alert,) = alerts.open_all([alerts.on_loss(row.source_id, 1, 1, Why("gone", "http_404", ""), timezone.now())])
    page = shown(desk)
    line = page[page.index("What happened") : page.index("Seen</button>")]
    assert reverse("admin:claims_source_change", args=(alert.source_id,)) in line
    assert line.count("source.example/lost") == 1
