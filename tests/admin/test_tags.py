"""Template tags: links that lead nowhere bad, moments with UTC at hand."""

from datetime import UTC, datetime, timedelta

import pytest
from django.template import engines
from django.utils import translation
from django.utils.timezone import now

from claims.admin import amounts, tags
from claims.services.glimpses import Glimpse


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,<script>", "ftp://a.example/x", "//evil.example"]
)
def test_only_web_addresses_become_links(url):
    shown = engines["django"].from_string("{{ url|link }}").render({"url": url})
    assert "<a" not in shown
    assert "<script" not in shown


def test_a_link_is_escaped_and_tells_its_target_nothing():
    shown = tags.link('https://a.example/"><script>alert(1)</script>')
    assert "<script" not in shown
    assert 'rel="noopener noreferrer nofollow"' in shown


def test_a_long_address_is_cut_to_a_line():
    assert len(tags.short("https://www.a.example/" + "x" * 500)) <= 60
    assert tags.short("https://www.a.example/") == "a.example"


def test_a_moment_shows_the_zone_and_keeps_utc():
    shown = tags.when(datetime(2023, 10, 27, 2, tzinfo=UTC), "Asia/Jakarta")
    assert "09:00 WIB" in shown
    assert 'title="27 Oct 2023, 02:00 UTC"' in shown
    assert 'datetime="2023-10-27T02:00:00+00:00"' in shown


@pytest.mark.parametrize(
    ("hour", "shown"),
    [(17, ">28 Oct 2023</time>"), (18, ">28 Oct 2023, 01:00 WIB</time>"), (0, ">27 Oct 2023, 07:00 WIB<")],
)
def test_of_an_article_known_by_its_day_no_hour_is_told(hour, shown):
    moment = datetime(2023, 10, 27, hour, tzinfo=UTC)
    assert shown in tags.printed(moment, "Asia/Jakarta")
    assert f'datetime="{moment.isoformat()}"' in tags.printed(moment, "Asia/Jakarta")
    assert tags.printed(None) == "–"


@pytest.mark.parametrize(("language", "shown"), [("en", "12,345"), ("id", "12.345")])
def test_a_number_of_things_is_grouped_as_its_reader_writes_it(language, shown):
    with translation.override(language):
        assert engines["django"].from_string("{{ n|count }}").render({"n": 12_345}) == shown


def test_found_words_open_their_page_and_stay_words():
    found = Glimpse("kata ", "<b>1.400</b>", " orang")
    shown = tags.in_its_line(found, "https://a.example/x")
    assert shown.startswith('kata <a href="https://a.example/x#:~:text=kata-,%3Cb%3E1.400%3C%2Fb%3E,-orang"')
    assert "<mark>&lt;b&gt;1.400&lt;/b&gt;</mark>" in shown
    assert tags.in_its_line(found, "javascript:alert(1)") == "kata <mark>&lt;b&gt;1.400&lt;/b&gt;</mark> orang"
    assert tags.in_its_line(Glimpse("a\u202eb ", "12", " c\u202ed")) == "ab <mark>12</mark> cd"
    assert "#:~:text=kata-," in tags.link_at("https://a.example/x", found)
    assert 'href="https://a.example/x"' in tags.link_at("https://a.example/x", None)
    assert tags.link_at("javascript:alert(1)", found) == "javascript:alert(1)"


@pytest.mark.parametrize(("language", "shown"), [("en", "7 October 2023"), ("id", "7 Oktober 2023")])
def test_the_day_of_an_event_is_printed_as_its_reader_writes_it(language, shown):
    with translation.override(language):
        assert amounts.event_day("2023-10-07") == shown
    assert amounts.event_day("2023-10") == "2023-10"


def test_no_moment_is_a_dash():
    assert tags.when(None) == "–"
    assert tags.ago(None) == "–"


def test_how_long_ago():
    assert tags.ago(now() - timedelta(hours=2)) == "2 h"
