"""The whole story in a real browser against the running demo: its own worker and beat, a source that moves its figure."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.hostile import PUBLIC, Source
from tests.project.test_demo import Demo, free_port

pytestmark = pytest.mark.browser

TEXT = """Serangan di Kota Lama

Serangan pada 7 Oktober itu menewaskan sekitar 1.400 orang di Israel selatan, kata Menteri Kesehatan Rina Wibowo.

“Jumlah ini masih dapat berubah,” kata Rina Wibowo.
"""
PAGE = (
    "<html><body><article><h1>What happened on 7 October</h1><p>As of {day} 2023, about {toll} people have been killed in the "
    "attack in southern Israel, the government said.</p></article></body></html>"
)


def test_from_a_pasted_text_to_a_figure_that_moved(browser: Any, tmp_path: Path) -> None:
    with Source() as source:
        source.page("/robots.txt", status=404)
        source.page("/toll", PAGE.format(day="26 October", toll="1,400"))
        ports = f"80,443,{source.port}"
        demo = Demo(tmp_path / "data", free_port(), CLAIMS_ALLOWED_NETWORKS=f"{PUBLIC}/32", CLAIMS_ALLOWED_PORTS=ports)
        try:
            said = demo.until("Ctrl-C stops everything")
            password = re.search(r"password (\S+)", said)
            assert password
            follow(browser.new_page(), demo, source, password[1])
        finally:
            demo.end()


def follow(page: Any, demo: Demo, source: Source, password: str) -> None:
    """The editor's evening."""
    desk = f"http://127.0.0.1:{demo.port}"
    page.goto(f"{desk}/admin/")
    page.fill("[name=username]", "editor")
    page.fill("[name=password]", password)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Add article").first.click()
    page.fill("[name=text]", TEXT)
    page.fill("[name=outlet]", "Warta Uji")
    page.fill("[name=published]", "2023-10-27T09:12")
    page.get_by_role("button", name="Add article").click()

    figure = page.locator("mark.figure", has_text="1.400")
    expect(figure).to_be_visible()
    page.wait_for_load_state()  # whoever points at a mark before the page has come in whole points in vain
    figure.click()
    card = page.locator("li.chosen, .claim.chosen").first
    card.locator("[name=url]").fill(source.url("/toll"))
    card.locator("[name=publisher]").fill("Government")
    card.get_by_role("button", name="Attach").click()
    expect(card.locator(".found .chip")).to_have_text("matches")

    card.locator("label", has=page.locator("[value=true]")).click()
    card.locator("form.rule textarea").fill("As the government counted then.")
    card.get_by_role("button", name="Rule").click()
    expect(card.locator(".notice")).to_have_text("Ruled.")
    card.get_by_text("Release", exact=True).first.click()
    card.locator(".release button").click()
    expect(card.locator(".chip.released")).to_be_visible()

    source.page("/toll", PAGE.format(day="10 November", toll="1,200"))
    article = page.url
    page.goto(f"{desk}/admin/claims/source/rechecking/")
    with page.expect_navigation():
        page.get_by_role("button", name="All active sources").click()
    page.goto(f"{desk}/admin/")
    alert = page.get_by_text("1,200").first
    for _ in range(200):
        if alert.is_visible():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(alert).to_be_visible()
    page.goto(article)
    expect(page.locator(".chip", has_text="superseded").first).to_be_visible()

    answer = demo.get("/api/v1/claims/?currency=superseded")
    (claim,) = json.loads(answer.text)["results"]
    assert (claim["verdict"], claim["reading"]["value"], claim["article"]["outlet"]) == ("true", "1400", "Warta Uji")
    assert "1200" in demo.get(f"/api/v1/checks/?claim={claim['uid']}").text
    assert claim["uid"] in demo.get("/api/v1/claims/export.csv?verdict=true").text
