"""Numerals: digits with their separators, number words, scales, fractions and vague quantities, as values.

What a numeral means in its sentence (a date, a count, an age) is not asked here.
"""

from decimal import Decimal
from typing import Final

from claims.extraction.scan import HYPHENS

from .digits import DIGITS, LONGEST, digits_value, part_behind
from .grouped import spaced_groups
from .numberwords import GLYPHS, HUNDRED, INDIAN, ONE, TEN, THOUSAND, NumberWords
from .tokens import Tokens

LARGEST: Final = Decimal(10) ** 30
QUARTER: Final = Decimal(4)
"""Its denominator; a quarter alone is no ordinal."""
THREE: Final = Decimal(3)
LONGEST_GROUP: Final = 6
"""Tokens of a number in words up to its scale: "two hundred twenty-five million"."""


class Numeral:
    """One numeral among the tokens first..end (end exclusive).

    `kind` is number, half, fraction, vague, ordinal, both, multiple or majority; `digits` the digits as written where the
    numeral begins with them; `scaled` whether a scale word or suffix belongs to it; `approximate` marks "20-an", "3 jutaan";
    `doubt` that its separators could also be read the other way (1,400 in a language with decimal commas).
    """

    __slots__ = ("approximate", "digits", "doubt", "end", "first", "glued_suffix", "kind", "scaled", "value")

    def __init__(self, first: int, end: int, value: Decimal | None, kind: str = "number", digits: str = "") -> None:
        self.first = first
        self.end = end
        self.value = value
        self.kind = kind
        self.digits = digits
        self.scaled = False
        self.approximate = False
        self.doubt: Decimal | None = None
        self.glued_suffix = False


def read_numeral(tokens: Tokens, index: int, words: NumberWords) -> Numeral | None:
    """The numeral that begins at token `index`, or None. Any numeral's value stays below 10**30; larger ones have none."""
    word = tokens.words[index]
    if word[0] in DIGITS:
        return read_digits(tokens, index, words)
    kind, value = words.kinds.get(word, ("", ONE))
    if kind in {"value", "whole"}:
        return read_words(tokens, index, words)
    if kind in {"half", "fraction"}:
        return part_of_scale(tokens, Numeral(index, index + 1, value, kind), words)
    if kind in {"hundred", "scale", "dozen"}:
        return read_led(tokens, index, words)
    if kind == "vague":
        return Numeral(index, vague_end(tokens, index + 1, words), None, "vague")
    if kind == "denominator":
        return read_denominator(tokens, index, value, words)
    if kind in {"multiple", "ordinal", "both", "majority"}:
        return Numeral(index, index + 1, value, kind)
    for phrase in words.majority_phrases:
        if tuple(tokens.words[index : index + len(phrase)]) == phrase:
            return Numeral(index, index + len(phrase), None, "majority")
    return None


def vague_end(tokens: Tokens, end: int, words: NumberWords) -> int:
    """Where a vague quantity ends that has begun: "puluhan ribu", "tens of thousands"."""
    while True:
        at = end + 1 if tokens.at[end] in words.vague_links and tokens.at[end + 1] in words.vague_scales else end
        if tokens.at[at] not in words.vague_scales:
            return end
        end = at + 1


def read_digits(tokens: Tokens, index: int, words: NumberWords) -> Numeral:
    """Digits, with the scale words, suffixes, halves and lower groups that follow them."""
    written = tokens.words[index]
    value, doubt = digits_value(written, words.thousands)
    if (
        (
            tokens.at[index - 1] == "." == words.decimal
            and tokens.glued(index)
            and (not tokens.glued(index - 1) or tokens.at[index - 2] in {"$", "£", "€"})
            and index > 1
        )
        and written.isdigit()
        and len(written) <= 3
    ):
        return read_bare_fraction(index, written)
    numeral = Numeral(index, index + 1, value, "number", written)
    if value is None:
        return numeral
    numeral.doubt = doubt
    end = index + 1
    spaced = spaced_groups(tokens, index, words)
    if spaced:
        groups = [group for group in tokens.words[index:spaced] if group.isdigit()]
        end, numeral.value, numeral.doubt = spaced, Decimal("".join(groups)), None
        numeral.digits = words.thousands.join(groups)
    word = tokens.at[end]
    kind = words.kinds.get(word, ("", ONE))[0]
    part = part_behind(tokens, end) if "0" <= word < ":" else None
    if part is not None:
        numeral.value, end = value + part, end + 3
        kind, _factor = words.kinds.get(tokens.at[end], ("", ONE))
    elif word in words.joiners and tokens.at[end + 1] in words.articles and is_half(tokens, end + 2, words):
        numeral.value, end = value + ONE / 2, end + 3  # "2 and a half hours"
        kind, _factor = words.kinds.get(tokens.at[end], ("", ONE))
    elif word in GLYPHS or (not words.articles and len(written) <= 3 and is_half(tokens, end, words)):
        numeral.value = value + words.kinds[word][1]  # "2½ jam", "2 setengah jam", not "tahun 2019 setengah"
        end += 1
        kind, _factor = words.kinds.get(tokens.at[end], ("", ONE))
    if kind in {"scale", "hundred", "dozen"} or (tokens.at[end] in HYPHENS and glued_scale(tokens, end, words)):
        numeral.end = end
        return read_scaled(tokens, numeral, words)
    if word == "[" and (factor := inserted_scale(tokens, end, words)) is not None:
        numeral.value, numeral.scaled = multiplied(decimal_first(numeral), factor), True
        end += 3
    elif tokens.glued(end) and word in words.suffixes:
        numeral.value = multiplied(decimal_first(numeral), words.suffixes[word])
        numeral.scaled = numeral.glued_suffix = True
        end += 1
    elif word in words.suffixes and len(word) > 1:
        numeral.value, numeral.scaled = multiplied(decimal_first(numeral), words.suffixes[word]), True
        end += 1
    elif word in words.approximate:
        numeral.value, numeral.scaled = multiplied(decimal_first(numeral), words.approximate[word]), True
        numeral.approximate = True
        end += 1
    numeral.end = end
    return with_approximate_suffix(tokens, numeral, words)


def is_half(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a word for a half stands at token `index`."""
    return words.kinds.get(tokens.at[index], ("",))[0] == "half"


def read_bare_fraction(index: int, written: str) -> Numeral:
    """A decimal without its nought: ".5"."""
    return Numeral(index - 1, index + 1, Decimal(f"0.{written}"), "number", f"0.{written}")


def decimal_first(numeral: Numeral) -> Decimal | None:
    """The reading of a numeral before a scale: "1,250 miliar" is a decimal, "1.250 miliar" is not."""
    numeral.doubt = None
    return numeral.value


def inserted_scale(tokens: Tokens, bracket: int, words: NumberWords) -> Decimal | None:
    """The scale that an editor added to what somebody said: "Rp10 [miliar]"."""
    kind, factor = words.kinds.get(tokens.at[bracket + 1], ("", ONE))
    return factor if kind == "scale" and tokens.at[bracket + 2] == "]" else None


def glued_scale(tokens: Tokens, hyphen: int, words: NumberWords) -> bool:
    """Whether "-million" follows, as in "a 5-million-dollar fine"."""
    if not (tokens.glued(hyphen) and tokens.glued(hyphen + 1)):
        return False
    return words.kinds.get(tokens.at[hyphen + 1], ("",))[0] == "scale"


def with_approximate_suffix(tokens: Tokens, numeral: Numeral, words: NumberWords) -> Numeral:
    """The numeral with "-an" of "20-an" read as "about"."""
    end = numeral.end
    if tokens.glued(end):
        if tokens.at[end] in HYPHENS and tokens.glued(end + 1) and tokens.at[end + 1] in words.approximate_suffixes:
            numeral.end, numeral.approximate = end + 2, True
        elif tokens.at[end] in words.approximate_suffixes:
            numeral.end, numeral.approximate = end + 1, True
    kind, factor = words.kinds.get(tokens.at[numeral.end], ("", ONE))
    if numeral.approximate and kind == "scale" and not numeral.scaled:  # "20-an miliar"
        numeral.value, numeral.end, numeral.scaled = multiplied(numeral.value, factor), numeral.end + 1, True
    return numeral


def read_scaled(tokens: Tokens, numeral: Numeral, words: NumberWords) -> Numeral:
    """A numeral before a scale word: "1,5 juta", "2 juta 500 ribu", "5-million"."""
    end, value = numeral.end, decimal_first(numeral)
    total, last = Decimal(0), ONE
    while value is not None:
        at = end + (tokens.at[end] in HYPHENS)
        last = words.kinds[tokens.at[at]][1]
        value, end = multiplied(value, last), at + 1
        follow, scale = words.kinds.get(tokens.at[end], ("", ONE))
        if follow == "scale":
            value, last, end = multiplied(value, scale), scale, end + 1
        if value is None:
            break
        total += value
        at = end + (last in INDIAN and (tokens.at[end] == "," or tokens.at[end] in words.joiners))
        lower, scale = words.kinds.get(tokens.at[at + 1], ("", ONE))
        if not tokens.at[at].isdigit() or lower != "scale" or scale >= last:
            break
        value, end = Decimal(tokens.at[at][:LONGEST]), at + 1
    numeral.value = total if value is not None and total <= LARGEST else None
    numeral.end, numeral.scaled = end, True
    half, fraction = words.kinds.get(tokens.at[end], ("", ONE))
    if half == "half" and value is not None and tokens.at[end] not in GLYPHS and not words.articles:
        numeral.value, numeral.end = total + last * fraction, end + 1
    return numeral


def multiplied(value: Decimal | None, factor: Decimal) -> Decimal | None:
    """Value × factor, None above the largest number that is read."""
    if value is None:
        return None
    product = value * factor
    return product if product <= LARGEST else None


def read_words(tokens: Tokens, index: int, words: NumberWords) -> Numeral:
    """A number in words that begins with a number: "dua ratus lima puluh ribu", "two hundred and fifty", "two and a half"."""
    total, current, unit = Decimal(0), Decimal(0), Decimal(0)
    last_scale, end, scaled = LARGEST, index, False
    while end - index < 24:
        at = skip_joiner(tokens, index, end, current, words)
        kind, value = words.kinds.get(tokens.at[at], ("", ONE))
        if kind == "value" and fits(current, value, started=at > index, scaled=scaled):
            current, unit = current + value, value
        elif kind == "whole" and value < last_scale:
            if value >= THOUSAND:
                total, last_scale, scaled = total + value, value, True
            else:
                current, unit = current + value, Decimal(0)
        elif kind == "teen" and 1 < unit < TEN:
            current, unit = current + TEN, Decimal(0)
        elif kind == "ten" and 1 < unit < TEN:
            current, unit = current + unit * 9, Decimal(0)
        elif kind in {"hundred", "dozen"} and 0 < current < HUNDRED:
            current, unit = current * value, Decimal(0)
        elif kind == "scale" and value < last_scale:
            total, current, unit = total + current * value, Decimal(0), Decimal(0)
            last_scale, scaled = value, True
        elif kind == "half" and at > (end if words.articles else index) and tokens.at[at] not in GLYPHS:
            return with_half(tokens, Numeral(index, at + 1, total + current), last_scale, words)
        else:
            break
        end = at + 1
    numeral = Numeral(index, end, total + current)
    numeral.scaled = scaled
    if tokens.at[end] in words.approximate:
        numeral.value, numeral.end = multiplied(numeral.value, words.approximate[tokens.words[end]]), end + 1
    numeral.approximate = not words.abouts.isdisjoint(tokens.words[index : numeral.end])
    if tokens.at[end] in HYPHENS and tokens.at[end + 1].startswith(words.and_a_half) and not scaled:
        numeral.end, numeral.value = end + 2, total + current + ONE / 2
    return fractioned(tokens, with_point(tokens, numeral, words), words)


def fits(current: Decimal, value: Decimal, *, started: bool, scaled: bool) -> bool:
    """Whether a word below a hundred can go on with a number that stands at `current`."""
    if not started or (scaled and current == 0):
        return True
    if value < TEN and current % TEN == 0 and current > 0:
        return value > 0
    return current >= HUNDRED and current % HUNDRED == 0 and value > 0


def skip_joiner(tokens: Tokens, index: int, end: int, current: Decimal, words: NumberWords) -> int:
    """The next token after a hyphen ("twenty-five") or after the "and" of "two hundred and fifty", "two and a half"."""
    if end == index:
        return end
    word = tokens.at[end]
    if word in HYPHENS and tokens.glued(end) and tokens.glued(end + 1):
        following = words.kinds.get(tokens.at[end + 1], ("", ONE))
        ten = following[0] == "value" and following[1] < TEN and current % TEN == 0
        return end + 1 if ten or following[0] in {"hundred", "scale", "dozen"} else end
    if word in words.joiners:
        following = words.kinds.get(tokens.at[end + 1], ("", ONE))
        if tokens.at[end + 1] in words.articles and words.kinds.get(tokens.at[end + 2], ("",))[0] == "half":
            return end + 2
        if following[0] == "half" and tokens.at[end + 2].endswith("s"):
            return end + 1  # "two and half years"
        if following[0] == "value" and current % HUNDRED == 0:
            before, factor = words.kinds[tokens.at[end - 1]]
            apart = before == "scale" and scale_ahead(tokens, end + 1, words) >= factor
            return end if apart else end + 1
    return end


def scale_ahead(tokens: Tokens, index: int, words: NumberWords) -> Decimal:
    """The first scale of the number in words at token `index`, 0 where it has none: "two million and three million" are two
    numbers, "two million and three thousand" are one."""
    for at in range(index, index + LONGEST_GROUP):
        kind, factor = words.kinds.get(tokens.at[at], ("", ONE))
        if kind == "scale":
            return factor
        if kind not in {"value", "hundred"} and tokens.at[at] not in HYPHENS:
            break
    return Decimal(0)


def with_half(tokens: Tokens, numeral: Numeral, last_scale: Decimal, words: NumberWords) -> Numeral:
    """A number and a half, with the scale that follows: "dua setengah juta", "two and a half million"."""
    step = last_scale if last_scale < LARGEST else ONE
    numeral.value = numeral.value + step / 2 if numeral.value is not None else None
    kind, factor = words.kinds.get(tokens.at[numeral.end], ("", ONE))
    if kind == "scale" and step == ONE:
        numeral.value = multiplied(numeral.value, factor)
        numeral.end += 1
        numeral.scaled = True
    return numeral


def with_point(tokens: Tokens, numeral: Numeral, words: NumberWords) -> Numeral:
    """A number with a spoken point: "tiga koma lima", "three point five million"."""
    if tokens.at[numeral.end] not in words.points or numeral.value is None:
        return numeral
    digits, end = "", numeral.end + 1
    while (
        words.kinds.get(tokens.at[end], ("",))[0] == "value"
        and words.kinds[tokens.at[end]][1] < TEN
        and len(digits) < 9
    ):
        digits += str(words.kinds[tokens.at[end]][1])
        end += 1
    if not digits:
        return numeral
    numeral.value += Decimal("0." + digits)
    numeral.end = end
    kind, factor = words.kinds.get(tokens.at[end], ("", ONE))
    if kind == "scale":
        numeral.value, numeral.end, numeral.scaled = multiplied(numeral.value, factor), end + 1, True
    return numeral


def fractioned(tokens: Tokens, numeral: Numeral, words: NumberWords) -> Numeral:
    """A fraction in words where a denominator follows: "dua pertiga", "two-thirds", "dua per tiga"."""
    end = numeral.end
    if numeral.value is None or numeral.scaled or numeral.value > 99:
        return numeral
    at = end + 1 if tokens.at[end] in HYPHENS and tokens.glued(end) and tokens.glued(end + 1) else end
    kind, below = words.kinds.get(tokens.at[at], ("", ONE))
    if below == QUARTER and words.articles and numeral.value not in {ONE, THREE}:
        return numeral  # "two quarters of growth" are half a year
    if kind == "denominator":
        return part_of_scale(tokens, Numeral(numeral.first, at + 1, numeral.value / below, "fraction"), words)
    if tokens.at[end] in words.per:
        _, below = words.kinds.get(tokens.at[end + 1], ("", ONE))
        if below > numeral.value:
            return Numeral(numeral.first, end + 2, numeral.value / below, "fraction")
    return numeral


def part_of_scale(tokens: Tokens, numeral: Numeral, words: NumberWords) -> Numeral:
    """A half or a fraction, of a scale or a dozen where one follows: "half a million", "a quarter of a million", "setengah juta"."""
    linked = tokens.at[numeral.end] in words.vague_links and tokens.at[numeral.end + 1] in words.articles
    at = numeral.end + linked
    last = at + 2
    while at <= last and (tokens.at[at] in words.articles or (tokens.at[at] in HYPHENS and tokens.glued(at))):
        at += 1
    article, _, scale = tokens.at[at].partition("-")
    kind, factor = words.kinds.get(scale if article in words.articles else tokens.at[at], ("", ONE))  # "half-a-million"
    if kind not in {"scale", "dozen"} or numeral.value is None:
        return numeral
    whole = Numeral(numeral.first, at + 1, numeral.value * factor)
    whole.scaled = True
    return whole


def read_led(tokens: Tokens, index: int, words: NumberWords) -> Numeral | None:
    """A scale, hundred or dozen that an article or a vague word leads: "a hundred", "several thousand", "beberapa ratus"."""
    before = tokens.at[index - 1]
    if before in words.vague_leads:
        first = index - 2 if tokens.at[index - 2] in words.articles else index - 1
        return Numeral(first, vague_end(tokens, index, words), None, "vague")
    kind, value = words.kinds[tokens.words[index]]
    led = kind == "dozen" and before in words.dozen_led and tokens.at[index + 1] in words.dozen_of
    led = led and before not in words.articles  # "the dozen people who died"
    if before not in words.articles and not led:
        return None
    numeral = Numeral(index - 1 + led, index + 1, value)
    numeral.scaled = kind == "scale"
    following, factor = words.kinds.get(tokens.at[index + 1], ("", ONE))
    if following == "scale" and factor > value:
        numeral.end, numeral.value, numeral.scaled = index + 2, multiplied(value, factor), True
    elif tokens.at[index + 1] in words.joiners and kind != "dozen":
        rest = (
            read_words(tokens, index + 2, words) if words.kinds.get(tokens.at[index + 2], ("",))[0] == "value" else None
        )
        if rest and rest.value is not None and rest.value < value and rest.kind == "number":
            numeral.end, numeral.value = rest.end, value + rest.value
    return numeral


def read_denominator(tokens: Tokens, index: int, below: Decimal, words: NumberWords) -> Numeral | None:
    """A fraction such as "a third of", "by a quarter": only between an article and words that go with a share, or a scale."""
    if tokens.at[index - 1] in words.articles and (
        (below == QUARTER and words.kinds.get(tokens.at[index + 1], ("",))[0] == "scale")
        or tokens.at[index + 1] in words.vague_links
        or tokens.at[index - 2] in words.fraction_before
        or tokens.at[index + 1] in words.fraction_after
    ):
        return part_of_scale(tokens, Numeral(index - 1, index + 1, ONE / below, "fraction"), words)
    return None if below == QUARTER else Numeral(index, index + 1, ONE / below, "ordinal")
