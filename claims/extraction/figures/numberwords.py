"""The number words of a language, prepared for look-up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Final

from claims.extraction.arithmetic import ARITHMETIC
from claims.extraction.language import Language, by_first_letter, plain_words
from claims.extraction.scan import Scan

from .tokens import Cuts

ONE: Final = Decimal(1)
TEN: Final = Decimal(10)
HUNDRED: Final = Decimal(100)
THOUSAND: Final = Decimal(1000)
INDIAN: Final = frozenset({Decimal(10) ** 5, Decimal(10) ** 7})
"""The lakh and the crore, whose lower groups a comma may part ("1 crore, 12 lakh, 99 thousand")."""
GLYPHS: Final = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": ARITHMETIC.divide(1, 3),
    "⅔": ARITHMETIC.divide(2, 3),
    "⅛": Decimal("0.125"),
}


@dataclass(frozen=True, eq=False)
class Trigger:
    """Finds where a numeral may begin: a digit or one of the starters. `pieces` are the first plain words of these, `sign`
    finds those that have none."""

    starter: re.Pattern[str]
    pieces: frozenset[str]
    sign: re.Pattern[str]

    def is_in(self, scan: Scan, start: int, end: int) -> bool:
        """Whether text[start:end] holds one."""
        if scan.plain.find("0", start, end) >= 0:
            return True
        # To look for the words first is ten times as fast as the pattern, and most sentences have none of them.
        if self.pieces.isdisjoint(scan.plain[start:end].split()):
            part = scan.lower[start:end]
            if part.isascii() or self.sign.search(part) is None:
                return False
        return self.starter.search(scan.lower, start, end) is not None


def trigger_of(starters: frozenset[str]) -> Trigger:
    """The trigger for the words that may begin a numeral."""
    pieces = {word: plain_words(word) for word in starters}
    either = by_first_letter(sorted(starters, key=len, reverse=True))
    return Trigger(
        re.compile(rf"\b(?:{either})(?![^\W\d_])"),
        frozenset(found[0] for found in pieces.values() if found),
        re.compile("|".join(re.escape(word) for word, found in pieces.items() if not found)),
    )


@dataclass(frozen=True, eq=False)
class NumberWords:
    """The number words of a language: word -> (class, value).

    Classes: value (below a hundred), teen, ten and hundred (they multiply or add to the word before), whole (a number of its
    own, "seratus"), dozen, scale, half, fraction ("sepertiga"), denominator (what is divided by), vague, ordinal, both, multiple, majority.
    """

    kinds: dict[str, tuple[str, Decimal]]
    starters: frozenset[str]
    splitters: frozenset[str]
    cuts: Cuts
    joiners: frozenset[str]
    points: frozenset[str]
    articles: frozenset[str]
    dozen_led: frozenset[str]
    dozen_of: frozenset[str]
    and_a_half: tuple[str, ...]
    per: frozenset[str]
    negative: frozenset[str]
    vague_scales: frozenset[str]
    vague_leads: frozenset[str]
    vague_links: frozenset[str]
    fraction_before: frozenset[str]
    fraction_after: frozenset[str]
    majority_phrases: tuple[tuple[str, ...], ...]
    approximate: dict[str, Decimal]
    abouts: frozenset[str]
    approximate_suffixes: frozenset[str]
    suffixes: dict[str, Decimal]
    money_suffixes: dict[str, Decimal]
    loose_suffixes: dict[str, Decimal]
    thousands: str
    parted_after: frozenset[str]
    decimal: str
    trigger: Trigger

    def may_stand_in(self, scan: Scan, start: int, end: int) -> bool:
        """Whether text[start:end] may hold a numeral: digits or a number word."""
        return self.trigger.is_in(scan, start, end)


@cache
def number_words(language: Language) -> NumberWords:
    """The number words of the language, prepared for look-up."""
    table, scales = language.tables["numbers"], language.tables["scales"]
    counted, fillers = language.tables["counted"], language.tables["bounds"]["fillers"]["words"]
    kinds: dict[str, tuple[str, Decimal]] = {glyph: ("half", value) for glyph, value in GLYPHS.items()}
    for kind in ("vague", "ordinal", "both"):
        kinds.update(
            (word, (kind, ONE)) for word in table["ordinals" if kind == "ordinal" else kind] if " " not in word
        )
    kinds.update((phrase, ("majority", ONE)) for phrase in table["majorities"] if " " not in phrase)
    kinds.update((word, ("teen", TEN)) for word in table["teens"])
    kinds.update((word, ("ten", TEN)) for word in table["tens"])
    kinds.update((word, ("hundred", HUNDRED)) for word in table["hundreds"])
    kinds.update((word, ("half", Decimal("0.5"))) for word in table["halves"])
    for kind, name in (("value", "values"), ("whole", "wholes"), ("dozen", "dozens"), ("multiple", "multiples")):
        kinds.update((word, (kind, Decimal(value))) for word, value in table[name].items())
    abouts = {f"{word}{suffix}": word for word in table["wholes"] for suffix in table["approximate_suffixes"]}
    kinds.update((about, kinds[word]) for about, word in abouts.items())
    kinds.update(
        (word, ("fraction", ARITHMETIC.divide(1, Decimal(value)))) for word, value in table["fractions"].items()
    )
    kinds.update((word, ("denominator", Decimal(value))) for word, value in table["denominators"].items())
    kinds.update((word, ("scale", Decimal(value))) for word, value in scales["words"].items())
    majority = tuple(tuple(phrase.split(" ")) for phrase in table["majorities"] if " " in phrase)
    silent = {"teen", "ten"}
    starters = frozenset(word for word, (kind, _) in kinds.items() if kind not in silent)
    starters |= {phrase[0] for phrase in majority}
    return NumberWords(
        kinds=kinds,
        starters=starters,
        splitters=frozenset(word for word, (kind, _) in kinds.items() if kind != "both"),
        cuts=cuts_of(kinds, scales),
        joiners=frozenset(table["joiners"]),
        points=frozenset(table["points"]),
        articles=frozenset(table["articles"]),
        dozen_led=frozenset([*counted["determiners"], *counted["adjectives"], *fillers]),
        dozen_of=frozenset(
            [
                *counted["people"],
                *counted["things"],
                *counted["irregular_plurals"],
                *counted["adjectives"],
                *counted["copulas"],
            ]
        ),
        and_a_half=tuple(
            f"{a}-{b}{c}"
            for a in table["joiners"]
            for b in ("", *(f"{article}-" for article in table["articles"]))
            for c in table["halves"]
        ),
        per=frozenset(table["per"]),
        negative=frozenset([*table["negative_before"], "-", "−"]),
        vague_scales=frozenset(table["vague_scales"]),
        vague_leads=frozenset(table["vague_leads"]),
        vague_links=frozenset(table["vague_links"]),
        fraction_before=frozenset(language.tables["identifiers"]["fraction_before"]),
        fraction_after=frozenset(language.tables["identifiers"]["fraction_after"]),
        majority_phrases=majority,
        approximate={word: Decimal(value) for word, value in scales["approximate"].items()},
        abouts=frozenset([*abouts, *scales["approximate"]]),
        approximate_suffixes=frozenset(table["approximate_suffixes"]),
        suffixes={word: Decimal(value) for word, value in scales["suffixes"].items()},
        money_suffixes={word: Decimal(value) for word, value in scales["money_suffixes"].items()},
        loose_suffixes={word: Decimal(value) for word, value in scales["loose_suffixes"].items()},
        thousands=language.tables["separators"]["thousands"],
        parted_after=frozenset(table["parted_after"]),
        decimal=language.tables["separators"]["decimal"],
        trigger=trigger_of(starters),
    )


def cuts_of(kinds: dict[str, tuple[str, Decimal]], scales: Mapping[str, Any]) -> Cuts:
    """The words that are taken apart into tokens, by the kinds of number words and a language's table of scales."""
    words = tuple(word for word in scales["words"] if len(word) > 3)
    whole = frozenset(
        [
            *scales["words"],
            *scales["approximate"],
            *scales["persons"],
            *(f"{word}s" for word in words),
            *(f"{word}th" for word in words),
        ]
    )
    before_hyphen = frozenset(word for word, (kind, _) in kinds.items() if kind != "both")
    return Cuts(before_hyphen, words, whole)
