"""The API's filters: the criteria of `models.selection`, each with its type for the documentation."""

import re
from collections.abc import Iterable
from datetime import UTC
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.forms import CharField, DecimalField, UUIDField
from django.utils.translation import gettext as _
from django_filters import rest_framework as filters
from django_filters.fields import ChoiceField, IsoDateTimeField
from rest_framework.exceptions import ParseError

from claims import verdicts
from claims.comparison import FINDINGS
from claims.models import Alert, Article, Check, Claim, Ruling, Source
from claims.models.claim import DIGITS, PLACES
from claims.models.selection import CHOICES, knows, meeting
from claims.models.snapshot import FETCHED
from claims.services import criteria

KEPT = {"max_digits": DIGITS, "decimal_places": PLACES}
"""The amounts that the database keeps, and can compare."""


def given_once(request: Any) -> None:
    """Raise ParseError for a filter that is given twice: it would count once."""
    for name, words in request.query_params.lists():
        if len(words) > 1:
            raise ParseError({name: [_("This filter is given more than once. Ask once for each value.")]})


def all_known(request: Any, known: Iterable[str], *, beside: Iterable[str] = ()) -> None:
    """Raise ParseError for a filter that is none of the known ones; `beside` is what may be given too and is no filter."""
    unknown = sorted(set(request.query_params) - {*known, *beside})
    if unknown:
        raise ParseError({unknown[0]: [criteria.no_such_filter(unknown[0], known)]})


PAGING = frozenset({"cursor", "page_size", "format"})


class NamedFilters(filters.DjangoFilterBackend):
    """The view's filters. A name that is none of them is refused: a misspelt filter would give every row."""

    def get_filterset_kwargs(self, request: Any, queryset: QuerySet[Any], view: Any) -> dict[str, Any]:
        given_once(request)
        if not view.detail:
            all_known(request, view.filterset_class.base_filters, beside=PAGING)
        return dict(super().get_filterset_kwargs(request, queryset, view))


def no_such_value(word: str, known: Iterable[str]) -> str:
    """The sentence that refuses a value and names those there are."""
    refused = _("There is no value “%(word)s”.") % {"word": word}
    return f"{refused} {criteria.one_of(known)}"


class WordField(ChoiceField):
    """One of some words; another is refused with those there are."""

    def validate(self, value: Any) -> None:
        if value and not self.valid_value(value):
            raise ValidationError(no_such_value(value, (str(word) for word, _label in self.choices if word)))


class KnownField(CharField):
    """A word that a criterion knows: the engine's or one that stands in a row; another is refused with the engine's."""

    def __init__(self, *, criterion: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.criterion = criterion

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not knows(self.criterion, value):
            raise ValidationError(no_such_value(value, CHOICES[self.criterion]))


class AmountField(DecimalField):
    """A number of a figure."""

    default_error_messages: ClassVar = {"invalid": criteria.AMOUNT}


class UidField(UUIDField):
    """The uid of a row."""

    default_error_messages: ClassVar = {"invalid": criteria.UID}


class MomentField(IsoDateTimeField):
    """A moment in ISO 8601. The plus of an offset that nobody escaped arrives as a blank, and is read as a plus."""

    default_error_messages: ClassVar = {"invalid": criteria.MOMENT}

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
        return criteria.whole_day(value, moment) if moment else moment


class WordFilter(filters.ChoiceFilter):
    """A filter whose value is one of some words."""

    field_class = WordField


class KnownFilter(filters.CharFilter):
    """A filter whose value is a word that a criterion knows."""

    field_class = KnownField


class AmountFilter(filters.NumberFilter):
    """A filter whose value is a number."""

    field_class = AmountField


class UidFilter(filters.UUIDFilter):
    """A filter whose value is the uid of a row."""

    field_class = UidField


class DayFilter(filters.IsoDateTimeFilter):
    """A filter whose value is a moment or a whole day."""

    field_class = DayField


class MomentFilter(filters.IsoDateTimeFilter):
    """A filter whose value is a moment."""

    field_class = MomentField


class ClaimFilter(filters.FilterSet):
    """Which claims, through the one table of criteria."""

    kind = WordFilter(choices=Claim.Kind.choices, method="by_criterion")
    verdict = WordFilter(choices=verdicts.choices(), method="by_criterion")
    currency = WordFilter(choices=Claim.Currency.choices, method="by_criterion")
    article = UidFilter(method="by_criterion", help_text="the article's uid")
    outlet = filters.CharFilter(method="by_criterion", help_text="the outlet's name")
    language = KnownFilter(method="by_criterion", criterion="language", help_text="the article's language: id, en, …")
    speaker = filters.CharFilter(method="by_criterion", help_text="part of the speaker's name")
    event = KnownFilter(
        method="by_criterion", criterion="event", help_text="what happened: killed, injured, hostage, …"
    )
    unit = KnownFilter(method="by_criterion", criterion="unit", help_text="percent, a currency code or a measure")
    value_min = AmountFilter(method="by_criterion", help_text="figures of at least this value", **KEPT)
    value_max = AmountFilter(method="by_criterion", help_text="figures of at most this value", **KEPT)
    source = UidFilter(method="by_criterion", help_text="the uid of a source held against it")
    known_at = DayFilter(method="by_criterion", help_text="claims as they were known at this time, or on this day")
    updated_since = MomentFilter(method="by_criterion", help_text="changed at or after this time")
    published_from = MomentFilter(method="by_criterion", help_text="article published at or after")
    published_to = DayFilter(
        method="by_criterion", help_text="article published at or before, or until the end of this day"
    )
    text = filters.CharFilter(method="by_criterion", help_text="part of the claim's words")

    class Meta:
        model = Claim
        fields: tuple[str, ...] = ()

    def by_criterion(self, claims: QuerySet[Claim], name: str, value: Any) -> QuerySet[Claim]:
        return meeting(claims, name, value, self.form.cleaned_data.get("known_at"))


class ArticleFilter(filters.FilterSet):
    """Which articles."""

    outlet = filters.CharFilter("outlet__name", "iexact")
    language = KnownFilter("language", criterion="language")
    url = filters.CharFilter("url")
    updated_since = MomentFilter("updated_at", "gte")

    class Meta:
        model = Article
        fields: tuple[str, ...] = ()


class SourceFilter(filters.FilterSet):
    """Which sources."""

    url = filters.CharFilter("url")
    claim = UidFilter("evidence__claim__uid", distinct=True)
    fetched = WordFilter(choices=FETCHED, field_name="schedule__last_fetched")
    updated_since = MomentFilter("updated_at", "gte")

    class Meta:
        model = Source
        fields: tuple[str, ...] = ()


class CheckFilter(filters.FilterSet):
    """Which checks."""

    claim = UidFilter("evidence__claim__uid")
    source = UidFilter("evidence__source__uid")
    finding = WordFilter(choices=FINDINGS)
    fetched = WordFilter(choices=FETCHED, field_name="snapshot__fetched")
    since = MomentFilter("checked_at", "gte")

    class Meta:
        model = Check
        fields: tuple[str, ...] = ()


class RulingFilter(filters.FilterSet):
    """Which rulings."""

    claim = UidFilter("claim__uid")
    verdict = WordFilter(choices=verdicts.choices())
    since = MomentFilter("ruled_at", "gte")

    class Meta:
        model = Ruling
        fields: tuple[str, ...] = ()


class AlertFilter(filters.FilterSet):
    """Which alerts."""

    claim = UidFilter("claim__uid")
    source = UidFilter("source__uid")
    state = WordFilter(choices=Alert.State.choices)
    since = MomentFilter("opened_at", "gte")

    class Meta:
        model = Alert
        fields: tuple[str, ...] = ()
