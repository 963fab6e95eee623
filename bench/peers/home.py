"""The environment that the peers live in: build/bench-venv, made from bench/peers.txt and made anew when that file changes."""

import hashlib
import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = ROOT / "build" / "bench-venv"
PACKAGES = ROOT / "bench" / "peers.txt"
SOURCES = "CQE,emoji,stemming"
"""Packages that were published without a wheel."""


class NoPeers(Exception):
    """The environment could not be made; the message is what the installer said last."""


def python() -> Path:
    """The Python of the peers' environment, which is made when it is missing or old. Raises NoPeers."""
    stamp, digest = HOME / "ready", hashlib.sha256(PACKAGES.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        venv.create(HOME, with_pip=True, clear=True)
        install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        install += ["--only-binary", ":all:", "--no-binary", SOURCES, "--requirement", str(PACKAGES)]
        done = subprocess.run([HOME / "bin" / "python", *install], capture_output=True, text=True, check=False)
        if done.returncode:
            raise NoPeers(last_line(done.stderr))
        stamp.write_text(digest)
    return HOME / "bin" / "python"


def last_line(text: str) -> str:
    """The last line that says something."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"
