"""Verbs note what they change, inside their transaction."""

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from claims.models import Change
from claims.services import changes
from tests.factories import a_figure


def test_a_change_goes_with_its_transaction(editor: User) -> None:
    claim = a_figure(editor)
    before = Change.objects.count()

    def breaks() -> None:
        with transaction.atomic():
            changes.note([claim])
            assert Change.objects.count() == before + 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        breaks()
    assert Change.objects.count() == before
