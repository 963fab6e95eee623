"""What stands between a noun and its number behind it: places, what is put in between commas, "an annual rate of"."""

from typing import Final

from .counted import is_plural
from .countedwords import CountedWords
from .tokens import Tokens
from .writing import LOOKS, SEARCHED

PACE: Final = 7
"""So many words at most are "a seasonally adjusted annual rate of" and the word before them."""
PUT_IN: Final = 20
"""So many words at most are put in between commas."""
PLACE: Final = 9
"""So many words of a place or a time stand between a plural and its verb: "arrivals in the first 16 days of 2019 totalled"."""


def pace_start(tokens: Tokens, index: int, words: CountedWords) -> int:
    """Where the words begin that make the number at token `index` a rate of what is counted ("sales rose to | an annual rate of 4
    million"), or `index`."""
    if tokens.at[index - 1] not in words.partitives or tokens.at[index - 2] not in words.paces:
        return index
    for at in range(index - 3, max(0, index - PACE), -1):
        if tokens.words[at] in words.weak_linkers and tokens.words[at - 1] in words.weak_linkers:
            return at if tokens.words[at].isalpha() and len(tokens.words[at]) <= 2 else index
    return index


def aside_before(tokens: Tokens, at: int, words: CountedWords) -> bool:
    """Whether the comma at token `at` closes an aside of one word that joins sentences: ", however,"."""
    return tokens.at[at] == "," == tokens.at[at - 2] and tokens.at[at - 1] in words.asides


def before_apposition(tokens: Tokens, at: int, words: CountedWords) -> int:
    """The token before what is put in between commas that end before a verb of change at token `at`, or `at`: "sales of the truck, the
    best seller of the firm, fell to 45"."""
    if tokens.at[at] != "," or tokens.at[at + 1] not in words.linkers or tokens.at[at + 1] in words.copulas:
        return at
    near = range(at - 1, max(0, at - PUT_IN), -1)
    end = next(
        (back for back in near if tokens.words[back] in {";", ":"} or tokens.words[back][0].isdigit()), near.stop
    )
    commas = [back for back in range(at - 1, end, -1) if tokens.words[back] == ","]
    told = [back for back in commas if tokens.words[back + 1] in words.relative]  # ", which rivals Elm, Tay and Kent,"
    return [*told, *commas, at + 1][0] - 1


def before_places(tokens: Tokens, at: int, words: CountedWords) -> int:
    """The token before the place that stands between a plural, or the noun that opens the sentence, and its verb, or `at`: "arrests
    in Hull rose to 12", "Employment in Kent fell by 12"."""
    back = at
    while back > 0 and at - back < PLACE and tokens.words[back] not in words.links:
        if not tokens.words[back].replace("-", "a").isalnum():
            break
        back -= 1
    if not 0 < back < at or tokens.words[back] not in words.links:
        return at
    end = back - 3 if tokens.at[back - 2] in words.partitives else back - 1  # "cases of cholera in Hull"
    noun = tokens.at[end]
    opens = end == 0 and tokens.words[back] in words.places and not opens_with_name(tokens)
    counts = (opens or is_plural(noun, words)) and noun not in words.stops and noun not in words.times
    return back - 1 if counts else at


def opens_with_name(tokens: Tokens) -> bool:
    """Whether the text has the word that opens the sentence inside another one with its capital too."""
    word, text = f" {tokens.raw(0)} ", tokens.text
    at = text.find(word, 1, SEARCHED)
    for _ in range(LOOKS):
        if at < 0 or text[at - 1].islower():
            break
        at = text.find(word, at + 1, SEARCHED)
    return at > 0 and text[at - 1].islower()
