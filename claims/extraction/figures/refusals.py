"""Readings that are no claims after all, told by their bound, by what they count or by the reading before them."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claims.extraction.scan import CLAUSE_ENDS, HYPHENS, Scan
from claims.extraction.values import CLAIM_BLOCKS, Rejected

from .ages import AGES, OLDEST
from .amounts import Reading, is_whole
from .bounds import BoundWords, bound_before
from .counted import has_plural, is_plural, phrase_after
from .grammar import Grammar
from .labels import several_follow
from .measures import UNITS
from .numberwords import ONE, number_words
from .pairs import PairWords
from .proper_names import before_name
from .sharing import is_explanation, links
from .tokens import Tokens
from .writing import SEARCHED

FEW: Final = frozenset(map(Decimal, (2, 3, 4)))
FLOORS: Final = frozenset({"at_least", "more_than"})
MEASURED: Final = frozenset({"area", "length", "mass", "volume", "share"})
TOLD_AGAIN: Final = 3
"""So many digits a label has at least that is known again without its name; a shorter one counts too often."""
INTRODUCED: Final = 3
"""So many words behind a "one" may name what it brings in."""
BESIDE: Final = 2
"""So many tokens may stand between two counts that are told together."""
BRACKET: Final = 8
"""So many tokens a short bracket has at most."""
BRACKETS: Final = 2
"""So many numbers in brackets make a list of them."""
SHARED: Final = re.compile(r"%|[^\W\d_]+")
SHARED_BACK: Final = 160
"""Among so many characters before a row of brackets stands the percent sign or word that tells their unit."""
LONGEST_PLACE: Final = 60
"""Characters of the longest name of a place that is looked for again."""


def in_boilerplate(scan: Scan) -> list[Rejected]:
    """The digits and number words of the blocks that carry no claims."""
    found = []
    numbers = number_words(scan.language)
    for block in scan.blocks:
        if block.kind in CLAIM_BLOCKS:
            continue
        tokens = Tokens(scan, block.start, block.end, numbers.cuts)
        for index, word in enumerate(tokens.words):
            if word[0].isdigit() or (
                word in numbers.starters and numbers.kinds.get(word, ("",))[0] not in {"both", "scale"}
            ):
                start, end = tokens.starts[index], tokens.ends[index]
                found.append(Rejected(start, end, scan.text[start:end], "boilerplate", None))
    return found


def refuse_age(tokens: Tokens, reading: Reading, cue: int, grammar: Grammar) -> None:
    """Refuse an age told with a bound: "warga di atas 60 tahun", "berusia di bawah 30 tahun", "patients under 18"."""
    if (
        reading.value is None
        or reading.value > OLDEST
        or reading.high is not None
        or (reading.unit is not None and reading.unit not in AGES)
        or tokens.words[cue].endswith(grammar.counted.verb_endings)  # "guests were limited to 20"
        or tokens.words[cue] in grammar.scores.joiners  # "to jail people for up to five years"
    ):
        return
    people = tokens.at[cue - 1] in grammar.ages.people
    if reading.unit is not None and tokens.at[cue - 1] in grammar.counted.copulas and not grammar.counted.head_first:
        return  # "they are about 20 years behind", not "who are over 60"
    if tokens.at[cue - 1] in grammar.counted.copulas:  # "those who are over 60", not "the toll is over 60"
        whose = grammar.ages.meant | grammar.counted.relative | grammar.ages.people | grammar.counted.pronouns
        people = people and tokens.at[cue - 2] in whose
    if reading.unit is None and people:
        phrase = phrase_after(tokens, reading.end, grammar.counted)
        people = not grammar.counted.head_first and not (phrase and has_plural(tokens, phrase, grammar.counted))
    if people or grammar.ages.before.ending(tokens.words, cue):
        reading.why = "age"


def refuse_second_ages(tokens: Tokens, readings: list[Reading], pairs: PairWords) -> None:
    """Refuse an age joined to one ("berusia di atas 50 tahun atau di bawah 15 tahun"), and the next ranges of a list whose first
    is told as one ("usia 1-4 tahun 9 persen, 5-14 tahun 32 persen")."""
    aged = False
    for number, reading in enumerate(readings):
        aged = aged or reading.why == "age"
        listed = (
            aged
            and reading.bound == "range"
            and reading.unit in AGES
            and tokens.at[reading.bound_first - 1] in CLAUSE_ENDS
        )
        if listed and number + 1 < len(readings) and readings[number + 1].bound_first == reading.end:
            reading.why = "age"
    end = -1
    for reading in readings:
        follows = end >= 0 and reading.why is None and reading.unit in AGES and reading.bound != "exact"
        if follows and links(tokens, end, reading.bound_first, pairs):
            reading.why = "age"
        if reading.why == "age":
            end = after_bracket(tokens, reading.end)


def after_bracket(tokens: Tokens, end: int) -> int:
    """The token behind a short bracket that opens at token `end`, or `end`: "umur 13-18 tahun (16,68 persen)"."""
    if tokens.at[end] != "(":
        return end
    return next((at + 1 for at in range(end + 1, end + BRACKET) if tokens.at[at] == ")"), end)


def refuse_pronouns(tokens: Tokens, claims: list[Reading], grammar: Grammar) -> None:
    """Refuse "one" that stands for a thing instead of counting it, and "mayoritas" that only explains a figure before it."""
    pronouns = not grammar.counted.head_first
    for number, reading in enumerate(claims):
        if pronouns and stands_for_people(tokens, reading, grammar):
            reading.why = "idiom"
        elif reading.kind == "majority":
            explains = number > 0 and is_explanation(tokens, reading)
            if explains or (pronouns and not is_share(tokens, reading, grammar)):
                reading.why = "vague"
        elif (
            pronouns
            and reading.written == "words"
            and reading.value == 1
            and reading.unit is None
            and reading.high is None
        ):
            state = is_state(tokens, reading, grammar) or (
                number > 0 and goes_on(tokens, reading, claims[number - 1], grammar)
            )
            bare = reading.phrase is None or reading.phrase[0] < reading.end
            floored = (
                bare and reading.bound in FLOORS and reading.bound_first < reading.first
            )  # "Elm will lose at least one"
            brought = introduces(tokens, reading, grammar) and not stands_beside(tokens, claims, number, grammar)
            if brought or ((bare or brings_in(tokens, reading, grammar)) and not (state or floored)):
                reading.why = "idiom"


def brings_in(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether the "one" that opens a sentence only brings in whom or what it tells more of: "One resident, Ann Hill, lost", "One
    analyst who follows it expects", not "One man who was shot has died"."""
    if reading.first > 0 or reading.phrase is None or not grammar.counted.states.isdisjoint(tokens.words):
        return False
    behind = reading.phrase[1] + (tokens.at[reading.phrase[1]] == ",")
    apposed = behind > reading.phrase[1] and tokens.capital(behind)
    if (
        tokens.words[reading.phrase[1] - 1] in grammar.ones.voices
        or tokens.at[reading.phrase[0]] in grammar.ones.voices
    ):
        return True  # "One witness to the fire told it"
    return apposed or tokens.at[behind] in grammar.counted.relative  # "One voter, who is 40, said no"


def introduces(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a "one" brings in a paper, picture or thought that tells something ("in one email", "one estimate put it at 40"), or
    whose kin or home is told of ("the wife of one man"); not "published one photo", "only one study"."""
    first, ones = reading.first, grammar.ones
    led = tokens.at[first - 1]
    if reading.bound != "exact" or reading.phrase is None:
        return False
    if led in grammar.counted.partitives:
        return tokens.at[first - 2] in ones.kin and tokens.at[first - 3] in grammar.definite
    if ones.introduced.isdisjoint(tokens.words[reading.phrase[0] : reading.phrase[0] + INTRODUCED]):
        return False
    joined = not led[:1].isalnum() or led in grammar.counted.coordinators
    return joined or led in grammar.labels.leads or led in grammar.multiples.ends


def stands_beside(tokens: Tokens, claims: list[Reading], number: int, grammar: Grammar) -> bool:
    """Whether the claim next to this one counts too, with no more than what joins them between: "one photo and two videos"."""
    reading, joints = claims[number], grammar.counted.coordinators | {","}
    end = reading.phrase[1] if reading.phrase else reading.end
    before = number > 0 and claims[number - 1].last >= reading.first - BESIDE
    after = number + 1 < len(claims) and claims[number + 1].bound_first <= end + BESIDE
    return (before and tokens.at[reading.first - 1] in joints) or (after and tokens.at[end] in joints)


def stands_for_people(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a small number with its article stands for those named before: "the two continued", not "the two dead"."""
    few = reading.written == "words" and reading.value in FEW and reading.unit is None and reading.high is None
    if (
        not few
        or tokens.at[reading.first - 1] not in grammar.definite
        or tokens.at[reading.first - 2] in grammar.counted.partitives
    ):
        return False
    following = tokens.at[reading.end]
    if following in HYPHENS:
        return False  # "the two- and three-year terms"
    bare = reading.phrase is None or reading.phrase[0] < reading.end or acts_alone(tokens, reading, grammar)
    if following in grammar.counted.copulas:
        bare = tokens.at[reading.end + 1] not in grammar.counted.states
    return bare and following not in grammar.counted.partitives and following not in grammar.counted.states


def acts_alone(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether the word behind "the two" is what they do: no noun in the singular has so many, and what it is done to or a verb follows ("the
    two continue their journey", "the two try to hide"); not "the two staff to be hired"."""
    counted = grammar.counted
    if reading.phrase is None or reading.phrase != (reading.end, reading.end + 1) or tokens.capital(reading.end):
        return False
    word, beyond = tokens.words[reading.end], tokens.at[reading.end + 1]
    several = has_plural(tokens, reading.phrase, counted) or word in counted.people or word in counted.modifiers
    return not several and (beyond in counted.determiners or beyond in grammar.periods.verbs_after)


def is_share(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether "majority" tells a share ("the majority of voters"), not a lead ("a majority of 174") or a title."""
    of = tokens.at[reading.end] in grammar.counted.partitives
    return of and not tokens.at[reading.end + 1][:1].isdigit()


def is_state(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a lone "one" is a victim: "one dead", "one was killed", "killing one"."""
    at = reading.end + (tokens.at[reading.end] in grammar.counted.copulas)
    return tokens.at[at] in grammar.counted.states or tokens.at[reading.first - 1] in grammar.ones.counts


def goes_on(tokens: Tokens, reading: Reading, before: Reading, grammar: Grammar) -> bool:
    """Whether a "one" is the next of a list of counts or a part of the last one: "three from Hull and one from York", "(two); and one
    each in …", "four men, including one from York"."""
    words, led = grammar.counted, tokens.at[reading.first - 1]
    listed = led in {",", ";", "—"} or led in words.coordinators or led in words.parts_after
    counted = before.unit is None and before.phrase is not None and before.why is None
    return listed and counted and tokens.at[reading.end] in grammar.ones.listed


def refuse_speakers(tokens: Tokens, claims: list[Reading], mentions: frozenset[int], grammar: Grammar) -> None:
    """Refuse "one" that only brings in who speaks ("…," one villager, Ann Hill, said), not "one in five voters said" or "it killed
    one, police said"; `mentions` are where speakers begin."""
    ratios = {reading.first - 1 for reading in claims if tokens.at[reading.first - 1].isalpha()}
    for reading in claims:
        if reading.written == "words" and reading.value == ONE and reading.unit is None and reading.end not in ratios:
            behind = reading.last + (tokens.at[reading.last] == ",")
            begins = {tokens.starts[at] for at in (reading.first, behind) if at < len(tokens)}
            if begins & mentions and not is_state(tokens, reading, grammar):
                reading.why = "idiom"


class Labels:
    """The numbers that an article has told as labels, for where it tells them again without their names."""

    def __init__(self) -> None:
        self.known: set[str] = set()

    def refuse(self, tokens: Tokens, readings: list[Reading], grammar: Grammar) -> None:
        """Remember the labels among the readings of a sentence, and refuse what repeats one and counts nothing."""
        for reading in readings:
            word = tokens.words[reading.first]
            if len(word) < TOLD_AGAIN or not word.isdigit():
                continue
            if reading.why == "identifier":
                self.known.add(word)
            elif reading.why is None and word in self.known and reading.unit is None and not reading.scaled:
                alone = reading.end == reading.first + 1 and tokens.at[reading.first - 1] in grammar.definite
                named = tokens.capital(reading.end) and not tokens.glued(reading.end)
                counts = tokens.at[reading.end] in HYPHENS or several_follow(tokens, reading.end, grammar)
                if (alone or named) and not counts:
                    reading.why = "identifier"


def restore(tokens: Tokens, readings: list[Reading], grammar: Grammar, bounds: BoundWords) -> None:
    """Take back the ages of a sentence that are counts or terms, and what announces a list but has a bound."""
    restore_bounded(tokens, readings, grammar, bounds)
    if len(readings) > 1:
        restore_places(tokens, readings, grammar)
        restore_terms(tokens, readings, grammar)


def restore_bounded(tokens: Tokens, readings: list[Reading], grammar: Grammar, bounds: BoundWords) -> None:
    """Take back the numbers that seem to announce a list but have a floor ("setidaknya empat faktor", "at least three reasons"), and the
    one of "at least one of the men"."""
    for reading in readings:
        one = reading.why == "idiom" and reading.value == ONE and reading.written == "words"
        one = one and (tokens.at[reading.end] in grammar.counted.partitives or not tokens.at[reading.end][:1].isalnum())
        if one or (reading.why == "structure" and tokens.at[reading.end] in grammar.codes.structure):
            bound = bound_before(tokens, reading.bound_first, bounds, lasts=False, small=True)
            if bound is not None and bound[0] in FLOORS:
                reading.why = None


def restore_places(tokens: Tokens, readings: list[Reading], grammar: Grammar) -> None:
    """Take back the ages of a sentence that are counts, each in brackets behind the name of a place or month: "Kent (58), Hull
    (26)". One of them shows it for all: it is higher than any age, a preposition of place leads its name somewhere, the first is
    read as a count, one has its plural with it or two the same noun: "Orde (18 points) and Vale (12)"."""
    found = [one for one in readings if is_bracketed(tokens, one)]
    ages = [one for one in found if one.why == "age"]
    measured = {one.unit for one in readings if one.unit and one.why is None and is_bracketed(tokens, one, unit=True)}
    bare = [one for one in found if one.why in {None, "age"} and one.unit is None and (one.value or 0) <= OLDEST]
    if bare and len(measured) == 1 and UNITS.kinds.get(min(measured)) in MEASURED:
        for reading in bare:
            reading.why, reading.unit = None, min(measured)  # "Kent (50 acres), Hull (40)", "Ann (21.4%), Bob (17.9)"
        return
    parts = [one for one in bare if one.why is None and not is_whole(one)]
    others = parts and any(one.unit and one.unit != "percent" for one in readings if one.first < parts[0].first)
    if len(parts) >= BRACKETS and not others and tells_share(tokens, parts[0].first, grammar):
        for reading in parts:
            reading.unit = "percent"  # "unggul dengan 43,2 persen, disusul Budi (31,5) dan Sari (25,3)"
    if not ages:
        return
    counts = [one for one in readings if one.why is None and opens_bracket(tokens, one)]
    nouns = [tokens.at[one.end] for one in counts if tokens.at[one.end + 1] == ")"]
    told = len(set(nouns)) < len(nouns) or any(
        one.why is None and tells_count(tokens, one, grammar) for one in readings if one.first < ages[-1].first
    )
    listed = len(found) >= BRACKETS and (
        found[0].why is None
        or any(
            (one.why is None and (one.value or 0) > OLDEST) or is_placed(tokens, one.first - 2, grammar)
            for one in found
        )
    )
    for reading in ages:
        if told or listed or tokens.words[before_name(tokens, reading.first - 2) + 1] in grammar.counted.placed:
            reading.why = None  # "SK Tiong (50)" alone


def tells_share(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether a share was told in words not far before token `index`, in the sentence before it too."""
    end = tokens.starts[index]
    told = SHARED.findall(tokens.text[max(0, end - SHARED_BACK) : end].rpartition("\n")[2].lower())
    return any(row[2] == "percent" for word in told for row in grammar.units.phrases.by_first.get(word, ()))


def restore_terms(tokens: Tokens, readings: list[Reading], grammar: Grammar) -> None:
    """Take back the ages of a sentence that are terms, each behind the name of a convict: "Ali divonis 5 tahun penjara, Budi 4 tahun"."""
    if not any(one.why is None and tokens.at[one.end] in grammar.ages.not_before for one in readings):
        return
    for reading in readings:
        if reading.why == "age" and reading.unit in AGES and tokens.capital(reading.first - 1):
            reading.why = None


def tells_count(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a number and what it counts in the plural stand in brackets behind a name, or the number alone behind a noun."""
    if tokens.at[reading.first - 1] == "(" and tokens.at[reading.end] == ")" and reading.unit is None:
        noun = tokens.raw(reading.first - 2)
        return noun.islower() and is_plural(noun, grammar.counted)  # "on trolleys (68), … Cork (47)"
    return opens_bracket(tokens, reading) and several_follow(tokens, reading.end, grammar)


def opens_bracket(tokens: Tokens, reading: Reading) -> bool:
    """Whether a number without a unit opens brackets behind a name and stands not alone there."""
    opened = tokens.at[reading.first - 1] == "(" and tokens.capital(reading.first - 2) and reading.unit is None
    return opened and tokens.words[reading.first].isdigit() and tokens.at[reading.end] != ")"


def is_bracketed(tokens: Tokens, reading: Reading, *, unit: bool = False) -> bool:
    """Whether nothing but one word of a number, or with a `unit`, stands in brackets behind a capital."""
    if tokens.at[reading.first - 1] != "(" or tokens.at[reading.end] != ")" or not tokens.capital(reading.first - 2):
        return False
    return unit or reading.end == reading.first + 1


def is_placed(tokens: Tokens, last: int, grammar: Grammar) -> bool:
    """Whether the name that ends at token `last` is that of a month, or stands in the article behind a preposition of place."""
    if tokens.at[last] in grammar.dates.months:
        return True
    first = before_name(tokens, last) + 1
    name = tokens.text[tokens.starts[first] : tokens.ends[last]]
    return re.search(rf"\n{re.escape(name)}(?!\w)", placed_names(tokens.text, grammar.counted.placed)) is not None


@lru_cache(maxsize=4)
def placed_names(text: str, placed: frozenset[str]) -> str:
    """What stands behind the prepositions of place in the opening of an article, each behind the end of a line."""
    words = "|".join(map(re.escape, sorted(placed)))
    found = re.findall(rf"(?= (?:{words}) ([^\n]{{1,{LONGEST_PLACE}}}))", text[:SEARCHED])
    return "".join(f"\n{name}" for name in found)
