"""An alert is opened once for its key, and delivered once to an address of a channel."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import Alert, Delivery
from tests.factories import a_figure, some_evidence


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
