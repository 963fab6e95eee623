"""What the admin pages of all rows share: capped counts, read-only records, desk rows with compare-and-swap."""

from functools import cached_property
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from simple_history.admin import SimpleHistoryAdmin
from unfold.admin import ModelAdmin, TabularInline
from unfold.decorators import display
from unfold.views import ChangeList
from unfold.widgets import UnfoldAdminTextareaWidget

from claims.admin import amounts, tags
from claims.models.rows import Desk, RowMoved
from claims.services import counts, editing

TONES = {
    "unverified": "default", "true": "success", "partly_true": "info", "unproven": "warning", "misleading": "warning",
    "false": "danger", "not_checkable": "default",
    "unchecked": "default", "current": "success", "superseded": "danger", "disputed": "warning",
    "matches": "success", "differs": "danger", "incomparable": "info", "ambiguous": "warning", "missing": "warning",
    "ok": "success", "unchanged": "success", "moved": "info", "gone": "danger", "blocked": "warning",
    "unreachable": "warning", "unreadable": "warning", "too_large": "warning", "incomplete": "warning",
    "open": "danger", "acknowledged": "warning", "closed": "success",
    "queued": "default", "running": "info", "done": "success", "failed": "danger",
    "active": "success", "paused": "default", "quarantined": "danger",
    "pending": "info", "sent": "success", "dead": "danger",
}  # fmt: skip
"""The theme's label colour of each state that a list shows."""


class CappedPaginator(Paginator):
    """Counts no further than a list of the desk does; who wants older rows filters or searches."""

    @cached_property
    def count(self) -> counts.Count:
        rows: Any = self.object_list
        return counts.count(rows)


class Rows(ChangeList):
    """A list that offers to show all only when something hides rows."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        if not (self.query or self.has_active_filters):
            self.full_result_count = self.result_count


class Listed(ModelAdmin):
    """Any row's pages. Nothing is deleted in the admin."""

    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    list_max_show_all = 200
    list_filter_submit = True
    compressed_fields = True

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Rows

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class RecordAdmin(Listed):
    """A record: written once, so it can be looked at and nothing else."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class RecordInline(TabularInline):
    """Records that belong to a row, newest first, to be looked at."""

    extra = 0
    max_num = 0
    can_delete = False
    show_change_link = True
    hide_title = True
    per_page = 20

    def get_readonly_fields(self, request: HttpRequest, obj: models.Model | None = None) -> Any:
        return self.fields

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class OfClaims(ModelAdmin):
    """Rows that each belong to a claim, which is shown by its words and leads to the workbench."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Any]:
        return super().get_queryset(request).prefetch_related("claim__anchors")

    @display(description=_("claim"))
    def words(self, row: Any) -> SafeString | str:
        if row.claim is None:
            return "–"
        places = list(row.claim.anchors.all())
        return anchor(desk_address(row.claim.article_id, row.claim_id), places[-1].exact[:80] if places else "–")


class DeskForm(forms.ModelForm):
    """Carries the row's version through the form, so that nobody overwrites what somebody else has just written."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.instance.row_version

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk and cleaned.get("seen") != self.instance.row_version:
            raise ValidationError(
                _(
                    "Somebody else changed this row while you were writing. What you typed is still here; "
                    "open the page again in another tab to see what changed."
                )
            )
        return cleaned


class DeskAdmin(Listed):
    """A desk row: changed through `services.editing`, compare-and-swap."""

    form = DeskForm

    def save_model(self, request: HttpRequest, obj: Desk, form: Any, change: bool) -> None:
        if change:
            editing.save(obj, seen=form.cleaned_data["seen"])
        else:
            editing.add(obj)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except RowMoved as moved:
            messages.error(request, str(moved))
            return HttpResponseRedirect(request.get_full_path())


class KeptAdmin(SimpleHistoryAdmin, DeskAdmin):
    """A desk row whose every change is kept as history."""


class Lines(forms.CharField):
    """A list of words, typed one a line."""

    widget = UnfoldAdminTextareaWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "help_text": _("One a line."), **kwargs})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]  # a list from a text field
        return [" ".join(line.split()) for line in (super().to_python(value) or "").splitlines() if line.strip()]


def editor_of(request: HttpRequest) -> User:
    """Who is signed in: the admin lets nobody else this far."""
    assert isinstance(request.user, User)
    return request.user


def clock(name: str, label: Any) -> Any:
    """A list's column that shows a moment with its zone."""

    @display(description=label, ordering=name)
    def shown(self: ModelAdmin, row: models.Model) -> SafeString | str:
        return tags.when(getattr(row, name))

    return shown


def labelled(name: str, label: Any) -> Any:
    """A list's column that shows a state in the theme's colour for it, nothing where there is none."""

    @display(description=label, label=TONES, ordering=name)
    def shown(self: ModelAdmin, row: models.Model) -> tuple[str, str] | None:
        key = getattr(row, name)
        return (key, str(getattr(row, f"get_{name}_display")())) if key else None

    return shown


def by(name: str, label: Any, nobody: str = "–") -> Any:
    """A column or field that shows a user by the name that colleagues know."""

    @display(description=label, ordering=name)
    def shown(self: Any, row: models.Model) -> str:
        user = getattr(row, name)
        return amounts.person(user) if user or not nobody else nobody

    return shown


def verdict(name: str, label: Any) -> Any:
    """A field that shows a verdict by its label."""

    @display(description=label)
    def shown(self: Any, row: models.Model) -> str:
        return amounts.verdict(getattr(row, name))

    return shown


def anchor(address: str, words: str) -> SafeString:
    """A link inside the admin."""
    return format_html('<a class="go" href="{}">{}</a>', address, words)


def desk_address(article_id: int, claim_id: int | None = None) -> str:
    """Where an article's workbench is, opened at one of its claims."""
    address = reverse("admin:claims_article_desk", args=(article_id,))
    return f"{address}?claim={claim_id}#claim-{claim_id}" if claim_id else address
