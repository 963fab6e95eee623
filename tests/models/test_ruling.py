"""Rulings are called by their verdict, in the reader's language."""

from django.contrib.auth.models import User

from claims.services import releases, rulings
from tests.factories import a_figure


def test_decisions_are_called_by_what_they_decide(editor: User) -> None:
    claim = a_figure(editor)
    assert str(rulings.rule(claim, "false", editor=editor, reason="So.")) == "False"
    assert str(releases.release(claim, editor=editor)) == "released"
