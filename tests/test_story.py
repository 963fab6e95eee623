"""The whole story on real parts: an article comes in, a worker extracts it, a source is attached and re-read, its figure
moves, an alert opens, an editor rules and releases, a researcher reads it over the API and downloads the report."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

import pytest
from django.conf import settings as desk
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from claims import tasks
from claims.models import Alert, Article, Claim, Schedule
from claims.services import evidence, releases, rulings
from tests.factories import TEXT
from tests.hostile import Source
from tests.waiting import PATIENCE, awaited

ROOT = Path(__file__).parent.parent
THEN = (
    "<html><body><article><h1>What happened on 7 October</h1><p>Gunmen crossed into southern Israel at dawn. As of 26 October "
    "2023, about 1,400 people have been killed in Israel, the government said, and 224 people were taken hostage. In Gaza, "
    "7,028 people have been killed since.</p></article></body></html>"
)
LATER = THEN.replace("As of 26 October", "As of 10 November").replace("about 1,400", "about 1,200")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def source() -> Iterator[Source]:
    with Source() as server:
        server.page("/toll", THEN)
        server.page("/robots.txt", status=404)
        yield server


@pytest.fixture
def worker(source: Source, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A Celery worker with its own beat, on the test's database and broker."""
    known = connection.settings_dict
    host = quote(known["HOST"] or "", safe="")
    environment = os.environ | {
        "DATABASE_URL": f"postgres://{known['USER']}:{known['PASSWORD']}@{host}:{known['PORT']}/{known['NAME']}",
        "REDIS_URL": desk.REDIS_URL,
        "CLAIMS_ALLOWED_NETWORKS": "127.0.0.2/32",
        "CLAIMS_ALLOWED_PORTS": f"80,443,{source.port}",
        "CLAIMS_POLL_SECONDS": "1",
    }
    command = [sys.executable, "-m", "celery", "-A", "project", "worker", "--beat", "-c", "1"]
    command += ["--schedule", str(tmp_path / "beat"), "--loglevel", "INFO"]
    with (tmp_path / "worker.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        yield process
        process.terminate()
        process.wait(PATIENCE)


def test_the_whole_story(source: Source, worker: subprocess.Popen[bytes], editor: User, tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_text(TEXT, encoding="utf-8")
    out = StringIO()
    options = {"outlet": "Harian Contoh", "title": "Delegasi di Moskow", "published": "2023-10-27", "stdout": out}
    call_command("ingest", str(file), **options)
    article = Article.objects.get(uid=UUID(out.getvalue().strip()))
    claim = awaited(lambda: Claim.objects.filter(article=article, figures__value=1400).first())
    assert claim.anchor.exact == "sekitar 1.400 orang"

    row = evidence.attach(claim, url=source.url("/toll"), publisher="Government", editor=editor)
    tasks.wake(tasks.check_due)
    first = awaited(row.checks.first)
    assert (first.snapshot.fetched, first.finding) == ("ok", "matches"), first.sentence
    assert "1,400" in first.words
    assert first.reading.as_of.isoformat() == "2023-10-26"
    assert Claim.objects.get(pk=claim.pk).currency == "current"

    source.page("/toll", LATER)
    Schedule.objects.update(next_check_at=timezone.now())
    second = awaited(lambda: row.checks.exclude(pk=first.pk).first())
    assert (second.finding, second.reading.value) == ("superseded", 1200), second.sentence
    claim.refresh_from_db()
    assert (claim.currency, claim.verdict) == ("superseded", "unverified")
    alert = Alert.objects.get(claim=claim, state="open", finding="superseded")
    assert alert.opened_by == second

    source.page("/toll", status=410)
    Schedule.objects.update(next_check_at=timezone.now())
    third = awaited(lambda: row.checks.exclude(pk__in=[first.pk, second.pk]).first())
    assert (third.snapshot.fetched, third.finding) == ("gone", "")
    claim.refresh_from_db()
    assert (claim.currency, claim.verdict) == ("superseded", "unverified")

    rulings.rule(claim, "true", editor=editor, reason="As counted then.", readings=[first.reading])
    releases.release(claim, editor=editor)
    anonymous = Client()
    (shown,) = anonymous.get("/api/v1/claims/?event=killed").json()["results"]
    assert (shown["verdict"], shown["currency"], shown["reading"]["value"]) == ("true", "superseded", "1400")
    answers = [
        (check["fetched"], check["finding"])
        for check in anonymous.get(f"/api/v1/checks/?claim={claim.uid}").json()["results"]
    ]
    assert answers == [("gone", ""), ("ok", "superseded"), ("ok", "matches")]

    report = tmp_path / "report.csv"
    call_command("export", "--format", "csv", "--released", "--output", str(report))
    (line,) = csv.DictReader(io.StringIO(report.read_text(encoding="utf-8-sig")))
    assert (line["value"], line["verdict"], line["currency"], line["reason"]) == (
        "1400",
        "true",
        "superseded",
        "As counted then.",
    )
    review = json.loads(b"".join(anonymous.get("/api/v1/claims/export.claimreview").streaming_content))
    assert review["@graph"][0]["reviewRating"]["ratingValue"] == 5
