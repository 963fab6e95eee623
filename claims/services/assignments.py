"""A claim is given to an editor, who is told of its alerts from then on."""

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import Claim, Handling
from claims.services import changes

MAY_RULE = "claims.add_ruling"


def assignable() -> QuerySet[User]:
    """Who can be given a claim: people of the desk who may rule, by name."""
    people = User.objects.with_perm(MAY_RULE, backend="django.contrib.auth.backends.ModelBackend")
    return people.filter(is_staff=True).order_by("username")


def assign(claim: Claim, assignee: User | None, *, editor: User, reason: str = "") -> Handling:
    """Give a claim to an editor, or to nobody.

    Raises ValidationError for a discarded claim, for somebody who may not rule, and when the claim is in these hands already.
    """
    if assignee is not None and not assignable().filter(pk=assignee.pk).exists():
        raise ValidationError({"assignee": _("A claim can be given only to somebody who may rule on it.")})
    with transaction.atomic():
        locked = Claim.objects.select_for_update().get(pk=claim.pk)
        if locked.workflow == Claim.Workflow.DISCARDED:
            raise ValidationError(_("This claim was discarded. Restore it before you assign it."))
        if locked.assigned_to_id == (assignee.pk if assignee else None):
            raise ValidationError({"assignee": _("Nothing was changed.")})
        row = Handling.objects.create(
            claim=locked,
            act=Handling.Act.ASSIGN,
            assignee=assignee,
            reason=reason.strip()[:500],
            editor=editor,
            acted_at=timezone.now(),
        )
        locked.swap(assigned_to=assignee)
        changes.note([locked])
    claim.refresh_from_db()
    return row
