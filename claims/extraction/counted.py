"""What is counted: the noun phrase of a number, found by where the language puts its heads and where phrases stop."""

from dataclasses import dataclass
from functools import cache

from .language import Language
from .tokens import Phrases, Tokens

LONGEST = 5
"""A noun phrase is read up to so many words."""
CODED = 4
"""So many tokens more where a code is among its words: "12 F/A-18 fighter jets"."""
NUMBER_REACH = 32
"""So many words back "the number of" may stand."""
ACRONYM = 4
"""So many capitals are an acronym ("5.4m NHS patients"), whose last S is no plural."""
APOSTROPHES = frozenset("'’")
LEADING = 14
"""So many words back may stand a noun behind which its places and its verb follow."""
BACK = 6
"""So many words back may stand the noun of "… korban mencapai 45", "the death toll rose to 45"."""


@dataclass(frozen=True, eq=False)
class CountedWords:
    """The words of one language that shape its noun phrases."""

    head_first: bool
    classifiers: frozenset[str]
    leading: frozenset[str]
    passed_over: frozenset[str]
    people: frozenset[str]
    numbers_of: frozenset[str]
    hyphen_tails: frozenset[str]
    linkers: frozenset[str]
    weak_linkers: frozenset[str]
    copulas: frozenset[str]
    stops: frozenset[str]
    months: frozenset[str]
    states: frozenset[str]
    verb_prefixes: tuple[str, ...]
    verb_endings: tuple[str, ...]
    adverb_endings: tuple[str, ...]
    not_verbs: frozenset[str]
    adjectives: frozenset[str]
    nominal: frozenset[str]
    coordinators: frozenset[str]
    pronouns: frozenset[str]
    modifiers: frozenset[str]
    clitics: tuple[str, ...]
    singular: tuple[str, ...]
    plurals: frozenset[str]
    partitives: frozenset[str]
    rates: Phrases[bool]
    share_of: frozenset[str]
    hyphen_ages: tuple[str, ...]
    determiners: frozenset[str]
    spelled: frozenset[str]


@cache
def counted_words(language: Language) -> CountedWords:
    """The noun-phrase words of the language, prepared for look-up."""
    table = language.tables["counted"]
    stops = frozenset(table["stops"])
    events = {word for words in language.tables["events"].values() for word in words}
    return CountedWords(
        head_first=table["order"] == "head_first",
        classifiers=frozenset(table["classifiers"]),
        leading=frozenset(table["leading"]),
        passed_over=frozenset(table["passed_over"]),
        people=frozenset(table["people"]),
        numbers_of=frozenset(table["numbers_of"]),
        hyphen_tails=frozenset(table["hyphen_tails"]),
        linkers=frozenset(table["linkers"]),
        weak_linkers=frozenset(table["weak_linkers"]),
        copulas=frozenset(table["copulas"]),
        stops=stops,
        months=frozenset(language.tables["dates"]["months"]),
        states=stops & events,
        verb_prefixes=tuple(table["verb_prefixes"]),
        verb_endings=tuple(table["verb_endings"]),
        adverb_endings=tuple(table["adverb_endings"]),
        not_verbs=frozenset(table["not_verbs"]),
        adjectives=frozenset(table["adjectives"]),
        nominal=frozenset(table["nominal"]),
        pronouns=frozenset(table["pronouns"]),
        modifiers=frozenset(table["plural_modifiers"]),
        coordinators=frozenset(language.tables["ranges"]["and"] + language.tables["ranges"]["or"]),
        clitics=tuple(table["clitics"]),
        singular=tuple(table["singular_suffixes"]),
        plurals=frozenset(table["irregular_plurals"]),
        partitives=frozenset(table["partitives"]),
        rates=Phrases((phrase, True) for phrase in table["rates"]),
        share_of=frozenset(table["share_of"]),
        hyphen_ages=tuple(word for word in language.tables["dates"]["ages_after"] if "-" in word),
        determiners=frozenset(table["determiners"]),
        spelled=frozenset(language.tables["numbers"]["values"]),
    )


Phrase = tuple[int, int]


def phrase_after(tokens: Tokens, index: int, words: CountedWords, *, one: bool = False) -> Phrase | None:
    """The noun phrase that begins at token `index`, as token indices; `one`: a single thing is counted."""
    if words.head_first:
        return head_first(tokens, index, words)
    return head_last(tokens, index, words, one=one)


def is_verb(word: str, words: CountedWords) -> bool:
    """Whether a word has the shape of a verb in this language."""
    if word in words.not_verbs or len(word) < 5:
        return False
    return (bool(words.verb_prefixes) and word.startswith(words.verb_prefixes)) or (
        bool(words.verb_endings) and word.endswith(words.verb_endings)
    )


def head_first(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """A phrase whose head comes first: "orang", "warga Gaza", "unit rumah rusak berat" up to "rusak"."""
    while tokens.word(index) in words.adjectives:
        index += 1
    told = tokens.word(index) == "(" and tokens.word(index + 2) == ")" and len(tokens.word(index + 1)) >= ACRONYM
    if told and not tokens.capital(index + 1):
        index += 1  # "20 ribu (unit)"; "30 kilogram (kg)" has its unit before it
    start = end = index
    while end - index < LONGEST:
        word = tokens.word(end)
        if not word[:1].isalpha() or word in words.stops or word in words.months:
            break
        if is_verb(word, words) and (not tokens.capital(end) or (end > start and tokens.capital(start))):
            break  # a capital saves a name, but not in a headline: "40 Rumah Dievakuasi"
        end += 1
    return (index, end) if end > start else None


def is_plural(word: str, words: CountedWords) -> bool:
    """Whether a word looks like the plural of a noun."""
    if word in words.plurals:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(words.singular) and not word.endswith(("'s", "’s"))
    )


def head_last(tokens: Tokens, index: int, words: CountedWords, *, one: bool) -> Phrase | None:
    """A phrase whose head comes last: "online journalists", "pirated DVDs", "other assaults"."""
    start = index
    if tokens.word(index) in words.partitives:
        start = index + 1
        while tokens.word(start) in words.determiners:
            start += 1
        if tokens.word(start) in words.adjectives and tokens.word(start + 1).isdigit():
            start += 1  # "five of the previous 12 games"
        if start > index + 1 and (tokens.word(start) in words.spelled or tokens.word(start).isdigit()):
            start += 1  # "three of the five suspects"
        if start > index + 1 and tokens.word(start) in words.states and not tokens.word(start + 1)[:1].isdigit():
            return start, start + 1  # "30 of the injured"
    end, noun, loose = start, False, ""
    if (
        tokens.word(start).isdigit()
        and tokens.word(start + 1) == "-"
        and tokens.word(start + 2).endswith(words.hyphen_ages)
    ):
        end = start + 3  # "three 15-year-old boys"
    if tokens.word(end) in words.states and is_plural(tokens.word(end + 1), words):
        end += 1  # "four injured officers"
    longest = LONGEST
    while end - start < longest:
        word = tokens.word(end)
        if not word[:1].isalpha():
            if end > start and goes_on(tokens, end):
                longest = LONGEST + CODED
                end += 2 if word == "/" else 1
                continue
            listed = word == "," and noun and not one and tokens.word(end + 2) in words.coordinators
            if listed and (beyond := coordinated(tokens, end + 2, words)):
                return start, beyond  # "1,500 clerical, technical and trades workers"
            break
        if word in words.adjectives and not noun:
            end += 1
            loose = word
            continue
        joint = tokens.word(end + 1)
        if loose and not noun and word in words.coordinators and (joint in words.adjectives or is_verb(joint, words)):
            end += 2  # "current and former ministers", "separate and concurring opinions"
            continue
        if not noun and word.endswith(words.adverb_endings) and is_plural(tokens.word(end + 2), words):
            end += 2  # "two locally made pistols"
            continue
        code = tokens.glued(end + 1) and tokens.words[end + 1][0].isdigit()
        if noun and not one and word in words.coordinators and (beyond := coordinated(tokens, end, words)):
            return start, beyond
        if not code and (word in words.stops or word in words.partitives or word in words.determiners):
            break
        if noun and is_verb(word, words):
            break
        noun = True
        end += 1
        acronym = len(word) <= ACRONYM and tokens.raw(end - 1).isupper() and tokens.raw(end).islower()
        if is_plural(word, words) and not one and not acronym:
            if tokens.word(end) in APOSTROPHES and tokens.glued(end) and tokens.word(end + 1)[:1].isalpha():
                end += 1  # "nine of the Vikings' points"
            elif not plural_follows(tokens, end, words) or not (word in words.modifiers or named(tokens, end, words)):
                break
        if word.endswith(("'s", "’s")) and end - start >= LONGEST - 1:
            break
    noun = noun or loose in words.nominal
    if is_verb(tokens.word(start), words) and (
        end - start == 1 or not (one or is_plural(tokens.words[end - 1], words))
    ):
        return None  # "26 issued guidance": the number stands for its noun
    return (start, end) if noun else None


def named(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether the plural before token `index` is a name that goes on with its noun ("two Golden Globes awards")."""
    return tokens.capital(index - 1) and not tokens.capital(index) and is_plural(tokens.word(index), words)


def plural_follows(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether the plural stands at token `index` or behind it that a plural modifier leads to: "30 sports utility vehicles"."""
    for at in (index, index + 1):
        word = tokens.word(at)
        if not word[:1].isalpha() or word in words.stops or word in words.partitives:
            return False
        if word in words.spelled and not tokens.capital(at):
            return False  # "12 men two days"
        if tokens.word(at + 1).isdigit() or tokens.word(at + 1) in words.determiners:
            return False  # "12,000 works includes 35 …"
        if is_plural(word, words):
            return True
    return False


def coordinated(tokens: Tokens, index: int, words: CountedWords) -> int | None:
    """Where the plural ends that a phrase without one shares with what follows the "and" at `index`: "12 bus and tram routes"."""
    for at in range(index + 1, index + 4):
        word = tokens.word(at)
        if not word[:1].isalpha() or word in words.stops:
            return None
        if is_plural(word, words):
            led = word in words.modifiers and is_plural(tokens.word(at + 1), words)  # "pilot and cabin crew jobs"
            return at + 1 + led if at > index + 1 else None
    return None


def goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a sign or numeral goes on with a noun phrase: the stops of "U.S.", the digits of "A320", "the state's 10 firms"."""
    word, before = tokens.word(index), tokens.words[index - 1]
    if word == ".":
        return len(before) == 1 and tokens.glued(index) and tokens.capital(index - 1)
    if word in {"&", "-", "/"}:  # "S&P 500 companies", "two AK-47 rifles", "41 first-half points", "F/A-18 jets"
        return tokens.glued(index) and tokens.glued(index + 1) and (word != "/" or tokens.capital(index + 1))
    if word.isdigit() and tokens.capital(index - 1) and tokens.word(index + 1).isalpha():
        return not tokens.glued(index + 1)  # "three Boeing 737 jets"
    return word.isdigit() and (tokens.glued(index) or before.endswith(("'s", "’s")))


def phrase_before(tokens: Tokens, index: int, words: CountedWords, end: int = 0) -> Phrase | None:
    """The noun of a number at token `index` up to `end` that follows a linking word: "jumlah WP sebanyak …", "the number of
    deaths rose to …", or that "them" stands for: "seized the rifles, burning two of them"."""
    if end and tokens.word(end) in words.partitives and tokens.word(end + 1) in words.pronouns:
        return plural_before(tokens, index, words)
    if index > 1 and tokens.words[index - 1] in words.partitives:
        noun = tokens.words[index - 2]
        told = not words.head_first and is_plural(noun, words) and noun not in words.stops  # "a record for wins of 307"
        if noun in words.numbers_of or told:
            return index - 2, index - 1
    named = number_named(tokens, index, words)
    if named:
        return named
    at, seen = index - 1, False
    while at >= 0 and index - at <= BACK:
        word = tokens.words[at]
        if word in words.linkers or word == ":":
            seen = True
        elif word not in words.weak_linkers and not (seen and words.head_first and word in words.copulas):
            break
        at -= 1
    if words.head_first:
        if not seen:
            return noun_between(tokens, index, words)
        return number_told(tokens, at, words) or head_before(tokens, at, words)
    if not seen:
        return None
    end = at + 1
    while at >= 0 and end - at <= LONGEST:
        word = tokens.words[at]
        link = word in words.partitives and not words.head_first and at < end - 1
        if not word[0].isalpha() or (word in words.stops and word not in words.states and not link):
            break
        if is_verb(word, words) and not tokens.capital(at):
            break
        at -= 1
    start = at + 1
    while start < end and (tokens.words[start] in words.partitives or tokens.words[start] in words.determiners):
        start += 1
    person = end > 1 and tokens.raw(end - 1).istitle() and tokens.raw(end - 2).istitle()  # "Kirk Hill was 27 of 39"
    return (start, end) if start < end and not person else None


def number_told(tokens: Tokens, at: int, words: CountedWords) -> Phrase | None:
    """The noun that "jumlah" leads to, before token `at` and whatever tells more of it: "jumlah pegawai yang naik golongan"."""
    for back in range(at, max(-1, at - LEADING), -1):
        word = tokens.words[back]
        if not word[0].isalpha():
            return None
        if word in words.numbers_of and word not in words.people and _is_noun(tokens, back + 1, words):
            end = back + 2
            while end <= at and end - back <= LONGEST and _is_noun(tokens, end, words):
                end += 1
            return back + 1, end
    return None


def noun_between(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The noun between "jumlah" and its number at token `index`: "jumlah responden 2.000", "angka kematian 80"."""
    for at in range(index - 1, max(-1, index - LONGEST), -1):
        if tokens.words[at] in words.numbers_of and tokens.words[at] not in words.people:
            return (at + 1, index) if at + 1 < index else None
        if not _is_noun(tokens, at, words) or tokens.capital(at):
            return None
    return None


def head_before(tokens: Tokens, at: int, words: CountedWords) -> Phrase | None:
    """The noun before a linking word behind token `at`, where the head of a phrase comes first: past the places and the
    verbs between ("jumlah suara sah dalam Pemilu di Solok yakni", "tempat duduk yang terjual sebanyak")."""
    stop = max(-1, at - LEADING)
    if tokens.word(at) == ")":
        at = next((back - 1 for back in range(at, stop, -1) if tokens.words[back] == "("), at)
    while at > stop:
        end = at + 1
        while at > stop and _is_noun(tokens, at, words):
            at -= 1
        start = at + 1
        while start < end - 1 and tokens.words[start] in words.numbers_of - words.people:
            start += 1
        before = tokens.words[at] if at >= 0 else ""
        if start < end and before not in words.leading:
            told = end - start > 1 or tokens.words[start] not in words.numbers_of - words.people
            return (start, end) if told else None
        if (
            start == end
            and before not in words.passed_over
            and before not in words.leading
            and not is_verb(before, words)
        ):
            return None
        at -= 1
    return None


def _is_noun(tokens: Tokens, at: int, words: CountedWords) -> bool:
    word = tokens.words[at]
    if not word[0].isalpha():
        return tokens.glued(at) and "-" in {word, tokens.word(at - 1)}  # "kasus Covid-19"
    if word in words.stops and word not in words.states:
        return False
    return not is_verb(word, words) or tokens.capital(at)


def plural_before(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The nearest plural noun before token `index`."""
    for at in range(index - 1, max(-1, index - BACK - 2), -1):
        word = tokens.words[at]
        if is_plural(word, words) and word not in words.stops and not is_verb(word, words):
            return at, at + 1
    return None


def number_named(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """The noun of "the number of cases nationwide has passed 600", "the death toll in the floods rose to 174"."""
    if words.head_first:
        return None
    for at in range(index - 1, max(-1, index - NUMBER_REACH), -1):
        word = tokens.words[at]
        if word in {",", ";", ":"} or (word[0].isdigit() and not tokens.glued(at)):
            return None
        if word not in words.numbers_of:
            continue
        if tokens.word(at + 1) in words.partitives:
            return phrase_after(tokens, at + 1, words)
        before = tokens.word(at - 1)
        if before in words.partitives:
            return None
        return (at - 1 if before.isalpha() and before not in words.stops else at, at + 1)
    return None


def counts_people(tokens: Tokens, phrase: Phrase | None, words: CountedWords) -> bool:
    """Whether a noun phrase names people."""
    return phrase is not None and not words.people.isdisjoint(tokens.words[phrase[0] : phrase[1]])
