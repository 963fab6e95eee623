"""Attributions: each cue of a sentence with its speaker, in one of a few named shapes."""

from .frames import Frame
from .postposed import behind_shape, inverted_shape
from .preposed import in_front_shape
from .said import Said
from .sources import own_shape, quoted_shape, relayed_shape, source_shape


def attributions(frame: Frame) -> list[Said]:
    """The attributions of a frame, in the order of their cues."""
    found: list[Said] = []
    floor = 0
    for first, last, word in frame.cues:
        if first < floor or frame.marked.get(first):
            continue
        said = _read(frame, first, last, word, found)
        if said is not None:
            found.append(said)
            floor = said.cue_end
    return found


def _read(frame: Frame, first: int, last: int, word: str, found: list[Said]) -> Said | None:
    kinds = frame.speech.kinds[word]
    for shape in (quoted_shape, source_shape, own_shape, relayed_shape, inverted_shape, behind_shape, in_front_shape):
        said = shape(frame, first, last, word, kinds, found)
        if said is not None:
            return said
    return None
