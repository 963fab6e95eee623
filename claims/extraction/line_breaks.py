"""The lines of a text, those joined that scraping or a mail program has broken."""

from itertools import accumulate
from typing import Final

from .lines import MARK, MARK_EDGES, Marks, counts_page, stands_apart
from .scan import DASHES

LINES: Final = 2000
LINE_SIZE: Final = 40
"""A text is sorted line by line up to LINES lines and one more for each LINE_SIZE characters."""

LISTED: Final = 2
"""So many lines that are nothing but a dash stand before the items of a list; one alone stands behind a place."""

LINK: Final = 40
"""A link that scraping has put on a line of its own is not longer."""

LEFT_OFF: Final = 4
"""So many lines left off at a blank line tell that a page does so with those of its columns."""


def trimmed_lines(text: str, marks: Marks) -> list[tuple[int, int]]:
    """The non-blank lines, without the blanks at their edges; a line that a scraper or a mail program broke is one line.

    A text with far more lines than any article has (a list, a table, a hostile file) is read as one line from there on.
    """
    lines: list[tuple[int, int]] = []
    limit = LINES + len(text) // LINE_SIZE
    parts = text.splitlines(keepends=True)
    for line, begin in zip(parts, accumulate(map(len, parts), initial=0), strict=False):
        body = line.strip()
        if not body:
            continue
        start = begin + len(line) - len(line.lstrip())
        if len(lines) >= limit:
            lines[-1] = (lines[-1][0], len(text.rstrip()))
            break
        lines.append((start, start + len(body)))
    found: list[tuple[int, int]] = []
    for (start, end), joined in zip(lines, joints(text, lines, marks), strict=True):
        if joined:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def joints(text: str, lines: list[tuple[int, int]], marks: Marks) -> list[bool]:
    """For each line whether it goes on with the one before it.

    Scraping puts each link on a line of its own: a short line joins what stands before it when the line behind it goes
    on with it, and the line behind it joins it when the line before it ended in the middle of a phrase.
    """
    wrapped = is_wrapped(text)
    dashes = [end - start == 1 and text[start] in DASHES for start, end in lines]
    listed = sum(dashes) >= LISTED
    left_off = [n > 0 and is_left_off(text, lines[n - 1], lines[n]) for n in range(len(lines))]
    found = left_off if sum(left_off) >= LEFT_OFF else [False] * len(lines)
    for n in range(len(lines) - 1, 0, -1):
        linked = n + 1 < len(lines) and found[n + 1] and lines[n][1] - lines[n][0] <= LINK
        bullet = listed and (dashes[n] or dashes[n - 1])
        found[n] = not bullet and (found[n] or goes_on(text, lines[n - 1], lines[n], wrapped, linked, marks))
    for n in range(1, len(lines) - 1):
        if found[n] and not found[n + 1] and lines[n][1] - lines[n][0] <= LINK:
            open_before = ends_open(text, lines[n - 1], marks)
            found[n + 1] = open_before and is_next(text, lines[n], lines[n + 1], marks)
    return found


def is_left_off(text: str, previous: tuple[int, int], line: tuple[int, int]) -> bool:
    """Whether a line ends in a word, and the one behind a blank line begins with a small letter."""
    small = text[line[0]].islower() and text[previous[1] - 1].isalnum()
    return small and text.count("\n", previous[1], line[0]) == len("\n\n")


def is_next(text: str, previous: tuple[int, int], line: tuple[int, int], marks: Marks) -> bool:
    """Whether a line stands right below one that ends without a stop, and neither is a mark of its own."""
    if line[0] - previous[1] > 3 or text[previous[1] - 1] in ".!?…:;":
        return False
    return text.count("\n", previous[1], line[0]) == 1 and not stands_apart(text, line, marks)


def ends_open(text: str, line: tuple[int, int], marks: Marks) -> bool:
    """Whether a line ends in the middle of a phrase: after a comma, an opening bracket or a word that asks for more."""
    last = text[line[1] - 1]
    if last in ",(":
        return True
    word = text[max(line[0], line[1] - LINK) : line[1]].rsplit(None, 1)[-1]
    return word.lower() in marks.open_ends and (not word[0].isupper() or len(word) > 1)


def is_wrapped(text: str) -> bool:
    """Whether the text is broken at a fixed width, with blank lines between its paragraphs."""
    sample = text[:4000].split("\n")
    if len(sample) < 8 or "" not in sample[1:-1]:
        return False
    sizes = [len(line) for line in sample[:-1] if line]
    return max(sizes, default=0) <= 100 and sum(size >= 55 for size in sizes) * 2 > len(sizes)


def goes_on(
    text: str, previous: tuple[int, int], line: tuple[int, int], wrapped: bool, linked: bool, marks: Marks
) -> bool:
    """Whether a line goes on with the sentence of the line before it; `linked` tells a short line that the next one
    goes on with."""
    start, size = line[0], previous[1] - previous[0]
    last = text[previous[1] - 1]
    if start - previous[1] > 3 or last in ".!?…:;" or text.count("\n", previous[1], start) != 1:
        return False
    if size < MARK:
        bare = text[previous[0] : previous[1]].lower().strip(MARK_EDGES)
        if marks.tell(bare) or counts_page(bare, marks):
            return text[start] in DASHES and ".co" in bare
    first = text[start]
    if last == "-":
        return size == 1
    aged = first == "(" and text[start + 1 : start + 2].isdigit()
    if first in ".,;)/" or ((first.islower() or aged) and not stands_apart(text, line, marks)):
        return last not in '"”'
    if first in DASHES and size <= LINK and not text[start + 1 : start + 2].isdigit():
        place = text[previous[0] : previous[1]]
        return place.isupper() or ".co" in place.lower()
    if (linked or ends_open(text, previous, marks)) and not stands_apart(text, line, marks):
        return last not in '"”'
    return wrapped and size >= 50
