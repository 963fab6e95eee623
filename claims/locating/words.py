"""The words of words.toml, prepared once for searching in lower-case text."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.extraction.language import available, load

WORD_SIGN = re.compile(r"\w")
MEMBER = r"\s*(?:,\s*(?:{joining})\s|,\s|\s(?:{joining}|&)\s)\s*"
"""What stands between the members of a list."""

BETWEEN = r"\b(?:{between})\b[^.;]{{3,40}}\b(?:{joining})\Z"
"""A stretch that ends with the day for which the figure holds."""

CLOCK = (
    r"(?:(?:{at_time})\s)?\b(?:\d{{1,2}}[.:h]\d{{2}}(?:[.:]\d{{2}})?|\d{{4}}(?=\s?(?:gmt|utc|z\b|local|hours|hrs))"
    r"|\d{{1,2}}(?=\s?[ap]\.?m\b))"
    r"(?:\s?[ap]\.?m\.?)?(?:\s?(?:wib|wita|wit|gmt|utc|local time|hours|hrs|est|edt|bst|cet|cest|ist))?"
)
"""A time of day as it stands beside a day: "18.00 WIB", "at 1800 GMT", "6:30 pm"."""

ENTRY = r"\W{{0,3}}(?:(?:{entry_time})\s)?(\d{{1,2}})[.:](\d{{2}})(?=\s|\Z|[–—-])"
"""The time at the head of an entry of a live page."""


SHAPES = {
    "member": MEMBER,
    "between": BETWEEN,
    "clock": CLOCK,
    "clock_before": CLOCK + r"[\s,]*\Z",
    "entry": ENTRY,
}
"""Patterns around the small words of the table, by their name in Words."""

ENDING = frozenset({"as_of", "event", "old_side", "denied", "of_day", "risen", "beside", "open_year", "added"})
"""Cues that stand right before what they speak of: their patterns end where the text ends."""


@dataclass(frozen=True, slots=True)
class Words:
    """Days and months by name, one pattern for each shape, and one for each group of cues, named as in the table."""

    totals: frozenset[str]
    member: re.Pattern[str]
    between: re.Pattern[str]
    clock: re.Pattern[str]
    clock_before: re.Pattern[str]
    entry: re.Pattern[str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    month: re.Pattern[str]
    as_of: re.Pattern[str]
    event: re.Pattern[str]
    earlier: re.Pattern[str]
    earlier_after: re.Pattern[str]
    earlier_opening: re.Pattern[str]
    one_day: re.Pattern[str]
    this_year: re.Pattern[str]
    reckoned: re.Pattern[str]
    say: re.Pattern[str]
    reached: re.Pattern[str]
    old_side: re.Pattern[str]
    onward: re.Pattern[str]
    denied: re.Pattern[str]
    foreseen: re.Pattern[str]
    foreseen_after: re.Pattern[str]
    forecast: re.Pattern[str]
    demanded: re.Pattern[str]
    ruled: re.Pattern[str]
    provisional: re.Pattern[str]
    named_figure: re.Pattern[str]
    early_report: re.Pattern[str]
    respectively: re.Pattern[str]
    taken_up: re.Pattern[str]
    toll: re.Pattern[str]
    refuted: re.Pattern[str]
    part: re.Pattern[str]
    updated: re.Pattern[str]
    of_day: re.Pattern[str]
    withdrawn: re.Pattern[str]
    that_figure: re.Pattern[str]
    taken_back: re.Pattern[str]
    righted: re.Pattern[str]
    sheltered: re.Pattern[str]
    told_after: Mapping[str, re.Pattern[str]]
    told_before: Mapping[str, re.Pattern[str]]
    last_year: re.Pattern[str]
    open_year: re.Pattern[str]
    parting: re.Pattern[str]
    parting_next: re.Pattern[str]
    beside: re.Pattern[str]
    cut: re.Pattern[str]
    risen: re.Pattern[str]
    all_but: re.Pattern[str]
    per_period: re.Pattern[str]
    cumulative: re.Pattern[str]
    added: re.Pattern[str]


@cache
def words() -> Words:
    """The table of words.toml, read once. Raises KeyError or TypeError when a group is missing."""
    table = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
    cues = table["cues"] | table["periods"]
    cues["parting_next"] += cues["parting"]
    months = {name: number for code in available() for name, number in load(code).tables["dates"]["months"].items()}
    small = {name: "|".join(map(re.escape, found)) for name, found in table["small"].items()}
    return Words(
        totals=frozenset(table["small"]["totals"]),
        weekdays=table["weekdays"],
        months=months,
        month=any_of(months, ending=True),
        told_before={event: any_of(phrases) for event, phrases in table["told_before"].items()},
        told_after={event: any_of(phrases) for event, phrases in table["told_after"].items()},
        **{name: re.compile(shape.format(**small)) for name, shape in SHAPES.items()},
        **{name: any_of(phrases, ending=name in ENDING) for name, phrases in cues.items()},
    )


def any_of(phrases: Iterable[str], *, ending: bool = False) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words; with `ending`, only right before the end of what is searched."""
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        groups.setdefault(phrase[0], []).append(re.escape(phrase[1:]).replace(r"\ ", r"\s+"))
    # The first letter stands first, so that a search leaps from one such letter to the next; then it must begin a word.
    either = "|".join(
        re.escape(first) + (r"(?<!\w[\s\S])" if WORD_SIGN.match(first) else "") + f"(?:{'|'.join(rests)})"
        for first, rests in groups.items()
    )
    return re.compile(rf"(?:{either})(?:(?!\w)|(?<=\W))" + (r"[\s:(,]*\Z" if ending else ""))
