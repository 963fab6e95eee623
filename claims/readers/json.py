"""JSON: numbers kept as they are written, keys met twice kept twice, nothing converted that could blow up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NoReturn

from .charsets import Decoded
from .locators import Locator, Step
from .values import MAX_NUMBER, MAX_TEXT, Cell, Found, Page, Unreadable

MAX_FOUND = 100
EXPONENT = re.compile(r"[eE][+-]?0*([0-9]+)$")
MAX_EXPONENT = 30


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    written: str


@dataclass(frozen=True, slots=True)
class Members:
    """An object: its members in order; a key that stands twice is there twice."""

    items: tuple[tuple[str, Any], ...]

    def named(self, name: str) -> list[Any]:
        return [value for key, value in self.items if key == name]


def text(decoded: Decoded) -> Page:
    """One line for each value: the names that lead to it, a colon, the value ("data.killed: 1405")."""
    lines: list[str] = []
    size = 0
    for path, value in _leaves(parse(decoded.text)):
        written = _written(value)
        lines.append(f"{'.'.join(path)}: {written}" if path else written)
        size += len(lines[-1])
        if size > MAX_TEXT:
            raise Unreadable("text", "The document holds too much text.", "too_large")
    return Page("\n".join(lines))


def find(decoded: Decoded, locator: Locator) -> Found:
    """The values at a JSON pointer or path. Objects and lists are no values: a locator that ends on one finds none."""
    found: list[tuple[str, tuple[str, ...], Any]] = [("", (), parse(decoded.text))]
    for step in locator.steps:
        found = [deeper for place in found for deeper in _follow(step, *place)][:MAX_FOUND]
        if not found:
            return Found(reason="no_value")
    cells = tuple(
        Cell(_written(value), place or "/", exact(value.written) if isinstance(value, Number) else None, labels)
        for place, labels, value in found
        if value is not None and not isinstance(value, list | Members)
    )
    return Found(cells, "" if cells else "no_value")


def parse(content: str) -> Any:
    """The document: Members, lists, str, bool, None, Number. Unreadable when it is no JSON (NaN is none) or nested too deep."""
    try:
        return json.loads(
            content,
            parse_int=Number,
            parse_float=Number,
            parse_constant=_no_constant,
            object_pairs_hook=lambda pairs: Members(tuple(pairs)),
        )
    except RecursionError:
        raise Unreadable("nesting", "The document is nested too deep.", "too_complex") from None
    except ValueError as error:
        raise Unreadable("json", f"This is no valid JSON: {str(error)[:200]}.") from None


def exact(written: str) -> str | None:
    """The number as a plain decimal text, None when it is longer than any figure (it stays text then)."""
    exponent = EXPONENT.search(written)
    if len(written) > MAX_NUMBER or (exponent and (len(exponent[1]) > 2 or int(exponent[1]) > MAX_EXPONENT)):
        return None
    return format(Decimal(written), "f")


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number that JSON has")


def _written(value: Any) -> str:
    if isinstance(value, Number):
        return value.written
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _leaves(document: Any) -> Iterator[tuple[tuple[str, ...], Any]]:
    waiting: list[tuple[tuple[str, ...], Any]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Members):
            waiting.extend(((*path, name), inner) for name, inner in reversed(value.items))
        elif isinstance(value, list):
            waiting.extend((path, inner) for inner in reversed(value))
        elif value is not None and value != "":
            yield path, value


def _follow(step: Step, place: str, labels: tuple[str, ...], value: Any) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    """Every value that one step leads to, with its pointer and the names passed."""
    if isinstance(value, Members) and step.name is not None:
        for inner in value.named(step.name):
            yield f"{place}/{_escaped(step.name)}", (*labels, step.name), inner
    elif isinstance(value, Members) and step.every:
        for name, inner in value.items:
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
    return any(_written(value) == step.value for value in member.named(step.key))


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
