"""The OpenAPI document says everything the API does, refusals included."""

import pytest
from django.core.management import call_command
from django.test import Client

from claims.models.selection import CRITERIA

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(client: Client) -> dict:
    answer = client.get("/api/v1/schema/", {"format": "json"})
    assert answer.status_code == 200
    return answer.json()


def test_the_document_is_made_without_a_warning(tmp_path: object) -> None:
    call_command("spectacular", "--fail-on-warn", "--validate", "--file", str(tmp_path / "openapi.yaml"))


def test_every_operation_reads_and_names_its_refusals(document: dict) -> None:
    assert len(document["paths"]) >= 14
    for operations in document["paths"].values():
        assert list(operations) == ["get"]
        assert {"200", "400", "401", "403", "404"} <= set(operations["get"]["responses"])


def test_every_criterion_is_a_documented_filter(document: dict) -> None:
    for path in ("/api/v1/claims/", "/api/v1/claims/export.{export}"):
        named = {row["name"] for row in document["paths"][path]["get"]["parameters"]}
        assert set(CRITERIA) <= named


def test_the_browsable_form_needs_nothing_from_elsewhere(client: Client) -> None:
    page = client.get("/api/v1/docs/").content.decode()
    assert "swagger-ui" in page
    assert "https://" not in page
