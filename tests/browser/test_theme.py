"""The stock pages of the admin, for those who have a keyboard, a screen reader or a telephone."""

import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.factories import a_check, a_figure, an_article, some_evidence

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def visit(page: Page, live_server, name: str, *args, **query: str) -> None:
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    page.goto(f"{live_server.url}{reverse(f'admin:{name}', args=args)}?{asked}")


def tab_to(page: Page, name: str | re.Pattern[str]) -> None:
    """Press Tab until the control of that name has the keyboard."""
    wanted = page.get_by_role("button", name=name).filter(visible=True).first
    expect(wanted).to_be_visible()
    for _step in range(60):
        if wanted.evaluate("node => node === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{name} is not reached by keyboard")


def test_a_list_is_filtered_by_keyboard(page: Page, live_server, editor):
    a_figure(editor)
    visit(page, live_server, "claims_claim_changelist")
    tab_to(page, "Filters")
    page.keyboard.press("Enter")
    sheet = page.locator("#changelist-filter")
    expect(sheet.locator(":focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(page.get_by_role("button", name="Filters")).to_be_focused()
    page.keyboard.press("Enter")
    expect(sheet.locator(":focus")).to_have_count(1)
    sheet.get_by_role("link", name="figure", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("kind__exact=figure"))


def test_the_menu_is_skipped(page: Page, live_server, editor):
    article = an_article(title="Banjir di Demak")
    visit(page, live_server, "index")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Add article").last).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=str(article))).to_be_focused()


def test_an_editor_signs_out_by_keyboard(page: Page, live_server, editor):
    visit(page, live_server, "index")
    tab_to(page, re.compile("sari"))
    page.keyboard.press("Enter")
    expect(page.locator("nav[x-show]:has(#logout-form) :focus")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("#logout-form")).to_be_hidden()
    expect(page.get_by_role("button", name=re.compile("sari"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("nav[x-show]:has(#logout-form) :focus")).to_have_count(1)
    page.get_by_role("button", name="Log out").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("sari")).to_have_count(0)


def test_the_menu_opens_and_unfolds_by_keyboard_on_a_phone(page: Page, live_server, editor):
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, live_server, "index")
    tab_to(page, "Menu")
    page.keyboard.press("Enter")
    expect(page.locator("#nav-sidebar :focus")).to_have_count(1)
    tab_to(page, "Records")
    group = page.get_by_role("heading", name="Records").get_by_role("button")
    expect(group).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    expect(group).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="Snapshots")).to_be_visible()
    tab_to(page, "Close")
    page.keyboard.press("Enter")
    expect(page.locator("#nav-sidebar")).to_be_hidden()
    expect(page.get_by_role("button", name="Menu").filter(visible=True)).to_be_focused()


def test_pictures_that_are_pressed_have_names(page: Page, live_server, editor):
    User.objects.filter(pk=editor.pk).update(is_superuser=True)
    visit(page, live_server, "auth_user_change", editor.pk)
    for name in ("Choose a Date", "Choose a Time"):
        expect(page.get_by_role("link", name=name).first).to_be_visible()
    expect(page.get_by_role("main")).to_have_count(1)
    expect(page.get_by_role("button", name="Menu").filter(visible=True)).to_have_count(1)


@pytest.mark.parametrize(
    ("name", "query", "says", "offers"),
    [
        ("claims_alert_changelist", {}, "Nothing here yet", []),
        ("claims_party_changelist", {}, "Nothing here yet", ["Add party"]),
        ("claims_ruling_changelist", {"q": "nowhere"}, "Nothing fits this search", ["Show all"]),
    ],
)
def test_an_empty_list_offers_only_what_can_be_done(page: Page, live_server, editor, name, query, says, offers):
    visit(page, live_server, name, **query)
    empty = page.locator("#changelist div", has=page.get_by_role("heading", name=says)).last
    expect(empty).to_be_visible()
    expect(empty.get_by_role("link")).to_have_text(offers)
    expect(page.locator("h1 a", has_text="Show all")).to_have_count(len(query))


CONTRAST = """node => {
    const canvas = document.createElement("canvas").getContext("2d");
    const light = (colours) => {
        for (canvas.fillStyle of colours) canvas.fillRect(0, 0, 1, 1);
        const linear = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255)
            .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05;
    };
    const under = [];  // some are veils over what lies below
    for (let one = node; one; one = one.parentElement) under.unshift(getComputedStyle(one).backgroundColor);
    const [one, other] = [light(under), light([...under, getComputedStyle(node).color])];
    return Math.max(one, other) / Math.min(one, other);
}"""
"""How much a node's words stand out from what they stand on (WCAG 2.2, 1.4.3)."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_one_is_can_be_read_in_light_and_dark(page: Page, live_server, editor, scheme):
    page.emulate_media(color_scheme=scheme)
    an_article(title="Banjir di Demak")
    visit(page, live_server, "claims_article_changelist")
    here = page.locator("#nav-sidebar-apps a.active span").last
    expect(here).to_have_text("Articles")
    assert here.evaluate(CONTRAST) >= 4.5


def test_a_list_names_its_columns_on_a_phone(page: Page, live_server, editor):
    page.set_viewport_size({"width": 390, "height": 844})
    an_article(title="Banjir di Demak")
    visit(page, live_server, "claims_article_changelist")
    cell = page.locator("#result_list tbody td").first
    expect(cell).to_have_text("Banjir di Demak")
    expect(cell).to_have_attribute("data-label", "Article")


def test_who_wants_no_motion_gets_none(page: Page, live_server, editor):
    page.emulate_media(reduced_motion="reduce")
    visit(page, live_server, "claims_claim_changelist")
    slow = """() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return [style.transitionDuration, style.animationDuration].join().split(",").some((time) => parseFloat(time) > 0.001);
    }).length"""
    assert page.evaluate(slow) == 0


def test_a_refused_article_leads_back_to_its_text(page: Page, live_server, editor):
    page.forgiven = ["422"]
    visit(page, live_server, "claims_article_add")
    expect(page.locator("[name=text]")).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("There is no text.")
    expect(page.locator("[name=text]")).to_be_focused()


def test_a_chart_can_be_read_on_a_phone(page: Page, live_server, editor):
    page.set_viewport_size({"width": 390, "height": 844})
    row = some_evidence(editor, a_figure(editor))
    for day, value in ((27, 1_400), (28, 1_250_000)):
        a_check(row, value=value, as_of=date(2023, 10, day))
    visit(page, live_server, "claims_source_change", row.source_id)
    ticks = page.locator(".readings text")
    expect(ticks.first).to_be_visible()
    for tick in ticks.all():
        box = tick.bounding_box()
        assert box
        assert box["height"] >= 9, tick.text_content()
        assert box["x"] >= 0, tick.text_content()
        assert box["x"] + box["width"] <= 390, tick.text_content()
    expect(page.get_by_role("combobox", name="Publisher")).to_be_visible()


def test_a_record_with_a_long_word_stays_inside_a_phone(page: Page, live_server, editor):
    page.set_viewport_size({"width": 390, "height": 844})
    article = an_article("Sebanyak 45 orang tewas.")
    visit(page, live_server, "claims_version_change", article.current.pk)
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
