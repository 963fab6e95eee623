#!/usr/bin/env python3
"""The one door to the project's commands: `python3 manage.py demo`, `python3 manage.py test`, `… help` for all."""

import os
import sys

import bootstrap
import embedded


def main() -> None:
    bootstrap.prepare(sys.argv)
    if sys.argv[1:2] == ["test"]:
        os.chdir(bootstrap.ROOT)
        # All of them take minutes, so they share the cores; chosen ones run in this process, where a debugger works.
        os.execv(
            sys.executable, [sys.executable, "-m", "pytest", *(sys.argv[2:] or ["-n", "auto", "-m", "not faults"])]
        )

    if sys.argv[1:2] == ["compile"]:
        os.chdir(bootstrap.ROOT)
        os.execv(sys.executable, [sys.executable, "-m", "compiling"])

    if sys.argv[1:2] == ["demo"]:
        embedded.settle(sys.argv[2:])

    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    try:
        settings.INSTALLED_APPS  # noqa: B018  (reading one setting loads them all)
    except ImproperlyConfigured as problem:
        sys.exit(f"settings: {problem}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
