"""Articles from the command line."""

import io
import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command

from claims.models import Article, Figure, Job
from tests.factories import TEXT

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("ingest", *arguments, stdout=out, stderr=err)
    return out.getvalue().strip(), err.getvalue()


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "berita.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_a_file_becomes_an_article_with_its_claims_at_once(file: str) -> None:
    out, err = run(
        file, "--now", "--outlet", "Harian Contoh", "--published", "2023-10-27", "--url", "https://a.example/1"
    )
    article = Article.objects.get(uid=UUID(out))
    assert (article.outlet.name, article.url, article.language) == ("Harian Contoh", "https://a.example/1", "id")
    assert article.published_at.isoformat() == "2023-10-26T17:00:00+00:00"
    assert Figure.objects.filter(value=1400).exists()
    assert "2 figures and 1 quote written" in err


def test_the_day_that_a_text_tells_is_said(tmp_path: Path) -> None:
    path = tmp_path / "berita.txt"
    path.write_text(
        "Pagi di Cikupa\n\nJumat, 27 Oktober 2023\n\nSebanyak 27 orang tewas di Desa Cikupa.", encoding="utf-8"
    )
    assert "published on 2023-10-27, as the text tells" in run(str(path))[1]
    assert "as the text tells" not in run(str(path), "--url", "https://a.example/1", "--published", "2023-10-28")[1]


def test_without_now_a_job_waits_for_a_worker(file: str) -> None:
    run(file)
    assert Job.objects.get().state == "queued"


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    out, _err = run("-", "--now")
    assert Article.objects.get(uid=UUID(out)).current.text == TEXT


def test_the_same_text_again_is_the_same_article(file: str) -> None:
    first, _err = run(file, "--now")
    second, err = run(file, "--now")
    assert first == second
    assert "was there already" in err


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["/nonexistent.txt"], 4, "No such file"),
        (["FILE", "--language", "xx"], 3, "Known languages"),
        (["FILE", "--published", "soon"], 3, "no date"),
        (["FILE", "--zone", "Jakarta"], 3, "time zone"),
        (["FILE", "--url", "nonsense"], 3, "no web address"),
        (["http://127.0.0.1:9/"], 4, "could not be fetched"),
        (["HTTP://127.0.0.1:9/"], 4, "could not be fetched"),
    ],
)
def test_wrong_input_ends_in_one_line_and_its_code(file: str, arguments: list[str], code: int, says: str) -> None:
    with pytest.raises(CommandError) as refused:
        run(*[file if word == "FILE" else word for word in arguments])
    assert refused.value.returncode == code
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)
    assert Article.objects.count() == 0
