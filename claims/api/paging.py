"""Cursor pages only: a page costs the same however deep, and rows that come in meanwhile shift nothing."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.pagination import CursorPagination

MOST_DIGITS = 18
"""Of the number of a row, which a bigint holds."""


class Pages(CursorPagination):
    """Newest first; `page_size` from 1 to 500."""

    ordering = "-id"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500

    def get_page_size(self, request: Any) -> int | None:
        """How many rows a page has; a larger wish is cut down. Raises ParseError for what is no number of rows."""
        asked = request.query_params.get(self.page_size_query_param) or "1"
        if not (asked.isascii() and asked.isdigit() and int(asked[:MOST_DIGITS])):
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
        place = "0" if cursor is None or cursor.position is None else str(cursor.position)
        if not (place.isascii() and place.isdigit() and len(place) <= MOST_DIGITS):
            raise lost
        return cursor


class OldestFirst(Pages):
    """Oldest first: what happened since."""

    ordering = "id"
