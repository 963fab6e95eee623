"""Reports in front of the sentence of those who tell them: "Noting that the dam had held, Hill said …"."""

from typing import Final

from claims.extraction.frames import QUOTED

from .clauses import has_verb, is_verb_at
from .main_subjects import main_subject
from .said import Hit, Said, can_speak, skip_opening

BEHIND: Final = "subject_behind"
"""The rule of an attribution whose subject stands behind what it reports."""

LEAST: Final = 3
"""Words of the shortest report in front of a sentence."""

LONGEST: Final = 40
"""Words of a report in which the comma in front of its subject is looked for."""


def leading_shape(hit: Hit) -> Said | None:
    """As in "Noting that …, X said …", "Urging people to …, X warned …": an English participle that opens a sentence and what
    it reports, the subject behind the comma."""
    frame, speech, lows = hit.frame, hit.frame.speech, hit.frame.lows
    opens = not hit.first or (hit.first == 1 and lows[0] in speech.conjunctions)
    found = "documents_only" in speech.cues.kinds.get(
        f"{hit.word.removesuffix(speech.gerund)}s", ()
    )  # "Finding that …"
    if found or not opens or not hit.kinds & {"say", "ask"}:
        return None
    content = skip_opening(frame, hit.last)
    for comma in range(content + LEAST, min(len(lows) - 2, content + LONGEST)):
        if lows[comma] == QUOTED:
            return None
        if lows[comma] != "," or is_verb_at(frame, comma + 1):
            continue
        subject = main_subject(frame, comma + 1, len(lows))
        if subject is None or subject.first != comma + 1 or subject.last >= len(lows):
            continue
        verb = is_verb_at(frame, subject.last) or lows[subject.last] in speech.cues.kinds
        if not verb or not can_speak(frame, subject):
            continue
        told = lows[content - 1] in speech.clause_that or has_verb(frame, content, comma)
        asked = "ask" in hit.kinds and not speech.to.isdisjoint(lows[content:comma])
        if not (told or asked):
            return None
        return Said(
            "before", hit.first, content, content, hit.first, hit.last, hit.word, hit.kinds, subject, False, (), BEHIND
        )
    return None
