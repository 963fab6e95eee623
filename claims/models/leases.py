"""What leased rows have in common: schedules, hosts, deliveries and jobs are each in one hand at a time, until their lease ends."""

from datetime import datetime

from django.db.models import Q


def unleased(now: datetime, of: str = "") -> Q:
    """Rows that nobody holds: never leased, given back, or held beyond the end of the lease. `of` leads to the leased row: "host__"."""
    return Q(**{f"{of}lease_until": None}) | Q(**{f"{of}lease_until__lte": now})
