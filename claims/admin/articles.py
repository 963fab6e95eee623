"""Articles: the list, what is known of each, and the doors to adding one and to its workbench."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import INPUT_CLASSES, UnfoldAdminTextInputWidget

from claims.admin import acts, adding, cards, claim, desk, tags, zones
from claims.admin.base import DeskAdmin, DeskForm, anchor, by, desk_address
from claims.models import Alert, Article, Claim
from claims.models.party import check_zone
from claims.services import counts
from claims.services.articles import check_published


class ArticleForm(DeskForm):
    """The editorial columns; the date on the outlet's own clock."""

    published = zones.LocalTime(label=_("Published, on the outlet's clock"))
    zone = forms.CharField(
        label=_("The outlet's time zone"), required=False, widget=UnfoldAdminTextInputWidget, validators=[check_zone]
    )

    class Meta:
        model = Article
        fields = ("title", "author", "outlet", "language", "zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["published"].widget.attrs["class"] = " ".join(INPUT_CLASSES)
        self.initial["published"] = zones.local(self.instance.published_at, self.instance.zone)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        outlet, article = cleaned.get("outlet"), self.instance
        same = Article.objects.filter(outlet=outlet, fingerprint=article.fingerprint).exclude(pk=article.pk)
        if outlet and same.exists():
            raise ValidationError({"outlet": _("This outlet has another article with the same text.")})
        if "published" in cleaned and "zone" in cleaned:
            moment = zones.aware(cleaned["published"], cleaned["zone"] or settings.CLAIMS_ZONE)
            check_published(moment)
            article.published_at = moment
        return cleaned


@admin.register(Article)
class ArticleAdmin(DeskAdmin):
    form = ArticleForm
    fields = (
        "workbench", "title", "author", "outlet", "language", "published", "zone", "url", "same_text_as",
        "who", "added_at", "extracted_at", "seen",
    )  # fmt: skip
    readonly_fields = ("workbench", "url", "same_text_as", "who", "added_at", "extracted_at")
    who = by("added_by", _("added by"))
    autocomplete_fields = ("outlet",)
    list_display = (
        "headline",
        "outlet",
        "published_there",
        "language",
        "figures",
        "quotes",
        "unruled",
        "moved",
        "added",
    )
    list_display_links = None
    list_filter = ("language", "outlet", "published_at", "added_at")
    list_select_related = ("outlet",)
    search_fields = ("title", "url", "author", "outlet__name")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        on_desk = ~Q(claims__workflow=Claim.Workflow.DISCARDED)
        alarmed = Alert.objects.filter(state=Alert.State.OPEN, claim__isnull=False)
        kinds = {
            "n_figures": Q(claims__kind=Claim.Kind.FIGURE),
            "n_quotes": Q(claims__kind=Claim.Kind.QUOTE),
            "n_unruled": Q(claims__verdict="unverified"),
            # What the workbench's list calls changed, see cards.Row.moved.
            "n_moved": Q(claims__currency__in=cards.MOVED) | Q(claims__in=alarmed.values("claim")),
        }
        counted = {name: Count("claims", filter=on_desk & wanted) for name, wanted in kinds.items()}
        return super().get_queryset(request).annotate(**counted)

    def get_urls(self) -> list[URLPattern]:
        here = "<int:article_id>/desk/"
        views = (
            (here, desk.show, "claims_article_desk"),
            (f"{here}progress/", desk.progress, "claims_desk_progress"),
            (f"{here}extract/", acts.extract, "claims_desk_extract"),
            (f"{here}mark/", acts.mark, "claims_desk_mark"),
            (f"{here}claims/<int:claim_id>/", desk.card, "claims_desk_card"),
            (f"{here}claims/<int:claim_id>/preview/", acts.preview, "claims_desk_preview"),
            (f"{here}claims/<int:claim_id>/beside/", acts.beside, "claims_desk_beside"),
            (f"{here}claims/<int:claim_id>/<slug:verb>/", acts.act, "claims_desk_act"),
            (f"{here}evidence/<int:evidence_id>/", desk.evidence, "claims_desk_evidence"),
            (f"{here}evidence/<int:evidence_id>/detach/", acts.detach, "claims_desk_detach"),
            (f"{here}evidence/<int:evidence_id>/read/", acts.reread, "claims_desk_reread"),
            (f"{here}evidence/<int:evidence_id>/relocate/", acts.relocate, "claims_desk_relocate"),
            (f"{here}report/<slug:key>/", claim.report_of, "claims_desk_report"),
            (f"{here}alerts/<int:alert_id>/<slug:verb>/", acts.alert, "claims_desk_alert"),
        )
        wrapped = [path(route, self.admin_site.admin_view(view), name=name) for route, view, name in views]
        return [*wrapped, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        return adding.add_article(request, self.admin_site.each_context(request))

    @display(description=_("article"), ordering="title")
    def headline(self, row: Article) -> SafeString:
        return anchor(desk_address(row.pk), str(row)[:120])

    @display(description=_("published"), ordering="published_at")
    def published_there(self, row: Article) -> SafeString | str:
        return tags.printed(row.published_at, row.zone)

    @display(description=_("figures"), ordering="n_figures")
    def figures(self, row: Any) -> counts.Count:
        return counts.Count(row.n_figures)

    @display(description=_("quotes"), ordering="n_quotes")
    def quotes(self, row: Any) -> counts.Count:
        return counts.Count(row.n_quotes)

    @display(description=_("unruled"), ordering="n_unruled")
    def unruled(self, row: Any) -> counts.Count:
        return counts.Count(row.n_unruled)

    @display(description=_("moved"), ordering="n_moved")
    def moved(self, row: Any) -> SafeString | str:
        return format_html('<strong class="moved">{}</strong>', counts.Count(row.n_moved)) if row.n_moved else "–"

    @display(description=_("added"), ordering="added_at")
    def added(self, row: Article) -> SafeString | str:
        return tags.when(row.added_at)

    @display(description=_("workbench"))
    def workbench(self, row: Article) -> SafeString:
        return anchor(desk_address(row.pk), str(_("Open the workbench")))
