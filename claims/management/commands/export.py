"""Write a claim report to a file or to standard output."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from claims.exports import EXPORTS
from claims.management.atomic import written
from claims.models import Claim
from claims.models.selection import CRITERIA
from claims.services import criteria, reports


class Command(BaseCommand):
    """The same filters as the API's. A file appears whole under its name or not at all. Exit code 3 for a bad filter, 4
    when the file cannot be written."""

    help = "Export claims with their sources, checks and rulings."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--format", choices=sorted(EXPORTS), default="csv", help="the report's format")
        parser.add_argument("--output", default="-", help="the file to write; - (the default) for standard output")
        parser.add_argument("--released", action="store_true", help="only claims that were released")
        for name in CRITERIA:
            parser.add_argument(f"--{name.replace('_', '-')}", dest=name, help=f"only claims of this {name}")

    def handle(self, *args: Any, **options: Any) -> None:
        words = {name: options[name] for name in CRITERIA if options[name] is not None}
        try:
            asked = criteria.asked_for(words)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages), returncode=3) from None
        claims = Claim.objects.on_desk()
        report = reports.report(claims.released() if options["released"] else claims, asked=asked)
        pieces = EXPORTS[options["format"]].write(report)
        try:
            if options["output"] == "-":
                write_out(pieces)
            else:
                with written(Path(options["output"])) as file:
                    file.writelines(pieces)
        except OSError as error:
            raise CommandError(f"{options['output']}: {error.strerror or error}", returncode=4) from None


def write_out(pieces: Iterable[bytes]) -> None:
    """Write to standard output. Whoever reads it may have seen enough, as `head` has: that is no fault."""
    try:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # What is still held would otherwise be written at the end of the program, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
