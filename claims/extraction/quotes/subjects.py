"""The noun phrase in front of a cue ("… mengatakan", "… said"): by clause, not by nearness."""

from typing import Final

from claims.extraction.frames import QUOTED, Frame, chunks_of
from claims.extraction.people.name_or_office import is_name, is_role
from claims.extraction.people.phrases import Phrase, describe, names_firm

from .asides import (
    before_adverbs,
    before_hearers,
    behind_occasion,
    behind_subordinator,
    ends_place,
    has_own_verb,
    insertion_before,
    is_aside,
    is_asked,
    is_participle,
    is_when,
    only_opens,
    tells_manner,
    without_places,
)
from .nested import tells_clause_at
from .offices import (
    accompanied,
    apposed_several,
    before_place,
    before_relative,
    doer_before_who,
    ends_in_name,
    holds_name,
    inner_teller,
    is_firm,
    is_one,
    is_ranked,
    is_somebody,
    is_titled,
    listed_office,
    named_together,
    pointed,
    role_behind,
    short_list,
    tells_trade,
    titled_behind,
)
from .outlets import relayed_as
from .starts import apposed_start, before_list, object_start, opens_aside
from .stretches import belongs, told_in
from .terms import describes, is_title, names_thing

NOUN: Final = 4
"""Words behind marked ones in which their noun ends, with what joins it to the next clause."""


def backward(frame: Frame, at: int, floor: int) -> Phrase | None:
    """The subject before the cue at word `at`, looking back no further than word `floor`; None when there is none of its
    own (", saying", "dan mengatakan")."""
    lows, speech = frame.lows, frame.speech
    i = before_adverbs(frame, at - 1, floor)
    if i < floor:
        return None
    if lows[i] in speech.relative:
        return _antecedent(frame, i, floor)
    if speech.head_first and i > floor and lows[i] in speech.subordinators:
        return None
    if opening := insertion_before(frame, i, floor):
        i = opening - 1  # "Ann Hill — a former teacher — said"
    closed = lows[i] == ","
    last = i if closed else i + 1
    while closed and not speech.head_first and last > floor + 1 and lows[last - 1] in speech.connectives:
        last -= 1  # "Otieno however, said"
    chunks = [c for c in chunks_of(frame, _clause_start(frame, last, floor), last) if c[1] > c[0]]
    if speech.head_first and len(chunks) > 1:
        if (named := pointed(frame, chunks)) is not None:
            return named
        closed = closed or lows[chunks[-1][0]] in speech.relative
    if not speech.head_first and len(chunks) > 1:
        for begin, end in chunks[:-1]:
            if end - begin > 1 and lows[end - 1] in speech.auxiliaries and lows[end - 1] in speech.adverbs:
                return told_in(frame, begin, end - 1)  # "Hezbollah has, in response to …, denied"
    if chunks and not closed and (teller := inner_teller(frame, *chunks[-1])) is not None:
        return teller
    chunks = _without_asides(frame, chunks)
    return _subject(frame, chunks, closed) if chunks else None


def _clause_start(frame: Frame, last: int, floor: int) -> int:
    """Where the clause whose words end at `last` begins."""
    lows, speech = frame.lows, frame.speech
    i = last - 1
    while i > floor:
        low = lows[i]
        if low == QUOTED and not names_thing(frame, i) and not is_title(frame, i):
            opening = _past_noun(frame, i + 1, last)
            if opening > i + 1 or not describes(frame, i):
                return opening
        if low not in ("(", "[") and (
            low in ";:…–—?!|"
            or (i == 2 and lows[0] == "(" and low == ")" and not speech.head_first)  # "(CNN) Singer Ann Hill said"
            or (low == "-" and lows[i - 1] != ",")
            or (low in speech.that and low not in speech.relative and not is_asked(frame, i))
            or (lows[i - 1] == "," and low in speech.cues.participle_words and tells_clause_at(frame, i, last))
            or (lows[i - 1] == "," and low in speech.conjunctions and not _goes_on(frame, i, last))
        ):
            return i + 1
        i -= 1
    return floor + 1 if lows[floor] == QUOTED or lows[floor] in speech.clause_that else floor


def _past_noun(frame: Frame, first: int, last: int) -> int:
    """Where a clause begins behind marked words whose noun stands behind them: at "Roy" in "Hill praised the "fine" work and Roy
    said …"."""
    lows, speech = frame.lows, frame.speech
    joint = next((i for i in range(first + 1, min(first + NOUN, last - 1)) if lows[i] in speech.coordinators), 0)
    small = joint > 0 and not speech.head_first and not any(frame.capital(i) for i in range(first, joint))
    return joint + 1 if small and frame.capital(joint + 1) else first


def _goes_on(frame: Frame, at: int, last: int) -> bool:
    """Whether a conjunction behind a comma opens no clause of its own: it joins names, or brings in a circumstance of the
    subject ("Bello, while confirming the raid, said")."""
    names = frame.capital(at + 1) and frame.capital(at - 2)
    gerund = not frame.head_first and frame.lows[at + 1].endswith(frame.speech.gerund)
    closed = frame.lows[last : last + 1] == [","] and "," not in frame.lows[at:last]
    timed = closed and frame.lows[at] in frame.speech.prepositions  # "Hill, after the vote, said"
    timed = timed and not has_own_verb(frame, at + 1, last)
    timed |= closed and frame.lows[at] in frame.speech.relative  # "A study, that compared them, said"
    return (
        names
        or timed
        or relayed_as(frame, at) > 0
        or is_when(frame, at)
        or tells_manner(frame, at, last)
        or (gerund and frame.lows[at] in frame.speech.subordinators)
    )


def _without_asides(frame: Frame, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The chunks without fronted adverbials and without times in the middle."""
    speech, kept = frame.speech, list(chunks)
    while len(kept) > 1 and frame.lows[kept[0][0]] in speech.openers:
        first, last = kept[0]
        if len(kept) == 2 and last - first > 2 and not speech.head_first and frame.lows[last + 1] in speech.relative:
            break  # "Initially the teenager, who came from Hull, had denied"
        if named := behind_occasion(frame, kept[0], kept[1]):
            kept[0] = named
            break
        if (
            (frame.lows[first] in speech.joiners or frame.lows[first] in speech.subordinators)
            and last - first > 2
            and is_name(frame, first + 1, last)
        ):
            kept[0] = (first + 1, last)  # "Although Ann Hill, the mayor, said"
            continue
        if frame.lows[first] in speech.joiners and last - first > 1 and (frame.capital(first + 1) or last - first > 2):
            kept[0] = (first + 1 + (frame.lows[first + 1] in speech.determiners), last)  # "Sementara itu Gubernur …"
            continue
        kept = kept[1:]
    while len(kept) > 1 and only_opens(frame, *kept[0]):
        if named := doer_before_who(frame, kept[0], kept[1]):
            kept[0] = named
            break
        kept = kept[1:]
    short = speech.head_first and len(kept) > 2 and kept[-1][1] - kept[-1][0] <= 2
    if short and ends_place(frame, *kept[-3], *kept[-2]):
        kept = kept[:-2]  # "Rina Dewi, di Universitas Udayana, Denpasar mengatakan"
    kept = before_hearers(frame, kept)
    behind = [c for c in kept[1:] if not is_aside(frame, *c)]
    alone = speech.head_first and not behind
    return without_places(frame, kept[:1]) if alone else kept[:1] + without_places(frame, behind)


def _subject(frame: Frame, chunks: list[tuple[int, int]], closed: bool) -> Phrase | None:
    """The phrase that the stretches between the commas before a cue make, the last one `closed` by a comma or not."""
    last = chunks[-1]
    if frame.head_first and len(chunks) > 1 and (led := accompanied(frame, chunks)) is not None:
        return led
    office = (
        frame.head_first and frame.lows[chunks[0][0]] in frame.speech.roles.heads and not is_name(frame, *chunks[0])
    )
    listing = not closed or office  # "Kepala Pusat Data, Informasi dan Humas Rina Dewi, dalam siaran pers, mengatakan"
    if len(chunks) > 1 and listing and (holder := short_list(frame, chunks)) is not None:
        return holder
    if _ends_list(frame, chunks, closed=closed, office=office):
        return _listed(frame, chunks)
    if not closed and (several := named_together(frame, chunks)) is not None:
        return several
    if closed and len(chunks) >= 2:
        chunks = [*(behind_subordinator(frame, *chunk) for chunk in chunks[:-1]), last]
        start = len(chunks) - 1
        while start > 0 and not has_own_verb(frame, *chunks[start - 1]) and len(chunks) - start < 4:
            start -= 1
        block = chunks[start:]
        person = before_place(frame, *block[0]) if frame.head_first else before_relative(frame, block)
        if person is not None or len(block) >= 2:
            return person or _apposed(frame, block)
    elif (
        len(chunks) >= 2
        and is_name(frame, *last)
        and is_role(frame, *chunks[-2])
        and not has_own_verb(frame, *chunks[-2])
    ):
        return named_by_role(frame, last, chunks[-2])
    elif (
        (len(chunks) == 2 or (len(chunks) == 3 and frame.head_first and is_role(frame, *chunks[0])))
        and is_name(frame, *chunks[-2])
        and (is_titled(frame, *last) or is_firm(frame, *last))
        and not opens_aside(frame, chunks[-2][0])
    ):
        title = told_in(frame, *last)
        if title is None or title.kind != "name" or title.role is None or names_firm(frame, title):
            return named_by_role(frame, chunks[-2], last)
    return told_in(frame, *last)


def _ends_list(frame: Frame, chunks: list[tuple[int, int]], *, closed: bool, office: bool) -> bool:
    """Whether "and" opens the last stretch, so that those before it are one list with it ("Badan Cuaca, Iklim, dan Geofisika")."""
    lows, last = frame.lows, chunks[-1]
    named = frame.head_first and len(chunks) > 1 and lows[last[1] - 1] == ")"
    listed = named and lows[chunks[-2][0]] in frame.speech.roles.bodies  # "Badan Cuaca, dan Geofisika (BCG)"
    if not (listed or len(chunks) >= 3) or lows[last[0]] not in frame.speech.coordinators:
        return False
    return not closed or (office and lows[chunks[-2][1] - 1] in frame.speech.roles.fillers)


def _listed(frame: Frame, chunks: list[tuple[int, int]]) -> Phrase:
    """Who holds the office, or what body it is, that a list of several stretches names."""
    last, start = chunks[-1], len(chunks) - 2
    while (
        start > 0
        and not has_own_verb(frame, *chunks[start - 1])
        and frame.lows[chunks[start - 1][0]] not in frame.speech.openers
    ):
        start -= 1
    first = chunks[start][0]
    if (holder := listed_office(frame, first, *last)) is not None:
        return holder
    kind = "body" if frame.lows[first] in frame.speech.roles.bodies else "description"
    return Phrase(first, last[1], *frame.span(first, last[1]), frame.words(first, last[1]), None, kind)


def _apposed(frame: Frame, block: list[tuple[int, int]]) -> Phrase | None:
    """The person of two stretches or more of which one tells the name and another the office ("Ann Hill, a nurse, said")."""
    if frame.head_first and is_ranked(frame, *block[-1]):
        return named_by_role(frame, block[-1], block[-2])
    if (
        ends_in_name(frame, *block[-1])
        and (is_role(frame, *block[-2]) or tells_trade(frame, *block[-2]))
        and (not is_name(frame, *block[0]) or tells_trade(frame, *block[0]) or opens_aside(frame, block[0][0]))
        and not holds_name(frame, *block[-2])
    ):
        return named_by_role(frame, block[-1], block[-2])
    if len(block) > 2 and is_somebody(frame, *block[0]) and is_name(frame, *block[1]):
        return named_by_role(frame, block[1], block[0])  # "Another resident, Ann Hill, a nurse, said"
    if len(block) == 2 and (several := apposed_several(frame, *block)) is not None:
        return several
    if (twice := titled_behind(frame, block[0], block[-1])) is not None:
        return twice
    return named_by_role(frame, block[0], role_behind(frame, block))


def named_by_role(frame: Frame, name: tuple[int, int], role: tuple[int, int]) -> Phrase | None:
    """The person of a chunk with the office that another chunk tells, also one in capitals ("The Defence Minister, Ann Hill,
    said")."""
    found = told_in(frame, *name)
    if found is None or found.kind != "name":
        return found
    first = min(name[0], role[0])
    if is_one(frame, *role):
        return found._replace(first=first)
    office = not frame.head_first and is_titled(frame, *role) and frame.speech.is_title(frame.lows[role[1] - 1])
    if frame.lows[role[0]] in frame.speech.time and frame.head_first:
        return found  # "Melansir Antara, Senin (3/2), Rina Dewi mengatakan"
    titled = is_role(frame, *role) or (office and frame.lows[role[0]] not in frame.speech.prepositions)
    if not titled or frame.lows[role[0]] in frame.speech.relative or is_participle(frame, *role):
        return found
    words = frame.words(*role)
    return found._replace(first=first, role=f"{found.role}, {words}" if found.role else words)


def _antecedent(frame: Frame, at: int, floor: int) -> Phrase | None:
    """The noun before a relative word ("Smith, who said …")."""
    lows = frame.lows
    i = at - 1
    if i >= floor and lows[i] == ",":
        i -= 1
    first = _clause_start(frame, i + 1, floor)
    whole = [c for c in chunks_of(frame, first, i + 1) if c[1] > c[0]]
    if not (chunks := before_list(frame, _without_asides(frame, whole))):
        return None
    chunk = chunks[-1]
    if not frame.head_first and i == at - 1 and chunk != whole[-1] and lows[whole[-1][0]] in frame.speech.openers:
        chunk = (whole[-1][0] + 1, i + 1)  # "…, despite a report that called it “mad”"
    if not frame.head_first:
        if lows[at - 1] == "," and (start := apposed_start(frame, chunks)) is not None:
            return named_by_role(frame, (start, chunks[-2][1]), chunk)
        chunk = (object_start(frame, *chunk), chunk[1])
    for j in range(chunk[0] + 1, chunk[1]):
        if lows[j] in frame.speech.copulas and frame.capital(chunk[0]):
            return told_in(frame, chunk[0], j)
    start = chunk[1] - 1
    if not frame.head_first:
        return told_in(frame, *chunk)
    while start > chunk[0] and belongs(frame, start - 1):
        start -= 1
    return describe(frame, start, chunk[1])
