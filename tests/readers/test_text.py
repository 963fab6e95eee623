"""Plain text stays as it is."""

from __future__ import annotations

import pytest

from claims.readers import text
from claims.readers.charsets import Decoded
from claims.readers.values import Unreadable


def test_only_newlines_change() -> None:
    page = text.text(Decoded(" A\u00a0b\r\n\r\n\tc\rd\u200b\n", "utf-8"))

    assert page.text == " A\u00a0b\n\n\tc\nd\u200b\n"


def test_nul_is_no_text() -> None:
    with pytest.raises(Unreadable):
        text.text(Decoded("a\0b", "utf-8"))
