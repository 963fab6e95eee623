"""An article's text becomes rows; a new version keeps the claims whose words still stand."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.models import Anchor, Claim, Figure, Quote
from claims.services import articles, extractions
from tests.factories import TEXT, an_article

pytestmark = pytest.mark.django_db


def test_every_claim_is_written_at_its_exact_place() -> None:
    article = an_article()
    tally = extractions.extract(article)
    assert (tally.figures, tally.quotes) == (Figure.objects.count(), Quote.objects.count())
    text = article.current.text
    for place in Anchor.objects.all():
        assert text[place.start : place.end] == place.exact
        assert text[: place.start].endswith(place.prefix)
        assert text[place.end :].startswith(place.suffix)
    killed = Figure.objects.get(value=1400)
    assert (killed.bound, killed.counted, killed.event) == ("about", "orang", "killed")
    place = killed.claim.anchor
    assert place.exact[killed.number_start : killed.number_end] == "1.400"
    quote = Quote.objects.get()
    assert quote.speaker_name == "Rina Wibowo"
    assert [place.exact for place in quote.claim.anchors.all()] == ["“Jumlah ini masih dapat berubah,”"]


def test_reading_twice_writes_nothing_new() -> None:
    article = an_article()
    extractions.extract(article)
    before = set(Claim.objects.values_list("uid", flat=True))
    again = extractions.extract(article)
    assert (again.figures, again.quotes) == (0, 0)
    assert set(Claim.objects.values_list("uid", flat=True)) == before


@pytest.mark.sqlite
def test_more_claims_take_no_more_statements() -> None:
    tally, statements = [], []
    for paragraphs in (1, 40):
        article = an_article("\n".join([TEXT] * paragraphs), url=f"https://news.test/{paragraphs}")
        with CaptureQueriesContext(connection) as seen:
            tally.append(extractions.extract(article))
        statements.append(len(seen))
    assert (tally[1].figures, tally[1].quotes) == (40 * tally[0].figures, 40 * tally[0].quotes)
    assert statements[1] <= statements[0]


def test_a_figure_that_the_database_cannot_keep_is_named_instead_of_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractions, "keeps", lambda value, _high: value != 1400)
    tally = extractions.extract(an_article())
    assert tally.too_long == ("sekitar 1.400 orang",)
    assert tally.figures == Figure.objects.count() == 1


@pytest.mark.sqlite
def test_fewer_digits_are_too_many_for_the_embedded_database() -> None:
    tally = extractions.extract(an_article("Anggaran negara mencapai Rp 3.325.117.234.567.891 tahun lalu."))
    assert (tally.figures, len(tally.too_long)) == ((0, 1) if connection.vendor == "sqlite" else (1, 0))


def test_a_new_version_keeps_claims_whose_words_stand_and_leaves_the_others_without_a_place() -> None:
    article = an_article()
    extractions.extract(article)
    killed = Claim.objects.get(figures__value=1400)
    taken = Claim.objects.get(figures__value=220)
    new = "Diperbarui hari ini.\n" + TEXT.replace("menyandera 220 orang", "menyandera 229 orang")
    articles.ingest(new, articles.Origin(url=article.url, language="id"))
    tally = extractions.extract(article)
    assert tally.kept == 2
    assert killed.anchor.start == new.index("sekitar 1.400 orang")
    assert taken.anchor is None
    assert Claim.objects.filter(figures__value=229).count() == 1
    assert Claim.objects.filter(figures__value=1400).count() == 1


def test_words_that_stand_twice_are_never_taken_for_each_other() -> None:
    article = an_article("Banjir menewaskan 12 orang di Demak.")
    extractions.extract(article)
    claim = Claim.objects.get()
    twice = "Pagi itu gempa menewaskan 12 orang lain, lalu longsor juga menewaskan 12 orang di Kudus."
    articles.ingest(twice, articles.Origin(url=article.url, language="id"))
    extractions.extract(article)
    assert claim.anchor is None
