"""The files for containers: read by Docker's own reader, held against the settings, and their commands run for real.

What stays unproven without a container engine: that the images build, and that the containers start.
"""

import ast
import importlib.util
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings

from project import processes
from tests.project.test_demo import free_port

ROOT = Path(__file__).resolve().parent.parent
READERS = {
    "text",
    "header",
    "hosts",
    "origins",
    "web",
    "mailbox",
    "mailboxes",
    "choice",
    "flag",
    "number",
    "ports",
    "networks",
    "quiet_hours",
    "zone",
    "database",
    "secret_key",
    "mail",
}
APP = ("keys", "migrate", "web", "worker", "beat")
PATIENCE = 300


def settings_variables() -> set[str]:
    """Every environment variable that the settings read."""
    calls = [
        node
        for node in ast.walk(ast.parse((ROOT / "project" / "settings.py").read_text()))
        if isinstance(node, ast.Call)
    ]
    read = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in READERS]
    named = [call.args[: 2 if call.func.id in {"database", "secret_key"} else 1] for call in read]
    return {ast.literal_eval(name) for names in named for name in names}


def compose(
    *arguments: str, path: Path = ROOT / "docker-compose.yml", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Docker's reader of compose files, from its package; its console script hides failures, so the program itself."""
    spec = importlib.util.find_spec("compose")
    assert spec
    assert spec.submodule_search_locations
    program = Path(next(iter(spec.submodule_search_locations))) / "docker-compose"
    return subprocess.run(
        [str(program), "--file", str(path), "config", *arguments],
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    done = compose("--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["services"]


def test_no_variable_is_needed_to_start() -> None:
    done = compose("--quiet")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_reader_would_notice_a_mistake(tmp_path: Path) -> None:
    broken = tmp_path / "docker-compose.yml"
    broken.write_text((ROOT / "docker-compose.yml").read_text().replace("healthcheck:", "healthchekc:", 1))
    assert compose("--quiet", path=broken).returncode != 0


def test_the_desk_is_these_services(services: dict[str, Any]) -> None:
    assert set(services) == {"keys", "db", "redis", "migrate", "web", "worker", "beat"}


def test_all_our_services_share_image_and_settings(services: dict[str, Any]) -> None:
    assert len({services[name]["image"] for name in APP}) == 1
    assert len({json.dumps(services[name]["environment"], sort_keys=True) for name in APP}) == 1


def test_every_variable_that_is_set_is_one_that_is_read(services: dict[str, Any]) -> None:
    assert set(services["web"]["environment"]) <= settings_variables()


def test_every_variable_that_may_be_given_reaches_the_settings() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    given = set(re.findall(r"\$\{([A-Z_]+)", text)) - {"WEB_PORT"}
    assert given <= settings_variables()
    changed = json.loads(compose("--format", "json", LOG_LEVEL="DEBUG", ALLOWED_HOSTS="periksa.example").stdout)
    assert changed["services"]["worker"]["environment"]["LOG_LEVEL"] == "DEBUG"
    assert changed["services"]["worker"]["environment"]["ALLOWED_HOSTS"] == "periksa.example"


def test_each_waits_for_what_it_needs(services: dict[str, Any]) -> None:
    needs = {
        name: {on: how["condition"] for on, how in body.get("depends_on", {}).items()}
        for name, body in services.items()
    }
    ready = {"db": "service_healthy", "redis": "service_healthy", "migrate": "service_completed_successfully"}
    assert needs["web"] == needs["worker"] == needs["beat"] == ready
    assert needs["migrate"] == {"db": "service_healthy"}
    assert needs["db"] == {"keys": "service_completed_successfully"}


def test_whatever_stays_is_watched_and_what_is_watched_stays(services: dict[str, Any]) -> None:
    watched = {name for name, body in services.items() if "healthcheck" in body}
    assert watched == {name for name, body in services.items() if body["restart"] == "unless-stopped"}


@pytest.mark.parametrize("name", APP)
def test_our_services_may_do_little(services: dict[str, Any], name: str) -> None:
    body = services[name]
    assert body["read_only"]
    assert body["cap_drop"] == ["ALL"]
    assert body["security_opt"] == ["no-new-privileges:true"]


def test_only_the_web_is_published_and_only_to_this_machine(services: dict[str, Any]) -> None:
    published = {name: body["ports"] for name, body in services.items() if "ports" in body}
    assert [port["host_ip"] for port in published.pop("web")] == ["127.0.0.1"]
    assert published == {}


def test_a_running_fetch_is_finished_before_a_worker_is_killed(services: dict[str, Any]) -> None:
    assert services["worker"]["stop_grace_period"] == "1m0s"
    assert settings.CLAIMS_FETCH_DEADLINE < 60


def test_the_image_runs_as_nobody_special_on_the_locked_packages() -> None:
    lines = (ROOT / "Dockerfile").read_text()
    assert re.search(r"^USER \d+:\d+$", lines, re.MULTILINE)
    assert "--require-hashes" in lines
    assert "PERIKSA_PACKAGES=installed" in lines
    assert json.loads(re.findall(r"^CMD (.+)$", lines, re.MULTILINE)[-1])[:2] == ["gunicorn", "-c"]


def test_the_image_holds_nothing_that_this_machine_has_made() -> None:
    """An engine compiled here would be found there, beside another C library; an environment would be copied for nothing."""
    made, left_out = (
        {line.strip("/") for line in (ROOT / name).read_text().replace("**/", "").split()}
        for name in (".gitignore", ".dockerignore")
    )
    assert made <= left_out


@pytest.fixture
def environment(services: dict[str, Any], tmp_path: Path) -> Iterator[dict[str, str]]:
    """The services' own environment, on a database of their own in the tests' server and on free ports and folders."""
    server = settings.DATABASES["default"]
    name = f"compose_{os.getpid()}"
    dsn = {
        "host": server["HOST"],
        "port": server["PORT"] or None,
        "user": server["USER"],
        "password": server["PASSWORD"],
    }
    with psycopg.connect(dbname="postgres", autocommit=True, **dsn) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    if server["PASSWORD"]:
        (tmp_path / "database-password").write_text(server["PASSWORD"])
    variables = {key: value or "" for key, value in services["web"]["environment"].items()}
    variables |= {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": os.environ["PYTHONPATH"],
        "HOSTNAME": socket.gethostname(),
        "PERIKSA_PACKAGES": "installed",
        "SECRET_KEY_FILE": str(tmp_path / "secret-key"),
        "DATABASE_PASSWORD_FILE": str(tmp_path / "database-password"),
        "CLAIMS_DATA_DIR": str(tmp_path / "data"),
        "DATABASE_URL": os.environ["DATABASE_URL"].rpartition("/")[0] + f"/{name}",
        "REDIS_URL": settings.REDIS_URL,
        "WEB_BIND": f"127.0.0.1:{free_port()}",
    }
    yield variables
    with psycopg.connect(dbname="postgres", autocommit=True, **dsn) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def here(words: list[str], environment: dict[str, str], tmp_path: Path) -> list[str]:
    """A container's command as it reads on this machine: other folders, another port, our Python."""
    port = environment["WEB_BIND"].rpartition(":")[2]
    places = {"/run/keys": str(tmp_path), "/tmp/beat": str(tmp_path / "beat"), "127.0.0.1:8000": f"127.0.0.1:{port}"}
    places |= {"find /tmp": f"find {tmp_path}", "$$": "$"}
    for theirs, ours in places.items():
        words = [word.replace(theirs, ours) for word in words]
    return [shutil.which(words[0], path=environment["PATH"]) or words[0], *words[1:]]


def healthy(body: dict[str, Any], environment: dict[str, str], tmp_path: Path) -> bool:
    """Run a service's own health check."""
    kind, *words = body["healthcheck"]["test"]
    command = ["sh", "-c", *words] if kind == "CMD-SHELL" else words
    done = subprocess.run(
        here(command, environment, tmp_path), env=environment, cwd=ROOT, capture_output=True, check=False
    )
    return done.returncode == 0


def test_the_same_commands_run_without_containers(
    services: dict[str, Any], environment: dict[str, str], tmp_path: Path
) -> None:
    for name in ("keys", "migrate"):
        command = here(services[name]["command"], environment, tmp_path)
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert "first administrator: admin, password" in done.stdout
    again = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "password" not in again.stdout
    children = {}
    try:
        for name in ("web", "worker", "beat"):
            command = here(services[name]["command"], environment, tmp_path)
            children[name] = processes.start(command, tmp_path / f"{name}.log", env=environment, cwd=ROOT)
        waiting = set(children)
        deadline = time.monotonic() + PATIENCE
        while waiting:
            ended = {
                name: (tmp_path / f"{name}.log").read_text()
                for name, child in children.items()
                if child.poll() is not None
            }
            assert ended == {}
            assert time.monotonic() < deadline, {name: (tmp_path / f"{name}.log").read_text() for name in waiting}
            waiting -= {name for name in waiting if healthy(services[name], environment, tmp_path)}
    finally:
        statuses = {name: processes.stop(child) for name, child in reversed(children.items())}
    assert statuses == {"web": 0, "worker": 0, "beat": 0}


def test_static_files_are_collected_whole(tmp_path: Path) -> None:
    environment = os.environ | {
        "COLLECTED_STATIC": "on",
        "STATIC_ROOT": str(tmp_path / "static"),
        "PERIKSA_PACKAGES": "installed",
    }
    command = [sys.executable, "manage.py", "collectstatic", "--noinput"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "static" / "staticfiles.json").exists()
