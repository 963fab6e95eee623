"""The words that tell that somebody says something: [quotes.cues] of a language's file."""

import re
from collections.abc import Mapping, Sequence

from claims.extraction.scan import Scan

from .patterns import behind_first_word, pattern_of


class Cues:
    """`kinds` says of each cue in which classes it stands (`say`, `ask`, `judge` …); languages/README.md describes these.

    Some classes are also asked by their words alone.
    """

    def __init__(self, table: Mapping[str, list[str]], own: str, verb_ends: Sequence[str], *, inflected: bool) -> None:
        """`own` is the pronoun that may hang on a cue; `inflected` tells that verbs have forms, which `verb_ends` end."""
        self.kinds = kinds_of(table, own)
        self.pattern = re.compile(pattern_of(self.kinds))
        self.relay = frozenset(table["relay"])  # what somebody says is passed on: "*dikutip* Antara"
        self.records = frozenset(table["records"])  # a document or a body says so: "*recorded*"
        self.never_alone = frozenset(table["never_alone"])  # no report without marks or "that"
        self.reports = frozenset(table["reports"])
        self.answers = frozenset(table["answers"])  # a pronoun before one is not who asked
        self.infinitives = frozenset(table["infinitives"])
        self.gerunds = frozenset(table["gerunds"])
        self.participle_words = frozenset(word.split()[0] for word in table["participle"])
        self.plural_verbs = frozenset(w for w in self.kinds if inflected and self._is_plural_verb(w, verb_ends))
        self._behind = behind_first_word(self.kinds)
        self._shortest = min(map(len, self._behind), default=0)

    def found_in(self, scan: Scan) -> list[tuple[int, int, str]]:
        """The cues of a text, in order: where each begins and ends, and its words in lower case with one blank between.
        Where one may begin is told by its plain words, which takes a fraction of the time of the pattern."""
        found: list[tuple[int, int, str]] = []
        lower, plain, place, end = scan.lower, scan.plain, 0, 0
        for word in plain.split(" "):
            rests = self._behind.get(word) if len(word) >= self._shortest else None
            if rests is not None and place >= end and plain.startswith(rests, place + len(word)):
                match = self.pattern.match(scan.text, place) if lower[place - 1 : place] != "-" else None
                if match is not None:
                    end = match.end()
                    cue = lower[place:end]
                    found.append((place, end, cue if cue in self.kinds else " ".join(cue.split())))
            place += len(word) + 1
        return found

    def _is_plural_verb(self, word: str, verb_ends: Sequence[str]) -> bool:
        """Whether a cue is the form of a verb that goes with several ("call for" beside "calls for" and "called for")."""
        first, blank, rest = word.partition(" ")
        forms = {f"{first}{end}{blank}{rest}" for end in ("s", *verb_ends, *(end[1:] for end in verb_ends))}
        past = forms - {f"{first}s{blank}{rest}"}
        return f"{first}s{blank}{rest}" in self.kinds and not past.isdisjoint(self.kinds)


def kinds_of(table: Mapping[str, list[str]], own: str) -> dict[str, frozenset[str]]:
    """Cue -> the classes it stands in; a word with the pronoun hung on it is a cue of class `own`."""
    found: dict[str, set[str]] = {}
    for kind, words in table.items():
        for word in words:
            if kind == "after_own":
                found.setdefault(word + own, set()).add("own")
            else:
                found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}
