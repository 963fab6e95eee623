"""Counts as people read them."""

import pytest
from django.template import Context, Template
from django.utils import translation

from claims.models import Party
from claims.services import counts
from claims.services.counts import Count

SHOWN = [
    (Count(0), "0", "0"),
    (Count(999), "999", "999"),
    (Count(1400), "1,400", "1.400"),
    (Count(10_000, 10_000), "10,000", "10.000"),
    (Count(10_001, 10_000), "more than 10,000", "lebih dari 10.000"),
]


@pytest.mark.parametrize(("found", "english", "indonesian"), SHOWN)
def test_a_count_is_shown_as_its_reader_writes_numbers(found: Count, english: str, indonesian: str) -> None:
    """In a page, in a sentence and by itself."""
    page = Template("{{ n }} {% blocktranslate count k=n %}{{ k }}{% plural %}{{ k }}{% endblocktranslate %}")
    for language, words in (("en", english), ("id", indonesian)):
        with translation.override(language):
            assert (str(found), f"{found}", page.render(Context({"n": found}))) == (words, words, f"{words} {words}")


@pytest.mark.django_db
@pytest.mark.parametrize(("there", "told", "is_cut"), [(2, 2, False), (3, 3, False), (4, 3, True), (9, 3, True)])
def test_counting_stops_and_says_so(
    there: int, told: int, is_cut: bool, monkeypatch, django_assert_num_queries
) -> None:
    monkeypatch.setattr(counts, "MOST_COUNTED", 3)
    Party.objects.bulk_create([Party(name=f"P{n}") for n in range(there)])
    with django_assert_num_queries(1) as asked:
        found = counts.count(Party.objects.all())
    assert (found, found.is_cut) == (told, is_cut)
    assert "LIMIT 4" in asked[0]["sql"]
