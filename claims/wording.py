"""Sentences that explain, kept as template and parameters so that they can be said in another language later.

Nothing here knows a language but English: whoever shows a phrase hands over a translator and number and day writers.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905  (reads as the list it is)
"""English only: other languages come in through the `day` writer of `Phrase.render`."""


def gettext_noop(message: str) -> str:
    """Marks a template for the message catalogue and returns it untouched (the name is one that xgettext looks for)."""
    return message


def number_text(number: Decimal) -> str:
    """A number as English prints it: 7,028; 0.5; 1.5 million (from a million on, if three digits after the point do)."""
    for scale, word in SCALES:
        if abs(number) >= scale and number * 1000 % scale == 0:
            return f"{plain(number / scale)} {word}"
    return plain(number)


def plain(number: Decimal) -> str:
    """All digits of a number with commas for thousands, without exponent and without zeros at the end of a fraction."""
    text = format(number, ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def day_text(day: date) -> str:
    """A day as English prints it: 9 November 2023."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


BOUND_WORDS = {
    "exact": gettext_noop("%(amount)s"),
    "about": gettext_noop("about %(amount)s"),
    "nearly": gettext_noop("nearly %(amount)s"),
    "more_than": gettext_noop("more than %(amount)s"),
    "at_least": gettext_noop("at least %(amount)s"),
    "less_than": gettext_noop("less than %(amount)s"),
    "at_most": gettext_noop("at most %(amount)s"),
    "range": gettext_noop("%(amount)s to %(high)s"),
    "vague": gettext_noop("a number that is not stated"),
}

SAYS = {
    "same": gettext_noop("The source says %(read)s, as the claim does."),
    "rounded": gettext_noop("The source says %(read)s; the claim's %(claimed)s is that number, rounded."),
    "describes": gettext_noop("The source says %(read)s; the claim's %(claimed)s describes it."),
    "agrees": gettext_noop("The source says %(read)s, which agrees with the claim's %(claimed)s."),
    "tolerated": gettext_noop(
        "The source says %(read)s; the claim's %(claimed)s lies within the tolerance that was set."
    ),
    "same_day": gettext_noop(
        "The source says %(read)s as of %(as_of)s; the claim, of the same time, says %(claimed)s."
    ),
    "undated": gettext_noop(
        "The source says %(read)s; the claim says %(claimed)s. The source states no date for its figure."
    ),
    "claim_undated": gettext_noop(
        "The source says %(read)s as of %(as_of)s; the claim, which has no date, says %(claimed)s."
    ),
    "later": gettext_noop("As of %(as_of)s the source says %(read)s; the claim, of %(claim_day)s, says %(claimed)s."),
    "older": gettext_noop(
        "The source's %(read)s is as of %(as_of)s, older than the claim of %(claim_day)s, so it says nothing about its %(claimed)s."
    ),
    "unit": gettext_noop("The claim is in %(claim_side)s, the source in %(read_side)s: %(claimed)s against %(read)s."),
    "form": gettext_noop("The claim gives %(claim_side)s, the source %(read_side)s: %(claimed)s against %(read)s."),
    "scale": gettext_noop(
        "The source says %(read)s, the claim %(claimed)s: the same digits at another scale, as when a table counts in thousands."
    ),
    "vague_claim": gettext_noop("The claim gives no number that could be held against the source's %(read)s."),
    "vague_read": gettext_noop("The source gives no number that could be held against the claim's %(claimed)s."),
    "scope": gettext_noop("The claim counts %(claim_side)s, the source %(read_side)s: %(claimed)s against %(read)s."),
    "event": gettext_noop(
        "The claim is about “%(claim_side)s”, the source's figure about “%(read_side)s”: %(claimed)s against %(read)s."
    ),
    "place": gettext_noop(
        "The claim is about %(claim_side)s, the source's figure about %(read_side)s: %(claimed)s against %(read)s."
    ),
    "ambiguous": gettext_noop(
        "The page has several figures that fit about equally: %(read)s and %(other)s. The claim says %(claimed)s."
    ),
    "doubtful": gettext_noop(
        "The page has %(read)s, but it is not certain that this is the claim's figure. The claim says %(claimed)s."
    ),
    "missing": gettext_noop("The page has no figure that could be the claim's %(claimed)s."),
    "words_same": gettext_noop("The page has the quoted words."),
    "words_near": gettext_noop("The page does not have the quoted words, but it has words close to them: “%(near)s”."),
    "words_missing": gettext_noop("The page does not have the quoted words."),
}

NO_UNIT = gettext_noop("a plain count")
ALL = gettext_noop("all")
CHANGE, LEVEL = gettext_noop("a change"), gettext_noop("a level")
PERIOD, TOTAL = gettext_noop("the count of one period"), gettext_noop("the count so far")


@dataclass(frozen=True, slots=True)
class Phrase:
    """An English template with %(named)s places and what stands in them: words, numbers, days or other phrases."""

    template: str
    params: Mapping[str, Any] = field(default_factory=dict)

    def render(
        self,
        translate: Callable[[str], str] = str,
        number: Callable[[Decimal], str] = number_text,
        day: Callable[[date], str] = day_text,
    ) -> str:
        """The phrase in words. `translate` turns a template into another language, `number` and `day` write values."""
        said: dict[str, str] = {}
        for name, value in self.params.items():
            if isinstance(value, Phrase):
                said[name] = value.render(translate, number, day)
            elif isinstance(value, Decimal):
                said[name] = number(value)
            elif isinstance(value, date):
                said[name] = day(value)
            else:
                said[name] = str(value)
        return translate(self.template) % said

    def as_dict(self) -> dict[str, Any]:
        """A JSON value that `from_dict` reads back: {"template", "params": {name: text | {"number" | "day" | "phrase"}}}."""
        return {"template": self.template, "params": {name: _packed(value) for name, value in self.params.items()}}

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Phrase":
        """The phrase that `as_dict` wrote. Raises KeyError when it is none."""
        return cls(stored["template"], {name: _unpacked(value) for name, value in stored["params"].items()})


def _packed(value: Any) -> Any:
    if isinstance(value, Phrase):
        return {"phrase": value.as_dict()}
    if isinstance(value, Decimal):
        return {"number": format(value, "f")}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return str(value)


def _unpacked(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "phrase" in value:
        return Phrase.from_dict(value["phrase"])
    return Decimal(value["number"]) if "number" in value else date.fromisoformat(value["day"])
