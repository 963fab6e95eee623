"""The noun phrase at the head of a sentence, for cues that share its subject."""

from collections.abc import Iterator
from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame, after_dateline, chunks_of
from claims.extraction.people.name_or_office import is_name, is_role
from claims.extraction.people.phrases import Phrase, describe

from .asides import behind_bound
from .clauses import has_verb, is_verb_at
from .noun_reports import owner
from .objects import forward, phrase_end
from .said import Hit, can_speak
from .subjects import backward, named_by_role

NOUN: Final = 6
"""Words in which the noun behind the article of a sentence ends."""

SHORTEST: Final = 2
"""Words of the shortest subject behind an adverb, with it."""

PASSIVE: Final = 5
"""Letters of the shortest verb in the passive."""


def main_subject(frame: Frame, floor: int, before: int) -> Phrase | None:
    """The noun phrase at the head of the sentence, for cues that share its subject."""
    first = _first_words(frame, floor, before)
    if first is None:
        return None
    stop = phrase_end(frame, first)
    stop = min(before, stop)
    if not frame.head_first:
        stop = min(stop, _verb(frame, first, stop))
        if stop <= first + 2 and all(_only_leads(frame, i) for i in range(first, stop)):
            stop = _noun_end(frame, first, before)
    if stop <= first:
        return None
    return _apposed_name(frame, first, stop, before) or describe(frame, first, stop)


def headline_subject(hit: Hit) -> Phrase | None:
    """Who is the subject of both verbs of an English headline, a comma before the second ("Minister quits post, says party is
    dead")."""
    frame, lows, first = hit.frame, hit.frame.lows, hit.first
    ends = frame.text[frame.ends[-1] : frame.ends[-1] + 1] == "."
    several = f"{hit.word}{frame.speech.gerund}" in frame.speech.cues.participle_words
    if frame.head_first or hit.before != "," or ends or not (several or hit.word.endswith("s")):
        return None
    inside = range(1, first - 1 if lows.index(",") == first - 1 else 1)
    both = frame.speech.cues.plural_verbs  # "Researchers confirm loss, say it was hard"
    verb = next((i for i in inside if (lows[i] in both if several else _is_headline_verb(frame, i))), 0)
    told = QUOTED in lows[hit.last :] or has_verb(frame, hit.last, len(lows))
    return describe(frame, after_dateline(frame), verb) if verb and told else None


def _is_headline_verb(frame: Frame, at: int) -> bool:
    """Whether a word has the ending of a verb in the present, its subject before it in the singular."""
    low, before = frame.lows[at], frame.lows[at - 1]
    told = low in frame.speech.cues.kinds or not frame.capital(at)
    ends = low.endswith("s") and not low.endswith(("ss", "'s", "’s")) and low not in frame.speech.ends_name
    plural = before.endswith(("s", "s'")) and not frame.capital(at - 1)
    return told and ends and before.isalpha() and not plural and before not in frame.speech.ends_name


def doer(frame: Frame, before: int) -> Phrase | None:
    """Who did what an Indonesian passive tells, for a cue that says with what words ("dibantah oleh Rina dengan menyebut …") or
    goes on behind one that tells who speaks ("Hal itu disampaikan Rina dan berharap …")."""
    lows, speech = frame.lows, frame.speech
    if not speech.head_first and lows[before - 1] == ",":
        return _agent(frame, before - 1)
    manner = lows[before - 1] in speech.manner
    if not speech.head_first or not (manner or lows[before - 1] in speech.inherits):
        return None
    for i in range(before - 3, 0, -1):
        passive = (
            lows[i].startswith(speech.finite_starts[1:]) and len(lows[i]) >= PASSIVE and lows[i] not in speech.nouns
        )
        told = passive and "announced" in speech.cues.kinds.get(lows[i], ())
        if told or (manner and (lows[i] in speech.by or (passive and frame.capital(i + 1) and not frame.capital(i)))):
            phrase = forward(frame, i + 1)
            return phrase if phrase is not None and phrase.kind == "name" else None
    return None


def _agent(frame: Frame, comma: int) -> Phrase | None:
    """Who did what an English passive tells, right before a comma ("The raid was claimed by the Harbour Front, saying …")."""
    lows, speech = frame.lows, frame.speech
    by = next((i for i in range(comma - 2, max(1, comma - NOUN - 1), -1) if lows[i] in speech.by), 0)
    passive = by > 1 and lows[by - 1].endswith(speech.verb_ends) and lows[by - 2] in speech.passive
    phrase = forward(frame, by + 1) if passive else None
    return phrase if phrase is not None and phrase.last == comma and can_speak(frame, phrase) else None


def before_deed(frame: Frame, phrase: Phrase) -> Phrase:
    """An Indonesian subject without what it does before it speaks ("Puluhan warga menggelar aksi menuntut …"); the head of
    the sentence where only that stands before the cue."""
    speech = frame.speech
    if not speech.head_first or phrase.kind != "description":
        return phrase
    if frame.lows[phrase.first] in speech.chain.exists and phrase.last - phrase.first > 1:
        phrase = describe(frame, phrase.first + 1, phrase.last) or phrase  # "muncul unggahan yang menyebut"
    for i in range(phrase.first, phrase.last):
        low = frame.lows[i]
        if len(low) <= NOUN or not low.startswith(speech.finite_starts) or frame.capital(i):
            continue
        noun = low in speech.speakers or low in speech.nouns or low in speech.roles.fillers or low in speech.ends_name
        if not noun:
            found = describe(frame, phrase.first, i) if i > phrase.first else main_subject(frame, 0, i)
            return found or phrase
    return phrase


def plain_teller(hit: Hit, phrase: Phrase) -> Phrase:
    """A subject without what it does before it speaks, and whose a message is that an English sentence has speak ("Hill's email
    added …", "her statement said …")."""
    frame, at = hit.frame, phrase.last - 1
    if frame.head_first or phrase.kind != "description" or "documents_only" in hit.kinds:
        return before_deed(frame, phrase)
    chain, noun = frame.speech.chain, frame.lows[at]
    sent = (
        noun not in chain.document_nouns or f"{noun}ed" in chain.reaches
    )  # an email, no letter that goes on: "It said …"
    message = sent and noun in chain.medium_nouns and at > phrase.first and not frame.capital(at)
    whose = owner(frame, at) if message else None
    return whose if whose is not None and whose.kind in ("name", "pronoun") else phrase


def described_subject(frame: Frame, pronoun: Phrase) -> Phrase | None:
    """The person described at the head of a sentence whose subordinate clause goes on with a pronoun ("A neighbour wept as
    she told …"), at the place of the pronoun."""
    lows, speech, at = frame.lows, frame.speech, pronoun.first
    if speech.head_first or at < 3:
        return None
    if lows[at] in speech.plural_pronouns:
        return _several_telling(frame, pronoun)
    led = lows[at - 2] in speech.prepositions or lows[at - 2] == ","  # "…, which it calls "a gift""
    what = lows[at - 1] in speech.interrogatives  # "over what it called "a gift""
    if lows[at] in speech.things and (what or lows[at - 1] in speech.relative) and led:
        body = main_subject(frame, 0, at - 2)  # "The ministry condemned the raid, in which it said …"
        return body._replace(start=pronoun.start, end=pronoun.end) if body is not None else None
    if lows[at] in speech.genders and lows[at - 1] in speech.relative and lows[at - 2] in speech.prepositions:
        agent = next((i for i in range(at - 4, 0, -1) if lows[i] in speech.by and frame.capital(i + 1)), 0)
        teller = forward(frame, agent + 1) if agent else None  # "A speech by Hill, in which he said …"
        teller = teller or main_subject(frame, 0, at - 2)  # "Hill shared a video in which she said …"
        named = teller is not None and teller.kind == "name"
        return teller._replace(start=pronoun.start, end=pronoun.end) if teller is not None and named else None
    if lows[at] not in speech.genders or lows[at - 1] not in speech.subordinators:
        return None
    subject = main_subject(frame, 0, at - 1)
    if subject is None or subject.kind != "description" or lows[subject.first] not in speech.articles:
        return None
    noun = lows[subject.last - 1]
    gender = speech.genders[lows[at]]
    person = (noun in speech.stands_for.person or noun in speech.roles.titles) and speech.sexes.get(
        noun, gender
    ) == gender
    return subject._replace(start=pronoun.start, end=pronoun.end) if person else None


def _several_telling(frame: Frame, pronoun: Phrase) -> Phrase | None:
    """Those at the head of a sentence who tell of something in it ("Party leaders unveiled a plan they say would …"), at the
    place of their pronoun."""
    lows, speech, at = frame.lows, frame.speech, pronoun.first
    opens = lows[at - 1] in speech.subordinators or lows[at - 1] in speech.interrogatives
    if opens and lows[at - 1] not in speech.joiners and frame.cues[0][0] < at:
        several = backward(
            frame, frame.cues[0][0], 0
        )  # "Union leaders say it is dead, because they say it costs too much"
        told = several is not None and several.kind in ("description", "body")
        if several is None or not told or not speech.is_several(lows[several.last - 1 : several.last]):
            return None
        return several._replace(start=pronoun.start, end=pronoun.end)
    if not lows[at - 1].isalpha() or lows[at - 1] in speech.ends_name:
        return None
    subject = main_subject(frame, 0, at - 1)
    if subject is None or subject.kind != "description" or not speech.is_several(lows[subject.first : subject.last]):
        return None
    return subject._replace(start=pronoun.start, end=pronoun.end)


def issuer(hit: Hit) -> Phrase | None:
    """Who issued the paper that a participle hangs on, told in a clause of its own ("… after Hill issued a statement saying")."""
    frame, first = hit.frame, hit.first
    chain = frame.speech.chain
    if frame.head_first or not (hit.before in chain.document_nouns or hit.before in chain.medium_nouns):
        return None
    verb = next((i for i in range(first - 2, max(0, first - NOUN), -1) if is_verb_at(frame, i)), 0)
    return backward(frame, verb, 0) if verb else None


def _noun_end(frame: Frame, first: int, before: int) -> int:
    """Where the noun behind an article ends ("The long delay was met with anger, …")."""
    speech, lows = frame.speech, frame.lows
    last = min(before, first + NOUN)
    verb = _verb(frame, first, last)
    return next((i for i in range(first + 2, verb) if lows[i] in speech.ends_name or lows[i] in PUNCTUATION), verb)


def _apposed_name(frame: Frame, first: int, comma: int, before: int) -> Phrase | None:
    """The name behind the description that opens a sentence ("the largest union, Unite, called …", "Kepala Dinas Sosial,
    Rina Dewi pun datang dan mengatakan …")."""
    lows = frame.lows
    if comma >= before or lows[comma] != "," or not is_role(frame, first, comma):
        return None
    ends = (i for i in range(comma + 1, min(before, comma + 6)) if lows[i] == "," or _is_behind_name(frame, i))
    end = next(ends, 0)
    if end <= comma + 1 or not is_name(frame, comma + 1, end) or is_name(frame, first, comma):
        return None
    return named_by_role(frame, (comma + 1, end), (first, comma))


def _is_behind_name(frame: Frame, at: int) -> bool:
    """Whether a small word ends an Indonesian name that no comma closes."""
    return frame.head_first and not frame.capital(at) and frame.lows[at] not in frame.speech.particles


def _first_words(frame: Frame, floor: int, before: int) -> int | None:
    candidates = list(_candidates(frame, floor, before))
    for first, last in candidates:
        low = frame.lows[first]
        if counted := behind_bound(frame, first, last):
            return counted
        if _is_span(frame, first, last) or _ends_place(frame, first, last, candidates) or _describes(frame, first):
            continue
        if _stresses(frame, first, last):
            return first + 1
        if low not in frame.speech.openers or (
            last - first > 1 and low in frame.speech.conjunctions and not _is_fronted(frame, low, last, candidates)
        ):
            return first + 1 if low in frame.speech.conjunctions else first
    return None


def _describes(frame: Frame, first: int) -> bool:
    """Whether a chunk is an English relative clause about the one before it ("Even lawyers, who often lose, were shocked, …")."""
    return not frame.head_first and first > 0 and frame.lows[first] in frame.speech.relative


def _stresses(frame: Frame, first: int, last: int) -> bool:
    """Whether an English adverb only stresses the subject behind it ("Even public defenders, …", "Now the council, …")."""
    lows, speech = frame.lows, frame.speech
    if frame.head_first or last - first < SHORTEST or lows[first] not in speech.openers:
        return False
    adverb = lows[first] in speech.adverbs and lows[first] not in speech.auxiliaries
    adverb = adverb and lows[first] not in speech.prepositions  # "On occasion, …"
    return adverb and lows[first + 1] not in speech.openers and speech.time.isdisjoint(lows[first:last])


def _is_fronted(frame: Frame, low: str, last: int, candidates: list[tuple[int, int]]) -> bool:
    """Whether a conjunction only opens a circumstance in front of an English clause ("After a long trial, a judge …")."""
    behind = next((first + 1 for first, end in candidates if end == last), 0)
    acts = frame.lows[behind].endswith(frame.speech.gerund) and not frame.capital(behind)  # "But answering him, Hill …"
    subordinates = not frame.head_first and (low not in frame.speech.joiners or acts)
    return subordinates and any(chunk[0] > last for chunk in candidates)


def _ends_place(frame: Frame, first: int, last: int, candidates: list[tuple[int, int]]) -> bool:
    """Whether a chunk only goes on with the place that ends an English circumstance ("When asked of Kirk, Ohio, Hill …")."""
    opening, closing = candidates[0], candidates[-1]
    if frame.head_first or first != opening[1] + 1 or last == closing[1] or last - first > 2:
        return False
    led = frame.lows[opening[0]] in frame.speech.openers and frame.capital(opening[1] - 1)
    return led and all(frame.capital(i) for i in range(first, last))


def _only_leads(frame: Frame, at: int) -> bool:
    """Whether a word is an article or a number, the noun of which is still to come ("Some 200 workers")."""
    return frame.lows[at] in frame.speech.articles or frame.lows[at][0].isdigit()


def _is_span(frame: Frame, first: int, last: int) -> bool:
    """Whether a length of time opens a clause ("Two days after the march, the father wrote …", "Shortly after dawn, …")."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or last - first < SHORTEST + 1:
        return False
    counted = lows[first][:1].isdigit() or lows[first] in speech.amounts
    soon = speech.ends_as_adverb(lows[first]) and lows[first + 1] in speech.subordinators
    return soon or (counted and lows[first + 2] in speech.openers)


def _candidates(frame: Frame, floor: int, before: int) -> Iterator[tuple[int, int]]:
    yield from (c for c in chunks_of(frame, floor, before) if c[1] > c[0] and frame.lows[c[0]] != QUOTED)


def _verb(frame: Frame, first: int, last: int) -> int:
    """The first finite verb among the words."""
    speech = frame.speech
    for i in range(first + 1 + (frame.lows[first] in speech.articles), last):
        low = frame.lows[i]
        if (
            speech.ends_as_adverb(low)
            and frame.capital(i - 1)
            and frame.lows[i + 1 : i + 2] != []
            and is_verb_at(frame, i + 1)
        ):
            return i  # "Hill angrily dismissed the plan, saying …"
        told = low.endswith("s") and i + 1 < len(frame.lows) and frame.lows[i + 1] in speech.definite
        acts = told and frame.lows[i - 1] in speech.speakers  # "The report attacks the plan, saying …"
        owned = frame.lows[i - 1].endswith(("'", "’"))  # "The inspectors' report"
        if not (frame.capital(i) or owned) and (
            acts or low in speech.auxiliaries or low in speech.cues.kinds or low.endswith(speech.verb_ends)
        ):
            return i
    return last
