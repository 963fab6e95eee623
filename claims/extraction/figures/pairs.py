"""Two numbers that belong together: ranges, ratios, scores told in words, numbers told with their tolerance."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from claims.extraction.language import Language
from claims.extraction.scan import DASHES, HYPHENS

from .amounts import LARGER, NO_CENTS, Reading, is_negative, is_whole, read_single
from .bounds import BoundWords, bound_words
from .distractors import is_era
from .grammar import Grammar
from .joined import HIGHEST_GOALS, between_names, leads, names_one
from .labels import counts_something
from .measures import UNITS
from .numberwords import HUNDRED, ONE, THOUSAND
from .numerals import read_numeral
from .tokens import Phrases, Tokens

SPREAD: Final = Decimal(20)
"""Two numbers joined by "or" are a range only within this factor."""
TENTHS: Final = 10
ROUND_BASES: Final = frozenset(map(Decimal, (12, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000)))
"""A ratio is told against a small number or a round one ("four in 10", "one in 1,000")."""
CHAIN: Final = 24
RATES: Final = frozenset({"per", "/"})
LONGEST_AMOUNT: Final = 4
"""Tokens of an amount of money, its currency among them, and one."""
VERB_REACH: Final = 8
SENTENCE_REACH: Final = 30
"""So many tokens before "from 5 to 7" a verb of change is looked for."""
MEASURED: Final = frozenset({"area", "length", "mass", "volume"})
PUT_IN: Final = frozenset({",", ".", ";", ""})
"""What ends a result that is put in."""


@dataclass(frozen=True, eq=False)
class PairWords:
    """The words of one language that join two numbers."""

    first_words: frozenset[str]  # the first words of what may stand between them
    joiners: Phrases[bool]  # "5 *to* 7"
    between: Phrases[bool]  # "*between* 5 and 7"
    between_joiners: Phrases[bool]  # "between 5 *and* 7"
    origin: Phrases[bool]  # "*from* 5 to 7"
    change_joiners: frozenset[str]  # "from 5 *to* 7" as a change, which one of the next two tells
    change_verbs: frozenset[str]  # "*rose* from 5 to 7"
    change_nouns: frozenset[str]  # "a *rise* from 5 to 7"
    either: frozenset[str]  # "or"
    joining: frozenset[str]  # "and"
    ratio: Phrases[bool]  # "one *in* five"
    ratio_of: frozenset[str]  # "three *of* 4 say", before one of the next
    ratio_verbs: frozenset[str]  # "three of 4 *say*"
    tolerance: Phrases[bool]  # "5 *plus or minus* 2"
    # Two of each tell what an article is about.
    games: tuple[str, ...]
    golf: tuple[str, ...]
    marked: tuple[str, ...]  # one tells that it rates players
    drawn: tuple[str, ...]  # one tells that a sentence has the numbers of a lottery
    played: frozenset[str]  # "won four in six *games*"
    bounds: BoundWords


@cache
def pair_words(language: Language) -> PairWords:
    """The joining words of the language, prepared for look-up."""
    table = language.tables["ranges"]

    def phrases(name: str) -> Phrases[bool]:
        return Phrases((phrase, True) for phrase in table[name])

    first_words = {
        word for name in ("joiners", "between_joiners", "tolerance", "ratio") for word in phrases(name).by_first
    }
    return PairWords(
        between=phrases("between"),
        between_joiners=phrases("between_joiners"),
        joiners=phrases("joiners"),
        either=frozenset(table["or"]),
        joining=frozenset(table["and"]),
        first_words=frozenset([*first_words, *table["or"], *table["ratio_of"]]),
        origin=phrases("from"),
        change_joiners=frozenset(table["change_joiners"]),
        change_verbs=frozenset(table["change_verbs"]),
        change_nouns=frozenset(table["change_nouns"]),
        ratio=phrases("ratio"),
        ratio_of=frozenset(table["ratio_of"]),
        ratio_verbs=frozenset(table["ratio_verbs"]),
        tolerance=phrases("tolerance"),
        golf=tuple(language.tables["identifiers"]["golf"]),
        marked=tuple(language.tables["identifiers"]["marked"]),
        drawn=tuple(language.tables["identifiers"]["drawn"]),
        games=tuple(language.tables["identifiers"]["games"]),
        played=frozenset(language.tables["identifiers"]["played"]),
        bounds=bound_words(language),
    )


def read_pair(tokens: Tokens, left: Reading, grammar: Grammar, pairs: PairWords) -> Reading | None:
    """The range or ratio that begins with `left`, or None."""
    end = left.end + 2 * (tokens.at[left.end] == NO_CENTS[0] and tokens.at[left.end + 1] == NO_CENTS[1])
    if tokens.at[end] in RATES and left.unit is not None:
        end += rate_between(tokens, end, pairs)
    word = tokens.at[end]
    if word in grammar.scores.joiners:
        return told_score(tokens, left, grammar)
    alone = left.written == "words" and left.unit is None and word.isalpha() and left.value == 1
    if word in HYPHENS and tokens.glued(end) and left.unit is None:
        if tokens.at[end + 1] in pairs.change_joiners and tokens.at[end + 2] in HYPHENS and tokens.glued(end + 1):
            return read_hyphened(tokens, left, end + 3, grammar)
        joint, _, last = tokens.at[end + 1].partition("-")
        hyphened = last in grammar.numbers.kinds or (not last and tokens.at[end + 2] in HYPHENS)
        if hyphened and joint in pairs.ratio.by_first:
            return ratio_hyphened(tokens, left, end + 1, grammar)
        if not tokens.glued(end + 1):
            end, word = end + 1, tokens.at[end + 1]  # "10- to 20-percent"
    if word in grammar.counted.spelled and grammar.counted.head_first and left.written == "words":
        return neighbours(tokens, left, end, grammar)
    if word not in pairs.first_words and not alone:
        return None
    joiner = pairs.joiners.starting(tokens.words, end)
    between = between_before(tokens, left.first, pairs)
    if between:
        joiner = pairs.between_joiners.starting(tokens.words, end) or joiner
    tolerance = pairs.tolerance.starting(tokens.words, end)
    if tolerance and left.unit is None:
        spread = right_side(tokens, end + tolerance[0], grammar)
        left.unit = spread.unit if spread else None
        return None
    ratio = pairs.ratio.starting(tokens.words, end) if left.unit is None and not left.scaled else None
    if alone and ratio is None:
        ratio = pairs.ratio.starting(tokens.words, end + 1)  # "one train in four"
        end += 1 if ratio else 0
    if word in pairs.ratio_of and left.unit is None and answers(tokens, end + 1, grammar, pairs):
        ratio = (1, True)
    if not joiner and not ratio and word not in pairs.either:
        return None
    size = (ratio or joiner or (1, True))[0]
    if is_era(tokens, end + size + 1, grammar) and tokens.at[end + size].isdigit():
        left.why, left.end = "date", end + size + 1
        return left
    right = right_side(tokens, end + size, grammar)
    if right is None or right.value is None or left.value is None:
        return None
    if right.why == "age":
        left.why, left.end = ("age", right.end) if left.unit is None else (None, left.end)
        return left  # "from 62 to 80 years old"
    if ratio:
        played = tokens.at[right.end] in pairs.played and tokens.at[left.first - 1] in grammar.scores.before
        return None if played else read_ratio(left, right)  # "he has scored four in six games"
    if word in DASHES:
        if between_names(tokens, left, right) or leads(tokens, left, right, grammar):
            left.why, left.end = "score", right.end
            return left
        if names_one(tokens, left, right, end):
            left.why = "identifier"
            return left
        apart = left.unit not in {None, right.unit} and not (tokens.glued(end) and tokens.glued(end + 1))
        if apart and (right.unit or left.scaled or not right.scaled):  # not "Rp 2 - 3 juta"
            return None
    elif word in pairs.either:
        if not are_alternatives(tokens, left, right, grammar):
            return None
    elif left.value >= right.value and is_vote(tokens, left, right, grammar, pairs):
        left.why, left.end = "score", right.end
        return left
    elif not (between or are_close(tokens, left, right, pairs)) and changes(tokens, left, pairs):
        shared = left.unit is None and right.unit is not None
        if not shared or left.written != right.written or origin_before(tokens, left.first, pairs) is not None:
            return None  # "up one to 53%"
    return as_range(tokens, left, right, grammar, between)


def are_alternatives(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar) -> bool:
    """Whether two numbers joined by "or" are the ends of one guess ("5 atau 6 orang", "5,7 atau 5,8 juta")."""
    if left.value is None or right.value is None or left.unit is not None:
        return False
    alike = right.written == left.written
    shared = right.scaled and not left.scaled and alike
    upper = right.value / (scale_of(tokens, right, grammar) or 1) if shared else right.value
    if upper <= left.value or upper > left.value * SPREAD:
        return False
    odd = upper > max(HUNDRED, left.value * 2) and upper % TENTHS
    return not odd and (alike or right.scaled)


def neighbours(tokens: Tokens, left: Reading, index: int, grammar: Grammar) -> Reading | None:
    """The range that two numbers in words tell of which one follows on the other: "satu dua orang", "dua tiga hari"."""
    right = right_side(tokens, index, grammar) if left.unit is None else None
    if right is None or left.value is None or right.value != left.value + 1 or left.value > TENTHS:
        return None
    return as_range(tokens, left, right, grammar, None)


def rate_between(tokens: Tokens, index: int, pairs: PairWords) -> int:
    """How many tokens the rate at token `index` takes in that both ends of a range tell: "Rp 5.000 per kg hingga Rp 6.000 per kg"."""
    for size in (2, 3):
        at = index + size
        joiner = pairs.joiners.starting(tokens.words, at)
        if joiner is None or tokens.words[at] in pairs.change_joiners:
            continue
        rate, first = tokens.words[index:at], at + joiner[0] + 1
        again = any(tokens.words[start : start + size] == rate for start in range(first, first + LONGEST_AMOUNT))
        return size if again else 0
    return 0


def read_hyphened(tokens: Tokens, left: Reading, index: int, grammar: Grammar) -> Reading | None:
    """Two numbers joined by a word between hyphens, the second of them at token `index`: a range where they go up and
    something is measured or counted ("a 20-to-30 percent rise"), else a result ("a 5-to-4 vote")."""
    right = right_side(tokens, index, grammar)
    if right is None or right.value is None or left.value is None:
        return None
    if tokens.at[right.end] in grammar.dates.decades and tokens.glued(right.end):
        left.why, left.end = "age", right.end  # "the 18-to-24s"
        return left
    if left.value < right.value and (right.unit or counts_something(tokens, right.end, grammar)):
        return as_range(tokens, left, right, grammar, None)
    left.why, left.end = "score", right.end
    return left


def ratio_hyphened(tokens: Tokens, left: Reading, index: int, grammar: Grammar) -> Reading:
    """The ratio whose hyphened "in" stands at token `index` ("a 1-in-50 risk", "a one-in-five chance"); `left` refused where it
    is none ("a two-in-one laptop")."""
    joint, _, last = tokens.words[index].rpartition("-")
    kind, value = grammar.numbers.kinds.get(last, ("", None))
    right = right_side(tokens, index + 2, grammar) if tokens.at[index + 1] in HYPHENS else None
    if joint and kind == "value":
        right = Reading(left.first, index + 1, value)
    ratio = read_ratio(left, right) if right else None
    left.why = left.why if ratio else "identifier"
    return ratio or left


def is_vote(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar, pairs: PairWords) -> bool:
    """Whether "4 to 3" is the result of a vote or game: its words stand around it ("a vote of 4 to 3", "a 4 to 3 loss"), or it is put in
    ("it passed the Senate, 43 to 17, on Friday"); not "down from 102 to 80"."""
    if left.unit or right.unit or left.scaled or right.scaled or origin_before(tokens, left.first, pairs) is not None:
        return False
    if tokens.at[left.first - 1] == "," and tokens.at[right.end] in PUT_IN and left.first > 1:
        return True
    if right.value == ONE != left.value and not counts_something(tokens, right.end, grammar):
        return True  # "outnumbered three to one", "as high as 31 to 1"
    before = {tokens.at[left.first - 1], tokens.at[left.first - 2]}
    return tokens.at[right.end] in grammar.scores.after or bool(before & (grammar.scores.after | grammar.scores.before))


def told_score(tokens: Tokens, left: Reading, grammar: Grammar) -> Reading | None:
    """A result in which one number is told "for" another: "three for 89", "took 3 for 77"; None where something is counted."""
    right = right_side(tokens, left.end + 1, grammar)
    if right is None or right.value is None or left.value is None:
        return None
    if left.unit or right.unit or max(left.value, right.value) > HIGHEST_GOALS:
        return None
    if min(left.value, right.value) > TENTHS or counts_something(tokens, right.end, grammar):
        return None
    left.why, left.end = "score", right.end
    return left


def between_before(tokens: Tokens, first: int, pairs: PairWords) -> tuple[int, bool] | None:
    """The "between" before token `first`, also where a bound stands in between ("antara sekitar 200 dan 300 orang")."""
    cue = pairs.bounds.before.ending(tokens.words, first)
    size = cue[0] if cue else 0
    outer = pairs.between.ending(tokens.words, first - size)
    return (outer[0] + size, True) if outer else None


def right_side(tokens: Tokens, index: int, grammar: Grammar) -> Reading | None:
    """The second number of a pair: a numeral at token `index`, or after a currency sign or a minus sign there."""
    for at in range(index, min(index + 4, len(tokens))):
        word = tokens.words[at]
        if word[0].isdigit() or word in grammar.numbers.starters:
            numeral = read_numeral(tokens, at, grammar.numbers)
            if numeral is None or numeral.kind not in {"number", "half", "fraction"}:
                return None
            reading = read_single(tokens, numeral, grammar, joined=True)
            return reading if reading.first == index and reading.why in {None, "structure", "period", "age"} else None
        negative = at == index and word in grammar.numbers.negative
        if not negative and word not in grammar.numbers.articles and word != "." and not known_prefix(word, grammar):
            return None
    return None


def known_prefix(word: str, grammar: Grammar) -> bool:
    """Whether a token may belong to a currency sign."""
    known = UNITS
    return word in known.prefixes or word in known.dollars or word in grammar.units.lettered


def are_close(tokens: Tokens, left: Reading, right: Reading, pairs: PairWords) -> bool:
    """Whether two bare numbers, of which the second is less than twice the first, tell a range though a verb of change stands before
    them: "the funds raised will help 135 to 145 children"; not "rose 135 to 145" or "rose from 135 to 145"."""
    bare = left.unit is None and right.unit is None and not left.scaled and not right.scaled
    led = tokens.at[left.first - 1] in pairs.change_verbs or origin_before(tokens, left.first, pairs) is not None
    return bare and not led and (left.value or 0) < (right.value or 0) < 2 * (left.value or 0)


def origin_before(tokens: Tokens, first: int, pairs: PairWords) -> int | None:
    """The first token of the "from" before the number at token `first`, also where a bound stands in between ("from about 5 to 7")."""
    cue = pairs.bounds.before.ending(tokens.words, first)
    start = first - (cue[0] if cue else 0)
    origin = pairs.origin.ending(tokens.words, start)
    return start - origin[0] if origin else None


def changes(tokens: Tokens, left: Reading, pairs: PairWords) -> bool:
    """Whether "A to B" tells a change and its end ("fell $28 to $38", "rose from 5 to 7") instead of a range."""
    origin = origin_before(tokens, left.first, pairs)
    start = left.first if origin is None else origin
    reach = SENTENCE_REACH if origin is not None and tokens.at[start - 1] == "," else VERB_REACH
    near = tokens.words[max(0, start - reach) : start]
    if tokens.at[left.end] not in pairs.change_joiners:
        return False
    return any(word in pairs.change_verbs or (origin is not None and word in pairs.change_nouns) for word in near)


def scale_of(tokens: Tokens, reading: Reading, grammar: Grammar) -> Decimal | None:
    """The scale that a scaled reading shares with an unscaled one before it ("dua sampai tiga ribu")."""
    for at in range(reading.end - 1, reading.first - 1, -1):
        word = tokens.words[at]
        kind, factor = grammar.numbers.kinds.get(word, ("", Decimal(1)))
        if kind == "scale":
            return factor
        for table in (grammar.numbers.suffixes, grammar.numbers.money_suffixes, grammar.numbers.approximate):
            if word in table and at > reading.first:
                return table[word]
    return None


def as_range(
    tokens: Tokens, left: Reading, right: Reading, grammar: Grammar, between: tuple[int, bool] | None
) -> Reading | None:
    """Two readings as one range, sharing scale and unit; None when they do not go up."""
    low, high = left.value, right.value
    if low is None or high is None:
        return None
    if left.unit is None and is_negative(tokens, left, grammar, right.unit):
        left.first -= 1
        low = -low
    shares = not left.scaled or low < THOUSAND  # "Rp 4 ratus sampai 6 ratus miliar"
    if right.scaled and shares and (factor := scale_of(tokens, right, grammar)):
        if low * factor < high:
            low *= factor
        elif high / factor <= low < THOUSAND:
            return None
    if not left.scaled and not right.scaled and shares_thousands(tokens, low, right, high, grammar):
        low *= THOUSAND
    larger = LARGER.get((left.unit, right.unit))
    if larger:
        high *= larger
    units_differ = not larger and left.unit is not None and right.unit is not None and left.unit != right.unit
    apart = left.unit == right.unit and left.scaled and right.scaled and not between and high > low * SPREAD
    if (
        high <= low or units_differ or (apart and UNITS.kinds.get(left.unit) in MEASURED)
    ):  # "by 2 million acres to 132 million acres"
        return None
    if left.unit and not right.unit and UNITS.kinds.get(left.unit) != "money":
        return None
    reading = Reading(left.first, right.end, low)
    reading.high, reading.bound = high, "range"
    reading.unit = left.unit if larger else right.unit or left.unit
    reading.kind, reading.scaled, reading.written = right.kind, right.scaled, left.written
    if between:
        reading.bound_first = left.first - between[0]
    return reading


def shares_thousands(tokens: Tokens, low: Decimal, right: Reading, high: Decimal, grammar: Grammar) -> bool:
    """Whether the lower end is told in the thousands of the upper one: "13 to 14,000 feet"."""
    written = next((word for word in tokens.words[right.first : right.end] if word[0].isdigit()), "")
    return written.endswith(f"{grammar.numbers.thousands}000") and low * THOUSAND < high < low * THOUSAND * 3


def answers(tokens: Tokens, index: int, grammar: Grammar, pairs: PairWords) -> bool:
    """Whether the number at token `index` is the whole of a ratio of people who were asked: "three of 4 say"."""
    right = right_side(tokens, index, grammar)
    if right is None or right.value is None or right.value > TENTHS:
        return False
    return right.unit is None and tokens.at[right.end] in pairs.ratio_verbs


def read_ratio(left: Reading, right: Reading) -> Reading | None:
    """The share that "A in B" tells, 0.2 for "one in five", where it is a small count out of a larger one."""
    if left.value is None or right.value is None or right.unit is not None or not is_whole(left):
        return None
    told = left.value == 1 or right.value <= TENTHS or right.value in ROUND_BASES
    if not told or not 0 < left.value < right.value:
        return None
    reading = Reading(left.first, right.end, left.value / right.value)
    reading.unit, reading.form, reading.kind, reading.written = "fraction", "ratio", "fraction", left.written
    return reading
