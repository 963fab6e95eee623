"""Long work: how far it has come, live."""

import re
from datetime import timedelta
from html import unescape

from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from claims.models import Host, Job, Schedule
from claims.services import rechecks
from tests.factories import a_figure, an_article, some_evidence

HTMX = {"HX-Request": "true"}


def ask(client, job: Job, **kwargs):
    return client.get(reverse("admin:claims_job_progress", args=(job.pk,)), **kwargs)


def test_a_running_job_is_asked_about_again(desk):
    job = Job.objects.create(kind=Job.Kind.FETCH, state=Job.State.RUNNING, message="Fetching", total=4, done=1)
    answer = ask(desk, job, headers=HTMX)
    assert answer.status_code == 200
    assert 'hx-trigger="every 1s"' in answer.content.decode()
    assert "1 of 4" in answer.content.decode()


def test_a_stage_is_told_in_the_readers_language(desk):
    """The worker that wrote it speaks English."""
    job = Job.objects.create(kind=Job.Kind.FETCH, state=Job.State.RUNNING, message="Fetching the page")
    answer = ask(desk, job, headers=HTMX | {"Accept-Language": "id"})
    assert "Mengambil halaman" in answer.content.decode()


def test_what_failed_is_tried_again_with_what_was_typed(desk):
    asked = {"url": "https://news.example/a?b=1&c=2", "outlet": "Harian “Contoh”", "language": "id", "zone": ""}
    job = Job.objects.create(kind=Job.Kind.FETCH, state=Job.State.FAILED, error="No.", payload=asked)
    there = re.search(r'class="button" href="([^"]+)"', ask(desk, job, headers=HTMX).content.decode())
    form = desk.get(unescape(there[1])).content.decode()
    for words in (asked["url"], asked["outlet"]):
        assert f'value="{escape(words)}"' in form
    assert '<option value="id" selected>' in form


def test_a_finished_article_opens_its_workbench(desk):
    article = an_article()
    job = Job.objects.create(kind=Job.Kind.FETCH, state=Job.State.DONE, article=article)
    there = reverse("admin:claims_article_desk", args=(article.pk,))
    assert ask(desk, job).url == there
    moving = ask(desk, job, headers=HTMX)
    assert (moving.status_code, moving["HX-Redirect"]) == (286, there)


def test_a_failed_job_says_why_and_is_asked_no_more(desk):
    job = Job.objects.create(kind=Job.Kind.FETCH, state=Job.State.FAILED, error="No <b>page</b>.")
    answer = ask(desk, job, headers=HTMX)
    assert answer.status_code == 286
    assert "No &lt;b&gt;page&lt;/b&gt;." in answer.content.decode()
    assert "every 1s" not in answer.content.decode()


def test_a_bulk_recheck_moves_with_its_sources(desk, editor):
    rows = [some_evidence(editor, a_figure(editor), url=f"https://s{n}.example/") for n in range(3)]
    job = rechecks.ask([row.source_id for row in rows], editor=editor)
    assert "0 of 3" in ask(desk, job).content.decode()
    later = timezone.now() + timedelta(minutes=2)
    Host.objects.filter(name="s1.example").update(next_allowed_at=later, last_error="Too many requests.")
    for page in (ask(desk, job), desk.get(reverse("admin:claims_schedule_rechecking"))):
        told = " ".join(page.content.decode().split())
        assert "s1.example wants to be left alone until <time" in told
        assert "Too many requests." in told
    Schedule.objects.filter(source=rows[0].source).update(last_checked_at=timezone.now(), last_fetched="gone")
    half = ask(desk, job, headers=HTMX)
    assert half.status_code == 200
    assert "1 of 3" in half.content.decode()
    assert "1 failed" in half.content.decode()
    assert "What moved" not in half.content.decode()
    Schedule.objects.update(last_checked_at=timezone.now(), last_fetched="ok")
    ended = ask(desk, job, headers=HTMX)
    assert ended.status_code == 286
    assert f'href="{reverse("admin:index")}">What moved' in ended.content.decode()


def test_progress_asks_for_its_right(client, stranger):
    stranger.is_staff = True
    stranger.save()
    client.force_login(stranger)
    assert ask(client, Job.objects.create(kind=Job.Kind.FETCH)).status_code == 403
