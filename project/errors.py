"""What is answered when something went wrong: a page to people, JSON to clients of the API."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import defaults

API = "/api/"


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request is malformed or too large."""
    if request.path.startswith(API):
        return _json(400, _("This request cannot be answered: it is malformed or too large."))
    return defaults.bad_request(request, exception)


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came without its CSRF cookie, or with another one. Nothing was done. The answer brings a new cookie and a link
    back to the form, which `kept.js` then fills in again; for a script it carries the header `Form-Expired`. A form that came from
    another site gets neither."""
    if not reason.startswith("CSRF "):  # Django's other reasons are of the origin
        return render(request, "403_csrf.html", status=403)
    get_token(request)
    came = urlsplit(request.headers.get("Referer", ""))
    stood = f"{came.path}?{came.query}" if came.netloc == request.get_host() else request.path
    back = stood if url_has_allowed_host_and_scheme(stood, allowed_hosts=None) else "/admin/"
    answer = render(request, "403_csrf.html", {"back": back}, status=403)
    answer["Form-Expired"] = "yes"
    return answer


def broken(request: HttpRequest, *args: Any) -> HttpResponse:
    """500: it was written to the log."""
    if request.path.startswith(API):
        return _json(500, _("Something broke on our side. It was written to the log; ask again later."))
    return defaults.server_error(request)


def _json(status: int, sentence: str) -> JsonResponse:
    return JsonResponse({"detail": sentence}, status=status)
