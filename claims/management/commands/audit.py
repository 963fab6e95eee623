"""Ask the rows whether re-checking lost, doubled or made up anything."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from claims.services import audits

KINDS = ("lost", "double", "phantom", "stuck")


class Command(BaseCommand):
    """Exit codes: 0 all four counts are 0; 1 one is not."""

    help = "Count checks that were lost, doubled or made up, and leases left lying. Each ought to be 0."

    def handle(self, *args: Any, **options: Any) -> None:
        faults = audits.audit()
        for kind in KINDS:
            self.stdout.write(f"{kind:<8}{sum(fault.count for fault in faults if fault.kind == kind):>8}")
        for fault in faults:
            self.stderr.write(f"{fault.kind}: {fault.count} {fault.meaning}, such as {', '.join(map(str, fault.rows))}")
        if faults:
            raise CommandError("something went wrong in re-checking; see above")
