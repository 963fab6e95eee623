"""A claim is released to the public, or withdrawn."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Change, Claim, Release
from claims.services import changes


def release(claim: Claim, *, editor: User, reason: str = "") -> Release:
    """Show a claim to anonymous readers. Raises ValidationError for one that is discarded or released already."""
    if claim.workflow == Claim.Workflow.DISCARDED:
        raise ValidationError(_("This claim was discarded. Restore it before you release it."))
    return _act(claim, Release.Act.RELEASE, editor, reason)


def withdraw(claim: Claim, *, editor: User, reason: str) -> Release:
    """Take a claim back from anonymous readers. Raises ValidationError without a reason or when it is not released."""
    if not reason.strip():
        raise ValidationError({"reason": _("Say why it is withdrawn.")})
    return _act(claim, Release.Act.WITHDRAW, editor, reason)


def _act(claim: Claim, act: str, editor: User, reason: str) -> Release:
    shown = act == Release.Act.RELEASE
    with transaction.atomic():
        locked = Claim.objects.select_for_update().get(pk=claim.pk)
        if locked.is_released == shown:
            raise ValidationError(_("This claim is released already.") if shown else _("This claim is not released."))
        row = Release.objects.create(
            claim=locked, act=act, reason=reason.strip()[:500], editor=editor, acted_at=timezone.now()
        )
        locked.swap(is_released=shown)
        changes.note([locked], act=Change.Act.WRITTEN if shown else Change.Act.WITHDRAWN)
    claim.refresh_from_db()
    return row
