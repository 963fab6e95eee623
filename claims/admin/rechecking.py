"""The page "Re-checking": what is due, late, running, failing, set aside; what moved; reading many sources again."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from claims import tasks
from claims.admin import navigation
from claims.admin.base import editor_of
from claims.admin.cards import glimpsed
from claims.models import Alert, Article, Claim, Figure, Schedule
from claims.models.rows import key_of
from claims.services import alerts, health, rechecks

SHOWN = 20
OF_ARTICLE = "article-"
CLAIMS_EACH = 10
"""Superseded claims looked at for each article shown; few articles have so many."""


def show(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The page, or its moving part for htmx."""
    if not request.user.has_perm("claims.view_schedule"):
        raise PermissionDenied
    if request.method == "POST":
        return again(request)
    context = {**context, "health": health.overview(), "may_recheck": request.user.has_perm("claims.change_schedule")}
    if request.headers.get("HX-Request"):
        return render(request, "admin/claims/rechecking/moving.html", context)
    context |= {
        "title": _("Re-checking"),
        "alerts": open_alerts(),
        "n_alerts": navigation.alerts_waiting(),
        "may_alert": request.user.has_perm("claims.change_alert"),
        "stale": stale_articles(),
    }
    return render(request, "admin/claims/rechecking/page.html", context)


def again(request: HttpRequest) -> HttpResponse:
    """Read a whole set of sources again."""
    if not request.user.has_perm("claims.change_schedule"):
        raise PermissionDenied
    active = Schedule.objects.filter(state=Schedule.State.ACTIVE)
    sets = {
        "all": active,
        "failing": active.filter(misses__gt=0),
        "released": active.filter(source__evidence__claim__is_released=True, source__evidence__is_active=True),
    }
    if request.POST.get("which") not in sets:
        raise Http404
    chosen = sets[request.POST["which"]].values_list("pk", flat=True).distinct()
    return recheck(request, chosen[: rechecks.MOST_SOURCES])


def recheck(request: HttpRequest, source_ids: Iterable[int]) -> HttpResponse:
    """Make these sources due, wake a worker, show how far it comes."""
    try:
        job = rechecks.ask(source_ids, editor=editor_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("admin:claims_schedule_rechecking")
    tasks.wake(tasks.check_due)
    return redirect("admin:claims_job_progress", job.pk)


def acknowledge(request: HttpRequest) -> HttpResponse:
    """An editor has seen alerts: of those that the page showed (`shown`) the one whose key is `seen`, those of one article
    ("article-" and its key) or "all". What was opened since is not among them."""
    if request.method != "POST" or not request.user.has_perm("claims.change_alert"):
        raise PermissionDenied
    shown = Alert.objects.filter(pk__in=[key for word in request.POST.getlist("shown") if (key := key_of(word))])
    which = request.POST.get("seen", "")
    if which.startswith(OF_ARTICLE):
        shown = shown.filter(claim__article=key_of(which.removeprefix(OF_ARTICLE)))
    elif which != "all":
        shown = shown.filter(pk=key_of(which) or 0)
    seen = len(alerts.acknowledge_all(shown.values_list("pk", flat=True), editor=editor_of(request)))
    if not seen:
        messages.info(request, _("Somebody has seen that already, or something newer has taken its place."))
    elif seen > 1:
        noted = ngettext("Noted: you have seen %(n)s alert.", "Noted: you have seen %(n)s alerts.", seen)
        messages.success(request, noted % {"n": seen})
    back = "admin:index" if request.POST.get("back") == "index" else "admin:claims_schedule_rechecking"
    return redirect(f"{reverse(back)}#alerts")


def open_alerts(most: int = SHOWN) -> list[Any]:
    """Alerts that nobody has seen, newest first, with what a line about each needs. The first of an article's tells by `together` how
    many of them there are."""
    waiting = Alert.objects.filter(state=Alert.State.OPEN).order_by("-id")
    related = waiting.select_related("claim__article", "source__publisher", "opened_by__snapshot")
    listed: list[Any] = glimpsed(related.defer("opened_by__snapshot__text").prefetch_related("claim__anchors")[:most])
    articles = Counter(alert.claim.article_id for alert in listed if alert.claim)
    for alert in listed:
        alert.together = articles.pop(alert.claim.article_id, 0) if alert.claim else 0
    return listed


@dataclass(frozen=True, slots=True)
class Stale:
    """A published article and its superseded claims, each with its figure as it is read now, None for one that has none."""

    article: Article
    claims: list[tuple[Claim, Figure | None]] = field(default_factory=list)


def stale_articles(most: int = SHOWN) -> list[Stale]:
    """Published articles that still print a superseded figure, the newest first."""
    claims: QuerySet[Claim] = Claim.objects.on_desk().filter(
        currency=Claim.Currency.SUPERSEDED, article__published_at__isnull=False
    )
    newest = (
        claims.select_related("article__outlet").prefetch_related("figures", "anchors").order_by("-article_id", "id")
    )
    found: dict[int, Stale] = {}
    for claim in newest[: most * CLAIMS_EACH]:
        stale = found.setdefault(claim.article_id, Stale(claim.article))
        figures = list(claim.figures.all())
        stale.claims.append((claim, figures[-1] if figures else None))
    return list(found.values())[:most]
