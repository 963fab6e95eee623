"""The day for which a page says that a figure holds: in the figure's own sentence, or at the head of its section.

A day is only taken when a word ties it to the figure ("as of", "hingga", "said on"); the day of the event never is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from claims.extraction.values import Span

from .words import words

FAR = 60
"""Characters that may stand between "said" and the day: the speaker's name and title."""

HEAD = 140
"""A longer line is a paragraph, not the head of a section."""

HEADER, OUTLET = 8, 40
"""So many lines may hold the page's own day, and beside it so many characters: the outlet and the author."""

DIGIT = re.compile(r"\d")
ALL_DAY = "24/7"

WORD_BEFORE = re.compile(r"([^\W\d_']+(?:'[^\W\d_]+)?)\Z")

DASH = re.compile(r"\)?\s?[-–—]{1,2}\s")
"""What parts the day at the head of a paragraph from its words."""

SAID_NEXT = re.compile(r"\)?,\s")
STAMP_AFTER = r"[|.;·•–—\-(/*]\s*"
"""What stands inside a line before "updated" where it heads a stamp of its own."""

ENTRY_DAY, AFTER_DAY = re.compile(r"\W{0,3}"), re.compile(r"\W{0,2}\s?[:–—]")
"""What stands before and after the day at the head of an entry: "Rabu (18/6): 4.456 jiwa …"."""

STAMP = 30
"""Characters that may stand between "updated" at the head of a line and its day."""

SOON = timedelta(days=2)
"""A day without a year lies at most so far after the page's own day: time zones, papers printed for tomorrow."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the text names at start..end. `precision` is day, month or year."""

    start: int
    end: int
    day: date
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day for which a figure holds; `basis` is stated, inferred or unknown (then there is no day)."""

    day: date | None = None
    precision: str = "day"
    basis: str = "unknown"


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(sorted(words().months, key=len, reverse=True))
    weekday = "|".join(re.escape(name) for name in words().weekdays)
    nth = "|".join(sorted(words().ordinals))
    return re.compile(
        rf"""(?<![\w/.-])(?:
          (?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)
        | (?P<d2>\d{{1,2}})/(?P<m2>\d{{1,2}})(?:/(?P<y2>(?:19|20)\d\d))?
        | (?P<d3>\d{{1,2}})(?:{nth})?\s(?P<m3>{month})\.?(?:,?\s(?P<y3>(?:19|20)\d\d))?
        | (?P<m4>{month})\.?\s(?P<d4>\d{{1,2}})(?:{nth})?(?!\d)(?:,?\s(?P<y4>(?:19|20)\d\d))?
        | (?P<m5>{month})\s(?P<y5>(?:19|20)\d\d)
        | (?P<weekday>{weekday})
        )(?![\w/]|-\d)""",
        re.VERBOSE,
    )


def days_in(lower: str, start: int, end: int, reference: date | None, *, day_first: bool) -> Iterator[Day]:
    """The days named in lower-case text[start:end]. A missing year is the latest that does not lie after `reference`, a
    weekday the last one up to it; without a reference both are passed over. `day_first`: 10/11 is the 10th of November."""
    if reference is None and not DIGIT.search(lower, start, end):
        return  # only a weekday is told without digits
    named: Day | None = None
    for match in _pattern().finditer(lower, start, end):
        if match.group() == ALL_DAY:
            continue
        found = _weekday(match, reference) if match["weekday"] else _dated(match, reference, day_first=day_first)
        if found is None:
            continue
        if named is not None and match["weekday"] is None and _beside(lower, named, found):
            found = Day(named.start, found.end, found.day, found.precision)
        elif named is not None:
            yield named
        named = found
    if named is not None:
        yield named


def _beside(lower: str, one: Day, other: Day) -> bool:
    """Whether a weekday and a date are one: "Jumat (10/11/2023)", "Sunday, 15 October"."""
    between = _without_on(lower[one.end : other.start].rstrip(" ,("))
    return lower[one.start : one.end] in words().weekdays and not between.strip(" ,(")


def _weekday(match: re.Match[str], reference: date | None) -> Day | None:
    if reference is None:
        return None
    back = (reference.weekday() - words().weekdays[match["weekday"]]) % 7
    return Day(*match.span(), reference - timedelta(days=back))


def _dated(match: re.Match[str], reference: date | None, *, day_first: bool) -> Day | None:
    number = next(n for n in "12345" if match[f"m{n}"])
    year, month, day = match[f"y{number}"], match[f"m{number}"], match[f"d{number}"] if number != "5" else "1"
    if number == "2" and not day_first and int(day) <= 12:
        return None
    month_number = int(month) if month.isdigit() else words().months[month]
    if year is None and reference is None:
        return None
    years = [int(year)] if year else [reference.year, reference.year - 1] if reference else []
    for candidate in years:
        found = _date(candidate, month_number, int(day))
        if found is not None and (year or reference is None or found <= reference + SOON):
            return Day(*match.span(), found, "month" if number == "5" else "day")
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def stated_in(lower: str, sentence: Span, figure: Span, days: list[Day]) -> Day | None:
    """The day that the sentence ties to the figure, or None. `days` are those named in the sentence."""
    tied: list[tuple[int, int, Day]] = []
    for day in days:
        before = lower[max(sentence[0], day.start - FAR) : day.start]
        if words().event.search(before):
            continue
        rank = _tie(lower, sentence, figure, day, before)
        if rank is not None:
            distance = max(day.start - figure[1], figure[0] - day.end, 0)
            tied.append((rank, distance, day))
    return min(tied, key=lambda row: row[:2])[2] if tied else None


def _tie(lower: str, sentence: Span, figure: Span, day: Day, before: str) -> int | None:
    """How closely the sentence ties the day to a figure: 0 "as of", 1 "said on", 2 "rose to N on"; None not at all."""
    bare = _without_on(before)
    if words().as_of.search(bare) or words().between.search(bare):
        return 0
    said = list(words().say.finditer(before))
    if said and not re.search(r"[,;:.]", before[said[-1].end() :].rstrip(" ,(")):
        return 1
    if words().say.match(lower[day.end : sentence[1]].lstrip(" )")):
        return 1
    if (
        day.end <= figure[0] <= day.end + FAR
        and SAID_NEXT.match(lower, day.end)
        and words().say.search(lower, day.end, figure[0])
    ):
        return 1
    between = lower[figure[1] : day.start] if day.start >= figure[1] else None
    if between is not None and len(between) <= FAR // 2 and words().reached.search(lower[sentence[0] : figure[0]]):
        return 2
    return None


def _without_on(before: str) -> str:
    """The text without the weekday, the time of day and the small words that stand between "as of" and the day."""
    while True:
        cut = words().clock_before.sub("", words().of_day.sub("", before.rstrip(" ,(")))
        last = WORD_BEFORE.search(cut)
        if last is not None and last[1] in words().weekdays:
            cut = cut[: last.start()]
        if cut == before:
            return before
        before = cut


def _beside_day(lower: str, line: Span, day: Day) -> str:
    """What stands in a line beside its day and the time of day."""
    rest = words().clock.sub(" ", lower[line[0] : day.start] + " " + lower[day.end : line[1]])
    return " ".join(word for word in rest.split() if word.strip(",.()") not in words().weekdays).strip(" .,:;()#*-–—|/")


@dataclass(frozen=True, slots=True)
class Sections:
    """The days at the heads of a page's sections, in order: (offset of the section, day)."""

    heads: tuple[tuple[int, Day], ...] = ()
    whole: Day | None = None

    def of(self, offset: int) -> Day | None:
        """The day under which the text at `offset` stands."""
        above = [day for start, day in self.heads if start <= offset]
        return above[-1] if above else self.whole


def sections(lower: str, lines: list[Span], reference: date | None, *, day_first: bool) -> Sections:
    """The sections of a page: lines that are nothing but a day, two or more of them, and lines that say "as of"."""
    dated: list[tuple[int, Day]] = []
    as_of: list[tuple[int, Day]] = []
    stamps = list(_stamps(lower, lines, reference, day_first=day_first))
    if len({day.day for _, day in stamps}) > 1:
        as_of += stamps
    elif stamps and reference is None:
        reference = stamps[0][1].day
    for start, end in lines:
        if end - start > HEAD or not any(map(str.isdigit, lower[start:end])):
            continue
        for day in days_in(lower, start, end, reference, day_first=day_first):
            rest = _beside_day(lower, (start, end), day)
            if not rest or (ENTRY_DAY.fullmatch(lower, start, day.start) and AFTER_DAY.match(lower, day.end)):
                dated.append((start, day))
            elif _heads(lower, (start, end), day):
                as_of.append((start, day))
    heads = sorted([*(dated if len(dated) > 1 else []), *as_of], key=lambda row: row[0])
    if len(as_of) == 1:
        return Sections(tuple(heads), as_of[0][1])
    return Sections(tuple(heads), stamps[0][1] if stamps and not as_of else None)


@cache
def _inner_stamp() -> re.Pattern[str]:
    return re.compile(STAMP_AFTER + words().updated.pattern)


def _stamp_cues(lower: str, start: int, end: int, *, inside: bool) -> Iterator[re.Match[str]]:
    """Where a line says "updated", at its begin and, with `inside`, after a sign in it that parts it."""
    first = words().updated.match(lower, end - len(lower[start:end].lstrip()), end)
    if first is not None:
        yield first
    if inside:
        yield from _inner_stamp().finditer(lower, start, end)


def _stamps(lower: str, lines: list[Span], reference: date | None, *, day_first: bool) -> Iterator[tuple[int, Day]]:
    """The days of the lines that begin with "Updated": each is the day of the page's text, not of a figure with its own."""
    is_inside = _inner_stamp().search(lower) is not None
    for start, end in lines:
        for cue in _stamp_cues(lower, start, end, inside=is_inside):
            day = next(days_in(lower, cue.end(), min(end, cue.end() + 2 * STAMP), reference, day_first=day_first), None)
            if day is not None and not _without_on(lower[cue.end() : day.start].lstrip(" :|-–—")):
                yield start, day
                break


def _opens_line(lower: str, start: int, day: Day) -> bool:
    """Whether a line begins with a full day, perhaps in brackets or after a weekday, and a dash."""
    before = lower[start : day.start].strip(" (,")
    return day.precision == "day" and (not before or before in words().weekdays) and bool(DASH.match(lower, day.end))


def head_day(lower: str, lines: list[Span], *, day_first: bool) -> date | None:
    """The page's own day, where one of its first lines is a full day with its time ("Kamis, 26/10/2023 18:00 WIB") or opens
    with a day and a dash, as agencies write ("10 November 2023 - About 1,200 people …")."""
    found = set()
    for start, end in lines[:HEADER]:
        opening = next(days_in(lower, start, min(end, start + HEAD), None, day_first=day_first), None)
        if opening is not None and _opens_line(lower, start, opening):
            found.add(opening.day)
            continue
        if end - start > HEAD or words().clock.search(lower, start, end) is None:
            continue
        for day in days_in(lower, start, end, None, day_first=day_first):
            rest = _beside_day(lower, (start, end), day)
            if day.precision == "day" and len(rest) <= OUTLET:
                found.add(day.day)
    return found.pop() if len(found) == 1 else None


def dateline_day(lower: str, datelines: Sequence[Span], *, day_first: bool) -> date | None:
    """The page's own day, where its datelines name one and no other: "Jakarta, 10 November 2023 - ", "GAZA, Nov 10, 2023 (Agency) - "."""
    named = (day for start, end in datelines for day in days_in(lower, start, end, None, day_first=day_first))
    found = {day.day for day in named if day.precision == "day"}
    return found.pop() if len(found) == 1 else None


def stamps(lower: str, lines: Sequence[Span]) -> Sequence[tuple[int, int]]:
    """The times at the heads of a live page's entries, as (offset, minute of the day): two or more lines that begin with a time,
    all later or all earlier than the one above."""
    found = []
    for line in lines:
        clock = words().entry.match(lower, *line)
        if clock and int(clock[1]) < 24 and int(clock[2]) < 60:
            found.append((line[0], 60 * int(clock[1]) + int(clock[2])))
    minutes = [minute for _, minute in found]
    later = all(one < other for one, other in pairwise(minutes))
    earlier = all(one > other for one, other in pairwise(minutes))
    return found if len(found) > 1 and (later or earlier) else ()


def _heads(lower: str, line: Span, day: Day) -> bool:
    """Whether a line is the head of what follows: it says "as of" before the day and is no sentence of its own."""
    tied = words().as_of.search(_without_on(lower[line[0] : day.start]))
    return bool(tied) and not lower[line[0] : line[1]].rstrip().endswith((".", "!", "?"))
