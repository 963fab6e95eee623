"""All look-ups of one language that the stages of a figure share."""

from dataclasses import dataclass
from functools import cache

from claims.extraction.language import Language

from .agewords import AgeWords, PeriodWords, age_words, period_words
from .countedwords import CountedWords, counted_words
from .dates import DateWords, date_words
from .identifierwords import (
    CodeWords,
    LabelWords,
    MultipleWords,
    OneWords,
    RankWords,
    ScoreWords,
    code_words,
    label_words,
    multiple_words,
    one_words,
    rank_words,
    score_words,
)
from .measures import UnitWords, unit_words
from .numberwords import NumberWords, number_words
from .tokens import Phrases, marked

Anchored = dict[str, dict[str, list[tuple[int, list[str]]]]]


@dataclass(frozen=True, eq=False)
class Grammar:
    """All look-ups of one language that the figure stages share, by what they tell."""

    numbers: NumberWords
    units: UnitWords
    dates: DateWords
    counted: CountedWords
    # What tells that a number is no claim.
    ages: AgeWords
    periods: PeriodWords
    codes: CodeWords
    ranks: RankWords
    labels: LabelWords
    scores: ScoreWords
    ones: OneWords
    multiples: MultipleWords
    idioms: Anchored  # fixed phrases with their number
    event_names: Anchored  # names with their number
    # What stands beside a number.
    definite: frozenset[str]
    pointers: frozenset[str]  # "*these* 40"
    openers: frozenset[str]  # no name where they open a sentence: "*Today* 40"
    bounding: frozenset[str]  # what bounds end with: "*setidaknya*", "than"
    amount_words: frozenset[str]  # what leads to an amount: bounds, links, what befalls people
    glue: frozenset[str]  # after which a blank may be lost: "*sekitar*40"
    small: frozenset[str]  # words that no line ends with
    alternatives: frozenset[str]  # "one *or* two"
    ratio: Phrases[bool]  # "one *in* five"
    vague_nouns: frozenset[str]
    not_negative_after: frozenset[str]  # "plus *or* minus 3"
    halves_led: frozenset[str]  # "*into* Italy's half"
    wholly: frozenset[str]  # "100 percent *sure*": no share
    not_inherited: frozenset[str]


@cache
def grammar_of(language: Language) -> Grammar:
    """The look-ups of the language, prepared once."""
    tables, numbers = language.tables, number_words(language)
    names, quotes = tables["identifiers"], tables["quotes"]
    return Grammar(
        numbers=numbers,
        units=unit_words(language),
        dates=date_words(language),
        counted=counted_words(language),
        ages=age_words(language),
        periods=period_words(language),
        codes=code_words(names),
        ranks=rank_words(language),
        labels=label_words(names),
        scores=score_words(language),
        ones=one_words(names),
        multiples=multiple_words(names),
        idioms=anchored(names["phrases"], numbers),
        event_names=anchored(names["event_names"], numbers),
        definite=frozenset(quotes["definite"]),
        pointers=frozenset(quotes["determiners"]),
        openers=opening_words(language),
        bounding=bounding_words(language),
        amount_words=amount_words(language),
        glue=glue_words(language),
        small=frozenset(tables["blocks"]["open_ends"]),
        alternatives=frozenset(tables["ranges"]["or"]),
        ratio=marked(tables["ranges"]["ratio"]),
        vague_nouns=frozenset(tables["numbers"]["vague_nouns"]),
        not_negative_after=frozenset(["±", "/", *tables["numbers"]["not_negative_after"]]),
        halves_led=frozenset(names["halves_led"]),
        wholly=frozenset(names["wholly"]),
        not_inherited=frozenset(tables["counted"]["not_inherited"]),
    )


def bounding_words(language: Language) -> frozenset[str]:
    """The words that bounds end with before a number: "setidaknya", "than"."""
    return frozenset(
        phrase.split(" ")[-1] for group in language.tables["bounds"]["before"].values() for phrase in group
    )


def opening_words(language: Language) -> frozenset[str]:
    """Words that are no name where they open a sentence before a number: "Nearly 40", "Today 40", "Overall 40"."""
    tables = language.tables
    quotes = tables["quotes"]
    words = {
        *bounding_words(language),
        *quotes["adverbs"],
        *quotes["openers"],
        *quotes["connectives"],
        *tables["counted"]["adjectives"],
    }
    return frozenset(words | {*tables["bounds"]["fillers"]["words"], *tables["dates"]["period_heads"]})


def amount_words(language: Language) -> frozenset[str]:
    """Words that lead to an amount: bounds, links, kinds of amounts and what befalls people ("sekitar", "nilai", "tewas")."""
    tables = language.tables
    counted = tables["counted"]
    groups = [*tables["bounds"]["before"].values(), *tables["events"].values(), *tables["units"].values()]
    words = {phrase.split(" ")[-1] for group in groups for phrase in group}
    for name in ("linkers", "weak_linkers", "numbers_of", "classifiers", "leading", "passed_over"):
        words |= {*counted[name]}
    return frozenset(words) | opening_words(language)


def glue_words(language: Language) -> frozenset[str]:
    """Words after which a blank may be lost before a number; any other word with digits on it is a code."""
    tables = language.tables
    groups = [*tables["bounds"]["before"].values(), *tables["events"].values()]
    words = {phrase.split(" ")[-1] for group in groups for phrase in group}
    words |= {*tables["counted"]["stops"], *tables["counted"]["linkers"], *tables["counted"]["weak_linkers"]}
    return frozenset(word for word in words if len(word) > 1) - {*tables["numbers"]["ordinal_prefixes"]}


def anchored(phrases: list[str], numbers: NumberWords) -> Anchored:
    """Phrases by the number word or digits in them and by a word beside it, which hardly any numeral has:
    number -> neighbour -> [(the number's place in the phrase, the phrase's tokens), …]."""
    table: Anchored = {}
    for phrase in phrases:
        words = numbers.cuts.pieces(phrase)
        for place, word in enumerate(words):
            if word in numbers.starters or word[0].isdigit():
                beside = words[place + 1] if place + 1 < len(words) else words[place - 1]
                table.setdefault(word, {}).setdefault(beside, []).append((place, words))
    return table
