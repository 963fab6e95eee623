"""Fetched pages are kept, bytes once."""

import pytest
from django.conf import settings as desk
from django.utils import timezone

from claims.fetching import Fetched
from claims.models import Body
from claims.services import pages

pytestmark = pytest.mark.django_db


def answer(body: bytes) -> Fetched:
    return Fetched(
        url="https://a.example/", outcome="ok", fetched_at=timezone.now(), status=200, headers={"etag": "x"}, body=body
    )


def test_the_same_bytes_are_kept_once_and_come_back_exactly() -> None:
    body = bytes(range(256)) * 40
    first, second = pages.keep(answer(body)), pages.keep(answer(body))
    assert Body.objects.count() == 1
    assert first.body == second.body
    assert pages.content(Body.objects.get()) == body
    Body.objects.update(content=None)
    assert pages.content(Body.objects.get()) is None


def test_the_operator_sets_the_limits(settings: object) -> None:
    settings.CLAIMS_FETCH_DEADLINE = 7
    assert pages.limits().deadline == 7
    assert pages.policy().ports == frozenset(desk.CLAIMS_ALLOWED_PORTS)
