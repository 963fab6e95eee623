"""Outlets and parties are added and changed by hand."""

from django.urls import reverse

from claims.models import Outlet, Party


def test_a_party_is_added_with_its_aliases(desk):
    data = {"name": "Kementerian Kesehatan", "kind": "body", "aliases": "Kemenkes\nKemkes"}
    assert desk.post(reverse("admin:claims_party_add"), data).status_code == 302
    assert Party.objects.get().aliases == ["Kemenkes", "Kemkes"]


def test_a_new_outlet_is_offered_the_newsrooms_zone(desk, settings):
    settings.CLAIMS_ZONE = "Asia/Makassar"
    form = desk.get(reverse("admin:claims_outlet_add")).context["adminform"].form
    assert form["zone"].value() == "Asia/Makassar"
    outlet = Outlet.objects.create(name="Harian", zone="Asia/Jayapura")
    form = desk.get(reverse("admin:claims_outlet_change", args=(outlet.pk,))).context["adminform"].form
    assert form["zone"].value() == "Asia/Jayapura"


def test_a_zone_that_does_not_exist_is_refused(desk):
    answer = desk.post(reverse("admin:claims_outlet_add"), {"name": "Harian", "zone": "WIB", "aliases": ""})
    assert "IANA" in answer.content.decode()
    assert not Outlet.objects.exists()


def test_aliases_come_back_one_a_line(desk):
    party = Party.objects.create(name="WHO", aliases=["World Health Organization", "OMS"])
    page = desk.get(reverse("admin:claims_party_change", args=(party.pk,))).content.decode()
    assert "World Health Organization\nOMS" in page
