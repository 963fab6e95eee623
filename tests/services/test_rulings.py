"""Only an editor's ruling sets a verdict."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from claims.models import Change, Claim
from claims.services import readings, rulings
from claims.verdicts import VERDICTS
from tests.factories import a_check, a_figure, some_evidence


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_ruling_sets_the_verdict_and_keeps_the_previous_one(editor: User, verdict: str) -> None:
    claim = a_figure(editor)
    reading = a_check(some_evidence(editor, claim)).reading
    rulings.rule(claim, "misleading", editor=editor, reason="First look.")
    row = rulings.rule(claim, verdict, editor=editor, reason="The ministry's count.", readings=[reading])
    assert (claim.verdict, row.previous, row.editor, list(row.readings.all())) == (
        verdict,
        "misleading",
        editor,
        [reading],
    )
    assert claim.workflow == ("done" if VERDICTS[verdict].final else "open")
    assert claim.rulings.count() == 2


@pytest.mark.parametrize(("verdict", "reason", "says"), [("maybe", "So.", "Choose"), ("true", " ", "reason")])
def test_a_ruling_needs_a_verdict_and_a_reason(editor: User, verdict: str, reason: str, says: str) -> None:
    claim = a_figure(editor)
    with pytest.raises(ValidationError, match=says):
        rulings.rule(claim, verdict, editor=editor, reason=reason)
    assert Claim.objects.get().verdict == "unverified"


def test_a_discarded_claim_is_not_ruled_on(editor: User) -> None:
    claim = a_figure(editor)
    readings.discard(claim, editor=editor, reason="A year.")
    with pytest.raises(ValidationError, match="Restore it"):
        rulings.rule(claim, "true", editor=editor, reason="So.")


def test_a_ruling_is_in_the_change_log(editor: User) -> None:
    claim = a_figure(editor)
    row = rulings.rule(claim, "true", editor=editor, reason="So.")
    noted = set(Change.objects.values_list("row", "row_uid"))
    assert {("claim", claim.uid), ("ruling", row.uid)} <= noted
