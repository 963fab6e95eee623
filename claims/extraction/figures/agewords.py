"""The words of ages and of spans of time that are no claim: from [dates] of a language's file."""

from dataclasses import dataclass

from claims.extraction.language import Language

from .tokens import Phrases, marked


@dataclass(frozen=True, eq=False)
class AgeWords:
    """What tells that a number is somebody's age."""

    before: Phrases[bool]  # "*aged* 40", "*berusia* 40"
    after: Phrases[bool]  # "40 *years old*"
    units: frozenset[str]  # "40 *tahun*"
    not_before: frozenset[str]
    pronouns: Phrases[bool]  # "*she is* 40", behind which a word of `going_on` or a sign stands
    going_on: frozenset[str]
    adverbs: frozenset[str]  # between a name's comma and the age: "Ann Hill, *now* 40"
    closing: frozenset[str]  # what ends an age behind a name
    people: frozenset[str]  # those who are told by their age: "a 40-year-old *man*"
    meant: frozenset[str]  # the pronouns that mean people: "she", "they"
    offices: frozenset[str]
    limits: frozenset[str]  # "*under*-23"
    decades: frozenset[str]  # "in her *early* 40s"


@dataclass(frozen=True, eq=False)
class PeriodWords:
    """What tells that a number is a year, a decade, an hour or a length of time."""

    heads: frozenset[str]
    verbs_after: frozenset[str]
    after: Phrases[bool]
    decades_before: frozenset[str]  # "*tahun* 90-an"
    eras: frozenset[str]  # "40 *BC*"
    hours_told: Phrases[bool]  # "*closes at* 11"
    hours_before: frozenset[str]


def age_words(language: Language) -> AgeWords:
    """The words of ages."""
    dates, quotes = language.tables["dates"], language.tables["quotes"]
    return AgeWords(
        before=marked(dates["ages_before"]),
        after=marked(dates["ages_after"]),
        units=frozenset(dates["age_units"]),
        not_before=frozenset(dates["ages_not_before"]),
        pronouns=marked(dates["age_pronouns"]),
        going_on=frozenset(dates["ages_going_on"]),
        adverbs=frozenset(dates["age_adverbs"]),
        closing=frozenset(dates["ages_closing"]),
        people=frozenset(dates["aged_people"]),
        meant=frozenset([*quotes["pronouns"], *quotes["plural_pronouns"]]) - {*quotes["things"]},
        offices=frozenset(quotes["roles"]["heads"]),
        limits=frozenset(dates["age_limits"]),
        decades=frozenset(dates["decade_ages_before"]),
    )


def period_words(language: Language) -> PeriodWords:
    """The words of years, decades, hours and lengths of time."""
    dates = language.tables["dates"]
    return PeriodWords(
        heads=frozenset(dates["period_heads"]),
        verbs_after=frozenset(dates["period_verbs_after"]),
        after=marked(dates["periods_after"]),
        decades_before=frozenset(dates["decades_before"]),
        eras=frozenset(dates["eras_after"]),
        hours_told=marked(dates["hours_told"]),
        hours_before=frozenset([*language.tables["identifiers"]["label_leads"], *dates["year_before"]]),
    )
