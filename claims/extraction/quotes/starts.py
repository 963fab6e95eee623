"""Where those who speak begin inside a clause that tells of something else before them."""

from typing import Final

from claims.extraction.frames import Frame
from claims.extraction.people.bearers import fills
from claims.extraction.people.name_or_office import is_name

PAIR: Final = 2
"""Chunks of a name and its apposition."""

PHRASE: Final = (2, 3)
"""Words of the phrase of a manner."""


def owned_start(frame: Frame, first: int, last: int) -> int:
    """Where somebody's own people speak of what an English noun before them stands for ("a knock his old coach said was …"),
    the words first..last leading to their cue, else 0."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or last + 1 >= len(lows) or lows[last + 1] not in speech.copulas:
        return 0
    at = next((i for i in range(last - 2, max(first + 2, last - 5), -1) if lows[i] in speech.owners), 0)
    return at if at and _may_be_noun(frame, at - 1) else 0


def contact_start(frame: Frame, first: int, last: int) -> int:
    """Where those speak of whom an English clause tells without a relative word ("The threat came on a day the doctors vowed
    …"), else 0."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first:
        return 0
    apposed = first > 0 and lows[first - 1] == "," and not lows[last - 1].endswith(speech.verb_ends)
    told_of = apposed and lows[first] in speech.indefinite  # "…, a move the union called …"
    for i in range(last - 2, first, -1):
        if lows[i] in speech.definite and _may_be_noun(frame, i - 1):
            own = not any(low in speech.auxiliaries or low in speech.ends_name for low in lows[i + 1 : last])
            told = i > first + 2 and any(low in speech.auxiliaries for low in lows[first : i - 1])
            return i if own and (told or told_of or (apposed and i == first + 1)) else 0
    at = next((i for i in range(first + 2, last) if frame.capital(i)), 0) if told_of else 0
    noun = lows[at - 1] if at and not speech.can_tell(lows[at - 1 : at]) else ""
    plain = (
        noun != "" and _may_be_noun(frame, at - 1) and not speech.is_title(noun) and noun not in speech.stands_for.firms
    )
    return at if plain and is_name(frame, at, last) else 0  # "…, a decision Hill called …"


def object_start(frame: Frame, first: int, last: int) -> int:
    """Where the noun phrase begins that ends a clause: behind its verb or the word that brings in its doer ("It was
    praised by Queen Silvia, who said …")."""
    speech, lows = frame.speech, frame.lows
    met = lows[first] in speech.subjects - speech.articles - speech.several and lows[last] in speech.relative
    person = (
        speech.is_title(lows[last - 1])
        or lows[last - 1] in speech.stands_for.person
        or lows[last - 1] in speech.stands_for.anybody
    )
    for i in range(last - 2, first, -1):
        if person and lows[i + 1] in speech.introducers and lows[i] not in speech.links:
            return i + 1  # "£3m went to a builder who said"
        verb = (lows[i] in speech.auxiliaries or lows[i].endswith(speech.verb_ends)) and not frame.capital(i)
        if met and (verb or lows[i] in (speech.prepositions | speech.to) - speech.links):
            return i + 1  # "we have heard from readers who say"
        done = lows[i] in speech.by and (
            lows[i - 1].endswith(speech.verb_ends) or not speech.passive.isdisjoint(lows[max(first, i - 3) : i])
        )
        opens = done or frame.capital(i + 1) or lows[i + 1] in speech.articles
        if opens and (lows[i] in speech.by or (verb and frame.capital(first))):
            return i + 1  # "revealed by police chief …", "thrown out by councillors"
        told = lows[i] in speech.prepositions and any(lows[j] in speech.auxiliaries for j in range(first, i))
        if told and frame.capital(i + 1):
            return i + 1  # "… has become an issue for Syrian leaders, who told"
    return first


def apposed_start(frame: Frame, chunks: list[tuple[int, int]]) -> int | None:
    """Where the name begins that closes the last but one of some English chunks, the last being its apposition ("They met Bob
    Roy, the mayor, who said …"), else None."""
    if len(chunks) < PAIR:
        return None
    speech, (first, last) = frame.speech, chunks[-2]
    words, start = frame.lows[chunks[-1][0] : chunks[-1][1]], last
    somebody = speech.can_tell(words) or any(speech.is_title(word) or word in speech.stands_for.firms for word in words)
    if words[0] not in speech.introducers or not somebody:
        return None
    while start > first and frame.capital(start - 1):
        start -= 1
    return start if is_name(frame, start, last) else None


def before_list(frame: Frame, chunks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Some English chunks without the list that their last apposition ends in ("Kesper, the maker of Elm, Tay and Dunn, which
    said …"), which are a name, its apposition and the names that go on with it."""
    speech, lows = frame.speech, frame.lows
    if frame.head_first or len(chunks) <= PAIR or speech.coordinators.isdisjoint(lows[slice(*chunks[-1])]):
        return chunks
    at = next(
        (
            n
            for n in range(len(chunks) - 2, 0, -1)
            if lows[chunks[n][0]] in speech.introducers and not frame.capital(chunks[n][0])
        ),
        0,
    )
    first, last = chunks[at]
    named = all(frame.capital(i) or lows[i] in speech.coordinators for chunk in chunks[at + 1 :] for i in range(*chunk))
    listed = named and frame.capital(last - 1) and not speech.links.isdisjoint(lows[first:last])
    return chunks[: at + 1] if at and listed else chunks


def opens_aside(frame: Frame, at: int) -> bool:
    """Whether a sentence that opens with the word at `at` opens with no name ("Tellingly, the minister said", "Visiting Marlow, a
    senator said")."""
    low, speech = frame.lows[at], frame.speech
    return speech.ends_as_adverb(low) or (not frame.head_first and low.endswith(speech.gerund))


def before_manner(frame: Frame, at: int, floor: int) -> int:
    """The last word before the English phrase of a manner that ends at word `at` ("Hill in turn said"), else `at`."""
    for count in PHRASE:
        if at - count >= floor and " ".join(frame.lows[at + 1 - count : at + 1]) in frame.speech.manner:
            return at - count
    return at


def _may_be_noun(frame: Frame, at: int) -> bool:
    """Whether an English word in small letters is neither a verb by its form nor one of the words that hold a clause together."""
    low, speech = frame.lows[at], frame.speech
    if not low.isalpha() or frame.capital(at) or low.endswith(speech.verb_ends):
        return False
    small = (
        speech.ends_name,
        speech.prepositions,
        speech.conjunctions,
        speech.auxiliaries,
        speech.adverbs,
        speech.links,
    )
    return not any(low in words for words in small)


def is_dated(frame: Frame, at: int) -> bool:
    """Whether a word is one of a date ("on Thursday (October 2, 2025)", "Selasa (2/9) siang")."""
    low = frame.lows[at]
    return low in frame.speech.time or low[:1].isdigit() or low in "()" or (low == "," and frame.lows[at + 1].isdigit())


def list_end(frame: Frame, first: int, comma: int) -> int:
    """The word after ", X, dan" when a list inside a name goes on there ("Meteorologi, Klimatologi, dan Geofisika"), else 0.
    Inside the name of an office the last comma may be missing ("Kepala Pusat Data, Informasi dan Humas")."""
    lows = frame.lows
    i = comma + 1
    while i < len(lows) and i - comma <= 4 and frame.capital(i):
        i += 1
    office = (
        frame.head_first
        and lows[first] in frame.speech.roles.heads
        and lows[comma - 1] not in frame.speech.roles.places
    )
    while office and 0 < i < len(lows) - 1 and lows[i] == "," and frame.capital(i + 1):
        if not all(fills(frame, j) for j in range(comma + 1, i)):
            break
        comma, i = (
            i,
            next((j for j in range(i + 1, len(lows)) if not frame.capital(j)), 0),
        )  # "Pertanian, Perkebunan, …"
    body = first + (lows[first] in frame.speech.chain.source_heads)  # "informasi Badan Meteorologi, …"
    fields = (
        frame.head_first and lows[body] in frame.speech.roles.bodies and lows[comma - 1] in frame.speech.roles.fillers
    )
    fields = fields and all(lows[j] in frame.speech.roles.fillers for j in range(comma + 1, i))
    if (
        (office or fields)
        and comma + 1 < i < len(lows) - 1
        and lows[i] in frame.speech.coordinators
        and frame.capital(i + 1)
    ):
        return i + 1
    if i == comma + 1 or i + 2 >= len(lows) or lows[i] != ",":
        return 0
    if lows[i + 1] in frame.speech.coordinators and frame.capital(i + 2):
        return i + 2
    return 0
