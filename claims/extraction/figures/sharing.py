"""What numbers joined to each other share, and which of them hang on another: "8 dan 17 persen", "three, four or five rooms"."""

import itertools
import re
from decimal import Decimal
from typing import Final

from claims.extraction.scan import DASHES

from .amounts import Reading
from .counted import is_plural, phrase_after
from .countedwords import CountedWords
from .grammar import Grammar
from .joined import TIMES
from .measures import UNITS
from .numberwords import HUNDRED, THOUSAND
from .pairs import PairWords, origin_before
from .thresholds import reaches_up
from .tokens import Tokens

PLAIN: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
"""Digits before a scale, their comma as a point."""
DECIMALS: Final = 2
"""So many decimals at most are told apart from the next number of a list."""
NAME: Final = 4
"""So many words a name in a row has at most."""
ROW_GAP: Final = 5
"""So many words may stand between two ranges of a row."""
CHANGE_REACH: Final = 14
"""So many tokens may stand between the two ends of a change."""
TIMES_OF_PLAY: Final = frozenset({"minute", "hour", "day", "week", "month", "year"})
"""Units that follow the results of games ("kalah 1-2, 20-30 menit")."""


def share_units(tokens: Tokens, readings: list[Reading], pairs: PairWords, words: CountedWords) -> None:
    """Let bare numbers take the unit of the one that they are joined to: "8 dan 17 persen", "from 3.1 to 3.4 per cent"."""
    chained = False
    for right, left in itertools.pairwise(reversed(readings)):
        changed = changes_to(tokens, left, right, pairs)
        linked = changed or links(tokens, left.end, right.first, pairs, chained=chained)
        if tokens.at[left.end] in TIMES and UNITS.kinds.get(right.unit) == "power" and left.why is None:
            left.why = "identifier"  # "2 x 55 MW"
        if linked and tokens.at[left.end] in TIMES and is_plural(tokens.at[right.end], words):
            linked = False  # "40 x 50kg bags" are 40 bags
        paid = changed and left.scaled and right.scaled and UNITS.kinds.get(right.unit) == "money"
        chained = (
            linked
            and right.unit is not None
            and left.unit is None
            and left.why is None
            and right.why is None
            and (paid or not (left.scaled or right.scaled))  # "dari 10 ribu menjadi 15 ribu rupiah"
            and left.high is None
            and left.kind == right.kind == "number"
            and (tokens.words[right.first][0].isdigit() or right.written == "words")
            and left.value is not None
            and not (right.unit == "percent" and (told_as_share(tokens, left, pairs) or left.value > HUNDRED))
        )
        if chained:
            left.unit = right.unit


def told_as_share(tokens: Tokens, left: Reading, pairs: PairWords) -> bool:
    """Whether an amount is told once more as a share: "58 or 2 percent", "down 5.14, or 0.37 percent"."""
    return tokens.at[left.end + (tokens.at[left.end] == ",")] in pairs.either


def share_scales(tokens: Tokens, readings: list[Reading], pairs: PairWords) -> None:
    """Let a small sum of money take the scale of the one told instead of it, and that its currency: "Rp25 atau 30 ribu"."""
    for left, right in itertools.pairwise(readings):
        if left.end != right.first - 1 or tokens.at[left.end] not in pairs.either:
            continue
        money = UNITS.kinds.get(left.unit) == "money" and not left.scaled and left.high is None
        bare = right.unit in {None, left.unit} and right.scaled and right.high is None
        if not (money and bare):
            continue
        written = tokens.words[right.first].replace(",", ".")
        if left.value is None or right.value is None or left.value >= THOUSAND or not PLAIN.fullmatch(written):
            continue
        left.value *= right.value / Decimal(written)
        left.scaled, right.unit = True, left.unit


def share_ends(tokens: Tokens, readings: list[Reading], pairs: PairWords, words: CountedWords) -> None:
    """Let the bare new end of a change take the unit of its old one: "dari Rp 10.000 menjadi 12.000", "dari 5,2 persen ke 4,9";
    and the bare old end the percent of its new one: "to 6.3 percent from 6.5"."""
    for left, right in itertools.pairwise(readings):
        bare = right.unit is None and right.why is None and right.kind == "number" and left.high is None
        lasting = UNITS.kinds.get(left.unit) == "time" and pairs.bounds.before.ending(tokens.words, left.bound_first)
        told = left.unit is not None and left.why is None and not lasting  # not "lebih dari 13 bulan menjadi 43.799"
        if not (bare and told):
            continue
        behind = pairs.origin.starting(tokens.words, left.end)
        back = behind is not None and left.end + behind[0] == right.first and not words.head_first
        back = back and UNITS.kinds.get(left.unit) == "share" and tokens.at[left.first - 1] in pairs.change_joiners
        if back or changes_to(tokens, left, right, pairs) or changes_from(tokens, left, right, pairs):
            right.unit = left.unit if phrase_after(tokens, right.end, words) is None else None


def join_split(tokens: Tokens, readings: list[Reading], pairs: PairWords) -> None:
    """Join amounts whose decimals a blank has parted: "Rp108, 7 miliar", "seluas 149, 45 hektare", "atau 15, 79 persen"."""
    for right, left in itertools.pairwise(readings[::-1]):
        whole, decimals = tokens.at[left.end - 1], tokens.words[right.first]
        parted = tokens.glued(left.end) and right.first == left.end + 1 and tokens.at[left.end] == ","
        if not (parted and whole.isdigit() and decimals.isdigit() and len(decimals) <= DECIMALS):
            continue
        kind, other = UNITS.kinds.get(left.unit), UNITS.kinds.get(right.unit)
        priced = kind == "money" and not left.scaled and right.scaled and right.unit is None
        told = tokens.at[left.bound_first - 1] in pairs.bounds.fillers and left.unit is None
        measured = told and other is not None and other not in {"money", "time"}
        percent = left.unit is None and right.unit == "percent" and len(decimals) == DECIMALS
        listed = tokens.at[right.end] in pairs.joining and tokens.at[right.end + 1][:1].isdigit()
        percent = percent and tokens.at[left.first - 1].isalpha() and not listed
        if not (priced or measured or percent) or left.why or right.why or not right.value:
            continue
        left.value = right.value / Decimal(decimals) * Decimal(f"{whole}.{decimals}")
        left.unit, left.scaled = left.unit or right.unit, True
        left.end = left.last = left.after_bound = right.end
        readings.remove(right)


def share_ranges(tokens: Tokens, readings: list[Reading]) -> None:
    """Let ranges told in a row, read as results, take the unit that only the last of them has: "Medan 24-31, Solo 22-30 derajat"."""
    for right, left in itertools.pairwise(reversed(readings)):
        if left.why != "score" or right.high is None or right.unit is None or right.unit in TIMES_OF_PLAY:
            continue
        low, high = tokens.words[left.first], tokens.words[left.end - 1]
        between = tokens.words[left.end : right.bound_first]
        joined = 0 < len(between) <= ROW_GAP and not any(word[0].isdigit() for word in between)
        joined = joined and low.isdigit() and high.isdigit()
        if joined and tokens.words[left.first + 1] in DASHES and int(low) < int(high):
            left.why, left.bound, left.unit = None, "range", right.unit
            left.value, left.high = Decimal(low), Decimal(high)


def share_phrases(tokens: Tokens, claims: list[Reading], pairs: PairWords, words: CountedWords) -> None:
    """Let bare numbers count what the one counts that they are joined to: "three, four or five rooms"."""
    chained = False
    for right, left in itertools.pairwise(reversed(claims)):
        follows = right.phrase is not None and right.phrase[0] >= right.end
        described = follows and describes(left, right, tokens, words)
        widened = follows and reaches_up(tokens, left, right, pairs)
        free = left.phrase is None or left.borrowed or described or widened
        bare = left.unit is None and free and left.kind == "number"
        other = right.unit == "percent" and tokens.at[left.end] in pairs.either
        listed = chained or right.high is not None
        chained = (
            follows
            and bare
            and (right.unit is None or other)
            and (
                widened
                or links(tokens, left.end + described, right.bound_first, pairs, chained=listed)
                or (words.head_first and right.unit is None and is_row(tokens, left.end, right.bound_first, pairs))
            )
        )
        if chained:
            left.phrase, left.borrowed = right.phrase, False
    if not words.head_first:
        share_origins(tokens, claims, pairs)


def is_row(tokens: Tokens, start: int, end: int, pairs: PairWords) -> bool:
    """Whether nothing but a comma or "and" and a name stands between two numbers: "Riau naik 5, Jambi 4 dan Bali 2 orang"."""
    at = start + (tokens.at[start] == ",")
    at += tokens.at[at] in pairs.joining
    return start < at < end <= at + NAME and all(map(tokens.capital, range(at, end)))


def share_origins(tokens: Tokens, claims: list[Reading], pairs: PairWords) -> None:
    """Let the bare old end of a change count what its new end counts, past the time between them: "from 40 million in the spring
    of 2003 to 88 million tickets"."""
    for left, right in itertools.pairwise(claims):
        bare = left.unit is None and left.kind == "number" and (left.phrase is None or left.borrowed)
        told = right.unit is None and right.phrase is not None and right.phrase[0] >= right.end
        joined = (
            right.bound_first - left.end <= CHANGE_REACH and tokens.at[right.bound_first - 1] in pairs.change_joiners
        )
        if bare and told and joined and pairs.origin.ending(tokens.words, left.bound_first):
            left.phrase, left.borrowed = right.phrase, False


def describes(reading: Reading, right: Reading, tokens: Tokens, words: CountedWords) -> bool:
    """Whether a number has nothing behind it but one word of what kind things are: "379 confirmed and 47 probable cases"."""
    other = right.phrase is not None and tokens.words[right.phrase[1] - 1] in words.nominal  # "two gold and a silver"
    if words.head_first or other or 1 in (reading.value, right.value if tokens.capital(reading.end) else None):
        return False
    if reading.phrase is None or reading.borrowed:
        return tokens.at[reading.end] in words.adjectives
    return reading.phrase == (reading.end, reading.end + 1) and not is_plural(tokens.words[reading.end], words)


def whole_before(
    tokens: Tokens, claims: list[Reading], number: int, grammar: Grammar, pairs: PairWords
) -> Reading | None:
    """The claim before the one of this number that is no part of a count before it: of "33 men, including six guards and two
    cooks, and 15 …" the first."""
    if number and tokens.words[0] in grammar.counted.partitives and claims[0].phrase and claims[0].unit is None:
        return claims[0]  # "Of the 400 passengers in nine coaches, 12 were hurt"
    at = number - 1
    at -= at > 0 and is_explanation(tokens, claims[at])  # "45 orang, sebagian besar petani, tewas dan 12 terluka"
    if at > 0 and is_part_of_first(tokens, claims[at], claims[number], grammar):
        return claims[at - 1]
    while at > 0:
        start = at
        while (
            start > 0
            and claims[start].phrase
            and links(tokens, claims[start - 1].last, claims[start].bound_first, pairs, chained=True)
        ):
            start -= 1
        if start == 0 or tokens.at[claims[start].bound_first - 1] not in grammar.counted.parts_after:
            break
        at = start - 1
    return claims[at] if at >= 0 else None


def is_explanation(tokens: Tokens, reading: Reading) -> bool:
    """Whether words for a majority only explain the figure before them: "45 orang (mayoritas petani)"."""
    return reading.kind == "majority" and tokens.at[reading.first - 1] in {",", "("}


def is_part_of_first(tokens: Tokens, placed: Reading, part: Reading, grammar: Grammar) -> bool:
    """Whether "of which" goes back past the count of a place: "800 houses in six regions, of which 300 …"."""
    words, at = grammar.counted, part.bound_first
    relative = tokens.at[at - 1] in words.relative and tokens.at[at - 2] in words.partitives
    return relative and tokens.at[placed.bound_first - 1] in words.placed


def links(tokens: Tokens, start: int, end: int, pairs: PairWords, *, chained: bool = False) -> bool:
    """Whether the tokens between two numbers join them: "and", "atau", ", dan"; in a chain that goes on, a comma alone too."""
    if not 0 < end - start <= 2:
        return False
    between = tokens.words[start:end]
    if between == [","]:
        return chained
    if len(between) == 1 and between[0] in DASHES:
        return True  # "leads 48 - 43 percent"; what goes up is a range
    if len(between) == 2 and between[0] not in {",", "-"}:
        return False
    if len(between) == 2 and between[1] in pairs.joiners.by_first:
        return True  # "5, 7, hingga 10 persen"
    return between[-1].isalpha() and (between[-1] in pairs.either or between[-1] in pairs.joining)


def changes_to(tokens: Tokens, left: Reading, right: Reading, pairs: PairWords) -> bool:
    """Whether the first number is the old state of the second: "from 3.1 to 3.4 per cent", "from about 3 to nearly 5 per cent"."""
    cue = pairs.bounds.before.ending(tokens.words, right.first)
    between = tokens.words[left.end : right.first - (cue[0] if cue else 0)]
    between = between[len(between) > 1 and between[0] in pairs.change_verbs :]  # "dari 12 naik ke 18 persen"
    if not between or between[0] not in pairs.change_joiners or any(w not in pairs.bounds.fillers for w in between[1:]):
        return False
    starts = (left.bound_first, left.first)  # "magnitudo dari 6,0"
    return any(origin_before(tokens, start, pairs) is not None for start in starts)


def changes_from(tokens: Tokens, left: Reading, right: Reading, pairs: PairWords) -> bool:
    """Whether the second number is told right behind the first as its old state: "24 months, up from 18"."""
    verb = left.end + (tokens.at[left.end] == ",")
    return tokens.at[verb] in pairs.change_verbs and moved(tokens.words[verb : right.first], pairs)


def leads_to_new(left: Reading, between: list[str], pairs: PairWords, words: CountedWords) -> bool:
    """Whether the words between the old state of a change and its new one lead from one to the other, with the time of the old
    one before them: "menjadi", "selama Mei 2019 menjadi"."""
    if between[0] in pairs.change_joiners:
        return True
    bare = left.phrase is None or left.phrase[0] < left.first
    return words.head_first and bare and between[-1] in pairs.change_joiners


def moved(between: list[str], pairs: PairWords) -> bool:
    """Whether the words between two numbers lead from the new state of a change to its old one: "turun dari", "up from"."""
    at = next((at for at, word in enumerate(between) if word in pairs.change_verbs), len(between))
    origin = pairs.origin.ending(between, len(between))
    return origin is not None and at + 1 == len(between) - origin[0]


def tells_apart(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether two numbers count different things: "29 points from 12 matches"."""
    phrases = [one.phrase for one in (left, right) if one.phrase is not None and one.phrase[0] >= one.end]
    return len(phrases) == 2 and tokens.at[phrases[0][1] - 1] != tokens.at[phrases[1][1] - 1]
