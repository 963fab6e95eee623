"""`manage.py audit`: four counts, and a status that a script can use."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from claims.models import Schedule
from tests.factories import a_check, a_figure, some_evidence

pytestmark = pytest.mark.django_db


def test_all_is_well(editor: User) -> None:
    out = StringIO()
    call_command("audit", stdout=out)
    assert [line.split() for line in out.getvalue().splitlines()] == [
        ["lost", "0"],
        ["double", "0"],
        ["phantom", "0"],
        ["stuck", "0"],
    ]


def test_something_is_missing(editor: User) -> None:
    a_check(some_evidence(editor, a_figure(editor)))
    Schedule.objects.update(seq=2)
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError):
        call_command("audit", stdout=out, stderr=err)
    assert out.getvalue().splitlines()[0].split() == ["lost", "1"]
    assert "counted and not kept" in err.getvalue()
