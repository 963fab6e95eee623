"""What a page tells of one of its figures, for the tests of the dimensions."""

from datetime import date
from decimal import Decimal
from typing import Any

from claims.comparison import Expected
from claims.locating.claim import Claim
from claims.locating.evidence import Candidate, candidate
from claims.locating.page import Page

DAY = date(2023, 11, 10)


def candidate_in(text: str, value: str = "450", published: date | None = DAY, **claim: Any) -> Candidate:
    """The page's figure of that value as a candidate for a claim of about the same size."""
    page = Page(text, claim.pop("language", None), published)
    row = {"value": Decimal(331), "counted": "people", "published": DAY, **claim}
    figure = next(found for found in page.figures if found.value == Decimal(value))
    return candidate(Claim(Expected(**row)), page, figure)


def stands_in(text: str, dimension: str, value: str = "450", **claim: Any) -> set[str]:
    """How that figure stands to the claim in a dimension."""
    return set(candidate_in(text, value, **claim).stands(dimension))
