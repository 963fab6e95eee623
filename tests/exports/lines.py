"""Reports to write, without a database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from claims.exports.report import Found, Line, Outlook, Rating, Report, Ruled
from claims.verdicts import VERDICTS

THEN = datetime(2023, 11, 12, 8, 30, tzinfo=UTC)
FIGURE = Line(
    uid="0198c0de-0000-7000-8000-000000000001",
    kind="figure",
    words="sekitar 1.400 orang",
    sentence="Serangan itu menewaskan sekitar 1.400 orang.",
    start=24,
    end=43,
    prefix="Serangan itu menewaskan ",
    suffix=".",
    value=Decimal("1400.0000000000"),
    high=None,
    bound="about",
    unit="",
    form="count",
    counted="orang",
    event="killed",
    event_date="2023-10-07",
    population="",
    place="Israel selatan",
    accumulation="cumulative",
    speaker="Rina Wibowo",
    role="",
    cue="",
    attribution=({"role": "speaker", "name": "Rina Wibowo", "words": "Rina", "start": 1, "end": 5, "hop": 0},),
    rule="figure.count",
    verdict="true",
    currency="superseded",
    is_released=True,
    article_uid="0198c0de-0000-7000-8000-0000000000aa",
    article_title="Judul",
    article_url="https://news.example/1",
    article_author="",
    outlet="Harian Contoh",
    outlet_url="https://news.example/",
    language="id",
    published_at=datetime(2023, 10, 27, 2, tzinfo=UTC),
    updated_at=THEN,
    sources=(
        Outlook("https://source.example/", "Toll", "Ministry", "supports", "superseded", "ok", "Now 1,200.", THEN),
    ),
    checks=(
        Found(
            "c1", "https://source.example/", THEN, "ok", "superseded", "1,200 people", Decimal(1200), None, "exact", "",
            date(2023, 11, 10), "stated", "Now 1,200.",
        ),
    ),
    rulings=(Ruled("r1", "true", "unverified", "As counted then.", "Sari", THEN),),
)  # fmt: skip
UNRULED = replace(FIGURE, uid="0198c0de-0000-7000-8000-000000000002", verdict="unverified", rulings=())


def a_report(lines: Iterable[Line]) -> Report:
    """A report of these lines."""
    return Report(
        made_at=THEN,
        desk="Meja Cek",
        desk_url="https://desk.example",
        asked={"kind": "figure"},
        verdicts={row.key: Rating(row.english, row.rating) for row in VERDICTS.values()},
        lines=lines,
    )
