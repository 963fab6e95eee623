"""Every answer carries a policy; only the stock admin pages and the API's documentation get a wider one."""

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from project.csp import ContentSecurityPolicy


def policy(path: str, response: HttpResponse | None = None) -> str:
    answer = response or HttpResponse()
    middleware = ContentSecurityPolicy(lambda request: answer)
    request: HttpRequest = RequestFactory().get(path)
    return middleware(request)["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/", "/health/live", "/api/v1/claims/", "/admin/claims/article/7/desk/", "/adminx"])
def test_the_policy_is_strict(path: str) -> None:
    assert policy(path) == settings.STRICT
    assert "unsafe" not in settings.STRICT


@pytest.mark.parametrize("path", ["/admin/", "/admin/claims/article/7/change/", "/admin/claims/article/7/8/desk/"])
def test_the_theme_of_the_admin_gets_what_it_needs(path: str) -> None:
    assert "script-src 'self' 'unsafe-eval'" in policy(path)
    assert "default-src 'self'" in policy(path)


def test_an_answer_with_a_policy_of_its_own_keeps_it() -> None:
    response = HttpResponse(headers={"Content-Security-Policy": "default-src 'none'; sandbox"})
    assert policy("/admin/", response) == "default-src 'none'; sandbox"
