"""Outlets and parties: found by name or alias, made when new."""

from typing import TypeVar

from django.db import IntegrityError, transaction

from claims.models import Outlet, Party

NAME_LENGTH = 300
Named = TypeVar("Named", Outlet, Party)


def outlet_named(name: str, *, zone: str = "") -> Outlet:
    """The outlet of that name (case apart) or with that alias, made when there is none."""
    name = " ".join(name.split())[:200]
    found = Outlet.objects.filter(name__iexact=name).first() or _by_alias(Outlet, name)
    if found:
        return found
    try:
        with transaction.atomic():
            return Outlet.objects.create(name=name, **({"zone": zone} if zone else {}))
    except IntegrityError:  # made by another process since we looked
        return Outlet.objects.get(name=name)


def party_named(name: str, *, kind: str = Party.Kind.UNKNOWN) -> Party:
    """The party of that name (case apart) or with that alias, made when there is none."""
    name = " ".join(name.split())[:NAME_LENGTH]
    found = Party.objects.filter(name__iexact=name).first() or _by_alias(Party, name)
    if found:
        return found
    try:
        with transaction.atomic():
            return Party.objects.create(name=name, kind=kind)
    except IntegrityError:  # made by another process since we looked
        return Party.objects.get(name=name)


def _by_alias(model: type[Named], name: str) -> Named | None:
    """Aliases are few, so they are compared here: SQLite cannot search inside a JSON list."""
    wanted = name.casefold()
    for row in model.objects.exclude(aliases=[]):
        if wanted in (str(alias).casefold() for alias in row.aliases):
            return row
    return None
