"""Let the sample article's figures meet a page that moves on: what the re-check of each day says of them."""

import os
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError

from claims import tasks
from claims.management.commands.sample import ADDRESS
from claims.models import Check, Claim, Evidence
from claims.services import evidence, schedules


class Day(NamedTuple):
    """A day of the page, by its noon: how many it says were killed in Israel, are held hostage and were killed in Gaza."""

    noon: datetime
    israel: str
    hostages: str
    gaza: str

    @property
    def html(self) -> str:
        """The page as it is on this day."""
        return TEMPLATE.read_text(encoding="utf-8").format(
            day=f"{self.noon:%-d %B %Y}", israel=self.israel, hostages=self.hostages, gaza=self.gaza
        )


TEMPLATE = Path(__file__).parent.parent / "story.html"
DAYS = (
    Day(datetime(2023, 10, 26, 12, tzinfo=UTC), "1,400", "224", "7,028"),
    Day(datetime(2023, 10, 27, 12, tzinfo=UTC), "1,400", "229", "7,326"),
    Day(datetime(2023, 11, 10, 12, tzinfo=UTC), "1,200", "239", "11,078"),
)
"""As they were reported on these days."""
PAGE = "figures.html"
PUBLISHER = "Sample agency"
PATIENCE = 60
"""Seconds that a worker may take over one day; it needs one or two."""


class Command(BaseCommand):
    """Put the page of each day where a web server shows it, and wait for a worker to re-read it.

    What was told is not told again, and a page that somebody has changed by hand stays as it is. Ends with 3 when the sample
    article is not there, with 1 when no worker reads the page.
    """

    help = "Attach a page to the sample's figures, let its days pass, and print what each re-check finds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--editor", required=True, help="the user who attaches the page")
        parser.add_argument("--folder", required=True, type=Path, help="the folder that the web server shows")
        parser.add_argument("--address", required=True, help="the web server's address")

    def handle(self, *args: Any, **options: Any) -> None:
        editor = get_user_model().objects.filter(username=options["editor"]).first()
        claims = Claim.objects.filter(article__url=ADDRESS, kind=Claim.Kind.FIGURE)
        figures = list(claims.exclude(workflow=Claim.Workflow.DISCARDED))
        if not (editor and figures):
            raise CommandError("There is no sample to tell of; type: manage.py sample --editor NAME", returncode=3)
        page, url = options["folder"] / PAGE, f"{options['address']}/{PAGE}"
        for day in untold(page):
            turn(page, day)
            self.stdout.write(f"{day.noon.date()}  {url}")
            for check in checked(figures, url, editor):
                self.stdout.write(f"  {check.finding or check.snapshot.fetched:<12}{check.sentence}")


def untold(page: Path) -> Sequence[Day]:
    """The days that the page has not come to; none when it is no day's any more."""
    if not page.exists():
        return DAYS
    told = page.read_text(encoding="utf-8", errors="replace")
    return next((DAYS[number:] for number, day in enumerate(DAYS, 1) if day.html == told), ())


def turn(page: Path, day: Day) -> None:
    """Show this day's page, as last modified at its noon."""
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(day.html, encoding="utf-8")
    os.utime(page, (day.noon.timestamp(), day.noon.timestamp()))


def checked(figures: Sequence[Claim], url: str, editor: User) -> list[Check]:
    """Have the page read as the figures' source, and wait: what was found, one check a figure.

    Raises CommandError when no worker has read it in time.
    """
    earlier = set(Check.objects.filter(evidence__source__url=url).values_list("pk", flat=True))
    evidence.attach_also(figures, url=url, publisher=PUBLISHER, editor=editor)
    rows = list(Evidence.objects.filter(claim__in=figures, source__url=url, is_active=True))
    rows.sort(key=lambda row: row.claim.anchor.start if row.claim.anchor else 0)
    schedules.due_now({row.source_id for row in rows})
    tasks.wake(tasks.check_due)
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = [row.checks.exclude(pk__in=earlier).order_by("pk").last() for row in rows]
        if all(found):
            return [check for check in found if check]
        time.sleep(0.1)
    raise CommandError(f"No worker has read {url} within {PATIENCE} s.")
