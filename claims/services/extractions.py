"""An article's current text becomes claims: rows for every figure and quote that the engine reads in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from itertools import groupby
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from claims import extraction
from claims.extraction import values
from claims.extraction.blocks import find_blocks
from claims.extraction.language import load
from claims.extraction.scan import Scan
from claims.models import Anchor, Article, Attribution, Claim, Figure, Quote, Version
from claims.models.claim import DIGITS, PLACES, keeps
from claims.services import changes, parties

CONTEXT = 32
"""Characters kept on either side of an anchor; enough to tell repeats apart, as annotation tools commonly keep."""

ROWS = 1000
"""So many rows go into one statement, so that its text stays small beside the article."""

Progress = Callable[[int, int, str], None]
Found = TypeVar("Found", values.Quote, values.Figure)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims of each kind were written, how many of an earlier version's kept their place, and the words of figures
    that have more digits than the database gives back (`models.claim.keeps`), which were not written."""

    figures: int
    quotes: int
    kept: int
    too_long: tuple[str, ...] = ()


def read(version: Version, *, explain: bool = False) -> values.Extraction:
    """What the engine reads in a version; nothing is written."""
    article = version.article
    return extraction.extract(version.text, language=article.language, published=article.published_on, explain=explain)


def read_words(article: Article, words: str) -> dict[str, object]:
    """The columns of the one figure that some words of the article say by themselves; empty when they say none or several."""
    found = extraction.extract(words, language=article.language, published=article.published_on).figures
    return figure_columns(found[0]) if len(found) == 1 and _keeps(found[0]) else {}


def blocks(version: Version) -> list[values.Block]:
    """The blocks of a version's text, in order, without the rest of the engine's work: enough to show it."""
    return find_blocks(Scan(version.text, load(version.article.language)))


def extract(article: Article, *, progress: Progress | None = None) -> Tally:
    """Run the engine on the article's newest text and write its claims.

    Run twice it writes nothing new. Claims of an earlier version whose words still stand get an anchor in the new one
    and keep their rulings; the others are left without one.
    """
    version = article.current
    say = progress or _silent
    say(0, 3, "read")
    found = read(version)
    say(1, 3, "keep")
    with transaction.atomic():
        locked = Article.objects.select_for_update().get(pk=article.pk)
        kept = _reanchor(locked, version)
        writing = _Writing(locked, version, found)
        quotes = writing.quotes()
        figures = writing.figures(quotes)
        locked.swap(extracted_at=timezone.now())
        changes.note([*quotes.values(), *figures.values(), locked])
    article.refresh_from_db()
    say(3, 3, "done")
    long = tuple(version.text[figure.start : figure.end] for figure in found.figures if not _keeps(figure))
    return Tally(len(figures), len(quotes), kept, long)


def _silent(done: int, total: int, message: str) -> None:
    """Nobody watches."""


def anchor(claim: Claim, version: Version, start: int, end: int) -> Anchor:
    """A place of a claim, not yet written."""
    text = version.text
    return Anchor(
        claim=claim,
        version=version,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def _reanchor(article: Article, version: Version) -> int:
    """Give claims without a place in this version one, where exactly their words and surroundings still stand.

    Words that stand more than once are told apart by what precedes and follows them; when that does not decide, the
    claim stays without a place: never a look-alike.
    """
    loose = (
        Anchor.objects.filter(claim__article=article)
        .exclude(claim__anchors__version=version)
        .select_related("claim")
        .order_by("claim", "-version__n")
    )
    places = []
    for _claim, anchors in groupby(loose, key=lambda row: row.claim_id):
        last = next(anchors)
        start = _standing(version.text, last)
        if start is not None:
            places.append(anchor(last.claim, version, start, start + len(last.exact)))
    Anchor.objects.bulk_create(places, ROWS)
    changes.note(place.claim for place in places)
    return len(places)


def _standing(text: str, last: Anchor) -> int | None:
    whole = text.find(last.prefix + last.exact + last.suffix)
    if whole >= 0 and text.find(last.prefix + last.exact + last.suffix, whole + 1) < 0:
        return whole + len(last.prefix)
    only = text.find(last.exact)
    if only >= 0 and text.find(last.exact, only + 1) < 0:
        before = text[max(0, only - CONTEXT) : only]
        after = text[only + len(last.exact) : only + len(last.exact) + CONTEXT]
        if before == last.prefix or after == last.suffix:
            return only
    return None


class _Writing:
    """What an extraction adds to an article, in a few statements, however much it is."""

    def __init__(self, article: Article, version: Version, found: values.Extraction) -> None:
        self.article = article
        self.version = version
        self.found = found
        self.taken = set(Anchor.objects.filter(version=version).values_list("claim__kind", "start", "end"))
        self.party = cache(parties.party_named)

    def quotes(self) -> dict[int, Claim]:
        """The claim of each quote where none stood, by the quote's index in the extraction."""
        quotes = self._new(Claim.Kind.QUOTE, self.found.quotes)
        claims = {index: Claim(article=self.article, kind=Claim.Kind.QUOTE) for index in quotes}
        self._place(claims, quotes)
        rows = [self._quote(claims[index], quote) for index, quote in quotes.items()]
        Quote.objects.bulk_create(rows, ROWS)
        chains = zip(rows, quotes.values(), strict=True)
        parts = [self._part(part, quote=row) for row, quote in chains for part in quote.attribution]
        Attribution.objects.bulk_create(parts, ROWS)
        return claims

    def figures(self, quotes: dict[int, Claim]) -> dict[int, Claim]:
        """The same of the figures; `quotes` are the claims written for quotes, which may hold them."""
        figures = {
            at: figure for at, figure in self._new(Claim.Kind.FIGURE, self.found.figures).items() if _keeps(figure)
        }
        claims = {
            index: Claim(
                article=self.article,
                kind=Claim.Kind.FIGURE,
                within=quotes.get(figure.within) if figure.within is not None else None,
                worthiness=figure.worthiness,
            )
            for index, figure in figures.items()
        }
        self._place(claims, figures)
        rows = [
            Figure(
                claim=claims[index],
                **figure_columns(figure),
                related=claims.get(figure.relation.figure) if figure.relation else None,
            )
            for index, figure in figures.items()
        ]
        Figure.objects.bulk_create(rows, ROWS)
        chains = zip(rows, figures.values(), strict=True)
        parts = [self._part(part, figure=row) for row, figure in chains for part in figure.attribution]
        Attribution.objects.bulk_create(parts, ROWS)
        return claims

    def _new(self, kind: str, found: Sequence[Found]) -> dict[int, Found]:
        """What stands where no claim of this kind does, by its index; the first where several have one place."""
        new = {}
        for index, one in enumerate(found):
            place = (kind, one.start, one.end)
            if place not in self.taken:
                self.taken.add(place)
                new[index] = one
        return new

    def _place(self, claims: dict[int, Claim], found: Mapping[int, values.Quote | values.Figure]) -> None:
        Claim.objects.bulk_create(claims.values(), ROWS)
        places = [anchor(claims[index], self.version, one.start, one.end) for index, one in found.items()]
        Anchor.objects.bulk_create(places, ROWS)

    def _quote(self, claim: Claim, quote: values.Quote) -> Quote:
        name = quote.speaker.name if quote.speaker else ""
        return Quote(
            claim=claim,
            form=quote.form,
            parts=[[start - quote.start, end - quote.start] for start, end in quote.parts],
            clause=[quote.clause[0] - quote.start, quote.clause[1] - quote.start] if quote.clause else None,
            speaker_name=name[:300],
            speaker=self.party(name) if name else None,
            role=((quote.speaker.role if quote.speaker else "") or "")[:300],
            cue=(quote.cue.text if quote.cue else "")[:120],
            rule=quote.rule[:80],
        )

    def _part(self, part: values.Part, *, figure: Figure | None = None, quote: Quote | None = None) -> Attribution:
        return Attribution(
            figure=figure,
            quote=quote,
            role=part.role[:10],
            party=self.party(part.name) if part.name else None,
            name=part.name[:300],
            words=part.text[:500],
            start=part.start,
            end=part.end,
            hop=part.hop,
        )


def _keeps(figure: values.Figure) -> bool:
    return keeps(_fit(figure.value), _fit(figure.high))


def figure_columns(figure: values.Figure) -> dict[str, object]:
    """The engine's figure as the columns of a Figure row."""
    return {
        "number_start": figure.number[0] - figure.start,
        "number_end": figure.number[1] - figure.start,
        "value": _fit(figure.value),
        "high": _fit(figure.high),
        "bound": figure.bound,
        "unit": (figure.unit or "")[:40],
        "form": figure.form[:12],
        "counted": (figure.counted or "")[:300],
        "event": (figure.event or "")[:40],
        "event_date": (figure.event_date or "")[:32],
        "population": (figure.population or "")[:300],
        "place": (figure.place or "")[:300],
        "accumulation": (figure.accumulation or "")[:12],
        "relation": (figure.relation.kind if figure.relation else "")[:12],
        "rule": figure.rule[:80],
    }


def _fit(amount: Decimal | None) -> Decimal | None:
    """An amount with as many decimals as a column holds."""
    return None if amount is None else amount.quantize(Decimal(1).scaleb(-PLACES), context=Context(prec=4 * DIGITS))
