"""The days, months and years that a sentence tells, and which of them is that of a figure: the date of its event.

What names no year is counted from the day of publication: news tells the Monday, the 7 October or the May that was last.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from operator import itemgetter
from typing import Final, NamedTuple

from claims.extraction.language import Language
from claims.extraction.scan import CLAUSE_ENDS

from .amounts import Reading
from .dates import DateWords, Moment, date_words, is_month, year_at
from .scene import Scene
from .tokens import Phrases, Tokens

WEEK: Final = 7
MONTHS: Final = 12
SOON: Final = 60
"""So many days after publication a day without a year lies at most: "the vote on Dec. 3" in an article of November."""
BESIDE: Final = 3
"""So many tokens from a date its weekday or month stands: "Jumat (27/10/2023)", "Friday, Oct. 27"."""
REACH: Final = 8
"""So many tokens before a day, and in its clause, stands the verb that lets it lie ahead: "will be opened on Friday"."""
LEADING: Final = 6
"""So many tokens before a time the word for what it is to the rest may stand: "dibanding periode yang sama tahun lalu"."""
FAR: Final = 999
"""More than any day is away from a figure of its sentence."""
OPENING: Final = 2
"""A day among so many tokens opens its sentence, so that its verb comes later: "On Friday 300 officers will …"."""


class Day(NamedTuple):
    """A day, month or year that a sentence tells: its tokens first..end (end exclusive), and the date as ISO 8601, as precise as it
    is told; None for one that is only known to be another than what it stands beside ("a year earlier"). One that `leads` is that
    of nothing before it, and of what follows right behind it alone: "more than last year's 300", not "since Monday 300"."""

    first: int
    end: int
    iso: str | None
    leads: bool = False


@dataclass(frozen=True, eq=False)
class DayWords:
    """The words of one language for times that hang on the day of publication; `telling` are all that may begin one."""

    dates: DateWords
    weekdays: dict[str, int]
    relative: Phrases[tuple[str, int]]
    leads: frozenset[str]
    weekday_leads: frozenset[str]
    compared: frozenset[str]
    apart: frozenset[str]
    fillers: frozenset[str]
    coming: frozenset[str]
    gone: frozenset[str]
    coming_verbs: frozenset[str]
    saying: frozenset[str]
    telling: frozenset[str]

    def lies_ahead(self, tokens: Tokens, length: Reading) -> bool:
        """Whether a length of time is still to come: "in the next two days", "14 hari ke depan"."""
        return any(tokens.at[at] in self.coming for at in (length.first - 1, length.end, length.end + 1))


@cache
def day_words(language: Language) -> DayWords:
    """The day words of the language, prepared for look-up."""
    table, cues, dates = language.tables["dates"], language.tables["quotes"]["cues"], date_words(language)
    endings = ("", *language.tables["counted"]["possessives"])
    counted = [(unit, row) for unit in ("days", "months", "years") for row in table[f"relative_{unit}"].items()]
    told = [(phrase + ending, (unit, number)) for unit, (phrase, number) in counted for ending in endings]
    relative = Phrases([*told, *((phrase, ("", 0)) for phrase in table["other_times"])])
    weekdays = {name + ending: number for name, number in table["weekdays"].items() for ending in endings}
    return DayWords(
        dates=dates,
        weekdays=weekdays,
        relative=relative,
        leads=frozenset(table["time_leads"]),
        weekday_leads=frozenset(table["weekday_leads"]),
        compared=frozenset(table["times_compared"]),
        apart=frozenset(table["times_apart"]),
        fillers=frozenset(table["time_fillers"]),
        coming=frozenset(table["coming"]),
        gone=frozenset(table["gone"]),
        coming_verbs=frozenset(table["coming_verbs"]),
        saying=frozenset([*cues["say"], *cues["postposed"], *cues["documents_only"]]),
        telling=frozenset([*weekdays, *dates.months, *relative.by_first]),
    )


def days_told(
    tokens: Tokens, words: DayWords, readings: Sequence[Reading], moments: Sequence[Moment], published: date | None
) -> list[Day]:
    """The times that a sentence tells, in order: its dates, which are `moments`, the years among its `readings`, and what is
    counted from the day of publication where that is known."""
    told = []
    for moment in moments:
        gone = tokens.at[moment.end] in words.gone or tokens.at[moment.first - 1] in words.gone
        if iso := moment.iso(published, soon=0 if gone else SOON):
            named = is_month(tokens, moment.first - 1, words.dates) is not None  # "Oct. 7", "May 2025"
            day = _led(tokens, moment.first - named, moment.end, iso, words)
            told.append(day if day.iso else Day(moment.first, moment.end, iso))  # "since 7 October" names what began it
    for one in readings:
        numbered = tokens.at[one.first - 2][:1].isdigit()  # "UU No 35 Tahun 2009"
        led = tokens.at[one.first - 1] in words.leads and not numbered
        if one.why == "date" and led and year_at(tokens, one.first):
            told.append(_led(tokens, one.first, one.end, tokens.words[one.first], words))
    if (
        published is not None
        and date.min.year < published.year < date.max.year
        and not words.telling.isdisjoint(tokens.words)
    ):
        dated = {at for moment in moments for at in range(moment.first - BESIDE, moment.end + BESIDE)}
        told += _counted(tokens, words, dated, published)
    return sorted(told, key=itemgetter(0))


def day_of(days: Sequence[Day], scene: Scene, reading: Reading, end: int) -> str | None:
    """The date of what a figure up to token `end` tells: of the days of its sentence the nearest, where a comma or another number
    between parts them as in a row ("12 on Friday, 5 on Sunday"). What something was before it changed has only a day right behind
    it, which is of nothing else ("rose to 17 on Monday from 14 on Saturday")."""
    found, nearest = None, (FAR, True)
    was = scene.is_origin(reading)
    old = reading.relation[1].first if reading.relation and reading.relation[0] == "change" else end
    for day in days:
        behind = day.first >= end
        if (day.leads and behind) or (was and not behind) or (end < old < day.first):
            continue
        if behind and scene.compares(end, day.first):
            continue
        between = scene.distance(end, day.first) if behind else scene.distance(day.end, reading.first)
        between += BESIDE if behind and scene.subordinates(end, day.first) else 0  # "5 persen, sementara pada 2023"
        iso = day.iso if not day.leads or scene.follows(reading, day.end, BESIDE) else None
        if (between, iso is None) < nearest and not (was and between > BESIDE):
            found, nearest = iso, (between, iso is None)
    return found


def _counted(tokens: Tokens, words: DayWords, dated: Collection[int], published: date) -> Iterator[Day]:
    """What a sentence counts from the day of publication, but for the weekday or month of a date."""
    passed = 0
    for at in [at for at, word in enumerate(tokens.words) if word in words.telling]:
        told = _time_at(tokens, at, words, published) if at >= passed and at not in dated else None
        if told is not None:
            passed, iso = told
            yield _led(tokens, at, passed, iso, words)


def _time_at(tokens: Tokens, at: int, words: DayWords, published: date) -> tuple[int, str | None] | None:
    """Where the time ends that begins at token `at`, and its date; None where none does."""
    if found := words.relative.starting(tokens.words, at):
        return at + found[0], _counted_on(published, *found[1])
    if not tokens.capital(at):
        return None
    if tokens.words[at] in words.weekdays:
        day = _weekday(tokens, at, words, published) if _is_weekday(tokens, at, words) else None
        return (at + 1, day.isoformat()) if day else None
    month = is_month(tokens, at, words.dates)
    if month is None:
        return None
    year = words.relative.starting(tokens.words, at + 1)
    if year and year[1][0] == "years":  # "in May last year"
        return at + 1 + year[0], f"{published.year + year[1][1]:04d}-{month:02d}"
    if not _is_month_alone(tokens, at, words):
        return None
    ahead = _lies_ahead(tokens, at, words)
    return at + 1, _month_on(
        published, (month - published.month) % MONTHS if ahead else -((published.month - month) % MONTHS)
    )


def _led(tokens: Tokens, first: int, end: int, iso: str | None, words: DayWords) -> Day:
    """The time that tokens first..end tell, by the word that leads it: "since early May", "than in the same month last year"."""
    for before in range(first - 1, first - 1 - LEADING, -1):
        word = tokens.at[before]
        if word in words.apart or word in words.compared:
            return Day(first, end, iso if word in words.compared else None, leads=True)
        if word not in words.leads and word not in words.fillers:
            return Day(before + 1, end, iso)  # what leads a time belongs to it: "Rp 6 triliun | pada tahun 2016"
    return Day(first, end, iso)


def _counted_on(published: date, unit: str, number: int) -> str | None:
    """So many days, months or years from the day of publication; None for another time that is not told."""
    if unit == "days":
        return (published + timedelta(days=number)).isoformat()
    if unit == "months":
        return _month_on(published, number)
    return f"{published.year + number:04d}" if unit else None


def _month_on(published: date, number: int) -> str:
    """The month so many months from that of publication."""
    year, month = divmod(published.year * MONTHS + published.month - 1 + number, MONTHS)
    return f"{year:04d}-{month + 1:02d}"


def _is_weekday(tokens: Tokens, at: int, words: DayWords) -> bool:
    """Whether the word for a weekday at token `at` tells a day, and not that of a saying ("figures showed Thursday"), nor stands
    within a name ("Black Friday", "Sunday Times")."""
    led = tokens.at[at - 1] in words.weekday_leads
    if tokens.at[at - 1 - led] in words.saying:
        return False
    return tokens.at[at - 1] in words.weekday_leads or not (tokens.capital(at - 1) or tokens.capital(at + 1))


def _weekday(tokens: Tokens, at: int, words: DayWords, published: date) -> date:
    """The day of that name that the sentence means: the last up to the day of publication, or the next where it lies ahead."""
    away = (published.weekday() - words.weekdays[tokens.words[at]]) % WEEK
    if _lies_ahead(tokens, at, words):
        return published + timedelta(days=WEEK - away if away or _says(tokens, at, words.coming) else 0)
    return published - timedelta(days=away or WEEK * _says(tokens, at, words.gone))


def _is_month_alone(tokens: Tokens, at: int, words: DayWords) -> bool:
    """Whether the month at token `at` is told for itself ("in May"), not as part of a span ("in May-June")."""
    before = tokens.at[at - 1]
    led = before in words.leads or before in words.compared or _says(tokens, at, words.gone | words.coming)
    behind = tokens.at[at + 1]
    return led and not (behind != "," and behind in words.dates.day_joiners and is_month(tokens, at + 2, words.dates))


def _says(tokens: Tokens, at: int, words: Collection[str]) -> bool:
    """Whether one of these words stands beside token `at`."""
    return tokens.at[at - 1] in words or tokens.at[at + 1] in words


def _lies_ahead(tokens: Tokens, at: int, words: DayWords) -> bool:
    """Whether the time at token `at` is still to come, by a word beside it or the verb of its clause."""
    if _says(tokens, at, words.coming):
        return True
    if at <= OPENING:
        clause = range(at + 1 + (tokens.at[at + 1] == ","), at + 1 + REACH)
    else:
        clause = range(at - 1, max(at - 1 - REACH, -1), -1)
    for place in clause:
        if tokens.at[place] in CLAUSE_ENDS:
            return False
        if tokens.at[place] in words.coming_verbs:
            return True
    return False
