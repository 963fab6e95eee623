"""Who is meant: the noun phrase after a cue ("kata …", "said …") or before one ("… mengatakan", "… said")."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from .frames import QUOTED, Frame

LIMIT = 28
"""Words of the longest phrase."""

AFFILIATION = re.compile(r"[a-z]-[a-z]")
"""A party and state after a name: "R-Ky.\""""

PUNCTUATION = frozenset(',;:()[]!?…–—-"')


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
    while first < last and (lows[first] in PUNCTUATION):
        first += 1
    while last > first and lows[last - 1] in PUNCTUATION - {")"}:
        last -= 1
    if first >= last:
        return None
    if last - first == 1 and (lows[first] in speech.pronouns or lows[first] in speech.plural_pronouns):
        return Phrase(first, last, *frame.span(first, last), frame.words(first, last), None, "pronoun")
    plain = [i for i in range(first, last) if not _bracketed(frame, first, i)]
    capitals = [i for i in plain if frame.capital(i) and lows[i] not in speech.articles]
    alone = capitals == [first] and len(plain) > 1 and first == 0
    if not capitals or (alone and not _is_known_word(frame, first)):
        return _description(frame, first, last)
    if lows[first] in speech.articles and all(lows[i] in speech.anybody for i in capitals):
        return _description(frame, first, last)
    head = _run_start(frame, plain, capitals[-1])
    if lows[last - 1] in speech.determiners and speech.own and head > first and not frame.capital(first):
        return _description(frame, first, last)
    run = [i for i in plain if head <= i <= capitals[-1]]
    run = _after_abbreviation(frame, first, run)
    rest = [i for i in plain if i > capitals[-1] and lows[i] not in speech.determiners]
    if rest and _is_description_tail(frame, rest, capitals[-1]):
        return _description(frame, first, last)
    lead = [i for i in plain if i < head and lows[i] not in speech.articles]
    name = _after_bodies(frame, run) if lead and _holds_office(frame, lead) else _after_titles(frame, run)
    if not name or (lead and name == run and not _can_lead(frame, lead, run)):
        return _description(frame, first, last)
    if name == run and not lead and lows[run[0]] in speech.bodies:
        stop = frame.after_bracket(capitals[-1] + 1) if lows[capitals[-1] + 1 : capitals[-1] + 2] == ["("] else 0
        stop = min(stop, last) if stop else capitals[-1] + 1
        return Phrase(first, last, *frame.span(run[0], stop), frame.words(run[0], stop), None, "body")
    start, stop = name[0], name[-1] + 1
    mention = _ranked(frame, first, start)
    role = _role(frame, first, start)
    if (
        stop + 2 < len(lows)
        and lows[stop] == "("
        and stop + 3 <= last
        and lows[stop + 2] == ")"
        and name == run
        and not lead
    ):
        acronym = frame.words(stop + 1, stop + 2)
        if acronym.isupper() and len(acronym) > 1:
            return Phrase(first, last, *frame.span(start, stop + 3), frame.words(start, stop + 3), None, "body")
    thing = not speech.own and not role and start > first and lows[start - 1] in speech.articles
    kind = "body" if thing else "name"
    return Phrase(first, last, frame.starts[mention], frame.ends[stop - 1], frame.words(start, stop), role, kind)


def _role(frame: Frame, first: int, last: int) -> str | None:
    """The title before a name, without forms of address and without a rank that stands behind an office."""
    lows, speech = frame.lows, frame.speech
    while last > first and (
        lows[last - 1] in speech.courtesy
        or lows[last - 1] in "(,"
        or (speech.own and last - 1 > first and lows[last - 1] in speech.ranks)
    ):
        last -= 1
    words = frame.words(first, last)
    return words if words and words.lower() not in speech.articles else None


def _after_abbreviation(frame: Frame, first: int, run: list[int]) -> list[int]:
    """The words of a run behind a bracketed abbreviation: "Jaksa Penuntut Umum (JPU) Muhibbudin" names Muhibbudin."""
    for n in range(len(run) - 1, 0, -1):
        if run[n] - run[n - 1] > 1 and frame.lows[run[n] - 1] == ")" and not frame.lows[run[n] - 2].isdigit():
            rest = run[n:]
            while len(rest) > 1 and _fills(frame, rest[0]):
                rest = rest[1:]
            return rest
    return run


def _is_title(frame: Frame, at: int) -> bool:
    return frame.speech.is_title(frame.lows[at])


def _is_known_word(frame: Frame, at: int) -> bool:
    low = frame.lows[at]
    return low in frame.speech.titles or low in frame.speech.bodies


def _bracketed(frame: Frame, first: int, at: int) -> bool:
    depth = 0
    for i in range(first, at + 1):
        if frame.lows[i] in ("(", "["):
            depth += 1
        elif frame.lows[i] in (")", "]"):
            if i == at:
                return True
            depth -= 1
    return depth > 0


def _description(frame: Frame, first: int, last: int) -> Phrase:
    return Phrase(first, last, *frame.span(first, last), frame.words(first, last), None, "description")


def _run_start(frame: Frame, plain: list[int], end: int) -> int:
    """Where the run of capitals that ends at `end` begins; particles and links stand only between capitals."""
    speech = frame.speech
    start = i = plain.index(end)
    while i > 0:
        i -= 1
        low = frame.lows[plain[i]]
        if frame.lows[plain[i]].endswith(("'s", "’s")):
            break
        if frame.capital(plain[i]) and low not in speech.articles:
            start = i
        elif low not in speech.particles and low not in speech.links and not low.isdigit():
            break
    return plain[start]


def _is_description_tail(frame: Frame, rest: list[int], capital: int) -> bool:
    """Small words after the last capital that make the phrase a description ("Mr Sigarchi's lawyer")."""
    low = frame.lows[capital]
    return low.endswith(("'s", "’s", "s'", "s’")) or not frame.speech.own


def _after_titles(frame: Frame, run: list[int]) -> list[int]:
    """The words of a run of capitals that are the name, without ranks, titles, what fills them and places; the run
    itself when it begins with an organisation's word, nothing when titles are all there is."""
    speech, lows = frame.speech, frame.lows
    ranks = [n for n, i in enumerate(run) if lows[i] in speech.ranks]
    last_rank = next((n for n in reversed(ranks) if n < len(run) - 1), -1)
    titles = [n for n, i in enumerate(run) if _is_title(frame, i) and n < len(run) - 1]
    if (
        lows[run[0]] in speech.bodies
        and last_rank < 0
        and lows[run[0]] not in speech.heads
        and (speech.own or not titles)
    ):
        return run
    if last_rank < 0 and not titles:
        return run if lows[run[-1]] not in speech.titles or len(run) > 2 else []
    at = (titles[-1] if titles else last_rank) + 1
    if last_rank >= 0 and last_rank + 1 >= at and not (last_rank and lows[run[last_rank - 1]] in speech.heads):
        return _without_ranks(frame, run[last_rank + 1 :])
    while at < len(run) and _fills(frame, run[at]):
        at += 1
    at = max((n + 1 for n in range(at, len(run) - 1) if lows[run[n]] in speech.corporate), default=at)
    name = run[at:]
    if name and lows[name[-1]] in speech.titles and len(name) == 1:
        return []
    return name


def _holds_office(frame: Frame, lead: list[int]) -> bool:
    """Whether small words before a run of capitals are a person's office ("anggota Komisi V DPR RI Mardhani Usman")."""
    return bool(frame.speech.own) and any(frame.lows[i] in frame.speech.heads for i in lead)


def _after_bodies(frame: Frame, run: list[int]) -> list[int]:
    """The name behind the organisation in which somebody holds an office; nothing when no name follows."""
    speech, lows = frame.speech, frame.lows
    name = _after_titles(frame, run)
    corporate = [n for n in range(len(run) - 1) if lows[run[n]] in speech.corporate]
    if name == run and corporate:
        return run[corporate[-1] + 1 :]
    if name != run or lows[run[0]] not in speech.bodies:
        return name
    at = 0
    while at < len(run) and (_fills(frame, run[at]) or len(lows[run[at]]) == 1):
        at += 1
    name = run[at:]
    return [] if not name or lows[name[-1]] in speech.places or lows[name[-1]] in speech.fillers else name


def _without_ranks(frame: Frame, run: list[int]) -> list[int]:
    while len(run) > 1 and frame.lows[run[0]] in frame.speech.ranks:
        run = run[1:]
    return run


def _fills(frame: Frame, at: int) -> bool:
    """Whether a word after a title still belongs to it."""
    low, speech = frame.lows[at], frame.speech
    if (
        low in speech.fillers
        or low in speech.places
        or low in speech.bodies
        or low in speech.links
        or low in speech.titles
    ):
        return True
    word = frame.text[frame.starts[at] : frame.ends[at]]
    return word.isupper() and 2 <= len(word) <= 8 and "." not in word and bool(speech.own)


def _can_lead(frame: Frame, lead: list[int], run: list[int]) -> bool:
    """Whether the small words before a run of capitals are a title of the person that the run names."""
    speech, lows = frame.speech, frame.lows
    if lows[lead[-1]] in speech.links or lows[lead[-1]] in speech.ends_name or lows[lead[-1]] in speech.particles:
        return False
    if lows[run[0]] in speech.bodies or (speech.own and all(lows[i] in speech.places for i in run)):
        return False
    if lows[run[0]] in speech.outlets or frame.words(run[0], run[-1] + 1).lower() in speech.outlets:
        return False
    if lows[lead[-1]].endswith(("'s", "’s")) or any(_is_title(frame, i) for i in lead):
        return len(run) <= 5
    return bool(speech.own) and len(run) >= 2 and lows[lead[0]] not in speech.bodies


def _ranked(frame: Frame, first: int, start: int) -> int:
    """The first word of the mention: a rank or form of address before the name belongs to it."""
    while start > first and frame.lows[start - 1] in frame.speech.ranks:
        start -= 1
    return start


def forward(frame: Frame, at: int) -> Phrase | None:
    """The phrase that begins at word `at`, as after an inverted cue, with its apposition ("…, ketua partai itu,")."""
    lows, speech = frame.lows, frame.speech
    if at < len(lows) and lows[at] in speech.by:
        at += 1
    if at >= len(lows):
        return None
    if lows[at] in speech.pronouns or lows[at] in speech.plural_pronouns:
        return describe(frame, at, at + 1)
    stop = _forward_end(frame, at)
    core = describe(frame, at, stop)
    if core is None:
        return None
    if stop + 1 < len(lows) and lows[stop] == ",":
        return _with_apposition(frame, core, stop + 1)
    return core


def _forward_end(frame: Frame, at: int) -> int:
    lows, speech = frame.lows, frame.speech
    i, capital = at, False
    while i < len(lows) and i - at < LIMIT:
        low = lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if low == "," and capital and (after := _list_end(frame, i)):
            i = after
            continue
        if low in PUNCTUATION and not (low in "-–—" and _between_years(frame, i)):
            break
        if frame.capital(i):
            if low in speech.time and capital:
                break
            capital = True
        elif low in speech.determiners and i > at:
            return i + 1
        elif low in speech.links and i > at:
            if not (i + 1 < len(lows) and (frame.capital(i + 1) or not capital or lows[i + 1] in speech.articles)):
                break
        elif low in speech.particles and capital and i + 1 < len(lows) and frame.capital(i + 1):
            pass
        elif (
            low in speech.ends_name
            or (i > at and low in speech.adverbs)
            or (capital and not low.isdigit() and low not in PUNCTUATION and not _leads_to_capital(frame, i))
        ):
            break
        i += 1
    return min(i, len(lows))


def _list_end(frame: Frame, comma: int) -> int:
    """The word after ", X, dan" when a list inside a name goes on there ("Meteorologi, Klimatologi, dan Geofisika"), else 0."""
    lows = frame.lows
    i = comma + 1
    while i < len(lows) and i - comma <= 4 and frame.capital(i):
        i += 1
    if i == comma + 1 or i + 2 >= len(lows) or lows[i] != ",":
        return 0
    if lows[i + 1] in frame.speech.coordinators and frame.capital(i + 2):
        return i + 2
    return 0


def _between_years(frame: Frame, at: int) -> bool:
    return 0 < at < len(frame.lows) - 1 and frame.lows[at - 1].isdigit() and frame.lows[at + 1].isdigit()


def _leads_to_capital(frame: Frame, at: int) -> bool:
    """Whether small words after a capital are a title before another ("Comerica chief economist David Littman")."""
    titled, plain = False, True
    for i in range(at, min(at + 5, len(frame.lows))):
        low = frame.lows[i]
        if frame.capital(i):
            return titled or (plain and frame.capital(min(i + 1, len(frame.lows) - 1)) and i - at <= 2)
        if low in PUNCTUATION or (low in frame.speech.ends_name):
            return False
        titled = titled or low in frame.speech.heads or low in frame.speech.fillers
        plain = (
            plain
            and not frame.speech.own
            and low not in frame.speech.auxiliaries
            and not low.endswith(("ed", "ing", "s"))
        )
    return False


def _chunk_end(frame: Frame, at: int) -> int:
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


def is_name(frame: Frame, first: int, last: int) -> bool:
    """Whether the words are nothing but a person's name: two to five capitals, or one, with particles and ranks."""
    speech, lows = frame.speech, frame.lows
    count = 0
    i = first
    while i < last:
        low = lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if frame.capital(i):
            if (
                low in speech.time
                or AFFILIATION.match(low)
                or (count == 0 and (low in speech.heads or low in speech.bodies) and low not in speech.ranks)
            ):
                return False
            count += 1
        elif low not in speech.particles and not low.isdigit() and low not in speech.courtesy:
            return False
        i += 1
    places = all(lows[i] in speech.places or lows[i] in "()" for i in range(first, last))
    return 1 <= count <= 6 and not places


def is_role(frame: Frame, first: int, last: int) -> bool:
    """Whether the words read as a title, an office or an organisation rather than as a name."""
    speech = frame.speech
    words = [i for i in range(first, last) if frame.lows[i] not in speech.articles]
    if not words:
        return False
    low = frame.lows[words[0]]
    return (
        low in speech.heads
        or low in speech.bodies
        or not frame.capital(words[-1])
        or (any(frame.lows[i] in speech.heads for i in words) and not is_name(frame, first, last))
    )


def _is_office(frame: Frame, first: int, last: int) -> bool:
    """Whether the words hold a title or an organisation, so that a name after their comma is that of its holder."""
    speech = frame.speech
    return (
        is_role(frame, first, last)
        and any(
            frame.lows[i] in speech.heads or frame.lows[i] in speech.bodies or frame.lows[i] in speech.persons
            for i in range(first, last)
        )
        and frame.lows[first] not in speech.chain["document_nouns"]
    )


def _with_apposition(frame: Frame, core: Phrase, at: int) -> Phrase:
    """The phrase with what stands after its comma, where that is the name for the title or the title for the name."""
    end = _chunk_end(frame, at)
    name_end = at
    known = frame.speech.particles | frame.speech.courtesy
    while name_end < end and (frame.capital(name_end) or frame.lows[name_end] in known):
        name_end += 1
    if name_end < end and frame.lows[name_end] == "(":
        name_end = min(end, frame.after_bracket(name_end))
    if (
        name_end == end
        and end + 1 < len(frame.lows)
        and frame.lows[end] == ","
        and frame.lows[end + 1] in frame.speech.coordinators
        and is_role(frame, core.first, core.last)
    ):
        following = _chunk_end(frame, end + 1)
        listed = describe(frame, core.first, following)
        if listed is not None and following + 1 < len(frame.lows) and frame.lows[following] == ",":
            return _with_apposition(frame, listed._replace(kind="description"), following + 1)
    closed = name_end == end or frame.lows[name_end] in frame.speech.ends_name
    if closed and name_end > at and _is_office(frame, core.first, core.last) and is_name(frame, at, name_end):
        found = describe(frame, at, name_end)
        if found and found.kind == "name":
            role = frame.words(core.first, core.last)
            return found._replace(first=core.first, role=role)
    if core.kind != "name" or at >= len(frame.lows):
        return core
    low = frame.lows[at]
    if low.isdigit() and end == at + 1:
        if end + 1 < len(frame.lows) and frame.lows[end] == ",":
            return _with_apposition(frame, core._replace(last=end), end + 1)
        return core._replace(last=end)
    if (
        low in frame.speech.heads or low in frame.speech.articles or low in frame.speech.fillers
    ) and low not in frame.speech.time:
        last = _role_end(frame, at, end)
        if any(frame.lows[i] in frame.speech.heads for i in range(at, last)):
            role = frame.words(at, last)
            return core._replace(last=last, role=f"{core.role}, {role}" if core.role else role)
    return core


def _role_end(frame: Frame, at: int, end: int) -> int:
    for i in range(at, end):
        low = frame.lows[i]
        if low in frame.speech.relative or (low in frame.speech.kinds and i > at and not frame.capital(i)):
            return i
        if frame.speech.own and i > at and low in frame.speech.ends_name and low not in frame.speech.links:
            return i
    return end


def backward(frame: Frame, at: int, floor: int) -> Phrase | None:
    """The subject before the cue at word `at`, looking back no further than word `floor`; None when there is none of its
    own (", saying", "dan mengatakan")."""
    lows, speech = frame.lows, frame.speech
    i = at - 1
    while (
        i >= floor
        and lows[i] in speech.adverbs
        and not (frame.capital(i) and i > floor and not speech.own and lows[i] not in speech.time)
    ):
        i -= 1
    if i < floor:
        return None
    if lows[i] in speech.relative:
        return _antecedent(frame, i, floor)
    closed = lows[i] == ","
    last = i if closed else i + 1
    first = _clause_start(frame, last, floor)
    chunks = [c for c in _chunks(frame, first, last) if c[1] > c[0]]
    chunks = _without_asides(frame, chunks)
    if not chunks:
        return None
    return _subject(frame, chunks, closed)


def _clause_start(frame: Frame, last: int, floor: int) -> int:
    """Where the clause whose words end at `last` begins."""
    lows, speech = frame.lows, frame.speech
    i = last - 1
    while i > floor:
        low = lows[i]
        if low in ("(", "["):
            pass
        elif (
            low == QUOTED
            or low in ";:…–—?!"
            or (low == "-" and lows[i - 1] != ",")
            or (low in speech.that and low not in speech.relative)
            or (lows[i - 1] == "," and low in speech.conjunctions and not _joins_names(frame, i))
        ):
            return i + 1
        i -= 1
    return floor + 1 if lows[floor] == QUOTED else floor


def _joins_names(frame: Frame, at: int) -> bool:
    return at + 1 < len(frame.lows) and frame.capital(at + 1) and frame.capital(at - 2) if at >= 2 else False


def _chunks(frame: Frame, first: int, last: int) -> list[tuple[int, int]]:
    found, start, i = [], first, first
    while i < last:
        low = frame.lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if low == ",":
            found.append((start, i))
            start = i + 1
        i += 1
    found.append((start, last))
    return found


def _without_asides(frame: Frame, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The chunks without fronted adverbials and without times in the middle."""
    speech = frame.speech
    kept = list(chunks)
    while len(kept) > 1 and frame.lows[kept[0][0]] in speech.openers:
        first, last = kept[0]
        if frame.lows[first] in speech.joiners and last - first > 1 and (frame.capital(first + 1) or last - first > 2):
            kept[0] = (first + 1, last)
            continue
        kept = kept[1:]
    while (
        len(kept) > 1
        and not speech.own
        and frame.lows[kept[0][0]].endswith("ing")
        and not frame.capital(kept[0][0] + 1)
    ):
        kept = kept[1:]
    return [kept[0]] + [c for c in kept[1:] if not _is_aside(frame, *c)] if kept else []


def _is_aside(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk between a subject and its verb is a time, an age or a place."""
    lows, speech = frame.lows, frame.speech
    return (
        _is_time(frame, first, last)
        or all(lows[i].isdigit() for i in range(first, last))
        or all(lows[i] in speech.places for i in range(first, last))
        or (not speech.own and lows[first] in speech.prepositions and last - first <= 4)
    )


def _is_time(frame: Frame, first: int, last: int) -> bool:
    low = frame.lows[first]
    if low in frame.speech.time and low not in frame.speech.articles:
        return last - first <= 6
    return low in frame.speech.ends_name and any(
        frame.lows[i] in frame.speech.time or frame.lows[i].isdigit() for i in range(first + 1, last)
    )


def _is_clause(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk has a finite verb of its own and is no relative clause."""
    speech = frame.speech
    if frame.lows[first] in speech.relative:
        return False
    return any(frame.lows[i] in speech.auxiliaries for i in range(first, last) if not frame.capital(i))


def _subject(frame: Frame, chunks: list[tuple[int, int]], closed: bool) -> Phrase | None:
    last = chunks[-1]
    if len(chunks) >= 3 and frame.lows[last[0]] in frame.speech.coordinators and not closed:
        start = len(chunks) - 2
        while (
            start > 0
            and not _is_clause(frame, *chunks[start - 1])
            and frame.lows[chunks[start - 1][0]] not in frame.speech.openers
        ):
            start -= 1
        first = chunks[start][0]
        kind = "body" if frame.lows[first] in frame.speech.bodies else "description"
        return Phrase(first, last[1], *frame.span(first, last[1]), frame.words(first, last[1]), None, kind)
    if closed and len(chunks) >= 2:
        start = len(chunks) - 1
        while start > 0 and not _is_clause(frame, *chunks[start - 1]) and len(chunks) - start < 4:
            start -= 1
        block = chunks[start:]
        if (
            len(block) >= 2
            and is_name(frame, *block[-1])
            and is_role(frame, *block[-2])
            and not is_name(frame, *block[0])
        ):
            return _named(frame, block[-1], block[-2])
        if len(block) >= 2:
            return _named(frame, block[0], block[1])
    elif (
        len(chunks) >= 2
        and is_name(frame, *last)
        and is_role(frame, *chunks[-2])
        and not _is_clause(frame, *chunks[-2])
    ):
        return _named(frame, last, chunks[-2])
    return _inner(frame, *last)


def _named(frame: Frame, name: tuple[int, int], role: tuple[int, int]) -> Phrase | None:
    found = _inner(frame, *name)
    if found and found.kind == "name" and (is_role(frame, *role)):
        if all(frame.lows[i].isdigit() for i in range(*role)) or frame.lows[role[0]] in frame.speech.relative:
            return found
        words = frame.words(*role)
        return found._replace(first=min(name[0], role[0]), role=words if not found.role else f"{found.role}, {words}")
    return found


def _inner(frame: Frame, first: int, last: int) -> Phrase | None:
    """The noun phrase of a chunk: its whole, or what follows an opening adverbial that has no comma."""
    lows, speech = frame.lows, frame.speech
    if lows[last - 1] in speech.pronouns or lows[last - 1] in speech.plural_pronouns:
        return describe(frame, last - 1, last)
    for i in range(last - 2, first, -1):
        if (
            lows[i] in speech.subordinators
            and not (frame.capital(i - 1) and frame.capital(i + 1))
            and lows[i] not in speech.links
        ):
            first = i + 1
            break
    while first < last - 1 and (
        lows[first] in speech.conjunctions or (lows[first] in speech.adverbs and lows[first] not in speech.articles)
    ):
        first += 1
    if lows[first] in speech.openers and last - first > 1:
        start = last - 1
        while start > first + 1 and _belongs(frame, start - 1):
            start -= 1
        first = start
    for i in range(last - 2, first, -1):
        if lows[i] in speech.relative:
            if lows[i] in speech.that and (frame.capital(i + 1) or lows[i + 1] in speech.articles):
                return describe(frame, i + 1, last)
            return describe(frame, first, i)
    for i in range(first + 1, last):
        if "quotes_whom" in speech.kinds.get(lows[i], ()) and i + 1 < last:
            return describe(frame, i + 1, last)
    if lows[first] in speech.openers and last - first == 1 and not frame.capital(first):
        return None
    return describe(frame, first, last)


def _belongs(frame: Frame, at: int) -> bool:
    """Whether a word still belongs to the noun phrase on its right, read from the right."""
    low, speech = frame.lows[at], frame.speech
    if low in speech.time or low in speech.ends_name or low in PUNCTUATION or low in speech.determiners:
        return False
    if (
        frame.capital(at)
        or low in speech.titles
        or low in speech.fillers
        or low in speech.bodies
        or low in speech.articles
        or low in speech.links
        or low in speech.chain["document_nouns"]
    ):
        return True
    return False


def _antecedent(frame: Frame, at: int, floor: int) -> Phrase | None:
    """The noun before a relative word ("Smith, who said …")."""
    lows = frame.lows
    i = at - 1
    if i >= floor and lows[i] == ",":
        i -= 1
    first = _clause_start(frame, i + 1, floor)
    chunks = _without_asides(frame, [c for c in _chunks(frame, first, i + 1) if c[1] > c[0]])
    if not chunks:
        return None
    chunk = chunks[-1]
    for j in range(chunk[0] + 1, chunk[1]):
        if lows[j] in frame.speech.copulas and frame.capital(chunk[0]):
            return _inner(frame, chunk[0], j)
    start = chunk[1] - 1
    while start > chunk[0] and _belongs(frame, start - 1):
        start -= 1
    return describe(frame, start, chunk[1]) if frame.speech.own else _inner(frame, *chunk)


def main_subject(frame: Frame, floor: int, before: int) -> Phrase | None:
    """The noun phrase at the head of the sentence, for cues that share its subject."""
    first = _first_words(frame, floor, before)
    if first is None:
        return None
    stop = _forward_end(frame, first)
    stop = min(before, stop)
    if not frame.speech.own:
        stop = min(stop, _verb(frame, first, stop))
    return describe(frame, first, stop) if stop > first else None


def _first_words(frame: Frame, floor: int, before: int) -> int | None:
    for first, last in _candidates(frame, floor, before):
        if frame.lows[first] not in frame.speech.openers or (
            last - first > 1 and frame.lows[first] in frame.speech.conjunctions
        ):
            return first + 1 if frame.lows[first] in frame.speech.conjunctions else first
    return None


def _candidates(frame: Frame, floor: int, before: int) -> Iterator[tuple[int, int]]:
    yield from (c for c in _chunks(frame, floor, before) if c[1] > c[0] and frame.lows[c[0]] != QUOTED)


def _verb(frame: Frame, first: int, last: int) -> int:
    """The first finite verb among the words."""
    speech = frame.speech
    for i in range(first + 1, last):
        low = frame.lows[i]
        if not frame.capital(i) and (
            low in speech.auxiliaries or low in speech.kinds or low.endswith(speech.verb_ends)
        ):
            return i
    return last
