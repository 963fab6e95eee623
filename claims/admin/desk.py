"""The workbench of one article: its text with every claim marked, the list of claims beside it, the open card."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from claims.admin import cards, marking
from claims.admin.base import desk_address
from claims.admin.forms import VERDICT_KEYS, MarkForm
from claims.admin.jobs import STOP_POLLING
from claims.exports import EXPORTS
from claims.models import Article, Claim, Evidence, Job, Source
from claims.models.rows import key_of
from claims.services import articles, extractions

FILTERS = ("all", "figure", "quote", "unruled", "moved", "discarded", "mine")
RIGHTS = {
    "rule": "claims.add_ruling",
    "release": "claims.add_release",
    "attach": "claims.add_evidence",
    "detach": "claims.change_evidence",
    "recheck": "claims.change_schedule",
    "relocate": "claims.change_source",
    "change": "claims.change_claim",
    "mark": "claims.add_claim",
    "alert": "claims.change_alert",
    "extract": "claims.add_job",
}
"""What one can do here, and the permission for it: the templates offer by it, and the verbs ask for it again."""
MARK_ID = "id-mark-%s"
LATEST_SOURCES = 300
"""The publishers of so many newest sources are offered."""
PER_PAGE = 150
"""Claims that the list shows at once. Ordinary articles have fewer; a report with thousands would take seconds to show whole."""


def the_article(request: HttpRequest, article_id: int, ability: str | None = None) -> Article:
    """The article, for who may look at it and has this ability of RIGHTS too. Raises PermissionDenied or Http404."""
    wanted = [RIGHTS[ability]] if ability else []
    if not request.user.has_perms(("claims.view_article", "claims.view_claim", *wanted)):
        raise PermissionDenied
    return get_object_or_404(Article.objects.select_related("outlet", "same_text_as"), pk=article_id)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of the list is shown: all of it, or one page of the rows under a filter. Pages count from 1, rows too.

    `is_paged`: rows are missing, so that filters and counts are the server's.
    """

    rows: list[cards.Row]
    show: str = "all"
    number: int = 1
    pages: int = 1
    first: int = 1
    is_paged: bool = False

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def next(self) -> int | None:
        return self.number + 1 if self.number < self.pages else None

    @property
    def previous(self) -> int | None:
        return self.number - 1 if self.number > 1 else None


def sheet(listed: list[cards.Row], show: str, number: int, opened: cards.Row | None) -> Sheet:
    """The page of the list that was asked for, or the one on which the opened row stands."""
    if len(listed) <= PER_PAGE:
        return Sheet(listed, show)
    if opened is not None and show not in opened.shows.split():
        show = opened.shows.split()[0]
    under = [row for row in listed if show in row.shows.split()]
    pages = max(1, -(-len(under) // PER_PAGE))
    number = under.index(opened) // PER_PAGE + 1 if opened is not None else min(max(number, 1), pages)
    start = (number - 1) * PER_PAGE
    return Sheet(under[start : start + PER_PAGE], show, number, pages, start + 1, is_paged=True)


def show(request: HttpRequest, article_id: int) -> HttpResponse:
    """The page; ?claim= opens a card, ?show= filters (the script does both without asking), ?page= turns a long list."""
    article = the_article(request, article_id)
    return page(request, article, opened=number(request.GET, "claim"))


def number(fields: QueryDict, name: str) -> int | None:
    """The number that a field of a request holds, None for anything else and for more than a key can be."""
    return key_of(fields.get(name) or "")


def page(
    request: HttpRequest,
    article: Article,
    *,
    opened: int | None = None,
    opening: dict[str, Any] | None = None,
    marking_form: MarkForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The whole page, with the card of claim `opened` open; `opening` is what cards.card takes beside the row.

    `marking_form` is the form of a missed claim as it was typed, when it was refused.
    """
    # Before what it writes: a reading that ends meanwhile is still waited for, and the page then asked for anew.
    job = waiting(article)
    version = article.current
    listed = cards.rows(article, version, viewer=request.user.pk)
    blocks = [(block.start, block.end, block.kind) for block in extractions.blocks(version)]
    marks = [marking.Mark(row.claim.pk, row.claim.kind, row.stretches(), row.says, row.state) for row in listed]
    chosen = request.GET.get("show", "all")
    the_open = next((row for row in listed if row.claim.pk == opened), None)
    shown = sheet(listed, chosen if chosen in FILTERS else "all", number(request.GET, "page") or 1, the_open)
    counts = Counter(name for row in listed for name in row.shows.split())
    context = {
        "article": article,
        "version": version,
        "zone": article.zone,
        "told_day": articles.day_from_text(article, version),
        "text": marking.render(version.text, blocks, marks),
        "sheet": shown,
        "open_id": the_open.claim.pk if the_open else None,
        "card": cards.card(the_open, **(opening or {})) if the_open else None,
        "filters": [(name, counts[name]) for name in FILTERS],
        "chosen": shown.show,
        "mark_form": marking_form or MarkForm(auto_id=MARK_ID),
        "job": job,
        "too_long": too_long(article),
        "may": abilities(request),
        "verdict_keys": VERDICT_KEYS,
        "formats": EXPORTS.values(),
        "publishers": publishers,
    }
    return render(request, "admin/claims/desk/page.html", context, status=status)


def publishers() -> list[str]:
    """The names of who publishes sources, the latest ones, to be chosen from while a source is typed."""
    named = Source.objects.filter(publisher__isnull=False).order_by("-pk").values_list("publisher__name", flat=True)
    return list(dict.fromkeys(named[:LATEST_SOURCES]))


def abilities(request: HttpRequest) -> dict[str, bool]:
    """What the visitor may do here, for the templates."""
    return {ability: request.user.has_perm(right) for ability, right in RIGHTS.items()}


def waiting(article: Article) -> Job | None:
    """The article's unfinished reading, or its last one when that failed and nothing was read since."""
    job = article.jobs.filter(kind__in=(Job.Kind.EXTRACT, Job.Kind.FETCH)).order_by("-id").first()
    return None if job is None or job.state == Job.State.DONE else job


def too_long(article: Article) -> list[str]:
    """The words of figures that the newest reading did not take, because they have more digits than the database keeps."""
    done = (
        article.jobs.filter(kind__in=(Job.Kind.EXTRACT, Job.Kind.FETCH), state=Job.State.DONE).order_by("-id").first()
    )
    return list(done.result.get("too_long", ())) if done else []


def progress(request: HttpRequest, article_id: int) -> HttpResponse:
    """How far the reading of the text has come; when it ends the page is asked for anew."""
    article = the_article(request, article_id)
    job = waiting(article)
    if not request.headers.get("HX-Request"):
        return redirect(desk_address(article.pk))
    if job is None:
        return HttpResponse(status=STOP_POLLING, headers={"HX-Redirect": desk_address(article.pk)})
    context = {"article": article, "job": job, "may": abilities(request)}
    status = STOP_POLLING if job.state == Job.State.FAILED else 200
    return render(request, "admin/claims/desk/job.html", context, status=status)


def card(request: HttpRequest, article_id: int, claim_id: int) -> HttpResponse:
    """One claim's card for the script; without it, the page with the card open."""
    article = the_article(request, article_id)
    if not request.headers.get("HX-Request"):
        return redirect(desk_address(article.pk, claim_id))
    return card_of(request, article, claim_id)


def card_of(request: HttpRequest, article: Article, claim_id: int, status: int = 200, **opening: Any) -> HttpResponse:
    """One claim's list item with its card open. Raises Http404 for a claim of another article."""
    get_object_or_404(Claim, pk=claim_id, article=article)
    row, inside = _row(request, article, claim_id)
    context = {**cards.card(row, **opening), "article": article, "zone": article.zone, "may": abilities(request)}
    context["inside"] = inside if request.method == "POST" else []  # a quote's new speaker is theirs too
    return render(request, "admin/claims/desk/claim.html", context, status=status)


def _row(request: HttpRequest, article: Article, claim_id: int) -> tuple[cards.Row, list[cards.Row]]:
    """A claim's row, and those of the claims that it holds."""
    found = cards.rows(article, article.current, viewer=request.user.pk, only=[claim_id])
    (row,) = (one for one in found if one.claim.pk == claim_id)
    return row, [one for one in found if one is not row]


def evidence(request: HttpRequest, article_id: int, evidence_id: int) -> HttpResponse:
    """One evidence with its newest check, and beside it the claim's line and, once it was read, what else of the card that changed:
    asked for while a reading is awaited."""
    article = the_article(request, article_id)
    wanted = get_object_or_404(Evidence, pk=evidence_id, claim__article=article)
    one = next((each for each in cards.evidence(wanted.claim) if each.pk == evidence_id), None)
    if not request.headers.get("HX-Request"):
        return redirect(desk_address(article.pk, wanted.claim_id))
    if one is None:
        return HttpResponse(status=STOP_POLLING)
    row, _inside = _row(request, article, wanted.claim_id)
    told = {"row": row, "claim": row.claim} if one.awaited else cards.card(row)
    context = {**told, "one": one, "article": article, "zone": article.zone, "beside": True, "may": abilities(request)}
    context["others"] = [] if one.awaited else _hung_too(request, article, wanted)
    return render(request, "admin/claims/desk/evidence.html", context, status=200 if one.awaited else STOP_POLLING)


def _hung_too(request: HttpRequest, article: Article, one: Evidence) -> list[cards.Row]:
    """The rows of an article's other claims that hang on the same source, which answered them too."""
    hung = Evidence.objects.filter(claim__article=article, source=one.source_id, is_active=True)
    keys = set(hung.exclude(claim=one.claim_id).values_list("claim", flat=True))
    found = cards.rows(article, article.current, viewer=request.user.pk, only=keys) if keys else []
    return [row for row in found if row.claim.pk in keys]


def first_error(form: Form) -> str:
    """The first thing wrong with a form, in a sentence."""
    for name, errors in form.errors.items():
        if name not in form.fields:
            return str(errors[0])
        return _("%(field)s: %(error)s") % {"field": form.fields[name].label or name, "error": errors[0]}
    return ""
