"""Snapshots as a WARC file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.management.atomic import written
from claims.models import Source
from claims.services import archives


class Command(BaseCommand):
    """Exit codes: 0 written; 1 no such source, or the file cannot be written."""

    help = "Write the kept pages of all sources, or of one, as a WARC file that web archives' tools can open."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("output", metavar="FILE.warc.gz", type=Path, help="the file; replaced when it is there")
        parser.add_argument("--source", help="only the pages of the source at this address")

    def handle(self, *args: Any, **options: Any) -> None:
        source_ids = None
        if options["source"]:
            source_ids = list(Source.objects.filter(url=options["source"]).values_list("pk", flat=True))
            if not source_ids:
                raise CommandError(f"no source at {options['source']}")
        try:
            with written(options["output"]) as file:
                count = archives.write_warc(archives.with_bodies(source_ids), file)
        except OSError as problem:
            raise CommandError(f"{options['output']} cannot be written: {problem.strerror}") from None
        self.stdout.write(f"{count} pages written to {options['output']}")
