"""The theme's side bar and style sheet."""

from functools import partial
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from claims.models import Alert

DESK = (
    ("article", "article"),
    ("claim", "fact_check"),
    ("alert", "notifications"),
    ("source", "link"),
    ("evidence", "attach_file"),
)
NAMES = (("outlet", "newspaper"), ("party", "groups"), ("host", "dns"))
RECORDS = (
    ("version", "description"),
    ("check", "rule"),
    ("reading", "show_chart"),
    ("snapshot", "photo_camera"),
    ("ruling", "gavel"),
    ("release", "public"),
    ("handling", "assignment_ind"),
    ("currencychange", "history"),
)
OPERATION = (("job", "work_history"), ("delivery", "outgoing_mail"))
PEOPLE = (("user", "person"), ("group", "group"))


def style(request: HttpRequest) -> str:
    """The address of the style sheet that every themed page loads."""
    return static("claims/themed.css")


def kept(request: HttpRequest) -> str:
    """The address of the script that keeps what was typed, on every themed page."""
    return static("claims/kept.js")


def reach(request: HttpRequest) -> str:
    """The address of the script that opens the theme to keyboards and screen readers."""
    return static("claims/reach.js")


def icon(request: HttpRequest) -> str:
    """The address of the icon."""
    return static("claims/icon.svg")


def alerts_waiting() -> str:
    """How many alerts wait, for the side bar; nothing when none does."""
    waiting = Alert.objects.filter(state=Alert.State.OPEN)[:100].count()
    if not waiting:
        return ""
    return str(waiting) if waiting <= 99 else "99+"


def items(request: HttpRequest) -> list[dict[str, Any]]:
    """The side bar: the day's work first, records and operation folded away."""
    first = {"title": _("Today"), "icon": "home", "link": reverse("admin:index")}
    adding = {
        "title": _("Add article"),
        "icon": "add_circle",
        "link": reverse("admin:claims_article_add"),
        "permission": lambda asked: asked.user.has_perm("claims.add_article"),
    }
    rechecking = {
        "title": _("Re-checking"),
        "icon": "published_with_changes",
        "link": reverse("admin:claims_schedule_rechecking"),
        "permission": lambda asked: asked.user.has_perm("claims.view_schedule"),
    }
    groups = [
        _group("", [first, adding, *_models(DESK), rechecking], collapsible=False),
        _group(_("Names and addresses"), _models(NAMES)),
        _group(_("Records"), _models(RECORDS)),
        _group(_("Operation"), [*_models(OPERATION), *_models(PEOPLE, app="auth")]),
    ]
    links = [item for group in groups for item in group["items"]]
    here = max((item["link"] for item in links if request.path.startswith(item["link"])), key=len, default="")
    for item in links:
        item["active"] = item["link"] == here
        if item["icon"] == "notifications":
            item["badge"] = alerts_waiting()
    return groups


def _group(title: str, links: list[dict[str, Any]], *, collapsible: bool = True) -> dict[str, Any]:
    return {"title": title, "separator": bool(title), "collapsible": collapsible, "items": links}


def _models(rows: tuple[tuple[str, str], ...], app: str = "claims") -> list[dict[str, Any]]:
    return [
        {
            "title": capfirst(str(apps.get_model(app, name)._meta.verbose_name_plural)),
            "icon": icon,
            "link": reverse(f"admin:{app}_{name}_changelist"),
            "permission": partial(_may_view, f"{app}.view_{name}"),
        }
        for name, icon in rows
    ]


def _may_view(permission: str, request: HttpRequest) -> bool:
    return request.user.has_perm(permission)
