"""What a run of capitals looks like: the words of a name, with the small words that names and titles hold between them."""

import re
from functools import cache
from typing import Final

from claims.extraction.language import by_first_letter
from claims.extraction.speech import Speech

CAPITAL: Final = "[A-ZÀ-ÖØ-Þ]"
ARTICLES: Final = ("al-", "el-", "as-", "ad-", "an-", "ar-", "ash-", "at-")
"""Arabic articles that hang on a name in small letters."""
BARE_WORD: Final = rf"{CAPITAL}(?:[a-z]++(?=[ ,])|(?:\.{CAPITAL})+\.(?=[ \u00a0]{CAPITAL})|[\w'’-]{{0,3}}\.(?=[ \u00a0,])|(?:\w{{0,2}}\.{CAPITAL})?[\w'’-]*)"
WORD_OF_RUN: Final = rf"(?:{by_first_letter(ARTICLES)})?{BARE_WORD}"


@cache
def run_of(speech: Speech) -> re.Pattern[str]:
    """A run of capitals with the small words of names and titles between them."""
    return re.compile(WORD_OF_RUN + _rest_of_run(speech))


@cache
def bare_run_of(speech: Speech) -> re.Pattern[str]:
    """The same without an article before the first capital: it begins with one class of letters, so that a whole text is
    searched three times as fast."""
    return re.compile(BARE_WORD + _rest_of_run(speech))


def _rest_of_run(speech: Speech) -> str:
    small, second = _any_of(speech.particles | speech.links), _any_of(speech.particles)
    led = rf"(?:{small})(?=[ \u00a0](?:(?:{second})[ \u00a0])?{CAPITAL})"  # "Ana de la Cruz"
    return rf"(?:[ \u00a0](?:{WORD_OF_RUN}|{led}))*"


def _any_of(words: frozenset[str]) -> str:
    """The words in a pattern, the longest first."""
    return by_first_letter(sorted((w for w in words if w.isalpha() or w == "&"), key=len, reverse=True))
