"""The value of one cell of a table, a spreadsheet or a JSON document.

A cell has no sentence that could tell thousands from decimals: "1.400" alone is two numbers, and stays two until an editor
says which mark parts its thousands.
"""

import re
from dataclasses import replace
from decimal import Decimal

from claims.comparison import Read
from claims.extraction import extract
from claims.extraction.language import load
from claims.extraction.values import Figure

from .values import Located, amount_of

LONGEST = 200
"""A longer cell is prose."""

DIGITS = r"\d{1,40}(?:[.,'’\u00a0\u202f\u2009 ]\d{1,40}){0,12}"
NUMBER = re.compile(
    rf"(?P<bound>[<>≤≥~≈±]|<=|>=)?\s*(?P<sign>[-−+])?\s*(?P<low>{DIGITS})(?:\s*[-–—]\s*(?P<high>{DIGITS}))?\s*(?P<percent>%)?"
)
NOTE = re.compile(r"(?:\s*(?:[*†‡§¹²³]|\[[^\]]{1,12}\]))+\Z")
ASIDE = re.compile(r"\s+\([^()]{1,60}\)\Z")
BOUNDS = {"<": "less_than", ">": "more_than", "≤": "at_most", "<=": "at_most", "≥": "at_least", ">=": "at_least"}
WRITTEN_BY = {".": "id", ",": "en"}
"""A language that parts thousands by this mark."""

GROUP = 3
"""Digits between two separators of thousands."""


def read_cell(
    text: str,
    unit_hint: str | None = None,
    *,
    language: str | None = None,
    number: str | None = None,
    thousands: str | None = None,
) -> Located:
    """The one number of a cell.

    `unit_hint` is the unit where the cell names none, `language` the document's, `number` the exact value where the format
    itself types it (JSON, XLSX), `thousands` the mark between thousands where an editor has said it. Ambiguous with both readings
    when the separators can be read two ways; missing when the cell has no number, several, one that is a date, or one in brackets
    (in accounts it is negative, elsewhere it is not).
    """
    if number is not None:
        return _found(text, Read(value=Decimal(number), unit=unit_hint))
    words = ASIDE.sub("", NOTE.sub("", text.strip()))
    if not words or len(words) > LONGEST or words.startswith("("):
        return Located("missing")
    match = NUMBER.fullmatch(words)
    if match:
        return _plain(text, match, unit_hint, thousands or _thousands(language), is_sure=thousands is not None)
    return _worded(text, words, unit_hint, WRITTEN_BY.get(thousands or "", language))


def _plain(text: str, match: re.Match[str], unit_hint: str | None, thousands: str | None, *, is_sure: bool) -> Located:
    """A cell that is nothing but a number, a range or a percentage."""
    values = _values(match["low"], thousands, is_sure=is_sure)
    highs = _values(match["high"], thousands, is_sure=is_sure) if match["high"] else [None]
    if not values or not highs:
        return Located("missing")
    sign = -1 if match["sign"] in {"-", "−"} else 1
    bound = "range" if match["high"] else BOUNDS.get(match["bound"] or "", "about" if match["bound"] else "exact")
    unit = "percent" if match["percent"] else unit_hint
    readings = [
        Read(value=sign * value, high=high, bound=bound, unit=unit)
        for value in values
        for high in highs
        if high is None or high >= value
    ]
    if not readings:
        return Located("missing")
    return _found(text, readings[0]) if len(readings) == 1 else _doubtful(text, readings[0], readings[1])


def _values(digits: str, thousands: str | None, *, is_sure: bool) -> list[Decimal]:
    """The numbers that digits with separators can be: one, two when the evidence does not tell, none for no number. `thousands` is
    the mark that probably parts them, or surely: then the other one parts decimals."""
    marks = [char for char in digits if not char.isdigit()]
    groups = re.split(r"\D", digits)
    if not marks:
        return [Decimal(digits)] if len(digits) <= 40 else []
    threes = len(groups[0]) <= GROUP and all(len(group) == GROUP for group in groups[1:])
    whole, last = Decimal("".join(groups)), marks[-1]
    if len(set(marks)) == 1:
        if last not in ".,":
            return [whole] if threes else []
        if len(marks) > 1:
            return [whole] if threes else []
        decimal = Decimal(f"{groups[0]}.{groups[1]}")
        if not threes or groups[0].lstrip("0") == "":
            return [decimal]
        if thousands == last:
            return [whole]
        return [decimal] if is_sure else [whole, decimal]
    inner = len(groups[0]) <= GROUP and all(len(group) == GROUP for group in groups[1:-1])
    if last not in ".," or last in marks[:-1] or len(set(marks[:-1])) > 1 or not inner:
        return []
    return [Decimal("".join(groups[:-1]) + "." + groups[-1])]


def _thousands(language: str | None) -> str | None:
    return str(load(language).tables["separators"]["thousands"]) if language else None


def _worded(text: str, words: str, unit_hint: str | None, language: str | None) -> Located:
    """A cell with words beside its number, read as a sentence is."""
    figures = extract(words, language=language, quotes=False).figures
    if len(figures) != 1 or figures[0].value is None or _other_digits(words, figures[0]):
        return Located("missing")
    figure = figures[0]
    unit = figure.unit or unit_hint
    return _found(text, replace(amount_of(figure), unit=unit, counted=figure.counted, event=figure.event))


def _other_digits(words: str, figure: Figure) -> bool:
    start, end = figure.number
    return any(char.isdigit() for char in words[:start] + words[end:])


def _found(text: str, read: Read) -> Located:
    return Located("found", read, None, text, 0, len(text))


def _doubtful(text: str, read: Read, other: Read) -> Located:
    return Located("ambiguous", read, None, text, 0, len(text), runner_up=other)
