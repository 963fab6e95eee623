"""The words of a language that quotes are read by, prepared once from the [quotes] section of its file."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from claims.extraction.language import Language
from claims.extraction.scan import Scan

from .chain import chain_words
from .patterns import behind_first_word, by_first_word, pattern_of


class Speech:
    """Look-ups for one language. `kinds` says of each cue in which classes it stands (`say`, `ask`, `judge` …).

    The classes and what they mean are described in languages/README.md. `amounts` are words of other sections: `bounds` tells how
    exact a number is, `percents` are the words for percent, `numbers` those for more than one.
    """

    def __init__(self, tables: Mapping[str, Any], amounts: Mapping[str, frozenset[str]], *, head_first: bool) -> None:
        self.bounds, self.percents, self.numbers = amounts["bounds"], amounts["percents"], amounts["numbers"]
        self.that = frozenset(tables["that"])
        self.to = frozenset(tables["to"])
        self.own: str = tables["own"]
        self.head_first: bool = head_first
        self.passive = frozenset(tables["passive"])
        self.blockers = frozenset(tables["blockers"])
        self.auxiliaries = frozenset(tables["auxiliaries"])
        self.finite_starts = tuple(tables["finite_starts"])
        self.verb_starts = tuple(tables["verb_starts"])
        self.verb_ends = tuple(tables["verb_ends"])
        self.adverbs = frozenset(tables["adverbs"] + tables["affirming"])
        self.openers = frozenset(tables["openers"])
        self.time = frozenset(tables["time"])
        self.time_names = frozenset(tables["time_names"])
        self.relative = frozenset(tables["relative"])
        self.copulas = frozenset(tables["copulas"])
        self.by = frozenset(tables["by"])
        self.articles = frozenset(tables["articles"])
        self.conjunctions = frozenset(tables["conjunctions"])
        self.inherits = frozenset(tables["inherits"])
        self.conditions = frozenset(tables["conditions"])
        self.ends_name = frozenset(tables["ends_name"])
        self.ends_head = self.ends_name | {*tables["of"]}
        self.phrase_ends = self.ends_name - self.auxiliaries
        self.determiners = frozenset(tables["determiners"])
        self.particles = frozenset(tables["particles"])
        self.links = frozenset(tables["links"])
        self.speaks_for = frozenset(tables["speaks_for"])
        self.no_source = frozenset(tables["no_source"])
        self.genders: dict[str, str] = dict(tables["genders"])
        self.sexes = _sexes(tables["sexes"])
        self.connectives = frozenset(tables["connectives"])
        self.goes_on = frozenset(tables["goes_on"])
        self.things = frozenset(tables["things"])
        self.clause_that = frozenset(tables["clause_that"])
        self.gerund: str = tables["gerund"]
        self.noun_starts = tuple(tables["noun_starts"])
        self.noun_ends = tuple(tables["noun_ends"])
        self.inflections = tuple(tables["inflections"])
        self.predicates = frozenset(tables["predicates"])
        self.aliases = frozenset(tables["aliases"])
        self.adverb_end: str = tables["adverb_end"]
        self.judgements = frozenset(tables["judgements"])
        self.owners = frozenset(tables["owners"])
        self.describing_ends = tuple(tables["describing_ends"])
        self.joiners = frozenset(tables["joiners"])
        self.silent = by_first_word(tables["silent"])
        self.subjects = frozenset(tables["subjects"])
        self.interrogatives = frozenset(tables["interrogatives"])
        self.coordinators = frozenset(tables["coordinators"])
        self.indefinite = frozenset(tables["indefinite"])
        self.pronouns = frozenset(tables["pronouns"])
        self.plural_pronouns = frozenset(tables["plural_pronouns"])
        self.subordinators = frozenset(tables["subordinators"])
        self.accompanied = frozenset(tables["accompanied"])
        self.nouns = frozenset(tables["nouns"])
        self.prepositions = frozenset(tables["prepositions"])
        self.fronts = frozenset(tables["fronts"])
        self.amounts = frozenset(tables["amounts"])
        self.anaphors = frozenset(tables["anaphors"])
        self.names_it = frozenset(tables["names_it"])
        self.names_behind = frozenset(tables["names_behind"])
        self.chain = chain_words(tables["chain"])
        self._read_stand_ins(tables["stands_for"])
        self._read_nicknames(tables)
        self._read_roles(tables["roles"])
        self._read_pointers(tables)
        self.titles = self.ranks | self.heads
        self.speakers = self.heads | self.bodies | self.persons | self.body_nouns | self.chain.document_nouns
        self.kinds = _kinds(tables["cues"], self.own)
        self._read_cues(tables["cues"])
        self._read_forms()
        openings = {word.split()[0] for word in self.chain.audience | self.chain.audience_weak | self.relay}
        self.opens_link = openings | self.chain.just_as | self.chain.medium | self.asked
        self.cue = re.compile(pattern_of(self.kinds))
        self._cues_from = behind_first_word(self.kinds)
        self._shortest = min(map(len, self._cues_from), default=0)

    def _read_forms(self) -> None:
        """The forms of verbs and nouns for several, in a language that has such, and what several classes of words make."""
        self.fronted = self.adverbs - self.articles
        papers = self.conditions | self.clause_that | self.chain.document_nouns
        self.no_names = papers if self.head_first else frozenset()
        self.them = self.pronouns | self.plural_pronouns
        self.modifier_ends = self.describing_ends + self.verb_ends
        self.plural_verbs = frozenset(word for word in self.kinds if self._is_plural_verb(word))
        tellers = self.bodies | self.body_nouns | self.persons if self.several else frozenset()
        self.tellers = self.several | {f"{w[:-1]}ies" if w.endswith("y") else f"{w}s" for w in tellers}

    def _read_stand_ins(self, nouns: Mapping[str, Any]) -> None:
        self.firms = frozenset(nouns["firms"])
        self.any_firm = frozenset(nouns["any_firm"])
        self.anybody = frozenset(nouns["anybody"])
        self.persons = frozenset(nouns["person"])
        self.body_nouns = frozenset(nouns["body"])
        self.office_names: dict[str, str] = dict(nouns["offices"])
        self.office_heads = frozenset(office.split()[0] for office in self.office_names.values())
        self.parties = frozenset(nouns["parties"])

    def _read_pointers(self, tables: Mapping[str, Any]) -> None:
        self.fields = frozenset(tables["fields"])
        self.several = frozenset(tables["several"])
        self.topics = frozenset(tables["topics"])
        self.matters = frozenset(tables["matters"])
        self.tallies = frozenset(tables["tallies"])
        self.until = self.blockers & self.openers if self.head_first else frozenset()
        self.day_leads = self.time_names | self.chain.medium | self.until
        self.selves = frozenset(tables["selves"])
        self.emphatic = frozenset(tables["emphatic"])
        self.manner = frozenset(tables["manner"])
        self.affirming = frozenset(tables["affirming"])
        self.also_holds = frozenset(tables["also_holds"])
        self.named_as: list[str] = tables["named_as"]
        self.people_ends = tuple(tables["people_ends"])
        self.title_ends = tuple(tables["title_ends"])
        self.by_whom = frozenset(tables["by_whom"])
        self.claimed = frozenset(tables["claimed"])
        self.sums = frozenset(tables["sums"])
        self.begs = frozenset(tables["begs"])
        self.labels = frozenset(tables["labels"])
        self.charges = frozenset(tables["charges"])
        self.causes = frozenset(tables["causes"])
        self.definite = frozenset(tables["definite"])
        self.pointing = self.definite | self.owners
        self.place_of = re.compile(rf"(?: (?:{'|'.join(tables['of'])})(?: [\w'’.-]+){{1,4}})?, ")
        self.who = re.compile(rf",(?: [a-z-]+){{0,4}} (?:{'|'.join(tables['who'])}) ")
        led = (form for word in tables["introducers"] for form in (word, word.capitalize()))
        self.described = re.compile(rf"\b(?:{'|'.join(led)})(?: [A-Za-z'’-]+){{1,5}}")
        self.object_relatives = frozenset(tables["object_relatives"])
        self.former = frozenset(tables["former"])
        self.aged_ends = tuple(tables["aged_ends"])
        self.introducers: list[str] = tables["introducers"]
        self.introduced = re.compile(rf",? ?\(?\d{{1,3}}[),]|, (?:{'|'.join(self.introducers)}) ")

    def _read_nicknames(self, tables: Mapping[str, Any]) -> None:
        self.asked = frozenset(tables["asked"])
        self.maybe_that = frozenset(tables["maybe_that"])
        self.nicknamed: list[str] = tables["nicknamed"]
        self.nickname_of: list[str] = tables["nickname_of"]
        self.nickname_nouns = frozenset(cue.split()[0] for cue in self.nickname_of)

    def _read_cues(self, cues: Mapping[str, list[str]]) -> None:
        self.participle_words = frozenset(word.split()[0] for word in cues["participle"])
        self.records = frozenset(cues["records"])
        self.never_alone = frozenset(cues["never_alone"])
        self.gerunds = frozenset(cues["gerunds"])
        self.reports = frozenset(cues["reports"])
        self.answers = frozenset(cues["answers"])
        self.infinitives = frozenset(cues["infinitives"])
        self.relay = frozenset(cues["relay"])

    def _read_roles(self, roles: Mapping[str, list[Any]]) -> None:
        self.ranks = frozenset(roles["ranks"])
        self.second_of_rank = frozenset(rank.partition(" ")[2] for rank in self.ranks)
        self.acting = frozenset(roles["acting"])
        self.rank_names = frozenset(roles["rank_names"])
        self.rank_words = self.ranks | frozenset(roles["rank_words"])
        self.courtesy = frozenset(roles["courtesy"])
        self.degrees = frozenset(roles["degrees"])
        self.given = frozenset(roles["given"])
        self.place_before = frozenset(roles["place_before"])
        self.regional = frozenset(roles["regional"])
        self.territories = frozenset(roles["areas"]) & self.place_before
        self.schools = frozenset(roles["schools"])
        self.specialists = tuple(roles["specialists"])
        self.heads = frozenset(roles["heads"])
        # A body whose initials are a relative word ("the WHO said") is told from it by its capitals, in `initials`.
        self.initials = {word.upper(): f"{word}." for word in self.relative.intersection(roles["bodies"])}
        self.bodies = frozenset((*roles["bodies"], *self.initials.values()))
        self.deputies = frozenset(roles["deputies"])
        self.corporate = frozenset(roles["corporate"])
        self.areas = frozenset(roles["areas"])
        self.fillers = frozenset(roles["fillers"])
        self.filler_pairs = frozenset((before, word) for before, word in roles["filler_pairs"])
        self.places = frozenset(roles["places"])

    def cues_in(self, scan: Scan) -> list[tuple[int, int, str]]:
        """The cues of a text, in order: where each begins and ends, and its words in lower case with one blank between.
        Where one may begin is told by its plain words, which takes a fraction of the time of the pattern."""
        found: list[tuple[int, int, str]] = []
        lower, plain, place, end = scan.lower, scan.plain, 0, 0
        for word in plain.split(" "):
            rests = self._cues_from.get(word) if len(word) >= self._shortest else None
            if rests is not None and place >= end and plain.startswith(rests, place + len(word)):
                match = self.cue.match(scan.text, place) if lower[place - 1 : place] != "-" else None
                if match is not None:
                    end = match.end()
                    cue = lower[place:end]
                    found.append((place, end, cue if cue in self.kinds else " ".join(cue.split())))
            place += len(word) + 1
        return found

    def _is_plural_verb(self, word: str) -> bool:
        """Whether a cue is the form of a verb that goes with several ("call for" beside "calls for" and "called for")."""
        first, blank, rest = word.partition(" ")
        forms = {f"{first}{end}{blank}{rest}" for end in ("s", *self.verb_ends, *(end[1:] for end in self.verb_ends))}
        past = forms - {f"{first}s{blank}{rest}"}
        return bool(self.gerund) and f"{first}s{blank}{rest}" in self.kinds and not past.isdisjoint(self.kinds)

    def is_title(self, low: str) -> bool:
        """Whether a word is a title, a rank or an office ("co-founder" is one as "founder" is, "mother-of-two" as
        "mother", any "-ologist")."""
        if low in self.titles or low.endswith(self.title_ends):
            return True
        if "-" not in low:
            return False
        whose = low.split("-of-", maxsplit=1)[0]
        return low.rsplit("-", 1)[1] in self.titles or whose in self.titles or whose in self.sexes

    def is_head(self, low: str) -> bool:
        """Whether a word heads an office or tells whose somebody is: "istri", "istrinya"."""
        stem = low.removesuffix(self.own) if self.own else low
        return stem in self.heads or (stem != low and stem in self.persons)

    def is_double(self, words: Sequence[str]) -> bool:
        """Whether an Indonesian office is another one than that of its first word alone ("presiden direktur")."""
        return self.head_first and len(words) > 1 and words[1] in self.heads and words[1] not in self.fillers

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

    def is_several(self, words: Sequence[str]) -> bool:
        """Whether the words of a description in lower case are several people or things ("nurses and porters", "the police");
        always where no word tells."""
        if not self.several:
            return True
        head = next((n for n, word in enumerate(words) if n and word in self.ends_head), len(words))
        last = words[head - 1] if words else ""
        joined = not self.coordinators.isdisjoint(words[:head])
        return joined or last in self.several or (last.endswith("s") and not last.endswith("ss"))

    def can_tell(self, words: Sequence[str]) -> bool:
        """Whether the words of a description in lower case are those of a person, a body, a document, or of several."""
        if not self.speakers.isdisjoint(words) or self.is_people(words[-1]):
            return True
        if self.head_first and words[0] in self.introducers:
            return True  # "seorang penjual"
        head = next((n for n, word in enumerate(words) if n and word in self.ends_head), len(words))
        return words[head - 1] in self.tellers

    def is_people(self, low: str) -> bool:
        """Whether a word has the ending of the plural of those who do something ("objectors")."""
        return len(low) > 7 and low.endswith(self.people_ends)

    def ends_as_adverb(self, word: str) -> bool:
        """Whether a word has the ending of adverbs ("Eventually")."""
        return self.adverb_end != "" and word.endswith(self.adverb_end) and word not in self.speakers

    def opens_sentence(self, low: str) -> bool:
        """Whether a word that opens a sentence with a capital is no part of a name."""
        openings = (self.openers, self.articles, self.time, self.goes_on)
        return low in self.kinds or any(low in words for words in openings)


def _kinds(cues: Mapping[str, list[str]], own: str) -> dict[str, frozenset[str]]:
    """Cue -> the classes it stands in; a word with the pronoun hung on it is a cue of class `own`."""
    found: dict[str, set[str]] = {}
    for kind, words in cues.items():
        for word in words:
            if kind == "after_own":
                found.setdefault(word + own, set()).add("own")
            else:
                found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _sexes(table: Mapping[str, list[str]]) -> dict[str, str]:
    """Word for a man or a woman, or first name with a full stop behind it -> "m" or "f"."""
    found = dict.fromkeys(table["men"], "m") | dict.fromkeys(table["women"], "f")
    found |= {f"{name}.": "m" for name in table["men_named"]}
    return found | {f"{name}.": "f" for name in table["women_named"]}


@cache
def speech_of(language: Language) -> Speech:
    """The prepared words of a language, made on first use."""
    tables = language.tables
    amounts = {
        "bounds": frozenset(form for forms in tables["bounds"]["before"].values() for form in forms),
        "percents": frozenset(tables["units"]["percent"]),
        "numbers": frozenset(
            [*tables["numbers"]["vague"], *(word for word, value in tables["numbers"]["values"].items() if value > 1)]
        ),
    }
    return Speech(tables["quotes"], amounts, head_first=tables["counted"]["order"] == "head_first")
