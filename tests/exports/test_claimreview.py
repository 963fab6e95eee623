"""Ruled claims as schema.org ClaimReview."""

import json
from dataclasses import replace
from datetime import UTC, datetime

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
    assert claim["author"] == {"name": "Rina Wibowo"}  # nothing tells whether this is a person
    assert claim["appearance"]["url"] == "https://news.example/1"
    assert datetime.fromisoformat(claim["datePublished"]) == FIGURE.published_at
    assert datetime.fromisoformat(review["datePublished"]) == FIGURE.rulings[0].ruled_at
    assert review["author"]["name"] == "Meja Cek"


def test_the_day_of_print_is_that_of_the_outlets_clock() -> None:
    midnight = datetime(2023, 10, 26, 17, tzinfo=UTC)
    (review,) = reviews(replace(FIGURE, published_at=midnight, zone="Asia/Jakarta"))
    assert review["itemReviewed"]["datePublished"] == "2023-10-27T00:00:00+07:00"


def test_what_is_not_known_is_left_out() -> None:
    blank = replace(FIGURE, published_at=None, article_url="", article_title="", outlet="", speaker="")
    document = b"".join(write(replace(a_report([blank]), desk_url="")))
    assert b"null" not in document
    (review,) = json.loads(document)["@graph"]
    assert {"url", "datePublished"} & review.keys() == {"datePublished"}
    assert review["itemReviewed"] == {"@type": "Claim", "text": FIGURE.words, "appearance": {"@type": "NewsArticle"}}


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ({"speaker": "BNPB"}, "Organization"),
        ({"role": "juru bicara"}, "Person"),
        ({"speaker_kind": "person"}, "Person"),
    ],
)
def test_a_claimant_is_called_what_it_is_told_to_be(speaker: dict[str, str], kind: str) -> None:
    (review,) = reviews(replace(FIGURE, **speaker))
    assert review["itemReviewed"]["author"]["@type"] == kind


def test_the_outlet_speaks_where_nobody_is_named() -> None:
    (review,) = reviews(replace(FIGURE, speaker="", attribution=()))
    assert review["itemReviewed"]["author"] == {"@type": "Organization", "name": "Harian Contoh"}


@pytest.mark.parametrize("verdict", VERDICTS.values(), ids=lambda verdict: verdict.key)
def test_only_verdicts_with_a_rating_are_published(verdict: object) -> None:
    assert bool(reviews(replace(FIGURE, verdict=verdict.key))) is (verdict.rating is not None)
