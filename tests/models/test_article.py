"""Constraints of articles and versions, as the database keeps them."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from claims.models import Article, Outlet, Version
from tests.factories import an_article

pytestmark = pytest.mark.django_db
SAME = {"fingerprint": "f" * 64, "language": "id"}


@pytest.mark.parametrize("origin", [{"url": "https://a.example/"}, {"outlet": "Harian"}, {}])
def test_one_text_is_one_article_at_one_origin_even_when_two_write_at_once(origin: dict[str, str]) -> None:
    known = dict(origin)
    if "outlet" in known:
        known["outlet"] = Outlet.objects.create(name=known["outlet"])
    Article.objects.create(**SAME, **known)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.create(**SAME, **known)
    Article.objects.create(**SAME, url="https://elsewhere.example/")


def test_versions_are_numbered_and_the_newest_is_current() -> None:
    article = an_article()
    new = {"article": article, "text": "baru", "sha256": "s", "captured_at": timezone.now(), "how": "paste"}
    second = Version.objects.create(n=2, **new)
    assert article.current == second
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.create(n=2, **new)


def test_an_article_is_called_by_its_title_or_address() -> None:
    assert str(an_article(title="Judul")) == "Judul"
    assert str(Article(url="https://a.example/")) == "https://a.example/"


@pytest.mark.parametrize(
    ("published", "zone", "expected"),
    [
        (datetime(2023, 10, 26, 18, tzinfo=UTC), "Asia/Jakarta", date(2023, 10, 27)),
        (datetime(2023, 10, 26, 18, tzinfo=UTC), "UTC", date(2023, 10, 26)),
        (datetime(2023, 10, 27, 1, tzinfo=UTC), "America/New_York", date(2023, 10, 26)),
        (datetime(2023, 10, 26, 18, tzinfo=UTC), "", date(2023, 10, 27)),  # on the newsroom's clock, in Jakarta
        (None, "Asia/Jakarta", None),
    ],
)
def test_the_day_of_print_where_it_was_printed(published: datetime | None, zone: str, expected: date | None) -> None:
    assert Article(published_at=published, zone=zone).published_on == expected
