"""Outlets and media by their words: where the name of one begins, and where the object of a preposition ends."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.name_or_office import is_name

from .terms import is_titled

VERB: Final = 6
"""Letters of the longest noun that has the prefix of a verb by chance ("media", "diskusi" stand in the lists of nouns)."""

PAST: Final = 5
"""Letters of the longest noun that has the ending of an English participle by chance ("feed", "speed")."""

RENAMED: Final = 6
"""Words of what a medium was called before, at most."""


def stands_at(frame: Frame, at: int, words: frozenset[str]) -> bool:
    """Whether one of the words, or a pair of them, stands at word `at`."""
    lows = frame.lows
    return lows[at] in words or (at + 1 < len(lows) and f"{lows[at]} {lows[at + 1]}" in words)


def is_medium(frame: Frame, at: int) -> bool:
    """Whether a preposition with a medium's noun soon after it begins at word `at`."""
    lows, speech = frame.lows, frame.speech
    when = speech.chain.circumstances
    if lows[at] not in speech.chain.medium or stands_at(frame, at, when):
        return False
    if lows[at + 1 : at + 2] and lows[at + 1] in speech.asked:
        return False  # "saat dimintai keterangan"
    # "through his lawyer"
    nouns = speech.chain.channels if lows[at] in speech.chain.through else speech.chain.medium_nouns
    sure = speech.head_first and lows[at] in speech.chain.medium_sure
    for i in range(at + 1, min(at + 6, len(lows))):
        # "on the BBC's Today programme", "at an evening rally", "in the Monday morning session"
        led = frame.capital(i) or lows[i - 1] in speech.articles or lows[i - 1] in speech.time
        named = led and _leads_medium(frame, i)
        if lows[i] in PUNCTUATION or (lows[i] in speech.time and not named):
            return False
        if " ".join(lows[i : i + 2]) in speech.nouns:
            return False  # "in a show of unity"
        if stands_at(frame, i, nouns):
            return i > at + 1 or f"{lows[at]} {lows[i]}" not in speech.nouns  # "in reply"
        if lows[i] in speech.chain.medium and i > at + 1:
            return False
        does = sure and i == at + 1 and len(lows[i]) > VERB and lows[i].startswith(speech.finite_starts)
        does = does or lows[at + 1] in speech.chain.reacts  # "saat menanggapi pernyataan Rina"
        if does or (speech.head_first and frame.capital(i) and i > at + 1):
            return False  # "dalam mendukung program itu"
    return False


def _leads_medium(frame: Frame, at: int) -> bool:
    """Whether the noun of a medium stands behind a word, in English with a word or two between ("Wednesday morning session")."""
    speech, lows = frame.speech, frame.lows[at + 1 : at + 4]
    breaks = (PUNCTUATION, speech.articles, speech.chain.medium, speech.ends_name)
    end = next((n for n, low in enumerate(lows) if any(low in words for words in breaks)), len(lows))
    return not speech.chain.medium_nouns.isdisjoint(lows[: end if not speech.head_first else 1])


def _leads_outlet(frame: Frame, at: int) -> bool:
    """Whether the last word of an outlet's name stands behind a word that tells a day elsewhere."""
    return frame.lows[at + 1 : at + 2] != [] and names_outlet(frame, at, at + 2)


def outlet_at(frame: Frame, at: int) -> bool:
    stops = range(at + 1, min(at + 3, len(frame.lows)) + 1)
    return any(names_outlet(frame, at, stop) for stop in stops) or _owns_programme(frame, at)


def _owns_programme(frame: Frame, at: int) -> bool:
    """Whether an English outlet stands at word `at`, its programme behind it in capitals or marks ("CNN's “Harbour Tonight”")."""
    lows = frame.lows
    if frame.head_first or at + 1 >= len(lows) or not lows[at].endswith(("'s", "’s")):
        return False
    return lows[at][:-2] in frame.speech.chain.outlets and (lows[at + 1] == QUOTED or frame.capital(at + 1))


def names_outlet(frame: Frame, first: int, last: int) -> bool:
    """Whether words name an outlet that the language's file knows, or one that a paper's noun opens or ends ("the Cape
    Times", "Harian Nusantara")."""
    words = frame.speech.chain.outlet_words
    if frame.words(first, last).lower() in frame.speech.chain.outlets:
        return True
    if last - first == 1 and frame.lows[first].endswith(frame.speech.chain.outlet_ends):
        return True
    if last - first < 2:
        return False
    lead = first + (frame.lows[first] in frame.speech.definite)
    agency = not frame.head_first and last - lead > 2 and frame.lows[lead + 1] in frame.speech.chain.pages
    if agency and frame.lows[lead] in words and frame.capital(lead) and frame.capital(lead + 1):
        return True  # "The News Agency of Marlow (NAM)"
    if not frame.capital(last - 1):
        return False
    named = frame.capital(first) or frame.lows[first] in frame.speech.definite
    return named and (frame.lows[last - 1] in words or frame.lows[first] in words)


def object_end(frame: Frame, at: int) -> int:
    """Where the object of a preposition ends."""
    lows, speech = frame.lows, frame.speech
    i, limit = at, min(len(lows), at + 12)
    while i < limit:
        low = lows[i]
        if low == "(":
            if i + 1 < len(lows) and lows[i + 1][:1].isdigit():
                break
            i = frame.after_bracket(i)
            continue
        if low == QUOTED and i > at and not speech.head_first and lows[i - 1].endswith(("'s", "’s")):
            return i + 1  # "CNN's "Harbour Tonight""
        if low in PUNCTUATION:
            break
        if i > at and not frame.capital(i):
            if low in speech.cues.relay or low in speech.that or low in speech.to or low in speech.relative:
                break
            if low in speech.ends_name and low not in speech.links:
                break
            if low in speech.conjunctions and (low not in speech.links or passes_on(frame, i + 1)):
                break
            if speech.head_first and "say" in speech.cues.kinds.get(low, ()):
                break  # "Rina seperti dikutip Antara mengatakan …"
            past = not speech.head_first and len(low) > PAST and low.isalpha() and low.endswith(speech.verb_ends)
            if past and frame.capital(i - 1):
                break  # "in an interview with Le Monde published on Sunday"
            if low in speech.definite and lows[i - 1] not in speech.links and lows[i - 1] not in speech.ends_name:
                break  # "on Twitter the dam would hold"
        elif i > at and not speech.head_first and (_leads_medium(frame, i) or _leads_outlet(frame, i)):
            pass  # "in a Wednesday call", "in a letter to the Sunday Times"
        elif (i > at and low in speech.time) or (
            i > at and speech.head_first and lows[i - 1].endswith(speech.own) and not frame.capital(i - 1)
        ):
            break
        i += 1
    return i


def passes_on(frame: Frame, at: int) -> bool:
    """Whether a cue of passing on stands at word `at`."""
    return at < len(frame.lows) and frame.lows[at] in frame.speech.cues.relay


def relayed_as(frame: Frame, at: int) -> int:
    """The cue of passing on behind an "as" at word `at` ("seperti dikutip", "seperti yang dilansir", "as quoted"), else 0."""
    if frame.lows[at] not in frame.speech.chain.just_as:
        return 0
    cue = at + 1 + (not frame.speech.relative.isdisjoint(frame.lows[at + 1 : at + 2]))
    return cue if passes_on(frame, cue) else 0


def renamed(frame: Frame, comma: int) -> int:
    """The word behind what an English medium was called before, the comma closing it left out ("said on X, formerly Twitter,
    that …", "said on X, formerly known as Twitter."), else 0."""
    lows, speech = frame.lows, frame.speech
    if frame.head_first or comma + 2 >= len(lows) or not speech.ends_as_adverb(lows[comma + 1]):
        return 0
    end = next((i for i in range(comma + 2, len(lows)) if lows[i] in PUNCTUATION or i == comma + RENAMED), len(lows))
    clause = any(low in speech.auxiliaries or low in speech.subjects for low in lows[comma + 2 : end])
    return end if frame.capital(end - 1) and not clause else 0


def names_programme(frame: Frame, at: int) -> bool:
    """Whether the marked name of an English programme or a book stands behind a preposition (said on "Harbour Tonight" that …)."""
    mark = frame.marked.get(at + 1) if frame.lows[at] in frame.speech.chain.medium_sure else None
    if mark is None or frame.head_first or frame.lows[at + 2 : at + 3] == [","]:
        return False
    return is_titled(frame.text[mark.inner_start : mark.inner_end].split())


def cited_end(frame: Frame, first: int, at: int) -> int:
    """Where those end who are cited, what is told of them among them ("people familiar with the matter")."""
    speech, words = frame.speech, frame.lows[first:at]
    if speech.several.isdisjoint(words) and not speech.can_tell(words):
        return at
    return next((i for i in range(at, len(frame.lows)) if frame.lows[i] in PUNCTUATION), len(frame.lows))


def shared_with(frame: Frame, at: int, medium: int) -> int:
    """Where those end from word `at` on with whom an English speaker shares the medium that ends before word `medium`, or to whom
    it goes ("an interview with Sky News", "a letter to the board"), else 0."""
    lows, speech, chain = frame.lows, frame.speech, frame.speech.chain
    if speech.head_first or at + 2 > len(lows) or lows[medium - 1] in chain.reacts:
        return 0  # "in its response to the report"
    following, end = lows[at + 1], object_end(frame, at + 1)
    if lows[at] in speech.to:
        named = following in speech.articles or following in speech.owners or frame.capital(at + 1)
        return end if named or (end > at + 1 and speech.can_tell(lows[at + 1 : end])) else 0
    joins = lows[at] in speech.goes_on
    if not joins or lows[medium - 1] in chain.document_nouns:
        return 0  # "in a joint statement with Ann Hill"
    told = outlet_at(frame, at + 1) or not (chain.audience_nouns | chain.pages).isdisjoint(lows[at + 1 : end])
    return end if told or frame.capital(at + 1) else 0


def taken_end(frame: Frame, at: int) -> int:
    """Where the outlet or page ends that an Indonesian outlet has taken from what it passes on, its preposition standing at word `at`
    ("dilansir Bolanet.com | dari laman klub"), else 0."""
    lows, speech = frame.lows, frame.speech
    whence = speech.head_first and lows[at] in speech.chain.taken_from and lows[at] in speech.roles.place_before
    if not whence or at + 1 >= len(lows):
        return 0
    named = frame.capital(at + 1) and lows[at + 1] not in speech.roles.places and lows[at + 1] not in speech.time
    return object_end(frame, at + 1) if named or stands_at(frame, at + 1, speech.chain.pages) else 0


def speaks_when_met(frame: Frame, at: int) -> bool:
    """Whether the name behind an Indonesian passive at word `at`, which a clause without a subject opens with, or behind those who
    asked, is that of whom its cue right behind is told ("Saat ditemui | Rina mengatakan", "Saat ditemui wartawan Rina mengatakan")."""
    lows, speech = frame.lows, frame.speech
    opening, nouns = at - 1, speech.chain.audience_nouns
    if opening < 0 or lows[opening] not in speech.subordinators or not (opening == 0 or lows[opening - 1] == ","):
        return False
    first = at + 1
    first += 2 if " ".join(lows[first : first + 2]) in nouns else lows[first] in nouns
    end = first
    while end < len(lows) and frame.capital(end):
        end += 1
    return end > first and any(at == end for at, _, _ in frame.cues) and not names_outlet(frame, first, end)


def ends_medium(frame: Frame, first: int, at: int) -> bool:
    """Whether the medium or the hearers that a clause opens with end in front of word `at` ("In its statement Acme said", "Kepada
    awak media Rina mengatakan")."""
    noun, chain = frame.lows[at - 1], frame.speech.chain
    if frame.head_first:
        told = frame.lows[first] in chain.audience or frame.lows[first + 1] in frame.speech.asked
        return told and (noun in chain.audience_nouns or f"{frame.lows[at - 2]} {noun}" in chain.audience_nouns)
    return noun in chain.medium_nouns and not frame.capital(at - 1) and frame.lows[first] in chain.medium


def is_channel(frame: Frame, first: int, at: int) -> bool:
    """Whether a medium is told at word `at`, or the officer through whom the Indonesian speaks whose name the words from
    `first` on are ("AKBP Rudi Hartana melalui Kasat Reskrim AKP …")."""
    through = frame.lows[at] in frame.speech.chain.through and at + 1 < len(frame.lows)
    sent = through and frame.lows[at + 1] in frame.speech.roles.heads and is_name(frame, first, at)
    return sent or is_medium(frame, at)
