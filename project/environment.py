"""What the environment says, read one variable at a time and refused by name when it makes no sense.

Every function returns what Django or the queue takes and raises ImproperlyConfigured, in one sentence, for nonsense.
"""

import re
import secrets
from collections.abc import Callable, Iterable
from datetime import time
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
SHORTEST_KEY = 32
"""Characters of a key that signs sessions: letters and digits by chance are then beyond guessing."""

SQLITE = "django.db.backends.sqlite3"
HOST = re.compile(r"\*|\.?[\w.-]+|\[[0-9A-Fa-f:.]+\]")
ORIGIN = re.compile(r"https?://(?:\*\.)?(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?")
WEB = re.compile(ORIGIN.pattern + r"(?:/\S*)?")
MAILBOX = re.compile(r"[^\s@<>]+@[^\s@<>]+|[^@<>]*<[^\s@<>]+@[^\s@<>]+>")

env = environ.Env()
environ.Env.read_env(ROOT / ".env")
Value = TypeVar("Value")


def text(name: str, default: str = "") -> str:
    """As it is, without blanks around it."""
    return str(env.str(name, default=default)).strip()


def header(name: str, default: str) -> str:
    """What can stand in a header of a request: with anything else every fetch would fail, and every source be set aside."""
    found = text(name, default)
    if not found or not found.isascii() or not found.isprintable():
        raise ImproperlyConfigured(f"{name} must be plain letters, digits and signs (ASCII) on one line, not {found!r}")
    return found


def words(name: str, *default: str) -> list[str]:
    """A list with commas between."""
    return [word for word in (part.strip() for part in text(name, ",".join(default)).split(",")) if word]


def flag(name: str, default: bool) -> bool:
    """A switch: on/off, true/false, yes/no, 1/0."""
    word = text(name, str(default)).lower()
    if word not in {"on", "true", "yes", "1", "off", "false", "no", "0"}:
        raise ImproperlyConfigured(f"{name} must be on or off, not {word!r}")
    return word in {"on", "true", "yes", "1"}


def number(name: str, default: int, least: int, most: int) -> int:
    """A whole number within least..most."""
    return _whole(name, text(name, str(default)), least, most)


def ports(name: str, *default: int) -> list[int]:
    """Numbers of ports with commas between."""
    return [_whole(name, word, 1, 65_535) for word in words(name, *map(str, default))]


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Networks such as 10.1.0.0/16 with commas between."""
    return _parsed(name, lambda: [ip_network(word) for word in words(name)])


def hosts(name: str, *default: str) -> list[str]:
    """Names by which a server is reached. With a scheme, a port or a path one would never be met."""
    return [_like(name, word, HOST, "periksa.example.org") for word in words(name, *default)]


def origins(name: str) -> list[str]:
    """Where forms may come from: scheme and host, without a path."""
    return [_like(name, word, ORIGIN, "https://periksa.example.org") for word in words(name)]


def web(name: str) -> str:
    """An address on the web, or none."""
    found = text(name)
    return _like(name, found, WEB, "https://periksa.example.org") if found else ""


def mailboxes(name: str) -> list[str]:
    """Addresses of mail with commas between."""
    return [mailbox(name, word) for word in words(name)]


def mailbox(name: str, found: str) -> str:
    """One address of mail, with a name before it or without."""
    return _like(name, found, MAILBOX, "desk@example.org")


def quiet_hours(name: str) -> tuple[time, time, ZoneInfo] | None:
    """Hours in which no mail goes out, as "22:00-06:00 Asia/Jakarta"; None when there are none."""
    said = text(name).split()
    if not said:
        return None
    try:
        start, end = (time.fromisoformat(part) for part in said[0].split("-"))
        return start, end, ZoneInfo(said[1] if said[1:] else "UTC")
    except (ValueError, ZoneInfoNotFoundError):
        raise ImproperlyConfigured(f"{name} must look like 22:00-06:00 Asia/Jakarta, not {' '.join(said)!r}") from None


def zone(name: str, default: str) -> str:
    """An IANA time zone's name."""
    found = text(name, default)
    if found not in available_timezones():
        raise ImproperlyConfigured(f"{name} must be an IANA time zone such as Asia/Jakarta, not {found!r}")
    return found


def choice(name: str, *known: str) -> str:
    """One of the known words; the first unless another is given."""
    found = text(name, known[0]).lower()
    if found not in known:
        raise ImproperlyConfigured(f"{name} must be {', '.join(known[:-1])} or {known[-1]}, not {found!r}")
    return found


def database(name: str, password_file: str, data: Path) -> dict[str, Any]:
    """A database's URL as Django wants it, with what each kind needs to serve several processes."""
    url = text(name, f"sqlite:///{data / 'periksa.sqlite3'}")
    if url.partition(":")[0] not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} must name a PostgreSQL (postgres://…) or SQLite (sqlite:///…) database")
    settings: dict[str, Any] = _parsed(name, lambda: env.db_url_config(url))
    settings["CONN_MAX_AGE"] = 60
    if path := text(password_file):
        settings["PASSWORD"] = _parsed(password_file, Path(path).read_text).strip()
    if settings["ENGINE"] == SQLITE:
        # Without these, several writers meet "database is locked"; with them they wait their turn.
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
        # A file as in real use; Django's own choice, a database in memory, locks whole tables.
        settings["TEST"] = {"NAME": str(data / "test.sqlite3")}
    else:
        settings["CONN_HEALTH_CHECKS"] = True
        settings["HOST"] = unquote(settings["HOST"])  # a Unix socket's folder, as libpq spells it: %2Frun%2Fpostgresql
        options = settings.setdefault("OPTIONS", {})
        options.setdefault("connect_timeout", 5)
        options.setdefault("prepare_threshold", 0)  # for `bulk.planned` alone: Django's own cursors prepare nothing
    return settings


def secret_key(name: str, file: str, data: Path, *, needed: bool) -> str:
    """The key that signs sessions, from the variable or else from the file; where none is needed, one for this process."""
    path = Path(text(file, str(data / "secret-key")))
    key = text(name) or (_parsed(file, path.read_text).strip() if path.is_file() else "")
    if not key and not needed:
        return secrets.token_urlsafe(50)
    if len(key) < SHORTEST_KEY:
        raise ImproperlyConfigured(f"{name} (or the file {file} names) must hold at least {SHORTEST_KEY} characters")
    return key


def broker(name: str, url: str) -> str:
    """A broker's URL in the queue library's spelling."""
    parts = _parsed(name, lambda: urlsplit(url))
    _parsed(name, lambda: parts.port)
    if parts.scheme not in {"redis", "rediss", "unix"}:
        raise ImproperlyConfigured(f"{name} must start with redis://, rediss:// or unix://")
    if parts.scheme == "unix":
        return f"redis+socket://{parts.path}?virtual_host={parts.query.removeprefix('db=') or 0}"
    return url


def mail(name: str) -> Iterable[tuple[str, Any]]:
    """Django's EMAIL_ settings from a mail server's URL."""
    settings: dict[str, Any] = _parsed(name, lambda: env.email_url(name, default="consolemail://"))
    if settings["EMAIL_BACKEND"].endswith("smtp.EmailBackend") and not settings["EMAIL_HOST"]:
        raise ImproperlyConfigured(f"{name} must name the mail server, such as smtp+tls://user:password@host:587")
    return settings.items()


def _parsed(name: str, parse: Callable[[], Value]) -> Value:
    try:
        return parse()
    except (ValueError, KeyError, OSError, ImproperlyConfigured) as problem:
        raise ImproperlyConfigured(f"{name}: {problem}") from None


def _like(name: str, word: str, shape: re.Pattern[str], example: str) -> str:
    if not shape.fullmatch(word):
        raise ImproperlyConfigured(f"{name} must look like {example}, not {word!r}")
    return word


def _whole(name: str, word: str, least: int, most: int) -> int:
    if not word.isascii() or not word.isdigit() or not least <= int(word) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not {word!r}")
    return int(word)
