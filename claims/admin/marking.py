"""An article's text as HTML: every claim marked in place, boilerplate dimmed. The only module that joins markup by hand.

The text content of the result is the text itself, character for character, so that a selection in a browser can be
counted back to code points. Everything from outside passes through `escape`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from claims.services.articles import TURNING

BOILERPLATE = frozenset({"dateline", "byline", "advert", "teaser", "related"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim's stretches in the text (a quote split by its cue has two), in order. Offsets are code points.

    `key` is the claim's; `kind` and `state` become a class and an attribute for the style sheet and the script; `title` is shown
    on pointing and may hold any words.
    """

    key: int
    kind: str
    stretches: tuple[tuple[int, int], ...]
    title: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch to wrap: `order` puts wider wrappings outside. `first` carries the claim's address."""

    start: int
    end: int
    mark: Mark
    first: bool


def render(text: str, blocks: Iterable[tuple[int, int, str]], marks: Iterable[Mark]) -> SafeString:
    """The text with `blocks` (start, end, kind; in order, not overlapping) as paragraphs and `marks` in place."""
    stretches = [
        Stretch(start, end, mark, first=number == 0)
        for mark in marks
        for number, (start, end) in enumerate(mark.stretches)
        if 0 <= start < end <= len(text)
    ]
    stretches.sort(key=lambda one: one.start)
    pieces: list[str] = []
    here: list[Stretch] = []
    begun = 0
    for start, end, kind in covering(text, blocks):
        while begun < len(stretches) and stretches[begun].start < end:
            here.append(stretches[begun])
            begun += 1
        here = [one for one in here if one.end > start]
        body = "".join(woven(text, start, end, here))
        pieces.append(f'<span class="gap">{body}</span>' if kind == "gap" else _paragraph(kind, body))
    return mark_safe("".join(pieces))  # noqa: S308  (every piece was escaped in this module)


def _paragraph(kind: str, body: str) -> str:
    dim = " dim" if kind in BOILERPLATE else ""
    return f'<span class="block {escape(kind)}{dim}">{body}</span>'


def covering(text: str, blocks: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The blocks and what lies between them, so that every character is in exactly one; white space between is a "gap"."""
    whole: list[tuple[int, int, str]] = []
    at = 0
    for start, end, kind in blocks:
        if start > at:
            whole.append((at, start, _between(text, at, start)))
        whole.append((max(at, start), end, kind))
        at = max(at, end)
    if at < len(text):
        whole.append((at, len(text), _between(text, at, len(text))))
    return [(start, end, kind) for start, end, kind in whole if start < end]


def _between(text: str, start: int, end: int) -> str:
    return "other" if text[start:end].strip() else "gap"


def woven(text: str, start: int, end: int, stretches: Sequence[Stretch]) -> Iterable[str]:
    """text[start:end] with the stretches wrapped around it, properly nested: one that would cross another is split."""
    cuts = sorted({start, end} | {place for one in stretches for place in (one.start, one.end) if start < place < end})
    open_now: list[Stretch] = []
    for left, right in pairwise(cuts):
        wanted = sorted(
            (one for one in stretches if one.start <= left and one.end >= right),
            key=lambda one: (one.mark.kind != "quote", one.start - one.end, one.start, one.mark.key),
        )
        shared = 0
        while shared < min(len(open_now), len(wanted)) and open_now[shared] is wanted[shared]:
            shared += 1
        yield "</mark>" * (len(open_now) - shared)
        for one in wanted[shared:]:
            yield _opening(one, begins=left == one.start)
        open_now = wanted
        yield TURNING.sub(r"<bdi>\g<0></bdi>", escape(text[left:right]))  # an isolate, at whose end the turning ends
    yield "</mark>" * len(open_now)


def _opening(stretch: Stretch, *, begins: bool) -> str:
    mark = stretch.mark
    if not (begins and stretch.first):
        more = "" if begins else " more"
        return (
            f'<mark class="{escape(mark.kind)}{more}" data-claim="{int(mark.key)}" data-state="{escape(mark.state)}">'
        )
    return (
        f'<mark class="{escape(mark.kind)}" id="mark-{int(mark.key)}" data-claim="{int(mark.key)}" '
        f'data-state="{escape(mark.state)}" tabindex="0" title="{escape(mark.title)}">'
    )
