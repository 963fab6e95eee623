"""How parent and child talk over two pipes: a fixed head with sizes, then JSON, then the document's bytes."""

from __future__ import annotations

import struct

REQUEST = struct.Struct(">II")
"""Sizes of the JSON and of the document."""

ANSWER = struct.Struct(">BI")
"""1 when the child ends after this answer, and the size of the JSON."""

READERS = "claims.readers.reading"
"""The module whose `read` and `warm` the child calls. Named, not imported: this folder knows nothing of readers."""
