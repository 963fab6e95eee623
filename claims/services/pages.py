"""Fetched pages are kept: a Snapshot for what an address answered, its bytes once per hash. And the operator's limits."""

import hashlib
import zlib
from typing import Any

from django.conf import settings

from claims.fetching import Fetched, Limits, Policy
from claims.models import Body, Snapshot, Source
from claims.models.rows import LONGEST_ADDRESS

KEPT_HEADERS = 64
LONGEST_HEADER = 500
"""Headers of an answer that are kept, and characters of each: what tells when and by whom it was served stands well within."""


def policy() -> Policy:
    """The addresses the operator lets the gateway reach: public ones, and the private networks named in the settings."""
    return Policy(
        allowed_networks=tuple(settings.CLAIMS_ALLOWED_NETWORKS), ports=frozenset(settings.CLAIMS_ALLOWED_PORTS)
    )


def limits() -> Limits:
    """The operator's limits on one fetch."""
    return Limits(
        deadline=settings.CLAIMS_FETCH_DEADLINE,
        wire_bytes=settings.CLAIMS_FETCH_MAX_WIRE_BYTES,
        decoded_bytes=settings.CLAIMS_FETCH_MAX_BYTES,
        redirects=settings.CLAIMS_FETCH_MAX_REDIRECTS,
    )


def columns_of(fetched: Fetched) -> dict[str, Any]:
    """What a Snapshot keeps of a fetch, without its body."""
    headers = {
        str(name)[:100]: str(value)[:LONGEST_HEADER] for name, value in list(fetched.headers.items())[:KEPT_HEADERS]
    }
    return {
        "url": fetched.url[:LONGEST_ADDRESS],
        "final_url": (fetched.final_url or "")[:LONGEST_ADDRESS],
        "fetched": fetched.outcome,
        "reason": (fetched.reason or "")[:40],
        "message": (fetched.message or "")[:500],
        "status": fetched.status,
        "headers": headers,
        "media_type": (fetched.media_type or "")[:120],
        "charset": (fetched.charset or "")[:40],
        "fetched_at": fetched.fetched_at,
        "took_ms": int(fetched.took * 1000),
    }


def keep(fetched: Fetched, *, source: Source | None = None, seq: int | None = None) -> Snapshot:
    """Write the Snapshot of a fetch, and the Body when its bytes are new."""
    snapshot = Snapshot(**columns_of(fetched), source=source, seq=seq)
    snapshot.body = keep_body(fetched.body) if fetched.body else None
    snapshot.save()
    return snapshot


def keep_body(content: bytes) -> Body:
    """The Body of these bytes, written when they are new."""
    sha256 = hashlib.sha256(content).hexdigest()
    Body.objects.bulk_create(
        [Body(sha256=sha256, size=len(content), content=zlib.compress(content, 6))], ignore_conflicts=True
    )
    return Body(sha256=sha256)


def content(body: Body) -> bytes | None:
    """The bytes of a Body, None once pruned."""
    return zlib.decompress(bytes(body.content)) if body.content is not None else None
