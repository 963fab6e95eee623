"""Plain text: as it is, with newlines as LF."""

from __future__ import annotations

from .charsets import Decoded
from .values import Page, Unreadable


def text(decoded: Decoded) -> Page:
    """The text itself. Unreadable for what holds control characters that no text has."""
    if "\x00" in decoded.text:
        raise Unreadable("binary", "This is no text: it holds characters that no text has.")
    return Page(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
