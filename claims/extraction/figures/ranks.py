"""Ranks, places in an order, rounds and results of a competition: "top 10", "game five", "into the last eight", "three-one"."""

from decimal import Decimal
from functools import lru_cache
from typing import Final

from claims.extraction.scan import DASHES, HYPHENS

from .counted import has_plural, is_verb, phrase_after
from .grammar import Grammar
from .labels import counts_something
from .measures import Measure
from .numberwords import HUNDRED
from .numerals import Numeral
from .tokens import Tokens

LOWEST_PLACE: Final = 100
"""The lowest place of a chart."""
CHARTED: Final = 2
"""So many times an article about charts names them."""
DIGITS_OF_ORDINAL: Final = 3
"""Digits of the highest number that tells which one of several is meant."""
ORIGIN_REACH: Final = 5
"""So many words before "ke" may stand the old state of what changed."""
MOST_GOALS: Final = 20
"""The highest result told in words."""
LAST_MINUTE: Final = Decimal(130)
LONGEST_MINUTE: Final = 4
"""Letters of the short word for minutes: "min", "mins"."""
TWENTY: Final = Decimal(20)
NO_KIND: Final = ("", TWENTY)
ROUNDS: Final = frozenset(map(Decimal, (4, 8, 16, 32, 64)))
"""So many are left in the rounds of a competition."""


def by_rank(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Ranks and places in an order: "peringkat 3", "top 10", "game five", "16 besar"."""
    if numeral.kind == "fraction" and is_one_of_a_row(tokens, numeral, grammar):
        return "ordinal"
    if numeral.kind != "number" or numeral.scaled:
        return None
    if is_minute_of_play(tokens, numeral, grammar) or is_scored_at(tokens, numeral, measure, grammar):
        return "clock"
    if is_par(tokens, numeral):
        return "score"
    if measure.kind in {"money", "share"}:
        return None
    if tokens.at[numeral.end] in grammar.ranks.after or is_round(tokens, numeral, measure, grammar):
        return "ordinal"
    if is_charted(tokens, numeral, measure, grammar):
        return "ordinal"
    at = measure.first - 1
    apart = tokens.at[at] in DASHES and not tokens.glued(measure.first) and not measure.unit
    if apart and numeral.digits.isdigit() and tokens.at[at - 1] in grammar.ranks.prefixes:
        return "ordinal"  # "hari jadi ke - 63"
    small = not numeral.digits or (numeral.digits.isdigit() and len(numeral.digits) == 1)
    if small and tokens.at[measure.first - 1] in grammar.ranks.prefixes and measure.first > 1 and not measure.unit:
        start = tokens.at[measure.first - 2]
        known = start in grammar.numbers.kinds or (bool(numeral.digits) and start in grammar.counted.stops)
        acronym = not numeral.digits and len(tokens.at[numeral.end]) > 1 and tokens.raw(numeral.end).isupper()
        if not (known or acronym or counts_something(tokens, numeral.end, grammar)):
            return "ordinal"  # "penghasil beras ke tiga di Jawa", not "mengungsi ke tiga RT"
    if is_counted_off(tokens, numeral, measure, grammar):
        return "ordinal"
    cue = grammar.ranks.before.ending(tokens.words, skip_marks(tokens, measure.first))
    if cue and measure.unit == "year" and tokens.at[measure.first - 1] in grammar.ranks.prefixes:
        return "ordinal" if len(tokens.at[measure.end]) == 4 else None  # "minggu ke 12 tahun 2024"
    if not cue and goes_on_ranks(tokens, numeral, measure, grammar):
        return "ordinal"
    if not cue or not cue[1] or measure.unit or (numeral.digits and not numeral.digits.isdigit()):
        return None
    name = tokens.words[skip_marks(tokens, measure.first) - 1]
    if counts_something(tokens, numeral.end, grammar):
        fills = grammar.counted.head_first and tokens.at[numeral.end] in grammar.counted.people  # "posisi 11 pemain"
        ranks = name in grammar.ranks.counted or name in grammar.ranks.prefixes
        return "ordinal" if ranks and not fills else None
    return "ordinal"


def is_spelled(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a number of tens in words is the first half of an ordinal: "the twenty-first floor", not "two-thirds"."""
    hyphen = numeral.end if tokens.at[numeral.end] in HYPHENS else numeral.end - 2
    kinds = grammar.numbers.kinds
    tens, last = kinds.get(tokens.at[hyphen - 1], NO_KIND), kinds.get(tokens.at[hyphen + 1], NO_KIND)
    if tokens.at[hyphen] not in HYPHENS or tens[0] != "value" or not TWENTY <= tens[1] < HUNDRED:
        return False
    return (
        tokens.glued(hyphen + 1) and last[0] in {"ordinal", "denominator"} and not tokens.at[hyphen + 1].endswith("s")
    )


def goes_on_ranks(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> bool:
    """Whether a number behind a name is the next of a row of ranks: "Deltras di posisi 12, Persekat 15"."""
    at = measure.first - 1
    while at > measure.first - 1 - DIGITS_OF_ORDINAL and tokens.capital(at):
        at -= 1
    named = at < measure.first - 1 and tokens.at[at] == "," and tokens.at[at - 1].isdigit()
    plain = numeral.digits.isdigit() and len(numeral.digits) < DIGITS_OF_ORDINAL and not measure.unit
    if not named or not plain or not grammar.ranks.before.ending(tokens.words, at - 1):
        return False
    return tokens.at[at - 2] in grammar.ranks.counted and not tokens.at[numeral.end][:1].isalnum()


def is_counted_off(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> bool:
    """Whether a number behind a prefix that stands apart tells which one of a noun is described: "wali kota ke 112 yang", not
    "dari 90 tamu ke 112 yang"."""
    at = measure.first - 1
    plain = numeral.digits.isdigit() and len(numeral.digits) <= DIGITS_OF_ORDINAL and not measure.unit
    described = tokens.at[numeral.end] in grammar.counted.relative
    if not plain or not described or tokens.at[at] not in grammar.ranks.prefixes:
        return False
    noun, before = tokens.at[at - 1], tokens.words[max(0, at - ORIGIN_REACH) : at]
    known = noun in grammar.counted.stops or noun in grammar.counted.adjectives or is_verb(noun, grammar.counted)
    return noun.isalpha() and not known and not any(word[0].isdigit() for word in before)


def is_round(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> bool:
    """Whether a number stands for a round of a competition: "into the last eight", "the Elm Cup last 16 draw"."""
    led = tokens.at[measure.first - 1] in grammar.ranks.rounds_before
    led = led and (tokens.at[measure.first - 2] in grammar.definite or tokens.capital(measure.first - 2))
    if not led or measure.unit or numeral.value not in ROUNDS:
        return False
    following = tokens.at[numeral.end]
    alone = not following[:1].isalnum() or following in grammar.periods.hours_before
    if alone and following not in grammar.counted.partitives:
        return True
    phrase = phrase_after(tokens, numeral.end, grammar.counted)  # "the last 16 of the Elm Cup", "the last 16 tie"
    return phrase is not None and not has_plural(tokens, phrase, grammar.counted)  # not "the last eight of them"


def is_charted(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> bool:
    """Whether a bare number is a place in a chart that its sentence tells of ("entered the chart at three"), or its article
    ("still strong at six")."""
    before = tokens.at[numeral.first - 1]
    if before not in grammar.ranks.charted_before or measure.unit or numeral.value is None:
        return False
    told = not grammar.ranks.charted.isdisjoint(tokens.words)
    told = told or (not numeral.digits and tells_charts(tokens.text, grammar.ranks.charted))
    placed = 1 <= numeral.value <= LOWEST_PLACE and told
    return placed and not counts_something(tokens, numeral.end, grammar)


@lru_cache(maxsize=4)
def tells_charts(text: str, charted: frozenset[str]) -> bool:
    """Whether an article tells of charts more than once."""
    lower = text.lower()
    found = any(word in lower for word in charted)  # few articles have one
    return found and sum(word.strip(".,;:\"'") in charted for word in lower.split()) >= CHARTED


def is_one_of_a_row(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether "a third" tells which of a row the noun behind it is: "elected to a third term", not "cut by a third in May"."""
    led = tokens.words[numeral.first] in grammar.numbers.articles and tokens.at[numeral.end].isalpha()
    led = led and tokens.words[numeral.end - 1][-2:] in grammar.dates.ordinals  # not "a quarter point"
    led = led and tokens.at[numeral.end] not in grammar.numbers.fraction_after  # "a third higher"
    return led and counts_something(tokens, numeral.end, grammar)


def is_minute_of_play(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a line begins with the minute of a match that is told as it is played: "89 min Hill is booked", not "12 Men Hurt"."""
    start, end = tokens.starts[0], numeral.end
    opens = numeral.first == 0 and (start == 0 or tokens.text[start - 1] == "\n") and numeral.digits.isdigit()
    if not opens or len(tokens.at[end]) > LONGEST_MINUTE or numeral.value is None or numeral.value > LAST_MINUTE:
        return False
    if tokens.capital(end):
        return False
    return not grammar.counted.head_first and (tokens.capital(end + 1) or tokens.at[end + 1] == ":")


def is_scored_at(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> bool:
    """Whether a number is one of the minutes in which somebody scored: "scored on 56 minutes", "twice, on 12 and 56 minutes"."""
    minutes, at = grammar.units.phrases.by_first, measure.first - 1
    joined = tokens.at[at] in grammar.counted.coordinators and tokens.at[at - 1].isdigit()
    if measure.unit == "minute":
        return tokens.at[at - 2 * joined] in grammar.scores.played
    end = numeral.end + 1
    joined = tokens.at[end - 1] in grammar.counted.coordinators and tokens.at[end].isdigit()
    told = joined and any(row[2] == "minute" for row in minutes.get(tokens.at[end + 1], ()))
    return told and measure.unit is None and tokens.at[at] in grammar.scores.played


def is_par(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a small number in brackets tells how far a golfer stands below par: "Ann Hill (-2)"."""
    first, whole = numeral.first, numeral.digits.isdigit() and len(numeral.digits) <= 2
    closed = tokens.at[first - 2] == "(" and tokens.at[numeral.end] == ")" and tokens.at[first - 1] in DASHES
    return whole and closed and tokens.capital(first - 3)


def is_result(following: str, value: Decimal | None, grammar: Grammar) -> bool:
    """Whether a number word that hangs on another one told in words makes a result of it: "a three-one win", "a two-to-one
    margin"; not "two-three weeks", which go up."""
    joint, _, last = following.rpartition("-")
    if joint in grammar.ratio.by_first:
        return False  # "a one-in-five chance"
    kind, lower = grammar.numbers.kinds.get(last, ("", Decimal(0)))
    return bool(joint and kind) or (kind == "value" and value is not None and lower <= value <= MOST_GOALS)


def skip_marks(tokens: Tokens, index: int) -> int:
    """The token before `index`, over a full stop, a colon or a bracket ("No. 7", "Pasal: 7", "ayat (2)", "(Highway) 9")."""
    return index - 1 if tokens.at[index - 1] in {".", ":", "#", "(", ")"} and index > 1 else index
