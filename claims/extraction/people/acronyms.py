"""Bodies that are written out with their letters in brackets behind them: "Badan Nasional Penanggulangan Bencana (BNPB)", and
those whose letters stand alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from claims.extraction.speech import Speech

ACRONYM: Final = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
BEFORE: Final = 90
"""Characters before the letters in which the body's name begins."""
WORDS: Final = 9
"""Words that such a name has at most."""
SHORTEST: Final = 2
"""Letters of which none is left out."""


def spelt_out(text: str, start: int, end: int, speech: Speech) -> Iterator[tuple[str, str]]:
    """The letters in brackets within text[start:end], each with the whole name and the letters behind it: a name whose first
    letters they are, or one that begins with a word for a body and has capitals only."""
    for match in ACRONYM.finditer(text, start, end):
        letters = match.group(1)
        before = text[max(start, match.start() - BEFORE) : match.start()].split()
        for count in range(min(len(before), WORDS), 1, -1):
            words = before[-count:]
            initials = "".join(w[0] for w in words if w[0].isupper())
            whole = words[0].lower() in speech.roles.bodies and all(w[0].isupper() for w in words)
            if words[0][0].isupper() and (whole or initials in (letters, letters.upper())):
                yield letters, f"{' '.join(words)} ({letters})"
                break


def with_initials(runs: Sequence[tuple[int, str]], letters: str, speech: Speech) -> str:
    """The organisation among runs of capitals whose first letters stand for it, no brackets telling so ("British Airways" is
    "BA", the "Centers for Disease Control and Prevention" the "CDC"), "" for none."""
    for _, run in runs:
        words = run.split()
        if len(words) < SHORTEST or letters[0] not in run:
            continue
        joints = [n for n, word in enumerate(words) if word in speech.coordinators]
        parts = [words, *(words[a + 1 : b] for a, b in pairwise([-1, *joints, len(words)]))] if joints else [words]
        for part in parts:
            named = part[part[0].lower() in speech.definite :] if part else []
            if named and _are_initials(named, letters, speech):
                return " ".join(named)
    return ""


def _are_initials(words: Sequence[str], letters: str, speech: Speech) -> bool:
    """Whether letters stand for a body, its country in front ("U.S. Department of Justice" is "DOJ") and the kind of firm behind
    ("General Motors Corp.") left out or not. Long letters may leave out the last word, or stand for small ones too."""
    lows = [word.lower().rstrip(".") for word in words]
    if len(words) > len(letters) and (words[0].isupper() or lows[0] in speech.roles.places):
        words, lows = words[1:], lows[1:]
    if len(words) < len(letters):
        return False
    capitals = "".join(word[0] for word in words if word[0].isupper())
    long = len(letters) > SHORTEST
    short = capitals[:-1] if long or lows[-1] in speech.roles.corporate else capitals
    every = capitals if not long else "".join(word[0] for word in words).upper()
    if letters not in (capitals, short, every):
        return False
    kinds = lows[-1:] if letters == capitals and len(words) == len(letters) else lows
    return any(low in speech.roles.bodies or low in speech.roles.corporate for low in kinds)
