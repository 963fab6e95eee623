"""Many rows at once are the same rows that one by one would have made."""

import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from claims.models import Body, Check, Host, Reading, Schedule, Snapshot, bulk
from claims.services import evidence
from tests.factories import a_check, a_figure, some_evidence

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
WORDS = "naïve\ttext\\N with “quotes”\n'and' 100 %"


def columns(row: Snapshot | Check | Reading) -> dict[str, object]:
    own = {"id", "uid", "created_at"}
    return {field.column: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in own}


def test_what_is_left_out_is_as_save_leaves_it() -> None:
    now = timezone.now()
    one = Snapshot.objects.create(url="https://a.example/", fetched="ok", fetched_at=now)
    bulk.insert(Snapshot, [{"url": "https://a.example/", "fetched": "ok", "fetched_at": now}] * 2)
    _, *many = Snapshot.objects.order_by("pk")
    assert [columns(row) for row in many] == [columns(one)] * 2
    assert len({one.uid, *(row.uid for row in many)}) == 3
    assert all(row.created_at - one.created_at < timedelta(seconds=5) for row in many)


def test_every_kind_of_value_comes_back(editor: User) -> None:
    check = a_check(some_evidence(editor, a_figure(editor)), "differs", Decimal("1234567890.5"))
    assert check.reading is not None
    _, [[number]] = bulk.numbers({Reading: 1})
    reading = columns(check.reading) | {"id": number, "counted": WORDS, "place": ""}
    bulk.insert(Reading, [reading])
    written = Reading.objects.get(pk=number)
    assert columns(written) == {name: value for name, value in reading.items() if name != "id"}
    _, [[number]] = bulk.numbers({Snapshot: 1})
    headers = {"etag": 'W/"é\\"', "x": WORDS}
    bulk.insert(Snapshot, [columns(check.snapshot) | {"id": number, "seq": 7, "headers": headers, "text": WORDS}])
    again = Snapshot.objects.get(pk=number)
    assert (again.headers, again.text, again.fetched_at) == (headers, WORDS, check.snapshot.fetched_at)


def test_numbers_are_given_once() -> None:
    _, [[first, second], []] = bulk.numbers({Snapshot: 2, Check: 0})
    row = {"url": "https://a.example/", "fetched": "ok", "fetched_at": timezone.now()}
    bulk.insert(Snapshot, [row | {"id": first}, row | {"id": second}])
    assert Snapshot.objects.create(**row).pk > second > first
    now, [[third]] = bulk.numbers({Snapshot: 1})
    assert third > second
    assert abs(now - timezone.now()) < timedelta(minutes=1)


def test_rows_that_cannot_be_are_refused_as_ever() -> None:
    _, [[number]] = bulk.numbers({Snapshot: 1})
    row = {"id": number, "url": "https://a.example/", "fetched": "ok", "fetched_at": timezone.now()}
    with pytest.raises(IntegrityError), transaction.atomic():
        bulk.insert(Snapshot, [row, row])
    assert not Snapshot.objects.exists()


def test_each_row_is_updated_by_its_own_values() -> None:
    ids = [evidence.source_at(f"http://host{number}.example/").pk for number in range(3)]
    token, now = uuid.uuid4(), timezone.now()
    Schedule.objects.filter(pk__in=ids[:2]).update(lease_token=token)
    rows = [{"source_id": pk, "token": token, "at": now + timedelta(hours=pk), "misses": pk} for pk in ids]
    types = {"source_id": "bigint", "token": "uuid", "at": "timestamptz", "misses": "int"}
    changes = "next_check_at = new.at, misses = old.misses + new.misses, lease_token = NULL"
    where = "old.source_id = new.source_id AND old.lease_token = new.token"
    change = bulk.Update(Schedule, changes, where, types, rows)
    assert bulk.update(change) == set(ids[:2])
    found = dict(Schedule.objects.values_list("pk", "misses"))
    assert found == {ids[0]: ids[0], ids[1]: ids[1], ids[2]: 0}
    assert Schedule.objects.get(pk=ids[1]).next_check_at == now + timedelta(hours=ids[1])
    assert bulk.update(change) == set()


def test_words_are_values_and_never_sql() -> None:
    host = evidence.source_at("http://host.example/").schedule.host
    types = {"host_id": "bigint", "error": "text"}
    rows = [{"host_id": host.pk, "error": "'; new.host_id %s {x} \\"}]
    change = bulk.Update(Host, "last_error = new.error", "old.id = new.host_id", types, rows)
    assert bulk.update(change) == {host.pk}
    assert Host.objects.get().last_error == rows[0]["error"]


def test_two_tables_are_updated_together() -> None:
    rows = [evidence.source_at(f"http://host{number}.example/").schedule for number in range(2)]
    misses = {"source_id": "bigint", "misses": "int"}
    first = bulk.Update(Schedule, "misses = new.misses", "old.source_id = new.source_id", misses, [])
    errors = [{"host_id": row.host_id, "error": "away"} for row in rows]
    second = bulk.Update(
        Host, "last_error = new.error", "old.id = new.host_id", {"host_id": "bigint", "error": "text"}, errors
    )
    assert bulk.update(first) == set()
    assert bulk.update(first, second) == set()
    assert bulk.update(first._replace(rows=[{"source_id": rows[1].pk, "misses": 4}]), second) == {rows[1].pk}
    assert list(Schedule.objects.order_by("pk").values_list("misses", "host__last_error")) == [(0, "away"), (4, "away")]


def test_what_is_there_already_is_left_as_it_is() -> None:
    types = {"sha256": "text", "size": "bigint", "content": "bytea", "created_at": "timestamptz"}
    row = {"sha256": "a" * 64, "size": 4, "content": b"\x00\xff\\x", "created_at": timezone.now()}
    bulk.insert_new(Body, types, [row])
    bulk.insert_new(Body, types, [row | {"size": 9, "content": b"other"}, row | {"sha256": "b" * 64, "content": b""}])
    found = [(body.sha256[0], body.size, bytes(body.content), body.created_at) for body in Body.objects.order_by("pk")]
    assert found == [("a", 4, b"\x00\xff\\x", row["created_at"]), ("b", 4, b"", row["created_at"])]
    bulk.insert_new(Body, types, [])


def test_rows_among_numbers_are_those_of_the_query(editor: User) -> None:
    """Asked twice, so that the SQL made for the first time serves the second; of every kind that needs to be converted."""
    rows = [
        a_check(some_evidence(editor, a_figure(editor, value=Decimal(n))), "differs", Decimal(n)) for n in (1, 2, 3)
    ]
    pks = [row.pk for row in rows]
    columns = ("pk", "uid", "expected", "checked_at", "reading__value", "reading__as_of", "snapshot__headers", "words")
    query = Check.objects.exclude(words="another %s").order_by("-pk").values_list(*columns)
    among = bulk.Among(query, "pk", tuple)
    for wanted in (pks[:1], pks, pks[1:], [0]):
        assert among(wanted) == list(query.filter(pk__in=wanted))
    assert among([]) == []
    with CaptureQueriesContext(connection) as asked:
        among(pks)
    assert len(asked) == 1
