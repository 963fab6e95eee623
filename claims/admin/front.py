"""The first page: what an editor needs late at night. Alerts first, then what is printed and wrong, then the newest articles."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from claims.admin import navigation, rechecking
from claims.models import Article, Claim, Job
from claims.services.counts import count

SHOWN = 10


def fill(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The theme's dashboard callback: the context of admin/index.html, as far as the visitor may see."""
    user = request.user
    if not user.has_perms(("claims.view_article", "claims.view_claim")):
        return context
    articles = admin.site.get_model_admin(Article).get_queryset(request).select_related("outlet")
    unfinished = Job.objects.filter(state__in=(Job.State.QUEUED, Job.State.RUNNING, Job.State.FAILED))
    unruled = Claim.objects.on_desk().filter(verdict="unverified", workflow=Claim.Workflow.OPEN)
    return {
        **context,
        "desk": True,
        "title": _("Today"),
        "alerts": rechecking.open_alerts(SHOWN),
        "n_alerts": navigation.alerts_waiting(),
        "stale": rechecking.stale_articles(SHOWN),
        "articles": articles.order_by("-added_at", "-id")[:SHOWN],
        "jobs": unfinished.select_related("article").order_by("-id")[:5],
        "mine": count(Claim.objects.filter(assigned_to=user.pk, workflow=Claim.Workflow.OPEN)),
        "unruled": count(unruled),
        "may_add": user.has_perm("claims.add_article"),
        "may_alert": user.has_perm("claims.change_alert"),
    }
