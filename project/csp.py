"""Content-Security-Policy by path: the first matching line of settings.CSP_POLICIES is sent with every answer."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


class ContentSecurityPolicy:
    """Middleware; an answer that already carries a policy of its own keeps it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.policies = [(re.compile(pattern), policy) for pattern, policy in settings.CSP_POLICIES]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = next(policy for pattern, policy in self.policies if pattern.match(request.path_info))
        response.headers.setdefault("Content-Security-Policy", policy)
        return response
