"""Attributions behind what was said: "…," kata X, "…," said X, "…," X said."""

from .attribution import Link, object_end, read_tail, tail_is_all
from .frames import QUOTED, Frame
from .objects import forward
from .phrases import PUNCTUATION, Phrase, describe
from .preposed import is_blocked
from .said import (
    Said,
    can_speak,
    clause_before,
    is_connective,
    is_sentence,
    opens_frame,
    own_phrase,
    previous,
    skip_opening,
    told_role,
)
from .subjects import backward


def inverted_shape(
    frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]
) -> Said | None:
    """As in "…," kata X / said X: the speaker stands behind the cue, what was said before it."""
    speech, lows = frame.speech, frame.lows
    before = previous(frame, first)
    quoted = before == QUOTED or (before == "," and first > 1 and lows[first - 2] == QUOTED)
    bare = speech.own and "postposed" in kinds and 0 < first <= 6 and _is_aside(frame, last) and before != QUOTED
    if speech.own:
        if (
            not bare
            and not (quoted and kinds & {"after"})
            and not (before == "," and "postposed" in kinds)
            and not ("opening" in kinds and opens_frame(frame, first))
        ):
            return None
    elif not (quoted or (before == "," and "postposed" in kinds)) or not kinds & {"say"} or kinds & {"participle"}:
        return None
    phrase = None if last < len(lows) and lows[last] in speech.time else forward(frame, last)
    if (
        phrase is None
        or ("tell" in kinds and not speech.own)
        or (not speech.own and phrase.kind != "name" and not _is_noun_phrase(frame, phrase))
    ):
        return None
    if not speech.own and not quoted and phrase.kind == "pronoun":
        return None
    if "postposed" in kinds and not quoted and not can_speak(frame, phrase):
        return None
    if bare:
        at = phrase.last + 1
        return Said("middle", first, at, at, first, last, word, kinds, phrase, False, (), "cue_middle")
    if speech.own and quoted:
        phrase, spoken_in = _through_medium(frame, phrase)
        if spoken_in:
            tail = read_tail(frame, phrase.last)
            return Said(
                "after",
                first,
                tail.end,
                tail.end,
                first,
                last,
                word,
                kinds,
                phrase,
                False,
                (*spoken_in, *tail.links),
                "cue_medium",
            )
    tail = read_tail(frame, phrase.last)
    if not speech.own and not quoted and not _closes(frame, first, tail.end):
        return None
    rule = "cue_after"
    if speech.own and opens_frame(frame, first) and not quoted:
        content = skip_opening(frame, tail.end)
        return (
            Said("before", first, content, content, first, last, word, kinds, phrase, False, tail.links, "cue_opening")
            if content < len(lows)
            else None
        )
    if quoted or tail.end >= len(lows) or lows[tail.end] in (QUOTED, ":", ";"):
        return Said("after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, rule)
    joined = lows[tail.end + 1 : tail.end + 2]
    goes_on = bool(joined) and (
        phrase.kind == "pronoun" or joined[0] in speech.conjunctions or joined[0] in speech.goes_on
    )
    aside = not is_sentence(frame, first - 1) or (goes_on and speech.own)
    if lows[tail.end] == "," and aside and not _relative_at(frame, tail.end + 1):
        at = tail.end + 1
        if first == 2 and is_connective(frame, 0):
            return Said("before", first, at, at, first, last, word, kinds, phrase, False, tail.links, "cue_middle")
        return Said("middle", first, at, at, first, last, word, kinds, phrase, False, tail.links, "cue_middle")
    if lows[tail.end] == ",":
        end = len(lows)
        return Said("after", first, end, end, first, last, word, kinds, phrase, False, tail.links, rule)
    if (
        tail_is_all(frame, phrase.last)
        or not speech.own
        or lows[tail.end] in speech.ends_name
        or lows[tail.end] in speech.relative
    ):
        return Said("after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, rule)
    return None


def _through_medium(frame: Frame, phrase: Phrase) -> tuple[Phrase, tuple[Link, ...]]:
    """As in "demikian laporan tertulis P2BK …", "demikian siaran persnya": the medium and the one who speaks in it."""
    lows, speech = frame.lows, frame.speech
    if phrase.kind == "pronoun" or lows[phrase.first] not in speech.chain["medium_nouns"]:
        return phrase, ()
    at = phrase.first
    while at < phrase.last and not frame.capital(at):
        at += 1
    if at < phrase.last:
        speaker = describe(frame, at, phrase.last)
        return (speaker, (Link("medium", phrase.first, at),)) if speaker is not None else (phrase, ())
    if lows[phrase.last - 1].endswith(speech.own):
        return own_phrase(frame, phrase.last - 1, phrase.last), (Link("medium", phrase.first, phrase.last),)
    return phrase, ()


def _closes(frame: Frame, first: int, at: int) -> bool:
    """Whether what follows "…, said X" lets it be read as an attribution behind a sentence."""
    lows, speech = frame.lows, frame.speech
    for i in range(first - 2, max(0, first - 40), -1):
        if lows[i] == "," and lows[i + 1] in speech.relative:
            return False
        if lows[i] == ",":
            break
    return (
        at >= len(lows)
        or lows[at] in PUNCTUATION
        or (
            lows[at] in (*speech.ends_name, *speech.relative)
            and lows[at] not in speech.auxiliaries
            and lows[at] not in speech.that
        )
    )


def _is_aside(frame: Frame, at: int) -> bool:
    """Whether a pronoun and a comma follow a cue, so that the two are an aside even without a comma before them."""
    lows = frame.lows
    return at + 1 < len(lows) and lows[at] in frame.speech.pronouns and lows[at + 1] == ","


def _relative_at(frame: Frame, at: int) -> bool:
    return at < len(frame.lows) and frame.lows[at] in frame.speech.relative


def _is_noun_phrase(frame: Frame, phrase: Phrase) -> bool:
    low = frame.lows[phrase.first]
    return (
        low in frame.speech.articles
        or frame.capital(phrase.first)
        or low in frame.speech.heads
        or low in frame.speech.bodies
        or phrase.kind == "pronoun"
    )


def behind_shape(
    frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]
) -> Said | None:
    """As in "…," X said / "…, X melaporkan": speaker and cue stand behind what was said."""
    speech, lows = frame.speech, frame.lows
    if not kinds & {"say", "tell"} or kinds & {"participle"} or is_blocked(frame, first):
        return None
    start = clause_before(frame, first)
    if start is None:
        return None
    quoted = lows[start - 1] == QUOTED or (lows[start - 1] == "," and start > 1 and lows[start - 2] == QUOTED)
    if not quoted and lows[start - 1] != ",":
        return None
    end = last
    links: tuple[Link, ...] = ()
    if "tell" in kinds or ("participle" not in kinds and word in speech.chain["audience"]):
        audience = forward(frame, last)
        if audience is not None and audience.first == last:
            end = audience.last
            if (whole := object_end(frame, last)) > end and (whole >= len(lows) or lows[whole] == QUOTED):
                end = whole
            links = (Link(told_role(frame, last, end), last, end),)
    tail = read_tail(frame, end)
    closing = tail.end >= len(lows) or lows[tail.end] == QUOTED or (lows[tail.end] in ";:" and quoted)
    closing = closing or _is_closing_circumstance(frame, start, tail.end)
    following = lows[tail.end] if tail.end < len(lows) else ""
    if not closing and not (
        quoted
        and (
            following == ","
            or following in speech.ends_name
            or following in speech.conjunctions
            or following in speech.participle_words
            or following in speech.chain["from"]
            or following in speech.links
        )
    ):
        whole = is_sentence(frame, start - 1)
        if not whole and (speech.own or following != "," or links or tail.links or not _short(frame, start)):
            return None
        if whole and following != ",":
            return None
    phrase = backward(frame, first, start)
    if phrase is None or phrase.first > start + 12 or (phrase.kind == "pronoun" and phrase.first > start + 1):
        return None
    plain = "postposed" in kinds and phrase.last - phrase.first <= 6 and lows[start] not in speech.openers
    if not quoted and phrase.kind == "description" and not plain and not can_speak(frame, phrase):
        return None
    if not quoted and closing and tail.end < len(lows):
        return Said(
            "after", start, len(lows), len(lows), first, last, word, kinds, phrase, False, links, "subject_after"
        )
    if not quoted and not closing and is_sentence(frame, start - 1):
        return Said(
            "after", start, len(lows), len(lows), first, last, word, kinds, phrase, False, links, "subject_after"
        )
    if not quoted and not closing and start == 2 and is_connective(frame, 0):
        return Said(
            "before",
            start,
            tail.end + 1,
            tail.end + 1,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            links,
            "subject_middle",
        )
    if not quoted and not closing:
        return Said(
            "middle",
            start,
            tail.end + 1,
            tail.end + 1,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            (*links, *tail.links),
            "subject_middle",
        )
    if not quoted and len(lows) > start and _only_fronted(frame, start):
        return None
    return Said(
        "after",
        start,
        tail.end,
        tail.end,
        first,
        last,
        word,
        kinds,
        phrase,
        False,
        (*links, *tail.links),
        "subject_after",
    )


def _is_closing_circumstance(frame: Frame, start: int, at: int) -> bool:
    """Whether only a circumstance follows a cue behind a whole sentence ("…, the company said after markets closed")."""
    speech, lows = frame.speech, frame.lows
    rest = lows[at:]
    return (
        not speech.own
        and is_sentence(frame, start - 1)
        and rest[0] in speech.ends_name
        and rest[0] not in speech.subjects
        and rest[0] not in speech.that
        and len(rest) <= 12
        and not any(low in speech.that or low == "," for low in rest)
    )


def _only_fronted(frame: Frame, start: int) -> bool:
    """Whether what stands before the comma is an adverbial, not a sentence that could have been said."""
    words = range(start - 1)
    if start < 4 or (frame.lows[0] in frame.speech.openers and start < 14):
        return not any(frame.lows[i] in frame.speech.auxiliaries for i in words)
    return False


def _short(frame: Frame, start: int) -> bool:
    return start <= 12
