"""Numbers that name something or are a code: "Pasal 27", "Room 101", "RT 03", "11640", "call 500123"."""

from typing import Final

from claims.extraction.scan import HYPHENS

from .ages import is_decade
from .counted import is_plural
from .grammar import Anchored, Grammar
from .labels import (
    ANGLES,
    begins_date,
    counts_several,
    counts_something,
    is_calibre,
    is_coordinate,
    is_graded,
    is_padded,
    several_follow,
)
from .lists import in_line_up, is_dialled, starts_item
from .measures import Measure
from .numerals import Numeral
from .proper_names import (
    VERSION,
    address_near,
    in_place_name,
    in_proper_name,
    in_quoted_title,
    is_number_plate,
    is_verb_in_s,
)
from .ranks import skip_marks
from .tokens import Tokens

LONG: Final = 7

HIGHEST_LEVEL: Final = 2
"""Digits of a level that is a label ("level 4"); more of them are where an index stands."""

PLAN_REACH: Final = 4
"""So many words behind "five-point" its plan stands, at most."""

POSTAL: Final = 5
"""So many digits without a separator are a postal code behind a name; more of them are a code anywhere."""


def in_phrase(tokens: Tokens, numeral: Numeral, table: Anchored) -> bool:
    """Whether the numeral is part of a fixed phrase of the table."""
    words, first = tokens.words, numeral.first
    for index in range(first, min(numeral.end, first + 3)):
        phrases = table.get(words[index])
        if phrases is None:
            continue
        for beside in (tokens.at[index + 1], tokens.at[index - 1]):
            for place, phrase in phrases.get(beside, ()):
                start = index - place
                inside = start > first and words[start - 1] in HYPHENS  # the "one of" of "twenty-one of the boats"
                if start >= 0 and not inside and words[start : start + len(phrase)] == phrase:
                    return True
    return False


def by_name(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Names, codes and addresses: Pasal 27, Room 101, Boeing 737, RT 03, Jalan Sudirman 45, call 500123."""
    digits, first, plain = numeral.digits, measure.first, numeral.digits.isdigit()
    if tokens.at[measure.end] == "=" or (tokens.at[first - 1] == "=" and first > 1):
        return "definition"
    if measure.kind in {"money", "share"}:
        return None
    if is_calibre(tokens, numeral, grammar) or (plain and is_number_plate(tokens, numeral)):
        return "identifier"
    if in_quoted_title(tokens, numeral, grammar):
        return "identifier"
    if in_phrase(tokens, numeral, grammar.event_names):
        return "event_name"
    at = skip_marks(tokens, first)
    if len(digits) > 1 and plain and digits[0] == "0" and not is_padded(tokens, numeral, at, grammar):
        return "identifier"
    if plain and tokens.at[at - 2] in grammar.codes.numbered and tokens.raw(at - 1).isupper():
        return "identifier"
    if not measure.unit and is_grouped_label(tokens, numeral, at, grammar):
        return "identifier"
    if (named := named_by_cue(tokens, numeral, measure, at, grammar)) is not None:
        return "identifier" if named else None
    if tokens.at[first - 1] == "+" and plain and tokens.at[first - 3] in grammar.codes.milestones:
        return "identifier"  # "KM 370 + 200"
    parted = grammar.counted.head_first and plain and not measure.unit and tokens.at[numeral.end + 1].isdigit()
    if parted and (part := grammar.codes.before.ending(tokens.words, numeral.end + 1)) and part[1]:
        return "identifier"  # "perkara 351 ayat 3"
    if not digits and in_place_name(tokens, numeral, grammar):
        return "identifier"
    if is_plan(tokens, numeral.end, grammar):
        return "identifier"
    code = grammar.codes.after.starting(tokens.words, numeral.end)
    if code and not (numeral.value == 1 and code[0] == 1 and tokens.at[numeral.end].isalpha()):  # "one pistol"
        return "identifier"
    if measure.unit in ANGLES and is_coordinate(tokens, measure, grammar):
        return "identifier"
    if starts_item(tokens, numeral, grammar.counted.coordinators):
        return "structure"
    if plain and len(digits) <= 2 and tokens.capital(numeral.end):
        name = tokens.capital(numeral.end + 1) or not is_plural(tokens.at[numeral.end], grammar.counted)
        if name and in_line_up(tokens, numeral.first):
            return "identifier"
    if numeral.approximate and is_decade(tokens, numeral, first, grammar):
        return "date"
    if numeral.glued_suffix and tokens.raw(numeral.end - 1) == "K" and not measure.unit:
        among = tokens.at[numeral.end + 2] == "k" and not tokens.at[numeral.end].isalpha()  # "1,5K, 5K, 10K"
        if len(digits) <= 2 or among:
            return None if counts_several(tokens, numeral, grammar) else "identifier"  # "a 4K screen", "lari 5K"
    if not digits or numeral.scaled or measure.unit:
        return None
    if (plain and is_bare_code(tokens, numeral, first, grammar)) or in_proper_name(tokens, numeral, grammar):
        return "identifier"
    return None


def is_grouped_label(tokens: Tokens, numeral: Numeral, at: int, grammar: Grammar) -> bool:
    """Whether a number of thousands belongs to the word with a capital that ends before token `at`, and counts nothing: "Day 1,204 of
    the war", "Case 1,604"; not "Every Day 1,204 Ride" or "Patient 1,204 Miles From Home"."""
    if grammar.numbers.thousands not in numeral.digits or tokens.at[at - 1] not in grammar.codes.grouped:
        return False
    opens = tokens.capital(at - 1) and (not tokens.capital(at - 2) or tokens.at[at - 2] in grammar.labels.leads)
    return opens and not several_follow(tokens, numeral.end, grammar)


def is_plan(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether what hangs on the number before token `end` tells of how many points a plan is made: "a five-point plan", "a 10-point
    economic recovery plan", not "a five-point lead"."""
    if tokens.at[end] not in HYPHENS or tokens.at[end + 1] not in grammar.codes.plan_parts:
        return False
    for at in range(end + 2, end + 2 + PLAN_REACH):
        if tokens.at[at] in grammar.codes.planned:
            return True
        if not tokens.at[at].isalpha() or tokens.at[at] in grammar.counted.stops:
            return False
    return False


def named_by_cue(tokens: Tokens, numeral: Numeral, measure: Measure, at: int, grammar: Grammar) -> bool | None:
    """Whether a numeral belongs to the word that ends before token `at` as its name or number ("Pasal 27", "Room 101"); None
    where no such word stands there, or what follows the numeral is counted by it."""
    cue, digits, first = grammar.codes.before.ending(tokens.words, at), numeral.digits, measure.first
    plain = digits.isdigit()
    if cue is None or numeral.scaled:
        return None
    high = grammar.counted.head_first and plain and len(digits) > HIGHEST_LEVEL
    high = high and tokens.at[at - 1] in grammar.openers  # "ke level 967"
    apart = tokens.at[first - 1] == "(" and tokens.at[numeral.end] == ")" and not grammar.counted.head_first
    inside = tokens.at[first - 1] == "(" and measure.kind == "length"  # "a two-kilometre (1.2 miles) stretch"
    if (apart and not cue[1]) or high or inside:
        return None
    told = tokens.at[first - 1] == "(" and tokens.at[numeral.end][:1].isalpha()  # "rumah (70 Kepala Keluarga)"
    dated = begins_date(tokens, measure, grammar)
    measured = measure.unit is not None and not dated
    lone = tokens.at[numeral.end].endswith(grammar.counted.clitics)  # "zona satu kuotanya"
    lone = lone or (tokens.at[at - 1] in grammar.codes.milestones and tokens.at[at - 2] in grammar.counted.places)
    counts = counts_several(tokens, numeral, grammar) and not is_verb_in_s(tokens, numeral.end, grammar)
    follows = measured or told or (not dated and not lone and counts)
    proper = tokens.capital(at - 1) and (first > 1 or not grammar.counted.head_first)
    if digits and not plain and not cue[1]:
        version = tokens.capital(at - 1) and VERSION.fullmatch(digits) is not None
        return (version or tokens.at[at - 1] in grammar.codes.milestones) and not measure.unit
    named = proper and bool(digits) and (not measured or tokens.capital(numeral.end))
    return True if cue[1] or not follows or named or is_graded(tokens, numeral, at, grammar) else None


def is_bare_code(tokens: Tokens, numeral: Numeral, first: int, grammar: Grammar) -> bool:
    """Whether digits alone are a code by their length or their place: a postal code, a telephone number, one of a street."""
    digits, end = numeral.digits, numeral.end
    if len(digits) > LONG and digits[-3:] != "000":
        return True  # nobody writes so long a count without separators
    placed = len(digits) == POSTAL and tokens.capital(first - 1 - (tokens.at[first - 1] == ","))
    called = len(digits) >= 3 and is_dialled(tokens, first, grammar.codes.phones, grammar.counted.coordinators)
    keyword = tokens.raw(first - 2).isupper() and tokens.at[first - 3] in grammar.codes.phones
    called = called or (keyword and tokens.at[first - 1] in grammar.multiples.ends)  # "text HELP to 30330"
    if (placed or called or len(digits) > POSTAL) and not counts_something(tokens, end, grammar):
        return True  # "Jakarta Barat 11640", "Springfield, IL 62701"
    return address_near(tokens, first, end, grammar)
