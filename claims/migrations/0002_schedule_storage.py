"""A schedule row is updated twice for each check: room on its page keeps the lease out of the indexes, and what is dead goes soon."""

from typing import Any

from django.db import migrations

ROOM = "fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_cost_delay = 0"


def set_room(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"ALTER TABLE claims_schedule SET ({ROOM})")


def unset_room(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        names = ", ".join(each.split(" = ")[0] for each in ROOM.split(", "))
        schema_editor.execute(f"ALTER TABLE claims_schedule RESET ({names})")


class Migration(migrations.Migration):
    dependencies = (("claims", "0001_initial"),)
    operations = (migrations.RunPython(set_room, unset_room),)
