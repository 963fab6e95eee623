"""What the words of one sentence tell around its figures: the event, the place, and whether something is a total or a rate."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.scan import CLAUSE_ENDS

from .amounts import Reading, is_whole
from .counted import is_verb
from .events import CONCEPTS, NONE, EventWords, concepts_of, parts_ahead, told_of_illness
from .places import LONGEST_NAME, name_at, name_before, name_behind
from .tokens import Tokens

REACH_AFTER: Final = 8
REACH_BEFORE: Final = 10
"""An event word further away than so many tokens is about something else."""
PLACE_REACH: Final = 14
"""So many tokens from a figure its place may be named."""
PERIOD_REACH: Final = 5
TIMES: Final = {"within": "per_period", "since": "cumulative"}
"""What a figure counts of what happened within a time ("in the past 24 hours") or since one ("since the war began")."""
TIME_REACH: Final = 12
"""So many tokens from a figure such a time may stand."""
OPENING: Final = 1
"""A word for a time at so early a token opens its sentence, so that it is parted by a comma from what it is told of."""
STOCK_REACH: Final = 3
"""So many tokens behind a figure may stand the words that make it a state of things."""
INSIDE: Final = 2
"""A word inside the figure's own phrase ("220 sandera") weighs like one at this distance: "arrested 17 demonstrators"."""
ROLE: Final = 11
"""What people are by themselves tells less than what happened to them: "14 soldiers and four civilians were killed"."""
TREND: Final = 6
"""What a rise or fall of a plain count is set back by: "the death toll rose to 43" is about deaths."""
TREND_OWN: Final = 3
"""Among so many tokens behind a rise or fall stands the number that it tells."""
BARRIER: Final = 4
"""What a comma, a semicolon, another figure or "after" between an event word and a number adds to their distance, or that another
figure counts it."""
JOINT: Final = 2
"""What "and" between them adds: "three people died and 2,000 homes were evacuated"."""
TRENDS: Final = frozenset({"grew", "fell"})
ELECTIONS: Final = frozenset({"voted", "polled"})
FAR: Final = 24
"""So many tokens before a number its clause may tell an event that nothing nearer tells."""
COUNTER: Final = 6
"""So near before a number an event word tells more than a word for cases that is all it counts: "kematian bayi turun 12 kasus"."""
ASIDES: Final = {",": ",", "(": ")"}
LONGEST_ASIDE: Final = 14
"""So many tokens an aside has at most with its two commas."""
ROW: Final = 8
"""So many tokens may stand between two figures of a row."""
BESIDE: Final = 2
"""A rise or fall so near before a number of points tells more than they: "menguat 93,9 poin"."""


class Scene:
    """What the words of one sentence tell around its figures, each with its token: `triggers` are its event words, each with its last
    token and its concept, `places` the words that a place's name follows, `periods` the words of rates and totals with their kinds."""

    __slots__ = (
        "counted", "inside", "led_by_place", "numerals", "of_nouns", "origins", "parts", "periods", "places", "roles", "row", "tokens",
        "triggers", "words",
    )  # fmt: skip

    def __init__(self, tokens: Tokens, words: EventWords, kept: list[Reading], stretches: list[int]) -> None:
        """`kept` are the figures, `stretches` the tokens of the numbers of lengths of time ("in the past 24 hours")."""
        self.tokens, self.words = tokens, words
        self.numerals = {reading.first for reading in kept}
        self.origins = {one.relation[1].first for one in kept if one.relation and one.relation[0] == "change"}
        amounts = {at for one in kept for at in range(one.bound_first, one.first + 1)}  # not "at Rs 34,999"
        self.triggers: list[tuple[int, int, str]] = []
        self.of_nouns: dict[int, tuple[tuple[str, frozenset[str]], ...]] = {}
        self.parts = parts_ahead(tokens, kept, words)
        self.counted, self.roles, self.places = set[int](), set[int](), list[int]()
        self.led_by_place = False  # whether the figure before has its place right before it
        behind = (one.phrase for one in kept if one.phrase and one.phrase[0] >= one.end)
        self.inside = {at for phrase in behind for at in range(*phrase)}
        self.row: tuple[Reading, int, str | None] | None = None  # the figure before, where it ends, and its event
        self.periods = [(at, "within") for at in stretches]
        bounds = {at for reading in kept for at in range(reading.bound_first, reading.first)}
        passed = 0
        shares = [one for one in kept if one.form == "share"]
        wholes = {one.end for one in shares if one.phrase and one.phrase[0] == one.end + 1}  # "2 persen dari PDB"
        for index in [at for at, word in enumerate(tokens.words) if word in words.telling]:
            word = tokens.words[index]
            told = index >= passed and word in words.triggers.by_first
            if told and (hit := words.triggers.starting(tokens.words, index)) and not self.is_lawsuit(word):
                passed = index + hit[0]
                others = words.of_nouns.get(" ".join(tokens.words[index:passed]))
                if (hit[1] == NONE and not others) or (hit[1] in TRENDS and index in bounds):
                    continue  # neither "made up 7%" nor "up to 800" tells a rise
                self.triggers.append((index, passed - 1, hit[1]))
                self.of_nouns[index] = others or ()
                if word in words.counted:
                    self.counted.add(index)
                if word in words.roles and hit[0] == 1:
                    self.roles.add(index)
            if word in words.periods.by_first and (hit := words.periods.starting(tokens.words, index)):
                measured = any(one.first <= index < one.end for one in kept)  # "350 km/jam"
                self.periods += [] if measured or hit[1] == "moment" else [(index, hit[1])]
            if (
                word in words.places.prepositions
                and index not in wholes
                and (name := name_behind(tokens, index, words.places, words.times))
            ):
                self.places += [] if name in amounts else [name - 1]

    def is_lawsuit(self, word: str) -> bool:
        """Whether an event word is one for cases, and those of this sentence, or else of the article, are of no illness."""
        if word not in self.words.cases:
            return False
        ill, sued = (not table.isdisjoint(self.tokens.words) for table in (self.words.illness, self.words.law))
        if ill != sued:
            return sued
        more = told_of_illness(self.tokens.text, self.words)
        return more < 0 or (more == 0 and not self.words.cases[word])

    def event(self, reading: Reading, end: int, kind: str) -> str | None:
        """The event that a figure up to token `end` is about: one near it, else what its clause tells further off or the figure
        before it in a row; a count that only rises or falls is about what its phrase or its clause tells ("the death toll of a
        long week rose to 45"). Figures are asked for in their order."""
        first, phrase = reading.bound_first, reading.phrase or (0, 0)
        head = self.head(reading)
        fitting = concepts_of(kind, head in self.words.things, head in self.words.nouns.people)
        best = self.nearest(reading, end, kind, fitting)
        before, told = (self.row[0], self.row[2]) if self.row else (reading, None)
        if told in fitting and told not in TRENDS and self.becomes(before, reading):
            best = told  # "bertambah dua orang menjadi 18 orang"
        if kind == "count" and (best is None or best in TRENDS):
            theirs = [one for index, _, one in self.triggers if phrase[0] <= index < phrase[1] and one in fitting]
            best = (theirs[-1] if self.words.head_first else theirs[0]) if theirs else best
        if best is None or (kind == "count" and best in TRENDS):
            best = self.led(first, fitting) or best
        if best is None and told in fitting and self.goes_on(reading):
            best = told
        if best == "scored":
            near = (
                self.concept_of(index, one, self.tokens.at[phrase[1] - 1])
                for index, _, one in self.triggers
                if 0 < first - index <= BESIDE
            )
            beside = (concept for concept in near if concept in TRENDS)
            retold = told in TRENDS and self.tokens.at[first - 1] in self.words.either  # "0,4 persen atau 33 poin"
            best = (
                told
                if retold or (told in TRENDS and not is_whole(reading))
                else next(beside, None if self.is_election() else best)
            )
        self.row = (reading, end, best)
        return best

    def is_election(self) -> bool:
        """Whether the points of a sentence are those of votes and polls, not of a game: "turnout was 24.3%, six points lower"."""
        told = {concept for index, _, concept in self.triggers if index not in self.counted}
        return "scored" not in told and not told.isdisjoint(ELECTIONS)

    def nearest(self, reading: Reading, end: int, kind: str, fitting: frozenset[str]) -> str | None:
        """The nearest event word of those `fitting` a figure, inside its phrase the one that tells more of its head ("kasus
        pencurian", "murder cases")."""
        best, nearest, chosen, head_first = None, 99, -1, self.words.head_first
        first, phrase = reading.bound_first, reading.phrase or (0, 0)
        done, stop, resumed = (
            self.past_helpers(end),
            self.parts.get(reading.first, len(self.tokens.words)),
            self.resumed(first, end),
        )
        head = self.tokens.words[phrase[0] if head_first else phrase[1] - 1] if reading.phrase else ""
        for index, final, usual in self.triggers:
            concept = self.concept_of(index, usual, head)
            if concept not in fitting or index >= stop:
                if index == done and concept != NONE and CONCEPTS[concept].people:
                    return None  # "96 percent survived and 4 percent died"
                continue
            if index == resumed and index not in self.counted:
                return concept
            within = first <= index < end
            if index in self.counted and not (within or phrase[0] <= index < phrase[1]):
                continue
            if index >= end:
                if CONCEPTS[concept].led or self.tells_another(end, index, concept):
                    continue
                between, distance, limit = (end, index), index - end, REACH_AFTER
            elif within:
                between, distance, limit = (0, 0), INSIDE, REACH_AFTER
                if nearest <= COUNTER and self.counts_cases(reading):
                    continue
            else:
                between, distance, limit = (final, first), first - final, REACH_BEFORE
            if distance > limit:
                continue
            begin = end
            if index >= end:
                distance = max(0, index - done)
                later = first <= chosen < end and chosen in self.roles
                if later and (start := self.told_of_people(concept, end, index)):
                    begin, nearest = start, ROLE
            else:
                later = head_first and within and first <= chosen < end
            if distance > nearest or (distance == nearest and not later):
                continue
            others = index in self.inside and not (within or phrase[0] <= index < phrase[1])
            distance += self.barriers(*between) + (BARRIER if others else 0)
            distance += BARRIER if index >= end and self.subordinates(begin, index) else 0
            distance += TREND if kind == "count" and concept in TRENDS else 0
            if distance < nearest or (later and distance == nearest):
                best, nearest, chosen = concept, distance, index
        return best

    def concept_of(self, index: int, usual: str, head: str) -> str:
        """What the event word at token `index`, which `usual`ly tells something, tells of things with this head."""
        return next((event for event, nouns in self.of_nouns[index] if head in nouns), usual)

    def told_of_people(self, concept: str, end: int, index: int) -> int | None:
        """Where what stands between people up to token `end` and what happened to them at token `index` begins, be it others who are
        counted with them ("14 soldiers and | four civilians were killed"); None where another clause does."""
        if not CONCEPTS[concept].people:
            return None
        if self.words.joints.isdisjoint(self.tokens.words[end:index]):
            return end
        return end + 1 if self.tokens.at[end] in self.words.joints and not self.words.head_first else None

    def past_helpers(self, index: int) -> int:
        """The token behind what stands at token `index` between people and what was done to them: "have also been"."""
        while self.tokens.at[index] in self.words.helpers:
            index += 1
        return index

    def resumed(self, first: int, end: int) -> int | None:
        """The token at which the sentence goes on about what a figure of tokens first..end counts, behind an aside in commas or
        brackets and its helpers: "12 people, who had fled, were | killed". None where a word of an event led to the figure ("who killed
        12 people, most of them boys, was arrested") or leads to a number of its own there ("12 orang, kata dia, luka 30")."""
        tokens, at = self.tokens, end + 1
        closing = ASIDES.get(tokens.at[end])
        if closing is None or any(final == first - 1 for _, final, _ in self.triggers):
            return None
        stop = min(end + LONGEST_ASIDE, len(tokens.words))
        while at < stop and tokens.words[at] != closing and tokens.words[at] not in CLAUSE_ENDS:
            at += 1
        if tokens.at[at] != closing:
            return None
        at = self.past_helpers(at + 1)
        parted = tokens.at[at + 1] == "," or tokens.at[at + 1] in self.words.joints  # "were killed and 12 …"
        return at if self.numerals.isdisjoint((at + 1,) if parted else (at + 1, at + 2)) else None

    def counts_cases(self, reading: Reading) -> bool:
        """Whether a word for cases is all that a figure counts: "12 kasus"."""
        first, end = reading.phrase or (0, 0)
        return end - first == 1 and first >= reading.end and self.tokens.words[first] in self.words.cases

    def becomes(self, before: Reading, reading: Reading) -> bool:
        """Whether a figure is what something has become by the one before it."""
        at = max(before.last, before.end)
        return at + 1 == reading.bound_first and self.tokens.words[at] in self.words.becoming

    def tells_another(self, end: int, index: int, concept: str) -> bool:
        """Whether an event word at token `index` has a number of its own: a rise or fall in a clause behind a figure up to `end` ("Rp
        5,4 juta, naik 6,5 persen"), an Indonesian verb behind "and" ("memeriksa 8 saksi dan | menyita 2 mobil")."""
        at = self.tokens.at
        if self.numerals.isdisjoint(range(index + 1, index + 1 + TREND_OWN)):
            return False
        joined = self.words.head_first and at[index - 1] in self.words.joints
        trend = concept in TRENDS and not CLAUSE_ENDS.isdisjoint(self.tokens.words[end:index])
        return trend or (joined and is_verb(at[index], self.words.nouns))

    def subordinates(self, start: int, end: int) -> bool:
        """Whether a word among the tokens start..end opens another clause: "setelah", not "untuk sementara" or "saat ini"."""
        tokens, words = self.tokens, self.words
        return any(
            tokens.words[at] in words.subordinators
            and tokens.at[at - 1] not in words.nouns.leading
            and tokens.at[at + 1] not in words.nouns.pointers
            for at in range(start, end)
        )

    def led(self, first: int, fitting: frozenset[str]) -> str | None:
        """The event that opens the clause of a number at token `first` where nouns stand first, however far before it: "korban
        tewas akibat banjir bandang di Kabupaten Aru bertambah menjadi 47 orang"."""
        words, start = self.tokens.words, first
        if not self.words.head_first:
            return None
        while start > max(0, first - FAR) and words[start - 1] not in CLAUSE_ENDS and start - 1 not in self.numerals:
            start -= 1
        told = (one for index, _, one in self.triggers if start <= index < first and index not in self.counted)
        found = next((one for one in told if one in fitting and one not in TRENDS), None)
        return None if found is None or CONCEPTS[found].led else found

    def goes_on(self, reading: Reading) -> bool:
        """Whether a figure is the next of a row: nothing but names, places and "and" stands between it and the one before it ("24
        orang di Aru, 10 di Mirat, dan 3 di Sekan"), or, if both have one unit or noun, no verb either."""
        if self.row is None or self.row[0].unit != reading.unit:
            return False
        (before, end, _), words = self.row, self.words
        between = range(end, reading.bound_first)
        told = [self.tokens.words[at] for at in between]
        if not 0 < len(told) <= ROW or not ("," in told or not words.joints.isdisjoint(told)):
            return False
        if all(word in words.links or self.tokens.capital(at) for at, word in zip(between, told, strict=True)):
            return True
        nouns = [self.tokens.at[one.phrase[0]] if one.phrase else "" for one in (before, reading)]
        return nouns[0] == nouns[1] and all(
            (word == "," or word.isalpha()) and not is_verb(word, words.nouns) for word in told
        )

    def head(self, reading: Reading) -> str:
        """The head of the noun phrase of a figure that has one of its own, else ""."""
        if reading.phrase is None or reading.borrowed:
            return ""
        return self.tokens.words[reading.phrase[0] if self.words.head_first else reading.phrase[1] - 1]

    def barriers(self, start: int, end: int) -> int:
        """What the tokens start..end between an event word and a figure add to their distance."""
        added = 0
        for index in range(start, end):
            word = self.tokens.words[index]
            if word in CLAUSE_ENDS or word[0].isdigit() or index in self.numerals:
                added += BARRIER
            elif word in self.words.joints:
                added += JOINT
        return added

    def is_origin(self, reading: Reading) -> bool:
        """Whether a figure tells what something was before it changed."""
        return reading.first in self.origins

    def follows(self, reading: Reading, at: int, most: int) -> bool:
        """Whether a figure stands so few tokens behind token `at`, and is not what something became: "last year's 300", not "from
        last year to 300"."""
        becomes = not self.words.becoming.isdisjoint(self.tokens.words[at : reading.first])
        return reading.first - at <= most and not becomes and not self.barriers(at, reading.first)

    def compares(self, start: int, end: int) -> bool:
        """Whether the tokens start..end compare with another figure, of which alone the time behind it is told: "9.6 percent, less than the
        22.5 of May", where nouns stand last."""
        nouns = self.words.nouns
        than = (at for at in range(start, end) if self.tokens.words[at] in nouns.than)
        at = next((at for at in than if self.tokens.at[at + 1] in nouns.determiners), end)
        return not (nouns.head_first or self.numerals.isdisjoint(range(at, end)))

    def distance(self, start: int, end: int) -> int:
        """How far a word is from a figure with the tokens start..end between them."""
        return end - start + self.barriers(start, end)

    def place(self, reading: Reading, end: int, places: Sequence[int]) -> str | None:
        """The place of those `places` that is named after a figure up to token `end` ("di Jalur Gaza"), else before it, as written; in a
        row of places the name before it ("di Aru 12 orang, Mirat 7, dan Sekan 3"). Figures are asked for in their order."""
        first, named = reading.first, None
        start, stop = name_before(self.tokens, reading.bound_first, self.words.nouns.linkers)
        listed = self.led_by_place and self.tokens.at[start - 1] in {",", *self.words.joints}
        self.led_by_place = start < stop and (listed or start - 1 in self.places)
        if self.led_by_place:
            return self.name_at(start, stop - start)
        for at in places:
            if first - PLACE_REACH < at < first:
                named = at
            elif end <= at < end + PLACE_REACH:
                parted = at - 1 > end and self.tokens.at[at - 1] in self.words.subordinators
                if not (parted and self.tokens.at[at - 2] in CLAUSE_ENDS):
                    named = at
                break  # but not "satu rumah, sedangkan di Kabupaten Mirat 4"
        return None if named is None else self.name_at(named + 1)

    def name_at(self, index: int, longest: int = LONGEST_NAME) -> str:
        """The name of at most so many words that begins at token `index`."""
        told = {at for at, _, _ in self.triggers}
        return name_at(self.tokens, index, told, self.words.places, self.words.nouns.placed, longest)

    def accumulation(self, reading: Reading, end: int, event: str | None) -> str | None:
        """`per_period`, `cumulative` or `stock` where the words near a figure up to token `end` say so; what happened within a time
        or since one is counted only of what an `event` happened to."""
        before, first = None, reading.first
        happened = reading.unit is None and event is not None and event not in TRENDS
        for at, kind in self.periods:
            if kind in TIMES:
                parted = kind == "since" and at > OPENING and self.barriers(*((at, first) if at < first else (end, at)))
                if happened and not parted and self.is_in(at, first, end):
                    before = before or TIMES[kind]
                continue
            near = end <= at < end + (STOCK_REACH if kind == "stock" else PERIOD_REACH)
            if near and (kind == "per_period" or not self.leads(at)):
                return kind
            if first - PERIOD_REACH <= at < first and kind != "per_period":
                total = self.tokens.words[at] in self.words.nouns.numbers_of
                before = before or (None if total and not self.numerals.isdisjoint(range(at, first)) else kind)
        return before

    def is_in(self, at: int, first: int, end: int) -> bool:
        """Whether a figure of tokens first..end counts what happened in the time told at token `at`: no other one stands between."""
        between = range(end, at) if at >= end else range(at, first)
        return len(between) <= TIME_REACH and self.numerals.isdisjoint(between)

    def leads(self, at: int) -> bool:
        """Whether a word of totals or of the present belongs to a number behind it: "1.500 korban dengan total kerugian Rp 97 miliar"."""
        for index in range(at + 1, at + PERIOD_REACH + 1):
            if self.tokens.at[index] in CLAUSE_ENDS:
                return False
            if index in self.numerals:
                return True
        return False
