"""Where it happened, as told some sentences before: "1,400 were killed in **the attack**", after "an attack on southern Israel"."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from claims.extraction.language import Language
from claims.extraction.scan import CLAUSE_ENDS, Scan

from .amounts import Reading
from .events import EventWords
from .places import LONGEST_NAME, name_at, name_behind
from .tokens import Cuts, Tokens

BACK: Final = 4
"""So many sentences before its own what a sentence points back to may be told."""
AFTER: Final = 12
"""So many tokens behind a figure the words that point back may stand."""
BEFORE: Final = 10
"""So many tokens before a figure they may stand."""
BETWEEN: Final = 2
"""So many words may stand between a happening and what points back to it: "the deadly | attack"."""
PLACE: Final = 8
"""So many tokens behind a happening its place may be named."""
UNTOLD: Final = ""


@dataclass(frozen=True, eq=False)
class EarlierWords:
    """The nouns of what happens ("attack"), the words that make one `pointing` back ("the", "itu"), and `aimed`, the prepositions
    behind which its place is told only where more than a name stands: "an attack **on** southern Israel", not "on Goliath"."""

    happenings: frozenset[str]
    pointing: frozenset[str]
    aimed: frozenset[str]


@cache
def earlier_words(language: Language) -> EarlierWords:
    """The words of the language by which it points back, prepared for look-up."""
    table = language.tables["counted"]
    names = ("happenings", "happenings_pointed", "happenings_aimed")
    return EarlierWords(*(frozenset(table[name]) for name in names))


class Earlier:
    """Finds for the figures of an article, asked for in their order, what their sentences point back to."""

    def __init__(self, scan: Scan, events: EventWords, cuts: Cuts) -> None:
        self.scan, self.events, self.cuts = scan, events, cuts
        self.words = earlier_words(scan.language)
        self.read: dict[int, Tokens] = {}  # the sentences before the one in hand, by their number
        self.places: dict[tuple[int, str], str] = {}

    def place(self, tokens: Tokens, reading: Reading, end: int) -> str | None:
        """The place of the happening to which words near a figure up to token `end` point back; None without any."""
        noun = self.pointed_by(tokens, reading.bound_first, end)
        if noun is None:
            return None
        number = bisect_right(self.scan.sentences, (tokens.starts[0], len(self.scan.text))) - 1
        known = number, noun
        if known not in self.places:
            told = (self.told(noun, before) for before in range(number - 1, max(-1, number - 1 - BACK), -1))
            self.places[known] = next((place for place in told if place is not None), UNTOLD)
        return self.places[known] or None

    def pointed_by(self, tokens: Tokens, first: int, end: int) -> str | None:
        """The happening nearest to a figure of tokens first..end that the words there point back to, those behind it before others,
        and before it none that another figure is told of: "40 died in the raid and | 12 were taken away"."""
        if self.words.happenings.isdisjoint(tokens.words):
            return None
        behind = range(end, min(end + AFTER, len(tokens.words)))
        before = range(first - 1, max(first - BEFORE, 0) - 1, -1)
        led = itertools.takewhile(lambda at: tokens.words[at] not in self.events.joints, before)
        for at in itertools.chain(behind, led):
            if tokens.words[at] in self.words.happenings and self.is_pointed(tokens, at):
                return tokens.words[at]
        return None

    def is_pointed(self, tokens: Tokens, at: int) -> bool:
        """Whether the happening at token `at` is one of which was told: "the deadly attack", "serangan maut itu"."""
        step = 1 if self.events.head_first else -1
        for away in range(1, BETWEEN + 2):
            word = tokens.at[at + step * away] if at + step * away >= 0 else ""
            if word in self.words.pointing:
                return True
            if not word.isalpha():
                return False
        return False

    def told(self, noun: str, number: int) -> str | None:
        """The place of a happening as the sentence of this number tells it: UNTOLD where it tells of one without a place, None where
        it does not tell of it, or points back itself."""
        start, end = self.scan.sentences[number]
        if noun not in self.scan.lower[start:end]:
            return None
        tokens = self.sentence(number)
        for at in range(len(tokens.words) - 1, -1, -1):
            if tokens.words[at] != noun:
                continue
            for name in self.names_behind(tokens, at):
                return name_at(tokens, name, (), self.events.places, self.events.nouns.placed, LONGEST_NAME)
            if not self.is_pointed(tokens, at):
                return UNTOLD
        return None

    def names_behind(self, tokens: Tokens, at: int) -> Iterator[int]:
        """The tokens at which the names of places begin behind the happening at token `at`, in its clause."""
        places, times = self.events.places, self.events.times
        for index in range(at + 1, min(at + 1 + PLACE, len(tokens.words))):
            word = tokens.words[index]
            if word in CLAUSE_ENDS or word in self.words.happenings:
                return
            if word in places.prepositions or word in self.words.aimed:
                name = name_behind(tokens, index, places, times)
                if name is not None and (word in places.prepositions or name > index + 1):
                    yield name

    def sentence(self, number: int) -> Tokens:
        """The tokens of a sentence, kept for as long as the next sentences may point back to it."""
        if number not in self.read:
            self.read = {known: tokens for known, tokens in self.read.items() if known >= number - BACK}
            self.read[number] = Tokens(self.scan, *self.scan.sentences[number], self.cuts)
        return self.read[number]
