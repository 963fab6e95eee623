"""Take an article in from the command line; prints its identifier."""

import sys
from argparse import ArgumentParser
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from claims import tasks
from claims.models import Job
from claims.models.party import check_zone
from claims.services import articles, extractions, jobs

BAD_INPUT = 3
UNREADABLE = 4


class Command(BaseCommand):
    """FILE, URL or - (standard input) → an article and, through the queue or at once, its claims.

    Exit codes: 0 kept (or there already, which standard error says); 2 wrong use; 3 the text or an option cannot be kept;
    4 the file or address cannot be read.
    """

    help = "Take in an article from a file, an address or standard input (-); prints the article's identifier."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "what", metavar="FILE|URL|-", help="a text or HTML file, an http(s) address, or - for standard input"
        )
        parser.add_argument("--url", default="", help="the article's address, when a file is given")
        parser.add_argument("--outlet", default="", help="who printed it")
        parser.add_argument("--title", default="", help="its title; the first line when not given")
        parser.add_argument("--language", default="", help="its language (id, en, …); guessed when not given")
        parser.add_argument(
            "--published", default="", help="when it was published: 2023-10-27 or 2023-10-27T09:00+07:00"
        )
        parser.add_argument("--zone", default=settings.CLAIMS_ZONE, help="the outlet's time zone, an IANA name")
        parser.add_argument(
            "--now", action="store_true", help="extract the claims at once instead of through the queue"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            ingested = self.take(options)
            if options["now"]:
                tally = extractions.extract(ingested.article)
                self.stderr.write(f"{counted(tally.figures, 'figure')} and {counted(tally.quotes, 'quote')} written")
                if tally.too_long:
                    words = ", ".join(f"“{one}”" for one in tally.too_long)
                    self.stderr.write(f"not taken, since the database keeps fewer digits: {words}")
        except ValidationError as error:
            code = UNREADABLE if isinstance(error, articles.Unfetched) else BAD_INPUT
            raise CommandError(" ".join(error.messages), returncode=code) from None
        if not ingested.is_new:
            self.stderr.write("this text from this address or outlet was there already")
        elif not options["now"]:
            tasks.wake(tasks.run_job, jobs.ask(Job.Kind.EXTRACT, article=ingested.article).pk)
        if ingested.told:
            self.stderr.write(f"published on {ingested.told:%Y-%m-%d}, as the text tells; --published says otherwise")
        self.stdout.write(str(ingested.article.uid))

    def take(self, options: dict[str, Any]) -> articles.Ingested:
        """Keep what the command line names."""
        what = options["what"]
        address = what if what.lower().startswith(("http://", "https://")) else options["url"]
        origin = articles.Origin(
            url=address,
            outlet=options["outlet"],
            title=options["title"],
            language=options["language"],
            published_at=published_at(options["published"], options["zone"]),
            zone=options["zone"],
        )
        if what == address:
            return articles.ingest_url(origin)
        try:
            data = sys.stdin.buffer.read() if what == "-" else Path(what).read_bytes()
        except OSError as error:
            raise CommandError(f"{what}: {error.strerror or error}", returncode=UNREADABLE) from None
        return articles.ingest_file(data, origin, name=what)


def counted(n: int, noun: str) -> str:
    """So many of a thing: "1 quote", "3 figures"."""
    return f"{n} {noun}{'' if n == 1 else 's'}"


def published_at(words: str, zone: str) -> datetime | None:
    """The time of publication that was typed: a day, or a time with or without its offset, in the outlet's zone.

    Raises ValidationError for an unknown zone and for what is no date.
    """
    check_zone(zone)
    if not words:
        return None
    moment: date | datetime | None
    try:
        moment = parse_datetime(words) or parse_date(words)
    except ValueError:
        moment = None
    if moment is None:
        raise ValidationError(f"“{words}” is no date. Write 2023-10-27 or 2023-10-27T09:00+07:00.")
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return moment if timezone.is_aware(moment) else moment.replace(tzinfo=ZoneInfo(zone))
