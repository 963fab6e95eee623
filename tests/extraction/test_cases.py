"""Every row of cases/LANGUAGE/*.toml: one text, and all that the engine must find in it.

    [[case]]
    text = "…"
    figures = [{ text = the numeral's words, value, high, bound, unit, counted, event, form }]      all of the text's figures
    rejected = [{ text, why }]                                                         some of its other numerals
    quotes = [{ text, form, speaker, role, cue, clause, audience, medium, relay, rule }]   all of its quotes (role "": none)
    partial = true                                                                     `quotes` are only some of them

Only the keys given are checked. A row without `figures` says nothing of figures, one without `quotes` nothing of quotes.
"""

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from claims.extraction.pipeline import extract

CASES = Path(__file__).parent / "cases"
MARKS = " \n\"'“”‘’„«».,"
LONG = 400
"""Longer cases are not cut: they hold nothing between two words that the short ones do not."""
ARTICLES = ("the ", "a ", "an ", "sang ", "para ")

Row = dict[str, Any]


def rows() -> list[Any]:
    found = []
    for path in sorted(CASES.glob("*/*.toml")):
        cases = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
        found += [
            pytest.param(path.parent.name, case, id=f"{path.parent.name}/{path.stem}/{n}")
            for n, case in enumerate(cases, 1)
        ]
    return found


@pytest.mark.parametrize(("language", "case"), rows())
def test_case(language: str, case: Row) -> None:
    answer = extract(case["text"], language=language, explain=True).as_dict()
    if "figures" in case:
        assert read_figures(answer, case["figures"]) == case["figures"], case["text"]
    for wanted in case.get("rejected", []):
        near = [
            (r["text"], r["why"])
            for r in answer["rejected"]
            if wanted["text"] in r["text"] or r["text"] in wanted["text"]
        ]
        assert wanted["why"] in [why for _, why in near], (case["text"], near)
    if "quotes" in case:
        check_quotes(answer["quotes"], case)


@pytest.mark.parametrize("language", sorted(path.name for path in CASES.iterdir()))
def test_a_text_may_begin_and_break_off_at_any_word(language: str) -> None:
    """Each case without its last words and without its first ones, three more each time: read without a fault, offsets and all."""
    for number, row in enumerate(rows()):
        code, case = row.values
        if code != language or len(case["text"]) > LONG:
            continue
        text = case["text"]
        for cut in [blank.start() for blank in re.finditer(r"\s+", text)][number % 3 :: 3]:
            for part in (text[:cut], text[cut + 1 :]):
                answer = extract(part, language=language, explain=True)
                for found in (*answer.figures, *answer.quotes, *answer.rejected):
                    assert part[found.start : found.end] == found.text, part


def read_figures(answer: Row, wanted: list[Row]) -> list[Row]:
    """The engine's figures, in the order of the text, each with the keys that the row at its place gives."""
    found = sorted(answer["figures"], key=lambda figure: figure["number"]["start"])
    asked = [set(row) for row in wanted] + [{"text", "value"}] * len(found)
    return [{key: shown(answer, figure, key) for key in keys} for figure, keys in zip(found, asked, strict=False)]


def shown(answer: Row, figure: Row, key: str) -> str:
    if key == "text":
        start, end = figure["number"]["start"], figure["number"]["end"]
        return figure["text"][start - figure["start"] : end - figure["start"]]
    value = figure[key]
    return format(Decimal(value).normalize(), "f") if key in ("value", "high") and value is not None else str(value)


def check_quotes(found: list[Row], case: Row) -> None:
    left = {quote["text"].strip(MARKS): quote for quote in found}
    for wanted in case["quotes"]:
        quote = left.pop(wanted["text"].strip(MARKS), None)
        assert quote, (case["text"], wanted["text"], "not among", list(left))
        seen = {
            "form": quote["form"],
            "speaker": bare((quote["speaker"] or {}).get("name")),
            "role": (quote["speaker"] or {}).get("role") or "",
            "cue": (quote["cue"] or {}).get("text"),
            "rule": quote["rule"],
            "clause": case["text"][quote["clause"]["start"] : quote["clause"]["end"]] if quote["clause"] else None,
        }
        for key in set(seen) & set(wanted):
            expected = bare(wanted[key]) if key == "speaker" else wanted[key]
            assert seen[key] == expected, (case["text"], key)
        others = set(wanted) - set(seen) - {"text"}
        assert others <= {"audience", "medium", "relay"}, (case["text"], others)  # a key that is not asked
        for role in others:
            parts = [part["text"] for part in quote["attribution"] if part["role"] == role]
            held = any(wanted[role] in part or part in wanted[role] for part in parts) if wanted[role] else not parts
            assert held, (case["text"], role, parts)  # "" stands for none of that role
    assert case.get("partial") or not left, (
        case["text"],
        "also found",
        {text: quote["rule"] for text, quote in left.items()},
    )


def bare(name: str | None) -> str | None:
    """A name or description without its article."""
    for article in ARTICLES:
        if name and name.lower().startswith(article):
            return name[len(article) :]
    return name


def test_there_are_cases_enough() -> None:
    counts = {language: len([row for row in rows() if row.values[0] == language]) for language in ("id", "en")}
    assert min(counts.values()) >= 300
