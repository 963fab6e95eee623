"""Signs of units that are something else too, told by their capitals and by what stands near: "PS", "Nm", "c"."""

from decimal import Decimal
from typing import Final

from claims.extraction.scan import HYPHENS

from .tokens import Phrases, Tokens

MAKES: Final = frozenset({"gm", "mp", "pc", "ps"})
"""Units that are names in capitals."""
BRACKETS: Final = {"(": ")", "[": "]"}
"""The brackets in which a number is told again."""
REACH: Final = 24
"""So many words around "Nm" tell whether it is a torque, around "25c" whether it is paid."""

BESIDE: Final = 5
"""So many words before "pounds" tell that they are paid."""
OLDEST: Final = 150
"""No person is older."""
WEIGHED: Final = frozenset({"of", "worth", "-"})
"""What follows pounds of something."""


def nm_unit(tokens: Tokens, index: int, unit: str, torque: frozenset[str]) -> str:
    """The unit of "nm": newton metres in "295 Nm", nautical miles in "20 NM" and in an "Nm" that no word of torque is near."""
    near = torque.intersection(tokens.words[max(0, index - REACH) : index + REACH])
    if tokens.raw(index) == "Nm" and (near or not torque):
        return "newton_metre"
    return unit if tokens.raw(index).islower() else "nautical_mile"


def age_of_thing(tokens: Tokens, index: int, value: Decimal | None, units: Phrases[str]) -> tuple[int, str] | None:
    """The unit of an age that no person has, behind a hyphen at token `index`: "a 9,000-year-old axe"; as (end, unit)."""
    if tokens.at[index] not in HYPHENS or value is None or value <= OLDEST:
        return None
    head, hyphen, _ = tokens.at[index + 1].partition("-")
    found = units.by_first.get(head) if hyphen else None
    return (index + 2, found[-1][2]) if found else None


def paid_near(tokens: Tokens, index: int, paid: frozenset[str]) -> bool:
    """Whether one of the words of what is `paid` stands around a small "c" at token `index`: "a dividend of 25c"."""
    near = tokens.words[max(0, index - REACH) : index + REACH]
    return tokens.raw(index).islower() and not paid.isdisjoint(near)


def is_paid(tokens: Tokens, index: int, paid: frozenset[str]) -> bool:
    """Whether the pounds at token `index` are money: one of the words of what is `paid` stands right beside them ("fined 5,000 pounds",
    "900 pounds a month"), and nothing that is weighed follows ("300 pounds of rice")."""
    near = [*tokens.words[max(0, index - BESIDE) : index], *tokens.at[index + 1 : index + 3]]
    return tokens.at[index + 1] not in WEIGHED and not paid.isdisjoint(near)


def is_make(tokens: Tokens, index: int) -> bool:
    """Whether a word in capitals is no unit but a name: "a 2016 GM Buick", "490,700 PS3 consoles", "12 PC makers", "one MP"."""
    if tokens.words[index] == "mp":
        return not tokens.words[index - 1][:1].isdigit()
    return tokens.words[index] in {"gm", "pc"} or (tokens.glued(index + 1) and tokens.at[index + 1][:1].isalnum())
