"""A visit to a host: one page after the other, within the lease, by the host's rules."""

import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from claims.fetching import Fetched, Limits
from claims.services import visits
from claims.services.questions import Errand, HostRow, SourceRow
from claims.services.schedules import Lease, Politeness
from claims.services.visits import Result, Trip, Visit
from tests.hostile import Page
from tests.hostile import Source as Server

NOW = datetime(2023, 11, 12, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        server.page("/robots.txt", status=404)
        yield server


def an_errand(server: Server, path: str, host: HostRow, *, seconds: float = 60) -> Errand:
    lease = Lease(abs(hash(path)), 1, uuid.uuid4(), 0, 1, NOW, time.monotonic() + seconds)
    return Errand(lease, SourceRow(lease.source_id, server.url(path)), host, None, (), None, None)


def moved_to(errand: Errand, url: str) -> Errand:
    return replace(errand, source=errand.source._replace(url=url))


def a_host(**known: Any) -> HostRow:
    return HostRow(**{"name": "source.example", "crawl_delay": 0, **known})


def trip(server: Server, *errands: Errand, stopping: bool = False) -> list[Result]:
    """What a trip handed in."""
    results: list[Result] = []
    stop = threading.Event()
    if stopping:
        stop.set()
    Trip(errands, server.policy(), Limits(deadline=20), results.append, stop).run()
    return results


def kinds(results: list[Result]) -> list[type]:
    return [type(one) for one in results]


def politeness(results: list[Result]) -> Politeness:
    """What a trip learnt of its host, which it hands in last."""
    last = results[-1]
    assert isinstance(last, Politeness)
    return last


def test_all_pages_of_a_host_without_delay(server: Server) -> None:
    host = a_host()
    for path in ("/a", "/b"):
        server.page(path, "<p>x</p>")
    results = trip(server, an_errand(server, "/a", host), an_errand(server, "/b", host))
    assert kinds(results) == [Visit, Visit, Politeness]
    assert [hit.path for hit in server.hits()] == ["/robots.txt", "/a", "/b"]
    polite = politeness(results)
    assert (polite.wait, polite.error, polite.robots) == (0.0, "", "")


def test_a_delay_leaves_the_rest_for_later(server: Server) -> None:
    host = a_host(crawl_delay=1, robots="", robots_at=datetime.now(UTC))
    server.page("/a", "<p>x</p>")
    results = trip(server, an_errand(server, "/a", host), an_errand(server, "/b", host))
    assert kinds(results) == [Visit, Lease, Politeness]
    assert politeness(results).wait == 1.0
    assert [hit.path for hit in server.hits()] == ["/a"]


def test_the_host_s_own_delay_counts_when_it_is_longer(server: Server) -> None:
    rules = "User-agent: *\nCrawl-delay: 7\n"
    host = a_host(crawl_delay=1, robots=rules, robots_at=datetime.now(UTC))
    server.page("/a", "<p>x</p>")
    assert politeness(trip(server, an_errand(server, "/a", host))).wait == 7.0


def test_fresh_rules_with_a_long_delay_put_the_page_off(server: Server) -> None:
    server.page("/robots.txt", "User-agent: *\nCrawl-delay: 30\n", media_type="text/plain")
    results = trip(server, an_errand(server, "/a", a_host()))
    assert kinds(results) == [Lease, Politeness]
    polite = politeness(results)
    assert (polite.wait, "Crawl-delay" in (polite.robots or "")) == (30.0, True)


def test_old_rules_are_read_anew(server: Server) -> None:
    host = a_host(robots="User-agent: *\nDisallow: /\n", robots_at=datetime.now(UTC) - timedelta(days=2))
    server.page("/a", "<p>x</p>")
    (visit, _) = trip(server, an_errand(server, "/a", host))
    assert isinstance(visit, Visit)
    assert visit.outcome == "ok"


def test_rules_that_cannot_be_read_forbid_everything_for_now(server: Server) -> None:
    server.page("/robots.txt", status=500)
    (visit, polite) = trip(server, an_errand(server, "/a", a_host()))
    assert isinstance(visit, Visit)
    assert (visit.outcome, visit.reason) == ("unreachable", "robots_unknown")
    assert isinstance(polite, Politeness)
    assert polite.robots is None
    assert [hit.path for hit in server.hits()] == ["/robots.txt"]


def test_a_host_that_cannot_be_reached_is_told_as_that(server: Server) -> None:
    errand = an_errand(server, "/a", a_host())
    (visit, polite) = trip(server, moved_to(errand, server.url("/a", "nowhere.example")))
    assert isinstance(visit, Visit)
    assert (visit.outcome, visit.reason) == ("unreachable", "dns")
    assert isinstance(polite, Politeness)
    assert (polite.wait > 0, polite.error) == (True, visit.message)


def test_an_address_that_may_not_be_asked_is_told_as_that(server: Server) -> None:
    errand = an_errand(server, "/a", a_host())
    (visit, _) = trip(server, moved_to(errand, "http://127.0.0.2:1/a"))
    assert isinstance(visit, Visit)
    assert (visit.outcome, visit.reason) == ("blocked", "port")


@pytest.mark.parametrize(("seconds", "stopping"), [(1.0, False), (60.0, True)])
def test_without_time_nothing_is_begun(server: Server, seconds: float, stopping: bool) -> None:
    host = a_host(robots="", robots_at=datetime.now(UTC))
    results = trip(server, an_errand(server, "/a", host, seconds=seconds), stopping=stopping)
    assert kinds(results) == [Lease, Politeness]
    assert server.hits() == []


@pytest.mark.parametrize(
    ("page", "failures", "least", "most"),
    [
        (Page(status=503), 0, 9, 11),
        (Page(status=503), 3, 72, 88),
        (Page(status=503), 30, 810, 990),
        (Page(status=429, headers=(("Retry-After", "300"),)), 0, 300, 300),
        (Page(status=500), 5, 0, 0),
        (Page(status=404), 5, 0, 0),
    ],
)
def test_a_host_in_trouble_is_left_alone(server: Server, page: Page, failures: int, least: float, most: float) -> None:
    host = a_host(robots="", robots_at=datetime.now(UTC), failures=failures)
    server.answer("/a", page)
    polite = trip(server, an_errand(server, "/a", host))[-1]
    assert isinstance(polite, Politeness)
    assert least <= polite.wait <= most
    assert bool(polite.error) == bool(most)


def test_a_fault_of_ours_ends_one_visit_and_not_the_worker(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Fetched:
        raise RuntimeError

    monkeypatch.setattr(visits, "fetch", broken)
    host = a_host(robots="", robots_at=datetime.now(UTC))
    assert kinds(trip(server, an_errand(server, "/a", host))) == [Politeness]


def test_a_page_that_led_elsewhere_is_kept_and_not_read(server: Server) -> None:
    errand = an_errand(server, "/a", a_host())
    fetched = Fetched(errand.url, "moved", NOW, "moved", "The address now leads elsewhere.", body=b"<p>1,400</p>")
    visit = visits.read_page(errand, fetched)
    assert (visit.outcome, visit.answers) == ("moved", {})
    assert visit.packed is not None
