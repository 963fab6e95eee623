"""Teasers: the titles and first words of other articles, and the offers, that scraping has left among the lines of one."""

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category

from .lines import Marks, is_day
from .scan import DASHES, Scan

SENTENCE: Final = 14
"""A shorter line is no sentence even with a stop at its end."""
STOPS: Final = (".", "!", "?", "…", '"', "”", ".)", "'", "’")
CRIES: Final = (".", "!", "?", "…")
GAP: Final = 4
"""Characters between a stop and the sentence behind it."""
BROKEN_OFF: Final = ("…", "...")
LEAST_TITLES: Final = 2
"""Titles of other articles that make a list."""
LEAST_WORDS: Final = 3
LONG_WORD: Final = 4
SMALL_IN: Final = 5
"""A title has at least LEAST_WORDS words of LONG_WORD letters or more, of which at most one in SMALL_IN is written small."""
READ: Final = 2000
"""Characters of a line by which it is told to be a title or none."""
TITLE: Final = 6
"""Words of a title that no bullet marks; names and headings have fewer."""
LISTED: Final = 5
"""Long words of a title behind a bullet that stands alone between two sentences."""
AMOUNT: Final = re.compile(r"(?:[:=(]|\s[-–—]) ?[^\W\d_]{0,3}[.$€£]? ?\d|\d\)?$")
"""An amount that a line of a list tells of what it names: "Ann Roy (Elm) – 31 points", "Sekolah Maju: 25 siswa", "Emas 10 Gram 900"."""
SIGN: Final = re.compile(
    r"[.!?”\"’] ?[(\[](?:[a-z]{2,5}|\*{1,3}|[a-z]{2,4}/[a-z]{2,8}|(?:[A-Za-z]{2,4}/)?[A-Z]{1,3}-?[0-9]{1,2}|[A-Z][a-z]{1,3}/[A-Z]{1,2}[0-9]{1,2})[)\]]$"
)
"""The sign of those who edited an article, behind its last sentence."""
SIGN_REACH: Final = 24
"""It is not longer, with the stop before it."""
BRACKETED: Final = re.compile(r"\. (\[)([A-Z0-9][^\[\]\n]{9,120})\](?=\s|$)")
"""A title in brackets behind a sentence."""
CLOSED: Final = (".", '"', "”", ".)", "…")
"""How a sentence ends that is no title: titles cry and ask too."""
ASKED: Final = "?!"
"""Ends of titles that cry and ask."""
ENDING: Final = "0123456789)"
"""What may close a title that tells no amount: "… Termasuk Dune 2"."""
PAIR: Final = 2
"""The headline and the day of an article, which may be those of the one that follows."""
MOST_DATED: Final = 4
"""More titles and days than so many are a list wherever they stand."""
WRITTEN: Final = frozenset({"line", "title"})
LEAST_BELOW: Final = 3
"""Titles written as sentences are that make a list between two paragraphs."""
LONGEST_TITLE: Final = 110
"""What is longer is a paragraph that has lost its stop."""
LONGEST_ASKED: Final = 350
"""A line that speaks to readers is not longer."""
QUOTED: Final = re.compile(r"[\"“”]")
COUNTED: Final = re.compile(r"\d+ ([A-Za-z ]+)[\"“‘']?")
"""What stands before the headline where readers' comments are counted."""
LAST: Final = 2
"""Among so many lines at the end of a text who wrote it may be told without having been named."""
BYLINE: Final = 60
"""A line with the name of who wrote the article is not longer."""
AUTHOR: Final = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}")
SIGNED: Final = re.compile(rf"(?:\w+:? )?({AUTHOR.pattern})(?:$|[,|(]| [-–—•·|(@])")
"""The name of who wrote an article, with a word before it or without: "By Ann Hill", "Ann Hill, Kilby"."""
LONE: Final = 6
"""Long words of a title that stands alone between two sentences, where an article has LEAST_TITLES such ones."""
PARAGRAPH: Final = 80
"""A closed line at least this long, which such a title stands below."""
ITEM: Final = re.compile(r"\d+[.)]")
"""The number of an item of a list."""
MOST_OWN: Final = 3
"""So many points in bullets may stand above an article."""
LINK: Final = 4
"""A link of a menu has at most so many words."""
MENU: Final = 8
"""So many lines without a stop are a menu where all but one in LINKED are links."""
HEADED: Final = 6
"""So many lines at the end of a menu may be the headline and the day of what follows, but for its links."""
LINKED: Final = 4
LINKS: Final = 4
"""So many lines without a stop, titles among them, are links to other articles and the names of their sections."""
BULLETS: Final = DASHES | frozenset("•*·")
OPENS_LIST: Final = frozenset(":;,")
"""What closes a line that a list of the article follows."""
DATED: Final = 40
"""A line that tells how old another article is has at most so many characters."""
CURRENCY: Final = re.compile(r"[^\w\s.,]\d")
"""What a price begins with, and much else: a look that spares most lines a longer one."""
OFFER: Final = 10
"""So many words an offer has at most."""
OFFER_TAIL: Final = 4
"""Words of a price and the time that it is for: "$2 for 6 months"."""
OFFER_LEAD: Final = 3
"""Words that lead to the price of an offer at the end of a longer line: "as low as $3 per month"."""


def teasers_among(text: str, lines: list[tuple[int, int]], marks: Marks) -> tuple[frozenset[int], frozenset[int]]:
    """The links of menus, and the lines that lead to other articles: two titles or more, one behind the other ("Council Hires Ten More Bus Drivers for
    Winter"), titles behind bullets or long ones between two sentences, what stands between the ages of two articles ("News 3
    hours ago"),
    and all lines without a stop from one whose words break off ("The Harbour Board has announced a…") to the next."""
    found = {*_listed_between(text, lines), *_alone_between(text, lines), *_about_authors(text, lines, marks)}
    menus: list[int] = []
    for run in _runs(text, lines, marks):
        dated = _dated_in(run)
        if _is_menu(run):
            menus += _links_of(run)
        elif dated:
            found.update(dated)
            menus += dated[:-PAIR] if len(dated) > MOST_DATED else []
        else:
            found.update(_teasers_of(run), _written_below(text, lines, run))
    return frozenset(menus), frozenset(found)


def _runs(text: str, lines: list[tuple[int, int]], marks: Marks) -> Iterator[list[tuple[int, str]]]:
    """The runs of LEAST_TITLES lines or more without a stop, each line with its sort."""
    run: list[tuple[int, str]] = []
    for index, (start, end) in enumerate(lines):
        sort = _sort_of(text, start, end, marks)
        if sort:
            run.append((index, sort))
            continue
        if len(run) >= LEAST_TITLES:
            yield run
        run = []
    if len(run) >= LEAST_TITLES:
        yield run


def asking(scan: Scan, lines: list[tuple[int, int]], marks: Marks) -> frozenset[int]:
    """The lines that ask for gifts or offer a subscription and are no sentences, and those up to LONGEST_ASKED that speak to who
    reads the page ("… delivered to your inbox every morning.")."""
    appeals = [phrase for phrase in marks.appeals if phrase in scan.lower]
    addressed = [phrase for phrase in marks.addressed if phrase in scan.lower]
    if not appeals and not addressed:
        return frozenset()
    found = set()
    for index, (start, end) in enumerate(lines):
        told = [] if scan.text.endswith(STOPS, start, end) else appeals
        if end - start <= LONGEST_ASKED and QUOTED.search(scan.text, start, end) is None:
            told = told + addressed
        if any(scan.lower.find(phrase, start, end) >= 0 for phrase in told):
            found.add(index)
    return frozenset(found)


def comments_from(text: str, lines: list[tuple[int, int]], marks: Marks) -> int:
    """The first line that counts what readers have written of an article by its headline ("14 responses to “Council to mend bridge”"),
    or of what stands in quotation marks by words that only count; the number of the lines where there is none."""
    if not lines:
        return 0
    headline = text[lines[0][0] : lines[0][1]]
    for index, (start, end) in enumerate(lines):
        if not text[start].isdigit() or not (counted := COUNTED.match(text, start, end)):
            continue
        at = text.find(headline, start, end)
        if at > start and end - at <= len(headline) + 1 and counted.end() >= at:
            return index
        quoted = QUOTED.match(text, counted.end() - 1) and QUOTED.match(text, end - 1) and counted.end() < end
        if quoted and index >= LEAST_TITLES and marks.pager.issuperset(counted[1].lower().split()):
            return index
    return len(lines)


def _about_authors(text: str, lines: list[tuple[int, int]], marks: Marks) -> list[int]:
    """The paragraphs that tell who wrote the article: they open with a name that stands on a line of its own, or, where none
    does, at the end of the text with one that stands nowhere before, and a word for what writers do ("By Ann Hill", and below the article "Ann Hill covers …")."""
    told: dict[int, str] = {}
    for index, (start, end) in enumerate(lines):
        opening = AUTHOR.match(text, start, end)
        if opening and text.startswith(marks.author_verbs, opening.end()):
            told[index] = opening[0]
    names = set()
    for start, end in lines if told else ():
        if end - start <= BYLINE and (signed := SIGNED.match(text, start, end)):
            names |= {signed[1], text[start : signed.end(1)]}
    last = len(lines) if names else len(lines) - LAST
    return [
        index
        for index, name in told.items()
        if name in names or (index >= last > 0 and text.find(name.rsplit(" ", 1)[-1], 0, lines[index][0]) < 0)
    ]


def signed_off(text: str, lines: list[tuple[int, int]]) -> int:
    """The first line behind the editors' sign that closes an article ("… katanya. (OL-3)", "(abc/def)"); the number of the lines
    where there is none, or where more stands behind it than before it."""
    for index, (start, end) in enumerate(lines[:-1]):
        if text[end - 1] in ")]" and index and SIGN.search(text, max(start, end - SIGN_REACH), end):
            whole = lines[-1][1] - lines[0][0]
            return index + 1 if (lines[-1][1] - end) * 2 <= whole else len(lines)
    return len(lines)


def _listed_between(text: str, lines: list[tuple[int, int]]) -> list[int]:
    """The lines that are titles behind bullets, with a sentence before them and no other bullet behind them."""
    found: list[int] = []
    run: list[int] = []
    for index, (start, end) in enumerate(lines):
        if text[start] in BULLETS and _is_listed_title(text[start:end], LISTED):
            run.append(index)
            continue
        if run and run[0] and text.endswith(CLOSED, *lines[run[0] - 1]) and text[start] not in BULLETS:
            found.extend(run)
        run = []
    return found


def _alone_between(text: str, lines: list[tuple[int, int]]) -> list[int]:
    """The lines that are long titles without a bullet, each with a paragraph before and a sentence behind it, two at least."""
    found = []
    for index in range(1, len(lines) - 1):
        start, end = lines[index]
        if not text[end - 1].isalnum() and text[end - 1] not in ASKED:
            continue
        first, last = lines[index - 1]
        if (
            last - first < PARAGRAPH
            or not text.endswith(CLOSED, first, last)
            or not text.endswith(CLOSED, *lines[index + 1])
        ):
            continue
        line = text[start:end]
        plain = line[0].isalnum() and not ITEM.match(line)
        if plain and _is_written_as_title(line, LONE) and AMOUNT.search(line.rstrip(ENDING)) is None:
            found.append(index)
    return found if len(found) >= LEAST_TITLES else []


def _sort_of(text: str, start: int, end: int, marks: Marks) -> str:
    """What a line without a stop is: "broken" off, a "title", "dated" ("News 3 hours ago"), a "link" of a menu, or any other
    ("open"); nothing for a line with a stop."""
    if text.endswith(BROKEN_OFF, start, end):
        return "broken" if text[start].isalnum() else ""  # what is said breaks off too
    if text.endswith(STOPS, start, end) or text[end - 1] in OPENS_LIST:
        return ""
    if text[end - 1] in ")]" and SIGN.search(text, max(start, end - SIGN_REACH), end):
        return ""
    line = text[start:end]
    if len(line) <= DATED and line.rsplit(" ", 1)[-1] in marks.ago:
        return "dated"
    opens = line[0].isalpha() or line.split(" ", 1)[0].isdigit()
    if is_day(line.lower(), marks):
        return "day"
    plain = opens and line[-1].isalpha() and line.count(" ") >= TITLE - 1
    if plain:
        return "title" if _is_written_as_title(line) else "line"
    short = len(line) <= LONGEST_ASKED and line.count(" ") < LINK and line[0].isalnum() and not line[0].islower()
    return "link" if short and AMOUNT.search(line) is None else "open"


def _is_menu(run: list[tuple[int, str]]) -> bool:
    """Whether a run of lines without stops is a menu."""
    links = sum(sort == "link" for _, sort in run)
    return len(run) >= MENU and links * LINKED >= len(run) * (LINKED - 1)


def _links_of(menu: list[tuple[int, str]]) -> list[int]:
    """Which lines of a menu are links: not the headline and the day at its end."""
    return [index for at, (index, sort) in enumerate(menu[:-1]) if sort == "link" or at < len(menu) - HEADED]


def _dated_in(run: list[tuple[int, str]]) -> list[int]:
    """The lines of a run from the first to the last that stand above the days of other articles, two at least."""
    days = [at for at, (_, sort) in enumerate(run) if sort == "day" and at and run[at - 1][1] != "day"]
    return [index for index, _ in run[days[0] - 1 : days[-1] + 1]] if len(days) >= LEAST_TITLES else []


def _teasers_of(run: list[tuple[int, str]]) -> list[int]:
    """Which lines of a run without stops that is no menu are teasers."""
    broken = [at for at, (_, sort) in enumerate(run) if sort == "broken"]
    dated = [at for at, (_, sort) in enumerate(run) if sort == "dated"]
    if len(dated) >= LEAST_TITLES:
        return [index for index, _ in run[dated[0] : dated[-1] + 2]]
    reached = broken[-1] + 1 if len(broken) >= LEAST_TITLES else 0
    found = [index for index, _ in run[:reached]]
    titles = [at for at, (_, sort) in enumerate(run) if sort == "title"]
    if len(titles) >= LEAST_TITLES and len(run) >= LINKS:
        return [*found, *(index for index, _ in run[max(reached, titles[0]) : titles[-1] + 1])]
    for at in range(reached, len(run)):
        beside = {run[near][1] for near in (at - 1, at + 1) if 0 <= near < len(run)}
        if run[at][1] == "title" and ("title" in beside or at == reached > 0):
            found.append(run[at][0])
    return found


def _written_below(text: str, lines: list[tuple[int, int]], run: list[tuple[int, str]]) -> list[int]:
    """Which lines of a run right below a paragraph are titles written as sentences are: LEAST_BELOW at least, or at the end of
    the text LEAST_TITLES, and what stands between them."""
    first, last = lines[max(0, run[0][0] - 1)]
    if last - first < PARAGRAPH or not text.endswith(CLOSED, first, last):
        return []
    titles = [index for index, sort in run if sort in WRITTEN]
    if len(titles) < (LEAST_TITLES if run[-1][0] == len(lines) - 1 else LEAST_BELOW):
        return []
    between = range(titles[0], titles[-1] + 1)
    short = all(lines[index][1] - lines[index][0] < LONGEST_TITLE for index in between)
    return list(between) if short else []


def titles_from(text: str, lines: list[tuple[int, int]]) -> int:
    """The first of the lines at the end of a text that are nothing but titles of other articles ("- Truk Terbalik di Jalan Tol, 2
    Orang Tewas"), two at least; the number of the lines where there are none."""
    first = len(lines)
    while first > 1 and _is_listed_title(text[lines[first - 1][0] : lines[first - 1][1]]):
        first -= 1
    if len(lines) - first < LEAST_TITLES or text[lines[first - 1][1] - 1] in OPENS_LIST:
        return len(lines)
    return first


def titles_until(text: str, lines: list[tuple[int, int]]) -> int:
    """How many lines above an article are nothing but titles of others behind bullets, MOST_OWN of which may be its own points."""
    first = 0
    while first < len(lines) - 1 and _is_listed_title(text[lines[first][0] : lines[first][1]]):
        first += 1
    return first if first > MOST_OWN else 0


def _is_listed_title(line: str, least: int = LEAST_WORDS) -> bool:
    """Whether a line behind a dash or a bullet is written as a title is, and no sentence or amount."""
    if line[:1] not in BULLETS or not line[1:2].isspace() or line.endswith(STOPS):
        return False
    return _is_written_as_title(line, least) and AMOUNT.search(line, 1) is None


def _is_written_as_title(line: str, least: int = LEAST_WORDS) -> bool:
    """Whether `least` long words of a line or more begin with capitals, one in SMALL_IN apart."""
    words = [word for word in line[:READ].split() if len(word) >= LONG_WORD and word[0].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(words) >= least and small * SMALL_IN <= len(words)


def bracketed(text: str) -> list[tuple[int, int]]:
    """The brackets that open the title of another article behind a sentence: "…, Hill said. [Ten Herbs That Heal Wounds]"."""
    if ". [" not in text:
        return []
    found = BRACKETED.finditer(text)
    return [(one.start(1), one.start(1) + 1) for one in found if _is_written_as_title(one[2])]


def leads_to_headline(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the first line is the path of a page, its headline at the end, and the next one the headline ("Home Nasional
    Harga Beras Naik" above "Harga Beras Naik")."""
    if len(lines) < LEAST_TITLES + 1:
        return False
    path, headline = (text[start:end] for start, end in lines[:2])
    return len(headline) > SENTENCE and path != headline and path.endswith(f" {headline}")


def is_offer(bare: str, marks: Marks) -> bool:
    """Whether a line in lower case is nothing but an offer: "$3 for 6 months", "unlimited access from $2/week", "save 40%. from
    £2 a week"."""
    if CURRENCY.search(bare) is None:
        return False
    words = bare.replace("/", " ").replace("-", " ").replace("%", "").replace(". ", " ").split()
    prices = [word for word in words if _is_price(word)]
    told = marks.offer_words | marks.offer_links | marks.times
    rest = [word for word in words if word not in prices]
    return (
        len(prices) > 0
        and 2 <= len(words) <= OFFER
        and all(word in told or word.isdigit() for word in rest)
        and (words[-1] in marks.times or any(word in marks.offer_words for word in rest))
    )


def ends_in_offer(lower: str, marks: Marks) -> bool:
    """Whether the links above an article, on one line, end in an offer: "… Your letters $2 for 6 months",
    "… Reader rewards As low as $3 per month"."""
    words = lower.rstrip(". ").split()
    if len(words) <= OFFER_TAIL + OFFER_LEAD or words[-1] not in marks.times:
        return False
    if _is_price(words[-4]):
        return words[-3] in marks.offer_links and words[-2].isdigit()
    led = marks.offer_words.issuperset(words[-3 - OFFER_LEAD : -3])
    return _is_price(words[-3]) and words[-2] in marks.offer_links and led


def opens_sentence(text: str, at: int) -> bool:
    """Whether a capital at a place stands behind a stop, with a blank or bracket between them or nothing."""
    before = text[max(0, at - GAP) : at].rstrip("([")
    closed = before.endswith(CRIES) or (before.endswith(" ") and before.rstrip(" ").endswith(STOPS))
    return text[at].isupper() and closed


def _is_price(word: str) -> bool:
    return category(word[:1] or " ") == "Sc" and word[1:].replace(".", "").isdigit()
