"""Our migrate ends with every guard and both groups in place, whatever was missing before."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection

from claims.models import guards
from claims.services import people

pytestmark = pytest.mark.django_db


def test_guards_and_groups_come_back() -> None:
    guards.remove(connection)
    Group.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == []
    assert set(Group.objects.values_list("name", flat=True)) == {people.EDITORS, people.RESEARCHERS}


def test_a_look_changes_nothing() -> None:
    guards.remove(connection)
    call_command("migrate", "--plan", verbosity=0)
    assert guards.present(connection) == {}
    call_command("migrate", verbosity=0)
