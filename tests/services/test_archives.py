"""Snapshots as WARC, and copies at the Wayback Machine."""

import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from warcio.archiveiterator import ArchiveIterator

from claims.fetching import Fetched
from claims.models import Snapshot
from claims.services import archives, pages
from tests.factories import a_figure, some_evidence
from tests.hostile import Source

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
URL = "https://source.example/toll"


def some_snapshots(editor: User) -> list[Snapshot]:
    """Three pages of one source: a gzipped one, the same again, another; and a failure."""
    source = some_evidence(editor, a_figure(editor), url=URL).source
    found = []
    for seq, body in enumerate((b"<p>1,400</p>", b"<p>1,400</p>", b"<p>1,200</p>", b""), 1):
        fetched = Fetched(
            URL,
            "ok" if body else "gone",
            timezone.now(),
            final_url=URL,
            status=200 if body else 410,
            headers={"content-type": "text/html", "content-encoding": "gzip", "x-odd": "a\nb"},
            body=body,
        )
        found.append(pages.keep(fetched, source=source, seq=seq))
    return found


def test_a_warc_that_others_can_read(editor: User) -> None:
    snapshots = some_snapshots(editor)
    sink = io.BytesIO()
    assert archives.write_warc(archives.with_bodies(), sink) == 3
    records = [
        (
            record.rec_type,
            record.rec_headers.get_header("WARC-Record-ID"),
            record.rec_headers.get_header("WARC-Target-URI"),
            record.http_headers.get_header("Content-Encoding"),
            record.content_stream().read(),
        )
        for record in ArchiveIterator(io.BytesIO(sink.getvalue()), check_digests="raise")
    ]
    ids = [f"<urn:uuid:{snapshot.uid}>" for snapshot in snapshots]
    assert records == [
        ("response", ids[0], URL, None, b"<p>1,400</p>"),
        ("revisit", ids[1], URL, None, b""),
        ("response", ids[2], URL, None, b"<p>1,200</p>"),
    ]


def test_the_same_rows_give_the_same_file(editor: User) -> None:
    some_snapshots(editor)
    first, second = io.BytesIO(), io.BytesIO()
    archives.write_warc(archives.with_bodies(), first)
    archives.write_warc(archives.with_bodies(), second)
    assert first.getvalue() == second.getvalue()


def test_a_header_that_no_warc_can_hold_is_left_out(editor: User) -> None:
    source = some_evidence(editor, a_figure(editor), url=URL).source
    headers = {"é": "1", "x odd": "2", "": "3", "日本": "4", "x-good": "é"}
    pages.keep(
        Fetched(URL, "ok", timezone.now(), final_url=URL, status=200, headers=headers, body=b"1,400"),
        source=source,
        seq=1,
    )
    sink = io.BytesIO()
    assert archives.write_warc(archives.with_bodies(), sink) == 1
    (record,) = ArchiveIterator(io.BytesIO(sink.getvalue()), check_digests="raise")
    assert [name for name, _ in record.http_headers.headers] == ["X-Good", "Content-Length"]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ((("Link", '<http://x.example/>; rel="original", <https://web.example/web/1/x>; rel="first memento"'),),
         "https://web.example/web/1/x"),
        ((("Content-Location", "/web/20231112/http://x.example/"),), "{server}/web/20231112/http://x.example/"),
        ((), ""),
    ],
)  # fmt: skip
def test_a_copy_at_the_wayback_machine(
    settings: Any, monkeypatch: pytest.MonkeyPatch, headers: tuple[tuple[str, str], ...], expected: str
) -> None:
    with Source() as server:
        server.page("/save/http://x.example/", b"saved", headers=headers)
        monkeypatch.setattr(archives, "WAYBACK", server.url("/save/"))
        assert archives.save_to_wayback("http://x.example/", policy=server.policy()) == ""
        assert server.hits() == []
        settings.CLAIMS_SAVE_TO_WAYBACK = True
        place = archives.save_to_wayback("http://x.example/", policy=server.policy())
        assert place == expected.format(server=server.url("")) if expected else not place
        server.page("/save/http://x.example/", status=503)
        assert archives.save_to_wayback("http://x.example/", policy=server.policy()) == ""
