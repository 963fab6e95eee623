"""The API offers every criterion, and its other filters narrow."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.api.filters import ClaimFilter
from claims.models.selection import CRITERIA
from claims.services import releases, rulings
from tests.factories import a_check, a_figure, some_evidence


def test_the_filters_of_claims_are_the_criteria() -> None:
    assert set(ClaimFilter.base_filters) == set(CRITERIA)


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("articles", {"language": "id"}, 1),
        ("articles", {"language": "en"}, 0),
        ("articles", {"updated_since": "2099-01-01T00:00:00Z"}, 0),
        ("sources", {"url": "https://source.example/toll"}, 1),
        ("sources", {"fetched": "gone"}, 0),
        ("checks", {"finding": "matches", "fetched": "ok"}, 1),
        ("checks", {"finding": "differs"}, 0),
        ("checks", {"since": "2099-01-01T00:00:00Z"}, 0),
        ("rulings", {"verdict": "true"}, 1),
        ("rulings", {"verdict": "false"}, 0),
    ],
)
def test_rows_are_narrowed(editor: User, path: str, query: dict[str, str], found: int) -> None:
    claim = a_figure(editor)
    a_check(some_evidence(editor, claim))
    rulings.rule(claim, "true", editor=editor, reason="So.")
    releases.release(claim, editor=editor)
    assert len(Client().get(f"/api/v1/{path}/", query).json()["results"]) == found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "name"),
    [("claims", "verdit"), ("articles", "claim"), ("sources", "state"), ("checks", "updated_since"), ("rulings", "q")],
)
def test_a_filter_that_is_none_is_refused_with_the_known_ones(path: str, name: str) -> None:
    answer = Client().get(f"/api/v1/{path}/", {name: "false", "page_size": "5"})
    assert answer.status_code == 400
    assert "Filters: " in answer.json()[name][0]


@pytest.mark.parametrize("moment", ["2099-01-01T00:00:00+07:00", "2099-01-01T00:00 0700", "2099-01-01"])
def test_a_moment_may_be_written_so(editor: User, moment: str) -> None:
    """The plus of an offset stands in the address as it is: servers read it as a blank."""
    releases.release(a_figure(editor), editor=editor)
    answer = Client().get(f"/api/v1/claims/?updated_since={moment}")
    assert (answer.status_code, answer.json()["results"]) == (200, [])


@pytest.mark.parametrize("known_at", ["9999-12-31", "9999-12-31T23:59:59Z"])
def test_the_last_day_of_all_is_a_day(editor: User, known_at: str) -> None:
    releases.release(a_figure(editor), editor=editor)
    assert len(Client().get("/api/v1/claims/", {"known_at": known_at}).json()["results"]) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["claims/", "claims/export.json"])
@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("kind=figur", "There is no value “figur”. It is one of these: figure, quote."),
        ("verdict=benar", "There is no value “benar”. It is one of these: unverified, true, partly_true,"),
        ("known_at=yesterday", "2023-11-01T20:00:00Z"),
        ("updated_since=27/11/2026", "2023-11-01"),
        ("language=xx", "There is no value “xx”. It is one of these: en, id, ms."),
        ("event=dead", "There is no value “dead”. It is one of these: "),
        ("unit=dollars", "There is no value “dollars”. It is one of these: "),
        ("value_min=1.400,5", "such as 1400.5"),
        ("article=2", "as its “uid” gives it"),
        ("kind=figure&kind=quote", "more than once"),
        ("colour=red", "There is no filter “colour”. Filters: article, currency, "),
        ("colour=", "There is no filter “colour”. Filters: article, currency, "),
    ],
)
def test_a_refusal_says_what_to_do(path: str, query: str, says: str) -> None:
    answer = Client().get(f"/api/v1/{path}?{query}")
    (told,) = answer.json()[query.partition("=")[0]]
    assert answer.status_code == 400
    assert says in told


@pytest.mark.django_db
def test_the_language_of_articles_is_one_that_there_is() -> None:
    answer = Client().get("/api/v1/articles/", {"language": "xx"})
    assert (answer.status_code, "en, id, ms" in answer.json()["language"][0]) == (400, True)


@pytest.mark.parametrize(
    ("query", "status", "found"),
    [
        ({"unit": "usd"}, 200, 0),
        ({"unit": "Karung"}, 200, 1),
        ({"unit": "ember"}, 400, None),
        ({"event": "killed"}, 200, 1),
        ({"event": "injured"}, 200, 0),
        ({"language": "en"}, 200, 0),
    ],
)
def test_a_word_is_known_that_the_engine_or_a_row_has(
    editor: User, query: dict[str, str], status: int, found: int | None
) -> None:
    releases.release(a_figure(editor, unit="karung"), editor=editor)
    answer = Client().get("/api/v1/claims/", query)
    assert answer.status_code == status
    assert found is None or len(answer.json()["results"]) == found


def test_a_day_of_print_lasts_until_its_end(editor: User) -> None:
    releases.release(a_figure(editor), editor=editor)  # printed on the 27th at 02:00 UTC
    counts = [
        len(Client().get("/api/v1/claims/", {"published_to": day}).json()["results"])
        for day in ("2023-10-26", "2023-10-27", "2023-10-27T01:00:00Z")
    ]
    assert counts == [0, 1, 0]
