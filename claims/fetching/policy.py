"""Which URLs may be fetched: one strict reading of the URL, then a verdict on every address its name stands for.

The URL is split here once, by our own rules, and everything later uses those parts, so that no second parser can see
another host in it. Anything odd is refused rather than repaired.
"""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote

from .addresses import Network, forbidden

Resolver = Callable[[str, int], Sequence[str]]

MAX_URL = 4096
"""Characters of an address that is fetched: more than any row keeps, since redirects lead to longer ones."""

DEFAULT_PORTS = {"http": 80, "https": 443}
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\\]")
PARTS = re.compile(r"(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.IGNORECASE | re.DOTALL)
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
NUMBER_LABEL = re.compile(r"[0-9]+|0x[0-9a-f]*")
# Everything that RFC 3986 allows in a path or query, and the percent sign of what is already encoded.
PATH_SAFE = "/:@!$&'()*+,;=-._~%[]|"


class Refused(Exception):
    """The policy says no. `reason` is the machine's code, the text is for a person."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def system_resolver(host: str, port: int) -> Sequence[str]:
    """Every address the operating system gives for a name, in its order. Raises OSError when there is none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


@dataclass(frozen=True, slots=True)
class Policy:
    """Where we may connect to. Tests and operators give their own; nothing else changes what is allowed.

    `allowed_networks`: networks permitted besides the public internet. `ports`: permitted ports. `resolver(host, port)`
    gives address texts or raises OSError. `tls`: a context that trusts other roots (None: the system's roots, TLS 1.2+).
    `downgrade`: follow a redirect from https to http.
    """

    resolver: Resolver = system_resolver
    allowed_networks: tuple[Network, ...] = ()
    ports: frozenset[int] = frozenset({80, 443})
    tls: ssl.SSLContext | None = None
    downgrade: bool = False


@dataclass(frozen=True, slots=True)
class Target:
    """A vetted URL in parts. `host` is lower-case ASCII without brackets; `address` is set when the host is an IP literal."""

    scheme: str
    host: str
    port: int
    path: str
    address: str | None

    @property
    def authority(self) -> str:
        """The Host header: brackets around IPv6, the port only when it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.scheme}://{self.authority}{self.path}"


def vet(url: str, policy: Policy) -> Target:
    """Read a URL strictly; raises Refused for whatever the policy does not allow. Resolves nothing.

    An IP literal is judged here already; the addresses of a name are judged by `judge_addresses` once resolved.
    """
    if len(url) > MAX_URL:
        raise Refused("url_length", f"The address is longer than {MAX_URL} characters.")
    if CONTROL.search(url):
        raise Refused("url_characters", "The address contains a control character or a backslash.")
    parts = PARTS.fullmatch(url)
    if parts is None:
        raise Refused("scheme", "Only addresses that begin with http:// or https:// can be fetched.")
    scheme = parts[1].lower()
    host, port, literal = _authority(parts[2], DEFAULT_PORTS[scheme])
    if port not in policy.ports:
        raise Refused("port", f"Port {port} is not allowed.")
    if literal is not None:
        judge_addresses(host, [literal], policy)
    path = quote((parts[3] or "/") + (parts[4] or ""), safe=PATH_SAFE + "?")
    return Target(scheme, host, port, path, literal)


def judge_addresses(host: str, addresses: Sequence[str], policy: Policy) -> None:
    """Refuse the host when any one of its addresses is forbidden: a name that answers both ways is an attack."""
    if not addresses:
        raise Refused("dns", f"The name {host} has no address.")
    for address in addresses:
        why = forbidden(address, policy.allowed_networks)
        if why is not None:
            named = address if host == address else f"{host} stands for {address}, which"
            raise Refused("private_address", f"{named} is not a public address ({why}).")


@lru_cache(maxsize=1024)
def _authority(authority: str, default_port: int) -> tuple[str, int, str | None]:
    if "@" in authority:
        raise Refused("user_info", "Addresses with a user name or password are not fetched.")
    if authority.startswith("["):
        inner, bracket, rest = authority[1:].partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise Refused("host", "The address has no valid host.")
        literal = _ipv6(inner)
        return literal, _port(rest, default_port), literal
    name, colon, port = authority.partition(":")
    host = _hostname(name)
    return host, _port(colon + port, default_port), _ipv4(host)


def _port(text: str, default: int) -> int:
    if not text:
        return default
    digits = text[1:]
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 5 and digits[0] != "0" and int(digits) <= 65535):
        raise Refused("port", "The address has no valid port.")
    return int(digits)


def _ipv6(text: str) -> str:
    try:
        address = IPv6Address(text)
    except AddressValueError:
        raise Refused("host", "The address has no valid host.") from None
    if address.scope_id is not None:
        raise Refused("host", "The address has no valid host.")
    return str(address)


def _ipv4(host: str) -> str | None:
    """The literal when the host ends in a number (the WHATWG rule), None for a name.

    Only the plain dotted form is taken: 127.1, 0x7f000001, 2130706433 and 0177.0.0.1 all reach loopback by some resolvers.
    """
    if not NUMBER_LABEL.fullmatch(host.rpartition(".")[2]):
        return None
    try:
        return str(IPv4Address(host))
    except AddressValueError:
        raise Refused("host", "Write a numeric address in its plain form, such as 192.0.2.1.") from None


def _hostname(name: str) -> str:
    lowered = name.lower()
    if not lowered.isascii():
        lowered = _to_ascii(lowered)
    if len(lowered) > 253 or not all(LABEL.fullmatch(label) for label in lowered.split(".")):
        raise Refused("host", "The address has no valid host.")
    return lowered


def _to_ascii(name: str) -> str:
    """An international name as its xn-- form.

    What does not come back the same was translated on the way (full-width digits, other dots, ß): refused, not repaired.
    """
    try:
        labels = [label if label.isascii() else label.encode("idna").decode("ascii") for label in name.split(".")]
        ascii_name = ".".join(labels)
        same = ascii_name.encode("ascii").decode("idna") == name
    except UnicodeError:
        same = False
    if not same:
        raise Refused("host", "The host contains characters that cannot stand in a name; use its xn-- form.")
    return ascii_name
