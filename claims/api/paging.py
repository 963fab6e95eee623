"""Cursor pages only: a page costs the same however deep, and rows that come in meanwhile shift nothing."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.pagination import CursorPagination

from claims.models.rows import KEY_DIGITS, key_of


class Pages(CursorPagination):
    """Newest first; `page_size` from 1 to 500."""

    ordering = "-id"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500

    def get_page_size(self, request: Any) -> int | None:
        """How many rows a page has; a larger wish is cut down. Raises ParseError for what is no number of rows."""
        asked = request.query_params.get(self.page_size_query_param) or "1"
        if not (asked.isascii() and asked.isdigit() and int(asked[:KEY_DIGITS])):
            known = {"most": self.max_page_size}
            raise ParseError({self.page_size_query_param: [_("Write a whole number from 1 to %(most)s.") % known]})
        return super().get_page_size(request)

    def decode_cursor(self, request: Any) -> Any:
        """Where the page begins. Raises NotFound for a cursor that we never gave: its place is a number of a row."""
        lost = NotFound(_("This cursor leads nowhere. Begin with the first page, without “cursor”."))
        try:
            cursor = super().decode_cursor(request)
        except NotFound:
            raise lost from None
        if cursor is not None and cursor.position is not None and key_of(str(cursor.position)) is None:
            raise lost
        return cursor


class OldestFirst(Pages):
    """Oldest first: what happened since."""

    ordering = "id"
