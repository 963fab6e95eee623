"""Content encodings undone piece by piece, never beyond the limits: gzip and deflate, one of them at most."""

from __future__ import annotations

import zlib

from .budget import Budget, Spent
from .wire import garbled, truncated

ACCEPTED = "gzip, deflate"
PLAIN = frozenset({"", "identity"})
GZIP = frozenset({"gzip", "x-gzip"})
GZIP_MAGIC = b"\x1f\x8b"
MAX_MEMBERS = 100
"""Gzip streams in one body. Honest ones have one; empty ones by the hundred thousand cost time and hold nothing."""


class Decoder:
    """Collects a body. `feed` raises Spent as soon as a limit is passed; `finish` gives the whole decoded body."""

    def __init__(self, encoding: str, budget: Budget) -> None:
        self.encoding = encoding.strip().lower()
        if self.encoding not in PLAIN | GZIP | {"deflate"}:
            raise garbled("encoding", f"The answer is encoded in a way we did not ask for ({self.encoding[:40]}).")
        self.limits = budget.limits
        self.body = bytearray()
        self.wire = 0
        self.members = 0
        self._held = b""  # the first byte of a stream, until the second tells what the stream is
        self._unpacker: zlib._Decompress | None = None

    def feed(self, piece: bytes) -> None:
        self.wire += len(piece)
        if self.wire > self.limits.wire_bytes:
            raise Spent("too_large", "wire_bytes", f"The answer is larger than {self.limits.wire_bytes} bytes.")
        if self.encoding in PLAIN:
            self._keep(piece)
            return
        try:
            self._unpack(piece)
        except zlib.error:
            raise garbled("encoding", "The answer's compression is damaged.") from None

    def finish(self) -> bytes:
        if self.encoding not in PLAIN and (self._unpacker is None or not self._unpacker.eof):
            raise truncated("The compressed answer ended before its end.")
        return bytes(self.body)

    def _unpack(self, piece: bytes) -> None:
        while piece:
            if self._unpacker is None or self._unpacker.eof:
                piece = self._held + piece
                if len(piece) < len(GZIP_MAGIC):
                    self._held = piece
                    return
                self._held = b""
                # A further gzip member continues the body (RFC 1952 2.2); anything else after the end is padding.
                if self._unpacker is not None and (self.encoding not in GZIP or not piece.startswith(GZIP_MAGIC)):
                    return
                self.members += 1
                if self.members > MAX_MEMBERS:
                    raise garbled("encoding", "The answer is compressed in too many pieces.")
                self._unpacker = zlib.decompressobj(self._window(piece))
            self._keep(self._unpacker.decompress(piece, self.limits.decoded_bytes - len(self.body) + 1))
            piece = self._unpacker.unconsumed_tail or self._unpacker.unused_data

    def _window(self, start: bytes) -> int:
        """Zlib's code for the stream: "deflate" is zlib by the standard (RFC 1950 2.2 tells its head) and raw by habit."""
        if self.encoding in GZIP:
            return 31
        return 15 if start[0] & 15 == 8 and (start[0] * 256 + start[1]) % 31 == 0 else -15

    def _keep(self, piece: bytes) -> None:
        size = len(self.body) + len(piece)
        if size > self.limits.decoded_bytes:
            raise Spent("too_large", "decoded_bytes", f"The unpacked answer passes {self.limits.decoded_bytes} bytes.")
        if size > self.limits.ratio_from and size > self.limits.ratio * self.wire:
            raise Spent("too_large", "ratio", f"The answer unpacks to more than {self.limits.ratio} times its size.")
        self.body += piece
