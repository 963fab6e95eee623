"""How rows leave the program. Amounts are decimal strings, times UTC, offsets code points."""

from typing import Any

from rest_framework import serializers

from claims import verdicts
from claims.extraction.values import amount_text
from claims.models import Alert, Article, Change, Check, Claim, Ruling, Source
from claims.services import people, reports


class Amount(serializers.DecimalField):
    """A decimal string without trailing zeros."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_digits=None, decimal_places=None, allow_null=True, **options)

    def to_representation(self, value: Any) -> Any:
        return amount_text(value)


class PartSerializer(serializers.Serializer[Any]):
    """One part of the attribution chain; `hop` 0 is who said it."""

    role = serializers.CharField()
    name = serializers.CharField()
    words = serializers.CharField()
    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)
    hop = serializers.IntegerField()


class ReadingSerializer(serializers.Serializer[Any]):
    """How the claim is read now: a figure's value or a quote's speaker."""

    value = Amount()
    high = Amount()
    bound = serializers.CharField()
    unit = serializers.CharField()
    form = serializers.CharField()
    counted = serializers.CharField()
    event = serializers.CharField()
    event_date = serializers.CharField()
    population = serializers.CharField()
    place = serializers.CharField()
    accumulation = serializers.CharField()
    speaker = serializers.CharField()
    role = serializers.CharField()
    cue = serializers.CharField()
    rule = serializers.CharField()
    attribution = PartSerializer(many=True)


class AnchorSerializer(serializers.Serializer[Any]):
    """W3C text position and quote selectors; `start`, `end` null when the newest text no longer holds the words."""

    start = serializers.IntegerField(allow_null=True)
    end = serializers.IntegerField(allow_null=True)
    exact = serializers.CharField(source="words")
    prefix = serializers.CharField()
    suffix = serializers.CharField()


class PrintedSerializer(serializers.Serializer[Any]):
    """Where the claim was printed."""

    uid = serializers.UUIDField(source="article_uid")
    title = serializers.CharField(source="article_title")
    url = serializers.CharField(source="article_url")
    outlet = serializers.CharField()
    language = serializers.CharField()
    published_at = serializers.DateTimeField(allow_null=True)


class EvidenceSerializer(serializers.Serializer[Any]):
    """A source held against the claim, and its newest finding ("" when nothing was read yet)."""

    url = serializers.CharField()
    title = serializers.CharField()
    publisher = serializers.CharField()
    stance = serializers.CharField()
    finding = serializers.CharField()
    fetched = serializers.CharField()
    sentence = serializers.CharField()
    checked_at = serializers.DateTimeField(allow_null=True)


class RuledSerializer(serializers.Serializer[Any]):
    """One ruling."""

    uid = serializers.UUIDField()
    verdict = serializers.CharField()
    previous = serializers.CharField()
    reason = serializers.CharField()
    editor = serializers.CharField()
    ruled_at = serializers.DateTimeField()


class LineSerializer(serializers.Serializer[Any]):
    """A claim, as reports and the API show it."""

    uid = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=Claim.Kind.choices)
    words = serializers.CharField()
    sentence = serializers.CharField()
    anchor = AnchorSerializer(source="*")
    reading = ReadingSerializer(source="*")
    article = PrintedSerializer(source="*")
    verdict = serializers.ChoiceField(choices=verdicts.choices())
    verdict_label = serializers.SerializerMethodField()
    currency = serializers.ChoiceField(choices=Claim.Currency.choices)
    is_released = serializers.BooleanField()
    updated_at = serializers.DateTimeField()
    evidence = EvidenceSerializer(source="sources", many=True)
    rulings = RuledSerializer(many=True)

    def get_verdict_label(self, line: Any) -> dict[str, str]:
        return {language: verdicts.label(line.verdict, language) for language in ("en", "id")}


class ClaimSerializer(LineSerializer):
    """A claim's row, by way of its Line."""

    def to_representation(self, instance: Any) -> Any:
        return super().to_representation(reports.line(instance, self.context.get("known_at")))


class ArticleSerializer(serializers.ModelSerializer[Article]):
    """An article, without its text."""

    outlet = serializers.CharField(source="outlet.name", default="", read_only=True)
    same_text_as = serializers.UUIDField(source="same_text_as.uid", default=None, read_only=True)

    class Meta:
        model = Article
        fields = (
            "uid",
            "url",
            "title",
            "outlet",
            "author",
            "language",
            "published_at",
            "zone",
            "same_text_as",
            "added_at",
            "extracted_at",
            "updated_at",
        )


class FullArticleSerializer(ArticleSerializer):
    """An article with its newest text, for people of the desk."""

    text = serializers.CharField(source="current.text", read_only=True)
    captured_at = serializers.DateTimeField(source="current.captured_at", read_only=True)

    class Meta:
        model = Article
        fields = (*ArticleSerializer.Meta.fields, "captured_at", "text")


class SourceSerializer(serializers.ModelSerializer[Source]):
    """A source and its schedule."""

    publisher = serializers.CharField(source="publisher.name", default="", read_only=True)
    state = serializers.CharField(source="schedule.state", read_only=True)
    next_check_at = serializers.DateTimeField(source="schedule.next_check_at", read_only=True, allow_null=True)
    last_checked_at = serializers.DateTimeField(source="schedule.last_checked_at", read_only=True, allow_null=True)
    last_fetched = serializers.CharField(source="schedule.last_fetched", read_only=True)
    checks_done = serializers.IntegerField(source="schedule.seq", read_only=True)

    class Meta:
        model = Source
        fields = (
            "uid",
            "url",
            "title",
            "publisher",
            "reliability",
            "state",
            "next_check_at",
            "last_checked_at",
            "last_fetched",
            "checks_done",
            "added_at",
            "updated_at",
        )


class ReadSerializer(serializers.Serializer[Any]):
    """The value that a source stated."""

    value = Amount()
    high = Amount()
    bound = serializers.CharField()
    unit = serializers.CharField()
    counted = serializers.CharField()
    as_of = serializers.DateField(allow_null=True)
    as_of_basis = serializers.CharField()
    known_at = serializers.DateTimeField()


class CheckSerializer(serializers.ModelSerializer[Check]):
    """One evidence held against one snapshot. `finding` is "" when there was nothing to read, `rulebook`, a name for the rules by
    which the page was read, also when it had not changed."""

    claim = serializers.UUIDField(source="evidence.claim.uid", read_only=True)
    source = serializers.UUIDField(source="evidence.source.uid", read_only=True)  # type: ignore[assignment]  # DRF takes declared fields off the class
    source_url = serializers.CharField(source="evidence.source.url", read_only=True)
    fetched = serializers.CharField(source="snapshot.fetched", read_only=True)
    status = serializers.IntegerField(source="snapshot.status", read_only=True, allow_null=True)
    reading = ReadSerializer(read_only=True, allow_null=True)

    class Meta:
        model = Check
        fields = (
            "uid",
            "claim",
            "source",
            "source_url",
            "checked_at",
            "fetched",
            "status",
            "finding",
            "expected",
            "reading",
            "words",
            "place",
            "sentence",
            "rulebook",
        )


class RulingSerializer(serializers.ModelSerializer[Ruling]):
    """What an editor decided."""

    claim = serializers.UUIDField(source="claim.uid", read_only=True)
    editor = serializers.SerializerMethodField()

    class Meta:
        model = Ruling
        fields = ("uid", "claim", "verdict", "previous", "reason", "editor", "ruled_at")

    def get_editor(self, row: Ruling) -> str:
        return people.name(row.editor)


class AlertSerializer(serializers.ModelSerializer[Alert]):
    """What needs a person."""

    claim = serializers.UUIDField(source="claim.uid", default=None, read_only=True)
    source = serializers.UUIDField(source="source.uid", read_only=True)  # type: ignore[assignment]  # DRF takes declared fields off the class
    opened_by = serializers.UUIDField(source="opened_by.uid", default=None, read_only=True)

    class Meta:
        model = Alert
        fields = (
            "uid",
            "claim",
            "source",
            "opened_by",
            "rule",
            "finding",
            "previous",
            "sentence",
            "state",
            "opened_at",
            "acknowledged_at",
            "closed_at",
        )


class ChangeSerializer(serializers.ModelSerializer[Change]):
    """A row that changed, or was withdrawn; `id` is the cursor to come back with."""

    uid = serializers.UUIDField(source="row_uid")

    class Meta:
        model = Change
        fields = ("id", "row", "uid", "act", "at")
