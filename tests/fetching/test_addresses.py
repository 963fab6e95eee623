"""Which IP addresses are public: the IANA registries as a table, and the forms that carry an IPv4 address inside."""

from __future__ import annotations

from ipaddress import IPv4Network, IPv6Address, ip_network

import pytest

from claims.fetching import forbidden
from claims.fetching.addresses import SPECIAL_V4, SPECIAL_V6, embedded

PUBLIC = (
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0",
    "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
    "223.255.255.255", "2606:4700:4700::1111", "2001:200::1", "2a00:1450::1", "2400:cb00::1", "::ffff:8.8.8.8",
    "64:ff9b::808:808", "2400:cb00::5efe:808:808",
)  # fmt: skip
SPECIAL = (
    "0.0.0.0", "0.255.255.255", "10.0.0.0", "100.64.0.0", "100.127.255.255", "127.0.0.0", "127.255.255.255", "168.63.129.16",
    "169.254.169.254", "172.16.0.0", "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.31.196.1", "192.52.193.1", "192.88.99.1",
    "192.168.255.255", "192.175.48.1", "198.18.0.0", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1", "64:ff9b:1::808:808", "100::1", "2001::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:1ff::1",
    "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "2620:4f:8000::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00::1",
    "fe80::1", "fec0::1", "ff02::1", "2400:cb00::5efe:7f00:1", "2400:cb00::200:5efe:a00:1", "fe80::1%eth0", "2606:4700::1%1",
    "127.1", "0177.0.0.1", "2130706433", "localhost", "", "8.8.8.8 ", "[::1]",
)  # fmt: skip


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    assert forbidden(address) is None


@pytest.mark.parametrize("address", SPECIAL)
def test_special_addresses_are_refused_with_a_reason(address: str) -> None:
    assert forbidden(address)


@pytest.mark.parametrize("network", [network for network, _ in (*SPECIAL_V4, *SPECIAL_V6)], ids=str)
def test_every_special_network_is_refused_at_both_ends(network: IPv4Network) -> None:
    assert forbidden(str(network[0]))
    assert forbidden(str(network[-1]))


def test_an_allowed_network_wins_also_inside_a_mapped_address() -> None:
    allowed = (ip_network("10.1.0.0/16"), ip_network("fd00::/8"))

    assert forbidden("10.1.2.3", allowed) is None
    assert forbidden("::ffff:10.1.2.3", allowed) is None
    assert forbidden("fd00::1", allowed) is None
    assert forbidden("10.2.0.1", allowed)
    assert forbidden("::1", allowed)


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("::ffff:a00:1", "10.0.0.1"),
        ("64:ff9b::a00:1", "10.0.0.1"),
        ("2400::200:5efe:a00:1", "10.0.0.1"),
        ("2400::1", None),
    ],
)
def test_embedded_addresses_are_unwrapped(address: str, inside: str | None) -> None:
    found = embedded(IPv6Address(address))

    assert (str(found) if found else None) == inside
