"""Which figures hang on another: the new end of a change on its old one, a part on its whole ("71 of its 400 stores")."""

import itertools
from typing import Final

from .amounts import Reading
from .counted import counts_people
from .countedwords import CountedWords
from .grammar import Grammar
from .pairs import PairWords
from .sharing import leads_to_new, links, moved, tells_apart
from .tokens import Tokens

YEAR: Final = 4
"""Digits of a year."""


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
