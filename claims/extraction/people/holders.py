"""Who is named with an office somewhere in an article: "Wakil Menteri Luar Negeri Rusia Mikhail Bogdanov", "Nur Aisyah, 31, an
accountant"."""

import re
from collections.abc import Container
from functools import cache
from typing import Final

from claims.extraction.scan import Scan
from claims.extraction.speech import Speech

from .capitals import WORD_OF_RUN
from .heads import ABBREVIATED
from .names import Names, bare

OF_UNIT: Final = re.compile(r"/\w+(?=, )")
"""The name of a unit behind its number ("Pangdam IX/Udayana, Mayjen TNI Seto Wibowo")."""

LATER: Final = 3
"""Places of an office behind the first that are looked at."""

DEPUTY: Final = 12
"""Characters before an office in which the word for its deputy stands."""

NEARBY: Final = 60
"""Characters behind an office in which the word behind it ends."""

SEARCHED: Final = 20_000
"""Characters that are searched back for the name of an office."""


class Offices:
    """The offices of one article and those who hold them, looked up when they are asked for."""

    def __init__(self, scan: Scan, speech: Speech, names: Names) -> None:
        self.scan, self.speech, self.names = scan, speech, names
        self._apposed = apposed_of(speech)
        self._nobody: dict[str, int] = {}
        self._bracketed: dict[str, int] = {}

    def holder(self, office: str, at: int, spoken: Container[str] | None = None) -> str:
        """The person named with a title before a place ("Wakil Menteri Luar Negeri Rusia Mikhail Bogdanov" for "wakil
        menteri"), "" when there is none; one of those who have `spoken` before another, where they are given."""
        words = office.split()
        if not (self.speech.is_title(words[0]) or self.speech.is_title(words[-1])):
            return ""
        stop, floor, found = at, self._nobody.get(office, 0), ""
        floor = floor if floor <= at else 0
        for _ in range(6):
            stop = self.scan.lower.rfind(office, max(floor, at - SEARCHED), stop)
            if stop < 0:
                break
            if self._is_deputy(stop) or self._is_object(stop) or self._names_members(stop) or self._is_titled(stop):
                continue
            named = self._apposed_to(stop) or self._titled_at(stop, len(office))
            if named:
                found = found or self.names.longest(named)
                if spoken is None or self.names.longest(named) in spoken:
                    return self.names.longest(named)
        if found:
            return found
        self._nobody[office] = at  # what stands before this place names nobody, however often it is asked
        return self._named_later(office, at) if self.speech.head_first or " " in office else ""

    def relative(self, called: str, at: int) -> str:
        """The name that an English article gives somebody's relative or lawyer, before a place or behind it ("her husband" where
        "her husband, Carl, …" stands), else ""."""
        called = called.lower()
        found: list[int] = []
        stop = self.scan.lower.rfind(called, max(0, at - SEARCHED), at)
        while stop >= 0 and len(found) < LATER:
            found.append(stop)
            stop = self.scan.lower.rfind(called, max(0, at - SEARCHED), stop)
        behind = self.scan.lower.find(called, at + 1, at + SEARCHED)
        return next((name for place in (*found, behind) if place >= 0 and (name := self._called(called, place))), "")

    def _called(self, called: str, at: int) -> str:
        """The name right behind the words for somebody's relative at a place, else ""."""
        text, end = self.scan.text, at + len(called)
        comma = text.startswith(", ", end)
        match = self.names.run.match(text, end + (2 if comma else 1))
        words = self.names.without_titles(match.group().split()) if match is not None else []
        closed = match is not None and (not comma or text[match.end() : match.end() + 1] in (",", "."))
        if closed and 1 <= len(words) <= 4 and text[end : end + 1] in (" ", ","):
            return self.names.longest(bare(" ".join(words).rstrip(".")))
        return ""

    def _named_later(self, office: str, at: int) -> str:
        """The person named with an office behind a place, where the article has told of the office alone before."""
        for _ in range(LATER):
            at = self.scan.lower.find(office, at + 1, at + SEARCHED)
            if at < 0:
                return ""
            if named := self._titled_at(at, len(office)):
                return self.names.longest(named)
        return ""

    def _is_deputy(self, at: int) -> bool:
        """Whether the word before an office makes it another one ("wakil menteri")."""
        return not self.speech.roles.deputies.isdisjoint(self.scan.lower[max(0, at - DEPUTY) : at].split()[-1:])

    def holder_called(
        self, name: str, at: int, spoken: Container[str] | None = None, *, described: bool = False
    ) -> str:
        """Who holds an office that the article writes otherwise too ("Sekjen PBB" for "Sekretaris Jenderal PBB Anton Gullit"),
        "" when there is none; rather one of those who have `spoken` ("Kepala Negara"). Where nothing but the office is told
        (`described`), also who stands behind the same words ("Kabid Humas Polda Solok, Kombes Seto Wibowo")."""
        low = name.lower().strip()
        for article in self.speech.definite:
            low = low.removeprefix(f"{article} ")
        first, _, body = low.partition(" ")
        if first.rstrip(".") in self.speech.roles.acting and body:
            return self.holder_called(body, at) or self.holder(body, at)
        office = self.speech.stands_for.offices.get(low, "")
        if not office and first in self.speech.stands_for.offices:
            office = f"{self.speech.stands_for.offices[first]} {body}"
        one = described and self.speech.head_first and body.count(" ") > 1  # not "hakim Pengadilan Negeri Solok"
        one = one and (first in self.speech.stands_for.offices or first in self.speech.stands_for.office_heads)
        same = self.holder(low, at) if one else ""
        if not office or same:
            return same or self._abbreviated(name.strip().partition(" ")[2] or name.strip(), first if body else "")
        return self.holder(office, at, spoken if low in self.speech.stands_for.offices else None)

    def _abbreviated(self, name: str, title: str) -> str:
        """Who is named behind the abbreviation of an office in brackets ("Wakil Menteri Agama (Wamenag) Seto Wibowo"), or,
        with its `title`, behind that of its place ("Bupati Serdang Bedagai (Sergai) Seto Wibowo")."""
        text, low = self.scan.text, name.lower()
        plain = low not in self.speech.roles.bodies and (
            title != "" or not name.isupper() or not self.speech.head_first
        )
        if name not in self._bracketed:
            self._bracketed[name] = text.find(f" ({name}) ", 0, SEARCHED)
        at = self._bracketed[name] if plain else -1
        behind = self.names.run.match(text, at + len(name) + 4) if at > 0 else None
        if behind is None:
            return ""
        office = next((m for m in self.names.run.finditer(text, max(0, at - 90), at) if m.end() == at), None)
        first = office.group().split(maxsplit=1)[0].lower() if office is not None else ""
        words = self.names.without_titles(behind.group().split())
        meant = first == title if title else first[:1] == low[:1]
        if not meant or not self.speech.is_title(first) or not 1 <= len(words) <= 4:
            return ""
        return self.names.longest(bare(" ".join(words)))

    def _apposed_to(self, at: int) -> str:
        """The name before an office that is its apposition: "Nur Aisyah Rahman, 31, an accountant"."""
        apposed = self._apposed.search(self.scan.text, max(0, at - 90), at)
        words = self.names.without_titles(apposed.group(1).split()) if apposed is not None else []
        return " ".join(words) if 2 <= len(words) <= 4 else ""

    def _is_object(self, at: int) -> bool:
        """Whether an English participle that opens a sentence is done to the holder of an office ("Questioning the driver, Hill
        …"), so that the name behind it is not his."""
        before = self.scan.text[max(0, at - NEARBY) : at].split()[-2:]
        if self.speech.head_first or len(before) < 2 or before[1] not in self.speech.articles:
            return False
        return before[0][0].isupper() and before[0].endswith(self.speech.gerund)

    def _names_members(self, at: int) -> bool:
        """Whether a capital at a place only ends the name of a body ("mahasiswa" in "Ketua Badan Eksekutif Mahasiswa Seto")."""
        before = self.scan.lower[max(0, at - NEARBY) : at].split()[-2:]
        closes = self.speech.head_first and self.scan.text[at].isupper()
        return closes and not self.speech.stands_for.body.isdisjoint(before)

    def _is_titled(self, at: int) -> bool:
        """Whether a place is in an Indonesian headline, where common words have capitals too ("Presiden Rudi Kecam Serangan")."""
        return self.speech.head_first and self.scan.text.rfind("\n", 0, at) + 1 in self.names.titles

    def _titled_at(self, at: int, length: int) -> str:
        """The name behind an office."""
        text = self.scan.text
        comma = self.speech.place_of.match(text, at + length) if not self.speech.head_first else None
        if comma is not None:
            behind = self.names.run.match(text, comma.end())
            words = self.names.without_titles(behind.group().split()) if behind is not None else []
            return bare(" ".join(words).rstrip(".")) if 2 <= len(words) <= 4 else ""
        if self.speech.head_first and text.startswith(", ", at + length) and " " in text[at : at + length]:
            return self._behind_comma(at + length + 2)
        if text[at + length : at + length + 1] != " ":
            return ""
        capital = text[at].isupper()
        match = self.names.run.match(text, at if capital else at + length + 1)
        if match is not None and match.end() <= at + length:
            match, capital = self.names.run.match(text, self._past_aside(at + length)), False
        if match is None:
            return ""
        words = match.group().split()
        words = words[: next((n for n, word in enumerate(words, 1) if self.names.ends_sentence(word)), len(words))]
        if capital and len(words[0]) == length and self.speech.is_double([word.lower() for word in words]):
            return ""  # "Presiden Direktur PT Laba" for "presiden"
        while len(words) > 1 and words[-1].lower() in self.speech.time:
            words.pop()  # "Prime Minister Ann Hill Sunday opened the fair"
        rest = self.names.without_titles(words) if capital else words
        unit = OF_UNIT.match(text, match.end())
        end = unit.end() if unit is not None else match.end()
        placed, low = unit is not None or self._is_placed(words, rest), words[0].lower()
        comma_behind = capital and self.speech.head_first and text.startswith(", ", end)
        if comma_behind and placed:
            return self._behind_comma(end + 2)
        if comma_behind and low in self.speech.stands_for.anybody and (named := self._behind_comma(end + 2)):
            return named  # "Pelatih Persela Lamongan, Seto Wibowo, mengatakan"
        if not 1 <= len(rest) <= 4:
            return ""
        low = rest[0].lower()
        if low in self.speech.roles.places or low in self.speech.roles.bodies:
            return ""  # "the Superintendent of Police"
        return bare(" ".join(rest).rstrip("."))

    def _is_placed(self, words: list[str], rest: list[str]) -> bool:
        """Whether only the place or the body of an office stands behind it, as far as its words tell ("Bupati Barito Utara")."""
        if not rest or rest[0].lower() in self.speech.roles.places:
            return True
        regional = any(word.lower() in self.speech.roles.regional for word in words[: len(words) - len(rest)])
        return regional and len(rest) == 1

    def _behind_comma(self, at: int) -> str:
        """The person named behind the comma of an office, a rank before it or of several words ("…, H. Shalahuddin, …")."""
        match = self.names.run.match(self.scan.text, at)
        words = match.group().split() if match is not None else []
        rest = self.names.without_titles(words) if words else []
        ranked = bool(words) and words[0].lower().rstrip(".") in self.speech.roles.ranks
        if not (1 if ranked else 2) <= len(rest) <= 4:
            return ""
        low = rest[0].lower()
        return (
            ""
            if low in self.speech.roles.places or low in self.speech.roles.bodies
            else bare(" ".join(rest).rstrip("."))
        )

    def _past_aside(self, at: int) -> int:
        """The place behind an abbreviation in brackets, or behind the words that bring in a name ("korban bernama Rina")."""
        text = self.scan.text
        abbreviated = ABBREVIATED.match(text, at)
        if abbreviated is not None:
            return abbreviated.end()
        word = self.scan.lower[at : at + 14].split(maxsplit=1)[:1]
        return at + len(word[0]) + 2 if word and word[0] in self.speech.roles.courtesy else at + 1


@cache
def apposed_of(speech: Speech) -> re.Pattern[str]:
    """A name with the article of its apposition behind it ("Nur Aisyah Rahman, 31, an "), or with its copula ("Ama Boateng is a ")."""
    articles = "|".join(speech.introducers)
    copulas = "".join(f"| {word}" for word in sorted(speech.copulas) if speech.introducers)
    return re.compile(
        rf"((?:{WORD_OF_RUN} ){{0,3}}{WORD_OF_RUN})(?:,? \(?\d{{1,3}}\)?,|,{copulas}) (?:{articles}) (?:[\w-]+ ){{0,3}}\Z"
    )
