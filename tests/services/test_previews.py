"""What a page says before anything is recorded."""

from decimal import Decimal

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Check, Host, Schedule, Source
from claims.services import checks, evidence, previews, readings
from claims.services.evidence import Terms
from tests import hostile
from tests.factories import TEXT, a_figure, a_quote, an_article

PAGE = (
    "<html lang='en'><body><article><p>About {} people were killed in the attack in Israel.</p></article></body></html>"
)


@pytest.fixture
def source(settings):
    cache.clear()
    with hostile.Source() as served:
        served.admit(settings)
        yield served


def test_a_page_is_read_as_a_check_would_and_nothing_is_written(editor, source):
    source.page("/toll", PAGE.format("1,400"), media_type="text/html")
    found = previews.preview(a_figure(editor), url=source.url("/toll"))
    assert found.finding == "matches"
    assert "1,400" in found.words
    assert "1,400" in found.says.render()
    assert not Check.objects.exists()
    assert not Source.objects.exists()


def test_the_page_is_asked_for_under_the_desks_name(editor, source, settings):
    settings.CLAIMS_FETCH_AGENT = "Harian Contoh/1"
    source.page("/toll", PAGE.format("1,400"), media_type="text/html")
    previews.preview(a_figure(editor), url=source.url("/toll"))
    assert source.hits("/toll")[0].headers["user-agent"] == "Harian Contoh/1"


def test_a_place_is_tried_without_asking_the_page_again(editor, source):
    source.page("/toll", b'{"killed": 1400, "hurt": 3300}', media_type="application/json")
    claim = a_figure(editor)
    assert previews.preview(claim, url=source.url("/toll"), terms=Terms(locator="json:/killed")).finding == "matches"
    assert previews.preview(claim, url=source.url("/toll"), terms=Terms(locator="json:/nowhere")).finding == "missing"
    assert len(source.hits("/toll")) == 1


def test_a_page_that_robots_txt_keeps_from_workers_is_not_read_before_either(editor, source, settings):
    source.page("/robots.txt", "User-agent: *\nDisallow: /toll\n", media_type="text/plain")
    source.page("/toll", PAGE.format("1,400"), media_type="text/html")
    claim = a_figure(editor)
    with pytest.raises(ValidationError, match=r"robots\.txt does not let us read"):
        previews.preview(claim, url=source.url("/toll"))
    assert not source.hits("/toll")
    settings.CLAIMS_ROBOTS = False
    assert previews.preview(claim, url=source.url("/toll")).finding == "matches"


def test_what_a_check_knows_of_robots_txt_is_not_asked_for_again(editor, source):
    source.page("/toll", PAGE.format("1,400"), media_type="text/html")
    claim = a_figure(editor)
    host = Host.objects.create(name=evidence.host_name(source.url("/toll")), robots="", robots_at=timezone.now())
    assert previews.preview(claim, url=source.url("/toll")).finding == "matches"
    assert not source.hits("/robots.txt")
    cache.clear()
    Host.objects.filter(pk=host.pk).update(robots="User-agent: *\nDisallow: /\n")
    with pytest.raises(ValidationError, match=r"robots\.txt does not let us read"):
        previews.preview(claim, url=source.url("/toll"))


def test_a_look_shows_the_words_with_the_rest_of_their_line(editor, source):
    source.page("/toll", PAGE.format("1,400"), media_type="text/html")
    found = previews.preview(a_figure(editor), url=source.url("/toll")).glimpse
    assert (found.before, found.words, found.after) == (
        "",
        "About 1,400 people",
        " were killed in the attack in Israel.",
    )


TOLLS = "<p>By noon 1,350 people had been killed in the attack in Israel.</p><p>By night 1,420 people had been killed in the attack in Israel.</p>"


def test_figures_that_may_be_meant_are_offered_and_pinned(editor, source):
    source.page("/tolls", TOLLS, media_type="text/html")
    claim = a_figure(editor)
    offers = previews.preview(claim, url=source.url("/tolls")).offers
    assert {offer.number for offer in offers} == {"1,350", "1,420"}
    noon = next(offer for offer in offers if offer.number == "1,350")
    assert (noon.before, noon.after) == ("By noon ", " people had been killed in the attack in Israel.")
    pinned = previews.preview(claim, url=source.url("/tolls"), terms=Terms(locator=noon.locator))
    assert "1,350" in pinned.words
    assert not pinned.offers
    source.page("/tolls", TOLLS.replace("1,350", "1,300"), media_type="text/html")
    cache.clear()
    assert "1,300" in previews.preview(claim, url=source.url("/tolls"), terms=Terms(locator=noon.locator)).words


@pytest.mark.django_db(transaction=True)
def test_a_check_of_the_changed_page_reads_what_was_pinned(editor, source):
    source.page("/tolls", TOLLS, media_type="text/html")
    claim = a_figure(editor)
    offers = previews.preview(claim, url=source.url("/tolls")).offers
    noon = next(offer for offer in offers if offer.number == "1,350")
    evidence.attach(claim, url=source.url("/tolls"), terms=Terms(locator=noon.locator), editor=editor)
    for toll in ("1,350", "1,390"):
        page = f"<p>Rain fell all night.</p>{TOLLS.replace('1,350', toll).replace('1,420', '1,400')}"
        source.page("/tolls", page, media_type="text/html")
        Schedule.objects.update(next_check_at=timezone.now())
        Host.objects.update(next_allowed_at=None)
        assert checks.check_due(policy=source.policy()).checks == 1
        assert toll in Check.objects.latest("pk").words


def test_words_are_pinned_that_tell_a_figure_from_those_of_a_menu_too(editor, source):
    menu = "<nav><p>By noon 1,350 people had been killed in the attack in Israel.</p></nav>"
    source.page("/menu", f"<html><body>{menu}<main>{TOLLS}</main></body></html>", media_type="text/html")
    offers = previews.preview(a_figure(editor), url=source.url("/menu")).offers
    assert [offer.number for offer in offers] == ["1,420"]


def test_a_page_without_such_figures_offers_none(editor, source):
    source.page("/calm", "<p>The council met for 12 hours.</p>", media_type="text/html")
    assert previews.preview(a_figure(editor), url=source.url("/calm")).offers == []


CSV = "Wilayah;Tewas\nIsrael;1.400\nGaza;7.326\n"
JSON = '{"Israel": {"Tewas": "1.400", "Luka": 1.400}}'


@pytest.mark.parametrize(
    ("page", "kind", "cell"),
    [
        (CSV, "text/csv", "csv:row=Israel;column=Tewas"),
        (JSON, "application/json", "json:/Israel/Tewas"),
        (JSON, "application/json", "$.Israel.Tewas"),
    ],
)
def test_a_cell_that_can_be_two_numbers_is_read_as_the_editor_says(editor, source, page, kind, cell):
    source.page("/toll.csv", page, media_type=kind)
    claim = a_figure(editor)
    found = previews.preview(claim, url=source.url("/toll.csv"), terms=Terms(locator=cell))
    assert found.finding == "ambiguous"
    assert [(offer.number, offer.read, offer.locator) for offer in found.offers] == [
        ("1.400", Decimal(1400), f"{cell};thousands=."),
        ("1.400", Decimal("1.4"), f"{cell};thousands=,"),
    ]
    for offer, finding in zip(found.offers, ("matches", "incomparable"), strict=True):
        told = previews.preview(claim, url=source.url("/toll.csv"), terms=Terms(locator=offer.locator))
        assert (told.finding, told.offers) == (finding, [])
    evidence.attach(claim, url=source.url("/toll.csv"), terms=Terms(locator=cell), editor=editor)
    evidence.attach(claim, url=source.url("/toll.csv"), terms=Terms(locator=f"{cell};thousands=."), editor=editor)
    assert [one.locator for one in claim.evidence.filter(is_active=True)] == [f"{cell};thousands=."]


def test_a_number_in_json_is_one_whatever_its_marks(editor, source):
    source.page("/toll", JSON, media_type="application/json")
    for locator in ("json:/Israel/Luka", "json:/Israel/Luka;thousands=."):
        found = previews.preview(a_figure(editor), url=source.url("/toll"), terms=Terms(locator=locator))
        assert (found.finding, found.offers) == ("incomparable", [])


def test_a_quote_is_looked_for_in_its_words(editor, source):
    source.page("/said", "<p>“Jumlah ini masih dapat berubah,” kata Rina.</p>", media_type="text/html")
    assert previews.preview(a_quote(editor), url=source.url("/said")).finding == "matches"


BOTH = "<p>About 1,400 people were killed in the attack in Israel. The group took 220 people hostage.</p>"


def two_claims_of_a_page(editor, source):
    source.page("/both", BOTH, media_type="text/html")
    article = an_article()
    held = a_figure(editor, article, "220 orang", value=220, bound="exact", event="hostage")
    return article, a_figure(editor, article), held


def test_one_look_at_a_page_tells_of_every_claim(editor, source):
    article, killed, held = two_claims_of_a_page(editor, source)
    elsewhere, quote = a_figure(editor, value=77, words="220 orang", bound="exact"), a_quote(editor, article)
    found = previews.previews([killed, held, elsewhere, quote], url=source.url("/both"))
    assert [(found[one.pk].finding) for one in (killed, held, quote)] == ["matches", "matches", "missing"]
    assert found[elsewhere.pk].finding != "matches"
    assert "220" in found[held.pk].words
    assert len(source.hits("/both")) == 1


def test_other_claims_that_the_page_answers_are_offered(editor, source):
    article, killed, held = two_claims_of_a_page(editor, source)
    a_quote(editor, article)
    a_figure(editor)  # of another article

    def offered():
        return [*previews.answered_beside(killed, url=f"{source.url('/both')}#top")]

    assert offered() == [held.pk]
    row = evidence.attach(held, url=source.url("/both"), editor=editor)
    assert offered() == []
    evidence.detach(row, editor=editor)
    assert offered() == [held.pk]
    readings.discard(held, editor=editor, reason="No claim.")
    assert offered() == []
    assert len(source.hits("/both")) == 1


def test_looking_ends_while_somebody_waits(editor, source, monkeypatch):
    source.page("/both", BOTH, media_type="text/html")
    monkeypatch.setattr(previews, "LONGEST", 0.0)
    article = an_article()
    assert len(previews.previews([a_figure(editor, article), a_quote(editor, article)], url=source.url("/both"))) == 1


@pytest.mark.parametrize(
    ("url", "terms", "sentence"),
    [
        ("javascript:alert(1)", Terms(), "no web address"),
        ("http://10.0.0.1/", Terms(), "could not be fetched"),
        ("https://s.example/", Terms(locator="csv:"), "csv"),
        ("https://s.example/", Terms(tolerance=Decimal(-1)), "negative"),
    ],
)
def test_what_cannot_be_tried_is_told(editor, url, terms, sentence):
    with pytest.raises(ValidationError, match=sentence):
        previews.preview(a_figure(editor), url=url, terms=terms)


def test_a_page_that_is_gone_is_told(editor, source):
    source.page("/gone", b"", status=404)
    with pytest.raises(ValidationError, match="could not be fetched"):
        previews.preview(a_figure(editor), url=source.url("/gone"))


def test_a_page_that_leads_elsewhere_is_told_and_not_read(editor, settings):
    """As a check does it: what another page says is not what this source said."""
    cache.clear()
    with hostile.Source(("127.0.0.2", "127.0.0.4")) as source:
        source.admit(settings, ("127.0.0.2", "127.0.0.4"))
        elsewhere = source.url("/", host="127.0.0.4")
        source.answer("/toll", hostile.redirect(elsewhere))
        source.page("/", PAGE.format("1,400"), media_type="text/html")
        for _ in range(2):
            with pytest.raises(ValidationError) as told:
                previews.preview(a_figure(editor), url=source.url("/toll"))
            assert elsewhere in told.value.message_dict["url"][0]


def test_a_later_figure_supersedes_that_of_a_text_that_tells_its_own_day(editor, source):
    later = "<p>As of 12 November 2023 about 1,200 people were killed in the attack in Israel.</p>"
    source.page("/later", later, media_type="text/html")
    told, untold = (an_article(f"{day}{TEXT}", published_at=None) for day in ("Pagi\n\nJumat, 27 Oktober 2023\n\n", ""))
    found = [
        previews.preview(a_figure(editor, article), url=source.url("/later")).finding for article in (told, untold)
    ]
    assert found == ["superseded", "differs"]
