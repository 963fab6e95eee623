"""CQE: quantities with what is counted and their bounds, a paragraph at a time (its rules were written for sentences).

It reports offsets into a text that it rewrote; they are led back to the article here, so that this is not held against it.
"""

import locale
from difflib import SequenceMatcher
from typing import Any

from bench.peers import Answer, Read, Tell
from bench.peers.contract import figure, paragraphs
from bench.peers.quotations import PIPELINE

ENGLISH = {"thousands_sep": ",", "grouping": [3, 3, 0], "decimal_point": "."}


def ready() -> tuple[Read, Tell]:
    """Load CQE, its unit models and the pipeline."""
    import spacy
    import spacy_download

    spacy_download.load_spacy = lambda _name, **_options: spacy.load(PIPELINE)
    speak_english()
    from CQE import CQE

    quantities = CQE.CQE()

    def taken(paragraph: str) -> list[Any]:
        try:
            return list(quantities.parse(paragraph))
        except Exception:  # noqa: BLE001 - a paragraph that it cannot read counts as nothing found
            return []

    def read(text: str) -> list[tuple[int, str, list[Any]]]:
        return [(offset, paragraph, taken(paragraph)) for offset, paragraph in paragraphs(text)]

    return read, tell


def speak_english() -> None:
    """It asks for the locale en_US.UTF-8, which few machines have; its marks for numbers are all that it takes from there."""
    ask = locale.setlocale
    locale.setlocale = lambda category, locale=None: ask(category, "C.UTF-8" if locale == "en_US.UTF-8" else locale)
    locale._override_localeconv = ENGLISH  # type: ignore[attr-defined]  # noqa: SLF001  (what localeconv gives)


def tell(text: str, found: list[tuple[int, str, list[Any]]]) -> Answer:
    """A value is one number or a range; its span is a list of tokens, sometimes nested."""
    figures = []
    for offset, paragraph, quantities in found:
        for quantity in quantities:
            tokens = flat(quantity.value.span)
            if not tokens:
                continue
            start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
            span = led_back(tokens[0].doc.text, paragraph, start, end)
            if span is None:
                continue
            low = getattr(quantity.value, "lower", None)
            low, high = (quantity.value.value, None) if low is None else (low, quantity.value.upper)
            figures.append(figure(offset + span[0], offset + span[1], low, high))
    return {"figures": [each for each in figures if each], "quotes": []}


def flat(span: Any) -> list[Any]:
    """The tokens of a span in text order."""
    tokens = [token for part in span for token in (part if isinstance(part, (list, tuple)) else [part])]
    return sorted((token for token in tokens if hasattr(token, "idx")), key=lambda token: token.idx)


def led_back(rewritten: str, original: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of `original` that became `rewritten[start:end]`; None when nothing of it is left."""
    matcher = SequenceMatcher(None, rewritten, original, autojunk=False)
    kept = [
        (max(start, block.a) - block.a + block.b, min(end, block.a + block.size) - block.a + block.b)
        for block in matcher.get_matching_blocks()
        if block.a < end and start < block.a + block.size
    ]
    return (kept[0][0], kept[-1][1]) if kept else None
