"""Attach one source to claims that were chosen in their list, after a look at what it says of each."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Min, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from claims import tasks
from claims.admin.base import editor_of
from claims.admin.cards import Row
from claims.admin.forms import AttachManyForm, attached
from claims.models import Anchor, Claim
from claims.models.rows import key_of
from claims.services import evidence, previews

MOST = 100
"""Claims that are attached at once: what can be looked over, and read from a page while somebody waits."""
BACK = "_changelist_filters"
"""The filters of the list that the claims were chosen in, as the admin names them."""


def choose(request: HttpRequest, chosen: QuerySet[Claim]) -> HttpResponseRedirect | None:
    """Lead from chosen claims to the page; None, and a message, when they cannot be."""
    keys = list(chosen.filter(pk__in=Claim.objects.on_desk()).values_list("pk", flat=True)[: MOST + 1])
    if not keys:
        messages.error(request, _("No claim of those chosen is on the desk: discarded ones take no source."))
    elif len(keys) > MOST:
        messages.error(request, _("Choose at most %(most)s claims at once.") % {"most": MOST})
    else:
        query = [*(("claims", key) for key in keys), (BACK, request.GET.urlencode())]
        return redirect(f"{reverse('admin:claims_claim_attach')}?{urlencode(query)}")
    return None


def page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The page: the chosen claims, each ticked; once asked for, what the page says of each; then the source is attached."""
    if not request.user.has_perms(("claims.view_claim", "claims.add_evidence")):
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    form = AttachManyForm(asked if request.method == "POST" else None, initial={"stance": "supports"})
    found: dict[int, previews.Preview] = {}
    if form.is_bound and form.is_valid():
        try:
            if "look" not in asked:
                return _attach(request, form, asked.get(BACK, ""))
            found = previews.previews(
                form.cleaned_data["claims"].select_related("article"), url=form.cleaned_data["url"]
            )
        except ValidationError as error:
            form.add_error("url", error.messages)
    rows = _rows(request.GET)
    ticked = set(asked.getlist("claims"))
    context = {
        **context,
        "form": form,
        "rows": [(row, str(row.claim.pk) in ticked, found.get(row.claim.pk)) for row in rows],
        "looked": bool(found),
        "back_name": BACK,
        "back": asked.get(BACK, ""),
        "title": _("Attach a source"),
    }
    return render(request, "admin/claims/claim/attach.html", context, status=422 if form.errors else 200)


def _attach(request: HttpRequest, form: AttachManyForm, back: str) -> HttpResponseRedirect:
    claims = form.cleaned_data["claims"].order_by("pk")
    made = evidence.attach_also(claims, **form.source(), editor=editor_of(request))
    tasks.wake(tasks.check_due)
    if made:
        messages.success(request, attached(len(made)))
    else:
        messages.warning(request, _("This source hangs on these claims already."))
    return redirect(f"{reverse('admin:claims_claim_changelist')}?{back}")


def _rows(asked: QueryDict) -> list[Row]:
    """The chosen claims, as the page's address names them, with their words and readings, those of one article together and in
    its order."""
    keys = [key for word in asked.getlist("claims")[:MOST] if (key := key_of(word)) is not None]
    claims = Claim.objects.on_desk().filter(pk__in=keys).select_related("article").prefetch_related("figures", "quotes")
    words = dict(Anchor.objects.filter(claim__in=keys).order_by("version__n").values_list("claim", "exact"))
    rows = []
    for claim in claims.annotate(place=Min("anchors__start")).order_by("-article", "place", "pk"):
        readings: list[Any] = [*claim.figures.all(), *claim.quotes.all()]
        rows.append(Row(claim, words=words.get(claim.pk, ""), reading=readings[-1] if readings else None))
    return rows
