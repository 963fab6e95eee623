"""Reports for which somebody takes a page or a meeting, or reaches those who are told: "Hill took to Instagram to say …", "Hill
used her speech to urge …", "Hill rang the police to say …"."""

from collections.abc import Callable
from typing import Final

from claims.extraction.frames import PUNCTUATION, Frame
from claims.extraction.people.phrases import Phrase
from claims.extraction.values import Quote, Speaker

from .attribution import Link, read_tail, told_link
from .chains import chain_of
from .contents import to_content
from .outlets import object_end, stands_at
from .said import Hit, Said, floor_of
from .subjects import backward

JUST: Final = 3
"""Quotes of which one was said where the sentence behind them tells."""

FAR: Final = 1200
"""Characters from a quote to the sentence that tells where it was said."""

BETWEEN: Final = 9
"""Words from the verb that takes a page to the one that tells what for."""

TOLD: Final = frozenset({"say", "tell", "ask", "noun"})


def occasion_shape(hit: Hit) -> Said | None:
    """As in "X took to Twitter to deny …", "X held a news conference to announce …", "X rang the police to say …": the medium
    or those who are told stand before the "to"."""
    frame, speech, lows, first = hit.frame, hit.frame.speech, hit.frame.lows, hit.first
    if speech.head_first or hit.before not in speech.to or hit.last >= len(lows):
        return None
    verbs = speech.chain.takes | speech.chain.reaches
    verb = next((i for i in range(first - 2, max(0, first - BETWEEN), -1) if lows[i] in verbs), 0)
    if not verb or not PUNCTUATION.isdisjoint(lows[verb:first]):
        return None
    taken = _taken(frame, verb, first - 1)
    phrase = backward(frame, verb, floor_of(frame, verb, hit.found)) if taken is not None else None
    if taken is None or phrase is None or lows[verb - 1] in speech.passive:
        return None
    links, content = to_content(frame, hit.last, hit.kinds)
    return hit.said("before", phrase.first, content, phrase, (*taken, *links), "subject_occasion")


def _taken(frame: Frame, verb: int, stop: int) -> tuple[Link, ...] | None:
    """What stands between a verb and the "to" at word `stop`: a medium, or those who are reached, nobody where only "back" or
    "in" does; None when it is neither."""
    lows, speech = frame.lows, frame.speech
    begin, reaches = verb + 1, lows[verb] in speech.chain.reaches
    while begin < stop and (lows[begin] in speech.to or (reaches and lows[begin] in speech.openers)):
        begin += 1
    if begin == stop:
        return () if reaches else None
    end = object_end(frame, begin)
    if end > stop or (reaches and end < stop):
        return None
    people = (speech.them, speech.chain.audience_nouns, speech.speakers)
    told = lows[begin] in speech.pointing or not all(words.isdisjoint(lows[begin:end]) for words in people)
    if reaches and (told or frame.capital(end - 1)):
        return (told_link(frame, begin, end),)
    return (
        (Link("medium", verb + 1, end),)
        if any(stands_at(frame, i, speech.chain.any_medium) for i in range(begin, end))
        else None
    )


def taken_before(frame: Frame, joint: int) -> tuple[Link, ...]:
    """The page that an English verb before the "and" at word `joint` takes ("took to Twitter and said …")."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or lows[joint] not in speech.coordinators:
        return ()
    verb = next((i for i in range(joint - 2, max(0, joint - BETWEEN), -1) if lows[i] in speech.chain.takes), 0)
    begin = verb + 1 + (lows[verb + 1] in speech.to)
    if not verb or not PUNCTUATION.isdisjoint(lows[verb:joint]):
        return ()
    return (
        (Link("medium", verb + 1, joint),)
        if any(stands_at(frame, i, speech.chain.any_medium) for i in range(begin, joint))
        else ()
    )


def _told_where(frame: Frame) -> tuple[Phrase, tuple[Link, ...]] | None:
    """Who spoke, and to whom or through what, where an English sentence of its own tells it ("Hill was speaking to reporters",
    "She said this at a rally", "He made the remarks in an interview with Harbour News")."""
    lows, speech = frame.lows, frame.speech
    for first, last, word in frame.cues if not speech.head_first else ():
        at = verb = 0
        if word in speech.chain.speaks and first and lows[first - 1] in speech.passive:
            verb, at = first - 1, last
        elif (
            "say" in speech.cues.kinds[word] and last < len(lows) and lows[last] in speech.anaphors & speech.determiners
        ):
            verb, at = first, last + 1
        elif "told_noun" in speech.cues.kinds[word]:
            made = (i for i in range(first - 1, max(0, first - BETWEEN), -1) if lows[i] in speech.chain.voices)
            verb, at = next(made, 0), last
        phrase = backward(frame, verb, 0) if verb and at < len(lows) else None
        links = read_tail(frame, at).links if phrase is not None else ()
        if phrase is not None and links:
            return phrase, links
    return None


def add_where(frame: Frame, quotes: list[Quote], resolve: Callable[[Phrase], tuple[Speaker, str]]) -> bool:
    """Adds to one of the last quotes what a sentence of its own tells of whom or through what its speaker spoke; whether it
    was one. `resolve` says whom a phrase stands for."""
    found = _told_where(frame)
    if found is None:
        return False
    speaker = resolve(found[0])[0]
    for n in range(len(quotes) - 1, max(-1, len(quotes) - 1 - JUST), -1):
        quote = quotes[n]
        if quote.speaker is not None and quote.speaker.name == speaker.name and frame.start - quote.end < FAR:
            quotes[n] = quote._replace(attribution=(*quote.attribution, *chain_of(frame, None, "speaker", found[1])))
            return True
    return False
