"""Records: the raw page leaves as a download that no browser runs."""

import re
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.admin.base import desk_address
from claims.models import Check, Claim, CurrencyChange, Job, Snapshot
from claims.services import alerts, assignments, jobs, pages, releases, rulings
from claims.wording import SAYS, Phrase
from tests.factories import a_check, a_figure, a_quote, some_evidence

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


def a_reading_of(editor, body: str, *words: str) -> list[Check]:
    """Checks of claims that hang on one source, each of which found words in the text of the same page."""
    page = Snapshot.objects.create(url="https://a.example/", fetched="ok", fetched_at=timezone.now(), text=body)
    claim = a_figure(editor)
    hung = [some_evidence(editor, claim, url=f"https://a.example/{n}") for n, _ in enumerate(words)]
    places = [(body.index(one), body.index(one) + len(one)) for one in words]
    return [
        Check.objects.create(
            evidence=one, snapshot=page, checked_at=timezone.now(), finding="matches", words=said, start=start, end=end
        )
        for one, said, (start, end) in zip(hung, words, places, strict=True)
    ]


def test_a_kept_page_shows_its_lines_and_marks_what_checks_found(desk, editor):
    body = "<b>Toll</b>\n1,400 people were killed & 220 held."
    two, one, inner = a_reading_of(editor, body, "220", "1,400 people", "1,400")
    page = desk.get(reverse("admin:claims_snapshot_change", args=(two.snapshot_id,))).content.decode()
    names = f'<a id="evidence-{one.evidence_id}"></a><mark>1,400 people</mark><a id="evidence-{inner.evidence_id}"></a><mark></mark>'
    rest = f' were killed &amp; <a id="evidence-{two.evidence_id}"></a><mark>220</mark> held.'
    assert f'<div class="kept">&lt;b&gt;Toll&lt;/b&gt;\n{names}{rest}</div>' in page


def test_a_page_of_which_nothing_was_read_keeps_no_text(desk, editor):
    page = desk.get(reverse("admin:claims_snapshot_change", args=(snapshot(editor).pk,))).content.decode()
    assert 'class="kept"' not in page


def test_a_check_is_listed_with_its_finding_and_why(desk, editor):
    a_check(some_evidence(editor, a_figure(editor)), "differs")
    page = desk.get(reverse("admin:claims_check_changelist")).content.decode()
    assert "differs" in page
    assert ">sekitar 1.400 orang</a>" in page
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


RECORDS_OF_PEOPLE = [("ruling", "ruled_at"), ("release", "acted_at"), ("handling", "acted_at"), ("job", "requested_at")]


@pytest.mark.parametrize(("name", "moment"), RECORDS_OF_PEOPLE)
@pytest.mark.parametrize("page", ["changelist", "change"])
def test_a_record_names_its_editor_as_colleagues_do_and_its_moment_with_the_zone(desk, editor, name, moment, page):
    editor.first_name, editor.last_name = "Sari", "Wijaya"
    editor.save()
    elsewhere = desk.get(reverse("admin:claims_outlet_changelist")).content.decode().count("Sari Wijaya")
    handled(editor)
    jobs.ask(Job.Kind.RECHECK, payload={"sources": []}, editor=editor)
    row = apps.get_model("claims", name).objects.get()
    shown = desk.get(
        reverse(f"admin:claims_{name}_{page}", args=(row.pk,) if page == "change" else ())
    ).content.decode()
    assert shown.count("Sari Wijaya") > elsewhere
    assert f"{getattr(row, moment).astimezone(ZoneInfo('Asia/Jakarta')):%H:%M} WIB" in shown


def test_a_claim_s_record_page_speaks_the_reader_s_language(desk, editor):
    editor.first_name, editor.last_name = "Sari", "Wijaya"
    editor.save()
    figure, quote = handled(editor), a_quote(editor, form="indirect")
    pages = [
        desk.get(reverse("admin:claims_claim_change", args=(row.pk,)), headers={"Accept-Language": "id"})
        for row in (figure, quote)
    ]
    assert pages[0].content.decode().count("Sari Wijaya") >= 5  # reading, ruling, release, handling, assigned to
    assert "tewas" in pages[0].content.decode()
    assert "tidak langsung" in pages[1].content.decode()
    assert "indirect" not in pages[1].content.decode()


def test_claims_are_filtered_by_the_names_of_editors(desk, editor):
    editor.first_name, editor.last_name = "Sari", "Wijaya"
    editor.save()
    handled(editor)
    page = desk.get(reverse("admin:claims_claim_changelist")).content.decode()
    assert re.search(rf'assigned_to__id__exact={editor.pk}"[^<]*(<[^>]*>\s*)*Sari Wijaya', page)


def test_a_check_s_record_page_explains_it_in_the_reader_s_language(desk, editor):
    evidence = some_evidence(editor, a_figure(editor))
    said, now = Phrase(SAYS["same"], {"read": Decimal(1400)}), timezone.now()
    seen = Snapshot.objects.create(url="https://a.example/", fetched="ok", fetched_at=now)
    found = {"finding": "matches", "sentence": said.render(), "place": "table 1, row 2", **said.as_dict()}
    check = Check.objects.create(evidence=evidence, snapshot=seen, checked_at=now, **found)
    address = reverse("admin:claims_check_change", args=(check.pk,))
    page = desk.get(address, headers={"Accept-Language": "id"}).content.decode()
    assert "Sumber menyebut 1.400" in page
    assert "tabel 1, baris 2" in page
    assert "The source says" not in page


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_record_page_shows_what_only_a_program_reads(desk, editor, language):
    """A state stands there by its name, never as a pair of code and name."""
    claim = handled(editor)
    alert = alerts.on_finding(a_check(some_evidence(editor, claim), "superseded"), "matches", timezone.now())
    alerts.open_all([alert])
    jobs.ask(Job.Kind.RECHECK, payload={"sources": []}, editor=editor)
    for name in ("alert", "job", "check", "ruling", "release", "handling", "currencychange", "claim"):
        row = apps.get_model("claims", name).objects.first()
        address = reverse(f"admin:claims_{name}_change", args=(row.pk,))
        page = desk.get(address, headers={"Accept-Language": language}).content.decode()
        assert "(&#x27;" not in page, name
        if name == "alert":
            told = {"en": "matches → superseded", "id": "cocok → tidak berlaku lagi"}
            assert {code for code, words in told.items() if words in page} == {language}
