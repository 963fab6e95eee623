"""The change log: every verb that changes a public row notes it here, in the same transaction."""

from collections.abc import Iterable

from django.db import connection

from claims.models import Change
from claims.models.rows import Public


def note(rows: Iterable[Public], *, act: str = Change.Act.WRITTEN) -> None:
    """Append one change for each row."""
    transaction_id = _transaction_id()
    Change.objects.bulk_create(
        [
            Change(row=row._meta.model_name or "", row_uid=row.uid, act=act, transaction_id=transaction_id)
            for row in rows
        ]
    )


def _transaction_id() -> int:
    """PostgreSQL's number of this transaction, which tells readers when a change is settled; SQLite needs none."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return int(cursor.fetchone()[0])
