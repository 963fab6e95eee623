"""The noun phrase behind "menurut" or "according to": where it ends, and the name that follows an office."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.name_or_office import is_name
from claims.extraction.people.phrases import Phrase, describe

from .clauses import has_verb, is_verb_at
from .documents import document_or_speaker, names_no_source
from .objects import forward
from .said import Hit, opens_frame
from .subjects import named_by_role

PAIR: Final = 2
"""Commas around a name."""

NOUN_REACH: Final = 4
"""So many small words of a source lead to its noun."""

OFFICE: Final = 14
"""Words of an office in front of the name of who holds it."""


def source_phrase(hit: Hit) -> Phrase | None:
    """The source after "menurut" or "according to", with the one that it comes from ("data dari BPS")."""
    frame, kinds, at = hit.frame, hit.kinds, hit.last
    lows, speech = frame.lows, frame.speech
    if at >= len(lows):
        return None
    if "source_head" in kinds and (lows[at] not in speech.chain.source_heads or _is_basis(hit)):
        return None
    phrase = forward(frame, at)
    if phrase is None or lows[at] in speech.that or names_no_source(frame, phrase):
        return None
    if lows[at] in speech.chain.watched and any(
        ".co" in low or low in speech.chain.outlets for low in lows[at + 1 : phrase.last]
    ):
        return None  # "Berdasarkan pantauan Antara, jalan itu …"
    if "source_weak" in kinds and not _is_surely_source(hit, phrase):
        return None
    ends = phrase.last >= len(lows)
    closed = (
        not opens_frame(frame, hit.first) if ends else lows[phrase.last] in PUNCTUATION and lows[phrase.last] != QUOTED
    )
    if speech.head_first and (holder := _named_behind(frame, at)) is not None:
        return holder
    if speech.head_first and not closed:
        phrase = _before_clause(frame, phrase)
    if not speech.head_first:
        phrase = _with_noun(frame, _before_list(frame, phrase))
        closing, nearer = lows[phrase.last - 1], speech.chain.informed
        filed = closing.endswith(speech.verb_ends) and lows[phrase.last - 2] in speech.chain.document_nouns
        if phrase.last - phrase.first > 2 and (closing.endswith(speech.gerund) or closing in nearer or filed):
            phrase = describe(frame, phrase.first, phrase.last - 1) or phrase  # "a police officer working there"
    if phrase.kind != "description" or phrase.last + 1 >= len(lows) or lows[phrase.last] not in speech.chain.taken_from:
        return phrase
    behind = forward(frame, phrase.last + 1)
    if behind is None:
        return phrase
    named = behind.first + 1 if lows[behind.first] in speech.articles else behind.first
    if named >= len(lows) or not frame.capital(named):
        return phrase
    return phrase._replace(last=behind.last, end=behind.end, name=frame.text[frame.starts[phrase.first] : behind.end])


def past_signer(frame: Frame, first: int, comma: int) -> int:
    """The comma behind the name of who signed an English paper ("According to a statement by the spokesman, Musa Bello, …"), or the
    one at word `comma` where no such name follows it."""
    lows, speech = frame.lows, frame.speech
    signed = not speech.head_first and lows[comma : comma + 1] == [","] and not speech.by.isdisjoint(lows[first:comma])
    closing = next((i for i in range(comma + 2, min(len(lows) - 1, comma + NOUN_REACH + 1)) if lows[i] == ","), 0)
    signed = signed and speech.is_title(lows[comma - 1])  # not "a report by the bank, Kenya, Ghana and Togo will …"
    return closing if signed and closing and is_name(frame, comma + 1, closing) else comma


def _is_basis(hit: Hit) -> bool:
    """Whether something is done on the basis of a document rather than told by it ("ditetapkan berdasarkan laporan …", "harus
    berdasarkan data")."""
    low, speech = hit.before, hit.frame.speech
    done = hit.first > 0 and low.startswith(speech.finite_starts[1:]) and is_verb_at(hit.frame, hit.first - 1)
    return low in speech.blockers or low in speech.copulas or done


def _before_clause(frame: Frame, phrase: Phrase) -> Phrase:
    """A source without what looks like its apposition where no comma closes that: it opens what is told ("Menurut Budi,
    penumpang yang luka sudah pulang")."""
    comma = next((i for i in range(phrase.first, phrase.last) if frame.lows[i] == ","), 0)
    if not comma:
        return phrase
    named = phrase.end <= frame.starts[comma]
    rest = range(phrase.last, len(frame.lows))
    closing = next((i for i in rest if frame.lows[i] == ","), 0)
    plain = named and frame.lows[phrase.last : phrase.last + 1] not in ([low] for low in frame.speech.relative)
    told = plain and any(is_verb_at(frame, i) for i in range(phrase.last, closing))
    return phrase if closing and not told else (describe(frame, phrase.first, comma) or phrase)


def _before_list(frame: Frame, phrase: Phrase) -> Phrase:
    """An English source without what only looks like its apposition, no clause but a list being left behind that ("According to
    Hill, the rule bound the mayor, his deputy and all firms")."""
    comma = next((i for i in range(phrase.first, phrase.last) if frame.lows[i] == ","), 0)
    verb = comma and any(is_verb_at(frame, i) for i in range(comma + 2, phrase.last))
    listed = verb and not any(is_verb_at(frame, i) for i in range(phrase.last, len(frame.lows)))
    return (describe(frame, phrase.first, comma) or phrase) if listed else phrase


def _is_surely_source(hit: Hit, phrase: Phrase) -> bool:
    """Whether "per" brings in a paper or somebody with a name, behind a comma or at the head of its sentence: no rate."""
    frame = hit.frame
    named = phrase.kind in ("name", "body") or document_or_speaker(frame, phrase.first, phrase.last) == "document"
    named = named or (
        " " in hit.word and frame.speech.can_tell(frame.lows[phrase.first : phrase.last])
    )  # "as per the police"
    return named and hit.before in ("", ",", QUOTED)


def _with_noun(frame: Frame, phrase: Phrase) -> Phrase:
    """The source with the small words up to its noun behind the name of a people or a firm ("Chinese state press reports")."""
    lows, speech, at = frame.lows, frame.speech, phrase.last
    led = lows[phrase.first] in speech.articles
    body = lows[phrase.last - 1] in speech.roles.bodies and frame.capital(
        phrase.first + led
    )  # "Indian government figures"
    if phrase.last - phrase.first > 2 + led or not (body or frame.capital(phrase.last - 1)):
        return phrase
    end = at
    while end < len(lows) and end - at < NOUN_REACH and lows[end].isalpha() and lows[end] not in speech.ends_name:
        end += 1
    closes = end > at and (end >= len(lows) or lows[end] == ",") and not frame.capital(end - 1)
    head = lows[end - 1]
    chain = speech.chain
    nouns = (chain.document_nouns, chain.pages, speech.roles.bodies, speech.stands_for.person, speech.roles.heads)
    if not closes or not any(head in table or head.removesuffix("s") in table for table in nouns):
        return phrase
    return describe(frame, phrase.first, end) or phrase


def _named_behind(frame: Frame, first: int) -> Phrase | None:
    """The person whose name stands between commas behind what tells who it is ("Menurut dosen di Universitas Udayana, Rina Dewi,
    …"), a clause following it."""
    lows, speech = frame.lows, frame.speech
    if frame.capital(first) or not (lows[first] in speech.roles.heads or lows[first] in speech.stands_for.person):
        return None
    commas = [i for i in range(first + 2, min(len(lows) - 2, first + OFFICE + OFFICE)) if lows[i] == ","]
    if len(commas) < PAIR or commas[0] > first + OFFICE or QUOTED in lows[first : commas[1]]:
        return None
    larger = lows[commas[0] + 1] in speech.roles.territories
    if larger or all(low in speech.roles.places for low in lows[commas[0] + 1 : commas[1]]):
        commas = commas[1:]  # "Menurut psikolog asal Solo, Jawa Tengah, Rina Dewi, …"
    if len(commas) < PAIR:
        return None
    comma, behind = commas[:PAIR]
    told = any("say" in speech.cues.kinds.get(low, ()) for low in lows[first:comma])
    closing = next((i for i in range(behind + 1, len(lows)) if lows[i] == ","), len(lows))
    listed = lows[behind + 1] not in speech.openers and not any(
        is_verb_at(frame, i) for i in range(behind + 1, closing)
    )
    if told or not is_name(frame, comma + 1, behind) or (listed and closing < len(lows)):
        return None  # "Menurut warga di sana, Budi, Rina, dan Wati jatuh"
    return named_by_role(frame, (comma + 1, behind), (first, comma)) if has_verb(frame, behind + 1, len(lows)) else None
