"""Currencies that a sign or name leaves open: which dollar, rupee or shilling an article means."""

from functools import lru_cache
from typing import Final

from .measures import DOLLAR, units

OFTEN: Final = 3
"""So many times the names of a country are told in an article about it."""
DATELINE: Final = 300
"""So many characters at the head of an article hold its dateline."""


@lru_cache(maxsize=1)
def families() -> dict[str, str]:
    """The family of each name of money that several countries share: "rupees" -> "rupee"."""
    return {word: family for family, row in units().shared.items() for word in row["words"]}


class Purse:
    """What the signs and names of money mean in one article that several countries share."""

    def __init__(self, text: str, lower: str) -> None:
        """`lower` is the text in lower case."""
        self.text, self.lower = text, lower
        self.known: dict[str, str] = {}

    def meaning(self, name: str, code: str) -> str:
        """The currency that `name` (a word or sign beside an amount, in lower case) means where it was read as `code`."""
        if name == DOLLAR:
            family = DOLLAR
        else:
            found = families().get(name)
            if found is None or code not in units().shared[found]:
                return code
            family = found
        if family not in self.known:
            shared = family != DOLLAR
            self.known[family] = shared_by(self.lower, family) if shared else local_dollar(self.text, self.lower)
        return self.known[family]


def shared_by(lower: str, family: str) -> str:
    """Which of the currencies of a family ("rupee") an article in lower case means: that of the country whose places it names
    most."""
    codes = {code: names for code, names in units().shared[family].items() if code != "words"}
    return max(codes, key=lambda code: sum(lower.count(name) for name in codes[code]))


def signs_of(code: str) -> list[str]:
    """How the dollars of one country are marked: "a$", "au$"; where they are, a bare "$" is not theirs."""
    return [f" {letters}{DOLLAR}" for letters, marked in units().dollars.items() if marked == code]


def local_dollar(text: str, lower: str) -> str:
    """What a bare "$" means in an article: the dollar of the country that it is about where American ones are marked ("US$5"),
    where that country's name opens it and no world agency does, or where nothing American is named in it."""
    table = units().local
    counts = {code: sum(lower.count(name) for name in names) for code, names in table["places"].items()}
    code = max(counts, key=lambda code: counts[code])
    if not counts[code]:
        return "USD"
    if "us$" in lower or "$us" in lower:
        return "USD" if any(sign in lower for sign in signs_of(code)) else code
    if any(agency in lower[:DATELINE] for agency in table["agencies"]["world"]):
        return "USD"
    for opening, names in table["places"].items():
        if any(name.upper() in text[:DATELINE] for name in names):
            return opening
    opens = code in table["agencies"]["cities"] and any(name in lower[:DATELINE] for name in table["places"][code])
    enough = opens or counts[code] >= OFTEN
    return code if enough and not any(name in lower for name in table["agencies"]["american"]) else "USD"
