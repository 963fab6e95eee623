"""The chain of a quote, built of the parts that were found: who spoke, to whom, through what, who passed it on."""

from claims.extraction.frames import QUOTED, Frame
from claims.extraction.values import Part, Speaker

from .attribution import Link, tells


def chain_of(frame: Frame, speaker: Speaker | None, role: str, links: tuple[Link, ...]) -> tuple[Part, ...]:
    """The chain from the origin outwards: the speaker at hop 0 with audience and medium, each relay one hop on."""
    found: list[Part] = []
    text, outward = frame.text, frame.speech.chain
    if speaker is not None:
        found.append(Part(role, speaker.name, text[speaker.start : speaker.end], speaker.start, speaker.end, 0))
    hop = 0
    for link in links:
        if link.role == "cited":
            continue
        last = link.last if link.role == "relay" else _before_participle(frame, link.first, link.last)
        start, end = frame.span(link.first, last)
        if link.role == "relay":
            hop += 1
        at = link.first
        while (
            at < last - 1
            and link.role != "relay"
            and (tells(frame, at) or frame.lows[at] in outward.medium or frame.lows[at] in frame.speech.goes_on)
        ):
            at += 1
        found.append(Part(link.role, frame.words(at, last), text[start:end], start, end, hop))
    return tuple(found)


def _before_participle(frame: Frame, first: int, end: int) -> int:
    """Where a medium or an audience among the words first..end ends, without the English participle that tells of it ("a blog
    post titled “Home”", "a letter sent to parents", "reporters gathered outside")."""
    lows, speech, at = frame.lows, frame.speech, end - 1
    if speech.head_first or at <= first or not _is_heard(frame, at - 1) or _is_heard(frame, at):
        return end
    if frame.capital(at - 1) or frame.capital(at) or not lows[at].isalpha():
        return end
    past = lows[at].endswith(speech.verb_ends) or lows[at] in speech.auxiliaries or lows[at] in speech.cues.kinds
    return at if past or lows[end : end + 1] == [QUOTED] else end


def _is_heard(frame: Frame, at: int) -> bool:
    """Whether a word is the noun of a medium or of an audience."""
    low, chain = frame.lows[at], frame.speech.chain
    pair = " ".join(frame.lows[max(0, at - 1) : at + 1])  # "town hall"
    return low in chain.medium_nouns or pair in chain.medium_nouns or low in chain.audience_nouns
