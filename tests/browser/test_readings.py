"""What an editor reads differently, marks or awaits shows at once wherever the page tells of it."""

import pytest
from playwright.sync_api import Page, expect

from claims.models import Article
from claims.services import extractions
from tests.browser.test_focus import workbench
from tests.factories import an_article

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
