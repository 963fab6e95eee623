"""Reports to a file: whole or not at all."""

import json
import os
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from claims.exports import EXPORTS, Format
from claims.services import releases
from tests.factories import a_figure


@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_every_format_is_written(editor: User, tmp_path: Path, form: str) -> None:
    a_figure(editor)
    target = tmp_path / "report"
    call_command("export", "--format", form, "--output", str(target))
    assert target.stat().st_size > 0
    assert list(tmp_path.iterdir()) == [target]


def test_the_filters_are_the_apis(editor: User, tmp_path: Path) -> None:
    shown, _hidden = a_figure(editor), a_figure(editor, value=5)
    releases.release(shown, editor=editor)
    target = tmp_path / "report.json"
    call_command("export", "--format", "json", "--output", str(target), "--released", "--value-min", "1000")
    assert [row["uid"] for row in json.loads(target.read_bytes())["claims"]] == [str(shown.uid)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--value-min", "many"], 3),
        (["--kind", "figures"], 3),
        (["--verdict", "fasle"], 3),
        (["--currency", "old"], 3),
        (["--article", "1"], 3),
        (["--output", "/nonexistent/folder/report.csv"], 4),
    ],
)
@pytest.mark.django_db
def test_wrong_use_ends_with_its_code(arguments: list[str], code: int) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("export", *arguments)
    assert refused.value.returncode == code


def test_who_has_seen_enough_of_a_report_is_no_fault(
    editor: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_figure(editor)
    end, start = os.pipe()
    os.close(end)
    with os.fdopen(start, "w") as out:
        monkeypatch.setattr("sys.stdout", out)
        call_command("export")


def test_a_report_that_breaks_midway_leaves_the_old_file(
    editor: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(report: object) -> object:
        yield b"half"
        raise RuntimeError

    target = tmp_path / "report.csv"
    target.write_text("whole")
    monkeypatch.setitem(EXPORTS, "csv", Format("csv", "CSV", "csv", "text/csv", breaks))
    with pytest.raises(RuntimeError):
        call_command("export", "--output", str(target))
    assert target.read_text() == "whole"
    assert list(tmp_path.iterdir()) == [target]
