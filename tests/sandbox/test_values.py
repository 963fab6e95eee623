"""The child's JSON becomes a value."""

from __future__ import annotations

import pickle

from claims.sandbox import Cell, Read, Region
from claims.sandbox.values import from_answer


def test_lists_become_named_tuples() -> None:
    found = from_answer(
        {
            "outcome": "ok",
            "text": "1,400",
            "regions": [[0, 5, "main"]],
            "cells": [{"text": "1,400", "place": "row 1", "number": None, "labels": ["Gaza"]}],
        }
    )

    assert found == Read(
        "ok", text="1,400", regions=(Region(0, 5, "main"),), cells=(Cell("1,400", "row 1", None, ("Gaza",)),)
    )
    assert pickle.loads(pickle.dumps(found)) == found


def test_a_refusal_has_no_text() -> None:
    assert from_answer({"outcome": "unreadable", "reason": "zip", "message": "No."}) == Read("unreadable", "zip", "No.")
