"""What somebody tells in an English relative clause of what it describes: "a man who police say was armed", "the plan, which she
said was dead"."""

from typing import Final

from claims.extraction.frames import BREAKS, PUNCTUATION, QUOTED, Frame

from .clauses import is_verb_at
from .said import RELATIVE, Hit, Said, can_speak, floor_of
from .subjects import backward

SUBJECT: Final = 8
"""Words of who tells it, behind the relative word."""

REACH: Final = 24
"""Words of the longest report that is told so."""


def relative_shape(hit: Hit) -> Said | None:
    """As in "…, which Hill said was dead", "a man who police say had fled": the cue's own subject stands behind the relative word,
    and the verb of what is told right behind the cue."""
    frame, speech, lows, last = hit.frame, hit.frame.speech, hit.frame.lows, hit.last
    if speech.head_first or last + 1 >= len(lows) or lows[last] not in speech.auxiliaries or frame.capital(last):
        return None
    floor = max(floor_of(frame, hit.first, hit.found), hit.first - SUBJECT)
    at = next((i for i in range(hit.first - 2, floor, -1) if lows[i] in speech.relative or lows[i] in PUNCTUATION), 0)
    if not at or lows[at] not in speech.relative or lows[at] in speech.object_relatives:
        return None
    phrase = backward(frame, hit.first, at + 1)
    if phrase is None or phrase.first != at + 1:
        return None
    told = "told_noun" in speech.cues.kinds.get(lows[at - 1], ()) or lows[at - 1] in speech.things
    if told or lows[at - 1] in speech.prepositions or not can_speak(frame, phrase) or is_verb_at(frame, at - 1):
        return None  # "the remarks that Hill said were cruel", "in which Hill said"
    if QUOTED in lows[last : relative_end(frame, at, last)]:
        return None
    return hit.said("before", at, last, phrase, (), RELATIVE)


def relative_end(frame: Frame, relative: int, first: int) -> int:
    """Where a report that begins at word `first` ends: at a comma where its relative clause stands behind one, else before the
    verb of whatever that clause describes ("The man who police say was armed | fled")."""
    lows = frame.lows
    apart, past = lows[relative - 1] == ",", frame.speech.auxiliaries.isdisjoint(lows[:relative])
    for i in range(first + 1, min(len(lows), first + REACH)):
        years = lows[i] in BREAKS and lows[i - 1].isdigit()  # "the 2017–2018 protests"
        if lows[i] in PUNCTUATION - {"(", ")", "-", QUOTED} and not (years or _is_listed(frame, i)):
            return i
        joined = is_verb_at(frame, i - 1) or lows[i - 1] in frame.speech.adverbs or lows[i - 1] in frame.speech.to
        if past and not apart and is_verb_at(frame, i) and not joined:
            return i
    return min(len(lows), first + REACH)


def _is_listed(frame: Frame, comma: int) -> bool:
    """Whether a comma only parts what a report counts up, nothing but the last of it behind ("rising fuel, food and energy bills")."""
    rest = frame.lows[comma + 1 : comma + REACH]
    opens = rest[:1] == [] or frame.lows[comma] != "," or rest[0] in frame.speech.ends_name
    verbs = any(is_verb_at(frame, i) for i in range(comma + 1, comma + 1 + len(rest)))
    return not opens and not verbs and not frame.speech.coordinators.isdisjoint(rest)
