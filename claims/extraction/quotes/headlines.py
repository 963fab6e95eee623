"""What Indonesian headlines report: their verbs have no prefix, their words begin with capitals, and no comma parts them."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, Frame, after_dateline

from .indirect import Clause
from .said import Hit
from .subjects import backward

SUBJECT: Final = 8
"""Words in front of the verb of a headline."""

SHORTEST: Final = 3
"""Words of the shortest report of a headline."""


def headlined(frame: Frame) -> list[Clause]:
    """As in "Pertamina Klaim Stok BBM Aman", "KPK Ungkap Kerugian Negara Capai Rp5 Triliun": who a headline opens with, and the
    words up to its next sign; of verbs that also take a thing ("Ungkap Motif Pelaku") only where a clause follows."""
    first, last, word = frame.cues[0]
    kinds, lows, speech = frame.speech.cues.kinds[word], frame.lows, frame.speech
    start = after_dateline(frame)
    if not kinds & {"bare", "headlined"} or not start < first <= start + SUBJECT:
        return []
    if not PUNCTUATION.isdisjoint(lows[start:first]) or speech.blockers & {lows[first - 1]}:
        return []
    phrase = backward(frame, first, start)
    if phrase is None or phrase.kind in ("pronoun", "own") or not frame.capital(phrase.first):
        return []
    end = next((i for i in range(last, len(lows)) if lows[i] in PUNCTUATION - {"(", ")", "-"}), len(lows))
    if end - last < SHORTEST or lows[last] in speech.anaphors or lows[last] in speech.interrogatives:
        return []
    if "headlined" not in kinds and not any(_is_verb(frame, i) for i in range(last + 1, end)):
        return []
    said = Hit(frame, first, last, word, kinds, []).said("before", start, last, phrase, (), "headline")
    return [Clause(said, frame.span(last, end), ())]


def _is_verb(frame: Frame, at: int) -> bool:
    """Whether a word is a known verb, its prefix left out as headlines do ("Capai" for "mencapai")."""
    low, speech = frame.lows[at], frame.speech
    return any(f"{prefix}{low}" in speech.auxiliaries for prefix in ("", *speech.verb_starts))
