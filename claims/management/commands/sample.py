"""Put the sample article on the desk: extracted, released, and shown as a table of its claims."""

import textwrap
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from claims.models import Article, Claim, Figure
from claims.services import articles, extractions, releases
from claims.wording import plain

SAMPLE = Path(__file__).parent.parent / "sample.txt"
ADDRESS = "https://harian-contoh.example/dunia/utusan-hamas-tiba-di-moskow"
ZONE = "Asia/Jakarta"
COLUMNS = ((7, "kind"), (42, "words"), (11, "value"), (9, "bound"), (28, "counted, or who said it"))


class Command(BaseCommand):
    """Run again it does what was left undone, and shows the article; what an editor decided meanwhile stands."""

    help = "Put a sample article on the desk, extract and release its claims, and print them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--editor", required=True, help="the user who adds and releases it")

    def handle(self, *args: Any, **options: Any) -> None:
        editor = get_user_model().objects.filter(username=options["editor"]).first()
        if editor is None:
            raise CommandError(f"There is no user “{options['editor']}”.", returncode=3)
        origin = articles.Origin(
            url=ADDRESS,
            outlet="Harian Contoh",
            language="id",
            published_at=datetime(2023, 10, 27, 9, 30, tzinfo=ZoneInfo(ZONE)),
            zone=ZONE,
            editor=editor,
        )
        ingested = articles.ingest(SAMPLE.read_text(encoding="utf-8"), origin)
        if ingested.is_new or ingested.article.extracted_at is None:
            extractions.extract(ingested.article)
        untouched = ingested.article.claims.filter(origin=Claim.Origin.ENGINE, releases=None)
        for claim in untouched.exclude(workflow=Claim.Workflow.DISCARDED):
            releases.release(claim, editor=editor, reason="sample")
        self.show(ingested.article)

    def show(self, article: Article) -> None:
        """The article's claims in the order of its text, one a line."""
        self.stdout.write(f"{article.title}\n")
        rule = "  ".join("-" * width for width, _name in COLUMNS)
        self.stdout.write("  ".join(name.ljust(width) for width, name in COLUMNS).rstrip() + f"\n{rule}")
        claims = [(claim.anchor, claim) for claim in article.claims.all()]
        for anchor, claim in sorted(((a, c) for a, c in claims if a), key=lambda pair: pair[0].start):
            self.stdout.write(row(claim, anchor.exact))


def row(claim: Claim, words: str) -> str:
    """A claim as one line of the table."""
    reading = claim.reading
    if isinstance(reading, Figure):
        value = "" if reading.value is None else plain(reading.value)
        cells = ["figure", words, value, reading.get_bound_display(), reading.counted]
    else:
        cells = ["quote", words, "", "", reading.speaker_name if reading else ""]
    shortened = (
        textwrap.shorten(str(cell), width, placeholder="…").ljust(width)
        for cell, (width, _name) in zip(cells, COLUMNS, strict=True)
    )
    return "  ".join(shortened).rstrip()
