"""Which IP addresses may be connected to.

The lists are written out from the IANA special-purpose address registries (IPv4 and IPv6, as of 2025), because
`ipaddress.is_global` calls multicast, NAT64, 6to4 and other non-public ranges global on the Python versions we run on.
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

SPECIAL_V4 = tuple(
    (IPv4Network(network), why)
    for network, why in (
        ("0.0.0.0/8", "this network"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "carrier-grade NAT"),
        ("127.0.0.0/8", "loopback"),
        ("168.63.129.16/32", "cloud platform service"),
        ("169.254.0.0/16", "link-local"),
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "IETF protocol assignments"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "AS112"),
        ("192.52.193.0/24", "AMT"),
        ("192.88.99.0/24", "6to4 relay"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "AS112"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
GLOBAL_V6 = IPv6Network("2000::/3")
SPECIAL_V6 = tuple(
    (IPv6Network(network), why)
    for network, why in (
        ("2001::/23", "IETF protocol assignments"),
        ("2001:db8::/32", "documentation"),
        ("2002::/16", "6to4"),
        ("2620:4f:8000::/48", "AS112"),
        ("3fff::/20", "documentation"),
    )
)
MAPPED = IPv6Network("::ffff:0:0/96")
NAT64 = IPv6Network("64:ff9b::/96")
# RFC 5214: an ISATAP interface identifier is 0000:5efe or 0200:5efe (the "universal" bit) and then an IPv4 address.
ISATAP_IDENTIFIERS = (0x00005EFE, 0x02005EFE)


def embedded(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that packets to `address` would really reach, where the form carries one."""
    number = int(address)
    if address in MAPPED or address in NAT64 or (number >> 32) & 0xFFFFFFFF in ISATAP_IDENTIFIERS:
        return IPv4Address(number & 0xFFFFFFFF)
    return None


def forbidden(text: str, allowed: Sequence[Network] = ()) -> str | None:
    """Why the address must not be connected to, or None when it may be.

    `allowed` are the networks an operator permits by name; they win over the special lists. An address that carries an
    IPv4 address inside (mapped, NAT64, ISATAP) is judged by what it carries; 6to4 and Teredo are refused as a whole, since
    nobody publishes there. Text that is no address is refused too.
    """
    if "%" in text:
        return "an address with a zone"
    try:
        address = ip_address(text)
    except ValueError:
        return "not an IP address"
    if any(address in network for network in allowed if network.version == address.version):
        return None
    if isinstance(address, IPv4Address):
        return _special_v4(address)
    inner = embedded(address)
    if inner is not None:
        why = forbidden(str(inner), allowed)
        if why is not None:
            return f"{why} inside an IPv6 address"
        if address in MAPPED or address in NAT64:
            return None
    if address not in GLOBAL_V6:
        return "not a global IPv6 address"
    return next((why for network, why in SPECIAL_V6 if address in network), None)


def _special_v4(address: IPv4Address) -> str | None:
    return next((why for network, why in SPECIAL_V4 if address in network), None)
