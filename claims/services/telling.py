"""Sentences for people in the language that is active: what checks found, what alerts tell, why work failed."""

from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.translation import get_language, gettext

from claims.models import Alert, Check, CurrencyChange, Host, Job, Schedule, Snapshot
from claims.services.currency import DISAGREE
from claims.services.troubles import Why, is_english
from claims.wording import Phrase, plain


def number(amount: Decimal) -> str:
    """All digits of an amount, grouped and pointed as the language prints them: 1,400.5 or 1.400,5."""
    text = plain(amount)
    return text.translate(str.maketrans(",.", ".,")) if (get_language() or "en").startswith("id") else text


def why(check: Check) -> str:
    """The sentence that explains a check, in the reader's language where its template is kept."""
    if not check.template and not check.sentence:
        return loss(check.snapshot)
    # The English sentence about a failed fetch knows more than its template.
    return check.sentence if not check.finding and is_english() else _translated(check, check.sentence)


def loss(snapshot: Snapshot) -> str:
    """Why a snapshot holds nothing to read, in the reader's language."""
    return str(Why(snapshot.fetched, snapshot.reason, snapshot.message, snapshot.final_url))


def refusal(host: Host) -> str:
    """Why a host's last address could not be read, in the reader's language: as its newest failed snapshot tells it."""
    if is_english() or not host.last_error:
        return host.last_error
    active = Schedule.objects.filter(host=host, state=Schedule.State.ACTIVE)
    failing = active.filter(misses__gt=0).order_by("-last_checked_at").values("source")[:1]
    last = Snapshot.objects.filter(source=failing).defer("text", "headers").order_by("-seq").first()
    return loss(last) if last is not None and last.message[:300] == host.last_error else host.last_error


def alarm(alert: Alert) -> str:
    """What an alert tells, in the reader's language."""
    if alert.opened_by is not None:
        return why(alert.opened_by)
    return alert.sentence if is_english() else _translated(alert, alert.sentence)


def failure(job: Job) -> str:
    """Why a job failed, in the reader's language."""
    return job.error if is_english() else _translated(job, job.error)


def turn(change: CurrencyChange) -> str:
    """Why a claim's currency changed, in the reader's language: the words of the check it rests on, or a sentence of ours."""
    check = change.check_row
    if check is not None and change.reason == check.sentence:
        return why(check)
    if check is not None and check.reading is not None and check.reading.as_of is not None:
        return gettext(DISAGREE) % {"day": day(check.reading.as_of)}
    return gettext(change.reason)


def _translated(row: Check | Alert | Job, sentence: str) -> str:
    """A row's phrase in the reader's language, its English sentence where there is none."""
    if not row.template:
        return sentence
    try:
        return said(Phrase.from_dict({"template": row.template, "params": row.params}))
    except (KeyError, ValueError, TypeError, ArithmeticError):
        # A template of an older release may want other values; the English sentence always stands.
        return sentence


def said(phrase: Phrase) -> str:
    """A phrase of the engine in the reader's language."""
    return phrase.render(gettext, number, day)


def day(value: date) -> str:
    """A day as the language prints it."""
    return formats.date_format(value, "j F Y")
