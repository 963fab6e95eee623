"""What becomes of a request when the sign-in behind it has expired: nothing that somebody typed may be lost by it."""

import re
from collections.abc import Callable

from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse

DESK = re.compile(r".*/desk/")
SIGNED_OUT = 401


def signed_in_first(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Middleware: a script that asks without being signed in gets status 401, never the sign-in page, which it would put
    where somebody is typing; on pages where nobody types it asks for the page anew. After a form of the workbench the
    sign-in leads back to the workbench: the form's own address takes nothing but forms."""

    def respond(request: HttpRequest) -> HttpResponseBase:
        if not request.path.startswith("/admin/") or admin.site.has_permission(request):
            return get_response(request)
        desk = DESK.match(request.path)
        if request.headers.get("HX-Request"):
            return HttpResponse(status=SIGNED_OUT, headers={} if desk else {"HX-Refresh": "true"})
        if desk and request.method == "POST":
            return redirect_to_login(desk[0], reverse("admin:login"))
        return get_response(request)

    return respond
