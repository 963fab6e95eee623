#!/usr/bin/env python3
"""The one door to the project's commands: `python3 manage.py demo`, `python3 manage.py test`, `… help` for all."""

import os
import sys

import bootstrap
import embedded

EVERYDAY = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "worksteal", "-m", "not faults and not compiled"]
"""What `test` runs when nothing is chosen, in a process more than there are processors, since some tests wait for a browser or a
server most of their time. The others have targets of their own in the Makefile."""
UNDEFINED_TABLE = "42P01"
"""PostgreSQL's error code (its manual, appendix A)."""


def main() -> None:
    bootstrap.prepare(sys.argv)
    if sys.argv[1:2] == ["test"]:
        os.chdir(bootstrap.ROOT)
        # All of them take minutes, so they share the cores; chosen ones run in this process, where a debugger works.
        os.execv(sys.executable, [sys.executable, "-m", "pytest", *(sys.argv[2:] or EVERYDAY)])

    if sys.argv[1:2] == ["compile"]:
        os.chdir(bootstrap.ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "compiling"])

    if sys.argv[1:2] == ["demo"]:
        embedded.settle(sys.argv[2:])

    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db import OperationalError, ProgrammingError

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    try:
        settings.INSTALLED_APPS  # noqa: B018  (reading one setting loads them all)
    except ImproperlyConfigured as problem:
        sys.exit(f"settings: {problem}")
    try:
        execute_from_command_line(sys.argv)
    except (OperationalError, ProgrammingError) as problem:
        why = out_of_reach(problem)
        if not why:
            raise
        sys.exit(f"database: {why}")


def out_of_reach(problem: Exception) -> str:
    """Why no database could serve the command, in a line; "" for any other trouble with one."""
    words = str(problem).strip().splitlines()[0]
    code = getattr(problem.__cause__, "sqlstate", None)
    if code == UNDEFINED_TABLE or words.startswith("no such table"):
        return f"it lacks tables of ours ({words}); type: python3 manage.py migrate"
    if words.startswith("unable to open"):
        from django.conf import settings

        return f"{words} {settings.DATABASES['default']['NAME']}; the demo makes it, in the folder that CLAIMS_DATA_DIR names"
    never_reached = code is None and words.startswith(("connection ", "failed to resolve"))
    return words if never_reached else ""


if __name__ == "__main__":
    main()
