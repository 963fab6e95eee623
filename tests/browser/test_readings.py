"""What an editor reads differently, marks or awaits shows at once wherever the page tells of it."""

import re
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from claims.models import Article, Source
from claims.services import alerts, checks, extractions, rechecks
from tests.browser.test_focus import workbench
from tests.factories import a_check, a_figure, an_article, some_evidence
from tests.hostile import redirect

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = """Banjir di Cikupa

Kepala dinas Rina Wibowo mengatakan banjir itu menewaskan 27 orang dan merusak 312 rumah di Desa Cikupa.
"""


def read(text: str = TEXT) -> Article:
    article = an_article(text)
    extractions.extract(article)
    return article


def test_a_new_speaker_of_a_quote_shows_on_the_figures_inside(page: Page, live_server, editor):
    article = read()
    quote = article.claims.get(kind="quote")
    inside = quote.holds.first()
    workbench(page, live_server, article.pk, f"?claim={quote.pk}#claim-{quote.pk}")
    expect(page.locator(f"#summary-{inside.pk} .chain")).to_contain_text("Rina Wibowo")
    page.keyboard.press("c")
    page.locator("li.open .correct [name=speaker_name]").fill("Sari Melati")
    page.locator("li.open .correct [name=reason]").fill("A namesake.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{quote.pk} .notice")).to_have_text("The reading is corrected.")
    expect(page.locator(f"#summary-{quote.pk} .chain")).to_contain_text("Sari Melati")
    expect(page.locator(f"#summary-{inside.pk} .chain")).to_contain_text("Sari Melati")
    page.locator(f"#head-{inside.pk}").click()
    expect(page.locator(f"#claim-{inside.pk} .correct [name=speaker_name]")).to_have_value("Sari Melati")


def test_what_an_awaited_reading_brought_shows_on_the_open_card(page: Page, live_server, editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    a_check(row, "matches")
    rechecks.ask([row.source_id], editor=editor)
    workbench(page, live_server, claim.article_id, f"?claim={claim.pk}#claim-{claim.pk}")
    card = page.locator(f"#claim-{claim.pk}")
    expect(card.locator(".rests")).to_contain_text("1,400")
    page.keyboard.press("v")
    page.keyboard.press("t")
    page.keyboard.type("Half a sen")
    with page.expect_response("**/desk/evidence/*/"):
        pass
    alerts.open_all([alerts.on_finding(a_check(row, "superseded", Decimal(1200)), "matches", timezone.now())])
    expect(card.locator(".alarm")).to_contain_text("The source says so.")
    expect(card.locator(".rests")).to_contain_text("1,200")
    expect(card.locator("figure.readings table")).to_contain_text("1,200")
    page.keyboard.type("tence.")
    expect(card.locator("form.rule [name=reason]")).to_have_value("Half a sentence.")
    page.keyboard.press("Control+Enter")
    expect(card.locator(".notice")).to_have_text("Ruled.")
    assert [reading.value for reading in claim.rulings.get().readings.all()] == [1200]
    page.keyboard.press("n")
    expect(card.locator(".alarm.open")).to_have_count(0)


def test_what_waits_for_a_reading_says_so_no_longer_than_that(page: Page, live_server, editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    a_check(row, "matches")
    workbench(page, live_server, claim.article_id, f"?claim={claim.pk}")
    page.get_by_role("button", name="Read now").click()
    expect(page.locator(".notice")).to_have_text("A worker reads it now.")
    a_check(row, "matches")
    expect(page.locator(".notice")).to_have_count(0)


def test_a_source_takes_the_address_that_its_page_has_moved_to(page: Page, live_server, source, editor):
    claim = a_figure(editor, place="Israel")
    source.answer("/old", redirect("/2023/toll", 301))
    source.page("/2023/toll", "<p>In Israel 1,400 people have been killed.</p>", media_type="text/html")
    some_evidence(editor, claim, url=source.url("/old"))
    checks.check_due()
    workbench(page, live_server, claim.article_id, f"?claim={claim.pk}")
    told = page.locator("li.open .moved-to")
    expect(told).to_contain_text("This page has moved to")
    told.get_by_role("button", name="Take the new address").focus()
    page.keyboard.press("Enter")
    expect(page.locator("li.open .notice")).to_contain_text("Taken.")
    expect(page.locator("li.open li.one")).to_contain_text("/2023/toll")
    expect(told).to_have_count(0)
    assert Source.objects.get().url == source.url("/2023/toll")


def test_a_mark_that_is_refused_leads_to_what_is_missing(page: Page, live_server, editor):
    article = an_article("Banjir di Cikupa\n\n" + "Air masih tinggi di jalan desa.\n\n" * 60)
    page.forgiven = ["422"]
    workbench(page, live_server, article.pk)
    page.keyboard.press("s")
    page.keyboard.type("Banjir di Cikupa")
    page.keyboard.press("Control+Enter")
    value = page.locator("#marker [name=value]")
    expect(value).to_be_focused()
    expect(value).to_be_in_viewport()
    expect(page.locator("#marker label:has([name=value])")).to_contain_text("Give the number")
    page.keyboard.type("1")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".messages")).to_contain_text("Marked, and read as: 1.")


def test_a_pasted_address_is_read_and_attached_to_the_other_claims_that_it_answers(
    page: Page, live_server, source, editor
):
    text = "Pagi\n\nBanjir di Cikupa menewaskan 27 orang dan merusak 312 rumah. Ada 9 truk di sana."
    article = an_article(text, published_at=None)
    extractions.extract(article)
    first, second, third = article.claims.filter(kind="figure").order_by("pk")
    told = "<p>The flood in Cikupa has killed 27 people and damaged 312 houses.</p>"
    source.page("/flood", told, media_type="text/html")
    workbench(page, live_server, article.pk, f"?claim={first.pk}")
    card = page.locator(f"#claim-{first.pk}")
    address = card.locator("[name=url]")
    address.fill(source.url("/flood"))
    address.dispatch_event("paste")
    expect(card.locator(".preview > p")).to_contain_text("27")
    ticks = card.locator("fieldset.beside label")
    expect(ticks).to_have_text([re.compile("312")])
    expect(card.locator("fieldset.beside")).to_contain_text("The source says 312, as the claim does.")
    ticks.first.locator("input").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(card.locator(".notice")).to_have_text("Attached to 2 claims. A worker reads it now.")
    assert len(source.hits("/flood")) == 1
    checks.check_due()
    expect(card.locator(".found .chip")).to_have_text("matches")
    expect(page.locator(f"#claim-{second.pk} .chip.currency")).to_have_text("current")
    expect(page.locator(f"#claim-{third.pk} .chip.currency")).to_have_count(0)
