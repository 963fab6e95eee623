"""Whose figure it is: the people of the claim and the names of its sentence."""

from collections.abc import Iterator

from claims.comparison import Read
from claims.counterparts import all_places_in, nearness, proper_names, same_place, things_in, topics_in, what_of
from claims.extraction.values import Figure

from .claim import Claim, all_words, capitals_in, is_strange, is_time, names_in, runs_in
from .contrasts import NOTHING
from .owners import own_words
from .page import Page
from .reading import without_kind
from .values import APART, INHERITED, OTHER, SAME, UNSAID, Told
from .words import words

EVERYONE = frozenset({"person"})
"""The thing of figures that count people in general, or a place's people."""

DOUBT = "other names than in the claim's sentence"


def people(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Whether the figure counts the people that the claim counts."""
    if same_place([claim.expected.population], [read.population]) is False:
        yield Told("whose", OTHER, "population")
        return
    start, end = page.sentence(figure)
    if claim.people and _said(claim.people, own_words(page, figure)):
        yield Told("whose", SAME, "people", 0 if all_places_in(claim.people) else 2)
    elif claim.people and not _said(claim.people, read.population or ""):
        near = _said(claim.people, page.text[start:end])
        around = near or _said(claim.people, page.lead(figure) + " " + page.title)
        others_of_it = list(page.others(figure))
        elsewhere = not around and any(_said(claim.people, own_words(page, one)) for one in others_of_it)
        strange = any(not run & claim.all_words for run in runs_in(page.text, *page.clause(figure)))
        beside = (
            near
            and strange
            and any(start <= one.start < end and _said(claim.people, own_words(page, one)) for one in others_of_it)
        )
        strangers = not around and not elsewhere and _is_unheard_of(claim.people, page)
        if strangers:
            stands = OTHER
        elif elsewhere or beside:
            stands = APART
        else:
            stands = INHERITED if near else UNSAID
        far = -3 if around else -6
        yield Told("whose", stands, "another people", -2 if near else far)
    population = all_places_in(read.population, read.counted) if things_in(read.counted) == EVERYONE else NOTHING
    if population and figure.unit is None and nearness(claim.all_places, population) in {"other", "part", "around"}:
        yield Told("whose", APART, "another people of it", -3)


def _is_unheard_of(people: str, page: Page) -> bool:
    """Whether the page nowhere names the people's own country, nor is written in its language."""
    known = all_places_in(people)
    return bool(known) and not known & page.places and words().home.get(page.language) not in known


def _said(people: str, text: str) -> bool:
    """Whether the text names the people of a place, or those that its own name tells ("Rohingya")."""
    known = all_places_in(people)
    return bool(known & all_places_in(text)) if known else bool(names_in(people) & names_in(text))


def names(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """The names of the claim's sentence that stand with the figure, or nowhere on the page."""
    start, end = page.sentence(figure)
    wanted = claim.other_names
    here = wanted & capitals_in(own_words(page, figure))
    if here:
        yield Told("whose", SAME, "names", min(2 * len(here), 4))
    elif (told := wanted - claim.opening) and not any(name in page.lower for name in told):
        yield Told("whose", UNSAID, "names not on the page", -2 if claim.expected.unit is None else -1)
        if claim.expected.unit is None and not claim.where:
            yield Told("whose", APART, DOUBT, -1)
    elif wanted and wanted & capitals_in(page.text[start:end]):
        yield Told("whose", INHERITED, "names of the sentence", 1)
        if _has_another_name(claim, page, figure):
            yield Told("whose", APART, "name of the figure beside", -3)


def _has_another_name(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether a figure beside this one has the claim's name, and this one another: "MRT Rp 14,000, LRT Rp 20,000"."""
    start, end = page.sentence(figure)
    beside = (one for one in page.others(figure) if start <= one.start < end)
    if not any(claim.other_names & capitals_in(own_words(page, one)) for one in beside):
        return False
    return any(is_strange(run, claim) for run in runs_in(page.text, *page.clause(figure)))


POLLED = frozenset({"vote", "survey", "support", "opposition", "election"})
"""Topics of shares that belong to those who are chosen."""


def choice(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Whether a share of votes or answers stands with those of the claim who were chosen."""
    if claim.expected.unit != "percent" or what_of(claim.topics) - POLLED or not claim.chosen:
        return
    if claim.chosen <= capitals_in(own_words(page, figure)) and topics_in(page.text) & POLLED:
        yield Told("whose", SAME, "choice", 2)


def label(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """A name and nothing else right before a figure, as in rows of names and numbers, tells whose or where it is."""
    if page.cell(figure) is not None:
        return
    named = words().bare_name.search(page.text, page.sentence(figure)[0], figure.start)
    if named is None or is_time(named[1]):
        return
    name = without_kind(named[1])
    if things_in(name) or topics_in(name):
        return
    told = proper_names(named[1])
    if told and not told & claim.all_names:
        yield Told("whose", APART, "a name of its own", -4)


def others(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Somebody else's figure: a name of the claim is gone and another stands where it should be."""
    if not claim.runs:
        return
    start, end = page.sentence(figure)
    known = all_words(page.text[start:end] + " " + page.lead(figure) + " " + page.title)
    first, last = page.clause(figure)
    strange = [run for run in runs_in(page.text, first, last, opening=start) if run - claim.all_words]
    if strange:
        said = page.said_by(figure)
        strange = [
            run for run in runs_in(page.text, first, last, opening=start, left_out=said) if run - claim.all_words
        ]
    places = all_places_in(page.text[max(first, page.dateline(figure)) : last])
    elsewhere = bool(places) and nearness(claim.all_places, places) == "other"
    if elsewhere and not any(run & known for run in claim.runs):
        yield Told("whose", APART, "another name", -3)
        return
    if strange and not any(all(name in page.lower for name in run) for run in claim.runs):
        yield Told("whose", OTHER, "names not on the page")
        return
    for run in claim.runs:
        gone = not run & known
        if any(not one & claim.all_words if gone else len(one & run) == 1 and not run <= known for one in strange):
            yield Told("whose", APART, "another name", -3)
            return
