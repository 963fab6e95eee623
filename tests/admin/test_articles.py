"""Articles: the list's counts, the date on the outlet's clock."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from claims.models import Claim, Outlet
from claims.services import alerts, readings
from tests.factories import TEXT, a_check, a_figure, a_quote, an_article, some_evidence


def change(client, article, **data):
    known = {"title": article.title, "language": article.language, "zone": article.zone, "seen": article.row_version}
    return client.post(reverse("admin:claims_article_change", args=(article.pk,)), known | data)


def test_the_list_counts_claims_on_the_desk_only(desk, editor):
    article = an_article()
    a_quote(editor, article)
    readings.discard(a_figure(editor, article), editor=editor, reason="A date.")
    a_figure(editor, article, words="220 orang")
    Claim.objects.filter(kind="figure").update(currency="superseded")
    page = desk.get(reverse("admin:claims_article_changelist"))
    row = page.context["cl"].result_list[0]
    assert (row.n_figures, row.n_quotes, row.n_unruled, row.n_moved) == (1, 1, 2, 1)


def test_a_claim_with_an_open_alert_counts_as_moved(desk, editor):
    """As in the list of the workbench, which counts it under “Changed”."""
    article = an_article()
    a_quote(editor, article)
    check = a_check(some_evidence(editor, a_figure(editor, article)), "ambiguous", None)
    (alert,) = alerts.open_all([alerts.on_finding(check, "matches", timezone.now())])
    for moved in (1, 0):
        row = desk.get(reverse("admin:claims_article_changelist")).context["cl"].result_list[0]
        assert (row.n_figures, row.n_quotes, row.n_moved) == (1, 1, moved)
        alerts.acknowledge(alert, editor=editor)


def test_the_date_is_shown_and_set_on_the_outlets_clock(desk):
    article = an_article(outlet="Harian Contoh", zone="Asia/Makassar")
    page = desk.get(reverse("admin:claims_article_change", args=(article.pk,))).content.decode()
    assert 'value="2023-10-27T10:00"' in page
    change(desk, article, published="2023-10-27T11:30")
    article.refresh_from_db()
    assert article.published_at == datetime(2023, 10, 27, 3, 30, tzinfo=UTC)


def test_a_date_can_be_taken_back(desk):
    article = an_article()
    change(desk, article, published="")
    article.refresh_from_db()
    assert article.published_at is None


def test_an_unknown_zone_is_refused(desk):
    assert "IANA" in change(desk, an_article(), zone="WIB").content.decode()


@pytest.mark.parametrize("published", ["0023-10-27T11:30", "0001-01-01T00:00", "2099-10-27T11:30"])
def test_a_date_that_cannot_be_is_refused(desk, published):
    article = an_article()
    assert change(desk, article, published=published).status_code == 200
    before = article.published_at
    article.refresh_from_db()
    assert article.published_at == before


def test_an_outlet_that_has_the_text_already_is_refused(desk):
    an_article(TEXT, outlet="Harian Contoh")
    other = an_article(TEXT, outlet="Harian Lain")
    outlet = Outlet.objects.get(name="Harian Contoh")
    assert "another article with the same text" in change(desk, other, outlet=outlet.pk).content.decode()


def test_the_text_is_no_field(desk):
    article = an_article()
    change(desk, article, text="Something else", fingerprint="0" * 64, url="https://else.example/")
    before = (article.fingerprint, article.url)
    article.refresh_from_db()
    assert (article.fingerprint, article.url) == before
    assert article.current.text == TEXT
