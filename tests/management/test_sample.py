"""`manage.py sample`: one article on the desk, its claims released and shown."""

import re
from decimal import Decimal
from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from claims.models import Article, Claim, Figure
from claims.services import readings, releases

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def sample(editor: str) -> str:
    out = StringIO()
    call_command("sample", editor=editor, stdout=out)
    return out.getvalue()


def test_the_sample_is_read_released_and_shown(editor: User) -> None:
    shown = sample(editor.username)
    assert Claim.objects.exclude(is_released=True).count() == 0
    assert set(Figure.objects.values_list("value", flat=True)) == {Decimal(1400), Decimal(220), Decimal(7000)}
    rows = [re.split(r"  +", line) for line in shown.splitlines()[3:]]
    assert [row[2:4] for row in rows if row[0] == "figure"] == [
        ["1,400", "about"],
        ["220", "exact"],
        ["7,000", "more than"],
    ]
    assert len(rows) == Claim.objects.count()
    assert all(len(line) <= 120 for line in shown.splitlines())


def test_twice_is_once(editor: User) -> None:
    first = sample(editor.username)
    assert sample(editor.username) == first
    assert Article.objects.count() == 1


def test_what_an_editor_decided_stands(editor: User) -> None:
    sample(editor.username)
    first, second, *_others = Claim.objects.all()
    releases.withdraw(first, editor=editor, reason="not ours")
    releases.withdraw(second, editor=editor, reason="no claim")
    readings.discard(second, editor=editor, reason="no claim")
    sample(editor.username)
    assert set(Claim.objects.filter(is_released=False)) == {first, second}


def test_somebody_who_is_not_there_is_told(db: None) -> None:
    with pytest.raises(CommandError, match="There is no user “nobody”"):
        sample("nobody")
