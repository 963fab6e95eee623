"""Attributions behind what was said: "…," kata X, "…," said X, "…," X said."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.phrases import Phrase, is_name, is_role
from claims.extraction.scan import DASHES

from .asides import quoted_relative
from .attribution import Link, Tail, read_tail, tail_is_all
from .clauses import ends_before_time, has_verb, is_verb_at, no_clause_before
from .forms import ends_unmarked, is_as_told, is_bare_aside, is_noun_behind, tells_clause
from .insertions import goes_on_behind
from .main_subjects import plain_teller
from .media import through_medium
from .nested import goes_on_inside, is_blocked, is_inside_told, is_left, is_passive, names_one, only_compares
from .objects import forward
from .offices import is_titled
from .outlets import object_end
from .preposed import will_be_said
from .relays import is_passed_on
from .said import (
    Hit,
    Said,
    behind_source,
    can_speak,
    clause_before,
    compares,
    follows_quotation,
    is_amount,
    is_connective,
    is_sentence,
    only_fronted,
    opens_frame,
    skip_opening,
)
from .subjects import backward
from .tails import adds_silence

FRONT: Final = 6
"""Words of an adverbial in front of an aside."""

SHORT: Final = 12
"""Words in front of an aside that are no sentence of their own."""


def inverted_shape(hit: Hit) -> Said | None:
    """As in "…," kata X / said X: the speaker stands behind the cue, what was said before it."""
    frame, first = hit.frame, hit.opening
    bare = is_bare_aside(hit)
    phrase = _inverted_speaker(hit) if bare or _may_invert(hit) else None
    if phrase is None:
        return None
    if bare:
        return hit.said("middle", first, phrase.last + 1, phrase, (), "cue_middle")
    spoken_in: tuple[Link, ...] = ()
    if hit.quoted:
        phrase, spoken_in = through_medium(frame, phrase, pointed=hit.opening < hit.first)
    tail = read_tail(frame, phrase.last)
    if spoken_in:
        return hit.said("after", first, tail.end, phrase, (*spoken_in, *tail.links), "cue_medium")
    if hit.quoted and _is_subject(hit, phrase):
        return None
    ends = frame.lows[phrase.last : phrase.last + 1] == [","] or tail_is_all(frame, phrase.last)
    if not ends and "tell" in hit.kinds:
        return None  # "The coach, who said "no", warned Hill to go"
    if not ends and quoted_relative(frame, first, 0):
        return None  # "The police, who called him "armed", asked the public to stay away"
    if hit.quoted:
        return hit.said("after", first, tail.end, phrase, tail.links, "cue_after")
    return _inverted_unquoted(hit, phrase, tail)


def _is_subject(hit: Hit, phrase: Phrase) -> bool:
    """Whether one marked word is the subject of an English cue, whose object follows ("'Leak' reveals Kilby library plans")."""
    frame = hit.frame
    mark = frame.marked.get(hit.first - 1)
    if frame.head_first or mark is None or hit.first > 1:
        return False
    word = frame.text[mark.inner_start : mark.inner_end]
    return " " not in word and word[-1:].isalpha() and not tail_is_all(frame, phrase.last)


def _may_invert(hit: Hit) -> bool:
    kinds = hit.kinds
    behind = (hit.before == "," or hit.opening < hit.first or ends_unmarked(hit)) and "postposed" in kinds
    if hit.frame.head_first:
        opening = ("opening" in kinds or "opening_closed" in kinds) and opens_frame(hit.frame, hit.first)
        return (hit.quoted and "after" in kinds) or behind or opening
    return (hit.quoted or behind) and "participle" not in kinds and ("tell" not in kinds or "postposed" in kinds)


def _inverted_speaker(hit: Hit) -> Phrase | None:
    frame, kinds = hit.frame, hit.kinds
    speech, last = frame.speech, hit.last
    if hit.quoted and speech.head_first and frame.lows[last : last + 1] == [","] and last + 1 < len(frame.lows):
        last += frame.capital(last + 1)  # "…," kata, Rina Dewi
    if last < len(frame.lows) and _is_no_speaker(frame, last):
        return None
    pointed = hit.word in speech.chain.just_as and last + 1 < len(frame.lows) and not frame.capital(last)
    if pointed and "after" in speech.kinds.get(frame.lows[last], ()):
        return None  # "demikian bunyi siaran pers itu"
    phrase = forward(frame, last)
    if phrase is None or (not hit.quoted and "postposed" in kinds and not can_speak(frame, phrase)):
        return None
    if not speech.head_first and hit.word in speech.gerunds and frame.lows[last].endswith(speech.gerund):
        return None  # "Hill, 41, denied striking Karim Aziz"
    low = frame.lows[phrase.first]
    paper = low in speech.chain.medium_nouns and low not in speech.chain.document_nouns
    if speech.head_first and phrase.kind == "description" and paper and not hit.quoted:
        return None  # "Disampaikan jawaban itu, ia diam"
    if speech.head_first or phrase.kind in ("name", "body"):
        return phrase
    if phrase.kind == "pronoun" or low in speech.owners:
        verb = frame.speech.auxiliaries.intersection(frame.lows[phrase.last : phrase.last + 1])  # "says he was ill"
        return phrase if hit.quoted and not verb else None  # "Hill, in a letter, said its report was wrong"
    head = frame.lows[phrase.last - 1]
    behind = frame.lows[phrase.last : phrase.last + 1]
    told = any(word == QUOTED or word in speech.clause_that or word in speech.articles for word in behind)
    verbs = (i for i in range(phrase.first + 1, phrase.last - (not told)) if is_verb_at(frame, i))
    if not hit.quoted and any(frame.lows[i - 1] not in speech.adverbs for i in verbs):
        return None  # "Officials in Harrow, Ohio, say a boy killed his mother", "Hill, 40, said the poll showed that"
    known = low in speech.articles or low in speech.heads or low in speech.bodies
    known = known or speech.is_title_of_several(head)  # "say safety experts"
    known = known or head in speech.tellers or head in speech.chain.document_nouns  # "say unions", "says report"
    return phrase if known or frame.capital(phrase.first) else None


def _is_no_speaker(frame: Frame, at: int) -> bool:
    """Whether a word of time stands at word `at`, which no name is, or a cue that passes on."""
    low, speech = frame.lows[at], frame.speech
    if low in speech.time_names and frame.capital(at):
        return False  # "kata Hari"
    twice = (
        not speech.head_first and "postposed" in speech.kinds.get(low, ()) and low not in speech.chain.document_nouns
    )
    return low in speech.time or low in speech.relay or twice  # "…, report says"


def _inverted_unquoted(hit: Hit, phrase: Phrase, tail: Tail) -> Said | None:
    """The shapes of an inverted cue where no quotation stands before it."""
    frame, first, end = hit.frame, hit.opening, tail.end
    speech, lows = frame.speech, frame.lows
    if not speech.head_first and (lows[end : end + 1] == [QUOTED] or not _closes(frame, first, end)):
        return None  # "Hill, however, said Brown "has worked hard""
    if no_clause_before(frame, first):
        return None
    if speech.head_first and opens_frame(frame, first):
        closed = lows[end : end + 1] == [","] or ("announced" in hit.kinds and _opens_clause(frame, end))
        if hit.kinds & {"announced", "opening_closed"} and (lows[0] in speech.anaphors or not closed):
            return None
        content = skip_opening(frame, end)
        narrates = first == 2 and lows[1] == "," and lows[0] in speech.adverbs and lows[0] not in speech.joiners
        shape = "middle" if narrates and closed else "before"  # "Kemudian, lanjut Rina, polisi memeriksa rekaman"
        return hit.said(shape, first, content, phrase, tail.links, "cue_opening") if content < len(lows) else None
    following = lows[end] if end < len(lows) else ""
    if following in ("", QUOTED, ":", ";"):
        return hit.said("after", first, end, phrase, tail.links, "cue_after")
    if following == ",":
        if not _is_aside(hit, phrase, end):
            return hit.said("after", first, len(lows), phrase, tail.links, "cue_after")
        shape = "before" if first == 2 and is_connective(frame, 0) else "middle"
        return hit.said(shape, first, end + 1, phrase, tail.links, "cue_middle")
    past = lows.index(",", end) + 1 if following in speech.relative and "," in lows[end:-1] else 0
    goes_on = past and speech.head_first and not (lows[past] in speech.ends_name or lows[past] in speech.conjunctions)
    if goes_on and not is_sentence(frame, hit.first - 1) and has_verb(frame, past, len(lows)):
        return hit.said("middle", first, past, phrase, tail.links, "cue_middle")  # "kata Rina yang memimpin tim, …"
    if goes_on_behind(hit, end):
        return hit.said("middle", first, end, phrase, tail.links, "cue_middle")
    closed = not speech.head_first or following in speech.ends_name or following in speech.relative
    if closed or tail_is_all(frame, phrase.last):
        return hit.said("after", first, end, phrase, tail.links, "cue_after")
    return None


def _opens_clause(frame: Frame, at: int) -> bool:
    """Whether a clause begins at word `at` without the comma before it ("Dikatakan Budi sejumlah warga sudah pulang")."""
    lows, speech = frame.lows, frame.speech
    if at >= len(lows) or frame.capital(at) or lows[at] in PUNCTUATION or is_verb_at(frame, at):
        return False
    return lows[at] not in speech.ends_name and lows[at] not in speech.time and has_verb(frame, at, len(lows))


def _is_aside(hit: Hit, phrase: Phrase, comma: int) -> bool:
    """Whether an inverted cue between commas interrupts what was said, rather than ending it."""
    frame = hit.frame
    following = frame.lows[comma + 1] if comma + 1 < len(frame.lows) else ""
    if following in frame.speech.relative or (not frame.head_first and following in frame.speech.participle_words):
        return False  # "…, said Ann Hill, adding that …"
    if (
        not frame.head_first
        and following in frame.speech.subordinators
        and any(is_verb_at(frame, i) for i in range(1, hit.first - 1))
    ):
        return False  # "The men raided the village, said Gambo Isa, a spokesman, while addressing reporters"
    named = not frame.head_first and not any(is_verb_at(frame, i) for i in range(comma + 1, len(frame.lows)))
    if named and has_verb(frame, 0, hit.first - 1):
        return False  # "…, reported Harbour News, the official agency"
    if not is_sentence(frame, hit.first - 1):
        return True
    goes_on = following in frame.speech.conjunctions or following in frame.speech.goes_on
    return frame.head_first and (phrase.kind == "pronoun" or goes_on)


def _closes(frame: Frame, first: int, at: int) -> bool:
    """Whether what stands around "…, said X" lets it be read as an attribution behind a sentence."""
    lows, speech = frame.lows, frame.speech
    i = next((i for i in range(first - 2, max(0, first - 40), -1) if lows[i] == ","), 0)
    if i:
        apposed = lows[i + 1] in speech.articles and is_role(frame, i + 1, first - 1) and is_name(frame, 0, i)
        told = at >= len(lows) and has_verb(frame, 0, i)  # "It hit a wall, which fell, said the mayor."
        if (lows[i + 1] in speech.relative and not told) or apposed:
            return False
    if at >= len(lows) or lows[at] in PUNCTUATION or lows[at] in speech.relative:
        return True
    return lows[at] in speech.ends_name and lows[at] not in speech.auxiliaries and lows[at] not in speech.that


def behind_shape(hit: Hit) -> Said | None:
    """As in "…," X said / "…, X melaporkan": speaker and cue stand behind what was said."""
    frame, first = hit.frame, hit.first
    if not frame.head_first and hit.before in frame.speech.coordinators:
        return None  # "…," she said and added: "…"
    if "participle" in hit.kinds or "bare" in hit.kinds:
        return None
    if (is_blocked(frame, first) and not will_be_said(hit)) or is_passive(hit) or tells_clause(hit):
        return None
    if not frame.head_first and (is_as_told(hit) or is_noun_behind(hit)):
        return None
    if frame.head_first and hit.word.startswith(frame.speech.finite_starts[1:]):
        return None  # "Usul agar “…” dihapus disampaikan dalam rapat": it is said by whoever stands behind
    start = clause_before(frame, first)
    if start is None:
        return None
    prior = hit.found[-1] if hit.found and hit.found[-1].shape == "after" else None
    if not frame.head_first and prior is not None and start < prior.last < first and hit.word in frame.speech.relay:
        start = prior.last + (frame.lows[prior.last] == ",")  # "…," Hill said, the Cape Times reported
    quoted = follows_quotation(frame, start)
    called = hit.last + (not frame.speech.chain.just_as.isdisjoint(frame.lows[hit.last : hit.last + 1]))
    again = not frame.head_first and frame.lows[called : called + 1] == [QUOTED]
    if not quoted and again:
        return None  # "Speaking in court, Judge Hill, said "It is over.""
    if not quoted and is_inside_told(hit, start):
        return None
    if not quoted and (_behind_office(frame, start) if frame.head_first else behind_source(hit, start)):
        return None
    if any(at >= start and "own" in frame.speech.kinds[word] for at, last, word in frame.cues if last <= first):
        return None  # "…," katanya menambahkan
    if frame.head_first and any(at == start and "after" in frame.speech.kinds[word] for at, _, word in frame.cues):
        return None  # "…," kata Rina, menambahkan bahwa …
    if not frame.speech.conditions.isdisjoint(frame.lows[start:first]):
        return None  # "…, Wales and Ireland if Hill agreed to come"
    if not frame.head_first and (frame.lows[start] in frame.speech.relative or hit.before in frame.speech.relative):
        return None  # "…, which it says are lying idle", "…, he was thanked by Hill who said …"
    if not frame.head_first and not quoted and compares(frame, start, first):
        return None  # "…, for what the union claims", "…, what Hill said was a mistake"
    if quoted and frame.lows[start] in frame.speech.joiners and (again or not tail_is_all(frame, hit.last)):
        return None  # "He was asked "why", and he said "nobody came""
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
    alone = hit.word in frame.speech.never_alone and (frame.head_first or phrase.kind == "description")
    if alone and not quoted and "hearings" not in hit.kinds:
        return None  # "…, protests by farmers continued, with groups demanding …"
    if quoted or (closing and tail.end >= len(frame.lows)):
        if not quoted and only_fronted(frame, start, SHORT):
            return None
        return hit.said("after", start, tail.end, phrase, (*links, *tail.links), "subject_after")
    ended = closing and (frame.lows[tail.end] == QUOTED or QUOTED in frame.lows[:start])
    if (ended or frame.head_first) and only_fronted(frame, start, SHORT):
        return None  # "In a post, she said "…""
    closing = closing or is_passed_on(frame, tail.end) or adds_silence(frame, tail.end)
    closing = closing or ends_before_time(frame, start, end, tail.end)
    if closing or (is_sentence(frame, start - 1) and not goes_on_inside(frame, tail.end)):
        return hit.said("after", start, len(frame.lows), phrase, (*links, *tail.links), "subject_after")
    inside = not frame.head_first and frame.lows[start - 2] in frame.speech.relative  # "terms which, they said, …"
    shape = "before" if inside or (start == 2 and is_connective(frame, 0)) else "middle"
    return hit.said(shape, start, tail.end + 1, phrase, (*links, *tail.links), "subject_middle")


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
    if (relative and has_verb(frame, 0, start - 1)) or not speech.participle_words.isdisjoint(behind):
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
            or following in speech.participle_words
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
        whole or not speech.auxiliaries.isdisjoint(behind) or not (links or tail.links)
    )  # "The work, she told us, will end"
    return not speech.head_first and following == "," and told and (whole or start <= SHORT)


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
    plain = "postposed" in hit.kinds and phrase.last - phrase.first <= FRONT
    plain = plain and frame.lows[start] not in frame.speech.openers
    return plain_teller(hit, phrase) if quoted or plain or can_speak(frame, phrase) else None
