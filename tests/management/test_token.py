"""A token is shown once and opens the API."""

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client


def test_a_token_opens_what_is_not_released(researcher: User) -> None:
    out = StringIO()
    call_command("token", "bima", stdout=out)
    token = out.getvalue().strip()
    assert Client(headers={"Authorization": f"Token {token}"}).get("/api/v1/alerts/").status_code == 200
    researcher.is_active = False
    researcher.save()
    assert Client(headers={"Authorization": f"Token {token}"}).get("/api/v1/alerts/").status_code == 401


@pytest.mark.django_db
@pytest.mark.parametrize("arguments", [["nobody"], ["bima", "--days", "0"], ["bima", "--days", "99999999999"]])
def test_wrong_use_is_refused_in_words(researcher: User, arguments: list[str]) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("token", *arguments)
    assert refused.value.returncode == 3


@pytest.mark.django_db
def test_a_missing_user_is_told_with_the_way_to_one() -> None:
    with pytest.raises(CommandError, match=r"Operation, Users.*createsuperuser"):
        call_command("token", "nobody")
