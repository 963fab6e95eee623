"""Numerals that are no claim, each with why.

The reasons: date, clock, age, ordinal, identifier, event_name, score, idiom, vague, period (a length of time that only frames
something: "in the last 48 hours"), structure ("five things"), table (a row of numbers), repeated ("5 (lima)"), boilerplate, unread (a numeral beyond what is read of a text).
"""

from typing import Final

from claims.extraction.scan import DASHES, HYPHENS

from .ages import OLDEST, by_age
from .codes import by_name, in_phrase
from .counted import APOSTROPHES, is_plural
from .dates import FIRST_YEAR, LAST_YEAR, is_month, year_at
from .grammar import Grammar
from .halves import is_felt, is_played
from .labels import (
    MINUTES,
    begins_date,
    counts_several,
    counts_something,
    is_base,
    is_bearing,
    is_label,
    is_length,
    is_rate,
)
from .lists import is_listed
from .measures import Measure
from .multiples import multiplies
from .numberwords import ONE
from .numerals import Numeral
from .ones import goes_round, is_motto, is_named_one, is_one, is_or_so, is_owned, is_verb_of_one
from .proper_names import is_title
from .ranks import by_rank, is_result, is_spelled
from .tokens import Tokens

NOTE: Final = 2
"""Digits of the highest mark of a note, which hangs on a longer word."""
FRONT: Final = DASHES | {"−"}
"""What may hang on the front of a number like a minus sign."""
DEGREE: Final = "°"
LEAST_YEAR: Final = 3
"""Digits of a year before an era of one letter; "tahun 78 M" is told by its word."""
TITLED: Final = frozenset({"time", "length", "mass"})
"""Kinds of units that the names of films and programmes tell."""
SHORTEST_UNIT: Final = 3
"""Letters of such a unit, and one less: shorter ones are signs ("Km")."""


def why_rejected(
    tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar, *, joined: bool = False
) -> str | None:
    """Why a numeral is no claim, or None when it is one. Dates and clock times are told apart before this is asked.

    `joined`: the numeral is one end of a range, so that what hangs on its other side is no reason.
    """
    spelled = not numeral.digits and is_spelled(tokens, numeral, grammar)
    if numeral.kind == "ordinal" or spelled or is_ordinal_scale(tokens.at[numeral.end], grammar):
        return "ordinal"
    if numeral.kind == "both" or in_phrase(tokens, numeral, grammar.idioms):
        return "idiom"
    if numeral.kind == "vague" and tokens.words[numeral.first] in grammar.vague_nouns:
        linked = numeral.end > numeral.first + 1 or tokens.at[numeral.end] in grammar.numbers.vague_links
        return None if linked else "idiom"  # "a couple was arrested" are two people, no vague number
    if numeral.kind in {"vague", "majority"}:
        margin = numeral.kind == "majority" and tokens.at[numeral.end][:1].isdigit()
        return "idiom" if margin else None  # "dengan majoriti 4,213 undi"
    if numeral.value is None:
        return "identifier"
    if is_era(tokens, numeral.end, grammar) and not measure.unit and is_year_of(tokens, numeral):
        return "date"
    return (
        (None if joined else by_neighbours(tokens, numeral, measure, grammar))
        or by_name(tokens, numeral, measure, grammar)
        or by_age(tokens, numeral, measure, grammar)
        or by_year(tokens, numeral, measure, grammar)
        or by_rank(tokens, numeral, measure, grammar)
        or by_time(tokens, numeral, measure, grammar)
        or by_use(tokens, numeral, measure, grammar)
    )


def is_ordinal_scale(word: str, grammar: Grammar) -> bool:
    """Whether a word closes an ordinal that a number has begun: "its five millionth customer"."""
    ending = word[-2:]
    return ending in grammar.dates.ordinals and grammar.numbers.kinds.get(word[:-2], ("",))[0] == "scale"


def is_era(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether token `index` names an era: "400 SM", "55 BC"."""
    word = tokens.at[index]
    return word in grammar.periods.eras and (tokens.raw(index).isupper() or len(word) > 2)


def is_year_of(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number before an era can be its year or century; "2,5 M" and "78 M" are something else."""
    return len(tokens.at[numeral.end]) > 1 or (numeral.digits.isdigit() and len(numeral.digits) >= LEAST_YEAR)


def by_neighbours(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Letters, digits and signs that hang on the numeral: G20, Covid-19, 5G, 0812-3456-7890, 22nd, ke-43, '90s."""
    first, end = measure.first, measure.end
    if tokens.glued(first) and not (first < numeral.first and tokens.at[first - 1][0].isalpha()):
        why = hanging_before(tokens, first, numeral, measure, grammar)
        if why:
            return why
    word = tokens.at[end]
    degrees = tokens.at[first - 1] == DEGREE or (word == DEGREE and tokens.at[end + 1][:1].isdigit())
    degrees = degrees or (tokens.at[first - 1] in MINUTES and tokens.at[first - 3] == DEGREE)
    if numeral.digits and not measure.unit and (degrees or is_bearing(tokens, first)):
        return "identifier"  # "05° 25.451 S"
    if not tokens.glued(end):
        return None
    if word in grammar.dates.ordinals:
        return "ordinal"
    if numeral.digits.isdigit() and word in grammar.dates.decades:
        return "age" if len(numeral.digits) == 2 and tokens.at[first - 1] in grammar.ages.decades else "date"
    if word[0].isalpha():
        head = word.partition("-")[0]
        if head in grammar.dates.ordinals:
            return "ordinal"
        raw = tokens.raw(end)
        title = raw.istitle() and (grammar.counted.head_first or is_plural(word, grammar.counted))  # not "2Go"
        title = title and tokens.text[tokens.starts[first] - 1 : tokens.starts[first]] != "\n"  # a row: "1Ann RoyElm12"
        return None if (len(word) > 1 and (raw.islower() or title)) or measure.unit else "identifier"
    hangs = tokens.glued(end + 1) and tokens.at[end + 1][0].isalnum()
    if word == "." and tokens.at[first - 1] == "(" and tokens.text[tokens.ends[end] : tokens.ends[end] + 1].isupper():
        return "identifier"  # "(7751.T)", the code of a share
    if word == "(" and hangs and len(tokens.at[end + 1]) == 1 and tokens.at[end + 2] == ")":
        return "identifier"  # "a 401(k) plan"
    if hangs and numeral.digits.isdigit() and word + tokens.at[end + 1] in grammar.dates.decades:
        return "date"  # "the 80's"
    if hangs and tokens.at[end + 1] in grammar.numbers.approximate_suffixes and len(numeral.digits) == 2:
        return "date" if word in APOSTROPHES else None  # "tahun 90'an"
    if word in MINUTES and hangs and tokens.at[end + 1].isdigit() and not measure.unit:
        return "identifier"  # the feet of 6'2"
    if word in MINUTES and not hangs and numeral.digits.isdigit() and not measure.unit:
        return "ordinal" if len(numeral.digits) <= 3 and tokens.at[first - 1] not in {"'", "‘"} else None
    if word in HYPHENS and tokens.glued(end + 1):
        following = tokens.at[end + 1]
        if grammar.ages.after.starting(tokens.words, end + 1):
            return "age" if numeral.value is not None and numeral.value <= OLDEST else None
        if not numeral.digits and is_result(following, numeral.value, grammar):
            return "score"
        if tokens.at[end + 2] in HYPHENS and tokens.at[end + 3].isdigit() and is_length(following, grammar):
            return "identifier"  # "5-foot-10" is no five feet
        if not measure.unit and (following in grammar.counted.partitives or following in grammar.scores.joiners):
            return "score"  # "9-of-27", "9-for-27"
        if tokens.capital(end + 1) and numeral.digits.isdigit() and is_listed(tokens, first, end + 1):
            return "identifier"  # "21-Ernando Sari; 4-Alie Kusuma"
        if tokens.raw(end + 1).isupper() and following.isalpha() and numeral.digits and not measure.unit:
            return "identifier"
    if word == "/" and is_rate(tokens, end + 1, grammar):
        return None
    if word in {"/", "_", "@", "\\"} and tokens.glued(end + 1):
        beyond = tokens.raw(end + 1)
        if word == "/" and ((beyond.islower() and len(beyond) > 1) or measure.unit):
            return None  # "44 µg/dL" is measured, "8,5 menit/515 detik" tells it twice
        return "identifier"
    return None


def hanging_before(tokens: Tokens, first: int, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Why a numeral is no claim because of what hangs on its front."""
    word = tokens.at[first - 1]
    if word[0].isalpha():
        glued = word in grammar.glue and tokens.raw(first - 1).islower() and tokens.at[first - 2] != "/"  # ".com/plus6"
        if word in grammar.numbers.splitters or glued:
            return "identifier" if word in grammar.counted.spelled and tokens.capital(first - 1) else None  # "Twenty20"
        return "ordinal" if word in grammar.ranks.prefixes else "identifier"
    if word in FRONT:
        if tokens.glued(first - 1) and not (word == "—" and not numeral.digits):
            before = tokens.at[first - 2]
            if before == "/" and tokens.at[first - 3] == "+":
                return None  # "+/-3 points"
            if before in grammar.ranks.prefixes:
                return "ordinal"
            if before in grammar.ages.limits:
                return "age"
            if word == "—" and (before.islower() or counts_several(tokens, numeral, grammar)):
                return None  # "JAMBI—30 orang", "are missing—12 in Hull"
            if before[0].isdigit() or before == "%" == tokens.at[numeral.end]:
                return None if measure.unit or word in "–—" else "identifier"  # "led 50%-39%"
            return None if before in "()”\"'’.,-" else "identifier"
        variant = tokens.at[first - 2] in grammar.definite and not measure.unit and numeral.digits.isdigit()
        return "identifier" if variant else None  # "the -900 variant"
    if word in {"#", "@", "_", "=", "\\"} or (word == '"' and tokens.at[first - 2] == "="):
        return "identifier"  # the width="600" of a tag
    if word in MINUTES and tokens.glued(first - 1) and tokens.at[first - 2].isdigit() and not measure.unit:
        return "identifier"  # the inches of 6'2"
    if word == "(" and tokens.glued(first - 1) and tokens.at[first - 2].isdigit():
        return "identifier"  # "reference 17(1)"
    if word in APOSTROPHES and len(numeral.digits) == 2:
        told = tokens.at[measure.end] in grammar.dates.decades
        told = told or (not tokens.glued(first - 1) and tokens.at[first - 2] in grammar.dates.year_before)
        told = told or (tokens.raw(first - 2).isupper() and not measure.unit)  # "BNI'46", "PDI '45"
        beyond = {tokens.at[first - 2], tokens.at[measure.end]}
        told = told or not (DASHES.isdisjoint(beyond) or measure.unit)  # "'87 - '93"
        scored = tokens.at[first - 2] == "(" and tokens.at[measure.end] in {")", ","}  # "Budi ('42)"
        return "ordinal" if scored else "date" if told else None  # "'90s", "the class of '99"
    if word == "/" and not measure.unit:
        again = tokens.at[first - 2].isalpha() and tokens.at[first - 3][:1].isdigit()  # "52 KK/172 jiwa"
        counts = counts_something(tokens, numeral.end, grammar) or tokens.at[numeral.end] in grammar.counted.people
        return None if again and counts else "identifier"
    if word in {".", ":", "+"} and tokens.glued(first - 1) and tokens.at[first - 2][0].isalnum() and not measure.unit:
        noted = word == "." and tokens.at[first - 2].islower() and is_note_behind(tokens, numeral)
        return "identifier" if noted or tokens.at[first - 2][0].isdigit() or tokens.raw(first - 2).isupper() else None
    return None


def is_note_behind(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether small digits that hang on a full stop are the mark of a note: "fund growth.8 This marked …", not "died.12 people"."""
    small = numeral.digits.isdigit() and len(numeral.digits) <= NOTE and len(tokens.at[numeral.first - 2]) > NOTE
    return small and not tokens.glued(numeral.end) and (tokens.capital(numeral.end) or not tokens.at[numeral.end])


def by_year(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Bare years: four digits between 1400 and 2150 without a separator, unless they count something."""
    digits = numeral.digits
    if len(digits) != 4 or not digits.isdigit() or numeral.scaled or not FIRST_YEAR <= int(digits) <= LAST_YEAR:
        return None
    if measure.unit:
        return "date" if begins_date(tokens, measure, grammar) else None  # "musim 2023 pekan 5"
    before = tokens.at[measure.first - 1]
    following = tokens.at[numeral.end]
    counts = following in grammar.counted.people or following in grammar.counted.classifiers
    if counts and not grammar.counted.head_first and tokens.capital(numeral.end):
        counts = is_plural(following, grammar.counted)  # "the 2001 Person of the Year"
    told = before in grammar.counted.numbers_of or before in grammar.counted.linkers
    if told and grammar.counted.head_first and counts_something(tokens, numeral.end, grammar):
        return None  # "dari total 1858 perjalanan kereta"
    if int(digits) % 100 == 0 and grammar.dates.amounts_before.ending(tokens.words, measure.first):
        return None  # "more than 2000 homes"
    if counts and (before not in grammar.dates.year_before or not 1900 <= int(digits) <= LAST_YEAR):
        return None
    if not 1800 <= int(digits) <= 2100 and before not in grammar.dates.year_before:
        return None if counts_something(tokens, numeral.end, grammar) else "date"
    return "date"


def by_time(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Lengths of time that only frame ("the last nine months"), and other words of time that measure nothing."""
    if measure.unit is None or numeral.value is None:
        return None
    if measure.unit == "year" and grammar.counted.head_first and year_at(tokens, measure.end):
        return "identifier"  # "pada minggu 16 tahun 2024"
    titled = measure.kind in TITLED and not grammar.counted.head_first  # "430 Meter" is only a careless capital
    spelled = not numeral.digits and numeral.value != ONE and tokens.capital(numeral.first)
    spelled = spelled and tokens.capital(numeral.end + 1) and not is_plural(tokens.at[numeral.end], grammar.counted)
    if titled and (numeral.digits.isdigit() or spelled) and tokens.raw(numeral.end).istitle():
        word = tokens.at[numeral.end]
        if len(word) > SHORTEST_UNIT and not is_title(tokens, numeral.first, numeral.first, grammar):
            return "identifier"  # CBS's "60 Minutes", the film "21 Grams", "Three Mile Island"
    before = tokens.at[measure.first - 1]
    led = before in grammar.counted.races and before not in grammar.periods.heads  # not "the final 12 kilometres"
    if measure.kind == "length" and (led or tokens.at[measure.end] in grammar.counted.races):
        return "event_name"
    if measure.kind != "time":
        return None
    if grammar.periods.after.starting(tokens.words, measure.end):
        return "period"
    opens = measure.first == 0 and not numeral.digits and numeral.value == 1 and tokens.at[numeral.end] not in HYPHENS
    goes_on = (grammar.dates.year_before, grammar.counted.partitives, grammar.alternatives)  # "One year after …"
    if opens and measure.unit == "day" and is_some_day(tokens, measure.end, grammar):
        return "idiom"
    if opens and grammar.ones.pronoun and not any(tokens.at[measure.end] in table for table in goes_on):
        return "idiom"  # "One day he will return"
    lasts = tokens.at[measure.first - 2] in grammar.periods.verbs_after  # "will last five days"
    return "period" if before in grammar.periods.heads and not lasts else None


def is_some_day(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether the month behind an opening "One day" tells that it is some day of it: "One day in July she left"."""
    return tokens.at[end] in grammar.dates.month_leads and is_month(tokens, end + 1, grammar.dates) is not None


def by_use(tokens: Tokens, numeral: Numeral, measure: Measure, grammar: Grammar) -> str | None:
    """Halves, multiples and ones that are no amounts, and numbers that only announce a list."""
    following, before = tokens.at[numeral.end], tokens.at[numeral.first - 1]
    if numeral.kind == "multiple":
        return None if multiplies(tokens, numeral, grammar) else "idiom"
    if is_or_so(tokens, numeral, grammar):
        return "idiom"
    if numeral.kind == "half" and measure.unit and is_plural(following, grammar.counted):
        return "idiom"  # "two half centuries"
    if numeral.value == ONE and is_motto(tokens, numeral, grammar):
        return "idiom"
    if measure.unit:
        return "idiom" if is_felt(tokens, numeral, measure, grammar) else None
    if numeral.kind == "fraction" and before in grammar.periods.heads:
        return "period"  # "the previous three quarters"
    if numeral.kind == "half":
        if before in grammar.numbers.articles and tokens.at[numeral.first - 2] in grammar.numbers.joiners:
            return "idiom"  # "an hour and a half"
        compound = tokens.glued(numeral.end) and following in HYPHENS
        return "idiom" if compound or is_played(tokens, numeral, grammar) else None
    one = not numeral.digits and not numeral.scaled and numeral.value == ONE
    acts = one and (is_verb_of_one(following, grammar) or goes_round(tokens, numeral.end, grammar))
    if one and (is_owned(following) or (tokens.capital(numeral.end) and is_named_one(tokens, numeral.end, grammar))):
        return "idiom"
    if one and (acts or grammar.ones.before.ending(tokens.words, numeral.first) or following in grammar.ones.pronoun):
        return None if is_one(tokens, numeral, grammar) else "idiom"
    if numeral.value == 0 and not numeral.digits and following in HYPHENS and tokens.glued(numeral.end):
        return "idiom"  # "zero-carbon homes"
    if is_base(tokens, numeral, grammar):
        return "identifier"
    if following in grammar.codes.structure and numeral.value is not None and numeral.value <= 20:
        return "structure"
    return "identifier" if not numeral.scaled and is_label(tokens, numeral, grammar) else None
