"""What needs a person, and what was sent about it."""

from contextlib import suppress

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.decorators import action, display

from claims.admin import tags
from claims.admin.base import OfClaims, RecordAdmin, anchor, by, clock, editor_of, labelled
from claims.models import Alert, Delivery
from claims.models.rows import RowMoved
from claims.services import alerts, glimpses, telling


@admin.register(Alert)
class AlertAdmin(OfClaims, RecordAdmin):
    """The state of an alert moves by its verbs alone."""

    list_display = ("opened_at_shown", "now", "heading", "words", "source", "explained")
    now = labelled("state", _("state"))
    opened_at_shown = clock("opened_at", _("opened at"))
    fields = (
        "words", "source", "heading", "state", "explained", "there", "opened_at", "seen_by", "acknowledged_at", "closed_at", "uid",
    )  # fmt: skip
    readonly_fields = ("words", "heading", "explained", "there", "seen_by", "uid")
    seen_by = by("acknowledged_by", _("acknowledged by"))
    list_filter = ("state", "rule", "finding", "opened_at")
    list_select_related = ("claim", "source", "opened_by__snapshot")
    search_fields = ("sentence", "source__url", "claim__article__title")
    actions = ("acknowledge", "close")
    list_disable_select_all = True  # "all" would be those too that came since the page was drawn

    def has_act_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.change_alert")

    @display(description=_("finding"), ordering="finding")
    def heading(self, row: Alert) -> str:
        return row.heading

    @display(description=_("what happened"))
    def explained(self, row: Alert) -> str:
        return telling.alarm(row)

    @display(description=_("on the page"))
    def there(self, row: Alert) -> SafeString | str:
        """What the page said, in its line; the words open it there, and the snapshot that keeps it."""
        found = glimpses.glimpses([row.opened_by_id]).get(row.opened_by_id) if row.opened_by_id else None
        if found is None:
            return tags.link(row.source.url)
        kept = f"{reverse('admin:claims_snapshot_change', args=(found.snapshot,))}#evidence-{row.evidence_id}"
        line = tags.in_its_line(found, row.source.url)
        return format_html('<div class="glimpse">{}</div>{}', line, anchor(kept, str(_("snapshot"))))

    @action(description=_("Acknowledge"), permissions=["act"])
    def acknowledge(self, request: HttpRequest, queryset: QuerySet[Alert]) -> None:
        seen = alerts.acknowledge_all(queryset.values_list("pk", flat=True), editor=editor_of(request))
        self._told(request, len(seen))

    @action(description=_("Close"), permissions=["act"])
    def close(self, request: HttpRequest, queryset: QuerySet[Alert]) -> None:
        done = 0
        for alert in queryset.exclude(state=Alert.State.CLOSED):
            with suppress(RowMoved):
                alerts.close(alert, editor=editor_of(request))
                done += 1
        self._told(request, done)

    def _told(self, request: HttpRequest, done: int) -> None:
        messages.success(request, ngettext("%(n)s alert written.", "%(n)s alerts written.", done) % {"n": done})


@admin.register(Delivery)
class DeliveryAdmin(RecordAdmin):
    list_display = (
        "about",
        "channel",
        "target",
        "now",
        "attempt",
        "next_attempt_at_shown",
        "sent_at_shown",
        "last_error",
    )
    now = labelled("state", _("state"))
    next_attempt_at_shown = clock("next_attempt_at", _("next attempt"))
    sent_at_shown = clock("sent_at", _("sent at"))
    list_filter = ("state", "channel")
    search_fields = ("target", "last_error")
    list_select_related = ("alert",)

    @display(description=_("alert"), ordering="alert")
    def about(self, row: Delivery) -> SafeString:
        return anchor(reverse("admin:claims_alert_change", args=(row.alert_id,)), str(row.alert))
