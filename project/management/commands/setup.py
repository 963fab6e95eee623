"""What a server does once before it serves: migrate, and a first administrator where there is nobody yet."""

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

FIRST = "admin"


class Command(BaseCommand):
    """Run again it only migrates. The first administrator's password is printed once and stored as a hash."""

    help = "Migrate the database; where no user exists, make an administrator and print the password, once."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=options["verbosity"], stdout=self.stdout)
        users = get_user_model().objects
        if not users.exists():
            password = secrets.token_urlsafe(12)
            users.create_superuser(FIRST, password=password)
            self.stdout.write(f"first administrator: {FIRST}, password {password} (shown only now)")
