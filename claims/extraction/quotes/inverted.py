"""Attributions whose speaker stands behind the cue: "…," kata X, "…," said X."""

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.name_or_office import is_name, is_role
from claims.extraction.people.phrases import Phrase, describe

from .asides import quoted_relative
from .attribution import Link, Tail, read_tail, tail_is_all
from .clauses import has_verb, is_verb_at, no_clause_before
from .forms import ends_unmarked, is_bare_aside
from .insertions import goes_on_behind
from .media import through_medium
from .objects import forward
from .said import Hit, Said, can_speak, is_sentence, opens_frame, opens_with_connective, skip_opening


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


def _with_issuer(frame: Frame, phrase: Phrase) -> Phrase:
    """An English paper with those who have issued it ("a statement issued by the council")."""
    lows, speech, last = frame.lows, frame.speech, phrase.last
    issued = not frame.head_first and last + 1 < len(lows) and lows[last] in speech.by
    if not issued or speech.chain.document_nouns.isdisjoint(lows[phrase.first : last]):
        return phrase
    behind = forward(frame, last + 1)
    return phrase if behind is None else (describe(frame, phrase.first, behind.last) or phrase)


def _inverted_speaker(hit: Hit) -> Phrase | None:
    frame, kinds = hit.frame, hit.kinds
    speech, last = frame.speech, hit.last
    if hit.quoted and speech.head_first and frame.lows[last : last + 1] == [","] and last + 1 < len(frame.lows):
        last += frame.capital(last + 1)  # "…," kata, Rina Dewi
    if last < len(frame.lows) and _is_no_speaker(frame, last):
        return None
    pointed = hit.word in speech.chain.just_as and last + 1 < len(frame.lows) and not frame.capital(last)
    if pointed and "after" in speech.cues.kinds.get(frame.lows[last], ()):
        return None  # "demikian bunyi siaran pers itu"
    phrase = forward(frame, last)
    phrase = _with_issuer(frame, phrase) if phrase is not None else None
    if phrase is None or (not hit.quoted and "postposed" in kinds and not can_speak(frame, phrase)):
        return None
    if not speech.head_first and hit.word in speech.cues.gerunds and frame.lows[last].endswith(speech.gerund):
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
    known = low in speech.articles or low in speech.roles.heads or low in speech.roles.bodies
    known = known or speech.roles.is_title_of_several(head)  # "say safety experts"
    known = known or head in speech.tellers or head in speech.chain.document_nouns  # "say unions", "says report"
    known = known or (
        head in speech.stands_for.person and "'s" in frame.words(phrase.first, phrase.last).replace("’", "'")
    )
    return phrase if known or frame.capital(phrase.first) else None


def _is_no_speaker(frame: Frame, at: int) -> bool:
    """Whether a word of time stands at word `at`, which no name is, or a cue that passes on."""
    low, speech = frame.lows[at], frame.speech
    if low in speech.time_names and frame.capital(at):
        return False  # "kata Hari"
    twice = (
        not speech.head_first
        and "postposed" in speech.cues.kinds.get(low, ())
        and low not in speech.chain.document_nouns
    )
    return low in speech.time or low in speech.cues.relay or twice  # "…, report says"


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
        shape = "before" if first == 2 and opens_with_connective(frame) else "middle"
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
    if following in frame.speech.relative or (not frame.head_first and following in frame.speech.cues.participle_words):
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
