"""What numbers joined to each other share, and which of them hang on another: "8 dan 17 persen", "three, four or five rooms"."""

import itertools
import re
from decimal import Decimal
from typing import Final

from claims.extraction.scan import DASHES

from .amounts import Reading
from .counted import counts_people, is_plural, phrase_after
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
YEAR: Final = 4
"""Digits of a year."""
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


def tells_apart(tokens: Tokens, left: Reading, right: Reading) -> bool:
    """Whether two numbers count different things: "29 points from 12 matches"."""
    phrases = [one.phrase for one in (left, right) if one.phrase is not None and one.phrase[0] >= one.end]
    return len(phrases) == 2 and tokens.at[phrases[0][1] - 1] != tokens.at[phrases[1][1] - 1]


def relate(tokens: Tokens, claims: list[Reading], grammar: Grammar, pairs: PairWords) -> None:
    """Tell which figures hang on another: the new end of a change on its old one, a part on its whole."""
    for left, right in itertools.pairwise(claims):
        if left.why or right.why or right.first - left.last > 6:
            continue
        if is_within(tokens, left, right, grammar.counted):
            left.relation = ("part_of", right)
            continue
        between = tokens.words[left.last : right.bound_first]
        if between and between[-1] in grammar.counted.determiners:
            between.pop()  # "157 out of the 165 seats"
        if is_when(between[:-1], grammar) and not tells_apart(tokens, left, right):
            del between[:-1]  # "from 4,100 in May to 5,300", "to 3.2% in October from 3.7%"
        origin = pairs.origin.ending(tokens.words, left.bound_first)
        totalled = bool(between) and between[-1] in grammar.counted.numbers_of  # "120 dari total 340 kursi"
        leads = bool(between) and leads_to_new(left, between, pairs, grammar.counted)
        if origin and leads and right.unit == left.unit:
            right.relation = ("change", left)
            if left.phrase is None or left.phrase[0] < left.end:
                left.phrase = right.phrase
        elif (
            pairs.origin.ending(tokens.words, right.bound_first - totalled)
            and left.unit == right.unit
            and left.high is None
        ):
            joined = tokens.at[left.bound_first - 1] in pairs.change_joiners and len(between) <= 2
            if (joined or moved(between, pairs)) and not tells_apart(tokens, left, right):
                left.relation = ("change", right)
            elif (
                between
                and between[0] in grammar.counted.share_of
                and left.unit is None
                and tokens.at[left.bound_first - 1] not in pairs.change_verbs
                and is_alike(tokens, left, right, grammar)
            ):
                part_of(left, right)
        elif (
            between
            and len(between) <= 2
            and grammar.counted.partitives & {between[0], between[-1]}
            and left.unit is None
            and right.unit is None
        ):
            part_of(left, right)
    if len(claims) > 1:
        relate_parts(tokens, claims, grammar.counted, pairs)


def relate_parts(tokens: Tokens, claims: list[Reading], words: CountedWords, pairs: PairWords) -> None:
    """Tell of which counts others are a part that stand behind them: "300 people, including 40 children and 12 women", "45 hurt, 12
    of them badly", "of the 120 passengers, 45 …"; and of which a share is told: "half of the 900 homes"."""
    whole_led = tokens.words[0] in words.partitives or tokens.words[0] in words.share_of
    for number, (left, right) in enumerate(itertools.pairwise(claims)):
        if left.why or right.why or right.unit:
            continue
        if left.form == "share" and not left.relation and tokens.at[left.end] in words.share_of:
            if right.bound_first - left.end <= 2:
                left.relation = ("part_of", right)
            continue
        if right.relation or left.unit:
            continue
        told = tokens.at[right.bound_first - 1] in words.parts_after or is_of_them(tokens, right, words)
        whole = left if told or (whole_led and number == 0 and left.bound_first <= 2) else None
        if whole is None and left.relation and left.relation[0] == "part_of" and left.relation[1].first < left.first:
            whole = left.relation[1] if links(tokens, left.last, right.bound_first, pairs, chained=True) else None
        if whole and whole.value is not None and right.value is not None and right.value <= whole.value:
            right.relation = ("part_of", whole)


def is_of_them(tokens: Tokens, reading: Reading, words: CountedWords) -> bool:
    """Whether a number is told as so many of those before it: "12 of them", "45 di antaranya"."""
    behind = (max(reading.last, reading.end), reading.end)
    return any(
        tokens.at[at + 1] in words.pronouns and (tokens.at[at] in words.partitives or tokens.at[at] in words.places)
        for at in behind
    )


def moved(between: list[str], pairs: PairWords) -> bool:
    """Whether the words between two numbers lead from the new state of a change to its old one: "turun dari", "up from"."""
    at = next((at for at, word in enumerate(between) if word in pairs.change_verbs), len(between))
    origin = pairs.origin.ending(between, len(between))
    return origin is not None and at + 1 == len(between) - origin[0]


def is_within(tokens: Tokens, left: Reading, right: Reading, words: CountedWords) -> bool:
    """Whether the first number is told as so many of the second: "71 of its 400 stores"."""
    told = left.phrase is not None and left.phrase == right.phrase and not (left.borrowed or right.borrowed)
    return told and left.unit is None and tokens.at[left.end] in words.partitives and right.first > left.end


def is_when(between: list[str], grammar: Grammar) -> bool:
    """Whether the words behind an amount only tell its time: "in May", "a year ago", "on Monday last week", "in 2019"."""
    times = (grammar.counted.times, grammar.dates.months, grammar.dates.weekdays)
    led = (grammar.periods.hours_before, grammar.periods.heads, grammar.counted.pointers, grammar.numbers.articles)
    told = False
    for word in between:
        if (word.isdigit() and len(word) == YEAR) or any(word in table for table in times):
            told = True
        elif not any(word in table for table in led):
            return False
    return told


def is_alike(tokens: Tokens, left: Reading, right: Reading, grammar: Grammar) -> bool:
    """Whether two numbers count the same or both people: "12 packets from two suspects", "poin dari 20 laga" have no part."""
    told = [one.phrase for one in (left, right) if one.phrase is not None and one.phrase[0] >= one.end]
    same = len({tokens.words[first] for first, _ in told}) == 1
    return len(told) < 2 or same or all(counts_people(tokens, phrase, grammar.counted) for phrase in told)


def part_of(left: Reading, right: Reading) -> None:
    """Make `left` a part of `right` ("empat dari lima pertandingan"), unless a noun before it tells that it counts others."""
    if left.phrase is not None and left.phrase[0] < left.first and not left.borrowed:
        return
    left.relation = ("part_of", right)
    if right.phrase is None and left.phrase is not None and left.phrase[0] >= left.end:
        right.phrase = left.phrase
    if left.phrase is None or left.phrase[0] < left.end:
        left.phrase = right.phrase
