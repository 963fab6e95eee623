"""What an editor does at the workbench: each act a POST of a plain form, answered to htmx with the card anew."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Q
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from claims import tasks, verdicts
from claims.admin import cards, desk
from claims.admin.base import desk_address, editor_of
from claims.admin.forms import AttachForm, MarkForm, Verb, attached, form_of
from claims.models import Alert, Article, Claim, Evidence, Job
from claims.models.rows import RowMoved
from claims.services import alerts, assignments, jobs, moves, previews, readings, rechecks, releases, rulings
from claims.services import evidence as attaching

MOVED_ON = 409
REFUSED = 422


def rule(claim: Claim, form: Any, editor: Any) -> None:
    said = form.cleaned_data
    rulings.rule(claim, said["verdict"], editor=editor, reason=said["reason"], readings=said["readings"])
    if said["verdict"] == verdicts.UNVERIFIED:
        form.done = _("The ruling is taken back.")


def attach(claim: Claim, form: Any, editor: Any) -> None:
    said = form.cleaned_data
    with transaction.atomic():
        attaching.attach(claim, **form.source(), terms=form.terms(), editor=editor)
        others = attaching.attach_also(said["also"].order_by("pk"), **form.source(), editor=editor)
    form.done = attached(1 + len(others))
    tasks.wake(tasks.check_due)


def correct(claim: Claim, form: Any, editor: Any) -> None:
    readings.correct(claim, editor=editor, reason=form.cleaned_data["reason"], changed=form.columns_given())


def discard(claim: Claim, form: Any, editor: Any) -> None:
    readings.discard(claim, editor=editor, reason=form.cleaned_data["reason"])


def restore(claim: Claim, form: Any, editor: Any) -> None:
    readings.restore(claim, editor=editor)


def assign(claim: Claim, form: Any, editor: Any) -> None:
    assignments.assign(claim, form.cleaned_data["assignee"], editor=editor, reason=form.cleaned_data["reason"])


def release(claim: Claim, form: Any, editor: Any) -> None:
    releases.release(claim, editor=editor, reason=form.cleaned_data["reason"])


def withdraw(claim: Claim, form: Any, editor: Any) -> None:
    releases.withdraw(claim, editor=editor, reason=form.cleaned_data["reason"])


@dataclass(frozen=True)
class Act:
    """A verb and the ability of `desk.RIGHTS` that it needs.

    One that only `adds` to a claim holds whatever happened to it meanwhile: the check of one source, say, while the next is typed.
    """

    do: Callable[[Claim, Any, Any], None]
    ability: str
    adds: bool = False


ACTS = {
    "rule": Act(rule, "rule"),
    "attach": Act(attach, "attach", adds=True),
    "correct": Act(correct, "change"),
    "discard": Act(discard, "change"),
    "restore": Act(restore, "change"),
    "assign": Act(assign, "change"),
    "release": Act(release, "release"),
    "withdraw": Act(withdraw, "release"),
}


@require_POST
def act(request: HttpRequest, article_id: int, claim_id: int, verb: str) -> HttpResponse:
    """Do one verb on one claim. A refused one answers 422 with the form as typed, an overtaken one 409."""
    if verb not in ACTS:
        raise Http404
    chosen = ACTS[verb]
    article = desk.the_article(request, article_id, chosen.ability)
    claim = get_object_or_404(Claim, pk=claim_id, article=article)
    form = form_of(verb, claim)(claim, request.POST)
    trouble, status = "", REFUSED
    if form.is_valid():
        try:
            _do(chosen, claim, form, editor_of(request))
            return _done(request, article, claim, str(form.done))
        except ValidationError as error:
            _put(form, error)
        except RowMoved:
            status = MOVED_ON
            trouble = _(
                "Somebody else changed this claim while you were writing. It is shown as it is now, "
                "with what you typed; send it again if it still holds."
            )
            claim.refresh_from_db()
            trouble = f"{trouble} {_newest(claim)}".strip()
            typed = request.POST.copy()
            typed["row_version"] = str(claim.row_version)
            form.data = typed
    claim.refresh_from_db()
    if verb not in cards.offered(claim):
        trouble = desk.first_error(form) or _(
            "Somebody else changed this claim while you were writing, and what you asked for is offered no more. "
            "What you typed is kept below."
        )
    opening = {"bound": {verb: form}, "trouble": trouble}
    if request.headers.get("HX-Request"):
        return desk.card_of(request, article, claim_id, status, **opening)
    return desk.page(request, article, opened=claim_id, opening=opening, status=status)


def _do(chosen: Act, claim: Claim, form: Verb, editor: Any) -> None:
    """Do the verb on the claim as the editor saw it. Held fast meanwhile, so that of two editors at once, or of one who presses
    twice, one is overtaken. Raises RowMoved, and what the service raises."""
    if chosen.adds:
        chosen.do(claim, form, editor)
        return
    with transaction.atomic():
        now = Claim.objects.select_for_update().values_list("row_version", flat=True).get(pk=claim.pk)
        if form.cleaned_data["row_version"] != now:
            raise RowMoved
        chosen.do(claim, form, editor)


def _newest(claim: Claim) -> str:
    """What somebody did last to a claim, and who, in a sentence; "" for nothing."""
    for event in cards.history(claim):
        if event.who:
            return _("Newest: %(what)s – %(who)s.") % {"what": event.what, "who": event.who}
    return ""


def _put(form: Form, error: ValidationError) -> None:
    """A service's refusal beside the field it names, or above the form."""
    for name, problems in getattr(error, "error_dict", {NON_FIELD_ERRORS: [error]}).items():
        form.add_error(name if name in form.fields else None, [problem for one in problems for problem in one.messages])


def _done(request: HttpRequest, article: Any, claim: Claim, notice: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return desk.card_of(request, article, claim.pk, notice=notice)
    messages.success(request, notice)
    return redirect(desk_address(article.pk, claim.pk))


def _source_typed(request: HttpRequest, article_id: int, claim_id: int) -> tuple[Article, Claim, AttachForm]:
    """The claim beside which a source is being typed, for who may attach one."""
    article = desk.the_article(request, article_id, "attach")
    claim = get_object_or_404(Claim, pk=claim_id, article=article)
    return article, claim, AttachForm(claim, request.POST)


@require_POST
def preview(request: HttpRequest, article_id: int, claim_id: int) -> HttpResponse:
    """What a page says now about a claim: asked for while an editor types an address and a place, written nowhere."""
    article, claim, form = _source_typed(request, article_id, claim_id)
    if form.is_valid():
        try:
            found = previews.preview(claim, url=form.cleaned_data["url"], terms=form.terms())
            context = {"found": found, "claim": claim, "article": article}
            return render(request, "admin/claims/desk/preview.html", context)
        except ValidationError as error:
            _put(form, error)
    return render(request, "admin/claims/desk/preview.html", {"trouble": desk.first_error(form)}, status=REFUSED)


@require_POST
def beside(request: HttpRequest, article_id: int, claim_id: int) -> HttpResponse:
    """The other claims of the article that the page answers too, to be ticked: asked for by what `preview` showed."""
    article, claim, form = _source_typed(request, article_id, claim_id)
    found = {}
    if form.is_valid():
        with suppress(ValidationError):  # told by the preview
            found = previews.answered_beside(claim, url=form.cleaned_data["url"])
    rows = cards.rows(article, article.current, only=found)
    others = [(row, found[row.claim.pk]) for row in rows if row.claim.pk in found]
    return render(request, "admin/claims/desk/beside.html", {"others": others, "article": article})


@require_POST
def mark(request: HttpRequest, article_id: int) -> HttpResponse:
    """Make a claim of words that the engine missed, and open its card."""
    article = desk.the_article(request, article_id, "mark")
    form = MarkForm(request.POST, auto_id=desk.MARK_ID)
    if form.is_valid():
        try:
            start, end = form.place(article.current.text)
            kind = form.cleaned_data["kind"]
            claim = readings.mark(
                article, start, end, kind=kind, editor=editor_of(request), changed=form.columns_given()
            )
        except ValidationError as error:
            _put(form, error)
        else:
            read = cards.brief(claim.reading) if kind == Claim.Kind.FIGURE else ""
            messages.success(request, _("Marked, and read as: %s.") % read if read else _("Marked."))
            return redirect(desk_address(article.pk, claim.pk))
    messages.error(request, desk.first_error(form))
    return desk.page(request, article, marking_form=form, status=REFUSED)


@require_POST
def detach(request: HttpRequest, article_id: int, evidence_id: int) -> HttpResponse:
    """Stop holding a claim against a source; what was observed stays."""
    article = desk.the_article(request, article_id, "detach")
    row = get_object_or_404(Evidence.objects.select_related("claim"), pk=evidence_id, claim__article=article)
    try:
        attaching.detach(row, editor=editor_of(request))
    except RowMoved as moved:
        return _not_done(request, article, row.claim, str(moved), MOVED_ON)
    return _done(request, article, row.claim, _("Taken off. Its checks stay in the history."))


@require_POST
def reread(request: HttpRequest, article_id: int, evidence_id: int) -> HttpResponse:
    """Read the source of an evidence now instead of when it is due; the card tells when it was read."""
    article = desk.the_article(request, article_id, "recheck")
    row = get_object_or_404(Evidence.objects.select_related("claim"), pk=evidence_id, claim__article=article)
    try:
        rechecks.ask([row.source_id], editor=editor_of(request))
    except ValidationError as error:
        return _not_done(request, article, row.claim, " ".join(error.messages), REFUSED)
    tasks.wake(tasks.check_due)
    return _done(request, article, row.claim, _("A worker reads it now."))


@require_POST
def relocate(request: HttpRequest, article_id: int, evidence_id: int) -> HttpResponse:
    """Give the source of an evidence the address that its page has moved to, for all claims that hang on it."""
    article = desk.the_article(request, article_id, "relocate")
    row = get_object_or_404(Evidence.objects.select_related("claim", "source"), pk=evidence_id, claim__article=article)
    newest = row.source.snapshots.defer("text", "headers").order_by("-seq").first()
    try:
        moves.take(row.source, newest, to=request.POST.get("to", ""))
    except RowMoved as moved:
        return _not_done(request, article, row.claim, str(moved), MOVED_ON)
    except ValidationError as error:
        return _not_done(request, article, row.claim, " ".join(error.messages), REFUSED)
    tasks.wake(tasks.check_due)
    return _done(
        request, article, row.claim, _("Taken. A worker reads the new address now; what was read at the old one stays.")
    )


@require_POST
def alert(request: HttpRequest, article_id: int, alert_id: int, verb: str) -> HttpResponse:
    """Acknowledge or close an alert of one of the article's claims, or of a source that one of them hangs on (`claim` says
    in whose card)."""
    article = desk.the_article(request, article_id, "alert")
    verbs = {"acknowledge": alerts.acknowledge, "close": alerts.close}
    if verb not in verbs:
        raise Http404
    row = get_object_or_404(Alert, pk=alert_id)
    shown = Q(alerts=row) if row.claim_id else Q(evidence__source=row.source_id, pk=desk.number(request.POST, "claim"))
    claim = get_object_or_404(Claim.objects.filter(shown, article=article).distinct())
    try:
        verbs[verb](row, editor=editor_of(request))
    except RowMoved as moved:
        return _not_done(request, article, claim, str(moved), MOVED_ON)
    return _done(request, article, claim, _("Alert closed.") if verb == "close" else _("Noted: you have seen it."))


def _not_done(request: HttpRequest, article: Any, claim: Claim, trouble: str, status: int) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return desk.card_of(request, article, claim.pk, status, trouble=trouble)
    messages.error(request, trouble)
    return redirect(desk_address(article.pk, claim.pk))


@require_POST
def extract(request: HttpRequest, article_id: int) -> HttpResponse:
    """Ask a worker to read the text again: after a failure, or with a newer engine. Claims that stand are kept."""
    article = desk.the_article(request, article_id, "extract")
    last = desk.waiting(article)
    if last is None or last.state == Job.State.FAILED:
        job = jobs.ask(Job.Kind.EXTRACT, article=article, editor=editor_of(request))
        tasks.wake(tasks.run_job, job.pk)
    return redirect(desk_address(article.pk))
