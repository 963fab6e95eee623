"""Ruled claims as schema.org ClaimReview."""

import json
from dataclasses import replace
from datetime import datetime

import pytest

from claims.exports.claimreview import write
from claims.exports.report import Line
from claims.verdicts import VERDICTS
from tests.exports.lines import FIGURE, UNRULED, a_report


def reviews(*lines: Line) -> list[dict]:
    document = json.loads(b"".join(write(a_report(lines))))
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def test_a_ruled_claim_is_reviewed_with_claimant_and_appearance() -> None:
    (review,) = reviews(FIGURE, UNRULED)
    assert review["claimReviewed"] == FIGURE.sentence
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 5,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "True",
    }
    claim = review["itemReviewed"]
    assert claim["author"] == {"@type": "Person", "name": "Rina Wibowo"}
    assert claim["appearance"]["url"] == "https://news.example/1"
    assert datetime.fromisoformat(claim["datePublished"]) == FIGURE.published_at
    assert datetime.fromisoformat(review["datePublished"]) == FIGURE.rulings[0].ruled_at
    assert review["author"]["name"] == "Meja Cek"


def test_the_outlet_speaks_where_nobody_is_named() -> None:
    (review,) = reviews(replace(FIGURE, speaker="", attribution=()))
    assert review["itemReviewed"]["author"] == {"@type": "Organization", "name": "Harian Contoh"}


@pytest.mark.parametrize("verdict", VERDICTS.values(), ids=lambda verdict: verdict.key)
def test_only_verdicts_with_a_rating_are_published(verdict: object) -> None:
    assert bool(reviews(replace(FIGURE, verdict=verdict.key))) is (verdict.rating is not None)
