"""Which quote holds a stretch of the text."""

from collections.abc import Sequence

from claims.extraction.values import Quote, Span


class Enclosing:
    """The quotes of a text, asked about stretches in text order."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        """`quotes` in text order."""
        self.quotes = quotes
        self.coming = sorted((start, end, index) for index, quote in enumerate(quotes) for start, end in reach(quote))
        self.coming.reverse()
        self.near: list[tuple[int, int, int]] = []

    def innermost(self, start: int, end: int) -> int | None:
        """The index of the shortest quote that holds text[start:end]; `start` is never smaller than that of the last call."""
        coming = self.coming
        while coming and coming[-1][0] <= start:
            self.near.append(coming.pop())
        if not self.near:
            return None
        self.near = [span for span in self.near if span[1] > start]
        holder = None
        for span in self.near:
            if span[1] >= end and (holder is None or span[1] - span[0] < holder[1] - holder[0]):
                holder = span
        return holder[2] if holder else None

    def holds(self, index: int, offset: int) -> bool:
        """Whether the quote of that index holds the offset; a day outside of it is that of the saying ("he said on Monday that …")."""
        return any(start <= offset < end for start, end in reach(self.quotes[index]))


def reach(quote: Quote) -> list[Span]:
    """The stretches in which a figure belongs to the quote: its parts, and the whole clause of a mixed one."""
    return [*quote.parts, quote.clause] if quote.clause else list(quote.parts or ((quote.start, quote.end),))
