"""All look-ups of one language that the stages of a figure share."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.extraction.language import Language

from .countedwords import CountedWords, counted_words
from .dates import DateWords, date_words
from .measures import UnitWords, unit_words
from .numberwords import NumberWords, number_words
from .tokens import Phrases

Anchored = dict[str, dict[str, list[tuple[int, list[str]]]]]


@dataclass(frozen=True, eq=False)
class Grammar:
    """All look-ups of one language that the figure stages share."""

    numbers: NumberWords
    units: UnitWords
    dates: DateWords
    counted: CountedWords
    identifiers: Phrases[bool]
    codes_after: Phrases[bool]
    addresses: frozenset[str]
    address_ends: frozenset[str]
    ordinals_before: Phrases[bool]
    ordinals_after: frozenset[str]
    idioms: Anchored
    event_names: Anchored
    phone_before: frozenset[str]
    structure: frozenset[str]
    ages_before: Phrases[bool]
    ages_after: Phrases[bool]
    age_units: frozenset[str]
    ages_not_before: frozenset[str]
    age_pronouns: Phrases[bool]
    age_adverbs: frozenset[str]
    age_people: frozenset[str]
    ordinal_prefixes: frozenset[str]
    numbered: frozenset[str]
    decade_ages: frozenset[str]
    eras: frozenset[str]
    aged_people: frozenset[str]
    offices: frozenset[str]
    definite: frozenset[str]
    period_heads: frozenset[str]
    period_verbs_after: frozenset[str]
    played_before: frozenset[str]
    periods_after: Phrases[bool]
    pronoun_one: frozenset[str]
    one_before: Phrases[bool]
    one_told: Phrases[bool]
    counts_one: frozenset[str]
    score_joiners: frozenset[str]
    versus: frozenset[str]
    milestones: frozenset[str]
    alternatives: frozenset[str]
    scores_after: frozenset[str]
    vague_nouns: frozenset[str]
    decades_before: frozenset[str]
    ratio: Phrases[bool]
    multiple_after: frozenset[str]
    multiple_led: frozenset[str]
    multiple_verbs: frozenset[str]
    multiple_auxiliaries: frozenset[str]
    multiple_ends: frozenset[str]
    multiple_not_before: frozenset[str]
    scored: frozenset[str]
    scores_before: frozenset[str]
    glue: frozenset[str]
    ages_closing: frozenset[str]
    ages_going_on: frozenset[str]
    age_limits: frozenset[str]
    not_negative_after: frozenset[str]
    ranked: frozenset[str]
    openers: frozenset[str]
    bounding: frozenset[str]
    amount_words: frozenset[str]
    pointers: frozenset[str]
    label_leads: frozenset[str]
    labelled: frozenset[str]
    rounds_before: frozenset[str]
    charted: frozenset[str]
    charted_before: frozenset[str]
    captions: frozenset[str]
    hours_told: Phrases[bool]
    one_listed: frozenset[str]
    not_inherited: frozenset[str]
    hours_before: frozenset[str]
    halves_led: frozenset[str]
    wholly: frozenset[str]
    rated: frozenset[str]
    given: frozenset[str]
    small: frozenset[str]


WORDS: Final = (
    "addresses", "address_ends", "phone_before", "structure", "numbered", "pronoun_one", "counts_one",
    "score_joiners", "versus", "milestones", "scores_after", "multiple_after", "multiple_led", "multiple_verbs",
    "multiple_auxiliaries", "multiple_ends", "multiple_not_before", "scored", "scores_before", "ranked",
    "label_leads", "labelled", "rounds_before", "charted", "charted_before", "captions", "one_listed", "halves_led",
    "wholly", "rated", "given",
)  # fmt: skip
"""Lists of [identifiers] that are looked up word by word, each by its own name."""


@cache
def grammar_of(language: Language) -> Grammar:
    """The look-ups of the language, prepared once."""
    dates, names, numbers = language.tables["dates"], language.tables["identifiers"], number_words(language)
    return Grammar(
        numbers=numbers,
        units=unit_words(language),
        dates=date_words(language),
        counted=counted_words(language),
        identifiers=Phrases((phrase, phrase not in names["before_counted"]) for phrase in names["before"]),
        codes_after=marked(names["after"]),
        ordinals_before=_ranks(names["ordinal_before"], language.tables["bounds"]["before"]),
        ordinals_after=frozenset(names["ordinal_after"]),
        idioms=anchored(names["phrases"], numbers),
        event_names=anchored(names["event_names"], numbers),
        ages_before=marked(dates["ages_before"]),
        ages_after=marked(dates["ages_after"]),
        age_units=frozenset(dates["age_units"]),
        ages_not_before=frozenset(dates["ages_not_before"]),
        age_pronouns=marked(dates["age_pronouns"]),
        age_adverbs=frozenset(dates["age_adverbs"]),
        age_people=people_pronouns(language),
        ordinal_prefixes=frozenset(language.tables["numbers"]["ordinal_prefixes"]),
        decade_ages=frozenset(dates["decade_ages_before"]),
        eras=frozenset(dates["eras_after"]),
        aged_people=frozenset(dates["aged_people"]),
        offices=frozenset(language.tables["quotes"]["roles"]["heads"]),
        definite=frozenset(language.tables["quotes"]["definite"]),
        period_heads=frozenset(dates["period_heads"]),
        period_verbs_after=frozenset(dates["period_verbs_after"]),
        played_before=frozenset(dates["played_before"]),
        periods_after=marked(dates["periods_after"]),
        one_before=Phrases((phrase, True) for phrase in names["one_before"]),
        one_told=marked(names["one_told"]),
        alternatives=frozenset(language.tables["ranges"]["or"]),
        vague_nouns=frozenset(language.tables["numbers"]["vague_nouns"]),
        decades_before=frozenset(dates["decades_before"]),
        ratio=marked(language.tables["ranges"]["ratio"]),
        glue=glue_words(language),
        ages_closing=frozenset(dates["ages_closing"]),
        ages_going_on=frozenset(dates["ages_going_on"]),
        age_limits=frozenset(dates["age_limits"]),
        not_negative_after=frozenset(["±", "/", *language.tables["numbers"]["not_negative_after"]]),
        openers=opening_words(language),
        bounding=bounding_words(language),
        amount_words=amount_words(language),
        pointers=frozenset(language.tables["quotes"]["determiners"]),
        hours_told=marked(dates["hours_told"]),
        hours_before=frozenset([*names["label_leads"], *dates["year_before"]]),
        small=frozenset(language.tables["blocks"]["open_ends"]),
        **{name: frozenset(names[name]) for name in WORDS},
        not_inherited=frozenset(language.tables["counted"]["not_inherited"]),
    )


def people_pronouns(language: Language) -> frozenset[str]:
    """The pronouns that mean people: "she", "they"."""
    quotes = language.tables["quotes"]
    return frozenset([*quotes["pronouns"], *quotes["plural_pronouns"]]) - {*quotes["things"]}


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


def _ranks(ranks: list[str], bounds: Mapping[str, list[str]]) -> Phrases[bool]:
    """What stands before a rank ("top 10"), and, as False, what ends like it and bounds an amount ("could top 10")."""
    others = [phrase for group in bounds.values() for phrase in group if phrase.split(" ")[-1] in ranks]
    return Phrases(
        [*((phrase, True) for phrase in ranks), *((phrase, False) for phrase in others if phrase not in ranks)]
    )


def marked(phrases: list[str]) -> Phrases[bool]:
    """Phrases that are only looked for, not looked up."""
    return Phrases((phrase, True) for phrase in phrases)


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
