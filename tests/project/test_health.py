"""The two health addresses."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from project import health


def test_alive_without_asking_anybody(client: Client) -> None:
    assert client.get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
def test_ready_when_database_and_broker_answer(client: Client) -> None:
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok", "database": "ok", "broker": "ok"})


@pytest.mark.django_db
def test_ready_without_the_broker_since_writes_work_without_it(client: Client, settings: Any) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["broker"]) == (200, "down")


def test_not_ready_without_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError

    monkeypatch.setattr(health, "_ask_database", refuse)
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["database"]) == (503, "down")
