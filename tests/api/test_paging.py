"""A page has the size that was asked for, within limits."""

from base64 import b64encode

import pytest
from django.test import Client, RequestFactory
from rest_framework.request import Request

from claims.api.paging import Pages


@pytest.mark.parametrize(("asked", "size"), [("", 50), ("7", 7), ("500", 500), ("100000", 500), ("0007", 7)])
def test_a_page_has_the_size_asked_for(asked: str, size: int) -> None:
    request = Request(RequestFactory().get("/", {"page_size": asked}))
    assert Pages().get_page_size(request) == size


@pytest.mark.django_db
@pytest.mark.parametrize("asked", ["0", "x", "-1", "1.5", "٣", "000"])
def test_a_size_that_is_none_is_refused(asked: str) -> None:
    answer = Client().get("/api/v1/claims/", {"page_size": asked})
    assert (answer.status_code, answer.json()) == (400, {"page_size": ["Write a whole number from 1 to 500."]})


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["abc", "", "1e5", "NaN", "2020-01-01", "-1", "٣", "9" * 5000, "\0"])
@pytest.mark.parametrize("row", ["claims", "articles", "sources", "checks", "rulings"])
def test_a_cursor_that_nobody_gave_is_refused(row: str, place: str) -> None:
    cursor = b64encode(f"p={place}".encode()).decode()
    answer = Client().get(f"/api/v1/{row}/", {"cursor": cursor})
    assert (answer.status_code, "Begin with the first page" in answer.json()["detail"]) == (404, True)
