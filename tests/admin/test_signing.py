"""A sign-in that expired while somebody worked."""

from http import HTTPStatus

from django.urls import reverse

from tests.factories import a_figure, an_article


def test_a_script_is_told_instead_of_being_led_to_the_sign_in_page(editor, client):
    claim = a_figure(editor, an_article())
    asked = [
        (reverse("admin:claims_desk_act", args=(claim.article_id, claim.pk, "rule")), False),
        (reverse("admin:claims_desk_card", args=(claim.article_id, claim.pk)), False),
        (reverse("admin:claims_schedule_rechecking"), True),
    ]
    for address, is_anew in asked:
        for ask in (client.get, client.post):
            answer = ask(address, headers={"HX-Request": "true"})
            assert answer.status_code == HTTPStatus.UNAUTHORIZED
            assert answer.content == b""
            assert ("HX-Refresh" in answer.headers) == is_anew


def test_the_sign_in_after_a_form_of_the_workbench_leads_back_to_the_workbench(editor, client):
    claim = a_figure(editor, an_article())
    there = reverse("admin:claims_article_desk", args=(claim.article_id,))
    answer = client.post(reverse("admin:claims_desk_mark", args=(claim.article_id,)), {"words": "220 orang"})
    assert answer.headers["Location"] == f"{reverse('admin:login')}?next={there}"


def test_somebody_who_may_not_enter_the_desk_is_told_like_somebody_signed_out(editor, client):
    editor.is_staff = False
    editor.save()
    client.force_login(editor)
    answer = client.get(reverse("admin:claims_schedule_rechecking"), headers={"HX-Request": "true"})
    assert answer.status_code == HTTPStatus.UNAUTHORIZED


def test_whoever_is_signed_in_and_every_other_page_notice_nothing(editor, client):
    assert client.get("/health/live", headers={"HX-Request": "true"}).status_code == HTTPStatus.OK
    assert client.get(reverse("admin:login")).status_code == HTTPStatus.OK
    client.force_login(editor)
    assert client.get(reverse("admin:claims_schedule_rechecking"), headers={"HX-Request": "true"}).status_code == 200
