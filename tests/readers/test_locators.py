"""The grammar of locators: what is understood, and what a mistake is told."""

from __future__ import annotations

import pytest

from claims.readers import check_locator, parse_locator, with_thousands, without_thousands, words_locator
from claims.readers.locators import Step
from tests.ending import must_end


@pytest.mark.parametrize(
    ("locator", "kind", "parts"),
    [
        ("csv:row=Gaza;column=Killed", "csv", {"row": "Gaza", "column": "Killed"}),
        ("  csv: row = Gaza ; column = Killed ;", "csv", {"row": "Gaza", "column": "Killed"}),
        ('csv:row="Gaza; Strip";column="say ""so"""', "csv", {"row": "Gaza; Strip", "column": 'say "so"'}),
        ("csv:row=2023-11-10;in=Date;column=Killed", "csv", {"row": "2023-11-10", "in": "Date", "column": "Killed"}),
        ("csv:row=#-1;column=#3", "csv", {"row": "#-1", "column": "#3"}),
        ("csv:row=a=b;column=x", "csv", {"row": "a=b", "column": "x"}),
        ("xlsx:sheet=Toll;cell=b7", "xlsx", {"sheet": "Toll", "cell": "b7"}),
        ("xlsx:row=Gaza;column=Killed>Children", "xlsx", {"row": "Gaza", "column": "Killed>Children"}),
        ("table:row=Killed", "table", {"row": "Killed"}),
        ("table:table=2;row=Gaza;column=Killed", "table", {"table": "2", "row": "Gaza", "column": "Killed"}),
        (
            "words:prefix=toll at ;exact=1,400;suffix= people",
            "words",
            {"prefix": "toll at ", "exact": "1,400", "suffix": " people"},
        ),
        ('words:exact="1,400; more"', "words", {"exact": "1,400; more"}),
    ],
)
def test_a_locator_is_parsed_into_its_named_parts(locator: str, kind: str, parts: dict[str, str]) -> None:
    found = parse_locator(locator)

    assert (found.kind, found.parts) == (kind, parts)
    assert check_locator(locator) is None


@pytest.mark.parametrize(
    ("locator", "steps"),
    [
        ("json:", ()),
        ("$", ()),
        ("json:/data/0/killed", (Step("data"), Step("0", 0), Step("killed"))),
        ("json:/a~1b/m~0n//", (Step("a/b"), Step("m~n"), Step(""), Step(""))),
        ("json:/01", (Step("01"),)),
        ("$.data[0].killed", (Step("data"), Step(index=0), Step("killed"))),
        ("json:$.data[-1]['the toll'][\"x\"]", (Step("data"), Step(index=-1), Step("the toll"), Step("x"))),
        ("$.rows[*].n.*", (Step("rows"), Step(every=True), Step("n"), Step(every=True))),
        (
            "$.rows[?(@.area=='Gaza Strip')].killed",
            (Step("rows"), Step(key="area", value="Gaza Strip"), Step("killed")),
        ),
        ("$.rows[?@.year == 2023].killed", (Step("rows"), Step(key="year", value="2023"), Step("killed"))),
    ],
)
def test_a_json_locator_is_parsed_into_steps(locator: str, steps: tuple[Step, ...]) -> None:
    assert parse_locator(locator).steps == steps


@pytest.mark.parametrize("words", [("toll at ", "1,400", " people"), ('he said "no"; ', "12", ""), ("", "9 = 9", '"')])
def test_pinned_words_are_written_as_they_are_read(words: tuple[str, str, str]) -> None:
    named = zip(("prefix", "exact", "suffix"), words, strict=True)
    assert parse_locator(words_locator(*words)).parts == {name: said for name, said in named if said}


@pytest.mark.parametrize(
    ("locator", "words"),
    [
        ("killed", "begins with"),
        ("http://x.test/", "begins with"),
        ("xpath://td", "begins with"),
        ("json:data", "slash"),
        ("$.a[b]", "[b]"),
        ("$..a", "..a"),
        ("$.a[?(@.x>1)]", "[?(@.x>1)]"),
        ("csv:row=Gaza", "needs “column”"),
        ("csv:column=Killed", "needs “row”"),
        ("table:column=Killed", "needs “row”"),
        ("csv:row=;column=x", "needs “row”"),
        ("csv:row=Gaza;colum=Killed", "“colum” is not known"),
        ("csv:row=a;row=b;column=c", "twice"),
        ("csv:row=#0;column=c", "#3"),
        ("csv:row=#x;column=c", "#3"),
        ("csv:Gaza", "not understood"),
        ('csv:row="Gaza;column=x', "not understood"),
        ("xlsx:cell=77", "B7"),
        ("csv:row=a;column=b;thousands=;;", "not understood"),
        ("csv:row=a;column=b;thousands=x", "thousands=."),
        ("json:thousands=.", "slash"),
        ("json:/a;thousands=x", "thousands=."),
        ("$.a;thousands=", "thousands=."),
        ("xlsx:cell=B7;row=x;column=y", "not both"),
        ("words:prefix=toll", "words themselves"),
        ("csv:row=" + "x" * 2000 + ";column=y", "longer than"),
    ],
)
def test_mistakes_are_named(locator: str, words: str) -> None:
    assert words in check_locator(locator).render()
    with pytest.raises(ValueError):
        parse_locator(locator)


def test_no_locator_is_no_mistake() -> None:
    assert check_locator("") is check_locator("  ") is None


@pytest.mark.parametrize(
    "locator", ["csv:" + 'row="' * 190, "$['" * 330, "table:" + "row=;" * 190, "$[?(@." + "a" * 900]
)
def test_hostile_locators_are_refused(locator: str) -> None:
    with must_end():
        assert check_locator(locator) is not None


GRIDS = ["csv:row=Gaza;column=Killed", 'table:row="a;thousands=.b"', "xlsx:cell=B7"]
JSON = [
    "json:/data/0/killed",
    "json:",
    "json:$.a",
    "$.data[0].killed",
    "$['a;thousands=.']",
    "json:/a;",
    "json:/a;thousands=./b",
]


@pytest.mark.parametrize("cell", [*(f"{cell};" for cell in GRIDS), *JSON])
def test_the_mark_between_thousands_is_said_behind_a_place(cell):
    said, plain = parse_locator(with_thousands(f" {cell} ", ".")), parse_locator(cell)
    assert (said.kind, said.steps, said.parts) == (plain.kind, plain.steps, plain.parts | {"thousands": "."})


@pytest.mark.parametrize("cell", [*GRIDS, *JSON])
def test_the_mark_between_thousands_is_taken_back(cell):
    assert without_thousands(with_thousands(cell, ",")) == cell
    assert without_thousands(cell) == cell
