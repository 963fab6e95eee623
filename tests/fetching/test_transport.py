"""Connections: pinned against a resolver that changes its mind (S2), verified TLS (R19), kept only where it is safe."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.fetching import Limits, Policy, Refused, transport
from claims.fetching.budget import Budget, Spent
from claims.fetching.policy import Target
from tests.fetching.asking import PLENTY, fetch
from tests.hostile import METADATA, PUBLIC, Names, Source
from tests.waiting import awaited

CERTIFICATES = Path(__file__).parent / "certs"
CLOSE = (("Connection", "close"),)


@pytest.fixture
def source() -> Iterator[Source]:
    with Source(addresses=(PUBLIC, METADATA)) as running:
        running.page("/", "1,400 people", headers=CLOSE)
        yield running
    transport.POOL.close()


def secure(certificate: str, *, old: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / f"{certificate}.pem")
    if old:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
        context.set_ciphers("ALL:@SECLEVEL=0")
    return context


def trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(CERTIFICATES / "authority.pem"))


def test_a_thousand_rebinds_never_reach_the_forbidden_address(source: Source) -> None:
    names = Names({"rebind.test": [[PUBLIC], [METADATA]]})
    policy = source.policy(names)

    answers = [fetch(source.url("/", "rebind.test"), policy=policy) for _ in range(1000)]

    assert {(a.outcome, a.reason) for a in answers[0::2]} == {("ok", "")}
    assert {(a.outcome, a.reason) for a in answers[1::2]} == {("blocked", "private_address")}
    assert set(source.connections) == {PUBLIC}
    assert len(names.asked) == 1000  # one look-up a fetch: what was judged is what is connected to


@pytest.mark.parametrize(
    "answer", [[PUBLIC, METADATA], [METADATA, PUBLIC], [PUBLIC, "::1"], [PUBLIC, "not an address"]]
)
def test_one_forbidden_address_among_several_refuses_the_name(source: Source, answer: list[str]) -> None:
    found = fetch(source.url("/", "both.test"), policy=source.policy(Names({"both.test": answer})))

    assert (found.outcome, found.reason) == ("blocked", "private_address")
    assert source.connections == []


def test_the_next_address_is_tried_when_the_first_is_dead(source: Source) -> None:
    policy = source.policy(Names({"two.test": ["127.0.0.9", PUBLIC]}), public=(PUBLIC, "127.0.0.9"))

    assert fetch(source.url("/", "two.test"), policy=policy).outcome == "ok"


def test_a_dead_host_is_unreachable(source: Source) -> None:
    policy = source.policy(Names({"dead.test": ["127.0.0.9"]}), public=("127.0.0.9",))
    found = fetch(source.url("/", "dead.test"), policy=policy)

    assert (found.outcome, found.reason) == ("unreachable", "connect")


def test_the_peer_is_judged_again_on_the_connected_socket(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "getpeername", lambda self: (METADATA, source.port))
    found = fetch(source.url("/"), policy=source.policy())

    assert (found.outcome, found.reason) == ("blocked", "private_address")
    assert source.log == []


def test_a_look_up_that_hangs_ends_with_the_deadline() -> None:
    release = threading.Event()

    def hang(host: str, port: int) -> list[str]:
        release.wait(60)  # whoever waits for it hears that there is no such name
        return []

    found = fetch("http://slow.test/", policy=Policy(resolver=hang), limits=Limits(deadline=0.3))
    release.set()

    assert (found.outcome, found.reason) == ("unreachable", "timeout")


def test_hanging_look_ups_are_bounded() -> None:
    """Those that nobody waits for any more count too."""

    def free() -> int:
        return transport.LOOKUPS._value

    awaited(lambda: free() == 16, why="for the look-ups of other tests")
    release = threading.Event()
    running = []

    def hang(host: str, port: int) -> list[str]:
        running.append(host)
        release.wait(60)
        return []

    policy = Policy(resolver=hang)
    reasons = []
    while free():  # sixteen times, or more where a machine hangs and a fetch is over before its look-up began
        reasons.append(fetch("http://slow.test/", policy=policy, limits=Limits(deadline=0.02)).reason)
    refused = [fetch("http://slow.test/", policy=policy).reason for _ in range(4)]
    awaited(lambda: len(running) == 16)
    release.set()
    awaited(lambda: free() == 16)

    assert set(reasons) == {"timeout"}
    assert refused == ["dns"] * 4
    assert len(running) == 16


@pytest.mark.parametrize(
    "error", [socket.gaierror(socket.EAI_AGAIN, "again"), UnicodeError("label too long"), OSError("no network")]
)
def test_a_resolver_that_fails_fails_closed(error: Exception) -> None:
    def fail(host: str, port: int) -> list[str]:
        raise error

    found = fetch("http://news.test/", policy=Policy(resolver=fail))

    assert (found.outcome, found.reason) == ("unreachable", "dns")


def test_kept_connections_serve_the_same_host_under_the_same_policy_only(source: Source) -> None:
    source.page("/kept", "1,400")
    names = Names({"news.test": [PUBLIC], "other.test": [PUBLIC]})
    policy = source.policy(names)
    for _ in range(5):
        assert fetch(source.url("/kept", "news.test"), policy=policy).body == b"1,400"
    assert (len(source.connections), names.asked) == (1, ["news.test"])

    fetch(source.url("/kept", "other.test"), policy=policy)
    assert len(source.connections) == 2

    stricter = Policy(resolver=names, ports=policy.ports)
    assert fetch(source.url("/kept", "news.test"), policy=stricter).reason == "private_address"


def test_a_kept_connection_that_the_server_closed_is_replaced(source: Source) -> None:
    source.page("/kept", "1,400")
    fetch(source.url("/kept"), policy=source.policy())
    with source._lock:
        for connection in source._open:
            connection.shutdown(socket.SHUT_RDWR)

    assert fetch(source.url("/kept"), policy=source.policy()).outcome == "ok"


def test_idle_connections_are_few_and_grow_old(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    source.page("/kept", "1,400")
    hosts = {f"n{i}.test": [PUBLIC] for i in range(30)}
    policy = source.policy(Names(hosts))
    for host in hosts:
        fetch(source.url("/kept", host), policy=policy)
    assert len(transport.POOL._idle) == transport.KEPT_CONNECTIONS

    now = time.monotonic()
    monkeypatch.setattr(transport.time, "monotonic", lambda: now + transport.IDLE_SECONDS + 1)
    assert transport.POOL.take((policy, "http", "n29.test", source.port)) is None
    assert transport.POOL._idle == []


def test_a_forked_process_forgets_its_parents_connections(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    source.page("/kept", "1,400")
    policy = source.policy()
    fetch(source.url("/kept"), policy=policy)
    monkeypatch.setattr(transport.os, "getpid", lambda: 1)

    assert transport.POOL.take((policy, "http", PUBLIC, source.port)) is None


@pytest.mark.parametrize("certificate", ["expired", "self-signed", "wrong-name"])
def test_bad_certificates_are_refused(certificate: str) -> None:
    with Source(tls=secure(certificate)) as source:
        source.page("/", "1,400")
        policy = source.policy(Names({"news.test": [PUBLIC]}), tls=trusting())
        found = fetch(source.url("/", "news.test"), policy=policy)

        assert (found.outcome, found.reason, found.body) == ("unreachable", "tls", b"")
        assert source.log == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_old_versions_of_tls_are_refused() -> None:
    with Source(tls=secure("good", old=True)) as source:
        policy = source.policy(Names({"news.test": [PUBLIC]}), tls=trusting())
        found = fetch(source.url("/", "news.test"), policy=policy)

    assert (found.outcome, found.reason) == ("unreachable", "tls")


def test_a_good_certificate_is_accepted_by_name_and_only_from_a_trusted_authority() -> None:
    with Source(tls=secure("good")) as source:
        source.page("/", "1,400")
        names = Names({"news.test": [PUBLIC]})
        url = source.url("/", "news.test")

        assert fetch(url, policy=source.policy(names, tls=trusting())).body == b"1,400"
        assert fetch(url, policy=source.policy(names)).reason == "tls"
        assert fetch(source.url("/"), policy=source.policy(names, tls=trusting())).reason == "tls"
    transport.POOL.close()


def test_a_server_that_never_finishes_the_handshake_times_out() -> None:
    with Source() as source:
        source.page("/", silent=True)
        url = source.url("/", "news.test").replace("http:", "https:")
        found = fetch(url, policy=source.policy(Names({"news.test": [PUBLIC]})), limits=Limits(deadline=0.4))

    assert (found.outcome, found.reason) in {("unreachable", "timeout"), ("unreachable", "tls")}


def test_a_peer_at_another_address_is_refused() -> None:
    target = Target("http", "news.test", 80, "/", None)

    with pytest.raises(Refused):
        transport.judge_peer("93.184.215.14", "93.184.215.15", target, Policy())
    assert transport.judge_peer("93.184.215.14", "93.184.215.14", target, Policy()) is None


def test_an_empty_answer_of_the_resolver_is_no_address() -> None:
    target = Target("http", "news.test", 80, "/", None)

    with pytest.raises(Spent):
        transport.resolve(target, Policy(resolver=lambda host, port: []), Budget(PLENTY))
