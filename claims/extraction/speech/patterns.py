"""One pattern for many words, and words and phrases by the first of them."""

import re
from collections.abc import Iterable
from typing import Any, Final

from claims.extraction.scan import plain_of

WITHOUT_CUES: Final = "(?!)"
"""A pattern that never matches, for a language without a word of some class."""

WORD_START: Final = r"(?<![^\W_])(?<![-’'])"
"""Where a cue may begin."""


def by_first_word(phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases as their words, by the first of them."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return found


def pattern_of(words: Iterable[str]) -> str:
    """One pattern for many words, factored by their letters, so that each place of a text is looked at once.

    A word may begin with a capital; it may be two words, with any one blank between; letters before it or small letters
    after it make it another word (a capital after it does not: "dilansirReuters" is a blank lost in scraping).
    """
    branches = "|".join(f"[{letter.upper()}{letter}]{_branch(node)}" for letter, node in sorted(_tree(words).items()))
    return rf"{WORD_START}(?:{branches})(?![a-z0-9])(?![-’'][a-z])" if branches else WITHOUT_CUES


def behind_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """First plain word of some phrases in lower case -> what follows it in each of these, "" where nothing does."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in map(plain_of, phrases):
        first = phrase.split(" ", 1)[0]
        found[first] = (*found.get(first, ()), phrase[len(first) :])
    return found


def _tree(words: Iterable[str]) -> dict[str, Any]:
    """The words by their letters, each letter holding those that follow it; "" is the end of a word."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return tree


def _branch(node: dict[str, Any]) -> str:
    ends = "" in node
    rest = [
        (r"\s" if letter == " " else re.escape(letter)) + _branch(below)
        for letter, below in sorted(node.items())
        if letter
    ]
    if not rest:
        return ""
    return (rest[0] if len(rest) == 1 and not ends else f"(?:{'|'.join(rest)})") + ("?" if ends else "")
