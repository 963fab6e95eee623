"""Readings over time as points of an SVG, drawn by templates/claims/chart.html. Geometry only; a table says the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from claims.admin import amounts
from claims.models import Claim, Figure, Reading, Source
from claims.services import telling

WIDTH, HEIGHT = Decimal(600), Decimal(180)
LEFT, RIGHT, TOP, BOTTOM = Decimal(76), Decimal(14), Decimal(14), Decimal(28)
MOMENT = timedelta(microseconds=1)
MOST_POINTS = 400
"""More would hide each other at this width."""


@dataclass(frozen=True)
class Point:
    """One reading: its place in the drawing, and what a table and a title say of it."""

    x: str
    y: str
    value: str
    day: str
    source: str


@dataclass(frozen=True)
class Line:
    """The readings of one source, as points and as an SVG path's coordinates. `n` chooses marker and dash."""

    n: int
    name: str
    points: Sequence[Point]
    path: str


@dataclass(frozen=True)
class Tick:
    at: str
    text: str


@dataclass(frozen=True)
class Chart:
    """What the template draws. `printed` is the height of the claim's own figure, "" when it has none."""

    title: str
    lines: Sequence[Line]
    ticks: Sequence[Tick]
    days: Sequence[Tick]
    printed: str
    printed_text: str
    width: int = int(WIDTH)
    height: int = int(HEIGHT)
    left: str = str(LEFT)
    right: str = str(WIDTH - RIGHT)
    bottom: str = str(HEIGHT - BOTTOM)

    def points(self) -> list[Point]:
        """All points, for the table."""
        return [point for line in self.lines for point in line.points]


def of_claim(claim: Claim) -> Chart | None:
    """The readings of a claim's sources over time, with the printed figure as a line; None without readings."""
    readings = claim.readings.filter(value__isnull=False).select_related("source").order_by("-known_at", "-id")
    figure = claim.reading
    printed = figure if isinstance(figure, Figure) and figure.value is not None else None
    return draw(_("What the sources said over time"), readings[:MOST_POINTS], printed)


def of_source(source: Source) -> Chart | None:
    """What a source said over time, a line for each claim that hangs on it; None without readings."""
    readings = source.readings.filter(value__isnull=False).order_by("-known_at", "-id")
    return draw(_("What this source said over time"), readings[:MOST_POINTS], None, by_claim=True)


def draw(title: str, readings: Iterable[Reading], printed: Figure | None, *, by_claim: bool = False) -> Chart | None:
    """Place readings in the drawing: time to the right, value upwards from zero unless the values lie close together."""
    listed = list(readings)
    if not listed:
        return None
    # One clock for all: a day that a source states and the moment when another was read cannot stand on one axis.
    when = _stated if all(row.as_of for row in listed) else _read
    listed.sort(key=when)
    low, high = _limits([row.value for row in listed] + ([printed.value] if printed else []))
    first, last = when(listed[0]), when(listed[-1])
    groups: dict[str, list[Point]] = {}
    for row in listed:
        name = row.counted or _("claim %s") % row.claim_id if by_claim else str(row.source or _("an editor"))
        across = LEFT + (WIDTH - LEFT - RIGHT) * _share(when(row), first, last)
        point = Point(f"{across:.1f}", _height(row.value, low, high), amounts.amount(row), _day(row), name)
        groups.setdefault(f"{name}#{row.claim_id}" if by_claim else name, []).append(point)
    lines = [
        Line(n % 4, points[0].source, points, " ".join(f"{point.x},{point.y}" for point in points))
        for n, points in enumerate(groups.values())
    ]
    ticks = [Tick(_height(value, low, high), telling.number(value)) for value in (low, _middle(low, high), high)]
    say = _short if first.date() != last.date() else amounts.moment
    days = [Tick(str(LEFT), say(first)), Tick(str(WIDTH - RIGHT), say(last))] if first != last else []
    at = _height(printed.value, low, high) if printed and printed.value is not None else ""
    return Chart(title, lines, ticks, days, at, amounts.amount(printed) if printed else "")


def _stated(row: Reading) -> datetime:
    return datetime.combine(row.as_of or row.known_at.date(), time(12), UTC)


def _read(row: Reading) -> datetime:
    return row.known_at


def _day(row: Reading) -> str:
    return telling.day(row.as_of) if row.as_of else amounts.moment(row.known_at)


def _short(moment: datetime) -> str:
    return telling.day(moment.date())


def _limits(values: Iterable[Decimal | None]) -> tuple[Decimal, Decimal]:
    """The ends of the scale: the values' own, but from zero where they lie far apart, and to zero where all are the same."""
    zero = Decimal(0)
    known = [value for value in values if value is not None]
    low, high = min(known), max(known)
    if low < high:
        return (zero, high) if 0 < low < high / 2 else (low, high)
    if low == 0:
        return zero, Decimal(1)
    return (zero, high * 2) if high > 0 else (low * 2, zero)


def _middle(low: Decimal, high: Decimal) -> Decimal:
    """Halfway, a whole number between whole ones: nobody counts half a person."""
    half = (low + high) / 2
    are_whole = low == low.to_integral_value() and high == high.to_integral_value() and high - low > 1
    return half.to_integral_value() if are_whole else half


def _height(value: Decimal | None, low: Decimal, high: Decimal) -> str:
    share = ((value or Decimal(0)) - low) / (high - low)
    return f"{HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share:.1f}"


def _share(moment: datetime, first: datetime, last: datetime) -> Decimal:
    whole = (last - first) // MOMENT
    return Decimal((moment - first) // MOMENT) / whole if whole else Decimal("0.5")
