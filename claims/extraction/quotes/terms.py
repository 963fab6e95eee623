"""Marked words that were not said: titles, terms and nicknames."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.frames import Frame
from claims.extraction.marks import Marked

SENTENCE_ENDS: Final = frozenset(".!?…")
POINTED: Final = ".!?…,"
"""Signs of which one ends what was said, the last of them where its sentence goes on behind it."""

SMALL: Final = 3
"""Letters of the longest word that a title writes small, whatever it is."""

MANY: Final = 8
"""Words of a title in which one longer word is written small ("Storm Light: The Harbours that Never Sleep Again")."""

CLAUSE: Final = 4
"""Words from which a clause between marks is taken for speech."""

GOES_ON: Final = "goes_on"
"""The rule of a clause between marks whose sentence tells nobody who says it."""

NICKNAME: Final = 3
"""Words of the longest nickname."""


def is_term(frame: Frame, at: int, mark: Marked, *, strong: bool = False) -> bool:
    """Whether marked words are a title, a term or a nickname rather than speech."""
    lows, speech = frame.lows, frame.speech
    inner = frame.text[mark.inner_start : mark.inner_end].strip()
    words = inner.split()
    if not words or (len(inner) == 1 and inner.isalpha() and not frame.head_first and at):
        return True  # "the letter “H”"
    if _is_abbreviated(frame, at, words):
        return True
    before = lows[at - 1] if at else ""
    of_what = before in speech.links and not any(
        before in words for words in (speech.speaks_for, speech.coordinators, speech.articles)
    )  # "a title of “Datuk”"
    before = lows[at - 2] if of_what and at > 1 and lows[at - 2] in speech.names_it else before
    if before == "(" and not strong:
        return True
    inside = 0 < at < len(lows) - 1 and frame.capital(at - 1) and frame.capital(at + 1)
    if inside and len(words) <= NICKNAME and words[0][:1].isupper() and inner[-1] not in POINTED:
        return True  # "Carl D. 'Rocky' Hill"
    titled = is_titled(words)
    apposed = before == "," and at > 1 and lows[at - 2] in speech.names_it and inner[-1] not in SENTENCE_ENDS
    if titled and apposed and not frame.head_first:
        return True  # "her new film, "Cold Water," Hill spoke of …"
    headed = at > 1 and before in speech.names_it and lows[at - 2] in speech.chain.medium_nouns
    if headed and inner[-1] not in SENTENCE_ENDS and not frame.head_first:
        return True  # "In a post titled "Why we left," Hill said"
    if strong and not frame.head_first:
        leads = any(
            before in small for small in (speech.names_it, speech.prepositions, speech.goes_on, speech.coordinators)
        )
        leads = leads or (
            frame.capital(at - 1) and before.endswith(("'s", "’s"))
        )  # "on CNN's "Harbour Tonight," Hill said"
        leads = leads or (
            before in speech.chain.channels and at > 1 and lows[at - 2] in speech.owners
        )  # "In her book "…,""
        return titled and leads and inner[-1] not in SENTENCE_ENDS  # "known for "Night Harbour," Hill said"
    if strong:
        return titled and before in speech.names_it and inner[-1] not in POINTED  # "headlined 'A Man of His Word', …"
    if before in speech.names_it:
        return True
    plain = len(words) == 1 and words[0].islower()
    if speech.head_first and plain and (before in speech.manner or "." in words[0][:-1]):
        return True  # 'mendaftar secara "online" di "abc.id"'
    owned = before in speech.indefinite or before in speech.owners or before in speech.definite
    if owned and lows[at + 1 : at + 2] and lows[at + 1] in speech.names_behind:
        return True  # "a 'fake call' scam", "its "buy" rating"
    closed = inner[-1] != "," and inner[-1] in POINTED  # ""Night Harbour," the third film of the series, …"
    return titled and not closed and len(words) <= 8


def _is_abbreviated(frame: Frame, at: int, words: Sequence[str]) -> bool:
    """Whether the first letters of marked words stand in brackets behind them ("29 “gross tonnage” (GT)")."""
    if frame.lows[at + 1 : at + 2] != ["("] or frame.lows[at + 3 : at + 4] != [")"]:
        return False
    return len(words) > 1 and frame.lows[at + 2] == "".join(word[0] for word in words).lower()


def is_titled(words: Sequence[str]) -> bool:
    """Whether words are written as a title is, short ones inside it apart ("The Man of Kent", not "I do"), and one other among
    many."""
    small = sum(w[:1].islower() and len(w) > SMALL for w in words)
    edges = len(words) >= 2 and words[0][:1].isupper() and not words[-1][:1].islower()
    return edges and small <= len(words) // MANY


def is_title(frame: Frame, at: int) -> bool:
    """Whether an English quotation at word `at` is the title of a work that its sentence leads to."""
    return not frame.head_first and at > 0 and is_term(frame, at, frame.marked[at], strong=True)


def names_thing(frame: Frame, at: int) -> bool:
    """Whether English marked words are a title or a term whose noun follows ("the "Not Working" slogan")."""
    mark = frame.marked[at]
    noun = at + 1 < len(frame.lows) and frame.lows[at + 1].isalpha() and not frame.capital(at + 1)
    return not frame.head_first and noun and not ends_pointed(frame, at) and is_term(frame, at, mark)


def goes_on(frame: Frame, mark: Marked) -> bool:
    """Whether marked words go on with an English sentence from its finite verb on ("The plan “may not be ready in time.”"), as
    no term does."""
    words = frame.text[mark.inner_start : mark.inner_end].split()
    return not frame.head_first and len(words) >= CLAUSE and words[0] in frame.speech.auxiliaries


def describes(frame: Frame, at: int) -> bool:
    """Whether a marked word or two tell of what kind the noun behind them is, between it and its article ("the family of an
    "amazing" young woman")."""
    lows, mark = frame.lows, frame.marked[at]
    words = frame.text[mark.inner_start : mark.inner_end].split()
    noun = at + 1 < len(lows) and lows[at + 1].isalpha() and not frame.capital(at + 1)
    led = at > 0 and lows[at - 1] in frame.speech.articles and not frame.head_first
    return led and noun and 0 < len(words) <= 2 and words[0][0].islower() and words[-1][-1].isalpha()


def is_whole(frame: Frame, mark: Marked) -> bool:
    """Whether marked words are a sentence and no title or term."""
    inner = frame.text[mark.inner_start : mark.inner_end].strip()
    return inner[:1].isupper() and inner[-1:] in SENTENCE_ENDS


def ends_pointed(frame: Frame, at: int) -> bool:
    """Whether a quotation ends with a comma or like a sentence, rather than inside one."""
    return frame.text[frame.marked[at].inner_end - 1] in POINTED
