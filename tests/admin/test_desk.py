"""The workbench's pages: what they show, to whom, under which policy, and at what price."""

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.admin import desk as desk_pages
from claims.models import Job, Schedule
from claims.services import extractions, jobs, readings, rulings
from tests.factories import TEXT, a_check, a_figure, a_quote, an_article, some_evidence
from tests.meanwhile import meanwhile

HTMX = {"HX-Request": "true"}


def address(article, name: str = "article_desk", *args) -> str:
    return reverse(f"admin:claims_{name}", args=(article.pk, *args))


def page(client, article, **query) -> str:
    answer = client.get(address(article), query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_text_is_shown_with_its_claims_and_the_list_beside_it(desk, editor):
    article = an_article(outlet="Harian Contoh")
    figure, quote = a_figure(editor, article), a_quote(editor, article)
    shown = page(desk, article)
    assert f'<mark class="figure" id="mark-{figure.pk}"' in shown
    assert f'<mark class="quote" id="mark-{quote.pk}"' in shown
    assert f'id="claim-{figure.pk}"' in shown
    assert "about 1,400" in shown
    assert '<span class="chip plain event">killed</span>' in shown
    assert "Rina Wibowo" in shown
    assert "09:00 WIB" in shown
    assert "27 Oct 2023, 02:00 UTC" in shown


def test_a_figure_that_the_database_cannot_keep_is_named(desk, editor, monkeypatch):
    monkeypatch.setattr(extractions, "keeps", lambda value, _high: value != 1400)
    article = an_article()
    assert 'id="long"' not in page(desk, article)
    jobs.run(jobs.ask(Job.Kind.EXTRACT, article=article, editor=editor).pk)
    assert "“sekitar 1.400 orang”" in page(desk, article)


def test_every_place_that_is_named_on_an_open_card_is_there_once(desk, editor):
    """A label, a description and the script find what they mean by its id."""
    for claim in (a_figure(editor), a_quote(editor)):
        shown = page(desk, claim.article, claim=claim.pk)
        ids = re.findall(r'\sid="([^"]+)"', shown)
        assert sorted(ids) == sorted(set(ids))
        described = re.findall(r'aria-describedby="([^"]+)"', shown)
        assert {one for names in described for one in names.split()} <= set(ids)
        asked = re.findall(r"change from:#([\w-]+)", shown)
        assert set(asked) <= set(ids)


def test_it_stands_under_the_strict_policy_and_holds_no_inline_script_or_style(desk, editor):
    claim = a_figure(editor)
    a_check(some_evidence(editor, claim))
    answer = desk.get(address(claim.article), {"claim": claim.pk})
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    shown = answer.content.decode()
    assert "style=" not in shown
    assert "<style" not in shown
    assert "onclick" not in shown
    assert "<script>" not in shown


def test_a_card_opens_without_a_script(desk, editor):
    claim = a_figure(editor)
    assert 'name="reason"' not in page(desk, claim.article)
    opened = page(desk, claim.article, claim=claim.pk)
    for verb in ("rule", "attach", "correct", "discard", "release"):
        assert address(claim.article, "desk_act", claim.pk, verb) in opened


def test_a_card_is_one_list_item_for_the_script(desk, editor):
    claim = a_figure(editor)
    answer = desk.get(address(claim.article, "desk_card", claim.pk), headers=HTMX)
    assert answer.content.decode().strip().startswith("<li")
    plain = desk.get(address(claim.article, "desk_card", claim.pk))
    assert plain.url.endswith(f"?claim={claim.pk}#claim-{claim.pk}")


def test_a_claim_of_another_article_is_not_found(desk, editor):
    claim, other = a_figure(editor), an_article()
    assert desk.get(address(other, "desk_card", claim.pk), headers=HTMX).status_code == 404
    assert f'id="claim-{claim.pk}"' not in page(desk, other, claim=claim.pk)


@pytest.mark.parametrize("asked", ["x", "-1", "99999999999", "²"])
def test_nonsense_in_the_address_opens_nothing(desk, editor, asked):
    shown = page(desk, a_figure(editor).article, claim=asked, show=asked)
    assert (shown.count('aria-expanded="false"'), shown.count('aria-expanded="true"')) == (1, 0)


def test_the_price_does_not_grow_with_the_claims(desk, editor):
    def asked(words: int) -> int:
        article = an_article("\n".join(f"Sebanyak {100 + n} orang tewas di desa ke-{n}." for n in range(words)))
        extractions.extract(article)
        assert article.claims.count() >= words
        with CaptureQueriesContext(connection) as queries:
            page(desk, article)
        return len(queries)

    asked(2)
    assert asked(40) == asked(3)


def test_a_reader_sees_the_desk_without_its_verbs(reader, editor):
    claim = a_figure(editor)
    shown = page(reader, claim.article, claim=claim.pk)
    assert "about 1,400" in shown
    assert address(claim.article, "desk_act", claim.pk, "rule") not in shown
    assert address(claim.article, "desk_mark") not in shown


def test_a_stranger_sees_nothing(client, stranger, editor):
    claim = a_figure(editor)
    client.force_login(stranger)
    assert client.get(address(claim.article)).status_code == 302
    stranger.is_staff = True
    stranger.save()
    for name, args in (("article_desk", ()), ("desk_card", (claim.pk,)), ("desk_progress", ())):
        assert client.get(address(claim.article, name, *args), headers=HTMX).status_code == 403


def test_progress_moves_until_the_text_was_read(desk, editor):
    article = an_article()
    job = jobs.ask(Job.Kind.EXTRACT, article=article, editor=editor)
    assert 'hx-trigger="every 1s"' in page(desk, article)
    assert desk.get(address(article, "desk_progress"), headers=HTMX).status_code == 200
    jobs.run(job.pk)
    ended = desk.get(address(article, "desk_progress"), headers=HTMX)
    assert ended.status_code == 286
    assert ended["HX-Redirect"] == address(article)
    shown = page(desk, article)
    assert "every 1s" not in shown
    assert "<mark" in shown


def test_a_page_read_while_the_claims_are_written_is_asked_for_anew(desk, editor):
    article = an_article()
    job = jobs.ask(Job.Kind.EXTRACT, article=article, editor=editor)
    with meanwhile(lambda: jobs.run(job.pk), after='SELECT "claims_claim"'):
        shown = page(desk, article)
    assert 'id="claim-' not in shown
    assert f'hx-get="{address(article, "desk_progress")}"' in shown
    assert 'id="claim-' in page(desk, article)


def test_a_failed_reading_stops_asking_and_says_why(desk):
    article = an_article()
    Job.objects.create(kind=Job.Kind.EXTRACT, article=article, state=Job.State.FAILED, error="It broke.")
    ended = desk.get(address(article, "desk_progress"), headers=HTMX)
    assert ended.status_code == 286
    assert "It broke." in ended.content.decode()
    assert "It broke." in page(desk, article)


def test_a_source_is_waited_for_until_its_first_check(desk, editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    waiting = desk.get(address(claim.article, "desk_evidence", row.pk), headers=HTMX)
    assert waiting.status_code == 200
    assert 'hx-trigger="every 2s"' in waiting.content.decode()
    a_check(row, "differs")
    ended = desk.get(address(claim.article, "desk_evidence", row.pk), headers=HTMX)
    assert ended.status_code == 286
    shown = ended.content.decode()
    assert "every 2s" not in shown
    assert f'id="summary-{claim.pk}"' in shown
    assert 'hx-swap-oob="true"' in shown


def test_it_speaks_indonesian(desk, editor):
    claim = a_figure(editor)
    rulings.rule(claim, "false", editor=editor, reason="Keliru.")
    shown = desk.get(address(claim.article), {"claim": claim.pk}, headers={"accept-language": "id"}).content.decode()
    assert "sekitar 1.400" in shown
    assert "Keliru" in shown
    assert "Lampirkan sumber" in shown
    assert '<html lang="id">' in shown


HOSTILE = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>"


def test_hostile_words_stay_words_in_every_field(desk, editor):
    article = an_article(f"{HOSTILE}\n{TEXT}", title=HOSTILE, author=HOSTILE, outlet=HOSTILE)
    claim = a_figure(editor, article, counted=HOSTILE, place=HOSTILE, unit=HOSTILE[:40])
    quote = a_quote(editor, article, speaker_name=HOSTILE, role=HOSTILE, cue=HOSTILE[:120])
    row = some_evidence(editor, claim, publisher=HOSTILE)
    check = a_check(row, "differs")
    assert check
    rulings.rule(claim, "false", editor=editor, reason=HOSTILE)
    for chosen in (claim, quote):
        shown = page(desk, article, claim=chosen.pk)
        assert "<img src=x" not in shown
        assert "<script>alert" not in shown
        assert "&lt;img src=x onerror=alert(1)&gt;" in shown


def test_a_sign_that_turns_words_around_is_alone_wherever_words_are_shown(desk, editor):
    article = an_article("\u202eBanjir\nAir itu \u202emenewaskan sekitar 1.400 orang.", title="\u202eBanjir")
    claim = a_figure(editor, article, "\u202emenewaskan sekitar 1.400 orang")
    assert article.title == "Banjir"
    shown = page(desk, article, claim=claim.pk)
    assert shown.count("\u202e") == shown.count("<bdi>\u202e</bdi>") == 2


def test_publishers_of_sources_are_offered_the_latest_first(desk, editor):
    claim = a_figure(editor)
    for n, name in enumerate(("BNPB", "Kemenkes & Co", "BNPB")):
        some_evidence(editor, claim, url=f"https://s{n}.example/", publisher=name)
    shown = page(desk, claim.article, claim=claim.pk)
    offered = '<datalist id="publishers"><option value="BNPB"><option value="Kemenkes &amp; Co"></datalist>'
    assert offered in shown
    assert 'list="publishers"' in shown


@pytest.fixture
def long_article(monkeypatch):
    """Twelve claims where a page of the list holds five."""
    monkeypatch.setattr(desk_pages, "PER_PAGE", 5)
    article = an_article("\n".join(f"Sebanyak {100 + n} orang tewas di desa itu." for n in range(12)))
    extractions.extract(article)
    assert article.claims.count() == 12
    return article


def listed(shown: str) -> list[int]:
    return [int(key) for key in re.findall(r'<li class="claim[^"]*" id="claim-([0-9]+)"', shown)]


def test_a_long_list_is_shown_by_pages_and_the_text_whole(desk, long_article):
    keys = list(long_article.claims.order_by("id").values_list("pk", flat=True))
    first, last = page(desk, long_article), page(desk, long_article, page=3)
    assert (listed(first), listed(last)) == (keys[:5], keys[10:])
    assert listed(page(desk, long_article, page=99)) == keys[10:]
    assert all(f'id="mark-{key}"' in first for key in keys)
    assert "claims 1 to 5, page 1 of 3" in first
    assert 'rel="next" href="?show=all&amp;page=2#list"' in first
    assert 'rel="prev"' not in first
    assert 'rel="next"' not in last
    assert re.search(r'data-show="figure"[^>]*>Figures <b>12</b>', first)


def test_a_link_to_a_claim_opens_the_page_on_which_it_stands(desk, editor, long_article):
    claim = long_article.claims.order_by("id")[7]
    shown = page(desk, long_article, claim=claim.pk)
    assert claim.pk in listed(shown)
    assert address(long_article, "desk_act", claim.pk, "rule") in shown
    readings.discard(claim, editor=editor, reason="A count of nothing.")
    assert listed(page(desk, long_article, claim=claim.pk)) == [claim.pk]
    assert claim.pk not in listed(page(desk, long_article, page=2))
    assert listed(page(desk, long_article, show="quote")) == []


def test_an_open_card_leads_to_where_the_number_is_printed_too(desk, editor):
    claim = a_figure(editor)
    other = a_figure(editor, an_article(outlet="Harian Contoh"))
    assert "printed here too" not in page(desk, claim.article, claim=claim.pk)
    claim.swap(currency="superseded")
    shown = page(desk, claim.article, claim=claim.pk)
    assert f"{address(other.article)}?claim={other.pk}#claim-{other.pk}" in shown[shown.index("printed here too") :]
    assert "Harian Contoh" in shown


def test_the_lines_of_the_claims_that_a_source_answered_too_come_along(desk, editor):
    article = an_article()
    claim, other, apart = a_figure(editor, article), a_figure(editor, article, "220 orang"), a_quote(editor, article)
    row = some_evidence(editor, claim)
    some_evidence(editor, other)

    def lines():
        asked = desk.get(address(article, "desk_evidence", row.pk), headers={"HX-Request": "true"})
        return [f'id="summary-{one.pk}"' in asked.content.decode() for one in (claim, other, apart)]

    assert lines() == [True, False, False]
    a_check(row)
    Schedule.objects.update(next_check_at=None)
    assert lines() == [True, True, False]


@pytest.mark.parametrize(
    ("published_at", "is_said"),
    [(None, True), (datetime(2023, 10, 27, 2, tzinfo=UTC), False), (datetime(2023, 10, 27, 17, tzinfo=UTC), False)],
)
def test_a_day_that_the_text_tells_is_said_with_the_way_to_change_it(desk, published_at, is_said):
    text = f"Banjir di Cikupa\n\nJumat, 27 Oktober 2023 10:15 WIB\n\n{TEXT}"
    article = an_article(text, published_at=published_at)
    shown = page(desk, article)
    change = reverse("admin:claims_article_change", args=(article.pk,))
    assert (f'published 27 October 2023, as the text tells · <a href="{change}">change it</a>' in shown) == is_said
    assert ("published <time" in shown) != is_said
