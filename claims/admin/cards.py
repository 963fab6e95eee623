"""What the workbench shows of each claim: its row in the list, and the card that opens under it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.forms import CharField
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.admin import amounts, charts
from claims.admin.forms import Verb, form_of
from claims.models import (
    Alert,
    Anchor,
    Article,
    Attribution,
    Check,
    Claim,
    Evidence,
    Figure,
    Handling,
    Quote,
    Schedule,
    Version,
)
from claims.services import glimpses, moves, passages, telling

MOST_EVENTS = 60
"""Events of each kind that a card's history holds; the rest stands in the lists of records."""
MOST_ALIKE = 8
MOST_READ = 200
NEAR = timedelta(days=30)
"""How far from an article's day others may tell of the same thing."""
MOVED = frozenset({Claim.Currency.SUPERSEDED, Claim.Currency.DISPUTED})


@dataclass
class Row:
    """One claim of the list. `anchor` is None when the current text no longer holds its words."""

    claim: Claim
    anchor: Anchor | None = None
    words: str = ""
    reading: Figure | Quote | None = None
    chain: list[Attribution] = field(default_factory=list)
    alerts: int = 0
    is_mine: bool = False

    @property
    def moved(self) -> bool:
        """Something happened to the figure that an editor should see."""
        return self.claim.currency in MOVED or self.alerts > 0

    @property
    def discarded(self) -> bool:
        return self.claim.workflow == Claim.Workflow.DISCARDED

    @property
    def state(self) -> str:
        """Words that the style sheet and the script tell states by."""
        if self.discarded:
            return "discarded"
        return f"{self.claim.verdict} moved" if self.moved else self.claim.verdict

    @property
    def shows(self) -> str:
        """The filters under which the row is shown."""
        if self.discarded:
            return "discarded"
        names = ["all", self.claim.kind]
        names += ["unruled"] if self.claim.verdict == "unverified" else []
        names += ["moved"] if self.moved else []
        names += ["mine"] if self.is_mine else []
        return " ".join(names)

    @property
    def says(self) -> str:
        """One line that says how it was read, shown on pointing at the words."""
        said = brief(self.reading)
        return f"{said} — {amounts.verdict(self.claim.verdict)}" if said else amounts.verdict(self.claim.verdict)

    def stretches(self) -> tuple[tuple[int, int], ...]:
        """What to mark in the text: the whole figure, or each marked stretch of a quote."""
        if self.anchor is None:
            return ()
        start, end = self.anchor.start, self.anchor.end
        parts = self.reading.parts if isinstance(self.reading, Quote) else []
        marked = tuple((start + left, start + right) for left, right in parts if start + right <= end)
        return marked or ((start, end),)


def brief(reading: Figure | Quote | None) -> str:
    """How it was read, in a few words: the figure with what it counts, or who speaks ("" for nobody)."""
    if isinstance(reading, Figure):
        return f"{amounts.amount(reading)} {amounts.subject(reading)}".strip()
    return reading.speaker_name if reading else ""


def rows(
    article: Article, version: Version, *, viewer: int | None = None, only: Collection[int] | None = None
) -> list[Row]:
    """The rows of an article's claims in the order of the text, those without a place last; `only` those of some and of what they
    hold. The same few queries however many there are. `viewer` is the user to whom some may be assigned. A claim that a
    worker adds meanwhile is left out."""
    claims = Claim.objects.filter(Q() if only is None else Q(pk__in=only) | Q(within__in=only), article=article)
    listed = claims.select_related("assigned_to").order_by("id")
    found = {row.pk: Row(row, is_mine=viewer is not None and row.assigned_to_id == viewer) for row in listed}
    of_these = {"claim__in": claims}
    for place in Anchor.objects.filter(**of_these).order_by("version__n"):
        if row := found.get(place.claim_id):
            row.words = place.exact
            row.anchor = place if place.version_id == version.pk else row.anchor
    for kind in (Figure, Quote):
        for read in kind.objects.filter(**of_these).order_by("n"):
            if row := found.get(read.claim_id):
                row.reading = read
    readings = Q(figure__claim__in=claims) | Q(quote__claim__in=claims)
    for part in Attribution.objects.filter(readings).select_related("figure", "quote").order_by("hop", "id"):
        reading = part.figure or part.quote
        row = found.get(reading.claim_id) if reading else None
        if row and row.reading == reading:
            row.chain.append(part)
    for claim_id in Alert.objects.filter(**of_these, state=Alert.State.OPEN).values_list("claim_id", flat=True):
        if row := found.get(claim_id):
            row.alerts += 1
    return sorted(found.values(), key=_place)


def _place(row: Row) -> tuple[bool, int, int, int]:
    if row.anchor is None:
        return True, 0, 0, row.claim.pk
    return False, row.anchor.start, -row.anchor.end, row.claim.pk


@dataclass(frozen=True)
class Event:
    """One line of a claim's history."""

    at: datetime
    what: str
    why: str = ""
    who: str = ""
    tone: str = ""


def history(claim: Claim) -> list[Event]:
    """What happened to a claim, newest first: readings, rulings, releases, checks, alerts, changes of currency."""
    events: list[Event] = []
    readings: Iterable[Figure | Quote] = (claim.figures if claim.kind == Claim.Kind.FIGURE else claim.quotes).all()
    for reading in readings.select_related("editor"):  # type: ignore[attr-defined]  # of either model
        said = brief(reading) or _("no speaker")
        if isinstance(reading, Figure) and reading.event:
            said = f"{said} ({amounts.event(reading.event)})"
        events.append(
            Event(reading.created_at, _("Read as: %s") % said, reading.reason, amounts.person(reading.editor))
        )
    for ruling in claim.rulings.select_related("editor")[:MOST_EVENTS]:
        said = amounts.verdict(ruling.verdict)
        events.append(
            Event(ruling.ruled_at, _("Ruled: %s") % said, ruling.reason, amounts.person(ruling.editor), ruling.verdict)
        )
    events += [
        Event(release.acted_at, release.get_act_display(), release.reason, amounts.person(release.editor))
        for release in claim.releases.select_related("editor")[:MOST_EVENTS]
    ]
    events += [
        Event(one.acted_at, _handled(one), one.reason, amounts.person(one.editor))
        for one in claim.handlings.select_related("editor", "assignee")[:MOST_EVENTS]
    ]
    turns = claim.currency_changes.select_related("check_row__snapshot", "check_row__reading")
    for change in turns.defer("check_row__snapshot__text", "check_row__snapshot__headers")[:MOST_EVENTS]:
        said = _("Currency: %s") % change.get_currency_display()
        events.append(Event(change.changed_at, said, telling.turn(change), tone=change.currency))
    checks = Check.objects.filter(evidence__claim=claim).select_related("snapshot", "evidence__source")
    for check in checks.defer("snapshot__text", "snapshot__headers")[:MOST_EVENTS]:
        names = {"source": check.evidence.source, "finding": amounts.finding(check)}
        what = _("Checked %(source)s: %(finding)s") % names
        events.append(Event(check.checked_at, what, telling.why(check), tone=check.finding))
    events += [
        Event(alert.opened_at, _("Alert: %s") % alert.heading, telling.alarm(alert), tone="moved")
        for alert in claim.alerts.select_related("opened_by__snapshot")[:MOST_EVENTS]
    ]
    return sorted(events, key=lambda event: event.at, reverse=True)


def _handled(row: Handling) -> str:
    if row.act != Handling.Act.ASSIGN:
        return row.get_act_display().capitalize()
    return _("Assigned to %s") % (amounts.person(row.assignee) if row.assignee else _("nobody"))


def evidence(claim: Claim) -> list[Any]:
    """A claim's active evidence, each with its newest check as `newest` and what that found as `glimpse`; `awaited` while a reading of
    its source is due."""
    newest = Check.objects.filter(evidence=OuterRef("pk")).order_by("-id").values("pk")[:1]
    found = claim.evidence.filter(is_active=True).select_related("source__publisher", "source__schedule")
    listed: list[Any] = list(found.annotate(newest_id=Subquery(newest)).order_by("id"))
    checks = Check.objects.select_related("snapshot", "reading").defer("snapshot__text", "snapshot__headers")
    by_id = checks.in_bulk([one.newest_id for one in listed if one.newest_id])
    seen = glimpses.glimpses(by_id)
    for one in listed:
        one.newest = by_id.get(one.newest_id)
        one.glimpse = seen.get(one.newest_id)
        if one.newest:
            one.newest.evidence = one
        one.moved_to = moves.moved_to(one.source, one.newest.snapshot if one.newest else None)
        one.awaited = one.newest is None or _is_due(one.source.schedule, one.newest.checked_at)
    return listed


def _is_due(schedule: Schedule, read_at: datetime) -> bool:
    """Whether a worker reads the source as soon as it can, and has not since it became due."""
    due = schedule.next_check_at
    return schedule.state == Schedule.State.ACTIVE and due is not None and read_at < due <= timezone.now()


def alerts_of(claim: Claim, attached: Iterable[Evidence]) -> list[Alert]:
    """Alerts that are not closed: the claim's own, and those about a source it hangs on."""
    lost = Q(claim__isnull=True, source__in=[one.source_id for one in attached])
    alerts = Alert.objects.filter(Q(claim=claim) | lost).exclude(state=Alert.State.CLOSED)
    found = alerts.select_related("opened_by__snapshot", "source__publisher").defer("opened_by__snapshot__text")
    return glimpsed(found)


def glimpsed(alerts: Iterable[Any]) -> list[Alert]:
    """Alerts, each with what the check that opened it found as `glimpse`."""
    listed = list(alerts)
    seen = glimpses.glimpses(alert.opened_by_id for alert in listed if alert.opened_by_id)
    for alert in listed:
        alert.glimpse = seen.get(alert.opened_by_id)
    return listed


def alike(row: Row) -> list[Figure]:
    """Where else the number of a figure that moved is printed of the same unit and event, by articles of about its time: a
    headline, or another article, on which no source was hung; once of each other article, and of no other place. A place is
    the same by its last word ("Desa Cikupa" in the text, "Cikupa" in the headline)."""
    claim, read = row.claim, row.reading
    if not row.moved or not isinstance(read, Figure) or read.value is None:
        return []
    printed = claim.article.published_at or claim.article.added_at
    newest = Figure.objects.filter(claim=OuterRef("claim")).order_by("-n").values("n")[:1]
    same = Figure.objects.filter(value=read.value, unit=read.unit, event=read.event, n=Subquery(newest))
    same = same if read.event or read.unit else same.filter(counted__iexact=read.counted)
    near = Q(claim__article__published_at__range=(printed - NEAR, printed + NEAR)) | Q(claim__article=claim.article_id)
    others = same.filter(near).exclude(claim=claim.pk).exclude(claim__workflow=Claim.Workflow.DISCARDED)
    if read.place:
        others = others.filter(Q(place="") | Q(place__icontains=read.place.split()[-1]))
    first: dict[tuple[int, int], Figure] = {}  # of the claim's own article each, of another its first
    for one in others.select_related("claim__article__outlet").order_by("claim__article_id", "claim_id")[:MOST_READ]:
        article = one.claim.article_id
        first.setdefault((article, one.pk if article == claim.article_id else 0), one)
    return list(first.values())[:MOST_ALIKE]


def sentence(row: Row) -> tuple[str, str, str] | None:
    """The sentence in which a claim stands, or last stood: before its words, they, after them."""
    place = passages.anchors().filter(claim=row.claim).first()
    return passages.parted(place, row.claim.article.language) if place else None


def offered(claim: Claim) -> tuple[str, ...]:
    """The verbs that a claim's state allows."""
    if claim.workflow == Claim.Workflow.DISCARDED:
        return ("restore",)
    return ("rule", "attach", "correct", "assign", *(("withdraw",) if claim.is_released else ("release", "discard")))


def forms_of(row: Row, bound: Mapping[str, Verb] | None = None) -> dict[str, Verb]:
    """The forms that a claim's state allows; `bound` ones keep what the editor typed."""
    return {verb: (bound or {}).get(verb) or form_of(verb, row.claim)(row.claim) for verb in offered(row.claim)}


def unsent(bound: Mapping[str, Verb], forms: Mapping[str, Verb]) -> list[tuple[str, str]]:
    """What was typed into forms that the claim's state allows no more: labels and words, which would be lost otherwise."""
    fields = [field for name, form in bound.items() if name not in forms for field in form.visible_fields()]
    typed = [(str(field.label), field.value()) for field in fields if isinstance(field.field, CharField)]
    return [(label, words) for label, words in typed if words]


def card(row: Row, *, bound: Mapping[str, Verb] | None = None, notice: str = "", trouble: str = "") -> dict[str, Any]:
    """The context of an open card."""
    attached = evidence(row.claim)
    forms = forms_of(row, bound)
    if "rule" in forms and not forms["rule"].is_bound:
        forms["rule"].initial["readings"] = [one.newest.reading_id for one in attached if one.newest]
    return {
        "row": row,
        "claim": row.claim,
        "sentence": sentence(row),
        "forms": forms,
        "evidence": attached,
        "found": [one.newest for one in attached if one.newest and one.newest.reading_id],
        "alerts": alerts_of(row.claim, attached),
        "alike": alike(row),
        "history": history(row.claim),
        "chart": charts.of_claim(row.claim) if row.claim.kind == Claim.Kind.FIGURE else None,
        "notice": notice,
        "trouble": trouble,
        "unsent": unsent(bound or {}, forms),
        "opened": True,
    }
