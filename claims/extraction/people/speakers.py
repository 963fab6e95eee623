"""Whose name a mention stands for: the speakers of one article, remembered as they speak."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.marks import SIGNS, Marked
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech
from claims.extraction.values import Speaker

from .descriptions import held_by, is_misspelt, self_named
from .heads import Known
from .phrases import Phrase
from .stand_ins import StandIns

ADDRESS: Final = 10
"""Characters before a name in which its form of address stands whole."""

SHORT: Final = 4
"""Letters of the shortest beginning of a first name that somebody is called by ("Nico" for "Nicodimus")."""

LONG: Final = 6
"""Letters of the shortest name that may be written with a wrong letter."""

NEARBY: Final = 20_000
"""Characters before and behind a name that are searched for the same word written small."""


class Memory(StandIns):
    """The speakers of one article so far, in the order of the text."""

    def __init__(self, scan: Scan, speech: Speech, marked: Sequence[Marked] = ()) -> None:
        super().__init__(scan, speech, marked)
        self._common: dict[str, bool] = {}
        self._called: dict[str, str] = {}
        self._bodies: set[str] = set()

    def resolve(self, phrase: Phrase) -> tuple[Speaker, str]:
        """The speaker that a phrase stands for, and its kind. A description that stands for nobody named before keeps its
        own words; a pronoun without anybody before it has the name ""."""
        at = phrase.start
        if phrase.kind in ("pronoun", "own"):
            known = self.meant(phrase, at)
            return self._as(known, phrase) if known else (Speaker("", None, phrase.start, phrase.end), "description")
        whole = f"{phrase.role or ''} {phrase.name}"
        if named := self.offices.holder_called(whole, at, self._named, described=phrase.kind == "description"):
            return Speaker(named, self._roles.get(named), phrase.start, phrase.end), "name"
        if (officer := held_by(self.speech, phrase.name, self.recent(at))) is not None:
            return self._as(officer, phrase)
        if self._is_of_place(phrase):
            phrase = phrase._replace(kind="description", name=f"{phrase.role} {phrase.name}", role=None)
        if phrase.kind == "description" and " " not in phrase.name and (surname := self._of_surname(phrase.name, at)):
            return Speaker(surname, self._roles.get(surname), phrase.start, phrase.end), "name"
        if phrase.kind == "description" or self.is_common(phrase):
            found = self._described(phrase, at)
            called = self._nicknamed(phrase)
            if called is not None and found[1] == "name":
                self._called[called[0].name.split()[-1]] = found[0].name
            return called if called is not None and found[1] == "description" else found
        if phrase.kind == "name" and phrase.role and self.speech.roles.place_before:
            holder = self._holder(phrase)
            if holder is not None:
                return holder, "name"
        plain = phrase.name
        if phrase.role and " " in plain and self.speech.roles.place_before:
            office = phrase.role.lower().split()[-1]
            plain = " ".join(self.names.without_territory(plain.split(), office))
        if plain.isupper() and (meant := self._by_initials(plain, at)) is not None:
            return self._as(meant, phrase)
        name = self._of_surname(plain, at) or self.names.longest(plain, surname=self.genders.is_addressed(phrase))
        if " " in name and phrase.kind == "name":
            address = self.scan.text[at : phrase.end].split(maxsplit=1)[0]
            name = self.genders.fitting(name, plain, address, (k.speaker.name for k in self.recent(at)))
        if name != plain and self.speech.roles.place_before:
            name = self._without_office(name)
            lead = name.removesuffix(plain).rstrip()
            told = (
                lead
                and (phrase.role or "").endswith(lead)
                and self.speech.roles.places.issuperset(lead.lower().split())
            )
            name = plain if told else name  # "Badan Bencana (BPBD) Solo Rina"
        if " " not in name:
            name = self._called.get(name) or self._spoken_before(name, at) or self.nicknames.meant(name) or name
        if phrase.kind == "name":
            self._note_gender(name, phrase)
        held = self._roles.get(name)
        apposed = self.speech.head_first and f", {phrase.role}" == self._behind(phrase)
        role = held if apposed and held else phrase.role or held  # "lanjut Budi, sopir yang lelah itu …"
        kind = "body" if name in self._bodies and not (role or self.speech.head_first) else phrase.kind
        return Speaker(name, role, phrase.start, phrase.end), kind

    def heard_last(self, at: int) -> tuple[Known | None, str]:
        """The last speaker before a quotation, and how it was found; where that is an English body, the person whom the text
        has told of since, and where the paragraph is a new one, whom the sentence right before the quotation is about."""
        known = self.last(at)
        person = None
        if known is not None and not self.speech.head_first:
            if known.kind == "body":
                person = self.heads.person_before(at, known.at)
            else:
                person = self._turned_to(known, at)
        return (person, "subject") if person is not None else (known, "carried")

    def _turned_to(self, known: Known, at: int) -> Known | None:
        """Who opens a new paragraph with the sentence right before an English quotation that does not go on about him or her
        ("“…,” Hill said.¶ Bob Roy, 34, was in tears. “I saw it.”")."""
        text = self.scan.text
        begin = text.rfind("\n", 0, at) + 1
        if known.at >= begin or not text[begin:at].strip() or self.heads.sentence_before(at) != begin:
            return None
        person = self.heads.head_of((begin, at), at, weak=False)
        if person is None or person.speaker.name == known.speaker.name:
            return None
        word = text[at : at + ADDRESS * 2].lstrip(SIGNS).replace("’", "'").partition(" ")[0].partition("'")[0].lower()
        gender = self.speech.genders.get(word, "") if word in self.speech.pronouns else ""
        return None if gender and self.genders.of(person.speaker.name) in ("", gender) else person

    def _behind(self, phrase: Phrase) -> str:
        """As many characters behind a name as its title would be there, the comma before it included."""
        return self.scan.text[phrase.end : phrase.end + len(phrase.role or "") + 2]

    def _nicknamed(self, phrase: Phrase) -> tuple[Speaker, str] | None:
        """Who is told by what he is called alone ("kata pelatih yang akrab disapa Bento itu")."""
        called = self_named(self.scan, self.speech, self.names, phrase, self.speech.nicknamed)
        if called is None:
            return None
        return called._replace(name=self.nicknames.meant(called.name) or self.names.longest(called.name)), "name"

    def _of_surname(self, plain: str, at: int) -> str:
        """The full name of the last speaker with an English surname, which may be two words."""
        if self.speech.head_first:
            return ""
        office, _, surname = plain.partition(" ")
        if office.isupper() and len(office) > 1 and surname.istitle():
            plain = surname  # "CJP Hill"
        endings = (f" {plain}", f" {plain[0].lower()}{plain[1:]}" if office.lower() in self.speech.particles else "\n")
        for known in self.recent(at):
            name = known.speaker.name
            if known.kind == "name" and (name.endswith(endings) or plain in name.rsplit(" ", 1)[-1].split("-")):
                return name
        return ""

    def _spoken_before(self, word: str, at: int) -> str:
        """The full name of the last speaker of whose name the word is one."""
        if not self.speech.head_first:
            return ""
        names = list(dict.fromkeys(k.speaker.name for k in self.recent(at) if k.kind == "name"))
        if same := next((name for name in names if word in name.split()), ""):
            return same
        long = names if len(word) >= SHORT else []
        if begun := next((name for name in long if any(w.startswith(word) for w in name.split())), ""):
            return begun
        long = names if len(word) >= LONG else []
        return next((name for name in long if any(is_misspelt(word, w) for w in name.split())), "")

    def _by_initials(self, letters: str, at: int) -> Known | None:
        """The speaker whose initials stand for the name ("JK" for "Jusuf Kalla")."""
        if not 2 <= len(letters) <= 4 or letters.lower() in self.speech.roles.places:
            return None  # "AS" is no Arab Saudi
        recent = self.recent(at)
        return next(
            (k for k in recent if k.kind == "name" and "".join(w[0] for w in k.speaker.name.split()) == letters), None
        )

    def _without_office(self, name: str) -> str:
        """The name of somebody who has spoken, where small words before it make its longest form begin with an office's
        ("juru bicara PN Semarang Eko Wibowo", "bidang Penindakan Rudi Hamzah")."""
        words = name.split()
        for n in range(1, len(words)):
            if not self.names.fills(words[n - 1]):
                break
            if (rest := " ".join(words[n:])) in self._named:
                return rest
        return name

    def _holder(self, phrase: Phrase) -> Speaker | None:
        """Who holds an office that is told with its place alone ("Kapolsek Tegowanu"), where the article names the holder
        behind the same words ("Kapolsek Tegowanu AKP Danang")."""
        if (phrase.role or "").split()[-1].lower().rstrip(".") in self.speech.roles.ranks:
            return None
        office = f"{phrase.role} {phrase.name}".lower()
        named = self.offices.holder(office, phrase.start)
        if not named or named.lower().endswith(phrase.name.lower()):
            return None
        return Speaker(named, f"{phrase.role} {phrase.name}", phrase.start, phrase.end)

    def _is_of_place(self, phrase: Phrase) -> bool:
        """Whether only the place of a regional office follows it, as the article tells elsewhere ("Bupati Tobasa")."""
        if phrase.kind != "name" or not phrase.role or not self.speech.roles.place_before:
            return False
        regional = phrase.role.lower().split()[-1] in self.speech.roles.regional
        return regional and self.names.is_place(phrase.name.split())

    def note(self, speaker: Speaker, kind: str, at: int, *, spoke: bool = True) -> None:
        """Remember who spoke at a place of the text."""
        if speaker.name:
            self._known.append(Known(at, speaker, kind, spoke=spoke))
            if kind == "name":
                self._named.add(speaker.name)
            if kind == "body":
                self._bodies.add(speaker.name)
            if speaker.role:
                self._roles.setdefault(speaker.name, speaker.role)

    def is_described(self, speaker: Speaker) -> bool:
        """Whether the words of a speaker are an English description of somebody ("a judge", "The mother of the boy",
        "Norway's fisheries minister") and no name."""
        first, *rest = speaker.name.split()
        return first.lower() in self.speech.articles or (rest[-1:] or [first])[0].islower()

    def is_common(self, phrase: Phrase) -> bool:
        """Whether one capital at the head of a sentence is a common noun ("Unions said"), which the text writes small too."""
        if phrase.kind != "name" or phrase.role or phrase.name.count(" "):
            return False
        if self.names.longest(phrase.name) != phrase.name or self.names.is_person(phrase.name):
            return False
        low = phrase.name.lower()
        if low not in self._common:
            near = self.scan.text[max(0, phrase.start - NEARBY) : phrase.start + NEARBY]
            plural = not self.speech.head_first and self.speech.roles.is_title_of_several(low)
            self._common[low] = plural or f" {low}" in near
        return self._common[low]

    def _note_gender(self, name: str, phrase: Phrase) -> None:
        lower = self.scan.lower
        _, blank, before = lower[max(0, phrase.start - ADDRESS) : phrase.start].rstrip(" ").rpartition(" ")
        for word in (before if blank else "", *lower[phrase.start : phrase.end].split()[:1]):
            gender = self.speech.genders.get(word.rstrip("."))
            if gender and word.rstrip(".") not in self.speech.pronouns:
                self.genders.note(name, gender)
