"""The noun phrase of one stretch between commas in front of a cue, past what opens it without a comma."""

from claims.extraction.frames import PUNCTUATION, Frame
from claims.extraction.people.phrases import Phrase, describe

from .asides import behind_bound, is_first_name, opens_alone, opens_gerund
from .offices import before_occasion, before_place, before_who, joins_clauses
from .outlets import ends_medium
from .starts import contact_start, owned_start


def told_in(frame: Frame, first: int, last: int) -> Phrase | None:
    """The noun phrase of a chunk: its whole, or what follows an opening adverbial that has no comma."""
    lows, speech = frame.lows, frame.speech
    linked = last - first > 2 and lows[last - 2] in speech.links and lows[last - 2] not in speech.coordinators
    counted = linked and not speech.head_first
    first += lows[first] in speech.object_relatives and last - first > 1
    zone = next((i for i in range(first, last - 1) if lows[i] in speech.time and frame.words(i, i + 1).isupper()), last)
    if zone == first or (zone < last and lows[first][:1].isdigit()):
        first = zone + 1  # "2.58pm BST Ann Hill said"
    if not speech.head_first and lows[first] in speech.openers:
        behind = (i for i in range(first + 2, last) if lows[i] in speech.introducers and lows[i - 1] in speech.time)
        first = next(behind, first)  # "On my last day a boy said"
    if lows[last - 1] in speech.pronouns or lows[last - 1] in speech.plural_pronouns:
        return describe(frame, first if counted else last - 1, last)
    if described := before_who(frame, first, last):
        return describe(frame, first, described)
    first = contact_start(frame, first, last) or owned_start(frame, first, last) or first
    last = before_occasion(frame, first, last)
    papers = speech.chain.document_nouns
    if (
        not speech.head_first
        and last - first > 2
        and lows[last - 1].endswith(speech.verb_ends)
        and lows[last - 2] in papers
    ):
        last -= 1  # "a UN report published on Monday"
    for i in range(last - 2, first, -1):
        if joins_clauses(frame, first, i) or lows[i] in speech.interrogatives:
            first = i + 1
            break
        timed = not speech.head_first and lows[i] in speech.prepositions and _is_thing(frame, i + 1, last)
        if timed and lows[i] in speech.subordinators and speech.relative.isdisjoint(lows[first:i]):
            return describe(frame, first, i)  # "The minister after the meeting said"
        if not speech.head_first and opens_gerund(frame, i):
            return describe(frame, first, i)  # "Bello while commiserating with the victims, said"
        if (
            lows[i] in speech.subordinators
            and not (frame.capital(i - 1) and lows[i - 1] not in speech.time and frame.capital(i + 1))
            and not (lows[i] in speech.links or (speech.head_first and lows[i + 1] in speech.relative))
            and not (
                speech.relative.intersection(lows[first:i]) and (speech.head_first or _is_thing(frame, i + 1, last))
            )
        ):
            first = i + 1
            break
    bound = behind_bound(frame, first, last)  # "Lebih dari 200 warga mengatakan"
    while first < last - 1 and not bound and not is_first_name(frame, first):
        if lows[first] not in speech.conjunctions and lows[first] not in speech.fronted:
            break
        first += 2 if first + 2 < last and lows[first + 1] in speech.determiners else 1
    if not bound and lows[first] in speech.openers and last - first > 1 and not is_first_name(frame, first):
        start = last - 1
        while start > first + 1 and belongs(frame, start - 1) and not ends_medium(frame, first, start):
            start -= 1
        first = start
    for i in range(last - 2, first, -1):
        if lows[i] in speech.relative:
            if speech.head_first and lows[i + 1] in speech.roles.courtesy and frame.capital(last - 1):
                return describe(frame, first, last)  # "manajer yang bernama Rina"
            opens = frame.capital(i + 1) or lows[i + 1] in speech.articles
            placed = not speech.head_first and lows[i - 1] in speech.prepositions  # "a case in which Hill said"
            if opens and (lows[i] in speech.that or placed or lows[i] in speech.object_relatives):
                return describe(frame, i + 1, last)
            return _pointed_at(frame, first, i, last)
    for i in range(first + 1, last):
        if "quotes_whom" in speech.cues.kinds.get(lows[i], ()) and i + 1 < last:
            named = frame.head_first or frame.capital(last - 1) or speech.can_tell(lows[i + 1 : last])
            return describe(frame, i + 1, last) if named else describe(frame, first, i)  # "the officer quoted above"
    if lows[first] in speech.openers and last - first == 1 and (not frame.capital(first) or opens_alone(frame, first)):
        return None
    if speech.head_first and (person := before_place(frame, first, last)):
        return person
    return describe(frame, first, last)


def _is_thing(frame: Frame, first: int, last: int) -> bool:
    """Whether English words tell of no one who can speak ("a nut allergy attack")."""
    return not any(frame.capital(i) for i in range(first, last)) and not frame.speech.can_tell(frame.lows[first:last])


def _pointed_at(frame: Frame, first: int, end: int, last: int) -> Phrase | None:
    """The noun first..end before its relative clause, with the word behind the clause that points back ("Wanita yang menjabat
    sejak 2009 ini")."""
    found, closing, speech = describe(frame, first, end), last - 1, frame.speech
    noun = end - first == 1 and (
        frame.lows[first] in speech.roles.heads or frame.lows[first] in speech.stands_for.anybody
    )
    if not speech.head_first or found is None or not (noun or found.kind == "description"):
        return found
    if frame.lows[closing] not in speech.determiners or frame.lows[first] in speech.articles:
        return found
    return found._replace(name=f"{frame.words(first, end)} {frame.words(closing, last)}", role=None, kind="description")


def belongs(frame: Frame, at: int) -> bool:
    """Whether a word still belongs to the noun phrase on its right, read from the right."""
    low, speech = frame.lows[at], frame.speech
    opens = speech.head_first and at == 0 and low in speech.openers and low in speech.subordinators
    if low in speech.time or low in PUNCTUATION or low in speech.determiners or opens:
        return False
    if low in speech.ends_name and not (speech.head_first and low in speech.coordinators and frame.capital(at - 1)):
        return False
    return (
        frame.capital(at)
        or low in speech.roles.titles
        or low in speech.roles.fillers
        or low in speech.roles.bodies
        or low in speech.articles
        or low in speech.links
        or low in speech.chain.document_nouns
    )
