"""Bounds: the words around a numeral that say whether it is exact, a floor, a ceiling or an estimate."""

from dataclasses import dataclass
from functools import lru_cache

from .language import Language
from .tokens import Phrases, Tokens, grouped

FILLERS = 2
"""So many words may stand between a cue and its number ("sedikitnya ada 20", "at least another 20")."""


@dataclass(frozen=True, eq=False)
class BoundWords:
    """The cues of one language; `reached` are verbs after which "hingga" tells an end point, not a ceiling."""

    before: Phrases[str]
    after: Phrases[str]
    fillers: frozenset[str]
    close_only: frozenset[str]
    reached: frozenset[str]
    lasting: frozenset[str]
    compares: frozenset[str]


@lru_cache(maxsize=None)
def bound_words(language: Language) -> BoundWords:
    """The bound cues of the language, prepared for look-up."""
    table = language.tables["bounds"]
    fillers = table["fillers"]
    return BoundWords(
        before=grouped(table["before"]),
        after=grouped(table["after"]),
        fillers=frozenset(fillers["words"]),
        close_only=frozenset(fillers["not_loose"]),
        reached=frozenset(fillers["reached"]),
        lasting=frozenset(fillers["lasting"]),
        compares=frozenset(fillers["after_compares"]),
    )


def bound_before(tokens: Tokens, first: int, words: BoundWords, *, lasts: bool) -> tuple[str, int] | None:
    """The bound told before token `first`: (bound, first token of the cue). `lasts`: the number is a length of time."""
    at = first
    for skipped in range(FILLERS + 1):
        found = words.before.ending(tokens.words, at)
        if found:
            size, bound = found
            cue = " ".join(tokens.words[at - size : at])
            if skipped and cue in words.close_only:
                return None
            if cue in words.lasting and lasts and tokens.word(at - size - 1) not in words.reached:
                return None
            if bound == "at_most" and size == 1 and tokens.word(at - 2) in words.reached:
                return None
            return bound, at - size
        if tokens.word(at - 1) not in words.fillers:
            return None
        at -= 1
    return None


def bound_after(tokens: Tokens, end: int, words: BoundWords) -> tuple[str, int] | None:
    """The bound told right after token `end` - 1: (bound, end of the cue)."""
    found = words.after.starting(tokens.words, end)
    if not found:
        return None
    size, bound = found
    following = tokens.word(end + size)
    if bound == "more_than" and size == 1 and following in words.compares:
        return None
    if tokens.words[end] in {"+", "-"} and not tokens.glued(end):
        return None
    return bound, end + size
