"""What an article tells of somebody being a man or a woman, so that "he" and "she" can be held against it."""

import re
from collections.abc import Iterable
from typing import Final

from claims.extraction.scan import Scan
from claims.extraction.speech import Speech

from .names import Names
from .phrases import Phrase

BEFORE, BEHIND = 24, 60
"""Characters before and behind a name in which a word for a man or a woman stands ("her husband Carl", "Rania Haddad, a
spokeswoman for …")."""

APPOSED: Final = re.compile(r"(?: \(?\d{1,3}\)?,|,(?: \d{1,3},)?) ((?:[\w-]+ ){0,3}[\w-]+)")
"""The first words of the apposition behind a name."""

PLACES: Final = 3
"""Places of a name that are looked at."""


class Genders:
    """The genders of the people of one article ("m", "f", "" unknown), looked up when they are asked for: by a pronoun that
    was read before, by a form of address or another word for a man or a woman beside the name, by the first name."""

    def __init__(self, scan: Scan, speech: Speech, names: Names) -> None:
        self.scan, self.speech, self.names = scan, speech, names
        self._told: dict[str, str] = {}
        self._read: dict[str, str] = {}

    def note(self, name: str, gender: str) -> None:
        """Remembers what was told of somebody, the first time for good."""
        self._told.setdefault(name, gender)

    def of(self, name: str) -> str:
        """The gender of a name of the article, in the form that its speaker has."""
        told = self._told.get(name)
        if told is not None:
            return told
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = self._look_up(name) if self.speech.sexes else ""
        return found

    def told(self, name: str) -> str:
        """The gender that the article tells of somebody, not that of most people with the first name."""
        words = name.split()
        if not words[0][0].isupper():
            return ""
        return self._told.get(name) or self._addressed(words) or self._beside(name)

    def fitting(self, name: str, plain: str, address: str, others: Iterable[str]) -> str:
        """A name, unless the form of address before its surname `plain` tells that it is not that man or woman ("Mrs Roe" is not
        Luke Roe): then one of the `others` or of the article's that is meant, else the surname."""
        gender = self.speech.genders.get(address.lower().rstrip(".")) if self.speech.sexes else None
        if not gender or self._by_first_name(name, gender) == gender:
            return name
        runs = [run for _, run in self.names.runs_with(plain.rsplit(" ", 1)[-1].lower()) if run.endswith(f" {plain}")]
        for other in (*others, *runs):
            first = other.lower().split(maxsplit=1)[0]
            if self.speech.sexes.get(f"{first}.") == gender and (other.lower() == first or other.endswith(f" {plain}")):
                return other
        return plain

    def is_addressed(self, phrase: Phrase) -> bool:
        """Whether a name of several words is a surname: a form of address stands before it ("Mr Rodriguez Vega"), or a
        particle opens it ("Van der Berg")."""
        if phrase.kind != "name" or " " not in phrase.name:
            return False
        if phrase.name.split(maxsplit=1)[0].lower() in self.speech.particles:
            return True
        first = self.scan.lower[phrase.start : phrase.end].split(maxsplit=1)[0].rstrip(".")
        return first in self.speech.roles.courtesy

    def _by_first_name(self, name: str, default: str) -> str:
        """The gender of most people with a first name."""
        return self.speech.sexes.get(f"{name.lower().split(maxsplit=1)[0]}.", default)

    def _look_up(self, name: str) -> str:
        words = name.lower().split()
        if words[0] in self.speech.articles or words[0] in self.speech.owners:
            stop = next((n for n, word in enumerate(words) if word in self.speech.ends_head), len(words))
            return next((self.speech.sexes[w] for w in reversed(words[:stop]) if w in self.speech.sexes), "")
        return self.told(name) or self.speech.sexes.get(f"{words[0]}.", "")

    def _addressed(self, words: list[str]) -> str:
        """By a form of address before the surname: "Ms Haddad"."""
        for _, run in self.names.runs_with(words[-1].lower()):
            first, *rest = run.split()
            gender = self.speech.genders.get(first.lower().rstrip("."))
            if gender and (rest == words[-1:] or rest == words) and self._by_first_name(words[0], gender) == gender:
                return gender  # "Mrs Roe" tells nothing of Luke Roe
        return ""

    def _beside(self, name: str) -> str:
        """By a word in front of the name, or in the apposition behind it."""
        lower, sexes = self.scan.lower, self.speech.sexes
        for at in self.names.places_of(name)[:PLACES]:
            for word in lower[max(0, at - BEFORE) : at].split()[-1:]:
                if gender := sexes.get(word.rstrip(",")):
                    return gender
            end = at + len(name)
            apposed = APPOSED.match(lower, end, end + BEHIND)
            for word in apposed.group(1).split() if apposed is not None else ():
                linked = word in self.speech.links and word not in self.speech.articles
                if linked or word in self.speech.relative:
                    break  # "Ann Hill, whose husband …"
                if gender := sexes.get(word):
                    return gender
        return ""
