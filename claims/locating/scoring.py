"""How well a page's figure fits a claim. Every question gives points for or against; some rule a figure out.

Points are whole numbers, chosen on the judged set (tests/judged): what is counted and what happened to it weigh most, then
where, then what the sentence is about; how near the value lies weighs least, since numbers move.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.comparison import Read
from claims.counterparts import (
    all_places_in,
    is_grave,
    is_part,
    is_sharp,
    nearness,
    proper_names,
    same_event,
    same_place,
    same_thing,
    things_in,
    topics_in,
    what_of,
)
from claims.extraction.values import Figure

from .against import DOUBT, DOUBTS, OLDER, OUT, against
from .claim import Claim, capitals_in, long_words_in, names_in, years_in
from .page import Page
from .reading import counted_before, read_of, with_day
from .words import words

SHARES = frozenset({"percent", "permille", "basis_point", "percentage_point"})

TYING = ("event", "counted", "counted before", "topic", "topic of the sentence", "subject", "subject of the sentence")
TYING_COUNTS = frozenset({*TYING, "words"})
TYING_AMOUNTS = TYING_COUNTS | {"names", "topic around"}
"""One of these speaks for every figure of which `speaks_of_it` holds, of counts and shares or of amounts."""

PLACED = (
    "place",
    "place of the clause",
    "place of the sentence",
    "place by name",
    "place by name in the sentence",
    "place of the context",
    "place around",
)
DIRECT = 5
"""Points that tie a figure to the claim, and those that tie it to the claim's place, the direct ones first."""

NEAR = {"same": 4, "within": 1, "said of it": 2, "around": -6, "part": -6, "other": OUT}
"""Points for the place that the figure itself has; for those of its clause, its sentence and its surroundings see `_where`."""

PLACE_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Dd]i)\s([^\W\d_a-z][\w'’-]*(?:\s[^\W\d_a-z][\w'’-]*)*)")
"""A name after a word that places something."""

SIZES = ((Decimal("1.5"), 2), (Decimal(4), 1), (Decimal(10), -1), (Decimal(30), -4), (Decimal(100), -8))
"""Points for a value at most so many times the claimed one or so many times smaller; beyond the last, OUT."""


WEAK = frozenset({"size", "same value", "words", "kind of event", "names of the sentence", "topic around"})
"""Points for these help a figure to be the claim's, but never decide between two."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the page that could be the claim's: its reading, its points and what they were given for."""

    figure: Figure
    read: Read
    why: tuple[tuple[str, int], ...]

    @property
    def score(self) -> int:
        """All points together."""
        return sum(points for _, points in self.why)

    @property
    def meaning(self) -> int:
        """The points that set it apart from others: all points against it, and those for it that are firm."""
        return sum(points for name, points in self.why if points < 0 or name not in WEAK)


def could_be(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether a figure may be the claim's: unit and size leave it open, and something besides place and size speaks for it.

    Cheaper than all questions of `candidate`, and False only for figures that would not fit after them.
    """
    if figure.unit != claim.expected.unit or figure.value is None or _points_for_size(claim, figure.value) <= OUT:
        return False
    read = read_of(page, figure)
    tying = TYING_COUNTS if claim.expected.unit in {None, *SHARES} else TYING_AMOUNTS
    tied = False
    for question in (_form, _what, _when, _about):
        for name, points in question(claim, page, figure, read):
            if points <= OUT:
                return False
            tied = tied or (points > 0 and name in tying)
    return tied


def candidate(claim: Claim, page: Page, figure: Figure) -> Candidate:
    """The figure as a candidate for the claim, with its points; once it is ruled out nothing more is asked."""
    if figure.unit != claim.expected.unit or figure.value is None:
        name = "no number" if figure.value is None else "unit"
        return Candidate(figure, Read(value=figure.value, unit=figure.unit), ((name, OUT),))
    read = read_of(page, figure)
    why: list[tuple[str, int]] = []
    for question in (_form, _what, _when, _where, _about, _size, against):
        why += question(claim, page, figure, read)
        if any(points <= OUT for _, points in why):
            break
    return Candidate(figure, read, tuple((name, points) for name, points in why if points))


def dated(page: Page, found: Candidate) -> Candidate:
    """The candidate with the day of its reading."""
    return replace(found, read=with_day(page, found.figure, found.read))


def _form(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """A change against a level, the count of one period against the whole: not this figure."""
    expected = claim.expected
    if expected.form and read.form:
        for form in ("delta", "multiple"):
            if (expected.form == form) != (read.form == form):
                yield f"a {form} or not", -4
    per_period = "per_period" in (expected.accumulation, read.accumulation) and expected.unit is None
    if per_period and expected.accumulation != read.accumulation:
        both = expected.accumulation and read.accumulation
        yield "count of one period or of all", OUT if both else -4


def _what(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """What is counted, what happened to it, in which scope, whether it is a part of another figure."""
    expected = claim.expected
    event = same_event(claim.event, read.event)
    if event:
        yield ("event", 6) if is_sharp(read.event) else ("kind of event", 1)
    yield "event", OUT if event is False else 0
    if event is None and is_grave(claim.event) and not is_grave(read.event):
        yield "no event", -8
    elif event is None and is_sharp(claim.event) and not is_sharp(read.event):
        yield "no event", -3
    elif claim.event is None and is_grave(read.event) and not expected.unit:
        yield "an event", -12
    thing = same_thing(expected.counted, read.counted)
    told_before = things_in(expected.counted) & things_in(counted_before(page, figure))
    if thing is not True and told_before and expected.counted:
        yield "counted before", 3
    else:
        yield "counted", 4 if thing else OUT if thing is False else 0
        if thing is None:
            known = things_in(expected.counted) and things_in(read.counted)
            yield "counted unknown", -1 if expected.counted and read.counted and not known else 0
    if expected.scope != read.scope:
        yield "scope", -5 if expected.scope else -3
    elif expected.scope:
        yield "scope", 3
    if page.whole_of(figure) is not None and not is_part(expected.counted):
        yield "a part", -3


def _about(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """What the words around the figure are about, and whose names stand there."""
    start, end = page.sentence(figure)
    first, last = page.clause(figure)
    sentence, clause = page.text[start:end], page.text[first:last]
    yield from _topics(claim, page, figure, topics_in(clause), topics_in(sentence))
    names = claim.other_names
    here = names & capitals_in(clause)
    if here:
        yield "names", min(2 * len(here), 4)
    elif (told := names - claim.opening) and not any(name in page.lower for name in told):
        yield "names not on the page", -2 if claim.expected.unit is None else -1
        yield DOUBT, -1 if claim.expected.unit is None and not claim.where else 0
    elif names and names & capitals_in(sentence):
        yield "names of the sentence", 1
    yield "words", min(2 * len(claim.words & long_words_in(clause)), 4)


def _topics(
    claim: Claim, page: Page, figure: Figure, clause: frozenset[str], sentence: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """What an amount or share is and whose: only one thing each can be; a subject may stand further off."""
    wanted, told = what_of(claim.topics), what_of(clause)
    amount = claim.expected.unit is not None
    if wanted & told:
        yield "topic", 4
    elif wanted and told and amount:
        yield "another topic", OUT
    elif wanted & what_of(sentence):
        yield "topic of the sentence", 2
        yield DOUBT, -1 if amount and what_of(sentence) - wanted else 0
    elif wanted & what_of(topics_in(page.lead(figure) + " " + page.title)):
        yield "topic around", 1
    elif wanted and amount:
        yield "no topic", -3
    subjects = claim.topics - wanted
    amount = claim.expected.unit is not None
    if amount and subjects and (others := (clause - what_of(clause))) and not others & subjects:
        yield "another subject", -5
    elif near := subjects & clause:
        yield "subject", min(3 * len(near), 6)
    elif near := subjects & sentence:
        yield "subject of the sentence", min(2 * len(near), 3)
    elif subjects & topics_in(page.lead(figure) + " " + page.title):
        yield "topic around", 1


def _where(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """Whose figure it is: the place and the people of the figure, of its clause, of its sentence, of what stands around."""
    expected = claim.expected
    if same_place([expected.population], [read.population]) is False:
        yield "population", OUT
    start, end = page.sentence(figure)
    first, last = page.clause(figure)
    if claim.people and not _said(claim.people, f"{read.population or ''} {page.text[first:last]}"):
        yield "another people", -6 if not _said(claim.people, page.text[start:end]) else -2
    if claim.where and not claim.sure:
        yield from _named(claim, page, figure, read)
    if not claim.places:
        return
    own, clause, whole = (
        all_places_in(*texts)
        for texts in (
            (read.place, read.population),
            (page.text[max(first, page.dateline(figure)) : last],),
            (page.text[max(start, page.dateline(figure)) : end],),
        )
    )
    moved = bool(own and clause and not own & clause)
    if moved:
        own = frozenset()
    if own:
        own |= {place for place in clause if nearness(own, frozenset({place})) == "part"}
    near = nearness(claim.places, own or clause or whole)
    if near == "around" and not own and claim.places & all_places_in(page.text[start : page.dateline(figure)]):
        near = "within"
    if _strange(claim, whole, whole | all_places_in(page.lead(figure), page.title)):
        yield DOUBT, -1
    if not claim.sure and (own or clause or whole):
        yield (DOUBT, -3) if near in {"other", "around", "part"} else ("place of the context", 2)
    elif own:
        yield "place", NEAR[near]
    elif names_in(read.place or "") and not claim.specific and not moved and not claim.places & clause:
        yield "place unknown", OUT if claim.sure else -3
    elif clause or whole:
        mixed = any(nearness(claim.places, frozenset({place})) == "other" for place in clause or whole)
        most = NEAR["same"] if clause and not mixed else 1
        yield "place of the clause" if clause else "place of the sentence", max(min(NEAR[near], most), -9)
    else:
        yield "place around", _around(claim, page, figure)


def _said(people: str, text: str) -> bool:
    """Whether the text names the people of a place, or those that its own name tells ("Rohingya")."""
    known = all_places_in(people)
    return bool(known & all_places_in(text)) if known else bool(names_in(people) & names_in(text))


def _strange(claim: Claim, sentence: frozenset[str], around: frozenset[str]) -> bool:
    """Whether a place of the claim's sentence is gone and another stands in the figure's: "Malaysia sent" for "Indonesia sent"."""
    gone = any(nearness(frozenset({place}), around) == "other" for place in claim.all_places)
    return gone and any(nearness(claim.all_places, frozenset({place})) == "other" for place in sentence)


def _around(claim: Claim, page: Page, figure: Figure) -> int:
    """Points for the places of the title, the opening and the sentences before, for a figure whose sentence names none."""
    sure = 2 if claim.sure else 1
    if page.names_no_place:
        return 1
    if claim.sure and page.places and nearness(claim.places, page.places) in {"other", "around"}:
        return OUT
    lead, title, opening = (all_places_in(text) for text in (page.lead(figure), page.title, page.opening(figure)))
    for told in (title, lead or opening):
        near = nearness(claim.places, told) if told else "around"
        if near in {"other", "part"}:
            return -4 * sure if near == "other" else -2
        if near != "around":
            return 1
    return -sure if page.is_of_many_places else 0


def _named(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """A place that no table knows: its whole name must stand in the sentence, or on the page and no other in its stead."""
    names = claim.specific
    if not names:
        return
    start, end = page.sentence(figure)
    first, last = page.clause(figure)
    others = proper_names(read.place or "")
    if names <= proper_names(page.text[first:last]) or names <= others:
        yield "place by name", 4
    elif others:
        yield "another place by name", OUT
    elif any(not names & proper_names(told) for told in PLACE_IN.findall(page.text[first:last])):
        yield "another place by name", -8
    elif names <= proper_names(page.text[start:end]):
        yield "place by name in the sentence", 1
    elif (before := proper_names(page.place_before(figure) or "")) and not names <= before:
        yield "place of the figure before", -6
    elif all_places_in(page.text[start:end]) - claim.all_places:
        yield "another place in the sentence", -8
    elif names <= proper_names(page.opening(figure)) or names <= proper_names(page.lead(figure)):
        yield "place around", 1
    else:
        yield "place elsewhere or not on the page", -8


def _when(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """Of which event: a figure of another year, or of years before the claim's, is another figure."""
    years = years_in(page.lower, *page.clause(figure), near=figure.start)
    if claim.year is not None and not years:
        years = years_in(page.lower, *page.sentence(figure))
    if not years and page.published and words().last_year.search(page.lower, *page.sentence(figure)):
        years = {page.published.year - 1}
    if claim.year is not None and years:
        yield "year", 3 if claim.year in years else OUT
    elif claim.year is not None and claim.year != claim.printed:
        yield "year told nowhere", -3
    elif claim.year is not None and claim.year < min(years_in(page.title.lower(), 0, len(page.title)), default=0):
        yield "on a page of a later year", -3
    elif claim.year is None and claim.printed is not None and years and max(years) < claim.printed:
        sharp = is_sharp(claim.event)
        last_year = max(years) == claim.printed - 1
        yield (
            "an earlier year",
            (-4 if last_year else OUT) if sharp else (-1 if claim.expected.unit is None else 0) if last_year else -8,
        )


def _size(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[tuple[str, int]]:
    """Whether the value is plausible beside the claimed one: of the same size, or a hundred times as much."""
    ours, theirs = claim.expected.value, read.value
    if not ours or not theirs:
        return
    yield "same value", 1 if ours == theirs else 0
    yield "size", _points_for_size(claim, theirs)


def _points_for_size(claim: Claim, theirs: Decimal) -> int:
    ours = claim.expected.value
    if not ours or not theirs:
        return 0
    times = max(abs(ours / theirs), abs(theirs / ours))
    return next((points for limit, points in SIZES if times <= limit), OUT)


def is_placed(found: Candidate) -> bool:
    """Whether the figure's own words name the claim's place."""
    told = dict(found.why)
    return any(told.get(name, 0) > 0 for name in PLACED[:DIRECT])


def is_older(found: Candidate) -> bool:
    """Whether the page itself calls the figure an older one."""
    return OLDER in dict(found.why)


def is_of_its_year(found: Candidate) -> bool:
    """Whether the figure's own words name the claim's year."""
    return dict(found.why).get("year", 0) > 0


def speaks_of_it(claim: Claim, found: Candidate) -> bool:
    """Whether anything but unit, size and date ties the figure to the claim."""
    told = dict(found.why)
    if any(told.get(name, 0) > 0 for name in TYING):
        return True
    placed = max(told.get(name, 0) for name in PLACED) >= NEAR["same"]
    if claim.expected.unit in {None, *SHARES}:
        return placed and told.get("words", 0) > 0
    return told.get("names", 0) > 0 or told.get("words", 0) > 0 or (placed and told.get("topic around", 0) > 0)


def is_doubtful(claim: Claim, found: Candidate) -> bool:
    """Whether the figure may be another's although no other fits: names differ, or its place is told nowhere near it."""
    told = dict(found.why)
    if told.keys() & DOUBTS:
        return True
    return claim.where is not None and not any(told.get(name, 0) > 0 for name in PLACED)
