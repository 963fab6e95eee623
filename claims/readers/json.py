"""JSON: numbers kept as they are written, keys met twice kept twice, nothing converted that could blow up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

from .charsets import Decoded
from .locators import Locator, Step
from .values import MAX_NUMBER, Cell, Found, Page, Unreadable

MAX_FOUND = 100
"""Values that a locator may lead to; two are ambiguous already."""

EXPONENT = re.compile(r"[eE][+-]?0*([0-9]+)$")
MAX_EXPONENT = 30
"""Of ten: nothing that is counted has more zeros, and a larger power would be written out in as many digits."""

MAX_LINES = 200_000
MAX_PATH = 10_000
"""Values of a document, and characters of the names that lead to one."""


class Number(str):
    """A number with a fraction or exponent, as written. Whole numbers are int."""

    __slots__ = ()


Members: type[tuple[Any, ...]] = tuple
"""An object: its (name, value) pairs in order, so that a name that stands twice is there twice. Lists are list."""


def text(decoded: Decoded) -> Page:
    """One line for each value: the names that lead to it, a colon, the value ("data.killed: 1405")."""
    lines: list[str] = []
    _write(parse(decoded.text), "", lines)
    return Page("\n".join(lines))


def find(decoded: Decoded, locator: Locator) -> Found:
    """The values at a JSON pointer or path. Objects and lists are no values: a locator that ends on one finds none."""
    found: list[tuple[str, tuple[str, ...], Any]] = [("", (), parse(decoded.text))]
    for step in locator.steps:
        found = [deeper for place in found for deeper in _follow(step, *place)][:MAX_FOUND]
        if not found:
            return Found(reason="no_value")
    cells = tuple(
        Cell(_written(value), place or "/", exact(value), labels)
        for place, labels, value in found
        if value is not None and not isinstance(value, list | Members)
    )
    return Found(cells, "" if cells else "no_value")


def parse(content: str) -> Any:
    """The document: Members, list, str, bool, None, int, Number. Unreadable for NaN, what is no JSON, or is nested too deep."""
    try:
        return json.loads(content, parse_float=Number, parse_constant=_no_constant, object_pairs_hook=Members)
    except RecursionError:
        raise Unreadable("nesting", "The document is nested too deep.", "too_complex") from None
    except ValueError as error:
        raise Unreadable("json", f"This is no valid JSON: {str(error)[:200]}.") from None


def named(members: tuple[tuple[str, Any], ...], name: str) -> list[Any]:
    """Every value that stands under a name."""
    return [value for key, value in members if key == name]


def exact(value: Any) -> str | None:
    """A number as a plain decimal text; None for what is no number, and for one longer than any figure (it stays text)."""
    if isinstance(value, bool) or not isinstance(value, int | Number):
        return None
    written = str(value)
    exponent = EXPONENT.search(written)
    if len(written) > MAX_NUMBER or (exponent and (len(exponent[1]) > 2 or int(exponent[1]) > MAX_EXPONENT)):
        return None
    return format(Decimal(written), "f")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number that JSON has")


def _written(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _write(value: Any, path: str, lines: list[str]) -> None:
    """A line for each value in `value`, which stands at `path`."""
    if isinstance(value, Members):
        for name, inner in value:
            deeper = f"{path}.{name}" if path else name
            if isinstance(inner, str):
                if inner:
                    lines.append(f"{deeper}: {inner}")
            else:
                _write(inner, deeper, lines)
    elif isinstance(value, list):
        for inner in value:
            _write(inner, path, lines)
    elif value is not None and value != "":
        lines.append(f"{path}: {_written(value)}" if path else _written(value))
    if len(lines) > MAX_LINES or len(path) > MAX_PATH:
        raise Unreadable("text", "The document holds too many values.", "too_large")


def _follow(step: Step, place: str, labels: tuple[str, ...], value: Any) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Every value that one step leads to, with its pointer and the names passed."""
    if isinstance(value, Members) and step.name is not None:
        for inner in named(value, step.name):
            yield f"{place}/{_escaped(step.name)}", (*labels, step.name), inner
    elif isinstance(value, Members) and step.every:
        for name, inner in value:
            yield f"{place}/{_escaped(name)}", (*labels, name), inner
    elif isinstance(value, list):
        yield from _members(step, place, labels, value)


def _members(
    step: Step, place: str, labels: tuple[str, ...], value: list[Any]
) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    if step.index is not None:
        index = step.index if step.index >= 0 else len(value) + step.index
        if 0 <= index < len(value):
            yield f"{place}/{index}", labels, value[index]
        return
    for index, inner in enumerate(value):
        if step.every:
            yield f"{place}/{index}", labels, inner
        elif _fits(step, inner):
            yield f"{place}/{index}", (*labels, str(step.value)), inner


def _fits(step: Step, member: Any) -> bool:
    if step.key is None or not isinstance(member, Members):
        return False
    return any(_written(value) == step.value for value in named(member, step.key))


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
