"""What happened to what is counted, and what the words around it set apart: another deed, another cause, another good."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.comparison import Read
from claims.counterparts import event_of, is_grave, is_sharp, same_event, things_in, topics_in, what_of
from claims.extraction.values import Figure

from .asserted import is_demanded
from .claim import Claim, all_words
from .contrasts import NOTHING, OF_SEVERAL, SPENDING, Marks, deeds_of, marks_in, narrowing, told_apart, untold
from .item import SHARES
from .owners import own_words
from .page import Page
from .reading import event_said, read_of, says, told_event
from .values import APART, INHERITED, OTHER, SAME, UNSAID, Told
from .words import words

NUMBER = re.compile(r"\d+")

DISTINCTIVE = frozenset({"basis", "net", "account", "portfolio", "goods"})
"""What the claim says of its figure, and the page of one of its figures, is not left out of another's."""

AROUND = ("cause",)
"""What a sentence or its paragraph tells of all its figures."""


OF_COUNTS = frozenset({"severity"})
"""What narrows people or houses that are counted, and no area or share beside them."""

OF_FLOWS = frozenset({"stretch"})
"""What narrows counts, amounts and growth, and not a rate of unemployment, which is always that of some quarter."""

RIGHT_BEFORE = 24
"""Characters before a number in which a verb governs it: "killing at least 12"."""

QUARTERS = frozenset({"q1", "q2", "q3", "q4"})
"""Stretches of which each is what a quarterly figure is told of."""

NAMING = frozenset({"goods", "portfolio"})
"""What names the thing or the owner of a figure by itself."""

SPEAKERS = frozenset({"portfolio"})
"""Who may only be the one who says it."""


def event(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Whether the claim's event happened to what the figure counts."""
    same = same_event(claim.event, read.event)
    if (same or read.event is None) and is_grave(claim.event) and _is_told_of_part(claim, page, figure):
        yield Told("event", APART, "told of a part of it", -6)
    elif same and is_sharp(read.event) and _is_told_of_next(page, figure, read):
        yield Told("event", APART, "told of the next figure", -6)
    elif same and is_sharp(read.event) and not is_grave(read.event) and not _is_said(page, figure, read):
        yield Told("event", UNSAID, "event", 3)
    elif same:
        sharp = is_sharp(read.event)
        yield Told("event", SAME, "event", 6) if sharp else Told("event", INHERITED, "kind of event", 1)
    elif same is False:
        yield Told("event", OTHER, "event")
    elif (
        (
            is_grave(claim.event)
            and read.event
            and (says(page, figure, claim.event) or claim.event == event_of(None, own_words(page, figure)))
        )
        or (claim.event == "sentenced" and claim.demanded and is_demanded(page, figure))
        or (is_sharp(claim.event) and deeds_of(claim.event) & _actions(page, figure))
    ):
        yield Told("event", SAME, "event by another word", 3)
    elif claim.event == "employed" and read.event is None and "worker" in things_in(read.counted):
        yield Told("event", INHERITED, "kind of event", 3)
    elif is_grave(claim.event) and not is_grave(read.event):
        yield Told("event", UNSAID, "no event", -8)
    elif is_sharp(claim.event) and not is_sharp(read.event):
        yield Told("event", UNSAID, "no event", -3)
    elif claim.event is None and deeds_of(read.event) & claim.marks.get("action", NOTHING):
        yield Told("event", SAME, "event by another word", 3)
    elif claim.event is None and is_grave(read.event) and not claim.expected.unit:
        yield Told("event", UNSAID, "an event", -12)
    elif claim.event is None and is_sharp(read.event) and not claim.expected.unit and says(page, figure, read.event):
        yield Told("event", UNSAID, "an event", -2)


def _actions(page: Page, figure: Figure) -> frozenset[str]:
    """What a figure's own words say was done with what it counts."""
    return marks_in(own_words(page, figure).lower()).get("action", NOTHING)


def _is_said(page: Page, figure: Figure, read: Read) -> bool:
    """Whether a figure's own words tell its event, by a verb or by what they count."""
    told = things_in(read.counted)
    return (
        page.cell(figure) is not None
        or says(page, figure, read.event)
        or told_event(page, figure) == read.event
        or "case" in told
        or event_of(None, read.counted) == read.event
    )


def _is_told_of_next(page: Page, figure: Figure, read: Read) -> bool:
    """Whether the event's word stands behind a figure's clause, right before the next figure: "50 sank, killing 1,000"."""
    start, end = page.sentence(figure)
    if _is_said(page, figure, read) or page.whole_of(figure) is not None or page.elided_from(figure) is not None:
        return False
    following = next((one for one in page.between(figure.end, end) if one.unit == figure.unit), None)
    if following is None or event_said(page, read.event, start, figure.start):
        return False
    right_before = max(page.clause(figure)[1], following.number[0] - RIGHT_BEFORE)
    return event_said(page, read.event, right_before, following.number[0])


def _is_told_of_part(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether the next figure of the sentence is a part of this one, and only that one is said to be dead or missing: "Of 75
    climbers, 24 died"."""
    start, end = page.sentence(figure)
    if says(page, figure, claim.event):
        return False
    after = [one for one in page.between(figure.end, end) if one.unit == figure.unit]
    colon = page.text.rfind(":", figure.end, after[0].start) if after else -1
    itemised = colon >= 0 and len(after) > 1 and (after[0].value or 0) < (figure.value or 0)
    if not (itemised or words().of_it.search(page.text, start, figure.start)):
        return False
    return any(says(page, part, claim.event) for part in (after if itemised else after[:1]))


def named(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Whether the figure's own words name the claim's good, office, or number of several."""
    groups = [group for group in claim.marks if group in NAMING or group.endswith(OF_SEVERAL)]
    here = marks_in(own_words(page, figure).lower()) if groups else {}
    yield from _named_by_word(claim, page, figure)
    for group in groups:
        if claim.marks[group] & here.get(group, NOTHING):
            yield Told(group, SAME, "named", 4)


def _has_its_number(claim: Claim, own: str) -> bool:
    """Whether a figure's words have the numbers that the name of the claim's good has: "Pertala 92"."""
    return set(NUMBER.findall(claim.expected.counted or "")) <= set(NUMBER.findall(own))


def _is_named_whole(page: Page, figure: Figure, wanted: frozenset[str]) -> bool:
    """Whether another figure of the page has all words of the good's name."""
    return any(wanted <= all_words(own_words(page, one)) for one in page.others(figure))


def _named_by_word(claim: Claim, page: Page, figure: Figure) -> Iterator[Told]:
    """A priced thing that no table knows: its own word must stand with the figure, and no known good in its stead."""
    wanted = all_words(claim.expected.counted or "")
    if "price" not in claim.topics or "goods" in claim.marks or not wanted or topics_in(claim.expected.counted):
        return
    own = own_words(page, figure)
    said = all_words(own)
    if wanted & said and _has_its_number(claim, own) and (wanted <= said or not _is_named_whole(page, figure, wanted)):
        yield Told("goods", SAME, "named", 4)
    elif wanted & said:
        yield Told("goods", APART, "another of its name", -3)
    elif "goods" in marks_in(own.lower()):
        yield Told("goods", OTHER, "another")
    elif not wanted & all_words(" ".join((page.text[slice(*page.sentence(figure))], page.lead(figure), page.title))):
        yield Told("goods", APART, "not named", -3)


WAYS = {"other": (OTHER, "another", 0), "alike": (APART, "perhaps another", -3), "narrower": (APART, "narrower", -5)}
"""What is told of a figure that words of one group set apart, by how they do."""


@dataclass(frozen=True, slots=True)
class Near:
    """The words of contrast that stand near a figure: its own, with what its sentence tells of all its figures; those of its
    sentence, of the sentences before it, of the title."""

    own: Marks
    sentence: Marks
    lead: Marks
    title: Marks

    def anywhere(self, group: str) -> frozenset[str]:
        """The rows of a group in all of them."""
        return NOTHING.union(*(marks.get(group, NOTHING) for marks in (self.own, self.sentence, self.lead, self.title)))


def contrasts(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Another cause, deed, good; a narrower or a wider group."""
    sentence = marks_in(page.lower[slice(*page.sentence(figure))])
    shared = {group: sentence[group] for group in AROUND if group in sentence}
    own = {**shared, **_own_marks(claim, page, figure)}
    near = Near(own, sentence, marks_in(page.lead(figure).lower()), marks_in(page.title.lower()))
    for group in narrowing() & claim.marks.keys():
        if claim.marks[group] & near.own.get(group, NOTHING):
            yield Told(group, SAME, "as narrow", 1)
    yield from _set_apart(claim, page, figure, read, near)
    yield from _set_apart_around(claim, page, near)
    wider = untold(claim.marks, {group: near.anywhere(group) for group in claim.marks})
    for group in wider:
        yield Told(group, APART, "wider", -3)
    topics = what_of(claim.topics) & what_of(topics_in(own_words(page, figure)))
    for group in DISTINCTIVE & claim.marks.keys() - wider - ({"account"} if topics else NOTHING):
        if not claim.marks[group] & near.anywhere(group) and _names_another(claim, page, figure, group):
            yield Told(group, APART, "told of another figure", -3)


def _own_marks(claim: Claim, page: Page, figure: Figure) -> Marks:
    """The words of contrast among a figure's own, without those that narrow nothing of its kind."""
    first, last = page.clause(figure)
    own = marks_in(own_words(page, figure).lower())
    if narrowing() & own.keys() and page.cell(figure) is None:
        told = marks_in(page.lower[first : _comma(page, figure, last)])
        own = {group: rows for group, rows in own.items() if group not in narrowing() or group in told}
    if "spending" in claim.marks and "spending" not in own:
        budget = "budget" in topics_in(page.text[slice(*page.sentence(figure))])
        spent = topics_in(own_words(page, figure)) & SPENDING
        own = {**own, "spending": spent} if budget and spent else own
    left_out = set[str]()
    if figure.unit is not None:
        of_rates = OF_FLOWS if figure.unit in SHARES and claim.event in {None, "unemployed"} else NOTHING
        left_out |= (OF_COUNTS | of_rates) - claim.marks.keys()
    if "quarterly" in claim.marks.get("basis", NOTHING) and own.get("stretch", NOTHING) <= QUARTERS:
        left_out.add("stretch")
    return {group: rows for group, rows in own.items() if group not in left_out}


def _set_apart(claim: Claim, page: Page, figure: Figure, read: Read, near: Near) -> Iterator[Told]:
    """The groups in which a figure's own words name something else than the claim's, or something narrower."""
    is_told = is_sharp(claim.event) and same_event(claim.event, read.event) and not event_of(None, read.counted)
    for group, how in told_apart(claim.marks, near.own):
        if group in SPEAKERS and _is_speaker(page, figure, group):
            continue
        ours = claim.marks.get(group, NOTHING)
        if how == "alike" and ours & near.sentence.get(group, NOTHING):
            continue
        named_above = how == "alike" and group in AROUND and ours & near.title.get(group, NOTHING)
        if named_above and not _names_another(claim, page, figure, group, read.event):
            continue
        deeds = deeds_of(claim.event) if group == "action" and is_told else NOTHING
        if claim.marks.get(group, deeds) <= deeds and (how == "other" or near.own[group] & deeds):
            continue
        yield Told(group, *WAYS[how])


def _set_apart_around(claim: Claim, page: Page, near: Near) -> Iterator[Told]:
    """Another cause in the words around a figure that names none itself."""
    for group in AROUND:
        around = NOTHING if group in near.own else near.lead.get(group) or near.title.get(group, NOTHING)
        is_other = around and dict(told_apart(claim.marks, {group: around})).get(group) == "other"
        if is_other and (near.lead.get(group) or not _told(claim, page, group)):
            yield Told(group, APART, "another around", -6)


def _is_speaker(page: Page, figure: Figure, group: str) -> bool:
    """Whether the words of the group stand where it is told who says it."""
    return any(group in marks_in(page.lower[slice(*span)]) for span in page.said_by(figure))


def _names_another(claim: Claim, page: Page, figure: Figure, group: str, event: str | None = None) -> bool:
    """Whether another figure of the same unit, and of the event if one is given, has the claim's words of a group."""
    others = (one for one in page.others(figure) if event is None or read_of(page, one).event == event)
    return any(claim.marks[group] & marks_in(own_words(page, one).lower()).get(group, NOTHING) for one in others)


_marks_of_page = lru_cache(maxsize=16)(marks_in)
"""A page is asked for each of its figures."""


def _told(claim: Claim, page: Page, group: str) -> bool:
    """Whether the page speaks of the claim's own cause anywhere."""
    return bool(claim.marks.get(group, NOTHING) & _marks_of_page(page.lower).get(group, NOTHING))


def _comma(page: Page, figure: Figure, last: int) -> int:
    """Where what is said right of a figure ends: "583 people were hurt, most of them slightly", "Rp 12.300 or less than …"."""
    after = page.lower.find(",", figure.end, last)
    stop = last if after < 0 else after
    following = page.between(figure.end, stop)
    parts = words().beside_next.search(page.lower, figure.end, following[0].start) if following else None
    beside = words().beside_it.search(page.lower, figure.end, stop)
    return min([stop, *(match.start() for match in (parts, beside) if match)])
