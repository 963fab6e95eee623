"""The desk served to a real browser, with a page that complains when anything goes wrong on it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.hostile import Source


@pytest.fixture
def source(settings) -> Iterator[Source]:
    """A source on this machine that the desk may read."""
    with Source() as served:
        served.admit(settings)
        yield served


@pytest.fixture
def page(browser: Any, live_server: Any, client: Any, editor: User) -> Iterator[Any]:
    """A tab of an editor who is signed in. The test fails when the page reports an error or breaks its policy."""
    client.force_login(editor)
    cookie = client.cookies["sessionid"].value
    browser.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    tab = browser.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    tab.forgiven = []  # what a test provokes on purpose
    yield tab
    tab.close()  # it may still be asking for something, on a connection to the test database
    assert [words for words in said if not any(forgiven in words for forgiven in tab.forgiven)] == []
