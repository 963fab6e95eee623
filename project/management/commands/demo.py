"""The whole desk on this machine, from nothing to an address to open. Ctrl-C ends it."""

import fcntl
import secrets
import sys
import time
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

import embedded
from project import keys, processes
from project.celery import app
from project.supervisor import Stopped, Supervisor, free

EDITOR = "editor"
RIGHTS = "Editors"
HEARTBEAT = "claims.tasks.heartbeat"


class Command(BaseCommand):
    """Set up whatever is missing, start every process, prove that a task goes through, and stay until told to stop.

    Ends with 0 when stopped by a signal; with 1 and one line when something is in the way or a process ends.
    """

    help = "Start the whole desk on this machine: web, worker, beat and what they need. Ctrl-C stops it."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        embedded.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        self.began = self.last = time.monotonic()
        data = Path(settings.DATA_DIR)
        try:
            with self.claim(data, options["port"]), Supervisor(data) as supervisor:
                self.bring_up(supervisor, data, options)
                supervisor.watch()
        except Stopped:
            self.stdout.write("stopped")
        except processes.Failed as problem:
            sys.exit(f"demo: {problem}")

    def claim(self, data: Path, port: int) -> Any:
        """Make the data folder ours alone: an open, locked file. Raises Failed for whatever is in the way."""
        if not 0 < port < 2**16:
            raise processes.Failed(f"{port} is no port; choose one from 1 to 65535 with --port")
        if not free(port):
            raise processes.Failed(f"port {port} is not free; choose another with --port")
        try:
            data.mkdir(parents=True, exist_ok=True)
            with TemporaryFile(dir=data):  # an old lock can be opened in a folder that takes no new files
                door = (data / "demo.lock").open("w")
        except OSError as problem:
            raise processes.Failed(
                f"cannot write in {data} ({problem.strerror}); choose a folder with --data"
            ) from None
        try:
            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise processes.Failed(f"another demo runs on {data}; stop it or choose a folder with --data") from None
        return door

    def bring_up(self, supervisor: Supervisor, data: Path, options: dict[str, Any]) -> None:
        """Every stage in its order, each told when it is done."""
        port = options["port"]
        self.tell("broker", supervisor.start_broker())
        keys.make(data / "secret-key")
        call_command("migrate", verbosity=0)
        self.tell("database", str(settings.DATABASES["default"]["NAME"]))
        sign_in = self.sign_in(new=options["new_password"])
        self.tell("editor", EDITOR)
        self.stdout.write("")
        call_command("sample", editor=EDITOR, stdout=self.stdout)
        self.stdout.write("")
        connections.close_all()
        self.tell("sample", "one article, extracted and released")
        supervisor.start("web", "gunicorn", "-c", "python:project.serving")
        supervisor.wait_for_answer("web", f"http://127.0.0.1:{port}/health/ready")
        self.tell("web", f"answers on port {port}")
        celery = ("celery", "--app=project")
        supervisor.start("worker", *celery, "worker", "--concurrency=2", "--without-gossip", "--without-mingle")
        supervisor.start("beat", *celery, "beat", f"--schedule={supervisor.temporary_file('beat')}", "--pidfile=")
        app.conf.broker_url = f"redis+socket://{supervisor.temporary_file('broker.sock')}"
        supervisor.wait_for_worker(app, HEARTBEAT)
        self.tell("worker, beat", "a task has gone through")
        if folder := embedded.story_folder(data, wanted=options["story"]):
            self.tell_story(supervisor, folder, port + 1)
        self.stdout.write(
            f"\nReady after {time.monotonic() - self.began:.1f} s\n"
            f"  desk     http://127.0.0.1:{port}/admin/   {sign_in}\n"
            f"  API      http://127.0.0.1:{port}/api/v1/\n"
            f"  data     {data}   (logs in {data / 'logs'})\n"
            "Ctrl-C stops everything."
        )
        self.stdout.flush()

    def tell_story(self, supervisor: Supervisor, folder: Path, port: int) -> None:
        """Serve the page that moves, and have the sample re-checked against each of its days."""
        if not free(port, embedded.PAGES):
            raise processes.Failed(f"the story's port {port} is not free; choose another pair with --port")
        folder.mkdir(exist_ok=True)
        supervisor.start("pages", "http.server", str(port), f"--bind={embedded.PAGES}", f"--directory={folder}")
        address = f"http://{embedded.PAGES}:{port}"
        supervisor.wait_for_answer("pages", f"{address}/")
        self.stdout.write("")
        call_command("story", editor=EDITOR, folder=folder, address=address, stdout=self.stdout)
        self.stdout.write("")
        connections.close_all()
        self.tell("story", f"what it says: {folder / 'figures.html'}")

    def sign_in(self, *, new: bool) -> str:
        """Make the demo's editor, or give it a new password; how to sign in, in words."""
        user, is_new = get_user_model().objects.get_or_create(username=EDITOR, defaults={"is_staff": True})
        if not (is_new or new):
            return f"as {EDITOR}, with the password of the first start (lost? add --new-password)"
        password = secrets.token_urlsafe(12)
        user.set_password(password)
        user.save(update_fields=["password"])
        user.groups.add(Group.objects.get(name=RIGHTS))
        return f"as {EDITOR}, password {password}   (shown only now)"

    def tell(self, stage: str, what: str) -> None:
        """One line a stage, with the seconds it took."""
        now = time.monotonic()
        self.stdout.write(f"{stage:<14}{what}  ({now - self.last:.1f} s)")
        self.stdout.flush()
        self.last = now
