"""Records and anchored columns stay as written: in the model, and in the database whoever writes to it."""

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from claims.models import Anchor, Article, Body, Change, Claim, Figure, Ruling, Snapshot, Version, guards
from claims.models.rows import RecordChanged
from claims.services import assignments, pages, rulings
from tests.factories import a_check, a_figure, some_evidence

RECORDS = (
    "version",
    "anchor",
    "figure",
    "snapshot",
    "check",
    "reading",
    "ruling",
    "change",
    "ruling_readings",
    "handling",
)


@pytest.fixture
def claim(editor: User) -> Claim:
    claim = a_figure(editor)
    check = a_check(some_evidence(editor, claim))
    rulings.rule(claim, "true", editor=editor, reason="The ministry says so.", readings=[check.reading])
    assignments.assign(claim, editor, editor=editor)
    pages.keep_body(b"a page")
    connection.check_constraints()  # PostgreSQL truncates no table that has foreign keys left to check
    return claim


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        return guards.MESSAGE in str(error)
    return False


@pytest.mark.parametrize("table", RECORDS)
def test_the_database_refuses_to_change_a_record(claim: Claim, table: str) -> None:
    assert refused(f"UPDATE claims_{table} SET id = id")
    assert refused(f"DELETE FROM claims_{table}")


@pytest.mark.parametrize("table", RECORDS)
def test_the_database_refuses_to_empty_a_table_of_records(claim: Claim, table: str) -> None:
    assert refused(f"TRUNCATE claims_{table} CASCADE")


def test_the_database_refuses_to_move_what_is_anchored(claim: Claim) -> None:
    assert refused("UPDATE claims_claim SET kind = 'quote'")
    assert refused("UPDATE claims_article SET fingerprint = 'another'")
    assert refused("DELETE FROM claims_article")
    assert not refused("UPDATE claims_claim SET workflow = 'open'")


def test_a_body_may_lose_its_content_and_nothing_else(claim: Claim) -> None:
    assert refused("UPDATE claims_body SET size = 1, content = NULL")
    assert refused("DELETE FROM claims_body")
    assert not refused("UPDATE claims_body SET content = NULL")
    assert list(Body.objects.values_list("content", "size")) == [(None, 6)]


@pytest.mark.parametrize("model", [Version, Anchor, Figure, Ruling, Snapshot])
def test_the_model_refuses_to_change_a_record(claim: Claim, model: type) -> None:
    row = model.objects.first()
    for attempt in (
        row.save,
        row.delete,
        model.objects.all().delete,
        lambda: model.objects.update(uid=None),
        lambda: model.objects.bulk_update([row], ["uid"]),
    ):
        with pytest.raises(RecordChanged):
            attempt()


def test_the_model_refuses_to_move_what_is_anchored(claim: Claim) -> None:
    article = Article.objects.get()
    article.title = "A better title"
    article.save()
    article.url = "https://elsewhere.example/"
    with pytest.raises(RecordChanged):
        article.save()


def test_a_missing_trigger_is_reported_and_made_again_by_migrate(claim: Claim) -> None:
    name = "claims_ruling_kept"
    on = ' ON "claims_ruling"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')
    assert guards.missing(connection) == [name]
    assert [error.id for error in guards.check_guards(databases=["default"])] == ["claims.E001"]
    call_command("migrate", verbosity=0)
    assert guards.missing(connection) == []


@pytest.mark.django_db
def test_every_record_is_guarded() -> None:
    assert guards.check_guards(databases=["default"]) == []
    assert Change._meta.db_table in guards.guarded()
