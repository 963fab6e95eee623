"""Evidence that others can open: snapshots as a WARC file, and a copy at the Wayback Machine."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import IO
from urllib.parse import quote, urljoin

from django.conf import settings
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.fetching import Limits, Policy, fetch
from claims.models import Snapshot
from claims.models.rows import LONGEST_ADDRESS
from claims.services import pages

WAYBACK = "https://web.archive.org/save/"
SAVE_SECONDS = 30
MEMENTO = re.compile(r'<([^<>]{1,4096})>\s*;[^,<]{0,500}\brel="?[^",;]{0,60}\bmemento\b')
NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
"""What a header may be called (RFC 9110, 5.6.2). Servers send other names too, which no WARC file can hold."""
OF_THE_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})
"""Headers that speak of the bytes on the wire; a Body is what they unpacked to."""


def write_warc(snapshots: Iterable[Snapshot], sink: IO[bytes]) -> int:
    """Write snapshots that have their body as WARC 1.1 response records, gzipped each; how many.

    The same bytes from the same address a second time become a revisit record. Record ids are the snapshots' own, so that a
    second export of the same rows is the same file.
    """
    writer = WARCWriter(sink, gzip=True, warc_version="1.1")
    first: dict[tuple[str, str], Snapshot] = {}
    count = 0
    for snapshot in snapshots:
        content = pages.content(snapshot.body) if snapshot.body is not None else None
        if content is None or snapshot.body is None:
            continue
        before = first.setdefault((snapshot.url, snapshot.body.sha256), snapshot)
        writer.write_record(_record(writer, snapshot, content, before))
        count += 1
    return count


def _record(writer: WARCWriter, snapshot: Snapshot, content: bytes, before: Snapshot) -> object:
    address = snapshot.final_url or snapshot.url
    names = {
        "WARC-Date": _moment(snapshot),
        "WARC-Record-ID": f"<urn:uuid:{snapshot.uid}>",
        "WARC-Payload-Digest": f"sha256:{snapshot.body.sha256 if snapshot.body else ''}",
    }
    is_again = before.pk != snapshot.pk
    payload = b"" if is_again else content
    if is_again:
        names |= {
            "WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
            "WARC-Refers-To": f"<urn:uuid:{before.uid}>",
            "WARC-Refers-To-Target-URI": before.final_url or before.url,
            "WARC-Refers-To-Date": _moment(before),
        }
    return writer.create_warc_record(
        address,
        "revisit" if is_again else "response",
        payload=io.BytesIO(payload),
        length=len(payload),
        http_headers=_http_headers(snapshot, len(payload)),
        warc_headers_dict=names,
    )


def _http_headers(snapshot: Snapshot, length: int) -> StatusAndHeaders:
    named = ((name, value) for name, value in snapshot.headers.items() if NAME.fullmatch(name))
    kept = [(name, _line(value)) for name, value in named if name.lower() not in OF_THE_WIRE]
    lines = [(name.title(), value) for name, value in kept] + [("Content-Length", str(length))]
    return StatusAndHeaders(str(snapshot.status or 200), lines, protocol="HTTP/1.1")


def _line(value: str) -> str:
    return " ".join(str(value).split())


def _moment(snapshot: Snapshot) -> str:
    return snapshot.fetched_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def with_bodies(source_ids: Iterable[int] | None = None) -> Iterator[Snapshot]:
    """Snapshots whose body was not pruned, oldest first, a few in memory at a time."""
    rows = Snapshot.objects.filter(body__content__isnull=False).select_related("body").defer("text").order_by("pk")
    if source_ids is not None:
        rows = rows.filter(source__in=list(source_ids))
    found: Iterator[Snapshot] = rows.iterator(chunk_size=50)
    return found


def save_to_wayback(url: str, *, policy: Policy) -> str:
    """Ask the Wayback Machine to keep a page; the address of its copy (a memento), "" when it did not.

    Does nothing unless the operator switched it on: it tells a third party what the desk reads.
    """
    if not settings.CLAIMS_SAVE_TO_WAYBACK:
        return ""
    asked = WAYBACK + quote(url, safe=":/?&=%#,;~+@!$()*[]'")
    answer = fetch(asked, policy=policy, limits=Limits(deadline=SAVE_SECONDS), user_agent=settings.CLAIMS_FETCH_AGENT)
    if answer.outcome not in {"ok", "moved"}:
        return ""
    link = MEMENTO.search(answer.headers.get("link", ""))
    place = link[1] if link else answer.headers.get("content-location", "")
    if not place and "/web/" in answer.final_url:
        place = answer.final_url
    return urljoin(asked, place)[:LONGEST_ADDRESS] if place else ""
