"""Where the keyboard is when answers come late, when they come while somebody has gone on, and when none comes."""

import re
import time
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from claims.models import Claim, Job
from claims.services import extractions, jobs, readings, rulings
from tests.factories import a_check, a_figure, an_article, some_evidence

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GONE = ["ERR_INTERNET_DISCONNECTED", "htmx:afterRequest", "htmx:sendError"]
LONGEST = 60
"""Seconds in which a page asks for what its keys ask for, on a machine with much else to do."""
THINGS = ("12 truk", "7 kapal", "3 pesawat")


def three(editor: User) -> list[Claim]:
    """An article's three figures, in the order of the text."""
    article = an_article(f"Pagi.\n\nAda {', '.join(THINGS)}.")
    text = article.current.text
    return [
        readings.mark(article, text.index(words), text.index(words) + len(words), kind="figure", editor=editor,
                      changed={"value": words.split()[0]})
        for words in THINGS
    ]  # fmt: skip


def workbench(page: Page, live_server, article_id: int, query: str = "") -> None:
    page.goto(live_server.url + reverse("admin:claims_article_desk", args=(article_id,)) + query)


def hold(page: Page, pattern: str) -> Callable[[], None]:
    """Hold back the answers to requests of that address; the function returned lets the oldest go."""
    held: list[Route] = []

    def keep(route: Route) -> None:
        held.append(route)

    page.route(pattern, keep)

    def let_go() -> None:
        ends = time.monotonic() + LONGEST
        while not held:
            assert time.monotonic() < ends, f"nothing was asked of {pattern}"
            page.wait_for_timeout(20)  # lets the browser's request reach this thread
        with page.expect_response(pattern):
            held.pop(0).continue_()

    return let_go


def head(page: Page, claim: Claim):
    return page.locator(f"#claim-{claim.pk} .head")


def test_what_was_asked_for_last_is_what_opens(page: Page, live_server, editor):
    first, second, _third = three(editor)
    workbench(page, live_server, first.article_id)
    let_go = hold(page, "**/desk/claims/*/")
    for _ in range(2):
        page.keyboard.press("j")
        with page.expect_request("**/desk/claims/*/"):
            page.keyboard.press("a")
    let_go()
    expect(head(page, second)).to_be_focused()
    let_go()
    expect(page.locator(f"#claim-{second.pk} [name=url]")).to_be_focused()
    expect(page.locator("li.open")).to_have_count(1)


def test_a_card_that_comes_late_does_not_call_back_who_has_gone_on(page: Page, live_server, editor):
    first, second, _third = three(editor)
    workbench(page, live_server, first.article_id)
    let_go = hold(page, "**/desk/claims/*/")
    page.keyboard.press("j")
    with page.expect_request("**/desk/claims/*/"):
        page.keyboard.press("d")
    page.keyboard.press("j")
    expect(head(page, second)).to_be_focused()
    let_go()
    expect(page.locator(f"#claim-{first.pk}")).to_have_class(re.compile("open"))
    expect(head(page, second)).to_be_focused()


def test_a_card_that_is_folded_before_it_came_stays_folded(page: Page, live_server, editor):
    first, *_rest = three(editor)
    workbench(page, live_server, first.article_id)
    let_go = hold(page, "**/desk/claims/*/")
    page.keyboard.press("j")
    with page.expect_request("**/desk/claims/*/"):
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    let_go()
    expect(page.locator("li.open")).to_have_count(0)
    expect(head(page, first)).to_be_focused()


def test_the_next_claim_comes_into_sight_where_only_the_text_is_shown(page: Page, live_server, editor):
    first, *_rest = three(editor)
    page.set_viewport_size({"width": 390, "height": 844})
    workbench(page, live_server, first.article_id)
    expect(page.locator("#list")).to_be_hidden()
    page.keyboard.press("j")
    expect(head(page, first)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(f"#claim-{first.pk} form.rule")).to_be_visible()


def test_a_late_answer_does_not_call_back_who_has_gone_on(page: Page, live_server, editor):
    first, second, _third = three(editor)
    workbench(page, live_server, first.article_id, f"?claim={first.pk}#claim-{first.pk}")
    expect(head(page, first)).to_be_focused()
    let_go = hold(page, "**/desk/claims/*/rule/")
    page.keyboard.press("v")
    page.keyboard.press("t")
    page.keyboard.type("Counted.")
    with page.expect_request("**/desk/claims/*/rule/"):
        page.keyboard.press("Control+Enter")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(head(page, second)).to_be_focused()
    let_go()
    expect(page.locator(f"#claim-{first.pk} .notice")).to_have_text("Ruled.")
    expect(head(page, second)).to_be_focused()


def test_a_form_that_is_sent_twice_is_done_once(page: Page, live_server, editor):
    first, *_rest = three(editor)
    workbench(page, live_server, first.article_id, f"?claim={first.pk}")
    let_go = hold(page, "**/desk/claims/*/rule/")
    page.keyboard.press("v")
    page.keyboard.press("f")
    page.keyboard.type("Nobody counted.")
    with page.expect_request("**/desk/claims/*/rule/"):
        page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+Enter")
    let_go()
    expect(head(page, first)).to_be_focused()
    expect(page.locator(f"#claim-{first.pk} .notice")).to_have_text("Ruled.")
    page.unroute("**/desk/claims/*/rule/")
    assert first.rulings.count() == 1


def test_a_claim_that_leaves_the_list_hands_the_keyboard_to_the_next(page: Page, live_server, editor):
    first, second, third = three(editor)
    workbench(page, live_server, first.article_id, "?show=unruled")
    for claim, successor in ((first, second), (second, third)):
        page.keyboard.press("j") if claim is first else None
        page.keyboard.press("v")
        expect(page.locator(f"#claim-{claim.pk} form.rule")).to_be_visible()
        page.keyboard.press("t")
        page.keyboard.type("Counted.")
        page.keyboard.press("Control+Enter")
        expect(head(page, successor)).to_be_focused()
        expect(page.locator("#said")).to_have_text("Ruled.")
    page.keyboard.press("2")  # nothing hides it
    expect(head(page, third)).to_be_focused()
    page.keyboard.press("5")
    expect(page.locator(".filters a[aria-current]")).to_be_focused()


def test_words_typed_to_correct_a_reading_stay_in_sight_of_who_was_overtaken(page: Page, live_server, editor):
    first, *_rest = three(editor)
    page.forgiven = ["409"]
    workbench(page, live_server, first.article_id, f"?claim={first.pk}#claim-{first.pk}")
    page.keyboard.press("c")
    page.locator(f"#claim-{first.pk} .correct [name=value]").fill("13")
    page.locator(f"#claim-{first.pk} .correct [name=reason]").fill("One stood apart.")
    rulings.rule(first, "false", editor=editor, reason="Somebody was quicker.")
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{first.pk} .trouble")).to_contain_text("Somebody else changed this claim")
    reason = page.locator(f"#claim-{first.pk} .correct [name=reason]")
    expect(reason).to_be_visible()
    expect(reason).to_have_value("One stood apart.")
    expect(reason).to_be_focused()
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{first.pk} .notice")).to_be_visible()
    assert [figure.value for figure in first.figures.order_by("n")] == [12, 13]


def test_a_reason_stays_in_sight_when_the_claim_was_discarded_meanwhile(page: Page, live_server, editor):
    first, *_rest = three(editor)
    page.forgiven = ["409"]
    workbench(page, live_server, first.article_id, f"?claim={first.pk}#claim-{first.pk}")
    page.keyboard.press("v")
    page.keyboard.press("t")
    page.keyboard.type("Counted at 23:40.")
    readings.discard(first, editor=editor, reason="Somebody was quicker.")
    page.keyboard.press("Control+Enter")
    card = page.locator(f"#claim-{first.pk}")
    expect(card.locator(".unsent")).to_contain_text("Counted at 23:40.")
    expect(card.locator(".unsent")).to_be_visible()
    expect(head(page, first)).to_be_focused()


def test_a_ruling_outlives_a_network_that_is_gone(page: Page, live_server, editor):
    first, second, _third = three(editor)
    page.forgiven = GONE
    workbench(page, live_server, first.article_id, f"?claim={first.pk}#claim-{first.pk}")
    page.keyboard.press("v")
    page.keyboard.press("m")
    page.keyboard.type("Counted twice.")
    page.context.set_offline(True)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#said")).to_have_text(re.compile("^The desk does not answer"))
    reason = page.locator(f"#claim-{first.pk} form.rule [name=reason]")
    expect(reason).to_be_focused()
    expect(reason).to_have_value("Counted twice.")
    page.context.set_offline(False)
    page.keyboard.press("Control+Enter")
    expect(page.locator(f"#claim-{first.pk} .notice")).to_have_text("Ruled.")
    page.context.set_offline(True)
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text(re.compile("^The desk does not answer"))
    page.context.set_offline(False)
    page.keyboard.press("Enter")
    expect(page.locator(f"#claim-{second.pk} form.rule")).to_be_visible()


def test_looking_at_a_page_leaves_the_keyboard_on_its_button(page: Page, live_server, source, editor):
    first, *_rest = three(editor)
    source.page("/trucks", "<p>12 trucks arrived.</p>", media_type="text/html")
    workbench(page, live_server, first.article_id, f"?claim={first.pk}")
    page.locator("form.attach [name=url]").fill(source.url("/trucks"))
    look = page.get_by_role("button", name="What does the page say?")
    look.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".preview")).to_contain_text("12")
    expect(look).to_be_focused()


TOLLS = "".join(
    f"<p>By {when} {toll} people had been killed in the attack.</p>"
    for when, toll in (("noon", "1,350"), ("night", "1,420"))
)


def test_one_of_several_figures_is_pinned_by_the_keyboard(page: Page, live_server, source, editor):
    claim = a_figure(editor)
    source.page("/tolls", TOLLS, media_type="text/html")
    workbench(page, live_server, claim.article_id, f"?claim={claim.pk}")
    page.locator("form.attach [name=url]").fill(source.url("/tolls"))
    look = page.get_by_role("button", name="What does the page say?")
    look.press("Enter")
    pin = page.locator(".offers li").filter(has_text="1,350").get_by_role("button", name="Pin these words")
    pin.press("Enter")
    expect(page.locator("form.attach [name=locator]")).to_have_value(re.compile('exact="1,350"'))
    expect(page.locator(".preview blockquote")).to_contain_text("1,350")
    expect(look).to_be_focused()


def test_of_a_page_that_was_read_another_figure_is_chosen(page: Page, live_server, source, editor):
    claim = a_figure(editor)
    source.page("/tolls", TOLLS, media_type="text/html")
    a_check(some_evidence(editor, claim, url=source.url("/tolls"), stance="refutes"), "ambiguous")
    workbench(page, live_server, claim.article_id, f"?claim={claim.pk}")
    page.locator(".evidence").get_by_role("button", name="Choose the figure").press("Enter")
    expect(page.get_by_role("button", name="What does the page say?")).to_be_focused()
    page.locator(".offers li").filter(has_text="1,350").get_by_role("button", name="Pin these words").click()
    expect(page.locator(".preview blockquote")).to_contain_text("1,350")
    page.locator("form.attach").get_by_role("button", name="Attach").click()
    expect(page.locator(".evidence .one")).to_have_count(1)
    expect(page.locator(".evidence .one code")).to_contain_text("1,350")
    expect(page.locator(".evidence .stance")).to_have_text("refutes")


def test_waiting_for_a_check_takes_the_keyboard_from_nothing(page: Page, live_server, editor):
    claim = a_figure(editor)
    row = some_evidence(editor, claim)
    workbench(page, live_server, claim.article_id, f"?claim={claim.pk}")
    off = page.get_by_role("button", name="Take off")
    off.focus()
    with page.expect_response("**/desk/evidence/*/"):
        pass
    expect(off).to_be_focused()
    a_check(row, "matches")
    expect(page.locator(".found")).to_be_visible()
    expect(off).to_be_focused()


def test_a_reading_that_ends_waits_for_what_is_being_typed(page: Page, live_server, editor):
    article = an_article("Sebanyak 45 orang tewas.\n\nSebanyak 12 truk tiba.")
    extractions.extract(article)
    claim = article.claims.order_by("id").first()
    assert claim
    job = jobs.ask(Job.Kind.EXTRACT, article=article, editor=editor)
    workbench(page, live_server, article.pk, f"?claim={claim.pk}")
    reason = page.locator("form.rule [name=reason]")
    page.keyboard.press("v")
    page.keyboard.press("t")
    page.keyboard.type("As counted.")
    jobs.run(job.pk)
    expect(page.locator("#job")).to_contain_text("The text was read.")
    expect(reason).to_be_focused()
    expect(reason).to_have_value("As counted.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#job")).to_have_count(0)
    expect(head(page, claim)).to_be_focused()
    assert claim.rulings.get().reason == "As counted."


def test_the_page_of_re_checking_moves_under_a_keyboard_that_stays(page: Page, live_server, editor):
    row = some_evidence(editor, a_figure(editor))
    page.forgiven = ["401", *GONE]
    page.goto(live_server.url + reverse("admin:claims_schedule_rechecking"))
    coming = page.locator("#moving a").first
    expect(coming).to_have_attribute("href", reverse("admin:claims_source_change", args=(row.source_id,)))
    coming.focus()
    with page.expect_response("**/rechecking/"):
        pass
    expect(coming).to_be_focused()
    still = page.locator("#still")
    expect(still).to_be_hidden()
    page.context.set_offline(True)
    expect(still).to_be_visible()
    page.context.set_offline(False)
    expect(still).to_be_hidden()
    page.context.clear_cookies(name="sessionid")
    expect(page).to_have_url(re.compile("/login/"))
