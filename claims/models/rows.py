"""The three temperaments of rows.

*record*: written once, never changed or deleted. *anchored*: some columns are written once. *desk*: working state with
an integer `row_version` for compare-and-swap. The model refuses here, the database in `guards`.
"""

from typing import Any, ClassVar, NoReturn, Self, TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from claims.models.identity import uuid7

KEY_DIGITS = 18
"""Digits that the number of a row may have: a number of more may be none that a bigint holds."""

LONGEST_ADDRESS = 2000
"""Characters of an address that a row keeps."""

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


def key_of(word: str) -> int | None:
    """The number of a row as an address or a form gives it; None for anything else and for more than one can be."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= KEY_DIGITS else None


class RecordChanged(TypeError):
    """Somebody tried to change or delete what was observed or decided. Mend a mistake by another row."""

    def __init__(self, model: type[models.Model]) -> None:
        super().__init__(f"{model.__name__} rows are written once; add another row instead of changing this one.")


class RowMoved(Exception):
    """Somebody else changed the row since it was read; read it again and decide anew."""


class RecordQuerySet(models.QuerySet[Row_co]):
    """Reads and inserts only."""

    def update(self, **changes: Any) -> NoReturn:
        raise RecordChanged(self.model)

    def bulk_update(self, objs: Any, fields: Any, batch_size: int | None = None) -> NoReturn:
        raise RecordChanged(self.model)

    def delete(self) -> NoReturn:
        raise RecordChanged(self.model)


class RecordManager(models.Manager[Row_co]):
    """The door to a table of records."""

    def get_queryset(self) -> RecordQuerySet[Row_co]:
        return RecordQuerySet(self.model, using=self._db)


class Public(models.Model):
    """A row that leaves the program, by its `uid`."""

    uid = models.UUIDField(_("identifier"), default=uuid7, unique=True, editable=False)

    class Meta:
        abstract = True


class Record(Public):
    """A row that is written once."""

    created_at = models.DateTimeField(_("written at"), auto_now_add=True)

    objects = RecordManager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RecordChanged(type(self))
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise RecordChanged(type(self))


class Versioned(Public):
    """A row that changes, each time with a higher `row_version`."""

    row_version = models.PositiveIntegerField(default=0, editable=False)
    updated_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        abstract = True

    def swap(self, **changes: Any) -> None:
        """Write `changes` if nobody else changed the row since it was read, and bring the instance up to date; else raise RowMoved."""
        changes = {**changes, "row_version": self.row_version + 1, "updated_at": timezone.now()}
        rows = type(self)._base_manager.filter(pk=self.pk, row_version=self.row_version)
        if not rows.update(**changes):
            raise RowMoved(
                _("Somebody else changed this row meanwhile. Read it again, then repeat what you wanted to do.")
            )
        for name, value in changes.items():
            setattr(self, name, value)


class Anchored(Versioned):
    """A row whose `anchored` columns are written once; the rest is editorial."""

    anchored: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        for name, value in getattr(self, "_anchored_values", {}).items():
            if not self._state.adding and getattr(self, name) != value:
                raise RecordChanged(type(self))
        super().save(*args, **kwargs)

    @classmethod
    def from_db(cls, db: str | None, field_names: Any, values: Any, **options: Any) -> Self:
        row = super().from_db(db, field_names, values, **options)
        loaded = row.__dict__
        loaded["_anchored_values"] = {name: loaded[name] for name in cls.anchored if name in loaded}
        return row


class Desk(Versioned):
    """Working state."""

    class Meta:
        abstract = True
