"""Words that set a figure apart from its look-alikes: another cause, another deed, a narrower group. contrasts.toml holds them.

A word speaks against a figure only when the claim's own words and the figure's name different rows of one group.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

PART = re.compile(r"[^\W_]+")
PASSAGE = 1100
"""What a text has of these words is cached up to this length; a longer one is searched each time."""

SPENDING = frozenset({"education", "health", "defence", "infrastructure"})
"""Topics that name what a budget is spent on, as the rows of the group "spending" do."""

OF_SEVERAL = " of several"
"""How the groups end that are told by a number: number of several, phase of several."""

ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10"}
"""Numbers of one of several as they are often written: "golongan II"."""

LABEL = 3
"""Digits that the number of one of several may have: "nomor urut 2", "phase 1"."""

Marks = Mapping[str, frozenset[str]]
"""For each group the rows whose words a text has; groups without any are left out."""

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Contrasts:
    """The loaded table: words → (group, row), the first word of each → how many words the longest has, which groups
    narrow, words behind which a number names one of several → group, events of the engine → the rows of `action` for them."""

    rows: Mapping[str, tuple[str, str]]
    firsts: Mapping[str, int]
    narrowing: frozenset[str]
    labels: Mapping[str, str]
    alike: frozenset[frozenset[str]]
    deeds: Mapping[str, frozenset[str]]


@cache
def contrasts() -> Contrasts:
    """The table of contrasts.toml, read once. Raises KeyError when a section is missing."""
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    rows: dict[str, tuple[str, str]] = {}
    for kind in ("other", "narrows"):
        for group, named in table[kind].items():
            rows.update({phrase: (group, row) for row, phrases in named.items() for phrase in phrases})
    rows.update(dict.fromkeys(table["none"]["words"], ("", "")))
    firsts: dict[str, int] = {}
    for phrase in rows:
        first, *rest = phrase.split()
        firsts[first] = max(firsts.get(first, 1), len(rest) + 1)
    pairs = frozenset(frozenset(pair) for pair in table["alike"]["pairs"])
    labels = {phrase.split()[-1]: row + OF_SEVERAL for row, phrases in table["labels"].items() for phrase in phrases}
    deeds = {event: frozenset(named) for event, named in table["deeds"].items()}
    return Contrasts(rows, firsts, frozenset(table["narrows"]), labels, pairs, deeds)


def deeds_of(event: str | None) -> frozenset[str]:
    """The rows of the group "action" that are an event of the engine by another word."""
    return contrasts().deeds.get(event or "", NOTHING)


def marks_in(lower: str) -> Marks:
    """The rows whose words stand in a lower-case text, by group."""
    return _remembered(lower) if len(lower) <= PASSAGE else _marks(lower)


@lru_cache(maxsize=4096)
def _remembered(lower: str) -> Marks:
    return _marks(lower)


def _marks(lower: str) -> Marks:
    table = contrasts()
    parts = PART.findall(lower)
    found: dict[str, set[str]] = {}
    until = 0
    for word, number in pairwise(parts):
        told = ROMAN.get(number, number)
        if word in table.labels and told.isdigit() and len(told) <= LABEL:
            found.setdefault(table.labels[word], set()).add(told.lstrip("0"))
    for at, first in enumerate(parts):
        if at < until or first not in table.firsts:
            continue
        for length in range(min(table.firsts[first], len(parts) - at), 0, -1):
            told = table.rows.get(" ".join(parts[at : at + length]))
            if told is not None:
                found.setdefault(told[0], set()).add(told[1])
                until = at + (1 if told[0] in table.narrowing else length)
                break
    return {group: frozenset(rows) for group, rows in found.items() if group}


def narrowing() -> frozenset[str]:
    """The groups whose words narrow a figure."""
    return contrasts().narrowing


def told_apart(claimed: Marks, said: Marks) -> Iterator[tuple[str, str]]:
    """How the words of a figure stand against the claim's, group by group.

    (group, "other"): both name something and nothing of it is the same; "alike": two things that may be one; "narrower": the
    figure is narrowed by a word that the claim does not have.
    """
    table = contrasts()
    for group, rows in said.items():
        ours = claimed.get(group, NOTHING)
        if ours & rows:
            continue
        if ours:
            alike = any(frozenset((one, other)) in table.alike for one in ours for other in rows)
            yield group, "alike" if alike else "other"
        elif group in table.narrowing:
            yield group, "narrower"


def untold(claimed: Marks, around: Marks) -> frozenset[str]:
    """The groups by which the claim is narrowed and that nothing around the figure tells."""
    return frozenset(
        group for group in contrasts().narrowing & claimed.keys() if not claimed[group] & around.get(group, NOTHING)
    )
