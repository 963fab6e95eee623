"""Runs of capitals, in which names are looked for."""

import pytest

from claims.extraction.language import load
from claims.extraction.people.capitals import bare_run_of, run_of
from claims.extraction.speech import speech_of


@pytest.mark.parametrize(
    ("code", "text", "runs"),
    [
        ("id", "kata Kepala Dinas Kesehatan Rina Wati di Bogor", ["Kepala Dinas Kesehatan Rina Wati", "Bogor"]),
        ("id", "bertemu Ahmad al-Farisi kemarin", ["Ahmad al-Farisi"]),
        (
            "en",
            "the Bank of England told J.K. Moor before Dr. Ann O'Hara",
            ["Bank of England", "J.K. Moor", "Dr. Ann O'Hara"],
        ),
        ("en", "nobody was there", []),
    ],
)
def test_runs_end_where_no_capital_follows(code: str, text: str, runs: list[str]) -> None:
    assert run_of(speech_of(load(code))).findall(text) == runs


def test_only_a_whole_run_begins_with_an_article() -> None:
    speech = speech_of(load("id"))
    assert run_of(speech).findall("bertemu al-Farisi") == ["al-Farisi"]
    assert bare_run_of(speech).findall("bertemu al-Farisi") == ["Farisi"]
