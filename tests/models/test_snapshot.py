"""A check of a source is completed once: its snapshot's number is the key."""

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import Snapshot
from tests.factories import a_figure, some_evidence


def test_one_snapshot_for_each_check_of_a_source(editor: User) -> None:
    source = some_evidence(editor, a_figure(editor)).source
    known = {"source": source, "url": source.url, "fetched": "ok", "fetched_at": timezone.now()}
    Snapshot.objects.create(seq=1, **known)
    with pytest.raises(IntegrityError), transaction.atomic():
        Snapshot.objects.create(seq=1, **known)
    Snapshot.objects.create(seq=2, **known)
