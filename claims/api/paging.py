"""Cursor pages only: a page costs the same however deep, and rows that come in meanwhile shift nothing."""

from typing import Any

from rest_framework.exceptions import NotFound
from rest_framework.pagination import CursorPagination

MOST_DIGITS = 18
"""Of the number of a row, which a bigint holds."""


class Pages(CursorPagination):
    """Newest first; `page_size` from 1 to 500."""

    ordering = "-id"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500

    def decode_cursor(self, request: Any) -> Any:
        """Where the page begins. Raises NotFound for a cursor that we never gave: its place is a number of a row."""
        cursor = super().decode_cursor(request)
        place = "0" if cursor is None or cursor.position is None else str(cursor.position)
        if not (place.isascii() and place.isdigit() and len(place) <= MOST_DIGITS):
            raise NotFound(self.invalid_cursor_message)
        return cursor


class OldestFirst(Pages):
    """Oldest first: what happened since."""

    ordering = "id"
