"""The engine's values: what the stages hand to each other and what `extract` returns.

All values are frozen; those made by the dozen for each article are named tuples, which are built twice as fast as frozen
classes. Offsets are Python string indices (code points) into the text given, half-open, so that `text[start:end]` is always
the words. Amounts are Decimal, never float. `as_dict` methods give the JSON contract, schema 1.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

SCHEMA: Final = 1

Span = tuple[int, int]

CLAIM_BLOCKS: Final = frozenset({"headline", "caption", "heading", "body"})
"""Kinds of block that may carry claims; every other kind is boilerplate."""


class Block(NamedTuple):
    """A stretch of the article and its kind.

    `kind` is headline, dateline, byline, caption, body, heading, advert, teaser or related.
    """

    start: int
    end: int
    kind: str

    def as_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "kind": self.kind}


class Part(NamedTuple):
    """One part of an attribution chain, from the origin (`hop` 0, who said it) outwards.

    `role` is speaker, audience, medium, relay or document. `audience` and `medium` share the hop of the part they
    belong to; each `relay` is the next hop. `text` are the words at start..end, `name` the resolved name.
    """

    role: str
    name: str
    text: str
    start: int
    end: int
    hop: int

    def as_dict(self) -> dict[str, Any]:
        return {
            "role": self.role,
            "name": self.name,
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "hop": self.hop,
        }


class Speaker(NamedTuple):
    """Who said a quote: the resolved `name` (the description where no name is given), `role` with affiliation or None,
    and the span of the mention that carries the attribution (a pronoun if it is one)."""

    name: str
    role: str | None
    start: int
    end: int

    def as_dict(self) -> dict[str, Any]:
        return {"name": self.name, "role": self.role, "start": self.start, "end": self.end}


class Cue(NamedTuple):
    """The words that mark a quote as said ("kata", "told", "menurut")."""

    text: str
    start: int
    end: int

    def as_dict(self) -> dict[str, Any]:
        return {"text": self.text, "start": self.start, "end": self.end}


class Relation(NamedTuple):
    """How a figure hangs on another: `kind` is change, part_of or multiple; `figure` is the other's index."""

    kind: str
    figure: int

    def as_dict(self) -> dict[str, Any]:
        return {"kind": self.kind, "figure": self.figure}


class Figure(NamedTuple):
    """A checkable figure.

    `start`..`end` cover the phrase ("sekitar 1.400 orang"), `number` the numeral with its scale, currency, percent sign
    or unit of measure. `value` is None for vague words; `high` is the upper end of a range. `unit` is an ISO 4217 code,
    "percent", "percentage_point" or a measure of units.toml, None for plain counts. `within` is the index of the quote
    that holds the figure. `worthiness` (0 to 1) orders figures by how much they ask to be checked.
    """

    start: int
    end: int
    text: str
    number: Span
    value: Decimal | None
    high: Decimal | None
    bound: str
    unit: str | None
    form: str
    counted: str | None
    counted_span: Span | None
    event: str | None
    event_date: str | None
    population: str | None
    place: str | None
    accumulation: str | None
    relation: Relation | None
    within: int | None
    attribution: tuple[Part, ...]
    worthiness: Decimal | None
    rule: str

    def as_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "number": span_dict(self.number),
            "value": amount_text(self.value),
            "high": amount_text(self.high),
            "bound": self.bound,
            "unit": self.unit,
            "form": self.form,
            "counted": self.counted,
            "counted_span": span_dict(self.counted_span),
            "event": self.event,
            "event_date": self.event_date,
            "population": self.population,
            "place": self.place,
            "accumulation": self.accumulation,
            "relation": self.relation.as_dict() if self.relation else None,
            "within": self.within,
            "attribution": [part.as_dict() for part in self.attribution],
            "worthiness": amount_text(self.worthiness),
            "rule": self.rule,
        }


class Quote(NamedTuple):
    """One quote. `form` is direct, mixed, floating or indirect; `parts` are its marked stretches (a quote split by its
    cue has two) and start..end their hull; `clause` is the whole reported clause of a mixed quote."""

    start: int
    end: int
    text: str
    form: str
    parts: tuple[Span, ...]
    clause: Span | None
    speaker: Speaker | None
    cue: Cue | None
    attribution: tuple[Part, ...]
    rule: str

    def as_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "form": self.form,
            "parts": [span_dict(part) for part in self.parts],
            "clause": span_dict(self.clause),
            "speaker": self.speaker.as_dict() if self.speaker else None,
            "cue": self.cue.as_dict() if self.cue else None,
            "attribution": [part.as_dict() for part in self.attribution],
            "rule": self.rule,
        }


class Rejected(NamedTuple):
    """A numeral that is no claim, with why: date, clock, age, ordinal, identifier, event_name, score, idiom,
    boilerplate, definition and others named in distractors.py; or a sentence that was left unread: unread (for figures),
    unread_quote (for quotes)."""

    start: int
    end: int
    text: str
    why: str
    value: Decimal | None

    def as_dict(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "why": self.why,
            "value": amount_text(self.value),
        }


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that the engine read in one text."""

    language: str
    blocks: tuple[Block, ...]
    figures: tuple[Figure, ...]
    quotes: tuple[Quote, ...]
    rejected: tuple[Rejected, ...]

    def as_dict(self) -> dict[str, Any]:
        """The JSON contract, schema 1: all keys always present, None when unknown, amounts as decimal strings."""
        return {
            "schema": SCHEMA,
            "language": self.language,
            "blocks": [block.as_dict() for block in self.blocks],
            "figures": [figure.as_dict() for figure in self.figures],
            "quotes": [quote.as_dict() for quote in self.quotes],
            "rejected": [numeral.as_dict() for numeral in self.rejected],
        }


def span_dict(span: Span | None) -> dict[str, int] | None:
    """A span as the contract writes it."""
    return {"start": span[0], "end": span[1]} if span else None


def amount_text(amount: Decimal | None) -> str | None:
    """An amount as a plain decimal string, without exponent and without trailing zeros after the point."""
    if amount is None:
        return None
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
