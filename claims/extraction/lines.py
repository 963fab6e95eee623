"""Lines: the words that tell what a line is."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final
from unicodedata import category

from .language import Language, plain_words, words_of_time
from .scan import Scan, places_of, signs_in
from .values import Span

LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""A line as `str.splitlines` parts them."""
MARK: Final = 60
"""A line that says what it is by its words is not longer."""
DATE_WORDS: Final = 4
"""A line with more words that belong to no date is not the line of the date."""
DATE_EDGES: Final = re.compile(r"[\s,.()|/-]+")
DAY: Final = 28
"""A day with its weekday is not longer."""
TIME_REACH: Final = 45
"""The day and hour of an article are not longer."""
PARAGRAPH: Final = 110
"""A line at least this long is a paragraph whatever it ends with."""
LONGEST_CREDITED: Final = 400
LONGEST_CAPTION: Final = 300
"""A caption is not longer, with what says that it is one or with an agency's mark at its end."""
MARK_EDGES: Final = " :.-–—|»>#*"
COUNT: Final = re.compile(r"\d[\d.,]*(?:[kmsx]|min|°[cf]?)?|\d{1,3}/\d{1,3}")
COUNTS: Final = re.compile(r"\d+(?:[-–]\d+){1,2}")
"""Numbers as pages and readers are counted: "1,057", "2.3k"; "2-3" minutes."""
WORD_EDGES: Final = re.compile(r"[()·•]|(?<=\d)-(?=[a-z])|(?<=[a-z]):?(?=\d)")
"""What parts the words of a line that counts: brackets, the hyphen of "4-minute read", the colon of "time:5", nothing in "seconds2m"."""
DIGIT: Final = re.compile(r"\d")
LETTER: Final = re.compile(r"[^\W\d_]")
SEPARATORS: Final = re.compile(r"[|·•・]| / ")
STROKES: Final = frozenset("|·•")
PARTED: Final = re.compile(r"(?<=.)[|·•]")
"""What parts a line; what stands at its beginning is a bullet."""
HOUR: Final = re.compile(r"\d:\d|[^\W\d_]:")
"""The sign of an hour, or of the word that leads to a day; not that of a list of days: "Dec. 1: 69 patients"."""
ENDS: Final = ":|"
"""What phrases of teasers inside a line end with."""
LONGEST_END: Final = 24
"""Characters of the last word of such a phrase, at most, with the blank behind it."""
HEAD: Final = 5
"""Words of the heading of a list, with the name of a place or of an outlet."""
AGE: Final = range(2, 5)
"""So many words "three hours ago" has."""
SIGNED: Final = 4
"""Words of "by" and a name behind it, at most."""


@dataclass(frozen=True, eq=False)
class Marks:
    """The words of one language that tell the kinds of line apart, in lower case; `starts` by their first letter.

    `inline` are the phrases of adverts and teasers that may stand inside a line; those of them that end with a colon or a bar
    stand in `inline_ends` by their last word.
    """

    lines: dict[str, str]
    starts: dict[str, list[tuple[str, str]]]
    page_ends: frozenset[str]
    related_heads: frozenset[str]
    related_kinds: frozenset[str]
    related_things: frozenset[str]
    related_links: frozenset[str]
    related_words: frozenset[str]
    inline: tuple[str, ...]
    inline_ends: dict[str, list[str]]
    captions: tuple[str, ...]
    bylines: tuple[str, ...]
    dates: frozenset[str]
    weekdays: frozenset[str]
    ago: frozenset[str]
    ago_leads: frozenset[str]
    ago_links: frozenset[str]
    pager: frozenset[str]
    open_ends: frozenset[str]
    dateline_links: frozenset[str]
    offer_links: frozenset[str]
    offer_words: frozenset[str]
    appeals: tuple[str, ...]
    addressed: tuple[str, ...]
    author_verbs: tuple[str, ...]
    times: frozenset[str]

    def heads_list(self, bare: str) -> bool:
        """Whether a line in lower case stands above the titles of other articles: "recent stories", "hot this week"."""
        if bare in self.related_heads:
            return True
        words = bare.split(" ")
        opened = self.heads(words[:2])
        if self.heads(words) or (opened and words[-1] in self.related_things):
            return True  # "hot this week", "most read world stories"
        if len(words) > HEAD:
            return False
        # "related Kilby news stories"
        named = words[0] in self.related_kinds and self.related_things.issuperset(words[-2:])
        return named or self.heads(words[-2:]) or (opened and words[2] in self.related_links)  # "more news from Kilby"

    def tell(self, bare: str) -> bool:
        """Whether a line in lower case says by its words that it belongs to no paragraph."""
        return self.heads_list(bare) or bare in self.lines

    def heads(self, words: list[str]) -> bool:
        """Whether words are all those of such a line, with a kind and a thing among them."""
        return (
            len(words) > 1
            and self.related_words.issuperset(words)
            and not self.related_kinds.isdisjoint(words)
            and not self.related_things.isdisjoint(words)
        )

    def inline_in(self, scan: Scan) -> list[Span]:
        """Where the phrases for inside a line stand in a text, in order, of those that overlap the first and longest: most texts
        hold none, which is told soonest phrase by phrase, or by the words before the signs at the ends."""
        lower = scan.lower
        places = [(at, -len(phrase)) for phrase in self.inline if phrase in lower for at in places_of(phrase, lower)]
        for at in signs_in(ENDS, lower, 0, len(lower)):
            word = scan.plain[max(0, at - LONGEST_END) : at].rstrip(" ").rpartition(" ")[2]
            phrases = [phrase for phrase in self.inline_ends.get(word, ()) if lower.endswith(phrase, 0, at + 1)]
            places += [(at + 1 - len(phrase), -len(phrase)) for phrase in phrases]
        found: list[Span] = []
        for start, size in sorted(places):
            if not found or start >= found[-1][1]:
                found.append((start, start - size))
        return found


@cache
def marks_of(language: Language) -> Marks:
    """The marks of the language, prepared for look-up."""
    table = language.tables["blocks"]
    lines = dict.fromkeys(table["advert_lines"], "advert")
    lines.update(dict.fromkeys(table["byline_lines"], "byline"))
    lines.update(dict.fromkeys(table["teaser_lines"], "teaser"))
    starts = [(start, kind) for kind in ("teaser", "advert", "byline") for start in table[f"{kind}_starts"]]
    starts.sort(key=lambda row: -len(row[0]))
    ends: dict[str, list[str]] = {}
    for phrase in table["inline_teasers"]:
        ends.setdefault(plain_words(phrase)[-1], []).extend(f"{phrase}{sign}" for sign in (":", " :", " |"))
    dates = frozenset([*language.tables["dates"]["months"], *table["zones"]])
    return Marks(
        lines,
        {letter: [row for row in starts if row[0][0] == letter] for letter in {start[0] for start, _ in starts}},
        frozenset(table["page_ends"]),
        frozenset(table["related_heads"]),
        frozenset(table["related_kinds"]),
        frozenset(table["related_things"]),
        frozenset(table["related_links"]),
        frozenset(word for part in ("kinds", "things", "links") for word in table[f"related_{part}"]),
        tuple(table["inline_adverts"]),
        ends,
        tuple(table["caption_marks"]),
        tuple(start for start in table["byline_starts"] if start[-1] == ":"),
        dates,
        frozenset(language.tables["dates"]["weekdays"]),
        frozenset(table["ago"]),
        frozenset(table["ago_leads"]),
        frozenset(table["ago_links"]),
        frozenset(table["pager"]),
        frozenset(table["open_ends"]),
        frozenset(table["dateline_links"]),
        frozenset(table["offer_links"]),
        frozenset(table["offer_words"]),
        tuple(table["appeals"]),
        tuple(table["addressed"]),
        tuple(f" {verb} " for verb in table["author_verbs"]),
        words_of_time(language),
    )


def is_relative_time(bare: str, marks: Marks) -> bool:
    """Whether a line in lower case is nothing but "2 jam lalu", or ends in it behind the name of a part of the site."""
    if not any(word in bare for word in marks.ago):
        return False
    words = SEPARATORS.split(bare)[-1].replace("(", " ").replace(")", " ").split()
    if words[1:2] and words[1] in marks.ago_leads:
        words = words[1:]  # "kilbytimes.com updated 3 hours ago"
    while words and words[0] in marks.ago_leads:
        words = words[1:]  # "updated 3 hours ago"
    size = next((at + 1 for at, word in enumerate(words) if word in marks.ago), 0)
    rest = words[size:]
    if rest and COUNT.fullmatch(rest[0].replace(":", "")):
        rest = []  # "4 minutes ago (7:18 PM)"
    while rest and (rest[-1] in marks.pager or COUNT.fullmatch(rest[-1])):
        rest = rest[:-1]  # "9 hours ago 3", "2 days ago 5 comments"
    signed = rest[:1] == [] or (rest[0] in marks.ago_links and len(rest) <= SIGNED)  # "4 hours ago by Ann Hill"
    return size in AGE and signed and (words[0].isdigit() or size == 3 or words[1].isdigit())  # "World 3 hours ago"


def is_counter(bare: str, marks: Marks) -> bool:
    """Whether a line in lower case only counts pages, readers or the time that they need: "2 of 5", "3 min read", "1.2k shares",
    "comments (14)", "1069", "read time: 2-3 minutes"."""
    if any(word.isalpha() and word not in marks.pager and word not in marks.weekdays for word in bare.split(" ")):
        return False
    if DIGIT.search(bare) is None:
        return False
    words = [word.rstrip(":,").lstrip("+") for word in WORD_EDGES.sub(" ", bare).split()]
    span = len(words) > 1  # "2-1" alone is a score
    counts = False
    for word in words:
        if not word or (len(word) == 1 and category(word)[0] == "S"):
            continue  # "0 : 0", the sign of a watch
        if word[:1].isdigit() and (COUNT.fullmatch(word) or (span and COUNTS.fullmatch(word))):
            counts = True
        elif word not in marks.pager and not ("°" in bare and word in marks.weekdays):
            return False  # not "Mon 12° Tue 14°"
    return counts


def looks_like_date(lower: str, marks: Marks) -> bool:
    """Whether a short line in lower case is a date, with or without a time and a zone."""
    if len(lower) > 80 or not any(char.isdigit() for char in lower):
        return False
    words = set(DATE_EDGES.split(lower))
    if sum(word.isalpha() and word not in marks.dates for word in words) > DATE_WORDS:
        return False
    return bool(words & marks.dates) or bool(re.search(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}", lower))


def is_day(lower: str, marks: Marks) -> bool:
    """Whether a short line in lower case is nothing but a day and, at most, its weekday: "Fri 3 Nov 2023"."""
    if len(lower) > DAY or DIGIT.search(lower) is None:
        return False
    words = [word for word in DATE_EDGES.split(lower) if word.isalpha()]
    months = [word for word in words if word in marks.dates]
    return len(months) == 1 and all(word in months or word in marks.weekdays for word in words)


def tells_when(lower: str, marks: Marks) -> bool:
    """Whether a line in lower case is nothing but a day, a day and hour, or an age."""
    return is_day(lower, marks) or tells_time(lower, marks)


def tells_time(lower: str, marks: Marks) -> bool:
    """Whether a line in lower case is nothing but a day and hour, or an age."""
    told = ":" in lower and HOUR.search(lower) is not None and looks_like_date(lower, marks)
    return told or is_relative_time(lower.strip(MARK_EDGES), marks)


def is_stamped(lower: str, marks: Marks) -> bool:
    """Whether strokes or dots part a line in lower case into the name of a writer, the day and what the page counts: "Ann Hill |
    May 2, 2011, 3 PM | 5"."""
    if STROKES.isdisjoint(lower):
        return False
    told = [part.strip() for part in PARTED.split(lower)]
    if len(told) < 2 or any(len(part) > TIME_REACH for part in told):
        return False
    dated = looks_like_date if "|" in lower else tells_when
    return any(dated(part, marks) or counts_page(part, marks) for part in told)


def is_caption(line: str, marks: Marks) -> bool:
    """Whether a line names a picture's agency or says that it is one."""
    lower = line[:PARAGRAPH].lower()
    if any(mark in lower for mark in marks.captions):
        return len(line) < LONGEST_CREDITED
    tail = line.rsplit(". ", 1)[-1].strip("()[] ") if ". " in line[-40:] else ""
    return len(tail) >= 3 and tail.isupper() and len(line) < LONGEST_CAPTION


def stands_apart(text: str, line: tuple[int, int], marks: Marks) -> bool:
    """Whether a line says by its words that it is no part of a paragraph."""
    lower = text[line[0] : min(line[1], line[0] + PARAGRAPH)].lower()
    bare = lower.strip(MARK_EDGES)
    return (
        marks.tell(bare)
        or any(bare.startswith(start) for start, _ in marks.starts.get(bare[:1], ()))
        or counts_page(bare, marks)
    )


def counts_page(bare: str, marks: Marks) -> bool:
    """Whether a line in lower case counts what a page has or tells its age in words: "219 comments", "3 days ago"; not "219"."""
    if len(bare) >= MARK or DIGIT.search(bare) is None or LETTER.search(bare) is None:
        return False
    return is_counter(bare, marks) or is_relative_time(bare, marks)
