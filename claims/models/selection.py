"""Which claims are asked for: one table of criteria for the API, the exports and the desk.

With `known_at` every criterion is that of a moment: the verdict given, the reading and the currency known by then.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims import verdicts
from claims.extraction import available
from claims.extraction.figures.events import CONCEPTS
from claims.extraction.figures.measures import UNITS
from claims.models.article import Article
from claims.models.claim import Claim, Figure, Quote
from claims.models.ruling import CurrencyChange, Ruling

Criterion = Callable[[Any, datetime | None], Q]
"""From a value and the moment whose knowledge counts (None: now) to the claims that meet it."""


def _reading(model: type[Figure] | type[Quote], at: datetime | None, **wanted: Any) -> Q:
    """Claims whose current reading (the highest numbered) is like that."""
    by_then = {"created_at__lte": at} if at else {}
    newer = model._base_manager.filter(claim=OuterRef("claim"), n__gt=OuterRef("n"), **by_then)
    return Q(Exists(model._base_manager.filter(claim=OuterRef("pk"), **wanted, **by_then).exclude(Exists(newer))))


def _speaker(name: str, at: datetime | None) -> Q:
    chain = {"attribution__role": "speaker", "attribution__name__icontains": name}
    return _reading(Quote, at, speaker_name__icontains=name) | _reading(Figure, at, **chain)


def _verdict(verdict: str, at: datetime | None) -> Q:
    if at is None:
        return Q(verdict=verdict)
    return _last(Ruling, "ruled_at", at, {"verdict": verdict}, is_first=verdict == verdicts.UNVERIFIED)


def _currency(currency: str, at: datetime | None) -> Q:
    if at is None:
        return Q(currency=currency)
    return _last(
        CurrencyChange, "changed_at", at, {"currency": currency}, is_first=currency == Claim.Currency.UNCHECKED
    )


def _last(
    model: type[Ruling] | type[CurrencyChange], moment: str, at: datetime, wanted: dict[str, str], *, is_first: bool
) -> Q:
    """Claims whose last record by a moment is like that, or that had none yet where that is the state they begin with."""
    then = model._base_manager.filter(**{f"{moment}__lte": at})
    newer = then.filter(claim=OuterRef("claim"), pk__gt=OuterRef("pk"))
    told = Exists(then.filter(claim=OuterRef("pk"), **wanted).exclude(Exists(newer)))
    return Q(told) | ~Q(Exists(then.filter(claim=OuterRef("pk")))) if is_first else Q(told)


CRITERIA: Mapping[str, Criterion] = {
    "known_at": lambda value, _at: Q(added_at__lte=value),
    "kind": lambda value, _at: Q(kind=value),
    "verdict": _verdict,
    "currency": _currency,
    "article": lambda value, _at: Q(article__uid=value),
    "outlet": lambda value, _at: Q(article__outlet__name__iexact=value),
    "language": lambda value, _at: Q(article__language=value),
    "speaker": _speaker,
    "event": lambda value, at: _reading(Figure, at, event=value),
    "unit": lambda value, at: _reading(Figure, at, unit__iexact=value),
    "value_min": lambda value, at: _reading(Figure, at, value__gte=value),
    "value_max": lambda value, at: _reading(Figure, at, value__lte=value),
    "source": lambda value, at: Q(evidence__source__uid=value, **({"evidence__added_at__lte": at} if at else {})),
    "updated_since": lambda value, _at: Q(updated_at__gte=value),
    "published_from": lambda value, _at: Q(article__published_at__gte=value),
    "published_to": lambda value, _at: Q(article__published_at__lte=value),
    "text": lambda value, at: Q(anchors__exact__icontains=value, **({"anchors__created_at__lte": at} if at else {})),
}
SEVERAL = frozenset({"source", "text"})
"""Criteria of rows of which a claim has several, so that it may meet one more than once."""
KINDS: Mapping[str, type] = {
    "article": UUID,
    "source": UUID,
    "value_min": Decimal,
    "value_max": Decimal,
    "known_at": datetime,
    "updated_since": datetime,
    "published_from": datetime,
    "published_to": datetime,
}
"""What a criterion's value is, where it is not a word."""
WHOLE_DAYS = frozenset({"known_at", "published_to"})
"""Criteria that end at a moment: of a day, at its end."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(Claim.Kind.values),
    "verdict": tuple(verdicts.VERDICTS),
    "currency": tuple(Claim.Currency.values),
    "language": tuple(available()),
    "event": tuple(sorted(CONCEPTS)),
    "unit": tuple(sorted(unit for unit in UNITS.kinds if unit)),
}
"""The words that a criterion knows, where not every word will do."""
STANDING: Mapping[str, tuple[type[Article] | type[Figure], str]] = {
    "language": (Article, "language"),
    "event": (Figure, "event"),
    "unit": (Figure, "unit__iexact"),
}
"""Criteria that know another word too when it stands in a row, as an editor's own unit does: the row, and how it is looked for."""


def knows(name: str, word: str) -> bool:
    """Whether a word is a value of the criterion of that name."""
    known = CHOICES.get(name)
    if known is None or word in known:
        return True
    if name not in STANDING:
        return False
    model, lookup = STANDING[name]
    is_choice = lookup.endswith("__iexact") and word.lower() in map(str.lower, known)
    return is_choice or model._base_manager.filter(**{lookup: word}).exists()


def select(claims: QuerySet[Claim], asked: Mapping[str, Any]) -> QuerySet[Claim]:
    """The claims that meet every criterion asked for; unknown names raise KeyError."""
    for name, value in asked.items():
        claims = meeting(claims, name, value, asked.get("known_at"))
    return claims


def meeting(claims: QuerySet[Claim], name: str, value: Any, at: datetime | None) -> QuerySet[Claim]:
    """The claims that meet one criterion at a moment (None: now), each once."""
    found = claims.filter(CRITERIA[name](value, at))
    return found.distinct() if name in SEVERAL else found
