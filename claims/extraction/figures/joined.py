"""Digits that a stroke, a colon or a dash joins without blanks: fractions, odds, scores, sizes, telephone numbers and codes."""

from decimal import Decimal
from typing import Final

from claims.extraction.scan import DASHES, HYPHENS

from .amounts import Reading
from .codes import in_phrase
from .counted import phrase_after
from .digits import DIGITS
from .grammar import Grammar
from .labels import counts_something, is_length, is_rate
from .measures import UNITS, currency_before, read_measure
from .numberwords import THOUSAND
from .numerals import Numeral
from .ranks import MOST_GOALS
from .tokens import Tokens

TIMES: Final = frozenset("x×")
SIGNS: Final = DASHES | frozenset("/:x×+")
"""What joins two runs of digits."""
LINKS: Final = DASHES | frozenset("/:.+")
"""What joins more of them."""
HIGHEST_GOALS: Final = 999
DOCKET: Final = 4
"""Digits of the second part of a court's file number, and the fewest of both parts of another code."""
FURTHEST: Final = 20
"""So many times the lower end a range reaches at most."""
PARTED: Final = frozenset({"2", "3", "4", "6", "8", "16", "32"})
"""What the parts of a whole are told in by digits."""
SCORERS: Final = 24
"""Tokens of the scorers in brackets behind a team at most."""


def read_joined(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> Reading | None:
    """Digits joined without blanks by a stroke, a colon or dashes: fractions, scores, telephone numbers; None for a range."""
    end = numeral.end
    sign = tokens.at[end]
    if numeral.digits and sign in TIMES and (last := _hours_end(tokens, end + 1, grammar)):
        return Reading(numeral.first, last, None, why="period")  # "wajib lapor 1 × 24 jam"
    if sign == "x" and numeral.digits and tokens.at[end + 1][:1].isdigit() and is_resolution(tokens, end + 1, grammar):
        return Reading(numeral.first, end + 2, None, why="identifier")
    if not numeral.digits or sign not in SIGNS or end != numeral.first + 1:
        return None
    if not (tokens.glued(end) and tokens.glued(end + 1) and tokens.at[end + 1][0] in DIGITS):
        return None
    links, last = 1, end + 2
    while (
        tokens.at[last] in LINKS
        and tokens.glued(last)
        and tokens.glued(last + 1)
        and tokens.at[last + 1][0].isalnum()
        and not (tokens.at[last] == "/" and len(tokens.at[last + 1]) > 1 and tokens.raw(last + 1).islower())
    ):
        links, last = links + 1, last + 2
    first, second = numeral.digits, tokens.words[end + 1]
    for table, why in ((grammar.event_names, "event_name"), (grammar.idioms, "idiom")):
        if in_phrase(tokens, numeral, table):
            return Reading(numeral.first, end + 2, None, why=why)
    if links > 1 or sign == "+" or (len(first) > 1 and first[0] == "0" and first.isdigit()):
        return Reading(numeral.first, last, None, why="identifier")
    if sign == "/" and is_rate(tokens, end + 1, grammar):
        return None
    if sign == "/" and currency_before(tokens, numeral.first, UNITS)[1]:
        return None  # "Rp 5.000/2 kg"
    if sign == "/":
        return read_stroke(tokens, numeral, first, second, grammar)
    if sign in {":", "x", "×"}:
        whole = first.isdigit() and second.isdigit()
        return Reading(numeral.first, end + 2, None, why="score" if whole and sign == ":" else "identifier")
    if is_code(tokens, numeral, second, grammar):
        return Reading(numeral.first, end + 2, None, why="identifier")
    if (
        first.isdigit()
        and second.isdigit()
        and not currency_before(tokens, numeral.first, UNITS)[1]
        and is_score(tokens, numeral.first, end + 2, int(first[:9]), int(second[:9]), grammar)
    ):
        return Reading(numeral.first, end + 2, None, why="score")
    return None


def _hours_end(tokens: Tokens, index: int, grammar: Grammar) -> int:
    """Where a length of time ends whose number stands at token `index`, 0 when there is none."""
    digits = tokens.at[index]
    measure = read_measure(tokens, Numeral(index, index + 1, None, "number", digits), grammar.units, grammar.numbers)
    timed = digits.isdigit() and measure.kind == "time"
    return measure.end if timed else 0


def is_resolution(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether "1280 x 720" with its second number at token `index` is no measure of length or count."""
    digits = tokens.words[index]
    other = Numeral(index, index + 1, None, "number", digits)
    return (
        digits.replace(grammar.numbers.thousands, "").isdigit()
        and read_measure(tokens, other, grammar.units, grammar.numbers).unit is None
    )


def is_code(tokens: Tokens, numeral: Numeral, second: str, grammar: Grammar) -> bool:
    """Whether two runs of digits joined by a dash are a code: letters hang on them, or both are long and count nothing."""
    first, end = numeral.digits, numeral.end
    before = tokens.at[numeral.first - 1]
    if (
        before in HYPHENS
        and tokens.glued(numeral.first)
        and tokens.glued(numeral.first - 1)
        and tokens.at[numeral.first - 2][0].isalpha()
    ):
        return True
    if tokens.glued(numeral.first) and before[-1:].isalnum():
        return not read_measure(tokens, numeral, grammar.units, grammar.numbers).unit
    if not (first.isdigit() and second.isdigit()):
        return False
    numbered = len(second) == DOCKET and int(second) > FURTHEST * int(first)  # "the case is 15-1262"
    if min(len(first), len(second)) < DOCKET and not numbered:
        return False
    follow = Numeral(end + 1, end + 2, Decimal(second[:9]), "number", second)
    unit = read_measure(tokens, follow, grammar.units, grammar.numbers).unit
    return not unit and not counts_something(tokens, end + 2, grammar)


def read_stroke(tokens: Tokens, numeral: Numeral, first: str, second: str, grammar: Grammar) -> Reading:
    """A fraction of small whole numbers such as "1/3"; anything else with a stroke is an identifier ("01/05", "215/2018"), or
    the odds of a bet ("4/11 favourites", "at odds of 1/2")."""
    end = numeral.end + 2
    if not grammar.scores.after.isdisjoint((tokens.at[end], *tokens.words[max(0, numeral.first - 2) : numeral.first])):
        return Reading(numeral.first, end, None, why="score")
    small = first.isdigit() and second.isdigit() and len(first) <= 2 and len(second) <= 2 and second[0] != "0"
    named = numeral.first > 1 and tokens.capital(numeral.first - 1)
    parted = grammar.counted.head_first or second in PARTED or tokens.at[end] in grammar.counted.partitives
    parted = parted or is_length(tokens.at[end], grammar)
    if small and not parted:
        return Reading(numeral.first, end, None, why="score")  # "4/5", "9/10" are marks
    if small and int(first) < int(second) <= 20 and not named:
        reading = Reading(numeral.first, end, Decimal(first) / Decimal(second))
        reading.unit, reading.kind, reading.form = "fraction", "fraction", "share"
        return reading
    return Reading(numeral.first, end, None, why="identifier")


def is_score(tokens: Tokens, first: int, end: int, left: int, right: int, grammar: Grammar) -> bool:
    """Whether "2-1" is a result, not a range: no unit or plural noun follows, or the words of a game stand before it."""
    if max(left, right) > HIGHEST_GOALS:
        return False
    if left == right:
        return True
    probe = Numeral(end - 1, end, Decimal(right), "number", str(right))
    if read_measure(tokens, probe, grammar.units, grammar.numbers).unit:
        return False
    if left >= right:
        return True
    if grammar.numbers.kinds.get(tokens.at[end], ("",))[0] == "scale":
        return False
    if grammar.ages.before.ending(tokens.words, first):
        return False
    phrase = phrase_after(tokens, end, grammar.counted)
    if phrase is None or tokens.capital(end):
        return True
    return not grammar.counted.head_first and not any(
        word.endswith("s") or word in grammar.counted.plurals for word in tokens.words[phrase[0] : phrase[1]]
    )


def between_names(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether two bare numbers with a dash between them are a result that stands between the names of two teams: "Elm 1 - 2
    Tay"."""
    bare = left.unit is None and right.unit is None and not right.scaled
    before = left.first - 1
    if tokens.at[before] == ")":
        opening = next(
            (at for at in range(before - 1, max(0, before - SCORERS), -1) if tokens.words[at] == "("), before
        )
        scored = any(word[0].isdigit() for word in tokens.words[opening:before])
        before = opening - 1 if scored else before  # "Elm (Roy 58') 1 - 1 Tay"
    named = before >= 0 and tokens.capital(before) and tokens.capital(right.end)
    goals = right.value is not None and left.value is not None and max(left.value, right.value) <= MOST_GOALS
    return bare and named and goals and tokens.words[left.first].isdigit() and not tokens.glued(left.end)


def leads(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar) -> bool:
    """Whether two bare numbers with a dash and blanks between them tell by how much a side leads: "2 – 0 ahead", "a 2 - 1 win"."""
    bare = left.unit is None and right.unit is None and not right.scaled
    return bare and tokens.at[right.end] in grammar.scores.after and (left.value or 0) >= (right.value or 0)


def names_one(tokens: Tokens, left: Reading, right: Reading, dash: int) -> bool:
    """Whether a small number belongs to the name before it, and the large one behind a dash is told of it: "Switch 2 – 947,931"."""
    named = left.first > 0 and tokens.capital(left.first - 1) and not tokens.glued(dash) and not tokens.glued(dash + 1)
    bare = left.unit is None and not left.scaled and tokens.words[left.first].isdigit()
    return (
        named and bare and right.value is not None and left.value is not None and right.value >= left.value * THOUSAND
    )
