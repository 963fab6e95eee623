"""Outlets and parties: names that claims, articles and sources point to."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from claims.admin.base import DeskForm, KeptAdmin, Lines
from claims.models import Outlet, Party


class OutletForm(DeskForm):
    """A new outlet is offered the newsroom's own time zone."""

    aliases = Lines(label=_("aliases"))

    class Meta:
        model = Outlet
        fields = ("name", "url", "zone", "language", "aliases", "wikidata")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.initial.setdefault("zone", settings.CLAIMS_ZONE)


class PartyForm(DeskForm):
    aliases = Lines(label=_("aliases"))

    class Meta:
        model = Party
        fields = ("name", "kind", "aliases", "wikidata")


@admin.register(Outlet)
class OutletAdmin(KeptAdmin):
    form = OutletForm
    fields = ("name", "url", "zone", "language", "aliases", "wikidata", "seen")
    list_display = ("name", "zone", "language", "url")
    list_filter = ("language",)
    search_fields = ("name", "url")


@admin.register(Party)
class PartyAdmin(KeptAdmin):
    form = PartyForm
    fields = ("name", "kind", "aliases", "wikidata", "seen")
    list_display = ("name", "kind", "wikidata")
    list_filter = ("kind",)
    search_fields = ("name",)
