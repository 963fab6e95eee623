"""What a number without a noun counts, by the numbers before it: "Hostages numbered 220; 40 have been killed"."""

from decimal import Decimal
from typing import Final

from claims.extraction.scan import Scan
from claims.extraction.values import Span

from .amounts import Reading, is_compound, is_whole
from .complements import acts, tells_harm, with_complement
from .counted import Phrase, counts_people, without_clitic
from .counted_before import is_named_place, stands_alone
from .events import CONCEPTS, EventWords, tells_other, without_other
from .grammar import Grammar
from .pairs import PairWords
from .tokens import Tokens

MEMORY: Final = 400
"""A number without a noun counts what the last one counted, if that stands at most so many characters back."""
GOES_ON: Final = 14
"""So many words may stand between a number and the one in its sentence whose noun it goes on with."""


class Counted:
    """What a number counted: where the words for it stand, how many they were, whether the number has decimals, as the points of an
    index have, where its sentence begins, whether it opens it, and whether a verb of what is done to people led to it."""

    __slots__ = ("done_to", "has_decimals", "opens", "sentence", "value", "words")

    def __init__(
        self, words: Span, value: Decimal | None, sentence: int, *, has_decimals: bool, opens: bool, done_to: bool
    ) -> None:
        self.words, self.value, self.sentence = words, value, sentence
        self.has_decimals, self.opens, self.done_to = has_decimals, opens, done_to

    def is_near(self, start: int) -> bool:
        """Whether a number at `start` may go on from it."""
        return start - self.words[1] < MEMORY


def inherited(
    tokens: Tokens, reading: Reading, before: Reading | None, grammar: Grammar, pairs: PairWords
) -> Phrase | None:
    """What the number before counted, where this one goes on without a noun ("14 people dead and 20 wounded")."""
    if before is None or before.phrase is None or before.unit is not None:
        return None
    parted = reading.value is not None and is_whole(before) > is_whole(reading)  # "141 jiwa dan rasio 44,7"
    parted = parted and tokens.at[before.phrase[0]] not in pairs.bounds.fillers  # not "45 poin ke 5.651,82"
    if reading.first - before.last > GOES_ON and tokens.at[reading.bound_first - 1] != ":":
        return None  # "23 deaths have occurred …: seven in Hull"
    if tokens.words[before.phrase[1] - 1] in grammar.counted.fates and not grammar.counted.head_first:
        return None  # "12 dead and four wounded": people, not dead
    peak = tokens.at[reading.bound_first - 2] in grammar.counted.peaks  # "12 goals, one more than his record of 11"
    level = tokens.at[reading.bound_first - 1] in pairs.bounds.levels and not peak
    if parted or is_compound(tokens, before) or level:
        return None
    if is_named_place(tokens, reading.bound_first, reading.end, tokens.at[before.phrase[0]], grammar.counted):
        return None
    reading.borrowed = True
    return before.phrase


class Antecedents:
    """What the numbers of an article counted so far; they are asked in their order."""

    def __init__(self, scan: Scan, grammar: Grammar, pairs: PairWords, events: EventWords) -> None:
        self.scan = scan
        self.grammar = grammar
        self.words = grammar.counted
        self.pairs = pairs
        self.events = events
        self.counted: Counted | None = None
        self.people: Counted | None = None
        self.harmed: tuple[int, str | None] | None = None  # the sentence and event of people who had no noun

    def place(self, tokens: Tokens, reading: Reading, event: str | None) -> Span | None:
        """Where the words stand that say what is counted: with the number, or with an earlier one that it goes on from."""
        words = self.words
        if reading.unsaid:
            return None
        if reading.borrowed and self.is_done_to(tokens, reading) and self.victims(tokens, reading) is None:
            reading.phrase = reading.phrase if words.head_first else None
        phrase = reading.phrase
        told = with_complement(tokens, phrase, words) if phrase and reading.unit is None else phrase
        told = without_other(tokens, told, event, self.events) if told and reading.borrowed else told
        found = without_clitic(tokens, told, words) if told else None
        start = tokens.starts[reading.bound_first]
        if reading.unit is None and (found is None or reading.borrowed) and self.may_go_on(reading, start):
            victims = (event is not None and CONCEPTS[event].people) or acts(tokens, reading, words)
            victims = victims and not counts_people(tokens, phrase, words)
            unnamed = victims and self.unnamed(tokens, reading, event) is not None
            last = self.victims(tokens, reading) if victims else None
            last = last or (None if unnamed else self.earlier(people=False))
            earlier = last.words if last else None
            reach = last is not None and last.is_near(start)
            alone = stands_alone(tokens, reading.bound_first, words, self.grammar.not_inherited)
            head = self.scan.lower[slice(*earlier)].partition(" ")[0] if earlier else ""
            alone = alone or is_named_place(tokens, reading.bound_first, reading.end, head, words)
            theirs = any(
                tokens.at[at] in words.partitives and tokens.at[at + 1] in words.pronouns for at in (reading.end, 0)
            )
            near = earlier is not None and (theirs or "\n" not in self.scan.text[earlier[1] : start])
            if earlier and reach and (victims or (found is None and not alone and near)):
                return earlier
            found = None if unnamed else found  # "damages 30 homes, kills 4"
        part = tokens.at[reading.bound_first - 1] in words.parts_after  # "157 killed, including 14 soldiers"
        things = (reading.unit is None or reading.form == "share") and not is_compound(tokens, reading)
        if found and things and not part:
            hurt = self.unnamed(tokens, reading, event) is not None  # "killed 12 sheep and wounded nine"
            counted = Counted(
                found,
                reading.value,
                tokens.starts[0],
                has_decimals=not is_whole(reading),
                opens=reading.bound_first == 0,
                done_to=self.is_done_to(tokens, reading),
            )
            self.keep(counted, people=hurt or counts_people(tokens, phrase, words))
        return found

    def may_go_on(self, reading: Reading, start: int) -> bool:
        """Whether a number may count what the last one did: any whole one, and one with decimals after another of that kind."""
        if is_whole(reading):
            return True
        last = self.earlier(people=False)
        return last is not None and last.has_decimals and last.is_near(start)

    def earlier(self, *, people: bool) -> Counted | None:
        """What the last number counted, or the last one that counted `people`; `demand` reads sentences in another order."""
        return self.people if people else self.counted

    def keep(self, counted: Counted, *, people: bool) -> None:
        """Remember what a number counted."""
        self.counted = counted
        if people:
            self.people = counted

    def victims(self, tokens: Tokens, reading: Reading) -> Counted | None:
        """The people counted before, of whom a number without a noun tells how many were hurt: not those who did it ("three soldiers
        stormed the inn, killing 12") nor fewer ("arrested three men after the attack, which killed 12")."""
        last = self.earlier(people=True)
        acting = acts(tokens, reading, self.words)
        if last is None or self.words.head_first or not (acting or self.is_done_to(tokens, reading)):
            return last
        beside = last.sentence == tokens.starts[0]
        if beside and (last.done_to or acting):
            return last  # "killed two villagers and abducted 34", "invited 310 pupils, but 41 attended"
        more = last.value is not None and reading.value is not None and reading.value > last.value
        return None if more or (beside and last.opens) else last

    def is_done_to(self, tokens: Tokens, reading: Reading) -> bool:
        """Whether a verb of what is done to people leads to a number: "killed a further 12", "wounding two"."""
        before = reading.bound_first - 1
        before -= tokens.at[before] in self.words.adjectives
        before -= tokens.at[before] in self.pairs.bounds.fillers
        return tokens.at[before] in self.words.people_after

    def unnamed(self, tokens: Tokens, reading: Reading, event: str | None) -> str | None:
        """The word for what a number without a noun counts: people whom a verb hurt ("wounds over 100"), or what is unsaid."""
        if reading.unsaid:
            return reading.unsaid
        words = self.words
        theirs = reading.phrase if reading.borrowed else None
        if acts(tokens, reading, words) and not counts_people(tokens, reading.phrase, words):
            return words.everyone
        toll = theirs is not None and tokens.words[theirs[1] - 1] in words.numbers_of
        lifeless = theirs is not None and tokens.words[theirs[0]] in self.events.things and event != "missing"
        harmed = (reading.phrase is None or toll or lifeless) and tells_harm(tokens, reading.end, words)
        deed = None if counts_people(tokens, theirs, words) else theirs  # "deaths", not "hostages"
        other = deed is not None and tells_other(tokens, deed, event, self.events)
        hurt = self.is_done_to(tokens, reading) or harmed or other
        told = event is not None and CONCEPTS[event].people and reading.unit is None
        theirs_too = tokens.at[reading.end + 1] in words.pronouns  # "killed 41, 12 of them in Hull"
        told = told and (tokens.at[reading.end] not in words.partitives or theirs_too)
        goes_on = reading.phrase is None and self.harmed == (tokens.starts[0], event)  # "60 were hurt, 12 badly"
        if told and hurt:
            self.harmed = (tokens.starts[0], event)
        return words.everyone if told and (hurt or goes_on) else None
