"""What follows a speaker and a cue: to whom, through what, by whom passed on."""

from typing import Final, NamedTuple

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.honorifics import past_degree

from .asides import asker, is_place
from .outlets import (
    cited_end,
    is_medium,
    names_outlet,
    names_programme,
    object_end,
    outlet_at,
    passes_on,
    relayed_as,
    renamed,
    shared_with,
    stands_at,
    taken_end,
)

REACH: Final = 40
"""Words that are read for the parts of a chain."""

PLACES: Final = 5
"""Places that lie in one another, and words of such a place."""


class Link(NamedTuple):
    """One part found: its role and the words first..last (last excluded) that name it; those who are only `cited` are no
    part of a chain."""

    role: str
    first: int
    last: int


class Tail:
    """What stands behind a cue and its speaker: the parts, and the word where other matter begins."""

    __slots__ = ("end", "links")

    def __init__(self, links: tuple[Link, ...], end: int) -> None:
        self.links, self.end = links, end


def read_tail(frame: Frame, at: int, *, spoken: bool = True) -> Tail:
    """Reads audience, medium, relay, times and places from word `at` on, up to the first word that is none of them.

    `spoken` says that a preposition alone may go on with the circumstances ("di Jakarta, Senin"), as behind a quote.
    """
    lows, speech = frame.lows, frame.speech
    links: list[Link] = []
    placed = False
    i, limit = at, min(len(lows), at + REACH)
    while i < limit:
        low = lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if spoken and (spoke := _while_speaking(frame, i)).links:
            links, i = [*links, *spoke.links], spoke.end
            continue
        if low == "," and links and (named := renamed(frame, i)):
            i = named
            continue
        if low == ",":
            onward = past_places(frame, i) if placed else past_degree(frame, i)
            onward += spoken and _speaks_on(frame, onward + 1)
            if _goes_on(frame, onward + 1):
                i = onward + 1
                continue
            whence = spoken and i == at and i + 2 < limit and is_place(frame, i + 1, limit)
            if not whence or not (after := _after_relative(frame, i + 1)):
                break
            i = after  # "kata Rina, dari Universitas Udayana dikutip dari Antara"
            continue
        if low in PUNCTUATION:
            break
        if (
            spoken
            and i == at
            and (low in speech.relative or low in speech.aliases)
            and (after := _after_relative(frame, i))
        ):
            i = after
            continue
        manner = i == at and spoken and speech.head_first and lows[i + 1 : i + 2] == [","] and not frame.capital(i)
        if manner and low.isalpha() and _goes_on(frame, i + 2):
            i += 1  # "kata Rina tertawa, seperti dikutip Antara"
            continue
        link, after = _link(frame, i)
        if link is not None:
            links.append(link)
            i = after
        elif links and links[-1].role == "medium" and (end := shared_with(frame, i, links[-1].last)):
            page = low in speech.to and lows[i + 1] in speech.chain.medium_nouns
            page = page and lows[i + 1] not in speech.chain.audience_nouns
            links.append(Link("medium" if page else "audience", i, end))
            i = end  # "in an interview with the Cape Times"
        elif links and links[-1].role == "relay" and (end := taken_end(frame, i)):
            links.append(Link("relay", i + 1, end))
            i = end  # "dilansir Bolanet.com dari laman klub"
        elif spoken and low in speech.subordinators and asker(frame, i + 1):
            i += 1  # "when asked by reporters"
        elif (
            low in speech.time
            or (low[:1].isdigit() and i > at and _is_dated(frame, i))
            or (spoken and low in speech.adverbs and low not in speech.articles and low not in speech.auxiliaries)
            or (spoken and i == at and speech.ends_as_adverb(low) and not frame.capital(i))
        ):
            i += 1
        elif links and (low in speech.coordinators or low in speech.relative) and passes_on(frame, i + 1):
            i += 1  # "dilansir AFP dan dikutip Antara", "dalam unggahan yang dikutip Antara"
        elif i + 1 < limit and lows[i + 1] in speech.time and (low in speech.chain.medium or low in speech.determiners):
            i += 2
        elif spoken and (low in speech.chain.medium or (i == at and _leads_on(frame, i))):
            i, placed = _circumstance(frame, i), True
        else:
            break
    return Tail(tuple(links), i)


def _is_dated(frame: Frame, at: int) -> bool:
    """Whether a number behind a day is of its date ("on Monday 3 May"), no count of what a clause tells ("on Monday 40 men had
    fled")."""
    lows, speech = frame.lows, frame.speech
    counts = not speech.head_first and lows[at + 1 : at + 2] != [] and lows[at + 1].isalpha()
    counts = counts and lows[at + 1] not in speech.time and lows[at + 1] not in speech.ends_name
    return (lows[at - 1] in speech.time or lows[at - 1] in (",", ")")) and not counts


def _after_relative(frame: Frame, at: int) -> int:
    """The comma behind a short relative clause of the speaker when the tail goes on there, else 0."""
    for i in range(at + 1, min(len(frame.lows) - 1, at + 14)):
        if frame.lows[i] == "," and _goes_on(frame, i + 1):
            return i
        if frame.lows[i] == QUOTED:
            return 0
        if frame.head_first and i > at + 1 and _is_sure(frame, i):
            return i
    return 0


def _is_sure(frame: Frame, at: int) -> bool:
    """Whether a part of the chain, and nothing that is told of the speaker, begins at word `at`."""
    lows, chain = frame.lows, frame.speech.chain
    link = _link(frame, at)[0]
    if link is None or link.role == "medium":
        return link is not None and lows[at] in chain.medium_sure and is_medium(frame, at)
    if link.role == "audience":
        return not chain.audience_nouns.isdisjoint(lows[link.first : link.last])
    return frame.capital(link.first) or not chain.pages.isdisjoint(lows[at : link.last])


def past_places(frame: Frame, at: int) -> int:
    """The last comma behind the larger places that one at comma `at` lies in ("di Balai Kota, Kemayoran, Jakarta, Senin")."""
    for _ in range(PLACES):
        end = at + 1
        while frame.head_first and not frame.speech.chain.sites.isdisjoint(frame.lows[end : end + 1]):
            end += 1  # "di Sanaa, ibu kota Yaman, …"
        while end < len(frame.lows) and end - at <= PLACES and frame.capital(end):
            end += 1
        if end == at + 1 or frame.lows[end : end + 1] != [","] or _goes_on(frame, at + 1):
            break
        at = end
    return at


def _goes_on(frame: Frame, at: int) -> bool:
    """Whether a tail goes on after its comma."""
    lows, speech = frame.lows, frame.speech
    if at >= len(lows):
        return False
    low = lows[at]
    return (
        (low in speech.time and _is_time(frame, at))
        or (low.isdigit() and at + 1 < len(lows) and lows[at + 1] in speech.time)
        or (speech.head_first and at + 2 == len(lows) and lows[at + 1] in speech.time and low in speech.chain.medium)
        or relayed_as(frame, at) > 0
        or low == "("
        or (low in speech.subordinators and asker(frame, at + 1) > 0)
        or (
            low in speech.opens_link
            and (tells(frame, at) or stands_at(frame, at, speech.cues.relay) or is_medium(frame, at))
        )
    )


def _speaks_on(frame: Frame, at: int) -> bool:
    """Whether an English participle behind a comma leads to those who are told, or to the medium ("…," Hill said, speaking to
    reporters)."""
    speaks = not frame.head_first and frame.lows[at : at + 1] != [] and frame.lows[at] in frame.speech.chain.speaks
    return speaks and _goes_on(frame, at + 1)


def _is_time(frame: Frame, at: int) -> bool:
    """Whether a word of time behind a comma tells when it was said, and opens no clause ("…, kata Budi, ini yang pertama")."""
    low, speech = frame.lows[at], frame.speech
    if low in speech.determiners:
        return at + 1 < len(frame.lows) and frame.lows[at + 1] in speech.time
    return low not in speech.auxiliaries or frame.capital(at)


def _link(frame: Frame, at: int) -> tuple[Link | None, int]:
    """The part of the chain that begins at word `at`, and the word after it."""
    lows, speech = frame.lows, frame.speech
    if lows[at] not in speech.opens_link:
        return None, at
    if (cue := relayed_as(frame, at)) or lows[at] in speech.cues.relay:
        return _relay(frame, cue or at)
    if lows[at] in speech.chain.just_as:
        return None, at
    if tells(frame, at):
        return _audience(frame, at)
    if names_programme(frame, at):
        return Link("medium", at, at + 2), at + 2
    if is_medium(frame, at):
        end = object_end(frame, at + 1)
        return Link("medium", at, end), end
    if lows[at] in speech.chain.medium and outlet_at(frame, at + 1):
        end = object_end(frame, at + 1)
        sure = lows[at] in speech.chain.medium_sure  # "said on CNN", not "received by AFP"
        return (Link("medium", at, end) if sure else Link("relay", at + 1, end)), end
    return None, at


def tells(frame: Frame, at: int) -> bool:
    """Whether an audience begins at word `at` with its preposition or as those who ask; one of the weaker prepositions needs
    the noun of an audience or an outlet behind it ("ujar Budi ke wartawan", "katanya pada Kompas.com")."""
    chain = frame.speech.chain
    if stands_at(frame, at, chain.audience) or asker(frame, at):
        return True
    if frame.lows[at] not in chain.audience_weak or at + 1 >= len(frame.lows) or is_medium(frame, at):
        return False
    return stands_at(frame, at + 1, chain.audience_nouns) or outlet_at(frame, at + 1)


def _relay(frame: Frame, at: int) -> tuple[Link | None, int]:
    """As in "dikutip dari X", "as quoted by X": an outlet or agency passes on; a statement, a page or an account is a medium."""
    lows, speech = frame.lows, frame.speech
    i = at + 1
    while i < len(lows) and lows[i] in speech.chain.taken_from:
        i += 1
    if i >= len(lows) or lows[i] in PUNCTUATION or lows[i] in speech.time or lows[i] in speech.relative:
        return None, at
    if not speech.head_first and i == at + 1 and at > 0 and lows[at - 1] in speech.cues.kinds:
        return None, at  # "who police say carried a gun"
    end = object_end(frame, i)
    if not speech.head_first:
        end = next((n for n in range(i + 1, end) if names_outlet(frame, i, n) and lows[n] in speech.articles), end)
    if end == i:
        return None, at
    nouns = speech.chain.medium_nouns
    closing = not speech.head_first and lows[i - 1] in speech.chain.medium_sure and not frame.capital(end - 1)
    is_medium = stands_at(frame, i, nouns) or (closing and lows[end - 1] in nouns)  # "on the club's official portal"
    outlet = frame.capital(end - 1) and lows[i] in speech.chain.pages
    quotes = "quotes_whom" in speech.cues.kinds.get(lows[at], ())
    citing = quotes and (speech.head_first or lows[at].endswith(speech.gerund))
    named = frame.capital(i) if speech.head_first else names_outlet(frame, i, end)
    if citing and not named and not (is_medium and speech.head_first):
        end = end if speech.head_first else cited_end(frame, i, end)
        return Link("cited", i, end), end  # "citing local officials", "mengutip pejabat setempat"
    return Link("medium" if is_medium and not outlet else "relay", i, end), end


def _medium_at(frame: Frame, at: int) -> bool:
    """Whether a medium begins at word `at`, if there is such a word."""
    return at < len(frame.lows) and is_medium(frame, at)


def _audience(frame: Frame, at: int) -> tuple[Link | None, int]:
    lows, speech = frame.lows, frame.speech
    if first := asker(frame, at):
        end = object_end(frame, first)
        return Link("audience", first, end), end
    two = at + 1 < len(lows) and f"{lows[at]} {lows[at + 1]}" in speech.chain.audience
    i = at + (2 if two else 1)
    if i >= len(lows) or lows[i] in PUNCTUATION or (lows[i] in speech.auxiliaries and not speech.head_first):
        return None, at  # "claimed on Sunday to have arrested the gang"
    end = object_end(frame, i)
    known = any(lows[j] in speech.chain.audience_nouns for j in range(i, end)) or outlet_at(frame, i)
    that = lows[end : end + 1] and lows[end] in speech.clause_that
    paper = lows[end - 1] in speech.chain.document_nouns  # "replied to a report that …"
    person = not (speech.head_first or paper) and speech.can_tell(lows[i:end])  # "wrote to the mayor that …"
    stated = (frame.capital(end - 1) or (person and that)) and (
        that or (lows[end : end + 1] == [","] and _medium_at(frame, end + 1))
    )
    if (
        not speech.head_first
        and not known
        and lows[at] not in speech.cues.kinds
        and not (stated or _is_said_to(frame, at, end))
    ):
        return None, at
    return Link("audience", at, end), end


def _is_said_to(frame: Frame, at: int, end: int) -> bool:
    """Whether those between the "to" of a cue at word `at` and the end of its clause were spoken to ("“Go,” Hill said to Roy.")."""
    lows, speech = frame.lows, frame.speech
    first = at  # behind "said Mr Hill", or "said"
    while first > max(1, at - PLACES) and (frame.capital(first - 1) or lows[first - 1] in speech.definite):
        first -= 1
    cue = "postposed" in speech.cues.kinds.get(lows[first - 1], ()) and lows[end - 1] not in speech.time
    return cue and not lows[end : end + 1] and (frame.capital(end - 1) or speech.can_tell(lows[at + 1 : end]))


def told_link(frame: Frame, first: int, last: int) -> Link:
    """Those to whom one speaks: a `medium` where one speaks at it ("addressing a rally"), else an `audience`."""
    lows, speech = frame.lows, frame.speech
    end = next((i for i in range(first + 1, last) if lows[i] in speech.chain.medium), last)  # "a briefing in Leeds"
    named = any(frame.capital(i) and lows[i] not in speech.time for i in range(first, end))
    gathers = lows[end - 1] in speech.chain.gatherings and not named
    return Link("medium" if gathers else "audience", first, last)


def _while_speaking(frame: Frame, at: int) -> Tail:
    """What a comma or the word of a clause at word `at` leads to in English ("…," Hill said while speaking to reporters)."""
    comma = frame.lows[at] == ","
    first = at + 1 if comma or frame.lows[at] in frame.speech.subordinators else 0
    first += comma and frame.lows[first : first + 1] != [] and frame.lows[first] in frame.speech.subordinators
    return spoken_to(frame, first) if first else Tail((), at)


def spoken_to(frame: Frame, at: int) -> Tail:
    """Those to whom, or the medium through which, an English participle at word `at` tells that somebody spoke ("speaking to
    reporters", "addressing a rally", "talking exclusively to the Cape Times"), and the word behind; no parts when it is none."""
    lows, speech, chain = frame.lows, frame.speech, frame.speech.chain
    nobody, begin = Tail((), at), at + 1
    if speech.head_first or begin >= len(lows):
        return nobody
    if lows[at] in chain.addresses:
        end = object_end(frame, begin)
        hearers = lows[begin:end]
        heard = not (speech.chain.audiences.isdisjoint(hearers) and speech.several.isdisjoint(hearers))
        return Tail((told_link(frame, begin, end),), end) if heard else nobody
    if lows[at] not in chain.speaks:
        return nobody
    while begin < len(lows) - 1 and speech.ends_as_adverb(lows[begin]):
        begin += 1
    tail = read_tail(frame, begin, spoken=False)
    if tail.links or begin + 1 >= len(lows):
        return tail if tail.links else nobody
    end, whom = object_end(frame, begin + 1), lows[begin] in speech.to or lows[begin] in speech.goes_on
    words = lows[begin + 1 : end]
    those = chain.audience_nouns | chain.pages | speech.several
    told = words != [] and (not those.isdisjoint(words) or (_speaks_now(frame, at) and speech.can_tell(words)))
    return Tail((told_link(frame, begin + 1, end),), end) if whom and told else nobody


def _speaks_now(frame: Frame, at: int) -> bool:
    """Whether a participle tells of what is said itself, not of words before it ("said after speaking to the mayor")."""
    before = frame.lows[at - 1] if at else ""
    return before not in frame.speech.subordinators or before in frame.speech.goes_on


def _circumstance(frame: Frame, at: int) -> int:
    """The word after a circumstance of time or place that begins with a preposition."""
    lows, speech = frame.lows, frame.speech
    i = at + 1
    while i < min(len(lows), at + 14):
        low = lows[i]
        if low == "(":
            i = frame.after_bracket(i)
            continue
        if low in PUNCTUATION or low in speech.that:
            break
        if asker(frame, i):
            break  # "saat dihubungi Antara"
        if i > at + 1 and (
            tells(frame, i) or low in speech.cues.relay or low in speech.chain.just_as or is_medium(frame, i)
        ):
            break
        i += 1
    return i


def _leads_on(frame: Frame, at: int) -> bool:
    """Whether a part of the chain stands behind what an English speaker spoke of ("said of the plan in an interview"), or a clock
    tells when ("said around 4:40 p.m.")."""
    if frame.lows[at] in frame.speech.bounds and any(":" in low[1:] for low in frame.lows[at + 1 : at + 2]):
        return True
    opens = not frame.head_first and frame.lows[at] in frame.speech.prepositions
    end = _circumstance(frame, at) if opens else at
    return at < end < len(frame.lows) and _link(frame, end)[0] is not None


def tail_is_all(frame: Frame, at: int) -> bool:
    """Whether nothing but a tail stands between word `at` and the end of the frame or its next quotation."""
    rest = frame.lows[read_tail(frame, at).end :]
    return not rest or rest[0] == QUOTED or (rest[0] in "?!…" and len(rest) == 1)


def relay_link(frame: Frame, at: int) -> Link | None:
    """The part behind a relaying cue at word `at`, None when nothing is named there."""
    return _relay(frame, at)[0]
