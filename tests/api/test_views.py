"""The API: read-only, released rows for everybody, all rows with a token."""

import csv
import io
import json
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from knox.models import AuthToken

from claims.models import Alert, Change, Claim
from claims.services import readings, releases, rulings
from tests.factories import a_check, a_figure, a_quote, an_article, some_evidence
from tests.waiting import awaited

V1 = "/api/v1"
ROWS = ("articles", "claims", "sources", "checks", "rulings", "alerts", "changes")


def client_of(user: User | None) -> Client:
    if user is None:
        return Client()
    _row, token = AuthToken.objects.create(user=user)
    return Client(headers={"Authorization": f"Token {token}"})


def get(client: Client, path: str, status: int = 200, **query: Any) -> Any:
    answer = client.get(V1 + path, query)
    assert answer.status_code == status, answer.content[:500]
    return answer.json()


@pytest.fixture
def claim(editor: User) -> Claim:
    """A released claim with a source, a check, a ruling and an alert."""
    claim = a_figure(editor, an_article(outlet="Harian Contoh", title="Judul"))
    row = some_evidence(editor, claim)
    check = a_check(row)
    rulings.rule(claim, "true", editor=editor, reason="Counted.")
    releases.release(claim, editor=editor)
    Alert.objects.create(
        claim=claim, source=row.source, evidence=row, opened_by=check, key="k", rule="finding", sentence="It moved.",
        opened_at=timezone.now(),
    )  # fmt: skip
    return claim


@pytest.mark.django_db
def test_a_claim_says_its_words_its_reading_its_article_and_its_sources(claim: Claim) -> None:
    (shown,) = get(Client(), "/claims/")["results"]
    assert shown["uid"] == str(claim.uid)
    assert shown["anchor"]["exact"] == "sekitar 1.400 orang"
    assert shown["sentence"] == "Serangan itu menewaskan sekitar 1.400 orang di Israel selatan."
    reading = shown["reading"]
    assert (reading["value"], reading["bound"], reading["counted"], reading["event"]) == (
        "1400",
        "about",
        "orang",
        "killed",
    )
    assert shown["article"]["title"] == "Judul"
    assert shown["verdict_label"] == {"en": "True", "id": "benar"}
    assert [row["url"] for row in shown["evidence"]] == ["https://source.example/toll"]
    assert [row["reason"] for row in shown["rulings"]] == ["Counted."]
    assert get(Client(), f"/claims/{claim.uid}/") == shown


@pytest.mark.django_db
def test_who_ruled_is_named_alike_wherever_it_is_told_and_never_by_the_name_for_signing_in(
    claim: Claim, editor: User
) -> None:
    editor.first_name, editor.last_name = "Sari", "Wulandari"
    editor.save()
    (ruling,) = get(Client(), "/rulings/")["results"]
    assert ruling["editor"] == "Sari Wulandari"
    assert get(Client(), f"/claims/{claim.uid}/")["rulings"][0]["editor"] == "Sari Wulandari"


def test_anonymous_readers_see_what_is_released_and_never_the_full_text(claim: Claim, editor: User) -> None:
    hidden = a_figure(editor)
    anonymous = Client()
    assert {row["uid"] for row in get(anonymous, "/claims/")["results"]} == {str(claim.uid)}
    get(anonymous, f"/claims/{hidden.uid}/", status=404)
    get(anonymous, f"/articles/{hidden.article.uid}/", status=404)
    assert "text" not in get(anonymous, f"/articles/{claim.article.uid}/")
    for path in ("/alerts/", "/changes/"):
        get(anonymous, path, status=401)


def test_a_token_of_a_researcher_opens_everything_and_a_strangers_does_not(
    claim: Claim, editor: User, researcher: User, stranger: User
) -> None:
    a_figure(editor)
    reads = client_of(researcher)
    assert len(get(reads, "/claims/")["results"]) == 2
    assert get(reads, f"/articles/{claim.article.uid}/")["text"] == claim.article.current.text
    assert len(get(reads, "/alerts/")["results"]) == 1
    assert len(get(client_of(stranger), "/claims/")["results"]) == 1
    get(client_of(stranger), "/alerts/", status=403)
    get(Client(headers={"Authorization": "Token " + "0" * 64}), "/claims/", status=401)


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(claim: Claim, editor: User, row: str, method: str) -> None:
    client = client_of(editor)
    for path in (f"{V1}/{row}/", f"{V1}/{row}/{claim.uid}/"):
        answer = getattr(client, method)(path, {"verdict": "false"}, content_type="application/json")
        assert answer.status_code in {404, 405}
    claim.refresh_from_db()
    assert claim.verdict == "true"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "figure"}, True),
        ({"kind": "quote"}, False),
        ({"verdict": "true", "currency": "unchecked"}, True),
        ({"verdict": "false"}, False),
        ({"event": "killed", "value_min": "1000", "value_max": "2000"}, True),
        ({"value_min": "1401"}, False),
        ({"language": "id", "outlet": "Harian Contoh"}, True),
        ({"language": "en"}, False),
        ({"text": "1.400"}, True),
    ],
)
def test_filters_narrow_the_claims(claim: Claim, query: dict[str, str], found: bool) -> None:
    assert len(get(Client(), "/claims/", **query)["results"]) == found


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "rumour"},
        {"verdict": "maybe"},
        {"article": "12"},
        {"value_min": "many"},
        {"value_max": "1e-999999"},
        {"value_min": "-1e999999"},
        {"updated_since": "yesterday"},
        {"updated_since": "0001-01-01T00:00:00+23:59"},
        {"known_at": "9999-12-31T23:59:59-23:59"},
    ],
)
def test_a_filter_that_makes_no_sense_is_refused_by_name(claim: Claim, query: dict[str, str]) -> None:
    assert set(get(Client(), "/claims/", status=400, **query)) == set(query)


@pytest.mark.django_db(transaction=True)
def test_changes_since_a_time_and_since_a_cursor(claim: Claim, editor: User, researcher: User) -> None:
    soon = (timezone.now() + timedelta(hours=1)).isoformat()
    assert get(Client(), "/claims/", updated_since=soon)["results"] == []
    reads = client_of(researcher)
    last = Change.objects.latest("id").id
    seen = awaited(lambda: get(reads, "/changes/", after=last - 1)["results"])
    assert [row["id"] for row in seen] == [last]
    assert get(reads, "/changes/", after=last)["results"] == []
    releases.withdraw(claim, editor=editor, reason="A mistake.")
    (change,) = awaited(lambda: get(reads, "/changes/", after=last)["results"])
    assert (change["row"], change["uid"], change["act"]) == ("claim", str(claim.uid), "withdrawn")
    assert list(get(reads, "/changes/", status=400, after="x")) == ["after"]


def test_pages_by_cursor_bring_every_claim_once(editor: User, researcher: User) -> None:
    article = an_article("Ada 5 orang. " * 7)
    made = set()
    for _ in range(7):
        row = Claim.objects.create(article=article, kind="figure")
        made.add(str(row.uid))
    reads, seen = client_of(researcher), []
    page = get(reads, "/claims/", page_size=3)
    while True:
        seen += [row["uid"] for row in page["results"]]
        if not page["next"]:
            break
        page = reads.get(page["next"]).json()
    assert sorted(seen) == sorted(made)


def test_ten_claims_take_as_many_queries_as_two(editor: User, researcher: User) -> None:
    reads = client_of(researcher)

    def more(count: int) -> None:
        for _ in range(count):
            claim = a_figure(editor)
            a_check(some_evidence(editor, claim))
            rulings.rule(claim, "true", editor=editor, reason="Counted.")

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as context:
            get(reads, path)
        return len(context)

    paths = [f"/{row}/" for row in ROWS]
    more(2)
    few = [queries(path) for path in paths]
    more(8)
    assert [queries(path) for path in paths] == few


def test_a_report_has_the_same_claims_as_the_list(claim: Claim, editor: User, researcher: User) -> None:
    a_quote(editor)

    def exported(client: Client, form: str, **query: str) -> str:
        answer = client.get(f"{V1}/claims/export.{form}", query)
        assert answer.status_code == 200
        assert "attachment" in answer["Content-Disposition"]
        return b"".join(answer.streaming_content).decode("utf-8-sig")

    assert [row["uid"] for row in json.loads(exported(Client(), "json"))["claims"]] == [str(claim.uid)]
    asked = json.loads(exported(Client(), "json", kind="figure", value_min="1000", known_at=""))["asked"]
    assert asked == {"kind": "figure", "value_min": "1000"}
    assert len(json.loads(exported(client_of(researcher), "json"))["claims"]) == 2
    table = list(csv.DictReader(io.StringIO(exported(client_of(researcher), "csv", kind="quote"))))
    assert [row["speaker"] for row in table] == ["Rina Wibowo"]
    (review,) = json.loads(exported(Client(), "claimreview"))["@graph"]
    assert review["reviewRating"]["ratingValue"] == 5


@pytest.mark.parametrize(
    ("path", "query", "status", "says"),
    [
        ("/claims/export.docx", {}, 404, "Formats: claimreview, csv, json"),
        ("/claims/export.csv", {"colour": "red"}, 400, "no filter “colour”"),
        ("/claims/export.csv", {"value_min": "many"}, 400, "value_min"),
    ],
)
def test_a_report_that_cannot_be_is_refused_in_words(
    claim: Claim, path: str, query: dict[str, str], status: int, says: str
) -> None:
    assert says in json.dumps(get(Client(), path, status=status, **query), ensure_ascii=False)


@pytest.mark.django_db
def test_a_claim_is_shown_as_it_was_known(editor: User) -> None:
    began = timezone.now()
    claim = a_figure(editor, an_article())
    releases.release(claim, editor=editor)
    row = some_evidence(editor, claim)
    a_check(row)
    before = timezone.now()
    a_check(row, "superseded", value=Decimal(1200))
    rulings.rule(claim, "misleading", editor=editor, reason="It moved.")
    readings.correct(claim, editor=editor, reason="Misread.", changed={"value": Decimal(1300)})
    releases.withdraw(claim, editor=editor, reason="Wait.")
    releases.release(claim, editor=editor)
    ended = timezone.now()  # perhaps on another day

    then = get(Client(), f"/claims/{claim.uid}/", known_at=before.isoformat())
    assert (then["verdict"], then["reading"]["value"], then["rulings"]) == ("unverified", "1400", [])
    assert [(one["finding"], one["fetched"]) for one in then["evidence"]] == [("matches", "ok")]
    now = get(Client(), f"/claims/{claim.uid}/")
    assert (now["verdict"], now["reading"]["value"], len(now["rulings"])) == ("misleading", "1300", 1)

    def listed(**query: Any) -> list[Any]:
        return list(get(Client(), "/claims/", **query)["results"])

    assert [one["verdict"] for one in listed(known_at=before.isoformat())] == ["unverified"]
    assert listed(known_at=before.isoformat(), verdict="misleading") == []
    assert [one["verdict"] for one in listed(known_at=f"{ended:%Y-%m-%d}")] == ["misleading"]
    assert listed(known_at="2023-10-27") == []
    assert listed(known_at=f"{began:%Y-%m-%d}T00:00:00Z") == []
    midnight = Client().get(f"{V1}/claims/export.json", {"known_at": f"{began:%Y-%m-%d}T00:00:00Z"})
    assert json.loads(b"".join(midnight.streaming_content))["claims"] == []
    report = Client().get(f"{V1}/claims/export.json", {"known_at": before.isoformat()})
    (told,) = json.loads(b"".join(report.streaming_content))["claims"]
    assert told["verdict"] == "unverified"
    for path in ("/claims/", f"/claims/{claim.uid}/"):
        assert "known_at" in get(Client(), path, status=400, known_at="then")
