"""An alert is opened once for its key, and delivered once to an address of a channel."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import Alert, Delivery
from tests.factories import a_figure, some_evidence


def test_an_alert_is_named_by_its_moment_with_its_zone(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    alert = Alert(source=row.source, rule="lost", opened_at=datetime(2023, 10, 27, 17, 5, tzinfo=UTC))
    with timezone.override("Asia/Makassar"):
        assert str(alert) == "the source cannot be read, 2023-10-28 01:05 WITA"


def test_an_alert_and_its_deliveries_stand_once(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    known = {"source": row.source, "key": "k", "rule": "lost", "sentence": "Gone.", "opened_at": timezone.now()}
    alert = Alert.objects.create(**known)
    with pytest.raises(IntegrityError), transaction.atomic():
        Alert.objects.create(**known)
    to = {"alert": alert, "channel": "mail", "target": "sari@example.org", "next_attempt_at": timezone.now()}
    Delivery.objects.create(**to)
    with pytest.raises(IntegrityError), transaction.atomic():
        Delivery.objects.create(**to)
