"""Outlets and parties: names that claims, articles and sources point to."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from claims.admin.base import DeskForm, KeptAdmin, Lines
from claims.models import Outlet, Party


class OutletForm(DeskForm):
    aliases = Lines(label=_("aliases"))

    class Meta:
        model = Outlet
        fields = ("name", "url", "zone", "language", "aliases", "wikidata")


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
