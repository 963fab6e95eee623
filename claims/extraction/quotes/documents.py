"""Papers that speak: whether a report, a statement or data is the source of what is told, or a person."""

from claims.extraction.frames import Frame
from claims.extraction.people.phrases import Phrase


def document_or_speaker(frame: Frame, first: int, last: int) -> str:
    """`document` for a report, a statement, data; else `speaker`."""
    lows, speech = frame.lows, frame.speech
    nouns = speech.chain["document_nouns"]
    words = [i for i in range(first, last) if lows[i] not in speech.articles]
    if not words:
        return "speaker"
    if speech.head_first:
        return "document" if lows[words[0]] in nouns else "speaker"
    head = next((n for n, i in enumerate(words) if lows[i] in speech.links or lows[i] in speech.ends_name), len(words))
    return "document" if any(lows[i] in nouns for i in words[:head]) else "speaker"


def names_informant(frame: Frame, first: int, last: int) -> bool:
    """Whether the noun of a document is one that people are called by ("a source close to the talks")."""
    return not frame.speech.chain["informants"].isdisjoint(frame.lows[first:last])


def origin(frame: Frame, phrase: Phrase | None) -> str:
    """`document` for what is said by a report, data or a statement, else `speaker`."""
    if phrase is None or phrase.kind in ("pronoun", "own") or (phrase.kind == "name" and phrase.role is not None):
        return "speaker"
    if phrase.kind != "description" and not frame.head_first:
        return "speaker"
    return document_or_speaker(frame, phrase.first, phrase.last)
