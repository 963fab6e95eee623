"""What is counted, priced or measured: the thing, the topic, the form, the scope, whether it is a part of another figure."""

from collections.abc import Iterator
from functools import lru_cache

from claims.comparison import Read
from claims.counterparts import (
    all_places_in,
    is_everyone,
    is_grave,
    is_part,
    proper_names,
    same_event,
    same_thing,
    scope_of,
    things_in,
    topics_in,
    what_of,
)
from claims.extraction.values import Figure

from .claim import Claim, all_words, capitals_in, long_words_in
from .contrasts import NOTHING, marks_in, narrowing
from .owners import own_words
from .page import Page
from .reading import counted_before, says
from .values import APART, INHERITED, OTHER, SAME, UNSAID, Told
from .words import words

SHARES = frozenset({"percent", "permille", "basis_point", "percentage_point"})

BARE = frozenset({"sentenced"})
"""Events that give a number without a noun another meaning: "from 12 years to nine"."""

CHANGES = "a delta or not", "a multiple or not"
"""What is told of a figure when only it or only the claim tells of a change, or of a multiple."""

MORE_AFTER = 6
"""Characters after a figure in which a word says that it comes to another: "12 orang lagi"."""

STRICT = frozenset({"identified", "unidentified", "suspected"})
"""Scopes that make another number of the same dead; "confirmed" is often left out."""


def form(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """A change against a level is not this figure."""
    expected = claim.expected
    if expected.form and read.form and "inflation" not in claim.topics:
        for kind, told in zip(("delta", "multiple"), CHANGES, strict=True):
            if (expected.form == kind) != (read.form == kind):
                yield Told("item", UNSAID, told, -4)


def thing(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """What is counted, in which scope, whether it is a part of another figure."""
    expected = claim.expected
    same = same_thing(expected.counted, read.counted)
    told_before = things_in(expected.counted) & things_in(counted_before(page, figure))
    if same is not True and claim.said_to_be & things_in(read.counted):
        yield Told("item", SAME, "counted after", 3)
    elif same is not True and told_before and expected.counted:
        yield Told("item", SAME, "counted before", 3)
    elif same is not True and _is_predicate(claim, page, figure, read):
        yield Told("item", SAME, "counted after", 3)
    elif same is None and long_words_in(expected.counted or "") & long_words_in(own_words(page, figure)):
        yield Told("item", SAME, "counted by its word", 3)
    elif (
        same is None
        and is_everyone(expected.counted)
        and not things_in(read.counted)
        and same_event(claim.event, read.event)
    ):
        told = claim.event not in BARE or figure.unit is not None
        yield Told("item", INHERITED if told else APART, "counted by its event", 0 if told else -3)
    elif same is False and _is_taken_over(claim, page, figure, read):
        yield Told("item", UNSAID, "counted unknown", -1)
    elif same is not None:
        yield Told("item", SAME, "counted", 4) if same else Told("item", OTHER, "counted")
    elif same is None and _is_told_elsewhere(claim, page, figure):
        yield Told("item", APART, "counted elsewhere or nowhere", -3)
    elif (
        expected.counted
        and read.counted
        and figure.unit is None
        and not (things_in(expected.counted) and things_in(read.counted))
    ):
        yield Told("item", UNSAID, "counted unknown", -1)
    yield _scope(expected.scope, read.scope)
    whole = page.whole_of(figure)
    if whole is not None and not is_part(expected.counted) and not _is_asked_for(claim, page, figure, whole):
        yield Told("item", UNSAID, "a part", -3)


def _is_taken_over(claim: Claim, page: Page, figure: Figure, read: Read) -> bool:
    """Whether what is counted stands only with a figure before, while the figure itself says that the claim's event befell it."""
    if not is_grave(claim.event) or claim.event != read.event or not read.counted or is_part(claim.expected.counted):
        return False
    return read.counted not in page.text[slice(*page.sentence(figure))]


def _is_predicate(claim: Claim, page: Page, figure: Figure, read: Read) -> bool:
    """Whether people who are counted are said to be what the claim counts: "four people have been named as suspects"."""
    if not (is_everyone(read.counted) or words().of_whole.search(figure.text.lower())):
        return False
    said = words().predicate.match(page.text, figure.end, page.clause(figure)[1])
    return bool(said and things_in(claim.expected.counted) & things_in(said[1]))


def _is_told_elsewhere(claim: Claim, page: Page, figure: Figure) -> bool:
    """Of shares: whether the page counts the claim's people in another one, or, in the claim's language, nowhere."""
    counted = claim.expected.counted
    if figure.unit not in SHARES or not counted or topics_in(counted):
        return False
    wanted, own = things_in(counted), own_words(page, figure)
    if wanted and is_part(counted):
        others = page.others(figure)
        nowhere = not wanted & things_in(page.text)
        return not wanted & things_in(own) and (
            nowhere or any(wanted & things_in(own_words(page, one)) for one in others)
        )
    return not wanted and claim.language == page.language and not all_words(counted) & _words_of_page(page.text)


_words_of_page, _scope_of_page = lru_cache(maxsize=4)(all_words), lru_cache(maxsize=4)(scope_of)
"""A page is asked for each of its figures."""


def _scope(claimed: str | None, said: str | None) -> Told:
    """How the words that narrow what is counted stand; "confirmed" is often left out."""
    if claimed == said:
        return Told("scope", SAME, "scope", 3 if claimed else 0)
    if claimed is None and said == "confirmed":
        return Told("scope", SAME, "confirmed", -1)
    return Told("scope", UNSAID, "scope", -5 if claimed else -3)


def topic(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """What an amount or share is: only one thing each can be."""
    start, end = page.sentence(figure)
    own = own_words(page, figure)
    clause, sentence = topics_in(own), topics_in(page.text[start:end])
    around = topics_in(page.lead(figure) + " " + page.title)
    yield from _what(claim, clause, sentence, around)
    yield from _subject(claim, clause, sentence, around)
    if shared := claim.words & long_words_in(own):
        yield Told("item", INHERITED, "words", min(2 * len(shared), 4))


def _what(claim: Claim, clause: frozenset[str], sentence: frozenset[str], around: frozenset[str]) -> Iterator[Told]:
    wanted, told = what_of(claim.topics), what_of(clause)
    amount = claim.expected.unit is not None
    if wanted & told:
        yield Told("item", SAME, "topic", 4)
    elif wanted and told and amount:
        yield Told("item", OTHER, "another topic")
    elif wanted & what_of(sentence):
        yield Told("item", SAME, "topic of the sentence", 2)
        if amount and what_of(sentence) - wanted:
            yield Told("item", APART, "another topic in the sentence", -1)
    elif wanted & what_of(around):
        yield Told("item", INHERITED, "topic around", 1)
    elif wanted and amount:
        yield Told("item", UNSAID, "no topic", -3)


def _subject(claim: Claim, clause: frozenset[str], sentence: frozenset[str], around: frozenset[str]) -> Iterator[Told]:
    """A subject may stand further off."""
    subjects = claim.topics - what_of(claim.topics)
    others = clause - what_of(clause)
    if claim.expected.unit is not None and subjects and others and not others & subjects:
        yield Told("item", UNSAID, "another subject", -5)
    elif near := subjects & clause:
        yield Told("item", SAME, "subject", min(3 * len(near), 6))
    elif near := subjects & sentence:
        yield Told("item", SAME, "subject of the sentence", min(2 * len(near), 3))
    elif subjects & around:
        yield Told("item", INHERITED, "topic around", 1)


def _is_itemised(page: Page, figure: Figure) -> bool:
    """Whether a figure is one of several behind a colon that make up the one before it ("killed 12 people: 10 … and 2 …"), or
    some of it ("of the 14 dead, 12 have been buried")."""
    start, end = page.sentence(figure)
    beside = [one for one in page.beside(figure) if start <= one.start < end and one.unit == figure.unit]
    left = [one for one in beside if one.end <= figure.start]
    if (
        left
        and (left[-1].value or 0) > (figure.value or 0)
        and words().of_it.search(page.text, start, left[-1].start)
        and "," in page.text[left[-1].end : figure.start]
    ):
        return True
    colon = page.text.rfind(": ", start, figure.start)
    before, behind = [one for one in beside if one.end <= colon], [one for one in beside if one.start > colon]
    return bool(colon >= 0 and before and len(behind) > 1 and (before[-1].value or 0) > (figure.value or 0))


def _is_added(page: Page, figure: Figure) -> bool:
    """Whether the sentence goes on to what it comes to with this figure: "70 fled, bringing the number of refugees to 412"."""
    end = page.sentence(figure)[1]
    following = next((one for one in page.between(figure.end, end) if one.unit == figure.unit), None)
    if following is None or (following.value or 0) <= (figure.value or 0):
        return False
    return words().brings.search(page.lower, figure.end, following.start) is not None


def _is_asked_for(claim: Claim, page: Page, figure: Figure, whole: Figure | None = None) -> bool:
    """Whether the words of a part, and not those of its whole, name what the claim is about: "Of the 37, 22 are from Aren", "of
    108 buried, 51 were found dead"."""
    own = own_words(page, figure)
    rest = own_words(page, whole) if whole else ""
    if (claim.places & all_places_in(own)) - all_places_in(rest):
        return True
    if claim.specific and claim.specific <= proper_names(own) and not claim.specific <= proper_names(rest):
        return True
    if whole is None:
        return False
    ours, theirs = marks_in(own.lower()), marks_in(rest.lower())
    if any(
        claim.marks[group] & ours.get(group, NOTHING) - theirs.get(group, NOTHING)
        for group in narrowing() & claim.marks.keys()
    ):
        return True
    subjects = claim.topics - what_of(claim.topics)
    if subjects & (topics_in(own) - topics_in(rest)) and claim.other_names & (capitals_in(own) - capitals_in(rest)):
        return True
    return is_grave(claim.event) and says(page, figure, claim.event) and not says(page, whole, claim.event)


def quantity(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """The price of another quantity than one: "Gold, 5 grams: Rp 7,290,000"."""
    if not (claim.topics & {"price", "buyback"} or claim.event == "priced") or figure.unit is None:
        return
    lead = page.text[page.clause(figure)[0] : figure.start]
    told = [match[1] for match in words().quantity.finditer(lead) if match[1] != "1"]
    if told and not any(one in claim.expected.context for one in told):
        yield Told("item", APART, "of another quantity", -4)


def part(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """A part of what the claim counts as a whole, or the whole where the page gives the claim's part elsewhere."""
    scope = claim.expected.scope
    if scope in STRICT and read.scope != scope and _scope_of_page(page.text) is not None:
        yield Told("item", APART, "told with the claim's scope elsewhere", -3)
    said = _as_less_or_more(claim, page, figure, read)
    if said is not None:
        yield Told("item", APART, said, -3)


def _as_less_or_more(claim: Claim, page: Page, figure: Figure, read: Read) -> str | None:
    """As what a figure is told that is only a part of what the claim counts, is added to it, or is room for it; None else."""
    if not claim.is_part:
        if _is_of_a_whole(page, figure) and not _is_asked_for(claim, page, figure):
            return "a part of it"
        if words().whole_behind.search(page.lower, page.sentence(figure)[0], figure.number[0]):
            return "only a part of it told"
    if _comes_to_another(claim, page, figure):
        return "added to it"
    if _is_capacity(claim, page, figure):
        return "what it can hold"
    if claim.is_part or (claim.expected.scope is not None and claim.expected.scope == read.scope):
        return None
    itemised = not says(page, figure, claim.event) and not _is_asked_for(claim, page, figure)
    if itemised and _is_itemised(page, figure):
        return "a part of it"
    return "a part of it" if _is_part_of_such(claim, page, figure, read) else None


def _is_of_a_whole(page: Page, figure: Figure) -> bool:
    """Whether a count says in its own words that it is some of a whole: "12 of the dead"."""
    return figure.unit is None and words().of_whole.search(figure.text.lower()) is not None


def _comes_to_another(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether a figure is added to another, by a word beside it or by the sum that its sentence goes on to."""
    more = words().more
    if more.search(page.lower[figure.start : figure.end + MORE_AFTER]) and not more.search(
        claim.expected.context.lower()
    ):
        return True
    return claim.expected.accumulation != "per_period" and _is_added(page, figure)


def _is_capacity(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether a count is of how many there is room for, which the claim's is not."""
    if figure.unit is not None or "capacity" in claim.topics or "seat" in things_in(claim.expected.counted):
        return False
    return "capacity" in topics_in(page.text[page.clause(figure)[0] : figure.start])


def _is_part_of_such(claim: Claim, page: Page, figure: Figure, read: Read) -> bool:
    """Whether a figure is a part of one of the same unit, thing and event, and nothing in its words asks for that part."""
    whole = page.whole_of(figure)
    if whole is None or is_part(claim.expected.counted) or whole.unit != figure.unit:
        return False
    alike = same_event(whole.event, read.event) is not False and same_thing(whole.counted, read.counted) is not False
    return alike and not _is_asked_for(claim, page, figure, whole)
