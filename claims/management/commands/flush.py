"""Django's flush, which empties every table: the guards of records step aside for it and come back, and so do the groups."""

from typing import Any

from django.core.management.commands.flush import Command as Flush
from django.db import connections

from claims.models import guards
from claims.services import people


class Command(Flush):
    """Empties the database; asks first unless told not to."""

    def handle(self, **options: Any) -> None:
        connection = connections[options["database"]]
        guards.remove(connection)
        try:
            super().handle(**options)
        finally:
            guards.install(connection)
        people.ensure_groups()
