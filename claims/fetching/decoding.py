"""Content encodings undone piece by piece, never beyond the limits: gzip and deflate, one of them at most."""

from __future__ import annotations

import zlib

from .budget import Budget, Spent
from .wire import garbled, truncated

ACCEPTED = "gzip, deflate"
PLAIN = frozenset({"", "identity"})
GZIP = frozenset({"gzip", "x-gzip"})
GZIP_MAGIC = b"\x1f\x8b"


class Decoder:
    """Collects a body. `feed` raises Spent as soon as a limit is passed; `finish` gives the whole decoded body."""

    def __init__(self, encoding: str, budget: Budget) -> None:
        self.encoding = encoding.strip().lower()
        if self.encoding not in PLAIN | GZIP | {"deflate"}:
            raise garbled("encoding", f"The answer is encoded in a way we did not ask for ({self.encoding[:40]}).")
        self.limits = budget.limits
        self.pieces: list[bytes] = []
        self.wire = 0
        self.size = 0
        self._unpacker = None if self.encoding in PLAIN else zlib.decompressobj(31 if self.encoding in GZIP else 15)

    def feed(self, piece: bytes) -> None:
        self.wire += len(piece)
        if self.wire > self.limits.wire_bytes:
            raise Spent("too_large", "wire_bytes", f"The answer is larger than {self.limits.wire_bytes} bytes.")
        if self._unpacker is None:
            self._keep(piece)
            return
        try:
            self._unpack(piece)
        except zlib.error:
            raise garbled("encoding", "The answer's compression is damaged.") from None

    def finish(self) -> bytes:
        if self._unpacker is not None and not self._unpacker.eof:
            raise truncated("The compressed answer ended before its end.")
        return b"".join(self.pieces)

    def _unpack(self, piece: bytes) -> None:
        while piece:
            if self._unpacker.eof:  # type: ignore[union-attr]
                # A further gzip member continues the body (RFC 1952 2.2); anything else after the end is padding.
                if self.encoding not in GZIP or not piece.startswith(GZIP_MAGIC):
                    return
                self._unpacker = zlib.decompressobj(31)
            room = self.limits.decoded_bytes - self.size + 1
            self._keep(self._inflate(piece, room))
            unpacker = self._unpacker
            piece = unpacker.unconsumed_tail or unpacker.unused_data  # type: ignore[union-attr]

    def _inflate(self, piece: bytes, room: int) -> bytes:
        unpacker = self._unpacker
        try:
            return unpacker.decompress(piece, room)  # type: ignore[union-attr]
        except zlib.error:
            # "deflate" is zlib by the standard and raw deflate by habit; only the first bytes can tell.
            if self.encoding != "deflate" or self.size or self.wire != len(piece):
                raise
        self._unpacker = zlib.decompressobj(-15)
        return self._unpacker.decompress(piece, room)

    def _keep(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > self.limits.decoded_bytes:
            raise Spent("too_large", "decoded_bytes", f"The unpacked answer passes {self.limits.decoded_bytes} bytes.")
        if self.size > self.limits.ratio_from and self.size > self.limits.ratio * self.wire:
            raise Spent("too_large", "ratio", f"The answer unpacks to more than {self.limits.ratio} times its size.")
        self.pieces.append(piece)
