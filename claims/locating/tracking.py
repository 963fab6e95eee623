"""Following a figure through the revisions of its page: what is remembered of it, and what that tells of the next one.

Remembered are the words of its sentence without their numbers, which move, and that other sentences with figures of its kind
were not it.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final
from zlib import crc32

from claims.extraction.scan import places_of
from claims.extraction.values import Figure

from .claim import FEW, Claim, names_in
from .evidence import Candidate, dated
from .page import Page
from .rivals import newest, outdated, same_reading, tells_way
from .sentence import BLANK, YEAR, rare_words, sentence_of
from .values import APART, OTHER, Located, Seen, located

WORD_SIGN: Final = re.compile(r"\w")
INSIDE: Final = re.compile("[a-z,] ")
NAME_NEXT: Final = re.compile(r" [^\W\d_a-z]")
"""What stands before a word within a sentence, and behind one that begins a name of several."""

REWORDED: Final = Decimal("0.5")
"""A sentence may still be the remembered one with this share of its words that tell something, and FEW of them at least."""

FEWEST: Final = 2
NEARLY_ALL: Final = Decimal("0.8")
"""Of a short sentence so few of those do, where so large a share of all its words is left."""

SMALL: Final = 4
"""Shorter words tell little."""


@dataclass(frozen=True, slots=True)
class Track:
    """What was seen of a figure the last time, and the page on which it is sought now."""

    seen: Seen
    page: Page
    claim: Claim

    def is_same(self, figure: Figure) -> bool:
        """Whether a figure stands in a sentence in which the claim's figure stood, word for word but for numbers and days."""
        return _mark(sentence_of(self.page, figure)) in self.seen.own

    def is_other(self, figure: Figure) -> bool:
        """Whether a figure stands in a sentence that told another one the last time."""
        told = sentence_of(self.page, figure)
        return bool(self.seen.others & {_mark(told), _mark(told, figure.value)})

    def has_moved(self, figure: Figure) -> bool:
        """Whether another number stands now where the claim's figure stood."""
        return self.seen.own.get(_mark(sentence_of(self.page, figure)), figure.value) != figure.value

    def is_as_it_was(self, figure: Figure) -> bool:
        """Whether a figure has a number that the claim's had the last time."""
        return figure.value in self.seen.own.values()

    def is_reworded(self, figure: Figure) -> bool:
        """Whether a figure stands in the remembered sentence, told in other words: enough of them are left, its year too, and
        none that tells what it is about has made way for another."""
        ours, told = self.seen.words.split(), sentence_of(self.page, figure)
        rare = rare_words(ours)
        left = len(rare & rare_words(told))
        is_it = left >= FEW and left >= REWORDED * len(rare)
        is_it = is_it or (left >= FEWEST and likeness(ours, told) >= NEARLY_ALL)
        return is_it and {*filter(YEAR.fullmatch, ours)} <= {*told} and not self.is_exchanged(figure)

    @property
    def is_plain(self) -> bool:
        """Whether the remembered sentence tells itself from others of its kind."""
        return len(rare_words(self.seen.words.split())) >= FEW

    def is_exchanged(self, figure: Figure) -> bool:
        """Whether a name of the remembered sentence has made way for another, but for those of who says it, or a year for
        another, or a word of the claim's sentence for one that was not there."""
        page = self.page
        told = _with_names(page, sentence_of(page, figure))
        for old, new in exchanged(self.seen.words.split(), told):
            if _telling(self.claim, old) or (any(map(YEAR.fullmatch, old)) and any(map(YEAR.fullmatch, new))):
                return True
            if names_in(" ".join(old)) and (named := names_in(" ".join(new))):
                said = " ".join(page.text[slice(*part)] for part in page.said_by(figure))
                if named - names_in(said):
                    return True
        return False

    def objections(self, found: Candidate) -> frozenset[str]:
        """In which dimensions the figure stands apart now in which it did not the last time."""
        return against(found) - set(self.seen.against)


def followed(track: Track, answer: Located, candidates: Sequence[Candidate]) -> Located:
    """The answer that the page gives by itself, in the light of the sentences in which the figure stood the last time.

    A sentence that still stands with another number is kept up to date. Where it stands as it was, another figure may be the
    newer one. Where it is gone, only a sentence that is it in other words gives a number beyond doubt.
    """
    page = track.page
    best = next((dated(page, found) for found in candidates if found.figure is answer.figure), None)
    own = [dated(page, found) for found in candidates if track.is_same(found.figure) and not track.objections(found)]
    moved = [found for found in own if track.has_moved(found.figure)]
    told = _one_of(moved or own)
    if told is None or not track.is_plain:
        return _retold(track, answer, best, candidates)
    if answer.outcome == "ambiguous" and (newer := _newer(track, told, candidates)):
        return _as_found(page, newer)
    if best is None or (moved and not outdated(best, told)):
        return answer if best and answer.outcome == "found" and same_reading(best, told) else _as_found(page, told)
    if tells_way(best, told):
        return _retold(track, answer, best, candidates) if answer.outcome == "ambiguous" else answer
    return replace(answer, outcome="ambiguous", runner_up=told.read)


def _one_of(found: Sequence[Candidate]) -> Candidate | None:
    """What these say when they all say the same, else the newest of them; None when neither can be told."""
    alike = bool(found) and all(same_reading(found[0], one) for one in found)
    return found[0] if alike else newest(found)


def _newer(track: Track, told: Candidate, candidates: Sequence[Candidate]) -> Candidate | None:
    """The figure of a newer entry that tells the remembered sentence in other words."""
    others = (found for found in candidates if not (track.is_same(found.figure) or track.objections(found)))
    reworded = (dated(track.page, found) for found in others if track.is_reworded(found.figure))
    return _one_of([found for found in reworded if outdated(found, told)])


def _retold(track: Track, answer: Located, best: Candidate | None, candidates: Sequence[Candidate]) -> Located:
    """The answer where no sentence that told the figure the last time tells it by itself: found in one of them, or in one that
    is it in other words, with the same number, or where the page tells the old number as the older one; offered elsewhere."""
    if best is None or (answer.outcome == "ambiguous" and answer.runner_up is not None):
        return answer
    if track.objections(best):
        is_it = False
    elif track.is_same(best.figure):
        is_it = True
    elif track.is_as_it_was(best.figure):
        is_it = answer.outcome == "found" and not _beside(track, best, candidates)
    else:
        older = (one for one in candidates if track.is_as_it_was(one.figure))
        is_it = track.is_reworded(best.figure) or (
            answer.outcome == "found" and any(tells_way(best, one) for one in older)
        )
    return replace(answer, outcome="found" if is_it else "ambiguous")


def _beside(track: Track, best: Candidate, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Other figures in its sentence that may be the claim's too."""
    sentence = track.page.sentence(best.figure)
    beside = [one for one in candidates if track.page.sentence(one.figure) == sentence and not one.is_others]
    return [one for one in beside if one.read.value != best.read.value]


def _as_found(page: Page, told: Candidate) -> Located:
    return located("found", page.text, told.figure, told.read, None, told.why)


def seen_of(
    page: Page, found: Candidate, same: Sequence[Candidate], others: Sequence[Candidate], older: Sequence[Candidate]
) -> Seen:
    """What is to be remembered of a figure that was found: `same` say the same as it, `others` are other figures, `older` are
    those of its way, whose words may tell the next one: they are known by their numbers too."""
    own = sentence_of(page, found.figure)
    told = {_mark(sentence_of(page, one.figure)): one.figure.value for one in reversed(same)}
    told[_mark(own)] = found.figure.value
    known = {_mark(sentence_of(page, one.figure)) for one in others} - told.keys()
    known |= {_mark(sentence_of(page, one.figure), one.figure.value) for one in (*others, *older)}
    return Seen(" ".join(_with_names(page, own)), told, frozenset(known), against(found))


def against(found: Candidate) -> frozenset[str]:
    """The dimensions, but for its size, in which a figure stands apart from the claim or is another's."""
    return frozenset(told.dimension for told in found.why if told.stands in {APART, OTHER}) - {"size"}


def likeness(ours: Sequence[str], theirs: Sequence[str]) -> Decimal:
    """The share of the first words that stand among the second, in whichever order."""
    one, other = (Counter(word.lower() for word in told if word != BLANK) for told in (ours, theirs))
    return Decimal((one & other).total()) / max(one.total(), 1)


def exchanged(ours: Sequence[str], theirs: Sequence[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The stretches of the first words in whose place others stand in the second, without words that both have."""
    one, other = [word.lower() for word in ours], [word.lower() for word in theirs]
    both = set(one) & set(other)
    found = []
    for kind, first, last, start, end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "replace":
            old = tuple(word for word in ours[first:last] if word.lower() not in both)
            new = tuple(word for word in theirs[start:end] if word.lower() not in both)
            if old and new:
                found.append((old, new))
    return found


def _with_names(page: Page, told: tuple[str, ...]) -> tuple[str, ...]:
    """A sentence's words in which the first has its capital only as a name: one that has it elsewhere too, within a sentence or
    before another capital."""
    return told if told[0] == told[0].lower() or is_name_in(told[0], page.text) else (told[0].lower(), *told[1:])


def is_name_in(word: str, text: str) -> bool:
    """Whether a text has the word within a sentence or before another capital; found by the word, as a pattern made of it
    would look at every letter of a page."""
    for at in places_of(word, text):
        end = at + len(word)
        if at > 1 and INSIDE.match(text, at - 2) and not WORD_SIGN.match(text, end):
            return True
        if NAME_NEXT.match(text, end) and not (at and WORD_SIGN.match(text, at - 1)):
            return True
    return False


def _telling(claim: Claim, told: Sequence[str]) -> frozenset[str]:
    """The words that the claim's sentence has too, but for small and common ones."""
    return claim.all_words & rare_words([word for word in told if len(word) >= SMALL])


def _mark(told: Sequence[str], value: Decimal | None = None) -> int:
    """A sentence's words, with the number if it is given, as a number short enough to keep many of them."""
    return crc32(" ".join([*told, *([] if value is None else [f"{value:f}"])]).lower().encode())
