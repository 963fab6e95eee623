"""Records: the raw page leaves as a download that no browser runs."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.admin.base import desk_address
from claims.models import Claim, CurrencyChange, Snapshot
from claims.services import assignments, pages, releases, rulings
from tests.factories import a_check, a_figure, some_evidence

EVIL = b"<script>alert(1)</script>"


def snapshot(editor, body: bytes | None = EVIL) -> Snapshot:
    a_check(some_evidence(editor, a_figure(editor)))
    row = Snapshot.objects.get()
    kept = pages.keep_body(body) if body else None
    return Snapshot.objects.create(url=row.url, fetched="ok", fetched_at=row.fetched_at, body=kept)


def test_a_raw_page_is_a_download_and_nothing_else(desk, editor):
    answer = desk.get(reverse("admin:claims_snapshot_raw", args=(snapshot(editor).pk,)))
    assert answer.content == EVIL
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_without_a_body_there_is_nothing_to_download(desk, editor):
    row = snapshot(editor, None)
    assert desk.get(reverse("admin:claims_snapshot_raw", args=(row.pk,))).status_code == 404
    assert (
        reverse("admin:claims_snapshot_raw", args=(row.pk,))
        not in desk.get(reverse("admin:claims_snapshot_change", args=(row.pk,))).content.decode()
    )


def test_the_raw_page_asks_for_its_right(client, stranger, editor):
    row = snapshot(editor)
    stranger.is_staff = True
    stranger.save()
    client.force_login(stranger)
    assert client.get(reverse("admin:claims_snapshot_raw", args=(row.pk,))).status_code == 403


def test_a_check_is_listed_with_its_finding_and_why(desk, editor):
    a_check(some_evidence(editor, a_figure(editor)), "differs")
    page = desk.get(reverse("admin:claims_check_changelist")).content.decode()
    assert "differs" in page
    assert "The source says so." in page


def handled(editor) -> Claim:
    """A claim with one record of each kind."""
    claim = a_figure(editor)
    assignments.assign(claim, editor, editor=editor)
    CurrencyChange.objects.create(claim=claim, currency="current", reason="Because.", changed_at=timezone.now())
    rulings.rule(claim, "true", editor=editor, reason="Because.")
    releases.release(claim, editor=editor, reason="Because.")
    return claim


@pytest.mark.parametrize("name", ["ruling", "release", "handling", "currencychange"])
def test_a_record_leads_to_its_claim_by_the_words_of_it(desk, editor, name):
    address = reverse(f"admin:claims_{name}_changelist")
    queries = []
    for _ in range(3):
        claim = handled(editor)
        with CaptureQueriesContext(connection) as captured:
            page = desk.get(address).content.decode()
        queries.append(len(captured))
    assert f'href="{desk_address(claim.article_id, claim.pk)}">sekitar 1.400 orang</a>' in page
    assert page.count(">sekitar 1.400 orang</a>") == 3
    assert queries[2] == queries[1]


def test_the_headers_of_records_are_in_the_reader_s_language(desk, editor):
    handled(editor)
    page = desk.get(reverse("admin:claims_ruling_changelist"), headers={"Accept-Language": "id"}).content.decode()
    heads = re.sub(r"<[^>]+>|\s+", " ", page[page.index("<thead") : page.index("</thead>")]).split()
    assert "Klaim" in heads
    assert "Claim" not in heads
