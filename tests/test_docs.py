"""The documentation is true: every setting is told with its default, every one is used, every link leads somewhere."""

import re
from pathlib import Path

import pytest

from claims.api import filters
from claims.extraction import extract
from tests.test_compose import settings_variables

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
RUNNING = (ROOT / "docs" / "running.md").read_text()
SETTINGS = (ROOT / "project" / "settings.py").read_text()
RULES = (ROOT / "docs" / "rules.md").read_text()
API = (ROOT / "docs" / "api.md").read_text()
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text()
EXAMPLE = re.compile(r"/xx\b|xyz|/a/")
"""A file that is yet to be written."""
SHAPES = re.findall(r"^\| `(\w+)` \| (.+) \| `(\w+)` \|$", RULES, re.MULTILINE)
FORMS = re.findall(r"^\| `(\w+)` \| ([^|`]+) \|$", RULES, re.MULTILINE)
ROWS = dict(re.findall(r"^\| `([A-Z_]+)` \| (.*?) \|", RUNNING, re.MULTILINE))


def test_every_setting_is_told_and_none_that_is_not_there() -> None:
    assert set(ROWS) == settings_variables()


@pytest.mark.parametrize(("name", "default"), re.findall(r'number\("([A-Z_]+)", ([\d* _]+),', SETTINGS))
def test_a_number_is_told_with_its_default(name: str, default: str) -> None:
    factors = [int(part) for part in re.findall(r"\d+", default)]
    value = factors[0] if len(factors) == 1 else factors[0] * factors[1] ** factors[2]
    assert ROWS[name] == f"`{value}`"


@pytest.mark.parametrize(("name", "default"), re.findall(r'flag\("([A-Z_]+)", default=(True|False)\)', SETTINGS))
def test_a_switch_is_told_with_its_default(name: str, default: str) -> None:
    assert ROWS[name] == ("`on`" if default == "True" else "`off`")


@pytest.mark.parametrize("name", sorted(set(re.findall(r"^ *(CLAIMS_[A-Z_]+) = ", SETTINGS, re.MULTILINE))))
def test_a_setting_of_ours_changes_something(name: str) -> None:
    code = "".join(path.read_text() for path in (ROOT / "claims").rglob("*.py"))
    assert f"settings.{name}" in code


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text())
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(r"`((?:bench|claims|docs|project|tests)/[\w./-]*\w)/?`", page.read_text())
    assert [path for path in named if not (EXAMPLE.search(path) or (ROOT / path).exists())] == []


@pytest.mark.parametrize(("path", "names"), re.findall(r"`(claims/[\w/]+\.py)`\s\(((?:`\w+`(?:, )?)+)\)", CONTRIBUTING))
def test_the_ways_through_the_code_name_what_is_there(path: str, names: str) -> None:
    defined = set(re.findall(r"^(?:def|class) (\w+)", (ROOT / path).read_text(), re.MULTILINE))
    assert set(re.findall(r"\w+", names)) <= defined


@pytest.mark.parametrize("rows", ["articles", "sources", "checks", "rulings", "alerts"])
def test_the_filters_of_rows_are_told(rows: str) -> None:
    filterset = getattr(filters, f"{rows.removesuffix('s').capitalize()}Filter")
    (row,) = re.findall(rf"^\| `{rows}` \| ((?:`\w+`.*?,? ?)+) \|$", API, re.MULTILINE)
    assert set(re.findall(r"(?:^|, )`(\w+)`", re.sub(r" \([^)]*\)", "", row))) == set(filterset.base_filters)


def test_the_filters_of_claims_are_told() -> None:
    table = API.split("## Filters of claims")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == set(filters.ClaimFilter.base_filters)


def test_every_target_of_the_makefile_explains_itself() -> None:
    text = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):(?! *=)", text, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z-]+):.*## \S", text, re.MULTILINE))
    assert targets == set(re.findall(r"[a-z-]+", text.split(".PHONY:")[1].splitlines()[0]))


@pytest.mark.parametrize(("shape", "example", "module"), SHAPES)
def test_the_example_of_a_rule_is_read_by_it(shape: str, example: str, module: str) -> None:
    rules = [quote.rule for quote in extract(example.replace(" ¶ ", "\n\n")).quotes]
    assert shape in [rule.rpartition(".")[2] for rule in rules], rules
    found = [path for path in (ROOT / "claims" / "extraction").rglob(f"{module}.py") if shape in path.read_text()]
    assert found


@pytest.mark.parametrize(("form", "example"), FORMS)
def test_the_example_of_a_form_is_read_as_such(form: str, example: str) -> None:
    assert [figure.rule.split(".")[1] for figure in extract(example).figures] == [form]


def test_every_shape_of_the_engine_is_explained() -> None:
    code = "".join(path.read_text() for path in (ROOT / "claims" / "extraction" / "quotes").glob("*.py"))
    named = set(
        re.findall(r'"((?:agent|colon|cue|name|own|passive|relay|shown|source|subject|verb|word)_[a-z]+)"', code)
    )
    kinds = {"source_head", "source_heads", "source_own", "source_weak"}  # classes of cues and their words
    assert named - kinds <= {shape for shape, _, _ in SHAPES}
