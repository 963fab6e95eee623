"""Claims across articles: what needs work is found."""

import pytest
from django.urls import reverse

from claims.exports import EXPORTS
from claims.models import Claim
from claims.services import readings, rulings
from tests.factories import a_figure, a_quote, an_article

LIST = "admin:claims_claim_changelist"


def listed(client, **query) -> set[int]:
    return {claim.pk for claim in client.get(reverse(LIST), query).context["cl"].result_list}


@pytest.fixture
def three(editor):
    """One ruled on, one superseded in print, one superseded and not printed."""
    ruled, printed, draft = a_figure(editor), a_figure(editor), a_figure(editor, an_article(published_at=None))
    rulings.rule(ruled, "true", editor=editor, reason="x")
    Claim.objects.filter(pk__in=(printed.pk, draft.pk)).update(currency="superseded")
    return ruled.pk, printed.pk, draft.pk


def test_what_needs_work(desk, three):
    ruled, printed, draft = three
    assert listed(desk) == {ruled, printed, draft}
    assert listed(desk, needs="ruling") == {printed, draft}
    assert listed(desk, needs="moved") == {printed, draft}
    assert listed(desk, needs="printed") == {printed}


def test_discarded_claims_need_nothing(desk, editor, three):
    _ruled, printed, _draft = three
    readings.discard(Claim.objects.get(pk=printed), editor=editor, reason="A date.")
    assert listed(desk, needs="printed") == set()


def test_words_and_speakers_are_searched(desk, editor):
    article = an_article(title="Serangan")
    figure, quote = a_figure(editor, article), a_quote(editor, article)
    assert listed(desk, q="1.400") == {figure.pk}
    assert listed(desk, q="wibowo") == {quote.pk}


def test_the_page_of_a_claim_holds_all_its_records(desk, editor):
    claim = a_figure(editor)
    rulings.rule(claim, "false", editor=editor, reason="The ministry denies it.")
    page = desk.get(reverse("admin:claims_claim_change", args=(claim.pk,))).content.decode()
    assert "The ministry denies it." in page
    assert "about 1,400" in page
    assert f"?claim={claim.pk}" in page


def test_nothing_is_edited_here_even_by_superusers(admin_client, editor):
    claim = a_figure(editor)
    address = reverse("admin:claims_claim_change", args=(claim.pk,))
    assert admin_client.post(address, {"verdict": "true"}).status_code == 403


@pytest.mark.parametrize("key", EXPORTS)
def test_chosen_claims_are_exported(desk, editor, key):
    chosen, other = a_figure(editor), a_figure(editor)
    answer = desk.post(reverse(LIST), {"action": f"export_{key}", "_selected_action": [chosen.pk]})
    body = b"".join(answer.streaming_content).decode()
    assert answer["Content-Disposition"] == f'attachment; filename="claims.{EXPORTS[key].ending}"'
    assert str(other.uid) not in body
    if key != "claimreview":  # which holds rated claims alone
        assert str(chosen.uid) in body


@pytest.mark.parametrize("key", EXPORTS)
def test_the_workbench_offers_the_article_as_a_report(desk, editor, key):
    claim, other = a_figure(editor), a_figure(editor)
    dropped = a_quote(editor, claim.article)
    readings.discard(dropped, editor=editor, reason="No claim.")
    rulings.rule(claim, "false", editor=editor, reason="The ministry denies it.")
    address = reverse("admin:claims_desk_report", args=(claim.article_id, key))
    assert (
        f'href="{address}"' in desk.get(reverse("admin:claims_article_desk", args=(claim.article_id,))).content.decode()
    )
    answer = desk.get(address)
    body = b"".join(answer.streaming_content).decode()
    assert answer["Content-Disposition"].endswith(f'-{claim.article_id}.{EXPORTS[key].ending}"')
    assert "The ministry denies it." in body
    assert str(other.uid) not in body
    assert str(dropped.uid) not in body


def test_a_report_in_no_known_format_is_not_found(desk, editor):
    address = reverse("admin:claims_desk_report", args=(a_figure(editor).article_id, "docx"))
    assert desk.get(address).status_code == 404


def test_who_may_not_look_gets_no_report(client, stranger, editor):
    stranger.is_staff = True
    stranger.save()
    client.force_login(stranger)
    address = reverse("admin:claims_desk_report", args=(a_figure(editor).article_id, "csv"))
    assert client.get(address).status_code == 403


def test_a_verdict_is_named_in_the_readers_language(desk, editor):
    claim = a_figure(editor)
    rulings.rule(claim, "misleading", editor=editor, reason="Half of it.")
    there = reverse("admin:claims_claim_change", args=(claim.pk,))
    shown = desk.get(there, headers={"Accept-Language": "id"}).content.decode()
    assert "Sesat" in shown
    assert "Misleading" not in shown
