"""What is answered when something went wrong: a page to people, JSON to clients of the API."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views import defaults

API = "/api/"


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: the request is malformed or too large."""
    if request.path.startswith(API):
        return _told(400, _("This request cannot be answered: it is malformed or too large."))
    return defaults.bad_request(request, exception)


def broken(request: HttpRequest, *args: Any) -> HttpResponse:
    """500: it was written to the log."""
    if request.path.startswith(API):
        return _told(500, _("Something broke on our side. It was written to the log; ask again later."))
    return defaults.server_error(request)


def _told(status: int, sentence: str) -> JsonResponse:
    return JsonResponse({"detail": sentence}, status=status)
