"""What the words behind a name at the head of a sentence tell of it."""

import re
from collections.abc import Sequence
from typing import Final

from claims.extraction.scan import Scan
from claims.extraction.speech import Speech

from .names import POSSESSED, Names

VERB: Final = 5
"""Letters of a word that has the prefix of a verb by chance."""

DONE: Final = re.compile(r" ([a-z]+)((?: [a-z][a-z-]*){1,5})")
"""A verb and the small words behind it, among which those stand who did it."""

OWNED: Final = re.compile(r"(?: [a-z][a-z-]+){1,3} ")
"""The small words between an owner and somebody's name."""

OFFICE: Final = 4
"""Words behind the comma of a name among which an office stands."""


def has_capitals(line: str, speech: Speech) -> bool:
    """Whether the common words of an Indonesian headline have capitals too, so that they end no name."""
    return speech.head_first and all(
        word in speech.ends_name for word in line.split() if word[0].islower() and len(word) >= VERB
    )


def tells_office(following: str, speech: Speech) -> bool:
    """Whether an office stands behind a name and its comma ("Kirk Moss, chief executive of …, sounded more cautious")."""
    words = following[2:].split()[:OFFICE] if following.startswith(", ") else []
    end = next((n for n, word in enumerate(words) if word in speech.ends_head), len(words))
    return end > 0 and any(speech.is_title(word.rstrip(",")) for word in words[:end])


def is_attribute(behind: str, speech: Speech) -> bool:
    """Whether the noun of somebody else follows a name at the head of an English sentence ("Trump backers", "the Hill
    campaign"); `behind` are the words behind the name, in lower case."""
    low = next(iter(behind.split(maxsplit=1)[:1]), "")
    if speech.head_first or not low.isalpha():
        return False
    noun = low in speech.stands_for.body or low in speech.roles.bodies or low in speech.chain.document_nouns
    return noun or speech.roles.is_title_of_several(low) or (low.endswith(speech.people_ends) and len(low) > 5)


def behind_place(office: re.Match[str], stop: int, scan: Scan, speech: Speech, names: Names) -> re.Match[str] | None:
    """The name behind the comma of an office that only its place or its club completes ("Pelatih Persada, Seto Wibowo, tak
    mau …"), or behind the small words for whom an English place or club has ("Leeds's top cook Ann Hill won")."""
    words = office.group().split()
    if not speech.head_first:
        owned = OWNED.match(scan.text, office.end(), stop) if len(words) == 1 else None
        titled = owned is not None and speech.is_title(owned.group().split()[-1])  # "Hull coach Ann Hill"
        if not titled and not words[0].endswith(POSSESSED):
            return None
        if owned is None or any(w in speech.ends_name or w in speech.auxiliaries for w in owned.group().split()):
            return None
        name = names.run.match(scan.text, owned.end(), stop)
        return name if name is not None and " " in name.group() else None
    plain = names.without_titles(words)
    if not speech.head_first or not speech.is_title(words[0].lower()) or len(plain) != 1:
        return None
    name = names.run.match(scan.text, office.end() + 2, stop) if scan.text.startswith(", ", office.end()) else None
    if name is None or " " not in name.group() or names.longest(plain[0]) != plain[0]:
        return None
    first = name.group().split(maxsplit=1)[0].lower()
    other = (
        speech.is_title(first) or first in speech.time or first in speech.roles.places or first in speech.roles.bodies
    )
    return None if other else name


def opens_deed(low: str, behind: str, speech: Speech) -> bool:
    """Whether an English sentence opens with what its subject did while speaking ("Taking the stage, Hill …"); `low` is its
    first word, `behind` are the next ones."""
    words = behind.split(maxsplit=1)[:1]
    small = bool(words) and (words[0] in speech.articles or words[0] in speech.prepositions)
    return small and not speech.head_first and low.endswith(speech.gerund)


def are_people(lows: Sequence[str], speech: Speech) -> bool:
    """Whether Indonesian words in lower case tell of people rather than of a thing ("para nelayan itu", not "keluhan itu")."""
    return lows[0] in speech.articles or any(
        low in speech.roles.titles or low in speech.stands_for.person for low in lows
    )


def doers(text: str, at: int, stop: int, speech: Speech) -> tuple[str, int, int] | None:
    """The people in small letters behind the Indonesian passive verb at a place, and where they stand ("Keluhan itu |
    disampaikan para pedagang"); None when none do."""
    match = DONE.match(text, at, stop)
    if match is None or not match.group(1).startswith(speech.finite_starts[1:]):
        return None
    words = match.group(2).split()
    first = int(words[0] in speech.by)
    count = next((n for n, word in enumerate(words) if n >= first and word in speech.ends_name), len(words))
    if count <= first or not are_people(words[first:count], speech):
        return None
    name = " ".join(words[first:count])
    start = text.index(name, match.start(2))
    return name, start, start + len(name)
