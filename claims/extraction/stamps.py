"""Stamps: the hour that opens an entry of a live page ("3.11pm The count goes on"), the day and hour of an update ("Update, May 3,
7 a.m.: Two people were hurt"), a dateline, and what scraping has glued to the words behind it: a picture's credit, the parts of a
byline.

What goes in is the place of a paragraph; what comes out is where its words begin. Called by the blocks.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Final

from .language import Language
from .lines import Marks, counts_page, marks_of, tells_when
from .scan import DASHES, Scan

LONGEST: Final = 80
"""A stamp is not longer."""
PARTS: Final = 16
"""Words, numbers and signs of the day and hour of an update, at most."""
CAPTION: Final = 300
"""A caption in front of its credit is not longer."""
DATELINE_REACH: Final = 90
"""A dateline before the first words ("JAKARTA, Kompas.com – ") is not longer."""
DASH: Final = re.compile(r"[-–—]{1,2}(?:\s|(?<=\s[-–—])|(?<=\s[-–—]{2}))")
"""One dash or two with a blank on one side."""
OUTLET: Final = re.compile(r"[A-Z][A-Za-z]*\d?\.com, (?=[A-Z]\w+ [A-Z]\w)")
"""The outlet of a dateline that no dash ends ("Liputan6.com, Jakarta Rina Dewi mengatakan")."""
GLUED: Final = re.compile(r"[A-Z\d](?<=[a-z\d][A-Z]|[a-z]\d)")
"""What stands where scraping has lost what parted two words: "By Ann HillMay 3, 2019No Comments"; told by its own signs first, since
most letters are none of these."""


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


@cache
def glued_credit(language: Language) -> re.Pattern[str]:
    """The end of a picture's credit that a word with a capital is glued to: the name of an archive, or that of an agency behind a
    sign ("Ann Hill | Bloomberg | ReutersThe bridge is shut")."""
    ends = language.tables["blocks"]["credit_ends"]
    archive, agency = (any_of(end for end in ends if (" " in end) == wide) for wide in (True, False))
    led = rf"(?:(?<=[/|–—])|(?<=[/|–—-] )){agency}\)?|\({agency}\)"
    return re.compile(rf"(?:\b{archive}\)?|{led})(?=[A-Z][a-z’' ])")


def credits_in(scan: Scan) -> list[int]:
    """Where a word is glued to the name of an archive or an agency, so that its paragraph is worth a search."""
    found: list[int] = []
    for name in scan.language.tables["blocks"]["credit_ends"]:
        at = scan.lower.find(name)
        while at >= 0:
            end = at + len(name)
            end += scan.text[end : end + 1] == ")"
            if scan.text[end : end + 1].isupper():
                found.append(end)
            at = scan.lower.find(name, end)
    return found


def credit_end(scan: Scan, glued: list[int], start: int, end: int) -> int | None:
    """Where the words behind a caption begin whose credit they are glued to, None where none opens text[start:end]; `glued` are
    the credits_in the text."""
    stop = min(end, start + CAPTION)
    if not any(start < at < stop for at in glued):
        return None
    credit = glued_credit(scan.language).search(scan.text, start, stop)
    return credit.end() if credit is not None else None


def is_glued_byline(line: str, marks: Marks) -> bool:
    """Whether two parts of a line that scraping has glued tell a day or count what a page has ("By Ann HillMay 3, 2019No
    Comments2 Mins Read")."""
    glued = [found.start() for found in GLUED.finditer(line)]
    if len(glued) < 2:
        return False
    parts = [line[first:last].lower() for first, last in pairwise([0, *glued, len(line)])]
    return sum(tells_when(part, marks) or counts_page(part, marks) for part in parts) > 1


def dateline_end(scan: Scan, start: int, end: int) -> int | None:
    """Where the words after a dateline begin, or None where the paragraph opens without one."""
    text, links = scan.text, marks_of(scan.language).dateline_links
    head = text[start : min(end, start + DATELINE_REACH)]
    if ".com, " in head and (outlet := OUTLET.match(text, start, end)) is not None:
        return _behind_place(scan, outlet.end(), end)
    if not any(dash in head for dash in DASHES):
        return None
    if not (dash := DASH.search(text, start, start + len(head))) or dash.start() == start:
        return None
    place = text[start : dash.start()].rstrip()
    words = re.findall(r"[^\s,()/]+", place)
    if not words or len(words) > 9:
        return None
    named = all(not word[0].islower() or ".com" in word or ".id" in word or word in links for word in words)
    minus = dash[0] == "-" and not place.isupper() and text[dash.end() : dash.end() + 1].isdigit()  # "At -34C it was"
    if not named or minus:
        return None
    telling = len(words) == 1 or place.isupper() or any(char in place for char in ",(./") or words[0].isupper()
    return dash.end() if telling else None


def _behind_place(scan: Scan, start: int, end: int) -> int:
    """Where the words begin behind the place of a dateline without a dash: one word, or all that places are called by."""
    places = scan.language.tables["quotes"]["roles"]["places"]
    at = scan.text.index(" ", start, end) + 1
    while (blank := scan.text.find(" ", at, end)) > 0 and scan.text[at:blank].lower() in places:
        at = blank + 1
    return at
