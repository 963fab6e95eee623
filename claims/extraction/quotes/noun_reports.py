"""Reports that an English noun tells: "Hill's claim that …", "a warning from the council that …", "Hill made the claim that …"."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, Frame
from claims.extraction.people.phrases import Phrase, describe

from .attribution import Link, read_tail
from .clauses import has_verb, is_verb_at
from .nested import is_blocked
from .objects import forward
from .relatives import relative_end
from .said import RELATIVE, Hit, Said, can_speak, floor_of
from .subjects import backward

NOUN: Final = "noun"
"""The rule of a report that a noun tells."""

ADJECTIVES: Final = 3
"""Words between an owner and the noun of what he says ("Hill's oft repeated claim")."""

LED: Final = 5
"""Words in front of which "that" stands behind the noun of a report that is denied."""

OWNER: Final = 8
"""Words of an owner."""


def noun_shape(hit: Hit) -> Said | None:
    """As in "Hill's claim that …", "their warning that …", "claims by X that …": somebody and the noun of what he says."""
    frame, speech, lows = hit.frame, hit.frame.speech, hit.frame.lows
    if hit.last + 2 >= len(lows):
        return None
    links: tuple[Link, ...] = ()
    if lows[hit.last] in speech.clause_that:
        at, phrase = hit.last, owner(frame, hit.first) or _voicing(hit)
    elif lows[hit.last] in speech.by_whom:
        phrase = forward(frame, hit.last + 1)
        tail = read_tail(frame, phrase.last, spoken=False) if phrase is not None and can_speak(frame, phrase) else None
        at, links = (tail.end, tail.links) if tail is not None else (0, ())
        at += at > 0 and lows[at : at + 1] == [","] and lows[at - 2] == ","  # "claims by his wife, Ann, that …"
    else:
        return None
    if phrase is None or not 0 < at < len(lows) - 1 or lows[at] not in speech.clause_that:
        return None
    if is_verb_at(frame, at + 1) or not has_verb(frame, at + 1, len(lows)):
        return None  # "Hill's claim that was thrown out"
    return hit.said("before", min(phrase.first, hit.first), at + 1, phrase, links, NOUN)


def owner(frame: Frame, noun: int) -> Phrase | None:
    """Whose the noun of a report at word `noun` is: "Hill's claim", "her repeated claim"."""
    speech, lows = frame.speech, frame.lows
    for i in range(noun - 1, max(-1, noun - 1 - ADJECTIVES), -1):
        if lows[i] in speech.owners:
            return Phrase(i, i + 1, *frame.span(i, i + 1), frame.words(i, i + 1), None, "pronoun")
        if lows[i].endswith(("'s", "’s", "s'", "s’")) and lows[i] not in speech.auxiliaries:
            return _owning(frame, i)
        if lows[i] in PUNCTUATION or lows[i] in speech.ends_name or lows[i] in speech.articles:
            return None
    return None


def _voicing(hit: Hit) -> Phrase | None:
    """Who makes, files or repeats the report: "Hill lodged a complaint that …"."""
    frame, speech, lows = hit.frame, hit.frame.speech, hit.frame.lows
    for i in range(hit.first - 1, max(0, hit.first - 2 - ADJECTIVES), -1):
        if lows[i] in speech.chain.voices:
            article = lows[i + 1] in speech.articles or lows[i + 1] in speech.owners or i + 1 == hit.first
            if not article or is_blocked(frame, i):
                return None
            phrase = backward(frame, i, floor_of(frame, i, hit.found))
            return phrase if phrase is not None and can_speak(frame, phrase) else None
        if lows[i] in PUNCTUATION or lows[i] in speech.ends_name:
            return None
    return None


def _owning(frame: Frame, at: int) -> Phrase | None:
    """The owner whose last word, with its ending, is word `at`."""
    speech, lows = frame.speech, frame.lows
    named, first = frame.capital(at), at
    while first > 0 and at - first < OWNER:
        low = lows[first - 1]
        if low in speech.articles or low in speech.owners:
            first -= 1
            break
        titled = speech.is_title(low) or low in speech.roles.fillers
        if not (
            frame.capital(first - 1) or titled or (not named and low.isalpha() and not is_verb_at(frame, first - 1))
        ):
            break
        if low in speech.ends_name or low in speech.openers or low in speech.cues.kinds:
            break
        first -= 1
    phrase = describe(frame, first, at + 1)
    if phrase is None:
        return None
    cut = 2 if lows[at][-1] == "s" else 1  # "Hill's", "officials'"
    led = lows[first] in speech.articles or lows[first] in speech.owners
    phrase = phrase._replace(
        end=phrase.end - cut, name=phrase.name.removesuffix(frame.text[phrase.end - cut : phrase.end])
    )
    told = named or (led and speech.can_tell(phrase.name.lower().split()))
    return phrase if told else None


def past_noun(frame: Frame, said: Said, last: int) -> int:
    """The first word of what is denied or confirmed, in English behind the noun of the report that tells it ("denied police
    reports that | he had fled")."""
    lows, speech, first = frame.lows, frame.speech, said.content
    if frame.head_first or not said.kinds >= {"gerunds", "strict"}:
        return first
    that = next((i for i in range(first + 1, min(first + LED, last - 2)) if lows[i] in speech.clause_that), 0)
    noun = lows[that - 1] if that else ""
    told = noun in speech.chain.document_nouns or "told_noun" in speech.cues.kinds.get(noun, ())
    plain = told and not any(is_verb_at(frame, i) or lows[i] in PUNCTUATION for i in (*range(first, that), that + 1))
    return that + 1 if plain and has_verb(frame, that + 1, last) else first


def report_end(frame: Frame, said: Said, last: int) -> int:
    """Where the report of a noun ends that opens its sentence, before what is told of it ("Hill's claim that he won | drew
    laughter", "Despite Hill's claim that he won, …")."""
    lows, speech, opening = frame.lows, frame.speech, frame.lows[0]
    if said.rule == RELATIVE:
        return min(last, relative_end(frame, said.first, said.content))
    opens = (
        said.first > 0 and lows[said.first - 1] in speech.subordinators
    )  # "when Hill's claim that he won | was rejected"
    if not opens and (any(is_verb_at(frame, i) for i in range(said.first)) or said.first > ADJECTIVES + 1):
        return last
    admitted = said.content < last and lows[said.content].endswith(speech.gerund)  # "who admitted lying | was fined"
    verbs, relative = int(admitted), False
    for i in range(said.content, last - 1):
        if lows[i] in speech.relative:
            relative = True
        elif lows[i] == "," and verbs:
            return i
        elif (
            is_verb_at(frame, i)
            and lows[i - 1] not in speech.to
            and not (_goes_with(frame, i) or _is_inside_verb(frame, i))
        ):
            verbs += not relative
            relative = False
            if verbs > 1 and opening not in speech.prepositions:
                return i
        elif lows[i] in speech.conjunctions:
            return last
    return last


def _goes_with(frame: Frame, at: int) -> bool:
    """Whether a verb is part of the one before it ("was built"), not that of whose relative clause this one ends ("who admitted
    she had lied | was fined")."""
    auxiliaries = frame.speech.auxiliaries
    return is_verb_at(frame, at - 1) and (frame.lows[at] not in auxiliaries or frame.lows[at - 1] in auxiliaries)


def _is_inside_verb(frame: Frame, at: int) -> bool:
    """Whether only an adverb divides a verb from its auxiliary ("was never built")."""
    return frame.lows[at - 1] in frame.speech.adverbs and is_verb_at(frame, at - 2)
