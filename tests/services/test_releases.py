"""Claims go to the public and come back."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from claims.models import Change
from claims.services import readings, releases
from tests.factories import a_figure


def test_a_claim_is_released_and_withdrawn_with_a_record_of_each(editor: User) -> None:
    claim = a_figure(editor)
    releases.release(claim, editor=editor)
    assert claim.is_released
    releases.withdraw(claim, editor=editor, reason="The source was misread.")
    assert not claim.is_released
    assert list(claim.releases.order_by("id").values_list("act", "reason")) == [
        ("release", ""),
        ("withdraw", "The source was misread."),
    ]
    assert Change.objects.filter(row_uid=claim.uid, act="withdrawn").count() == 1


def test_acts_that_make_no_sense_are_refused(editor: User) -> None:
    claim = a_figure(editor)
    with pytest.raises(ValidationError, match="not released"):
        releases.withdraw(claim, editor=editor, reason="Oh.")
    releases.release(claim, editor=editor)
    with pytest.raises(ValidationError, match="released already"):
        releases.release(claim, editor=editor)
    with pytest.raises(ValidationError, match="Say why"):
        releases.withdraw(claim, editor=editor, reason="")
    discarded = a_figure(editor)
    readings.discard(discarded, editor=editor, reason="A year.")
    with pytest.raises(ValidationError, match="Restore it"):
        releases.release(discarded, editor=editor)
