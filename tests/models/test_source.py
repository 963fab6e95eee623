"""Which sources are due, and what hangs on a claim once."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.models import Evidence, Schedule, Source
from tests.factories import a_figure, some_evidence

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("changed", "due"),
    [
        ({}, True),
        ({"next_check_at": HOUR}, False),
        ({"next_check_at": None}, False),
        ({"state": "paused"}, False),
        ({"state": "quarantined"}, False),
        ({"lease_until": HOUR}, False),
        ({"lease_until": -HOUR}, True),
    ],
)
def test_what_is_due(editor: User, changed: dict, due: bool) -> None:
    some_evidence(editor, a_figure(editor))
    now = timezone.now()
    Schedule.objects.update(
        **{name: now + value if isinstance(value, timedelta) else value for name, value in changed.items()}
    )
    assert Schedule.objects.due(now).exists() is due


def test_a_source_and_its_evidence_stand_once(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(url=row.source.url)
    with pytest.raises(IntegrityError), transaction.atomic():
        Evidence.objects.create(claim=row.claim, source=row.source)


@pytest.mark.parametrize(("least", "most"), [(0, 10), (20, 10)])
def test_the_limits_of_a_schedule_make_sense(editor: User, least: int, most: int) -> None:
    some_evidence(editor, a_figure(editor))
    with pytest.raises(IntegrityError), transaction.atomic():
        Schedule.objects.update(least=least, most=most)


def test_desk_rows_keep_their_history(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor))
    row.source.title = "Toll"
    row.source.save()
    assert list(row.source.history.values_list("title", flat=True)) == ["Toll", ""]


@pytest.mark.django_db
def test_no_index_is_written_for_what_each_check_changes_in_an_evidence() -> None:
    with connection.cursor() as cursor:
        kept = connection.introspection.get_constraints(cursor, Evidence._meta.db_table).values()
    indexed = {column for index in kept if index["index"] or index["unique"] for column in index["columns"] or ()}
    assert "claim_id" in indexed
    assert not indexed & {"finding", "fetched", "read_check_id", "remembered", "updated_at"}
