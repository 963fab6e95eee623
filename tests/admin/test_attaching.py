"""A source for claims that were chosen in their list: looked at first, attached once."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.urls import reverse

from claims.admin import attaching
from claims.models import Evidence
from claims.services import readings
from tests import hostile
from tests.factories import a_figure, a_quote, an_article, some_evidence

LIST = reverse("admin:claims_claim_changelist")
PAGE = reverse("admin:claims_claim_attach")
URL = "https://source.example/toll"


def choose(client, *claims):
    data = {"action": "attach_source", "_selected_action": [claim.pk for claim in claims]}
    return client.post(f"{LIST}?verdict__exact=unverified", data)


def send(client, *claims, query="", **data):
    given = {"url": URL, "stance": "supports", "claims": [claim.pk for claim in claims]} | data
    return client.post(f"{PAGE}?{query}", given)


def test_chosen_claims_lead_to_a_page_that_has_them_ticked(desk, editor):
    claim, quote, dropped = a_figure(editor), a_quote(editor), a_figure(editor)
    readings.discard(dropped, editor=editor, reason="No claim.")
    led = choose(desk, claim, quote, dropped)
    assert {int(key) for key in parse_qs(urlsplit(led.url).query)["claims"]} == {claim.pk, quote.pk}
    shown = desk.get(led.url).content.decode()
    assert sorted(map(int, re.findall(r'name="claims" value="([0-9]+)" checked', shown))) == [claim.pk, quote.pk]
    assert 'value="verdict__exact=unverified"' in shown


def test_too_many_and_none_are_told(desk, editor, monkeypatch):
    monkeypatch.setattr(attaching, "MOST", 1)
    claim = a_figure(editor)
    assert "Choose at most 1 claims at once." in desk.get(choose(desk, claim, a_figure(editor)).url).content.decode()
    readings.discard(claim, editor=editor, reason="No claim.")
    assert "No claim of those chosen" in desk.get(choose(desk, claim).url).content.decode()


def test_the_source_hangs_on_the_ticked_ones_and_leads_back_to_the_list(desk, editor):
    article = an_article()
    first, second, unticked = a_figure(editor, article), a_quote(editor, article), a_figure(editor)
    some_evidence(editor, first, url="https://other.example/")
    done = send(desk, first, second, publisher="Kementerian", _changelist_filters="verdict__exact=unverified")
    assert done.url == f"{LIST}?verdict__exact=unverified"
    assert "Attached to 2 claims." in desk.get(done.url).content.decode()
    rows = Evidence.objects.filter(source__url=URL)
    assert {row.claim for row in rows} == {first, second}
    assert {row.source.publisher.name for row in rows} == {"Kementerian"}
    again = send(desk, first, second)
    assert "hangs on these claims already" in desk.get(again.url).content.decode()
    assert Evidence.objects.filter(claim=unticked).count() == 0


@pytest.mark.parametrize("wrong", [{"url": "ftp://x.example/"}, {"stance": "likes"}, {"claims": []}, {"claims": ["x"]}])
def test_what_cannot_be_is_refused_and_keeps_what_was_typed(desk, editor, wrong):
    claim = a_figure(editor)
    answer = send(desk, claim, query=f"claims={claim.pk}", publisher="Kementerian", **wrong)
    assert answer.status_code == 422
    shown = answer.content.decode()
    assert "errorlist" in shown
    assert 'value="Kementerian"' in shown
    assert f'name="claims" value="{claim.pk}"' in shown
    assert not Evidence.objects.exists()


def test_the_page_tells_of_each_claim_before_anything_is_attached(desk, editor, settings, monkeypatch):
    cache.clear()
    monkeypatch.setattr("claims.services.previews.LONGEST", 600)  # a busy machine starts its reader late
    with hostile.Source() as source:
        source.admit(settings)
        source.page("/toll", "<p>About 1,400 people were killed in Israel.</p>", media_type="text/html")
        claim, quote = a_figure(editor), a_quote(editor)
        query = f"claims={claim.pk}&claims={quote.pk}"
        shown = send(desk, claim, quote, query=query, url=source.url("/toll"), look="").content.decode()
        assert len(source.hits("/toll")) == 1
    found = re.findall(r'name="claims" value="([0-9]+)".*?chip finding ([a-z]+)', shown, re.DOTALL)
    assert {int(key): finding for key, finding in found} == {claim.pk: "matches", quote.pk: "missing"}
    assert "The source says" in shown
    assert not Evidence.objects.exists()


def test_a_page_that_cannot_be_fetched_is_told(desk, editor):
    claim = a_figure(editor)
    answer = send(desk, claim, query=f"claims={claim.pk}", url="http://10.0.0.1/", look="")
    assert (answer.status_code, "could not be fetched" in answer.content.decode()) == (422, True)


def test_who_may_not_attach_is_led_nowhere(reader, editor):
    claim = a_figure(editor)
    assert 'value="attach_source"' not in reader.get(LIST).content.decode()
    assert reader.get(f"{PAGE}?claims={claim.pk}").status_code == 403
    assert send(reader, claim).status_code == 403
    assert not Evidence.objects.exists()
