"""Whether words are a name, an office or only small words that tell when."""

import re
from typing import Final

from claims.extraction.frames import Frame

from .bearers import LEAST_NAMED

AFFILIATION: Final = re.compile(r"[a-z]-[a-z]")
"""A party and state after a name: "R-Ky."."""


def is_name(frame: Frame, first: int, last: int) -> bool:
    """Whether the words are nothing but a person's name: two to five capitals, or one, with particles and ranks."""
    speech, lows = frame.speech, frame.lows
    count = times = 0
    i = first
    while i < last:
        low = lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if frame.capital(i):
            times += low in speech.time
            if count and speech.head_first and low in speech.roles.heads and low in speech.roles.fillers:
                return False  # "Product Manager Sinar Motor"
            office = (
                count == 0
                and (low in speech.roles.heads or low in speech.roles.bodies)
                and low not in speech.roles.ranks
            )
            if office or AFFILIATION.match(low):
                return False
            count += 1
        elif low not in speech.particles and not low.isdigit() and low not in speech.roles.courtesy:
            return False
        i += 1
    places = all(lows[i] in speech.roles.places or lows[i] in "()" for i in range(first, last))
    return 1 <= count <= 6 and times < count and not places


def is_role(frame: Frame, first: int, last: int) -> bool:
    """Whether the words read as a title, an office or an organisation rather than as a name."""
    speech = frame.speech
    words = [i for i in range(first, last) if frame.lows[i] not in speech.articles]
    if not words:
        return False
    low = frame.lows[words[0]]
    return (
        speech.is_head(low)
        or (not frame.capital(words[0]) and speech.is_title(low))
        or low in speech.roles.bodies
        or low in speech.stands_for.firms
        or low in speech.stands_for.anybody
        or (not frame.capital(words[-1]) and not _is_time(frame, first, last))
        or (any(frame.lows[i] in speech.roles.heads for i in words) and not is_name(frame, first, last))
    )


def _is_time(frame: Frame, first: int, last: int) -> bool:
    """Whether small English words before a comma tell when or what for ("Two days after the crash", "Weeks later", "to attend")."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first:
        return False
    small = (i for i in range(first + 1, last) if lows[i] in speech.ends_name)
    at = next((i for i in small if lows[i] in speech.subordinators), 0)
    closing = lows[last - 1] if last - first > 1 else ""
    timed = at > 0 or lows[first] in speech.to or (closing in speech.time and closing in speech.ends_name)
    return timed and not speech.can_tell(lows[first : at or last])


def is_office(frame: Frame, first: int, last: int) -> bool:
    """Whether the words hold a title or an organisation, so that a name after their comma is that of its holder."""
    speech = frame.speech
    several = not speech.head_first and frame.lows[first] in speech.indefinite
    if speech.head_first and last - first > 1 and _brings_in(frame, first):
        return True
    return (
        (is_role(frame, first, last) or (speech.head_first and last - first > LEAST_NAMED))
        and any(
            speech.is_head(frame.lows[i])
            or frame.lows[i] in speech.roles.bodies
            or frame.lows[i] in speech.stands_for.person
            or (several and speech.roles.is_title_of_several(frame.lows[i]))
            for i in range(first, last)
        )
        and frame.lows[first] not in speech.chain.document_nouns
    )


def _brings_in(frame: Frame, first: int) -> bool:
    """Whether Indonesian words open with what brings in one person ("seorang pembuat tahu", "salah satu juru parkir")."""
    lows, speech = frame.lows, frame.speech
    one = lows[first] if lows[first] in speech.introducers else lows[first + 1]
    brought = lows[first] in speech.introducers or (lows[first] in speech.articles and lows[first] in speech.indefinite)
    return brought and (one in speech.roles.courtesy or one in speech.numbers) and not frame.capital(first + 1)
