"""Which claims are asked for: one table of criteria for the API, the exports and the desk."""

from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from claims import verdicts
from claims.models.claim import Claim, Figure, Quote

Criterion = Callable[[Any], Q]


def _reading(model: type[Figure] | type[Quote], **wanted: Any) -> Q:
    """Claims whose current reading (the highest numbered) is like that."""
    newer = model._base_manager.filter(claim=OuterRef("claim"), n__gt=OuterRef("n"))
    return Q(Exists(model._base_manager.filter(claim=OuterRef("pk"), **wanted).exclude(Exists(newer))))


def _speaker(name: str) -> Q:
    chain = {"attribution__role": "speaker", "attribution__name__icontains": name}
    return _reading(Quote, speaker_name__icontains=name) | _reading(Figure, **chain)


CRITERIA: Mapping[str, Criterion] = {
    "kind": lambda value: Q(kind=value),
    "verdict": lambda value: Q(verdict=value),
    "currency": lambda value: Q(currency=value),
    "article": lambda value: Q(article__uid=value),
    "outlet": lambda value: Q(article__outlet__name__iexact=value),
    "language": lambda value: Q(article__language=value),
    "speaker": _speaker,
    "event": lambda value: _reading(Figure, event=value),
    "unit": lambda value: _reading(Figure, unit__iexact=value),
    "value_min": lambda value: _reading(Figure, value__gte=value),
    "value_max": lambda value: _reading(Figure, value__lte=value),
    "source": lambda value: Q(evidence__source__uid=value),
    "updated_since": lambda value: Q(updated_at__gte=value),
    "published_from": lambda value: Q(article__published_at__gte=value),
    "published_to": lambda value: Q(article__published_at__lte=value),
    "text": lambda value: Q(anchors__exact__icontains=value),
}
KINDS: Mapping[str, type] = {
    "article": UUID,
    "source": UUID,
    "value_min": Decimal,
    "value_max": Decimal,
    "updated_since": datetime,
    "published_from": datetime,
    "published_to": datetime,
}
"""What a criterion's value is, where it is not a word."""
CHOICES: Mapping[str, frozenset[str]] = {
    "kind": frozenset(Claim.Kind.values),
    "verdict": frozenset(verdicts.VERDICTS),
    "currency": frozenset(Claim.Currency.values),
}
"""The words that a criterion knows, where not every word will do."""


def select(claims: QuerySet[Claim], asked: Mapping[str, Any]) -> QuerySet[Claim]:
    """The claims that meet every criterion asked for; unknown names raise KeyError."""
    for name, value in asked.items():
        claims = claims.filter(CRITERIA[name](value))
    return claims.distinct() if {"source", "text"} & set(asked) else claims
