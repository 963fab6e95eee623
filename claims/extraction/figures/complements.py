"""What tells the things that a number counts from others: "visitors per day", "counts of murder", "members of Congress"."""

from itertools import pairwise
from typing import Final

from claims.extraction.scan import OWNING

from .amounts import Reading
from .between import pace_start
from .bounds import joins_clause
from .counted import LONGEST, Phrase, counts_people, has_plural, is_plural, is_verb, phrase_after
from .counted_before import is_noun, phrase_before
from .countedwords import CountedWords
from .events import CONCEPTS, EventWords, told_at
from .grammar import Grammar
from .measures import UNITS
from .pairs import PairWords
from .tokens import Phrases, Tokens

SUBJECT: Final = 12
"""Among so many words before a number a verb tells that it is no subject."""
OPENING: Final = 3
"""So many words at most lead to a noun that opens its sentence: "About 300 soldiers"."""
LISTED: Final = 8
"""So many tokens at most belong to a list of plurals behind the first one."""
COMPLEMENT: Final = 3
"""So many words of "of …" belong to what is counted."""
AUXILIARIES: Final = 3
"""So many of them stand between a number and what was done: "had been killed"."""


def rate_end(tokens: Tokens, end: int, words: CountedWords) -> int:
    """Where a rate ends that begins at token `end` ("per hari", "a day"); `end` when there is none."""
    rate = words.rates.starting(tokens.words, end)
    return end + max(2, rate[0]) if rate else end  # "per" needs its noun, "a day" has it


def tells_children(tokens: Tokens, reading: Reading, found: Phrase | None, words: CountedWords) -> bool:
    """Whether a number tells how many children somebody has, without a noun for them: "a mother of two", "father of three Roy"."""
    parent = tokens.at[reading.first - 1] in words.partitives and tokens.at[reading.first - 2] in words.parents
    return parent and not counts_people(tokens, found, words) and reading.unit is None


def acts(tokens: Tokens, reading: Reading, words: CountedWords) -> bool:
    """Whether what only people do stands behind a number: "4,000 attended", "of the 310 who applied"."""
    return reading.unit is None and words.people_act.starting(tokens.words, reading.end) is not None


def tells_harm(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether what was done to people stands at token `index`: of "44 killed", "more than 600 had been injured"."""
    at = index
    while at < index + AUXILIARIES and (
        tokens.at[at] in words.copulas or tokens.at[at] in words.weak_linkers or tokens.at[at] in words.harm_fillers
    ):
        at += 1
    return (
        tokens.at[at] in words.people_after
        or ((at > index or words.head_first) and tokens.at[at] in words.fates)
        or tokens.at[at] in words.lost
    )


def compares(tokens: Tokens, start: int, end: int, words: CountedWords) -> bool:
    """Whether a single cue behind a noun compares with the word after it: "satu tingkat lebih terang", "two years plus bail"."""
    word = tokens.at[end]
    return end == start + 1 and word[:1].isalpha() and word not in words.stops and not is_verb(word, words)


def tells_outcome(tokens: Tokens, reading: Reading, pairs: PairWords, words: CountedWords, events: EventWords) -> bool:
    """Whether a number under "hingga" is no ceiling but opens the clause that tells what came of something: "terguling hingga dua
    penumpang tewas"."""
    if reading.phrase is None or not (words.head_first and joins_clause(tokens, reading.bound_first, pairs.bounds)):
        return False
    at = reading.phrase[1]
    at += tokens.at[at] in words.harm_fillers
    event = told_at(tokens, at, events)
    return event is not None and (CONCEPTS[event].people or event == "damaged")


def names_several(tokens: Tokens, phrase: Phrase, words: CountedWords) -> bool:
    """Whether an English phrase is told of several: a plural, or a people ("two were Ukrainian")."""
    return tokens.words[phrase[1] - 1] in words.nominal or has_plural(tokens, phrase, words)


def is_of_kind(tokens: Tokens, index: int, phrase: Phrase, words: CountedWords) -> bool:
    """Whether "of" at token `index` tells of what kind the things are that were counted before, not whose or which: "three of fraud"."""
    if words.head_first or tokens.at[index] not in words.partitives or phrase[0] != index + 1:
        return False
    word = tokens.words[phrase[1] - 1]
    return not is_plural(word, words) and not tokens.capital(phrase[0]) and word not in words.states


def with_complement(tokens: Tokens, phrase: Phrase, words: CountedWords) -> Phrase:
    """The phrase with what tells its things from others ("visitors per day", "counts of murder", "members of Congress") and with
    other things that are counted with them ("horses and cattle")."""
    start, end = phrase
    word, following = tokens.at[end], tokens.at[end + 1]
    if word == "," or word in words.coordinators:
        return start, past_list(tokens, phrase, words)
    if words.head_first or not following[:1].isalpha() or following in words.stops or is_verb(following, words):
        return phrase
    if (past := rate_end(tokens, end, words)) > end:
        return start, past
    other = (words.determiners, words.pronouns, words.spelled)
    if word not in words.partitives or any(following in table for table in other):
        return phrase
    several = following in words.people and is_plural(following, words) and following.endswith("s")
    if several and counts_people(tokens, phrase, words):
        return phrase  # "12 families of victims" are no victims, "12 members of staff" are staff
    last = end + 2
    while last - end <= COMPLEMENT:
        more = tokens.at[last]
        before = tokens.words[last - 1]
        described = before in words.adjectives or is_plural(more, words)
        small = not (tokens.capital(last - 1) or tokens.capital(last)) and tokens.at[last + 1] not in words.determiners
        lone = before in words.modifiers or not is_plural(before, words)  # "counts of securities fraud"
        second = small and last == end + 2 and lone  # "cases of bird flu"
        if not more.isalpha() or more in words.stops or is_verb(more, words) or not (described or second):
            break
        last += 1
    return start, last


def past_list(tokens: Tokens, phrase: Phrase, words: CountedWords) -> int:
    """Where the plurals end that are counted with the one before them: "herded 100 horses and cattle into a yard", "40 cabins and
    homes remained", "2,000 police, soldiers and civilians", not "sold 40 tickets and costs rose", "killed 12 people, police and
    witnesses said"."""
    start, end = phrase
    if words.head_first or not is_plural(tokens.words[end - 1], words) or not words.in_turn.isdisjoint(tokens.words):
        return end
    last = end
    while last - end < LISTED and tokens.at[last] == "," and is_listed(tokens, last + 1, words):
        last += 2
    listed = last > end
    last += listed and tokens.at[last] == ","
    if tokens.at[last] not in words.coordinators or not is_listed(tokens, last + 1, words):
        return end
    last += 2
    beyond = tokens.at[last]
    if beyond[:1].isdigit() or beyond in words.spelled:
        return end
    if listed and (end - start > 1 or tells_of_report(tokens, last, words)):
        return end
    if not beyond.isalpha() or beyond in words.behind_both or (beyond in words.copulas and not listed):
        return last
    before = tokens.words[max(0, start - SUBJECT) : start]
    clause = before[len(before) - before[::-1].index(",") :] if "," in before else before
    does = is_verb(beyond, words) or beyond in words.copulas or (start <= OPENING and beyond in words.stops)
    told = does and not any(is_verb(word, words) or word in words.copulas for word in clause)
    return last if told else end


def is_listed(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether a plural at token `index` may be one of a list."""
    word = tokens.at[index]
    return word.isalpha() and is_plural(word, words) and word not in words.stops and not tokens.capital(index)


def tells_of_report(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether a verb of saying stands among the next tokens of the clause at token `index`: "…, police and witnesses at the scene said"."""
    near = tokens.words[index : index + SUBJECT]
    clause = near[: near.index(",")] if "," in near else near
    return not words.reports.isdisjoint(clause)


def whole_behind(tokens: Tokens, index: int, words: CountedWords, pointers: frozenset[str]) -> Phrase | None:
    """The noun of those that a number is a part of, where it comes behind it: "dua dari para penyerang", "satu dari rumah itu";
    not where things come from ("tiga dari Solo", "dua dari arah barat")."""
    start = index + 1
    if not words.head_first or tokens.at[index] not in words.share_of or tokens.capital(start):
        return None
    phrase = phrase_after(tokens, start, words)
    if phrase is None or tokens.at[start] in words.spelled:
        return None
    told = tokens.at[start] in words.adjectives or tokens.at[phrase[0]] in words.people
    return phrase if told or tokens.at[phrase[1]] in pointers else None


def whole_of_share(tokens: Tokens, at: int, reading: Reading, grammar: Grammar, pairs: PairWords) -> Phrase | None:
    """The noun behind token `at` of those that a share is a part of: "12% of voters", "half of the 800 staff", "12 persen warga";
    not what was measured ("half of the 4,000 tonnes of food", "12% of its $2 billion")."""
    words, known = grammar.counted, UNITS
    partitive = words.partitives if not words.head_first else words.share_of
    start = at + 1 if words.head_first and tokens.at[at] in partitive else at
    if start > at and tokens.at[reading.bound_first - 1] in pairs.change_verbs:
        return None  # "tumbuh 29,93% dari capaian 2020"
    start += start > at and tokens.at[start] in words.numbers_of - words.people  # "12% dari total premi"
    if not (words.head_first or tokens.at[at] in partitive):
        return None
    length = grammar.units.phrases.starting(tokens.words, start)
    if length and known.kinds.get(length[1]) == "time":
        return None  # "naik 12 persen dari tahun sebelumnya"
    if tokens.at[start] in partitive:
        start = past_amount(tokens, start, pairs.bounds.before, words)
    found = phrase_after(tokens, start, words)
    if found is None or words.head_first or tokens.at[found[0] - 1] in partitive:
        return found
    numbered = tokens.at[found[0] - 1][:1].isdigit() or tokens.at[found[0] - 1] in words.scales
    return None if numbered and grammar.units.phrases.starting(tokens.words, found[0]) else found


def noun_of_clause(tokens: Tokens, reading: Reading, before: Reading | None, words: CountedWords) -> Phrase | None:
    """The noun that opens the clause of a number without one, where the head of a phrase comes first: "rumah rusak 45", not what
    is measured ("rasio 44,7") or was counted `before` with a classifier ("masjid 2 unit dan sekolah 4")."""
    index, counted = reading.bound_first, before.phrase if before else None
    classified = counted is not None and tokens.words[counted[0]] in words.classifiers - words.people
    if classified or tokens.at[reading.end] in words.share_of:
        return None
    alone = tokens.at[index - 1] in words.lone  # "meja cuma 30"
    index -= alone
    start = index
    while index - start < LONGEST and is_noun(tokens, start - 1, words) and not tokens.capital(start - 1):
        start -= 1
    first = start == 1 and alone  # "Korban tewas kini 90"
    head = tokens.words[start - first]
    start -= first
    known = head in words.things or head in words.people
    opens = known if first else tokens.at[start - 1] in words.joints and start > 1
    if not (words.head_first and opens and start < index):
        return None
    if head in words.stops or head in words.measured or head in words.numbers_of - words.people:
        return None
    known = known or alone or tokens.at[start - 1] != ","
    return (start, index) if known else None  # not "pencurian 32 orang, perampokan 9"


def told_twice(tokens: Tokens, at: int, before: Reading | None, words: CountedWords) -> Phrase | None:
    """The noun at token `at`, behind a number that a share was told with too: "5.2 percent, or 600,000, middle school pupils"."""
    if before is None or UNITS.kinds.get(before.unit) != "share":
        return None
    found = phrase_after(tokens, at, words)
    return found if found and has_plural(tokens, found, words) else None


def tell_in_turn(tokens: Tokens, claims: list[Reading], words: CountedWords) -> None:
    """Let two numbers that are told in turn count each its own plural: "births and deaths stood at 410 and 390, respectively"."""
    if words.in_turn.isdisjoint(tokens.words):
        return
    for left, right in pairwise(claims):
        told = tokens.at[right.end + (tokens.at[right.end] == ",")] in words.in_turn
        phrase = left.phrase
        if not told or phrase is None or phrase != right.phrase or phrase[1] > left.first or left.unit or right.unit:
            continue
        other = phrase[0] - 2
        if tokens.at[other + 1] in words.coordinators and is_plural(tokens.at[other], words):
            left.phrase, right.borrowed = (other, other + 1), False


def what_changed(
    tokens: Tokens, reading: Reading, before: Reading | None, pairs: PairWords, words: CountedWords
) -> Phrase | None:
    """The noun of a new state that stands behind the share by which it changed: "deportations rose 12% to 271,484", "rose 12%, to 271,484"."""
    joint = before.last + (tokens.at[before.last] == ",") if before else 0
    first = pace_start(tokens, reading.bound_first, words)
    if before is None or joint != first - 1 or before.phrase is not None:
        return None
    if UNITS.kinds.get(before.unit) not in {"share", "times"} or tokens.at[joint] not in pairs.change_joiners:
        return None
    doubled = tokens.words[before.end - 1] in words.linkers  # "payments doubled to 12 million"
    found = phrase_before(tokens, before.end if doubled else before.bound_first, words)
    return None if found and tokens.words[found[1] - 1].endswith(OWNING) else found  # "the party's fell by 1% to 35"


def past_share(tokens: Tokens, index: int, words: CountedWords) -> int:
    """Where a bracket at token `index` ends that tells a number as a share once more ("66 (62%) cases"), `index` without one."""
    opened = tokens.at[index] == "(" and tokens.at[index + 1][:1].isdigit()
    told = opened and tokens.at[index + 2] in words.percents and tokens.at[index + 3] == ")"
    return index + 4 if told else index


def past_amount(tokens: Tokens, index: int, bounds: Phrases[str], words: CountedWords) -> int:
    """Where the noun stands behind "of" and a number with a bound: "85 percent of roughly 120,000 patients", "three of nearly 30
    suspects"."""
    if tokens.at[index] not in words.partitives:
        return index
    length = bounds.starting(tokens.words, index + 1)
    at = index + 1 + (length[0] if length else 0)
    if length is None or not tokens.at[at][:1].isdigit():
        return index
    while not tokens.at[at + 1][:1].isalpha() and tokens.glued(at + 1):
        at += 1
    number = tokens.at[at][:1].isdigit()
    at += tokens.at[at + 1] in words.spelled
    return at + 1 if number and tokens.at[at + 1][:1].isalpha() else index
