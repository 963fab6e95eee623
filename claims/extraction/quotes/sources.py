"""Attributions whose source stands in a phrase of its own: "menurut X", "according to X", "katanya", "dikutip dari X"."""

from typing import Final

from claims.extraction.frames import BREAKS, QUOTED, Frame
from claims.extraction.people.phrases import Phrase, describe

from .asides import behind_bound
from .attribution import PLACES, Link, read_tail, relay_link, tail_is_all
from .clauses import has_verb, is_verb_at
from .insertions import breaks_in, goes_on_without, opens_with_adverbial
from .objects import forward
from .outlets import object_end
from .said import (
    Hit,
    Said,
    follows_quotation,
    is_sentence,
    opens_frame,
    own_phrase,
    past_cue,
    skip_opening,
)
from .source_phrases import NOUN_REACH, past_signer, source_phrase
from .tails import adds_silence

CLAUSE: Final = 16
"""Words of a relative clause that describes a source."""

CLOSE: Final = 12
"""Words behind a source at the end of a sentence that still belong to it."""

SUBJECT: Final = 10
"""Words of a subject that a source without commas follows."""

FRONT: Final = 6
"""Words of an adverbial in front of an aside."""

POINTED: Final = 2
"""Words that point back at what was told ("Hal itu")."""


def source_shape(hit: Hit) -> Said | None:
    """As in "Menurut X, …", "…, according to X": the source stands in a phrase of its own."""
    frame, first = hit.frame, hit.first
    own = "source_own" in hit.kinds
    phrase = own_phrase(frame, first, hit.last) if own else source_phrase(hit)
    if phrase is None:
        return None
    end = max(hit.last, phrase.last)
    if hit.before in ("", ",") or _tells_nearer(hit, end):
        end = _with_modifier(frame, end)
    tail = read_tail(frame, end)
    if frame.head_first and hit.found and hit.found[-1].shape == "before" and hit.found[-1].content == first:
        return None  # "Budi mengatakan, berdasarkan data itu …": the source belongs to what he said
    if (
        "source_head" in hit.kinds
        and hit.before != ","
        and any(s.shape == "before" and s.content < first for s in hit.found)
    ):
        return None  # "Budi mengatakan harga naik berdasarkan data BPS"
    if frame.head_first and hit.before in frame.speech.relative and frame.lows[end : end + 1] == [QUOTED]:
        return hit.said("before", first, end, phrase, (), "source_before")  # "yang menurut Rina “hancur di udara”"
    if opens_frame(frame, first):
        if behind := _behind_description(frame, tail.end):
            return hit.said("before", first, behind + 1, phrase, tail.links, "source_before")
        if tail.end >= len(frame.lows) and (tail.links or not frame.head_first or not has_verb(frame, end, tail.end)):
            return None
        if behind := _behind_clause(frame, tail.end if tail.links else end):
            passed = relay_link(frame, end + 1) if frame.lows[end + 1] in frame.speech.cues.relay else None
            links = tail.links or ((passed,) if passed else ())  # "Menurut BPS dalam laporan yang dirilis Senin, …"
            return hit.said("before", first, behind, phrase, links, "source_before")
        opens = frame.lows[end]
        circumstance = opens in frame.speech.chain.medium and opens not in frame.speech.roles.place_before
        circumstance = circumstance and frame.head_first and not tail.links
        told = (
            not circumstance
            and tail.end < len(frame.lows)
            and (frame.lows[tail.end] in (",", ":") or (tail.end > end and frame.lows[tail.end - 1] != ","))
        )
        behind = past_cue(frame, past_signer(frame, first, _past_districts(frame, first, tail.end if told else end)))
        if _presents(frame, behind):
            return None
        return hit.said("before", first, behind, phrase, tail.links, "source_before")
    if tail_is_all(frame, end):
        return hit.said("after", first, tail.end, phrase, tail.links, "source_after")
    dash = not frame.head_first and not BREAKS.isdisjoint(frame.lows[tail.end : tail.end + 1])
    if dash or _closes_sentence(hit, tail.end):
        return hit.said("after", first, len(frame.lows), phrase, tail.links, "source_after")
    ahead = frame.lows[tail.end : tail.end + 1]
    if hit.before == "," and (ahead == [","] or (frame.head_first and not frame.speech.auxiliaries.isdisjoint(ahead))):
        if ahead == [","] and _only_joins(frame, first - 1):
            return hit.said("before", first, tail.end + 1, phrase, tail.links, "source_before")
        return hit.said("middle", first, tail.end + (ahead == [","]), phrase, tail.links, "source_middle")
    closed = tail.end + (frame.lows[tail.end : tail.end + 1] == [","])
    inside = frame.head_first and 1 < first <= SUBJECT
    if inside and (_goes_on_with_verb(hit, closed) or goes_on_without(hit, closed)):
        return hit.said("middle", first, closed, phrase, tail.links, "source_middle")
    content = skip_opening(frame, end)
    joined = hit.before == "," or hit.before in frame.speech.conjunctions
    if joined and content < len(frame.lows):
        return hit.said("before", first, content, phrase, tail.links, "source_before")
    return None


def _only_joins(frame: Frame, comma: int) -> bool:
    """Whether the words before a comma only join the sentence to the one before ("Selain itu, berdasarkan data itu, …", "Di
    samping itu, …"), or an English clause to the one before ("It is safe, but, according to Hill, …")."""
    speech, lows = frame.speech, frame.lows
    if not frame.head_first and comma > 1:
        return lows[comma - 1] in speech.joiners and lows[comma - 2] == ","
    short = frame.head_first and 1 < comma <= NOUN_REACH
    pointed = lows[comma - 1] in speech.anaphors and lows[comma - 1] in speech.determiners
    return short and lows[0] in speech.openers and pointed


def _behind_description(frame: Frame, at: int) -> int:
    """The comma behind what describes a source, a relative clause or the kind of body that it is ("According to Bob Hill, who
    was hit twice, …", "According to the lawsuit, filed on Monday, …", "According to Kelvan, a testing firm in Hull, …", "Menurut
    Rina, yang ditemui di Solo, Senin (3/2), …"), else 0."""
    lows = frame.lows
    if lows[at : at + 1] != [","] or at + 2 >= len(lows):
        return 0
    closing = next((i for i in range(at + 2, min(len(lows) - 1, at + CLOSE + 2)) if lows[i] == ","), 0)
    issued = lows[at - 1] in frame.speech.chain.document_nouns and lows[at + 1].endswith(frame.speech.verb_ends)
    relative = issued or lows[at + 1] in frame.speech.relative
    if frame.head_first:
        dated = read_tail(frame, closing).end if closing and relative else 0
        return dated if lows[dated : dated + 1] == [","] else closing * relative
    return closing if closing and (relative or _is_kind_of_body(frame, at + 1, closing)) else 0


def _is_kind_of_body(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk tells what a body is, and a clause follows it: not "a bomb at a station", nor the first of a list."""
    lows, speech = frame.lows, frame.speech
    if lows[first] not in speech.introducers or lows[last + 1] in speech.relative:
        return False
    ends = (speech.ends_name, speech.links, speech.relative)
    at = next(
        (i for i in range(first + 2, last) if any(lows[i] in low for low in ends) or is_verb_at(frame, i)),
        last,
    )
    kind = any(low in speech.stands_for.body or low in speech.roles.bodies for low in lows[first + 1 : at])
    return kind and lows[last + 1] not in speech.joiners and len(lows) - last > NOUN_REACH


def _behind_clause(frame: Frame, at: int) -> int:
    """The word behind the comma of the relative clause that describes a source ("Berdasarkan survei yang dilakukan BI, …"),
    else 0."""
    lows, speech = frame.lows, frame.speech
    while speech.head_first and at < len(lows) - 1 and (lows[at] in speech.adverbs or lows[at] in speech.time):
        at += 1  # "informasi sementara yang diterima …"
    if not speech.head_first or at >= len(lows):
        return 0
    based = "source_head" in speech.cues.kinds.get(lows[at], ())  # "menurut data dari BPS berdasarkan pintu masuk, …"
    if lows[at] not in speech.relative and not based:
        return 0
    comma = next((i for i in range(at + 2, min(len(lows) - 3, at + CLAUSE)) if lows[i] in (",", QUOTED)), 0)
    if not comma or lows[comma] != ",":
        near = range(at + 2, comma or min(len(lows), at + CLAUSE) - 2)
        return next(
            (i + 1 for i in near if "say" in speech.cues.kinds.get(lows[i], ())), 0
        )  # "Menurut Budi yang … mengaku …"
    timed = read_tail(frame, comma, spoken=False)
    return timed.end + 1 if not timed.links and lows[timed.end : timed.end + 1] == [","] else comma + 1


def _with_modifier(frame: Frame, end: int) -> int:
    """Where a source ends that a participle or a clause describes: ", according to an officer working there, …"."""
    lows, speech = frame.lows, frame.speech
    if end >= len(lows) or (speech.head_first and lows[end] not in speech.aliases):
        return end
    low = lows[end]
    described = (
        low.endswith((speech.gerund, *speech.verb_ends)) or low in speech.relative or low in speech.chain.informed
    )
    if not described or frame.capital(end):
        return end
    return next((i for i in range(end, min(len(lows), end + CLOSE)) if lows[i] == ","), len(lows))


def _tells_nearer(hit: Hit, end: int) -> bool:
    """Whether those whom an English sentence opens with are told nearer behind their noun ("But according to a source close
    to …")."""
    frame = hit.frame
    return opens_frame(frame, hit.first) and frame.lows[end : end + 1] in ([low] for low in frame.speech.chain.informed)


def _goes_on_with_verb(hit: Hit, at: int) -> bool:
    """Whether a source stands between a subject and its verb without commas ("Gol itu menurut Djanur meruntuhkan …")."""
    lows, speech = hit.frame.lows, hit.frame.speech
    if at >= len(lows) or hit.before in speech.relative or hit.before == "," or hit.before in speech.conjunctions:
        return False
    low = lows[at]
    verb = low in speech.auxiliaries or (len(low) > 4 and low.startswith(speech.verb_starts))
    return verb and low not in speech.phrase_ends and not hit.frame.capital(at)


def _closes_sentence(hit: Hit, end: int) -> bool:
    """Whether a source behind a whole sentence ends it, whatever is said of the source itself."""
    frame = hit.frame
    following = frame.lows[end] if end < len(frame.lows) else ""
    rest = frame.lows[end:]
    if following in frame.speech.relative:
        return True
    nearer = not frame.head_first and following == "," and not frame.speech.relative.isdisjoint(rest[1:2])
    if nearer and "," not in rest[1:]:
        return True  # "Prices fell, according to Pollco, which tracks them"
    if following == "," and adds_silence(frame, end):
        return True  # "Three fled, according to police, but it was not clear why"
    if not is_sentence(frame, hit.first - 1):
        return False
    return following == "," or (hit.before == "," and "," not in rest and len(rest) <= CLOSE)


def own_shape(hit: Hit) -> Said | None:
    """As in "…," katanya: the cue with the pronoun hung on it."""
    frame, first, last = hit.frame, hit.first, hit.last
    if f"{hit.before} {frame.lows[last - 1]}" in frame.speech.nouns or (first == POINTED and _points_back(hit)):
        return None  # "Untuk lebih jelasnya, …"
    phrase = own_phrase(frame, first, last)
    if hit.quoted and (named := _named_behind(frame, last)) is not None:
        tail = read_tail(frame, named.last)
        return hit.said("after", hit.opening, tail.end, named, tail.links, "own_after")
    if hit.quoted or (hit.before == "," and tail_is_all(frame, last)):
        tail = read_tail(frame, last)
        return hit.said("after", hit.opening, tail.end, phrase, tail.links, "own_after")
    following = frame.lows[last] if last < len(frame.lows) else ""
    if hit.before == "," and following and is_verb_at(frame, last) and following not in frame.speech.ends_name:
        return hit.said("middle", first, last, phrase, (), "own_middle")
    fronts = 0 < first <= FRONT and hit.before not in frame.speech.chain.medium
    if following == "," and (hit.before == "," or fronts):  # but "Dalam pesannya, …"
        return hit.said("middle", first, last + 1, phrase, (), "own_middle")
    fronted = hit.before == "," and opens_with_adverbial(frame, first - 1)
    if breaks_in(hit) or (fronted and following.isalpha() and has_verb(frame, last, len(frame.lows))):
        return hit.said("middle", first, last, phrase, (), "own_inserted")
    passive = hit.word.startswith(frame.speech.finite_starts[1:])  # "Dijelaskannya warga pulang"
    again = following in frame.speech.adverbs and frame.lows[last + 1 : last + 2] == [","]
    if opens_frame(frame, first) and (
        again or following in (",", ":", QUOTED) or following in frame.speech.that or passive
    ):
        return hit.said("before", first, skip_opening(frame, last + again), phrase, (), "own_before")
    return None


def _points_back(hit: Hit) -> bool:
    """Whether nothing but words that point back stand before a cue, and to whom or where it was said behind it ("Hal ini
    diungkapkannya dalam rapat itu")."""
    lows, speech = hit.frame.lows, hit.frame.speech
    pointed = lows[0] in speech.anaphors and hit.before in speech.determiners
    behind = lows[hit.last] if hit.last < len(lows) else ""
    return pointed and (behind in speech.chain.medium or behind in speech.chain.audience)


def _named_behind(frame: Frame, at: int) -> Phrase | None:
    """Who stands behind a cue whose pronoun is one too many ("…," ujarnya Ketua RT Sunarto)."""
    if at >= len(frame.lows) or not frame.capital(at) or frame.lows[at] in frame.speech.time:
        return None
    phrase = forward(frame, at)
    named = phrase is not None and phrase.kind == "name" and (phrase.role or " " in phrase.name)
    return phrase if named else None


def relayed_shape(hit: Hit) -> Said | None:
    """As in "Dilansir dari X, …": an outlet that is passed on at the head of a sentence or between commas."""
    frame, first = hit.frame, hit.first
    speech, lows = frame.speech, frame.lows
    at = hit.last
    while at < len(lows) and lows[at] in speech.chain.taken_from:
        at += 1
    phrase = forward(frame, at)
    nobody = (
        at == hit.last < len(lows)
        and not frame.capital(at)
        and (lows[at] in speech.adverbs or lows[at] in speech.openers)
    )
    dated = at < len(lows) and lows[at] in speech.time
    if phrase is None or nobody or dated:
        return None  # "diberitakan sebelumnya" names nobody
    plain = at == hit.last and phrase.kind == "description" and frame.words(at, at + 1).islower()
    counted = plain and behind_bound(frame, at, phrase.last)
    if counted or (plain and not speech.can_tell(lows[at : phrase.last])):
        return None  # "Dilaporkan pohon tumbang di …"
    whole = object_end(frame, at)
    if phrase.kind == "description" and phrase.last < whole and lows[whole : whole + 1] == [","]:
        phrase = describe(frame, phrase.first, whole) or phrase  # "Dikutip dari keterangan resmi, …"
    opening = first - 1 if hit.before in speech.chain.just_as else first
    if hit.before in speech.relative and first > 1 and lows[first - 2] in speech.chain.just_as:
        opening = first - 2  # "Seperti yang dilansir X, …"
    if follows_quotation(frame, opening):
        return _quoted_from(hit, opening, phrase)
    tail = read_tail(frame, phrase.last)
    if opens_frame(frame, opening):
        content = _behind_clause(frame, phrase.last) or skip_opening(frame, tail.end)
        if content >= len(lows) or _presents(frame, content):
            return None
        return hit.said("before", opening, content, phrase, tail.links, "relay_before")
    if any(s.shape in ("after", "middle") or s.first < first for s in hit.found) or lows[opening - 1] != ",":
        return None
    if tail_is_all(frame, phrase.last):
        return hit.said("after", opening, tail.end, phrase, tail.links, "relay_after")
    spoken = tail.end + 1
    while spoken < len(lows) - 1 and lows[spoken] in speech.adverbs:
        spoken += 1
    if spoken < len(lows) and "say" in speech.cues.kinds.get(lows[spoken], ()):
        return None
    if lows[tail.end : tail.end + 1] == [","]:
        return hit.said("middle", opening, tail.end + 1, phrase, tail.links, "relay_middle")
    return None


def _presents(frame: Frame, at: int) -> bool:
    """Whether what a source seems to tell only brings in a list ("Dilansir dari laman itu, berikut lima cara …")."""
    return frame.lows[at : at + 1] in ([low] for low in frame.speech.presents)


def _quoted_from(hit: Hit, opening: int, phrase: Phrase) -> Said | None:
    """As in "…," dikutip dari siaran pers BPS: the body whose paper is quoted speaks; where only an outlet or a page is
    named, it passes on the words of the one who spoke last."""
    frame = hit.frame
    link = relay_link(frame, hit.first)
    speaker: Phrase | None = None
    end = phrase.last
    if link is not None:
        end = link.last
        named = next((i for i in range(link.first + 1, end) if frame.capital(i)), end)
        if link.role == "medium" and named < end and frame.lows[link.first] not in frame.speech.chain.pages:
            speaker, link = describe(frame, named, end), Link("medium", link.first, named)
    tail = read_tail(frame, end)
    links = (link, *tail.links) if link is not None else tail.links
    speaker = speaker or own_phrase(frame, hit.first, hit.last)
    return hit.said("after", opening, tail.end, speaker, links, "relay_quoted")


def _past_districts(frame: Frame, first: int, at: int) -> int:
    """The comma behind the larger places of somebody whose place is told among the words first..at, a comma standing at `at`
    ("Menurut Rina, petani di Desa Laut, Kecamatan Biru, …")."""
    lows, speech = frame.lows, frame.speech
    placed = frame.head_first and not (speech.roles.territories | speech.roles.place_before).isdisjoint(lows[first:at])
    while placed and at + 2 < len(lows) and lows[at] == ",":
        end = next((i for i in range(at + 1, len(lows)) if not frame.capital(i)), at)
        larger = lows[at + 1] in speech.roles.territories and end > at + 2
        larger = larger or all(low in speech.roles.places for low in lows[at + 1 : end])
        if (
            not larger
            or not at + 1 < end <= at + PLACES
            or lows[end] != ","
            or frame.capital(min(end + 1, len(lows) - 1))
        ):
            break
        at = end
    return at
