"""The README's examples work as they stand."""

import re
import shlex
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command, get_commands
from django.test import Client

from claims.models import Claim
from claims.services import extractions, releases
from tests.factories import an_article

README = Path(__file__).parent.parent / "README.md"
EXAMPLES = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    for line in block.splitlines()
]
STORY = (
    "“Kami selalu mendukung adanya kontak,” kata Mikhail Bogdanov kepada wartawan di Moskow, Kamis.\n"
    "Serangan itu menewaskan sekitar 1.400 orang.\n"
)


@pytest.fixture
def desk(editor: User) -> None:
    article = an_article(STORY)
    extractions.extract(article)
    for claim in Claim.objects.all():
        releases.release(claim, editor=editor)


@pytest.mark.parametrize("line", [line for line in EXAMPLES if line.startswith("curl")])
def test_an_address_in_the_readme_answers_with_rows(desk: None, line: str) -> None:
    path = shlex.split(line)[1].removeprefix("http://127.0.0.1:8000")
    answer = Client().get(path)
    assert answer.status_code == 200
    if "export" in path:
        assert b"".join(answer.streaming_content)
    else:
        assert answer.json()["results"]


@pytest.mark.parametrize("line", [line for line in EXAMPLES if "manage.py" in line])
def test_a_command_in_the_readme_runs(desk: None, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("article.txt").write_text(STORY, encoding="utf-8")
    _python, _manage, command, *arguments = shlex.split(line)
    assert command in get_commands()
    call_command(command, *arguments)
    written = [word for word, option in zip(arguments[1:], arguments, strict=False) if option == "--output"]
    assert all(Path(name).stat().st_size for name in written)


def test_every_page_the_readme_names_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8")):
        assert (README.parent / target).exists(), target
