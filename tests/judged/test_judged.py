"""The judged set measured: how often the right figure is read in a page, and how often a wrong number is called found."""

import random
from itertools import groupby
from typing import Any

import pytest

from claims.comparison import Expected, compare, several
from claims.extraction import extract
from claims.locating import Located, Page, locate
from claims.locating.claim import Claim
from claims.locating.evidence import candidate, glance, speaks_of_it
from claims.locating.prose import ENOUGH
from tests.judged.judging import cases, cells, read_of_cell, right, said, same, story, wrong_number

ALL_CASES = list(cases())
GOALS = (0.95, 0.005)
"""Right readings and wrong numbers called found. On new pages both are missed: docs/benchmarks.md."""
BLIND = "blind/"
"""The folder of pages that were first read without a look at the rules."""
FLOORS = {"the worked pages": GOALS, "the whole set": GOALS}


def test_the_set_is_large_enough() -> None:
    assert len(ALL_CASES) >= 200


def test_right_readings_and_wrong_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    """In the worked pages alone, and in all."""
    answers = [(case, case.answer()) for case in ALL_CASES]
    for which, (least_right, most_wrong) in FLOORS.items():
        held = [pair for pair in answers if which == "the whole set" or not pair[0].name.startswith(BLIND)]
        missed = [(case, answer) for case, answer in held if not right(case.reads, answer)]
        wrong = sum(wrong_number(case.reads, answer) for case, answer in held)
        share, wrong_share = 1 - len(missed) / len(held), wrong / len(held)
        lines = [f"  {case.name}: {said(answer)} instead of {' or '.join(case.reads)}" for case, answer in missed]
        report = (
            f"{which}, {len(held)} judged claims: right {share:.3f}, wrong number reported as found {wrong_share:.4f}"
        )
        with capsys.disabled():
            print(f"\n{report}")
        detail = "\n".join([report, *lines])
        assert share >= least_right, detail
        assert wrong_share <= most_wrong, detail


@pytest.mark.parametrize("case", [case for case in ALL_CASES if case.as_of], ids=lambda case: case.name)
def test_the_day_of_a_reading(case: Any) -> None:
    answer = case.answer()
    if answer.outcome == "found" and answer.read is not None:
        assert (answer.read.as_of, answer.read.as_of_basis) == (case.as_of, case.basis)


def test_a_page_has_the_figures_of_the_whole_reading() -> None:
    for text, language, published in {(case.text, case.language, case.published) for case in ALL_CASES}:
        whole = extract(text, language=language, quotes=False).figures
        assert Page(text, language, published).figures == whole


def test_to_leave_sentences_unread_changes_no_answer() -> None:
    """Each page is asked its own claims and some of other pages, seeded; then the same where all of it was read."""
    chance = random.Random(4)
    amounts = [case.expected for case in ALL_CASES if case.expected.unit is not None]
    less = 0
    for given, held in groupby(ALL_CASES, key=lambda case: (case.text, case.language, case.published)):
        whole = Page(*given)
        figures = len(whole.figures)
        for expected in (*(case.expected for case in held), *chance.sample(amounts, 4)):
            some = Page(*given)
            less += len(some.figures_like(expected.unit)) < figures
            assert bare(locate(expected, some)) == bare(locate(expected, whole)), (given[0], expected.context)
    assert less > len(ALL_CASES)


def bare(answer: Located) -> tuple[Any, ...]:
    why = sorted(map(tuple, answer.why))
    return answer.outcome, answer.start, answer.end, answer.words, answer.read, answer.runner_up, why


def test_a_glance_rules_out_no_figure_that_fits() -> None:
    passed = 0
    for case in ALL_CASES:
        page, claim = Page(case.text, case.language, case.published), Claim(case.expected)
        for figure in page.figures:
            if glance(claim, page, figure) is None:
                passed += 1
                found = candidate(claim, page, figure)
                assert found.is_others or found.score < ENOUGH or not speaks_of_it(claim, found), (
                    case.name,
                    figure.text,
                )
    assert passed > len(ALL_CASES)


@pytest.mark.parametrize("cell", cells(), ids=lambda cell: f"{cell['text']!r} {cell.get('language', '')}")
def test_a_cell_of_the_judged_set_is_read(cell: dict[str, str]) -> None:
    assert same(cell["reads"], said(read_of_cell(cell)))


@pytest.mark.parametrize(("expected", "page"), [(row[1], row[2]) for row in story()], ids=[row[0] for row in story()])
def test_the_story_as_an_expert_would_tell_it(expected: Expected, page: dict[str, Any]) -> None:
    answer = locate(expected, Page(page["text"], page["language"], page["day"]))
    assert said(answer) == page["reads"]
    if "as_of" in page and answer.read is not None:
        assert (answer.read.as_of, answer.read.as_of_basis) == (page["as_of"], "stated")
    assert finding(expected, answer) == page["finding"]


def finding(expected: Expected, answer: Located) -> str:
    if answer.outcome == "ambiguous" and answer.read is not None and answer.runner_up is not None:
        return several(expected, answer.read, answer.runner_up).kind
    return compare(expected, answer.read if answer.outcome == "found" else None).kind
