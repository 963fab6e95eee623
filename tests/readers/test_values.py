"""The refusal that readers raise carries its three parts."""

from __future__ import annotations

from claims.readers.values import Unreadable


def test_a_refusal_says_what_why_and_in_words() -> None:
    problem = Unreadable("tags", "The page has too many tags.", "too_complex")

    assert (problem.outcome, problem.reason, str(problem)) == ("too_complex", "tags", "The page has too many tags.")
    assert Unreadable("zip", "x").outcome == "unreadable"
