"""A page has the size that was asked for, within limits."""

import pytest
from django.test import RequestFactory
from rest_framework.request import Request

from claims.api.paging import Pages


@pytest.mark.parametrize(("asked", "size"), [("", 50), ("7", 7), ("500", 500), ("100000", 500), ("0", 50), ("x", 50)])
def test_a_page_has_the_size_asked_for(asked: str, size: int) -> None:
    request = Request(RequestFactory().get("/", {"page_size": asked}))
    assert Pages().get_page_size(request) == size
