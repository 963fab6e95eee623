"""Log lines, as text and as JSON."""

import json
import logging
import sys

from project.logs import JsonFormatter, TextFormatter

MOMENT = 1_700_000_000.25


def record(**extra: object) -> logging.LogRecord:
    made = logging.getLogger("claims").makeRecord(
        "claims.services", logging.WARNING, __file__, 1, "read %s", ("halaman “satu”",), None, extra=extra
    )
    made.created = MOMENT
    return made


def test_text_is_in_utc() -> None:
    assert TextFormatter().format(record()) == "2023-11-14T22:13:20Z WARNING claims.services read halaman “satu”"


def test_json_is_one_object_with_what_was_passed_along() -> None:
    line = json.loads(JsonFormatter().format(record(source=7)))
    assert line == {
        "time": "2023-11-14T22:13:20.250+00:00",
        "level": "WARNING",
        "logger": "claims.services",
        "message": "read halaman “satu”",
        "source": 7,
    }


def test_json_keeps_the_traceback_on_the_same_line() -> None:
    made = record()
    try:
        raise ValueError("no such page")
    except ValueError:
        made.exc_info = sys.exc_info()
    text = JsonFormatter().format(made)
    assert "\n" not in text
    assert "no such page" in json.loads(text)["traceback"]
