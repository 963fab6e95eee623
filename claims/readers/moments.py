"""Dates that pages state about themselves, brought to ISO 8601 or left out; never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

SLASHED = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?![0-9])")


def iso(stated: str | None) -> str | None:
    """A day or moment as ISO 8601 text ("2023-11-10", "2023-11-10T09:00:00+07:00"); None for what is no full date.

    Understood: ISO 8601, year/month/day, and the form of mail headers. Day and month in doubt (10/11/2023) are left out.
    """
    words = SLASHED.sub(_dashed, (stated or "").strip()[:60])
    for understand in (_day, _moment, _mail):
        try:
            found = understand(words)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return found.isoformat()
    return None


def _dashed(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"


def _day(words: str) -> date:
    return date.fromisoformat(words)


def _moment(words: str) -> datetime:
    return datetime.fromisoformat(words)


def _mail(words: str) -> datetime:
    return parsedate_to_datetime(words)
