"""The two verbs: redirects (R14), what is sent, what is kept, and that nothing escapes as an exception."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from claims.fetching import Fetched, Limits, Validators
from claims.fetching.gateway import join
from claims.fetching.policy import Refused
from tests.fetching.asking import AGENT, PLENTY, fetch, post
from tests.fetching.test_transport import secure, trusting
from tests.hostile import METADATA, PUBLIC, Names, Page, Source, redirect


@pytest.fixture(scope="module")
def source() -> Iterator[Source]:
    with Source(addresses=(PUBLIC, METADATA)) as running:
        yield running


def get(source: Source, path: str = "/page", validators: Validators | None = None) -> Fetched:
    return fetch(source.url(path), policy=source.policy(), validators=validators)


@pytest.mark.parametrize(
    ("location", "outcome", "reason"),
    [
        ("/page", "unreachable", "redirect_loop"),
        ("", "unreadable", "http_302"),
        ("file:///etc/passwd", "blocked", "redirect_scheme"),
        ("ftp://{public}/", "blocked", "redirect_scheme"),
        ("javascript:alert(1)", "blocked", "redirect_scheme"),
        ("http://{inside}/", "blocked", "redirect_private_address"),
        ("//{inside}/", "blocked", "redirect_private_address"),
        ("http://169.254.169.254/latest/meta-data/", "blocked", "redirect_private_address"),
        ("http://user:password@{public}/", "blocked", "redirect_user_info"),
        ("http://{public}:22/", "blocked", "redirect_port"),
        ("http://127.0.0.2:22/", "blocked", "redirect_port"),
        ("http://[::1", "blocked", "redirect_host"),
        ("http://{public}\\@{inside}/", "blocked", "redirect_url_characters"),
        ("/ok\tx", "blocked", "redirect_url_characters"),
        ("/" + "a" * 10_000, "blocked", "redirect_url_length"),
        ("/ok", "ok", ""),
        ("ok?x=1#fragment", "ok", ""),
        ("../ok", "ok", ""),
        ("./a/../ok", "ok", ""),
        ("//{public}/ok", "ok", ""),
        ("http://{public}/ok", "ok", ""),
    ],
)
def test_redirects_are_judged_like_addresses(source: Source, location: str, outcome: str, reason: str) -> None:
    public, inside = f"{PUBLIC}:{source.port}", f"{METADATA}:{source.port}"
    source.answer("/page", redirect(location.format(public=public, inside=inside)))
    source.page("/ok", "1,400")
    before = len(source.connections)
    found = get(source)

    assert (found.outcome, found.reason) == (outcome, reason)
    assert METADATA not in source.connections[before:]
    assert (found.body == b"1,400") is (outcome == "ok")


@pytest.mark.parametrize(("hops", "outcome"), [(1, "ok"), (5, "ok"), (6, "unreachable"), (50, "unreachable")])
def test_five_redirects_are_followed_and_no_more(source: Source, hops: int, outcome: str) -> None:
    for i in range(hops):
        source.answer(f"/hop{i}", redirect(f"/hop{i + 1}", status=(301, 302, 303, 307, 308)[i % 5]))
    source.page(f"/hop{hops}", "1,400")
    before = len(source.log)
    found = get(source, "/hop0")

    assert found.outcome == outcome
    assert len(source.log) - before == min(hops, 5) + 1
    assert found.reason == (("relocated" if hops == 1 else "") if outcome == "ok" else "redirect_limit")
    assert len(found.redirects) == min(hops, 6)


@pytest.mark.parametrize(
    ("statuses", "reason"),
    [
        ((), ""),
        ((301,), "relocated"),
        ((308, 301), "relocated"),
        ((302,), ""),
        ((307,), ""),
        ((301, 302), ""),
        ((303, 308), ""),
    ],
)
@pytest.mark.parametrize("validators", [None, Validators(etag='"7"')], ids=["read", "unchanged"])
def test_a_page_has_a_new_address_where_all_that_led_there_led_for_good(
    source: Source, statuses: tuple[int, ...], reason: str, validators: Validators | None
) -> None:
    for i, status in enumerate(statuses):
        source.answer(f"/at{i}", redirect(f"/at{i + 1}", status))
    source.page(f"/at{len(statuses)}", "1,400", etag='"7"')
    found = get(source, "/at0", validators=validators)
    assert (found.outcome, found.reason) == ("unchanged" if validators else "ok", reason)
    assert found.final_url == source.url(f"/at{len(statuses)}")


def test_a_loop_of_two_is_seen_at_once(source: Source) -> None:
    source.answer("/a", redirect("/b"))
    source.answer("/b", redirect("/a"))
    before = len(source.log)

    assert get(source, "/a").reason == "redirect_loop"
    assert len(source.log) - before == 2


def test_all_hops_share_one_deadline(source: Source) -> None:
    for i in range(5):
        source.answer(f"/slow{i}", Page(status=302, headers=(("Location", f"/slow{i + 1}"),), wait=0.2))
    before = len(source.log)
    found = fetch(source.url("/slow0"), policy=source.policy(), limits=Limits(deadline=0.5))

    assert (found.outcome, found.reason) == ("unreachable", "timeout")
    assert len(source.log) - before <= 3  # begun after 0, 0.2 and 0.4 s at the earliest


def test_a_redirect_from_https_to_http_is_refused_unless_allowed() -> None:
    with Source(tls=secure("good")) as safe, Source() as plain:
        names = Names({"news.test": [PUBLIC]})
        safe.answer("/page", redirect(plain.url("/page", "news.test")))
        plain.page("/page", "1,400")
        policy = safe.policy(names, tls=trusting())
        both = {"ports": policy.ports | {plain.port}, "resolver": names, "allowed_networks": policy.allowed_networks}
        strict = type(policy)(tls=policy.tls, **both)
        lax = type(policy)(tls=policy.tls, downgrade=True, **both)

        refused = fetch(safe.url("/page", "news.test"), policy=strict)
        followed = fetch(safe.url("/page", "news.test"), policy=lax)

    assert (refused.outcome, refused.reason) == ("blocked", "redirect_downgrade")
    assert followed.body == b"1,400"


def test_the_request_is_honest_and_small(source: Source) -> None:
    source.page("/page", "1,400")
    get(source, validators=Validators('"a"', "bad\r\nX-Injected: 1"))
    hit = source.hits("/page")[-1]

    assert hit.headers == {
        "host": f"{PUBLIC}:{source.port}",
        "user-agent": AGENT,
        "accept": hit.headers["accept"],
        "accept-encoding": "gzip, deflate",
        "if-none-match": '"a"',
    }


def test_the_environments_proxies_are_ignored(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{METADATA}:{source.port}")
    source.page("/page", "1,400")
    before = len(source.connections)

    assert get(source).outcome == "ok"
    assert METADATA not in source.connections[before:]


def test_what_was_answered_is_kept(source: Source) -> None:
    source.answer("/page", redirect("/final", 301))
    source.page(
        "/final", "1,400", headers=(("X-Twice", "a"), ("X-Twice", "b")), media_type="text/html; charset=ISO-8859-1"
    )
    before = datetime.now(UTC)
    found = get(source)

    assert (found.url, found.final_url) == (source.url("/page"), source.url("/final"))
    assert [(hop.url, hop.status) for hop in found.redirects] == [(source.url("/page"), 301)]
    assert (found.media_type, found.charset, found.headers["x-twice"]) == ("text/html", "iso-8859-1", "a, b")
    assert before <= found.fetched_at <= datetime.now(UTC)
    assert 0 < found.took < PLENTY.deadline


def test_a_post_is_sent_once_with_its_headers(source: Source) -> None:
    source.page("/hook", "thanks", status=202)
    found = post(
        source.url("/hook"),
        b'{"n":1}',
        {"Content-Type": "application/json", "webhook-id": "m1"},
        policy=source.policy(),
    )
    hits = source.hits("/hook")

    assert (found.outcome, found.status, found.body) == ("ok", 202, b"")
    assert [(hit.method, hit.body, hit.headers["webhook-id"]) for hit in hits] == [("POST", b'{"n":1}', "m1")]


def test_a_post_never_rides_on_a_kept_connection() -> None:
    """A kept connection may be dead; whoever then sends again might be heard twice."""
    with Source() as source:
        source.page("/page", "1,400")
        get(source)
        post(source.url("/page"), b"x", {}, policy=source.policy())

        assert [hit.connection for hit in source.log] == [1, 2]


@pytest.mark.parametrize(
    ("page", "outcome", "reason"),
    [
        (redirect("/elsewhere"), "unreadable", "http_302"),
        (Page(status=410), "gone", "http_410"),
        (Page(status=500), "unreachable", "http_500"),
        (Page(silent=True), "unreachable", "timeout"),
        (Page(raw=b""), "unreachable", "closed"),
    ],
)
def test_a_post_is_not_redirected_and_fails_as_data(source: Source, page: Page, outcome: str, reason: str) -> None:
    source.answer("/hook", page)
    before = len(source.log)
    limits = Limits(deadline=0.4) if page.silent else PLENTY
    found = post(source.url("/hook"), b"x", {}, policy=source.policy(), limits=limits)

    assert (found.outcome, found.reason) == (outcome, reason)
    assert len(source.log) - before == 1


def test_a_post_goes_through_the_same_policy(source: Source) -> None:
    found = post(source.url("/hook", METADATA), b"x", {}, policy=source.policy())

    assert (found.outcome, found.reason) == ("blocked", "private_address")
    assert METADATA not in source.connections


@pytest.mark.parametrize(
    "headers", [{"Host": "x"}, {"content-length": "3"}, {"X": "a\r\nY: b"}, {"X: y": "a"}, {"": "a"}, {"X": "é"}]
)
def test_headers_that_cannot_be_sent_are_our_mistake(source: Source, headers: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        post(source.url("/hook"), b"x", headers, policy=source.policy())


def test_locations_in_utf8_are_understood() -> None:
    assert join("http://a.test/x", "/é".encode().decode("latin-1")) == "http://a.test/é"
    with pytest.raises(Refused):
        join("http://a.test/x", "/\x01")


@pytest.mark.parametrize("seed", range(4))
def test_random_answers_never_raise(source: Source, seed: int) -> None:
    """Bytes mutated from honest answers: whatever happens is an outcome. More runs: PERIKSA_FUZZ."""
    chance = random.Random(seed)
    honest = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nContent-Length: 10\r\n\r\n0123456789",
        b"HTTP/1.1 301 Moved\r\nLocation: /elsewhere/x\r\nRetry-After: 5\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    )
    for _ in range(int(os.environ.get("PERIKSA_FUZZ", "150"))):
        raw = bytearray(chance.choice(honest))
        for _ in range(chance.randrange(1, 8)):
            place = chance.randrange(len(raw))
            raw[place : place + chance.randrange(3)] = chance.randbytes(chance.randrange(4))
        source.answer("/page", Page(raw=bytes(raw)))

        assert get(source).outcome
