"""Readings that are no claims after all, told by their bound, by what they count or by the reading before them."""

import itertools
from decimal import Decimal

from .ages import OLDEST
from .amounts import Reading
from .counted import is_plural, phrase_after
from .grammar import Grammar
from .numerals import HYPHENS
from .pairs import PairWords
from .sharing import links
from .tokens import Tokens

FEW = frozenset(map(Decimal, (2, 3, 4)))
AGES = frozenset({"year", "month"})


def refuse_age(tokens: Tokens, reading: Reading, cue: int, grammar: Grammar) -> None:
    """Refuse an age told with a bound: "warga di atas 60 tahun", "berusia di bawah 30 tahun", "patients under 18"."""
    if (
        reading.value is None
        or reading.value > OLDEST
        or reading.high is not None
        or reading.unit not in {None, "year"}
    ):
        return
    people = tokens.word(cue - 1) in grammar.aged_people
    if reading.unit is None and people:
        phrase = phrase_after(tokens, reading.end, grammar.counted)
        people = not grammar.counted.head_first and not (
            phrase and any(is_plural(word, grammar.counted) for word in tokens.words[phrase[0] : phrase[1]])
        )
    if people or grammar.ages_before.ending(tokens.words, cue):
        reading.why = "age"


def refuse_second_ages(tokens: Tokens, readings: list[Reading], pairs: PairWords) -> None:
    """Refuse an age joined to one: "berusia di atas 50 tahun atau di bawah 15 tahun"."""
    for left, right in itertools.pairwise(readings):
        if (
            left.why == "age"
            and right.why is None
            and right.unit in AGES
            and right.bound != "exact"
            and links(tokens, left.end, right.bound_first, pairs)
        ):
            right.why = "age"


def refuse_pronouns(tokens: Tokens, claims: list[Reading], grammar: Grammar) -> None:
    """Refuse "one" that stands for a thing instead of counting it, and "mayoritas" that only explains a figure before it."""
    pronouns = not grammar.counted.head_first
    for number, reading in enumerate(claims):
        if pronouns and stands_for_people(tokens, reading, grammar):
            reading.why = "idiom"
        elif reading.kind == "majority":
            explains = bool(number) and tokens.word(reading.first - 1) in {",", "("}
            if explains or (pronouns and not is_share(tokens, reading, grammar)):
                reading.why = "vague"
        elif (
            pronouns
            and reading.written == "words"
            and reading.value == 1
            and reading.unit is None
            and reading.high is None
        ):
            state = is_state(tokens, reading, grammar)
            if (reading.phrase is None or reading.phrase[0] < reading.end) and not state and not reading.scaled:
                reading.why = "idiom"


def stands_for_people(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a small number with its article stands for those named before: "the two continued", not "the two dead"."""
    few = reading.written == "words" and reading.value in FEW and reading.unit is None and reading.high is None
    if (
        not few
        or tokens.word(reading.first - 1) not in grammar.definite
        or tokens.word(reading.first - 2) in grammar.counted.partitives
    ):
        return False
    following = tokens.word(reading.end)
    if following in HYPHENS:
        return False  # "the two- and three-year terms"
    bare = reading.phrase is None or reading.phrase[0] < reading.end
    if following in grammar.counted.copulas:
        bare = tokens.word(reading.end + 1) not in grammar.counted.states
    return bare and following not in grammar.counted.partitives and following not in grammar.counted.states


def is_share(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether "majority" tells a share ("the majority of voters"), not a lead ("a majority of 174") or a title."""
    of = tokens.word(reading.end) in grammar.counted.partitives
    return of and not tokens.word(reading.end + 1)[:1].isdigit()


def is_state(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a lone "one" is a victim: "one dead", "one was killed", "killing one"."""
    at = reading.end + (tokens.word(reading.end) in grammar.counted.copulas)
    return tokens.word(at) in grammar.counted.states or tokens.word(reading.first - 1) in grammar.counts_one


def refuse_speakers(tokens: Tokens, claims: list[Reading], mentions: frozenset[int]) -> None:
    """Refuse "one" that only brings in who speaks ("…," one villager, Ann Hill, said); `mentions` are where speakers begin."""
    for reading in claims:
        if reading.value == 1 and reading.written == "words" and reading.unit is None:
            behind = reading.last + (tokens.word(reading.last) == ",")
            begins = {tokens.starts[at] for at in (reading.first, behind) if at < len(tokens)}
            if begins & mentions:
                reading.why = "idiom"
