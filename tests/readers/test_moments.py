"""Stated dates become ISO 8601, or nothing."""

from __future__ import annotations

import pytest

from claims.readers.moments import iso


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("2023-11-10", "2023-11-10"),
        ("2023-11-10T09:00:00+07:00", "2023-11-10T09:00:00+07:00"),
        ("2023-11-10T09:00:00+0700", "2023-11-10T09:00:00+07:00"),
        ("2023-11-10T02:00:00Z", "2023-11-10T02:00:00+00:00"),
        (" 2023-11-10 09:00:00 ", "2023-11-10T09:00:00"),
        ("2023/11/10 09:00", "2023-11-10T09:00:00"),
        ("2023/1/9", "2023-01-09"),
        ("2023.1.9", "2023-01-09"),
        ("20231110", "2023-11-10"),
        ("Fri, 10 Nov 2023 02:00:00 GMT", "2023-11-10T02:00:00+00:00"),
        ("Fri, 10 Nov 2023 09:00:00 +0700", "2023-11-10T09:00:00+07:00"),
        ("10/11/2023", None),
        ("2023-13-45", None),
        ("2023", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("9" * 500, None),
    ],
)
def test_a_date_as_pages_write_it_becomes_iso(stated: str | None, found: str | None) -> None:
    assert iso(stated) == found
