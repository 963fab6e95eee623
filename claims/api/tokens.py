"""Authentication by knox's tokens; what cannot be a token is refused before it is looked up."""

from typing import Any

from drf_spectacular.contrib.knox_auth_token import KnoxTokenScheme
from knox.auth import TokenAuthentication
from rest_framework.authentication import get_authorization_header
from rest_framework.exceptions import AuthenticationFailed


class Tokens(TokenAuthentication):
    """A token is letters and digits; bytes beside them would end in the database or its decoder."""

    def authenticate(self, request: Any) -> Any:
        """(user, token), None without a token of ours. Raises AuthenticationFailed."""
        header = get_authorization_header(request)
        if not header.isascii() or b"\0" in header:
            raise AuthenticationFailed
        return super().authenticate(request)


class TokenScheme(KnoxTokenScheme):  # type: ignore[no-untyped-call]  # the library is untyped
    """Describes our tokens in the OpenAPI document, as knox's are described."""

    target_class = "claims.api.tokens.Tokens"
