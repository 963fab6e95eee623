"""A source typed in one row is found or made, and read at once."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from claims.models import Evidence, Schedule, Source
from claims.services import evidence
from tests.factories import a_figure, some_evidence


def test_a_source_is_made_with_its_publisher_and_is_due_at_once(editor: User) -> None:
    row = some_evidence(editor, a_figure(editor), publisher="Kementerian Kesehatan", tolerance=Decimal(5))
    assert row.source.publisher.name == "Kementerian Kesehatan"
    assert list(Schedule.objects.due(timezone.now())) == [row.source.schedule]
    assert row.source.schedule.host.name == "source.example"


def test_a_known_source_is_shared_and_becomes_due_again(editor: User) -> None:
    first = some_evidence(editor, a_figure(editor))
    Schedule.objects.update(next_check_at=None)
    second = some_evidence(editor, a_figure(editor), url="https://source.example/toll#part")
    assert second.source == first.source
    assert Source.objects.count() == 1
    assert Schedule.objects.due(timezone.now()).count() == 1


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"url": "not an address"}, "no web address"),
        ({"url": "file:///etc/passwd"}, "no web address"),
        ({"url": f"https://a.example/{'a' * 2000}"}, "too long"),
        ({"url": "https://a.example/", "stance": "likes"}, "supports, refutes"),
        ({"url": "https://a.example/", "terms": evidence.Terms(tolerance=Decimal(-1))}, "negative"),
        ({"url": "https://a.example/", "terms": evidence.Terms(locator="json:no-slash")}, "."),
        ({"url": "https://a.example/", "terms": evidence.Terms(locator=f"json:/{'a' * 500}")}, "longer than 500"),
    ],
)
def test_what_cannot_be_a_source_is_refused(editor: User, given: dict, says: str) -> None:
    claim = a_figure(editor)
    with pytest.raises(ValidationError, match=says):
        evidence.attach(claim, editor=editor, **given)
    assert Source.objects.count() == 0


def test_a_source_hangs_on_a_claim_once_and_comes_back_after_a_detour(editor: User) -> None:
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    with pytest.raises(ValidationError, match="already"):
        some_evidence(editor, claim)
    evidence.detach(row, editor=editor)
    assert some_evidence(editor, claim, stance="refutes") == row
    row.refresh_from_db()
    assert (row.is_active, row.stance) == (True, "refutes")


def test_pinned_words_take_the_place_of_the_search_in_the_same_page(editor: User) -> None:
    claim = a_figure(editor)
    searched = some_evidence(editor, claim)
    in_a_table = some_evidence(editor, claim, locator="table:row=Gaza;column=Killed")
    pinned = some_evidence(editor, claim, locator='words:exact="1,350"')
    standing = Evidence.objects.filter(claim=claim, is_active=True)
    assert set(standing) == {in_a_table, pinned}
    assert some_evidence(editor, claim) == searched  # it can be hung there again


def test_a_source_is_hung_on_several_claims_or_on_none(editor: User) -> None:
    first, second = a_figure(editor), a_figure(editor)
    row = some_evidence(editor, first)
    made = evidence.attach_also(
        [first, second], url="https://source.example/toll#part", stance="context", editor=editor
    )
    assert [(one.claim, one.source, one.stance) for one in made] == [(second, row.source, "context")]
    with pytest.raises(ValidationError, match="supports, refutes"):
        evidence.attach_also([a_figure(editor)], url="https://other.example/", stance="likes", editor=editor)
    assert (Source.objects.count(), Evidence.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://Example.org/x", "example.org"),
        ("http://example.org:80/", "example.org"),
        ("http://127.0.0.1:8099/x", "127.0.0.1:8099"),
    ],
)
def test_politeness_is_kept_by_host(url: str, name: str) -> None:
    assert evidence.host_name(url) == name
