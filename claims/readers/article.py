"""An article's own text out of an HTML page, for import: trafilatura's main text under the headline, and its metadata."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import trafilatura

from . import html
from .charsets import Decoded
from .moments import iso
from .tables import normal
from .values import Page, Unreadable

# Less than this is a teaser, a notice or a mistake: then the page's own <main> or <article> is taken.
SHORT = 200


def text(decoded: Decoded, url: str | None = None) -> Page:
    """The headline, then the article's paragraphs, one a line. What trafilatura finds too little of is read from <main>."""
    whole = html.text(decoded)
    document = _document(decoded, url)
    main = (document.text or "").strip() if document is not None else ""
    if len(main) < SHORT:
        main = max((main, *_mains(whole)), key=len) or whole.text
    about = _about(whole, document)
    title = about.title or ""
    if title and normal(title) not in normal(main[: len(title) * 3 + 200]):
        main = f"{title}\n\n{main}"
    return replace(about, text=main, regions=())


def _document(decoded: Decoded, url: str | None) -> Any:
    tree = html.parse(decoded)
    if tree is None:
        raise Unreadable("empty", "The page holds no text.")
    return trafilatura.bare_extraction(
        tree,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _mains(page: Page) -> list[str]:
    return [page.text[region.start : region.end].strip() for region in page.regions if region.kind == "main"]


def _about(page: Page, document: Any) -> Page:
    """The page's own words first, trafilatura's findings where it says nothing."""
    if document is None:
        return page
    return replace(
        page,
        title=page.title or document.title,
        author=page.author or document.author,
        outlet=page.outlet or document.sitename,
        published=page.published or iso(document.date),
        canonical=page.canonical or document.url,
    )
