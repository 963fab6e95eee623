"""A source is attached to a claim: typed in one row, found or made."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from claims.models import Alert, Claim, Evidence, Host, Schedule, Source
from claims.readers import check_locator, without_thousands
from claims.services import alerts, articles, changes, currency, parties, schedules


@dataclass(frozen=True, slots=True)
class Terms:
    """How a claim is held against a source: the place of its figure there ("" for its prose), and how far that may lie off."""

    locator: str = ""
    tolerance: Decimal | None = None
    is_percent: bool = False

    def check(self) -> None:
        """Raise ValidationError for a bad locator or tolerance."""
        if self.tolerance is not None and self.tolerance < 0:
            raise ValidationError({"tolerance": _("A tolerance cannot be negative.")})
        if problem := check_locator(self.locator):
            raise ValidationError({"locator": problem.render(_)})


PROSE = Terms()
"""A claim is looked for in what the page says, and held against it by the desk's rule."""


def attach(
    claim: Claim,
    *,
    url: str,
    publisher: str = "",
    stance: str = Evidence.Stance.SUPPORTS,
    terms: Terms = PROSE,
    editor: User | None = None,
) -> Evidence:
    """Hang a source on a claim; its first check is due at once (the caller wakes a worker after the commit).

    The source is found by its address (the fragment apart) or made. Raises ValidationError for a bad address, stance,
    locator or tolerance, or when this source already hangs on the claim at that place.

    Pinned words replace the search in the same page's prose, and a cell whose mark between thousands is given replaces the same cell
    without it: the evidence that is replaced is detached, if the editor may do that.
    """
    url = page_address(url)
    articles.check_url(url)
    if stance not in Evidence.Stance.values:
        raise ValidationError({"stance": _("A source supports, refutes or gives context.")})
    terms.check()
    with transaction.atomic():
        source = source_at(url, publisher=publisher, editor=editor)
        known = Evidence.objects.filter(claim=claim, source=source, locator=terms.locator).first()
        if known and known.is_active:
            raise ValidationError({"url": _("This source hangs on the claim already.")})
        less = "" if terms.locator.startswith("words:") else without_thousands(terms.locator)
        if editor and less != terms.locator and editor.has_perm("claims.change_evidence"):
            for replaced in Evidence.objects.filter(claim=claim, source=source, locator=less, is_active=True):
                detach(replaced, editor=editor)
        if known:
            # Whoever attaches it again has looked at the page: what it said before is forgotten.
            anew = {"remembered": "", "read_check": None}
            known.swap(is_active=True, stance=stance, **asdict(terms), **anew)
            remember(known, editor)
            row = known
        else:
            row = Evidence.objects.create(claim=claim, source=source, stance=stance, **asdict(terms), added_by=editor)
        Schedule.objects.filter(source=source).exclude(state=Schedule.State.PAUSED).update(
            next_check_at=schedules.database_now(), state=Schedule.State.ACTIVE, attempt=0
        )
        changes.note([row, claim])
    return row


def attach_also(
    claims: Iterable[Claim],
    *,
    url: str,
    publisher: str = "",
    stance: str = Evidence.Stance.SUPPORTS,
    editor: User | None = None,
) -> list[Evidence]:
    """Hang one source on several claims, each looked for in the page's prose, or on none; one on which it hangs already is left
    as it is. Raises ValidationError as `attach` does."""
    url = page_address(url)
    with transaction.atomic():
        hung = set(Evidence.objects.filter(source__url=url, is_active=True).values_list("claim", flat=True))
        return [
            attach(claim, url=url, publisher=publisher, stance=stance, editor=editor)
            for claim in claims
            if claim.pk not in hung
        ]


def page_address(url: str) -> str:
    """The address by which a source is known: what was typed, without its fragment."""
    return url.strip().split("#", 1)[0]


def detach(evidence: Evidence, *, editor: User) -> None:
    """Stop holding a claim against a source. The row, its checks and its readings stay; what its findings still ask of somebody
    is done with: whoever takes it off has seen it."""
    with transaction.atomic():
        evidence.swap(is_active=False)
        remember(evidence, editor)
        for alert in evidence.alerts.exclude(state=Alert.State.CLOSED).select_for_update().order_by("pk"):
            alerts.close(alert, editor=editor)
        currency.derive([evidence.claim])
        changes.note([evidence, evidence.claim])


def remember(row: Evidence, editor: User | None) -> None:
    """Keep in the row's history how it stands now: what was known on a day is told from there."""
    Evidence.history.bulk_history_create([row], update=True, default_user=editor)


def source_at(url: str, *, publisher: str = "", editor: User | None = None) -> Source:
    """The source at an address, made with its schedule (due now) and host when there is none."""
    party = parties.party_named(publisher) if publisher.strip() else None
    source, is_new = Source.objects.get_or_create(url=url, defaults={"publisher": party, "added_by": editor})
    if is_new:
        host, _made = Host.objects.get_or_create(name=host_name(url))
        Schedule.objects.get_or_create(
            source=source, defaults={"host": host, "next_check_at": schedules.database_now()}
        )
        changes.note([source])
    elif party and source.publisher_id is None:
        source.publisher = party
        source.save()
        changes.note([source])
    return source


def host_name(url: str) -> str:
    """The name (and a port that is not the scheme's own) that politeness is kept by."""
    parts = urlsplit(url)
    name = (parts.hostname or "").lower()
    port = parts.port
    return name if port in {None, 80, 443} else f"{name}:{port}"
