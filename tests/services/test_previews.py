"""What a page says before anything is recorded."""

from ipaddress import ip_network

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from claims.models import Check, Source
from claims.services import previews
from tests import hostile
from tests.factories import a_figure, a_quote

PAGE = (
    "<html lang='en'><body><article><p>About {} people were killed in the attack in Israel.</p></article></body></html>"
)


@pytest.fixture
def source(settings):
    cache.clear()
    with hostile.Source() as served:
        settings.CLAIMS_ALLOWED_NETWORKS = [ip_network(hostile.PUBLIC)]
        settings.CLAIMS_ALLOWED_PORTS = [80, 443, served.port]
        yield served


def test_a_page_is_read_as_a_check_would_and_nothing_is_written(editor, source):
    source.page("/toll", PAGE.format("1,400"), media_type="text/html")
    found = previews.preview(a_figure(editor), url=source.url("/toll"))
    assert found.finding == "matches"
    assert "1,400" in found.words
    assert "1,400" in found.says.render()
    assert not Check.objects.exists()
    assert not Source.objects.exists()


def test_a_place_is_tried_without_asking_the_page_again(editor, source):
    source.page("/toll", b'{"killed": 1400, "hurt": 3300}', media_type="application/json")
    claim = a_figure(editor)
    assert previews.preview(claim, url=source.url("/toll"), locator="json:/killed").finding == "matches"
    assert previews.preview(claim, url=source.url("/toll"), locator="json:/nowhere").finding == "missing"
    assert len(source.hits("/toll")) == 1


def test_a_quote_is_looked_for_in_its_words(editor, source):
    source.page("/said", "<p>“Jumlah ini masih dapat berubah,” kata Rina.</p>", media_type="text/html")
    assert previews.preview(a_quote(editor), url=source.url("/said")).finding == "matches"


@pytest.mark.parametrize(
    ("url", "locator", "sentence"),
    [
        ("javascript:alert(1)", "", "no web address"),
        ("http://10.0.0.1/", "", "could not be fetched"),
        ("https://s.example/", "csv:", "csv"),
    ],
)
def test_what_cannot_be_tried_is_told(editor, url, locator, sentence):
    with pytest.raises(ValidationError, match=sentence):
        previews.preview(a_figure(editor), url=url, locator=locator)


def test_a_page_that_is_gone_is_told(editor, source):
    source.page("/gone", b"", status=404)
    with pytest.raises(ValidationError, match="could not be fetched"):
        previews.preview(a_figure(editor), url=source.url("/gone"))


def test_a_page_that_leads_elsewhere_is_told_and_not_read(editor, settings):
    """As a check does it: what another page says is not what this source said."""
    cache.clear()
    with hostile.Source(("127.0.0.2", "127.0.0.4")) as source:
        settings.CLAIMS_ALLOWED_NETWORKS = [ip_network("127.0.0.2/32"), ip_network("127.0.0.4/32")]
        settings.CLAIMS_ALLOWED_PORTS = [80, 443, source.port]
        elsewhere = source.url("/", host="127.0.0.4")
        source.answer("/toll", hostile.redirect(elsewhere))
        source.page("/", PAGE.format("1,400"), media_type="text/html")
        for _ in range(2):
            with pytest.raises(ValidationError) as told:
                previews.preview(a_figure(editor), url=source.url("/toll"))
            assert elsewhere in told.value.message_dict["url"][0]
