"""What a page tells of a figure in the dimensions of a claim: item, event, whose, where, when, standing.

In each the figure is the claim's, inherits it from the words around, leaves it unsaid, stands apart, or is another's. Points
only order the figures that may all be the claim's: what is counted and what happened to it weigh most, then where, then what
the sentence is about; how near the value lies weighs least, since numbers move.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claims.comparison import Read
from claims.extraction.values import Figure

from . import deed, item, repeated, standing, when, where, whose
from .claim import Claim
from .page import Page
from .reading import read_of, with_day
from .values import APART, INHERITED, OTHER, SAME, SHARED, UNSAID, Told, amount_of

TYING = (
    "event",
    "counted",
    "counted before",
    "counted after",
    "counted by its word",
    "topic",
    "topic of the sentence",
    "subject",
    "subject of the sentence",
    "event by another word",
    "named",
    "choice",
    repeated.OWN,
)
TYING_COUNTS = frozenset({*TYING, "words", "topic around"})
TYING_AMOUNTS = TYING_COUNTS | {"names", "people", "kind of event"}
"""One of these speaks for every figure of which `speaks_of_it` holds, of counts and shares or of amounts."""

SIZES = ((Decimal("1.5"), 2), (Decimal(4), 1), (Decimal(10), -1), (Decimal(30), -4), (Decimal(100), -8))
"""Points for a value at most so many times the claimed one or so many times smaller; beyond the last it is another's."""

FAR = -4
"""Points for a size more than ten times off: never beyond doubt, and no rival of a figure of about the claim's size."""

ELSEWHERE = -8
"""Points in the dimension where from which a figure is another place's."""

WEAK = frozenset({"size", "same value", "words", "kind of event", "names of the sentence", "topic around"})
"""Points for these help a figure to be the claim's, but never decide between two."""

AROUND = frozenset({"where", "when", "period"})
"""Dimensions in which the rest of the page says of a sentence what its own words may leave out."""

Question = Callable[[Claim, Page, Figure, Read], Iterator[Told]]
Answers = dict[Question, list[Told]]

CHEAP, DEAR = True, False
QUESTIONS: Mapping[Question, bool] = {
    repeated.repeated: CHEAP,
    item.form: CHEAP,
    when.period: CHEAP,
    deed.event: CHEAP,
    item.thing: CHEAP,
    when.year: CHEAP,
    whose.people: CHEAP,
    where.where: DEAR,
    item.topic: CHEAP,
    whose.names: CHEAP,
    whose.choice: CHEAP,
    standing.standing: DEAR,
    when.one_day: DEAR,
    where.rows: DEAR,
    when.month: DEAR,
    when.stretch: DEAR,
    item.part: DEAR,
    item.quantity: DEAR,
    deed.named: CHEAP,
    deed.contrasts: DEAR,
    whose.label: DEAR,
    whose.others: DEAR,
}
"""All questions, in the order in which they are asked of a figure. The cheap ones are asked first of every figure: without one of
their answers nothing ties a figure to the claim, and of most figures that is all that need be known."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure of the page that could be the claim's: its reading and what the page tells of it."""

    figure: Figure
    read: Read
    why: tuple[Told, ...]
    moment: int | None = None
    row: int | None = None

    @property
    def is_others(self) -> bool:
        """Whether the figure is another's in some dimension."""
        return any(told.stands == OTHER for told in self.why)

    @property
    def is_apart(self) -> bool:
        """Whether the figure stands apart from the claim in some dimension."""
        return any(told.stands == APART for told in self.why)

    @property
    def is_placed(self) -> bool:
        """Whether the figure's own sentence names the claim's place."""
        return bool(self.stands("where") & {SAME, SHARED})

    @property
    def is_elsewhere(self) -> bool:
        """Whether the page places the figure elsewhere than the claim's named place, however much else fits."""
        return any(told.dimension == "where" and told.stands == APART and told.points <= ELSEWHERE for told in self.why)

    @property
    def tells_event(self) -> bool:
        """Whether the figure's own words say that the claim's event happened to what it counts."""
        return SAME in self.stands("event")

    @property
    def is_set_aside(self) -> bool:
        """Whether the page itself does not assert the figure now: it is older, foreseen, demanded, provisional."""
        return APART in self.stands("standing") or self.has(standing.PROVISIONAL, standing.RECKONED)

    def is_of_its_year(self, *, around: bool = False) -> bool:
        """Whether the figure's own words, or with `around` also those around it, name the claim's year."""
        return bool(self.stands("when") & ({SAME, INHERITED} if around else {SAME}))

    @property
    def score(self) -> int:
        """All points together."""
        return sum(told.points for told in self.why)

    @property
    def meaning(self) -> int:
        """The points that set it apart from others: all points against it, and those for it that are firm."""
        return sum(told.points for told in self.why if told.points < 0 or told.said not in WEAK)

    def has(self, *saids: str) -> bool:
        """Whether one of these things was seen."""
        return any(told.said in saids for told in self.why)

    def stands(self, dimension: str) -> frozenset[str]:
        """How the figure stands to the claim in a dimension; nothing where the claim asks nothing."""
        return frozenset(told.stands for told in self.why if told.dimension == dimension)


LEVELS = {APART: 0, UNSAID: 1, SHARED: 1, INHERITED: 2, SAME: 3}
"""How much a figure's words tell it apart from another of which they tell less."""


def told_apart(best: Candidate, other: Candidate) -> bool:
    """Whether the page sets the best figure apart from another that fits: in some dimension only the best is the claim's by its
    own words, or only the other is doubtful. What one says itself and the other inherits does not tell them apart."""
    dimensions = {told.dimension for told in (*best.why, *other.why)} - {"size"}
    levels = [(_level(best, dimension), _level(other, dimension)) for dimension in dimensions]
    return any((one == LEVELS[SAME] and two <= LEVELS[UNSAID]) or one > two == LEVELS[APART] for one, two in levels)


def _level(found: Candidate, dimension: str) -> int:
    stands = found.stands(dimension)
    if APART in stands or not stands:
        return LEVELS[APART if stands else UNSAID]
    return max(LEVELS[one] for one in stands)


def glance(claim: Claim, page: Page, figure: Figure) -> Answers | None:
    """What the cheap questions say of a figure that may be the claim's: its unit and size leave that open, and something besides
    place and size speaks for it. None for one that would not fit after all questions either.
    """
    if figure.unit != claim.expected.unit or figure.value is None or size_of(claim, figure.value).stands == OTHER:
        return None
    read = read_of(page, figure)
    tying = TYING_COUNTS if claim.expected.unit in {None, *item.SHARES} else TYING_AMOUNTS
    seen: Answers = {}
    tied = False
    for question, is_cheap in QUESTIONS.items():
        if not is_cheap:
            continue
        answers = seen[question] = list(question(claim, page, figure, read))
        if any(told.stands == OTHER for told in answers):
            return None
        if any(told.said == repeated.OWN for told in answers):
            return seen
        tied = tied or any(told.points > 0 and told.said in tying for told in answers)
    return seen if tied else None


def candidate(
    claim: Claim, page: Page, figure: Figure, seen: Answers | None = None, *, whole: bool = False
) -> Candidate:
    """The figure as a candidate for the claim, with what the page tells of it; once it is another's nothing more is asked,
    but for a `whole` one.

    `seen` are questions that were asked before, with their answers.
    """
    if figure.unit != claim.expected.unit or figure.value is None:
        said = "no number" if figure.value is None else "unit"
        return Candidate(figure, amount_of(figure), (Told("item", OTHER, said),))
    read = read_of(page, figure)
    why = list(_size(claim, read))
    is_others = any(told.stands == OTHER for told in why)
    own = False
    for question in QUESTIONS:
        answers = seen[question] if seen and question in seen else list(question(claim, page, figure, read))
        own = own or any(told.said == repeated.OWN for told in answers)
        answers = [told for told in answers if not own or _holds_of_own(told)]
        why += answers
        is_others = is_others or any(told.stands == OTHER for told in answers)
        if is_others and not whole:
            break
    return Candidate(figure, read, tuple(told for told in why if told.points or told.stands != UNSAID))


def _holds_of_own(told: Told) -> bool:
    """Whether something is told of a figure in the claim's own sentence besides what that sentence says against it: the claim
    is all that too."""
    return told.dimension in AROUND or (told.stands not in {APART, OTHER} and told.points >= 0)


def dated(page: Page, found: Candidate) -> Candidate:
    """The candidate with the day of its reading, on a live page with the minute of its entry, in a table with where its row
    begins."""
    figure = found.figure
    row = page.text.rfind("\n", 0, figure.start) + 1 if page.cell(figure) is not None else None
    return Candidate(figure, with_day(page, figure, found.read), found.why, page.moment(figure), row)


def _size(claim: Claim, read: Read) -> Iterator[Told]:
    """Whether the value is plausible beside the claimed one: of the same size, or a hundred times as much."""
    if claim.expected.value and claim.expected.value == read.value:
        yield Told("size", SAME, "same value", 1)
    if read.value is not None:
        yield size_of(claim, read.value)


def size_of(claim: Claim, theirs: Decimal) -> Told:
    """How the size of a value stands to the claimed one."""
    times = times_of(claim, theirs)
    if times is None:
        return Told("size", UNSAID, "size")
    points = next((points for limit, points in SIZES if times <= limit), None)
    return Told("size", OTHER, "size") if points is None else Told("size", UNSAID, "size", points)


def times_of(claim: Claim, theirs: Decimal | None) -> Decimal | None:
    """How many times a value is the claimed one, or the claimed one is it; at least 1, None when one of them is nothing."""
    ours = claim.expected.value
    if not (ours and theirs):
        return None
    times = abs(ours / theirs)
    return times if times >= 1 else abs(theirs / ours)


def speaks_of_it(claim: Claim, found: Candidate) -> bool:
    """Whether anything but unit, size and date ties the figure to the claim."""
    if any(told.points > 0 and told.said in TYING for told in found.why):
        return True
    placed = any(told.dimension == "where" and told.points >= where.NEAR["same"] for told in found.why)
    if claim.expected.unit in {None, *item.SHARES}:
        return (placed and found.has("words")) or (found.has("people", "place by name") and found.has("topic around"))
    return found.has("names", "people", "words") or (placed and found.has("topic around", "kind of event"))
