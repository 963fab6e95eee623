"""Cursor pages only: a page costs the same however deep, and rows that come in meanwhile shift nothing."""

from rest_framework.pagination import CursorPagination


class Pages(CursorPagination):
    """Newest first; `page_size` from 1 to 500."""

    ordering = "-id"
    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 500


class OldestFirst(Pages):
    """Oldest first: what happened since."""

    ordering = "id"
