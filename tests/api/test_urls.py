"""Every address of the API answers, and no other."""

import pytest
from django.test import Client
from django.urls import get_resolver

from claims.api.urls import router

pytestmark = pytest.mark.django_db


def test_the_root_names_every_kind_of_row() -> None:
    names = set(Client().get("/api/v1/").json())
    assert names == {name for name, _view, _base in router.registry}


@pytest.mark.parametrize("path", ["people", "outlets", "snapshots", "bodies", "versions"])
def test_other_rows_have_no_address(path: str) -> None:
    assert Client().get(f"/api/v1/{path}/").status_code == 404


def test_an_address_that_is_none_is_told_in_json_where_the_api_is_described() -> None:
    answer = Client().get("/api/v1/nope/")
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/json")
    assert "/api/v1/docs/" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/api/v1/claims", "ends with a slash: /api/v1/claims/"),
        ("/api/v1/nope", "nothing at this address"),
        ("/api", "nothing at this address"),
    ],
)
def test_a_slash_that_is_missing_is_named(path: str, says: str) -> None:
    answer = Client().get(path)
    assert answer.status_code == 404
    assert says in answer.json()["detail"]


def test_the_api_is_mounted_once() -> None:
    assert [str(p.pattern) for p in get_resolver().url_patterns].count("api/v1/") == 1
