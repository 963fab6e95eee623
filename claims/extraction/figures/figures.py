"""Figures: the amounts of an article that can be checked, and every other numeral with why it is none."""

from typing import Final

from claims.extraction.scan import HYPHENS, Scan
from claims.extraction.sentences import stretches
from claims.extraction.values import Figure, Rejected, Relation, Span

from .amounts import Reading, rejection, resolve_doubt
from .antecedents import Antecedents, inherited
from .bounds import bound_after, bound_before
from .complements import (
    acts,
    compares,
    is_of_kind,
    names_several,
    noun_of_clause,
    past_amount,
    past_share,
    rate_end,
    tell_in_turn,
    tells_children,
    tells_harm,
    tells_outcome,
    told_twice,
    what_changed,
    whole_behind,
    whole_of_share,
)
from .counted import Phrase, counts_people, has_plural, is_plural, is_verb, phrase_after
from .counted_before import noun_bounded, phrase_before, stands_alone, whole_told
from .currencies import Purse
from .days import Day, DayWords, day_of, day_words, days_told
from .earlier import Earlier
from .enclosing import Enclosing
from .events import NONE, EventWords, event_words
from .grammar import Grammar, grammar_of
from .measures import DOLLAR, UNITS, Units, told_again
from .numberwords import ONE, TEN, number_words
from .pairs import PairWords, pair_words
from .readings import read_sentence
from .refusals import Labels, in_boilerplate, refuse_age, refuse_pronouns, refuse_second_ages, refuse_speakers, restore
from .relations import relate
from .results import scored_by
from .runs import RunWords, restore_runs, run_words, tells_runs
from .scene import Scene
from .sharing import share_phrases, whole_before
from .signs import BRACKETS
from .thresholds import mark_passed, passing
from .tokens import Tokens
from .worth import worthiness
from .writing import groups_thousands

LEAST_READ: Final = 2000
SIZE_PER_NUMERAL: Final = 120
"""Of each text at most LEAST_READ numerals are read and one more for each SIZE_PER_NUMERAL characters; no article has more."""
OPENING: Final = frozenset("\"“‘'")
CLOSING: Final = frozenset("\"”’'")
AMOUNT_KINDS: Final = frozenset(
    {"money", "length", "area", "volume", "mass", "time", "temperature", "power", "speed", "data", "other"}
)
FORMS: Final = {"share": "share", "times": "multiple"}
ONE_SIDED: Final = frozenset({"more_than", "less_than", "at_least", "at_most"})
NO_PHRASE: Final = frozenset({"money", "time", "length", "temperature", "speed", "power", "data", "other"})


def find_figures(scan: Scan, *, explain: bool = False, dated: bool = True) -> tuple[list[Figure], list[Rejected]]:
    """The figures of the claim-carrying blocks in order, with `dated` their days, and with `explain` all other numerals."""
    figures: list[Figure] = []
    rejected: list[Rejected] = []
    sentence_reader = SentenceReader(scan, explain=explain, dated=dated)
    allowance = LEAST_READ + len(scan.text) // SIZE_PER_NUMERAL
    numbers = number_words(scan.language)
    for start, end in stretches(scan):
        if not numbers.may_stand_in(scan, start, end):
            continue
        if allowance <= 0:
            if not explain:
                break
            rejected.append(Rejected(start, end, scan.text[start:end], "unread", None))
            continue
        allowance -= sentence_reader.read(start, end, figures, rejected)
    if not explain:
        return figures, []
    rejected.extend(in_boilerplate(scan))
    rejected.sort(key=lambda item: (item.start, item.end))
    return figures, rejected


def with_numerals(scan: Scan) -> list[Span]:
    """The paragraphs that may hold a numeral: of the others no sentence has a figure."""
    numbers = number_words(scan.language)
    return [span for span in scan.paragraphs if numbers.may_stand_in(scan, *span)]


class SentenceReader:
    """Reads one sentence after the other into figures and rejections; holds what all sentences share."""

    def __init__(self, scan: Scan, *, explain: bool, dated: bool) -> None:
        self.scan = scan
        self.explain = explain
        self.dated = dated
        self.grammar: Grammar = grammar_of(scan.language)
        self.pairs: PairWords = pair_words(scan.language)
        self.runs: RunWords = run_words(scan.language)
        self.units: Units = UNITS
        self.events: EventWords = event_words(scan.language)
        self.days: DayWords = day_words(scan.language)
        self.enclosing = Enclosing(scan.quotes)
        self.mentions = frozenset(quote.speaker.start for quote in scan.quotes if quote.speaker)
        self.purse = Purse(scan.text, scan.lower)
        self.labels = Labels()
        self.counts = Antecedents(scan, self.grammar, self.pairs, self.events)
        self.earlier = Earlier(scan, self.events, self.grammar.numbers.cuts)

    def read(self, start: int, end: int, figures: list[Figure], rejected: list[Rejected]) -> int:
        """Read text[start:end], append what is found, and return how many numerals it held."""
        tokens = Tokens(self.scan, start, end, self.grammar.numbers.cuts)
        readings, moments = read_sentence(tokens, self.scan.language)
        if not readings:
            return 1
        self.labels.refuse(tokens, readings, self.grammar)
        restore(tokens, readings, self.grammar, self.pairs.bounds)
        restore_runs(tokens, readings, self.runs)
        claims = [reading for reading in readings if reading.why is None]
        for number, reading in enumerate(claims):
            self.describe(tokens, reading, whole_before(tokens, claims, number, self.grammar, self.pairs))
        if len(readings) > 1:
            refuse_second_ages(tokens, readings, self.pairs)
            share_phrases(tokens, claims, self.pairs, self.grammar.counted)
            tell_in_turn(tokens, claims, self.grammar.counted)
        refuse_pronouns(tokens, claims, self.grammar)
        refuse_speakers(tokens, claims, self.mentions, self.grammar)
        for reading in claims:
            letters = tokens.at[reading.first + 1] in self.units.dollars  # not of "half a billion dollars"
            marked = letters and tokens.at[reading.first] == DOLLAR  # "$US50"
            if reading.unit and not marked and self.units.kinds.get(reading.unit) == "money":
                named = self.grammar.units.phrases.ending(tokens.words, reading.end)
                told = named is not None and named[0] > 1  # "300 Egyptian pounds"
                for word in (tokens.at[reading.first], "" if told else tokens.at[reading.end - 1]):
                    reading.unit = self.purse.meaning(word, reading.unit)
        if len(claims) > 1:
            relate(tokens, claims, self.grammar, self.pairs)
        kept = [reading for reading in claims if reading.why is None]
        if kept:
            times = [one.first for one in readings if one.why == "period" and not self.days.lies_ahead(tokens, one)]
            scene = Scene(tokens, self.events, kept, times)
            days = days_told(tokens, self.days, readings, moments, self.scan.published) if self.dated else []
            figures.extend([self.figure(scene, reading, days, kept, len(figures)) for reading in kept])
        if self.explain:
            rejected.extend([rejection(tokens, reading) for reading in readings if reading.why is not None])
        # A refusal may reach over a chain of numerals ("twenty-twenty-…"), each of which was read.
        refused = [(reading.end - reading.first + 1) // 2 for reading in readings if reading.why is not None]
        return len(kept) + sum(refused)

    def describe(self, tokens: Tokens, reading: Reading, before: Reading | None) -> None:
        """Add bound, form and what is counted to a reading."""
        kind = self.units.kinds.get(reading.unit, "")
        self.set_bound(tokens, reading, lasts=kind == "time")
        if before is not None and tokens.at[reading.first - 1] in BRACKETS and before.end == reading.first - 1:
            same = reading.value == before.value or (kind and kind == self.units.kinds.get(before.unit, ""))
            if reading.bound == "exact" and same:
                reading.bound = before.bound
        reading.phrase = self.counted(tokens, reading, kind, before)
        follows = reading.phrase is not None and reading.phrase[0] >= reading.end
        told = follows or (reading.phrase is not None and self.grammar.counted.head_first and not reading.borrowed)
        if reading.doubt is not None:
            sign = self.grammar.numbers.thousands
            rated = rate_end(tokens, reading.end, self.grammar.counted) > reading.end  # "$3.692 a gallon"
            rated = rated or (tokens.at[reading.end] == "/" and tokens.at[reading.end + 1].isalpha())  # "$20.738/oz"
            exact = not tokens.words[reading.end - 1].endswith("0")  # nobody has "$1.123", where it means thousands
            known = not self.grammar.counted.head_first and (rated or exact or groups_thousands(tokens.text, sign))
            resolve_doubt(tokens, reading, counts=told and reading.unit is None, known=known)
        if reading.phrase and reading.phrase[0] >= reading.end:
            if tokens.words[reading.phrase[1] - 1] not in self.grammar.counted.hurt:  # "12 injured" tells an event
                reading.last = max(reading.last, reading.phrase[1])
            if tells_outcome(tokens, reading, self.pairs, self.grammar.counted, self.events):
                reading.bound, reading.bound_first = "exact", reading.first
            if reading.bound == "exact":
                behind = rate_end(tokens, reading.phrase[1], self.grammar.counted)  # "300 workers a month or more"
                after = bound_after(tokens, behind, self.pairs.bounds)
                if after and not compares(tokens, behind, after[1], self.grammar.counted):
                    reading.bound, reading.last = after[0], after[1]
        if reading.form == "count":
            reading.form = FORMS.get(kind) or ("amount" if kind in AMOUNT_KINDS else "count")
        steps = reading.unit == "basis_point" or tokens.at[reading.bound_first - 1] in self.pairs.change_verbs
        if reading.form == "share" and steps:
            none = self.events.triggers.ending(tokens.words, reading.bound_first)
            reading.form = "share" if none and none[1] == NONE else "delta"  # "made up 7% of exports"
        if reading.kind in {"vague", "majority"}:
            reading.bound, reading.value = "vague", None
            reading.form = "share" if reading.kind == "majority" else reading.form

    def set_bound(self, tokens: Tokens, reading: Reading, *, lasts: bool) -> None:
        """Read the bound of a reading from the words on both of its sides."""
        words = self.pairs.bounds
        small = reading.written == "words" and reading.value is not None and reading.value < TEN
        small = small and (reading.unit is None or tokens.at[reading.first + 1] in HYPHENS)  # "near three-year highs"
        lasts = lasts and tokens.at[reading.end] not in words.ago  # "founded over 200 years ago"
        before = bound_before(tokens, reading.bound_first, words, lasts=lasts, small=small)
        before = before or mark_passed(tokens, reading.bound_first, reading.end, self.grammar.counted)
        if before and self.is_matter(tokens, reading, before[1]):
            before = None
        if before:
            reading.bound_first = before[1]
            refuse_age(tokens, reading, before[1], self.grammar)
        elif small and tokens.at[reading.bound_first - 1] in self.grammar.ages.limits:
            refuse_age(tokens, reading, reading.bound_first - 1, self.grammar)  # "children under five"
        if reading.bound == "range":
            return
        if before:
            reading.bound = before[0]
        elif reading.approximate and tokens.at[reading.bound_first - 1] not in words.denominations:
            reading.bound = "about"
        after = bound_after(tokens, reading.end, words)
        if after:
            reading.after_bound = reading.last = after[1]
            if reading.bound == "exact":
                reading.bound = after[0]
        else:
            reading.after_bound = reading.end

    def is_matter(self, tokens: Tokens, reading: Reading, cue: int) -> bool:
        """Whether the cue at token `cue` leads to what somebody is accused of, with a sum of money: "arrested over £2m theft",
        not "charged over £2m in fees"."""
        words, noun = self.pairs.bounds, tokens.at[reading.end]
        if tokens.at[cue - 1] not in words.accused or tokens.words[cue] not in words.lasting:
            return False
        told = noun.isalpha() and noun not in self.grammar.counted.stops and not is_plural(noun, self.grammar.counted)
        return told and self.units.kinds.get(reading.unit) == "money"

    def counted(self, tokens: Tokens, reading: Reading, kind: str, before: Reading | None) -> Phrase | None:
        """The noun phrase that a reading counts."""
        words = self.grammar.counted
        at = reading.after_bound
        at = told_again(tokens, at, reading.value, self.grammar.numbers) or past_share(tokens, at, words)
        if kind in NO_PHRASE or (kind and tokens.at[at] in self.units.prefixes):
            return None
        if kind == "share":
            return whole_of_share(tokens, at, reading, self.grammar, self.pairs)
        if kind in {"mass", "volume", "area"} and not words.head_first and tokens.at[at] not in words.partitives:
            return None
        if tokens.at[at] == "-" and tokens.glued(at) and tokens.glued(at + 1) and tokens.at[at + 1][0].isalpha():
            return phrase_after(tokens, at + 2, words) if tokens.at[at + 1] in words.hyphen_tails else (at + 1, at + 2)
        if tokens.at[at] in words.marks:
            return passing(tokens, reading.bound_first, words)
        noun = past_amount(tokens, at, self.pairs.bounds.before, words)
        found = phrase_after(tokens, noun, words, one=reading.value == ONE)
        done = found == (at, at + 1) and tokens.words[at] in words.people_after and tokens.words[at] not in words.hurt
        if done and not is_plural(tokens.words[at], words):
            found = None  # "12 detained in raid": people; not "12 arrests"
        elif acts(tokens, reading, words):
            found = None  # "310 work at the plant": people
        elif found and kind == "times" and not (words.head_first or has_plural(tokens, found, words)):
            return None  # "three times higher"
        if tells_children(tokens, reading, found, words):
            reading.unsaid = words.offspring
            return None
        found = self.counted_behind(tokens, reading, at, found, before)
        if found or reading.unit:
            return found
        if words.people_led.ending(tokens.words, reading.bound_first):
            reading.unsaid = words.everyone  # "employs 400", "watched by 3 million"
            return None
        if tells_runs(tokens, reading, before, self.grammar, self.runs):
            reading.unsaid = self.runs.noun
            return None
        found = self.counted_in_front(tokens, reading, before)
        peak = tokens.at[reading.bound_first - 2] in words.peaks  # "12 goals, one more than his record of 11"
        if found or (stands_alone(tokens, reading.bound_first, words, self.grammar.not_inherited) and not peak):
            return found
        return inherited(tokens, reading, before, self.grammar, self.pairs)

    def counted_behind(
        self, tokens: Tokens, reading: Reading, at: int, found: Phrase | None, before: Reading | None
    ) -> Phrase | None:
        """The noun phrase that a reading counts behind it, at token `at` or past what stands there; `found` is the one that begins
        there."""
        words = self.grammar.counted
        if found and before and before.phrase and not reading.unit and is_of_kind(tokens, at, found, words):
            found = None  # "12 counts, including three of wire fraud"
        if found and not (reading.value == ONE or names_several(tokens, found, words)) and found[0] == reading.end:
            found = whole_told(tokens, reading.bound_first, words) or found  # "Of 27 analysts, 19 rate it a buy"
        told = words.head_first and tokens.capital(at + 1)  # "di bawah 10 adalah Gorontalo"
        if found is None and tokens.at[at] in words.copulas and not told and not is_verb(tokens.at[at + 1], words):
            found = phrase_after(tokens, at + 1, words)
            if found and not words.head_first and not names_several(tokens, found, words):
                found = None  # "four were listed in critical condition", "the other three are stable"
        if found is None and tokens.at[at] in OPENING and not (words.head_first or tokens.glued(at)):
            found = phrase_after(tokens, at + 1, words)  # four "associate justices", three "suspicious" packages
            closed = found is not None and tokens.at[found[1]] in CLOSING and not has_plural(tokens, found, words)
            found = (closed and found and phrase_after(tokens, found[1] + 1, words)) or found
        if found is None and tokens.at[at] == "," and tokens.at[reading.bound_first - 1] in self.pairs.either:
            found = told_twice(tokens, at + 1, before, words)
        return found or whole_behind(tokens, at, words, self.grammar.pointers)

    def counted_in_front(self, tokens: Tokens, reading: Reading, before: Reading | None) -> Phrase | None:
        """The noun phrase in front of a reading that it counts, `before` being the claim in front of it."""
        words = self.grammar.counted
        detailed = before is not None and before.phrase is not None and before.unit is None
        detailed = detailed or tells_harm(tokens, reading.end, words)  # "Floods: 22 killed"
        detailed = detailed and tokens.at[reading.bound_first - 1] == ":"
        detailed = detailed and tokens.at[reading.bound_first - 2] not in words.states  # "dead: 29 injured: 165"
        found = scored_by(tokens, reading, self.grammar) or what_changed(tokens, reading, before, self.pairs, words)
        found = found or (None if detailed else phrase_before(tokens, reading.bound_first, words, reading.end))
        summed = found is not None and found[1] - found[0] == 1 and tokens.words[found[0]] in words.sums
        if summed and before and before.phrase and before.unit is None:
            # "four goals, … his tally to six"
            found = inherited(tokens, reading, before, self.grammar, self.pairs) or found
        if found is None and reading.bound in ONE_SIDED and reading.bound_first < reading.first:
            found = noun_bounded(tokens, reading.bound_first, words)
        return found or noun_of_clause(tokens, reading, before, words)

    def figure(self, scene: Scene, reading: Reading, days: list[Day], kept: list[Reading], before: int) -> Figure:
        """The figure of a reading that is a claim, one of those `kept` of its sentence; `before` figures stand before them."""
        text, scan, tokens = self.scan.text, self.scan, scene.tokens
        phrase = reading.phrase
        follows = phrase is not None and phrase[0] >= reading.end
        last = max(reading.last, reading.end)
        start, end = tokens.starts[reading.bound_first], tokens.ends[last - 1]
        number = (tokens.starts[reading.first], tokens.ends[reading.end - 1])
        kind = self.units.kinds.get(reading.unit, "count")
        event = scene.event(reading, last, kind)
        counted_span = self.counts.place(tokens, reading, event)
        counted = (
            text[counted_span[0] : counted_span[1]] if counted_span else self.counts.unnamed(tokens, reading, event)
        )
        people = follows and counts_people(tokens, phrase, self.grammar.counted)
        target = reading.relation
        relation = Relation(target[0], before + kept.index(target[1])) if target else None
        accumulation = scene.accumulation(reading, last, event)
        within, places = self.enclosing.innermost(*number), scene.places
        if within is not None:  # where and when somebody says it tells nothing of what happened
            days = [day for day in days if self.enclosing.holds(within, tokens.starts[day.first])]
            places = [at for at in places if self.enclosing.holds(within, tokens.starts[at])]
        attribution = () if within is None else scan.quotes[within].attribution
        place = scene.place(reading, last, places)
        if place is None and event is not None:
            place = self.earlier.place(tokens, reading, last)
        # Without the names of the fields, which cost a fiftieth of the time of an article.
        return Figure(
            start,
            end,
            text[start:end],
            number,
            reading.value,
            reading.high,
            reading.bound,
            reading.unit,
            reading.form,
            counted,
            counted_span,
            event,
            day_of(days, scene, reading, last) if days else None,
            counted if counted and (kind == "share" or people) else None,
            place,
            accumulation,
            relation,
            within,
            attribution,
            worthiness(reading, kind, event),
            f"figure.{reading.form}.{reading.written}",
        )
