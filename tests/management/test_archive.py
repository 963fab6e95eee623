"""`manage.py archive`: the kept pages as a WARC file."""

from io import StringIO
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone
from warcio.archiveiterator import ArchiveIterator

from claims.fetching import Fetched
from claims.services import pages
from tests.factories import a_figure, some_evidence

pytestmark = pytest.mark.django_db


def test_written_and_read_again(editor: User, tmp_path: Path) -> None:
    source = some_evidence(editor, a_figure(editor)).source
    fetched = Fetched(source.url, "ok", timezone.now(), final_url=source.url, status=200, body=b"<p>1,400</p>")
    pages.keep(fetched, source=source, seq=1)
    out = StringIO()
    call_command("archive", str(tmp_path / "all.warc.gz"), stdout=out)
    assert out.getvalue().startswith("1 pages written")
    call_command("archive", str(tmp_path / "one.warc.gz"), "--source", source.url, stdout=out)
    assert (tmp_path / "one.warc.gz").read_bytes() == (tmp_path / "all.warc.gz").read_bytes()
    with (tmp_path / "all.warc.gz").open("rb") as file:
        assert [record.content_stream().read() for record in ArchiveIterator(file)] == [b"<p>1,400</p>"]


def test_what_cannot_be(editor: User, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no source at"):
        call_command("archive", str(tmp_path / "x.warc.gz"), "--source", "https://nowhere.example/")
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("archive", str(tmp_path / "no" / "x.warc.gz"))
