"""Numerals in their sentence: each is read as an amount, or refused with why."""

from decimal import ROUND_DOWN, Decimal
from typing import Final

from claims.extraction.language import Language
from claims.extraction.scan import HYPHENS

from .ages import AGES, OLDEST
from .amounts import Reading, read_single, takes_in_half, takes_in_time
from .dates import CLOCK, Moment, read_moment
from .distractors import why_rejected
from .ellipses import share_told_once
from .grammar import Grammar, grammar_of
from .joined import read_joined
from .labels import counts_something
from .lists import phone_end
from .measures import read_measure
from .numerals import Numeral, read_numeral
from .pairs import CHAIN, PairWords, pair_words, read_pair, told_score
from .results import LEAST_DRAWN, is_tie_break, read_scorers, refuse_drawn, refuse_marks, refuse_results, refuse_rounds
from .sharing import join_split, share_ends, share_ranges, share_scales, share_units
from .tokens import Tokens, is_digit

HOURS: Final = Decimal(12)
QUARTERS: Final = frozenset("05")
"""What the minutes of an hour end in that is no price."""
YEAR: Final = 4
"""Digits of a year."""
ROW: Final = 5
"""So many numbers without a word or sign between them are a row of a table; one less behind a row in the same line."""
LEAST_SCORES: Final = 2
"""Behind so many results without a word between them a number is one more of their row."""
GROUP: Final = 3
"""Digits of the groups of one long number that blanks part."""
TOLD: Final = 8
"""So many words a number has at most that a bracket repeats."""
EXPLAINED: Final = 20
"""So many words a bracket has at most that explains a code."""
CARRIED: Final = frozenset({"age", "identifier", "ordinal", "date", "clock"})
"""Refusals that reach over the numbers joined to the refused one."""


def read_sentence(tokens: Tokens, language: Language) -> tuple[list[Reading], list[Moment]]:
    """All numerals of a sentence in order, read or refused, and the dates among them."""
    grammar, pairs = grammar_of(language), pair_words(language)
    starters = grammar.numbers.starters
    words = tokens.words
    readings: list[Reading] = []
    moments: list[Moment] = []
    floor = 0
    for index in [at for at, word in enumerate(words) if is_digit(word, 0) or word in starters]:
        if index < floor:
            continue
        tabled = bool(readings) and readings[-1].why == "table"
        if is_digit(words[index], 0) and closes_score(tokens, index, readings):
            readings.append(Reading(index, index + 1, None, why="table"))
            continue
        if is_digit(words[index], 0) and (row := row_end(tokens, index, ROW - tabled)):
            if readings and (readings[-1].first == 0 or all(map(tokens.capital, range(readings[-1].end, index)))):
                readings[-1].why = "table"  # the place of a team before its name
            readings.append(Reading(index, row, None, why="table"))
            floor = row
            continue
        reading = read_at(tokens, index, grammar, pairs, moments)
        if reading is None:
            continue
        if readings and is_tie_break(tokens, reading, readings[-1]):
            reading.why = "score"
        if readings and reading.why is None and goes_on_list(tokens, reading, readings[-1], grammar):
            reading.why = "identifier"
        if readings and reading.first < readings[-1].end:
            reading.first = reading.bound_first = readings[-1].end
        halved = grammar.counted.head_first and readings and takes_in_half(readings[-1], reading)
        if not (halved or (readings and takes_in_time(readings[-1], reading))):
            readings.append(reading)
        floor = reading.end
    read_scorers(tokens, readings, grammar)
    refuse_rounds(tokens, readings, grammar, pairs)
    refuse_marks(tokens, readings, grammar, pairs)
    if len(readings) > 1:
        if len(readings) >= LEAST_DRAWN:
            refuse_drawn(tokens, readings, grammar, pairs)
        refuse_results(tokens, readings, grammar, pairs)
        if grammar.numbers.decimal == ",":
            join_split(tokens, readings, pairs)
        if any(reading.scaled for reading in readings):
            share_scales(tokens, readings, pairs)
        share_units(tokens, readings, pairs, grammar.counted)
        share_ends(tokens, readings, pairs, grammar.counted)
        if grammar.counted.head_first:
            share_told_once(tokens, readings, grammar, pairs)
        if any(reading.why == "score" for reading in readings):
            share_ranges(tokens, readings)
    return readings, moments


def goes_on_list(tokens: Tokens, reading: Reading, before: Reading, grammar: Grammar) -> bool:
    """Whether a number goes on with a list of codes that brackets explain: "Sections 323 (hurt), 406 (breach) and 506 (threat)"."""
    at = reading.first - 1
    if before.why != "identifier" or reading.unit:
        return False
    if tokens.at[reading.end] != "(" and counts_something(tokens, reading.end, grammar):
        return False
    if at - before.end > EXPLAINED or not (tokens.at[at] == "," or tokens.at[at] in grammar.counted.coordinators):
        return False
    at -= tokens.at[at - 1] == ","
    behind = before.end + (tokens.at[before.end] != "(")  # the letter of "498A"
    return tokens.at[at - 1] == ")" and tokens.at[behind] == "("


def closes_score(tokens: Tokens, index: int, readings: list[Reading]) -> bool:
    """Whether the digits at `index` are the points behind a player's throws: "Ann Hill 5-9 0-0 11, Roy 4-8 2-2 10"."""
    if len(readings) < LEAST_SCORES or tokens.at[index + 1].isalnum() or not tokens.words[index].isdigit():
        return False
    throws, free = readings[-2:]
    return throws.why == free.why == "score" and throws.end == free.first and free.end == index


def row_end(tokens: Tokens, index: int, least: int = ROW) -> int:
    """Where a row of a table ends that begins with the digits at `index` ("12 9 1 2 18 10 -8 28"), 0 where there is none."""
    if not tokens.at[index + 1][:1].isdigit() or tokens.glued(index + 1):
        return 0
    end, count, grouped = index, 0, True
    while tokens.at[end][:1].isdigit() or (tokens.at[end] == "-" and tokens.at[end + 1][:1].isdigit()):
        count += tokens.words[end][0].isdigit()
        grouped = grouped and (end == index or len(tokens.words[end]) == GROUP)
        end += 1
    return end if count >= least and not grouped else 0


def read_at(tokens: Tokens, index: int, grammar: Grammar, pairs: PairWords, moments: list[Moment]) -> Reading | None:
    """The reading of the numeral at token `index`; dates are added to `moments`."""
    if tokens.words[index][0].isdigit() or tokens.at[index - 1] in grammar.dates.clock_always:
        moment = read_moment(tokens, index, grammar.dates)
        if moment:
            moments.append(moment)
            return Reading(moment.first, moment.end, None, why=moment.why)
        if another_day(tokens, index, moments, grammar, pairs):
            return Reading(index, index + 1, None, why="date")
        phone = phone_end(tokens, index, grammar.codes.phones)
        if phone:
            reading = Reading(index, phone, None, why="identifier")
            carry(tokens, reading, grammar, pairs)
            return reading
    numeral = read_numeral(tokens, index, grammar.numbers)
    if numeral is None:
        return None
    if (
        (not numeral.digits or (numeral.digits.isdigit() and leads_to_hour(tokens.at[index - 1], grammar)))
        and numeral.kind == "number"
        and numeral.value is not None
        and numeral.value <= HOURS
        and (grammar.dates.day_parts.starting(tokens.words, numeral.end) or is_hour(tokens, numeral, grammar))
    ):
        return Reading(numeral.first, numeral.end, None, why="clock")
    looks_like_one = "." in numeral.digits and CLOCK.fullmatch(numeral.digits) is not None
    if looks_like_one and (is_time_of_day(tokens, numeral, grammar) or names_a_race(tokens, numeral, grammar)):
        return Reading(numeral.first, numeral.end, None, why="clock")
    joined = read_joined(tokens, numeral, grammar)
    if joined:
        return joined
    reading = read_single(tokens, numeral, grammar)
    if repeats(tokens, numeral, grammar):
        reading.why = "repeated"
        reading.end = bracket_end(tokens, reading.end)
    if reading.why is None and reading.kind in {"number", "half", "fraction"}:
        pair = read_pair(tokens, reading, grammar, pairs)
        if pair and pair.why is None and is_age_range(tokens, pair, grammar):
            pair.why = "age"
        return pair or reading
    if reading.why == "identifier" and tokens.at[reading.end] in grammar.scores.joiners:
        reading = told_score(tokens, reading, grammar) or reading  # "Surrey 108 for 3"
    if reading.why in CARRIED:
        carry(tokens, reading, grammar, pairs)
    return reading


def leads_to_hour(word: str, grammar: Grammar) -> bool:
    """Whether an hour may stand behind a word: "at 3 in the morning", "it was 3 in the morning"."""
    return word in grammar.periods.hours_before or word in grammar.counted.copulas


def is_hour(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a bare number behind words for it is an hour: "closes at 11", "shortly after 4"."""
    told = grammar.periods.hours_told.ending(tokens.words, numeral.first)
    return told is not None and not counts_something(tokens, numeral.end, grammar)


def is_time_of_day(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a number with two decimals behind words for an hour is one, before a weekday or told by the five minutes: "ends at 23.59
    on Tuesday", "starts at 7.30"."""
    weekdays, end = grammar.dates.weekdays, numeral.end
    dated = tokens.at[end] in weekdays or tokens.at[end + 1] in weekdays
    measured = grammar.units.phrases.starting(tokens.words, end) or grammar.counted.rates.starting(tokens.words, end)
    told = numeral.digits[-1:] in QUARTERS and measured is None
    if not (dated or told):
        return False
    return grammar.periods.hours_told.ending(tokens.words, numeral.first) is not None


def names_a_race(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a number with two decimals is the hour by which a race or train is called: "the 3.10 at York", not "the 1.25 at Friday's
    close"."""
    dates, end = grammar.dates, numeral.end
    if tokens.at[numeral.first - 1] not in grammar.definite:
        return False
    name = tokens.at[end + 1].replace("’", "'").partition("'")[0]
    placed = tokens.at[end] in dates.clock_led and tokens.at[end] not in dates.day_joiners and tokens.capital(end + 1)
    return placed and name not in dates.weekdays and name not in dates.months


def is_age_range(tokens: Tokens, reading: Reading, grammar: Grammar) -> bool:
    """Whether a range of years or months tells how old the people before it are: "anak 0-23 bulan", "patients ranged from six
    months to 5 years"."""
    if reading.high is None or tokens.at[reading.end] in grammar.ages.not_before:
        return False
    before = tokens.at[reading.bound_first - 1]
    spanned = reading.bound_first < reading.first and reading.unit in AGES and before not in grammar.counted.copulas
    plain = reading.high <= OLDEST and tokens.at[reading.end - 1] in grammar.ages.units
    return (spanned or plain) and before in grammar.ages.people


def repeats(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a number in brackets only repeats the one before them: "tujuh (7) paket", "5 (lima) tahun"."""
    if tokens.at[numeral.first - 1] != "(":
        return False
    at = numeral.first - 2
    if tokens.at[at] == "-" and tokens.at[at - 1] == ",":
        at -= 2  # "Rp. 278.350.000,- (dua ratus …"
    shared = grammar.units.phrases.starting(tokens.words, numeral.end)
    if shared and shared == grammar.units.phrases.starting(tokens.words, at) and not numeral.digits:
        at -= 1  # "2,46 persen (dua koma empat enam persen)"
    elif tokens.at[numeral.end] in grammar.counted.percents:
        return False  # "four (4%) cases"
    if tokens.at[at][:1].isdigit():
        if numeral.digits:
            return False
    elif tokens.at[at] not in grammar.numbers.kinds:
        return False
    while at > 0 and numeral.first - at < TOLD:
        back = at - 1 - (tokens.words[at - 1] in HYPHENS)  # "twenty-four (24)"
        if tokens.at[back] not in grammar.numbers.kinds and tokens.at[back] not in grammar.numbers.joiners:
            break
        at = back
    at += tokens.words[at] in grammar.numbers.joiners
    told = read_numeral(tokens, at, grammar.numbers)
    return (
        told is not None
        and told.value is not None
        and numeral.value in {told.value, told.value.to_integral_value(ROUND_DOWN)}
    )


def bracket_end(tokens: Tokens, end: int) -> int:
    """The token that closes the bracket of a number that repeats one before it, past its fraction ("… rupiah koma nol empat sen)")."""
    at = end
    while at < end + TOLD and tokens.at[at].isalpha():
        at += 1
    return at if tokens.at[at] == ")" else end


def bracketed(tokens: Tokens, index: int) -> bool:
    """Whether a letter or number in brackets begins at token `index`, as in "Section 3(1)(b)"."""
    inner = tokens.at[index + 1]
    return tokens.at[index] == "(" and len(inner) <= 2 and inner.isalnum() and tokens.at[index + 2] == ")"


def another_day(tokens: Tokens, index: int, moments: list[Moment], grammar: Grammar, pairs: PairWords) -> bool:
    """Whether the digits at token `index` are one more day of a date before them: "July 12 and 13", "June 11 to 25", not "July 12, 13 people"."""
    word = tokens.words[index]
    if not moments or not word.isdecimal() or len(word) > 2 or not 1 <= int(word) <= 31:
        return False
    last = moments[-1]
    told = last.why == "date" and last.day is not None and len(tokens.words[last.end - 1]) <= 2
    return (
        told
        and tokens.words[last.end - 1].isdigit()
        and last.end + 1 == index
        and (
            tokens.words[index - 1] in pairs.joining
            or tokens.words[index - 1] in pairs.either
            or pairs.joiners.ending(tokens.words, index) is not None
        )
        and not counts_something(tokens, index + 1, grammar)
    )


def _rest_of_age(tokens: Tokens, reading: Reading, grammar: Grammar) -> int:
    """Where an age ends that is told in years and months ("usia 17 tahun 8 bulan"), 0 when it is not."""
    if tokens.words[reading.end - 1] not in grammar.ages.units or not tokens.at[reading.end][:1].isdigit():
        return 0
    numeral = read_numeral(tokens, reading.end, grammar.numbers)
    if numeral is None or numeral.scaled:
        return 0
    measure = read_measure(tokens, numeral, grammar.units, grammar.numbers)
    return measure.end if measure.kind == "time" else 0


def carry(tokens: Tokens, reading: Reading, grammar: Grammar, pairs: PairWords) -> None:
    """Let a refusal reach over the numbers that are joined to it: "aged 6 to 12", "Pasal 27 dan 28", "1000 hingga 400 SM"."""
    while reading.end - reading.first < CHAIN:
        if reading.why == "identifier" and tokens.glued(reading.end) and bracketed(tokens, reading.end):
            reading.end += 3
            continue
        if reading.why == "age" and (months := _rest_of_age(tokens, reading, grammar)):
            reading.end = months
            continue
        spelled = tokens.words[reading.end - 1]
        joiner = pairs.between_joiners.starting(tokens.words, reading.end) or pairs.joiners.starting(
            tokens.words, reading.end
        )
        ranged = joiner is not None and (spelled.isalpha() or reading.why == "ordinal")  # "peringkat 132 ke 127 dunia"
        size = joiner[0] if joiner else int(tokens.at[reading.end] in {",", "/", *pairs.either})
        either = reading.why == "identifier" and tokens.at[reading.end] in pairs.either  # "Category 1 or 2 storms"
        if reading.why in {"ordinal", "identifier"} and (spelled.isdigit() or spelled in grammar.counted.spelled):
            whole = any(
                tokens.at[reading.end] in told for told in (grammar.counted.partitives, grammar.counted.share_of)
            )
            out = pairs.ratio.starting(tokens.words, reading.end)
            size = (
                size or int(whole) or (out[0] if out and out[0] > 1 else 0)
            )  # "lap 23 of 57", "rated it six out of 10"
        if size == 1 and tokens.at[reading.end] == "," and tokens.at[reading.end + 1] in pairs.joining:
            size = 2  # "ayat 1, 2, dan 4"
        at = reading.end + size
        if not size and reading.why == "identifier" and spelled.isdigit() and len(spelled) > 2:
            at += tokens.at[at] in {")", "-"}
            size = int(tokens.at[at].isdigit() and tokens.starts[at] - tokens.ends[at - 1] <= 1)
        follows = tokens.at[at][:1].isdigit() or (not spelled[0].isdigit() and tokens.at[at] in grammar.numbers.kinds)
        if not size or not follows:
            return
        numeral = read_numeral(tokens, at, grammar.numbers)
        if numeral is None or numeral.scaled or numeral.end != at + 1:
            return
        measure = read_measure(tokens, numeral, grammar.units, grammar.numbers)
        told = why_rejected(tokens, numeral, measure, grammar, joined=True)
        listed = spelled.isalpha() and tokens.at[reading.end] == ","  # "in the third, and 12 later"
        if reading.why == "ordinal" and numeral.digits and (listed or not numeral.digits.isdigit()):
            return  # "dosis pertama dan 5.310.739 vaksinasi", "pada tahap pertama, 8 meninggal"
        if reading.why == "identifier" and numeral.digits[-4:-3] == grammar.numbers.thousands:
            return  # "PlayStation 5 – 14,535"
        if reading.why == "date" and told != "date":
            joint = tokens.at[at - 1]
            if joint == "," or not numeral.digits.isdigit():
                return  # "In 2003, 12 of them left", "8,466 in 2020 and 28,526 in 2021"
            if joint.isalpha() and len(spelled) == YEAR > len(numeral.digits):
                return  # "cut from 167 in 2001 to 66"
        if reading.why == "age" != told and not ranged and tokens.at[numeral.end] in grammar.counted.people:
            return  # "berusia 6-18 tahun, tujuh orang lainnya"
        amount = measure.unit is not None and not (reading.why == "age" and measure.kind == "time")
        if told != reading.why and (
            amount
            or (reading.why != "age" and not (ranged or either) and counts_something(tokens, numeral.end, grammar))
        ):
            return
        reading.end = measure.end if reading.why == "age" else numeral.end
