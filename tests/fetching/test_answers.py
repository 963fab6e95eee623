"""R15: what each status and header means, as a table; when to come back; what counts as moved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from claims.fetching import Validators
from claims.fetching.answers import content_type, moved_away, retry_after, site
from claims.fetching.policy import Target
from tests.fetching.asking import fetch
from tests.hostile import Page, Source

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WEEK = 7 * 24 * 3600


@pytest.fixture(scope="module")
def source() -> Iterator[Source]:
    with Source() as running:
        yield running


@pytest.mark.parametrize(
    ("status", "headers", "outcome", "reason"),
    [
        (200, (), "ok", ""),
        (203, (), "ok", ""),
        (201, (), "unreadable", "http_201"),
        (202, (), "unreadable", "http_202"),
        (204, (), "unreadable", "http_204"),
        (206, (("Content-Range", "bytes 0-5/100"),), "incomplete", "http_206"),
        (300, (), "unreadable", "http_300"),
        (302, (), "unreadable", "http_302"),
        (304, (), "unreadable", "http_304"),
        (305, (("Location", "/"),), "unreadable", "http_305"),
        (400, (), "blocked", "http_400"),
        (401, (("WWW-Authenticate", "Basic"),), "blocked", "http_401"),
        (402, (), "blocked", "http_402"),
        (403, (), "blocked", "http_403"),
        (403, (("cf-mitigated", "challenge"),), "blocked", "challenge"),
        (202, (("x-amzn-waf-action", "challenge"),), "blocked", "challenge"),
        (404, (), "gone", "http_404"),
        (406, (), "blocked", "http_406"),
        (408, (), "unreachable", "http_408"),
        (410, (), "gone", "http_410"),
        (421, (), "unreachable", "http_421"),
        (425, (), "unreachable", "http_425"),
        (429, (), "blocked", "http_429"),
        (451, (), "blocked", "http_451"),
        (500, (), "unreachable", "http_500"),
        (502, (), "unreachable", "http_502"),
        (503, (), "unreachable", "http_503"),
        (599, (), "unreachable", "http_599"),
        (999, (), "unreachable", "http_999"),
    ],
)
def test_every_status_has_one_meaning(
    source: Source, status: int, headers: tuple[tuple[str, str], ...], outcome: str, reason: str
) -> None:
    source.page("/page", "1,400 people", status=status, headers=headers)
    found = fetch(source.url("/page"), policy=source.policy())

    assert (found.outcome, found.reason, found.status) == (outcome, reason, status)
    assert found.body == (b"1,400 people" if outcome == "ok" else b"")
    assert found.message or outcome == "ok"


def test_not_changed_counts_only_when_it_was_asked_for(source: Source) -> None:
    source.page("/page", "1,400", etag='"v1"', last_modified="Fri, 27 Oct 2023 02:00:00 GMT")
    first = fetch(source.url("/page"), policy=source.policy())
    again = fetch(
        source.url("/page"),
        policy=source.policy(),
        validators=Validators(first.etag, first.last_modified),
    )
    source.page("/page", "1,200", etag='"v2"')
    changed = fetch(source.url("/page"), policy=source.policy(), validators=Validators(first.etag))

    assert (first.etag, first.last_modified) == ('"v1"', "Fri, 27 Oct 2023 02:00:00 GMT")
    assert (again.outcome, again.status, again.body) == ("unchanged", 304, b"")
    assert source.hits("/page")[-2].headers["if-modified-since"] == "Fri, 27 Oct 2023 02:00:00 GMT"
    assert (changed.outcome, changed.body) == ("ok", b"1,200")


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None), ("", None), ("120", 120), (" 120 ", 120), ("+90", 90), ("0", 60), ("1", 60), ("-5", 60), ("-99999999999", 60),
        ("999999", WEEK), ("604801", WEEK), ("604799", 604799), ("9" * 300, WEEK), ("soon", None), ("12.5", None), ("1e3", None),
        (format_datetime(NOW + timedelta(hours=2), usegmt=True), 7200), (format_datetime(NOW - timedelta(days=400), usegmt=True), 60),
        ("Fri, 31 Dec 9999 23:59:59 GMT", WEEK), ("Fri, 31 Dec 9999 23:59:59 -2359", WEEK), ("Fri, 32 Dec 2026 23:59:59 GMT", None),
        ("Sun, 01 Mar 2026 14:00:00", 7200), ("Fri, 31 Dec 99999 23:59:59 GMT", None), ("x" * 5000, None),
    ],
)  # fmt: skip
def test_retry_after_is_read_and_kept_within_bounds(value: str | None, seconds: int | None) -> None:
    assert retry_after(value, NOW) == seconds


def test_a_retry_after_reaches_the_caller(source: Source) -> None:
    source.page("/page", status=429, headers=(("Retry-After", "300"),))

    assert fetch(source.url("/page"), policy=source.policy()).retry_after == 300


@pytest.mark.parametrize(
    ("value", "media_type", "charset"),
    [
        ("text/html; charset=UTF-8", "text/html", "utf-8"),
        ('Text/HTML;Charset="windows-1252"; x=y', "text/html", "windows-1252"),
        ("application/json", "application/json", None),
        ("text/html, text/html; charset=utf-8", "text/html", "utf-8"),
        ("nonsense", None, None),
        ("; charset=utf-8", None, "utf-8"),
        ("text/html; charset=" + "x" * 500, "text/html", "x" * 40),
        (None, None, None),
    ],
)
def test_a_content_type_tells_media_type_and_charset(
    value: str | None, media_type: str | None, charset: str | None
) -> None:
    assert content_type(value) == (media_type, charset)


@pytest.mark.parametrize(
    ("host", "name"),
    [("www.tempo.co", "tempo.co"), ("m.nasional.tempo.co", "tempo.co"), ("www.bps.go.id", "bps.go.id"), ("bps.go.id", "bps.go.id"),
     ("news.bbc.co.uk", "bbc.co.uk"), ("co.id", "co.id"), ("un.org", "un.org"), ("localhost", "localhost")],
)  # fmt: skip
def test_the_site_of_a_host(host: str, name: str) -> None:
    assert site(host) == name


@pytest.mark.parametrize(
    ("asked", "final", "moved"),
    [
        (("tempo.co", "/read/1/a"), ("www.tempo.co", "/read/1/a"), False),
        (("tempo.co", "/read/1/a"), ("nasional.tempo.co", "/read/1/new-words"), False),
        (("tempo.co", "/read/1/a"), ("www.tempo.co", "/"), True),
        (("tempo.co", "/"), ("www.tempo.co", "/"), False),
        (("tempo.co", "/read/1/a"), ("consent.example.com", "/read/1/a"), True),
        (("bps.go.id", "/a"), ("kemkes.go.id", "/a"), True),
    ],
)
def test_moved_means_another_site_or_the_front_page(
    asked: tuple[str, str], final: tuple[str, str], moved: bool
) -> None:
    first, last = (Target("https", host, 443, path, None) for host, path in (asked, final))

    assert moved_away(first, last) is moved


def test_a_page_that_moved_is_given_but_called_so(source: Source) -> None:
    source.answer("/article", Page(status=301, headers=(("Location", "/"),)))
    source.page("/", "the front page: 1,400")
    found = fetch(source.url("/article"), policy=source.policy())

    assert (found.outcome, found.reason, found.body) == ("moved", "moved", b"the front page: 1,400")
    assert (found.final_url, found.redirects[0].status) == (source.url("/"), 301)
