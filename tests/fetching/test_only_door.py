"""S3: nothing in the desk opens a connection but `claims.fetching`, and every way out leads through its policy."""

from __future__ import annotations

import ast
from pathlib import Path

import claims

ROOT = Path(claims.__file__).parent
NETWORK = {
    "aiohttp", "ftplib", "http.client", "httpcore", "httplib2", "httpx", "imaplib", "poplib", "pycurl", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
# The door itself; commands that listen or ask on this machine only (the demo's free port, health) name theirs here.
DOORS = ("fetching/",)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_network_modules_are_imported_by_the_gateway_only() -> None:
    found = {
        str(path.relative_to(ROOT)): reached
        for path in sorted(ROOT.rglob("*.py"))
        if not str(path.relative_to(ROOT)).startswith(DOORS) and (reached := imports(path) & NETWORK)
    }

    assert found == {}


def test_the_rule_sees_the_gateway() -> None:
    assert imports(ROOT / "fetching" / "transport.py") >= {"socket", "ssl"}
