"""Whether who said a claim is a person or a body, as far as that is told."""

from functools import cache
from itertools import takewhile
from typing import NamedTuple

from claims.extraction import available
from claims.extraction.language import load

from .report import Line

KINDS = {"person": "Person", "body": "Organization", "agency": "Organization"}
"""What an editor says of a party, and its type in schema.org."""


class Words(NamedTuple):
    """A language's words: those that name bodies in any letters, those that do as initials alone, those that name who holds an
    office, those that hang something on a noun, and whether a noun stands before what tells it apart."""

    bodies: frozenset[str]
    initials: frozenset[str]
    holders: frozenset[str]
    links: frozenset[str]
    articles: frozenset[str]
    head_first: bool


def claimant_type(line: Line) -> str | None:
    """Person or Organization of schema.org for a line's speaker, None where nothing tells: what an editor says of the party, else
    that somebody holds an office, else the words of the name."""
    if line.speaker_kind in KINDS:
        return KINDS[line.speaker_kind]
    if line.role and not names_body(line.role, line.language):
        return "Person"
    return "Organization" if names_body(line.speaker, line.language) else None


def names_body(name: str, language: str) -> bool:
    """Whether a name's own words say that it is a body's: "Polda Jabar", "the Ministry of Health", "WHO"."""
    if language not in available():
        return False
    words = _words(language)
    parts = name.partition("(")[0].split()
    while parts and parts[0].lower() in words.articles:
        parts = parts[1:]
    noun = list(takewhile(lambda part: part.lower() not in words.links, parts))
    if not noun:
        return False
    head = noun[0] if words.head_first else noun[-1]
    if words.head_first and len(noun) > 1 and not noun[1][0].isupper():
        return False  # "pihak keluarga": told of, not named
    low = head.lower()
    return (low in words.bodies and low not in words.holders) or (head.isupper() and low in words.initials)


@cache
def _words(language: str) -> Words:
    tables = load(language).tables
    quotes, head_first = tables["quotes"], tables["counted"]["order"] == "head_first"
    named, roles = frozenset(quotes["roles"]["bodies"]), quotes["roles"]
    # English lists whole groups of people beside the bodies ("officials"); what one of them may be called is told elsewhere.
    bodies = named if head_first else (named & frozenset(quotes["stands_for"]["body"])) | frozenset(roles["corporate"])
    links, articles = frozenset(quotes["links"]), frozenset(quotes["articles"])
    return Words(bodies, named, frozenset(roles["heads"]), links, articles, head_first)
