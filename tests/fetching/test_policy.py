"""S1: every spelling of a forbidden address is refused, and nothing a desk cites is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.fetching import Policy, Refused, vet
from claims.fetching.policy import judge_addresses, system_resolver
from tests.fetching import spellings
from tests.fetching.asking import fetch
from tests.hostile import METADATA, PUBLIC, Names, Source

CANARIES = ("127.0.0.1", METADATA)


@pytest.fixture(scope="module")
def source() -> Iterator[Source]:
    with Source(addresses=(PUBLIC, *CANARIES)) as running:
        running.page("/", "1,400 people")
        yield running


def test_no_spelling_reaches_a_canary(source: Source) -> None:
    policy = source.policy(Names(spellings.names(PUBLIC)))
    cases = list(spellings.forbidden_urls(source.port, PUBLIC))
    before = len(source.connections)

    answers = {name: fetch(url, policy=policy) for name, url in cases}

    assert len(cases) >= 250
    assert set(source.connections[before:]) <= {PUBLIC}
    wrong = {name: (a.outcome, a.reason) for name, a in answers.items() if a.outcome != "blocked" or not a.message}
    # After ? or # everything is query or fragment: these go to the public server, by every standard.
    assert wrong == {
        "'http://nowhere.test/'": ("unreachable", "dns"),
        "'http://{public}#@{inside}/'": ("ok", ""),
        "'http://{public}?@{inside}:x/'": ("ok", ""),
    }


def test_no_redirect_to_a_spelling_reaches_a_canary(source: Source) -> None:
    policy = source.policy(Names(spellings.names(PUBLIC)))
    before = len(source.connections)
    wrong = {}
    for name, url in spellings.forbidden_urls(source.port, PUBLIC):
        try:
            location = url.encode().decode("latin-1")
        except UnicodeError:
            continue
        if "\r" in location or "\n" in location or location == "":
            continue  # these end the header: the server cannot send them
        source.page("/away", status=302, headers=(("Location", location),))
        answer = fetch(source.url("/away"), policy=policy)
        if answer.outcome == "ok" or not answer.reason:
            wrong[name] = answer
    reached = source.connections[before:]

    assert set(reached) == {PUBLIC}
    # A Location without a scheme is a path on the same server, which is no way in.
    assert {name: answer.final_url for name, answer in wrong.items() if METADATA not in answer.final_url} == {}
    assert all(answer.final_url.startswith(source.url("/")) for answer in wrong.values())


def test_two_hundred_legitimate_addresses_pass() -> None:
    policy = Policy()
    urls = spellings.legitimate_urls()
    refused = {}
    for url in urls:
        try:
            target = vet(url, policy)
            judge_addresses(target.host, [target.address or "93.184.215.14", "2606:4700:4700::1111"], policy)
        except Refused as problem:
            refused[url] = str(problem)

    assert len(set(urls)) == 200
    assert refused == {}


@pytest.mark.parametrize(
    ("url", "host", "port", "path"),
    [
        ("HTTP://News.Test", "news.test", 80, "/"),
        ("https://news.test:8443?x=1#top", "news.test", 8443, "/?x=1"),
        ("http://münchen.de/ä b", "xn--mnchen-3ya.de", 80, "/%C3%A4%20b"),
        ("http://news.test/a%20b%zz", "news.test", 80, "/a%20b%zz"),
        ("http://[2606:4700:0:0::1111]/", "2606:4700::1111", 80, "/"),
    ],
)
def test_a_url_is_read_once_and_for_all(url: str, host: str, port: int, path: str) -> None:
    target = vet(url, Policy(ports=frozenset({80, 8443})))

    assert (target.host, target.port, target.path) == (host, port, path)
    assert vet(target.url, Policy(ports=frozenset({80, 8443}))) == target


def test_an_operator_can_allow_a_network_and_a_port(source: Source) -> None:
    allowed = source.policy(public=(METADATA,))

    assert fetch(source.url("/", METADATA), policy=allowed).outcome == "ok"
    assert fetch(source.url("/", PUBLIC), policy=allowed).reason == "private_address"
    assert fetch(source.url("/", METADATA), policy=Policy()).reason == "port"


def test_a_host_without_addresses_is_refused() -> None:
    with pytest.raises(Refused):
        judge_addresses("news.test", [], Policy())


@pytest.mark.parametrize(
    ("host", "says"),
    [
        ("10.0.0.1", "10.0.0.1 is not a public address (private)."),
        ("news.test", "news.test stands for 10.0.0.1, which is not a public address (private)."),
    ],
)
def test_a_refusal_names_the_host_and_its_address_once(host: str, says: str) -> None:
    with pytest.raises(Refused) as refused:
        judge_addresses(host, ["10.0.0.1"], Policy())
    assert str(refused.value) == says


def test_the_system_resolver_gives_each_address_once() -> None:
    found = system_resolver("localhost", 80)

    assert "127.0.0.1" in found or "::1" in found
    assert len(set(found)) == len(found)
