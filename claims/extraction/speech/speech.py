"""The words of a language that quotes are read by, prepared once from the [quotes] section of its file."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from claims.extraction.language import Language

from .chain import chain_words
from .cues import Cues
from .patterns import by_first_word
from .roles import Roles
from .stands_for import StandsFor


class Speech:
    """Look-ups for one language, each by the name of its list in the file. What the file keeps in a section of its own is a part:
    `cues`, `chain`, `roles`, `stands_for`, `sexes`.

    `head_first` tells that a noun stands before its adjectives. `amounts` are words of other sections: `bounds` tells how exact
    a number is, `percents` are the words for percent, `numbers` those for more than one.
    """

    def __init__(self, tables: Mapping[str, Any], amounts: Mapping[str, frozenset[str]], *, head_first: bool) -> None:
        self.head_first: bool = head_first
        self.bounds, self.percents, self.numbers = amounts["bounds"], amounts["percents"], amounts["numbers"]
        self.own: str = tables["own"]  # the pronoun that hangs on a cue: "kata*nya*"
        self._read_endings(tables)
        self._read_pointers(tables)
        self._read_names(tables)
        self._read_clauses(tables)
        self._read_contents(tables)
        self.sexes = _sexes(tables["sexes"])
        self.stands_for = StandsFor(tables["stands_for"])
        self.roles = Roles(tables["roles"], self.relative)
        self.cues = Cues(tables["cues"], self.own, self.verb_ends, inflected=self.gerund != "")
        self.chain = chain_words(tables["chain"])
        self._read_several()

    def _read_endings(self, tables: Mapping[str, Any]) -> None:
        """By which beginnings and endings verbs, adverbs and nouns are told."""
        self.verb_starts = tuple(tables["verb_starts"])
        self.verb_ends = tuple(tables["verb_ends"])
        self.finite_starts = tuple(tables["finite_starts"])  # of verbs that are no noun: "*di*bawa"
        self.gerund: str = tables["gerund"]  # "say*ing*"
        self.inflections = tuple(tables["inflections"])
        self.describing_ends = tuple(tables["describing_ends"])  # of adjectives, which make a cue a noun
        self.modifier_ends = self.describing_ends + self.verb_ends
        self.adverb_end: str = tables["adverb_end"]
        self.noun_starts = tuple(tables["noun_starts"])
        self.noun_ends = tuple(tables["noun_ends"])
        self.people_ends = tuple(tables["people_ends"])  # of several who do something: "object*ors*"
        self.title_ends = tuple(tables["title_ends"])  # of words for what somebody does: "horo*logist*"
        self.aged_ends = tuple(tables["aged_ends"])  # of words for a person: "43-*year-old*"

    def _read_pointers(self, tables: Mapping[str, Any]) -> None:
        """Articles and pronouns, by whom they can mean."""
        self.articles = frozenset(tables["articles"])
        self.definite = frozenset(tables["definite"])  # those that point at somebody named before
        self.indefinite = frozenset(tables["indefinite"])
        self.determiners = frozenset(tables["determiners"])  # "this", "itu"
        self.owners = frozenset(tables["owners"])  # "their"
        self.pointing = self.definite | self.owners
        self.pronouns = frozenset(tables["pronouns"])
        self.plural_pronouns = frozenset(tables["plural_pronouns"])
        self.them = self.pronouns | self.plural_pronouns
        self.things = frozenset(tables["things"])  # pronouns for things: "it"
        self.selves = frozenset(tables["selves"])  # of the one who speaks
        self.subjects = frozenset(tables["subjects"])  # "nothing", "few"
        self.several = frozenset(tables["several"])  # who are more than one without an ending: "the *police*"
        self.genders: dict[str, str] = dict(tables["genders"])  # pronoun or form of address -> "m", "f"

    def _read_names(self, tables: Mapping[str, Any]) -> None:
        """What stands in names and descriptions, and beside them."""
        self.links = frozenset(tables["links"])  # inside the names of bodies: "Bank *of* Kilby"
        self.particles = frozenset(tables["particles"])  # inside those of people: "Erik *ten* Hag"
        self.coordinators = frozenset(tables["coordinators"])  # "Hill *and* Lee"
        self.ends_name = frozenset(tables["ends_name"])
        self.ends_head = self.ends_name | {*tables["of"]}
        self.fields = frozenset(tables["fields"])  # "the Council *on* Foreign Trade"
        self.aliases = frozenset(tables["aliases"])  # before a second name: "*alias* Bento"
        self.also_holds = frozenset(tables["also_holds"])  # before a second office: "Ketua DPD *sekaligus* …"
        self.former = frozenset(tables["former"])  # "the *former* minister"
        self.ranked = frozenset(tables["ranked"])  # "the world *No.* 5"
        self.speaks_for = frozenset(tables["speaks_for"])  # "a spokesman *for* Kilby"
        self.accompanied = frozenset(tables["accompanied"])  # before a speaker's company: "*didampingi* Rina"
        self.introducers: list[str] = tables["introducers"]  # before an apposition: "Ann Hill, *a* student"
        self.introduced = re.compile(rf",? ?\(?\d{{1,3}}[),]|, (?:{'|'.join(self.introducers)}) ")
        led = (form for word in self.introducers for form in (word, word.capitalize()))
        self.described = re.compile(rf"\b(?:{'|'.join(led)})(?: [A-Za-z'’-]+){{1,5}}")
        self.place_of = re.compile(rf"(?: (?:{'|'.join(tables['of'])})(?: [\w'’.-]+){{1,4}})?, ")
        self.who = re.compile(rf",(?: [a-z-]+){{0,4}} (?:{'|'.join(tables['who'])}) ")
        self.named_as: list[str] = tables["named_as"]  # behind "who", where somebody gives a name
        self.names_it = frozenset(tables["names_it"])  # before marks that hold a title: "the *poem* “…”"
        self.names_behind = frozenset(tables["names_behind"])  # behind such marks: "a “…” *rating*"
        self.nicknamed: list[str] = tables["nicknamed"]  # "X *akrab disapa* Y"
        self.nickname_of: list[str] = tables["nickname_of"]  # "Y, *sapaan akrab* X"
        self.nickname_nouns = frozenset(cue.split()[0] for cue in self.nickname_of)
        self.labels = frozenset(tables["labels"])  # what a page calls its parts: "Kilby *Live*: “…”"

    def _read_clauses(self, tables: Mapping[str, Any]) -> None:
        """How clauses begin, are joined and are told to have a verb."""
        self.auxiliaries = frozenset(tables["auxiliaries"])
        self.phrase_ends = self.ends_name - self.auxiliaries
        self.passive = frozenset(tables["passive"])  # forms of "to be"
        self.copulas = frozenset(tables["copulas"])
        self.predicates = frozenset(tables["predicates"])  # adjectives that end a clause as its predicate
        self.prepositions = frozenset(tables["prepositions"])
        self.by = frozenset(tables["by"])
        self.openers = frozenset(tables["openers"])  # what opens an adverbial: "*In* Kent"
        self.time = frozenset(tables["time"])
        self.time_names = frozenset(tables["time_names"])  # those that are names of people too
        self.adverbs = frozenset(tables["adverbs"] + tables["affirming"])  # between subject and verb
        self.affirming = frozenset(tables["affirming"])  # a negation strengthens them: "tidak *hanya* meminta"
        self.fronted = self.adverbs - self.articles
        self.manner = frozenset(tables["manner"])  # "*dengan* suara pelan"
        self.emphatic = frozenset(tables["emphatic"])  # behind a cue: "membantah *keras*"
        self.relative = frozenset(tables["relative"])  # "who"
        self.object_relatives = frozenset(tables["object_relatives"])  # those that are never a subject: "whom"
        self.subordinators = frozenset(tables["subordinators"])  # "because"
        self.conditions = frozenset(tables["conditions"])  # "if"
        self.conjunctions = frozenset(tables["conjunctions"])
        self.inherits = frozenset(tables["inherits"])  # a cue behind one shares its subject: "*and* said"
        self.joiners = frozenset(tables["joiners"])  # what joins clauses
        self.connectives = frozenset(tables["connectives"])  # what only joins sentences: "however"
        self.goes_on = frozenset(tables["goes_on"])  # behind an aside: "*including* …"
        self.blockers = frozenset(tables["blockers"])  # before a cue that is no report: "*to* say"
        self.until = self.blockers & self.openers if self.head_first else frozenset()

    def _read_contents(self, tables: Mapping[str, Any]) -> None:
        """What may follow a cue: what opens a report, and what is none."""
        self.that = frozenset(tables["that"])
        self.clause_that = frozenset(tables["clause_that"])  # those of them that are no part of what is reported
        self.presents = frozenset(tables["presents"])  # what brings in a list: "Dikutip dari X, *berikut* lima cara …"
        self.maybe_that = frozenset(tables["maybe_that"])  # subordinators that stand for "that" too
        self.to = frozenset(tables["to"])  # before what is asked
        self.interrogatives = frozenset(tables["interrogatives"])
        self.asked = frozenset(tables["asked"])  # on what occasion: "saat *dihubungi* wartawan"
        self.by_whom = frozenset(tables["by_whom"])  # before whose words are told: "the message *from* Hill"
        self.no_source = frozenset(tables["no_source"])  # no source behind "according to": "the *plan*"
        self.topics = frozenset(tables["topics"])  # "*soal* harga beras, Rina mengatakan"
        self.fronts = frozenset(tables["fronts"])  # prepositions that open a report: "said *about* five were late"
        self.amounts = frozenset(tables["amounts"])  # the numbers behind them
        self.anaphors = frozenset(tables["anaphors"])  # objects that are no report: "hal itu"
        self.matters = frozenset(tables["matters"])  # what is told of, not told: "menjelaskan *alasan* ia mundur"
        self.looked_into = frozenset(tables["looked_into"])  # "penyebab kebakaran masih *diselidiki*"
        self.tallies = frozenset(tables["tallies"])  # "yang menyatakan setuju *sebesar* 60 persen"
        self.nouns = frozenset(tables["nouns"])  # that end like a participle, and phrases that open with a cue
        self.claimed = frozenset(tables["claimed"])  # "claimed *responsibility*"
        self.charges = frozenset(tables["charges"])  # "accused him *of* lying"
        self.causes = frozenset(tables["causes"])  # "blamed the delay *on* rain"
        self.sums = frozenset(tables["sums"])  # cues that also put something to what there is: "*added* 21 points"
        self.begs = frozenset(tables["begs"])  # cues behind which one does oneself what "to" tells
        self.judgements = frozenset(tables["judgements"])  # "*dismissed* the offer saying"
        self.silent = by_first_word(tables["silent"])  # what was not said: "but she *gave no* details"

    def _read_several(self) -> None:
        """What words of several parts make together."""
        roles, chain, nouns = self.roles, self.chain, self.stands_for
        papers = self.conditions | self.clause_that | chain.document_nouns
        self.no_names = papers if self.head_first else frozenset()
        self.day_leads = self.time_names | chain.medium | self.until
        self.speakers = roles.heads | roles.bodies | nouns.person | nouns.body | chain.document_nouns
        tellers = roles.bodies | nouns.body | nouns.person if self.several else frozenset()
        self.tellers = self.several | {f"{w[:-1]}ies" if w.endswith("y") else f"{w}s" for w in tellers}
        openings = {word.split()[0] for word in chain.audience | chain.audience_weak | self.cues.relay}
        self.opens_link = openings | chain.just_as | chain.medium | self.asked

    def is_title(self, low: str) -> bool:
        """Whether a word is a title, a rank or an office ("co-founder" is one as "founder" is, "mother-of-two" as
        "mother", any "-ologist")."""
        if low in self.roles.titles or low.endswith(self.title_ends):
            return True
        if "-" not in low:
            return False
        whose = low.split("-of-", maxsplit=1)[0]
        return low.rsplit("-", 1)[1] in self.roles.titles or whose in self.roles.titles or whose in self.sexes

    def is_head(self, low: str) -> bool:
        """Whether a word heads an office or tells whose somebody is: "istri", "istrinya"."""
        stem = low.removesuffix(self.own) if self.own else low
        return stem in self.roles.heads or (stem != low and stem in self.stands_for.person)

    def is_double(self, words: Sequence[str]) -> bool:
        """Whether an Indonesian office is another one than that of its first word alone ("presiden direktur")."""
        return (
            self.head_first and len(words) > 1 and words[1] in self.roles.heads and words[1] not in self.roles.fillers
        )

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
        return words[head - 1].rpartition("-")[2] in self.tellers  # "the ex-detectives"

    def is_people(self, low: str) -> bool:
        """Whether a word has the ending of the plural of those who do something ("objectors")."""
        return len(low) > 7 and low.endswith(self.people_ends)

    def ends_as_adverb(self, word: str) -> bool:
        """Whether a word has the ending of adverbs ("Eventually")."""
        return self.adverb_end != "" and word.endswith(self.adverb_end) and word not in self.speakers

    def opens_sentence(self, low: str) -> bool:
        """Whether a word that opens a sentence with a capital is no part of a name."""
        openings = (self.openers, self.articles, self.time, self.goes_on)
        return low in self.cues.kinds or any(low in words for words in openings)


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
