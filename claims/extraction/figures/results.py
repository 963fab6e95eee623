"""Results of matches that stand as names with their numbers: "Giants 7, Red Sox 6", "HAWKS 99 beat NETS 93 - …"."""

import itertools
import re
from typing import Final

from .amounts import Reading
from .grammar import Grammar
from .tokens import Tokens

SCORE_LINE: Final = re.compile(
    r"[^\W\d_][^\d,;:]{1,30} [0-9]{1,3}, [^\W\d_][^\d,;:]{1,30} [0-9]{1,3}(?: \([^()\n]{1,20}\))?"
)
"""A whole line that tells a result: "Giants 7, Red Sox 6 (15 innings)"."""
LONGEST_RESULT: Final = 90
NAME_LONGEST: Final = 5
"""Tokens of the name of a team."""
MOST_POINTS: Final = 3
"""Digits of a result."""
VERSUS: Final = frozenset({"vs", "versus"})
"""Words between the two numbers of a result: "Deltras 2 vs 1 Persekat"."""
OPENS_REPORT: Final = frozenset(":-–—")
"""Signs between a result and the report that it opens."""


def is_tie_break(tokens: Tokens, reading: Reading, end: int) -> bool:
    """Whether a number in brackets goes with the score that ends at token `end`: "7-6 (5)", "7-6(7-4)"."""
    closed = reading.unit is None and tokens.at[reading.end] == ")"  # "seksi 1-5 (75 km)" tells a length
    return closed and tokens.at[end] == "(" and reading.first == end + 1


def refuse_results(tokens: Tokens, readings: list[Reading], grammar: Grammar) -> None:
    """Refuse the numbers of results between teams, of a line that tells one, or of the result that opens a report."""
    for left, right in itertools.pairwise(readings):
        joint = tokens.words[left.end : right.first]
        plain = all(one.unit is None and tokens.words[one.first].isdigit() for one in (left, right))
        if (
            joint
            and joint[0] in VERSUS
            and len(joint) == 1 + (joint[-1] == ".")
            and plain
            and tokens.capital(left.first - 1)
        ):
            left.why = right.why = "score"
    start, end, text = tokens.starts[0], tokens.ends[-1], tokens.text
    if start and text[start - 1] != "\n":
        return
    alone = (end == len(text) or text[end] == "\n") and end - start <= LONGEST_RESULT
    if alone and SCORE_LINE.fullmatch(text, start, end):
        for reading in readings:
            reading.why = "score"
    elif opens_report(tokens, readings[0], readings[1], grammar):
        readings[0].why = readings[1].why = "score"


def opens_report(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar) -> bool:
    """Whether two numbers are the result that opens a report: "HAWKS 99 beat NETS 93 - …", "Elm Hill 30, Tay 27: …"."""
    if tokens.at[right.end] not in OPENS_REPORT or tokens.glued(right.end + 1):
        return False
    joint = tokens.at[left.end]
    if joint != "," and joint not in grammar.scores_before:
        return False
    digits = [tokens.words[one.first] for one in (left, right)]
    if not all(word.isdigit() and len(word) <= MOST_POINTS for word in digits):
        return False
    names = (range(left.first), range(left.end + 1, right.first))
    return all(0 < len(name) <= NAME_LONGEST and named(tokens, name) for name in names)


def named(tokens: Tokens, words: range) -> bool:
    """Whether the tokens are the words of a name."""
    return tokens.capital(words[0]) and all(tokens.capital(at) or tokens.words[at] in {".", "&"} for at in words)
