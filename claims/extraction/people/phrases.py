"""Noun phrases: a name and its title told apart."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from claims.extraction.frames import PUNCTUATION, Frame

from .bearers import (
    LEAST_NAMED,
    MOST_NAMED,
    Run,
    after_abbreviation,
    after_bodies,
    after_body,
    after_titles,
    before_office,
    fills,
    holds_office,
    is_nominal,
    is_placed,
    past_number,
    past_venue,
)
from .honorifics import plain_name
from .leads import before_age, before_noun, before_rank, can_lead, inner_article, kind_told, titled_of
from .name_or_office import is_name

LIMIT: Final = 28
"""Words of the longest phrase."""

LONGEST: Final = 60
"""Words of a phrase that are looked at, its last ones."""


class Phrase(NamedTuple):
    """A noun phrase of a frame: words first..last (last excluded) in all, start..end the mention itself in the text;
    `kind` is name (a person), body (an organisation), description, pronoun or own (the pronoun hung on a cue)."""

    first: int
    last: int
    start: int
    end: int
    name: str
    role: str | None
    kind: str


def describe(frame: Frame, first: int, last: int) -> Phrase | None:
    """The phrase of the words first..last with its title and its name told apart; None when there are no words."""
    lows, speech = frame.lows, frame.speech
    while first < last and lows[first] in PUNCTUATION:
        first += 1
    while last > first and lows[last - 1] in PUNCTUATION and lows[last - 1] != ")":
        last -= 1
    if first >= last:
        return None
    first = max(first, last - LONGEST)
    if not speech.aliases.isdisjoint(lows[first:last]):
        closed = (i for i in range(first + 1, last) if frame.capital(i - 1) or lows[i - 1] == ")")
        ranks = speech.roles.ranks  # "Ajun Komisaris Besar Polisi atau AKBP Rina Dewi"
        last = next((i for i in closed if lows[i] in speech.aliases and ranks.isdisjoint(lows[i + 1 : i + 2])), last)
    if last - first == 1 and (short := _pronoun(frame, first)) is not None:
        return short
    paper = speech.head_first and last - first > 1 and lows[first] in speech.chain.document_nouns
    if paper and (
        first == 0 or lows[first + 1].isdigit() or (lows[first + 1] in speech.roles.bodies and "," in lows[first:last])
    ):
        # "Pasal 5 UU itu", "informasi Badan Meteorologi, Klimatologi dan Geofisika"
        return _description(frame, first, last)
    if (placed := _placed_person(frame, first, last)) is not None:
        return placed
    plain = frame.outside_brackets(first, last)
    capitals = [i for i in plain if frame.capital(i) and lows[i] not in speech.articles]
    if not capitals or (capitals == [first] and len(plain) > 1 and first == 0):
        return _description(frame, first, last)
    outlet = frame.words(first, last).lower() in speech.chain.outlets  # "The Star reported"
    if lows[first] in speech.articles and all(lows[i] in speech.stands_for.anybody for i in capitals) and not outlet:
        return _description(frame, first, last)
    if not outlet and _ends_with_office(frame, first, last):
        return _description(frame, first, last)
    head = _run_start(frame, plain, capitals[-1])
    if speech.head_first and lows[last - 1] in speech.determiners:
        led = head > first
        low = lows[first]
        if led or ((low in speech.roles.heads or low in speech.stands_for.anybody) and low not in speech.roles.ranks):
            return _description(frame, first, last)
    run = [i for i in plain if head <= i <= capitals[-1]]
    if speech.head_first and len(run) > LEAST_NAMED:
        start, stop = before_office(_capitals(frame, run))
        if stop and "&" not in frame.words(run[start], run[stop]):
            return _with_office_behind(frame, first, last, run[start:stop])
    if not (lows[run[0]] in speech.roles.bodies and lows[run[0]] not in speech.roles.heads and is_placed(frame, run)):
        run = after_abbreviation(frame, run)
    if plain[-1] > capitals[-1] and _is_description_tail(frame, capitals[-1]):
        return _description(frame, first, last)
    lead = [i for i in plain if i < head and lows[i] not in speech.articles] if head > first else []
    if not speech.head_first and lead and (spokesman := _speaks_for(frame, lead)) is not None:
        return _description(frame, max(first, spokesman), last)
    if not speech.head_first and lead and _is_done_by(frame, lead):
        return _description(frame, first, last)
    name = (lead and after_body(frame, lead, run)) or _name_in(frame, run, lead)
    trimmed = run[0] > head and len(run) > 1
    if not name or (lead and name == run and not trimmed and not can_lead(frame, lead, run)):
        if lead and (kind := kind_told(frame, first, lead, run, last)):
            return Phrase(first, last, *frame.span(run[0], last), frame.words(run[0], last), None, kind)
        return _description(frame, first, last)
    if name == run and not lead and lows[run[0]] in speech.roles.bodies:
        stop = frame.after_bracket(capitals[-1] + 1) if lows[capitals[-1] + 1 : capitals[-1] + 2] == ["("] else 0
        stop = min(stop, last) if stop else capitals[-1] + 1
        return Phrase(first, last, *frame.span(run[0], stop), frame.words(run[0], stop), None, "body")
    start, stop = name[0], name[-1] + 1
    if not speech.head_first and (lead or name != run):
        stop = next((i for i in range(start + 1, stop) if lows[i] in speech.links), stop)
    mention = _ranked(frame, first, start)
    role = _role(frame, first, start)
    bracketed = stop + 3 <= last and lows[stop] == "(" and lows[stop + 2] == ")"
    if bracketed and name == run and not lead:
        acronym = frame.words(stop + 1, stop + 2)
        if acronym.isupper() and len(acronym) > 1:
            return Phrase(first, last, *frame.span(start, stop + 3), frame.words(start, stop + 3), None, "body")
    thing = not speech.head_first and not role and start > first and lows[start - 1] in speech.articles
    kind = "body" if thing else "name"
    named = plain_name(frame.words(start, stop), speech)
    return Phrase(first, last, frame.starts[mention], frame.ends[stop - 1], named, role, kind)


def _pronoun(frame: Frame, first: int) -> Phrase | None:
    """The pronoun that a word is, or that an English verb hangs on ("he'd say")."""
    said, start = frame.words(first, first + 1).replace("’", "'").partition("'")[0], frame.starts[first]
    known = frame.speech.them if frame.ends[first] - start == len(said) else frame.speech.genders
    return Phrase(first, first + 1, start, start + len(said), said, None, "pronoun") if said.lower() in known else None


def _ends_with_office(frame: Frame, first: int, last: int) -> bool:
    """Whether an English phrase behind its article is an office in capitals ("the Senate Minority Leader", "the Texas
    Republican") rather than a name."""
    low, speech = frame.lows[last - 1], frame.speech
    office = (low in speech.stands_for.person or low in speech.roles.heads) and low not in speech.roles.ranks
    led = not speech.head_first and frame.lows[first] in speech.definite
    return led and office and last - first > 2 and all(frame.capital(i) for i in range(first + 1, last))


def _with_office_behind(frame: Frame, first: int, last: int, name: list[int]) -> Phrase:
    """A person whose office follows without a comma ("Dokter Lim Swee Hong Direktur Medis RS Harapan")."""
    stop = name[-1] + 1
    named, mention = plain_name(frame.words(name[0], stop), frame.speech), _ranked(frame, first, name[0])
    role = _role(frame, stop, last)
    return Phrase(first, last, frame.starts[mention], frame.ends[stop - 1], named, role, "name")


def _affiliated(frame: Frame, first: int, last: int) -> int:
    """Where a person's name ends that opens a phrase which goes on with the firm or place of his ("Cara Dunn of IT firm
    Datalink"), else 0."""
    lows, speech = frame.lows, frame.speech
    ahead = range(first + 1, min(first + MOST_NAMED + 2, last - 1))
    at = next((i for i in ahead if lows[i] in speech.prepositions and lows[i] in speech.links), 0)
    if not first + 1 < at < last - 1:
        return 0
    words = lows[first:at]
    body = any(
        low in speech.roles.bodies or speech.is_title(low) or low.endswith(("'s", "’s", "s'", "s’")) for low in words
    )
    body = body or not speech.articles.isdisjoint(words)
    return at if not body and is_name(frame, first, at) and frame.capital(at - 1) else 0


def _role(frame: Frame, first: int, last: int) -> str | None:
    """The title before a name, without forms of address and without a rank that stands behind an office."""
    lows, speech = frame.lows, frame.speech
    while speech.head_first and first < last and lows[first] in speech.goes_on:
        first += 1  # "Sementara itu Gubernur …"
    end = 0
    while end != last:
        end = last
        low = lows[last - 1] if last > first else ""
        outer = low in speech.relative or low in speech.aliases
        if low and (low in speech.roles.courtesy or outer or low in "(,"):
            last -= 1
        elif speech.head_first:
            last = before_rank(frame, first, last)
    words = " ".join(frame.words(first, last).split())
    return words if words and words.lower() not in speech.articles else None


def _speaks_for(frame: Frame, lead: list[int]) -> int | None:
    """Where the phrase of somebody begins who speaks for the one that is named behind ("a spokesman for Ann Hill")."""
    lows, speech = frame.lows, frame.speech
    for n in range(len(lead) - 1):
        at = lead[n]
        low = lows[lead[-1]]
        named = frame.capital(lead[-1]) or speech.is_title(low)
        if lead[-1] == lead[n + 1] + 1 and not named and lows[at] not in speech.chain.nobody:
            continue  # "Cabinet secretary for health Ann Hill"
        if (
            lows[at] in speech.stands_for.person
            and lows[at] in speech.roles.heads
            and lows[lead[n + 1]] in speech.speaks_for
        ):
            return at - 1 if at and lows[at - 1] in speech.articles else at
    return None


def _is_done_by(frame: Frame, lead: list[int]) -> bool:
    """Whether small words are a person and what was done to one by whom a name behind them tells ("the mother of the boy shot by
    Ann Hill")."""
    speech = frame.speech
    by = next((n for n in range(2, len(lead)) if frame.lows[lead[n]] in speech.by), 0)
    return any(
        frame.lows[i] in speech.stands_for.person or frame.lows[i] in speech.sexes for i in lead[: max(0, by - 1)]
    )


def _name_in(frame: Frame, run: list[int], lead: list[int]) -> list[int]:
    """The words of a run of capitals that are a name, the small words before it being its title."""
    speech, lows = frame.speech, frame.lows
    if lead and lows[run[0]] in speech.roles.venues:
        return run[past_venue(0, len(run)) :]
    capitals = _capitals(frame, run)
    name = run[after_bodies(capitals) if lead and holds_office(frame, lead) else after_titles(capitals) :]
    if (
        not name
        and lead
        and not speech.head_first
        and lows[lead[-1]] in speech.roles.heads
        and not fills(frame, run[0])
    ):
        name = run  # "chief executive Tim Cook"
    name = past_number(frame, name, run)
    while lead and len(name) > LEAST_NAMED and _is_before_name(frame, name[0]):
        name = name[1:]
    if name and not speech.head_first and lows[name[0]] in speech.links:
        return []  # "the Superintendent of Police"
    return name


def _capitals(frame: Frame, run: Sequence[int]) -> Run:
    return Run([frame.words(i, i + 1) for i in run], frame.speech)


def _placed_person(frame: Frame, first: int, last: int) -> Phrase | None:
    """The person whose firm or place stands behind the name ("Cara Dunn of IT firm Datalink", "The BBC's Ann Roy in
    Cairo", "Ann Roy in parliament", "Rina guru SMPN 1 Teron"), not "Police in Miami"."""
    speech, lows = frame.speech, frame.lows
    if speech.head_first:
        stop = before_age(frame, first, last) or before_noun(frame, first, last)
        person = describe(frame, first, stop) if stop < last else None
        role = frame.words(stop, last) if stop < last and lows[stop] != "(" else None
        return person._replace(last=last, role=role) if person else _description(frame, first, last) if stop else None
    inner = describe(frame, article, last) if (article := inner_article(frame, first, last)) else None
    if inner is not None:
        return inner._replace(first=first)  # "Trade body the Hull Tea Board"
    if last - first > 2 and lows[first + 1] in speech.links and _are_several(frame, first):
        return _description(frame, first, last)  # "Workers of Hill's Textile Mills"
    if at := _affiliated(frame, first, last):
        person = describe(frame, first, at)
        return person._replace(last=last) if person is not None else None
    if (of := titled_of(frame, first, last)) and (holder := describe(frame, first, of)) is not None:
        return holder._replace(last=last)
    joined = last - first == 3 and lows[first + 1] in speech.goes_on and lows[first + 1] in speech.prepositions
    if joined and frame.capital(first) and frame.capital(last - 1) and is_name(frame, first, first + 1):
        person = describe(frame, first, first + 1)  # "Salama with WHO"
        return person._replace(last=last) if person is not None else None
    at = next((i for i in range(last - 2, first + 1, -1) if lows[i] in speech.prepositions), 0)
    if not at or lows[at] in speech.links or not (frame.capital(at - 1) and frame.capital(at - 2)):
        return None
    person = describe(frame, first, at)
    if person is None or person.kind != "name" or " " not in person.name:
        return None
    bodies = [low for low in person.name.lower().split() if low in speech.roles.bodies or low in speech.stands_for.body]
    return None if bodies else person._replace(last=last)


def is_person(frame: Frame, phrase: Phrase) -> bool:
    """Whether a description is told of one person, or of a body's office ("Her boss", "Kepala dinas itu")."""
    speech = frame.speech
    if phrase.kind != "description":
        return False
    noun = frame.lows[phrase.first if speech.head_first else phrase.last - 1]
    return noun in speech.roles.heads or (not speech.head_first and noun in speech.stands_for.person)


def names_firm(frame: Frame, phrase: Phrase) -> bool:
    """Whether what reads as a name behind an office is the firm in which it is held ("analis PT Sinar Laut", "analis Bank
    Mandiri Tbk", "analyst at broker Acme")."""
    speech = frame.speech
    role, name = (phrase.role or "").lower().split(), phrase.name.lower().split()
    body = bool(role) and role[-1] in speech.roles.bodies and role[-1] not in speech.roles.heads
    if not frame.head_first:
        return not (speech.prepositions - speech.links).isdisjoint(role)
    school = not speech.roles.schools.isdisjoint((*role, name[0]))  # "guru SMPN 1 Teron"
    return body or school or name[0] in speech.roles.bodies or name[-1] in speech.roles.corporate


def _are_several(frame: Frame, at: int) -> bool:
    """Whether a word is the plural of those who do something ("Workers", "Residents")."""
    low, speech = frame.lows[at], frame.speech
    return speech.roles.is_title_of_several(low) or low.endswith(speech.people_ends)


def _description(frame: Frame, first: int, last: int) -> Phrase:
    name, begin = frame.words(first, last), frame.starts[first]
    for i in range(last - 1, first - 1, -1):
        if (mark := frame.marked.get(i)) is not None:  # "The family of an "amazing" woman"
            inner = frame.text[mark.inner_start : mark.inner_end]
            name = name[: mark.start - begin] + inner + name[mark.end - begin :]
    return Phrase(first, last, *frame.span(first, last), name, None, "description")


def _run_start(frame: Frame, plain: Sequence[int], end: int) -> int:
    """Where the run of capitals that ends at `end` begins; particles stand before it or between capitals, links only between."""
    speech = frame.speech
    start = i = plain.index(end)
    while i > 0:
        i -= 1
        low = frame.lows[plain[i]]
        if frame.lows[plain[i]].endswith(("'s", "’s")):
            break
        named = not speech.head_first and low not in speech.introducers
        named = named and i + 1 < len(plain) and frame.capital(plain[i + 1])
        if frame.capital(plain[i]) and (low not in speech.articles or (named and plain[i] > 0)):
            start = i  # "The Local Government Association"
        elif low not in speech.particles and low not in speech.links and not low.isdigit():
            break
    led = (frame.lows[at] for at in plain[:start])
    if start and all(low in speech.particles and low not in speech.amounts for low in led):
        return plain[0]  # "van der Berg"
    return plain[start]


def _is_before_name(frame: Frame, at: int) -> bool:
    """Whether a capital behind small words is no part of the name that follows ("bidang Penindakan Rudi", "ganda putra
    Indonesia Rudi Hartono")."""
    low, speech = frame.lows[at], frame.speech
    return speech.head_first and (low in speech.roles.places or is_nominal(low, speech))


def _is_description_tail(frame: Frame, capital: int) -> bool:
    """Small words after the last capital that make the phrase a description ("Mr Sigarchi's lawyer")."""
    low = frame.lows[capital]
    return low.endswith(("'s", "’s", "s'", "s’")) or not frame.head_first


def _ranked(frame: Frame, first: int, start: int) -> int:
    """The first word of the mention: a rank or form of address before the name belongs to it."""
    while start > first and frame.speech.roles.is_rank(frame.lows, start - 1):
        start -= 1
    return start


def chunk_end(frame: Frame, at: int) -> int:
    """Where the stretch between commas that begins at `at` ends; brackets are passed over."""
    i = at
    while i < len(frame.lows) and i - at < LIMIT:
        low = frame.lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if low in PUNCTUATION and low != "-":
            break
        i += 1
    return min(i, len(frame.lows))
