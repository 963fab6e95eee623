"""Does a claim hold now? Derived from the newest readings of its evidence, never typed in."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from claims.comparison import Stretch, described
from claims.models import Check, Claim, CurrencyChange, Evidence
from claims.services.questions import exact
from claims.wording import day_text

UNTOLD = gettext_noop("No source has told yet.")
DISAGREE = gettext_noop("Sources give different figures for %(day)s.")

TELLING = ("matches", "differs", "superseded")
"""Findings that say whether a claim holds; the others say that a source does not tell."""


def derive(claims: Iterable[Claim]) -> list[CurrencyChange]:
    """Bring the cached currency of claims up to date; the changes written. Call inside a transaction.

    Context evidence and detached evidence do not count; of each other evidence the newest check that tells counts, however
    often the source could not be read since.
    """
    rows = {claim.pk: claim for claim in claims}
    if not rows:
        return []
    told = _newest(rows)
    changed = []
    for claim in Claim.objects.select_for_update().filter(pk__in=rows).order_by("pk"):
        currency, reason, check = judge(told.get(claim.pk, []))
        if currency == claim.currency:
            continue
        changed.append(
            CurrencyChange.objects.create(
                claim=claim,
                currency=currency,
                previous=claim.currency,
                reason=reason,
                check_row=check,
                changed_at=timezone.now(),
            )
        )
        claim.swap(currency=currency)
        rows[claim.pk].currency = currency
        rows[claim.pk].row_version = claim.row_version
    return changed


def _newest(claims: Mapping[int, Claim]) -> dict[int, list[Check]]:
    """Claim → the newest telling check of each of its evidence that counts."""
    evidence = (
        Evidence.objects.filter(claim__in=claims, is_active=True)
        .exclude(stance=Evidence.Stance.CONTEXT)
        .values_list("pk", "claim_id")
    )
    owner = dict(evidence)
    told: dict[int, list[Check]] = {}
    # An unchanged page's check repeats a finding without a reading; what it repeats is what counts.
    telling = Q(reading__isnull=False) | Q(evidence__claim__kind=Claim.Kind.QUOTE)
    checks = Check.objects.filter(telling, evidence__in=owner, finding__in=TELLING).order_by()
    newest = checks.values("evidence").annotate(newest=Max("pk")).values_list("newest", flat=True)
    for check in Check.objects.filter(pk__in=list(newest)).select_related("reading", "evidence__source").order_by("pk"):
        told.setdefault(owner[check.evidence_id], []).append(check)
    return told


def judge(checks: list[Check]) -> tuple[str, str, Check | None]:
    """Currency, the sentence that says why, and the check it rests on, from the newest telling check of each evidence.

    A later figure supersedes, unless sources give different ones for the same date: then it is disputed, as it is when a
    source contradicts the claim for its own date.
    """
    if not checks:
        return Claim.Currency.UNCHECKED, UNTOLD, None
    later = [check for check in checks if check.finding == "superseded"]
    if later:
        newest = max(later, key=lambda check: (_day(check), check.pk))
        others = [check for check in later if _day(check) == _day(newest) and check.pk != newest.pk]
        if any(_contradict(newest, other) for other in others):
            return Claim.Currency.DISPUTED, DISAGREE % {"day": day_text(_day(newest))}, newest
        return Claim.Currency.SUPERSEDED, newest.sentence, newest
    against = [check for check in checks if check.finding == "differs"]
    if against:
        return Claim.Currency.DISPUTED, against[-1].sentence, against[-1]
    return Claim.Currency.CURRENT, checks[-1].sentence, checks[-1]


def _day(check: Check) -> date:
    return (check.reading.as_of if check.reading else None) or date.min


def _contradict(one: Check, other: Check) -> bool:
    """Whether two readings cannot both be right: neither's stretch of values meets the other's."""
    first, second = _stretch(one), _stretch(other)
    return first is not None and second is not None and not first.meets(second)


def _stretch(check: Check) -> Stretch | None:
    row = check.reading
    value = exact(row.value) if row else None
    return described(value, exact(row.high), row.bound) if row and value is not None else None
