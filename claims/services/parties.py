"""Outlets and parties: found by name or alias, made when new."""

from typing import TypeVar

from django.db import IntegrityError, transaction

from claims.models import Outlet, Party

Named = TypeVar("Named", Outlet, Party)


def outlet_named(name: str, *, zone: str = "") -> Outlet:
    """The outlet of that name (case apart) or with that alias, made when there is none."""
    return _named(Outlet, name, **({"zone": zone} if zone else {}))


def party_named(name: str) -> Party:
    """The party of that name (case apart) or with that alias, made when there is none."""
    return _named(Party, name)


def _named(model: type[Named], name: str, **columns: str) -> Named:
    name = " ".join(name.split())[: model._meta.get_field("name").max_length]
    found = model.objects.filter(name__iexact=name).first() or _by_alias(model, name)
    if found:
        return found
    try:
        with transaction.atomic():
            return model.objects.create(name=name, **columns)
    except IntegrityError:  # made by another process since we looked
        return model.objects.get(name=name)


def _by_alias(model: type[Named], name: str) -> Named | None:
    """Aliases are few, so they are compared here: SQLite cannot search inside a JSON list."""
    wanted = name.casefold()
    for row in model.objects.exclude(aliases=[]):
        if wanted in (str(alias).casefold() for alias in row.aliases):
            return row
    return None
