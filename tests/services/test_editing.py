"""Desk rows changed in a form."""

import pytest

from claims.models import Change, Outlet, Schedule
from claims.models.rows import RowMoved
from claims.services import editing
from tests.factories import a_figure, some_evidence


def test_a_row_is_written_once_for_each_version_seen(db):
    outlet = Outlet.objects.create(name="One")
    outlet.name = "Two"
    editing.save(outlet, seen=0)
    assert outlet.row_version == 1
    with pytest.raises(RowMoved):
        editing.save(outlet, seen=0)


def test_every_write_is_noted(db):
    outlet = Outlet(name="One")
    editing.add(outlet)
    outlet.name = "Two"
    editing.save(outlet, seen=0)
    assert Change.objects.filter(row="outlet", row_uid=outlet.uid).count() == 2


def test_rescheduling_writes_the_named_columns_only(editor):
    source = some_evidence(editor, a_figure(editor)).source
    stale = Schedule.objects.get(source=source)
    Schedule.objects.filter(source=source).update(seq=4)
    editing.reschedule(stale, {"state": Schedule.State.PAUSED})
    row = Schedule.objects.get(source=source)
    assert (row.state, row.seq) == (Schedule.State.PAUSED, 4)
