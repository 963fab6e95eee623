"""Dates, years and clock times among the tokens of a sentence: they are no quantities, and they date the events."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from claims.extraction.language import Language
from claims.extraction.scan import DASHES, HYPHENS

from .tokens import Phrases, Tokens

JOINED: Final = HYPHENS | frozenset("/:")
LONGEST: Final = 10
"""No digits of a date or clock time are longer ("14.06.2025")."""
DATE_SIZES: Final = frozenset({1, 2, 4})
"""So many digits a day, an hour or a year has."""
FIRST_YEAR: Final = 1400
LAST_YEAR: Final = 2150
DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
DAY_YEAR: Final = re.compile(r"(0?[1-9]|[12][0-9]|3[01]),(1[4-9][0-9]{2}|20[0-9]{2}|21[0-4][0-9])")
CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)")
COMMA_CLOCK: Final = re.compile(r"([01]?\d|2[0-4]),[0-5]\d")


@dataclass(frozen=True, eq=False)
class DateWords:
    """The date words of one language."""

    months: dict[str, int]
    capital_months: frozenset[str]
    month_prefixes: tuple[str, ...]
    month_first: bool
    weekdays: frozenset[str]
    year_before: frozenset[str]
    clock_always: frozenset[str]
    not_clock: frozenset[str]
    clock_after: Phrases[str]
    clock_hours: frozenset[str]
    clock_led: frozenset[str]
    day_parts: Phrases[str]
    date_before: frozenset[str]
    decades: frozenset[str]
    ordinals: frozenset[str]
    joiners: Phrases[bool]
    other_months: Phrases[bool]
    day_links: frozenset[str]
    day_joiners: frozenset[str]
    month_leads: frozenset[str]
    amounts_before: Phrases[bool]


@cache
def date_words(language: Language) -> DateWords:
    """The date words of the language, prepared for look-up."""
    table = language.tables["dates"]
    return DateWords(
        months=dict(table["months"]),
        capital_months=frozenset(table["capital_months"]),
        month_prefixes=tuple(table["month_prefixes"]) or ("\n",),
        month_first=table["month_first"],
        weekdays=frozenset(table["weekdays"]),
        year_before=frozenset(table["year_before"]),
        clock_always=frozenset(table["clock_always"]),
        not_clock=frozenset(table["clock_not_before"]),
        clock_hours=frozenset(table["clock_hours"]),
        clock_led=frozenset(table["clock_led"]),
        clock_after=Phrases((phrase, phrase) for phrase in table["clock_after"]),
        day_parts=Phrases((phrase, phrase) for phrase in table["day_parts"]),
        date_before=frozenset(table["date_before"]),
        decades=frozenset(table["decades_suffix"]),
        ordinals=frozenset(language.tables["numbers"]["ordinal_suffixes"]),
        joiners=Phrases((phrase, True) for phrase in language.tables["ranges"]["joiners"]),
        other_months=Phrases((phrase, True) for phrase in table["other_months"]),
        day_links=frozenset(table["day_links"]),
        day_joiners=frozenset([*DASHES, ",", *table["day_joiners"]]),
        month_leads=frozenset(table["month_leads"]),
        amounts_before=Phrases((phrase, True) for phrase in table["amounts_before"]),
    )


class Moment:
    """A date or clock time: its tokens first..end (end exclusive), why (`date`, `clock`), and the day where it is told."""

    __slots__ = ("day", "end", "first", "why", "year")

    def __init__(
        self, first: int, end: int, why: str, day: tuple[int, int] | None = None, year: int | None = None
    ) -> None:
        self.first = first
        self.end = end
        self.why = why
        self.day = day
        self.year = year

    def iso(self, published: date | None, *, soon: int = 0) -> str | None:
        """The date as ISO 8601, as precise as it is told; a day without a year is the last one up to `soon` days after `published`."""
        if self.why != "date" or (self.day is None and self.year is None):
            return None
        if self.day is None:
            return str(self.year)
        day, month = self.day
        year = self.year
        if year is None and published is not None:
            last = published + timedelta(days=min(soon, (date.max - published).days))
            year = last.year if (month, day) <= (last.month, last.day) else last.year - 1
        if year is None:
            return f"--{month:02d}-{day:02d}" if day else None
        return f"{year:04d}-{month:02d}-{day:02d}" if day else f"{year:04d}-{month:02d}"


def read_moment(tokens: Tokens, index: int, words: DateWords) -> Moment | None:
    """The date or clock time that begins at the digits at token `index`, or None."""
    word = tokens.words[index]
    if "," in word:
        return read_comma_clock(tokens, index, word, words) or read_day_with_year(tokens, index, word, words)
    if len(word) > LONGEST:
        return None
    if len(word) not in DATE_SIZES if word.isdecimal() else not (CLOCK.fullmatch(word) or DOTTED.fullmatch(word)):
        return None
    return (
        read_clock(tokens, index, word, words)
        or read_joined(tokens, index, word, words)
        or read_day(tokens, index, word, words)
        or read_month_first(tokens, index, word, words)
        or read_month_year(tokens, index, words)
    )


def read_comma_clock(tokens: Tokens, index: int, word: str, words: DateWords) -> Moment | None:
    """A clock time that is written with a comma, by the words around it: "pukul 09,30", "09,30 WIB"."""
    if not COMMA_CLOCK.fullmatch(word):
        return None
    after = words.clock_after.starting(tokens.words, index + 1)
    return Moment(index, index + 1 + (after[0] if after else 0), "clock") if after else None


def read_day_with_year(tokens: Tokens, index: int, word: str, words: DateWords) -> Moment | None:
    """A day and its year of which scraping lost the blank between: "August 3,2016"."""
    told = DAY_YEAR.fullmatch(word)
    month = is_month(tokens, index - 1, words) if told else None
    return Moment(index, index + 1, "date", (int(told[1]), month), int(told[2])) if told and month else None


def is_month(tokens: Tokens, index: int, words: DateWords) -> int | None:
    """The month named at token `index`, perhaps behind a prefix ("the post-Sept. 11 years"); a month's name that is also a common
    word needs its capital."""
    word = tokens.at[index]
    if "-" in word and word.startswith(words.month_prefixes):
        return words.months.get(word.partition("-")[2])
    month = words.months.get(word)
    if month and word in words.capital_months and not tokens.capital(index):
        return None
    return month


def year_at(tokens: Tokens, index: int) -> int | None:
    """The year written at token `index`, or None."""
    word = tokens.at[index]
    if len(word) == 4 and word.isdecimal() and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return int(word)
    return None


def read_clock(tokens: Tokens, index: int, word: str, words: DateWords) -> Moment | None:
    """A clock time: "pukul 14.30", "10:30", "7 pm", "16.00 WIB"."""
    plain = word.isdecimal()
    end, hour = index + 1, None if plain else CLOCK.fullmatch(word)
    if plain and tokens.at[end] in {".", ":"} and (zone := words.clock_after.starting(tokens.words, end + 2)):
        parted = tokens.at[index - 1] in words.clock_always and CLOCK.fullmatch(f"{word}:{tokens.at[end + 1]}")
        if parted:
            return Moment(index, end + 2 + zone[0], "clock")  # "pukul 19. 57 WIB"
    if not hour and is_colon_time(tokens, index):
        end += 2
        hour = CLOCK.fullmatch("0:00")
        if tokens.at[end] == ":" and tokens.glued(end + 1) and tokens.at[end + 1].isdecimal():
            end += 2  # not in "around 10:30: 15 people came"
    if plain and len(word) == 4 and (last := military_end(tokens, index, words)):
        return Moment(index, last, "clock")
    if not hour and not (len(word) <= 2 and int(word) <= 24 if plain else DOTTED.fullmatch(word)):
        return None
    after = words.clock_after.starting(tokens.words, end)
    if after:
        return Moment(index, end + after[0], "clock")
    if plain and (last := hours_end(tokens, end, words)):
        return Moment(index, last, "clock")
    before = tokens.at[index - 1]
    if tokens.at[end] in words.not_clock:
        return None
    if before in words.clock_always:
        part = words.day_parts.starting(tokens.words, end)
        return Moment(index, end + (part[0] if part else 0), "clock")
    if end > index + 1 or (len(word) == len("00.00") and word[0] == "0"):
        return Moment(index, end, "clock")  # no amount begins with a nought that no mark follows
    if not hour:
        return None
    if before in DASHES and CLOCK.fullmatch(tokens.at[index - 2]):
        return Moment(index, end, "clock")
    part = words.day_parts.starting(tokens.words, end) if len(word) == len("00.00") else None
    if part or (len(word) == len("00.00") and opens_line(tokens, index)):
        return Moment(index, end + (part[0] if part else 0), "clock")  # "pukul 07.00 pagi hingga 17.00 sore"
    until = words.joiners.ending(tokens.words, index)
    if (
        until
        and tokens.at[index - until[0] - 2] in words.clock_always
        and CLOCK.fullmatch(tokens.at[index - until[0] - 1])
    ):
        return Moment(index, end, "clock")  # "pukul 09.00 hingga 17.30"
    if tokens.at[end] in DASHES and tokens.at[end + 1][:1].isdecimal():
        following = read_clock(tokens, end + 1, tokens.words[end + 1], words)
        return Moment(index, end, "clock") if following else None
    return None


def military_end(tokens: Tokens, index: int, words: DateWords) -> int:
    """Where a clock time of four digits ends ("0430 GMT", "at 2130 hours", "until 2359 January 3"), 0 where token `index` is none."""
    word, end = tokens.words[index], index + 1
    if not CLOCK.fullmatch(f"{word[:2]}:{word[2:]}"):
        return 0
    led = tokens.at[end] in words.clock_hours and tokens.at[index - 1] in words.clock_led
    if led or words.clock_after.starting(tokens.words, end):
        return end + 1
    dated = is_month(tokens, end, words) and tokens.at[end + 1][:1].isdecimal()
    return end if dated and not year_at(tokens, index) else 0


def opens_line(tokens: Tokens, index: int) -> bool:
    """Whether token `index` opens a line of a programme, whose name follows: "18.30 Persik vs Arema"."""
    start = tokens.starts[index]
    return (start == 0 or tokens.text[start - 1] == "\n") and tokens.capital(index + 1)


def hours_end(tokens: Tokens, index: int, words: DateWords) -> int:
    """Where a range of hours ends whose first stands before token `index` ("4 to 5 am", "4-5pm"), 0 where there is none."""
    last = tokens.at[index + 1]
    if tokens.at[index] not in words.day_joiners or tokens.at[index] == "," or not last.isdecimal():
        return 0
    after = words.clock_after.starting(tokens.words, index + 2)
    return index + 2 + after[0] if after and len(last) <= 2 and int(last) <= 24 else 0


def is_colon_time(tokens: Tokens, index: int) -> bool:
    """Whether "10:30" begins at token `index`."""
    if tokens.at[index + 1] != ":" or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return False
    minutes = tokens.at[index + 2]
    return len(minutes) == 2 and CLOCK.fullmatch(f"{tokens.words[index]}:{minutes}") is not None


def read_joined(tokens: Tokens, index: int, word: str, words: DateWords) -> Moment | None:
    """Digits of one, two or four places joined by strokes: 14/6/2025, 2025-06-14, (18/6), 2024/25, 14.06.2025."""
    dotted = None if word.isdecimal() else DOTTED.fullmatch(word)
    if dotted and 1 <= int(dotted[2]) <= 12 and 1 <= int(dotted[1]) <= 31:
        return Moment(index, index + 1, "date", (int(dotted[1]), int(dotted[2])), full_year(dotted[3]))
    sign = tokens.at[index + 1]
    if sign not in JOINED or not word.isdecimal() or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    if tokens.at[index - 1] in DASHES and tokens.glued(index):
        return None
    second = tokens.at[index + 2]
    if not second.isdecimal():
        return named_joined(tokens, index, word, words)
    if tokens.at[index + 3] == sign and tokens.glued(index + 3):
        return three_joined(tokens, index, word, second)
    first_year = year_at(tokens, index)
    if first_year and (len(second) == 2 or year_at(tokens, index + 2)):
        return Moment(index, index + 3, "date", None, first_year if sign != "/" else None)  # "musim 2025/2026"
    day, month = int(word), int(second)
    if sign == "/" and 1 <= day <= 31 and 1 <= month <= 12:
        before = tokens.at[index - 1]
        named = before in words.date_before
        named = named or (before == "," and tokens.at[index - 2] in words.weekdays)
        if named or before == "(":
            return Moment(index, index + 3, "date", (day, month) if not words.month_first else (month, day))
    return None


def named_joined(tokens: Tokens, index: int, word: str, words: DateWords) -> Moment | None:
    """Day, month's name and year joined by one sign: "21-Des-22", "9/Jun/2019"."""
    month, year, sign = words.months.get(tokens.at[index + 2]), tokens.at[index + 4], tokens.at[index + 1]
    joined = tokens.at[index + 3] == sign and tokens.glued(index + 3) and tokens.glued(index + 4)
    if not (month and joined and year.isdecimal() and len(year) in {2, 4} and 1 <= int(word) <= 31):
        return None
    return Moment(index, index + 5, "date", (int(word), month), full_year(year))


def three_joined(tokens: Tokens, index: int, first: str, second: str) -> Moment | None:
    """Day, month and year joined by one sign, in either order."""
    third = tokens.at[index + 4]
    if not third.isdecimal():
        return None
    if len(first) == 4:
        day, month, year = int(third), int(second), int(first)
    elif len(third) in {2, 4}:
        day, month, year = int(first), int(second), full_year(third)
        if month > 12 >= day:
            day, month = month, day
    else:
        return None
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Moment(index, index + 5, "date", (day, month), year)


def full_year(written: str) -> int:
    """A year of two digits in the century that it most likely means."""
    return int(written) if len(written) == 4 else 2000 + int(written) if int(written) < 70 else 1900 + int(written)


def read_day(tokens: Tokens, index: int, word: str, words: DateWords) -> Moment | None:
    """A day before its month: "7 Oktober 2023", "22nd of February", "5-7 Mei", "tanggal 7"."""
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    at = index + 1
    if tokens.at[at] in words.ordinals and tokens.glued(at):
        at += 1
    if tokens.at[at] in words.day_links:
        at += 1
    other = words.other_months.starting(tokens.words, at)
    if other and tokens.capital(at):
        year = year_at(tokens, at + other[0])
        return Moment(index, at + other[0] + (year is not None), "date")  # "4 Zulhijah 1437"
    month = is_month(tokens, at, words)
    if month:
        end = at + 1
        if tokens.at[end] == ".":
            end += 1
        if tokens.at[end] == "," and year_at(tokens, end + 1):
            end += 1
        year = year_at(tokens, end)
        return Moment(index, end + 1 if year else at + 1, "date", (int(word), month), year)
    if tokens.at[at].isdecimal() and len(tokens.at[at]) <= 2 and int(word) < int(tokens.at[at]):
        later = read_day(tokens, at, tokens.words[at], words)  # "16 18 December": the dash is lost
        if later and later.day and later.day[1]:
            return Moment(index, at, "date", (int(word), later.day[1]), later.year)
    joiner = words.joiners.starting(tokens.words, at) or ((1, True) if tokens.at[at] in words.day_joiners else None)
    if joiner:
        after = at + joiner[0]
        after += tokens.at[at] == "," and tokens.at[after] in words.day_joiners  # "7, 14, dan 15 Juni"
        follow = tokens.at[after]
        if follow.isdecimal() and len(follow) <= 2:
            later = read_day(tokens, after, follow, words) or read_joined(tokens, after, follow, words)
            if later:
                day = (int(word), later.day[1]) if later.day else None
                return Moment(index, at, "date", day, later.year)
    if tokens.at[index - 1] in words.date_before:
        return Moment(index, index + 1, "date")
    return None


def read_month_first(tokens: Tokens, index: int, word: str, words: DateWords) -> Moment | None:
    """A day after its month: "February 22nd, 2005", "Oct. 7", "June 3-5"."""
    if not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return None
    if not words.month_first and not (tokens.at[index + 1] == "," and year_at(tokens, index + 2)):
        return None
    before = index - 1
    if tokens.at[before] == "." and tokens.glued(before):
        before -= 1
    month = is_month(tokens, before, words)
    if not month:
        earlier = index - 2
        if tokens.at[index - 1] in DASHES and tokens.at[earlier].isdecimal() and len(tokens.at[earlier]) <= 2:
            month = is_month(tokens, earlier - 1, words) or (
                is_month(tokens, earlier - 2, words) if tokens.at[earlier - 1] == "." else None
            )
        if not month:
            return None
    end = index + 1
    if tokens.at[before - 1] in words.month_leads and tokens.at[end] in words.not_clock:
        return None  # "in May 12 people died"
    if tokens.at[end] in words.ordinals and tokens.glued(end):
        end += 1
    year = year_at(tokens, end + 1) if tokens.at[end] == "," else year_at(tokens, end)
    if year:
        end += 2 if tokens.at[end] == "," else 1
    return Moment(index, end, "date", (int(word), month), year)


def read_month_year(tokens: Tokens, index: int, words: DateWords) -> Moment | None:
    """A year right after a month: "May 2001", "Mei 2025"."""
    year = year_at(tokens, index)
    if not year:
        return None
    before = index - 1
    if tokens.at[before] in {".", ","}:
        before -= 1
    month = is_month(tokens, before, words)
    spans = tokens.at[before - 1] in words.day_joiners and is_month(
        tokens, before - 2, words
    )  # "Januari – September 2015"
    return Moment(index, index + 1, "date", None if spans else (0, month), year) if month else None
