"""The truth table: who sees which rows."""

import pytest
from django.contrib.auth.models import AnonymousUser, User

from claims.models import visibility
from claims.services import releases, rulings
from tests.factories import a_check, a_figure, some_evidence

LOOKS = ("claims_for", "articles_for", "sources_for", "checks_for", "rulings_for")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("who", "unreleased", "released"),
    [("anonymous", 0, 1), ("stranger", 0, 1), ("researcher", 1, 1), ("editor", 1, 1)],
)
def test_who_sees_what(
    editor: User, researcher: User, stranger: User, look: str, who: str, unreleased: int, released: int
) -> None:
    people = {"anonymous": AnonymousUser(), "stranger": stranger, "researcher": researcher, "editor": editor}
    claim = a_figure(editor)
    a_check(some_evidence(editor, claim))
    rulings.rule(claim, "true", editor=editor, reason="So it is.")
    rows = getattr(visibility, look)
    assert rows(people[who]).count() == unreleased
    releases.release(claim, editor=editor)
    assert rows(people[who]).count() == released
    releases.withdraw(claim, editor=editor, reason="A mistake.")
    assert rows(people[who]).count() == unreleased
