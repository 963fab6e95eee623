"""robots.txt: fetched through the gateway, judged by the longest rule (RFC 9309)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.fetching import Limits, judge
from claims.fetching.robots import ROBOTS_BYTES, matches, parse
from tests.ending import must_end
from tests.fetching.asking import AGENT, PLENTY, robots
from tests.hostile import METADATA, Page, Source, redirect


@pytest.fixture
def source() -> Iterator[Source]:
    with Source() as running:
        yield running


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /private", "/private/a", False),
        ("User-agent: *\nDisallow: /private", "/privat", True),
        ("user-agent:*\ndisallow:/a # comment\n", "/a?b", False),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/1", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: periksa\nDisallow: /x", "/a", True),
        ("User-agent: PERIKSA\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: other\nUser-agent: periksa\nDisallow: /", "/a", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: periksa-bot\nDisallow: /", "/a", True),
        (
            "User-agent: periksa\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: periksa\nDisallow: /c",
            "/c",
            False,
        ),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /*/print", "/a/b/print/c", False),
        ("User-agent: *\nDisallow: /a%2fb", "/a%2Fb", False),
        ("User-agent: *\nDisallow: /ä", "/%C3%A4", False),
        ("Disallow: /", "/a", True),
        ("\ufeff<html><body>not found</body></html>", "/a", True),
        ("User-agent: *\r\nDisallow: /a\r\n", "/a", False),
    ],
)
def test_the_rules_say_which_paths_are_allowed(text: str, path: str, allowed: bool) -> None:
    assert judge(text, f"https://news.test{path}", AGENT).allowed is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("User-agent: *\nCrawl-delay: 10", 10.0),
        ("User-agent: *\nCrawl-delay: 0.5\nDisallow: /x", 0.5),
        ("User-agent: *\nCrawl-delay: 999999", 86400.0),
        ("User-agent: *\nCrawl-delay: -3", None),
        ("User-agent: *\nCrawl-delay: 1e9", None),
        ("User-agent: *\nCrawl-delay: soon", None),
        ("User-agent: *\nCrawl-delay: 5\n\nUser-agent: periksa\nAllow: /", None),
        ("Crawl-delay: 5", None),
    ],
)
def test_the_delay_that_the_rules_ask_for(text: str, delay: float | None) -> None:
    assert judge(text, "https://news.test/a", AGENT).crawl_delay == delay


def test_the_deciding_rule_is_named() -> None:
    found = judge("User-agent: *\nDisallow: /\nDisallow: /a/b", "https://news.test/a/b/c", AGENT)

    assert (found.allowed, found.rule) == (False, "Disallow: /a/b")


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [("/a*c", "/abbc", True), ("/a*c$", "/abcd", False), ("/a*c$", "/abcdc", True), ("*", "/", True), ("/a$", "/a", True), ("/a$", "/ab", False),
     ("/a*a$", "/a", False), ("**/b", "/a/b", True), ("/$", "/", True)],
)  # fmt: skip
def test_a_pattern_fits_a_path(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path) is fits


@pytest.mark.parametrize(
    ("page", "known", "text"),
    [
        (Page(b"User-agent: *\nDisallow: /", media_type="text/plain"), True, "User-agent: *\nDisallow: /"),
        (Page(status=404), True, ""),
        (Page(status=403), True, ""),
        (Page(status=500), False, ""),
        (Page(status=503), False, ""),
        (Page(status=429), True, ""),
        (Page(silent=True), False, ""),
        (Page(b"x" * 2_000_000), True, "x" * ROBOTS_BYTES),
        (Page(b"x" * 5_000_000), True, ""),
        (Page(b"User-agent: *", cut=5), False, ""),
        (Page(b"\xff\xfeU", media_type="text/plain"), True, "\ufffd\ufffdU"),
    ],
)
def test_what_the_answer_means(source: Source, page: Page, known: bool, text: str) -> None:
    source.answer("/robots.txt", page)
    limits = Limits(deadline=0.5) if page.silent else PLENTY
    found = robots(source.url("/deep/page?x=1"), policy=source.policy(), limits=limits)

    assert (found.known, found.text) == (known, text)
    assert found.url == source.url("/robots.txt")


def test_the_beginning_of_a_long_file_holds(source: Source) -> None:
    source.answer("/robots.txt", Page(b"User-agent: *\nDisallow: /private\n" + b"# a long list follows\n" * 50_000))

    found = robots(source.url("/private/a"), policy=source.policy())

    assert not judge(found.text, source.url("/private/a"), AGENT).allowed


def test_a_forbidden_host_is_not_asked(source: Source) -> None:
    found = robots(source.url("/a", METADATA), policy=source.policy())

    assert (found.known, found.answer.reason) == (False, "private_address")
    assert source.connections == []


def test_redirects_to_forbidden_hosts_are_not_followed(source: Source) -> None:
    source.answer("/robots.txt", redirect(source.url("/robots.txt", METADATA)))

    assert robots(source.url("/a"), policy=source.policy()).known is False


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\n" + "Disallow: /" + "*a" * 100_000,
        "User-agent: *\n" + "Disallow: /*a*b*c\n" * 30_000,
        "User-agent: a\n" * 40_000 + "Disallow: /\n" * 100,
        "x" * 2_000_000,
    ],
)
def test_the_judging_of_hostile_files_ends(text: str) -> None:
    with must_end():
        judge(text, "https://news.test/" + "a" * 4000, AGENT)


def test_groups_named_twice_are_one() -> None:
    groups = parse("User-agent: a\nDisallow: /1\n\nUser-agent: A\nDisallow: /2")

    assert [pattern for _, pattern in groups["a"].rules] == ["/1", "/2"]
