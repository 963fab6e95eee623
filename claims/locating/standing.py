"""How the page stands to a figure: it asserts it, or calls it older, foreseen, denied, withdrawn."""

from collections.abc import Iterator

from claims.comparison import Read
from claims.extraction.values import Figure

from .claim import Claim
from .page import Page
from .values import APART, OTHER, Told

OLDER = "older figure"
"""A figure so called is read only where the page gives no newer one, and then not beyond doubt."""


def standing(claim: Claim, page: Page, figure: Figure, read: Read) -> Iterator[Told]:
    """What sets a figure apart from those that the page asserts now."""
    if page.is_earlier(figure):
        yield Told("standing", APART, OLDER, -12)
    if page.is_refuted(figure) or page.is_taken_back(figure):
        yield Told("standing", OTHER, "denied")
    reckoned = figure.unit == "percent" and page.is_reckoned(figure)
    foreseen = page.is_foreseen(figure) or (reckoned and not claim.reckoned)
    if foreseen != claim.foreseen and not (claim.foreseen and page.is_reckoned(figure)):
        yield Told(
            "standing", APART, *(("a figure foreseen", -6) if foreseen else ("not foreseen as in the claim", -4))
        )
