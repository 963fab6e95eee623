"""The noun phrase that stands before its number: "the number of deaths rose to 45", "korban tewas mencapai 45"."""

from typing import Final

from claims.extraction.scan import DASHES

from .between import aside_before, before_apposition, before_places, opens_with_name, pace_start
from .counted import LONGEST, Phrase, is_plural, is_verb, phrase_after
from .countedwords import CountedWords
from .tokens import Tokens

NUMBER_REACH: Final = 32
"""So many words back "the number of" may stand."""
LEADING: Final = 14
"""So many words back may stand a noun behind which its places and its verb follow."""
LEAD: Final = 4
"""Among so many words at most the noun stands that opens a sentence and is counted."""
LABEL: Final = 14
"""Tokens of the longest label whose plural its number counts."""
YEAR: Final = 4
"""Digits of a year, which counts nothing."""
BACK: Final = 6
"""So many words back may stand the noun of "… korban mencapai 45", "the death toll rose to 45"."""


def phrase_before(tokens: Tokens, index: int, words: CountedWords, end: int = 0) -> Phrase | None:
    """The noun of a number at token `index` up to `end` that follows a linking word: "jumlah WP sebanyak …", "the number of
    deaths rose to …", or that "them" stands for: "seized the rifles, burning two of them"."""
    if end and tokens.at[end] in words.partitives and tokens.at[end + 1] in words.pronouns:
        told = is_verb(tokens.at[end + 2], words) or tokens.at[end + 2] in words.relative
        return None if told else plural_before(tokens, index, words)  # "15 of those abducted"
    if index > 1 and tokens.words[index - 1] in words.partitives:
        noun = tokens.words[index - 2]
        several = is_plural(noun, words) and noun not in words.stops
        if noun in words.groups_of or (several and noun not in words.times):  # "a record for wins of 307"
            return index - 2, index - 1
    if labelled := label_told(tokens, index, end, words):
        return labelled
    if tokens.at[index - 1] == ":" and tokens.at[index - 2] in words.states and not words.head_first:
        return index - 2, index - 1  # "dead: 29, injured: 165"
    listed = tokens.at[index - 1] == ":" and is_verb(tokens.at[index - 2], words) and not words.head_first
    if listed and is_plural(tokens.at[index - 3], words) and tokens.words[index - 2] not in words.reports:
        return index - 3, index - 2  # "Homes destroyed: 1,700"
    if (paced := pace_start(tokens, index, words)) < index:
        return phrase_before(tokens, paced, words)
    named = number_named(tokens, index, words)
    if named:
        return named
    bounded = bool(end) and not words.head_first and tokens.words[index] in words.linkers  # "infections topped 12,000"
    at, linked = before_linkers(tokens, index, words)
    seen = bounded or linked
    if words.head_first:
        if not seen:
            told = at < index - 1 or tokens.at[at] in words.copulas  # "jumlah korban naik menjadi 45", "… adalah 45"
            number = number_told(tokens, at - (at == index - 1), words) if told else None
            return number or noun_between(tokens, index, words) or noun_changed(tokens, index, at, words)
        return number_told(tokens, at, words) or head_before(tokens, at, words)
    if not seen:
        return whole_told(tokens, index, words) or stood_at(tokens, index, words)
    if (before := before_apposition(tokens, at, words)) < at:
        at = before
        if named := number_named(tokens, at + 1, words):
            return named
    at -= tokens.words[at] == "," and is_verb(tokens.words[at + 1], words)  # "these gunmen, numbering over 300"
    if tokens.at[at + 1] == ":" and tokens.at[at] in words.reports:
        return None  # "Officials in Kilby announced: 12 are ill"
    return noun_ending_at(tokens, before_places(tokens, at, words), words, bounded=bounded)


def before_linkers(tokens: Tokens, index: int, words: CountedWords) -> tuple[int, bool]:
    """The token before the linking words in front of a number, and whether one of them needs no other beside it."""
    at, seen = index - 1, False
    while at >= 0 and index - at <= BACK:
        word = tokens.words[at]
        apart = word in DASHES and not DASHES.issuperset(tokens.words[at:index])  # "12 hours in June - up from 40"
        if (word in words.linkers and not apart) or word == ":":
            seen = True
        elif aside_before(tokens, at, words):
            at -= 2  # "the death toll, however, rose to 64"
        elif word not in words.weak_linkers and not (seen and words.head_first and word in words.copulas):
            break
        at -= 1
    return at, seen


def noun_ending_at(tokens: Tokens, at: int, words: CountedWords, *, bounded: bool) -> Phrase | None:
    """The noun phrase whose last word stands at `at`, before what links it to its number, which may be `bounded` by its verb
    ("infections topped 12,000"); None where it is no noun that a number counts."""
    end = at + 1
    while at >= 0 and end - at <= LONGEST:
        word = tokens.words[at]
        if not word[0].isalpha() or (word in words.stops and word not in words.states) or word in words.spelled:
            break
        if is_verb(word, words) and not tokens.capital(at):
            noun = tokens.at[at - 1]
            if end - at > 1 or tokens.at[end] == ":" or not is_plural(noun, words) or noun in words.stops:
                break
            end = at  # "shares traded totalled", "the cases reported rose to"
        at -= 1
    start = at + 1
    while start < end and tokens.words[start] in words.partitives:
        start += 1
    if end - start == 1 and (tokens.words[start] in words.stand_ins or tokens.words[start] in words.times):
        return None  # "… 10,000 posts; this figure has increased to", "the lowest last month was 392"
    capital = end > 1 and tokens.raw(end - 1).istitle()
    person = capital and (
        tokens.raw(end - 2).istitle() or tokens.at[end - 2] in words.coordinators
    )  # "Kirk Hill was 27 of 39"
    if start == 0 == end - 1 and tokens.capital(0):
        person = opens_with_name(tokens) or (bounded and not is_plural(tokens.words[0], words))  # "Curry was 10 of 18"
    dashed = tokens.at[end] in DASHES and start < end and not is_plural(tokens.words[end - 1], words)
    whole = start - 1 - (tokens.at[start - 1] in words.determiners)
    if start < end and leads_clause(tokens, whole, words) and not is_plural(tokens.words[end - 1], words):
        return whole - 1, whole
    return (start, end) if start < end and not person and not dashed else None  # "for his career - three more than"


def label_told(tokens: Tokens, index: int, end: int, words: CountedWords) -> Phrase | None:
    """The plural that opens a label whose number at token `index` up to `end` ends the sentence: "Deaths tied to outbreaks: 134", "New
    cases per 100,000 residents: 235"."""
    if words.head_first or tokens.at[index - 1] != ":" or index > LABEL or tokens.at[end][:1].isalnum():
        return None
    start = next((at for at in range(index - 1) if tokens.words[at][0].isalnum()), index)
    label = tokens.words[start : index - 1]
    phrase = phrase_after(tokens, start, words)
    if phrase and tokens.words[phrase[1] - 1] in words.numbers_of and tokens.at[phrase[1]] in words.partitives:
        phrase = phrase_after(tokens, phrase[1], words)
    if phrase is None or not words.copulas.isdisjoint(label) or not words.reports.isdisjoint(label):
        return None
    behind = phrase[1]
    if tokens.at[behind] not in words.partitives:
        behind += tokens.at[behind] in words.weak_linkers  # "Number of people still missing: 18"
    word = tokens.at[behind]
    goes_on = (
        behind > phrase[1]
        or word == ":"
        or any(word in told for told in (words.links, words.states, words.partitives, words.placed))
    )
    goes_on = goes_on or word.endswith(words.verb_endings) or words.rates.starting(tokens.words, behind) is not None
    return phrase if goes_on and is_plural(tokens.words[phrase[1] - 1], words) else None


def leads_clause(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether the noun before the "of" at token `index` opens the sentence: "sales of the truck fell to 45", "membership of the union
    rose to 45"."""
    reported = tokens.at[index - 2] in words.reports  # "it said sales of the truck fell to 45"
    if index < 1 or tokens.words[index] not in words.partitives or (index > LEAD and not reported):
        return False
    noun = tokens.words[index - 1]
    opens = index == 1 or (tokens.words[0] in words.determiners and not reported) or is_plural(noun, words)
    return opens and noun.isalpha() and noun not in words.stops and noun not in words.spelled


def whole_told(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The noun of the whole that opens the sentence of a number at token `index`: "Of the affected persons, 124 left"."""
    start = 2 if tokens.at[1] == "," else 0  # "However, of the 40 passengers, 12 left"
    if words.head_first or tokens.at[start] not in words.partitives:
        return None
    phrase = phrase_after(tokens, start, words)
    told = phrase is not None and tokens.at[phrase[1]] == "," and phrase[1] < index
    return phrase if told and phrase is not None and is_plural(tokens.words[phrase[1] - 1], words) else None


def stood_at(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The plural in which somebody stands at the number at token `index`: "leads the club in goals at 62"."""
    noun = tokens.at[index - 2]
    told = tokens.at[index - 1] in words.stood_at and tokens.at[index - 3] in words.placed
    return (index - 2, index - 1) if told and is_plural(noun, words) and noun not in words.times else None


def number_told(tokens: Tokens, at: int, words: CountedWords) -> Phrase | None:
    """The noun that "jumlah" leads to, before token `at` and whatever tells more of it: "jumlah pegawai yang naik golongan"."""
    passed = joined = False
    for back in range(at, max(-1, at - NUMBER_REACH), -1):
        word = tokens.words[back]
        joined = joined or word in words.coordinators
        if word[0].isdigit() and not (passed or joined):
            passed = True  # "jumlah korban dalam perang selama 13 bulan menjadi 45"
            continue
        if not word[0].isalpha():
            return None
        if word in words.numbers_of and word not in words.people and is_noun(tokens, back + 1, words):
            end = back + 2
            while (
                end <= at
                and end - back <= LONGEST
                and is_noun(tokens, end, words)
                and tokens.words[end] not in words.changes
            ):
                end += 1
            state = end == back + 2 and tokens.words[back + 1] in words.stops  # "total sembuh menjadi 164"
            return None if state else (back + 1, end)
    return None


def noun_between(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The noun between "jumlah" and its number at token `index`: "jumlah responden 2.000", "angka kematian 80"."""
    for at in range(index - 1, max(-1, index - LONGEST), -1):
        if tokens.words[at] in words.numbers_of and tokens.words[at] not in words.people:
            return (at + 1, index) if at + 1 < index else None
        if not is_noun(tokens, at, words) or tokens.capital(at):
            return None
    return None


def noun_changed(tokens: Tokens, index: int, at: int, words: CountedWords) -> Phrase | None:
    """The noun before a verb of change at token `at` or the one before it, where the number at token `index` is what it led to or
    came from: "korban tewas naik lagi menjadi 45", "pengungsi bertambah dari 45 menjadi 60", "pasien turun 12 menjadi 45"."""
    from_old = at == index - 1 and tokens.at[at] in words.share_of
    if at == index - 1 and not from_old:
        return None
    at -= from_old
    at -= tokens.at[at] not in words.changes and tokens.at[at][:1].isalnum()
    return head_before(tokens, at - 1, words) if at > 0 and tokens.words[at] in words.changes else None


def head_before(tokens: Tokens, at: int, words: CountedWords) -> Phrase | None:
    """The noun before a linking word behind token `at`, where the head of a phrase comes first: past the places and the
    verbs between ("jumlah suara sah dalam Pemilu di Solok yakni", "tempat duduk yang terjual sebanyak")."""
    stop = max(-1, at - LEADING)
    if tokens.at[at] == ")":
        at = next((back - 1 for back in range(at, stop, -1) if tokens.words[back] == "("), at)
    while at > stop:
        end = at + 1
        while at > stop and is_noun(tokens, at, words):
            at -= 1
        start = at + 1
        while start < end - 1 and tokens.words[start] in words.numbers_of - words.people:
            start += 1
        before = tokens.words[at] if at >= 0 else ""
        if start < end and before not in words.leading:
            listed = before in words.placed or before in {",", ";"} or before in words.coordinators
            listed = listed and not tokens.capital(end)
            if listed and all(tokens.raw(back).istitle() for back in range(start, end)):
                return None  # "disusul Jawa Timur sebanyak 3.720"
            if tokens.words[end - 1] in words.percents:
                return None  # "97 persen dari kuota yang berjumlah 900"
            told = tokens.words[start] not in words.numbers_of - words.people and tokens.words[start] not in words.stops
            return (start, end) if told or end - start > 1 else None
        if start == end and before not in words.passed_over and not is_verb(before, words):
            return None
        at -= 1
    return None


def noun_bounded(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The noun right before the bound at token `index` of a number without one: "kasus baru di atas 100", where the head of a
    phrase comes first."""
    index -= tokens.at[index - 1] in words.passed_over
    start = index
    while index - start < LONGEST and is_noun(tokens, start - 1, words) and not tokens.capital(start - 1):
        start -= 1
    while start < index and tokens.words[start] in words.numbers_of - words.people:
        start += 1
    own = tokens.at[index - 1].endswith(words.clitics) or tokens.at[start - 1][:1].isdigit()
    return (start, index) if words.head_first and start < index and not own else None


def stands_alone(tokens: Tokens, index: int, words: CountedWords, not_inherited: frozenset[str]) -> bool:
    """Whether the number at token `index` without a noun is told by words that begin something else than the count before it:
    "out for 38", "a stand of 203"."""
    before = tokens.at[index - 1]
    if before not in words.partitives:
        return before in not_inherited
    noun = tokens.at[index - 2]
    return noun.isalpha() and not any(noun in told for told in (words.stops, words.numbers_of, words.spelled))


def is_named_place(tokens: Tokens, index: int, end: int, head: str, words: CountedWords) -> bool:
    """Whether the number at token `index` up to `end` belongs to one of the places that were counted before, so that it counts others:
    "enam provinsi, yaitu Riau (209)"; `head` is the first word of what was counted."""
    name = index - 1 - (tokens.at[index - 1] == "(")
    parts = not words.pronouns.isdisjoint(tokens.at[end : end + 2])  # "di Indonesia 500 di antaranya"
    return words.head_first and head in words.placed and tokens.capital(name) and not parts


def is_noun(tokens: Tokens, at: int, words: CountedWords) -> bool:
    word = tokens.at[at]
    if not word or not word[0].isalpha():
        return bool(word) and tokens.glued(at) and "-" in {word, tokens.at[at - 1]}  # "kasus Covid-19"
    if len(word) == 1 or word in words.months or (word in words.stops and word not in words.states):
        return False
    return not is_verb(word, words) or tokens.capital(at)


def plural_before(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The nearest plural noun before token `index`, not behind another number: "doctors treated 41, nine of them children"."""
    for at in range(index - 1, max(-1, index - BACK - 2), -1):
        word = tokens.words[at]
        if is_plural(word, words):
            return at, at + 1
        if word[0].isdigit() and len(word) != YEAR:
            return None
    return None


def links(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether token `index` leads from a noun to its number."""
    return tokens.words[index] in words.linkers or tokens.words[index] in words.weak_linkers


def names_one(tokens: Tokens, phrase: Phrase, words: CountedWords) -> bool:
    """Whether the head of a noun phrase is a single thing: "the town", not "the dead", "the staff"."""
    head = tokens.words[phrase[1] - 1]
    return not (is_plural(head, words) or head in words.people or head in words.states or head in words.nominal)


def joins_headline(tokens: Tokens, at: int, words: CountedWords) -> bool:
    """Whether the comma at token `at` stands for "and" in a headline: "death toll from landslides, floods climbs to 85"."""
    plural = is_plural(tokens.at[at - 1], words) and is_plural(tokens.at[at + 1], words)
    return plural and tokens.at[at + 2] in words.linkers


def number_named(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The noun of "the number of cases nationwide has passed 600", "the death toll in the floods rose to 174"."""
    if words.head_first or tokens.at[index - 1] in words.relative:
        return None  # "told the TV network that 18 …"
    for at in range(index - 1, max(-1, index - NUMBER_REACH), -1):
        word = tokens.words[at]
        aside = word == "," and (aside_before(tokens, at, words) or aside_before(tokens, at + 2, words))
        aside = aside or (word == "," and joins_headline(tokens, at, words))
        # "the number of people waiting over 12 hours has risen to 50,000", not "… rose from 40 people to 50"
        other = is_plural(tokens.at[at + 1], words) and tokens.at[at - 1] not in words.links
        if (word in {",", ";", ":"} and not aside) or (word[0].isdigit() and not tokens.glued(at) and not other):
            return None
        if word in words.stand_ins and word not in words.numbers_of:
            return None  # "the army put the figure at 120"
        if word not in words.numbers_of or tokens.at[at + 1] in words.reports:
            continue  # "the army said it had taken 14 of 21 towns"
        if tokens.at[at + 1] in words.partitives:
            phrase = phrase_after(tokens, at + 1, words)
            single = phrase and tokens.at[phrase[0] - 1] in words.determiners and names_one(tokens, phrase, words)
            named = phrase and tokens.capital(phrase[0]) and not is_plural(tokens.words[phrase[1] - 1], words)
            if not (single or named):
                return phrase  # not "the toll of the Elm Fire", "the population of the town"
        before = tokens.at[at - 1]
        if word in words.stand_ins and at == index - 1 and is_plural(before, words):
            return at - 1, at  # "inmates number 87,000"
        end = at + 1
        while (
            word in words.adjectives
            and end - at < LONGEST
            and is_noun(tokens, end, words)
            and not links(tokens, end, words)
        ):
            end += 1
        if end > at + 1:
            return at, end  # "total payroll employment edged up by 119,000"
        if before.isalpha() and before not in words.stops:
            return at - 1, at + 1
        return None if word in words.stand_ins else (at, at + 1)  # "that number will be cut to 12"
    return None
