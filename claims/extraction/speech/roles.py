"""The words of titles and of what bears them: [quotes.roles] of a language's file."""

from collections.abc import Mapping, Sequence
from typing import Any


class Roles:
    """Ranks, offices, bodies and places, each by the name of its list in the file."""

    def __init__(self, table: Mapping[str, list[Any]], relative: frozenset[str]) -> None:
        """`relative` are the relative words of the language, one of which may be the initials of a body."""
        # In front of a name.
        self.ranks = frozenset(table["ranks"])  # "*Dr* Hill", "*Jenderal* Rudi"
        self.second_of_rank = frozenset(rank.partition(" ")[2] for rank in self.ranks)  # "Tan *Sri*"
        self.rank_words = self.ranks | frozenset(table["rank_words"])  # "Komisaris *Besar*"
        self.rank_names = frozenset(table["rank_names"])  # ranks that are names too: "Lukman *Hakim*"
        self.courtesy = frozenset(table["courtesy"])  # those that are no role: "*Mr* Hill"
        self.given = frozenset(table["given"])  # first names that a second mention leaves out
        self.heads = frozenset(table["heads"])  # offices: "the *mayor*", "*gubernur* Jawa Barat"
        self.titles = self.ranks | self.heads
        self.acting = frozenset(table["acting"])  # "*acting* mayor"
        self.deputies = frozenset(table["deputies"])  # whose title holds that of another: "wakil bupati"
        self.fillers = frozenset(table["fillers"])  # what else a title is made of
        self.filler_pairs = frozenset((before, word) for before, word in table["filler_pairs"])  # "jaksa *agung*"
        self.regional = frozenset(table["regional"])  # whose place stands before the name: "*bupati* Kudus X"
        # Behind a name.
        self.degrees = frozenset(table["degrees"])  # "Ann Hill *PhD*"
        self.specialists = tuple(table["specialists"])  # beginnings of others: "*Sp*OG"
        self.corporate = frozenset(table["corporate"])  # "Hill Mills *plc*"
        # Bodies, by the noun of what they are.
        # One whose initials are a relative word ("the WHO said") is told from it by its capitals, in `initials`.
        self.initials = {word.upper(): f"{word}." for word in relative.intersection(table["bodies"])}
        self.bodies = frozenset((*table["bodies"], *self.initials.values()))
        self.schools = frozenset(table["schools"])  # whose number a place follows: "*SMAN* 3 Kudus"
        self.venues = frozenset(table["venues"])  # whose own name follows: "pedagang *Pasar* Kudus"
        # Places.
        self.places = frozenset(table["places"])
        self.areas = frozenset(table["areas"])  # whose next word is a place: "*kecamatan* Tegowanu"
        self.place_before = frozenset(table["place_before"])  # what tells that a name is a place's: "*di* Kudus"
        self.territories = self.areas & self.place_before

    def is_rank(self, lows: Sequence[str], at: int) -> bool:
        """Whether the word at a place is a rank, or the second word of one ("Tan Sri")."""
        second = at > 0 and lows[at] in self.second_of_rank
        ranked = lows[at] in self.ranks or (second and f"{lows[at - 1]} {lows[at]}" in self.ranks)
        return ranked and not self.is_named(lows, at)

    def is_named(self, lows: Sequence[str], at: int) -> bool:
        """Whether a rank that is a name too stands behind no title, so that it is one ("Lukman Hakim Saifuddin", "Fredi H
        Saragih")."""
        if self.opens_name(lows, at):
            return True
        initial = at == 1 and len(lows[at]) == 1
        if not at or (lows[at] not in self.rank_names and not initial):
            return False
        before = lows[at - 1]
        return not any(before in words for words in (self.titles, self.bodies, self.fillers, self.places))

    def opens_name(self, lows: Sequence[str], at: int) -> bool:
        """Whether a title is the first word of a name of two ("Anak Agung Rai")."""
        return " ".join(lows[at : at + 2]) in self.rank_names

    def is_title_of_several(self, low: str) -> bool:
        """Whether a word is the plural of a title ("experts")."""
        return low.endswith("s") and low[:-1] in self.titles
