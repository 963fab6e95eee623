"""The embedded desk's place: SQLite and a broker of our own, whatever the environment says of servers.

Read by manage.py before the settings are, since they take all this from the environment. Standard library only: manage.py
starts before anything else is installed.
"""

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PAGES = "127.0.0.2"
"""Where the page of the story is served: an address of this machine at which hardly anything else listens, since the desk may
read what answers there."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `manage.py demo`."""
    parser.add_argument("--port", type=int, default=8000, help="where the web server listens (default 8000)")
    parser.add_argument("--data", default=str(ROOT / "var"), help="the folder that keeps everything (default var)")
    parser.add_argument(
        "--new-password", action="store_true", help="give the demo's editor a new password and print it"
    )
    parser.add_argument(
        "--story",
        action="store_true",
        help="serve a page whose figures move, too, at the next port, and let the sample be re-checked against it",
    )


def story_folder(data: Path, *, wanted: bool) -> Path | None:
    """Where the page lies that the sample is re-checked against, if it is wanted or was once: its source must not fall silent."""
    folder = data / "story"
    return folder if wanted or folder.is_dir() else None


def variables(argv: Sequence[str]) -> Mapping[str, str]:
    """The environment in which `manage.py demo` and its children run, from the options it was given."""
    parser = argparse.ArgumentParser(add_help=False)
    add_arguments(parser)
    options, _others = parser.parse_known_args(argv)
    data = Path(options.data).expanduser().resolve()
    reachable = {}
    if story_folder(data, wanted=options.story):
        networks, ports = (
            os.environ.get("CLAIMS_ALLOWED_NETWORKS", ""),
            os.environ.get("CLAIMS_ALLOWED_PORTS", "80,443"),
        )
        reachable["CLAIMS_ALLOWED_NETWORKS"] = f"{networks},{PAGES}/32".removeprefix(",")
        reachable["CLAIMS_ALLOWED_PORTS"] = f"{ports},{options.port + 1}"
    return {
        "CLAIMS_DATA_DIR": str(data),
        "DATABASE_URL": f"sqlite:///{data / 'periksa.sqlite3'}",
        "REDIS_URL": f"unix://{data / 'broker.sock'}",
        "SECRET_KEY": "",
        "SECRET_KEY_FILE": str(data / "secret-key"),
        "WEB_BIND": f"127.0.0.1:{options.port}",
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "HTTPS": "off",
        "COLLECTED_STATIC": "off",
        "PYTHONUNBUFFERED": "1",
    } | reachable


def settle(argv: Sequence[str]) -> None:
    """Put `variables` into this process's environment."""
    os.environ.update(variables(argv))
