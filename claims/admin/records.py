"""Pages of what was observed and decided: to be looked at, filtered, searched, never edited."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from claims.admin import amounts
from claims.admin.base import TONES, OfClaims, RecordAdmin, anchor, by, clock, desk_address, labelled, verdict
from claims.models import Check, CurrencyChange, Handling, Reading, Release, Ruling, Snapshot, Version
from claims.models.snapshot import READ
from claims.services import pages, telling

SANDBOXED = "default-src 'none'; sandbox"


@admin.register(Version)
class VersionAdmin(RecordAdmin):
    list_display = ("article", "n", "how", "captured_at_shown", "sha256")
    captured_at_shown = clock("captured_at", _("captured at"))
    list_filter = ("how",)
    list_select_related = ("article",)
    search_fields = ("article__title", "sha256")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Version]:
        listing = request.resolver_match and request.resolver_match.url_name == "claims_version_changelist"
        rows = super().get_queryset(request)
        return rows.defer("text") if listing else rows


@admin.register(Check)
class CheckAdmin(RecordAdmin):
    list_display = ("checked_at_shown", "outcome", "claim_desk", "source", "words", "explained")
    checked_at_shown = clock("checked_at", _("checked at"))
    fields = (
        "claim_desk", "source", "evidence", "snapshot", "found", "explained", "words", "where", "locator", "expected",
        "tolerance", "reading", "checked_at", "took_ms", "rulebook", "uid",
    )  # fmt: skip
    readonly_fields = ("claim_desk", "source", "found", "explained", "where", "uid")
    list_filter = ("finding", "snapshot__fetched", "checked_at")
    list_select_related = ("evidence__claim", "evidence__source", "snapshot")
    search_fields = ("words", "sentence", "evidence__source__url", "evidence__claim__article__title")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Check]:
        rows = super().get_queryset(request).prefetch_related("evidence__claim__anchors")
        return rows.defer("snapshot__text", "snapshot__headers")

    @display(description=_("finding"), label=TONES, ordering="finding")
    def outcome(self, row: Check) -> tuple[str, str]:
        return row.finding or row.snapshot.fetched, amounts.finding(row)

    @display(description=_("claim"))
    def claim_desk(self, row: Check) -> SafeString:
        claim = row.evidence.claim
        places = list(claim.anchors.all())
        return anchor(desk_address(claim.article_id, claim.pk), places[-1].exact[:80] if places else "–")

    @display(description=_("source"))
    def source(self, row: Check) -> str:
        return str(row.evidence.source)

    @display(description=_("why"))
    def explained(self, row: Check) -> str:
        return telling.why(row)

    @display(description=_("finding"))
    def found(self, row: Check) -> str:
        return amounts.finding(row)

    @display(description=_("place"))
    def where(self, row: Check) -> str:
        return amounts.place(row.place) if row.place else "–"


@admin.register(Reading)
class ReadingAdmin(RecordAdmin):
    list_display = ("said", "counts", "as_of", "as_of_basis", "known_at_shown", "source", "origin")
    known_at_shown = clock("known_at", _("known at"))
    list_filter = ("as_of_basis", "unit", "known_at")
    list_select_related = ("source", "origin")
    search_fields = ("counted", "source__url", "place")
    fields = (
        "claim", "source", "said", "counts", "event", "as_of", "as_of_precision", "as_of_basis", "known_at", "origin",
        "who", "uid",
    )  # fmt: skip
    readonly_fields = ("said", "counts", "who", "uid")
    who = by("editor", _("editor"))

    @display(description=_("value"), ordering="value")
    def said(self, row: Reading) -> str:
        return amounts.amount(row)

    @display(description=_("what is counted"))
    def counts(self, row: Reading) -> str:
        return amounts.subject(row)


@admin.register(Snapshot)
class SnapshotAdmin(RecordAdmin):
    list_display = ("fetched_at_shown", "outcome", "status", "url", "media_type", "told", "took_ms")
    outcome = labelled("fetched", _("outcome"))
    fetched_at_shown = clock("fetched_at", _("fetched at"))
    list_filter = ("fetched", "fetched_at")
    search_fields = ("url", "final_url", "message")
    exclude = ("text",)
    readonly_fields = ("download", "kept")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Snapshot]:
        listing = request.resolver_match and request.resolver_match.url_name == "claims_snapshot_changelist"
        rows = super().get_queryset(request)
        return rows.defer("text", "headers") if listing else rows

    def get_urls(self) -> list[URLPattern]:
        raw = path("<int:pk>/raw/", self.admin_site.admin_view(self.raw), name="claims_snapshot_raw")
        return [raw, *super().get_urls()]

    @display(description=_("message"))
    def told(self, row: Snapshot) -> str:
        return "–" if row.fetched in READ else telling.loss(row)

    @display(description=_("text read from it"))
    def kept(self, row: Snapshot) -> SafeString | str:
        """The text as it was read, line by line, with the words that each check found in it marked under its evidence's name."""
        if not row.text:
            return "–"
        found: dict[tuple[int, int], list[int]] = {}
        for check in row.checks.filter(start__isnull=False, end__isnull=False).order_by("start", "-end"):
            found.setdefault((check.start or 0, check.end or 0), []).append(check.evidence_id)
        pieces, at = [], 0
        for (start, end), keys in found.items():
            first, last = max(start, at), max(end, at)  # some lie inside one that is marked already
            names = format_html_join("", '<a id="evidence-{}"></a>', ((key,) for key in keys))
            pieces.append(format_html("{}{}<mark>{}</mark>", row.text[at:first], names, row.text[first:last]))
            at = last
        return format_html(
            '<div class="kept">{}{}</div>', format_html_join("", "{}", ((piece,) for piece in pieces)), row.text[at:]
        )

    @display(description=_("raw page"))
    def download(self, row: Snapshot) -> SafeString | str:
        if row.body_id is None:
            return "–"
        return anchor(reverse("admin:claims_snapshot_raw", args=(row.pk,)), str(_("Download as it was answered")))

    def raw(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The bytes as they were answered, as a download that no browser shows or runs."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        snapshot = get_object_or_404(Snapshot.objects.select_related("body").only("body", "uid"), pk=pk)
        content = pages.content(snapshot.body) if snapshot.body else None
        if content is None:
            raise Http404
        answer = HttpResponse(content, content_type="application/octet-stream")
        answer["Content-Disposition"] = f'attachment; filename="{snapshot.uid}.bin"'
        answer["Content-Security-Policy"] = SANDBOXED
        return answer


@admin.register(Ruling)
class RulingAdmin(OfClaims, RecordAdmin):
    list_display = ("ruled_at_shown", "given", "words", "reason", "who")
    ruled_at_shown = clock("ruled_at", _("ruled at"))
    list_filter = ("verdict", "ruled_at")
    list_select_related = ("editor",)
    fields = ("claim", "ruled", "before", "reason", "who", "ruled_at", "readings", "uid")
    readonly_fields = ("ruled", "before", "who", "uid")
    who = by("editor", _("editor"))
    ruled = verdict("verdict", _("verdict"))
    before = verdict("previous", _("previous verdict"))
    search_fields = ("reason", "editor__username", "editor__last_name", "claim__anchors__exact")

    @display(description=_("verdict"), label=TONES, ordering="verdict")
    def given(self, row: Ruling) -> tuple[str, str]:
        return row.verdict, amounts.verdict(row.verdict)


@admin.register(Release)
class ReleaseAdmin(OfClaims, RecordAdmin):
    list_display = ("acted_at_shown", "act", "words", "reason", "who")
    fields = ("claim", "act", "reason", "who", "acted_at", "uid")
    readonly_fields = ("who", "uid")
    who = by("editor", _("editor"))
    acted_at_shown = clock("acted_at", _("when"))
    list_filter = ("act", "acted_at")
    list_select_related = ("editor",)
    search_fields = ("reason", "editor__username")


@admin.register(Handling)
class HandlingAdmin(OfClaims, RecordAdmin):
    list_display = ("acted_at_shown", "act", "words", "given_to", "reason", "who")
    fields = ("claim", "act", "given_to", "reason", "who", "acted_at", "uid")
    readonly_fields = ("given_to", "who", "uid")
    given_to = by("assignee", _("assigned to"))
    who = by("editor", _("editor"))
    acted_at_shown = clock("acted_at", _("when"))
    list_filter = ("act", "acted_at")
    list_select_related = ("assignee", "editor")
    search_fields = ("reason", "editor__username", "assignee__username")


@admin.register(CurrencyChange)
class CurrencyChangeAdmin(OfClaims, RecordAdmin):
    list_display = ("changed_at_shown", "now", "previous", "words", "explained")
    now = labelled("currency", _("currency"))
    changed_at_shown = clock("changed_at", _("changed at"))
    list_filter = ("currency", "changed_at")
    list_select_related = ("check_row__snapshot", "check_row__reading")
    search_fields = ("reason",)

    @display(description=_("why"))
    def explained(self, row: CurrencyChange) -> str:
        return telling.turn(row)
