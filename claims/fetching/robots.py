"""robots.txt by RFC 9309: fetched through the same gateway, judged by the longest matching rule."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import quote

from .gateway import fetch
from .policy import PATH_SAFE, Policy, Refused, vet
from .values import Fetched, Limits

# RFC 9309 2.5 asks for at least 500 KiB to be parsed; what a longer file says after it is not asked. A longer one is fetched
# all the same, within reason, since only a whole answer tells its beginning.
ROBOTS_BYTES = 512 * 1024
FETCHED_BYTES = 8 * ROBOTS_BYTES
MAX_RULES = 20_000
"""Lines of a robots.txt that are minded; each is held against every address of the host."""

MAX_DELAY = 24 * 3600.0
"""Seconds between requests that a host may ask for; a longer wish is cut."""

ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """What a host's robots.txt said.

    `known` is False while the host could not be asked (unreachable, 5xx): by the RFC nothing may be fetched until it can.
    A host without the file (4xx) is known and allows everything: its text is empty. So is that of a file without an end.
    `answer` is what was answered to the question, its body apart: where the host cannot be reached at all it says why.
    """

    url: str
    known: bool
    text: str
    answer: Fetched


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a URL may be fetched, the delay in seconds the host asks for, and the line that decided ("" for none)."""

    allowed: bool
    crawl_delay: float | None = None
    rule: str = ""


def robots(url: str, *, policy: Policy, limits: Limits, user_agent: str) -> RobotsFile:
    """Fetch the robots.txt that rules over `url` (same scheme, host and port)."""
    try:
        place = replace(vet(url, policy), path="/robots.txt").url
    except Refused:
        place = url
    small = replace(limits, wire_bytes=FETCHED_BYTES, decoded_bytes=FETCHED_BYTES)
    answer = fetch(place, policy=policy, limits=small, user_agent=user_agent)
    absent = answer.status is not None and 400 <= answer.status < 500 and answer.outcome != "unreachable"
    known = absent or answer.outcome in ("ok", "moved", "too_large")
    text = answer.body[:ROBOTS_BYTES].decode("utf-8", "replace").removeprefix("\ufeff").replace("\0", "")
    return RobotsFile(place, known, text, replace(answer, body=b""))


def judge(text: str, url: str, user_agent: str) -> Judgement:
    """Whether the robots.txt `text` lets `user_agent` (its product token counts) fetch `url`."""
    agent = re.split(r"[/\s]", user_agent.strip(), maxsplit=1)[0].lower()
    groups = parse(text)
    group = groups.get(agent) or groups.get("*")
    if group is None:
        return Judgement(True)
    path = _normal("/" + url.split("://", 1)[-1].partition("#")[0].partition("/")[2])
    best: tuple[int, bool, str] = (-1, True, "")
    for allow, pattern in group.rules:
        weight = (len(pattern), allow)
        if weight > best[:2] and matches(pattern, path):
            best = (*weight, f"{'Allow' if allow else 'Disallow'}: {pattern}")
    return Judgement(best[1], group.delay, best[2])


class Group:
    """The rules for one user agent."""

    __slots__ = ("delay", "rules")

    def __init__(self) -> None:
        self.rules: list[tuple[bool, str]] = []
        self.delay: float | None = None


def parse(text: str) -> dict[str, Group]:
    """Groups by lower-case product token; groups named twice are one group. Lines that say nothing known are passed over."""
    groups: dict[str, Group] = {}
    current: list[Group] = []
    naming = False
    count = 0
    for line in text[:ROBOTS_BYTES].splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            current = [*(current if naming else []), groups.setdefault(value.lower(), Group())]
            naming = True
        elif key in ("allow", "disallow"):
            naming = False
            count += len(current)
            if value and count <= MAX_RULES:
                for group in current:
                    group.rules.append((key == "allow", _normal(value)))
        elif key == "crawl-delay" and NUMBER.fullmatch(value):
            naming = False
            for group in current:
                group.delay = min(float(value), MAX_DELAY)
    return groups


def matches(pattern: str, path: str) -> bool:
    """Whether a rule's pattern (`*` any stretch, a final `$` the end) fits the beginning of the path. Linear."""
    anchored = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    if not rest:
        return not anchored or position == len(path)
    for piece in rest[:-1] if anchored else rest:
        found = path.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    return not anchored or (path.endswith(rest[-1]) and len(path) - len(rest[-1]) >= position)


def _normal(path: str) -> str:
    return ESCAPE.sub(lambda match: match[0].upper(), quote(path, safe=PATH_SAFE + "?*$"))
