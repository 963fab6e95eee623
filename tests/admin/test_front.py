"""The first page: alerts first, then what is printed and wrong, then the newest articles."""

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Check, Claim, Job, Snapshot
from claims.services import alerts, counts
from tests.admin.test_rechecking import moved
from tests.factories import a_figure, an_article, some_evidence


def shown(client) -> str:
    answer = client.get(reverse("admin:index"))
    assert answer.status_code == 200
    return answer.content.decode()


def test_alerts_stand_before_articles(desk, editor):
    claim, _row, _alert = moved(editor)
    page = shown(desk)
    assert page.index("Open alerts") < page.index("still printing") < page.index("Newest articles")
    assert reverse("admin:claims_article_desk", args=(claim.article_id,)) in page
    assert reverse("admin:claims_article_add") in page


def test_an_alert_leads_to_the_words_on_the_page_and_in_the_snapshot(desk, editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    text = "By night 1,200 people had been killed."
    page = Snapshot.objects.create(
        source=row.source, url=row.source.url, fetched="ok", fetched_at=timezone.now(), text=text
    )
    found = {"finding": "differs", "words": "1,200 people", "start": 9, "end": 21}
    check = Check.objects.create(evidence=row, snapshot=page, checked_at=timezone.now(), **found)
    (alert,) = alerts.open_all([alerts.on_finding(check, "matches", timezone.now())])
    own = reverse("admin:claims_alert_change", args=(alert.pk,))
    card = reverse("admin:claims_desk_card", args=(claim.article_id, claim.pk))
    pages = (desk.get(own), desk.get(card, headers={"HX-Request": "true"}))
    for shown_page in (shown(desk), *(page.content.decode() for page in pages)):
        assert f'href="{row.source.url}#:~:text=By%20night-,1%2C200%20people,-had%20been%20killed."' in shown_page
        assert f'{reverse("admin:claims_snapshot_change", args=(page.pk,))}#evidence-{row.pk}"' in shown_page


def test_all_alerts_are_counted_not_those_shown(desk, editor, monkeypatch):
    monkeypatch.setattr("claims.admin.front.SHOWN", 1)
    moved(editor)
    moved(editor)
    page = shown(desk)
    assert '<span class="chip alert">2</span>' in page
    assert page.count('name="seen"') == 1


def test_unfinished_work_is_shown(desk):
    Job.objects.create(
        kind=Job.Kind.FETCH, state=Job.State.FAILED, error="It timed out.", payload={"url": "https://a.example"}
    )
    Job.objects.create(kind=Job.Kind.EXTRACT, article=an_article())
    Job.objects.create(kind=Job.Kind.RECHECK)
    assert "It timed out." in shown(desk)


def test_a_reader_is_offered_nothing_to_do(reader, editor):
    moved(editor)
    page = shown(reader)
    assert reverse("admin:claims_article_add") not in page
    assert reverse("admin:claims_rechecking_seen") not in page


def test_who_has_no_right_sees_no_row(client, stranger, editor):
    claim, _row, _alert = moved(editor)
    stranger.is_staff = True
    stranger.save()
    client.force_login(stranger)
    page = shown(client)
    assert reverse("admin:claims_article_desk", args=(claim.article_id,)) not in page
    assert str(claim.article) not in page


@pytest.mark.parametrize(("language", "words"), [("en", "1,234 claims"), ("id", "1.234 klaim")])
@pytest.mark.parametrize(
    ("there", "more"), [(1234, {"en": "", "id": ""}), (1235, {"en": "more than ", "id": "lebih dari "})]
)
def test_work_that_waits_is_counted_and_where_counting_stops_the_page_says_so(
    desk, editor, monkeypatch, language, words, there, more
):
    monkeypatch.setattr(counts, "MOST_COUNTED", 1234)
    article = an_article()
    Claim.objects.bulk_create([Claim(article=article, kind="figure", assigned_to=editor) for _ in range(there)])
    page = desk.get(reverse("admin:index"), headers={"Accept-Language": language}).content.decode()
    assert page.count(f'class="chip">{more[language]}{words}') == 2
