"""Bounds: the words around a numeral that say whether it is exact, a floor, a ceiling or an estimate."""

from dataclasses import dataclass
from functools import cache
from typing import Final
from unicodedata import category

from claims.extraction.language import Language

from .tokens import Phrases, Tokens, grouped

TURNED: Final = {"more_than": "at_most", "less_than": "at_least", "at_least": "less_than", "at_most": "more_than"}
"""What a denied bound says."""
MARGIN_REACH: Final = 6
"""So many words before "plus minus" a margin of error may be named."""
CHANGE_REACH: Final = 4
"""So many words before "hingga" may stand what tells that something changed ("turun tajam hingga", "kenaikan harga beras hingga")."""
DENIED_REACH: Final = 3
"""So many words may stand between a negation and the bound that it denies, the verb among them."""
HYPHENS: Final = frozenset("-–‑")
MARKS: Final = frozenset("\"“”'‘’")
"""What may stand around a cue that is somebody's word: “nearly” 40."""
LISTED: Final = 4
"""Words of the last thing of a list in front of "hingga", at most."""
FILLERS: Final = 2
"""So many words may stand between a cue and its number ("sedikitnya ada 20", "at least another 20")."""


@dataclass(frozen=True, eq=False)
class BoundWords:
    """The cues of one language; `levels` are the fillers that a count does not go over to the next number, `reached` verbs
    after which "hingga" tells an end point, not a ceiling, and `leading` those that do so with other words between."""

    before: Phrases[str]
    after: Phrases[str]
    fillers: frozenset[str]
    levels: frozenset[str]
    close_only: frozenset[str]
    loose_after: frozenset[str]
    articles: frozenset[str]
    reached: frozenset[str]
    changes: frozenset[str]
    leading: frozenset[str]
    lasting: frozenset[str]
    positional: frozenset[str]
    lasting_after: Phrases[bool]
    ago: frozenset[str]
    until: frozenset[str]
    comparing: frozenset[str]
    percents: frozenset[str]
    utmost: frozenset[str]
    modals: frozenset[str]
    causing: frozenset[str]
    negators: frozenset[str]
    negation_links: frozenset[str]
    compares: frozenset[str]
    definite: frozenset[str]
    than: frozenset[str]
    spelled: frozenset[str]
    norms: frozenset[str]
    denominations: frozenset[str]
    tolerance: frozenset[str]
    margins: frozenset[str]
    ages: frozenset[str]
    terms: Phrases[bool]
    accused: frozenset[str]
    verbs: tuple[str, ...]


@cache
def bound_words(language: Language) -> BoundWords:
    """The bound cues of the language, prepared for look-up."""
    table = language.tables["bounds"]
    fillers, counted = table["fillers"], language.tables["counted"]
    compared, utmost = degrees(table["degrees"])
    before = {
        bound: [*phrases, *compared.get(bound, ()), *utmost.get(bound, ())]
        for bound, phrases in table["before"].items()
    }
    return BoundWords(
        before=grouped(before),
        after=grouped(table["after"]),
        fillers=frozenset(fillers["words"]),
        levels=frozenset(fillers["words"]) - {*counted["stops"], *counted["numbers_of"]},
        close_only=frozenset(fillers["not_loose"]),
        loose_after=frozenset(fillers["loose_after"]),
        articles=frozenset(language.tables["numbers"]["articles"]),
        reached=frozenset(fillers["reached"]),
        changes=frozenset(language.tables["ranges"]["change_verbs"]),
        leading=frozenset(
            language.tables["ranges"]["change_verbs"] if counted["order"] == "head_first" else fillers["reached"]
        ),
        lasting=frozenset(fillers["lasting"]),
        positional=frozenset(fillers["positional"]),
        lasting_after=Phrases((phrase, True) for phrase in fillers["lasting_after"]),
        ago=frozenset(language.tables["blocks"]["ago"]),
        until=frozenset(fillers["until"]),
        comparing=frozenset(phrase for phrases in compared.values() for phrase in phrases),
        percents=frozenset(word.split(" ")[-1] for word in language.tables["units"]["percent"]),
        utmost=frozenset(phrase for phrases in utmost.values() for phrase in phrases),
        modals=frozenset(fillers["modals"]),
        causing=frozenset([*fillers["causing"], *fillers["modals"], *fillers["words"], *fillers["negators"]]),
        negators=frozenset(fillers["negators"]),
        negation_links=frozenset(fillers["negation_links"]),
        compares=frozenset(fillers["after_compares"]),
        definite=frozenset(language.tables["quotes"]["definite"]),
        tolerance=frozenset(language.tables["ranges"]["tolerance"]),
        margins=frozenset(fillers["margins"]),
        ages=frozenset(phrase for phrase in language.tables["dates"]["ages_before"] if " " not in phrase),
        spelled=frozenset(language.tables["numbers"]["values"]),
        norms=frozenset(fillers["norms"]),
        denominations=frozenset(fillers["denominations"]),
        terms=Phrases((phrase, True) for phrase in fillers["terms"]),
        accused=frozenset(fillers["accused"]),
        verbs=tuple(counted["verb_prefixes"]) or ("\n",),
        than=frozenset(form.split(" ")[-1] for form in table["degrees"]["comparative"]),
    )


def degrees(table: dict[str, list[str]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The bounds that adjectives tell, by the forms of their degrees: what compares ("lebih mahal dari"), and what tells the
    utmost ("paling mahal", "semahal-mahalnya"). "{}" stands for the adjective in a form."""
    more, less = table["more"], table["less"]

    def forms(degree: str, adjectives: list[str]) -> list[str]:
        return [form.replace("{}", adjective) for adjective in adjectives for form in table[degree]]

    compared = {"more_than": forms("comparative", more), "less_than": forms("comparative", less)}
    return compared, {"at_most": forms("superlative", more), "at_least": forms("superlative", less)}


def bound_before(tokens: Tokens, first: int, words: BoundWords, *, lasts: bool, small: bool) -> tuple[str, int] | None:
    """The bound told before token `first`: (bound, first token of the cue).

    `lasts`: the number is a length of time ("over three days" tells how long); `small`: it is a small one in words, so that
    "under two main groups" tells a place.
    """
    at = first
    if tokens.at[at - 1] in MARKS:
        return marked_bound(tokens, at - 1, words)
    for skipped in range(FILLERS + 1):
        found = words.before.ending(tokens.words, at)
        if found:
            size, bound = found
            cue, start = " ".join(tokens.words[at - size : at]), at - size
            if words.terms.ending(tokens.words, at):
                return None  # "upah minimum Rp3 juta"
            loose = tokens.at[at] in words.articles and tokens.at[start - 1] in words.loose_after
            if skipped and ((cue in words.close_only and not loose) or tokens.at[first - 1] in words.norms):
                return None  # "di bawah target 23 persen" tells what the target is
            if cue in words.norms and (tokens.at[start - 1] in words.than or words.before.ending(tokens.words, start)):
                return None  # "lebih kecil dari perkiraan Rp 5 miliar"
            if small and cue in words.positional:
                return None
            if cue in words.lasting and lasts and not words.lasting_after.ending(tokens.words, start):
                return None
            measured = any(tokens.at[back][:1].isdigit() for back in (start - 1, start - 2))
            if cue in words.comparing and (tokens.at[start - 1] in {",", "("} or measured):
                return None  # "4.04 percent, higher than 3.84 percent a year ago" compares two figures
            if skipped and tokens.at[at] in words.definite and size > 1 and tokens.at[at - 1] in words.than:
                return None  # "more than the 29,437 a year ago" compares as well
            beside = tokens.at[start - 1]
            if size > 1 and tokens.at[at - 1] in words.than and (beside in words.percents or beside.isdigit()):
                return None  # "1 per cent more than 37,304 a month before"
            if cue in words.tolerance and is_tolerance(tokens, start, words):
                return None
            if cue in words.utmost and tokens.at[start - 1] in words.changes:
                return None  # "turun paling dalam 0,44 persen" tells what fell most
            listed = tokens.at[start - 1] == "," and (
                tokens.at[start - 2][:1].isdigit() or ends_list(tokens, start - 1, words)
            )  # "5, 7, hingga 10 persen", "uang, ponsel, hingga 12 paket sabu"
            if cue in words.until and (listed or is_reached(tokens, start, words)):
                return None
            return with_lead(tokens, start, bound, words, until=cue in words.until)
        if tokens.at[at - 1] not in words.fillers:
            return None
        at -= 1
    return None


def marked_bound(tokens: Tokens, end: int, words: BoundWords) -> tuple[str, int] | None:
    """The bound whose cue alone stands in marks that close at token `end`: “nearly” 40, not “… more than” 40."""
    found = words.before.ending(tokens.words, end)
    opening = end - found[0] - 1 if found else 0
    return (found[1], opening) if found and opening >= 0 and tokens.words[opening] in MARKS else None


def with_lead(tokens: Tokens, start: int, bound: str, words: BoundWords, *, until: bool) -> tuple[str, int]:
    """The bound of the cue at token `start` with what leads it: denied, it says the contrary ("tidak lebih dari"; what does not
    go "up to" a number is less), and what nearly passes a number is near it ("hampir menembus")."""
    if bound in TURNED and is_denied(tokens, start, words):
        return ("less_than" if until else TURNED[bound]), start
    led = words.before.ending(tokens.words, start) if bound == "more_than" else None
    return (led[1], start - led[0]) if led and led[1] == "nearly" else (bound, start)


def ends_list(tokens: Tokens, comma: int, words: BoundWords) -> bool:
    """Whether the words before a comma are the last thing of a list, with a comma before it and no verb."""
    for at in range(comma - 1, max(0, comma - 1 - LISTED), -1):
        word = tokens.words[at]
        if word == ",":
            return comma - at > 1
        if not word.isalpha() or word.startswith(words.verbs) or word in words.causing or word in words.changes:
            return False
    return False


def is_reached(tokens: Tokens, index: int, words: BoundWords) -> bool:
    """Whether a verb before token `index` makes "hingga", "up to" tell an end point: "naik tajam hingga", "went up to", but "bisa naik
    hingga", "grew by up to"."""
    near = tokens.words[max(0, index - CHANGE_REACH) : index]
    if tokens.at[index - 1] not in words.reached and (words.leading.isdisjoint(near) or near[-1] in words.loose_after):
        return False
    return words.modals.isdisjoint(near)


def joins_clause(tokens: Tokens, index: int, words: BoundWords) -> bool:
    """Whether the "hingga" at token `index` may tell what came of something, where that is said behind it: "meluas hingga empat rumah
    terbakar", not "menyebabkan hingga 40 orang tewas"."""
    return (
        index > 0
        and tokens.at[index] in words.until
        and words.causing.isdisjoint(tokens.words[max(0, index - 2) : index])
    )


def is_tolerance(tokens: Tokens, index: int, words: BoundWords) -> bool:
    """Whether "plus minus" before a number tells how far off one may be: "margin of error plus minus 2,9 persen", "4% ± 1%"."""
    near = tokens.words[max(0, index - MARGIN_REACH) : index]
    return not words.margins.isdisjoint(near) or any(word[0].isdigit() for word in near[-2:])


def is_denied(tokens: Tokens, index: int, words: BoundWords) -> bool:
    """Whether the cue at token `index` is denied: "tidak akan kurang dari", "will never be more than"."""
    at = index - 1
    if tokens.at[at].isalpha() and tokens.at[at - 1] in words.negation_links:
        at -= 1  # "tak pernah tampil lebih dari"
    while at >= 0 and index - at <= DENIED_REACH and tokens.words[at] in words.negation_links:
        at -= 1
    return tokens.at[at] in words.negators


def bound_after(tokens: Tokens, end: int, words: BoundWords) -> tuple[str, int] | None:
    """The bound told right after token `end` - 1: (bound, end of the cue)."""
    found = words.after.starting(tokens.words, end)
    if not found:
        return None
    size, bound = found
    following = tokens.at[end + size]
    opened = words.before.starting(tokens.words, end + size - 1) if size > 1 else None
    if (size == 1 or opened or words.after.starting(tokens.words, end + size - 1)) and following in words.compares:
        return None  # "lebih besar", "40 persen atau lebih dari separuh", "64 percent and above the mean of 60"
    if opened and opened[0] > 1:
        return None  # "three goals and more than five cards"
    if tokens.words[end] in {"+", "-"} and not tokens.glued(end):
        return None
    compound = (
        size > 1 and tokens.at[end + size + 1] in HYPHENS and tokens.at[end + size + 2].isalpha()
    )  # "20 or more 3-pointers"
    if ((following[:1].isdigit() or following in words.spelled) and not compound) or category(
        following[:1] or " "
    ) == "Sc":
        return None  # "£20m plus £5m in fees"
    if following in HYPHENS and tokens.glued(end + size) and tokens.at[end] not in HYPHENS:
        return None  # "£250 and over-80s £350"
    if following in words.ages and tokens.at[end + size + 1][:1].isdigit():
        return None  # "804 responden minimal berusia 17 tahun"
    return bound, end + size
