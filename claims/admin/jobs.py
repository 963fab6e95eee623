"""Long work: its rows, and the page that shows how far one has come."""

from urllib.parse import urlencode

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from claims.admin.base import RecordAdmin, anchor, by, clock, desk_address, labelled
from claims.models import Job
from claims.services import rechecks, telling
from claims.services.counts import Count

ADDED_WITH = ("url", "outlet", "title", "author", "language", "zone")
"""What an article was asked for with, and what the form is filled in with when that failed."""

STOP_POLLING = 286
"""The status that tells htmx to ask no more."""


@admin.register(Job)
class JobAdmin(RecordAdmin):
    list_display = (
        "requested_at_shown",
        "kind",
        "now",
        "how_far",
        "article",
        "who",
        "trouble",
        "finished_at_shown",
    )
    now = labelled("state", _("state"))
    who = by("requested_by", _("asked by"))
    requested_at_shown = clock("requested_at", _("asked at"))
    finished_at_shown = clock("finished_at", _("finished at"))
    fields = (
        "kind", "state", "how_far", "article", "payload", "trouble", "who", "requested_at", "started_at", "finished_at",
        "attempt", "uid",
    )  # fmt: skip
    readonly_fields = ("how_far", "trouble", "who", "uid")
    list_filter = ("state", "kind", "requested_at")
    list_select_related = ("article", "requested_by")
    search_fields = ("article__title", "error", "requested_by__username")

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.progress)
        return [path("<int:pk>/progress/", view, name="claims_job_progress"), *super().get_urls()]

    @display(description=_("done"))
    def how_far(self, row: Job) -> SafeString:
        done = f"{Count(row.done)}/{Count(row.total)}" if row.total else "…"
        return anchor(reverse("admin:claims_job_progress", args=(row.pk,)), done)

    @display(description=_("error"))
    def trouble(self, row: Job) -> str:
        return telling.failure(row) or "–"

    def progress(self, request: HttpRequest, pk: int) -> HttpResponse:
        """How far a job has come: the whole page, or its moving part for htmx. A finished article opens its workbench."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        job = get_object_or_404(Job.objects.select_related("article"), pk=pk)
        moving = bool(request.headers.get("HX-Request"))
        if job.kind == Job.Kind.RECHECK:
            far = rechecks.progress(job)
            ended = far.done >= far.total
        else:
            far = rechecks.Progress(job.total, job.done, job.failed)
            ended = job.state in {Job.State.DONE, Job.State.FAILED}
        if job.state == Job.State.DONE and job.article_id:
            address = desk_address(job.article_id)
            if job.result.get("is_new") is False:
                known = {"id": str(job.article_id), "title": str(job.article)}
                messages.warning(request, _("Already there: this is article %(id)s, “%(title)s”.") % known)
            if not moving:
                return redirect(address)
            return HttpResponse(status=STOP_POLLING, headers={"HX-Redirect": address})
        context = {
            **self.admin_site.each_context(request),
            "title": _("Work in progress"),
            "job": job,
            "ended": ended,
            "far": far,
            "resting": rechecks.resting(job) if job.kind == Job.Kind.RECHECK and not ended else [],
            "again": urlencode({name: job.payload[name] for name in ADDED_WITH if job.payload.get(name)}),
        }
        template = "admin/claims/job/moving.html" if moving else "admin/claims/job/progress.html"
        return render(request, template, context, status=STOP_POLLING if moving and ended else 200)
