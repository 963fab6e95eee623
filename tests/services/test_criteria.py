"""Criteria as typed: read, or refused with what to write instead."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from claims.services import criteria


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"colour": "red"}, "no filter “colour”"),
        ({"value_min": "many"}, "“many” is no value"),
        ({"event": "dead"}, "“dead” is no value for the filter event. It is one of these: .*killed"),
        ({"unit": "ember"}, "“ember” is no value for the filter unit. It is one of these: .*percent"),
        ({"language": "xx"}, "“xx” is no value for the filter language. It is one of these: en, id, ms"),
        ({"value_min": "NaN"}, "“NaN” is no value"),
        ({"value_min": "1e999999"}, "no value"),
        ({"updated_since": "yesterday"}, "“yesterday” is no value"),
        ({"updated_since": "2023-13-45"}, "no value"),
        ({"updated_since": "0001-01-01T00:00:00+23:59"}, "no value"),
        ({"known_at": "9999-12-31T23:59:59-23:59"}, "no value"),
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(words: dict[str, str], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        criteria.asked_for(words)


def test_days_and_amounts_are_read() -> None:
    asked = criteria.asked_for({"updated_since": "2023-11-01", "value_min": "1400.5", "kind": "figure"})
    assert asked["updated_since"].isoformat() == "2023-11-01T00:00:00+00:00"
    assert (asked["value_min"], asked["kind"]) == (Decimal("1400.5"), "figure")
