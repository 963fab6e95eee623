"""All rows' pages: they open, hold their query count, records cannot be touched, nobody overwrites anybody."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from claims.admin import base
from claims.models import Article, CurrencyChange, Delivery, Job, Outlet, Party
from claims.models.rows import Record
from claims.services import alerts, assignments, counts, releases, rulings
from tests.factories import a_check, a_figure, a_quote, an_article, some_evidence

ROWS = sorted(
    model._meta.model_name for model in apps.get_app_config("claims").get_models() if admin.site.is_registered(model)
)
RECORDS = sorted(
    model._meta.model_name
    for model in apps.get_app_config("claims").get_models()
    if admin.site.is_registered(model) and issubclass(model, Record)
)


def address(row: str, page: str = "changelist", *args) -> str:
    return reverse(f"admin:claims_{row}_{page}", args=args)


def furnish(editor, number: int) -> None:
    """One more of every row, `number` times."""
    for n in range(number):
        stem = f"{Article.objects.count()}-{n}"
        outlet = Outlet.objects.create(name=f"Outlet {stem}")
        article = an_article(outlet=outlet.name)
        Party.objects.create(name=f"Party {stem}")
        claim = a_figure(editor, article)
        a_quote(editor, article)
        row = some_evidence(editor, claim, url=f"https://source-{stem}.example/toll", publisher=f"Publisher {stem}")
        check = a_check(row, "differs")
        now = timezone.now()
        rulings.rule(claim, "false", editor=editor, reason="Because.")
        releases.release(claim, editor=editor)
        assignments.assign(claim, editor, editor=editor)
        CurrencyChange.objects.create(
            claim=claim, currency="superseded", previous="current", reason="x", changed_at=now
        )
        (alert,) = alerts.open_all([alerts.on_finding(check, "matches", now)])
        Delivery.objects.get_or_create(
            alert=alert, channel="mail", target="a@b.example", defaults={"next_attempt_at": now}
        )
        Job.objects.create(kind=Job.Kind.EXTRACT, article=article, requested_by=editor)


def test_every_row_of_the_desk_has_pages():
    wanted = {
        "article", "version", "claim", "source", "evidence", "check", "reading", "snapshot", "ruling", "release", "handling",
        "currencychange", "alert", "delivery", "outlet", "party", "job", "host",
    }  # fmt: skip
    assert wanted <= set(ROWS)


def test_lists_ask_the_database_as_often_for_many_rows_as_for_few(desk, editor):
    def asked() -> dict[str, int]:
        counts = {}
        for row in ROWS:
            with CaptureQueriesContext(connection) as queries:
                assert desk.get(address(row)).status_code == 200
            counts[row] = len(queries)
        return counts

    furnish(editor, 1)
    asked()
    furnish(editor, 3)
    few = asked()
    furnish(editor, 12)
    many = asked()
    assert many == few
    assert max(many.values()) <= 14, many


@pytest.mark.parametrize("row", ROWS)
def test_every_list_can_be_searched_and_every_row_opened(desk, editor, row):
    furnish(editor, 1)
    assert desk.get(address(row), {"q": "gaza 1.400"}).status_code == 200
    model = apps.get_model("claims", row)
    assert desk.get(address(row, "change", model._base_manager.first().pk)).status_code == 200


@pytest.mark.parametrize("row", RECORDS)
def test_records_can_only_be_looked_at(admin_client, editor, row):
    """Not even by a superuser."""
    furnish(editor, 1)
    pk = apps.get_model("claims", row)._base_manager.first().pk
    assert admin_client.get(address(row, "add")).status_code == 403
    assert admin_client.post(address(row, "change", pk), {}).status_code == 403
    assert admin_client.post(address(row, "delete", pk), {"post": "yes"}).status_code == 403
    assert "delete_selected" not in admin_client.get(address(row)).content.decode()


@pytest.mark.parametrize("row", ROWS)
def test_nothing_is_deleted(admin_client, editor, row):
    furnish(editor, 1)
    pk = apps.get_model("claims", row)._base_manager.first().pk
    assert admin_client.post(address(row, "delete", pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("row", ROWS)
def test_strangers_are_sent_away(client, stranger, row):
    client.force_login(stranger)
    assert client.get(address(row)).status_code == 302
    stranger.is_staff = True
    stranger.save()
    assert client.get(address(row)).status_code == 403


@pytest.mark.parametrize("row", ["outlet", "party", "host", "source", "evidence", "article"])
def test_who_may_only_look_changes_nothing(reader, editor, row):
    furnish(editor, 1)
    pk = apps.get_model("claims", row)._base_manager.first().pk
    assert reader.get(address(row, "change", pk)).status_code == 200
    assert reader.post(address(row, "change", pk), {"name": "x"}).status_code == 403


def test_a_stale_form_overwrites_nothing(desk):
    outlet = Outlet.objects.create(name="Harian Contoh")
    data = {"name": "Mine", "zone": "Asia/Jakarta", "seen": outlet.row_version}
    outlet.swap(name="Theirs")
    answer = desk.post(address("outlet", "change", outlet.pk), data)
    assert "Somebody else changed this row" in answer.content.decode()
    outlet.refresh_from_db()
    assert outlet.name == "Theirs"


def test_a_desk_row_is_changed_with_history(desk):
    outlet = Outlet.objects.create(name="Harian Contoh")
    data = {"name": "Harian Baru", "zone": "Asia/Makassar", "aliases": "HB\n  Harian  B ", "seen": outlet.row_version}
    assert desk.post(address("outlet", "change", outlet.pk), data).status_code == 302
    outlet.refresh_from_db()
    assert (outlet.name, outlet.aliases, outlet.row_version) == ("Harian Baru", ["HB", "Harian B"], 1)
    assert outlet.history.count() == 2
    assert "Harian" in desk.get(address("outlet", "history", outlet.pk)).content.decode()


@pytest.mark.parametrize(("language", "words"), [("en", "more than 1,234"), ("id", "lebih dari 1.234")])
def test_counting_stops_and_a_list_says_so(desk, monkeypatch, language, words):
    """At its foot, above it when something was looked for, and where all its rows can be chosen."""
    monkeypatch.setattr(counts, "MOST_COUNTED", 1234)
    Outlet.objects.bulk_create([Outlet(name=f"Harian {n}") for n in range(5000, 6235)])
    assert base.CappedPaginator(Outlet.objects.order_by("pk"), 100).num_pages == 13
    page = desk.get(address("outlet"), {"q": "Harian"}, headers={"Accept-Language": language}).content.decode()
    assert "1234" not in page
    assert page.count(words) >= 2


def test_the_workbench_of_a_claim_is_addressed_by_claim(editor):
    claim = a_figure(editor)
    assert base.desk_address(claim.article_id, claim.pk).endswith(f"?claim={claim.pk}#claim-{claim.pk}")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("alert", "An alert opens when"),
        ("source", "attach a source to it"),
        ("article", "Paste a text"),
        ("claim", "Add an article."),
    ],
)
def test_an_empty_list_says_what_fills_it(desk, name, says):
    assert says in desk.get(address(name)).content.decode()
    assert says not in desk.get(address(name), {"q": "nowhere"}).content.decode()
