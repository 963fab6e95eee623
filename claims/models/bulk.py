"""Many rows in one statement, for the loop that writes them by the hundred: a model instance and a statement for each would cost
more than the visit they tell of. Nothing here decides anything; what may be written is decided by who calls.
"""

import base64
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

import orjson
import psycopg
from django.db import connection, models
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

Row = Mapping[str, Any]
"""Column → value."""

SOUGHT = -(2**62) - 1
"""Stands for the numbers that are sought while the SQL is made; no key is negative."""

MOMENT = psycopg.adapters.types["timestamptz"]
MOMENTS = psycopg.adapters.get_loader(MOMENT.oid, psycopg.pq.Format.TEXT)
"""What reads a moment as PostgreSQL writes it."""

NEW = re.compile(r"\bnew\.(\w+)")


@cache
def _sequence(table: str) -> str:
    """What PostgreSQL numbers a table's rows with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
        return str(cursor.fetchone()[0])


def numbers(counts: Mapping[type[models.Model], int]) -> tuple[datetime, list[list[int]]]:
    """The database's time, and primary keys for so many rows to come of each model. Call inside the transaction that inserts
    them; those that it does not use are nobody's."""
    tables = [model._meta.db_table for model in counts]
    with planned() if connection.vendor == "postgresql" else connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            drawn = ["ARRAY(SELECT nextval(%s::regclass) FROM generate_series(1, %s))"] * len(tables)
            values = [
                part for table, count in zip(tables, counts.values(), strict=True) for part in (_sequence(table), count)
            ]
            cursor.execute(f"SELECT {', '.join(['clock_timestamp()', *drawn])}", values)
            now, *found = cursor.fetchone()
            return now, found
        # One writer at a time: nobody else takes a number before this transaction ends.
        found = []
        for table, count in zip(tables, counts.values(), strict=True):
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            last = cursor.fetchone()
            first = 1 + (last[0] if last else 0)
            found.append(list(range(first, first + count)))
    return timezone.now(), found


def insert(model: type[models.Model], rows: Sequence[Row]) -> None:
    """Insert rows that name the same columns; the columns they leave out get what `save` gives: identifier, date, default.

    Signals are not sent and nothing is validated, as with `bulk_create`.
    """
    if not rows:
        return
    fields = {field.column: field for field in model._meta.concrete_fields}
    given = [fields[name] for name in rows[0]]
    left = [field for name, field in fields.items() if name not in rows[0] and not field.primary_key]
    made = [field for field in left if field.has_default() and callable(field.default)]
    fixed = [field for field in left if field not in made]
    now = timezone.now()
    tail = [now if getattr(field, "auto_now_add", False) else field.get_default() for field in fixed]
    columns = [*given, *made, *fixed]
    makers: list[Callable[[], Any]] = [field.default for field in made]
    lines = [[*row.values(), *(make() for make in makers), *tail] for row in rows]
    names = ", ".join(f'"{field.column}"' for field in columns)
    if connection.vendor == "postgresql":
        _copy(f'COPY "{model._meta.db_table}" ({names}) FROM STDIN', columns, lines)
        return
    marks = ", ".join(["%s"] * len(columns))
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{model._meta.db_table}" ({names}) VALUES ({marks})',  # noqa: S608 (names of our models, never a value)
            [
                [field.get_db_prep_save(value, connection) for field, value in zip(columns, line, strict=True)]
                for line in lines
            ],
        )


def insert_new(model: type[models.Model], types: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Insert those rows whose key is new. `types` names PostgreSQL's types of the columns; `bytea` ones take bytes."""
    if not rows:
        return
    names = ", ".join(types)
    into = f"INSERT INTO {model._meta.db_table} ({names})"
    with planned() if connection.vendor == "postgresql" else connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            values = ", ".join(f"decode(new.{name}, 'base64')" if types[name] == "bytea" else name for name in types)
            texts = {name: "text" if kind == "bytea" else kind for name, kind in types.items()}
            select = f"SELECT {values} FROM json_to_recordset(%s) AS new({_typed(texts)})"  # noqa: S608 (names of our models' columns, never a value)
            lines = [{name: _printable(row[name]) for name in types} for row in rows]
            cursor.execute(f"{into} {select} ON CONFLICT DO NOTHING", [orjson.dumps(lines).decode()])
            return
        marks = ", ".join(["%s"] * len(types))
        lists = [[_sqlite(row[name]) for name in types] for row in rows]
        cursor.executemany(f"{into} VALUES ({marks}) ON CONFLICT DO NOTHING", lists)


def _printable(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _copy(statement: str, columns: "Sequence[models.Field[Any, Any]]", lines: list[list[Any]]) -> None:
    texts = [place for place, field in enumerate(columns) if isinstance(field, models.JSONField)]
    with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(statement) as copy:
        for line in lines:
            for place in texts:
                line[place] = orjson.dumps(line[place]).decode()
            copy.write_row(line)


def planned() -> CursorWrapper:
    """A cursor of PostgreSQL that plans each statement once for a connection and from then on only runs it: for statements that
    come by the thousand, whose values' types are plain from their text."""
    connection.ensure_connection()
    cursor: Any = psycopg.Cursor(connection.connection)
    cursor.adapters.register_loader(MOMENT.oid, MOMENTS)  # Django's own is Python, and gives the same
    return connection.make_debug_cursor(cursor) if connection.queries_logged else connection.make_cursor(cursor)


class Update(NamedTuple):
    """An update of each row by values of its own. `changes` and `where` are SQL in which `old.x` is a column of the table and
    `new.x` a value of the row; `types` names PostgreSQL's types of the values, first the one that tells rows apart."""

    model: type[models.Model]
    changes: str
    where: str
    types: Mapping[str, str]
    rows: Sequence[Row]

    @property
    def sql(self) -> str:
        return f"UPDATE {self.model._meta.db_table} AS old SET {self.changes}"  # noqa: S608 (names of our models, never a value)


def update(first: Update, *more: Update) -> set[int]:
    """Run the updates, on PostgreSQL in one statement; which rows of the first were updated, by its first value."""
    if connection.vendor != "postgresql":
        ours, *_ = [_one_by_one(each) for each in (first, *more)]
        return ours
    given = [each for each in (first, *more) if each.rows]
    if not given:
        return set()
    parts = [
        f"c{number} AS ({each.sql} FROM json_to_recordset(%s) AS new({_typed(each.types)}) WHERE {each.where}"
        f" RETURNING new.{next(iter(each.types))})"
        for number, each in enumerate(given)
    ]
    with planned() as cursor:
        values = [orjson.dumps(each.rows).decode() for each in given]
        cursor.execute(f"WITH {', '.join(parts)} TABLE c0", values)
        return {number for (number,) in cursor.fetchall()} if first.rows else set()


def _one_by_one(each: Update) -> set[int]:
    statement = NEW.sub(r"%(\1)s", f"{each.sql} WHERE {each.where}")
    key = next(iter(each.types))
    updated: set[int] = set()
    with connection.cursor() as cursor:
        for row in each.rows:
            cursor.execute(statement, {name: _sqlite(row[name]) for name in each.types})
            if cursor.rowcount:
                updated.add(row[key])
    return updated


class Among:
    """A query of plain columns, for the rows whose `column` is among given numbers: its SQL is made once, because to make it anew
    for each hundred rows costs as much as to fetch them. A row comes as `shape` makes it."""

    def __init__(self, rows: "models.QuerySet[Any, Any]", column: str, shape: Callable[[Sequence[Any]], Any]) -> None:
        self.rows = rows
        self.column = column
        self.shape = shape
        self.made: tuple[str, list[Any], list[tuple[int, Callable[[Any], Any]]]] | None = None

    def __call__(self, numbers: Sequence[int]) -> list[Any]:
        if not numbers:
            return []
        if connection.vendor != "postgresql":
            return [self.shape(row) for row in self._among(list(numbers))]
        sql, values, converters = self.made = self.made or self._make()
        with planned() as cursor:
            cursor.execute(sql, [listed(numbers) if value is SOUGHT else value for value in values])
            found = [list(row) for row in cursor.fetchall()]
        for place, convert in converters:
            for row in found:
                row[place] = convert(row[place])
        return [self.shape(row) for row in found]

    def _among(self, numbers: list[int]) -> "models.QuerySet[Any, Any]":
        return self.rows.filter(**{f"{self.column}__in": numbers})

    def _make(self) -> tuple[str, list[Any], list[tuple[int, Callable[[Any], Any]]]]:
        compiler = self._among([SOUGHT]).query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        place = next(n for n, value in enumerate(values) if value == SOUGHT)
        before, after = _split(sql, place)
        assert before.endswith("IN (")
        assert after.startswith(")")
        values = [SOUGHT if n == place else value for n, value in enumerate(values)]
        made = compiler.get_converters([column for column, _, _ in compiler.select])
        converters = [(place, _converter(*each)) for place, each in made.items()]
        return f"{before.removesuffix('IN (')}= ANY(%s::bigint[]{after}", values, converters


def _converter(steps: Sequence[Callable[..., Any]], expression: Any) -> Callable[[Any], Any]:
    """What turns a column's value as it comes into the field's; JSON by the quicker reader."""
    if isinstance(expression.output_field, models.JSONField):
        return lambda value: None if value is None else orjson.loads(value)

    def convert(value: Any) -> Any:
        for step in steps:
            value = step(value, expression, connection)
        return value

    return convert


def listed(numbers: Sequence[int]) -> str:
    """Numbers as PostgreSQL reads a bigint[]: one value, where a list would be adapted number by number."""
    return f"{{{','.join(map(str, numbers))}}}"


def _split(sql: str, place: int) -> tuple[str, str]:
    """What stands before and after the mark of that number."""
    parts = sql.split("%s")
    return "%s".join(parts[: place + 1]), "%s".join(parts[place + 1 :])


def _typed(types: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in types.items())


def _sqlite(value: Any) -> Any:
    """A value as SQLite keeps it."""
    if isinstance(value, UUID):
        return value.hex
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value
