"""Runs of cricket, which reports of it count without their word: "made a crucial 79", "all out for 187", "34 not out"."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.extraction.language import Language

from .amounts import Reading, is_whole
from .grammar import Grammar
from .refusals import is_bracketed
from .tokens import Phrases, Tokens, marked
from .writing import plays

PRAISE: Final = 2
"""So many words may stand between an article and the runs: "a brilliant 79", "a hard fought 34"."""
SCORERS: Final = 2
"""So many batters at least are told with their runs in brackets; one may be told with an age."""


@dataclass(frozen=True, eq=False)
class RunWords:
    """The words of one language that tell runs; `game` those of which an article about cricket has two, `noun` what they count."""

    game: tuple[str, ...]
    noun: str
    before: Phrases[bool]
    after: Phrases[bool]


@cache
def run_words(language: Language) -> RunWords:
    """The words of the language, prepared for look-up."""
    table = language.tables["counted"]
    return RunWords(tuple(table["cricket"]), table["runs"], marked(table["runs_before"]), marked(table["runs_after"]))


def tells_runs(tokens: Tokens, reading: Reading, before: Reading | None, grammar: Grammar, words: RunWords) -> bool:
    """Whether a number without a noun counts the runs of a game of cricket; `before` is the one that stands before it."""
    if reading.unit is not None or reading.kind != "number" or not is_whole(reading):
        return False
    return stands_as_runs(tokens, reading, before, grammar, words) and plays(tokens.text, words.game)


def stands_as_runs(tokens: Tokens, reading: Reading, before: Reading | None, grammar: Grammar, words: RunWords) -> bool:
    """Whether a number stands as runs do in a report of cricket."""
    at = reading.bound_first - 1
    if words.after.starting(tokens.words, reading.end) or words.before.ending(tokens.words, at + 1):
        return True
    if before and before.unsaid and at - before.end <= 1:
        joints = grammar.counted.coordinators | {","}
        return joints.issuperset(tokens.words[before.end : at + 1])  # "innings of 59, 63 and 19"
    for back in range(at, at - PRAISE - 1, -1):
        word = tokens.at[back] if back >= 0 else ""
        if word in grammar.numbers.articles or word in grammar.counted.determiners:
            return back < at and grammar.counted.stops.isdisjoint(tokens.words[back + 1 : at + 1])
        if not word.replace("-", "").isalpha():
            return False
    return False


def restore_runs(tokens: Tokens, readings: list[Reading], words: RunWords) -> None:
    """Take back the ages of a sentence that are runs, each in brackets behind one of several names: "Ann Hill (89) and Roy (76)"."""
    told = [one for one in readings if one.why == "age" and is_bracketed(tokens, one)]
    if len(told) >= SCORERS and plays(tokens.text, words.game):
        for reading in told:
            reading.why, reading.unsaid = None, words.noun
