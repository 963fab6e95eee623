"""Bodies that are written out with their letters in brackets behind them: "Badan Nasional Penanggulangan Bencana (BNPB)", and
those whose letters stand alone."""

import re
from collections.abc import Iterator, Sequence
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
            whole = words[0].lower() in speech.bodies and all(w[0].isupper() for w in words)
            if words[0][0].isupper() and (whole or initials in (letters, letters.upper())):
                yield letters, f"{' '.join(words)} ({letters})"
                break


def with_initials(runs: Sequence[tuple[int, str]], letters: str, speech: Speech) -> str:
    """The organisation among runs of capitals whose first letters stand for it, no brackets telling so ("British Airways" is
    "BA", the "Centers for Disease Control and Prevention" the "CDC"), "" for none. Long letters may leave out the last one."""
    for _, run in runs:
        words = run.split()
        words = words[words[0].lower() in speech.definite :]
        if len(words) < len(letters):
            continue
        initials = "".join(word[0] for word in words if word[0].isupper())
        short = len(letters) > SHORTEST and initials[:-1] == letters
        kinds = (words[-1].lower(),) if len(words) == len(letters) else map(str.lower, words)
        if (short or initials == letters) and any(low in speech.bodies or low in speech.corporate for low in kinds):
            return " ".join(words)
    return ""
