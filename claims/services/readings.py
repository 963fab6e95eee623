"""Editors read again: correct a reading, mark a claim the engine missed, discard a false one. Words are never changed."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Article, Attribution, Claim, Evidence, Figure, Handling, Quote, Version
from claims.models.claim import BOUNDS, keeps
from claims.services import changes, extractions, parties, people, schedules

FIGURE_COLUMNS = frozenset(
    {"value", "high", "bound", "unit", "form", "counted", "event", "event_date", "population", "place", "accumulation"}
)
QUOTE_COLUMNS = frozenset({"form", "speaker_name", "role", "cue"})
SPEAKER = "speaker"
"""The part of an attribution chain that says who said it."""


def correct(claim: Claim, *, editor: User, reason: str, changed: dict[str, Any]) -> Figure | Quote:
    """Read a claim again: the next numbered reading, a copy of the current one with `changed` columns. `speaker_name` is also who
    told a figure; that of a quote is handed down to the figures inside that were told by the same.

    Raises ValidationError without a reason, without a change or for a value that cannot be.
    """
    _need(reason, _("Say why you read it differently."))
    with transaction.atomic():
        locked = Claim.objects.select_for_update().get(pk=claim.pk)
        last = locked.reading
        allowed = FIGURE_COLUMNS if locked.kind == Claim.Kind.FIGURE else QUOTE_COLUMNS
        columns = {name: value for name, value in changed.items() if name in allowed}
        if last is None:
            raise ValidationError(_("Nothing was changed."))
        chain = list(last.attribution.all())
        told = changed.get("speaker_name", speaker(last))
        spoken = chain if told == speaker(last) else _spoken(chain, told)
        if spoken is chain and all(getattr(last, name) == value for name, value in columns.items()):
            raise ValidationError(_("Nothing was changed."))
        _attribute(row := _next(last, columns, editor=editor, reason=reason), spoken)
        if locked.kind == Claim.Kind.QUOTE and spoken is not chain:
            _hand_down(locked, chain, spoken, editor=editor, reason=reason)
        locked.swap()
        # The pages that were held against the old reading are asked again.
        schedules.due_now(Evidence.objects.filter(claim=locked, is_active=True).values_list("source", flat=True))
        changes.note([locked])
    claim.refresh_from_db()
    return row


def mark(article: Article, start: int, end: int, *, kind: str, editor: User, changed: dict[str, Any]) -> Claim:
    """Make a claim of the words at start..end of the article's newest text, which the engine missed.

    `changed` are the columns of its first reading; without a number that of a figure is read from the words alone, where they
    say one. A figure inside a quote is told by its speaker. Raises ValidationError when nothing can be marked there.
    """
    version = article.current
    text = version.text
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise ValidationError(_("Select the words of the claim first."))
    if kind not in Claim.Kind.values:
        raise ValidationError(_("A claim is a figure or a quote."))
    with transaction.atomic():
        Article.objects.select_for_update().get(pk=article.pk)
        if version.anchors.filter(start=start, end=end, claim__kind=kind).exists():
            raise ValidationError(_("These words are marked already."))
        quote = _around(version, start, end) if kind == Claim.Kind.FIGURE else None
        claim = Claim.objects.create(article=article, kind=kind, origin=Claim.Origin.EDITOR, within=quote)
        extractions.anchor(claim, version, start, end).save()
        row = _first(claim, text[start:end], changed, editor=editor)
        told = quote.reading if quote else None
        spoken = _spoken([], row.speaker_name) if isinstance(row, Quote) else []
        _attribute(row, told.attribution.all() if told else spoken)
        changes.note([claim])
    return claim


def _first(claim: Claim, words: str, changed: dict[str, Any], *, editor: User) -> Figure | Quote:
    """The first reading of a claim that an editor marked, written."""
    common = {"claim": claim, "rule": "editor", "editor": editor}
    if claim.kind == Claim.Kind.FIGURE:
        given = {name: value for name, value in changed.items() if name in FIGURE_COLUMNS}
        if given.get("value") is None and given.get("bound", "exact") == "exact":
            read = extractions.read_words(claim.article, words)
            given = read | {name: value for name, value in given.items() if value and not (name == "bound" and read)}
        row: Figure | Quote = Figure(**{"number_start": 0, "number_end": len(words)} | given | common)
    else:
        given = {name: value for name, value in changed.items() if name in QUOTE_COLUMNS}
        row = Quote(**common, parts=[[0, len(words)]], **given)
    return _written(row)


def _around(version: Version, start: int, end: int) -> Claim | None:
    """The narrowest quote of a version that holds these words."""
    quotes = version.anchors.filter(claim__kind=Claim.Kind.QUOTE, start__lte=start, end__gte=end)
    standing = quotes.exclude(claim__workflow=Claim.Workflow.DISCARDED).select_related("claim")
    narrowest = min(standing, key=lambda place: place.end - place.start, default=None)
    return narrowest.claim if narrowest else None


def discard(claim: Claim, *, editor: User, reason: str) -> None:
    """Take a false claim off the desk; it is kept, with the reason. A released claim must be withdrawn first."""
    _need(reason, _("Say why this is no claim."))
    if claim.is_released:
        raise ValidationError(_("This claim is released. Withdraw it before you discard it."))
    with transaction.atomic():
        _note(claim, Handling.Act.DISCARD, editor, reason)
        who = f"{reason.strip()} ({people.name(editor)})"
        claim.swap(workflow=Claim.Workflow.DISCARDED, discard_reason=who[:500])
        changes.note([claim])


def restore(claim: Claim, *, editor: User) -> None:
    """Put a discarded claim back on the desk."""
    if claim.workflow != Claim.Workflow.DISCARDED:
        raise ValidationError(_("This claim was not discarded."))
    with transaction.atomic():
        _note(claim, Handling.Act.RESTORE, editor)
        claim.swap(workflow=Claim.Workflow.OPEN, discard_reason="")
        changes.note([claim])


def _note(claim: Claim, act: str, editor: User, reason: str = "") -> None:
    Handling.objects.create(claim=claim, act=act, editor=editor, reason=reason.strip()[:500], acted_at=timezone.now())


def _need(reason: str, message: str) -> None:
    if not reason.strip():
        raise ValidationError(message)


def _copy(row: Figure | Quote, changed: dict[str, Any]) -> Figure | Quote:
    own = {"id", "uid", "created_at", *(name for name in changed)}
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name not in own}
    return type(row)(**kept, **changed)


def _next(last: Figure | Quote, changed: dict[str, Any], *, editor: User, reason: str) -> Figure | Quote:
    """The next numbered reading, written: a copy of the last with `changed` columns."""
    return _written(
        _copy(last, {**changed, "n": last.n + 1, "rule": "", "editor": editor, "reason": reason.strip()[:500]})
    )


def _written(row: Figure | Quote) -> Figure | Quote:
    """An editor's reading, checked and written; a quote's with the party of its speaker."""
    if isinstance(row, Quote):
        row.speaker = parties.party_named(row.speaker_name) if row.speaker_name else None
    _check(row)
    row.save()
    return row


def speaker(row: Figure | Quote) -> str:
    """Who told what a reading says, "" when nobody is named."""
    if isinstance(row, Quote):
        return row.speaker_name
    return next((part.name for part in row.attribution.all() if part.role == SPEAKER), "")


def _spoken(chain: list[Attribution], name: str) -> list[Attribution]:
    """The chain with another speaker, or with none; the rest of it stands."""
    others = [part for part in chain if part.role != SPEAKER]
    return [Attribution(role=SPEAKER, party=parties.party_named(name), name=name[:300]), *others] if name else others


def _hand_down(quote: Claim, before: list[Attribution], after: list[Attribution], *, editor: User, reason: str) -> None:
    """The figures inside a quote that were told by its speaker are told by the new one."""
    for figure in quote.holds.select_for_update().order_by("pk"):
        last = figure.reading
        if last is not None and _told_by(last.attribution.all()) == _told_by(before):
            _attribute(_next(last, {}, editor=editor, reason=reason), after)
            figure.swap()
            changes.note([figure])


def _told_by(chain: Iterable[Attribution]) -> list[tuple[str, str, int]]:
    return [(part.role, part.name, part.hop) for part in chain]


def _attribute(row: Figure | Quote, chain: Iterable[Attribution]) -> None:
    """Write a copy of the chain for a reading."""
    column = "figure" if isinstance(row, Figure) else "quote"
    Attribution.objects.bulk_create(
        [
            Attribution(
                **{column: row}, role=part.role, party_id=part.party_id, name=part.name, words=part.words,
                start=part.start, end=part.end, hop=part.hop,
            )
            for part in chain
        ]
    )  # fmt: skip


def _check(row: Figure | Quote) -> None:
    """Raise ValidationError for a reading that cannot be."""
    if isinstance(row, Figure):
        if row.bound not in dict(BOUNDS):
            raise ValidationError({"bound": _("Unknown bound.")})
        if row.value is None and row.bound != "vague":
            raise ValidationError({"value": _("Give the number, or choose the bound “vague”.")})
        if row.bound == "range" and (row.high is None or row.value is None or row.high < Decimal(row.value)):
            raise ValidationError({"high": _("A range needs an upper end that is not below the lower.")})
        if row.bound != "range":
            row.high = None
        if not keeps(row.value, row.high):
            raise ValidationError({"value": _("This number has more digits than the database keeps.")})
    _clean(row)


def _clean(row: Model) -> None:
    row.full_clean(exclude=["claim", "editor"], validate_unique=False, validate_constraints=False)
