"""The words that shape the noun phrases of a language, prepared for reading what is counted."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.extraction.language import Language, words_of_time
from claims.extraction.scan import OWNING

from .tokens import Phrases

UNIT_LONGEST: Final = 3
"""Letters of a unit that is written onto its number."""
WORDS: Final = (
    "classifiers",
    "leading",
    "passed_over",
    "people",
    "numbers_of",
    "stand_ins",
    "paces",
    "in_turn",
    "sums",
    "peaks",
    "behind_both",
    "hyphen_tails",
    "linkers",
    "weak_linkers",
    "copulas",
    "not_verbs",
    "adjectives",
    "nominal",
    "pronouns",
    "partitives",
    "share_of",
    "determiners",
    "places",
    "things",
    "lone",
    "marks",
    "marks_passed",
    "people_after",
    "harm_fillers",
    "parts_after",
    "stood_at",
    "parents",
)
"""Lists of [counted] that are looked up word by word, each by its own name."""


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
    paces: frozenset[str]
    in_turn: frozenset[str]
    sums: frozenset[str]
    peaks: frozenset[str]
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
    degrees: frozenset[str]
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
    people_led: Phrases[bool]
    people_act: Phrases[bool]
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
    stops, degrees = frozenset(table["stops"]), language.tables["bounds"]["degrees"]
    events = {word for words in language.tables["events"].values() for word in words}
    return CountedWords(
        head_first=table["order"] == "head_first",
        measures=frozenset(
            word for unit in language.tables["units"].values() for word in unit if len(word) <= UNIT_LONGEST
        ),
        percents=frozenset(language.tables["units"]["percent"]),
        asides=frozenset(quotes["connectives"]),
        groups_of=frozenset(table["groups_of"] + table["numbers_of"]),
        before_plurals=stops & frozenset([*table["before_plurals"], *events]),
        changes=frozenset(language.tables["ranges"]["change_verbs"]) - frozenset(table["numbers_of"]),
        stops=stops,
        months=frozenset(language.tables["dates"]["months"]),
        states=stops & events,
        deeds=frozenset(events),
        verb_prefixes=tuple(table["verb_prefixes"]),
        verb_endings=tuple(table["verb_endings"]),
        adverb_endings=tuple(table["adverb_endings"]),
        relative=frozenset(quotes["relative"]),
        modifiers=frozenset(table["plural_modifiers"]),
        coordinators=frozenset(language.tables["ranges"]["and"] + language.tables["ranges"]["or"]),
        clitics=tuple(table["clitics"]),
        singular=(*table["singular_suffixes"], *OWNING),
        plurals=frozenset(table["irregular_plurals"]),
        rates=Phrases((phrase, True) for phrase in table["rates"]),
        objects=frozenset([*quotes["articles"], *quotes["amounts"]]) - {*quotes["relative"]},
        spelled=frozenset(language.tables["numbers"]["values"]),
        scales=frozenset(language.tables["scales"]["words"]),
        reports=frozenset(quotes["cues"]["say"]),
        than=frozenset(form.split(" ")[-1] for form in degrees["comparative"]),
        degrees=frozenset([*degrees["more"], *degrees["less"]]),
        links=frozenset(table["places_linked"]),
        joints=frozenset([",", ";", *quotes["conjunctions"], *quotes["subordinators"]]),
        measured=frozenset([*language.tables["bounds"]["fillers"]["words"], *table["measured"]])
        - {*table["linkers"], *table["harm_fillers"]},
        placed=frozenset(table["places_told"]),
        times=words_of_time(language),
        pointers=frozenset(quotes["determiners"] + language.tables["blocks"]["ago"]),
        latest=frozenset(language.tables["dates"]["period_heads"]),
        hurt=frozenset(language.tables["events"]["injured"]) & stops,
        fates=frozenset(fates_told(language)),
        lost=frozenset(language.tables["events"]["missing"]) & stops,
        people_led=Phrases((phrase, True) for phrase in table["people_led"]),
        people_act=Phrases((phrase, True) for phrase in table["people_act"]),
        guns=frozenset(language.tables["identifiers"]["guns"]),
        races=frozenset(language.tables["identifiers"]["races"]),
        offspring=table["offspring"],
        everyone=table["everyone"],
        **{name: frozenset(table[name]) for name in WORDS},
    )


def fates_told(language: Language) -> list[str]:
    """The words that tell what happened to people and are no nouns; where heads come first also verbs ("12 dirawat")."""
    table, events = language.tables["counted"], language.tables["events"]
    first, stops = table["order"] == "head_first", frozenset(table["stops"])
    told = ("killed", "injured", "missing", *(("hospitalised", "displaced", "evacuated", "arrested") if first else ()))
    prefixes = tuple(table["verb_prefixes"]) if first else ()
    return [word for fate in told for word in events[fate] if word in stops or (prefixes and word.startswith(prefixes))]
