import json
import subprocess
import sys
from pathlib import Path

import pytest


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "claims.extraction", *arguments], input=given, capture_output=True, check=False
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Judul\r\n\r\nAda 12 orang tewas pada 7 Oktober.")
    return path


def test_one_object_a_line_in_the_order_of_the_files(article: Path) -> None:
    done = run("--language", "id", str(article), "-", str(article), given=b"Ada 5 orang.")
    values = [json.loads(line)["figures"][0]["value"] for line in done.stdout.splitlines()]
    assert (done.returncode, values) == (0, ["12", "5", "12"])


def test_explain_and_published(article: Path) -> None:
    answer = json.loads(run("--language", "id", "--explain", "--published", "2024-01-02", str(article)).stdout)
    assert [row["why"] for row in answer["rejected"]] == ["date"]
    assert answer["figures"][0]["event_date"] == "2023-10-07"


def test_text_for_people(article: Path) -> None:
    assert "⟦12 orang⟧[1]" in run("--format", "text", "--language", "id", str(article)).stdout.decode()


def test_a_bad_file_is_one_line_and_the_others_are_read(article: Path, tmp_path: Path) -> None:
    binary = tmp_path / "b.bin"
    binary.write_bytes(b"\xff\xfe\x00")
    done = run(str(binary), str(tmp_path / "none.txt"), str(article))
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    errors = done.stderr.decode().splitlines()
    assert errors[0].endswith("b.bin: not UTF-8 text (byte 0)")
    assert errors[1].endswith("none.txt: No such file or directory")


def test_an_unknown_language_is_one_line() -> None:
    done = run("--language", "xx", "-")
    assert (done.returncode, done.stderr.decode()) == (2, "claims.extraction: no language 'xx'; there are en, id, ms\n")


def test_empty_text() -> None:
    assert json.loads(run("-").stdout)["figures"] == []


def test_a_day_that_is_none_is_refused_with_the_form_of_one(article: Path) -> None:
    done = run("--published", "nope", str(article))
    assert done.returncode == 2
    assert "“nope” is no day; write it as 2023-10-27" in done.stderr.decode()
