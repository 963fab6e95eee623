"""Who may do what: two groups, made by our migrate; and what people are called."""

from django.contrib.auth.models import Group, Permission, User
from django.db.models import Q

EDITORS = "Editors"
RESEARCHERS = "Researchers"
DESK_ROWS = ("article", "claim", "source", "evidence", "alert", "outlet", "party", "schedule", "host", "job")
"""What an editor may add and change; every row may be viewed; nothing is deleted."""


def name(user: User) -> str:
    """The name by which colleagues know a user; the name for signing in only of who gave no other."""
    return user.get_full_name() or user.get_username()


def ensure_groups() -> None:
    """Make both groups and give them their permissions."""
    ours = Permission.objects.filter(content_type__app_label="claims")
    view = Q(codename__startswith="view_")
    change = Q(content_type__model__in=DESK_ROWS) & (Q(codename__startswith="add_") | Q(codename__startswith="change_"))
    ruling = Q(codename__in=("add_ruling", "add_release"))
    editors, _made = Group.objects.get_or_create(name=EDITORS)
    editors.permissions.set(ours.filter(view | change | ruling))
    researchers, _made = Group.objects.get_or_create(name=RESEARCHERS)
    researchers.permissions.set(ours.filter(view))
