"""Attributions: each cue of a sentence with its speaker, in one of a few named shapes."""

from .frames import Frame
from .postposed import behind_shape, inverted_shape
from .preposed import in_front_shape
from .said import Hit, Said
from .sources import own_shape, quoted_shape, relayed_shape, source_shape

SHAPES = (
    quoted_shape,
    source_shape,
    own_shape,
    relayed_shape,
    inverted_shape,
    behind_shape,
    in_front_shape,
)
"""In the order in which they are tried."""


def attributions(frame: Frame) -> list[Said]:
    """The attributions of a frame, in the order of their cues."""
    found: list[Said] = []
    floor = 0
    for first, last, word in frame.cues:
        if first < floor or frame.marked.get(first):
            continue
        hit = Hit(frame, first, last, word, frame.speech.kinds[word], found)
        said = next((said for shape in SHAPES if (said := shape(hit)) is not None), None)
        if said is not None:
            found.append(said)
            floor = said.cue_end
    return found
