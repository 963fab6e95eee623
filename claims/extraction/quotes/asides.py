"""Chunks between commas behind a subject that are no part of its name: times, ages, places, what was asked of it."""

from typing import Final

from claims.extraction.frames import BREAKS, QUOTED, Frame
from claims.extraction.people.honorifics import is_degree
from claims.extraction.people.name_or_office import AFFILIATION, is_name, is_role

from .outlets import is_channel, outlet_at, relayed_as, speaks_when_met
from .starts import before_manner, is_dated
from .terms import ends_pointed

NAMED: Final = 2
"""Words of a short name."""

INSERTED: Final = 16
"""Words of an insertion between dashes."""

MOST_BOUND: Final = 3
"""Words of the longest bound before a number ("no fewer than 200")."""

ASIDE: Final = 6
"""Words of a circumstance between commas behind a subject."""

ASKERS: Final = 3
"""Words in which the noun of those who ask stands ("asked by a local reporter")."""

MANNER: Final = 4
"""Words that tell how something is said, at most."""


def is_place(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk tells where somebody is, works or comes from ("di Universitas Udayana", "dari Jakarta")."""
    opens = frame.lows[first] in frame.speech.roles.place_before and not frame.capital(first)
    return opens and last - first > 1 and frame.capital(first + 1)


def ends_place(frame: Frame, start: int, stop: int, first: int, last: int) -> bool:
    """Whether a chunk is a place, or ends with one behind what tells who somebody named before it is ("Rina Dewi, dosen di
    kampus Universitas Udayana, …")."""
    if is_place(frame, first, last):
        return True
    apposed = is_name(frame, start, stop) and not frame.capital(first) and frame.capital(last - 1)
    return apposed and not frame.speech.roles.place_before.isdisjoint(frame.lows[first + 1 : last - 1])


def without_places(frame: Frame, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Chunks without the place or the medium behind a name or a pronoun ("Kepala BMKG, Rina Dewi di Padang, Sabtu, mengatakan",
    "Dia dalam siaran pers, Sabtu, mengatakan", "her mother, Ann Hill of Hull, Ohio, said") and the place that it lies in."""
    found: list[tuple[int, int]] = []
    placed = False
    for first, last in chunks:
        if placed and all(frame.capital(i) for i in range(first, last)):
            continue
        at = _place_at(frame, first, last)
        placed = at < last and (not frame.head_first or frame.lows[at] in frame.speech.roles.place_before)
        found.append((first, at))
    return found


def _place_at(frame: Frame, first: int, last: int) -> int:
    """Where the place or the medium behind the name of a chunk begins, else its end."""
    speech, lows = frame.speech, frame.lows
    if frame.head_first:
        sure, told = speech.chain.medium_sure, speech.chain.audience
        inside = range(first + 1, last - 1) if speech.relative.isdisjoint(lows[first:last]) else ()
        medium = next((i for i in inside if lows[i] in told or (lows[i] in sure and is_channel(frame, first, i))), last)
        at = next((i for i in inside if is_place(frame, i, last)), last)
        pronoun = at == first + 1 and (lows[first] in speech.pronouns or lows[first] in speech.plural_pronouns)
        man = lows[first] in speech.stands_for.anybody and lows[last - 1] in speech.determiners  # "Pria asal Solo itu"
        named = is_name(frame, first, at) and not man and lows[first] not in speech.numbers  # "Puluhan warga Solok"
        return at if at < medium and (pronoun or named) else medium
    at = next((i for i in range(first + 2, last - 1) if not frame.capital(i)), last)
    led = at < last and (lows[at] in speech.links or lows[at] in speech.by_whom) and lows[at] in speech.prepositions
    offices = (speech.roles.titles, speech.roles.fillers, speech.roles.bodies)
    office = any(low in words for low in lows[first:at] for words in offices)
    return at if led and frame.capital(at + 1) and not office and is_name(frame, first, at) else last


def behind_subordinator(frame: Frame, first: int, last: int) -> tuple[int, int]:
    """The name or the description that ends an English chunk behind the word of its clause ("The turn came after Ann Hill", the
    mayor, said …; "She fled when a man", holding a gun, shouted …)."""
    lows, speech = frame.lows, frame.speech
    if frame.head_first:
        return first, last
    at = next((i for i in range(last - 2, first, -1) if lows[i] in speech.subordinators), 0)
    named = frame.capital(at + 1) and is_name(frame, at + 1, last)
    named |= lows[at + 1] in speech.introducers and lows[at] in speech.openers and lows[at] not in speech.joiners
    return (at + 1, last) if named and at > first and lows[at] not in speech.links else (first, last)


def names_behind_comma(frame: Frame, at: int, end: int) -> bool:
    """Whether nothing but somebody's name stands behind the last comma of some words."""
    comma = next((i for i in range(end - 1, at, -1) if frame.lows[i] == ","), 0)
    return 0 < comma < end - 1 and is_name(frame, comma + 1, end)


def only_opens(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk tells when, how or by which deed the subject behind it begins ("Senin (3/2)", "Mendengar itu", "Taking X")."""
    low, speech = frame.lows[first], frame.speech
    if not speech.head_first:
        return low.endswith(speech.gerund) and not frame.capital(first + 1)
    timed = low not in speech.time_names and all(is_dated(frame, i) for i in range(first, last))
    return timed or (last - first == 1 and low.endswith(speech.own)) or opens_with_deed(frame, first, last)


def behind_occasion(frame: Frame, front: tuple[int, int], behind: tuple[int, int]) -> tuple[int, int] | None:
    """The name that ends an English chunk behind the medium or the meeting it opens with, before what is told of the person ("In
    a report Ann Hill", coroner for Hull, said …; "Speaking at the inquest Ann", who …)."""
    speech, lows, (first, at), nouns = frame.speech, frame.lows, front, frame.speech.chain.occasions
    while at > first and frame.capital(at - 1) and lows[at - 1] not in speech.time:
        at -= 1
    small = at == front[1]
    if small:
        at = next((i for i in range(first + 2, at) if lows[i] in speech.definite and lows[i - 1] in nouns), at)
    if frame.head_first or not first < at < front[1] or lows[at - 1] not in nouns or frame.capital(at - 1):
        return None
    told = lows[behind[0]] in speech.relative or lows[behind[0]].endswith(speech.verb_ends)
    return (at, front[1]) if told or (not small and is_role(frame, *behind)) else None


def before_hearers(frame: Frame, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The chunks in front of one that tells to whom or through what an Indonesian speaks, where only places stand behind it
    ("Rina, kepada wartawan di Bern, Swiss, mengaku")."""
    chain = frame.speech.chain
    for n, (first, _) in enumerate(chunks[1:] if frame.head_first else (), 1):
        told = frame.lows[first] in chain.audience or frame.lows[first] in chain.medium_sure
        if told and all(frame.capital(i) for chunk in chunks[n + 1 :] for i in range(*chunk)):
            return chunks[:n]
    return chunks


def is_aside(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk between a subject and its verb is a time, an age or a place."""
    lows, speech = frame.lows, frame.speech
    return (
        _is_time(frame, first, last)
        or all(lows[i].isdigit() for i in range(first, last))
        or _is_degrees(frame, first, last)
        or (lows[first] in speech.relative and lows[first] not in speech.object_relatives)
        or is_place(frame, first, last)
        or _is_territory(frame, first, last)
        or relayed_as(frame, first) > 0
        or (speech.head_first and (lows[first] in speech.subordinators or lows[first] in speech.cues.relay))
        or tells_manner(frame, first, last)
        or all(lows[i] in speech.roles.places for i in range(first, last))
        or (not speech.head_first and AFFILIATION.match(lows[first]) is not None and frame.capital(first))
        or (not speech.head_first and last - first == 1 and _is_acronym(frame, first))
        or (not speech.head_first and lows[first] in speech.goes_on and lows[first] not in speech.subordinators)
        or (not speech.head_first and (lows[first] in speech.names_it or _is_circumstance(frame, first, last)))
    )


def tells_manner(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk between two commas tells how or with whom somebody speaks ("Rina, dengan suara pelan, mengatakan")."""
    return frame.lows[first] in frame.speech.manner and frame.lows[last : last + 1] == [","]


def _is_degrees(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk is nothing but degrees, what stands behind one in brackets left out ("Sp.PD(K)")."""
    end = next((i for i in range(first + 1, last) if frame.lows[i] == "("), last)
    return all(is_degree(frame.words(i, i + 1), frame.speech) for i in range(first, end))


def _is_territory(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk is nothing but a territory and its name ("Kecamatan Teron")."""
    named = frame.lows[first] in frame.speech.roles.territories and frame.lows[first] not in frame.speech.roles.bodies
    return named and 1 < last - first <= NAMED + 1 and all(frame.capital(i) for i in range(first, last))


def _is_acronym(frame: Frame, at: int) -> bool:
    """Whether a word is the abbreviation of the name before it ("The Central Bank of Ruritania, CBR, said")."""
    word = frame.words(at, at + 1)
    return word.isupper() and 2 <= len(word) <= 6 and word.isalpha()


def _names_person(frame: Frame, first: int) -> bool:
    """Whether a word of time is somebody's first name ("Jan Berg", "April Lee")."""
    return frame.capital(first) and frame.capital(first + 1) and frame.lows[first + 1] not in frame.speech.time


def _is_time(frame: Frame, first: int, last: int) -> bool:
    low = frame.lows[first]
    if not frame.head_first and last - first == NAMED and _names_person(frame, first):
        return False
    if low in frame.speech.time:
        return last - first <= 6
    return low in frame.speech.ends_name and any(
        frame.lows[i] in frame.speech.time or frame.lows[i].isdigit() for i in range(first + 1, last)
    )


def _is_circumstance(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk tells when or where its subject speaks, or what was asked of it ("when asked", "asked whether …")."""
    speech, lows = frame.speech, frame.lows
    if lows[first] in speech.prepositions:
        return last - first <= ASIDE
    if lows[first] in speech.subordinators and last - first > 1 and lows[first + 1].endswith(speech.gerund):
        return True  # "Bello, chairman of the council, while confirming the raid, said"
    if is_when(frame, first) or (last - first > 1 and asker(frame, first + 1)):
        return True
    return last - first > 1 and is_asked(frame, first + 1)


def is_when(frame: Frame, at: int) -> bool:
    """Whether a conjunction, a participle and a comma stand at word `at`, behind a comma ("Hill, when asked, said …"), or a clause
    and a comma, the cue behind it ("Hill, after he lost, said …")."""
    speech, lows = frame.speech, frame.lows
    if speech.head_first or lows[at] not in speech.subordinators or at + 1 >= len(lows):
        return False
    closing = next((i for i in range(at + 2, min(len(lows) - 1, at + 2 * ASIDE)) if lows[i] == ","), 0)
    told = closing > 0 and lows[closing + 1] in speech.cues.kinds and lows[at] not in speech.joiners
    return told or lows[at + 1] in speech.asked or (closing == at + 2 and lows[at + 1].endswith(speech.verb_ends))


def asker(frame: Frame, at: int) -> int:
    """The word where those begin who ask, behind a passive of asking at word `at` ("dihubungi Antara", "ditemui oleh wartawan",
    "asked by reporters"), else 0: reporters, or a name that is no day, no place and no office."""
    lows, speech = frame.lows, frame.speech
    if at + 1 >= len(lows) or lows[at] not in speech.asked or speaks_when_met(frame, at):
        return 0
    by = lows[at + 1] in speech.by
    first = at + 1 + by
    if first >= len(lows):
        return 0
    low, chain = lows[first], speech.chain
    if not speech.head_first:
        heard = not chain.audience_nouns.isdisjoint(lows[first : first + ASKERS])
        return first if by and (heard or frame.capital(first) or outlet_at(frame, first)) else 0
    if low in chain.audience_nouns or " ".join(lows[first : first + 2]) in chain.audience_nouns:
        return first
    if low in speech.chain.outlets or low.endswith(speech.chain.outlet_ends):
        return first
    no_asker = low in speech.time or low in speech.openers or speech.is_title(low)
    return first if frame.capital(first) and not no_asker and low not in speech.roles.areas else 0


def is_asked(frame: Frame, at: int) -> bool:
    """Whether a clause opens at word `at` that was asked of the subject before the comma ("Hill, asked whether …, said")."""
    lows, speech = frame.lows, frame.speech
    opens = lows[at] in speech.that or lows[at] in speech.subordinators or lows[at] in speech.interrogatives
    comma = next((i for i in range(at - 2, max(-1, at - ASIDE - 2), -1) if lows[i] == ","), at)
    asked = not speech.asked.isdisjoint(lows[comma + 1 : comma + 3])  # "Hill, when asked by reporters whether …, said"
    asked |= comma == at - 2 and lows[at - 1].endswith(speech.verb_ends)
    return not speech.head_first and opens and asked


def is_participle(frame: Frame, first: int, last: int) -> bool:
    """Whether words tell what happened to somebody rather than an office ("pressed on the costs", "aged 40")."""
    speech, lows = frame.speech, frame.lows
    if speech.head_first or last - first < 2 or not lows[first].endswith((speech.gerund, *speech.verb_ends)):
        return False
    behind = lows[first + 1]
    acts = lows[first].endswith(speech.gerund) and (behind in speech.owners or behind in speech.articles)
    return acts or behind in speech.prepositions or behind in speech.by or behind.isdigit()


def has_own_verb(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk has a finite verb of its own and is no relative clause."""
    begin = first + is_participle(frame, first, last)  # "led by Ann Hill"
    verb = any(frame.lows[i] in frame.speech.auxiliaries for i in range(begin, last) if not frame.capital(i))
    return verb and frame.lows[first] not in frame.speech.relative


def insertion_before(frame: Frame, at: int, floor: int) -> int:
    """Where an insertion between dashes that ends at word `at` begins, or behind which comma a relative clause whose last
    words are marked ("The police, who called him "armed", said"), else 0."""
    lows = frame.lows
    if lows[at] in BREAKS:
        return next((i for i in range(at - 2, max(floor, at - 2 * INSERTED), -1) if lows[i] == lows[at]), 0)
    return quoted_relative(frame, at + 1, floor)


def quoted_relative(frame: Frame, at: int, floor: int) -> int:
    """The first word of an English relative clause that a quotation and its comma end in front of word `at`, else 0."""
    lows = frame.lows
    mark = at - 1 - (lows[at - 1] == ",")
    if frame.head_first or mark < 1 or lows[mark] != QUOTED or not (mark < at - 1 or ends_pointed(frame, mark)):
        return 0
    comma = next((i for i in range(mark - 1, max(floor, mark - INSERTED), -1) if lows[i] == ","), 0)
    return comma + 1 if comma and lows[comma + 1] in frame.speech.relative else 0


def opens_with_deed(frame: Frame, first: int, last: int) -> bool:
    """Whether a verb opens a sentence by what somebody does while he speaks ("Mendengar jawaban jaksa, Budi …")."""
    low, speech = frame.lows[first], frame.speech
    if first == 0 and low in speech.chain.speaks:
        return True
    named = low in speech.roles.titles or low in speech.roles.bodies or low in speech.plural_pronouns
    opens = first == 0 and last - first > 1 and not frame.capital(first + 1)
    return opens and len(low) > 5 and low.startswith(speech.finite_starts) and not named


def closes_name(frame: Frame, at: int) -> bool:
    """Whether the comma before a medium ends the apposition of a name ("Kepala BMKG, Sri Wahyuni, dalam siaran pers menyebut"),
    or a bracket there its abbreviation ("Badan Cuaca (BC) dalam siaran pers menyebut")."""
    aged = frame.lows[at - 3 : at - 2] == ["("] and frame.lows[at - 2].isdigit()
    named = at > 2 and frame.lows[at - 1] in (",", ")") and (frame.capital(at - 2) or aged)
    return frame.head_first and named and frame.lows[at - 2] not in frame.speech.time


def is_inserted(frame: Frame, at: int) -> bool:
    """Whether a comma opens or ends a circumstance between whom something is asked of and what ("called on firms, with the
    ministry's backing, to stop")."""
    lows, speech = frame.lows, frame.speech
    if lows[at] != "," or at + 2 >= len(lows):
        return False
    return lows[at + 1] in speech.to or (
        (
            lows[at + 1] in speech.prepositions
            or (frame.capital(at + 1) and frame.capital(at - 1) and frame.capital(at + 2))
        )
        and any(lows[i] == "," and lows[i + 1] in speech.to for i in range(at + 2, min(at + INSERTED, len(lows) - 1)))
    )


def is_in_name(frame: Frame, at: int) -> bool:
    """Whether the word of a time belongs to a name ("Korps Lalu Lintas", "Lalu Muhammad", "The Sunday Post")."""
    lows, speech = frame.lows, frame.speech
    named = at + 1 < len(lows) and frame.capital(at + 1)
    if named and lows[at + 1] in speech.chain.outlet_words:
        return True  # "told The Sunday Times"
    if lows[at] not in speech.time_names:
        return False
    following = lows[at + 1] if at + 1 < len(lows) else ""
    if not speech.head_first and frame.capital(at) and frame.capital(at - 1) and not following[:1].isdigit():
        return True  # "said Mrs May", "said Theresa May", but "Ann Hill May 5"
    return following != "" and frame.capital(at + 1) and following not in speech.time


def is_first_name(frame: Frame, at: int) -> bool:
    """Whether a word of time opens an Indonesian name ("Hari Santoso", "Lalu Hadrian")."""
    named = frame.lows[at] in frame.speech.time_names and frame.capital(at) and frame.capital(at + 1)
    return frame.head_first and named and frame.lows[at + 1] not in frame.speech.time


def opens_alone(frame: Frame, at: int) -> bool:
    """Whether the first word of an Indonesian sentence is no name ("Selain mengimbau warga, Budi …")."""
    return frame.head_first and at == 0 and frame.lows[at] not in frame.speech.time_names


def opens_gerund(frame: Frame, at: int) -> bool:
    """Whether a circumstance of the subject begins at a word ("while commiserating", not "and Broadcasting")."""
    speech = frame.speech
    gerund = frame.lows[at + 1].endswith(speech.gerund) and not frame.capital(at + 1)
    return gerund and frame.lows[at] in speech.subordinators


def behind_bound(frame: Frame, first: int, last: int) -> int:
    """The number of those whom a sentence opens with, behind what tells how exact it is ("More than 200 workers …"), else 0."""
    amounts = frozenset[str]() if frame.head_first else frame.speech.amounts  # "at least one"
    for at in range(min(first + MOST_BOUND, last - 1), first, -1):
        low = frame.lows[at]
        if (low[0].isdigit() or low in amounts) and frame.words(first, at).lower() in frame.speech.bounds:
            return at
    return 0


def _before_manner(frame: Frame, at: int, floor: int) -> int:
    """The last word before a manner that ends at word `at` ("Rina dengan suara pelan", "Ia secara khusus"), else `at`."""
    for i in range(at, max(floor, at - MANNER), -1):
        if frame.capital(i) or not frame.lows[i].replace("-", "").isalpha() or frame.lows[i] in frame.speech.relative:
            return at
        if frame.lows[i] in frame.speech.manner:
            return i - 1 if i < at else at
    return at


def before_adverbs(frame: Frame, at: int, floor: int) -> int:
    """The last word before the adverbs and the manner that end at word `at`, down to the one before `floor`."""
    last = at
    while at >= floor and _is_adverb(frame, at, floor):
        at -= 1
    if floor < at < last and frame.lows[at] in frame.speech.manner:
        return at - 1  # "Rina dengan tegas"
    if frame.head_first and (relative := _before_times(frame, at, floor)):
        return relative
    return _before_manner(frame, at, floor) if frame.head_first else before_manner(frame, at, floor)


def _before_times(frame: Frame, at: int, floor: int) -> int:
    """The relative word that only a time divides from word `at` ("warga yang sejak awal berharap"), else 0."""
    lows, speech = frame.lows, frame.speech
    for i in range(at - 1, max(floor, at - MANNER), -1):
        if lows[i] in speech.relative:
            return i if at - i > 1 and lows[i + 1] in speech.ends_name else 0
        if lows[i + 1] not in speech.time:
            return 0
    return 0


def _is_adverb(frame: Frame, at: int, floor: int) -> bool:
    low, speech = frame.lows[at], frame.speech
    if frame.capital(at):
        return low in speech.adverbs and (at <= floor or speech.head_first or low in speech.time)
    has = frame.lows[at - 1] in speech.auxiliaries and frame.lows[at - 1] in speech.adverbs
    shared = has and at > floor and low in speech.plural_pronouns  # "Norway and Mexico have both said"
    return shared or low in speech.adverbs or (len(low) > 4 and speech.ends_as_adverb(low))
