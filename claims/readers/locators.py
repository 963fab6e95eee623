"""Locators: one line of text that says which cell holds the figure. The grammar stands in the package's docstring."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from claims.wording import Phrase, gettext_noop

MAX_LOCATOR = 500
"""Characters of a locator, as many as the rows of evidence and checks keep."""

KEYS = {
    "csv": {"row", "column", "in", "thousands"},
    "xlsx": {"sheet", "cell", "row", "column", "in", "thousands"},
    "table": {"table", "row", "column", "in", "thousands"},
    "words": {"prefix", "exact", "suffix"},
}
MARKS = (".", ",")
"""What may stand between the thousands of a cell that is nothing but its digits."""

THOUSANDS = re.compile(r";thousands=[.,]\Z")
BEHIND_JSON = re.compile(r";\s*thousands\s*=\s*([^/;'\"\]]*)\Z")
"""The one thing that is said behind the place of a JSON value. A key that ends like this is written $['…']."""

CELL = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6})")
PAIR = re.compile(r'\s*([a-z]+)\s*=(?:\s*"((?:[^"]|"")*)"\s*|([^;"][^;]*|))(?:;|$)')
STEP = re.compile(
    r"""\.(?P<name>[^.\[\]'"\s]+)
      | \[(?:(?P<index>-?[0-9]{1,9})|(?P<all>\*)|'(?P<single>[^']*)'|"(?P<double>[^"]*)"
      |\?\(?@\.(?P<key>[^=\s'")\]]+)\s*==\s*(?:'(?P<value>[^']*)'|"(?P<value2>[^"]*)"|(?P<bare>[^'")\s\]]+))\)?)\]""",
    re.VERBOSE,
)
NUMBERED = re.compile(r"#(-?[1-9][0-9]{0,6})")
EXAMPLES = "csv:row=Gaza;column=Killed · json:/data/killed · $.data.killed · table:row=Gaza;column=Killed"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a JSON path: a name, an index, all members, or the members whose `key` has `value`."""

    name: str | None = None
    index: int | None = None
    every: bool = False
    key: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Locator:
    """A parsed locator: its kind (json, csv, xlsx, table, words), and JSON steps or named parts; of a JSON value only its mark
    between thousands is such a part."""

    kind: str
    steps: tuple[Step, ...] = ()
    parts: dict[str, str] = field(default_factory=dict, hash=False)


class Misspelt(ValueError):
    """A locator that cannot be used; `phrase` says why so that an editor can act on it, the text says it in English."""

    def __init__(self, template: str, **values: str | int) -> None:
        self.phrase = Phrase(template, values)
        super().__init__(self.phrase.render())


def check_locator(locator: str) -> Phrase | None:
    """What is wrong with a locator, as one sentence; None when it can be used (an empty one can: it means "find it")."""
    if not locator.strip():
        return None
    try:
        parse_locator(locator)
    except Misspelt as error:
        return error.phrase
    return None


@lru_cache(maxsize=1024)
def parse_locator(locator: str) -> Locator:
    """Read a locator. Raises Misspelt for one that cannot be used."""
    text = locator.strip()
    if len(text) > MAX_LOCATOR:
        raise Misspelt(gettext_noop("The locator is longer than %(most)s characters."), most=MAX_LOCATOR)
    if text.startswith(("$", "json:")):
        return _json(text)
    kind, colon, rest = text.partition(":")
    if not colon or kind not in KEYS:
        raise Misspelt(
            gettext_noop("A locator begins with json:, $, csv:, xlsx:, table: or words:, for example %(examples)s."),
            examples=EXAMPLES,
        )
    parts = _pairs(kind, rest if kind == "words" else rest.strip())
    _complete(kind, parts)
    return Locator(kind, parts=parts)


def words_locator(prefix: str, exact: str, suffix: str) -> str:
    """The locator that pins these words; `parse_locator` gives them back."""
    parts = (("prefix", prefix), ("exact", exact), ("suffix", suffix))
    quoted = (f'{name}="{words.replace(chr(34), chr(34) * 2)}"' for name, words in parts if words)
    return f"words:{';'.join(quoted)}"


def with_thousands(locator: str, mark: str) -> str:
    """The locator of the same cell, or JSON value, whose thousands `mark` parts."""
    place = locator.strip()
    return f"{place if place.startswith(('$', 'json:')) else place.rstrip(';')};thousands={mark}"


def without_thousands(locator: str) -> str:
    """The locator that `with_thousands` was given; any other as it is."""
    return THOUSANDS.sub("", locator)


def numbered(label: str) -> int | None:
    """The number of a `#3` label, None for words."""
    match = NUMBERED.fullmatch(label)
    return int(match[1]) if match else None


def _json(text: str) -> Locator:
    place = text.removeprefix("json:")
    said = BEHIND_JSON.search(place)
    parts = {"thousands": said[1].strip()} if said else {}
    _check_mark(parts)
    place = place[: said.start()] if said else place
    return Locator("json", _path(place) if place.startswith("$") else _pointer(place), parts)


def _pointer(text: str) -> tuple[Step, ...]:
    if text and not text.startswith("/"):
        raise Misspelt(gettext_noop("A JSON pointer begins with a slash, such as json:/data/0/killed."))
    names = [part.replace("~1", "/").replace("~0", "~") for part in text.split("/")[1:]]
    return tuple(
        Step(name=name, index=int(name) if re.fullmatch(r"0|[1-9][0-9]{0,8}", name) else None) for name in names
    )


def _path(text: str) -> tuple[Step, ...]:
    steps = []
    position = 1
    while position < len(text):
        match = STEP.match(text, position)
        if match is None:
            raise Misspelt(
                gettext_noop("The JSON path is not understood from “%(words)s” on."),
                words=text[position : position + 20],
            )
        position = match.end()
        name = match["name"] or match["single"] or match["double"]
        if match["key"]:
            value = next(found for found in (match["value"], match["value2"], match["bare"]) if found is not None)
            steps.append(Step(key=match["key"], value=value))
        elif name == "*" or match["all"]:
            steps.append(Step(every=True))
        elif match["index"]:
            steps.append(Step(index=int(match["index"])))
        else:
            steps.append(Step(name=name or ""))
    return tuple(steps)


def _pairs(kind: str, text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    position = 0
    while position < len(text):
        match = PAIR.match(text, position)
        if match is None:
            raise Misspelt(
                gettext_noop("The locator is not understood from “%(words)s” on."), words=text[position : position + 20]
            )
        name = match[1]
        if name not in KEYS[kind]:
            raise Misspelt(
                gettext_noop("“%(name)s” is not known in a %(kind)s: locator; it may have %(known)s."),
                name=name,
                kind=kind,
                known=", ".join(sorted(KEYS[kind])),
            )
        if name in parts:
            raise Misspelt(gettext_noop("“%(name)s” stands twice in the locator."), name=name)
        if match[2] is not None:
            parts[name] = match[2].replace('""', '"')
        else:
            plain = match[3] or ""
            parts[name] = plain if kind == "words" else plain.strip()
        position = match.end()
    return {name: value for name, value in parts.items() if value}


def _complete(kind: str, parts: dict[str, str]) -> None:
    if kind == "words":
        if "exact" not in parts:
            raise Misspelt(
                gettext_noop("A words: locator needs the words themselves, such as words:prefix=toll at ;exact=1,400.")
            )
        return
    _check_mark(parts)
    if "cell" in parts:
        if not CELL.fullmatch(parts["cell"]):
            raise Misspelt(gettext_noop("A cell's address is written like B7."))
        if parts.keys() & {"row", "column", "in"}:
            raise Misspelt(gettext_noop("Give either a cell or a row and a column, not both."))
        return
    for name in ("row",) if kind == "table" else ("row", "column"):
        if name not in parts:
            raise Misspelt(
                gettext_noop("The locator needs “%(name)s”, as in %(kind)s:row=Gaza;column=Killed."),
                name=name,
                kind=kind,
            )
    for name in ("row", "column", "table"):
        if parts.get(name, "").startswith("#") and numbered(parts[name]) is None:
            raise Misspelt(
                gettext_noop("“%(name)s” by its number is written like #3, or #-1 for the last one."), name=name
            )


def _check_mark(parts: dict[str, str]) -> None:
    if parts.get("thousands", ".") not in MARKS:
        raise Misspelt(gettext_noop("Write the mark between thousands as thousands=. or thousands=,"))
