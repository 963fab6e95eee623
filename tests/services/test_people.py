"""The two groups."""

from django.contrib.auth.models import User


def test_editors_work_and_researchers_read(editor: User, researcher: User, stranger: User) -> None:
    assert editor.has_perms(["claims.add_ruling", "claims.change_claim", "claims.add_evidence", "claims.view_check"])
    assert not editor.has_perm("claims.delete_claim")
    assert not editor.has_perm("claims.change_ruling")
    assert researcher.has_perm("claims.view_claim")
    assert not researcher.has_perm("claims.change_claim")
    assert not stranger.has_perm("claims.view_claim")
