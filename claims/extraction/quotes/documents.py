"""Papers that speak: whether a report, a statement or data is the source of what is told, or a person."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, Frame
from claims.extraction.people.phrases import Phrase, describe

from .clauses import has_verb
from .said import Hit, Said

PAPER: Final = 14
"""Words of the paper that an Indonesian sentence opens with in front of what it shows."""


def document_or_speaker(frame: Frame, first: int, last: int) -> str:
    """`document` for a report, a statement, data; else `speaker`."""
    lows, speech = frame.lows, frame.speech
    nouns = speech.chain.document_nouns
    words = [i for i in range(first, last) if lows[i] not in speech.articles]
    if not words:
        return "speaker"
    if speech.head_first:
        return "document" if lows[words[0]] in nouns else "speaker"
    head = next((n for n, i in enumerate(words) if lows[i] in speech.links or lows[i] in speech.ends_name), len(words))
    return "document" if any(lows[i] in nouns for i in words[:head]) else "speaker"


def names_informant(frame: Frame, first: int, last: int) -> bool:
    """Whether the noun of a document is one that people are called by ("a source close to the talks")."""
    return not frame.speech.chain.informants.isdisjoint(frame.lows[first:last])


def names_no_source(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase behind "menurut" or "according to" names nobody who tells anything: "menurut rencana", "menurut lapangan
    usaha", "according to the plan"; where nouns stand first, its last word is asked only for who speaks ("menurut hemat saya")."""
    lows, speech = frame.lows, frame.speech
    opening, closing = lows[phrase.first], lows[phrase.last - 1]
    if not speech.no_source.isdisjoint((opening, " ".join(lows[phrase.first : phrase.first + 2]))):
        return True
    return closing in speech.no_source and (not speech.head_first or closing in speech.selves | speech.plural_pronouns)


def origin(frame: Frame, phrase: Phrase) -> str:
    """`document` for what is said by a report, data or a statement, else `speaker`."""
    if phrase.kind in ("pronoun", "own") or (phrase.kind == "name" and phrase.role is not None):
        return "speaker"
    if phrase.kind != "description" and not frame.head_first:
        return "speaker"
    return document_or_speaker(frame, phrase.first, phrase.last)


def shown_shape(hit: Hit) -> Said | None:
    """As in "Dalam laporan itu disebutkan bahwa …", "Melalui data yang diumumkan BPS terlihat jika …", "Dari surat itu
    terungkap Budi sudah pergi": what an Indonesian paper shows, told by a verb that names nobody."""
    frame, lows, speech = hit.frame, hit.frame.lows, hit.frame.speech
    if hit.last + 1 >= len(lows):
        return None
    opens = lows[hit.last] in speech.clause_that or lows[hit.last] in speech.conditions or lows[hit.last] == ","
    if not opens and (hit.word in speech.chain.seen or not has_verb(frame, hit.last, len(lows))):
        return None
    if lows[hit.last] in speech.relative:
        return None  # "Lewat keterangan tertulis yang diterima Tempo, …"
    start = 1 if lows[0] in speech.conjunctions or lows[0] in speech.joiners else 0
    first = start + 1 + (lows[start + 1] in speech.chain.outcomes)  # "dari hasil survei itu"
    if not first < hit.first <= start + PAPER or lows[start] not in speech.chain.paper_in:
        return None
    if lows[first] not in speech.chain.source_heads | speech.chain.document_nouns:
        return None
    ends = (i for i in range(first + 1, hit.first) if lows[i] in speech.relative or lows[i] in PUNCTUATION)
    end = next(ends, hit.first)
    phrase = describe(frame, first, end)
    if phrase is None:
        return None
    content = hit.last + opens
    return Said(
        "before",
        start,
        content,
        content,
        hit.first,
        hit.last,
        hit.word,
        hit.kinds,
        phrase,
        False,
        (),
        "shown_in",
    )


def may_record(frame: Frame, said: Said, phrase: Phrase, *, that: bool) -> bool:
    """Whether those who are no paper may be the subject of a cue that goes with papers: a body that records, people who find
    out, anybody before a comma or, with `that`, its conjunction ("Sri Lestari mencatat, harga beras turun")."""
    speech, lows = frame.speech, frame.lows[phrase.first : phrase.last]
    records = said.word in speech.cues.records
    if frame.head_first and records and (that or frame.lows[said.content - 1] == ","):
        return True
    if frame.head_first and records and not speech.chain.finders.isdisjoint(lows):
        told = (i for i in range(said.content, len(frame.lows)) if frame.lows[i] in speech.relative)
        return has_verb(frame, said.content, next(told, len(frame.lows)))  # "Peneliti menemukan semua pasien lelah"
    if that and not frame.head_first and (speech.is_people(lows[-1]) or not speech.chain.finders.isdisjoint(lows)):
        return True  # "Economists found that …", "The judge found that …"
    ends = (frame.words(i, i + 1) for i in (phrase.first, phrase.last - 1))  # "BPS", "Age UK"
    acronym = any(word.isupper() and len(word) > 1 for word in ends)
    body = phrase.kind == "body" or acronym or not speech.roles.bodies.isdisjoint(lows)
    person = frame.head_first and lows[0] in speech.roles.heads and lows[0] not in speech.roles.bodies
    return body and records and not person


def thinks(frame: Frame, said: Said) -> bool:
    """Whether an opinion is somebody's who is pointed at or a body's ("perusahaan itu menganggap …"), where nouns stand first: what
    people in general think nobody has said ("banyak orang menganggap …"), nor what a deed does ("kebijakan pemerintah itu
    mendorong …")."""
    speech, phrase = frame.speech, said.phrase
    head = frame.lows[phrase.first]
    if not speech.head_first:
        return True
    if head.startswith(speech.noun_starts) and head.endswith(speech.noun_ends) and not speech.can_tell([head]):
        return False
    return (
        "voiced" not in said.kinds or frame.lows[phrase.last - 1] in speech.determiners or head in speech.roles.bodies
    )
