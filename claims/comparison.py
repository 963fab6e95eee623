"""A claimed figure held against a read one: value and bound, unit, what is counted, place, scope, dates, tolerance.

Pure and total: every pair of values gives a finding with the sentence that explains it. The machine never rules; a finding
says what a source states beside the claim, not whether the claim is true.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from claims.counterparts import places_differ, same_event, things_differ
from claims.wording import ALL, BOUND_WORDS, CHANGE, LEVEL, NO_UNIT, PERIOD, SAYS, TOTAL, Phrase, gettext_noop

FINDINGS: tuple[tuple[str, str], ...] = (
    ("matches", gettext_noop("matches")),
    ("differs", gettext_noop("differs")),
    ("superseded", gettext_noop("superseded")),
    ("incomparable", gettext_noop("incomparable")),
    ("ambiguous", gettext_noop("ambiguous")),
    ("missing", gettext_noop("missing")),
)
"""Every finding with its English label, in the order in which a list of choices shows them."""

STRICT = frozenset({"more_than", "less_than"})
UPWARD = frozenset({"more_than", "at_least"})
DOWNWARD = frozenset({"less_than", "at_most"})

ROUNDED, APPROXIMATE, BOUNDED = Decimal("0.02"), Decimal("0.05"), Decimal("0.15")
"""Parts of the claimed value that a reading may lie from a rounded, an approximate and a bounded claim (docs/data.md)."""

SCALES = tuple(Decimal(10) ** power for power in (3, 6, 9))
"""What a table may count in without saying so: thousands, millions, billions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What somebody says, a claim or a source. Fields are those of the engine's Figure; `scope` is a word that narrows what is
    counted ("identified"), `as_of` the day for which the figure is said to hold."""

    value: Decimal | None
    high: Decimal | None = None
    bound: str = "exact"
    unit: str | None = None
    form: str | None = None
    counted: str | None = None
    event: str | None = None
    population: str | None = None
    place: str | None = None
    scope: str | None = None
    as_of: date | None = None
    accumulation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected(Stated):
    """What a claim says. `published` is the day on which it was printed, `context` the claim's sentence, by which its figure is
    found in a page."""

    published: date | None = None
    event_date: str | None = None
    context: str = ""

    @property
    def day(self) -> date | None:
        """The claim's own date: the day for which it speaks or, failing that, the day on which it was printed."""
        return self.as_of or self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Stated):
    """What a source says. `as_of_precision` is day, month or year; `as_of_basis` is stated (the page gives the date for the
    figure), inferred (only the page's own date is known) or unknown."""

    as_of_precision: str = "day"
    as_of_basis: str = "unknown"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What an editor lets pass: a distance in the claim's unit or a part of the claimed value in percent, one of them.

    Raises ValueError when none or both are given or when one is negative.
    """

    absolute: Decimal | None = None
    percent: Decimal | None = None

    def __post_init__(self) -> None:
        given = [part for part in (self.absolute, self.percent) if part is not None]
        if len(given) != 1 or given[0] < 0:
            raise ValueError("a tolerance is one distance of zero or more, absolute or in percent")

    def width(self, value: Decimal) -> Decimal:
        """The distance that may lie between `value` and a reading."""
        return self.absolute if self.absolute is not None else abs(value) * (self.percent or Decimal(0)) / 100


@dataclass(frozen=True, slots=True)
class Finding:
    """How a reading stands to a claim. `kind` is one of FINDINGS, `says` the explaining phrase."""

    kind: str
    says: Phrase


@dataclass(frozen=True, slots=True)
class Stretch:
    """The values that a bounded number describes, from `low` to `high`, either end included or not."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Decimal) -> bool:
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below

    def inside(self, other: "Stretch") -> bool:
        above = self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open))
        below = self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open))
        return above and below

    def meets(self, other: "Stretch") -> bool:
        low, high = max(self.low, other.low), min(self.high, other.high)
        return low < high or (low == high and self.holds(low) and other.holds(low))


def step_of(value: Decimal) -> Decimal:
    """One unit of the last non-zero digit: 100 for 1400, 1 for 7028, 1000 for 7000, 0.1 for 4.5, 1 for 0."""
    _, digits, exponent = value.as_tuple()
    if not any(digits) or not isinstance(exponent, int):
        return Decimal(1)
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    return Decimal((0, (1,), exponent + zeros))


def described(value: Decimal, high: Decimal | None, bound: str, tolerance: Tolerance | None = None) -> Stretch:
    """The readings that a printed number describes, by the table in docs/data.md or, where given, by the editor's tolerance."""
    if bound == "range" and high is not None:
        return _range(value, high, tolerance)
    step = step_of(value)
    if tolerance is not None:
        width = reach = tolerance.width(value)
    else:
        width = min(step / 2, abs(value) * (APPROXIMATE if bound in ("about", "nearly") else ROUNDED))
        reach = min(step, abs(value) * BOUNDED) if value else step
        if step <= 1 and bound not in ("about", "nearly"):
            width = Decimal(0)
    if bound in UPWARD:
        return Stretch(value, value + reach, bound == "more_than", _stops_short(reach, step, tolerance))
    if bound in DOWNWARD:
        return Stretch(value - reach, value, _stops_short(reach, step, tolerance), bound == "less_than")
    return Stretch(value - width, value if bound == "nearly" else value + width)


def _stops_short(reach: Decimal, step: Decimal, tolerance: Tolerance | None) -> bool:
    return tolerance is None and reach == step


def _range(low: Decimal, high: Decimal, tolerance: Tolerance | None) -> Stretch:
    low, high = min(low, high), max(low, high)
    if tolerance is None:
        return Stretch(low, high)
    return Stretch(low - tolerance.width(low), high + tolerance.width(high))


def compare(expected: Expected, read: Read | None, tolerance: Tolerance | None = None) -> Finding:
    """Holds a read figure against a claimed one; `read` is None when the source has no such figure. Never raises."""
    if read is None:
        return Finding("missing", Phrase(SAYS["missing"], {"claimed": amount_phrase(expected)}))
    expected, read = _in_percent(expected), _in_percent(read)
    said: dict[str, Any] = {"claimed": amount_phrase(expected), "read": amount_phrase(read)}
    apart = _difference(expected, read)
    if apart is not None:
        key, claim_side, read_side = apart
        return Finding("incomparable", Phrase(SAYS[key], {**said, "claim_side": claim_side, "read_side": read_side}))
    if expected.value is None or read.value is None:
        key = "vague_claim" if expected.value is None else "vague_read"
        return Finding("incomparable", Phrase(SAYS[key], said))
    how = _agreement(expected, read, tolerance)
    if how is not None:
        return Finding("matches", Phrase(SAYS[how], said))
    return _disagreement(expected, read, tolerance, said)


def several(expected: Expected, first: Read, second: Read | None = None) -> Finding:
    """The finding for two readings of one page that fit a claim about equally, or for one that may be another's figure."""
    if second is None or second == first:
        said = {"claimed": amount_phrase(expected), "read": amount_phrase(first)}
        return Finding("ambiguous", Phrase(SAYS["doubtful"], said))
    said = {"claimed": amount_phrase(expected), "read": amount_phrase(first), "other": amount_phrase(second)}
    return Finding("ambiguous", Phrase(SAYS["ambiguous"], said))


def amount_phrase(figure: Stated) -> Phrase:
    """A figure's bound, number and unit as a phrase: "more than 7,000", "1.5 million IDR", "12 to 15 percent"."""
    if figure.value is None:
        return Phrase(BOUND_WORDS["vague"])
    bound = figure.bound if figure.bound in BOUND_WORDS and figure.bound != "vague" else "exact"
    if bound == "range" and figure.high is None:
        bound = "exact"
    params: dict[str, Any] = {"amount": figure.value if bound == "range" else _measured(figure.value, figure.unit)}
    if bound == "range" and figure.high is not None:
        params["high"] = _measured(figure.high, figure.unit)
    return Phrase(BOUND_WORDS[bound], params)


def _measured(number: Decimal, unit: str | None) -> Decimal | Phrase:
    if unit is None:
        return number
    template = "%(unit)s %(number)s" if is_currency(unit) else "%(number)s %(unit)s"
    return Phrase(template, {"number": number, "unit": unit_phrase(unit)})


def is_currency(unit: str) -> bool:
    """Whether a unit is the code of a currency (ISO 4217)."""
    return len(unit) == 3 and unit.isupper()


def unit_phrase(unit: str | None) -> Phrase:
    """A unit's code as readable words, translatable like every template."""
    return Phrase(NO_UNIT if unit is None else unit.replace("_", " ").replace("%", "%%"))


Side = TypeVar("Side", bound=Stated)


def _in_percent(figure: Side) -> Side:
    """A share written as a fraction of one (0.65) as the percentage that it is; every other figure as it came."""
    fraction = figure.form in ("share", "ratio") and figure.unit is None
    if not fraction or figure.value is None or not 0 <= figure.value <= 1:
        return figure
    high = None if figure.high is None else figure.high * 100
    return replace(figure, value=figure.value * 100, high=high, unit="percent", form="share")


def _difference(expected: Expected, read: Read) -> tuple[str, Phrase, Phrase] | None:
    """What makes the two figures speak of different things: the key of its sentence and both sides in words, or None."""
    if expected.unit != read.unit:
        return "unit", unit_phrase(expected.unit), unit_phrase(read.unit)
    if expected.form and read.form and (expected.form == "delta") != (read.form == "delta"):
        ours, theirs = (Phrase(CHANGE if side.form == "delta" else LEVEL) for side in (expected, read))
        return "form", ours, theirs
    if expected.accumulation and read.accumulation:
        periods = [side.accumulation == "per_period" for side in (expected, read)]
        if periods[0] != periods[1]:
            ours, theirs = (Phrase(PERIOD if period else TOTAL) for period in periods)
            return "form", ours, theirs
    if same_event(expected.event, read.event) is False:
        return "event", _words(expected.event), _words(read.event)
    if (expected.scope or None) != (read.scope or None):
        return "scope", _scoped(expected), _scoped(read)
    if things_differ(expected.counted, read.counted):
        return "scope", _words(expected.counted), _words(read.counted)
    if places_differ((expected.population, expected.place), (read.population, read.place)):
        return "place", _words(expected.population or expected.place), _words(read.population or read.place)
    return None


def _words(words: str | None) -> Phrase:
    return Phrase("%(words)s", {"words": (words or "").replace("_", " ")})


def _scoped(figure: Stated) -> Phrase:
    """What is counted with the word that narrows it: "identified people", "all people"."""
    scope = Phrase(figure.scope.replace("_", " ")) if figure.scope else Phrase(ALL)
    return Phrase("%(scope)s %(counted)s", {"scope": scope, "counted": figure.counted}) if figure.counted else scope


def _agreement(expected: Expected, read: Read, tolerance: Tolerance | None) -> str | None:
    """The key of the sentence that says how the two agree, or None when they do not."""
    if expected.value is None or read.value is None:
        return None
    same = (expected.value, expected.high) == (read.value, read.high)
    if same and expected.bound == read.bound:
        return "same"
    claimed = described(expected.value, expected.high, expected.bound, tolerance)
    told = Stretch(read.value, read.value) if read.bound == "exact" else described(read.value, read.high, read.bound)
    if read.bound == "nearly":
        told = replace(told, high_open=True)
    if read.bound == "exact" and claimed.holds(read.value):
        if same:
            return "describes"
        if tolerance is not None and not described(expected.value, expected.high, expected.bound).holds(read.value):
            return "tolerated"
        return "rounded" if expected.bound == "exact" else "describes"
    return "agrees" if read.bound != "exact" and _overlap(expected, read, claimed, told) else None


def _overlap(expected: Expected, read: Read, claimed: Stretch, told: Stretch) -> bool:
    """Whether two bounded numbers say the same: one describes the other's number or lies wholly inside it.

    Merely touching is not enough: "at least 1,300" and "about 1,400" have values in common and yet say different things.
    """
    if expected.value is None or read.value is None or not claimed.meets(told):
        return False
    if told.inside(claimed) or claimed.inside(told):
        return True
    if "range" in (expected.bound, read.bound):
        return False
    return expected.value == read.value or claimed.holds(read.value) or told.holds(expected.value)


def _disagreement(expected: Expected, read: Read, tolerance: Tolerance | None, said: dict[str, Any]) -> Finding:
    """The finding for a reading that the claim does not describe: another scale, older, later or simply different."""
    if _another_scale(expected, read, tolerance):
        return Finding("incomparable", Phrase(SAYS["scale"], said))
    if read.as_of is None or read.as_of_basis != "stated":
        return Finding("differs", Phrase(SAYS["undated"], said))
    said["as_of"] = read.as_of
    if expected.day is None:
        return Finding("differs", Phrase(SAYS["claim_undated"], said))
    said["claim_day"] = expected.day
    claim_time, read_time = (_cut(day, read.as_of_precision) for day in (expected.day, read.as_of))
    if read_time > claim_time:
        return Finding("superseded", Phrase(SAYS["later"], said))
    if read_time < claim_time:
        return Finding("incomparable", Phrase(SAYS["older"], said))
    return Finding("differs", Phrase(SAYS["same_day"], said))


def _cut(day: date, precision: str) -> tuple[int, ...]:
    """A day to the precision that a source gives, so that "November 2023" is neither before nor after 10 November 2023."""
    return (day.year, day.month, day.day)[: {"year": 1, "month": 2}.get(precision, 3)]


def _another_scale(expected: Expected, read: Read, tolerance: Tolerance | None) -> bool:
    if expected.value is None or read.value is None or not expected.value or not read.value or read.unit == "percent":
        return False
    claimed = described(expected.value, expected.high, expected.bound, tolerance)
    return any(claimed.holds(read.value * scale) or claimed.holds(read.value / scale) for scale in SCALES)
