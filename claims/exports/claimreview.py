"""Ruled claims as schema.org ClaimReview, one JSON-LD document with a @graph.

A claim enters when its verdict has a rating (verdicts.py); unverified and not checkable ones say nothing to the public.
"""

from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from claims.verdicts import BEST_RATING, WORST_RATING

from .claimants import claimant_type
from .json import dumps
from .report import Line, Report


def write(report: Report) -> Iterator[bytes]:
    """UTF-8 JSON-LD: {"@context", "@graph": [ClaimReview, …]}."""
    yield b'{"@context":"https://schema.org","@graph":[\n'
    first = True
    for line in report.lines:
        if report.verdicts[line.verdict].rating is None or not line.rulings:
            continue
        yield (b"" if first else b",\n") + dumps(known(review(report, line)))
        first = False
    yield b"\n]}\n"


def review(report: Report, line: Line) -> dict[str, Any]:
    """One ClaimReview: the claim as printed, its claimant and appearance, and the verdict with its reason."""
    rating = report.verdicts[line.verdict]
    ruled = line.rulings[0]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:uuid:{line.uid}",
        "url": f"{report.desk_url.rstrip('/')}/api/v1/claims/{line.uid}/" if report.desk_url else None,
        "datePublished": ruled.ruled_at.isoformat(),
        "inLanguage": line.language,
        "claimReviewed": line.sentence or line.words,
        "reviewBody": ruled.reason,
        "author": {"@type": "Organization", "name": report.desk, "url": report.desk_url or None},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating.rating,
            "bestRating": BEST_RATING,
            "worstRating": WORST_RATING,
            "alternateName": rating.label,
        },
        "itemReviewed": claim(line),
    }


def claim(line: Line) -> dict[str, Any]:
    """The Claim under review: who said it, when and where it appeared. The outlet speaks where nobody is named; whether somebody is a
    person or a body is left out where nothing tells."""
    said_by = claimant_type(line) if line.speaker else "Organization"
    author = {"@type": said_by, "name": line.speaker or line.outlet or None}
    appearance = {
        "@type": "NewsArticle",
        "url": line.article_url or None,
        "headline": line.article_title or None,
        "publisher": {"@type": "Organization", "name": line.outlet} if line.outlet else None,
    }
    return {
        "@type": "Claim",
        "text": line.words,
        "datePublished": printed_at(line),
        "author": author if author["name"] else None,
        "appearance": appearance,
    }


def printed_at(line: Line) -> str | None:
    """When the article was printed, on its outlet's clock: by UTC what was printed past midnight in Jakarta is of the day before."""
    return line.published_at.astimezone(ZoneInfo(line.zone)).isoformat() if line.published_at else None


def known(node: Any) -> Any:
    """A node of the graph without what is not known: readers of ClaimReview refuse a null."""
    if not isinstance(node, dict):
        return node
    return {name: known(value) for name, value in node.items() if value is not None}
