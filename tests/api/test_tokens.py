"""A token that can be none is an unknown one."""

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize("token", ["\0", "\xff", "é" * 64, "a\0" * 32, "x" * 5000])
def test_what_can_be_no_token_is_refused(token: str) -> None:
    answer = Client().get("/api/v1/claims/", headers={"Authorization": f"Token {token}"})
    assert answer.status_code == 401
