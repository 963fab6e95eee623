"""Attributions that pass somebody's words on: "AP quoted X as saying", "X was quoted as saying by Y"."""

from typing import Final

from claims.extraction.frames import QUOTED, Frame
from claims.extraction.people.phrases import Phrase, describe

from .attribution import Link, read_tail, relay_link
from .contents import to_content
from .nested import is_blocked
from .objects import forward
from .outlets import object_end
from .said import Hit, Said, can_speak, clause_before, floor_of, follows_quotation, skip_opening
from .subjects import backward

SHORT_REPORT: Final = 3
"""Words of the shortest report in front of the outlet that passes it on, and its comma."""


def quoted_shape(hit: Hit) -> Said | None:
    """As in "X was quoted as saying by Y", "Y quoted X as saying": the speaker is X, Y passes it on."""
    if "quoted_as" in hit.kinds:
        return _was_quoted(hit)
    if not hit.first:
        return None
    frame = hit.frame
    lows, speech = frame.lows, frame.speech
    if (closing := _quotes_behind(hit)) is not None:
        return closing
    for i in range(hit.last + 1, min(len(lows), hit.last + 14)):
        if not _is_saying(frame, i) or lows[i - 1] in (",", QUOTED) or frame.capital(i):
            continue
        if not speech.head_first and not lows[i].endswith(speech.gerund):
            continue
        end = i - 1 if lows[i - 1] in speech.chain.just_as or lows[i - 1] in speech.relative else i
        inside = not speech.head_first and lows[hit.last] in speech.chain.medium_sure
        if hit.before in speech.passive and (inside or lows[hit.last] in speech.by):
            return _quoted_by(hit, i, end)  # "Hill was quoted in the Cape Times as saying …"
        phrase = _quoted_person(frame, hit.last, end)
        outlet = backward(frame, hit.first, floor_of(frame, hit.first, hit.found))
        if phrase is None or outlet is None:
            return None
        saying = Hit(frame, i, i + 1, lows[i], speech.cues.kinds[lows[i]], hit.found)
        relay = (Link("relay", outlet.first, outlet.last),)
        tail = read_tail(frame, i + 1)
        behind = outlet.first > 0 and lows[outlet.first - 1] in (",", QUOTED)
        told = QUOTED in lows[: outlet.first] or (not speech.head_first and outlet.first > SHORT_REPORT)
        if behind and tail.end >= len(lows) and told:
            return saying.said("after", outlet.first, tail.end, phrase, (*relay, *tail.links), "relay_quotes")
        links, content = to_content(frame, i + 1, saying.kinds)
        return saying.said("before", outlet.first, content, phrase, (*relay, *links), "relay_quotes")
    return None


def _is_saying(frame: Frame, at: int) -> bool:
    """Whether a word tells what somebody is quoted as: saying something, or calling something by a name ("calling it an accident")."""
    speech, kinds = frame.speech, frame.speech.cues.kinds.get(frame.lows[at], frozenset())
    judges = not speech.head_first and "judge" in kinds and frame.lows[at + 1 : at + 2] != []
    return "say" in kinds or (judges and frame.lows[at + 1] not in speech.prepositions)


def _quoted_person(frame: Frame, first: int, last: int) -> Phrase | None:
    """The person between "quotes" and "as saying", without what is told of him between commas ("…, now retired,")."""
    comma = next((i for i in range(first + 1, last) if frame.lows[i] == ","), last)
    if frame.head_first or comma == last:
        return describe(frame, first, last)
    phrase = forward(frame, first)
    return phrase if phrase is not None and phrase.last <= last else describe(frame, first, comma)


def _quotes_behind(hit: Hit) -> Said | None:
    """As in "…," the newspaper quotes a source close to the firm."""
    frame = hit.frame
    start = clause_before(frame, hit.first)
    if frame.head_first or start is None or not follows_quotation(frame, start) or is_blocked(frame, hit.first):
        return None
    phrase, outlet = forward(frame, hit.last), backward(frame, hit.first, start)
    if phrase is None or outlet is None or phrase.kind == "pronoun" or outlet.kind == "pronoun":
        return None
    if not can_speak(frame, phrase):
        return None  # "…," the officer quoted above said
    rest = frame.lows[phrase.last :]
    if frame.speech.chain.just_as.intersection(rest) or QUOTED in rest:
        return None
    relay = (Link("relay", outlet.first, outlet.last),)
    return hit.said("after", start, len(frame.lows), phrase, relay, "relay_quotes")


def _quoted_by(hit: Hit, at: int, end: int) -> Said | None:
    """As in "X was quoted by Y as saying": the speaker stands before the cue, the one that passes it on behind it."""
    frame = hit.frame
    phrase = backward(frame, hit.first - 1, floor_of(frame, hit.first, hit.found))
    if phrase is None:
        return None
    speech, last = frame.speech, end
    for i in range(hit.last + 2, end):
        if frame.lows[i] in speech.ends_name or frame.lows[i] in speech.time:
            last = i
            break
    saying = Hit(frame, at, at + 1, frame.lows[at], speech.cues.kinds[frame.lows[at]], hit.found)
    relay = (Link("relay", hit.last + 1, last),)
    if follows_quotation(frame, phrase.first) and (tail := read_tail(frame, at + 1)).end >= len(frame.lows):
        return saying.said("after", phrase.first, tail.end, phrase, (*relay, *tail.links), "relay_quotes")
    return saying.said("before", phrase.first, skip_opening(frame, at + 1), phrase, relay, "relay_quotes")


def _was_quoted(hit: Hit) -> Said | None:
    frame, first, last = hit.frame, hit.first, hit.last
    lows, speech = frame.lows, frame.speech
    if hit.before not in speech.passive:
        return None
    at = first - 1
    while at > 1 and lows[at - 1] in speech.auxiliaries and not (frame.head_first or frame.capital(at - 1)):
        at -= 1  # "Hill can be heard saying"
    start = clause_before(frame, at)
    behind = start is not None and lows[start - 1] == QUOTED
    phrase = backward(frame, at, start if start is not None and behind else 0)
    if phrase is None:
        return None
    links: tuple[Link, ...] = ()
    end = last
    if last + 1 < len(lows) and lows[last] in speech.chain.taken_from and lows[last + 1] not in speech.time:
        link = relay_link(frame, last - 1) if lows[last] not in speech.by else None
        end = link.last if link is not None else object_end(frame, last + 1)
        links = (link or Link("relay", last + 1, end),)
    tail = read_tail(frame, end)
    links += tail.links
    if start is not None and (tail.end >= len(lows) or (behind and not frame.head_first)):
        return hit.said("after", phrase.first, tail.end, phrase, links, "quoted_as")
    return hit.said("before", phrase.first, skip_opening(frame, tail.end), phrase, links, "quoted_as")
