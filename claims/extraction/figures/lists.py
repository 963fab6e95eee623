"""Numbers that only number the items of a list."""

import re
from collections.abc import Set as AbstractSet
from typing import Final

from claims.extraction.scan import HYPHENS

from .numerals import Numeral
from .tokens import Tokens

BEFORE_ITEM: Final = frozenset({":", ",", ";", "."})
MOST_ITEMS: Final = 20
CELL: Final = "|"
"""What parts the cells of a table."""
NUMBERED: Final = 3
"""Digits of the number of a row."""
PHONE: Final = re.compile(r"[0-9]{1,5}\)?(?:[ .\-][0-9]{2,8}){1,4}(?![0-9,])")
GROUP_ENDS: Final = frozenset(")-.")
"""Signs behind a group of a telephone number."""
GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
AREA: Final = re.compile(r"(?:[0-9]{3}\) ?[0-9]{3}[ .\-][0-9]{4}|0[0-9]{1,3}\) ?[0-9]{5,8})(?![0-9])")
FREE: Final = re.compile(r"(?:1[38]00|18[59]0|0[0-9]{3})[ -][0-9]{3}[ -][0-9]{3}(?![0-9,])")
"""A telephone number that needs no word of telephoning: of those that cost nothing, or one that begins with a nought."""
LEAST_DIALLED, MOST_DIALLED = 6, 15
"""Digits of a telephone number."""
CALL_REACH: Final = 8
"""So many tokens before a telephone number stands the word that tells it."""
LIST_REACH: Final = 16
"""So many tokens of numbers and their signs may stand between a word of telephoning and the last number that it leads to."""
LIST_SIGNS: Final = frozenset({",", "/", "+", "(", ")", *HYPHENS})
"""Signs in and between the numbers of such a list."""
LINE_UP: Final = re.compile(
    r"([0-9]{1,2}) [A-Z][^\W\d_]+(?: ?[A-Z'’.\-][^\W\d_]*){0,4}(?: \([^()]{1,12}\))?[,;:] (?=([0-9]{1,2}) [A-Z])"
)
LINE_UP_REACH: Final = 44
"""So many characters before a number may stand the one before it in a team's line-up."""


def starts_item(tokens: Tokens, numeral: Numeral, joining: AbstractSet[str]) -> bool:
    """Whether the digits number an item of a list: "1. Korban …", "2) …" at the start of a line, "…: 1." and "2." before
    the items of a list that has lost its lines. `joining` are the words that join the last item."""
    sign = tokens.at[numeral.end]
    if numeral.first == 1 and tokens.at[0] == CELL and numeral.digits.isdigit() and len(numeral.digits) <= NUMBERED:
        return tokens.at[numeral.end + (sign == ".")] in {CELL, ""}  # the first cell of a row: "| 2. | Ann Hill |"
    if sign not in {".", ")", "]", ":"} or not numeral.digits.isdigit() or len(numeral.digits) > 2:
        return False
    if sign == "]":
        return is_note(tokens, numeral)
    if sign == ")" and numeral.first and numbers_item(tokens, numeral, joining):
        return True
    if numeral.end == len(tokens) - 1 and (numeral.first == 0 or tokens.at[numeral.first - 1] == ":"):
        return numeral.first == 0 or numeral.value == 1
    start = tokens.starts[0]
    return numeral.first == 0 and (start == 0 or tokens.text[start - 1] in "\n\r")


def is_listed(tokens: Tokens, first: int, index: int) -> bool:
    """Whether a number at `first` with a name on it at `index` is one of a list: such a pair follows, or a list led to it."""
    while tokens.at[index][:1].isalpha():
        index += 1
    if tokens.at[index] == "(" and tokens.at[index + 2] == ")":
        index += 3  # "5-Ann Roy (c), 12-Bo Hill"
    sign = tokens.at[index]
    if sign in {",", ";"} and tokens.at[index + 1].isdigit() and tokens.at[index + 2] in HYPHENS:
        return True
    return sign in {"", ",", ";", "."} and tokens.at[first - 1] in {",", ";"}


CLOSING_NOTE: Final = frozenset({".", ",", ";", ""})
"""What stands behind the mark of a note at the end of its clause."""


def is_note(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the digits are the mark of a note, which hangs on a word or its full stop: "concepts.[2]"."""
    bracket = numeral.first - 1
    if tokens.at[bracket] != "[":
        return False
    start = tokens.starts[bracket]
    closes = tokens.at[numeral.end] == "]" and tokens.at[numeral.end + 1] in CLOSING_NOTE  # "is expected [1]."
    return closes or (start > 0 and not tokens.text[start - 1].isspace())


def numbers_item(tokens: Tokens, numeral: Numeral, joining: AbstractSet[str]) -> bool:
    """Whether the digits before a closing bracket number an item inside a sentence: "two ways: 1) rain, and (2) dams"."""
    if int(numeral.digits) > MOST_ITEMS or not tokens.at[numeral.end + 1][:1].isalpha():
        return False
    before = tokens.at[numeral.first - 1]
    if before == "(":
        led = tokens.at[numeral.first - 2]
        return numeral.first == 1 or led in BEFORE_ITEM or led in joining
    return before in BEFORE_ITEM or before in joining


def phone_end(tokens: Tokens, index: int, cues: AbstractSet[str]) -> int:
    """Where a telephone number ends that is written in groups and begins at token `index`, 0 where there is none: "call 13 11 14",
    "+27 82 555 1234", "(319) 555-0142"."""
    if tokens.glued(index) and tokens.at[index - 1] not in {"+", "("}:
        return 0
    word, following = tokens.words[index], tokens.at[index + 1][:1]
    alone = len(word) <= LEAST_DIALLED or word.isdecimal()  # too few digits, or none but those of one group
    if alone and not following.isdigit() and following not in GROUP_ENDS:
        return 0
    start = tokens.starts[index]
    found = PHONE.match(tokens.text, start)
    if not found or GROUPED.fullmatch(found[0]) or (len(found[0]) <= LEAST_DIALLED + 1 and found[0].endswith(" 000")):
        return 0  # "nomor urut 2 meraih 120.345", "345 000"
    if not LEAST_DIALLED <= sum(map(str.isdigit, found[0])) <= MOST_DIALLED:
        return 0
    sign = tokens.at[index - 1]
    told = sign == "+" or (sign == "(" and AREA.match(tokens.text, start)) or FREE.match(tokens.text, start)
    if not told and not is_called(tokens, index, cues):
        return 0
    end = index
    while end < len(tokens) and tokens.ends[end] <= found.end():
        end += 1
    return end


def is_dialled(tokens: Tokens, first: int, cues: AbstractSet[str], joining: AbstractSet[str]) -> bool:
    """Whether the digits at token `first` are a number to dial: "call 112", and the last of "dial 0812-555, 112 or 1339"."""
    at, least = first, max(0, first - LIST_REACH)
    if tokens.at[first - 1] == "," or tokens.at[first - 1] in joining:
        passed = LIST_SIGNS | joining
        while at > least and (tokens.words[at - 1].isdigit() or tokens.words[at - 1] in passed):
            at -= 1
    word = tokens.at[at - 1]
    return word in cues and (len(word) > 2 or is_called(tokens, at, cues))


def is_called(tokens: Tokens, index: int, cues: AbstractSet[str]) -> bool:
    """Whether a word of telephoning stands before token `index`: "call the police on 101", not "unbeaten on 101"."""
    return any(len(word) > 2 and word in cues for word in tokens.words[max(0, index - CALL_REACH) : index])


def in_line_up(tokens: Tokens, index: int) -> bool:
    """Whether the digits at token `index` are a player's number in a team's line-up: "15 Ann Roy, 14 Bo Hill"."""
    start = tokens.starts[index]
    back = max(0, start - LINE_UP_REACH)
    pairs = [LINE_UP.match(tokens.text, start)]
    pairs += [pair for pair in LINE_UP.finditer(tokens.text, back, start + 4) if pair.start(2) == start]
    return any(pair is not None and abs(int(pair[1]) - int(pair[2])) == 1 for pair in pairs)
