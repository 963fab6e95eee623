"""The words of words.toml, prepared once for searching in lower-case text."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from claims.extraction.language import available, load

WORD_SIGN = re.compile(r"\w")
CLOCK = (
    r"(?:(?:{at_time})\s)?\b(?:\d{{1,2}}[.:h]\d{{2}}(?:[.:]\d{{2}})?|\d{{4}}(?=\s?(?:{clock_only})\b)"
    r"|\d{{1,2}}(?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\.?)?(?:\s?(?:{clock_after}))?"
)
"""A time of day as it stands beside a day: "18.00 WIB", "at 1800 GMT", "6:30 pm"."""

NAME = r"[^\W\d_a-z][\w'’-]*"
NAME_WITH_STOPS = r"(?:[^\W\d_a-z][\w'’.-]*(?:\s[^\W\d_a-z][\w'’.-]*)*|[\w'’.-]+)"
"""A word with a capital; words with a capital, also shortened ones, or else one word."""

SHORTENED = 3
"""A weekday of so many letters is read in no page, where words are searched in lower case: "sat", "sun" and "wed" are others too."""

WEIGHED = ("gram", "kilogram", "ton", "ounce", "litre", "barrel")
"""The engine's measures by which goods are priced."""

SHAPES = {
    # what stands between the members of a list
    "member": r"\s*(?:,\s*(?:{joining})\s|,\s|\s(?:{joining}|&)\s)\s*",
    # a stretch that ends with the day for which the figure holds
    "between": r"\b(?:{between})\b[^.;]{{3,40}}\b(?:{joining})\Z",
    "clock": CLOCK,
    "clock_before": CLOCK + r"[\s,]*\Z",
    # the time at the head of an entry of a live page
    "entry": r"\W{{0,3}}(?:(?:{entry_time})\s)?(\d{{1,2}})[.:](\d{{2}})(?=\s|\Z|[–—-])",
    # a name after a word that places something, and after one that says where it is or comes from
    "placed": rf"\b(?i:{{placing}})\s({NAME}(?:\s{NAME})*)",
    "place_of": r"\b(?i:{placing}|{coming_from})\s[^\W\d_a-z]",
    # a second member that leaves out what is counted: "In Aren 12 people were hurt, in Belo 19"
    "elided": r"(?:[,;]|\s(?:{joining}))\s(?:[^\W\d_]+\s){{0,2}}(?:{placing})\s(?:(?:{articles})\s)?"
    rf"(?:{NAME}\s){{{{1,4}}}}(?:(?:{{numbered}})\s)?\d",
    # a name right before a number, in a list of which the first member tells what is counted: "…, followed by Aren 12"
    "listed": rf"\b(?:{{listing}}|{{joining}}|,)\s({NAME}(?:\s{NAME}){{{{0,3}}}})\s{{{{0,2}}}}(?:(?:{{numbered}})\s)?\Z",
    # the larger places behind a place: ", Kecamatan Aren, Kabupaten Belo", " in Belo"
    "address": rf"(?:(?:,\s|\s(?:{{placing}})\s){NAME}(?:\s{NAME}){{{{0,3}}}}){{{{1,4}}}}",
    # a name and nothing else right before a number, in a row of such: ": Aren 39, Little Belo 7"
    "bare_name": rf"[,;:]\s((?:{NAME}\s){{{{1,4}}}})\Z",
    # what stands between a figure and one that leaves out what both count: " in the Aren fire and ", ", Belo "
    "member_next": r"[^,.;:()]{{0,50}}(?:[,;]|\s(?:{joining}))(?:\s(?:{joining}))?"
    rf"(?:\s[^,.;:()]{{{{0,40}}}}\s(?:{{numbered}})\s|\s(?:[^\W\d_]+\s){{{{0,2}}}}(?:{NAME}\s){{{{0,4}}}})",
    # the name, or else the word, that ends or begins a stretch
    "last_name": rf"(?!(?i:{{leading}})\s)(?<![\w'’.-]){NAME_WITH_STOPS}\Z",
    "first_name": NAME_WITH_STOPS,
    # a thing before a figure that counts it ("a crew of nine") or a part of it ("Of the dead, 48 …")
    "group_before": r"([^\W\d_]+)\s(?:{grouped})\s\Z",
    "group_opening": r"\s?(?i:{of})\s(?:(?:{articles})\s)?([^\W\d_]+(?:\s[^\W\d_]+)?),\s\Z",
    # what stands before a whole of which some are told next
    "of_it": r"\b(?i:{of})\s(?:(?:{articles})\s)?\Z",
    # what stands before a whole of which a part is told: "only one of the ", "satu dari "
    "part_of": r"\b(?:{one})\s(?:[^\W\d_]+\s)?(?:{of})\s(?:(?:{articles})\s)?\Z",
    # a whole, of which the number right before it is a part: "40 of the 44 districts"
    "whole_behind": r"\d\s(?:(?!{percent})[^\W\d_]+\s)?(?:{of})\s(?:(?:{articles}|{whole})\s)?\Z",
    # a figure that says itself that it comes to another: "five more bodies"
    "more": r"\w\s(?:{more})\b(?!\s(?:{than})\b)",
    # how much it is that a price is told for
    "quantity": r"(?<![\w.,])(\d[\d.,]*)\s?(?:{measure})\b",
    "per_measure": r"\s?(?:{per}|/)\s?(?:{measure}|{pieces})\b",
    # what people are said to be: "have been named as suspects"
    "predicate": r"[^,;.]{{0,40}}?\b(?:{being})\s([^,;.]{{3,40}})",
    # what parts those who say it from what they say
    "told": r",|\s(?:{that})\b",
    # what may stand between two older figures of one list
    "joined": r"[^.;,]{{0,30}}\s(?:{joining})\s(?:(?:{coming_from})\s)?",
    # a month that is named as past, and a word that may be a month, behind one that tells when
    "last_month": r"\b([^\W\d_]+)\s(?:{last_after})\b|\b(?:{last_before})\s([^\W\d_]+)\b",
    # which of a row of reports it is: "Situation Report No. 4", "Flash Update #7"
    "issue": r"\b(?:{issues})\s(?:{issue_number}|#)\s?(\d{{1,3}})\b",
    "in_month": r"\b(?:{in_month})\s(\d*)([^\W\d_]+)\b(?=(\s?\d?))",
}
"""Patterns around the small words of the table, by their name in Words."""

ENDING = frozenset(
    {"as_of", "event", "old_side", "denied", "of_day", "risen", "beside", "open_year", "added", "taking"}
)
"""Cues that stand right before what they speak of: their patterns end where the text ends."""


@dataclass(frozen=True, slots=True)
class Words:
    """Days and months by name, one pattern for each shape, and one for each group of cues, named as in the table."""

    totals: frozenset[str]
    decided: frozenset[str]
    localities: frozenset[str]
    home: Mapping[str, str]
    ordinals: frozenset[str]
    heads: Mapping[str, str]
    sums: Mapping[str, str]
    member: re.Pattern[str]
    between: re.Pattern[str]
    clock: re.Pattern[str]
    clock_before: re.Pattern[str]
    entry: re.Pattern[str]
    placed: re.Pattern[str]
    place_of: re.Pattern[str]
    elided: re.Pattern[str]
    listed: re.Pattern[str]
    member_next: re.Pattern[str]
    bare_name: re.Pattern[str]
    address: re.Pattern[str]
    last_name: re.Pattern[str]
    first_name: re.Pattern[str]
    group_before: re.Pattern[str]
    group_opening: re.Pattern[str]
    of_it: re.Pattern[str]
    part_of: re.Pattern[str]
    whole_behind: re.Pattern[str]
    more: re.Pattern[str]
    quantity: re.Pattern[str]
    per_measure: re.Pattern[str]
    predicate: re.Pattern[str]
    told: re.Pattern[str]
    joined: re.Pattern[str]
    last_month: re.Pattern[str]
    in_month: re.Pattern[str]
    issue: re.Pattern[str]
    of_whole: re.Pattern[str]
    most_of_it: re.Pattern[str]
    brings: re.Pattern[str]
    nationwide: re.Pattern[str]
    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    month: re.Pattern[str]
    as_of: re.Pattern[str]
    event: re.Pattern[str]
    earlier: re.Pattern[str]
    earlier_after: re.Pattern[str]
    earlier_head: re.Pattern[str]
    earlier_opening: re.Pattern[str]
    one_day: re.Pattern[str]
    this_year: re.Pattern[str]
    reckoned: re.Pattern[str]
    say: re.Pattern[str]
    reached: re.Pattern[str]
    old_side: re.Pattern[str]
    onward: re.Pattern[str]
    denied: re.Pattern[str]
    taking: re.Pattern[str]
    held_against: re.Pattern[str]
    stretch: re.Pattern[str]
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
    undone: re.Pattern[str]
    righted: re.Pattern[str]
    sheltered: re.Pattern[str]
    told_after: Mapping[str, re.Pattern[str]]
    told_before: Mapping[str, re.Pattern[str]]
    last_year: re.Pattern[str]
    open_year: re.Pattern[str]
    parting: re.Pattern[str]
    parting_next: re.Pattern[str]
    beside: re.Pattern[str]
    beside_it: re.Pattern[str]
    beside_next: re.Pattern[str]
    ago: re.Pattern[str]
    recalled: re.Pattern[str]
    month_before: re.Pattern[str]
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
    languages = [load(code).tables for code in available()]
    months = {name: number for tables in languages for name, number in tables["dates"]["months"].items()}
    weekdays = {name: number for tables in languages for name, number in tables["dates"]["weekdays"].items()}
    measure = {word for tables in languages for row in WEIGHED for word in tables["units"][row]}
    lists = {**table["small"], "measure": sorted(measure, key=len, reverse=True)}
    small = {name: "|".join(map(re.escape, found)) for name, found in lists.items()}
    return Words(
        totals=frozenset(table["small"]["totals"]),
        localities=frozenset(table["small"]["localities"]),
        decided=frozenset(table["small"]["decided"]),
        home=table["home"],
        ordinals=frozenset(ending for tables in languages for ending in tables["numbers"]["ordinal_suffixes"]),
        heads=table["heads"],
        sums=table["sums"],
        weekdays={name: number for name, number in weekdays.items() if len(name) > SHORTENED},
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
