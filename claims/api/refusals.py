"""The answers to refused requests: a sentence that says what to do."""

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated
from rest_framework.response import Response
from rest_framework.views import exception_handler


def refused(error: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an error, None for what is no refusal. All but the missing row and the missing or unknown token are REST
    framework's own."""
    answer = exception_handler(error, context)
    if answer is not None and isinstance(error, Http404):
        answer.data = {"detail": _("There is no such row, or it is not released.")}
    if answer is not None and isinstance(error, (NotAuthenticated, AuthenticationFailed)):
        missing = isinstance(error, NotAuthenticated)
        said = _("This needs a token.") if missing else _("This token is unknown, or it has run out.")
        how = _("Who runs the desk makes one with “manage.py token NAME”; send it as “Authorization: Token …”.")
        answer.data = {"detail": f"{said} {how}"}
    return answer
