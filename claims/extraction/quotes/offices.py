"""Shapes of a subject: offices whose names are lists, places and clauses around them, and what points back."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, Frame
from claims.extraction.people.bearers import fills
from claims.extraction.people.name_or_office import is_name, is_role
from claims.extraction.people.phrases import Phrase, describe

from .asides import is_participle
from .clauses import is_verb_at

NAMED: Final = 2
"""Words of a name behind a rank, at least one of them the rank's."""


FEW: Final = 4
"""Words of those who tell in a clause about something else."""


def pointed(frame: Frame, chunks: list[tuple[int, int]]) -> Phrase | None:
    """As in "pelatih asal Kepanjen, Jawa Timur itu": a description with a place and the word that points back; or one of those
    told of, by name and age ("Warga sekitar, seperti Rina (62),")."""
    (first, _), (place, last) = chunks[-2:]
    lows, speech = frame.lows, frame.speech
    if lows[place] in speech.chain.just_as and lows[last - 1] == ")" and is_name(frame, place + 1, last):
        return describe(frame, place + 1, last)
    if lows[last - 1] not in speech.determiners or last - place < 2 or frame.capital(last - 1):
        return None
    territory = lows[place] in speech.roles.territories and frame.capital(last - 2)
    if not territory and not all(lows[i] in speech.roles.places for i in range(place, last - 1)):
        return None
    while first < place - 1 and lows[first] in speech.joiners:
        first += 1
    return Phrase(first, last, *frame.span(first, last), frame.words(first, last), None, "description")


def before_place(frame: Frame, first: int, last: int) -> Phrase | None:
    """The person whose office and name stand before the place or the time of a speech ("Jaksa Agung Muda Rudi Hartono di
    Jakarta, Senin, mengatakan")."""
    speech, lows = frame.speech, frame.lows
    for i in range(first + 1, last - 1):
        if lows[i] in speech.ends_name and lows[i + 1] in speech.chain.medium_nouns and is_name(frame, first, i):
            return describe(frame, first, i)
    at = next((i for i in range(first + 2, last - 1) if lows[i] in speech.ends_name and lows[i] not in speech.links), 0)
    pointed = lows[last - 1] in speech.determiners and lows[first] in speech.roles.heads - speech.roles.ranks
    if not at or not frame.capital(at - 1) or frame.capital(at) or pointed:
        return None  # "Mantan pelatih Persada di Jepang itu"
    found = describe(frame, first, at)
    if found is None or found.kind != "name" or found.last != at or speech.roles.places.issuperset(lows[at - 1 : at]):
        return None  # "Wakil Tetap Amerika Serikat di PBB, Rob Hill, mengatakan"
    named = found.role or lows[first] in speech.roles.ranks or (at - first > 1 and is_name(frame, first, at))
    return found if named else None


def before_occasion(frame: Frame, first: int, last: int) -> int:
    """Where a subject ends whose occasion follows it, a clause that has no subject but this one ("Budi Santoso saat
    ditemui wartawan mengatakan")."""
    speech, lows = frame.speech, frame.lows
    for i in range(first + 1, 0 if speech.head_first else last - 1):
        if (
            lows[i - 1] == ")"
            and lows[i + 1] in speech.time
            and lows[i] in speech.prepositions
            and lows[last - 1] == ")"
        ):
            return i  # "The Harbour Office (HO) on Monday (Feb 17)"
    for i in range(first + 1, last - 1 if speech.head_first else 0):
        if lows[i] in speech.accompanied:
            return i
        if _is_verb(frame, i):
            return last
        if lows[i] in speech.subordinators and not frame.capital(i) and _is_verb(frame, i + 1):
            return i
    return last


def _is_verb(frame: Frame, at: int) -> bool:
    low, speech = frame.lows[at], frame.speech
    noun = (
        low in speech.roles.titles or low in speech.roles.bodies or low in speech.roles.fillers or low in speech.nouns
    )
    return len(low) > 5 and low.startswith(speech.verb_starts) and not noun and not frame.capital(at)


def before_who(frame: Frame, first: int, last: int) -> int:
    """Where an English person ends whom a clause with no commas describes ("Hill who had met a man that could not walk said"),
    else 0."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first:
        return 0
    for at in range(first + 1, min(last - 2, first + 1 + FEW)):
        if lows[at] in speech.relative:
            if lows[at] in speech.that or lows[at] in speech.object_relatives:
                return 0
            verb = lows[at + 1] in speech.auxiliaries or lows[at + 1].endswith(speech.verb_ends)
            return at if verb else 0
        if lows[at] in speech.ends_name:
            return 0
        participle = lows[at].endswith(speech.verb_ends) and lows[at + 1] in speech.prepositions
        if participle and at > first + 1 and lows[first] in speech.articles and _closes_clause(frame, at + 1, last):
            return at - (lows[at - 1] in speech.cues.records)  # "A man found covered in mud after he fell told …"
    return 0


def _closes_clause(frame: Frame, first: int, last: int) -> bool:
    """Whether no subject of a later verb stands in words first..last: "accused of theft after he broke in", not "arrested after
    police"."""
    lows, speech = frame.lows, frame.speech
    later = (i for i in range(last - 1, first - 1, -1) if lows[i] in speech.subordinators or lows[i] in speech.relative)
    opens = next((i for i in later if lows[i] not in speech.links), 0)
    if not opens:
        return True
    if lows[opens + 1] in speech.them:
        return last - opens > FEW - 1
    verb = (
        lows[i] in speech.auxiliaries or lows[i].endswith((speech.gerund, *speech.verb_ends))
        for i in range(opens + 1, last - 1)
    )
    return any(verb)


def doer_before_who(frame: Frame, first: tuple[int, int], behind: tuple[int, int]) -> tuple[int, int] | None:
    """The name that ends an English chunk behind what somebody does, before his relative clause ("Opening the fair Mr Hill",
    who later left, said)."""
    start, last = first
    if frame.head_first or frame.lows[behind[0]] not in frame.speech.relative or not frame.capital(last - 1):
        return None
    at = last - 1
    while at > start and frame.capital(at - 1):
        at -= 1
    return (at, last) if at > start else None


def before_relative(frame: Frame, chunks: list[tuple[int, int]]) -> Phrase | None:
    """English people whose relative clause ends with somebody's name behind its comma ("Two clerks who had served the last
    mayor, Bob Roy, said")."""
    first, last = chunks[0]
    if len(chunks) != 2 or not is_name(frame, *chunks[1]):
        return None
    several = frame.lows[first][:1].isdigit() or frame.lows[first] in frame.speech.amounts
    at = next((i for i in range(first + 1, last) if frame.lows[i] in frame.speech.relative), 0)
    people = several and at > 0 and frame.speech.roles.is_title_of_several(frame.lows[at - 1])
    return describe(frame, first, at) if people else None


def joins_clauses(frame: Frame, first: int, at: int) -> bool:
    """Whether "and" at a word ends a clause with a verb of its own, a new subject with its article behind it."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or lows[at] not in speech.coordinators:
        return False
    named = frame.capital(at + 1) and speech.relative.isdisjoint(lows[first:at])  # "Rents rose and Hill said"
    if not named and lows[at + 1] not in speech.articles and lows[at + 1].removesuffix("s") not in speech.roles.titles:
        return False
    return any(lows[i] in speech.auxiliaries for i in range(first, at) if not frame.capital(i))


def inner_teller(frame: Frame, first: int, last: int) -> Phrase | None:
    """Those who tell in an English clause about something else ("the lane, which residents say …", "in what doctors have
    called …"), and the pronoun of an Indonesian clause behind a comma ("…, setelah itu ia berjanji")."""
    speech, lows = frame.speech, frame.lows
    if speech.head_first and lows[first] in speech.subordinators and lows[last - 1] in speech.pronouns:
        return describe(frame, last - 1, last)
    at = first + (lows[first] in speech.prepositions)
    opens = at < last - 1 and (lows[at] in speech.interrogatives or lows[at] in speech.relative)
    words = lows[at + 1 : last]
    if not speech.head_first and opens and len(words) == 1 and words[0] in speech.them:
        return describe(frame, at + 1, last)  # "…, who they say …"
    named = all(frame.capital(i) for i in range(at + 1, last))  # "…, which Baghdad says prove …"
    if speech.head_first or not opens or not words or len(words) > FEW or not (named or speech.can_tell(words)):
        return None
    return describe(frame, at + 1, last)


def named_together(frame: Frame, chunks: list[tuple[int, int]]) -> Phrase | None:
    """As in "Ann Hill, Bob Roy and Cara Dunn said": several who speak together, no comma before the last; two with their titles
    ("Mayor Ann Hill and deputy Bob Roy said")."""
    speech, lows = frame.speech, frame.lows
    begin, end = chunks[-1]
    joint = next((i for i in range(begin + 1, end - 1) if lows[i] in speech.coordinators), 0)
    if joint and not speech.head_first and (pair := _titled_pair(frame, begin, joint, end)) is not None:
        return pair
    if speech.head_first or not joint or not is_name(frame, begin, joint) or not is_name(frame, joint + 1, end):
        return None
    if any(speech.is_title(lows[i]) or lows[i] in speech.roles.fillers for i in range(begin, end)):
        return None  # "the Coordinating Political, Legal and Security Affairs Minister Bob Hill"
    start = len(chunks) - 1
    while start and (found := describe(frame, *chunks[start - 1])) and found.kind == "name" and " " in found.name:
        start -= 1
    first, alone = chunks[start][0], start == len(chunks) - 1
    return None if alone else Phrase(first, end, *frame.span(first, end), frame.words(first, end), None, "description")


def _titled_pair(frame: Frame, begin: int, joint: int, end: int) -> Phrase | None:
    """The two people whose names end the words begin..joint and those behind, the first behind a title."""
    one, other = describe(frame, begin, joint), describe(frame, joint + 1, end)
    if one is None or other is None or one.role is None or (one.first, one.last) != (begin, joint):
        return None
    if any(is_verb_at(frame, i) for i in range(begin + 1, joint)):
        return None  # "The firm hired Coach Ann Hill and …"
    if other.role is None or any(person.kind != "name" or " " not in person.name for person in (one, other)):
        return None
    names = f"{one.name} {frame.words(joint, joint + 1)} {other.name}"
    return Phrase(begin, end, *frame.span(begin, end), names, None, "description")


def apposed_several(frame: Frame, first: tuple[int, int], last: tuple[int, int]) -> Phrase | None:
    """As in "His fellow councillors, Ann Hill and Bob Roy, said": several English people named behind what they are."""
    speech, lows = frame.speech, frame.lows
    joint = next((i for i in range(last[0] + 1, last[1] - 1) if lows[i] in speech.coordinators), 0)
    if speech.head_first or not joint or not speech.roles.is_title_of_several(lows[first[1] - 1]):
        return None
    people = [describe(frame, last[0], joint), describe(frame, joint + 1, last[1])]
    if any(person is None or person.kind != "name" or " " not in person.name for person in people):
        return None
    names = " and ".join(person.name for person in people if person is not None)
    return Phrase(first[0], last[1], *frame.span(first[0], last[1]), names, frame.words(*first), "description")


def listed_office(frame: Frame, first: int, joint: int, last: int) -> Phrase | None:
    """The holder of an office whose name is a list ("Menteri Pendidikan, Kebudayaan, dan Riset Ratna Dewi")."""
    speech, lows = frame.speech, frame.lows
    if not speech.head_first or lows[first] not in speech.roles.heads:
        return None
    at = joint + 1
    while at < last and (lows[at] == "(" or (frame.capital(at) and fills(frame, at)) or lows[at] in speech.links):
        at = frame.after_bracket(at) if lows[at] == "(" else at + 1
    if at >= last or not frame.capital(at):
        return None
    found = describe(frame, at, last)
    if found is None or found.kind != "name":
        return None
    return found._replace(first=first, role=" ".join(frame.words(first, at).split()))


def short_list(frame: Frame, chunks: list[tuple[int, int]]) -> Phrase | None:
    """The holder of an office whose list lacks its last comma ("Kepala Pusat Data, Informasi dan Humas Rina Dewi", "Kepala
    Dinas Pertanian, Perkebunan, Kehutanan dan Perikanan Rina Dewi")."""
    lows, speech, last = frame.lows, frame.speech, chunks[-1]
    n = len(chunks) - 2
    while n and lows[chunks[n][0]] not in speech.roles.heads and all(frame.capital(i) for i in range(*chunks[n])):
        n -= 1
    first = chunks[n]
    if not speech.head_first or lows[first[0]] not in speech.roles.heads or not fills(frame, first[1] - 1):
        return None
    joint = next((i for i in range(last[0] + 1, last[1] - 1) if lows[i] in speech.coordinators), 0)
    plain = n < len(chunks) - 2
    if not joint or not all(frame.capital(i) and (plain or fills(frame, i)) for i in range(last[0], joint)):
        return None
    if n and is_name(frame, *chunks[n - 1]) and all(fills(frame, i) for i in range(joint + 1, last[1])):
        return describe(frame, *chunks[n - 1])  # "Rina Dewi, Kepala Pusat Data, Informasi dan Humas BNPB mengatakan"
    return listed_office(frame, first[0], joint, last[1])


def role_behind(frame: Frame, block: list[tuple[int, int]]) -> tuple[int, int]:
    """The chunk behind a name that tells somebody's office, without the word that brings it in and up to the end of its list
    ("Rina, selaku Kabag SDM, Umum, dan Komunikasi BPJS, menyampaikan")."""
    (first, last), rest = block[1], block[2:]
    speech, lows = frame.speech, frame.lows
    if not speech.head_first:
        return first, last
    first += lows[first] in speech.aliases and last - first > 1
    listed = rest != [] and lows[first] in speech.roles.heads and lows[rest[-1][0]] in speech.coordinators
    return first, rest[-1][1] if listed else last


def is_titled(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk of capitals is a title or an office: an article opens it, or it holds the word of an office or a
    body behind its first ("Kriminolog Universitas Udayana", "Federal Privacy Commissioner")."""
    speech, lows = frame.speech, frame.lows
    words = [i for i in range(first, last) if lows[i] not in PUNCTUATION]
    if _is_body(frame, first, last):
        return False
    if lows[first] in speech.articles or lows[first] in speech.roles.heads:
        return len(words) > 1
    if not speech.head_first and len(words) > 1 and lows[last - 1] in speech.roles.heads and frame.capital(first):
        return True  # "Ann Hill, Petroleum Minister, …"
    inside = range(first + 1, last)
    return len(words) >= 3 and any(
        (lows[i] in speech.roles.heads or lows[i] in speech.roles.bodies) and lows[i] not in speech.roles.ranks
        for i in inside
    )


def _is_body(frame: Frame, first: int, last: int) -> bool:
    """Whether an English chunk is nothing but a body behind its article ("In a letter by Ann Hill, the government said")."""
    lows, speech = frame.lows, frame.speech
    body = lows[first] in speech.definite and lows[last - 1] in speech.roles.bodies and not frame.capital(last - 1)
    return not frame.head_first and body and lows[last - 1] not in speech.roles.heads


def is_firm(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk ends with the abbreviation of a firm in brackets ("Rudi Hartono, Technical Solo Motor (SM) mengatakan"), or
    tells who works at a school ("Rina Dewi, guru SMPN 1 Teron mengatakan")."""
    if frame.lows[first] in frame.speech.roles.heads and not frame.speech.roles.schools.isdisjoint(
        frame.lows[first + 1 : last]
    ):
        return frame.head_first
    return frame.head_first and last - first > NAMED and frame.lows[last - 1] == ")" and frame.capital(last - 2)


def tells_trade(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk tells who the one is whose name stands behind it: by a title, or out of several."""
    return is_titled(frame, first, last) or is_one(frame, first, last)


def is_one(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk only counts somebody out of several ("One, Bob Hill, said"), or is the noun of a body whose name
    follows ("The main rebel group, the Popular Army, said")."""
    speech, noun = frame.speech, frame.lows[last - 1]
    named = noun in speech.stands_for.body and noun not in speech.stands_for.person  # no "executive"
    body = named and not frame.capital(last - 1)
    return not frame.head_first and (body or (last - first == 1 and noun in speech.indefinite))


def ends_in_name(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk behind the words that tell who somebody is names him: a name, one behind a rank, or an English article and
    the name of a body that small words hold together ("the Bank of Marlow (BM)")."""
    if is_name(frame, first, last) or holds_rank(frame, first, last):
        return True
    lows, links = frame.lows, frame.speech.links
    opens = not frame.head_first and lows[first] in frame.speech.definite and not frame.capital(first)
    inside = range(first + 1, last)
    linked = any(lows[i] in links and not frame.capital(i) for i in inside)
    return opens and linked and all(frame.capital(i) or lows[i] in links or lows[i] in "()" for i in inside)


def is_somebody(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk describes somebody who has no name in it ("Another resident", "The club's chairman")."""
    opens = frame.lows[first] in frame.speech.indefinite or (
        is_role(frame, first, last) and not frame.capital(last - 1)
    )
    return not frame.head_first and opens and not is_name(frame, first, last)


def is_ranked(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk is a name behind a rank ("Kasatresnarkoba Polres Solok, Kompol Rudi Hartana, menjelaskan")."""
    return (
        last - first > 1
        and frame.capital(first)
        and frame.lows[first] in frame.speech.roles.ranks
        and is_name(frame, first, last)
    )


def holds_rank(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk is a name behind a rank that is an office's word too ("…, Komisaris Besar Rudi Hartono, mengatakan")."""
    speech, found = frame.speech, describe(frame, first, last)
    ranked = speech.head_first and frame.lows[first] in speech.roles.heads and last - first > NAMED
    return ranked and found is not None and found.kind == "name" and frame.lows[first + 1] in speech.roles.rank_words


def holds_name(frame: Frame, first: int, last: int) -> bool:
    """Whether a chunk with a title already names its holder, so that the next one is a place ("…, Santa Cruz, said"), or tells by
    its participle what somebody is ("A team, led by Ann Hill of Kilby, Ohio, said")."""
    if is_participle(frame, first, last):
        return True
    found = describe(frame, first, last)
    speaks_for = any(
        frame.lows[i] in frame.speech.links
        and frame.lows[i] not in frame.speech.coordinators
        and frame.lows[i] not in frame.speech.articles
        for i in range(first, last)
    )
    if (
        frame.head_first
        or speaks_for
        or found is None
        or (not found.role and frame.lows[last - 1] in frame.speech.roles.heads)
    ):
        return False  # "Acme Foods CEO"
    return found.kind == "name" and " " in found.name


def titled_behind(frame: Frame, first: tuple[int, int], last: tuple[int, int]) -> Phrase | None:
    """As in "Another survivor, 89-year-old resident Gabriel Yego, said": the person whose title stands in a second phrase."""
    speech, words = frame.speech, frame.lows[last[0] : last[1]]
    described = range(*first)
    pointed = frame.lows[first[0]] in speech.definite or frame.lows[first[0]] in speech.owners
    known = pointed and any(frame.lows[i] in speech.roles.heads for i in described)
    if frame.head_first or not (frame.lows[first[0]] in speech.indefinite or known):
        return None
    if not (speech.prepositions.isdisjoint(words) and speech.to.isdisjoint(words)):
        return None  # "A senior official, speaking to the correspondent Ann Hill, said"
    found = describe(frame, *last)
    return found if found is not None and found.kind == "name" and found.role and " " in found.name else None


def accompanied(frame: Frame, chunks: list[tuple[int, int]]) -> Phrase | None:
    """As in "Wahyu bersama hakim anggota, Sontan Sinaga, menyatakan": who is named first speaks for those with him."""
    for first, last in chunks[:-1]:
        at = next((i for i in range(first + 1, last) if frame.lows[i] in frame.speech.accompanied), 0)
        if at and frame.capital(first):
            return describe(frame, first, at)
    return None
