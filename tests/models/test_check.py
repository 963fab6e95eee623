"""An evidence is held against a snapshot once."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import Check
from tests.factories import a_check, a_figure, some_evidence


def test_one_check_for_an_evidence_and_a_snapshot(editor: User) -> None:
    check = a_check(some_evidence(editor, a_figure(editor)))
    with pytest.raises(IntegrityError), transaction.atomic():
        Check.objects.create(evidence=check.evidence, snapshot=check.snapshot, checked_at=timezone.now())
    assert list(check.evidence.checks.all()) == [check]
