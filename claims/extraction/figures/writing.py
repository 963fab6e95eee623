"""How an article writes its numbers: what its sentences ask of the whole text, told once for all of them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

SEARCHED: Final = 20_000
"""Characters that are searched for a name with its number."""
LOOKS: Final = 20
"""So many places of such a name are looked at: a text that repeats it is not read again for each of them."""
WORD_BEFORE: Final = 12
"""Characters of the word before such a name that are looked at."""
TELLING: Final = 2
"""So many words of a game tell that a text is about it; one is an idiom ("a sticky wicket")."""


@lru_cache(maxsize=4)
def letters_of_money(text: str, money: re.Pattern[str]) -> frozenset[str]:
    """The letters that open an amount of money in a text: "R" of "R1.2 billion". `money` is what `lettered` makes."""
    return frozenset(match[1] for match in money.finditer(text))


def lettered(suffixes: Iterable[str], words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for an amount of money that one letter opens: "P50,000", with a suffix "R1.2bn", before a word "N500 million"."""
    glued, apart = "|".join(suffixes), "|".join(words)
    small = r"(?:\.[0-9]{1,3})?"
    return re.compile(
        rf"(?<![^\W_])([A-Z])[0-9]{{1,3}}(?:[ ,][0-9]{{3}}\b|{small}(?:{glued})\b|{small}[ -](?:{apart})\b)"
    )


@lru_cache(maxsize=4)
def groups_thousands(text: str, sign: str) -> bool:
    """Whether an article writes a number with that sign between its thousands."""
    sign = re.escape(sign)  # it opens the pattern, which is looked for by its sign
    return re.search(rf"{sign}(?<=[0-9]{sign})[0-9]{{3}}(?![0-9])", text) is not None


@lru_cache(maxsize=4)
def plays(text: str, told: tuple[str, ...]) -> bool:
    """Whether a text is about a game, by the words of its reports: TELLING of them at least."""
    return sum(word in text for word in told) >= TELLING


@lru_cache(maxsize=4)
def rates(text: str, told: tuple[str, ...]) -> bool:
    """Whether a text gives marks to players, by one of the words for them."""
    lower = text.lower()
    return any(word in lower for word in told)


def tells_inside(text: str, start: int, end: int, *, led: bool) -> bool:
    """Whether a text tells the pair of name and number at text[start:end] inside another sentence too: "Fox 2"; `led`: between
    two words in small letters."""
    pair = text[start:end]
    behind = 0
    for _ in range(LOOKS):
        at = text.find(f" {pair}", behind, SEARCHED)
        if at < 0:
            break
        behind = at + 1 + len(pair)
        before = text[max(0, at - WORD_BEFORE) : at].rsplit(" ", maxsplit=1)[-1] if led else text[at - 1 : at]
        goes_on = not led or text[behind + 1 : behind + 2].islower()
        if at + 1 != start and before.islower() and not text[behind : behind + 1].isalnum() and goes_on:
            return True
    return False
