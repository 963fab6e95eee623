"""A linear look at HTML before any parser sees it: parsers go quadratic on nesting and on attributes.

Measured on one megabyte: 125,000 attributes in a tag cost lxml 19.6 s; deep nesting cost other parsers more than 25 s.
"""

from __future__ import annotations

import re

from .values import Unreadable

MAX_CHARACTERS = 5 * 1024 * 1024
MAX_TAGS = 200_000
MAX_NESTING = 256
MAX_ATTRIBUTES = 256
"""More than pages that are made for people have: characters and tags of a page, open elements in one another, attributes of a tag."""

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})")
# Up to the end of the tag or the next quoted value; each character is passed once.
PLAIN = re.compile(r"[^>\"']*")
# What may hide more attributes than allowed: a tag of this length, or values that hold brackets, more than a few.
LONG_TAG = re.compile(r"<[a-z][^<>]{512}")
BRACKET_IN_VALUE = re.compile(r"=\s{0,100}(?:[\"'][^\"'<>]*[<>]|<)")
FEW = 100
BLANKS = re.compile(r"[\s/]+")
# Elements that never hold others, and those that a parser closes by itself when the next of their kind begins.
NOT_NESTING = frozenset(
    "area base br col embed hr img input link meta param source track wbr "  # noqa: SIM905  (reads as the list it is)
    "p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt body html head".split()
)
RAW = {"script": "</script", "style": "</style", "textarea": "</textarea", "title": "</title"}


def check(content: str) -> None:
    """Raise Unreadable (too_large or too_complex) for HTML that would make a parser hang."""
    if len(content) > MAX_CHARACTERS:
        raise Unreadable("characters", "The page is too large to be read.", "too_large")
    if content.count("<") > MAX_TAGS:
        raise Unreadable("tags", "The page has too many tags.", "too_complex")
    lowered = content.lower()
    if _suspicious(lowered):
        _walk(lowered)


def _suspicious(lowered: str) -> bool:
    """A quick look by counting. It errs on the side of suspicion only: no page that `_walk` refuses may pass here."""
    if LONG_TAG.search(lowered) or len(BRACKET_IN_VALUE.findall(lowered)) > FEW:
        return True
    if lowered.count("<") > 2 * lowered.count(">") + FEW:
        return True
    depth = deepest = 0
    for closing, name in TAG.findall(lowered):
        if name not in NOT_NESTING:
            depth += -1 if closing else 1
            if depth > deepest:
                deepest = depth
            elif depth < 0:
                depth = 0
    return deepest > MAX_NESTING


def _walk(lowered: str) -> None:
    """The exact look: tag by tag, quoted values, comments and scripts passed over."""
    depth = 0
    position = 0
    while match := TAG.search(lowered, position):
        name = match[2]
        if lowered.startswith("<!--", match.start()):
            position = match.end()
            continue
        position, attributes, selfclosed = _skip(lowered, match.end())
        if attributes > MAX_ATTRIBUTES:
            raise Unreadable("attributes", "A tag of the page has too many attributes.", "too_complex")
        if match[1]:
            depth -= depth > 0 and name not in NOT_NESTING
        elif name not in NOT_NESTING and not selfclosed:
            depth += 1
            if depth > MAX_NESTING:
                raise Unreadable("nesting", "The page is nested too deep.", "too_complex")
        if not match[1] and name in RAW:
            end = lowered.find(RAW[name], position)
            position = end if end >= 0 else len(lowered)


def _skip(content: str, position: int) -> tuple[int, int, bool]:
    """(end of the tag, number of its attributes at most, whether it closes itself)."""
    attributes = 0
    while True:
        plain = PLAIN.match(content, position)
        end = plain.end() if plain else position
        attributes += len(BLANKS.findall(content, position, end))
        if end >= len(content):
            return end, attributes, False
        if content[end] == ">":
            return end + 1, attributes, content[end - 1] == "/"
        closing = content.find(content[end], end + 1)
        attributes += 1
        if closing < 0:
            return len(content), attributes, False
        position = closing + 1
