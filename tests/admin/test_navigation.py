"""The side bar."""

from django.urls import reverse

from claims.admin import navigation
from tests.admin.test_rechecking import moved


def links(rf, user, path: str) -> list[dict]:
    request = rf.get(path)
    request.user = user
    return [item for group in navigation.items(request) for item in group["items"]]


def test_one_entry_is_the_current_one(rf, editor):
    for name in ("index", "claims_article_add", "claims_schedule_rechecking", "claims_source_changelist"):
        current = [item["link"] for item in links(rf, editor, reverse(f"admin:{name}")) if item["active"]]
        assert current == [reverse(f"admin:{name}")]


def test_open_alerts_are_counted(editor):
    assert navigation.alerts_waiting() == ""
    moved(editor)
    assert navigation.alerts_waiting() == "1"


def test_only_what_may_be_seen_is_offered(rf, editor, stranger):
    def offered(user) -> int:
        request = rf.get("/admin/")
        request.user = user
        return sum(item["permission"](request) for item in links(rf, user, "/admin/") if "permission" in item)

    assert offered(stranger) == 0
    assert offered(editor) > 15
