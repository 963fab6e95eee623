"""Stamps: the hour that opens an entry of a live page ("3.11pm The count goes on"), and the day and hour of an update ("Update,
May 3, 7 a.m.: Two people were hurt").

What goes in is the place of a paragraph; what comes out is where its words begin. Called by the blocks.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from .language import Language
from .scan import Scan

LONGEST: Final = 80
"""A stamp is not longer."""
PARTS: Final = 16
"""Words, numbers and signs of the day and hour of an update, at most."""


@cache
def stamp_of(language: Language) -> re.Pattern[str]:
    """An hour with minutes or with a word that only hours have, behind it a dash, a colon or a capital that is no day's; or a word
    of updates, a day or hour and a colon."""
    dates, blocks = language.tables["dates"], language.tables["blocks"]
    halves = any_of(word for word in dates["clock_after"] if " " not in word)
    zones, days = any_of(blocks["zones"]), any_of([*dates["weekdays"], *dates["months"]])
    links, leads = any_of([*dates["clock_led"], *dates["weekday_leads"]]), any_of(blocks["stamp_leads"])
    opens = r"(?=[A-Z“\"‘])"
    hour = rf"\d{{1,2}}(?:[:.]\d\d)? ?{halves}(?:\b|\.)(?: {zones}\b)?|\d{{1,2}}:\d\d(?: {zones}\b)?"
    told = rf"[ ,(]|\.(?!\d)|\d{{1,4}}(?:[:.]\d\d)?(?!\d)|{days}\b|{halves}|{zones}\b|{links}\b"
    return re.compile(
        rf"(?:{hour})(?:: {opens}| [-–—] |,? {opens}(?!{days}\b))"
        rf"|{leads}\b(?=[^\n:]{{1,{LONGEST}}}\d)(?:{told}){{1,{PARTS}}}: {opens}"
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of some words, in small letters or capitals; for none of them where there are none."""
    told = sorted(map(re.escape, words), key=len, reverse=True)
    return rf"(?i:{'|'.join(told)})" if told else r"(?!)"


@cache
def stamp_letters(language: Language) -> frozenset[str]:
    """The letters that words of updates begin with."""
    return frozenset(word[0] for word in language.tables["blocks"]["stamp_leads"])


def stamp_end(scan: Scan, start: int, end: int) -> int | None:
    """Where the words behind the stamp of text[start:end] begin, None where it opens with none."""
    first = scan.text[start]
    if not first.isdigit() and first.lower() not in stamp_letters(scan.language):
        return None
    stamp = stamp_of(scan.language).match(scan.text, start, end)
    return stamp.end() if stamp is not None and stamp.end() - start <= LONGEST else None
