"""The change log: every verb that changes a public row notes it here, in the same transaction."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db import connection

from claims.models import Change, bulk
from claims.models.rows import Public


def note(rows: Iterable[Public], *, act: str = Change.Act.WRITTEN) -> None:
    """Append one change for each row."""
    append([(row._meta.model_name or "", row.uid) for row in rows], act=act)


def append(rows: Sequence[tuple[str, UUID]], *, act: str = Change.Act.WRITTEN) -> None:
    """The same for rows given as the name of their kind and their identifier."""
    if rows:
        number = _transaction_id()
        bulk.insert(Change, [{"row": kind, "row_uid": uid, "act": act, "transaction_id": number} for kind, uid in rows])


def _transaction_id() -> int:
    """PostgreSQL's number of this transaction, which tells readers when a change is settled; SQLite needs none."""
    if connection.vendor != "postgresql":
        return 0
    with bulk.planned() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])
