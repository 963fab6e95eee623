"""Only an editor's ruling sets a verdict."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Reading, Ruling
from claims.services import changes
from claims.verdicts import VERDICTS


def rule(claim: Claim, verdict: str, *, editor: User, reason: str, readings: Iterable[Reading] = ()) -> Ruling:
    """Give a claim a verdict, with the reason and the readings it rests on. A correction is another ruling.

    Raises ValidationError for an unknown verdict, a missing reason or a discarded claim.
    """
    if verdict not in VERDICTS:
        raise ValidationError({"verdict": _("Choose a verdict.")})
    if not reason.strip():
        raise ValidationError({"reason": _("Give the reason: readers will see it.")})
    with transaction.atomic():
        locked = Claim.objects.select_for_update().get(pk=claim.pk)
        if locked.workflow == Claim.Workflow.DISCARDED:
            raise ValidationError(_("This claim was discarded. Restore it before you rule."))
        row = Ruling.objects.create(
            claim=locked,
            verdict=verdict,
            previous=locked.verdict,
            reason=reason.strip(),
            editor=editor,
            ruled_at=timezone.now(),
        )
        row.readings.set(readings)
        done = Claim.Workflow.DONE if VERDICTS[verdict].final else Claim.Workflow.OPEN
        locked.swap(verdict=verdict, workflow=done)
        changes.note([locked, row])
    claim.refresh_from_db()
    return row
