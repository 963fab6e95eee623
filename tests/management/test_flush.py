"""Emptying the database is an operator's act: the guards step aside for it and come back."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection

from claims.models import Article, guards
from claims.services import people
from tests.factories import a_figure


@pytest.mark.django_db(transaction=True)
def test_the_database_is_emptied_and_guarded_again(editor: User) -> None:
    a_figure(editor)
    call_command("flush", interactive=False, verbosity=0)
    assert Article.objects.count() == 0
    assert guards.missing(connection) == []
    assert Group.objects.filter(name=people.EDITORS).exists()
