"""The passage around a claim's words: read from the database without the rest of its article, and cut to their sentence."""

import re
from typing import Any, Protocol

from django.db.models import F, QuerySet
from django.db.models.functions import Greatest, Substr

from claims.extraction.language import load
from claims.extraction.sentences import split
from claims.models import Anchor

BEFORE = AFTER = 400
"""Characters read around a claim to find its sentence; a newspaper sentence rarely has more."""

END = re.compile(r"[.!?…][”\"'’»)]*\s|\n")
"""Where a sentence ends, told from its signs alone."""


class Passage(Protocol):
    """A claim's place and the text around it: an anchor of `anchors`, or its columns. Offsets are code points of the article's
    text; `around` begins at `around_start`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def around_start(self) -> int: ...
    @property
    def around(self) -> str: ...


def anchors() -> QuerySet[Any]:
    """Anchors, newest version first, with the text around each (`around`, from `around_start`) and its version's number."""
    first = Greatest(F("start") - BEFORE, 0)
    return Anchor.objects.annotate(
        version_n=F("version__n"),
        around_start=first,
        around=Substr("version__text", first + 1, F("end") - first + AFTER),
    ).order_by("-version__n")


def sentence(place: Passage) -> str:
    """The sentence around an anchor from `anchors`, told by its signs alone: the check loop wants it of each claim that it asks for.
    An abbreviation may cut it short; `parted` costs more and knows them."""
    text = place.around
    start, end = place.start - place.around_start, place.end - place.around_start
    begin = 0
    for stop in END.finditer(text, 0, start):
        begin = stop.end()
    last = END.search(text, max(end - 1, 0))
    return text[begin : last.end() if last else len(text)].strip()


def parted(place: Passage, language: str) -> tuple[str, str, str]:
    """The sentence around an anchor from `anchors` as the engine parts sentences, for the eye: what stands before the claim's
    words, those words, and what stands after. Where the sentence goes on beyond what was read of it, an ellipsis."""
    text = place.around
    start, end = place.start - place.around_start, place.end - place.around_start
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    last = len(text) if last < 0 else last
    first += len(text[first:start]) - len(text[first:start].lstrip())
    last -= len(text[end:last]) - len(text[end:last].rstrip())
    around = [one for one in split(text, first, last, load(language)) if one[0] < end and one[1] > start]
    begin, until = min(start, *(one[0] for one in around)), max(end, *(one[1] for one in around))
    before = "…" if begin == 0 < place.around_start else ""
    after = "…" if until == len(text) and until - end == AFTER else ""
    return before + text[begin:start], text[start:end], text[end:until] + after
