"""Where a source says it: what stands around the words that a check found, and the address that opens the page there."""

import pytest

from claims.models import Check, Host
from claims.services import checks, rulebook, schedules
from claims.services.answers import Document
from claims.services.glimpses import AROUND, Glimpse, glimpse, glimpses
from tests.factories import a_check, a_figure, some_evidence
from tests.hostile import Source

pytestmark = pytest.mark.django_db(transaction=True)

PAGE = (
    "<html lang=en><body><p>{day} of the count.</p>"
    "<p>About 1,400 people were killed in the attack in Israel, the ministry said.</p></body></html>"
)


def test_the_rest_of_the_line_is_shown_and_no_other():
    text = "One line.\nAbout 1,400 people were killed.\nAnother line."
    at = text.index("1,400")
    assert glimpse(text, at, at + 12)[:3] == ("About ", "1,400 people", " were killed.")


def test_a_long_line_is_cut_at_whole_words():
    text = "before " * 100 + "1,400 people" + " afterwards" * 100
    found = glimpse(text, 700, 712)
    assert found.before.startswith("…before ")
    assert found.after.endswith(" afterwards…")
    assert len(found.before) <= AROUND + 1
    assert len(found.after) <= AROUND + 1


@pytest.mark.parametrize(
    ("found", "url", "address"),
    [
        (
            Glimpse("Sejak Jumat sudah ", "1.400 orang", " tewas di Aceh, kata"),
            "https://a.example/x",
            "https://a.example/x#:~:text=Sejak%20Jumat%20sudah-,1.400%20orang,-tewas%20di%20Aceh%2C",
        ),
        (Glimpse("", "5-6, say", ""), "https://a.example/#top", "https://a.example/#top:~:text=5%2D6%2C%20say"),
        (Glimpse("(US", "$5", "bn)"), "https://a.example/", "https://a.example/#:~:text=%245"),
        (Glimpse("", "5", ""), "ftp://a.example/x", "ftp://a.example/x"),
    ],
)
def test_the_address_opens_the_page_at_the_words(found, url, address):
    assert found.address(url) == address


def test_a_check_shows_where_it_found_its_words_also_when_the_page_did_not_change(editor, settings):
    with Source() as source:
        source.admit(settings)
        source.page("/toll", PAGE.format(day="First day"), media_type="text/html")
        one = some_evidence(editor, a_figure(editor), url=source.url("/toll"))
        for _ in range(2):
            schedules.due_now([one.source_id])
            Host.objects.update(next_allowed_at=None)
            checks.check_due(source_ids=[one.source_id])
    first, second = Check.objects.order_by("pk")
    assert second.snapshot.fetched == "unchanged"
    found = glimpses(Check.objects.values_list("pk", flat=True))
    assert found[first.pk].before == ""
    assert found[first.pk].words == "About 1,400 people"
    assert found[first.pk].after == " were killed in the attack in Israel, the ministry said."
    assert found[second.pk] == found[first.pk]
    assert found[second.pk].snapshot == first.snapshot_id


def test_a_page_that_other_rules_read_anew_is_shown_as_they_read_it(editor, settings):
    with Source() as source:
        source.admit(settings)
        source.page("/toll", PAGE.format(day="First day"), media_type="text/html")
        one = some_evidence(editor, a_figure(editor), url=source.url("/toll"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rulebook, "name", lambda: "of long ago")
            patch.setattr(Document, "text", "As those rules read the page.")
            checks.check_due(source_ids=[one.source_id])
        for _ in range(2):
            schedules.due_now([one.source_id])
            Host.objects.update(next_allowed_at=None)
            checks.check_due(source_ids=[one.source_id])
    first, second, third = Check.objects.order_by("pk")
    found = glimpses(Check.objects.values_list("pk", flat=True))
    assert first.pk not in found
    assert found[second.pk].words == "About 1,400 people"
    assert (found[third.pk], found[third.pk].snapshot) == (found[second.pk], second.snapshot_id)


def test_a_check_without_a_place_in_a_text_has_none(editor):
    assert glimpses([a_check(some_evidence(editor, a_figure(editor))).pk]) == {}
