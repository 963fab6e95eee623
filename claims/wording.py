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

TROUBLES = {
    "attributes": gettext_noop("The page is built in a way that cannot be read."),
    "binary": gettext_noop("This is no text and no document that can be read."),
    "body": gettext_noop("The document is too large."),
    "cells": gettext_noop("The page's tables have too many cells."),
    "challenge": gettext_noop("The site asks for a browser check before it answers."),
    "characters": gettext_noop("The page is too large to be read."),
    "closed": gettext_noop("The server hung up without an answer."),
    "connect": gettext_noop("The server could not be reached."),
    "cpu": gettext_noop("Reading it takes too much computing."),
    "crashed": gettext_noop("The document made its reader crash."),
    "csv": gettext_noop("The table cannot be read."),
    "decoded_bytes": gettext_noop("The answer is too large."),
    "dns": gettext_noop("The name of the site could not be found."),
    "docx": gettext_noop("The Word file is damaged."),
    "downgrade": gettext_noop("The address redirects from https to http."),
    "empty": gettext_noop("The page or document holds no text."),
    "encoding": gettext_noop("The answer's compression is damaged or unknown."),
    "encrypted": gettext_noop("The document is locked by a password."),
    "entities": gettext_noop("The document declares entities."),
    "framing": gettext_noop("The server's answer is malformed."),
    "header_limit": gettext_noop("The server's answer is malformed."),
    "host": gettext_noop("The address has no valid host."),
    "json": gettext_noop("This is no valid JSON."),
    "locator": gettext_noop("The place in the page cannot be understood."),
    "memory": gettext_noop("Reading it takes too much memory."),
    "moved": gettext_noop("The address now leads to another page."),
    "nesting": gettext_noop("The page is nested too deep."),
    "no_text": gettext_noop("The PDF holds pictures of pages and no text."),
    "not_http": gettext_noop("The server did not answer in HTTP."),
    "output": gettext_noop("The document holds too much text."),
    "pages": gettext_noop("The PDF has too many pages."),
    "pdf": gettext_noop("The PDF is damaged."),
    "port": gettext_noop("This port is not allowed."),
    "private_address": gettext_noop("The address lies in a private network, which is not read."),
    "ratio": gettext_noop("The answer unpacks to far more than its size."),
    "reader": gettext_noop("The document broke its reader."),
    "redirect_limit": gettext_noop("The address redirects too often."),
    "redirect_loop": gettext_noop("The address redirects in a circle."),
    "robots": gettext_noop("The site's robots.txt does not let us read the page."),
    "robots_unknown": gettext_noop(
        "The site's robots.txt cannot be read, so we do not know whether we may read the page."
    ),
    "rows": gettext_noop("The table has too many rows or cells."),
    "sandbox": gettext_noop("The reader could not be started."),
    "scheme": gettext_noop("Only addresses that begin with http:// or https:// can be fetched."),
    "surrogate": gettext_noop("The file is damaged: half of a character stands in it."),
    "tables": gettext_noop("The page has too many tables."),
    "tags": gettext_noop("The page has too many tags."),
    "text": gettext_noop("The document holds too much text."),
    "time": gettext_noop("Reading it takes too long."),
    "timeout": gettext_noop("The server did not answer in time."),
    "tls": gettext_noop("No encrypted connection could be made: the site's certificate or its settings are wrong."),
    "truncated": gettext_noop("The answer broke off before its end."),
    "unpacked": gettext_noop("The document unpacks to too much."),
    "url_characters": gettext_noop("The address contains characters that no address may have."),
    "url_length": gettext_noop("The address is too long."),
    "user_info": gettext_noop("Addresses with a user name or password are not fetched."),
    "wire_bytes": gettext_noop("The answer is too large."),
    "word": gettext_noop("Old Word files (.doc) are not read. Save it as .docx or PDF, or paste its text."),
    "xlsx": gettext_noop("The workbook is damaged."),
    "zip": gettext_noop("This is a ZIP archive, not a document we can read."),
}
"""Why there was nothing to read, by the `reason` of fetching, readers and sandbox; their own English sentence says more."""

STATUSES = {
    "gone": gettext_noop("The page is not there any more (status %(status)s)."),
    "unreachable": gettext_noop("The site could not answer (status %(status)s)."),
    "blocked": gettext_noop("The site does not let us read the page (status %(status)s)."),
    "incomplete": gettext_noop("The site sent only a part of the page."),
    "unreadable": gettext_noop("The site answered with status %(status)s and no page."),
}
"""The same for `http_404` and its like, by outcome."""

MOVED = gettext_noop("The address now leads to another page: %(url)s")
LED_ON = gettext_noop("The address redirects to one that is not read: %(why)s")


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


def trouble(outcome: str, reason: str, message: str, where: str = "") -> Phrase:
    """Why there was nothing to read, as a phrase; the English `message` itself where no template is kept for its reason.

    `where` is the address that the journey ended at: of a page that moved it is the news.
    """
    if reason == "moved" and where:
        return Phrase(MOVED, {"url": where})
    if reason.startswith("http_") and outcome in STATUSES:
        return Phrase(STATUSES[outcome], {"status": reason.removeprefix("http_")})
    if reason in TROUBLES:
        return Phrase(TROUBLES[reason])
    if reason.startswith("redirect_") and reason.removeprefix("redirect_") in TROUBLES:
        return Phrase(LED_ON, {"why": Phrase(TROUBLES[reason.removeprefix("redirect_")])})
    return Phrase("%(said)s", {"said": message or reason or outcome})
