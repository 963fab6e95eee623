"""Currencies that a sign or name leaves open: which dollar, rupee or shilling an article means."""

from functools import lru_cache
from typing import Final

from .measures import DOLLAR, UNITS

OFTEN: Final = 3
"""So many times the names of a country are told in an article about it."""
COUNTRY: Final = " US "
"""In capitals, for those who speak say "us" of themselves."""
DATELINE: Final = 300
"""So many characters at the head of an article hold its dateline."""


@lru_cache(maxsize=1)
def families() -> dict[str, str]:
    """The family of each name of money that several countries share: "rupees" -> "rupee"."""
    return {word: family for family, row in UNITS.shared.items() for word in row["words"]}


class Purse:
    """What the signs and names of money mean in one article that several countries share."""

    def __init__(self, text: str, lower: str) -> None:
        """`lower` is the text in lower case."""
        self.text, self.lower = text, lower
        self.known: dict[str, str] = {}

    def meaning(self, name: str, code: str) -> str:
        """The currency that `name` (a word or sign beside an amount, in lower case) means where it was read as `code`."""
        if name == DOLLAR or name in UNITS.local["names"]["dollar"]:
            family = DOLLAR
        else:
            found = families().get(name)
            if found is None or code not in UNITS.shared[found]:
                return code
            family = found
        if family not in self.known:
            shared = family != DOLLAR
            self.known[family] = shared_by(self.lower, family) if shared else local_dollar(self.text, self.lower)
        return self.known[family]


def shared_by(lower: str, family: str) -> str:
    """Which of the currencies of a family ("rupee") an article in lower case means: that of the country whose places it names
    most."""
    codes = {code: names for code, names in UNITS.shared[family].items() if code != "words"}
    return max(codes, key=lambda code: sum(lower.count(name) for name in codes[code]))


def signs_of(code: str) -> list[str]:
    """How the dollars of one country are marked: "a$", "au$"; where they are, a bare "$" is not theirs."""
    return [f" {letters}{DOLLAR}" for letters, marked in UNITS.dollars.items() if marked == code]


def local_dollar(text: str, lower: str) -> str:
    """What a bare "$" means in an article: the dollar of the country that it is about where American ones are marked ("US$5"),
    where that country's name opens it and no world agency does, or where nothing American is named in it."""
    table, agencies = UNITS.local["places"], UNITS.local["agencies"]
    head, opening = lower[:DATELINE], text[:DATELINE]
    marked = "us$" in lower or "$us" in lower
    if not marked:  # what is told without counting comes first
        if any(agency in head for agency in agencies["world"]):
            return "USD"
        for code, names in table.items():
            if any(name.upper() in opening for name in names):
                return code
        if COUNTRY in text or any(name in lower for name in agencies["american"]):
            return "USD"
    counts = {code: sum(lower.count(name) for name in names) for code, names in table.items()}
    code = max(counts, key=lambda code: counts[code])
    if not counts[code]:
        return "USD"
    if marked:
        return "USD" if any(sign in lower for sign in signs_of(code)) else code
    opens = code in agencies["cities"] and any(name in head for name in table[code])
    return code if opens or counts[code] >= OFTEN else "USD"
