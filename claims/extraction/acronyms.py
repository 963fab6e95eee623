"""Bodies that are written out with their letters in brackets behind them: "Badan Nasional Penanggulangan Bencana (BNPB)"."""

import re
from collections.abc import Iterator

from .speech import Speech

ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
BEFORE = 90
"""Characters before the letters in which the body's name begins."""
WORDS = 9
"""Words that such a name has at most."""


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
