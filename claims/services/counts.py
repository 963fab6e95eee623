"""How many rows there are: counted as far as somebody needs to know, and told as people read numbers."""

from decimal import Decimal
from typing import Any, Self

from django.db.models import QuerySet
from django.utils.translation import gettext

from claims.services.telling import number

MOST_COUNTED = 10_000
"""Lists count no further: counting a million rows takes longer than reading a page of them."""


class Count(int):
    """A whole number that is shown in the reader's language: 1,400 or 1.400; where counting stopped, "more than 10,000"."""

    is_cut: bool

    def __new__(cls, found: int, most: int | None = None) -> Self:
        """`found` rows, of which no more than `most` are told."""
        one = super().__new__(cls, found if most is None else min(found, most))
        one.is_cut = most is not None and found > most
        return one

    def __str__(self) -> str:
        shown = number(Decimal(int(self)))
        return gettext("more than %(amount)s") % {"amount": shown} if self.is_cut else shown


def count(rows: QuerySet[Any]) -> Count:
    """Count rows as far as lists do, and tell whether there are more."""
    return Count(rows[: MOST_COUNTED + 1].count(), MOST_COUNTED)
