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
    "classifiers", "leading", "passed_over", "people", "numbers_of", "stand_ins", "paces", "in_turn", "sums", "peaks",
    "behind_both", "hyphen_tails", "linkers", "weak_linkers", "copulas", "not_verbs", "adjectives", "nominal",
    "pronouns", "partitives", "share_of", "determiners", "places", "things", "lone", "marks", "marks_passed",
    "people_after", "harm_fillers", "parts_after", "stood_at", "parents",
)  # fmt: skip
"""Lists of [counted] that are looked up word by word, each by its own name."""


@dataclass(frozen=True, eq=False)
class CountedWords:
    """The words of one language that shape its noun phrases; those of WORDS bear the names of their lists in the file."""

    head_first: bool  # a noun stands before its adjectives
    # Where a noun phrase ends, and what stands in it.
    stops: frozenset[str]
    states: frozenset[str]  # stops that tell what happened: "45 *dead*"
    before_plurals: frozenset[str]  # stops that are adjectives before a plural: "two *earlier* attempts"
    adjectives: frozenset[str]
    nominal: frozenset[str]  # adjectives that stand for a noun: "two *gold*"
    modifiers: frozenset[str]  # "*sports* clubs"
    plurals: frozenset[str]  # irregular ones: "men"
    singular: tuple[str, ...]  # endings in "s" of no plural, and of owners
    clitics: tuple[str, ...]  # "orang*nya*"
    classifiers: frozenset[str]  # "40 *buah* rumah"
    hyphen_tails: frozenset[str]  # "40-*odd* people"
    determiners: frozenset[str]  # "two of *the* men"
    pronouns: frozenset[str]  # "two of *them*"
    partitives: frozenset[str]  # "two *of* the men"
    share_of: frozenset[str]  # "8% *of* voters"
    parts_after: frozenset[str]  # "33 men, *including* six guards"
    pointers: frozenset[str]  # "35 kasus tahun *ini*"
    latest: frozenset[str]  # "the *last* 40"
    degrees: frozenset[str]  # "40 *more*"
    than: frozenset[str]  # "40 more *than*"
    links: frozenset[str]  # prepositions of places between a plural and its verb: "arrests *by* Hull police rose"
    joints: frozenset[str]  # what parts clauses
    coordinators: frozenset[str]  # "and", "or"
    relative: frozenset[str]
    asides: frozenset[str]  # what is put in between commas: "the toll, *however*, rose to 64"
    behind_both: frozenset[str]  # "100 horses and cattle *into* a yard"
    rates: Phrases[bool]  # "visitors *per* day", "visitors *every day*"
    # What tells a verb.
    verb_prefixes: tuple[str, ...]
    verb_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]  # "two local*ly* made pistols"
    not_verbs: frozenset[str]  # nouns that only look like them
    copulas: frozenset[str]
    changes: frozenset[str]  # "rose"
    reports: frozenset[str]  # "said"
    objects: frozenset[str]  # what opens an object: "the", "some"
    # Between a noun and the number that follows it.
    leading: frozenset[str]  # small words that bring in a place or a cause
    passed_over: frozenset[str]
    linkers: frozenset[str]
    weak_linkers: frozenset[str]  # those that need a strong one beside them
    numbers_of: frozenset[str]  # "the *number* of deaths rose to 45"
    groups_of: frozenset[str]  # the same, and "a *cast* of over 200"
    measured: frozenset[str]  # nouns with a number of their own: "*rasio* 44,7"
    lone: frozenset[str]  # "meja *cuma* 30"
    stood_at: frozenset[str]  # "leads the club in goals *at* 62"
    # What stands for a noun that was told before.
    stand_ins: frozenset[str]  # "this *figure* rose to 40"
    paces: frozenset[str]  # "home sales rose to an annual *rate* of 4.2 million"
    in_turn: frozenset[str]  # "births and deaths stood at 410 and 390, *respectively*"
    sums: frozenset[str]  # "took his *tally* to six"
    peaks: frozenset[str]  # "12 goals, beating his *record* of 11"
    marks: frozenset[str]  # "topped the 5 million *mark*"
    marks_passed: frozenset[str]  # "*topped* the 5 million mark"
    # People, what happened to them, and what is none.
    people: frozenset[str]
    people_led: Phrases[bool]  # "the mill *employs* 400"
    people_act: Phrases[bool]  # "some 4,000 *attended*"
    people_after: frozenset[str]  # "*kills* 4"
    everyone: str  # the word for them
    parents: frozenset[str]  # "a *mother* of two"
    offspring: str  # what they are mother of
    deeds: frozenset[str]  # all words of events
    hurt: frozenset[str]  # stops of the injured
    lost: frozenset[str]  # stops of the missing
    fates: frozenset[str]  # what happened to people, told by no noun
    harm_fillers: frozenset[str]  # "108 were *already* dead"
    things: frozenset[str]  # what is not alive: "2,000 *homes*"
    guns: frozenset[str]  # "two .38 *revolvers*"
    races: frozenset[str]  # "the 400m *hurdles*"
    # Places, times, numbers and units.
    places: frozenset[str]  # prepositions of places
    placed: frozenset[str]  # those whose noun is one: "*in* Kent (58)"
    times: frozenset[str]
    months: frozenset[str]
    spelled: frozenset[str]  # number words
    scales: frozenset[str]
    measures: frozenset[str]  # units written onto their number
    percents: frozenset[str]


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
