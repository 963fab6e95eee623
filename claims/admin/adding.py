"""Add article: pasted, from a file, or from its address."""

from dataclasses import replace
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from claims import tasks
from claims.admin import zones
from claims.admin.base import desk_address, editor_of
from claims.admin.forms import Address
from claims.extraction import available
from claims.extraction.language import load
from claims.models import Job, Outlet
from claims.models.party import check_zone
from claims.services import articles, jobs

MOST_BYTES = 10 * 2**20
"""A page with its images inlined may be large; its text may not (services.articles says how large)."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ACCEPTED = f".txt,.html,.htm,.md,.docx,.pdf,text/plain,text/html,{WORD},application/pdf"
"""What the browser offers to choose; the first bytes decide what a file is."""


class AddArticleForm(forms.Form):
    """One of text, file, address; what else is known of the article."""

    text = forms.CharField(
        label=gettext_lazy("Text"), required=False, strip=False, widget=forms.Textarea(attrs={"autofocus": True})
    )
    upload = forms.FileField(label=gettext_lazy("Text, HTML, Word or PDF file"), required=False, allow_empty_file=True)
    url = Address(label=gettext_lazy("Address"), required=False)
    title = forms.CharField(label=gettext_lazy("Title"), required=False, max_length=500)
    outlet = forms.CharField(label=gettext_lazy("Outlet"), required=False, max_length=200)
    author = forms.CharField(label=gettext_lazy("Author"), required=False, max_length=300)
    language = forms.CharField(label=gettext_lazy("Language"), required=False, max_length=8, widget=forms.Select)
    published = zones.LocalTime(label=gettext_lazy("Published"))
    zone = forms.CharField(
        label=gettext_lazy("Time zone"),
        required=False,
        max_length=64,
        widget=forms.TextInput(attrs={"list": "zones"}),
        validators=[check_zone],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].validators.clear()  # what no text may hold `services.articles` tells in plainer words
        known = [(code, _(load(code).name)) for code in available()]
        self.fields["language"].widget.choices = [("", _("guess it from the text")), *known]
        self.fields["upload"].widget.attrs["accept"] = ACCEPTED

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        if upload and upload.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 10 MB. Keep the article's text and leave the rest out."))
        return upload

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        has_text = bool((cleaned.get("text") or "").strip())
        if has_text and cleaned.get("upload"):
            raise ValidationError(_("Give the text or a file, not both: one article has one text."))
        if not has_text and not cleaned.get("upload") and not cleaned.get("url") and not self.errors:
            raise ValidationError(_("There is no text. Paste the article's text, give its address or upload a file."))
        return cleaned

    def origin(self, editor: Any) -> articles.Origin:
        """What was said of the article. Raises ValidationError for a date in no known zone."""
        said = self.cleaned_data
        outlet = Outlet.objects.filter(name__iexact=said["outlet"].strip()).first() if said["outlet"] else None
        zone = said["zone"] or (outlet.zone if outlet else settings.CLAIMS_ZONE)
        return articles.Origin(
            url=said["url"],
            outlet=said["outlet"],
            title=said["title"],
            author=said["author"],
            language=said["language"],
            published_at=zones.aware(said["published"], zone),
            zone=zone,
            editor=editor,
        )


def add_article(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """The page. A text is kept at once and read by a worker; an address is fetched by a worker; both show how far it is."""
    if not request.user.has_perm("claims.add_article"):
        raise PermissionDenied
    form = (
        AddArticleForm(request.POST, request.FILES)
        if request.method == "POST"
        else AddArticleForm(initial=request.GET.dict())
    )
    if form.is_valid():
        try:
            return _take(request, form)
        except ValidationError as error:
            form.add_error(None, error.messages)
    outlets = Outlet.objects.order_by("name").values_list("name", flat=True)[:300]
    context = {
        **context,
        "form": form,
        "outlets": outlets,
        "zones": zones.USUAL,
        "newsroom_zone": settings.CLAIMS_ZONE,
        "title": _("Add article"),
    }
    return render(request, "admin/claims/article/add.html", context, status=422 if form.errors else 200)


def _take(request: HttpRequest, form: AddArticleForm) -> HttpResponse:
    origin = form.origin(editor_of(request))
    text, upload = form.cleaned_data["text"], form.cleaned_data["upload"]
    if not text.strip() and not upload:
        return _ask_for_page(request, origin)
    taken = articles.ingest_file(upload.read(), origin, name=upload.name) if upload else articles.ingest(text, origin)
    article = taken.article
    if not taken.is_new:
        messages.warning(request, _("Already there: this is article %(id)s, “%(title)s”.") % about(article))
    if article.same_text_as_id and taken.is_new:
        other = about(article.same_text_as)
        messages.info(request, _("The same text stands elsewhere too: article %(id)s, “%(title)s”.") % other)
    if taken.is_new or article.extracted_at is None:
        job = jobs.ask(Job.Kind.EXTRACT, article=article, editor=editor_of(request))
        tasks.wake(tasks.run_job, job.pk)
    return redirect(desk_address(article.pk))


def _ask_for_page(request: HttpRequest, origin: articles.Origin) -> HttpResponse:
    articles.check_url(origin.url)
    wanted = replace(origin, editor=None)
    payload = {name: getattr(wanted, name) for name in ("url", "outlet", "title", "author", "language", "zone")}
    if wanted.published_at:
        payload["published_at"] = wanted.published_at.isoformat()
    job = jobs.ask(Job.Kind.FETCH, payload=payload, editor=editor_of(request))
    tasks.wake(tasks.run_job, job.pk)
    return redirect("admin:claims_job_progress", job.pk)


def about(article: Any) -> dict[str, str]:
    """An article's number and title, for a message."""
    return {"id": str(article.pk), "title": str(article)[:120]}
