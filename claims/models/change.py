"""The change log: what readers who sync since a cursor must read again."""

from typing import Any, cast

from django.db import connection, models
from django.utils.translation import gettext_lazy as _

from claims.models.rows import RecordQuerySet


class ChangeQuerySet(RecordQuerySet[Any]):
    def settled(self) -> "ChangeQuerySet":
        """Changes below which no transaction can still commit another: safe to hand out as a cursor.

        On PostgreSQL numbers are given before commit, so rows of transactions at or above the oldest running one are held
        back. SQLite has one writer at a time: every row is settled.
        """
        if connection.vendor != "postgresql":
            return self
        held: Any = self.extra(where=["transaction_id < pg_snapshot_xmin(pg_current_snapshot())::text::bigint"])
        return cast("ChangeQuerySet", held)


class Change(models.Model):
    """A public row changed. Record. `transaction_id` is PostgreSQL's, 0 on SQLite."""

    class Act(models.TextChoices):
        WRITTEN = "written", _("written")
        WITHDRAWN = "withdrawn", _("withdrawn")

    row = models.CharField(_("row"), max_length=20)
    row_uid = models.UUIDField(_("identifier"))
    act = models.CharField(_("act"), max_length=10, choices=Act)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    transaction_id = models.BigIntegerField(default=0, editable=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        verbose_name = _("change")
        verbose_name_plural = _("changes")

    def __str__(self) -> str:
        return f"{self.row} {self.row_uid} {self.act}"
