"""An editor's night at the workbench, in a real browser: by mouse, by keyboard, on a phone, and under attack."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from claims.admin import desk
from claims.models import Article, Claim, Evidence, Job
from claims.services import alerts, assignments, checks, extractions, jobs, readings, rulings
from tests.browser.test_focus import hold
from tests.factories import a_check, a_figure, a_quote, an_article, some_evidence

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = """Serangan di Kota Lama

Serangan itu menewaskan sekitar 1.400 orang di Israel selatan, kata Menteri Kesehatan Rina Wibowo pada Jumat, 27 Oktober 2023.

“Jumlah ini masih dapat berubah,” kata Rina Wibowo.
"""
PAGE = "<html><body><article><h1>Toll</h1><p>{day} - About {toll} people were killed in the attack in Israel.</p></article></body></html>"


def work(kind: str = Job.Kind.EXTRACT) -> None:
    """What a worker does, here and now."""
    for job in Job.objects.filter(kind=kind, state=Job.State.QUEUED):
        jobs.run(job.pk)


def there(live_server, name: str, *args) -> str:
    return live_server.url + reverse(f"admin:claims_{name}", args=args)


def overflow(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_from_a_pasted_text_to_a_released_claim(page: Page, live_server, source):
    source.page("/toll", PAGE.format(day="27 October 2023", toll="1,400"), media_type="text/html")
    page.goto(there(live_server, "article_add"))
    page.fill("[name=text]", TEXT)
    page.fill("[name=outlet]", "Harian Contoh")
    page.fill("[name=published]", "2023-10-27T09:12")
    page.get_by_role("button", name="Add article").click()

    expect(page.locator("#job")).to_be_visible()
    with page.expect_navigation():  # whoever points at a mark before the new page has come in whole points in vain
        work()
    figure = page.locator("#text mark.figure", has_text="1.400")
    expect(figure).to_be_visible()
    expect(page.locator("#job")).to_have_count(0)
    claim = Claim.objects.get(figures__value=1400)
    assert page.locator("#text").evaluate("node => node.textContent") == claim.article.current.text

    figure.click()
    card = page.locator(f"#claim-{claim.pk}")
    expect(card.locator("form.rule")).to_be_visible()
    card.locator("[name=url]").fill(source.url("/toll"))
    card.locator("[name=publisher]").fill("Kementerian Kesehatan")
    card.get_by_role("button", name="Attach").click()
    expect(card.locator(".waiting")).to_be_visible()
    checks.check_due(source_ids=[Evidence.objects.get().source_id])
    expect(card.locator(".found .chip")).to_have_text("matches")
    expect(card.locator(".head")).to_be_focused()

    card.locator("label", has=page.locator("[value=true]")).click()
    card.locator("form.rule textarea").fill("The ministry's bulletin says the same.")
    card.get_by_role("button", name="Rule").click()
    expect(card.locator(".notice")).to_have_text("Ruled.")
    expect(figure).to_have_attribute("data-state", re.compile("^true"))

    card.get_by_text("Release", exact=True).first.click()
    card.locator(".release button").click()
    expect(card.locator(".chip.released")).to_be_visible()
    claim.refresh_from_db()
    assert (claim.verdict, claim.is_released) == ("true", True)


def test_a_chosen_file_becomes_an_article(page: Page, live_server, tmp_path):
    file = tmp_path / "berita.txt"
    file.write_text(TEXT)
    page.goto(there(live_server, "article_add"))
    page.set_input_files("[name=upload]", file)
    page.fill("[name=outlet]", "Harian Contoh")
    page.get_by_role("button", name="Add article").click()
    expect(page.locator("#text")).to_be_visible()
    article = Article.objects.get()
    assert (article.current.text, article.url) == (TEXT, "")


def test_by_keyboard_alone(page: Page, live_server, editor):
    article = an_article(TEXT)
    quote = a_quote(editor, article)
    figure = a_figure(editor, article)
    page.goto(there(live_server, "article_desk", article.pk))
    page.keyboard.press("j")
    expect(page.locator(f"#claim-{figure.pk}")).to_have_class(re.compile("chosen"))
    page.keyboard.press("j")
    expect(page.locator(f"#claim-{quote.pk}")).to_have_class(re.compile("chosen"))
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator(f"#claim-{figure.pk} form.rule")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(f"#claim-{figure.pk} form.rule")).to_have_count(0)
    page.keyboard.press("v")
    expect(page.locator(f"#claim-{figure.pk} form.rule")).to_be_visible()
    page.keyboard.press("f")
    expect(page.locator(f"#claim-{figure.pk} textarea[name=reason]")).to_be_focused()
    page.keyboard.type("jvk? The ministry denies it.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{figure.pk} .notice")).to_have_text("Ruled.")
    figure.refresh_from_db()
    assert figure.verdict == "false"
    assert figure.rulings.get().reason == "jvk? The ministry denies it."
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.keyboard.press("4")
    expect(page.locator(f"#claim-{figure.pk}")).to_be_hidden()
    expect(page.locator(f"#claim-{quote.pk}")).to_be_visible()


def test_a_claim_is_given_to_an_editor_by_keyboard(page: Page, live_server, editor):
    figure = a_figure(editor, an_article(TEXT))
    page.goto(there(live_server, "article_desk", figure.article_id))
    page.keyboard.press("j")
    page.keyboard.press("g")
    expect(page.locator(f"#claim-{figure.pk} .assign [name=assignee]")).to_be_focused()
    page.keyboard.type("sari")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{figure.pk} .notice")).to_have_text("Assigned.")
    expect(page.locator(f"#claim-{figure.pk} .chip.assigned")).to_have_text("assigned to sari")
    page.keyboard.press("7")
    expect(page.locator(f"#claim-{figure.pk}")).to_be_visible()
    assert figure.handlings.get().assignee == editor


def test_an_alert_is_noted_by_keyboard(page: Page, live_server, editor):
    figure = a_figure(editor, an_article(TEXT))
    check = a_check(some_evidence(editor, figure), "superseded")
    alerts.open_all([alerts.on_finding(check, "matches", timezone.now())])
    page.goto(there(live_server, "article_desk", figure.article_id))
    page.keyboard.press("j")
    page.keyboard.press("n")
    expect(page.locator(f"#claim-{figure.pk} .notice")).to_have_text("Noted: you have seen it.")
    page.keyboard.press("n")
    expect(page.locator("#said")).to_have_text(re.compile("^This is not offered"))
    assert figure.alerts.get().state == "acknowledged"


def test_a_long_list_is_turned_by_keyboard_and_by_pointing(page: Page, live_server, monkeypatch):
    monkeypatch.setattr(desk, "PER_PAGE", 2)
    article = an_article("\n".join(f"Sebanyak {100 + n} orang tewas di desa itu." for n in range(5)))
    extractions.extract(article)
    keys = list(article.claims.order_by("id").values_list("pk", flat=True))
    page.goto(there(live_server, "article_desk", article.pk) + f"#claim-{keys[3]}")
    expect(page.locator(f"#claim-{keys[3]}")).to_have_class(re.compile("chosen"))
    expect(page.locator(f"#claim-{keys[3]} form.rule")).to_be_visible()
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("j")
    expect(page.locator(f"#claim-{keys[4]} .head")).to_be_focused()
    expect(page.locator(f"#claim-{keys[3]}")).to_have_count(0)
    with page.expect_navigation():
        page.locator(f"#mark-{keys[0]}").click()
    expect(page.locator(f"#claim-{keys[0]} form.rule")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("3")
    expect(page.locator("ol.list")).to_have_attribute("data-show", "quote")
    expect(page.locator("ol.list li")).to_have_count(0)


def test_a_quote_is_corrected_whose_figures_stand_on_another_page(page: Page, live_server, editor, monkeypatch):
    """The lines of the figures that it holds come along; this page of the list has no place for them, and leaves them out."""
    monkeypatch.setattr(desk, "PER_PAGE", 1)
    article = an_article("“Kami mencari 14 warga dan 9 anak,” kata Rina Wibowo di Cikupa.\n\n“Sudah,” kata Budi Sari.")
    extractions.extract(article)
    quote = article.claims.filter(kind="quote").earliest("pk")
    assert quote.holds.count() == 2
    page.goto(f"{there(live_server, 'article_desk', article.pk)}?claim={quote.pk}")
    card = page.locator(f"#claim-{quote.pk}")
    card.get_by_text("Correct the reading").first.click()
    card.locator(".correct [name=speaker_name]").fill("Rina Dewi")
    card.locator(".correct [name=reason]").fill("The caption names her.")
    card.locator(".correct button").click()
    expect(card.locator(".notice")).to_have_text("The reading is corrected.")
    expect(card.locator(".head .value")).to_have_text("Rina Dewi")
    expect(page.locator("main .summary")).to_have_count(1)


def test_the_keyboard_goes_on_where_a_claim_left_the_list(page: Page, live_server, editor):
    article = an_article("Pagi.\n\nAda 12 truk, 7 kapal, dan 3 pesawat.")
    text = article.current.text
    claims = [
        readings.mark(article, text.index(words), text.index(words) + len(words), kind="figure", editor=editor,
                      changed={"value": words.split()[0]})
        for words in ("12 truk", "7 kapal", "3 pesawat")
    ]  # fmt: skip
    page.goto(there(live_server, "article_desk", article.pk))
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("d")
    expect(page.locator(f"#claim-{claims[1].pk} .discard [name=reason]")).to_be_focused()
    page.keyboard.type("No claim.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{claims[1].pk}")).to_be_hidden()
    expect(page.locator("#said")).to_be_visible()
    expect(page.locator("#said")).to_have_text(re.compile("^Discarded"))
    page.keyboard.press("j")
    expect(page.locator(f"#claim-{claims[2].pk} .head")).to_be_focused()
    page.keyboard.press("k")
    expect(page.locator(f"#claim-{claims[0].pk} .head")).to_be_focused()


def test_the_keyboard_stays_where_it_is_when_a_card_comes_late(page: Page, live_server, editor):
    article = an_article(TEXT)
    figure = a_figure(editor, article)
    page.goto(there(live_server, "article_desk", article.pk))
    let_go = hold(page, "**/desk/claims/*/")
    page.locator(f"#mark-{figure.pk}").click()
    expect(page.locator(f"#claim-{figure.pk} .head")).to_be_focused()
    let_go()
    expect(page.locator(f"#claim-{figure.pk}")).to_have_class(re.compile("open"))
    expect(page.locator(f"#claim-{figure.pk} .head")).to_be_focused()


def test_text_and_list_find_each_other(page: Page, live_server, editor):
    article = an_article(TEXT)
    a_quote(editor, article)
    figure = a_figure(editor, article)
    page.goto(there(live_server, "article_desk", article.pk))
    page.locator(f"#mark-{figure.pk}").click()
    expect(page.locator(f"#claim-{figure.pk}")).to_have_class(re.compile("chosen"))
    page.locator(f"#claim-{figure.pk} .sentence [data-finds]").click()
    expect(page.locator(f"#mark-{figure.pk}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#claim-{figure.pk} .head")).to_be_focused()


SELECT = """words => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  const nodes = []; let whole = "";
  while (walker.nextNode()) { nodes.push([whole.length, walker.currentNode]); whole += walker.currentNode.data; }
  const place = at => { const [start, node] = nodes.filter(([start]) => start <= at).at(-1); return [node, at - start]; };
  const start = whole.indexOf(words), range = document.createRange();
  range.setStart(...place(start)); range.setEnd(...place(start + words.length));
  getSelection().removeAllRanges(); getSelection().addRange(range);
}"""


@pytest.mark.parametrize("words", ["12 truk", "“Ada 12 truk", "🚚🚚 dan 7 kapal"])
def test_selected_words_become_a_claim_where_they_stand(page: Page, live_server, editor, words):
    """Behind characters that count twice in a browser, and across the edges of other marks."""
    article = an_article("🚚 Pagi.\n\n“Ada 12 truk 🚚🚚 dan 7 kapal di sana,” katanya.")
    text = article.current.text
    start = text.index("“Ada")
    changed = {"speaker_name": "Rina"}
    readings.mark(article, start, text.index(",” k") + 2, kind="quote", editor=editor, changed=changed)
    page.goto(there(live_server, "article_desk", article.pk))
    page.evaluate(SELECT, words)
    page.locator("#flag").click()
    form = page.locator("#marker form")
    expect(form.locator("[name=words]")).to_have_value(words)
    form.locator("[name=value]").fill("12")
    form.get_by_role("button", name="Mark").click()
    expect(page.locator(".messages .success")).to_be_visible()
    claim = Claim.objects.get(kind="figure")
    assert claim.anchor.exact == words
    assert claim.anchor.start == text.index(words)


def test_who_was_overtaken_keeps_what_was_typed(page: Page, live_server, editor):
    claim = a_figure(editor, an_article(TEXT))
    page.forgiven = ["409"]
    page.goto(there(live_server, "article_desk", claim.article_id) + f"?claim={claim.pk}")
    card = page.locator(f"#claim-{claim.pk}")
    card.locator("form.rule textarea").fill("My own words.")
    card.locator("label", has=page.locator("[value=false]")).click()
    rulings.rule(claim, "misleading", editor=editor, reason="Somebody was quicker.")
    card.get_by_role("button", name="Rule").click()
    expect(card.locator(".trouble")).to_contain_text("Somebody else changed this claim")
    expect(card.locator("form.rule textarea")).to_have_value("My own words.")
    card.get_by_role("button", name="Rule").click()
    expect(card.locator(".notice")).to_have_text("Ruled.")


def test_on_a_phone(page: Page, live_server, editor):
    page.set_viewport_size({"width": 390, "height": 844})
    article = an_article(TEXT, outlet="Harian Contoh " + "x" * 60, title="Kata" * 60)
    figure = a_figure(editor, article)
    page.goto(there(live_server, "article_desk", article.pk))
    assert overflow(page) <= 0
    expect(page.locator("#list")).to_be_hidden()
    page.locator(f"#mark-{figure.pk}").click()
    expect(page.locator(f"#claim-{figure.pk} form.rule")).to_be_visible()
    expect(page.locator("#text")).to_be_hidden()
    assert overflow(page) <= 0
    page.locator(f"#claim-{figure.pk} .sentence [data-finds]").click()
    expect(page.locator(f"#mark-{figure.pk}")).to_be_visible()
    assignments.assign(figure, editor, editor=editor)
    for name in ("article_add", "schedule_rechecking", "article_changelist"):
        page.goto(there(live_server, name))
        assert overflow(page) <= 0
    page.goto(live_server.url + reverse("admin:index"))
    expect(page.locator("h2 .chip")).to_have_text(["1 claim assigned to you", "1 claim without a ruling"])
    assert overflow(page) <= 0


def test_a_filter_of_a_long_list_leaves_the_list_in_view_on_a_phone(page: Page, live_server, monkeypatch):
    monkeypatch.setattr(desk, "PER_PAGE", 2)
    page.set_viewport_size({"width": 390, "height": 844})
    article = an_article("\n".join(f"Sebanyak {100 + n} orang tewas di desa itu." for n in range(3)))
    extractions.extract(article)
    page.goto(there(live_server, "article_desk", article.pk))
    page.locator(".panes [data-pane=claims]").click()
    page.locator(".filters [data-show=figure]").click()
    expect(page.locator("ol.list")).to_have_attribute("data-show", "figure")
    expect(page.locator("ol.list li").first).to_be_visible()


def sign_out(page: Page) -> None:
    """As when a session expires: the cookie stays where it is in no other way."""
    page.context.clear_cookies(name="sessionid")


def sign_in(page: Page, editor: User) -> None:
    """At the sign-in page that is open."""
    editor.set_password("kata sandi yang panjang")
    editor.save()
    page.locator("[name=username]").fill(editor.username)
    page.locator("[name=password]").fill("kata sandi yang panjang")
    page.keyboard.press("Enter")


def with_a_reason_typed(page: Page, live_server, claim: Claim) -> Locator:
    """The claim's card with a ruling that is not sent yet."""
    page.goto(there(live_server, "article_desk", claim.article_id) + f"?claim={claim.pk}")
    card = page.locator(f"#claim-{claim.pk}")
    card.locator("label", has=page.locator("[value=false]")).click()
    card.locator("form.rule textarea").fill("Asked the agency at 23:40.")
    return card


def test_a_reason_outlives_the_sign_in(page: Page, live_server, editor):
    page.forgiven = ["401"]
    claim = a_figure(editor, an_article(TEXT))
    card = with_a_reason_typed(page, live_server, claim)
    sign_out(page)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#signedout")).to_be_visible()
    expect(card.locator("form.rule textarea")).to_have_value("Asked the agency at 23:40.")
    with page.expect_popup() as popup:
        page.locator("#signedout a").click()
    sign_in(popup.value, editor)
    expect(popup.value).to_have_url(live_server.url + reverse("admin:index"))
    card.get_by_role("button", name="Rule").click()
    expect(card.locator(".notice")).to_have_text("Ruled.")
    expect(page.locator("#signedout")).to_be_hidden()
    assert claim.rulings.get().reason == "Asked the agency at 23:40."


def test_a_pasted_article_outlives_the_sign_in_and_is_not_offered_twice(page: Page, live_server, editor):
    page.goto(there(live_server, "article_add"))
    page.locator("[name=text]").fill(TEXT)
    page.locator("[name=outlet]").fill("Harian Contoh")
    page.locator("select[name=language]").select_option("id")
    sign_out(page)
    page.locator("form.panel button").click()
    sign_in(page, editor)
    expect(page.locator("[name=text]")).to_have_value(TEXT)
    expect(page.locator("[name=outlet]")).to_have_value("Harian Contoh")
    expect(page.locator("select[name=language]")).to_have_value("id")
    page.locator("form.panel button").click()
    expect(page.locator("#text")).to_contain_text("menewaskan")
    page.goto(there(live_server, "article_add"))
    expect(page.locator("[name=text]")).to_have_value("")


def test_words_typed_to_mark_a_claim_outlive_the_sign_in(page: Page, live_server, editor):
    article = an_article(TEXT)
    page.goto(there(live_server, "article_desk", article.pk))
    page.keyboard.press("s")
    page.locator("#marker [name=words]").fill("1.400 orang")
    page.locator("#marker [name=kind][value=quote]").check()
    page.locator("#marker [name=speaker_name]").fill("Rina Wibowo")
    sign_out(page)
    page.keyboard.press("Control+Enter")
    sign_in(page, editor)
    expect(page.locator("#marker [name=words]")).to_have_value("1.400 orang")
    expect(page.locator("#marker [name=speaker_name]")).to_have_value("Rina Wibowo")
    page.locator("#marker button").click()
    expect(page.locator(".messages")).to_contain_text("Marked.")


def test_what_was_sent_in_vain_stands_there_after_going_back(page: Page, live_server, editor):
    page.forgiven = ["403"]
    page.goto(there(live_server, "article_add"))
    page.locator("[name=text]").fill(TEXT)
    editor.user_permissions.clear()
    editor.groups.clear()
    page.locator("form.panel button").click()
    expect(page.locator("h1")).to_have_text("You may not do this")
    editor.groups.add(Group.objects.get(name="Editors"))
    page.go_back()
    expect(page.locator("[name=text]")).to_have_value(TEXT)


def lose_cookie(page: Page) -> None:
    """The cookie that forms are sent with."""
    page.context.clear_cookies(name="csrftoken")


def test_a_pasted_article_outlives_the_cookie_it_is_sent_with(page: Page, live_server, editor):
    page.forgiven = ["403"]
    page.goto(there(live_server, "article_add"))
    page.locator("[name=text]").fill(TEXT)
    page.locator("[name=outlet]").fill("Harian Contoh")
    lose_cookie(page)
    page.locator("form.panel button").click()
    expect(page.locator("h1")).to_have_text("The form was not taken")
    page.get_by_role("link", name="Back to the form").click()
    expect(page.locator("[name=text]")).to_have_value(TEXT)
    expect(page.locator("[name=outlet]")).to_have_value("Harian Contoh")
    page.locator("form.panel button").click()
    expect(page.locator("#text")).to_contain_text("menewaskan")
    page.goto(there(live_server, "article_add"))
    expect(page.locator("[name=text]")).to_have_value("")


def test_a_reason_outlives_the_cookie_it_is_sent_with(page: Page, live_server, editor):
    page.forgiven = ["403"]
    claim = a_figure(editor, an_article(TEXT))
    card = with_a_reason_typed(page, live_server, claim)
    lose_cookie(page)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_contain_text("What you typed is still here; send it again.")
    page.keyboard.press("Control+Enter")
    expect(card.locator(".notice")).to_have_text("Ruled.")
    assert claim.rulings.get().reason == "Asked the agency at 23:40."


def test_long_names_stay_inside_the_list(page: Page, live_server, editor):
    page.set_viewport_size({"width": 390, "height": 844})
    name = "Kata" * 60
    article = an_article(f"Banjir itu menewaskan 45 orang, kata Bupati {name}.", outlet="W" * 120)
    extractions.extract(article)
    page.goto(there(live_server, "article_desk", article.pk))
    page.locator(".panes [data-pane=claims]").click()
    expect(page.locator(".chain").first).to_be_visible()
    for part in page.locator("#list .claim *").all():
        assert part.evaluate("node => node.scrollWidth - node.clientWidth <= 1 || !node.clientWidth"), part.inner_text()


def test_the_chosen_filter_is_in_sight_on_a_phone(page: Page, live_server, editor):
    page.set_viewport_size({"width": 390, "height": 844})
    article = an_article(TEXT)
    page.goto(there(live_server, "article_desk", article.pk) + "?show=mine")
    page.locator(".panes [data-pane=claims]").click()
    row = page.locator(".filters").bounding_box()
    chosen = page.locator(".filters a[aria-current]").bounding_box()
    assert row
    assert chosen
    assert row["x"] <= chosen["x"]
    assert chosen["x"] + chosen["width"] <= row["x"] + row["width"]


def test_light_and_dark_tell_figures_from_quotes(page: Page, live_server, editor):
    article = an_article(TEXT)
    a_quote(editor, article)
    a_figure(editor, article)
    colour = "node => getComputedStyle(node).backgroundColor"
    seen = set()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(there(live_server, "article_desk", article.pk))
        seen |= {page.locator(f"#text mark.{kind}").first.evaluate(colour) for kind in ("figure", "quote")}
    assert len(seen) == 4


def test_without_a_script(page: Page, live_server, editor):
    """The same forms, one page after the other."""
    claim = a_figure(editor, an_article(TEXT))
    page.route("**/*.js", lambda route: route.abort())
    page.forgiven = ["ERR_FAILED"]
    page.goto(there(live_server, "article_desk", claim.article_id))
    page.locator(f"#claim-{claim.pk} a.head").click()
    card = page.locator(f"#claim-{claim.pk}")
    card.locator("label", has=page.locator("[value=true]")).click()
    card.locator("form.rule textarea").fill("The ministry says so.")
    card.get_by_role("button", name="Rule").click()
    expect(page.locator(".messages .success")).to_have_text("Ruled.")
    claim.refresh_from_db()
    assert claim.verdict == "true"


PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onfocus=alert(1) autofocus x='",
    "javascript:alert(1)",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "{{ 7*7 }}{% debug %}",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>",
    "<div hx-get=/admin/ hx-trigger=load>x</div>",
    "<b x-data x-init=alert(1)>x</b>",
]
PLANTED = (
    "img[src=x], svg[onload], iframe, [onfocus], a[href^=javascript], [x-init='alert(1)'], [hx-trigger=load], "
    "#text script, .claims script"
)


def test_hostile_words_do_nothing(page: Page, live_server, editor):
    """A payload in every field that a stranger can fill, on every page that shows it."""
    everything = " ".join(PAYLOADS)
    article = an_article("\n\n".join([*PAYLOADS, TEXT]), title=everything, author=everything, outlet=PAYLOADS[1])
    figure = a_figure(editor, article, counted=everything[:300], place=PAYLOADS[2], unit=PAYLOADS[0])
    for payload in PAYLOADS:
        readings.correct(figure, editor=editor, reason=payload, changed={"counted": payload, "population": payload})
        rulings.rule(figure, "false", editor=editor, reason=payload)
    quote = a_quote(editor, article, speaker_name=everything[:300], role=PAYLOADS[3])
    row = some_evidence(editor, figure, publisher=PAYLOADS[6])
    a_check(row, "differs")
    for address in (
        there(live_server, "article_desk", article.pk) + f"?claim={figure.pk}",
        there(live_server, "article_desk", article.pk) + f"?claim={quote.pk}",
        live_server.url + reverse("admin:index"),
        there(live_server, "schedule_rechecking"),
        there(live_server, "article_changelist"),
        there(live_server, "claim_changelist"),
        there(live_server, "article_change", article.pk),
        there(live_server, "claim_change", figure.pk),
        there(live_server, "source_change", row.source_id),
        there(live_server, "ruling_changelist"),
        there(live_server, "check_changelist"),
    ):
        page.goto(address)
        assert page.locator(PLANTED).count() == 0, address
        assert "49" not in page.title()
