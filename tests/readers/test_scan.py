"""The look before the parser: hostile HTML refused in linear time, honest HTML let through."""

from __future__ import annotations

import contextlib

import pytest

from claims.readers import scan
from claims.readers.values import Unreadable
from tests.ending import must_end
from tests.sandbox.bombs import html_bombs

HONEST = {
    "a list": "<ul>" + "<li>1,400 killed" * 5000 + "</ul>",
    "a table": "<table>" + "<tr><td>Gaza<td>11,078" * 5000 + "</table>",
    "paragraphs": "<p>1,400 people<br>were killed" * 5000,
    "deep but sane": "<div>" * 200 + "1,400" + "</div>" * 200,
    "many attributes": "<a " + " ".join(f'data-{i}="x y z > w"' for i in range(100)) + ">1,400</a>",
    "long attribute": '<img src="data:image/png;base64,' + "A" * 500_000 + '">',
    "quotes in text": "<p>\"He said '1,400'" * 3000,
    "script with tags": "<script>" + 'x = "<div><div><div>";' * 5000 + "</script><p>1,400",
    "style and title": "<title><b><b></title><style>" + "<i>" * 300 + "</style>",
    "comment with tags": "<!-- " + "<div>" * 200 + " --><p>1,400",
    "self-closed": "<g/>" * 3000 + "<path d='M 1 1'/>" * 3000,
    "closing first": "</div>" * 5000 + "<div>1,400</div>",
}


@pytest.mark.parametrize("name", HONEST)
def test_honest_pages_pass(name: str) -> None:
    scan.check(HONEST[name])


@pytest.mark.parametrize(
    ("content", "outcome", "reason"),
    [
        ("<div>" * 257, "too_complex", "nesting"),
        ("<div><p>" * 257, "too_complex", "nesting"),
        ("<DIV>" * 257, "too_complex", "nesting"),
        ("<a " + "b " * 300 + ">", "too_complex", "attributes"),
        ("<a " + "b='>' " * 300 + ">", "too_complex", "attributes"),
        ("<a " + "/b" * 300 + ">", "too_complex", "attributes"),
        ("<a " + "b=1\n" * 300, "too_complex", "attributes"),
        ("<br>" * 200_001, "too_complex", "tags"),
        ("x" * (5 * 1024 * 1024 + 1), "too_large", "characters"),
    ],
)
def test_hostile_pages_are_refused(content: str, outcome: str, reason: str) -> None:
    with pytest.raises(Unreadable) as problem:
        scan.check(content)
    assert (problem.value.outcome, problem.value.reason) == (outcome, reason)


@pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, _, make in html_bombs()])
def test_the_look_itself_ends(make: object) -> None:
    content = make().decode("utf-8", "replace")[: 4 * 1024 * 1024]  # type: ignore[operator]
    with must_end(), contextlib.suppress(Unreadable):
        scan.check(content)
