"""Rows and cards: what a claim's state shows and offers, and its history in order."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.admin import cards
from claims.models import Claim
from claims.services import alerts, articles, assignments, extractions, readings, releases, rulings
from claims.services.troubles import Why
from tests.factories import PUBLISHED, TEXT, a_check, a_figure, a_quote, an_article, some_evidence
from tests.meanwhile import meanwhile


def row_of(claim: Claim) -> cards.Row:
    return cards.rows(claim.article, claim.article.current, only=[claim.pk])[0]


def test_rows_stand_in_the_order_of_the_text(editor):
    article = an_article()
    quote, second, first = a_quote(editor, article), a_figure(editor, article, "220 orang"), a_figure(editor, article)
    assert [row.claim for row in cards.rows(article, article.current)] == [first, second, quote]


def test_a_claim_that_a_worker_adds_meanwhile_is_left_out(editor):
    article = an_article()
    first, version = a_figure(editor, article), article.current
    with meanwhile(lambda: a_quote(editor, article), after='SELECT "claims_claim"'):
        listed = cards.rows(article, version)
    assert [row.claim for row in listed] == [first]
    assert len(cards.rows(article, article.current)) == 2


def test_a_claim_whose_words_are_gone_stands_last_and_says_so(editor):
    article = an_article()
    gone, kept = a_figure(editor, article), a_figure(editor, article, "220 orang")
    articles.ingest(TEXT.replace("1.400", "1.200"), articles.Origin(url=article.url, language="id"))
    extractions.extract(article)
    listed = cards.rows(article, article.current)
    assert listed[-1].claim == gone
    assert listed[-1].anchor is None
    assert listed[-1].words == "sekitar 1.400 orang"
    assert listed[-1].stretches() == ()
    assert next(row for row in listed if row.claim == kept).anchor is not None


def test_the_card_shows_the_sentence_with_the_words_marked_in_it(desk, editor):
    claim = a_figure(editor)
    card = desk.get(
        reverse("admin:claims_desk_card", args=(claim.article_id, claim.pk)), headers={"HX-Request": "true"}
    )
    page = desk.get(reverse("admin:claims_article_desk", args=(claim.article_id,)), {"claim": claim.pk})
    for shown in (card, page):
        told = shown.content.decode().partition('<blockquote class="sentence"')[2].partition("</blockquote>")[0]
        assert '<mark class="figure">sekitar 1.400 orang</mark>' in told
        assert told.endswith("</mark></a> di Israel selatan.")
        assert ">Serangan itu menewaskan <a " in told


def test_words_that_stand_no_more_are_shown_where_they_stood(editor):
    article = an_article()
    gone = a_figure(editor, article)
    articles.ingest(TEXT.replace("1.400", "1.200"), articles.Origin(url=article.url, language="id"))
    extractions.extract(article)
    row = row_of(gone)
    assert row.anchor is None
    assert cards.sentence(row) == ("Serangan itu menewaskan ", "sekitar 1.400 orang", " di Israel selatan.")


def test_a_reading_that_a_ruling_may_rest_on_names_its_source(desk, editor):
    claim = a_figure(editor)
    a_check(some_evidence(editor, claim, publisher="Kementerian Kesehatan"))
    a_check(some_evidence(editor, claim, url="https://bps.example/tabel"))
    card = desk.get(
        reverse("admin:claims_desk_card", args=(claim.article_id, claim.pk)), headers={"HX-Request": "true"}
    )
    rests = card.content.decode().partition('class="rests"')[2].partition("</fieldset>")[0]
    assert ">Kementerian Kesehatan</span>" in rests
    assert ">bps.example/tabel</span>" in rests


def test_the_newest_reading_counts(editor):
    claim = a_figure(editor)
    readings.correct(claim, editor=editor, reason="Misread.", changed={"value": Decimal(1200)})
    assert row_of(claim).says.startswith("about 1,200 orang")


def test_the_history_tells_what_a_correction_changed(editor):
    claim = a_figure(editor)
    readings.correct(claim, editor=editor, reason="Whose?", changed={"population": "warga Israel"})
    told = [event.what for event in cards.history(claim) if event.what.startswith("Read as")]
    assert len(set(told)) == 2
    assert "warga Israel" in told[0]


def test_a_quote_is_marked_part_by_part(editor):
    claim = a_quote(editor)
    row = row_of(claim)
    row.reading.parts = [[0, 6], [10, 20]]
    start = row.anchor.start
    assert row.stretches() == ((start, start + 6), (start + 10, start + 20))


@pytest.mark.parametrize(
    ("change", "state", "shows"),
    [
        ({}, "unverified", "all figure unruled"),
        ({"verdict": "true"}, "true", "all figure"),
        ({"verdict": "true", "currency": "superseded"}, "true moved", "all figure moved"),
        ({"workflow": "discarded", "verdict": "true"}, "discarded", "discarded"),
    ],
)
def test_filters_and_states(editor, change, state, shows):
    claim = a_figure(editor)
    Claim.objects.filter(pk=claim.pk).update(**change)
    row = row_of(claim)
    assert (row.state, row.shows) == (state, shows)


def test_an_open_alert_counts_as_moved(editor):
    claim = a_figure(editor)
    check = a_check(some_evidence(editor, claim), "differs")
    (alert,) = alerts.open_all([alerts.on_finding(check, "matches", timezone.now())])
    assert row_of(claim).moved
    alerts.acknowledge(alert, editor=editor)
    assert not row_of(claim).moved


def test_the_state_decides_which_verbs_are_offered(editor):
    claim = a_figure(editor)
    assert set(cards.forms_of(row_of(claim))) == {"rule", "attach", "correct", "assign", "release", "discard"}
    releases.release(claim, editor=editor)
    assert set(cards.forms_of(row_of(claim))) == {"rule", "attach", "correct", "assign", "withdraw"}
    releases.withdraw(claim, editor=editor, reason="x")
    readings.discard(claim, editor=editor, reason="x")
    assert set(cards.forms_of(row_of(claim))) == {"restore"}


def test_history_tells_everything_newest_first(editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    check = a_check(row, "differs")
    alerts.open_all([alerts.on_finding(check, "matches", timezone.now())])
    rulings.rule(claim, "false", editor=editor, reason="The source denies it.")
    releases.release(claim, editor=editor, reason="Now.")
    readings.correct(claim, editor=editor, reason="Misread.", changed={"value": Decimal(1200)})
    assignments.assign(claim, editor, editor=editor, reason="Yours.")
    events = cards.history(claim)
    assert [event.at for event in events] == sorted((event.at for event in events), reverse=True)
    told = " ".join(f"{event.what} {event.why}" for event in events)
    for words in (
        "1,400",
        "1,200",
        "Misread.",
        "False",
        "The source denies it.",
        "released",
        "Now.",
        "differs",
        "Assigned to sari",
        "Yours.",
        "Alert",
    ):
        assert words in told


def test_each_evidence_comes_with_its_newest_check(editor):
    claim = a_figure(editor)
    row, waiting = some_evidence(editor, claim), some_evidence(editor, claim, url="https://other.example/")
    a_check(row)
    newest = a_check(row, "superseded", Decimal(1200))
    found = {one.pk: one.newest for one in cards.evidence(claim)}
    assert found == {row.pk: newest, waiting.pk: None}


def test_a_lost_source_is_told_at_its_claims(editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    alerts.open_all([alerts.on_loss(row.source_id, 1, 1, Why("gone", "http_410", "HTTP 410"), timezone.now())])
    assert "HTTP 410" in cards.card(row_of(claim))["alerts"][0].sentence


def test_a_claim_of_the_viewers_is_among_theirs(editor, stranger):
    claim = a_figure(editor)
    assignments.assign(claim, editor, editor=editor)
    version = claim.article.current
    (mine,) = cards.rows(claim.article, version, viewer=editor.pk)
    (others,) = cards.rows(claim.article, version, viewer=stranger.pk)
    assert "mine" in mine.shows.split()
    assert "mine" not in others.shows.split()


def test_a_figure_that_moved_tells_where_else_its_number_is_printed(editor):
    claim, later = a_figure(editor), an_article(published_at=PUBLISHED + timedelta(days=20))
    again, lost, read_anew = (a_figure(editor, article) for article in (later, an_article(), an_article()))
    headline = a_figure(editor, claim.article, words="1.400 orang")
    a_figure(editor, later, words="1.400", place="Gaza")
    a_figure(editor, an_article(), event="injured")
    a_figure(editor, an_article(), value=Decimal(1401))
    a_figure(editor, an_article(published_at=PUBLISHED + timedelta(days=200)))
    readings.discard(lost, editor=editor, reason="A year.")
    readings.correct(read_anew, editor=editor, reason="Misread.", changed={"value": Decimal(1500)})
    assert cards.alike(row_of(claim)) == []
    claim.swap(currency=Claim.Currency.SUPERSEDED)
    assert [one.claim for one in cards.alike(row_of(claim))] == [headline, again]


def test_what_has_neither_unit_nor_event_is_alike_by_what_it_counts(editor):
    claim, same, _other = (a_figure(editor, an_article(), event="", counted=one) for one in ("truk", "Truk", "kapal"))
    claim.swap(currency=Claim.Currency.DISPUTED)
    assert [one.claim for one in cards.alike(row_of(claim))] == [same]


def test_a_number_of_another_place_is_not_alike(editor):
    claim, same, nearer, unplaced, _other = (
        a_figure(editor, an_article(), place=one) for one in ("Jalur Gaza", "Jalur Gaza", "Gaza", "", "Sderot")
    )
    claim.swap(currency=Claim.Currency.SUPERSEDED)
    assert [one.claim for one in cards.alike(row_of(claim))] == [same, nearer, unplaced]
