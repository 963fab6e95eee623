"""Numbers that are part of a name: "Apollo 11", "League One", "Jalan Sudirman 45", "Fox 2"."""

import re
from typing import Final

from claims.extraction.scan import DASHES, HYPHENS

from .counted import has_plural, is_plural, is_verb, phrase_after
from .dates import LAST_YEAR
from .grammar import Grammar
from .measures import UNITS
from .numerals import Numeral
from .tokens import Tokens
from .writing import SEARCHED, tells_inside

NAME_LONGEST: Final = 5
"""Words that a name in a row of names and numbers may have, and one."""

TITLE_REACH: Final = 12
SMALL: Final = 4
"""Letters of words that titles too may write small."""
NAME_REACH: Final = 6
"""So many tokens after "Jalan" its house number may stand."""
RATED_REACH: Final = 14
"""So many tokens before a number behind a name its sentence may tell what is rated."""
PLACE_REACH: Final = 16
"""So many tokens back the first of two places with their numbers may begin."""
LONGEST_MONTH: Final = 31
"""Days of a month; a higher number behind its name is what that month had ("Januari 310, Februari 767")."""
POSTAL: Final = 4
"""Digits of a postal code behind a place in capitals; elsewhere such a number is a year or a count."""
REGION: Final = 2
"""Letters of the longer regions of number plates."""

PLATE: Final = 3
"""Letters of a group on a number plate."""
MODEL: Final = 3
"""Digits of the number of a model ("Boeing 737 Max 8")."""
PLATE_DIGITS: Final = frozenset({3, 4})
"""Digits of most number plates; shorter ones are read as they stand."""
LABEL: Final = 3
"""Digits of a number that tells a ship or a house from its like; four of them are a year."""
CHAINED: Final = 4
"""So many places with their numbers may stand between such a name and what they all count."""
VERSION: Final = re.compile(r"[0-9]{1,2}\.[0-9]")
"""The number of a version behind the name of a thing: "Vulkan 1.1"."""
OPENS: Final = HYPHENS | frozenset('.“":')
"""What a sentence, a title or an entry of a list opens behind."""
QUOTING: Final = frozenset("“”\"‘’'")
"""Marks that enclose the title of a film or book."""
NO_CLOSE: Final = HYPHENS | {"%", "/", ""}
"""What never follows a name with its number."""
ORDINAL: Final = frozenset({"ordinal", "both"})
WORDS_OF_ONE_LETTER: Final = frozenset("AIO")


def address_near(tokens: Tokens, first: int, end: int, grammar: Grammar) -> bool:
    """Whether the number is a house number: "Jalan Sudirman 45", "10 Downing Street"; not in "Jalan Tol Tewaskan 5 Orang"."""
    at = -1 if tokens.at[first - 1] in grammar.amount_words else first - 1
    while at >= 0 and first - at <= NAME_REACH and tokens.capital(at):
        if tokens.words[at] in grammar.codes.addresses:
            return True
        at -= 1
    at = end
    while at < end + 5 and (tokens.capital(at) or tokens.at[at][:1].isdigit() or tokens.glued(at)):
        if at > end and tokens.words[at] in grammar.codes.address_ends:  # not "12 Court of Appeal judges"
            return True
        at += 1
    return False


def in_proper_name(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a small number closes a name: "Apollo 11", "Liga 1", "Radio 4", where nothing follows that it counts."""
    first, end = numeral.first, numeral.end
    if not tokens.capital(first - 1):
        return False
    small = numeral.digits.isdigit() and len(numeral.digits) <= LABEL
    if small and opens_with_label(tokens, first, grammar) and phrase_after(tokens, end, grammar.counted) is None:
        return True
    if is_repeated_place(tokens, first, grammar) or is_gapped(tokens, first, grammar):
        return False
    if is_in_row(tokens, first, end, grammar):
        return False
    if (
        tokens.at[end] in DASHES
        and tokens.at[end + 1].isdigit()
        and grammar.units.phrases.starting(tokens.words, end + 2)
    ):
        return False  # "NW 5-10 mph"
    if first and "\t" in tokens.text[tokens.ends[first - 1] : tokens.starts[first]]:
        return False
    if is_lettered(tokens, first):
        return numeral.digits.isdigit()
    version = "." in numeral.digits and VERSION.fullmatch(numeral.digits) is not None
    if not (numeral.digits.isdigit() or version) or len(numeral.digits) > 4 or first < 1:
        return False
    if not version and 1900 <= int(numeral.digits) <= LAST_YEAR:
        return False
    name = tokens.words[first - 1]
    if not may_be_name(tokens, first, numeral, grammar):
        return False
    if version and not grammar.counted.head_first:
        return name not in grammar.openers  # "Web 2.0"
    following = tokens.at[end]
    counted = following in grammar.counted.people or following in grammar.counted.classifiers
    counted = counted or not grammar.counted.pronouns.isdisjoint((following, tokens.at[end + 1]))  # "di antaranya"
    if grammar.counted.head_first and counted:
        return False  # "Musala Nurul 15 KK"
    if version_of_model(tokens, first):
        return True
    opens = first == 1 or (tokens.words[first - 2] in OPENS and not tokens.glued(first - 1))
    acronym = first > 1 and tokens.raw(first - 1).isupper() and following in {"(", ",", ")", ":"}
    postal = not following and len(numeral.digits) == POSTAL and is_caption(tokens, first, grammar)
    if (
        opens
        and not acronym
        and not postal
        and not is_subject(tokens, first, end, grammar)
        and not is_told(tokens, first)
    ):
        return False
    if tokens.capital(end) and is_title(tokens, first, end, grammar):
        return False
    if following[:1].isalpha() and not tokens.capital(end):
        phrase = phrase_after(tokens, end, grammar.counted)
        if (
            phrase
            and not grammar.counted.head_first
            and (numeral.value != 1 or following not in grammar.counted.people)
        ):
            return (
                not has_plural(tokens, phrase, grammar.counted)
                or following in grammar.labels.things
                or is_verb_in_s(tokens, end, grammar)
                or is_modifier(tokens, first - 1, grammar)
            )
        if phrase and grammar.counted.head_first:
            ranked = grammar.numbers.kinds.get(following, ("",))[0] in ORDINAL  # "semifinal WTA 1000 ketiga"
            return ranked or is_closed_elsewhere(tokens, first, grammar)
        return phrase is None and (following not in grammar.counted.states or is_modifier(tokens, first - 1, grammar))
    return following not in NO_CLOSE or tokens.raw(first - 1).isupper() or postal


def may_be_name(tokens: Tokens, first: int, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether the word before token `first` may be a name that the number closes, and no weekday, person or "Jumlah"."""
    name, counted = tokens.words[first - 1], grammar.counted
    if not tokens.capital(first - 1) or not name.replace("-", "").isalpha() or name in grammar.dates.weekdays:
        return False
    if name in counted.stops or name in counted.people:
        return False
    if len(numeral.digits) > 1 and not grammar.labels.rated.isdisjoint(
        tokens.words[max(0, first - RATED_REACH) : first]
    ):
        return False  # "skor siswa Indonesia 366", "AQI Jakarta 162, Lahore 312"
    if name in counted.people_after and not tokens.capital(numeral.end):
        return False  # "Police Arrest 12 in Elm"
    if name in counted.numbers_of and not tokens.at[first - 2][:1].isdigit():
        return False  # not "Pasal 1 Angka 7"
    return name not in grammar.dates.months or (numeral.digits.isdigit() and int(numeral.digits) <= LONGEST_MONTH)


def opens_with_label(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether the name before the number begins with a word of numbered things: "Kapal Maju Jaya 20, Kapal Sinar Jaya 2"."""
    at = first - 1
    while at > max(0, first - NAME_LONGEST) and tokens.capital(at - 1):
        at -= 1
    if not 0 < at < first - 1 or not tokens.capital(first - 1) or tokens.words[at] in grammar.counted.placed:
        return False  # "di Puskesmas Mekar 12, Puskesmas Lestari 7"
    return grammar.codes.before.ending(tokens.words, at + 1) is not None


def version_of_model(tokens: Tokens, first: int) -> bool:
    """Whether the number goes on with the name of a model that has one already: "Boeing 737 Max 8"."""
    at = before_name(tokens, first - 1)
    plain = tokens.at[at].isdigit() and len(tokens.at[at]) == MODEL and tokens.raw(first).isdigit()
    return plain and tokens.capital(at - 1) and not tokens.raw(at - 1).isupper()


def is_caption(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether nothing but a place stands before token `first`, in capitals or behind the word of a caption: "Map: Tara Hill"."""
    return tokens.raw(first - 1).isupper() or (
        tokens.words[0] in grammar.codes.captions
        and tokens.words[1] == ":"
        and all(map(tokens.capital, range(2, first)))
    )


def is_in_row(tokens: Tokens, first: int, end: int, grammar: Grammar) -> bool:
    """Whether the name and its number are one of several such pairs in a row, the last of which may have no comma before its
    "and": "Leeds 39, York 18 and Bath 7"."""
    at = first - 1
    while at > max(0, first - NAME_LONGEST) and tokens.capital(at):
        at -= 1
    if tokens.at[at] in grammar.counted.coordinators:
        at -= 1
        if tokens.at[at].isdigit() and tokens.capital(at - 1):
            return is_in_row(tokens, at, at + 1, grammar)
    spelled = grammar.counted.spelled  # "Lampung 11, Banten enam, Riau 15"
    told = (tokens.at[at - 1].isdigit() and not tokens.glued(at - 1)) or tokens.at[at - 1] in spelled
    told = told or (tokens.at[at - 1] == "*" and tokens.glued(at - 1))  # "Hill 48*, Roy 39"
    named = tokens.capital(at - 2)
    if tokens.at[at] == "," and at > 1 and told and named:
        before = tokens.words[at - 2]  # not "25 Mei 2002, Pesawat DHC 6" or "Nova 5, Nova 6"
        return before not in grammar.dates.months and before != tokens.words[first - 1]
    counted = tokens.at[at - 1].isalpha() and not tokens.capital(at - 1) and tokens.at[at - 2].isdigit()
    counted = counted and not tokens.glued(at - 1)  # "Nova 5s, Nova 6 dan Lumo 7"
    if tokens.at[at] == "," and grammar.counted.head_first and counted and tokens.capital(at - 3):
        return True  # "Rohil 4 titik, dan Siak 48"
    at = end + 1
    while tokens.at[end] == "," and at < end + NAME_LONGEST and tokens.capital(at):
        at += 1
    again = tokens.at[at - 1] == tokens.words[first - 1]  # "Nova 5, Nova 6"
    return (
        tokens.at[end] == "," and at > end + 1 and not again and (tokens.at[at].isdigit() or tokens.at[at] in spelled)
    )


def is_lettered(tokens: Tokens, first: int) -> bool:
    """Whether a single capital stands before the number: "the C 17 aircraft", "Plan B 2"; articles and pronouns are words."""
    letter, beyond = tokens.raw(first - 1), tokens.raw(first + 1)
    inside = first > 1 or (len(beyond) == 1 and beyond.isupper() and tokens.at[first + 2].isdigit())  # "P 20 W 12"
    inside = inside and not (tokens.glued(first - 1) and tokens.at[first - 2][-1:].isdigit())  # "72V 150 Ah"
    return inside and len(letter) == 1 and letter.isupper() and letter not in WORDS_OF_ONE_LETTER


def is_number_plate(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether digits stand between the letters of a number plate, though those behind them are a unit's too: "K 1103 HA", "AD
    8107 KB" where the word before it has small letters."""
    region, series = tokens.raw(numeral.first - 1), tokens.raw(numeral.first + 1)
    lettered = region.isupper() and series.isupper() and len(series) <= PLATE
    longer = len(region) == REGION and len(numeral.digits) > PLATE and not tokens.raw(numeral.first - 2).isupper()
    return lettered and (len(region) == 1 or longer) and len(numeral.digits) in PLATE_DIGITS


def is_subject(tokens: Tokens, first: int, end: int, grammar: Grammar) -> bool:
    """Whether a name with its number is the subject that opens a sentence ("Fallout 76 flopped", "Sputnik 1 was launched"):
    a verb or another name follows, and the name is none of the words that lead to a number."""
    counted, following = grammar.counted, tokens.at[end]
    name = tokens.words[first - 1]
    if counted.head_first or name in grammar.openers or is_verb(name, counted):
        return False
    if is_verb_in_s(tokens, end, grammar):
        return True  # "Sea Wolves 3 retains the top spot"
    if tokens.capital(end):
        phrase = phrase_after(tokens, end, counted)
        return phrase is None or not has_plural(tokens, phrase, counted)
    verb = following in counted.copulas or is_verb(following, counted)
    return verb and following not in counted.states and tokens.at[end + 1] not in counted.states


def is_verb_in_s(tokens: Tokens, end: int, grammar: Grammar) -> bool:
    """Whether what looks like a plural behind a name with its number is its verb: "the RTX 40 costs $1,599"."""
    beyond = tokens.at[end + 1]
    if not is_plural(tokens.at[end], grammar.counted):
        return False
    numbered = beyond[:1].isdigit() or beyond in grammar.counted.spelled  # "OPL 245 covers 84 villages"
    led = beyond in grammar.counted.determiners or beyond in grammar.numbers.articles
    return numbered or led or beyond in UNITS.prefixes


def is_modifier(tokens: Tokens, index: int, grammar: Grammar) -> bool:
    """Whether the name that ends at token `index` and its number tell of which kind several things are: "two Boeing 737 jets",
    "its Falcon 9 rockets", or what looks like them is its verb ("The Nova 12 comes with …"); not where it is a place ("in the
    Gaza Strip 12 people")."""
    at, leads = index, grammar.counted.determiners | grammar.numbers.articles
    while at > index - NAME_REACH and tokens.capital(at - 1) and tokens.words[at - 1] not in leads:
        at -= 1
    before = tokens.at[at - 1]
    if before in grammar.counted.spelled:
        return True
    if tokens.at[at - 2] in grammar.labels.given:
        return False  # "gave the Reds 38 seats"
    return before in leads and tokens.at[at - 2] not in grammar.openers


def is_told(tokens: Tokens, second: int, *, led: bool = False) -> bool:
    """Whether the text tells the pair of words that ends at token `second` inside another sentence too, as `tells_inside` does."""
    return tells_inside(tokens.text, tokens.starts[second - 1], tokens.ends[second], led=led)


def is_closed_elsewhere(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether the text tells the pair of name and number, which no preposition leads here, with a comma or stop behind it too:
    "mobil Nova 9, …" where this is "bagian depan Nova 9 tampak lebar"."""
    before = tokens.at[first - 2]
    if not before.isalpha() or before in grammar.counted.stops or tokens.capital(first - 2):
        return False
    pair = tokens.text[tokens.starts[first - 1] : tokens.ends[first]]
    found = (tokens.text.find(f" {pair}{sign}", 0, SEARCHED) for sign in (", ", ". ", ".\n"))
    return any(place > 0 and tokens.text[place - 1].islower() for place in found)


def is_repeated_place(tokens: Tokens, first: int, grammar: Grammar) -> bool:
    """Whether the name is a place whose number goes on from one before it: "in Leeds 12 people were hurt, in York 19"."""
    preposition = tokens.at[first - 2]
    if first < 4 or preposition not in grammar.counted.stops or preposition in grammar.definite:
        return False  # "the Model 3 outsold the Golf 8"
    if tokens.capital(first - 2):
        return False
    for at in range(first - 5, max(-1, first - 5 - PLACE_REACH), -1):
        if tokens.words[at] == preposition and tokens.capital(at + 1) and tokens.at[at + 2].isdigit():
            return phrase_after(tokens, at + 3, grammar.counted) is not None
    return False


def is_gapped(tokens: Tokens, first: int, grammar: Grammar, *, reach: int = CHAINED) -> bool:
    """Whether the name is a second subject or place without its verb: "Thompson had 22 and Green 11", "Lewis scored 12, Hart 9",
    "it damaged 3,952 houses, in Kent 300 and in Hull 44"."""
    at = before_name(tokens, first - 1)
    if at == first - 1:
        return False
    told = tokens.at[at].isalpha() and tokens.at[at] not in grammar.counted.stops
    if told and (tokens.at[at - 1] == "," or tokens.at[at - 1] in grammar.counted.determiners):
        at -= 1  # "won 52 seats and the ruling Reds 34", "52 seats, opposition Reds 34"
    led = tokens.at[at]
    placed = led.isalpha() and led in grammar.counted.stops and led not in grammar.counted.coordinators
    at -= placed
    joint = tokens.at[at]
    if at < 2 or not (joint == "," or joint in grammar.counted.coordinators):
        return False
    at -= joint != "," and tokens.at[at - 1] == ","
    if is_plural(tokens.words[at - 1], grammar.counted):
        at -= 1  # "Brazil had 500 cases, Peru 300"
    if not tokens.words[at - 1][0].isdigit() or not tokens.words[at - 2].isalpha():
        return False
    if not tokens.capital(at - 2):
        return True
    if tokens.at[before_name(tokens, at - 2) - 1] in grammar.labels.given:
        return True  # "gave the Reds 38 seats and the Blues 12"
    return placed and reach > 0 and is_gapped(tokens, at - 1, grammar, reach=reach - 1)


def before_name(tokens: Tokens, index: int) -> int:
    """The token before the words in capitals, three at most, that end at `index`."""
    at = index
    while at > index - 3 and tokens.capital(at):
        at -= 1
    return at


def is_title(tokens: Tokens, first: int, end: int, grammar: Grammar) -> bool:
    """Whether the words around tokens first..end are those of a title in capitals: no longer one is written small but prepositions
    and what joins others ("Enam Orang Tewas dalam Kerusuhan")."""
    return not any(
        len(word) > SMALL and word.isalpha() and word not in grammar.small and not tokens.capital(index)
        for index, word in enumerate(
            tokens.words[max(0, first - TITLE_REACH) : end + TITLE_REACH], max(0, first - TITLE_REACH)
        )
    )


def in_quoted_title(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether marks enclose nothing but the numeral and a few words with capitals, as they do the title of a film or book in a
    sentence: the comedy “Seven Pounds”."""
    at = numeral.end
    if tokens.at[numeral.first - 1] not in QUOTING or not (tokens.capital(numeral.first) or numeral.digits):
        return False
    while at < numeral.end + NAME_LONGEST and tokens.raw(at).istitle():
        at += 1
    closed = tokens.at[at + (tokens.at[at] in {",", "."})] in QUOTING
    return at > numeral.end and closed and not is_title(tokens, numeral.first, at, grammar)


def in_place_name(tokens: Tokens, numeral: Numeral, grammar: Grammar) -> bool:
    """Whether a number word is part of a name ("Kampung Delapan Ilir", "League One") or one by itself ("shown by Five"), not
    part of a title in capitals."""
    first, following = numeral.first, tokens.at[numeral.end]
    if tokens.glued(numeral.end) and following[:1].isdigit():
        return True  # "Twenty20"
    named = tokens.capital(first) and tokens.capital(numeral.end) and numeral.end == first + 1
    if named and is_told(tokens, numeral.end, led=True):
        return True  # the title "Elm v. Four Oaks" above "the rivals Four Oaks"
    if first < 1 or not tokens.capital(first) or not tokens.words[first - 1].isalpha():
        return False
    if tokens.capital(first - 1) and tokens.words[first - 1] in grammar.bounding:
        return False  # "Tewaskan Setidaknya Tujuh Orang"
    alone = not tokens.capital(first - 1) and not tokens.capital(numeral.end)
    if alone and following[:1].isalnum() and following not in grammar.counted.stops - grammar.counted.states:
        return False
    if tokens.raw(first - 1).isupper() and len(tokens.words[first - 1]) > 1 and not tokens.raw(first).isupper():
        return tokens.capital(numeral.end) and not is_title(
            tokens, first, first, grammar
        )  # not "NEW YORK Five men …", a dateline
    kind = tokens.words[first - 1]
    named = kind in grammar.counted.placed - grammar.counted.stops and not is_verb(kind, grammar.counted)
    if named and tokens.capital(numeral.end) and following.isalpha() and following not in grammar.counted.people:
        return True  # "Laporan Kabupaten Empat Lawang"
    return not is_title(tokens, first, first, grammar)
