"""The names of one article: runs of capitals, the longest form of each, and which of them are people."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from claims.extraction.scan import Scan
from claims.extraction.sentences import abbreviations_of, outlets_of
from claims.extraction.speech import Speech
from claims.extraction.values import Span

from . import bearers
from .acronyms import spelt_out, with_initials
from .capitals import ARTICLES, bare_run_of, run_of
from .honorifics import plain_name
from .territories import is_called, is_ware, stands_as_place

WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
AGED: Final = re.compile(r" \(\d{1,2}\)|, \d{1,2}[,.]")
POSSESSED: Final = ("'s", "’s", "'", "’")
ENDS_POSSESSED: Final = frozenset("s'’")
FURNITURE: Final = frozenset({"advert", "teaser", "related"})
"""Kinds of block whose names are none of the article."""

OFFICE: Final = 60
"""Characters before the comma of a name in which its office stands."""

SEARCHED: Final = 20_000
"""Characters that are searched for a word in small letters."""

MOST: Final = 24
"""Places of one word that are kept: the first names of an article are its long ones."""

LONGEST_PLACE: Final = 3
"""Words of the longest place that is looked for between an office and a name."""

BEFORE: Final = 14
"""Characters in which the small word before a place stands."""


class Named(NamedTuple):
    """A name of the article without titles, where its run of capitals begins, and its words in lower case."""

    at: int
    name: str
    words: list[str]


class Names:
    """What the capitals of an article tell. Its runs of capitals are gathered once, when first asked for; whom a run of
    several words names is only read when one of its words is asked for. Headlines write common words in capitals too, and
    are left out; `titles` is where those begin. `alone` holds the places of each capital that stands alone."""

    def __init__(self, scan: Scan, speech: Speech) -> None:
        self.scan, self.speech, self.run = scan, speech, run_of(speech)
        self._abbreviations = abbreviations_of(scan.language)
        self._outlets = outlets_of(scan.language)
        self._month_words = frozenset(scan.language.tables["dates"]["capital_months"])
        self.runs: list[tuple[int, str]] = []
        self.alone: dict[str, list[Span]] = {}
        self._whole: set[str] = set()
        self._several: list[tuple[int, str]] = []
        self._with_word: dict[str, list[int]] = {}
        self._named: dict[int, Named] = {}
        self._places: dict[str, list[Named]] = {}
        self._people: set[str] = set()
        self._is_person: dict[str, bool] = {}
        self._longest: dict[str, str] = {}
        self._acronyms: dict[str, str] = {}
        self._spelt_out: set[str] = set()
        self._is_territory: dict[str, bool] = {}
        bare_run, text = bare_run_of(speech), scan.text
        self.titles = {
            block.start
            for block in scan.blocks
            if block.kind in FURNITURE or (block.kind in ("headline", "heading") and text[block.end - 1] != ".")
        }
        for start, end in scan.paragraphs:
            if start in self.titles:
                continue
            for match in bare_run.finditer(text, start, end):
                at, run = match.start(), match[0]
                if text[at - 1] in "-/" and at > start:
                    at, run = self._unglued(at, run, start)
                if " " in run or "\u00a0" in run:
                    self._take(at, run)
                else:
                    self._take_word(at, run)
            self._take_acronyms(start, end)

    def longest(self, name: str, *, surname: bool = False) -> str:
        """The longest form in which the article gives a name: "Eniya" -> "Eniya Listiani Dewi", "OJK" -> "Otoritas Jasa
        Keuangan (OJK)"; the name itself when it gives no longer one. `surname` says that a form of address stands before
        the name, so that all its words may be the last ones of the longer form."""
        key = f"{name} " if surname else name
        found = self._longest.get(key)
        if found is None:
            found = self._longest[key] = self._find_longest(bare(name), surname)
        return found

    def _find_longest(self, name: str, surname: bool) -> str:
        if name in self._acronyms:
            return self._acronyms[name]
        if not self.speech.head_first and _is_acronym(name) and (full := with_initials(self.runs, name, self.speech)):
            return full
        words = words_of(name)
        if not words or (self.speech.head_first and (_is_acronym(name) or self.speech.roles.places.issuperset(words))):
            return name
        best, surnamed = name, False
        first = self.alone[name][0][0] if self.alone.get(name) else len(self.scan.text)
        for at, candidate, longer in self._places_of(words[-1]):
            late = at > first
            ends = longer[-len(words) :] == words
            double = len(longer) == len(words) + 1 and f"{longer[0]}." in self.speech.sexes  # "Pedro Garcia Vega"
            whole = ends and (len(words) > 1 or late) and not surname and not double
            whole = whole and not self.speech.roles.given.issuperset(longer[: -len(words)])  # "Muhammad Seto Didu"
            if surnamed and not ends:
                continue  # "Trent" is Donald Trent, not the Trent Hotel
            holds = len(longer) > len(words) and not whole and _within(words, longer)
            holds = holds and not (self.speech.head_first and not ends and candidate[-3:].isupper())  # "Riyanto KKN"
            holds = holds and not (len(words) > 1 and longer[:-1] == words and longer[-1] in self.speech.roles.bodies)
            holds = holds and (not self.speech.head_first or best == name or _within(words_of(best), longer))
            unknown = holds and words == longer[:1] and candidate not in self._people
            holds = holds and not (unknown and is_ware(longer, at, self.scan.lower, self.speech))
            if len(candidate) > len(best) and holds and not self._is_common(longer[0]):
                best, surnamed = candidate, ends and not self.speech.head_first
        return self._without_team(best)

    def _is_common(self, low: str) -> bool:
        """Whether the text writes a word small too, so that its capital is only that of a sentence ("Delegasi Hamas")."""
        return f"{low}." not in self.speech.sexes and self.scan.text.find(f" {low} ", 0, SEARCHED) >= 0  # "Bill Nash"

    def is_person(self, name: str) -> bool:
        """Whether a title or an age tells that a name is a person's."""
        found = self._is_person.get(name)
        if found is None:
            for word in words_of(name)[-1:]:
                self._places_of(word)
            alone = self.alone.get(name, ())
            found = name in self._people or any(self._is_introduced(start, end) for start, end in alone)
            self._is_person[name] = found
        return found

    def _places_of(self, word: str) -> list[Named]:
        """The first names of several words that a word stands in, in the order of the text."""
        found = self._places.get(word)
        if found is None:
            first: dict[str, Named] = {}
            for n in self._with_word.get(word, ()):
                named = self._named.get(n) or self._read(n)
                whole = len(word) > 2 or word.capitalize() in named.name.split()  # "Xi", not the "AS" of "Menlu AS"
                if " " in named.name and whole and word in named.words:
                    first.setdefault(named.name, named)
            found = self._places[word] = list(first.values())[:MOST]
        return found

    def runs_with(self, word: str) -> list[tuple[int, str]]:
        """The first runs of several capitals that hold a word in lower case, each with its place."""
        return [self._several[n] for n in self._with_word.get(word, ())[:MOST]]

    def places_of(self, name: str) -> list[int]:
        """The first places of a name of several words, in the order of the text."""
        return [at + run.index(name) for at, run in self.runs_with(name.rsplit(maxsplit=1)[-1].lower()) if name in run]

    def is_body(self, name: str) -> bool:
        """Whether a name is that of an organisation or a street, as far as its words tell."""
        words = name.lower().split()
        if self.speech.head_first and words[0] in self.speech.roles.areas:
            return True
        closed = not self.speech.head_first and len(words) > 1 and words[-1] in self.speech.roles.bodies
        return closed or words[0] in self.speech.roles.bodies or name in self._spelt_out or name.isupper()

    def _without_team(self, name: str) -> str:
        """The name without the team or firm before it ("Persib Bojan Hodak"): both it and the rest are named alone too."""
        words = name.split()
        alone = self.alone.get(words[0], [])[:MOST] if len(words) == 3 and words[1][0].isupper() else []
        if not alone or is_called(name, alone, self.scan.lower, self.speech):
            return name
        rest = " ".join(words[1:])
        return rest if words[-1] in self.alone or words[1] in self.alone or rest in self._whole else name

    def without_titles(self, words: Sequence[str]) -> list[str]:
        """The words of a run of capitals without the titles, places and organisations at its head; none when it is
        the name of an organisation or nothing but titles."""
        speech = self.speech
        lows = [w.lower().rstrip(".").removesuffix("'s") for w in words]
        titled = [
            n
            for n, low in enumerate(lows[:-1])
            if (speech.is_title(low) and not speech.roles.is_named(lows, n))
            or speech.roles.is_rank(lows, n)
            or (not n and speech.roles.is_title_of_several(low))
        ]
        if not titled:
            at = max(bearers.past_opening(lows, speech), bearers.past_numbered(words, speech))
            if speech.head_first and len(words) > at + 2:
                while at < len(words) - 2 and lows[at] not in speech.roles.bodies and bearers.goes_on(lows, at, speech):
                    at += 1
                at += self._acronyms_at(words[at:])
                at += self._places_at(words[at:])
                at += 2 if lows[at] in speech.roles.territories and len(words) > at + 3 else 0
            called = f"{lows[at]}." in speech.sexes and at == len(words) - 2  # "Tom Baker"
            office = lows[-1] in speech.roles.titles and not called
            return [] if lows[at] in speech.roles.bodies or office else self._plain(words[at:])
        run = bearers.Run(words, speech)
        start, stop = bearers.before_office(run)
        if stop:
            return self._plain(words[start:stop])
        at = bearers.after_titles(run)
        field = lows[-1] in speech.roles.fillers or lows[-1].removesuffix("s") in speech.roles.bodies
        if not speech.head_first and field and not speech.links.isdisjoint(lows[1:]):
            return []  # "Minister of Lands and Natural Resources"
        at += at < len(words) - 1 and run.lows[at] in speech.coordinators  # "TNI dan Polri"
        return self.without_territory(self._plain(words[at:]), run.lows[at - 1])

    def _plain(self, words: Sequence[str]) -> list[str]:
        """The words of a name without what only hangs on it."""
        if not words:
            return list(words)
        return plain_name(" ".join(words), self.speech).split()

    def without_territory(self, words: list[str], office: str) -> list[str]:
        """The words behind an office without the place where it is held, if the article tells elsewhere that they are one:
        "Mukomuko Sapuan" of "Bupati Mukomuko Sapuan" where it has "Kabupaten Mukomuko" or "di Mukomuko", or where it
        calls the holder of a regional office by the name behind it ("Bupati Lamandau Hendra Gunarto", later "Hendra")."""
        if not self.speech.roles.place_before:
            return words
        for count in range(min(len(words) - 1, LONGEST_PLACE), 0, -1):
            if self.is_place(words[:count]):
                return words[count:]
        called = len(words) > 2 and words[0] not in self.alone and words[1] in self.alone
        return words[1:] if called and office in self.speech.roles.regional else words

    def is_place(self, words: list[str]) -> bool:
        """Whether the article tells elsewhere that words are the name of a place ("Kabupaten X", "di X")."""
        place = " ".join(words)
        found = self._is_territory.get(place)
        if found is None:
            spans = self.alone.get(place, ())[:MOST]
            found = self._is_territory[place] = stands_as_place(
                place, spans, self.runs_with(words[-1].lower()), self.scan.lower, self.speech
            )
        return found

    def _places_at(self, words: Sequence[str]) -> int:
        """How many abbreviations of regions stand before a person's name, a small office before them ("pengamat ekonomi
        Sumut Gunawan Benjamin")."""
        known = words[0].lower() in self.speech.roles.places and len(words) > 2
        return int(known and words[1].lower() not in self.speech.roles.places)

    def _acronyms_at(self, words: Sequence[str]) -> int:
        """How many abbreviations of organisations stand before a person's name ("DPR RI Puan Maharani")."""
        count, roles = 0, self.speech.roles
        while count < len(words) - 2 and _is_acronym(words[count]) and words[count].lower() in roles.bodies:
            count += 1
        rest = words[count].lower()
        return 0 if rest in roles.bodies or rest in roles.places or rest in roles.areas else count

    def fills(self, word: str) -> bool:
        """Whether a word stands between an office and its holder rather than in a name."""
        return bearers.fills_title(word, self.speech)

    def _unglued(self, at: int, run: str, begin: int) -> tuple[int, str]:
        """A run and its place with the article that hangs on it, or without the abbreviation of "Kantor Staf/PCO Hendra"."""
        text = self.scan.text
        if text[at - 1] == "-" and text.endswith(ARTICLES, begin, at):
            first = at - 4 if text.endswith("ash-", begin, at) else at - 3
            return first, text[first:at] + run
        opening, blank, rest = run.partition(" ")
        if text[at - 1] == "/" and blank and opening.isupper():
            return at + len(opening) + 1, rest
        return at, run

    def _take(self, at: int, run: str) -> None:
        words = run.split()
        if len(words) == 1:
            self._take_word(at, run)
            return
        stop = next((n for n, word in enumerate(words[:-1], 1) if self.ends_sentence(word)), 0) if "." in run else 0
        if stop:
            behind = " ".join(words[stop:])
            self._take(at, " ".join(words[:stop]).rstrip("."))
            self._take(at + len(run) - len(behind), behind)
            return
        self.runs.append((at, run))
        self._whole.add(run)
        joint = 0
        if not self.speech.coordinators.isdisjoint(words):
            joint = next(n for n, word in enumerate(words) if word in self.speech.coordinators)
        if joint and bearers.joins_two(words, joint, self.speech):
            self._take(at, " ".join(words[:joint]))
            self._take(
                at + run.index(words[joint + 1], len(" ".join(words[: joint + 1]))), " ".join(words[joint + 1 :])
            )
            return
        lows = words_of(run)
        if "'" in run or "’" in run:
            lows += [without_possessive(low) for low in lows if "'" in low or "’" in low]
        for low in lows:
            self._with_word.setdefault(low, []).append(len(self._several))
        self._several.append((at, run))

    def _read(self, n: int) -> Named:
        """Whom one of the runs of several words names, without the titles before it; the name is "" when it is nobody."""
        at, run = self._several[n]
        words, name, roles = run.split(), "", self.speech.roles
        if self.speech.head_first and self.scan.lower[max(0, at - 4) : at].strip() in self.speech.coordinators:
            while len(words) > 2 and (low := words[0].lower()) in roles.fillers and low not in roles.titles:
                words = words[1:]
        while words and words[-1].lower() in self.speech.time and not self._is_surname(at + len(run), words):
            words.pop()
        words = bearers.before_place(words, self.speech)
        named = self.without_titles(words) if words else []
        if len(named) > 1 and len(named) == len(words) and roles.schools:
            prior = self.scan.lower[max(0, at - BEFORE) : at].split()[-2:]
            if len(prior) > 1 and prior[1].isdigit() and prior[0] in roles.schools:
                named = named[1:]  # "Kepala SMPN 3 Wonosari Wartini"
        if not self.speech.head_first and not self.speech.links.isdisjoint(named):
            named = named[: next((n for n, word in enumerate(named) if n and word in self.speech.links), len(named))]
        if 1 <= len(named) <= 5:
            opening = words[: words.index(named[0]) if named[0] in words else len(words) - len(named)]
            name = bare(" ".join(named).rstrip("."))
            if name not in self._people and not self.is_body(name):
                lows = [word.lower() for word in opening if word.lower() not in roles.territories]
                titled = not all(map(self.speech.opens_sentence, lows))
                if titled or self._is_introduced(at, at + len(run)):
                    self._people.add(name)
        found = self._named[n] = Named(at, name, words_of(name))
        return found

    def _is_surname(self, end: int, words: list[str]) -> bool:
        """Whether a word of time that is a common word too ends a name, no day behind it ("Dame Ruth May")."""
        if len(words) < 2 or words[-1].lower() not in self._month_words or words[-2].lower() in self.speech.time:
            return False
        return not self.scan.text[end : end + 2].strip().isdigit()

    def _take_word(self, at: int, word: str) -> None:
        self.alone.setdefault(without_possessive(word), []).append((at, at + len(word)))

    def ends_sentence(self, word: str) -> bool:
        """Whether a word of a run carries the stop of a sentence rather than that of an abbreviation."""
        low = word[:-1].lower()
        return (
            word.endswith(".")
            and (len(low) > 2 or low in self._outlets or (len(low) == 2 and word[:2].isupper()))
            and "." not in low
            and not self.speech.is_title(low)
            and (low not in self._abbreviations or (low in self._outlets and word[:-1].isupper()))
        )

    def _is_introduced(self, start: int, end: int) -> bool:
        """Whether a title stands before a run or an age behind it."""
        before = self.scan.lower[max(0, start - 24) : start].rsplit(None, 1)
        if before and self.speech.is_title(before[-1]):
            after = self.scan.lower[end : end + 24].split(None, 1)
            return self.speech.head_first or not after or not self.speech.is_title(after[0])  # "Acme boss Tom Hill"
        if self.scan.text[end : end + 2] in (" (", ", ") and AGED.match(self.scan.text, end, end + 8):
            return True
        named = " " in self.scan.text[start:end]
        if not self.speech.head_first:
            who = self.speech.who.match(self.scan.text, end, end + 80)
            return who is not None and (named or " " in who.group().strip(", "))
        return named and bearers.ends_with_office(self.scan.text[max(0, start - OFFICE) : start], self.speech)

    def _take_acronyms(self, start: int, end: int) -> None:
        if self.scan.text.find("(", start, end) < 0:
            return
        for letters, full in spelt_out(self.scan.text, start, end, self.speech):
            self._acronyms.setdefault(letters, full)
            self._spelt_out.add(full)


def _is_acronym(word: str) -> bool:
    return 2 <= len(word) <= 8 and word.isupper()


def bare(name: str) -> str:
    """A name on one line, without the sign of possession."""
    return without_possessive(" ".join(name.split()))


def without_possessive(name: str) -> str:
    """A name without the sign of possession."""
    if name[-1:] not in ENDS_POSSESSED or not name.endswith(POSSESSED):
        return name
    return name[: -2 if name[-1] == "s" else -1]


def words_of(name: str) -> list[str]:
    """The words of a name in lower case."""
    if name.replace(" ", "").isalnum():
        return name.lower().split()  # what the pattern finds, in half the time
    return list(map(str.lower, WORD.findall(name)))


def _within(short: list[str], longer: list[str]) -> bool:
    """Whether the words of a short name stand in a longer one, in the same order."""
    rest = iter(longer)
    return all(word in rest for word in short)
