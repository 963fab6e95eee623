"""The rows that are measured with: sources with a claim each, and schedules by the million."""

from decimal import Decimal

from django.db import connection
from django.utils import timezone

from claims.models import Anchor, Claim, Evidence, Figure, Host, Schedule, Source
from claims.services import articles

HOSTS = 64
"""A multiple of two workers' threads: with a few trips left over for one of them, two would seem slower than they are."""
TEXT = "Serangan itu menewaskan sekitar 1.000 orang di Israel."


def fill(base: str, kind: str, count: int, *, wait: int = 0) -> list[int]:
    """Sources with a claim each; due, and without politeness. Their ids."""
    article = articles.ingest(f"{TEXT}\n{kind}{wait}{count}", articles.Origin(language="id")).article
    claims = Claim.objects.bulk_create([Claim(article=article, kind="figure") for _ in range(count)])
    reading = {"value": Decimal(1000), "bound": "about", "counted": "orang", "event": "killed", "place": "Israel"}
    Figure.objects.bulk_create([Figure(claim=claim, number_start=0, number_end=1, **reading) for claim in claims])
    where = {"version": article.current, "start": 24, "end": 44, "exact": TEXT[24:44]}
    Anchor.objects.bulk_create([Anchor(claim=claim, **where) for claim in claims])
    hosts = [Host.objects.get_or_create(name=f"bench{n}", defaults={"crawl_delay": 0})[0] for n in range(HOSTS)]
    first = Source.objects.count()
    pages = Source.objects.bulk_create([Source(url=f"{base}/{kind}/1/{first + n}/{wait}") for n in range(count)])
    locator = "json:/toll/killed" if kind == "json" else ""
    Evidence.objects.bulk_create(
        [Evidence(claim=claim, source=page, locator=locator) for claim, page in zip(claims, pages, strict=True)]
    )
    now = timezone.now()
    Schedule.objects.bulk_create(
        [Schedule(source=page, host=hosts[n % HOSTS], next_check_at=now) for n, page in enumerate(pages)]
    )
    return [page.pk for page in pages]


def turn_to(ids: list[int], base: str, kind: str, turn: int, wait: int = 0) -> list[str]:
    """The sources' addresses say another turn, and all are due; the addresses."""
    pages = list(Source.objects.filter(pk__in=ids).order_by("pk"))
    for page in pages:
        page.url = f"{base}/{kind}/{turn}/{page.url.split('/')[-2]}/{wait}"
    Source.objects.bulk_update(pages, ["url"], batch_size=500)
    Schedule.objects.filter(pk__in=ids).update(next_check_at=timezone.now())
    return [page.url for page in pages]


def schedules_of(rows: int, due: int) -> None:
    """A schedule table of so many rows, `due` of them due, over 97 hosts; without sources, which a lease never looks at."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE claims_host, claims_schedule CASCADE")
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = 'claims_schedule'::regclass AND contype = 'f'"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f'ALTER TABLE claims_schedule DROP CONSTRAINT "{name}"')
        cursor.execute(
            "INSERT INTO claims_host (id, uid, row_version, updated_at, name, crawl_delay, robots, failures, last_error)"
            " SELECT n, gen_random_uuid(), 0, now(), 'host' || n, 0, '', 0, '' FROM generate_series(1, 97) n"
        )
        cursor.execute(
            "INSERT INTO claims_schedule (source_id, host_id, state, next_check_at, every, least, most, seq, attempt,"
            " misses, last_fetched) SELECT n, n %% 97 + 1, 'active', now() + CASE WHEN n %% (%s / %s) = 0"
            " THEN interval '-1 hour' ELSE interval '1 day' * (1 + n %% 60) END, 21600, 3600, 7776000, 0, 0, 0, ''"
            " FROM generate_series(1, %s) n",
            [rows, due, rows],
        )
        cursor.execute("VACUUM ANALYZE claims_schedule")
        cursor.execute("VACUUM ANALYZE claims_host")
