"""Report writers, a format a file: each takes a frozen Report and gives its bytes piece by piece.

To add a format, put a file here with `write(report)` and one line in EXPORTS.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import claimreview, csv, json
from .report import Report


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its key and label, the ending and media type of its files, and the writer."""

    key: str
    label: str
    ending: str
    media_type: str
    write: Callable[[Report], Iterator[bytes]]


EXPORTS = {
    format_.key: format_
    for format_ in (
        Format("csv", "CSV", "csv", "text/csv; charset=utf-8", csv.write),
        Format("json", "JSON", "json", "application/json", json.write),
        Format("claimreview", "ClaimReview JSON-LD", "jsonld", "application/ld+json", claimreview.write),
    )
}
