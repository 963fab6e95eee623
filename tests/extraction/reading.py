"""Readings of one line of text, written short, for tables of cases."""

from claims.extraction.figures.numberwords import number_words
from claims.extraction.figures.readings import read_sentence
from claims.extraction.figures.tokens import Tokens
from claims.extraction.language import load
from claims.extraction.scan import Scan


def read(code: str, text: str) -> list[str]:
    """Each numeral of the text in order: "1.400=1400", "3 juta sampai 5 juta=3000000..5000000 IDR", "7 Oktober!date"."""
    language = load(code)
    tokens = Tokens(Scan(text, language), 0, len(text), number_words(language).cuts)
    found = []
    for reading in read_sentence(tokens, language)[0]:
        words = text[tokens.starts[reading.first] : tokens.ends[reading.end - 1]]
        if reading.why:
            found.append(f"{words}!{reading.why}")
            continue
        value = "?" if reading.value is None else format(round(reading.value, 4).normalize(), "f")
        high = "" if reading.high is None else f"..{format(reading.high.normalize(), 'f')}"
        found.append(f"{words}={value}{high}{' ' + reading.unit if reading.unit else ''}")
    return found
