"""Sentences of the claim-carrying paragraphs."""

import re
from functools import cache
from typing import Final

from .language import Language
from .scan import Scan, signs_in
from .values import Span

STOPS: Final = ".!?…"
STOP: Final = re.compile(r"(.[\"'”’»)\]]{0,4})(?:\s+|(?=[A-Z“«„]))")
"""A possible end: one of STOPS with its closing marks, then blanks (or none at all where scraping lost them)."""

RANGE: Final = re.compile("(?<=[0-9])[-–—]|[-–—](?=[A-Z])")
"""A dash behind the year or day of a date, to which the month of another is joined."""

PARTED_CLOCK: Final = re.compile(r"(?:[01]?[0-9]|2[0-4])\.\s[0-5][0-9] ([^\W\d]+)")
"""A clock time with a blank that does not belong there, and the word behind it ("19. 57 WIB")."""

OPENING: Final = frozenset('"“«„')
"""Marks that open a quotation: before one a letter alone is a name ("X"), no initial."""
DIRECTED: Final = frozenset("“«„")
"""Those of them that nothing ends with."""
STRETCH: Final = 1200
"""A longer sentence is read in stretches of this size, so that the work for a text grows with its length."""

WORD_LIMIT: Final = 24
"""No abbreviation is longer; the look back for one is bounded by it."""


LISTED: Final = re.compile(r"[-–—•]\s+(?=[^\W\d]|[\"“‘«])")
"""The mark in front of an item of a list that is a sentence."""


def find_sentences(scan: Scan) -> list[Span]:
    """The sentences of `scan.paragraphs`, in order, blanks trimmed; none crosses a paragraph, nor holds the dash that one of a
    list begins with."""
    found: list[Span] = []
    for start, end in scan.paragraphs:
        item = LISTED.match(scan.text, start, end)
        found.extend(split(scan.text, item.end() if item is not None else start, end, scan.language))
    return found


def stretches(scan: Scan) -> list[Span]:
    """The sentences, the longest of them in pieces cut at a blank."""
    found: list[Span] = []
    for start, end in scan.sentences:
        if end - start <= STRETCH:
            found.append((start, end))
            continue
        begin = start
        while end - begin > STRETCH:
            blank = scan.text.rfind(" ", begin + STRETCH // 2, begin + STRETCH)
            cut = blank if blank > begin else begin + STRETCH
            found.append((begin, cut))
            begin = cut
        found.append((begin, end))
    return found


def split(text: str, start: int, end: int, language: Language) -> list[Span]:
    """The sentences of text[start:end], which neither begins nor ends with a blank, as spans into `text`."""
    abbreviations = abbreviations_of(language)
    found: list[Span] = []
    begin = start
    for stop in signs_in(STOPS, text, start, end):
        match = STOP.match(text, stop, end)
        if match is None:
            continue
        after = match.end()
        if ends_here(text, begin, stop, after, abbreviations, language):
            found.append((begin, match.end(1)))
            begin = after
    found.append((begin, end))
    return found


def ends_here(text: str, begin: int, stop: int, after: int, abbreviations: frozenset[str], language: Language) -> bool:
    """Whether the stop at `stop` ends the sentence that began at `begin`, the next words standing at `after`."""
    following = text[after]
    if following.islower():
        return False
    spaced = text[after - 1].isspace()
    if spaced and text[stop] != ".":
        return True
    word = last_word(text, begin, stop)
    if not spaced:
        # No blank after the stop: a lost one between two sentences, but not "Kompas.Com", "U.S." or "3.A".
        if following in DIRECTED and text[after + 1 : after + 2].isupper() and word.lower() not in abbreviations:
            return len(word) > 1 and "." not in word  # "since May 22.“We left,” he said"
        bare = word.rstrip("\"'”’»)")
        ended = bare[-1:].islower() or bare[-1:].isdigit() or bare != word
        return (
            len(word) >= 3
            and ended
            and text[after : after + 2][-1:].isalpha()
            and "." not in bare[:-1].lstrip("0123456789")
        )
    if (word.isupper() or "." in word) and all(len(piece) == 1 for piece in word.split(".")):
        # "U.S." and "4:45 a.m." may end a sentence: then a common word begins the next one.
        before = last_word(text, begin, stop - len(word) - 1)
        quoted = text[after + 1 : after + WORD_LIMIT].split(maxsplit=1)[:1]
        nicknamed = not quoted or not quoted[0][-1].isalnum()  # "met J. "Buzz" Hill"
        if len(word) == 1 and following in OPENING and before.islower() and not nicknamed:
            return True  # "mengunggahnya di X. "Laut kita rusak," tulisnya."
        following_word = text[after : after + WORD_LIMIT].split(maxsplit=1)[0].lower()
        return "." in word and following_word in common_words(language)
    if word.islower() and word in small_words_of(language) and not following.isdigit():
        return True
    if word.isdigit() and (clock := PARTED_CLOCK.match(text, stop - len(word))) is not None:
        return clock[1].lower() not in zones_of(language)
    joined = word if word.isalpha() else RANGE.split(word)[-1]  # "29 Dec. 2023-4 Jan.", "post-Sept. 11"
    return joined.lower() not in abbreviations or (joined.isupper() and joined.lower() in outlets_of(language))


def last_word(text: str, begin: int, stop: int) -> str:
    """The unbroken word before `stop`, without opening marks."""
    piece = text[max(begin, stop - WORD_LIMIT) : stop]
    return piece[max(piece.rfind(" "), piece.rfind("\u00a0")) + 1 :].lstrip("\"'“‘(«„")


@cache
def small_words_of(language: Language) -> frozenset[str]:
    """Abbreviations that are words too when they are written small and no number follows ("Wash.", "ill.")."""
    return frozenset(language.tables["sentences"]["small_words"])


@cache
def zones_of(language: Language) -> frozenset[str]:
    """Words that follow a clock time."""
    return frozenset(language.tables["dates"]["clock_after"])


@cache
def outlets_of(language: Language) -> frozenset[str]:
    """Newspapers and agencies, whose initials may read as an abbreviation ("told the FT.")."""
    return frozenset(name.lower() for name in language.tables["quotes"]["chain"]["outlets"])


@cache
def common_words(language: Language) -> frozenset[str]:
    """The most frequent words of the language."""
    return frozenset(language.tables["language"]["common"])


@cache
def abbreviations_of(language: Language) -> frozenset[str]:
    """Words of the language that carry a full stop inside a sentence, in lower case, without the stop."""
    return frozenset(language.tables["sentences"]["abbreviations"])
