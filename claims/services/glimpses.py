"""Where a source says it: the words that a check found with what stands around them, and the address that opens the page there."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Greatest, Substr

from claims.models import Check, Snapshot
from claims.models.snapshot import READ

AROUND = 140
"""Characters on either side: a line of prose, what names a cell in its row."""

CONTEXT = 3
"""Words on either side by which a browser tells the place from others with the same words."""

PART = re.compile(r"\S+")


class Glimpse(NamedTuple):
    """Words on a page, what stands before and after them in their line, and the snapshot whose text it is."""

    before: str
    words: str
    after: str
    snapshot: int = 0

    def address(self, url: str) -> str:
        """The page's address, opened at these words (a text fragment, which browsers that do not know it pass over)."""
        if urlsplit(url).scheme not in {"http", "https"}:
            return url
        before = " ".join(PART.findall(self.before.removeprefix("…"))[-CONTEXT:]) if self.before[-1:].isspace() else ""
        after = " ".join(PART.findall(self.after.removesuffix("…"))[:CONTEXT]) if self.after[:1].isspace() else ""
        parts = [f"{_escaped(before)}-,"] if before else []
        parts += [_escaped(" ".join(self.words.split()))]
        parts += [f",-{_escaped(after)}"] if after else []
        return f"{url}{'' if '#' in url else '#'}:~:text={''.join(parts)}"


def _escaped(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def glimpse(text: str, start: int, end: int, snapshot: int = 0) -> Glimpse:
    """The words at start..end of a text, or of a piece of it, with the rest of their line, cut at whole words."""
    first, last = max(start - AROUND, 0), min(end + AROUND, len(text))
    line, stop = text.rfind("\n", first, start) + 1, text.find("\n", end, last)
    before, after = text[max(line, first) : start], text[end : stop if stop >= 0 else last]
    if not line and first:
        before = f"…{before.partition(' ')[2]}"
    if stop < 0 and last < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return Glimpse(before, text[start:end], after, snapshot)


def glimpses(keys: Iterable[int]) -> dict[int, Glimpse]:
    """What the checks of these keys found, by key: those that found words in a page's text. A page that had not changed was read
    from the text of an earlier snapshot, unless other rules read it anew."""
    read = Snapshot.objects.filter(source=OuterRef("evidence__source"), pk__lte=OuterRef("snapshot"), fetched__in=READ)
    newest = read.exclude(text="").order_by("-pk")
    piece = Substr("text", OuterRef("around_start") + 1, OuterRef("end") - OuterRef("around_start") + AROUND + 1)
    found: Any = Check.objects.filter(pk__in=list(keys), start__isnull=False, end__isnull=False)
    found = found.annotate(around_start=Greatest(F("start") - AROUND - 1, 0))
    found = found.annotate(
        read=Subquery(newest.values("pk")[:1]), around=Subquery(newest.annotate(piece=piece).values("piece")[:1])
    )
    told = {}
    for one in found.only("pk", "start", "end", "words"):
        start, end = one.start - one.around_start, one.end - one.around_start
        if one.around and one.around[start:end] == one.words:
            told[one.pk] = glimpse(one.around, start, end, one.read)
    return told
