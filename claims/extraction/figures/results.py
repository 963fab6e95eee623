"""Results of matches that stand as names with their numbers: "Giants 7, Red Sox 6", "HAWKS 99 beat NETS 93 - …"."""

import itertools
import re
from decimal import Decimal
from typing import Final

from claims.extraction.scan import DASHES, HYPHENS

from .amounts import Reading
from .grammar import Grammar
from .labels import counts_something
from .pairs import PairWords
from .tokens import Tokens
from .writing import plays, rates

SCORE_LINE: Final = re.compile(
    r"[^\W\d_][^\d,;:]{1,30} [0-9]{1,3}(?: \([0-9]{1,2}[-–][0-9]{1,2}\))?, [^\W\d_][^\d,;:]{1,30} [0-9]{1,3}(?: \([^()\n]{1,20}\))?"
    r"|[A-Z][^\d,;:]{1,30} [0-9]{1,2} [A-Z][^\d,;:]{1,30} [0-9]{1,2}"
)
"""A whole line that tells a result: "Giants 7, Red Sox 6 (15 innings)", "Elm 109 (13-15), Tay 107 (10-17)", "Elm Rovers 2 Tay City 1"."""
HOLES: Final = Decimal(11)
"""No match over holes is won by more."""
ROUND: Final = range(58, 90)
"""Strokes of a round of golf."""
TOURNAMENT: Final = range(255, 310)
"""Strokes of four rounds."""
BEST: Final = "10"
"""The highest mark of a player."""
PAR: Final = 30
"""No round is further from par."""
LAST: Final = 4
"""So many digits of such a number are looked at."""
MOST_DRAWN: Final = 100
LEAST_DRAWN: Final = 4
"""So many numbers are drawn in a lottery at least."""
SCORERS: Final = 12
"""So many tokens before the number of one scorer stands the word for what is counted, at most."""
MINUTES: Final = Decimal(10)
"""A number in brackets behind a scorer is a count below it where all are, else the minute."""
LONGEST_RESULT: Final = 90
NAME_LONGEST: Final = 5
"""Tokens of the name of a team."""
SMALL: Final = 3
"""Letters of words that the name of a team may write small: "Real de Elm"."""
MOST_POINTS: Final = 3
"""Digits of a result."""
OPENS_REPORT: Final = DASHES | {":"}
"""Signs between a result and the report that it opens."""


def is_tie_break(tokens: Tokens, reading: Reading, before: Reading) -> bool:
    """Whether a number in brackets goes with the score before it: "7-6 (5)", "7-6(7-4)", "7(7)-6(-5)"."""
    end = before.end
    closed = reading.unit is None and tokens.at[reading.end] == ")"  # "seksi 1-5 (75 km)" tells a length
    lost = tokens.at[end + 1] in HYPHENS and tokens.glued(end)  # "7(7)-6(-5)"
    told = before.why == "score" or (before.why == "identifier" and lost)
    return told and closed and tokens.at[end] == "(" and reading.first == end + 1 + lost


def refuse_results(tokens: Tokens, readings: list[Reading], grammar: Grammar, pairs: PairWords) -> None:
    """Refuse the numbers of results between teams, of a line that tells one, or of the result that opens a report."""
    for left, right in itertools.pairwise(readings):
        between = right.first - left.end
        versus = (
            between > 0
            and tokens.words[left.end] in grammar.scores.versus
            and between == 1 + (tokens.at[right.first - 1] == ".")
        )
        plain = is_plain(tokens, left) and is_plain(tokens, right)
        named_both = versus and tokens.capital(left.first - 1)
        if plain and (named_both or holes(tokens, left, right, grammar) or beside(tokens, left, right, grammar, pairs)):
            left.why = right.why = "score"
    for result, reading in itertools.pairwise(readings):
        if result.why == "score" and is_tie_break(tokens, reading, result):
            reading.why = "score"  # "Reds 6, Nets 5 (10): …"
    start, end, text = tokens.starts[0], tokens.ends[-1], tokens.text
    if start and text[start - 1] != "\n":
        return
    if tells_deed(tokens, readings[1].first, grammar):
        return
    alone = (end == len(text) or text[end] == "\n") and end - start <= LONGEST_RESULT
    if alone and SCORE_LINE.fullmatch(text, start, end):
        for reading in readings:
            reading.why = "score"
    elif opens_report(tokens, readings[0], readings[1], grammar):
        readings[0].why = readings[1].why = "score"


def tells_deed(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether the tokens before `end` tell what befell people, or are no names: "Blast Kills 3, Injuring 4", "Crews rescue 3, find 40"."""
    words, counted = tokens.words[:end], grammar.counted
    if not counted.people_after.isdisjoint(words) or not counted.fates.isdisjoint(words):
        return True
    return any(
        len(word) > SMALL and not tokens.capital(at) and word.isalpha() and word not in grammar.scores.before
        for at, word in enumerate(words)
    )


def refuse_rounds(tokens: Tokens, readings: list[Reading], grammar: Grammar, pairs: PairWords) -> None:
    """Refuse the strokes of a round in an article about golf ("shot 70", "a disappointing 71", "a total of 282") and how far they are
    from par ("six-over 76", "(7 under)")."""
    for reading in readings:
        hyphen = tokens.at[reading.end] in HYPHENS and tokens.glued(reading.end)
        if reading.why or reading.unit or reading.high is not None:
            continue
        par = tokens.at[reading.end + hyphen] in grammar.ages.limits and (reading.value or ROUND[0]) < PAR
        word = tokens.words[reading.first]
        round_told = word.isdigit() and any(int(word[:LAST]) in rounds for rounds in (ROUND, TOURNAMENT))
        told = par or (round_told and not hyphen and not counts_something(tokens, reading.end, grammar))
        if told and plays(tokens.text, pairs.golf):
            reading.why = "score"


def refuse_marks(tokens: Tokens, readings: list[Reading], grammar: Grammar, pairs: PairWords) -> None:
    """Refuse the marks of an article that rates players: "Ann Hill – rarely troubled 7", "Roy (6.5)", "8/10"."""
    for reading in readings:
        if reading.why or reading.high is not None or not tokens.words[reading.first][0].isdigit():
            continue
        if reading.unit == "fraction":
            rated = tokens.words[reading.end - 1] == BEST
        else:
            rated = reading.unit is None and reading.value is not None and reading.value <= int(BEST)
            last = reading.end == len(tokens)  # "the throw from which Hill scored 7"
            rated = rated and (last or tokens.at[reading.first - 1] not in grammar.scores.before)
        if rated and not tokens.at[reading.end][:1].isalnum() and rates(tokens.text, pairs.marked):
            reading.why = "score"


def refuse_drawn(tokens: Tokens, readings: list[Reading], grammar: Grammar, pairs: PairWords) -> None:
    """Refuse the numbers that a sentence tells were drawn in a lottery: "the winning numbers were 4, 8, 15, 16, 23 and 42"."""
    bare = [
        one
        for one in readings
        if one.why is None
        and is_plain(tokens, one)
        and (one.value or 0) < MOST_DRAWN
        and (not tokens.at[one.end].isalpha() or tokens.at[one.end] in grammar.counted.coordinators)
    ]
    told = tokens.text[tokens.starts[0] : tokens.ends[-1]].lower() if len(bare) >= LEAST_DRAWN else ""
    if any(phrase in told for phrase in pairs.drawn):
        for reading in bare:
            reading.why = "identifier"


def holes(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar) -> bool:
    """Whether two numbers are the result of a match over holes: "won 4 and 3", "by 2 and 1"."""
    joined = right.first == left.end + 1 and tokens.words[left.end] in grammar.counted.coordinators
    led = tokens.at[left.first - 1] in grammar.scores.before
    sizes = (left.value or HOLES) < HOLES and (right.value or HOLES) < (left.value or HOLES)
    goes_on = tokens.at[right.end] in grammar.counted.copulas or counts_something(tokens, right.end, grammar)
    return joined and led and sizes and not goes_on


def beside(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar, pairs: PairWords) -> bool:
    """Whether two names with a number each tell a result inside a sentence of an article about games: "It ended Lions 24, Bears
    17."; not where they go on a list ("Elm 24, Tay 17 and York 12")."""
    at = left.first - 1
    while at > 0 and left.first - at <= NAME_LONGEST and tokens.capital(at - 1):
        at -= 1
    names = (range(at, left.first), range(left.end + 1, right.first))
    if tokens.words[left.end] != "," or not all(
        0 < len(name) <= NAME_LONGEST and named(tokens, name) for name in names
    ):
        return False
    listed = tokens.at[at - 1] in {",", ":"} or counts_something(tokens, right.end, grammar)
    end = right.end + (tokens.at[right.end] == ",")
    end += tokens.at[end] in grammar.counted.coordinators
    while end > right.end and tokens.capital(end):
        end += 1
    listed = listed or (tokens.at[end][:1].isdigit() and tokens.at[end + 1] != ",")
    return not listed and plays(tokens.text, pairs.games)


def is_plain(tokens: Tokens, reading: Reading) -> bool:
    """Whether an amount is digits without a unit."""
    return reading.unit is None and tokens.words[reading.first].isdigit()


def read_scorers(tokens: Tokens, readings: list[Reading], grammar: Grammar) -> None:
    """Read the numbers in brackets behind those who scored ("Tries: Hill (10,43), Roy (20)"): minutes, which are no claims, or how
    often each did ("Pens: Hill (2)"). The points at half and full time before them are a result ("Tay (24) 52 Tries: …")."""
    if tokens.text.find(":", tokens.starts[0], tokens.ends[-1]) < 0:
        return
    labels = [at for at, word in enumerate(tokens.words) if word == ":" and tokens.at[at - 1] in grammar.scores.scored]
    if not labels:
        return
    told = [one for one in readings if tokens.at[one.first - 1] == "(" and tokens.capital(one.first - 2)]
    behind = [one for one in told if one.first > labels[0]]
    timed = any(tokens.at[one.end] != ")" or (one.value or MINUTES) >= MINUTES for one in behind)
    for one in told:
        full = tokens.at[one.end + 1]
        if tokens.at[one.end] == ")" and full.isdigit() and tokens.at[one.end + 2] in grammar.scores.scored:
            one.why = "score"
        elif one in behind and one.unit is None:
            one.why = "ordinal" if timed else None
    for left, right in itertools.pairwise(readings):
        if left.why == "score" and right.first == left.end + 1 and left in told:
            right.why = "score"


def scored_by(tokens: Tokens, reading: Reading, grammar: Grammar) -> tuple[int, int] | None:
    """The word for what is counted behind a scorer's name: "Pens" of "Pens: Hill (2)"."""
    if tokens.at[reading.first - 1] != "(":
        return None
    for at in range(reading.first - 2, max(0, reading.first - SCORERS), -1):
        if tokens.words[at] == ":" and tokens.at[at - 1] in grammar.scores.scored:
            return at - 1, at
    return None


def opens_report(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar) -> bool:
    """Whether two numbers are the result that opens a report: "HAWKS 99 beat NETS 93 - …", "Elm Hill 30, Tay 27: …"."""
    if tokens.at[right.end] not in OPENS_REPORT or tokens.glued(right.end + 1):
        return False
    joint = tokens.at[left.end]
    if joint != "," and joint not in grammar.scores.before:
        return False
    digits = [tokens.words[one.first] for one in (left, right)]
    if not all(word.isdigit() and len(word) <= MOST_POINTS for word in digits):
        return False
    names = (range(left.first), range(left.end + 1, right.first))
    return all(0 < len(name) <= NAME_LONGEST and named(tokens, name) for name in names)


def named(tokens: Tokens, words: range) -> bool:
    """Whether the tokens are the words of a name."""
    return tokens.capital(words[0]) and all(tokens.capital(at) or tokens.words[at] in {".", "&"} for at in words)
