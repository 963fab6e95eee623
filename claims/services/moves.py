"""A page that has moved: its source takes the new address when an editor says so, and keeps its claims and its past."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.fetching import RELOCATED
from claims.models import Host, Schedule, Snapshot, Source
from claims.models.rows import RowMoved
from claims.services import articles, editing, schedules
from claims.services.evidence import host_name, page_address


def moved_to(source: Source, newest: Snapshot | None) -> str:
    """The address that a source's page has now, by its newest snapshot: one to which its site sends for good, or one on another
    site. "" where it has not moved, or leads to a front page, which is none of its own."""
    if newest is None or not (newest.reason == RELOCATED or newest.fetched == "moved"):
        return ""
    there = page_address(newest.final_url)
    return there if there != source.url and urlsplit(there).path.strip("/") else ""


def take(source: Source, newest: Snapshot | None, *, to: str) -> None:
    """Give a source the address that its page has moved to, and make it due (the caller wakes a worker after the commit).

    `to` is what the editor saw. Raises RowMoved where the page is elsewhere by now, ValidationError where another source has
    that address.
    """
    there = moved_to(source, newest)
    if not there or there != to:
        raise RowMoved(_("The page is at another address by now. Read what its source says before you take it."))
    articles.check_url(there)
    if Source.objects.filter(url=there).exists():
        raise ValidationError(_("Another source has this address already. Attach that one, and take this one off."))
    with transaction.atomic():
        host, _made = Host.objects.get_or_create(name=host_name(there))
        source.url = there
        editing.save(source, seen=source.row_version)
        own = Schedule.objects.filter(source=source)
        own.update(host=host)
        own.exclude(state=Schedule.State.PAUSED).update(
            next_check_at=schedules.database_now(), state=Schedule.State.ACTIVE, attempt=0
        )
