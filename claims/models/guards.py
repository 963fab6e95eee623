"""Triggers that keep records and anchored columns as they were written, on PostgreSQL and on SQLite.

`install` runs last in our `migrate` (a table rebuild on SQLite drops triggers) and a system check fails when one is missing.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from claims.models.rows import Anchored, Record

MESSAGE = "rows of this table are written once"
FUNCTION = "claims_refuse"
MORE_RECORDS = ("Change", "Ruling_readings")
Trigger = tuple[str, str, str]
"""Table, event, and the SQL condition over OLD and NEW under which the event is refused ("": always)."""


def guarded() -> dict[str, list[str]]:
    """Table → the columns that may not change; an empty list means the whole row. None of the rows may be deleted."""
    tables: dict[str, list[str]] = {}
    for model in apps.get_app_config("claims").get_models(include_auto_created=True):
        if issubclass(model, Record) or model.__name__ in MORE_RECORDS:
            tables[model._meta.db_table] = []
        elif issubclass(model, Anchored):
            tables[model._meta.db_table] = [_column(model, name) for name in model.anchored]
    return tables


def _column(model: type[Anchored], name: str) -> str:
    columns = {field.name: str(field.column) for field in model._meta.concrete_fields}
    return columns[name.removesuffix("_id")]


def body_table() -> str:
    """The one record whose content may be pruned to null."""
    return str(apps.get_model("claims", "Body")._meta.db_table)


def wanted(connection: BaseDatabaseWrapper) -> dict[str, Trigger]:
    """Trigger name → trigger, for the tables that the database has."""
    there = set(connection.introspection.table_names())
    postgresql = connection.vendor == "postgresql"
    triggers: dict[str, Trigger] = {}
    conditions = {table: _changed(columns) for table, columns in guarded().items()}
    body = body_table()
    conditions[body] = f"{_changed(['sha256', 'size', 'created_at'])} OR NEW.content IS NOT NULL"
    for table, condition in conditions.items():
        if table in there:
            spelled = condition if postgresql else condition.replace("IS DISTINCT FROM", "IS NOT")
            triggers[f"{table}_kept"] = (table, "UPDATE", spelled)
            triggers[f"{table}_stays"] = (table, "DELETE", "")
            if postgresql:
                triggers[f"{table}_whole"] = (table, "TRUNCATE", "")
    return triggers


def _changed(columns: list[str]) -> str:
    return " OR ".join(f'OLD."{column}" IS DISTINCT FROM NEW."{column}"' for column in columns)


def statement(vendor: str, name: str, trigger: Trigger) -> str:
    """The SQL that makes one trigger."""
    table, event, condition = trigger
    when = f"WHEN ({condition})" if condition else ""
    if vendor == "postgresql":
        each = "STATEMENT" if event == "TRUNCATE" else "ROW"
        return (
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" FOR EACH {each} {when} EXECUTE FUNCTION {FUNCTION}()'
        )
    return f'CREATE TRIGGER "{name}" BEFORE {event} ON "{table}" {when} BEGIN SELECT RAISE(ABORT, \'{table}: {MESSAGE}\'); END'


def install(connection: BaseDatabaseWrapper) -> None:
    """Make every trigger, replacing what is there."""
    remove(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"RAISE EXCEPTION '%: {MESSAGE}', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
        for name, trigger in wanted(connection).items():
            cursor.execute(statement(connection.vendor, name, trigger))


def remove(connection: BaseDatabaseWrapper) -> None:
    """Drop every trigger: for `install`, for an operator who empties the database with `flush`, and for nothing else."""
    with connection.cursor() as cursor:
        for name, table in present(connection).items():
            on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
            cursor.execute(f'DROP TRIGGER "{name}"{on}')


def present(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Trigger name → table, of ours that the database has."""
    sql = (
        "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    )
    ours = {*guarded(), body_table()}
    with connection.cursor() as cursor:
        cursor.execute(sql)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return {name: table for name, table in rows if table in ours}


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """Names of triggers that ought to be there and are not."""
    return sorted(set(wanted(connection)) - set(present(connection)))


@register(Tags.database)
def check_guards(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """System check claims.E001: a trigger is missing, so what was observed could be edited."""
    return [
        Error(
            f"The trigger {name} is missing: rows that are written once could be changed.",
            hint="Run `python3 manage.py migrate`, which makes all triggers anew.",
            id="claims.E001",
        )
        for alias in databases or []
        for name in missing(connections[alias])
    ]
