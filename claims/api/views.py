"""Read-only views. What a reader may see is decided in `models.visibility` alone."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponseBase, StreamingHttpResponse
from django.urls import resolve, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import mixins, viewsets
from rest_framework.exceptions import NotFound, ParseError
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.views import APIView

from claims.api import filters, serializers
from claims.api.paging import OldestFirst
from claims.exports import EXPORTS
from claims.models import Alert, Article, Change, Check, Claim, Ruling, Source
from claims.models.rows import key_of
from claims.models.selection import CRITERIA
from claims.models.visibility import articles_for, checks_for, claims_for, rulings_for, sees_all, sources_for
from claims.services import reports


class Rows(viewsets.ReadOnlyModelViewSet[Any]):
    """Rows by their uid."""

    lookup_field = "uid"
    lookup_value_converter = "uuid"


@extend_schema(exclude=True)
class Nowhere(APIView):
    """Every other address: a client of the API gets JSON, also when it mistypes."""

    permission_classes = ()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        if not request.path.endswith("/") and getattr(resolve(f"{request.path}/").func, "cls", Nowhere) is not Nowhere:
            raise NotFound(_("Every address ends with a slash: %(path)s/") % {"path": request.path})
        raise NotFound(
            _("There is nothing at this address. The API is described at %(docs)s.") % {"docs": reverse("api:docs")}
        )


class DeskOnly(BasePermission):
    """People of the desk, and researchers with a token."""

    message = gettext_lazy("This needs a token of somebody who may see what is not released.")

    def has_permission(self, request: Request, view: Any) -> bool:
        return sees_all(request.user)


class Articles(Rows):
    """Articles; the text comes with the single article, for people of the desk."""

    queryset = Article.objects.none()
    filterset_class = filters.ArticleFilter

    def get_queryset(self) -> QuerySet[Article]:
        return articles_for(self.request.user).select_related("outlet", "same_text_as")

    def get_serializer_class(self) -> type[serializers.ArticleSerializer]:
        full = self.action == "retrieve" and sees_all(self.request.user)
        return serializers.FullArticleSerializer if full else serializers.ArticleSerializer


EXPORT_PARAMETERS = [OpenApiParameter("export", enum=sorted(EXPORTS), location=OpenApiParameter.PATH)]


class Claims(Rows):
    """Claims with their reading, place, article, sources and rulings."""

    queryset = Claim.objects.none()
    serializer_class = serializers.ClaimSerializer
    filterset_class = filters.ClaimFilter

    def get_queryset(self) -> QuerySet[Claim]:
        return claims_for(self.request.user)

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return reports.with_all(super().filter_queryset(queryset), self.known_at())

    def get_serializer_context(self) -> dict[str, Any]:
        return {**super().get_serializer_context(), "known_at": self.known_at()}

    def known_at(self) -> datetime | None:
        """The moment whose knowledge is asked for; None for now. The filter of that name has refused what is no moment."""
        word = self.request.query_params.get("known_at")
        return filters.DayField().clean(word) if word else None

    @extend_schema(
        filters=True,
        parameters=EXPORT_PARAMETERS,
        responses={(200, form.media_type.partition(";")[0]): OpenApiTypes.BINARY for form in EXPORTS.values()},
    )
    def export(self, request: Request, export: str) -> HttpResponseBase:
        """The claims that meet the filters as a report: csv, json or claimreview."""
        form = EXPORTS.get(export)
        if form is None:
            known = {"name": export, "formats": ", ".join(sorted(EXPORTS))}
            raise NotFound(_("There is no export format “%(name)s”. Formats: %(formats)s.") % known)
        filters.given_once(request)
        filters.all_known(request, CRITERIA)
        words = {name: word for name, word in request.query_params.items() if word}
        checked = self.filterset_class(words, claims_for(request.user), request=request)
        if not checked.is_valid():
            raise ParseError(checked.errors)
        asked = {name: checked.form.cleaned_data[name] for name in words}
        report = reports.report(claims_for(request.user), asked=asked, language=request.LANGUAGE_CODE)
        response = StreamingHttpResponse(form.write(report), content_type=form.media_type)
        response["Content-Disposition"] = f'attachment; filename="claims.{form.ending}"'
        return response


class Sources(Rows):
    """Sources and when they are read again."""

    queryset = Source.objects.none()
    serializer_class = serializers.SourceSerializer
    filterset_class = filters.SourceFilter

    def get_queryset(self) -> QuerySet[Source]:
        return sources_for(self.request.user).select_related("publisher", "schedule")


class Checks(Rows):
    """What sources said."""

    queryset = Check.objects.none()
    serializer_class = serializers.CheckSerializer
    filterset_class = filters.CheckFilter

    def get_queryset(self) -> QuerySet[Check]:
        return checks_for(self.request.user).select_related(
            "evidence__claim", "evidence__source", "snapshot", "reading"
        )


class Rulings(Rows):
    """What editors decided."""

    queryset = Ruling.objects.none()
    serializer_class = serializers.RulingSerializer
    filterset_class = filters.RulingFilter

    def get_queryset(self) -> QuerySet[Ruling]:
        return rulings_for(self.request.user).select_related("claim", "editor")


class Alerts(Rows):
    """What needs a person."""

    queryset = Alert.objects.select_related("claim", "source", "opened_by")
    serializer_class = serializers.AlertSerializer
    filterset_class = filters.AlertFilter
    permission_classes = (DeskOnly,)


@extend_schema_view(
    list=extend_schema(parameters=[OpenApiParameter("after", int, description="the last `id` that you have")])
)
class Changes(mixins.ListModelMixin, viewsets.GenericViewSet[Any]):
    """What changed since a cursor, oldest first: read these rows again; drop those withdrawn."""

    queryset = Change.objects.none()
    serializer_class = serializers.ChangeSerializer
    permission_classes = (DeskOnly,)
    pagination_class = OldestFirst
    filter_backends = ()

    def get_queryset(self) -> QuerySet[Change]:
        after = key_of(self.request.query_params.get("after", "0"))
        if after is None:
            raise ParseError({"after": [_("“after” is the id of the last change that you have, a whole number.")]})
        return Change.objects.settled().filter(id__gt=after).order_by("id")
