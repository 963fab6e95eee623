"""Whether a page repeats the claim's own sentence, word for word but for its numbers, as one that the article was written from."""

from collections.abc import Iterator

from claims.comparison import Read
from claims.extraction.values import Figure

from .claim import Claim
from .page import Page
from .sentence import blanked
from .values import APART, OTHER, SAME, Told

OWN = "the claim's own sentence"
"""Of the number that stands there in the claim's place."""

POINTS = 6
"""What that weighs: as much as the event."""

BESIDE = "beside it in the claim's sentence"
"""Of a number that the claim's sentence gives for something else."""


def repeated(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """Whether a figure stands in the claim's own sentence, in its place or in that of another, or has another's number."""
    if is_repeated(claim, page, figure):
        yield Told("sentence", SAME, OWN, POINTS)
    elif claim.told is not None and _words_of(claim, page, figure) == claim.told.words:
        yield Told("sentence", OTHER, BESIDE)
    elif read.value in claim.beside:
        yield Told("sentence", APART, BESIDE, -3)


def is_repeated(claim: Claim, page: Page, figure: Figure) -> bool:
    """Whether a figure stands in the claim's own sentence in the claim's place."""
    return (
        claim.told is not None
        and page.lower.startswith(claim.next_words, figure.number[1])
        and page.cell(figure) is None
        and blanked(page, figure) == claim.told
    )


def _words_of(claim: Claim, page: Page, figure: Figure) -> tuple[str, ...]:
    """The words of a figure's sentence, if the claim's may be the same."""
    there = page.lower.find(claim.next_words, *page.sentence(figure)) >= 0 and page.cell(figure) is None
    return blanked(page, figure).words if there else ()
