"""Where: the place of the figure itself, of its clause, of its sentence, of what stands around."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from claims.comparison import Read
from claims.counterparts import (
    all_places_in,
    is_grave,
    narrowest,
    nearness,
    proper_names,
    same_event,
    topics_in,
    what_of,
)
from claims.extraction.values import Figure

from .claim import Claim, all_words, is_strange, is_time, names_in, runs_in
from .contrasts import NOTHING
from .item import SHARES
from .owners import own_words
from .page import Page
from .reading import read_of
from .values import APART, INHERITED, OTHER, SAME, SHARED, UNSAID, Told
from .whose import DOUBT
from .words import words

WORD = re.compile(r"[^\W\d_]+")

OUT = -100
"""Points that rule a figure out."""

ONLY = "the only place of the page"
"""A place that stands neither with the figure nor above it, on a page that names no other."""

OF_ONE_SPOT = frozenset(
    {"sinking", "air_crash", "rail", "traffic", "blast", "shooting", "fire", "collapse", "crush", "quake", "landslide"}
)
"""Causes of which each has one place: where a page tells of one such place, it is only more closely told."""

NEAR = {"same": 4, "within": 1, "said of it": 2, "around": -6, "part": -6, "other": OUT}
"""Points for the place that the figure itself has; for those of its clause, its sentence and its surroundings see below."""

LEAST = -9
"""Points for another place in the clause or the sentence of a figure: they may be told of something else in it."""


class Places(NamedTuple):
    """The known places of a figure: its own, those of its clause and of its sentence; how the nearest of them stand to the claim's;
    whether its own was left out because its clause names another."""

    own: frozenset[str]
    clause: frozenset[str]
    sentence: frozenset[str]
    near: str
    has_moved: bool


def where(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """The place of the figure, of its clause, of its sentence, of what stands around."""
    if read.place and _is_what_is_counted(claim, read.place):
        read = replace(read, place=None)
    if claim.where and not claim.sure:
        yield from _named(claim, page, figure, read)
    if not claim.where and not claim.all_places and _has_place_of_its_own(page, figure, read):
        yield Told("where", APART, "of one place only", -3)
    if claim.places:
        found = _places_of(claim, page, figure, read)
        if _strange(claim, found.sentence, found.sentence | all_places_in(page.lead(figure), page.title)):
            yield Told("where", APART, DOUBT, -1)
        yield _by_table(claim, page, figure, read, found)


def _places_of(claim: Claim, page: Page, figure: Figure, read: Read) -> Places:
    start, end = page.sentence(figure)
    dateline = page.dateline(figure)
    own, clause, sentence = (
        all_places_in(*texts) - claim.homes
        for texts in (
            (read.place, read.population),
            (_own(page, figure, claim.places),),
            (page.text[max(start, dateline) : end],),
        )
    )
    if page.cell(figure) is None and not clause:
        sentence -= all_places_in(page.text[slice(*page.clause(figure))])
    has_moved = bool(own and clause and not own & clause)
    if has_moved:
        own = frozenset()
    if own:
        own |= {place for place in clause if nearness(own, frozenset({place})) == "part"}
    own = own if own or clause else _nationwide(claim, page, figure)
    near = nearness(claim.places, own or clause or sentence)
    if near == "around" and not own and claim.places & all_places_in(page.text[start:dateline]):
        near = "within"
    return Places(own, clause, sentence, near, has_moved)


def _by_table(claim: Claim, page: Page, figure: Figure, read: Read, found: Places) -> Told:
    """What is told of a figure by places that the table knows."""
    nearest, near = found.own or found.clause or found.sentence, found.near
    if nearest and not claim.sure:
        far = near in {"other", "around", "part"}
        return Told("where", APART, DOUBT, -3) if far else Told("where", INHERITED, "place of the context", 2)
    if near == "around" and _is_all_of_it(claim, page, nearest):
        return Told("where", INHERITED, "place around", 1)
    if near == "part" and _is_spot(claim, page):
        return Told("where", INHERITED, "place within it", 1)
    if found.own:
        told = _placed("place", NEAR[near])
        return told._replace(stands=APART) if near == "part" else told
    if names_in(read.place or "") and not claim.specific and not found.has_moved:
        if page.tells_within(read.place, claim.places):
            return Told("where", INHERITED, "place within it", 1)
        if not claim.places & found.clause:
            return Told("where", OTHER, "place unknown") if claim.sure else Told("where", UNSAID, "place unknown", -3)
    if nearest:
        return _by_clause_or_sentence(claim, page, found)
    points = _around(claim, page, figure)
    return _placed("place around", points) if points <= 0 else Told("where", INHERITED, "place around", points)


def _by_clause_or_sentence(claim: Claim, page: Page, found: Places) -> Told:
    """What is told of a figure without a place of its own by the places of its clause, else by those of its sentence."""
    if found.near == "other" and claim.sure and nearness(claim.places, page.places) == "other":
        return Told("where", OTHER, "place not on the page")
    said = found.clause or found.sentence
    mixed = any(nearness(claim.places, frozenset({place})) == "other" for place in said)
    most = NEAR["same"] if found.clause and not mixed else 1
    points = max(min(NEAR[found.near], most), LEAST)
    told = _placed("place of the clause" if found.clause else "place of the sentence", points)
    if found.near == "part" and found.clause:
        return told._replace(stands=APART)
    return told._replace(stands=SHARED) if (mixed or not found.clause) and told.stands == SAME else told


def _is_what_is_counted(claim: Claim, place: str) -> bool:
    """Whether what was taken for a place is only what the claim counts or whom it is about, as the label of a row mostly is."""
    wanted = f"{claim.expected.counted or ''} {claim.expected.population or '' if claim.expected.place else ''}"
    return all_words(place) <= all_words(wanted) and not all_places_in(place)


def _nationwide(claim: Claim, page: Page, figure: Figure) -> frozenset[str]:
    """The claim's country, where a page in its language says that a figure is that of all of it."""
    home = claim.places & {words().home.get(page.language, "")}
    return home if home and words().nationwide.search(page.lower, *page.clause(figure)) else NOTHING


def _has_place_of_its_own(page: Page, figure: Figure, read: Read) -> bool:
    """Whether a figure is told of one place, and another of the same thing of none: 22 "from Aren", of 37; of shares by topic."""
    own = own_words(page, figure)
    if not (
        words().place_of.search(own) or (figure.unit is None and page.is_of_many_places and all_places_in(own))
    ) or not (is_grave(read.event) or figure.unit in SHARES):
        return False
    for one in page.others(figure):
        if words().place_of.search(own_words(page, one)) or all_places_in(own_words(page, one)):
            continue
        if figure.unit in SHARES and what_of(topics_in(own)) & what_of(topics_in(own_words(page, one))):
            return True
        larger = (one.value or 0) > (figure.value or 0)
        if figure.unit is None and larger and read_of(page, one).event == read.event:
            return True
    return False


def _own(page: Page, figure: Figure, wanted: frozenset[str] = frozenset()) -> str:
    """A figure's own words without the dateline, which tells where the text was written, and, where they name another place
    than the wanted, without those who say it and their offices: "The head of the Semarang office said 4 people …"."""
    first, last = page.clause(figure)
    start = max(first, page.dateline(figure))
    own = page.text[start:last] if start > first else own_words(page, figure)
    if not wanted or not all_places_in(own) or all_places_in(own) & wanted or page.cell(figure) is not None:
        return own
    cues = words().say.finditer(page.lower, start, figure.start)
    said = [match.end() for match in cues if words().told.match(page.lower, match.end())]
    after = words().say.search(page.lower, figure.end, last)
    comma = page.lower.rfind(",", figure.end, after.start()) if after else -1
    return page.text[said[-1] if said else start : comma if comma >= 0 else last]


def _placed(said: str, points: int) -> Told:
    if points > 0:
        return Told("where", SAME, said, points)
    return Told("where", OTHER if points <= OUT else UNSAID, said, points)


def _is_all_of_it(claim: Claim, page: Page, found: frozenset[str]) -> bool:
    """Whether a page that places a figure in something larger tells of no other part of it than the claim's place."""
    parts = {place for place in page.places_told if nearness(narrowest(found), frozenset({place})) == "part"}
    ours = claim.places | {place for place in parts if nearness(claim.places, frozenset({place})) == "part"}
    above = {place for place in parts if nearness(claim.places, frozenset({place})) == "around"}
    return bool(parts & ours) and parts <= ours | above


def _is_spot(claim: Claim, page: Page) -> bool:
    """Whether the claim is about what happens at one spot, and the page names the claim's place and one spot in it alone."""
    if not claim.marks.get("cause", NOTHING) & OF_ONE_SPOT or not claim.places & page.places:
        return False
    spots = narrowest(
        frozenset(place for place in page.places_told if nearness(claim.places, frozenset({place})) == "part")
    )
    return len(spots) == 1


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
        if near == "part" and page.is_of_many_places and not title:
            break
        if told and near == "around" and claim.sure and _is_all_of_it(claim, page, told):
            return 1
        if near == "part" and _is_spot(claim, page):
            return 1
        if near in {"other", "part"}:
            return -4 * sure if near == "other" else -2
        if near != "around":
            return 1
    strange = any(nearness(claim.places, frozenset({place})) == "other" for place in page.places)
    if page.is_of_many_places and not strange and not all_places_in(page.title):
        return 1
    return -sure if page.is_of_many_places else 0


def _named(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """A place that no table knows: its whole name must stand in the sentence, or on the page and no other in its stead."""
    names = claim.specific
    if not names:
        return
    start, end = page.sentence(figure)
    own = _own(page, figure)
    others = proper_names(read.place or "")
    if claim.is_named_in(own) or claim.is_named_in(read.place or ""):
        yield Told("where", SAME, "place by name", 4)
    elif others:
        yield Told("where", OTHER, "another place by name")
    elif any(not names & proper_names(told) for told in words().placed.findall(own) if not is_time(told)):
        yield Told("where", APART, "another place by name", -8)
    elif claim.is_named_in(page.text[start:end]):
        others_name = _names_another(claim, page, figure)
        yield Told("where", APART if others_name else SAME, "place by name in the sentence", 1)
    elif _is_of_another_place(claim, page, figure):
        yield Told("where", APART, "place of the figure before", -8)
    elif all_places_in(own) - claim.all_places:
        yield Told("where", APART, "another place in the sentence", -8)
    elif any(claim.is_named_in(told) for told in (page.opening(figure), page.lead(figure), page.head_place)):
        yield Told("where", INHERITED, "place around", 1)
    elif _is_only_place(claim, page, names):
        yield Told("where", INHERITED, ONLY, 1)
    elif page.place_names and not any(name in page.lower for name in names):
        yield Told("where", OTHER, "place not on the page")
    else:
        yield Told("where", APART, "place elsewhere on the page", -8)


def _is_of_another_place(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether the figure before has a place that is not the claim's and no small unit on a page whose head names that, in a clause
    that does not name it either ("12 sailors died on Lake Aren in northern Belo. Nine were saved.")."""
    before = page.placed_before(figure)
    place = before.place or "" if before else ""
    if before is None or is_time(place):
        return False
    names = proper_names(place)
    small = place.lower().split()[0] in words().localities and claim.specific <= proper_names(page.opening(figure))
    known = claim.specific <= names or claim.is_named_in(page.text[slice(*page.clause(before))])
    return bool(names) and not (known or small)


def _names_another(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether in the figure's sentence another one has the claim's name for its own, and this one another name."""
    start, end = page.sentence(figure)
    beside = (one for one in page.beside(figure) if start <= one.start < end and one.unit == figure.unit)
    taken = any(one is not figure and claim.is_named_in(own_words(page, one)) for one in beside)
    return taken and any(is_strange(run, claim) for run in runs_in(page.text, *page.clause(figure)))


def _is_only_place(claim: Claim, page: Page, names: frozenset[str]) -> bool:
    """Whether the page tells of the claim's place and of no other."""
    alone = all(names & told for told in page.place_names) and not page.places - claim.all_places
    return alone and names <= frozenset(WORD.findall(page.lower))


def rows(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """The claim's place has a row of a table with such a figure, and this one does not stand in it."""
    if not claim.places or all_places_in(page.text[slice(*page.clause(figure))]) & claim.places:
        return
    spans = [span for span, _ in page.rows_of(claim.places)]
    if any(first <= figure.start < last for first, last in spans):
        return
    told = (one for span in spans for one in page.between(*span) if one.unit == figure.unit)
    if any(same_event(read.event, read_of(page, one).event) or figure.unit for one in told):
        yield Told("where", APART, "told in a row of its own", -6)
