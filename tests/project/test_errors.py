"""What people and programs are told when something is wrong."""

from typing import Any

import pytest
from django.test import Client

from claims.api import views

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every list of claims, in the admin and in the API, breaks."""

    def broken(*_args: Any, **_options: Any) -> None:
        raise ZeroDivisionError("of our own making")

    monkeypatch.setattr(views.Claims, "get_queryset", broken)
    monkeypatch.setattr("claims.admin.desk.the_article", broken)


@pytest.mark.usefixtures("a_fault")
@pytest.mark.parametrize(
    ("language", "words"), [("en", "Something broke on our side"), ("id", "Ada yang rusak di pihak kami")]
)
def test_a_fault_of_ours_is_told_in_json_to_programs_and_on_a_page_to_people(
    client: Client, editor: Any, language: str, words: str
) -> None:
    client.raise_request_exception = False
    answer = client.get("/api/v1/claims/", headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"]) == (500, "application/json")
    assert answer.json()["detail"].startswith(words)
    client.force_login(editor)
    answer = client.get("/admin/claims/article/1/desk/", headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"]) == (500, "text/html; charset=utf-8")
    assert words in answer.text
    assert "ZeroDivisionError" not in answer.text


@pytest.mark.parametrize("path", ["/api", "/api/", "/api/nope", "/api/v2/claims/", "/api/v1/nope/"])
@pytest.mark.parametrize(
    ("language", "words"), [("en", "There is nothing at this address"), ("id", "Tidak ada apa-apa")]
)
def test_an_address_under_the_api_that_is_none_is_told_in_json(
    client: Client, path: str, language: str, words: str
) -> None:
    answer = client.get(path, headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert answer.json()["detail"].startswith(words)
    assert "/api/v1/docs/" in answer.json()["detail"]


@pytest.mark.parametrize(("language", "words"), [("en", "Nothing is here"), ("id", "Tidak ada apa-apa di sini")])
def test_any_other_address_that_is_none_is_told_on_a_page(client: Client, language: str, words: str) -> None:
    answer = client.get("/nope/", headers={"Accept-Language": language})
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert words in answer.text


def test_a_request_for_a_host_that_is_not_ours_is_refused_in_json(client: Client) -> None:
    answer = client.get("/api/v1/claims/", headers={"Host": "elsewhere.test"})
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/json")


def forged(editor: Any, path: str, **headers: str) -> Any:
    """The answer to a form without its cookie."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    return client.post(path, {"text": "Sebanyak 12 orang tewas."}, headers=headers)


@pytest.mark.parametrize(
    ("path", "came", "back"),
    [
        ("/admin/claims/article/add/", "http://testserver/admin/claims/article/add/?url=x", "/admin/claims/article/add/?url=x"),
        ("/admin/claims/article/add/", "", "/admin/claims/article/add/"),
        ("/admin/claims/article/add/", "http://evil.example/x", "/admin/claims/article/add/"),
        ("/admin/claims/article/1/desk/mark/", "http://testserver/admin/claims/article/1/desk/", "/admin/claims/article/1/desk/?"),
        ("/admin/claims/article/add/", "http://testserver//evil.example/", "/admin/"),
    ],
)  # fmt: skip
def test_a_form_whose_cookie_was_lost_leads_back_to_where_it_stood(
    editor: Any, path: str, came: str, back: str
) -> None:
    answer = forged(editor, path, Referer=came)
    assert (answer.status_code, answer["Form-Expired"]) == (403, "yes")
    assert "Nothing was saved: your browser no longer had the cookie" in answer.text
    assert f'class="button" href="{back}"' in answer.text
    assert "csrftoken" in answer.cookies
    assert "kept.js" in answer.text


def test_a_form_from_another_address_is_given_nothing_back(editor: Any) -> None:
    answer = forged(editor, "/admin/claims/article/add/", Origin="http://evil.example")
    assert answer.status_code == 403
    assert "sent from another address" in answer.text
    assert "kept.js" not in answer.text
    assert "Form-Expired" not in answer
    assert "csrftoken" not in answer.cookies
