"""Figures, units, days and findings as words, in the reader's language."""

from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.contrib.auth.models import User
from django.utils import formats
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language, gettext, gettext_noop, pgettext

from claims import verdicts
from claims.comparison import is_currency
from claims.extraction import available
from claims.extraction.figures.events import CONCEPTS
from claims.extraction.figures.measures import UNITS
from claims.extraction.language import load
from claims.models import Check, Figure, Reading
from claims.services import people, telling
from claims.services.telling import number
from claims.wording import BOUND_WORDS

CURRENCIES = {"IDR": "Rp"}
"""Codes of currencies that newsrooms print by a sign."""

STEPS = {
    "table": gettext_noop("table"),
    "sheet": gettext_noop("sheet"),
    "row": gettext_noop("row"),
    "column": gettext_noop("column"),
    "cell": gettext_noop("cell"),
}

NOWHERE = {
    "no_table": gettext_noop("the page has no such table"),
    "no_sheet": gettext_noop("the file has no such sheet"),
    "no_row": gettext_noop("there is no such row"),
    "no_column": gettext_noop("there is no such column"),
    "no_value": gettext_noop("nothing stands at this place"),
    "other_format": gettext_noop("the page has another format than the place asks for"),
}
"""Why a locator found no cell."""

MOST_PARTS = 12
HARDLY = Decimal("0.000001")
"""Thirds and their like are kept with ten decimals."""

PRINTED_ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
"""Indonesia's zones as its newsrooms print them; the zone database knows only the first by that name."""


def with_unit(amount: Decimal, unit: str) -> str:
    """An amount with its percent sign, currency or measure."""
    if unit == "percent":
        return f"{number(amount)}%"
    if unit == "percentage_point":
        return gettext("%(amount)s percentage points") % {"amount": number(amount)}
    if unit == "fraction":
        return fraction(amount)
    if is_currency(unit):
        return f"{CURRENCIES.get(unit, unit)} {number(amount)}"
    return f"{number(amount)} {named_unit(unit)}".strip()


def named_unit(unit: str) -> str:
    """A unit in the reader's language: the first of that language's words for it."""
    language = _language()
    words = load(language).tables["units"].get(unit) if language in available() else None
    return str(words[0]) if words else unit.replace("_", " ")


def unit_name(code: str) -> str:
    """A unit as a form shows it, to be read back by `unit_code`: a currency by its code, any other by its name."""
    return code if is_currency(code) or unit_code(named_unit(code)) != code else named_unit(code)


def unit_code(words: str) -> str:
    """The code of a unit that is named by its code, its sign or a word of the reader's language or of English; what is
    none of them stands as it was typed."""
    words = " ".join(words.split())
    name = words.lower()
    if words in UNITS.kinds or not words:
        return words
    if name == "%":
        return "percent"
    for language in dict.fromkeys((_language(), "en")):
        named = load(language).tables["units"] if language in available() else {}
        if found := next((code for code, known in named.items() if name in known), None):
            return found
    return UNITS.prefixes.get(name) or next((code for code in UNITS.kinds if code and code.lower() == name), words)


def fraction(amount: Decimal) -> str:
    """A part of one as it is printed, where it is a simple one: 1/3; else its decimals."""
    for below in range(2, MOST_PARTS + 1):
        above = (amount * below).to_integral_value()
        if above and abs(above / below - amount) < HARDLY:
            return f"{above:f}/{below}"
    return number(amount)


def amount(row: Figure | Reading) -> str:
    """The reading's number in words: "about 1,400", "more than 7,000", "3 to 4%"."""
    if row.value is None:
        return gettext("no number stated")
    high = "" if row.high is None else with_unit(row.high, row.unit)
    low = number(row.value) if high and row.unit in {"percent", "percentage_point"} else with_unit(row.value, row.unit)
    return gettext(BOUND_WORDS[row.bound]) % {"amount": low, "high": high}


def subject(row: Figure | Reading) -> str:
    """What the number counts, of whom and where: "orang · Gaza"; of money not the currency's sign again."""
    is_sign = is_currency(row.unit) and UNITS.prefixes.get(row.counted.lower()) == row.unit
    named = [
        "" if is_sign else row.counted,
        row.population if row.population.lower() not in row.counted.lower() else "",
        row.place,
    ]
    return " · ".join(dict.fromkeys(name for name in named if name))


def finding(check: Check) -> str:
    """What a check found, or what became of the fetch when there was nothing to read."""
    return gettext(check.get_finding_display()) if check.finding else str(check.snapshot.get_fetched_display())


def event(concept: str) -> str:
    """A concept of the engine in the reader's language: the first of that language's words for it."""
    language = _language()
    words = load(language).tables["events"].get(concept) if language in available() and language != "en" else None
    return words[0] if words else concept.replace("_", " ")


def events() -> list[tuple[str, str]]:
    """Every concept of the engine with its name in the reader's language, by name."""
    return sorted(((concept, event(concept)) for concept in CONCEPTS), key=lambda one: one[1])


def event_day(stated: str) -> str:
    """The day of an event as its language prints it; a month, a year or anything else as it stands."""
    try:
        return telling.day(date.fromisoformat(stated))
    except ValueError:
        return stated


def _language() -> str:
    return (get_language() or "en")[:2]


def place(words: str) -> str:
    """Where a reader found a cell ("table 1, row 2, column 3"), or why it found none, in the reader's language."""
    if words in NOWHERE:
        return gettext(NOWHERE[words])
    steps = (step.partition(" ") for step in words.split(", "))
    return ", ".join(
        f"{gettext(STEPS[name])} {rest}" if name in STEPS else f"{name}{gap}{rest}" for name, gap, rest in steps
    )


def verdict(key: str) -> str:
    """A verdict's label in the reader's language."""
    return verdicts.label(key, get_language() or "en").capitalize()


def person(user: User | None) -> str:
    """Who did it, by the name that colleagues know; the engine when nobody did."""
    return people.name(user) if user else gettext("engine")


def moment(value: datetime, zone: str = "") -> str:
    """A moment in a newsroom's zone (that of the page when none is given), with the zone's name as it is printed there."""
    zone, local = _local(value, zone)
    return f"{formats.date_format(local, 'j M Y, H:i')} {PRINTED_ZONES.get(zone) or local.tzname()}"


def print_day(value: datetime, zone: str = "") -> str:
    """When something was printed: of what is known by its day alone, kept as the midnight at which that begins, no hour is told."""
    local = _local(value, zone)[1]
    return moment(value, zone) if local.time() != time() else formats.date_format(local, "j M Y")


def _local(value: datetime, zone: str) -> tuple[str, datetime]:
    """A zone's name and the moment on its clock; UTC for no zone."""
    zone = zone or get_current_timezone_name()
    try:
        return zone, value.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC", value.astimezone(ZoneInfo("UTC"))


def span(seconds: int) -> str:
    """A stretch of seconds in its largest fitting unit: "6 h", "3 d"."""
    for size, unit in ((86_400, pgettext("days", "%s d")), (3_600, pgettext("hours", "%s h"))):
        if seconds >= size:
            return unit % number((Decimal(seconds) / size).quantize(Decimal("0.1")))
    return pgettext("minutes", "%s min") % max(1, seconds // 60)
