"""Attributions behind what was said whose speaker stands before the cue: "…," X said."""

from typing import Final

from claims.extraction.frames import QUOTED, Frame
from claims.extraction.people.name_or_office import is_role
from claims.extraction.people.phrases import Phrase
from claims.extraction.scan import DASHES

from .attribution import Link, Tail, read_tail, tail_is_all
from .clauses import ends_before_time, has_verb, is_verb_at
from .forms import is_as_told, is_noun_behind, tells_clause
from .main_subjects import plain_teller
from .nested import goes_on_inside, is_blocked, is_inside_told, is_left, is_passive, names_one, only_compares
from .objects import forward
from .offices import is_titled
from .outlets import object_end
from .preposed import will_be_said
from .relays import is_passed_on
from .said import (
    SHORT,
    Hit,
    Said,
    behind_source,
    can_speak,
    clause_before,
    compares,
    follows_quotation,
    is_amount,
    is_sentence,
    only_fronted,
    opens_with_connective,
)
from .subjects import backward
from .tails import adds_silence
from .terms import ends_pointed

FRONT: Final = 6
"""Words of an adverbial in front of an aside."""


def behind_shape(hit: Hit) -> Said | None:
    """As in "…," X said / "…, X melaporkan": speaker and cue stand behind what was said."""
    frame, first = hit.frame, hit.first
    if not _may_tell(hit):
        return None
    start = clause_before(frame, first)
    if start is None:
        return None
    prior = hit.found[-1] if hit.found and hit.found[-1].shape == "after" else None
    if (
        not frame.head_first
        and prior is not None
        and start < prior.last < first
        and hit.word in frame.speech.cues.relay
    ):
        start = prior.last + (frame.lows[prior.last] == ",")  # "…," Hill said, the Cape Times reported
    leads = frame.lows[hit.last : hit.last + 1] in ([":"], [QUOTED])
    if not frame.head_first and prior is not None and leads and start < prior.last < first:
        return None  # "…," said one fan, as another wrote: "…"
    quoted = follows_quotation(frame, start)
    called = hit.last + (not frame.speech.chain.just_as.isdisjoint(frame.lows[hit.last : hit.last + 1]))
    again = not frame.head_first and frame.lows[called : called + 1] == [QUOTED]
    if _tells_another(hit, start, quoted=quoted, again=again):
        return None
    links, end = told_behind(frame, hit.last, hit.kinds, quoted=quoted)
    tail = read_tail(frame, end)
    bidden = bool(links) or not (frame.head_first or quoted or tail.links)
    if bidden and not frame.speech.to.isdisjoint(frame.lows[end : end + 1]):
        return None  # "…, but the mayor told them to leave", "…, though Hill continued to lead it"
    if not (quoted or frame.head_first or has_verb(frame, 0, start - 1)) and _has_verb_inside(frame, end, tail):
        return None  # "A provincial official, mayor Ann Hill, said at least two roads were shut"
    closing = _is_closing(frame, start, tail.end, quoted=quoted) or (bool(links) and is_left(frame, start, tail.end))
    if not closing and not _may_go_on(frame, start, tail, links, quoted=quoted):
        return None
    if "documents_only" in hit.kinds and not closing and not frame.head_first:
        return None  # "…" doctors found the work "…"
    phrase = _speaker_behind(hit, start, quoted=quoted)
    if phrase is None or names_one(hit, phrase):
        return None
    alone = hit.word in frame.speech.cues.never_alone and (frame.head_first or phrase.kind == "description")
    if alone and not quoted and "hearings" not in hit.kinds:
        return None  # "…, protests by farmers continued, with groups demanding …"
    if quoted or (closing and tail.end >= len(frame.lows)):
        if not quoted and only_fronted(frame, start):
            return None
        return hit.said("after", start, tail.end, phrase, (*links, *tail.links), "subject_after")
    ended = closing and (frame.lows[tail.end] == QUOTED or QUOTED in frame.lows[:start])
    if (ended or frame.head_first) and only_fronted(frame, start):
        return None  # "In a post, she said "…""
    closing = closing or is_passed_on(frame, tail.end) or adds_silence(frame, tail.end)
    closing = closing or ends_before_time(frame, start, end, tail.end)
    if closing or (is_sentence(frame, start - 1) and not goes_on_inside(frame, tail.end)):
        return hit.said("after", start, len(frame.lows), phrase, (*links, *tail.links), "subject_after")
    inside = not frame.head_first and frame.lows[start - 2] in frame.speech.relative  # "terms which, they said, …"
    shape = "before" if inside or (start == 2 and opens_with_connective(frame)) else "middle"
    return hit.said(shape, start, tail.end + 1, phrase, (*links, *tail.links), "subject_middle")


def _depends(frame: Frame, start: int) -> bool:
    """Whether a clause at word `start` only tells when or why something was so: "It was found in May, when a guard told the firm"."""
    speech, low = frame.speech, frame.lows[start]
    return low in speech.subordinators and low not in speech.joiners and low not in speech.chain.just_as


def _has_object(hit: Hit) -> bool:
    """Whether a preposition behind a cue opens what it is about: "Before they died, both complained about headaches"."""
    speech, following = hit.frame.speech, hit.frame.lows[hit.last : hit.last + 1]
    tails = speech.chain.medium | speech.chain.audience | speech.subordinators | speech.time
    return "strict" in hit.kinds and bool(following) and following[0] in speech.prepositions - tails


def _may_tell(hit: Hit) -> bool:
    """Whether a cue can be the verb of a speaker in front of it, by its form and by what stands right before it."""
    frame = hit.frame
    if not frame.head_first and hit.before in frame.speech.coordinators:
        return False  # "…," she said and added: "…"
    if "participle" in hit.kinds or "bare" in hit.kinds:
        return False
    if (is_blocked(frame, hit.first) and not will_be_said(hit)) or is_passive(hit) or tells_clause(hit):
        return False
    if not frame.head_first and (is_as_told(hit) or is_noun_behind(hit)):
        return False
    # Not "Usul agar “…” dihapus disampaikan dalam rapat": it is said by whoever stands behind.
    return not (frame.head_first and hit.word.startswith(frame.speech.finite_starts[1:]))


def _tells_another(hit: Hit, start: int, *, quoted: bool, again: bool) -> bool:
    """Whether the words from `start` to a cue tell of another's words, or of no words at all; `again` says that a quotation stands
    behind the cue."""
    frame, first = hit.frame, hit.first
    if not quoted and again:
        return True  # "Speaking in court, Judge Hill, said "It is over.""
    if not quoted and is_inside_told(hit, start):
        return True
    if not quoted and (_behind_office(frame, start) if frame.head_first else behind_source(hit, start)):
        return True
    if any(at >= start and "own" in frame.speech.cues.kinds[word] for at, last, word in frame.cues if last <= first):
        return True  # "…," katanya menambahkan
    if frame.head_first and any(at == start and "after" in frame.speech.cues.kinds[word] for at, _, word in frame.cues):
        return True  # "…," kata Rina, menambahkan bahwa …
    if not frame.speech.conditions.isdisjoint(frame.lows[start:first]):
        return True  # "…, Wales and Ireland if Hill agreed to come"
    if not (quoted or frame.head_first) and (_depends(frame, start) or _has_object(hit)):
        return True
    if not frame.head_first and (frame.lows[start] in frame.speech.relative or hit.before in frame.speech.relative):
        return True  # "…, which it says are lying idle", "…, he was thanked by Hill who said …"
    if not frame.head_first and not quoted and compares(frame, start, first):
        return True  # "…, for what the union claims", "…, what Hill said was a mistake"
    if not quoted or not (again or not tail_is_all(frame, hit.last)):
        return False
    if frame.head_first:
        return frame.lows[start] in frame.speech.joiners
    # "He was asked "why", and he said "nobody came"", "Hill praised the "fine" work and Roy said it was "great""
    joined = frame.lows[start - 1] == QUOTED and not ends_pointed(frame, start - 1)
    joined = joined and not frame.speech.coordinators.isdisjoint(frame.lows[start + 1 : first])
    return joined or frame.lows[start] in frame.speech.joiners or _depends(frame, start)


def _has_verb_inside(frame: Frame, at: int, tail: Tail) -> bool:
    """Whether a verb stands in a tail from word `at` on, outside its parts ("in a statement issued on Tuesday")."""
    parts = {i for link in tail.links for i in range(link.first, link.last)}
    return any(i not in parts and is_verb_at(frame, i) for i in range(at, tail.end))


def _behind_office(frame: Frame, start: int) -> bool:
    """Whether nothing but an office stands before the comma of a name: "Saat dihubungi, Kepala Dinas Sosial, Budi mengakui"."""
    before = next((i for i in range(start - 2, -1, -1) if frame.lows[i] == ","), -1)
    told = before < 0 and any(is_verb_at(frame, i) for i in range(start - 1))
    return not told and is_role(frame, before + 1, start - 1) and is_titled(frame, before + 1, start - 1)


def told_behind(frame: Frame, last: int, kinds: frozenset[str], *, quoted: bool) -> tuple[tuple[Link, ...], int]:
    """Whom a cue of telling that ends at word `last` tells, or one of asking behind a quotation asks, and the word behind."""
    tells = kinds & ({"tell", "ask"} if quoted and not frame.head_first else {"tell"})
    if not tells or (last < len(frame.lows) and frame.lows[last] in frame.speech.that):
        return (), last
    about = last + 1 < len(frame.lows) and frame.lows[last] in frame.speech.prepositions and not frame.head_first
    audience = forward(frame, last + (about and is_amount(frame.lows[last + 1], frame.speech)))
    if audience is None:
        return (), last
    if audience.last - last == 1 and frame.lows[last] in frame.speech.articles:
        return (), last
    end, whole = audience.last, object_end(frame, last)
    while whole > last + 1 and frame.lows[whole - 1] in frame.speech.time:
        whole -= 1
    end = min(end, whole) if frame.lows[end - 1] in frame.speech.time else end
    if whole > end and (whole >= len(frame.lows) or QUOTED in frame.lows[whole - 1 : whole + 1]):
        end = whole
    chain = frame.speech.chain
    nouns = chain.gatherings if frame.lows[end - 1] in frame.speech.time else chain.audience_nouns
    end += not nouns.isdisjoint(frame.lows[end : end + 1])  # "told a Saturday briefing", "told 90 Facebook followers"
    return (Link("audience", last, end),), end


def _is_closing(frame: Frame, start: int, end: int, *, quoted: bool) -> bool:
    """Whether the sentence, or its part up to the next quotation, ends with the attribution."""
    lows, speech = frame.lows, frame.speech
    closers = frozenset(";:") if quoted else DASHES if not speech.head_first else frozenset[str]()
    if end >= len(lows) or lows[end] == QUOTED or lows[end] in closers:
        return True  # "The road is shut, police say - the bridge too"
    behind = lows[end + 1 : end + 2] if lows[end] == "," else []
    relative = behind != [] and behind[0] in speech.relative and behind[0] not in speech.that
    if (relative and has_verb(frame, 0, start - 1)) or not speech.cues.participle_words.isdisjoint(behind):
        return True  # "The plan was dead, Hill said on Monday, adding that …"
    rest = lows[end:]
    circumstance = rest[0] in speech.phrase_ends and rest[0] not in speech.subjects and rest[0] not in speech.that
    circumstance = circumstance or lows[end - 1] in speech.prepositions
    plain = not any(low in speech.that or low == "," for low in rest[:SHORT])
    told = is_sentence(frame, start - 1) or QUOTED in lows[:start]
    verbless = not any(low == ":" or is_verb_at(frame, i) for i, low in enumerate(rest[:SHORT], end))
    opened = lows[0] in speech.subordinators or not has_verb(frame, 0, start - 1)
    told = told or (verbless and not opened)  # "The road was shut, Hill said during a visit to Leeds"
    return not speech.head_first and circumstance and len(rest) <= SHORT and plain and told


def _may_go_on(frame: Frame, start: int, tail: Tail, links: tuple[Link, ...], *, quoted: bool) -> bool:
    """Whether the sentence may go on behind an attribution that stands behind what was said."""
    speech, following = frame.speech, frame.lows[tail.end]
    if quoted:
        mark = frame.marked.get(start - 1)
        if not speech.head_first and mark is not None and frame.text[mark.inner_end - 1] == ",":
            return True  # the comma inside the marks says that the sentence goes on with its speaker
        return (
            following == ","
            or following in speech.ends_name
            or following in speech.conjunctions
            or following in speech.cues.participle_words
            or following in speech.chain.taken_from
            or following in speech.links
        )
    if following == "," and frame.lows[tail.end + 1 : tail.end + 2] == [QUOTED]:
        return False
    if is_sentence(frame, start - 1):
        return following == "," or (not speech.head_first and following in speech.coordinators)
    whole = frame.lows[0] not in speech.openers and has_verb(frame, 0, start - 1)
    behind = frame.lows[tail.end + 1 : tail.end + 2]
    told = (
        whole
        or not speech.auxiliaries.isdisjoint(behind)
        or not (links or tail.links)
        or _goes_on(frame, start, tail.end + 1)
    )  # "The work, she told us, will end"
    return not speech.head_first and following == "," and told and (whole or start <= SHORT)


def _goes_on(frame: Frame, start: int, at: int) -> bool:
    """Whether a clause with its own subject goes on at word `at` behind those who were told of it, the clause it depends on in front
    of word `start` ("If it rains, Hill told us, the dam will …")."""
    lows, speech = frame.lows, frame.speech
    if lows[0] not in speech.subordinators or not has_verb(frame, 1, start - 1):
        return False
    subject = lows[at : at + 1]
    opens = bool(subject) and (subject[0] in speech.definite or subject[0] in speech.subjects)
    return opens and speech.clause_that.isdisjoint(lows[at:]) and has_verb(frame, at, len(lows))


def _speaker_behind(hit: Hit, start: int, *, quoted: bool) -> Phrase | None:
    frame = hit.frame
    phrase = backward(frame, hit.first, start)
    if phrase is None or phrase.first > start + (1 if phrase.kind == "pronoun" else SHORT):
        return None
    if (
        not (quoted or frame.head_first)
        and phrase.first > start
        and frame.lows[phrase.first - 1] in frame.speech.relative
    ):
        return None  # "…, up from the £1m that Hill had announced"
    led = phrase.last - phrase.first > 1 and any(at == phrase.first for at, _, _ in frame.cues)
    if only_compares(frame, phrase) or (led and not frame.head_first):
        return None  # "Ann Hill, an analyst, said the figures showed …"
    for i in range(phrase.first + 1, phrase.last):
        low, prior = frame.lows[i], frame.lows[i - 1]
        small = (frame.speech.links, frame.speech.ends_name, frame.speech.articles)
        glued = prior.endswith(("'s", "’s")) or any(prior in words for words in small)
        if low in frame.speech.articles and not glued and phrase.kind == "description" and not quoted:
            return None
    lead = frame.lows[start - 1] == QUOTED and phrase.first == start and not ends_pointed(frame, start - 1)
    if not frame.head_first and quoted and lead and not can_speak(frame, phrase):
        return None  # "Minister quits over 'toxic' culture claims"
    plain = "postposed" in hit.kinds and phrase.last - phrase.first <= FRONT
    plain = plain and frame.lows[start] not in frame.speech.openers
    return plain_teller(hit, phrase) if quoted or plain or can_speak(frame, phrase) else None
