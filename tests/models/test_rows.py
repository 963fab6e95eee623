"""Desk rows change by compare-and-swap."""

import pytest
from django.contrib.auth.models import User

from claims.models import Claim
from claims.models.rows import RowMoved
from tests.factories import a_figure


def test_who_read_an_older_row_is_told_so(editor: User) -> None:
    mine = a_figure(editor)
    yours = Claim.objects.get(pk=mine.pk)
    mine.swap(workflow=Claim.Workflow.DONE)
    with pytest.raises(RowMoved):
        yours.swap(workflow=Claim.Workflow.OPEN)
    yours.refresh_from_db()
    assert (yours.workflow, yours.row_version) == (Claim.Workflow.DONE, mine.row_version)
