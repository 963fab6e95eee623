"""The other names of people: "Herman Sutanto, akrab disapa Hesut", "Hesut, sapaan akrab Herman Sutanto", and names made of
the beginnings of both ("Zulhar" for "Zulkarnain Harahap")."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from claims.extraction.scan import Scan
from claims.extraction.speech import Speech

from .names import Names, bare

SEARCHED: Final = 20_000
"""Characters that are searched for a nickname."""

PLACES: Final = 4
"""Places of a nickname that are looked at: it is explained where it first stands."""

BEFORE, BETWEEN, BEHIND = 120, 48, 40
"""Characters before a nickname in which the name stands, between the two, and behind it."""

ADDRESS: Final = 8
"""Characters in front of a nickname in brackets that hold a form of address ("(Gus Hesut)")."""

SHORTEST, PART, RUNS = 5, 2, 300
"""Letters of a name made of two others, letters of each at least, and names that are looked through for them."""


class Nicknames:
    """The nicknames of one article, looked up when one is asked for."""

    def __init__(self, scan: Scan, speech: Speech, names: Names) -> None:
        self.scan, self.speech, self.names = scan, speech, names
        self._meant: dict[str, str] = {}

    def meant(self, name: str) -> str:
        """The full name of the person whom the article also calls by `name`, "" when it tells of none."""
        found = self._meant.get(name)
        if found is None:
            found = self._meant[name] = self._explained(name) or self._blended(name)
        return found

    def _explained(self, name: str) -> str:
        text, stop = self.scan.text, 0
        for _ in range(PLACES):
            start = text.find(name, stop, SEARCHED)
            stop = start + len(name)
            if start < 0:
                return ""
            if text[start - 1 : start].isalnum() or text[stop : stop + 1].isalnum():
                continue
            full = self._named_before(start, stop) or self._named_behind(stop, name)
            if full and full != name:
                return full
        return ""

    def _named_before(self, start: int, stop: int) -> str:
        """As in "Herman Sutanto (akrab disapa) Hesut", "Herman Sutanto alias Hesut", "Herman Sutanto (Hesut)", "(Gus Hesut)"."""
        text, near = self.scan.text, self.scan.lower[max(0, start - BEFORE - BETWEEN) : start]
        if text[stop : stop + 1] != ")" and not any(cue in near for cue in self.speech.nicknamed):
            return ""
        opening = text.rfind("(", max(0, start - ADDRESS), start)
        addressed = opening > 0 and self.scan.lower[opening + 1 : start].strip(" .") in self.speech.roles.courtesy
        start = opening + 1 if addressed else start
        last = self._last_run(start)
        if last is None or start - last.end() > BETWEEN or any(c in text[last.end() : start] for c in ".;:\n"):
            return ""
        between = self.scan.lower[last.end() : start].strip(" ,(")
        bracketed = not between and text[start - 1] == "(" and text[stop : stop + 1] == ")"
        called = between.endswith(tuple(self.speech.nicknamed)) or (bracketed and addressed)
        if not called and not (bracketed and self._is_made_of(text[start:stop], last.group())):
            return ""
        return self._person(last.group())

    def _last_run(self, stop: int) -> re.Match[str] | None:
        found = list(self.names.run.finditer(self.scan.text, max(0, stop - BEFORE), stop - 1))
        return found[-1] if found else None

    def _named_behind(self, stop: int, name: str) -> str:
        """As in "Hesut, sapaan akrab Herman Sutanto", "Hesut (sapaan Herman Sutanto)"."""
        behind = self.scan.lower[stop : stop + BEHIND]
        opened = behind.lstrip(" ,(")
        cue = next((cue for cue in self.speech.nickname_of if opened.startswith(f"{cue} ")), None)
        if cue is None:
            called = self.speech.own and opened.startswith(
                tuple(f"{cue}{self.speech.own}" for cue in self.speech.nickname_of)
            )
            return self._made_before(stop, name) if called else ""
        match = self.names.run.match(self.scan.text, stop + len(behind) - len(opened) + len(cue) + 1)
        return self._person(match.group()) if match is not None else ""

    def _made_before(self, stop: int, name: str) -> str:
        """The person named last before a place whose name holds the letters of a nickname ("Herman Sutanto … Hesut, sapaannya")."""
        runs = (run for at, run in reversed(self.names.runs) if at < stop - len(name))
        people = (self._person(run) for run in runs)
        return next((full for full in people if full and self._is_made_of(name, full)), "")

    def _person(self, run: str) -> str:
        name = bare(" ".join(self.names.without_titles(run.split())))
        full = self.names.longest(name) if name else ""
        return full if " " in full and not self.names.is_body(full) else ""

    def _blended(self, name: str) -> str:
        """The person of the article whose names the letters of `name` begin, one after the other."""
        if len(name) < SHORTEST or not name[1:].islower():
            return ""
        low = name.lower()
        return next((full for full in self._candidates(name[:PART]) if _is_blend(low, full.lower().split())), "")

    def _candidates(self, opening: str) -> Iterator[str]:
        for _, run in self.names.runs[:RUNS]:
            if opening in run and (full := self._person(run)):
                yield full

    def _is_made_of(self, name: str, full: str) -> bool:
        """Whether the letters of a name in brackets stand in the name before them, in the same order."""
        letters = iter(full.lower())
        return not name.isupper() and all(letter in letters for letter in name.lower())


def _is_blend(low: str, words: list[str]) -> bool:
    """Whether a word is the beginning of one name and the beginning of the next."""
    return any(
        low[:at] == first[:at] and low[at:] == second[: len(low) - at] and first != low
        for first, second in pairwise(words)
        for at in range(PART, len(low) - PART + 1)
    )
