"""What stands beside a number: a noun that it may count, a thing or name that it only labels ("on route 9", "62 Milton Park",
"the 737 Max"), a date or rate that it begins."""

from decimal import Decimal
from typing import Final

from claims.extraction.scan import OWNING

from .counted import APOSTROPHES, has_plural, is_plural, is_verb, phrase_after
from .counted_before import noun_between
from .grammar import Grammar
from .measures import UNITS, Measure
from .numerals import Numeral, read_numeral
from .proper_names import is_title
from .tokens import Tokens
from .writing import groups_thousands

RATE_BASES: Final = frozenset(map(Decimal, (1000, 10_000, 100_000, 1_000_000)))
LONGEST_LABEL: Final = 4
"""Digits of a number that tells a thing from its like; nobody numbers lanes, blocks or floors higher."""
SHORTEST_LABEL: Final = 2
"""Digits of a number that stands for a thing of its name ("a 747"); with one it is a mark."""
LONG_CODE: Final = 5
"""Digits of a number without separators that is a code where something says so; shorter ones are often written so."""
SHORTEST_NOUN: Final = 3
ANGLES: Final = frozenset({"degree", "minute", "second"})
MINUTES: Final = APOSTROPHES | {"′"}
"""Signs behind the minutes of a degree."""
MARKS_OF_ANGLE: Final = MINUTES | {'"', "”", "″"}
COMPASS: Final = frozenset({"N", "S", "E", "W", "LU", "LS", "BT", "BB"})
NAME_LONGEST: Final = 5
"""Words that a noun in a row of nouns and numbers may have, and one."""


def counts_something(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether a noun follows at token `end` that a number may count."""
    if tokens.at[end] in grammar.counted.partitives:
        return False
    return phrase_after(tokens, end, grammar.counted) is not None and not tokens.capital(end)


def counts_several(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a noun follows that the numeral may count, in the plural where the language has one ("Chapter 11 bankruptcy")."""
    several = grammar.counted.head_first or numeral.value == 1 or several_follow(tokens, numeral.end, grammar)
    return several and counts_something(tokens, numeral.end, grammar)


def is_graded(tokens: Tokens, numeral: Numeral, at: int, grammar: Grammar) -> bool:
    """Whether a small number behind its noun at token `at` - 1 tells the kind of what follows: "with type 1 diabetes", "the year 9
    pupils left", not "last year 9 pupils left", "in the group 9 fell ill"."""
    if len(numeral.digits) != 1 or tokens.at[at - 1] not in grammar.labels.graded:
        return False
    led, counted = tokens.at[at - 2], grammar.counted
    if led in grammar.definite:
        return tokens.at[at - 3] not in grammar.labels.leads
    return led not in counted.latest and led not in counted.pointers and not counted.rates.ending(tokens.words, at)


def is_rate(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether the digits at token `index`, behind a stroke, are the round number of a rate: "75,27/100.000 penduduk"."""
    base = read_numeral(tokens, index, grammar.numbers) if tokens.at[index][:1].isdigit() else None
    return base is not None and base.value in RATE_BASES and counts_something(tokens, base.end, grammar)


def is_base(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a round number is only what a rate is told by: "189 per 100.000 kelahiran hidup"."""
    rate = grammar.counted.rates.ending(tokens.words, numeral.first)
    return rate is not None and rate[0] == 1 and numeral.value in RATE_BASES


def begins_date(tokens: Tokens, measure: Measure, grammar: Grammar) -> bool:
    """Whether the word of time behind a number begins a date of its own: "Liga 1 pekan ke-23", "2024 minggu 5", "SMA 3 tahun ini"."""
    following = tokens.at[measure.end]
    timed = measure.kind == "time"
    return timed and (following in grammar.ranks.prefixes or following in grammar.pointers or following.isdigit())


def is_coordinate(tokens: Tokens, measure: Measure, grammar: Grammar) -> bool:
    """Whether an angle tells a place on the map: "8,5 derajat Lintang Selatan", "7 derajat 32 menit LS"."""
    end = measure.end
    for _ in range(2):  # its minutes and seconds
        if tokens.at[end][:1].isdigit() and tokens.at[end + 1].isalpha():
            end += 2
    return grammar.codes.after.starting(tokens.words, end) is not None


def is_bearing(tokens: Tokens, at: int) -> bool:
    """Whether the number at token `at` is one of a place on the map whose sign for degrees is missing ("08 27'30.27" S")."""
    first, end = at, at + 1
    while first and (tokens.at[first - 1] in MARKS_OF_ANGLE or tokens.at[first - 1][:1].isdigit()):
        first -= 1
    while tokens.at[end] in MARKS_OF_ANGLE or tokens.at[end][:1].isdigit():
        end += 1
    marked = any(tokens.at[i] in MINUTES and tokens.glued(i) for i in range(first + 1, end))
    return marked and tokens.raw(end) in COMPASS


def is_calibre(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether digits behind nothing but a point tell the bore of a gun: "two .38 revolvers", "a .22 long rifle"."""
    beside = (tokens.at[numeral.end], tokens.at[numeral.end + 1])
    return tokens.words[numeral.first] == "." and not grammar.counted.guns.isdisjoint(beside)


def is_length(word: str, grammar: Grammar) -> bool:
    """Whether a word, no mere sign, is a unit of length."""
    found = grammar.units.phrases.by_first.get(word) if len(word) > SHORTEST_NOUN else None
    return found is not None and UNITS.kinds.get(found[-1][2]) == "length"


def is_label(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether plain digits are the label of a noun before them or of a name behind them, in a language whose numbers stand
    before what they count."""
    if not numeral.digits and not grammar.counted.head_first:
        return is_thing(tokens, numeral, grammar)
    if not numeral.digits.isdigit() or numeral.first < 1:
        return False
    if is_footnote(tokens, numeral) or is_mark_of_note(tokens, numeral, grammar):
        return True
    if grammar.counted.head_first:
        return tells_its_like(tokens, numeral, grammar)
    if has_letter(tokens, numeral, grammar) or is_code(tokens, numeral, grammar):
        return True
    named = labels_noun(tokens, numeral, grammar) or labels_name(tokens, numeral, grammar)
    return named or labels_thing(tokens, numeral, grammar)


def is_thing(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a number word behind an article is a thing that has its name from it: "he hit a three.", "a six in the last over"."""
    following, counted = tokens.at[numeral.end], grammar.counted
    if tokens.at[numeral.first - 1] not in grammar.numbers.articles:
        return False
    beyond = tokens.at[numeral.end + 1]
    goes_on = following in counted.coordinators and (beyond in counted.spelled or beyond[:1].isdigit())
    if goes_on or grammar.dates.joiners.starting(tokens.words, numeral.end):
        return False  # "an eight or nine hour wait"
    return not following[:1].isalnum() or following in counted.stops - counted.states


def tells_its_like(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a small number tells the thing named before it from its like ("tangga 10", "jalur 8 Stasiun Senen"), where the
    head of a phrase comes first."""
    counted, first, end = grammar.counted, numeral.first, numeral.end
    name, following = tokens.at[first - 1], tokens.at[end]
    if name == ")" and tokens.at[first - 3] == "(" and tokens.capital(first - 2) and tokens.capital(end):
        return following not in counted.people and following not in counted.classifiers  # "Daerah Operasi (Daop) 1 Edy"
    if (
        (tokens.capital(first - 1) and first > 1)
        or not name.isalpha()
        or len(name) < SHORTEST_NOUN
        or is_verb(name, counted)
    ):
        return False
    if name in counted.stops or name in counted.people or name in grammar.amount_words:
        return False
    if name.endswith(counted.clitics):
        return False  # "golnya 11"
    if following in counted.classifiers or grammar.dates.joiners.starting(tokens.words, end):
        return False
    if is_row_of_nouns(tokens, first, end, grammar) or noun_between(tokens, first, counted) is not None:
        return False  # "jumlah ruas jalan 194"
    opens = tokens.capital(first - 1)  # "Pintu 3 ditutup", not the title "Torehan 8 Kemenangan"
    if opens and not following.isalpha():
        return False  # the row of a table: "Solo 12 40"
    named = not opens and tokens.raw(end).istitle() and len(following) >= SHORTEST_NOUN  # not "140 Nm", "data 10 ABK"
    return named or phrase_after(tokens, end, counted) is None


def is_row_of_nouns(tokens: Tokens, first: int, end: int, grammar: Grammar) -> bool:
    """Whether the noun and its number are one of several nouns in a row, each with its count: "sapi 20, kambing 31", "sopir satu dan
    kernet dua"."""
    joints, name = grammar.counted.coordinators | {",", ";"}, tokens.words[first - 1]

    def is_noun(at: int) -> bool:
        word = tokens.at[at]
        return (
            word.isalpha()
            and word not in joints
            and (word not in grammar.counted.stops or word in grammar.counted.states)
        )

    def is_number(at: int) -> bool:
        told = tokens.at[at] in grammar.counted.spelled and is_noun(at - 1)
        return told or tokens.at[at][:1].isdigit()

    at = first - 1
    while at > first - NAME_LONGEST and is_noun(at):
        at -= 1
    before = at - 1 - (tokens.at[at - 1] == ",")
    before -= tokens.at[before] in grammar.counted.classifiers  # "gereja 3 unit dan sekolah 2"
    if tokens.at[at] in joints and is_number(before) and tokens.at[before - 1] != name:
        return True
    start = at = end + 1 + (tokens.at[end + 1] in joints)
    while tokens.at[end] in joints and at < start + NAME_LONGEST and is_noun(at):
        at += 1
    return at > start and is_number(at) and tokens.at[at - 1] != name


def is_footnote(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether digits alone in square brackets point to a note or source: "in the town.[3] The", "$5 [1] - Sales"; not what an editor
    put in: "the [12] guests"."""
    first, end = numeral.first, numeral.end
    if tokens.at[first - 1] != "[" or tokens.at[end] != "]" or len(numeral.digits) >= LONGEST_LABEL:
        return False
    return tokens.glued(first - 1) or not tokens.raw(end + 1)[:1].islower()


def is_mark_of_note(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether one or two digits in round brackets hang on a small word as the mark of a note: "existing-home sales(1) rose"; where heads
    come last, since others leave out the blank before a count."""
    opening = numeral.first - 1
    if tokens.at[opening] != "(" or tokens.at[numeral.end] != ")" or not tokens.glued(opening):
        return False
    return (
        len(numeral.digits) <= SHORTEST_LABEL and tokens.raw(opening - 1).islower() and not grammar.counted.head_first
    )


def is_code(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a long number stands alone in brackets and ungrouped in an article that groups its thousands: "the train (12290)
    had 1,000 passengers"."""
    if tokens.at[numeral.first - 1] != "(" or tokens.at[numeral.end] != ")" or len(numeral.digits) < LONG_CODE:
        return False
    return numeral.digits[-3:] != "000" and groups_thousands(tokens.text, grammar.numbers.thousands)


def has_letter(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a small letter that is no word stands before the digits: "s 420", "u/s. 34"; not the end of "women's 100"."""
    at = numeral.first - 1 - (tokens.at[numeral.first - 1] == ".")
    letter = tokens.raw(at)
    if len(letter) != 1 or not letter.isalpha() or not letter.islower() or letter in grammar.numbers.articles:
        return False
    return not several_follow(tokens, numeral.end, grammar)


def labels_thing(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether an article or owner leads to digits that are one thing's label: "a 747 landed", "the 38 bus", "his 23 shirt"."""
    first, end = numeral.first, numeral.end
    led, following = tokens.at[first - 1], tokens.at[end]
    if len(numeral.digits) >= LONGEST_LABEL or not following:
        return False
    single = led in grammar.numbers.articles
    if following in grammar.labels.things and (single or led in grammar.counted.determiners):
        return not several_follow(tokens, end, grammar)
    if tokens.model(end) and (led in grammar.counted.spelled or (led.isdigit() and len(led) < LONGEST_LABEL)):
        return not tokens.glued(first)  # "six 737 MAX jets"
    owned = led in grammar.counted.determiners or tokens.words[first - 1].endswith(grammar.counted.singular)
    if tokens.model(end) and owned and len(numeral.digits) > SHORTEST_LABEL:
        several = several_follow(tokens, end, grammar) or is_plural(tokens.at[end + 1], grammar.counted)
        return not several  # "the 737 MAX", not "the 120 NGO workers"
    maker = tokens.words[first - 1]
    if maker.endswith(OWNING) and len(numeral.digits) > SHORTEST_LABEL and not several_follow(tokens, end, grammar):
        return grammar.codes.before.ending([maker[:-2]], 1) is not None  # "Boeing's 787 is on show"
    if not single or len(numeral.digits) < SHORTEST_LABEL or tokens.at[end + 1][:1].isdigit():
        return False
    return following in {".", ","} or following in grammar.counted.stops or is_verb(following, grammar.counted)


def labels_noun(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether the digits label a singular noun that stands before them without its article: "on track 9", "from vent 4".

    Nothing is counted by them, and no verb follows whose subject they are ("by evening 12 were found").
    """
    first, end, counted = numeral.first, numeral.end, grammar.counted
    noun, led = tokens.at[first - 1], tokens.at[first - 2]
    if first < 2 or led not in grammar.labels.leads or len(noun) < SHORTEST_NOUN or not tokens.raw(first - 1).islower():
        return False
    if noun in grammar.openers or noun in grammar.glue or noun in counted.numbers_of:
        return False
    if is_plural(noun, counted) or is_verb(noun, counted):
        return False
    return not several_follow(tokens, end, grammar)


def labels_name(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether nothing but a name in the singular follows the digits: "the 737 Max", "of 62 Milton Park"."""
    end, counted = numeral.end, grammar.counted
    titled = is_title(tokens, numeral.first, end, grammar)
    if tokens.at[end] in grammar.labels.things and tokens.capital(end) and len(numeral.digits) < LONGEST_LABEL:
        return not (titled or several_follow(tokens, end + 1, grammar))  # "told 9 News that"
    if tokens.glued(end) or not tokens.raw(end).istitle():
        return False
    phrase = phrase_after(tokens, end, counted)
    if phrase is None or has_plural(tokens, phrase, counted) or of_several(tokens, phrase[1], grammar):
        return False
    words = tokens.words[phrase[0] : phrase[1]]
    if len(numeral.digits) < LONG_CODE and not all(tokens.raw(at).istitle() for at in range(*phrase)):
        return False
    dated = (grammar.dates.weekdays, grammar.dates.months)
    if any(word in table for word in words for table in (*dated, counted.nominal, counted.people)):
        return False
    return not titled


def of_several(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """Whether what goes on with a name at token `at` ends in a plural: "31 House of Representatives seats", "12 Court of Appeal
    judges"."""
    while tokens.at[at] in grammar.counted.partitives and tokens.capital(at + 1):
        phrase = phrase_after(tokens, at + 1, grammar.counted)
        if phrase is None or has_plural(tokens, phrase, grammar.counted):
            return phrase is not None
        at = phrase[1]
    return False


def several_follow(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether a noun in the plural follows at token `end`, which a number may count."""
    phrase = phrase_after(tokens, end, grammar.counted)
    return phrase is not None and has_plural(tokens, phrase, grammar.counted)


def is_padded(tokens: Tokens, numeral: Numeral, at: int, grammar: Grammar) -> bool:
    """Whether a small number only has a nought before it, as in police reports: "one pistol with 02 magazines"."""
    short = (
        len(numeral.digits) == 2
        and not grammar.counted.head_first
        and not grammar.codes.before.ending(tokens.words, at)
    )
    return short and not tokens.capital(numeral.end) and several_follow(tokens, numeral.end, grammar)
