"""The words by which a number is told to be a name, a rank, a score and no claim: [identifiers] of a language's file."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from claims.extraction.language import Language

from .tokens import Phrases, marked


@dataclass(frozen=True, eq=False)
class CodeWords:
    """What tells that digits are a code, an address, a part of a name."""

    before: Phrases[bool]  # "*nomor* 12"; False where it may also stand before an amount
    after: Phrases[bool]
    numbered: frozenset[str]  # "*Air* 12"
    addresses: frozenset[str]  # "*Jalan* X 12"
    address_ends: frozenset[str]  # "12 Hill *Street*"
    captions: frozenset[str]  # "*Map*: Tara Hill 4820"
    phones: frozenset[str]  # "*call* 4820"
    milestones: frozenset[str]  # "*KM* 46.500"
    structure: frozenset[str]  # "five *things*"
    grouped: frozenset[str]  # "*Day* 1,204 of the war"
    plan_parts: frozenset[str]  # "a five-*point* plan", before a word of `planned`
    planned: frozenset[str]


@dataclass(frozen=True, eq=False)
class RankWords:
    """What tells that a number is a place in an order."""

    before: Phrases[bool]  # "*top* 10"; False for what ends like it and bounds an amount: "*could top* 10"
    after: frozenset[str]  # "4 *besar*"
    prefixes: frozenset[str]  # "*ke*-4"
    counted: frozenset[str]  # those of `before` that tell a rank even before something counted
    rounds_before: frozenset[str]  # "the *last* eight"
    charted: frozenset[str]  # words of a chart whose sentence tells places in it
    charted_before: frozenset[str]  # "entered the chart *at* three"


@dataclass(frozen=True, eq=False)
class LabelWords:
    """What tells that a number is what something is called by."""

    leads: frozenset[str]  # "*on* track 9"
    things: frozenset[str]  # "the 38 *bus*"
    graded: frozenset[str]  # "children with *type* 1 diabetes"
    given: frozenset[str]  # behind which a name has no number: "*gave* the Reds 38 seats"
    rated: frozenset[str]  # what a name has a number of: "*skor* siswa Indonesia 366"


@dataclass(frozen=True, eq=False)
class ScoreWords:
    """What tells that numbers are the result of a match or a vote."""

    versus: frozenset[str]  # "Reds 2 *vs* 1 Blues"
    joiners: frozenset[str]  # "three *for* 89"
    before: frozenset[str]  # "*won* 2-1"
    after: frozenset[str]  # "a 4 to 3 *vote*"
    scored: frozenset[str]  # before scorers and their minutes: "*Pens*: Hill (2)"
    played: frozenset[str]  # "won four *in* six"


@dataclass(frozen=True, eq=False)
class OneWords:
    """What tells whether "one" is a pronoun or counts."""

    pronoun: frozenset[str]  # "one *that's* late"
    before: Phrases[bool]  # "*no* one"
    told: Phrases[bool]  # "*said that* one person died"
    counts: frozenset[str]  # "*killing* one"
    listed: frozenset[str]  # "and one *from* York"
    origin: frozenset[str]  # "*from* one place to another"
    moves: Phrases[bool]  # "from one place *to another*"
    introduced: frozenset[str]  # "in one *email*"
    voices: frozenset[str]  # "One *witness* to the fire told it"
    kin: frozenset[str]  # "the *wife* of one man"


@dataclass(frozen=True, eq=False)
class MultipleWords:
    """What tells that a word for a multiple is an amount: "double the size", "has doubled"."""

    led: frozenset[str]  # "*double* the size", before a word of `after`
    after: frozenset[str]
    verbs: frozenset[str]  # "has *tripled*"
    auxiliaries: frozenset[str]  # "*has* tripled"
    ends: frozenset[str]  # "doubled *to* 90"
    not_before: frozenset[str]  # "doubled *down*"


def code_words(names: Mapping[str, list[str]]) -> CodeWords:
    """The words of codes, of an [identifiers]."""
    return CodeWords(
        before=Phrases((phrase, phrase not in names["before_counted"]) for phrase in names["before"]),
        after=marked(names["after"]),
        numbered=frozenset(names["numbered"]),
        addresses=frozenset(names["addresses"]),
        address_ends=frozenset(names["address_ends"]),
        captions=frozenset(names["captions"]),
        phones=frozenset(names["phone_before"]),
        milestones=frozenset(names["milestones"]),
        structure=frozenset(names["structure"]),
        grouped=frozenset(names["grouped"]),
        plan_parts=frozenset(names["plan_parts"]),
        planned=frozenset(names["planned"]),
    )


def rank_words(language: Language) -> RankWords:
    """The words of ranks."""
    names: Mapping[str, Any] = language.tables["identifiers"]
    return RankWords(
        before=_ranks(names["ordinal_before"], language.tables["bounds"]["before"]),
        after=frozenset(names["ordinal_after"]),
        prefixes=frozenset(language.tables["numbers"]["ordinal_prefixes"]),
        counted=frozenset(names["ranked"]),
        rounds_before=frozenset(names["rounds_before"]),
        charted=frozenset(names["charted"]),
        charted_before=frozenset(names["charted_before"]),
    )


def _ranks(ranks: list[str], bounds: Mapping[str, list[str]]) -> Phrases[bool]:
    """What stands before a rank ("top 10"), and, as False, what ends like it and bounds an amount ("could top 10")."""
    others = [phrase for group in bounds.values() for phrase in group if phrase.split(" ")[-1] in ranks]
    return Phrases(
        [*((phrase, True) for phrase in ranks), *((phrase, False) for phrase in others if phrase not in ranks)]
    )


def label_words(names: Mapping[str, list[str]]) -> LabelWords:
    """The words of labels, of an [identifiers]."""
    return LabelWords(
        leads=frozenset(names["label_leads"]),
        things=frozenset(names["labelled"]),
        graded=frozenset(names["graded"]),
        given=frozenset(names["given"]),
        rated=frozenset(names["rated"]),
    )


def score_words(language: Language) -> ScoreWords:
    """The words of results."""
    names: Mapping[str, Any] = language.tables["identifiers"]
    return ScoreWords(
        versus=frozenset(names["versus"]),
        joiners=frozenset(names["score_joiners"]),
        before=frozenset(names["scores_before"]),
        after=frozenset(names["scores_after"]),
        scored=frozenset(names["scored"]),
        played=frozenset(language.tables["dates"]["played_before"]),
    )


def one_words(names: Mapping[str, list[str]]) -> OneWords:
    """The words beside "one", of an [identifiers]."""
    return OneWords(
        pronoun=frozenset(names["pronoun_one"]),
        before=marked(names["one_before"]),
        told=marked(names["one_told"]),
        counts=frozenset(names["counts_one"]),
        listed=frozenset(names["one_listed"]),
        origin=frozenset(names["one_origin"]),
        moves=marked(names["one_moves"]),
        introduced=frozenset(names["one_introduced"]),
        voices=frozenset(names["one_voices"]),
        kin=frozenset(names["one_kin"]),
    )


def multiple_words(names: Mapping[str, list[str]]) -> MultipleWords:
    """The words beside multiples, of an [identifiers]."""
    return MultipleWords(
        led=frozenset(names["multiple_led"]),
        after=frozenset(names["multiple_after"]),
        verbs=frozenset(names["multiple_verbs"]),
        auxiliaries=frozenset(names["multiple_auxiliaries"]),
        ends=frozenset(names["multiple_ends"]),
        not_before=frozenset(names["multiple_not_before"]),
    )
