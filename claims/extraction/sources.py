"""Attributions whose source stands in a phrase of its own: "menurut X", "according to X", "katanya", "dikutip dari X", "AP quoted X as saying"."""

from .attribution import Link, object_end, read_tail, tail_is_all
from .frames import QUOTED, Frame
from .objects import forward
from .phrases import Phrase, describe
from .said import Said, clause_before, floor_of, is_sentence, opens_frame, own_phrase, previous, skip_opening
from .subjects import backward


def source_shape(
    frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]
) -> Said | None:
    """As in "Menurut X, …", "…, according to X": the source stands in a phrase of its own."""
    own = "source_own" in kinds
    if not kinds & {"source", "source_head", "source_own"}:
        return None
    if (
        "source_head" in kinds
        and frame.lows[last : last + 1]
        and frame.lows[last] not in frame.speech.chain["source_heads"]
    ):
        return None
    phrase = own_phrase(frame, first, last) if own else _source_phrase(frame, last)
    if phrase is None:
        return None
    end = max(last, phrase.last)
    tail = read_tail(frame, end)
    if opens_frame(frame, first):
        if tail.end >= len(frame.lows):
            return None
        content = (
            tail.end
            if frame.lows[tail.end] in (",", ":") or (tail.end > end and previous(frame, tail.end) != ",")
            else end
        )
        content = skip_opening(frame, content)
        return Said(
            "before", first, content, content, first, last, word, kinds, phrase, False, tail.links, "source_before"
        )
    if tail_is_all(frame, end):
        return Said(
            "after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, "source_after"
        )
    nxt = frame.lows[tail.end] if tail.end < len(frame.lows) else ""
    if (
        previous(frame, first) == ","
        and "," not in frame.lows[tail.end :]
        and len(frame.lows) - tail.end <= 12
        and is_sentence(frame, first - 1)
    ):
        nxt = ","
    if nxt in frame.speech.relative or (nxt == "," and is_sentence(frame, first - 1)):
        stop = len(frame.lows)
        return Said("after", first, stop, stop, first, last, word, kinds, phrase, False, tail.links, "source_after")
    if own and first and not opens_frame(frame, first):
        return Said("middle", first, last, last, first, last, word, kinds, phrase, False, (), "source_middle")
    if previous(frame, first) == "," and frame.lows[tail.end : tail.end + 1] == [","]:
        return Said(
            "middle",
            first,
            tail.end + 1,
            tail.end + 1,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            tail.links,
            "source_middle",
        )
    if previous(frame, first) == "," or (first and frame.lows[first - 1] in frame.speech.conjunctions):
        content = skip_opening(frame, end)
        if content < len(frame.lows):
            return Said(
                "before", first, content, content, first, last, word, kinds, phrase, False, tail.links, "source_before"
            )
    return None


def _source_phrase(frame: Frame, at: int) -> Phrase | None:
    """The source after "menurut" or "according to". Without a comma a name ends where small words begin."""
    phrase = forward(frame, at)
    if (
        phrase is not None
        and phrase.last + 1 < len(frame.lows)
        and phrase.kind == "description"
        and frame.lows[phrase.last] in frame.speech.chain["from"]
    ):
        behind = forward(frame, phrase.last + 1)
        if (
            behind is not None
            and behind.kind != "pronoun"
            and frame.capital(
                behind.first if frame.lows[behind.first] not in frame.speech.articles else behind.first + 1
            )
        ):
            start, end = frame.starts[phrase.first], behind.end
            phrase = phrase._replace(last=behind.last, end=end, name=frame.text[start:end])
    if phrase is None or frame.lows[at] in frame.speech.that or frame.lows[phrase.last - 1] in frame.speech.no_source:
        return None
    return phrase


def own_shape(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """As in "…," katanya: the cue with the pronoun hung on it."""
    if "own" not in kinds:
        return None
    before = previous(frame, first)
    phrase = own_phrase(frame, first, last)
    tail = read_tail(frame, last)
    if before == QUOTED or (
        before == "," and (tail_is_all(frame, last) or frame.lows[first - 2 : first - 1] == [QUOTED])
    ):
        return Said(
            "after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, "own_after"
        )
    after = frame.lows[last : last + 1]
    if after == [","] and (before == "," or 0 < first <= 6):
        return Said("middle", first, last + 1, last + 1, first, last, word, kinds, phrase, False, (), "own_middle")
    if opens_frame(frame, first) and frame.lows[last : last + 1] in ([","], [":"], [QUOTED]):
        content = skip_opening(frame, last)
        return Said("before", first, content, content, first, last, word, kinds, phrase, False, (), "own_before")
    return None


def relayed_shape(
    frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]
) -> Said | None:
    """As in "Dilansir dari X, …": an outlet that is passed on at the head of a sentence or between commas."""
    speech, lows = frame.speech, frame.lows
    if "clause_relay" not in kinds:
        return None
    at = last
    while at < len(lows) and lows[at] in speech.chain["from"]:
        at += 1
    phrase = forward(frame, at)
    if phrase is None or phrase.kind == "pronoun":
        return None
    opening = first - 1 if first and lows[first - 1] in speech.chain["as"] else first
    tail = read_tail(frame, phrase.last)
    if opens_frame(frame, opening):
        content = skip_opening(frame, tail.end)
        if content < len(lows):
            return Said(
                "before", opening, content, content, first, last, word, kinds, phrase, False, tail.links, "relay_before"
            )
        return None
    if any(s.shape in ("after", "middle") or s.first < first for s in found):
        return None
    if previous(frame, opening) == ",":
        if tail_is_all(frame, phrase.last):
            return Said(
                "after", opening, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, "relay_after"
            )
        if lows[tail.end : tail.end + 1] == [","]:
            return Said(
                "middle",
                opening,
                tail.end + 1,
                tail.end + 1,
                first,
                last,
                word,
                kinds,
                phrase,
                False,
                tail.links,
                "relay_middle",
            )
    return None


def quoted_shape(
    frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]
) -> Said | None:
    """As in "X was quoted as saying by Y", "Y quoted X as saying": the speaker is X, Y passes it on."""
    if "quoted_as" in kinds:
        return _was_quoted(frame, first, last, word, kinds)
    if "quotes_whom" not in kinds or not first:
        return None
    lows, speech = frame.lows, frame.speech
    for i in range(last + 1, min(len(lows) - 1, last + 14)):
        if lows[i] in speech.kinds and "say" in speech.kinds[lows[i]] and lows[i - 1] not in (",", QUOTED):
            end = i - 1 if lows[i - 1] in speech.chain["as"] or lows[i - 1] in speech.relative else i
            phrase, outlet = describe(frame, last, end), backward(frame, first, floor_of(frame, first, found))
            if phrase is None or outlet is None:
                return None
            content = skip_opening(frame, i + 1)
            relay = (Link("relay", outlet.first, outlet.last),)
            return Said(
                "before",
                outlet.first,
                content,
                content,
                i,
                i + 1,
                lows[i],
                speech.kinds[lows[i]],
                phrase,
                False,
                relay,
                "relay_quotes",
            )
    return None


def _was_quoted(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str]) -> Said | None:
    lows, speech = frame.lows, frame.speech
    if previous(frame, first) not in speech.passive:
        return None
    start = clause_before(frame, first - 1)
    phrase = backward(frame, first - 1, start if start is not None and lows[start - 1] == QUOTED else 0)
    if phrase is None:
        return None
    links: tuple[Link, ...] = ()
    end = last
    if last < len(lows) and lows[last] in speech.chain["from"]:
        end = object_end(frame, last + 1)
        links = (Link("relay", last + 1, end),)
    tail = read_tail(frame, end)
    if start is not None and tail.end >= len(lows):
        return Said(
            "after",
            phrase.first,
            tail.end,
            tail.end,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            (*links, *tail.links),
            "quoted_as",
        )
    content = skip_opening(frame, tail.end)
    return Said(
        "before",
        phrase.first,
        content,
        content,
        first,
        last,
        word,
        kinds,
        phrase,
        False,
        (*links, *tail.links),
        "subject_before",
    )
