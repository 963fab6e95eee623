"""Claims across articles: found by filter and search, worked on at the workbench."""

from functools import partial
from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import action, display

from claims.admin import amounts, attaching, desk, tags
from claims.admin.base import TONES, RecordAdmin, RecordInline, anchor, by, desk_address, labelled, verdict
from claims.exports import EXPORTS
from claims.models import Anchor, Claim, CurrencyChange, Evidence, Figure, Handling, Quote, Release, Ruling
from claims.services import assignments, reports, telling

LAST_WORDS = Anchor.objects.filter(claim=OuterRef("pk")).order_by("-version__n").values("exact")[:1]
NO_PLACE = _("(stands nowhere)")


class FigureInline(RecordInline):
    model = Figure
    fk_name = "claim"
    show_change_link = False
    fields = ("n", "said", "counts", "happened", "event_date", "who", "reason", "created_at")
    who = by("editor", _("editor"), nobody="")

    @display(description=_("value"))
    def said(self, row: Figure) -> str:
        return amounts.amount(row)

    @display(description=_("what is counted"))
    def counts(self, row: Figure) -> str:
        return amounts.subject(row)

    @display(description=_("event"))
    def happened(self, row: Figure) -> str:
        return amounts.event(row.event) or "–"


class QuoteInline(RecordInline):
    model = Quote
    show_change_link = False
    fields = ("n", "shape", "speaker_name", "role", "cue", "who", "reason", "created_at")
    who = by("editor", _("editor"), nobody="")

    @display(description=_("form"))
    def shape(self, row: Quote) -> str:
        return gettext(row.form)


class EvidenceInline(RecordInline):
    model = Evidence
    fields = ("source", "stance", "locator", "finding", "fetched", "is_active")


class RulingInline(RecordInline):
    model = Ruling
    fields = ("ruled_at", "given", "before", "reason", "who")
    who = by("editor", _("editor"))
    given = verdict("verdict", _("verdict"))
    before = verdict("previous", _("previous verdict"))


class ReleaseInline(RecordInline):
    model = Release
    fields = ("acted_at", "act", "reason", "who")
    who = by("editor", _("editor"))


class HandlingInline(RecordInline):
    model = Handling
    fields = ("acted_at", "act", "given_to", "reason", "who")
    given_to = by("assignee", _("assigned to"))
    who = by("editor", _("editor"))


class CurrencyInline(RecordInline):
    model = CurrencyChange
    fields = ("changed_at", "currency", "previous", "explained")

    @display(description=_("why"))
    def explained(self, row: CurrencyChange) -> str:
        return telling.turn(row)


class ByName(admin.RelatedFieldListFilter):
    """Editors by the names that colleagues know."""

    def field_choices(self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin) -> Any:
        return [(user.pk, amounts.person(user)) for user in assignments.assignable()]


class NeedsWork(admin.SimpleListFilter):
    """What an editor looks for first."""

    title = _("needs work")
    parameter_name = "needs"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [
            ("mine", str(_("assigned to me"))),
            ("ruling", str(_("no ruling yet"))),
            ("moved", str(_("the figure moved"))),
            ("printed", str(_("published and superseded"))),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Claim]) -> QuerySet[Claim]:
        moved = Q(currency__in=(Claim.Currency.SUPERSEDED, Claim.Currency.DISPUTED))
        wanted = {
            "mine": Q(assigned_to=request.user.pk, workflow=Claim.Workflow.OPEN),
            "ruling": Q(verdict="unverified", workflow=Claim.Workflow.OPEN),
            "moved": moved & ~Q(workflow=Claim.Workflow.DISCARDED),
            "printed": Q(currency=Claim.Currency.SUPERSEDED, article__published_at__isnull=False)
            & ~Q(workflow=Claim.Workflow.DISCARDED),
        }
        chosen = wanted.get(self.value() or "")
        return queryset if chosen is None else queryset.filter(chosen)


def export(model_admin: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Claim], *, key: str) -> Any:
    """The chosen claims as a report, streamed."""
    return _streamed(Claim.objects.filter(pk__in=queryset.values("pk")), key, "claims")


def report_of(request: HttpRequest, article_id: int, key: str) -> StreamingHttpResponse:
    """The claims of one article, discarded ones apart, as a report, streamed."""
    article = desk.the_article(request, article_id)
    if key not in EXPORTS:
        raise Http404
    return _streamed(Claim.objects.on_desk().filter(article=article), key, f"article-{article.pk}")


def _streamed(claims: QuerySet[Claim], key: str, name: str) -> StreamingHttpResponse:
    format_ = EXPORTS[key]
    answer = StreamingHttpResponse(format_.write(reports.report(claims)), content_type=format_.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{format_.ending}"'
    return answer


@admin.register(Claim)
class ClaimAdmin(RecordAdmin):
    """Read here, worked on at the workbench, whose verbs keep the records beside each change."""

    list_display = ("words", "read_as", "given", "holds", "standing", "whose", "printed_in", "changed")
    holds = labelled("currency", _("currency"))
    list_display_links = None
    list_filter = (
        NeedsWork, "kind", "verdict", "currency", "workflow", "is_released", ("assigned_to", ByName), "origin", "article__language",
        "article__outlet", "added_at",
    )  # fmt: skip
    list_select_related = ("article", "assigned_to")
    search_fields = ("anchors__exact", "article__title", "figures__counted", "quotes__speaker_name")
    inlines = (FigureInline, QuoteInline, EvidenceInline, RulingInline, CurrencyInline, ReleaseInline, HandlingInline)
    fields = (
        "workbench", "article", "kind", "origin", "within", "ruled", "currency", "workflow", "discard_reason",
        "is_released", "whose", "worthiness", "added_at", "updated_at", "uid",
    )  # fmt: skip
    actions = ("attach_source",)
    readonly_fields = ("workbench", "ruled", "currency", "is_released", "whose", "added_at", "updated_at", "uid")
    ruled = verdict("verdict", _("verdict"))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """An action for each format of `claims.exports`."""
        found = super().get_actions(request)
        for key, format_ in EXPORTS.items():
            label = _("Export as %(format)s") % {"format": format_.label}
            found[f"export_{key}"] = (partial(export, key=key), f"export_{key}", label)
        return found

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(self.attach_page)
        return [path("attach/", page, name="claims_claim_attach"), *super().get_urls()]

    def has_attach_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("claims.add_evidence")

    @action(description=_("Attach a source"), permissions=["attach"])
    def attach_source(self, request: HttpRequest, queryset: QuerySet[Claim]) -> HttpResponse | None:
        return attaching.choose(request, queryset)

    def attach_page(self, request: HttpRequest) -> HttpResponse:
        return attaching.page(request, self.admin_site.each_context(request))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        rows = super().get_queryset(request).annotate(last_words=Subquery(LAST_WORDS))
        return rows.prefetch_related("figures", "quotes")

    @display(description=_("words"))
    def words(self, row: Any) -> SafeString:
        words = row.last_words or str(NO_PLACE)
        return anchor(desk_address(row.article_id, row.pk), words if len(words) <= 90 else f"{words[:89]}…")

    @display(description=_("read as"))
    def read_as(self, row: Claim) -> str:
        if row.kind == Claim.Kind.FIGURE:
            figures = list(row.figures.all())
            return f"{amounts.amount(figures[-1])} {figures[-1].counted}".strip() if figures else "–"
        quotes = list(row.quotes.all())
        return quotes[-1].speaker_name or "–" if quotes else "–"

    @display(description=_("verdict"), label=TONES, ordering="verdict")
    def given(self, row: Claim) -> tuple[str, str]:
        return row.verdict, amounts.verdict(row.verdict)

    @display(description=_("workflow"), ordering="workflow")
    def standing(self, row: Claim) -> str:
        released = [_("released")] if row.is_released else []
        return ", ".join(str(word) for word in [row.get_workflow_display(), *released])

    @display(description=_("assigned to"), ordering="assigned_to__username")
    def whose(self, row: Claim) -> str:
        return amounts.person(row.assigned_to) if row.assigned_to else "–"

    @display(description=_("article"), ordering="article__title")
    def printed_in(self, row: Claim) -> str:
        title = str(row.article)
        return title if len(title) <= 40 else f"{title[:39]}…"

    @display(description=_("changed at"), ordering="updated_at")
    def changed(self, row: Claim) -> SafeString | str:
        return tags.when(row.updated_at)

    @display(description=_("workbench"))
    def workbench(self, row: Claim) -> SafeString:
        return anchor(desk_address(row.article_id, row.pk), str(_("Open this claim at the workbench")))
