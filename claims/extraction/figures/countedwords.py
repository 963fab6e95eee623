"""The words that shape the noun phrases of a language, prepared for reading what is counted."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.extraction.language import Language, words_of_time
from claims.extraction.scan import OWNING

from .tokens import Phrases

UNIT_LONGEST: Final = 3
"""Letters of a unit that is written onto its number."""


@dataclass(frozen=True, eq=False)
class CountedWords:
    """The words of one language that shape its noun phrases; `measures` are its short units, `asides` words put in between commas."""

    head_first: bool
    classifiers: frozenset[str]
    leading: frozenset[str]
    passed_over: frozenset[str]
    people: frozenset[str]
    measures: frozenset[str]
    percents: frozenset[str]
    asides: frozenset[str]
    numbers_of: frozenset[str]
    groups_of: frozenset[str]
    before_plurals: frozenset[str]
    stand_ins: frozenset[str]
    behind_both: frozenset[str]
    hyphen_tails: frozenset[str]
    linkers: frozenset[str]
    weak_linkers: frozenset[str]
    copulas: frozenset[str]
    changes: frozenset[str]
    stops: frozenset[str]
    months: frozenset[str]
    states: frozenset[str]
    deeds: frozenset[str]
    verb_prefixes: tuple[str, ...]
    verb_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    not_verbs: frozenset[str]
    adjectives: frozenset[str]
    nominal: frozenset[str]
    coordinators: frozenset[str]
    pronouns: frozenset[str]
    relative: frozenset[str]
    modifiers: frozenset[str]
    clitics: tuple[str, ...]
    singular: tuple[str, ...]
    plurals: frozenset[str]
    partitives: frozenset[str]
    rates: Phrases[bool]
    share_of: frozenset[str]
    determiners: frozenset[str]
    objects: frozenset[str]
    spelled: frozenset[str]
    scales: frozenset[str]
    than: frozenset[str]
    reports: frozenset[str]
    places: frozenset[str]
    links: frozenset[str]
    joints: frozenset[str]
    measured: frozenset[str]
    lone: frozenset[str]
    things: frozenset[str]
    placed: frozenset[str]
    times: frozenset[str]
    pointers: frozenset[str]
    latest: frozenset[str]
    hurt: frozenset[str]
    fates: frozenset[str]
    lost: frozenset[str]
    marks: frozenset[str]
    marks_passed: frozenset[str]
    people_after: frozenset[str]
    harm_fillers: frozenset[str]
    parts_after: frozenset[str]
    stood_at: frozenset[str]
    guns: frozenset[str]
    races: frozenset[str]
    parents: frozenset[str]
    offspring: str
    everyone: str


@cache
def counted_words(language: Language) -> CountedWords:
    """The noun-phrase words of the language, prepared for look-up."""
    table, quotes = language.tables["counted"], language.tables["quotes"]
    stops = frozenset(table["stops"])
    events = {word for words in language.tables["events"].values() for word in words}
    return CountedWords(
        head_first=table["order"] == "head_first",
        classifiers=frozenset(table["classifiers"]),
        leading=frozenset(table["leading"]),
        passed_over=frozenset(table["passed_over"]),
        people=frozenset(table["people"]),
        measures=frozenset(
            word for unit in language.tables["units"].values() for word in unit if len(word) <= UNIT_LONGEST
        ),
        percents=frozenset(language.tables["units"]["percent"]),
        asides=frozenset(quotes["connectives"]),
        numbers_of=frozenset(table["numbers_of"]),
        groups_of=frozenset(table["groups_of"] + table["numbers_of"]),
        before_plurals=stops & frozenset([*table["before_plurals"], *events]),
        stand_ins=frozenset(table["stand_ins"]),
        behind_both=frozenset(table["behind_both"]),
        hyphen_tails=frozenset(table["hyphen_tails"]),
        linkers=frozenset(table["linkers"]),
        weak_linkers=frozenset(table["weak_linkers"]),
        copulas=frozenset(table["copulas"]),
        changes=frozenset(language.tables["ranges"]["change_verbs"]) - frozenset(table["numbers_of"]),
        stops=stops,
        months=frozenset(language.tables["dates"]["months"]),
        states=stops & events,
        deeds=frozenset(events),
        verb_prefixes=tuple(table["verb_prefixes"]),
        verb_endings=tuple(table["verb_endings"]),
        adverb_endings=tuple(table["adverb_endings"]),
        not_verbs=frozenset(table["not_verbs"]),
        adjectives=frozenset(table["adjectives"]),
        nominal=frozenset(table["nominal"]),
        pronouns=frozenset(table["pronouns"]),
        relative=frozenset(quotes["relative"]),
        modifiers=frozenset(table["plural_modifiers"]),
        coordinators=frozenset(language.tables["ranges"]["and"] + language.tables["ranges"]["or"]),
        clitics=tuple(table["clitics"]),
        singular=(*table["singular_suffixes"], *OWNING),
        plurals=frozenset(table["irregular_plurals"]),
        partitives=frozenset(table["partitives"]),
        rates=Phrases((phrase, True) for phrase in table["rates"]),
        share_of=frozenset(table["share_of"]),
        determiners=frozenset(table["determiners"]),
        objects=frozenset([*quotes["articles"], *quotes["amounts"]]) - {*quotes["relative"]},
        spelled=frozenset(language.tables["numbers"]["values"]),
        scales=frozenset(language.tables["scales"]["words"]),
        reports=frozenset(quotes["cues"]["say"]),
        than=frozenset(form.split(" ")[-1] for form in language.tables["bounds"]["degrees"]["comparative"]),
        places=frozenset(table["places"]),
        links=frozenset(table["places_linked"]),
        joints=frozenset([",", ";", *quotes["conjunctions"], *quotes["subordinators"]]),
        things=frozenset(table["things"]),
        lone=frozenset(table["lone"]),
        measured=frozenset([*language.tables["bounds"]["fillers"]["words"], *table["measured"]])
        - {*table["linkers"], *table["harm_fillers"]},
        placed=frozenset(table["places_told"]),
        times=words_of_time(language),
        pointers=frozenset(quotes["determiners"] + language.tables["blocks"]["ago"]),
        latest=frozenset(language.tables["dates"]["period_heads"]),
        hurt=frozenset(language.tables["events"]["injured"]) & stops,
        fates=frozenset(fates_told(language)),
        lost=frozenset(language.tables["events"]["missing"]) & stops,
        marks=frozenset(table["marks"]),
        marks_passed=frozenset(table["marks_passed"]),
        people_after=frozenset(table["people_after"]),
        harm_fillers=frozenset(table["harm_fillers"]),
        parts_after=frozenset(table["parts_after"]),
        stood_at=frozenset(table["stood_at"]),
        guns=frozenset(language.tables["identifiers"]["guns"]),
        races=frozenset(language.tables["identifiers"]["races"]),
        parents=frozenset(table["parents"]),
        offspring=table["offspring"],
        everyone=table["everyone"],
    )


def fates_told(language: Language) -> list[str]:
    """The words that tell what happened to people and are no nouns; where heads come first also verbs ("12 dirawat")."""
    table, events = language.tables["counted"], language.tables["events"]
    first, stops = table["order"] == "head_first", frozenset(table["stops"])
    told = ("killed", "injured", "missing", *(("hospitalised", "displaced", "evacuated", "arrested") if first else ()))
    prefixes = tuple(table["verb_prefixes"]) if first else ()
    return [word for fate in told for word in events[fate] if word in stops or (prefixes and word.startswith(prefixes))]
