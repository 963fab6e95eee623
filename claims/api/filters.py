"""The API's filters: the criteria of `models.selection`, each with its type for the documentation."""

import re
from collections.abc import Iterable
from datetime import UTC
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django_filters import rest_framework as filters
from django_filters.fields import IsoDateTimeField
from rest_framework.exceptions import ParseError

from claims import verdicts
from claims.comparison import FINDINGS
from claims.models import Alert, Article, Check, Claim, Ruling, Source
from claims.models.claim import DIGITS, PLACES
from claims.models.selection import CRITERIA
from claims.models.snapshot import FETCHED
from claims.services import reports

KEPT = {"max_digits": DIGITS, "decimal_places": PLACES}
"""The amounts that the database keeps, and can compare."""


def no_such_filter(name: str, known: Iterable[str]) -> str:
    """The sentence that refuses a filter and names those there are."""
    return _("There is no filter “%(name)s”. Filters: %(known)s.") % {"name": name, "known": ", ".join(sorted(known))}


PAGING = frozenset({"cursor", "page_size", "format"})


class NamedFilters(filters.DjangoFilterBackend):
    """The view's filters. A name that is none of them is refused: a misspelt filter would give every row."""

    def get_filterset_kwargs(self, request: Any, queryset: QuerySet[Any], view: Any) -> dict[str, Any]:
        known = {*view.filterset_class.base_filters, *PAGING}
        unknown = sorted(set(request.query_params) - known)
        if unknown and not view.detail:
            raise ParseError({unknown[0]: [no_such_filter(unknown[0], view.filterset_class.base_filters)]})
        return dict(super().get_filterset_kwargs(request, queryset, view))


class MomentField(IsoDateTimeField):
    """A moment in ISO 8601. The plus of an offset that nobody escaped arrives as a blank, and is read as a plus."""

    def to_python(self, value: Any) -> Any:
        moment = super().to_python(re.sub(r"(T[\d:.]+) (?=\d\d:?\d\d$)", r"\1+", value) if value else value)
        try:
            return moment and moment.astimezone(UTC)
        except OverflowError:  # an offset that leads out of the years that there are
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class DayField(MomentField):
    """A moment, or a day, which lasts until its end."""

    def to_python(self, value: Any) -> Any:
        moment = super().to_python(value)
        return reports.whole_day(value, moment) if moment else moment


class DayFilter(filters.IsoDateTimeFilter):
    """A filter whose value is a moment or a whole day."""

    field_class = DayField


class MomentFilter(filters.IsoDateTimeFilter):
    """A filter whose value is a moment."""

    field_class = MomentField


class ClaimFilter(filters.FilterSet):
    """Which claims, through the one table of criteria."""

    kind = filters.ChoiceFilter(choices=Claim.Kind.choices, method="by_criterion")
    verdict = filters.ChoiceFilter(choices=verdicts.choices(), method="by_criterion")
    currency = filters.ChoiceFilter(choices=Claim.Currency.choices, method="by_criterion")
    article = filters.UUIDFilter(method="by_criterion", help_text="the article's uid")
    outlet = filters.CharFilter(method="by_criterion", help_text="the outlet's name")
    language = filters.CharFilter(method="by_criterion", help_text="the article's language: id, en, …")
    speaker = filters.CharFilter(method="by_criterion", help_text="part of the speaker's name")
    event = filters.CharFilter(method="by_criterion", help_text="what happened: killed, injured, hostage, …")
    unit = filters.CharFilter(method="by_criterion", help_text="percent, a currency code or a measure")
    value_min = filters.NumberFilter(method="by_criterion", help_text="figures of at least this value", **KEPT)
    value_max = filters.NumberFilter(method="by_criterion", help_text="figures of at most this value", **KEPT)
    source = filters.UUIDFilter(method="by_criterion", help_text="the uid of a source held against it")
    known_at = DayFilter(method="by_criterion", help_text="claims as they were known at this time, or on this day")
    updated_since = MomentFilter(method="by_criterion", help_text="changed at or after this time")
    published_from = MomentFilter(method="by_criterion", help_text="article published at or after")
    published_to = MomentFilter(method="by_criterion", help_text="article published at or before")
    text = filters.CharFilter(method="by_criterion", help_text="part of the claim's words")

    class Meta:
        model = Claim
        fields: tuple[str, ...] = ()

    def by_criterion(self, claims: QuerySet[Claim], name: str, value: Any) -> QuerySet[Claim]:
        found = claims.filter(CRITERIA[name](value, self.form.cleaned_data.get("known_at")))
        return found.distinct() if name in {"source", "text"} else found


class ArticleFilter(filters.FilterSet):
    """Which articles."""

    outlet = filters.CharFilter("outlet__name", "iexact")
    language = filters.CharFilter("language")
    url = filters.CharFilter("url")
    updated_since = MomentFilter("updated_at", "gte")

    class Meta:
        model = Article
        fields: tuple[str, ...] = ()


class SourceFilter(filters.FilterSet):
    """Which sources."""

    url = filters.CharFilter("url")
    claim = filters.UUIDFilter("evidence__claim__uid", distinct=True)
    fetched = filters.ChoiceFilter(choices=FETCHED, field_name="schedule__last_fetched")
    updated_since = MomentFilter("updated_at", "gte")

    class Meta:
        model = Source
        fields: tuple[str, ...] = ()


class CheckFilter(filters.FilterSet):
    """Which checks."""

    claim = filters.UUIDFilter("evidence__claim__uid")
    source = filters.UUIDFilter("evidence__source__uid")
    finding = filters.ChoiceFilter(choices=FINDINGS)
    fetched = filters.ChoiceFilter(choices=FETCHED, field_name="snapshot__fetched")
    since = MomentFilter("checked_at", "gte")

    class Meta:
        model = Check
        fields: tuple[str, ...] = ()


class RulingFilter(filters.FilterSet):
    """Which rulings."""

    claim = filters.UUIDFilter("claim__uid")
    verdict = filters.ChoiceFilter(choices=verdicts.choices())
    since = MomentFilter("ruled_at", "gte")

    class Meta:
        model = Ruling
        fields: tuple[str, ...] = ()


class AlertFilter(filters.FilterSet):
    """Which alerts."""

    claim = filters.UUIDFilter("claim__uid")
    source = filters.UUIDFilter("source__uid")
    state = filters.ChoiceFilter(choices=Alert.State.choices)
    since = MomentFilter("opened_at", "gte")

    class Meta:
        model = Alert
        fields: tuple[str, ...] = ()
