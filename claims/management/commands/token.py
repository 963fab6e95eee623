"""Give somebody a token for the API; it is shown once."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from knox.models import AuthToken

MOST_DAYS = 3650


class Command(BaseCommand):
    """USER → a token on standard output. It is stored as a hash, so it cannot be shown again."""

    help = "Make an API token for a user and print it, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("user", help="the user's name")
        parser.add_argument("--days", type=int, default=90, help="how long it is good (default 90 days)")

    def handle(self, *args: Any, **options: Any) -> None:
        user = get_user_model().objects.filter(username=options["user"]).first()
        if user is None:
            raise CommandError(
                f"There is no user “{options['user']}”. Who manages accounts adds one on the desk (Operation, Users) and puts it "
                "into the group Researchers; “manage.py createsuperuser” makes the first who may.",
                returncode=3,
            )
        if not 1 <= options["days"] <= MOST_DAYS:
            raise CommandError(f"A token is good for 1 to {MOST_DAYS} days.", returncode=3)
        _row, token = AuthToken.objects.create(user=user, expiry=timedelta(days=options["days"]))
        self.stdout.write(token)
