"""Who is not known is told how to be."""

from uuid import uuid4

import pytest
from django.test import Client

UNKNOWN = {"Authorization": f"Token {'0' * 64}"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headers", "says"),
    [
        ({}, "This needs a token. Who runs the desk"),
        (UNKNOWN, "This token is unknown, or it has run out. Who runs the desk"),
        ({"Accept-Language": "id"}, "Ini memerlukan token. Pengelola meja"),
    ],
)
def test_a_missing_or_unknown_token_is_told_with_the_way_to_one(headers: dict[str, str], says: str) -> None:
    answer = Client().get("/api/v1/changes/", headers=headers)
    assert answer.status_code == 401
    assert answer.json()["detail"].startswith(says)
    assert "WWW-Authenticate" in answer


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "says"), [("en", "There is no such row"), ("id", "Baris itu tidak ada")])
def test_a_row_that_is_not_there_or_not_released_is_told_in_the_callers_language(language: str, says: str) -> None:
    answer = Client().get(f"/api/v1/claims/{uuid4()}/", headers={"Accept-Language": language})
    assert answer.status_code == 404
    assert answer.json()["detail"].startswith(says)


@pytest.mark.django_db
def test_other_refusals_are_left_as_they_are() -> None:
    assert Client().get("/api/v1/claims/", {"kind": "figur"}).json().keys() == {"kind"}
