"""What an editor does at the workbench: each verb works with and without the script, asks for its right, and never
overwrites somebody else's work."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.shortcuts import get_object_or_404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from claims.admin import acts
from claims.admin.acts import ACTS
from claims.admin.desk import RIGHTS
from claims.fetching import RELOCATED, Fetched
from claims.models import Check, Claim, Evidence, Job, Schedule, Source
from claims.services import alerts, assignments, pages, readings, releases, rulings
from claims.services.troubles import Why
from tests.admin.conftest import looking
from tests.factories import a_check, a_figure, a_quote, an_article, some_evidence

HTMX = {"HX-Request": "true"}


def act(client, claim: Claim, verb: str, *, headers=None, seen: int | None = None, **data):
    claim.refresh_from_db()
    address = reverse("admin:claims_desk_act", args=(claim.article_id, claim.pk, verb))
    return client.post(address, {"row_version": claim.row_version if seen is None else seen, **data}, headers=headers)


FIGURE = {"value": "1,200", "bound": "about", "counted": "orang", "reason": "Misread."}
GIVEN = {
    "rule": {"verdict": "true", "reason": "The ministry said so."},
    "attach": {"url": "https://source.example/toll", "stance": "supports"},
    "correct": FIGURE,
    "discard": {"reason": "A date."},
    "restore": {},
    "assign": {},
    "release": {},
    "withdraw": {"reason": "A second thought."},
}


def ready(claim: Claim, verb: str, editor) -> Claim:
    """The claim in a state in which the verb makes sense."""
    if verb == "restore":
        readings.discard(claim, editor=editor, reason="A date.")
    if verb == "assign":
        assignments.assign(claim, editor, editor=editor)
    if verb == "withdraw":
        releases.release(claim, editor=editor)
    return claim


def done(claim: Claim, verb: str) -> bool:
    claim.refresh_from_db()
    return {
        "rule": claim.verdict == "true" and claim.rulings.count() == 1,
        "attach": claim.evidence.count() == 1,
        "correct": claim.reading.n == 2 and claim.reading.value == Decimal(1200),
        "discard": claim.workflow == Claim.Workflow.DISCARDED,
        "restore": claim.workflow == Claim.Workflow.OPEN,
        "assign": claim.assigned_to is None and claim.handlings.count() == 2,
        "release": claim.is_released,
        "withdraw": not claim.is_released and claim.releases.count() == 2,
    }[verb]


@pytest.mark.parametrize("verb", ACTS)
@pytest.mark.parametrize("headers", [None, HTMX], ids=["plain", "script"])
def test_each_verb_is_within_reach(desk, editor, verb, headers):
    claim = ready(a_figure(editor), verb, editor)
    answer = act(desk, claim, verb, headers=headers, **GIVEN[verb])
    assert done(claim, verb)
    if headers:
        assert answer.status_code == 200
        assert f'id="claim-{claim.pk}"' in answer.content.decode()
        assert 'class="notice"' in answer.content.decode()
    else:
        assert answer.status_code == 302
        assert f"?claim={claim.pk}" in answer.url


@pytest.mark.parametrize("verb", ACTS)
def test_each_verb_asks_for_its_right(reader, editor, verb):
    claim = ready(a_figure(editor), verb, editor)
    before = claim.row_version
    assert act(reader, claim, verb, **GIVEN[verb]).status_code == 403
    claim.refresh_from_db()
    assert claim.row_version == before


@pytest.mark.parametrize("verb", ACTS)
@pytest.mark.parametrize("ability", RIGHTS)
def test_each_verb_is_offered_and_done_by_its_own_right_alone(editor, verb, ability):
    client = looking("rina", RIGHTS[ability])
    claim = ready(a_figure(editor), verb, editor)
    card = client.get(reverse("admin:claims_desk_card", args=(claim.article_id, claim.pk)), headers=HTMX)
    own = ACTS[verb].ability == ability
    assert (f'data-verb="{verb}"' in card.content.decode()) == own
    assert act(client, claim, verb, **GIVEN[verb]).status_code == (302 if own else 403)


@pytest.mark.parametrize("ability", RIGHTS)
def test_a_source_is_taken_off_by_who_may_change_evidence(editor, ability):
    row = some_evidence(editor, a_figure(editor))
    client = looking("rina", RIGHTS[ability])
    address = reverse("admin:claims_desk_detach", args=(row.claim.article_id, row.pk))
    card = client.get(reverse("admin:claims_desk_card", args=(row.claim.article_id, row.claim_id)), headers=HTMX)
    own = ability == "detach"
    assert (address in card.content.decode()) == own
    assert client.post(address).status_code == (302 if own else 403)


@pytest.mark.parametrize("verb", ACTS)
def test_each_verb_is_a_post(desk, editor, verb):
    claim = a_figure(editor)
    address = reverse("admin:claims_desk_act", args=(claim.article_id, claim.pk, verb))
    assert desk.get(address).status_code == 405


@pytest.mark.parametrize("verb", ACTS)
def test_each_verb_refuses_a_forged_form(editor, verb):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    claim = ready(a_figure(editor), verb, editor)
    assert act(client, claim, verb, **GIVEN[verb]).status_code == 403


@pytest.mark.parametrize("headers", [None, HTMX], ids=["plain", "script"])
@pytest.mark.parametrize("verb", ["rule", "correct", "discard", "release"])
def test_who_was_overtaken_is_told_and_keeps_the_words(desk, editor, verb, headers):
    claim = a_figure(editor)
    rulings.rule(claim, "misleading", editor=editor, reason="Somebody was quicker.")
    given = {"reason": "My own words."} | GIVEN[verb]
    answer = act(desk, claim, verb, headers=headers, seen=0, **given)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Somebody else changed this claim" in shown
    assert "Newest: Ruled: Misleading – sari." in shown
    assert given["reason"] in shown
    assert "Misleading" in shown
    assert f'name="row_version" value="{claim.row_version}"' in shown
    assert not done(claim, verb)


REFUSED = {
    "a ruling without a reason": ("rule", {"verdict": "true", "reason": " "}, "required"),
    "a ruling without a verdict": ("rule", {"reason": "x"}, "required"),
    "an unknown verdict": ("rule", {"verdict": "perhaps", "reason": "x"}, "perhaps"),
    "no web address": ("attach", {"url": "toll", "stance": "supports"}, "no web address"),
    "a bad locator": ("attach", {"url": "https://s.example/", "stance": "supports", "locator": "csv:"}, "errorlist"),
    "a bad tolerance": (
        "attach",
        {"url": "https://s.example/", "stance": "supports", "tolerance": "5.5.5"},
        "errorlist",
    ),
    "a reading without a number": ("correct", {"bound": "exact", "reason": "x"}, "Give the number"),
    "a range upside down": ("correct", {"value": "5", "high": "3", "bound": "range", "reason": "x"}, "upper end"),
    "an ambiguous number": ("correct", {"value": "1.2.3", "bound": "exact", "reason": "x"}, "Write the number"),
    "nothing changed": (
        "correct",
        {"value": "1,400", "bound": "about", "counted": "orang", "event": "killed", "reason": "x"},
        "Nothing was changed",
    ),
    "a discard without a reason": ("discard", {"reason": ""}, "required"),
}


@pytest.mark.parametrize(("verb", "data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_told_beside_the_form(desk, editor, verb, data, sentence):
    claim = a_figure(editor)
    for headers in (None, HTMX):
        answer = act(desk, claim, verb, headers=headers, **data)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
    assert not done(claim, verb)


def test_what_is_not_offered_is_refused_all_the_same(desk, editor):
    claim = a_figure(editor)
    releases.release(claim, editor=editor)
    answer = act(desk, claim, "discard", reason="The date of a bulletin.", headers=HTMX)
    assert answer.status_code == 422
    assert "Withdraw it before you discard it" in answer.text
    assert "The date of a bulletin." in answer.text
    assert act(desk, claim, "release").status_code == 422


@pytest.mark.parametrize("headers", [None, HTMX], ids=["plain", "script"])
def test_what_was_typed_outlives_a_claim_that_no_longer_takes_it(desk, editor, headers):
    """Written for long, and meanwhile somebody else discarded the claim."""
    claim = a_figure(editor)
    readings.discard(claim, editor=editor, reason="A date.")
    for verb, given in (("rule", GIVEN["rule"]), ("correct", FIGURE)):
        answer = act(desk, claim, verb, headers=headers, seen=0, **given)
        assert answer.status_code == 409
        assert "what you asked for is offered no more" in answer.text
        assert given["reason"] in answer.text
        assert "send it again if it still holds" not in answer.text
    assert not claim.rulings.exists()


def test_a_quote_is_corrected_with_its_own_form(desk, editor):
    claim = a_quote(editor)
    act(desk, claim, "correct", speaker_name="Rina W.", cue="kata", form="direct", reason="Her card says so.")
    claim.refresh_from_db()
    assert (claim.reading.n, claim.reading.speaker_name) == (2, "Rina W.")


@pytest.mark.parametrize(
    ("verdict", "told"), [("true", ("Ruled.", "Diputuskan.")), ("unverified", ("taken back", "ditarik kembali"))]
)
def test_a_ruling_that_is_taken_back_is_told_as_that_and_stays_in_the_history(desk, editor, verdict, told):
    claim = a_figure(editor)
    for language, words in zip(("en", "id"), told, strict=True):
        rulings.rule(claim, "false", editor=editor, reason="Too high.")
        desk.defaults["HTTP_ACCEPT_LANGUAGE"] = language
        answer = act(desk, claim, "rule", headers=HTMX, verdict=verdict, reason="Asked again.")
        assert words in answer.content.decode()
        claim.refresh_from_db()
    assert claim.rulings.count() == 4


def test_a_ruling_rests_on_the_readings_ticked(desk, editor):
    claim = a_figure(editor)
    check = a_check(some_evidence(editor, claim))
    act(desk, claim, "rule", verdict="true", reason="Read.", readings=[check.reading_id])
    assert list(claim.rulings.get().readings.all()) == [check.reading]


def test_unknown_verbs_are_not_found(desk, editor):
    assert act(desk, a_figure(editor), "delete").status_code == 404


def test_a_source_is_taken_off_and_its_checks_stay(desk, editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    a_check(row)
    desk.post(reverse("admin:claims_desk_detach", args=(claim.article_id, row.pk)))
    row.refresh_from_db()
    assert not row.is_active
    assert row.checks.count() == 1


def test_a_source_is_read_again_from_the_card(desk, editor):
    row = some_evidence(editor, a_figure(editor))
    a_check(row)
    later = timezone.now() + timedelta(days=1)
    Schedule.objects.update(next_check_at=later)
    address = reverse("admin:claims_desk_reread", args=(row.claim.article_id, row.pk))
    card = desk.post(address, headers=HTMX).content.decode()
    assert Schedule.objects.get().next_check_at < later
    assert Job.objects.get(kind=Job.Kind.RECHECK).requested_by == editor
    assert "being read again" in card
    assert "every 2s" in card
    assert address not in card  # it is asked for already
    a_check(row)
    Schedule.objects.update(next_check_at=later)
    card = desk.get(reverse("admin:claims_desk_card", args=(row.claim.article_id, row.claim_id)), headers=HTMX)
    assert address in card.content.decode()
    assert "every 2s" not in card.content.decode()


def test_a_paused_source_is_not_read_again(desk, editor):
    row = some_evidence(editor, a_figure(editor))
    Schedule.objects.update(state=Schedule.State.PAUSED)
    address = reverse("admin:claims_desk_reread", args=(row.claim.article_id, row.pk))
    answer = desk.post(address, headers=HTMX)
    assert answer.status_code == acts.REFUSED
    assert "None of these sources can be read" in answer.content.decode()
    assert "None of these sources can be read" in desk.post(address, follow=True).content.decode()


def test_who_may_not_recheck_reads_nothing_again(reader, editor):
    row = some_evidence(editor, a_figure(editor))
    a_check(row)
    address = reverse("admin:claims_desk_reread", args=(row.claim.article_id, row.pk))
    assert reader.post(address).status_code == 403
    card = reader.get(reverse("admin:claims_desk_card", args=(row.claim.article_id, row.claim_id)), headers=HTMX)
    assert row.source.url in card.content.decode()
    assert address not in card.content.decode()
    assert not Job.objects.filter(kind=Job.Kind.RECHECK).exists()


@pytest.mark.parametrize(
    ("verb", "state", "told"),
    [("acknowledge", "acknowledged", "Noted: you have seen it."), ("close", "closed", "Alert closed.")],
)
def test_an_alert_is_seen_or_closed(desk, reader, editor, verb, state, told):
    claim = a_figure(editor)
    check = a_check(some_evidence(editor, claim), "superseded")
    (alert,) = alerts.open_all([alerts.on_finding(check, "matches", timezone.now())])
    address = reverse("admin:claims_desk_alert", args=(claim.article_id, alert.pk, verb))
    assert reader.post(address).status_code == 403
    answer = desk.post(address, headers=HTMX)
    assert answer.status_code == 200
    assert told in answer.content.decode()
    alert.refresh_from_db()
    assert (alert.state, alert.acknowledged_by) == (state, editor)


def marked(client, article, **data):
    address = reverse("admin:claims_desk_mark", args=(article.pk,))
    return client.post(address, {"kind": "figure", "bound": "exact", **data}, follow=True)


def test_missed_words_become_a_claim(desk):
    article = an_article("🚚 Ada 12 truk di sana.")
    shown = marked(desk, article, start=6, end=13, words="12 truk", value="12", counted="truk").content.decode()
    claim = Claim.objects.get()
    assert claim.anchor.exact == "12 truk"
    assert (claim.origin, claim.reading.value) == (Claim.Origin.EDITOR, 12)
    assert f'id="mark-{claim.pk}"' in shown


def test_a_missed_figure_is_read_from_its_words(desk):
    shown = marked(desk, an_article(), words="220 orang").content.decode()
    assert "Marked, and read as: 220 orang." in shown
    assert Claim.objects.get().reading.value == 220


def test_a_missed_quote_becomes_a_claim(desk):
    marked(desk, an_article(), kind="quote", words="“Jumlah ini masih dapat berubah,”", speaker_name="Rina Wibowo")
    assert Claim.objects.get().reading.speaker_name == "Rina Wibowo"


def test_a_refused_mark_keeps_what_was_typed(desk):
    typed = {"start": 6, "end": 13, "words": "12 truk", "value": "dua belas", "counted": "truk Bulog"}
    answer = marked(desk, an_article(), **typed)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert '<details class="marker" id="marker" open>' in shown
    assert "errorlist" in shown[shown.index('name="value"') : shown.index('name="high"')]
    assert all(f'value="{kept}"' in shown for kept in ("dua belas", "truk Bulog", "6", "13"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"words": "999 orang", "value": "9"}, "do not stand"),
        ({"words": "Kelompok itu"}, "Give the number"),
        ({"start": 3, "end": 2, "words": ""}, "Select the words"),
        ({"start": 0, "end": 4, "words": "Lain", "value": "1"}, "Select them again"),
    ],
)
def test_words_that_cannot_be_marked_are_told(desk, data, sentence):
    assert sentence in marked(desk, an_article(), **data).content.decode()
    assert not Claim.objects.exists()


def test_marking_asks_for_its_right(reader):
    article = an_article()
    address = reverse("admin:claims_desk_mark", args=(article.pk,))
    assert reader.post(address, {"kind": "figure", "words": "220 orang", "value": "220"}).status_code == 403


def test_a_text_is_read_again_once_at_a_time(desk, reader):
    article = an_article()
    address = reverse("admin:claims_desk_extract", args=(article.pk,))
    assert reader.post(address).status_code == 403
    desk.post(address)
    desk.post(address)
    assert Job.objects.count() == 1


def test_the_source_that_was_attached_is_shared(desk, editor):
    first, second = a_figure(editor), a_figure(editor)
    for claim in (first, second):
        act(desk, claim, "attach", url="https://source.example/toll#top", stance="supports")
    assert Evidence.objects.values("source").distinct().count() == 1


def test_a_source_is_tried_before_it_is_attached(desk, reader, editor):
    claim = a_figure(editor)
    address = reverse("admin:claims_desk_preview", args=(claim.article_id, claim.pk))
    data = {"url": "http://10.0.0.1/", "stance": "supports", "row_version": claim.row_version}
    assert reader.post(address, data).status_code == 403
    answer = desk.post(address, data, headers=HTMX)
    assert answer.status_code == 422
    assert "could not be fetched" in answer.content.decode()
    assert "no web address" in desk.post(address, data | {"url": "x"}).content.decode()
    assert not Evidence.objects.exists()


def test_a_source_is_attached_whatever_a_worker_wrote_meanwhile(desk, editor):
    """The check of the source before it has just moved the claim's currency."""
    claim = a_figure(editor)
    claim.swap(currency="disputed")
    assert act(desk, claim, "attach", headers=HTMX, seen=0, **GIVEN["attach"]).status_code == 200
    assert claim.evidence.count() == 1


def test_the_loss_of_a_source_is_seen_at_a_claim_that_hangs_on_it(desk, editor):
    claim, other = a_figure(editor), a_figure(editor)
    row = some_evidence(editor, claim)
    (lost,) = alerts.open_all([alerts.on_loss(row.source_id, 1, 1, Why("gone", "http_410", ""), timezone.now())])
    for place, status in ((other, 404), (claim, 200)):
        there = reverse("admin:claims_desk_alert", args=(place.article_id, lost.pk, "acknowledge"))
        assert desk.post(there, {"claim": place.pk}, headers=HTMX).status_code == status
    assert desk.post(there, {"claim": "x"}, headers=HTMX).status_code == 404
    lost.refresh_from_db()
    assert (lost.state, lost.acknowledged_by) == ("acknowledged", editor)


@pytest.mark.parametrize("asked", ["", "one", "9" * 30])
def test_the_alert_of_a_source_asks_in_whose_card_it_was_seen(desk, editor, asked):
    row = some_evidence(editor, a_figure(editor))
    (lost,) = alerts.open_all([alerts.on_loss(row.source_id, 1, 1, Why("gone", "http_410", ""), timezone.now())])
    address = reverse("admin:claims_desk_alert", args=(row.claim.article_id, lost.pk, "acknowledge"))
    assert desk.post(address, {"claim": asked}, headers=HTMX).status_code == 404
    lost.refresh_from_db()
    assert lost.state == "open"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_rule_at_the_same_moment_one_is_overtaken(editor, monkeypatch):
    claim = a_figure(editor)
    address = reverse("admin:claims_desk_act", args=(claim.article_id, claim.pk, "rule"))
    both = threading.Barrier(2, timeout=60)

    def read(*asked, **known):
        found = get_object_or_404(*asked, **known)
        both.wait()
        return found

    def rule(verdict):
        client = Client()
        client.force_login(editor)
        try:
            return client.post(
                address, {"row_version": claim.row_version, "verdict": verdict, "reason": "So."}
            ).status_code
        finally:
            connection.close()

    monkeypatch.setattr(acts, "get_object_or_404", read)
    with ThreadPoolExecutor(2) as hands:
        assert sorted(hands.map(rule, ("true", "false"))) == [302, 409]
    assert claim.rulings.count() == 1


def test_a_source_is_attached_to_the_ticked_claims_too(desk, editor):
    article = an_article()
    claim, other, third = a_figure(editor, article), a_figure(editor, article, "220 orang"), a_quote(editor, article)
    answer = act(desk, claim, "attach", headers=HTMX, **GIVEN["attach"], locator="json:/a", also=[other.pk, third.pk])
    assert "Attached to 3 claims." in answer.content.decode()
    rows = Evidence.objects.order_by("pk").values_list("claim", "source__url", "locator")
    assert list(rows) == [
        (one.pk, GIVEN["attach"]["url"], locator) for one, locator in ((claim, "json:/a"), (other, ""), (third, ""))
    ]


@pytest.mark.parametrize("wrong", [{"url": "no address"}, {"stance": "likes"}, {"locator": "json:x"}])
def test_a_refused_source_hangs_on_nothing_and_the_ticks_stay(desk, editor, wrong):
    article = an_article()
    claim, other = a_figure(editor, article), a_quote(editor, article)
    answer = act(desk, claim, "attach", headers=HTMX, also=[other.pk], **(GIVEN["attach"] | wrong))
    assert answer.status_code == 422
    assert f'name="also" value="{other.pk}" checked' in answer.content.decode()
    assert not Evidence.objects.exists()


def test_claims_of_other_articles_are_not_ticked(desk, editor):
    answer = act(desk, a_figure(editor), "attach", headers=HTMX, also=[a_figure(editor).pk], **GIVEN["attach"])
    assert answer.status_code == 422
    assert not Evidence.objects.exists()


def test_who_may_not_attach_is_offered_no_other_claims(reader, editor):
    claim = a_figure(editor)
    address = reverse("admin:claims_desk_beside", args=(claim.article_id, claim.pk))
    assert (reader.post(address, GIVEN["attach"]).status_code, reader.get(address).status_code) == (403, 405)


def relocated(editor, to: str = "https://source.example/2023/toll") -> Evidence:
    """An evidence whose source's page was read at its new address."""
    row = some_evidence(editor, a_figure(editor))
    fetched = Fetched(row.source.url, "ok", timezone.now(), RELOCATED, final_url=to, status=200)
    snapshot = pages.keep(fetched, source=row.source, seq=1)
    Check.objects.create(evidence=row, snapshot=snapshot, checked_at=timezone.now(), finding="matches")
    return row


@pytest.mark.parametrize("headers", [None, HTMX], ids=["plain", "script"])
@pytest.mark.parametrize(
    ("language", "told", "done"),
    [("en", "This page has moved to", "Taken."), ("id", "Halaman ini pindah ke", "Dipakai.")],
)
def test_a_page_that_moved_is_told_and_its_new_address_taken_by_one_press(desk, editor, headers, language, told, done):
    row = relocated(editor)
    desk.defaults["HTTP_ACCEPT_LANGUAGE"] = language
    address = reverse("admin:claims_desk_relocate", args=(row.claim.article_id, row.pk))
    card = reverse("admin:claims_desk_card", args=(row.claim.article_id, row.claim_id))
    shown = desk.get(card, headers=HTMX).content.decode()
    assert told in shown
    assert f'action="{address}"' in shown
    assert 'name="to" value="https://source.example/2023/toll"' in shown
    answer = desk.post(address, {"to": "https://source.example/2023/toll"}, headers=headers, follow=True)
    assert done in answer.content.decode()
    assert address not in answer.content.decode()
    assert Source.objects.get().url == "https://source.example/2023/toll"


def test_an_address_that_was_not_shown_is_not_taken(desk, editor):
    row = relocated(editor)
    address = reverse("admin:claims_desk_relocate", args=(row.claim.article_id, row.pk))
    answer = desk.post(address, {"to": "https://evil.example/"}, headers=HTMX)
    assert answer.status_code == acts.MOVED_ON
    assert "another address by now" in answer.content.decode()
    some_evidence(editor, a_figure(editor), url="https://source.example/2023/toll")
    answer = desk.post(address, {"to": "https://source.example/2023/toll"}, headers=HTMX)
    assert answer.status_code == acts.REFUSED
    assert "Another source has this address already" in answer.content.decode()
    row.source.refresh_from_db()
    assert row.source.url == "https://source.example/toll"


def test_who_may_only_look_is_told_where_a_page_moved_and_takes_nothing(reader, editor):
    row = relocated(editor)
    address = reverse("admin:claims_desk_relocate", args=(row.claim.article_id, row.pk))
    card = reverse("admin:claims_desk_card", args=(row.claim.article_id, row.claim_id))
    shown = reader.get(card, headers=HTMX).content.decode()
    assert "This page has moved to" in shown
    assert address not in shown
    assert reader.post(address, {"to": "https://source.example/2023/toll"}).status_code == 403
