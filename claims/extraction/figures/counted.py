"""What is counted: the noun phrase of a number, found by where the language puts its heads and where phrases stop."""

from typing import Final

from claims.extraction.scan import OWNING
from claims.extraction.values import Span

from .countedwords import CountedWords
from .tokens import Tokens

LONGEST: Final = 5
"""A noun phrase is read up to so many words."""
LEADING: Final = 3
"""So many letters before a hyphen are a word of their own, with which a participle tells of which kind things are."""
KINDS: Final = 4
"""So many words behind a participle a plural may stand that an adverb leads to, and one less between them."""
CODED: Final = 4
"""So many tokens more where a code is among its words: "12 F/A-18 fighter jets"."""
ACRONYM: Final = 4
"""So many capitals are an acronym ("5.4m NHS patients"), whose last S is no plural."""
QUOTED: Final = frozenset("\"“”'‘’")
APOSTROPHES: Final = frozenset("'’")

Phrase = tuple[int, int]


def phrase_after(tokens: Tokens, index: int, words: CountedWords, *, one: bool = False) -> Phrase | None:
    """The noun phrase that begins at token `index`, as token indices; `one`: a single thing is counted."""
    if words.head_first:
        return head_first(tokens, index, words)
    return head_last(tokens, index, words, one=one)


def is_verb(word: str, words: CountedWords) -> bool:
    """Whether a word has the shape of a verb in this language."""
    if word in words.not_verbs or len(word) < 5 or len(word.rpartition("-")[0]) >= LEADING:
        return False  # "school-aged" is no verb, "re-elected" is
    return (bool(words.verb_prefixes) and word.startswith(words.verb_prefixes)) or (
        bool(words.verb_endings) and word.endswith(words.verb_endings)
    )


def head_first(tokens: Tokens, index: int, words: CountedWords) -> Phrase | None:
    """A phrase whose head comes first: "orang", "warga Gaza", "unit rumah rusak berat" up to "rusak"."""
    while tokens.at[index] in words.adjectives:
        index += 1
    told = tokens.at[index] == "(" and tokens.at[index + 2] == ")" and len(tokens.at[index + 1]) >= ACRONYM
    if told and not tokens.capital(index + 1):
        index += 1  # "20 ribu (unit)"; "30 kilogram (kg)" has its unit before it
    start = end = index
    while end - index < LONGEST:
        word = tokens.at[end]
        named = end == start and word in words.nominal  # "14 juta wajib pajak"
        named |= end > start and f"{tokens.words[end - 1]} {word}" in words.things  # "dua rumah sakit"
        if begins_number(tokens, end, words):
            break
        if not word[:1].isalpha() or (word in words.stops and not named) or word in words.months:
            break
        if end > start and tokens.glued(end + 1) and tokens.at[end + 1][:1].isdigit():
            break  # "4 unit | R2"
        named = tokens.capital(end) and word not in words.deeds and not (end > start and tokens.capital(start))
        if is_verb(word, words) and not named:
            break  # a capital saves a name, but not in a headline: "40 Rumah Dievakuasi", "40 Dievakuasi"
        end += 1
    if end > start and tokens.words[end - 1] in words.times:
        end -= tokens.at[end] in words.pointers or tokens.at[end].isdigit()  # "35 kasus tahun ini"
    return (index, end) if end > start else None


def is_plural(word: str, words: CountedWords) -> bool:
    """Whether a word looks like the plural of a noun."""
    if word in words.plurals:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(words.singular)


def has_plural(tokens: Tokens, phrase: Phrase, words: CountedWords) -> bool:
    """Whether a word of a noun phrase looks like a plural."""
    return any(is_plural(word, words) for word in tokens.words[phrase[0] : phrase[1]])


def joins_adjective(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether a word behind "and" may be one more adjective of the plural after it."""
    word = tokens.at[index]
    return word.isalpha() and is_plural(tokens.at[index + 1], words)


def head_last(tokens: Tokens, index: int, words: CountedWords, *, one: bool) -> Phrase | None:
    """A phrase whose head comes last: "online journalists", "pirated DVDs", "other assaults"."""
    start = index
    if tokens.at[index] in words.partitives:
        start = past_whole(tokens, index + 1, words)
        told = not tokens.at[start + 1][:1].isdigit() and not is_plural(tokens.at[start + 1], words)
        if start > index + 1 and tokens.at[start] in words.states and told:
            return start, start + 1  # "30 of the injured"
    end, noun, loose, lead = start, False, "", start
    if tokens.at[start] in words.hurt and tokens.at[start + 1] in words.copulas:
        return start, start + 1  # "as many as 40 wounded were taken to hospitals"
    if stands_for_people(tokens, start, words):
        return start, start + 1
    end += compound_between(tokens, start, words)
    if end > start and is_plural(tokens.words[end - 1], words):
        return start, end  # "five three-pointers", "two 16-year-olds"
    if tokens.at[end] in words.before_plurals and is_plural(tokens.at[end + 1], words):
        end += 1  # "four injured officers", "two earlier attempts"
    longest = LONGEST
    while end - start < longest:
        word = tokens.at[end]
        if not word[:1].isalpha():
            if end > start and goes_on(tokens, end):
                longest = LONGEST + CODED
                end += 2 if word == "/" else 1
                continue
            if end > start and (more := compounds_end(tokens, end, words)) > end:
                end, longest = more, longest + more - end
                continue
            if end > start and word in QUOTED and not (one or tokens.glued(end)):
                marked = head_last(tokens, end + 1, words, one=False)
                if marked and tokens.at[marked[1]] in QUOTED and is_plural(tokens.words[marked[1] - 1], words):
                    return marked  # "all four immigration “pillars”"
            break
        if word in words.adjectives and not noun:
            end += 1
            loose, lead = word, end
            continue
        joint = tokens.at[end + 1]
        if (
            loose
            and not noun
            and word in words.coordinators
            and (joint in words.adjectives or is_verb(joint, words) or joins_adjective(tokens, end + 1, words))
        ):
            end += 2  # "current and former ministers", "separate and concurring opinions", "old and rusty cars"
            continue
        if not noun and word.endswith(words.adverb_endings) and leads_to_plural(tokens, end + 1, words):
            end += 2
            continue
        code = tokens.glued(end + 1) and tokens.words[end + 1][0].isdigit()
        code = code or (len(word) == 1 and end > start and tokens.capital(end) and tokens.capital(end - 1))  # "Class A"
        code = code or (tokens.at[end + 1] == "&" and tokens.glued(end + 1))  # "A&E"
        if noun and not one and word in words.coordinators and (beyond := coordinated(tokens, end, words)):
            return start, beyond
        if not code and (word in words.stops or word in words.partitives or begins_number(tokens, end, words)):
            break
        if noun and is_verb(word, words) and (one or not tells_kind(tokens, end, words)):
            break
        noun = True
        end += 1
        if is_plural(word, words) and not one:
            if tokens.at[end] in APOSTROPHES and tokens.glued(end) and tokens.at[end + 1][:1].isalpha():
                end += 1  # "nine of the Vikings' points"
            elif not plural_follows(tokens, end, words) or not (word in words.modifiers or named(tokens, end, words)):
                break
            elif tokens.at[end + 1] in words.objects or (word in words.people and tokens.at[end + 1] in words.relative):
                break  # "a trial of 12 women shows that", "a survey of 1,900 teachers shows half"
    end -= end > start and tokens.words[end - 1] in APOSTROPHES  # lost two 'Final Verdicts'
    end -= one and start == index and end - start > 1 and tells_act(tokens, end - 1, words)
    noun = noun or loose in words.nominal
    if tokens.at[end] in words.than and not is_plural(tokens.words[end - 1], words):
        return None  # "1,200 higher than a year ago", "80 times more potent than"
    if end - start == 1 and tokens.words[start] in words.degrees:
        return None  # "ended 310 higher"
    if is_verb(tokens.at[lead], words) and (end - start == 1 or not (one or is_plural(tokens.words[end - 1], words))):
        return None  # "26 issued guidance", "20 more buried beneath it": the number stands for its noun
    return (start, end) if noun else None


def begins_number(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether a number in words stands at token `index`, which counts something else: "65 jiwa dua puluh KK"; in "Big Ten" and
    "two-bedroom" it is part of a word."""
    if tokens.at[index] not in words.spelled:
        return False  # "two of the woman's three children"
    return not tokens.capital(index) and not (tokens.at[index + 1] == "-" and tokens.glued(index + 1))


def tells_act(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether what looks like a plural behind a single thing is its verb: "one count carries up to 20 years"."""
    word = tokens.at[index]
    noun = word in words.plurals or tokens.capital(index)
    return is_plural(word, words) and not noun and tokens.at[index - 1] not in words.adjectives


def stands_for_people(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether what looks like a verb stands for people: "12 accused were held", not "two accused him"."""
    word, following = tokens.at[index], tokens.at[index + 1]
    if word not in words.nominal or not is_verb(word, words):
        return False
    return not following[:1].isalpha() or (following in words.stops and following not in words.determiners)


def past_whole(tokens: Tokens, index: int, words: CountedWords) -> int:
    """Where the noun of a whole begins behind the owner and number that lead to it at token `index`: "(of) the previous 12 games"."""
    start = index
    while tokens.at[start] in words.determiners:
        start += 1
    counted = tokens.at[start + 1][:1].isdigit() or tokens.at[start + 1] in words.spelled
    told = tokens.at[start] in words.adjectives or tokens.at[start] in words.latest or "-" in tokens.at[start]
    owned = tokens.at[start].endswith(OWNING)  # "two of the region's 16 towns"
    if owned and not counted and tokens.at[start + 2][:1].isdigit():
        start += tokens.at[start + 1] in words.latest  # "eight of the game's first 12 points"
        counted = tokens.at[start + 1][:1].isdigit()
    if counted and (told or owned):
        start += 1  # "four of their last six", "19 of his career-high 41 shots"
    elif start > index and tokens.at[start] in words.latest and tokens.at[start] in words.stops:
        return start + 1  # "three of the following criteria"
    if tokens.at[start] in words.spelled or tokens.at[start][:1].isdigit():
        start += not compound_between(tokens, start, words)  # not "60 of the 200-seat jets"
        start += tokens.at[start] in words.scales  # "900,000 of its 30 million people"
    return start


def leads_to_plural(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether a plural follows what stands behind an adverb at token `index`: "two locally made pistols", "12 allegedly unregistered
    rifle rounds", "30 newly treated breast cancer patients"."""
    if tokens.at[index] in words.than:
        return False  # "more likely than others"
    if is_plural(tokens.at[index + 1], words):
        return True
    if not is_verb(tokens.at[index], words):
        return False
    for at in range(index + 1, index + KINDS):
        if not tokens.at[at].isalpha() or tokens.at[at] in words.stops:
            return False
        if is_plural(tokens.at[at + 1], words) and tokens.at[at + 1] not in words.stops:
            return True
    return False


def tells_kind(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether what looks like a verb tells of which kind the things are: "two drug smuggling rings", "four wired improvised bombs"."""
    before, following = tokens.words[index - 1], tokens.at[index + 1]
    several = is_plural(following, words) and following not in words.stops
    return several and not is_plural(before, words) and before not in words.numbers_of


def compound_between(tokens: Tokens, index: int, words: CountedWords) -> int:
    """How many tokens of a compound with a number of its own begin a noun phrase: "three 15-year-old boys", "two 1-kilogram
    packages", "six two-bedroom flats", "nine 5kg bags", "one 9 mm pistol"."""
    number, joint = tokens.at[index], tokens.at[index + 1]
    if number == "." and joint.isdigit() and tokens.at[index + 2] in words.guns:
        return 2  # "two .38 revolvers"
    if number.isdigit() and tokens.model(index + 1):
        return 1  # "six 737 MAX jets"
    if number[:1].isdigit() and joint in words.measures:
        return 2
    told = number[:1].isdigit() or number in words.spelled
    hyphen = joint == "-" and tokens.glued(index + 1) and tokens.glued(index + 2) and tokens.at[index + 2][:1].isalpha()
    return 3 if told and hyphen else 0


def compounds_end(tokens: Tokens, index: int, words: CountedWords) -> int:
    """Where a row of compounds with numbers of their own ends that begins at token `index`: "99 career | 30-point, 10-assist | games"."""
    end = index
    while tokens.at[end + 1] == "-" and compound_between(tokens, end, words):
        end += 3 + (tokens.at[end + 3] == "," and tokens.at[end + 5] == "-")
    return end


def named(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether the plural before token `index` is a name that goes on with its noun ("two Golden Globes awards")."""
    return tokens.capital(index - 1) and not tokens.capital(index) and is_plural(tokens.at[index], words)


def plural_follows(tokens: Tokens, index: int, words: CountedWords) -> bool:
    """Whether the plural stands at token `index` or behind it that a plural modifier leads to: "30 sports utility vehicles"."""
    for at in (index, index + 1):
        word = tokens.at[at]
        if not word[:1].isalpha() or word in words.stops or word in words.partitives:
            return False
        if word in words.spelled and not tokens.capital(at):
            return False  # "12 men two days"
        if is_plural(word, words):
            return True
    return False


def coordinated(tokens: Tokens, index: int, words: CountedWords) -> int | None:
    """Where the plural ends that a phrase without one shares with what follows the "and" at `index`: "12 bus and tram routes"."""
    for at in range(index + 1, index + 4):
        word = tokens.at[at]
        if not word[:1].isalpha() or word in words.stops or word in words.spelled:
            return None
        if is_plural(word, words):
            led = word in words.modifiers and is_plural(tokens.at[at + 1], words)  # "pilot and cabin crew jobs"
            return at + 1 + led if at > index + 1 else None
    return None


def goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a sign or numeral goes on with a noun phrase: the stops of "U.S.", the digits of "A320", "the state's 10 firms"."""
    word, before = tokens.at[index], tokens.words[index - 1]
    if word == ".":
        return len(before) == 1 and tokens.capital(index - 1)
    if word in {"&", "-", "/"}:  # "S&P 500 companies", "two AK-47 rifles", "41 first-half points", "F/A-18 jets"
        return tokens.glued(index) and tokens.glued(index + 1) and (word != "/" or tokens.capital(index + 1))
    if word.isdigit() and tokens.capital(index - 1) and (tokens.at[index + 1].isalpha() or tokens.at[index + 1] == "-"):
        joined = tokens.glued(index + 1) == (tokens.at[index + 1] == "-")
        return tokens.glued(index) or joined  # "ten A320neos", "three Boeing 737 jets", "four Boeing 767-300 aircraft"
    return word[:1].isdigit() and tokens.glued(index)


def counts_people(tokens: Tokens, phrase: Phrase | None, words: CountedWords) -> bool:
    """Whether a noun phrase names people."""
    return phrase is not None and not words.people.isdisjoint(tokens.words[phrase[0] : phrase[1]])


def without_clitic(tokens: Tokens, phrase: Phrase, words: CountedWords) -> Span:
    """The span of a noun phrase, without an owner that is written onto its last word ("awaknya" counts "awak")."""
    start, end = tokens.starts[phrase[0]], tokens.ends[phrase[1] - 1]
    word = tokens.words[phrase[1] - 1]
    for clitic in words.clitics:
        if word.endswith(clitic) and len(word) > len(clitic) + 2:
            return start, end - len(clitic)
    return start, end
