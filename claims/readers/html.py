"""HTML: the whole visible text in reading order (for sources), the article in it (for import), and cells of its tables.

A source is read whole, not cut down to its "main content": what a desk watches is often a counter in a side box or a row
of a table, and extractors drop just those. The text's `regions` tell main, navigation, side boxes and tables apart instead,
so that whoever looks for a figure can prefer the one to the other. Cells of a table row stand on one line, apart by tabs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from lxml import etree

from . import scan, tables
from .charsets import INVISIBLE, Decoded
from .locators import Locator
from .moments import iso
from .tables import Spanning
from .values import MAX_TEXT, Found, Page, Region, Unreadable

SPACE = re.compile(r"[ \t\r\n\f]+")
SKIPPED = frozenset(
    "title script style noscript template svg math iframe object embed audio video canvas select textarea button dialog".split()  # noqa: SIM905  (reads as the list it is)
)
STRUCK = frozenset({"del", "s", "strike"})
"""What a page has taken back: shown with a line through it, and no longer said."""
ASIDE = STRUCK | {"sup"}
NOTE = re.compile(r"\s*[0-9]{1,3}(?:[,\s]+[0-9]{1,3})*\s*")
MOST_NOTES = 10
"""Stretches of text in one raised mark; more are no notes."""
NOTED = re.compile(r"[0-9](?<![^0-9.,]10)(?<!^10)$")
"""A number that a raised one can be a note to. Ten is not: the raised one is then its power."""
# White space that two stretches of text owe each other; the stronger one wins.
NOTHING, BLANK, TAB, LINE = range(4)
GAPS = ("", " ", "\t", "\n")
INLINE = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output q rp rt ruby s samp "  # noqa: SIM905  (reads as the list it is)
    "small span strike strong sub sup time tt u var wbr input".split()
)
# What an element owes before and after itself; every other one stands on lines of its own.
GAPS_AROUND = dict.fromkeys(INLINE, NOTHING) | {"td": TAB, "th": TAB}
REGIONS = {
    "main": "main", "article": "main", "nav": "nav", "aside": "aside", "header": "header", "footer": "footer",
    "form": "form", "table": "table", "figcaption": "caption", "caption": "caption",
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
}  # fmt: skip
ROLES = {
    "main": "main",
    "article": "main",
    "navigation": "nav",
    "complementary": "aside",
    "banner": "header",
    "contentinfo": "footer",
}
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MAX_LINKED_DATA = 200_000
"""Characters of a script of linked data: a longer one is left unread."""

PUBLISHED = ("article:published_time", "datepublished", "og:article:published_time", "publishdate", "dc.date.issued",
             "dcterms.created", "parsely-pub-date", "sailthru.date", "content_publishdate")  # fmt: skip
MODIFIED = ("article:modified_time", "datemodified", "og:updated_time", "lastmod", "dcterms.modified")


def parse(decoded: Decoded) -> etree._Element | None:
    """The tree, None for a page without a single element. Unreadable for hostile markup."""
    scan.check(decoded.text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(decoded.text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def text(decoded: Decoded) -> Page:
    """The visible text with its regions, and what the page says about itself."""
    root = parse(decoded)
    if root is None:
        raise Unreadable("empty", "The page holds no text.")
    writer = _Writer()
    writer.write(root)
    about = metadata(root)
    return Page(writer.text(), regions=tuple(writer.regions()), **about)


def find(decoded: Decoded, locator: Locator) -> Found:
    """The cells at a table: locator."""
    root = parse(decoded)
    return tables.find([] if root is None else tables.laid_out(_tables(root)), locator.parts)


class _Writer:
    """Collects visible text: white space as a browser shows it, blocks on lines of their own."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.gap = NOTHING  # what is owed before the next words
        self.marks: list[tuple[int, int, str]] = []

    def text(self) -> str:
        return "".join(self.pieces)

    def regions(self) -> Iterator[Region]:
        """The marked stretches, without the white space that was owed before their first word."""
        content = self.text()
        for start, end, kind in sorted(self.marks, key=lambda mark: (mark[0], -mark[1])):
            begin = start
            while begin < end and content[begin] in " \t\n":
                begin += 1
            if end > begin:
                yield Region(begin, end, kind)

    def write(self, root: etree._Element) -> None:
        """Walk the tree without recursion: an element is entered, its children follow, then it is left."""
        waiting: list[tuple[etree._Element, int, str] | etree._Element] = [root]
        while waiting:
            step = waiting.pop()
            if isinstance(step, tuple):
                element, start, kind = step
                if kind:
                    self.marks.append((start, self.length, kind))
            else:
                element = step
                kind = self._enter(element, waiting)
                if kind is None:
                    continue
            self._owe(GAPS_AROUND.get(element.tag, LINE))
            if element is not root and element.tail:
                self._words(element.tail)

    def _enter(self, element: etree._Element, waiting: list[Any]) -> str | None:
        """Begin an element; None when it is to be left later, after its children."""
        tag = element.tag
        attributes = element.items()
        hidden = not isinstance(tag, str) or tag in SKIPPED or (attributes and _hidden(element))
        if hidden or (tag in ASIDE and self._is_aside(element)):
            if element.tail:
                self._words(element.tail)
            return None
        self._owe(GAPS_AROUND.get(tag, LINE))
        kind = (attributes and ROLES.get(element.get("role", ""))) or REGIONS.get(tag, "")
        start = self.length
        if element.text:
            self._words(element.text, keep=tag == "pre")
        if not len(element):
            if kind:
                self.marks.append((start, self.length, kind))
            return kind
        waiting.append((element, start, kind))
        waiting.extend(reversed(element))
        return None

    def _is_aside(self, element: etree._Element) -> bool:
        """Whether an element is shown and yet no part of the sentence: struck out, or the mark of a note behind a number, whose
        digits would become the number's own."""
        if element.tag in STRUCK:
            self._owe(BLANK)
            return True
        if self.gap != NOTHING or not self.pieces or not NOTED.search(self.pieces[-1][-4:]):
            return False
        if (element.tail or "").startswith(("/", "⁄")):  # the upper half of a fraction
            self._owe(BLANK)
            return False
        words = list(islice(element.itertext(), MOST_NOTES))
        return len(words) < MOST_NOTES and NOTE.fullmatch("".join(words)) is not None

    def _owe(self, gap: int) -> None:
        if gap > self.gap and self.length:
            self.gap = gap

    def _words(self, content: str, *, keep: bool = False) -> None:
        if not content.isascii() and not (content := content.translate(INVISIBLE)):
            return
        shown = SPACE.sub(" ", content) if not keep and _uneven(content) else content
        trailing = False
        if not keep:
            if shown[0] == " ":
                self._owe(BLANK)
                shown = shown[1:]
                if not shown:
                    return
            trailing = shown[-1] == " "
            if trailing:
                shown = shown[:-1]
        gap = GAPS[self.gap]
        self.pieces += (gap, shown)
        self.length += len(gap) + len(shown)
        self.gap = BLANK if trailing else NOTHING
        if self.length > MAX_TEXT:
            raise Unreadable("text", "The page holds too much text.", "too_large")


def _uneven(content: str) -> bool:
    """Whether there is white space to be collapsed; told so because it is asked of every stretch of text."""
    return "  " in content or "\n" in content or "\t" in content or "\r" in content or "\f" in content


def _hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and HIDDEN_STYLE.search(style) is not None


def metadata(root: etree._Element) -> dict[str, Any]:
    """What the page says about itself, in Page's words: title, author, outlet, published, modified, canonical, language."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name, content[:1000])
    linked = _linked_data(root)
    title = _title(root)
    canonical = next((e.get("href") for e in root.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    return {
        "title": metas.get("og:title") or linked.get("headline") or title or None,
        "author": linked.get("author") or metas.get("author") or metas.get("article:author") or None,
        "outlet": metas.get("og:site_name") or linked.get("publisher") or None,
        "published": iso(linked.get("datePublished")) or iso(_first(metas, PUBLISHED)),
        "modified": iso(linked.get("dateModified")) or iso(_first(metas, MODIFIED)),
        "canonical": (canonical or metas.get("og:url") or "").strip()[:2000] or None,
        "language": (root.get("lang") or "")[:20] or None,
    }


def _title(root: etree._Element) -> str:
    """The headline where the page's name repeats it with the outlet's ("Toll rises | The Daily"), else that name."""
    name = next((_plain(element) for element in root.iter("title")), "")
    headlines = (_plain(element) for element in root.iter("h1"))
    return max((headline for headline in headlines if headline in name), key=len, default="") or name


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _plain(element: etree._Element) -> str:
    return SPACE.sub(" ", "".join(element.itertext())).strip()[:1000]


def _linked_data(root: etree._Element) -> dict[str, str]:
    """Headline, dates, author and publisher of the first article in the page's JSON-LD."""
    for element in root.iter("script"):
        content = element.text or ""
        if (element.get("type") or "").strip().lower() != "application/ld+json" or len(content) > MAX_LINKED_DATA:
            continue
        try:
            document = json.loads(content)
        except (ValueError, RecursionError):
            continue
        for thing in _things(document):
            kinds = thing.get("@type")
            if any(
                "Article" in str(kind) or "Posting" in str(kind)
                for kind in (kinds if isinstance(kinds, list) else [kinds])
            ):
                found = {
                    key: thing[key]
                    for key in ("headline", "datePublished", "dateModified")
                    if isinstance(thing.get(key), str)
                }
                found |= {key: name for key in ("author", "publisher") if (name := _names(thing.get(key)))}
                return {key: value.strip()[:1000] for key, value in found.items() if value.strip()}
    return {}


def _things(document: Any) -> Iterator[dict[str, Any]]:
    for thing in document if isinstance(document, list) else [document]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            if isinstance(graph, list):
                yield from (inner for inner in graph if isinstance(inner, dict))


def _names(value: Any) -> str:
    people = value if isinstance(value, list) else [value]
    names = [person.get("name") if isinstance(person, dict) else person for person in people[:20]]
    return ", ".join(name.strip() for name in names if isinstance(name, str) and name.strip())


def _tables(root: etree._Element) -> Iterator[tuple[str, list[Iterator[Spanning]]]]:
    """(caption, rows) of each table; a table inside another one is also a table of its own."""
    for table in root.iter("table"):
        caption = next((_cell_text(child) for child in table if child.tag == "caption"), "")
        yield caption, [_cells(row) for part in table for row in _rows(part)]


def _rows(part: etree._Element) -> Iterable[etree._Element]:
    """The rows of a table's child: itself, or those of a head, body or foot."""
    if part.tag == "tr":
        return [part]
    return part if part.tag in ("thead", "tbody", "tfoot") else []


def _cells(row: etree._Element) -> Iterator[Spanning]:
    for cell in row:
        if cell.tag in ("td", "th"):
            yield Spanning(_cell_text(cell), tables.span(cell.get("rowspan")), tables.span(cell.get("colspan")))


def _cell_text(cell: etree._Element) -> str:
    writer = _Writer()
    writer.write(cell)
    return SPACE.sub(" ", writer.text()).strip()
