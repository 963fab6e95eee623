"""Words behind a cue that name what was told and do not tell it: "menjelaskan alasan ia mundur", "mengatakan hal itu"."""

from typing import Final

from claims.extraction.frames import Frame

from .clauses import has_verb, is_verb_at
from .said import Said

FRONTED: Final = 14
"""Words of an adverbial that opens a clause, and of the clause behind it that are looked through for a verb."""


def only_names(frame: Frame, said: Said, first: int, last: int) -> bool:
    """Whether the words behind a cue name what was told and do not tell it: "menyampaikan beberapa hal", "menjelaskan alasan pihaknya
    menolak" (but not "penyebab banjir itu adalah sampah", "motifnya masih didalami"), and in English "said this yesterday when asked"."""
    lows, speech = frame.lows, frame.speech
    if not speech.head_first:
        pointed = said.cue + 1 < first and lows[said.cue + 1] in speech.determiners & speech.anaphors
        return pointed and lows[first] in speech.subordinators
    at = first + (lows[first] in speech.indefinite)
    if at > first and lows[at] in speech.anaphors:
        return True
    if lows[at] not in speech.matters:
        return False
    told = any(lows[i] in speech.copulas or lows[i] in speech.chain.because for i in range(at + 1, last))
    told = told or _tells_how_it_stands(frame, at, last)
    verb = next((i for i in range(at + 1, last) if is_verb_at(frame, i)), 0)
    return not told and lows[verb - 1] not in speech.determiners


def _tells_how_it_stands(frame: Frame, at: int, last: int) -> bool:
    """Whether a verb of looking into, or of making known, what the noun at word `at` is of ends a clause about it, or a state that lasts
    does ("penyebab kebakaran masih diselidiki", "rincian anggaran akan diumumkan besok", "motif pelaku masih dalam penyelidikan")."""
    lows, speech = frame.lows, frame.speech
    for i in range(at + 1, last):
        if lows[i] in speech.relative or lows[i] in speech.conjunctions:
            return False
        lasting = lows[i - 1] in speech.adverbs and lows[i] in speech.chain.medium
        if lows[i] in speech.looked_into or (lasting and i + 1 < last):
            return True
    return False


def tells_of(frame: Frame, first: int) -> bool:
    """Whether a verb follows the words that point back: "mengatakan hal ini disebabkan …" reports a clause."""
    lows, speech = frame.lows, frame.speech
    following = lows[first + 1]
    if lows[first] in speech.openers and following not in speech.determiners and following not in speech.anaphors:
        opening = range(first + 2, min(first + FRONTED, len(lows) - 2))
        ends = next((i for i in opening if lows[i] == "," or lows[i] in speech.determiners), 0)
        told = ends > 0 and any(is_verb_at(frame, i) for i in range(ends + 1, min(ends + FRONTED, len(lows))))
        return told or any(lows[i] in speech.copulas for i in opening)
    at = first
    while at < len(lows) - 1 and at - first < 3 and (lows[at] in speech.anaphors or lows[at] in speech.determiners):
        at += 1
    if at > first and lows[at] in speech.chain.because and has_verb(frame, at + 1, len(lows)):
        return True  # "berkata ini kerana keputusan itu dibuat …"
    plain = lows[at] in speech.adverbs and lows[at] not in speech.auxiliaries
    if is_verb_at(frame, at) and lows[at] not in speech.phrase_ends and not plain:
        return True
    return lows[at - 1] in speech.determiners and at + 1 < len(lows) and _is_predicate(frame, at)


def _is_predicate(frame: Frame, at: int) -> bool:
    """Whether a plain word, no part of a circumstance, stands behind what points back ("hal ini umum terjadi")."""
    low, speech = frame.lows[at], frame.speech
    circumstance = (speech.ends_name, speech.adverbs, speech.openers, speech.time, speech.to, speech.subordinators)
    return low.isalpha() and not frame.capital(at) and not any(low in words for words in circumstance)
