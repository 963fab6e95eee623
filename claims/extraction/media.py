"""The parts of a chain that stand in front of a cue: at the head of the sentence, or between the speaker and the cue."""

from .attribution import Link, is_medium, object_end, read_tail, relay_link
from .frames import Frame
from .phrases import Phrase


def inserted(frame: Frame, start: int, cue: int) -> tuple[Link, ...]:
    """The relay between a speaker and its cue: "the ministry, quoted by Interfax, said"."""
    for i in range(start + 1, cue - 1):
        if frame.lows[i] in frame.speech.relay and frame.lows[i - 1] in (",", *frame.speech.chain["as"]):
            link = relay_link(frame, i)
            return (link,) if link is not None else ()
    return ()


def fronted(frame: Frame, phrase: Phrase, shared: bool) -> tuple[Link, ...]:
    """The medium that opens the sentence: "Dalam siaran pers, X menyatakan …", "In a statement, X said …"."""
    at = 1 if len(frame.lows) > 1 and frame.lows[0] in frame.speech.conjunctions else 0
    if not frame.speech.own and frame.lows[0].endswith(frame.speech.gerund):
        return _spoken_at(frame, phrase)
    if frame.speech.own and frame.lows[1:2] == [","] and frame.lows[0] in frame.speech.openers:
        at = 2
    if shared or phrase.first <= at + 1:
        return ()
    medium = is_medium(frame, at)
    if not medium and not (frame.speech.own and frame.lows[at] in frame.speech.chain["audience"]):
        return ()
    end = object_end(frame, at + 1)
    pointed = (i + 1 for i in range(at + 1, end - 1) if frame.lows[i] in frame.speech.determiners and frame.speech.own)
    end = next(pointed, end)  # "Dalam kesempatan itu Direktur Jenderal Pajak, …"
    return (Link("medium" if medium else "audience", at, end),) if end <= phrase.first else ()


def _spoken_at(frame: Frame, phrase: Phrase) -> tuple[Link, ...]:
    """The medium or the audience of a participle that opens the sentence ("Speaking at a rally, X said", "Taking to X, …")."""
    if phrase.first < 3:
        return ()
    tail = read_tail(frame, 1, spoken=False)
    if tail.links:
        return tail.links if tail.end <= phrase.first else ()
    end = object_end(frame, 2)
    to = frame.lows[1] in frame.speech.to and frame.lows[end : end + 1] == [","]
    if not to:
        return ()
    page = frame.lows[2] in frame.speech.chain["medium_nouns"]
    told = "say" in frame.speech.kinds.get(frame.lows[0], ()) or frame.lows[0] in frame.speech.chain["speaks"]
    return (Link("medium" if page else "audience", 2, end),) if page or told else ()
