"""Which capitals are names of places, and which of things that somebody makes, as the words before them tell."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.speech import Speech
from claims.extraction.values import Span

BEFORE: Final = 14
"""Characters in which the small word before a place stands."""

PAIR: Final = 2
"""Words of a first name and a surname."""


def stands_as_place(
    place: str, alone: Sequence[Span], runs: Sequence[tuple[int, str]], lower: str, speech: Speech
) -> bool:
    """Whether a place's word stands before a name somewhere in an article: small before it where it stands alone or opens
    its run of capitals, or in the run that it ends. `lower` is the text in lower case, `alone` the spans of the name in it,
    `runs` the runs of capitals that may hold it, each with its place."""
    places = [start for start, _ in alone]
    for at, run in runs:
        inside = f" {run} ".find(f" {place} ")
        if inside == 0:
            places.append(at)
        if run.endswith(place) and _is_before_place(run[: max(0, inside)].lower(), speech):
            return True
    return any(_is_before_place(lower[max(0, at - BEFORE) : at], speech) for at in places)


def is_called(name: str, alone: Sequence[Span], lower: str, speech: Speech) -> bool:
    """Whether somebody is called by the first word of a name: it stands alone right behind a cue ("kata Seto"), or the name
    is an apposition ("Direktur Hukum, Seto Irawan Siregar"), so that it is no team or firm."""
    if f", {name.lower()}" in lower:
        return True
    return any(
        "postposed" in speech.cues.kinds.get(word, ())
        for start, _ in alone
        for word in lower[max(0, start - BEFORE) : start].split()[-1:]
    )


def is_ware(longer: Sequence[str], at: int, lower: str, speech: Speech) -> bool:
    """Whether an English name of several words, none of whom the text tells that it is a person's, is that of something made by
    the firm that its first word names: an article or an owner stands before it at `at`, or it is long ("Kesper Pure Green")."""
    if speech.head_first or f"{longer[0]}." in speech.sexes:
        return False
    if (
        longer[-1] in speech.roles.bodies
        or longer[-1] in speech.roles.corporate
        or longer[-1] in speech.stands_for.body
    ):
        return False
    led = lower[max(0, at - BEFORE) : at].split()[-1:]
    if longer[-1].endswith("s") and not speech.definite.isdisjoint(led):
        return False  # "the Hull Swans"
    return len(longer) > PAIR or (led != [] and (led[0] in speech.articles or led[0] in speech.owners))


def _is_before_place(before: str, speech: Speech) -> bool:
    """Whether words end with one that a place follows, and it is not the second of an office ("wali kota")."""
    words = before.split()[-2:]
    office = len(words) > 1 and words[0] in speech.stands_for.office_heads
    return bool(words) and words[-1] in speech.roles.place_before and not office
