"""Criteria as somebody typed them, on the command line or in an address: read as values, or refused with what to write instead."""

from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, UTC, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims.models.claim import DIGITS, PLACES
from claims.models.selection import CHOICES, CRITERIA, KINDS, WHOLE_DAYS, knows

AMOUNT = gettext_lazy(
    "Write the number with a point before its decimals and nothing between its thousands, such as 1400.5."
)
MOMENT = gettext_lazy(
    "Write a day or a time like one of these: 2023-11-01 · 2023-11-01T20:00:00Z · 2023-11-01T20:00:00+07:00."
)
UID = gettext_lazy("Write the uid of the row, as its “uid” gives it.")
HINTS = {Decimal: AMOUNT, datetime: MOMENT, UUID: UID}
"""What to write instead of something that is no value of the type."""


def one_of(known: Iterable[str]) -> str:
    """The sentence that names the values there are."""
    return _("It is one of these: %(known)s.") % {"known": ", ".join(known)}


def no_such_filter(name: str, known: Iterable[str]) -> str:
    """The sentence that refuses a filter and names those there are."""
    return _("There is no filter “%(name)s”. Filters: %(known)s.") % {"name": name, "known": ", ".join(sorted(known))}


def asked_for(words: Mapping[str, str]) -> dict[str, Any]:
    """Criteria as typed, as values. Raises ValidationError for an unknown name or a value that cannot be."""
    asked: dict[str, Any] = {}
    for name, word in words.items():
        if name not in CRITERIA:
            raise ValidationError(no_such_filter(name, CRITERIA))
        asked[name] = _value(name, word)
    return asked


def _value(name: str, word: str) -> Any:
    kind = KINDS.get(name, str)
    value = {Decimal: _amount, datetime: _moment, UUID: _uid}.get(kind, str)(word)
    if name in WHOLE_DAYS and isinstance(value, datetime):
        value = whole_day(word, value)
    if value is None or not knows(name, word):
        refused = _("“%(word)s” is no value for the filter %(name)s.") % {"word": word, "name": name}
        raise ValidationError(f"{refused} {HINTS.get(kind) or one_of(CHOICES[name])}")
    return value


def whole_day(word: str, moment: datetime) -> datetime:
    """A day lasts until its end: where no time was typed, the midnight that was read becomes the next one."""
    is_day = parse_date(word.strip()) is not None and moment.year < MAXYEAR
    return moment + timedelta(days=1) if is_day else moment


def _amount(word: str) -> Decimal | None:
    try:
        value = Decimal(word)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < DIGITS - PLACES else None


def _uid(word: str) -> UUID | None:
    try:
        return UUID(word)
    except ValueError:
        return None


def _moment(word: str) -> datetime | None:
    try:
        moment = parse_datetime(word)
        day = parse_date(word) if moment is None else None
    except ValueError:
        return None
    if day:
        moment = datetime.combine(day, time())
    moment = timezone.make_aware(moment) if moment and timezone.is_naive(moment) else moment
    try:
        return moment and moment.astimezone(UTC)
    except OverflowError:  # an offset that leads out of the years that there are
        return None
