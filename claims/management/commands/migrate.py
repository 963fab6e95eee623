"""Django's migrate, then the triggers that guard records (a table rebuild on SQLite drops them) and the two groups."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from claims.models import guards
from claims.services import people


class Command(Migrate):
    """Makes the guards before (so that the system check passes on a database that lost some) and after."""

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if not options["check_unapplied"] and not options["plan"]:
            guards.install(connection)
        super().handle(*args, **options)
        if not options["check_unapplied"] and not options["plan"]:
            guards.install(connection)
            if "claims_claim" in connection.introspection.table_names():
                people.ensure_groups()
