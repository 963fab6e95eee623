"""Sources with their schedules, the evidence that hangs on them, the hosts they live on."""

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline
from unfold.decorators import action, display
from unfold.widgets import UnfoldAdminTextInputWidget

from claims.admin import amounts, charts, rechecking, tags
from claims.admin.base import TONES, DeskAdmin, DeskForm, KeptAdmin, OfClaims, clock, labelled
from claims.models import Evidence, Host, Schedule, Source
from claims.models.source import HOUR
from claims.services import editing, telling
from claims.services.evidence import Terms


class ScheduleForm(forms.ModelForm):
    """Limits of the interval, in hours as editors think of them."""

    least_hours = forms.DecimalField(
        label=_("At least every … hours"),
        min_value=Decimal("0.1"),
        max_value=24 * 365,
        widget=UnfoldAdminTextInputWidget,
    )
    most_hours = forms.DecimalField(
        label=_("At most every … hours"),
        min_value=Decimal("0.1"),
        max_value=24 * 365,
        widget=UnfoldAdminTextInputWidget,
    )

    class Meta:
        model = Schedule
        fields = ("state", "next_check_at")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_check_at"].help_text = _("On the newsroom's clock, %(zone)s.") % {
            "zone": settings.CLAIMS_ZONE
        }
        for name in ("least", "most"):
            hours = Decimal(getattr(self.instance, name)) / HOUR
            self.initial[f"{name}_hours"] = format(hours.quantize(Decimal("0.1")), "f").removesuffix(".0")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        least, most = cleaned.get("least_hours"), cleaned.get("most_hours")
        if least is not None and most is not None and least > most:
            raise ValidationError({"most_hours": _("The longest interval cannot be shorter than the shortest.")})
        return cleaned

    def columns(self) -> dict[str, Any]:
        """What was changed, as columns."""
        changed: dict[str, Any] = {
            name: self.cleaned_data[name] for name in ("state", "next_check_at") if name in self.changed_data
        }
        for name in ("least", "most"):
            if f"{name}_hours" in self.changed_data:
                changed[name] = int(self.cleaned_data[f"{name}_hours"] * HOUR)
        return changed


class ScheduleInline(StackedInline):
    model = Schedule
    form = ScheduleForm
    fields = (
        "state",
        "next_check_at",
        "least_hours",
        "most_hours",
        "interval",
        "last_check",
        "last_fetched",
        "seq",
        "misses",
    )
    readonly_fields = ("interval", "last_check", "last_fetched", "seq", "misses")
    can_delete = False
    hide_title = True
    extra = 0
    max_num = 0

    last_check = clock("last_checked_at", _("last check"))

    @display(description=_("interval now"))
    def interval(self, row: Schedule) -> str:
        return amounts.span(row.every)


@admin.register(Source)
class SourceAdmin(KeptAdmin):
    inlines = (ScheduleInline,)
    fields = ("url", "title", "publisher", "reliability", "note", "seen")
    readonly_fields = ("url",)
    autocomplete_fields = ("publisher",)
    list_display = ("name", "publisher", "reliability", "state", "next_check", "last_check", "outcome")
    list_filter = ("reliability", "schedule__state", "schedule__last_fetched")
    list_select_related = ("publisher", "schedule")
    search_fields = ("url", "title", "publisher__name")
    actions = ("read_again",)
    change_form_outer_after_template = "admin/claims/source/readings.html"

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("rechecking/", wrap(self.rechecking), name="claims_schedule_rechecking"),
            path("rechecking/seen/", wrap(rechecking.acknowledge), name="claims_rechecking_seen"),
            *super().get_urls(),
        ]

    def rechecking(self, request: HttpRequest) -> HttpResponse:
        return rechecking.show(request, self.admin_site.each_context(request))

    def change_view(self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        source = self.get_object(request, object_id)
        chart = charts.of_source(source) if source else None
        return super().change_view(request, object_id, form_url, {**(extra_context or {}), "chart": chart})

    def has_recheck_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.change_schedule")

    @action(description=_("Read again now"), permissions=["recheck"])
    def read_again(self, request: HttpRequest, queryset: QuerySet[Source]) -> HttpResponse:
        return rechecking.recheck(request, queryset.values_list("pk", flat=True))

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A source is made where it is attached to a claim."""
        return False

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        formset.new_objects, formset.changed_objects, formset.deleted_objects = [], [], []
        for row in formset.forms:
            if columns := row.columns():
                editing.reschedule(row.instance, columns)
                formset.changed_objects.append((row.instance, row.changed_data))

    @display(description=_("source"), ordering="url")
    def name(self, row: Source) -> str:
        return row.title or tags.short(row.url)

    @display(description=_("state"), label=TONES, ordering="schedule__state")
    def state(self, row: Source) -> tuple[str, str]:
        return row.schedule.state, str(row.schedule.get_state_display())

    @display(description=_("next check"), ordering="schedule__next_check_at")
    def next_check(self, row: Source) -> SafeString | str:
        return tags.when(row.schedule.next_check_at)

    @display(description=_("last check"), ordering="schedule__last_checked_at")
    def last_check(self, row: Source) -> SafeString | str:
        return tags.when(row.schedule.last_checked_at)

    @display(description=_("last outcome"), label=TONES, ordering="schedule__last_fetched")
    def outcome(self, row: Source) -> tuple[str, str] | None:
        fetched = row.schedule.last_fetched
        return (fetched, str(row.schedule.get_last_fetched_display())) if fetched else None


class EvidenceForm(DeskForm):
    class Meta:
        model = Evidence
        fields = ("stance", "locator", "tolerance", "is_percent", "is_active")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        Terms(cleaned.get("locator") or "", cleaned.get("tolerance")).check()
        return cleaned


@admin.register(Evidence)
class EvidenceAdmin(OfClaims, KeptAdmin):
    form = EvidenceForm
    fields = ("claim", "source", "stance", "locator", ("tolerance", "is_percent"), "is_active", "seen")
    readonly_fields = ("claim", "source")
    list_display = ("words", "source", "stance", "found", "outcome", "is_active", "added_at_shown")
    outcome = labelled("fetched", _("last outcome"))
    list_display_links = ("source",)  # the words lead to the workbench
    added_at_shown = clock("added_at", _("added at"))
    list_filter = ("stance", "finding", "fetched", "is_active")
    list_select_related = ("claim", "source")
    search_fields = ("source__url", "source__title", "claim__anchors__exact")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Evidence is attached on the workbench."""
        return False

    @display(description=_("finding"), label=TONES, ordering="finding")
    def found(self, row: Evidence) -> tuple[str, str] | None:
        return (row.finding, gettext(row.get_finding_display())) if row.finding else None


@admin.register(Host)
class HostAdmin(DeskAdmin):
    fields = ("name", "crawl_delay", "next_allowed_at", "failures", "refusal", "robots_at", "robots", "seen")
    readonly_fields = ("name", "next_allowed_at", "failures", "refusal", "robots_at", "robots")
    list_display = ("name", "crawl_delay", "next_allowed_at_shown", "failures", "refusal")
    next_allowed_at_shown = clock("next_allowed_at", _("next request not before"))
    search_fields = ("name", "last_error")

    @display(description=_("last error"))
    def refusal(self, row: Host) -> str:
        return telling.refusal(row) or "–"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """A host is known as soon as a source lives on it."""
        return False
