"""The two health addresses."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from claims.models import Schedule
from claims.services import evidence
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


@pytest.mark.django_db
def test_re_checking_that_stands_still(client: Client) -> None:
    assert client.get("/health/work").json() == {"status": "ok", "why": ""}
    evidence.source_at("https://source.example/toll")
    Schedule.objects.update(next_check_at=timezone.now() - timedelta(hours=1))
    answer = client.get("/health/work")
    assert (answer.status_code, answer.json()["status"]) == (503, "standing still")
    assert client.get("/health/ready").status_code == 200


def test_re_checking_without_the_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OperationalError

    monkeypatch.setattr(health, "_ask_database", refuse)
    assert client.get("/health/work").status_code == 503
