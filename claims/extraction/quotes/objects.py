"""The noun phrase behind a cue ("kata …", "said …", "menurut …"), with its apposition."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, Frame
from claims.extraction.people.honorifics import is_degree
from claims.extraction.people.name_or_office import is_name, is_office
from claims.extraction.people.phrases import LIMIT, Phrase, chunk_end, describe

from .asides import is_in_name
from .offices import holds_rank
from .outlets import names_outlet
from .starts import list_end

PEOPLE: Final = 2
"""Words behind the name of a people or a firm within which the noun of its phrase stands."""

CLAUSE: Final = 16
"""Words of a relative clause that describes a person."""

FULL: Final = 2
"""Words of the shortest full name."""

NOUNS: Final = 3
"""Small words behind a name that its head may close ("the Acme house price index")."""


def forward(frame: Frame, at: int) -> Phrase | None:
    """The phrase that begins at word `at`, as after an inverted cue, with its apposition ("…, ketua partai itu,")."""
    lows, speech = frame.lows, frame.speech
    if at < len(lows) and lows[at] in speech.by:
        at += 1
    if at >= len(lows):
        return None
    if lows[at] in speech.pronouns or lows[at] in speech.plural_pronouns:
        noun = lows[at + 1] if lows[at] in speech.articles and at + 1 < len(lows) else ","
        if noun in PUNCTUATION or noun in speech.ends_name or noun in speech.time:
            return describe(frame, at, at + 1)
    stop = phrase_end(frame, at)
    core = describe(frame, at, stop)
    if core is None:
        return None
    if speech.head_first and core.kind == "description" and (closing := _closing(frame, core)):
        return core._replace(name=f"{core.name} {frame.words(closing, closing + 1)}")
    if speech.head_first and core.kind == "description" and (named := _named_on(frame, core)) is not None:
        return named
    if stop + 1 < len(lows) and lows[stop] == ",":
        return _with_apposition(frame, core, stop + 1)
    return _placed_office(frame, core, stop) or core


def _closing(frame: Frame, core: Phrase) -> int:
    """The word that points back behind the relative clause of a person ("figur yang dikenal sebagai pejuang itu"), else 0."""
    lows, speech = frame.lows, frame.speech
    person = lows[core.first] in speech.roles.heads or lows[core.first] in speech.stands_for.anybody
    described = core.last < len(lows) and lows[core.last] in speech.relative
    if not person or core.last - core.first > 1 or not described:
        return 0
    end = next((i for i in range(core.last, min(core.last + CLAUSE, len(lows))) if lows[i] in PUNCTUATION), len(lows))
    return end - 1 if end - core.last < CLAUSE and lows[end - 1] in speech.determiners else 0


def _named_on(frame: Frame, core: Phrase) -> Phrase | None:
    """Whose name stands behind the place of an Indonesian description ("kata pedagang di Pasar Teron, Solok, bernama Rina")."""
    lows, speech, at = frame.lows, frame.speech, core.last
    while at < len(lows) - 1 and (frame.capital(at) or lows[at] == "," or lows[at] in speech.roles.place_before):
        at += 1
    if at == core.last or lows[at] not in speech.roles.courtesy or not lows[at].startswith(speech.verb_starts):
        return None
    name = describe(frame, at + 1, phrase_end(frame, at + 1))
    return name._replace(first=core.first, role=core.name) if name is not None and name.kind == "name" else None


def _placed_office(frame: Frame, core: Phrase, at: int) -> Phrase | None:
    """The holder of an office whose body stands behind a small word ("pengacara publik dari LBH Solok, Rudi Hartana", "head of
    sales at Acme Foods, Ann Hill")."""
    lows, speech = frame.lows, frame.speech
    if at + 3 >= len(lows) or not frame.capital(at + 1) or not is_office(frame, core.first, core.last):
        return None
    from_, place = speech.chain.taken_from, speech.roles.place_before
    served = lows[at] in from_ and (lows[at] in place or lows[at + 1] in speech.roles.bodies)  # "Kabid … pada Dinas …"
    whence = served if speech.head_first else lows[at] in speech.prepositions - speech.links - from_
    if not whence or (not speech.head_first and lows[core.first] in speech.articles):
        return None  # "an official at Kent Port, New Zealand"
    end = chunk_end(frame, at + 1)
    if end + 1 >= len(lows) or lows[end] != ",":
        return None
    found = _with_apposition(frame, core._replace(last=end, kind="description"), end + 1)
    return found if found.kind == "name" and found.start > frame.starts[end] else None


def phrase_end(frame: Frame, at: int) -> int:
    lows, speech = frame.lows, frame.speech
    i, capital = at, False
    while i < len(lows) and i - at < LIMIT:
        low = lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if low == "," and capital and (after := list_end(frame, at, i)):
            i = after
            continue
        if low in PUNCTUATION and not (low in "-–—" and _between_years(frame, i)):
            break
        if frame.capital(i):
            behind = capital or (not speech.head_first and i > at + 1 and lows[i - 1] not in speech.articles)
            if low in speech.time and behind and not is_in_name(frame, i):
                break
            capital = True
        elif i > at and (after := _second_office(frame, at, i)):
            i = after
        elif low in speech.determiners and i > at:
            return i + 1 if speech.head_first else _without_loose_end(frame, at, i)
        elif low in speech.links and i > at:
            led = i + 1 < len(lows) and (frame.capital(i + 1) or not capital or lows[i + 1] in speech.articles)
            if not (led or _is_office_of(frame, i)):
                break
        elif low in speech.roles.courtesy and capital and i + 1 < len(lows) and frame.capital(i + 1):
            pass  # "Direktur Kemenkes dr. Siti Nadia"
        elif low in speech.particles and capital and _leads_name(frame, i):
            pass
        elif low in speech.fields and capital and _tells_field(frame, i):
            pass  # "the Council on Foreign Trade"
        elif i > at and ((low, *lows[i + 1 : i + 2]) in speech.roles.filler_pairs or _leads_participle(frame, i)):
            pass  # "menteri dalam negeri"
        elif low in speech.roles.fillers and capital and speech.head_first and lows[i + 1 : i + 2] == [","]:
            return i + 1  # "Kepala Dinas Perdagangan setempat, Rina"
        elif (
            low in speech.ends_name
            or (i > at and low in speech.adverbs and not _is_told_of_paper(frame, i))
            or (
                capital
                and not any(letter.isdigit() for letter in low)
                and low not in PUNCTUATION
                and not _leads_to_capital(frame, i)
                and not _is_head_noun(frame, at, i)
                and not _is_camel(frame, i)
            )
        ):
            break
        i += 1
    return _without_loose_end(frame, at, min(i, len(lows)))


def _is_office_of(frame: Frame, at: int) -> bool:
    """Whether the "of" at a word joins an English office to its small noun, its holder behind it ("Harrow superintendent of
    police Bob Roy")."""
    lows, speech = frame.lows, frame.speech
    holder = at + 2 < len(lows) and lows[at + 1].isalpha() and frame.capital(at + 2)
    return not speech.head_first and holder and speech.is_title(lows[at - 1]) and lows[at + 2] not in speech.time


def _tells_field(frame: Frame, at: int) -> bool:
    """Whether what an English body deals with follows its noun in capitals, no day ("the Panel on Climate Change")."""
    lows, speech, body = frame.lows, frame.speech, frame.lows[at - 1]
    named = frame.capital(at - 1) and (body in speech.roles.bodies or body in speech.stands_for.body)
    return named and at + 1 < len(lows) and frame.capital(at + 1) and lows[at + 1] not in speech.time


def _leads_name(frame: Frame, at: int) -> bool:
    """Whether a particle leads, perhaps with another, to a capital ("Ana de la Cruz")."""
    behind = next((i for i in range(at + 1, min(at + 3, len(frame.lows))) if frame.capital(i)), 0)
    return behind > 0 and all(low in frame.speech.particles for low in frame.lows[at:behind])


def _second_office(frame: Frame, first: int, at: int) -> int:
    """The first word of the second office of one person that stands behind the one at `first` ("analis sekaligus Direktur
    PT Laba"), when the words between the two stand at `at`; else 0."""
    lows, speech = frame.lows, frame.speech
    words = 1 if lows[at] in speech.also_holds else 2 if " ".join(lows[at : at + 2]) in speech.also_holds else 0
    office = (
        words
        and at + words < len(lows)
        and lows[at + words] in speech.roles.heads
        and lows[first] in speech.roles.heads
    )
    return at + words if office else 0


def _is_told_of_paper(frame: Frame, at: int) -> bool:
    """Whether an adverb behind the noun of a paper belongs to it, its author named behind ("keterangan resmi BMKG")."""
    noun = frame.lows[at - 1] in frame.speech.chain.document_nouns
    return frame.head_first and noun and at + 1 < len(frame.lows) and frame.capital(at + 1)


def _leads_participle(frame: Frame, at: int) -> bool:
    """Whether an English adverb belongs to the participle in front of a title ("the firm's recently named executive chair")."""
    lows, speech = frame.lows, frame.speech
    inside = lows[at - 1] in speech.articles or lows[at - 1].endswith(("'s", "’s"))
    return not frame.head_first and inside and lows[at + 1 : at + 2] != [] and lows[at + 1].endswith(speech.verb_ends)


def _without_loose_end(frame: Frame, first: int, end: int) -> int:
    """The end of a phrase without a link that nothing follows ("Congress of", "Hansen and"); what somebody shares with others
    of his own belongs to it ("Hansen and his collaborators")."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or end - first < 2:
        return end
    last = end
    if last - first == 2 and lows[first] in speech.definite and lows[first + 1] in speech.indefinite:
        return last  # "the other"
    while last - first > 1 and (lows[last - 1] in speech.links or lows[last - 1] in speech.articles):
        last -= 1
    owned = last + 2 < len(lows) and lows[last] in speech.coordinators and lows[last + 1] in speech.owners
    if owned and lows[last + 2].isalpha() and lows[last + 2] not in speech.ends_name:
        return last + 3
    return last


def _is_head_noun(frame: Frame, first: int, at: int) -> bool:
    """Whether a small word is the noun of a phrase that an article or a people's name opens ("a British Islamic leader",
    "the largest radical group", "American defence officials"), or stands right before it."""
    speech, lows = frame.speech, frame.lows
    if (
        speech.head_first
        or (frame.capital(first) and lows[first] not in speech.articles and at - first > PEOPLE)
        or (not frame.capital(first) and lows[first] not in speech.articles)
    ):
        return False
    for i in range(at, min(at + NOUNS, len(lows))):
        low = lows[i]
        if frame.capital(i) or low in PUNCTUATION or low in speech.ends_name or low in speech.auxiliaries:
            return False
        for word in (low, low.removesuffix("s")):
            person = any(
                word in words
                for words in (speech.roles.heads, speech.stands_for.person, speech.stands_for.body, speech.sexes)
            )
            if person or (word in speech.chain.document_nouns and not frame.capital(first)):
                return True
    return False


def _between_years(frame: Frame, at: int) -> bool:
    return 0 < at < len(frame.lows) - 1 and frame.lows[at - 1].isdigit() and frame.lows[at + 1].isdigit()


def _is_camel(frame: Frame, at: int) -> bool:
    """Whether a word is a trade mark with its capital inside, before another name ("CEO eFishery Rina Dewi")."""
    named = frame.head_first and at + 1 < len(frame.lows) and frame.capital(at + 1)
    return named and not frame.text[frame.starts[at] : frame.ends[at]].islower() and frame.lows[at].isalpha()


def _leads_to_capital(frame: Frame, at: int) -> bool:
    """Whether small words after a capital are a title before another ("Comerica chief economist David Littman")."""
    titled, plain = False, True
    for i in range(at, min(at + 5, len(frame.lows))):
        low = frame.lows[i]
        if frame.capital(i):
            return titled or (plain and frame.capital(min(i + 1, len(frame.lows) - 1)) and i - at <= 2)
        if low in PUNCTUATION or (low in frame.speech.ends_name):
            return False
        titled = titled or low in frame.speech.roles.heads or low in frame.speech.roles.fillers
        plain = (
            plain
            and not frame.head_first
            and low not in frame.speech.auxiliaries
            and not low.endswith(frame.speech.inflections)
        )
    return False


def _with_apposition(frame: Frame, core: Phrase, at: int) -> Phrase:
    """The phrase with what stands after its comma, where that is the name for the title or the title for the name. An outlet
    has none that tells an office: there speaks another ("Dikutip dari Antara, Bupati Sigi, Rina Dewi, mengatakan …")."""
    if frame.lows[at] in frame.speech.roles.heads and names_outlet(frame, core.first, core.last):
        return core
    end = chunk_end(frame, at)
    goes_on = end + 1 < len(frame.lows) and frame.lows[end] == ","
    verb = next((i for i in range(at, end) if frame.lows[i] in frame.speech.auxiliaries and not frame.capital(i)), 0)
    if not frame.head_first and verb and frame.speech.relative.isdisjoint(frame.lows[at:verb]):
        return core  # "According to Hill, the row between him and his wife has ended"
    if end > at and all(is_degree(frame.words(i, i + 1), frame.speech) for i in range(at, end)):
        core = core._replace(last=end)
        return _with_apposition(frame, core, end + 1) if goes_on else core
    if frame.head_first and (ranked_in := _ranked_behind(frame, core, at, end)) is not None:
        return ranked_in
    if frame.head_first and frame.lows[at] in frame.speech.roles.areas and is_office(frame, core.first, core.last):
        return _with_apposition(frame, core._replace(last=end), end + 1) if goes_on else core
    if goes_on and _is_body_between(frame, core, at, end):
        return _with_apposition(frame, core._replace(last=end), end + 1)
    name_end = at
    while name_end < end and (frame.capital(name_end) or frame.lows[name_end] in frame.speech.roles.courtesy):
        name_end += 1
    if name_end < end and frame.lows[name_end] == "(":
        name_end = min(end, frame.after_bracket(name_end))
    ending = (frame.speech.ends_name, frame.speech.aliases)
    closed = name_end == end or any(frame.lows[name_end] in table for table in ending)
    closed = closed or (not frame.head_first and frame.lows[name_end] in frame.speech.links & frame.speech.prepositions)
    ranked = frame.head_first and name_end > at + 1 and frame.lows[at] in frame.speech.roles.ranks
    several = bool(frame.speech.several) and frame.speech.is_several(frame.lows[core.first : core.last])
    several = several and not _holds_two(frame, core, name_end)
    holds = not several and (is_office(frame, core.first, core.last) or (ranked and core.role is None))
    holds = holds or _is_somebody(frame, core, at, name_end)
    initials = name_end == at + 1 < end and frame.words(at, name_end).isupper()  # "Menurut Rektor, KKN adalah …"
    named = name_end > at and not initials and (is_name(frame, at, name_end) or holds_rank(frame, at, name_end))
    if closed and holds and named:
        found = describe(frame, at, name_end)
        if found is not None:
            return found._replace(first=core.first, role=frame.words(core.first, core.last))
    if core.kind != "name":
        return core
    low = frame.lows[at]
    if low in frame.speech.nickname_nouns:
        return core._replace(last=end)  # "kata Hesut, sapaan akrab Herman Sutanto, di Solo"
    if low.isdigit() and end == at + 1:
        core = core._replace(last=end)
        return _with_apposition(frame, core, end + 1) if goes_on else core
    parent = (
        frame.head_first and low in frame.speech.roles.courtesy and low in frame.speech.stands_for.person
    )  # "Sari, ibu korban"
    parent = parent and end > at + 1 and not (frame.capital(at) or frame.capital(at + 1))
    titled = frame.head_first and frame.capital(at) and is_office(frame, at, end)  # "Product Manager Sinar Motor"
    heads = frame.speech.roles.heads
    if titled or low in heads or low in frame.speech.articles or low in frame.speech.roles.fillers or parent:
        last = _role_end(frame, at, end)
        if frame.head_first and any(frame.lows[i].endswith(frame.speech.own) for i in range(at, min(at + 2, last))):
            return core  # "Menurut Budi, anak buahnya bekerja keras"
        acts = _acts(frame, last) or any(_is_finite(frame, i) for i in range(at + 1, last))
        if (parent or any(frame.lows[i] in heads for i in range(at, last))) and not acts:
            role = frame.words(at, last)
            return core._replace(last=last, role=f"{core.role}, {role}" if core.role else role)
    return core


def _holds_two(frame: Frame, core: Phrase, at: int) -> bool:
    """Whether an English phrase is two offices of the one person whose name ends at word `at` ("President and CEO, Ann Hill")."""
    lows, speech = frame.lows, frame.speech
    joint = next((i for i in range(core.first + 1, core.last - 1) if lows[i] in speech.coordinators), 0)
    if frame.head_first or not joint or lows[at : at + 1] in [[low] for low in speech.coordinators]:
        return False
    second = next((i for i in range(joint + 1, core.last) if speech.is_title(lows[i])), 0)
    return speech.is_title(lows[joint - 1]) and second > 0 and lows[joint + 1] not in speech.articles


def _is_somebody(frame: Frame, core: Phrase, at: int, end: int) -> bool:
    """Whether a full name that closes its sentence is that of whoever an English article brings in ("…, said a baker, Ann Hill."),
    or stands behind an office in capitals ("…, said Acme's Chairman, Ann Hill, on Monday")."""
    if frame.head_first or core.kind != "description" or end - at < FULL:
        return False
    office = core.last - core.first > 1 and frame.capital(core.last - 1) and frame.capital(core.last - 2)
    brought_in = frame.lows[core.first] in frame.speech.indefinite and end == len(frame.lows)
    return brought_in or (office and frame.speech.is_title(frame.lows[core.last - 1]))


def _ranked_behind(frame: Frame, core: Phrase, at: int, end: int) -> Phrase | None:
    """The holder of an office behind the comma of its body, a rank before the name or letters for the body ("Kanit Laka Polres
    Brebes, Polda Jateng Iptu Rina Dewi", "Kepala Pusat Data dan Informasi, BNPB Rina Dewi")."""
    lows, speech = frame.lows, frame.speech
    end = next((i for i in range(at + 1, end) if lows[i] in speech.ends_name and not frame.capital(i)), end)
    short = at + 1 if frame.words(at, at + 1).isupper() and end - at > FULL else 0
    rank = next((i for i in range(at + 1, end - 1) if lows[i] in speech.roles.ranks and frame.capital(i)), short)
    placed = rank > 0 and lows[at] in speech.roles.bodies and is_office(frame, core.first, core.last)
    found = describe(frame, rank, end) if placed and is_name(frame, rank, end) else None
    return found._replace(first=core.first, role=frame.words(core.first, core.last)) if found is not None else None


def _is_body_between(frame: Frame, core: Phrase, at: int, end: int) -> bool:
    """Whether one word between commas is the organisation of an office before it ("Direktur Riset, Kemenkes, Budi")."""
    body = frame.head_first and end == at + 1 and frame.lows[at] in frame.speech.roles.bodies
    return body and core.kind == "description" and is_office(frame, core.first, core.last)


def _acts(frame: Frame, at: int) -> bool:
    """Whether the word behind a title is a verb, adverbs apart: the title opens a clause ("kata Budi, warga juga akan pindah")."""
    speech = frame.speech
    while at < len(frame.lows) - 1 and frame.lows[at] in speech.adverbs and frame.lows[at] not in speech.auxiliaries:
        at += 1
    if not speech.head_first or at >= len(frame.lows):
        return False
    low = frame.lows[at]
    verb = len(low) > 4 and low.startswith(speech.verb_starts) and low not in speech.ends_name
    return low in speech.auxiliaries or verb


def _is_finite(frame: Frame, at: int) -> bool:
    """Whether a word within an apposition makes it a clause of its own ("kata Budi, warga mengungsi ke balai desa")."""
    low, speech = frame.lows[at], frame.speech
    noun = low in speech.roles.titles or low in speech.roles.bodies or low in speech.roles.fillers
    if not speech.head_first or noun or frame.capital(at):
        return False
    return low in speech.auxiliaries or (len(low) > 5 and low.startswith(speech.finite_starts))


def _role_end(frame: Frame, at: int, end: int) -> int:
    for i in range(at, end):
        low = frame.lows[i]
        if low in frame.speech.relative or (low in frame.speech.cues.kinds and i > at and not frame.capital(i)):
            return i
        if frame.head_first and i > at and low in frame.speech.ends_name and low not in frame.speech.links:
            return i
    return end
