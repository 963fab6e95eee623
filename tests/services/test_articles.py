"""Articles come in: kept exactly, once, and bad input is refused in a sentence."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import settings as searches
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from claims.models import Article, Snapshot, Version
from claims.services import articles
from claims.services.articles import Origin, ingest, ingest_file
from tests.factories import TEXT
from tests.hostile import Source, redirect

pytestmark = pytest.mark.django_db
HERE = Origin(url="https://news.example/1", language="id")


def test_a_text_is_kept_exactly_but_for_its_newlines() -> None:
    text = "\ufeffBaris satu\r\nbaris\u00a0dua\rbaris tiga 👩‍👩‍👧 e\u0301 \u202e akhir  "
    kept = ingest(text, HERE).version
    kept.refresh_from_db()
    assert kept.text == text.replace("\r\n", "\n").replace("\r", "\n")


def is_seen(text: str) -> bool:
    """Whether a text has anything that can be seen."""
    return any(char.isprintable() and char != " " for char in text)


class Exactly(TestCase):
    @searches(max_examples=30, deadline=None)
    @given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"]), min_size=1).filter(is_seen))
    def test_any_text_is_kept_exactly(self, text: str) -> None:
        version = ingest(text, Origin(language="id")).version
        assert Version.objects.get(pk=version.pk).text == text


@pytest.mark.parametrize(
    ("first", "second", "is_one"),
    [
        (Origin(url="https://a.example/"), Origin(url="https://a.example/"), True),
        (Origin(url="https://a.example/", outlet="Harian"), Origin(url="https://b.example/", outlet="harian"), True),
        (Origin(outlet="Harian"), Origin(outlet="Harian"), True),
        (Origin(), Origin(), True),
        (Origin(url="https://a.example/"), Origin(url="https://b.example/"), False),
        (Origin(outlet="Harian"), Origin(outlet="Warta"), False),
        (Origin(url="https://a.example/"), Origin(), False),
    ],
)
def test_the_same_text_from_one_address_or_outlet_is_one_article(first: Origin, second: Origin, is_one: bool) -> None:
    one, two = ingest(TEXT, first), ingest(TEXT, second)
    assert (one.article == two.article) is is_one
    assert (one.is_new, two.is_new) == (True, not is_one)
    if not is_one:
        assert two.article.same_text_as == one.article


def test_a_changed_text_at_the_same_address_is_a_new_version() -> None:
    first, second = ingest(TEXT, HERE), ingest(TEXT + "Diperbarui.", HERE)
    assert second.article == first.article
    assert [version.n for version in second.article.versions.order_by("n")] == [1, 2]
    assert ingest(TEXT, HERE).is_new is False


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "There is no text"),
        (" \n\t\u00a0", "There is no text"),
        ("\u200b\u2060 \u202e", "There is no text"),
        ("a\0b", "invisible characters that cannot be kept"),
        ("a\ud800b", "character 1"),
        ("x" * (articles.MOST_CHARACTERS + 1), "2,000,001 characters"),
    ],
)
def test_a_text_that_cannot_be_kept_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        ingest(text, HERE)
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    ("origin", "says"),
    [
        (Origin(language="xx"), "“xx” is unknown. Known languages: .*en.*id"),
        (Origin(url="ftp://a.example/"), "no web address"),
        (Origin(url="javascript:alert(1)"), "no web address"),
        (Origin(url=f"https://a.example/{'a' * 2000}"), "too long"),
        (Origin(published_at=timezone.now() + timedelta(days=30)), "future"),
        (Origin(published_at=datetime.fromisoformat("0001-01-01T00:00:00+07:00")), "first newspapers"),
        (Origin(url="https://editor:secret@a.example/1"), "password"),
        (Origin(url="https://editor@a.example/1"), "user name"),
    ],
)
def test_what_cannot_be_said_of_a_text_is_refused_in_a_sentence(origin: Origin, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        ingest(TEXT, origin)


def test_the_language_is_guessed_when_not_given() -> None:
    assert ingest(TEXT, Origin()).article.language == "id"
    assert ingest("The ministry said on Friday that 1,400 people had been killed.", Origin()).article.language == "en"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "No article text"),
        (b"\x7fELF" + bytes(2000), "No article text"),
    ],
)
def test_a_file_without_text_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        ingest_file(data, Origin(), name="berita.txt")


def test_a_text_file_keeps_its_text_and_a_page_gives_its_article(editor: User) -> None:
    kept = ingest_file(TEXT.encode(), Origin(editor=editor), name="berita.txt")
    assert kept.version.text == TEXT
    assert kept.article.added_by == editor
    paragraphs = "".join(f"<p>{line} Kalimat ini cukup panjang untuk sebuah berita.</p>" for line in TEXT.split("\n"))
    page = f"<html><head><title>Judul</title></head><body><nav>Menu Masuk</nav><article><h1>Judul</h1>{paragraphs}"
    read = ingest_file(page.encode(), Origin(), name="berita.html")
    assert "menewaskan sekitar 1.400 orang" in read.version.text
    assert "Menu Masuk" not in read.version.text


@pytest.mark.parametrize(
    ("moment", "zone", "read"),
    [
        ("2023-10-27T09:00:00+07:00", "", "2023-10-27T02:00:00+00:00"),
        ("2023-10-27", "Asia/Jakarta", "2023-10-26T17:00:00+00:00"),
        ("27/10/2023", "", None),
        ("2099-01-01", "", None),
        ("0001-01-01T00:00:00", "Asia/Jakarta", None),
        ("0001-01-01T00:00:00+07:00", "", None),
        ("9999-12-31T23:59:59-12:00", "", None),
        (None, "", None),
    ],
)
def test_a_date_that_a_page_states_is_taken_only_when_it_can_be(
    moment: str | None, zone: str, read: str | None
) -> None:
    found = articles.stated(moment, zone)
    assert (found.astimezone(UTC).isoformat() if found else None) == read


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ({"status": 404}, "could not be fetched"),
        ({"status": 500}, "could not be fetched"),
        ({"body": b"%PDF-1.7 nonsense", "media_type": "text/html"}, "No article text"),
        ({"body": b"", "media_type": "text/html"}, r"The page is empty\."),
        ({"body": b"<p>x", "length": 10**9}, "could not be fetched"),
    ],
)
def test_an_address_that_gives_no_article_is_refused_in_a_sentence(page: dict, says: str, settings: Any) -> None:
    with Source() as source:
        source.admit(settings)
        source.page("/berita", **page)
        with pytest.raises(ValidationError, match=says) as refused:
            articles.ingest_url(Origin(url=source.url("/berita")))
    assert "\n" not in refused.value.messages[0]
    assert Article.objects.count() == 0
    assert Snapshot.objects.count() == 1


def test_an_article_that_moved_elsewhere_is_not_taken_for_the_one_asked_for(settings: Any) -> None:
    with Source(("127.0.0.2", "127.0.0.4")) as source:
        source.admit(settings, ("127.0.0.2", "127.0.0.4"))
        source.answer("/berita", redirect(source.url("/", host="127.0.0.4")))
        source.page("/", f"<article><p>{TEXT}</p></article>")
        with pytest.raises(ValidationError, match=r"has moved to http://127\.0\.0\.4"):
            articles.ingest_url(Origin(url=source.url("/berita")))


def test_a_file_with_half_a_surrogate_pair_is_refused_in_words() -> None:
    with pytest.raises(ValidationError, match="half of a character"):
        ingest_file(TEXT.encode() + b"\xed\xa0\x80", HERE, name="berita.txt")


DATED = "Banjir di Cikupa\n\nJumat, {} Oktober {} 10:15 WIB\n\nSebanyak 27 orang tewas di Desa Cikupa dan 312 rumah rusak.\n"


@pytest.mark.parametrize(
    ("text", "known", "told"),
    [
        (DATED.format(27, 2023), {"zone": "Asia/Jayapura"}, datetime(2023, 10, 26, 15, tzinfo=UTC)),
        (DATED.format(27, 2023), {}, datetime(2023, 10, 26, 17, tzinfo=UTC)),
        (DATED.format(27, 2149), {}, None),
        (DATED.format(27, 1500), {}, None),
        (TEXT, {}, None),
    ],
)
def test_the_day_that_a_text_tells_is_taken_where_none_was_given(
    text: str, known: dict[str, str], told: datetime | None
) -> None:
    taken = ingest(text, Origin(language="id", **known))
    taken.article.refresh_from_db()
    assert (taken.article.published_at, taken.told) == (told, told)


def test_a_day_that_was_given_stands() -> None:
    given_at = datetime(2023, 11, 1, 2, tzinfo=UTC)
    taken = ingest(DATED.format(27, 2023), Origin(language="id", published_at=given_at))
    assert (taken.article.published_at, taken.told) == (given_at, None)


def test_nobody_is_told_of_a_day_that_the_page_tells_itself() -> None:
    page = (
        "<html><head><meta property='article:published_time' content='2023-10-28T08:00:00+07:00'></head><body><article>"
    )
    body = "".join(f"<p>{line}</p>" for line in DATED.format(27, 2023).splitlines() if line)
    taken = ingest_file(f"{page}{body}</article></body></html>".encode(), Origin(language="id"), name="a.html")
    assert (taken.article.published_at, taken.told) == (datetime(2023, 10, 28, 1, tzinfo=UTC), None)
