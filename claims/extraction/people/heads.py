"""Who stands at the head of a sentence: the subject that a pronoun behind it most likely means."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from claims.extraction.marks import Marked
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech
from claims.extraction.values import Span, Speaker

from .behind_names import are_people, behind_place, doers, has_capitals, is_attribute, opens_deed, tells_office
from .names import AGED, POSSESSED, Names, bare

SMALL: Final = re.compile(r" ([a-z][a-z-]+)(?= )")
ABBREVIATED: Final = re.compile(r" \([A-Z][\w-]{1,14}\) ")
"""The abbreviation of a body between an office and its holder ("Ketua Komisi Pemilihan Umum (KPU) Darmanto Yusuf")."""

REACH: Final = 1600
"""Characters that a pronoun looks back."""

GAP: Final = 4
"""Characters between a sentence and the next one of its article."""

POINTED: Final = 60
"""Characters behind a name in which a word that points back may stand."""

NEAR_RUNS: Final = 8
"""Runs of capitals that are looked through for a person nobody else can be."""

POINTING: Final = 4
"""Words of fewer than which somebody consists who is told of as another one's ("Her older brother")."""

SENTENCES: Final = 12
"""Sentences that a pronoun looks back."""

FOLLOWING: Final = 2
"""Sentences behind a pronoun in which its name may stand."""


class Known:
    """A speaker noted at a place of the text; `spoke` says that it spoke itself, rather than being a source."""

    __slots__ = ("at", "kind", "speaker", "spoke")

    def __init__(self, at: int, speaker: Speaker, kind: str, *, spoke: bool = True) -> None:
        self.at, self.speaker, self.kind, self.spoke = at, speaker, kind, spoke


def mention(name: str, start: int, end: int, kind: str = "name", *, spoke: bool = True) -> Known:
    """One that is told of at start..end of the text, without a role."""
    return Known(start, Speaker(name, None, start, end), kind, spoke=spoke)


class Heads:
    """The subjects of the sentences of one article. `spoken` holds the names of those who have spoken so far."""

    def __init__(
        self,
        scan: Scan,
        speech: Speech,
        names: Names,
        marked: Sequence[Marked],
        spoken: set[str],
        gender_of: Callable[[str], str] = lambda _: "",
    ) -> None:
        self.scan, self.speech, self.names, self.marked = scan, speech, names, marked
        self.spoken, self.gender_of = spoken, gender_of
        self._marks = [m.start for m in marked]
        self._pronouns = tuple(f"{pronoun} " for pronoun in sorted(speech.pronouns))

    def sentence_of(self, at: int) -> int:
        """Where the sentence around a place begins."""
        i = bisect_right(self.scan.sentences, (at, len(self.scan.text) + 1)) - 1
        return self.scan.sentences[i][0] if i >= 0 else 0

    def sentence_before(self, at: int) -> int:
        """Where the sentence before the one around a place begins."""
        return self.sentence_of(max(0, self.sentence_of(at) - 1))

    def introduced(self, at: int) -> Known | None:
        """The person named last before a place, with a title or an age, where no subject and no speaker is one."""
        runs = self.names.runs
        last = bisect_left(runs, (at, ""))
        for begin, run in reversed(runs[max(0, last - NEAR_RUNS) : last]):
            words = self.names.without_titles(run.split())
            name = bare(" ".join(words))
            if 1 <= len(words) <= 4 and at - begin < REACH and self.names.is_person(name):
                return mention(self.names.longest(name), begin, begin + len(run))
        return None

    def person_before(self, at: int, floor: int, *, weak: bool = False) -> Known | None:
        """The person at the head of the nearest sentence between two places, if a name of the article stands there."""
        for sentence in self.sentences_before(at, floor):
            if (head := self.head_of(sentence, at, weak=weak)) is not None:
                return head
        return None

    def sentences_before(self, at: int, floor: int) -> Iterator[Span]:
        """The sentences that begin between two places, the nearest to `at` first."""
        sentences = self.scan.sentences
        i = bisect_right(sentences, (at, at)) - 1
        last = max(-1, i - SENTENCES)
        while i > last and sentences[i][0] > floor:
            yield sentences[i]
            i -= 1

    def person_after(self, at: int) -> Known | None:
        """The person at the head of one of the next sentences, told only after the pronoun ("…," he said. Tunde Bello was …)."""
        sentences = self.scan.sentences
        i = bisect_right(sentences, (at, len(self.scan.text) + 1))
        for start, end in sentences[i : i + FOLLOWING]:
            found = None if self.is_quoted(start) else self.head_of((start, end), end, weak=True)
            if found is not None:
                return found
        return None

    def named_after(self, description: str, at: int) -> str:
        """The full name at the head of the next sentence, where it stands for the first time and is that of the one described:
        the noun of the description stands before or behind it, or it speaks without a word of who it is."""
        speech, text = self.speech, self.scan.text
        words = description.lower().split()
        links = (n for n, word in enumerate(words) if n and (word in speech.links or word in speech.prepositions))
        noun = words[next(links, len(words)) - 1]
        i = bisect_right(self.scan.sentences, (at, len(text) + 1))
        if not speech.is_title(noun) or i >= len(self.scan.sentences):
            return ""
        start, end = self.scan.sentences[i]
        if self.is_quoted(start) or start - self.scan.sentences[i - 1][1] > GAP:
            return ""
        apposed = self._apposed((start, end), end)
        if apposed is not None and noun in self.scan.lower[start : apposed.at].split():
            return apposed.speaker.name  # "The chief judge of the state, Ann Hill, spoke …"
        opening = text[start : start + POINTED].split(maxsplit=1)[0].lower()
        comma = text.find(", ", start, min(end, start + POINTED * 2))
        fronted = comma > 0 and (opening in speech.openers or opening.endswith(speech.gerund))
        match = self.names.run.match(text, comma + 2 if fronted else start, end)  # "Addressing a rally, Ann Hill said"
        words = match.group().split() if match is not None else []
        name = self._person(words, weak=True) if len(words) > 1 else ""
        if match is None or not name or self.names.places_of(name)[:1] < [match.start()]:
            return ""
        behind = self.scan.lower[match.end() : min(end, match.end() + POINTED)]
        titles = [word.lower().rstrip(".") for word in words[: len(words) - len(name.split())]]
        if noun in titles:
            return name
        cue = behind.split(maxsplit=2)[:2]
        told = {kind for n in (1, 2) for kind in speech.cues.kinds.get(" ".join(cue[:n]), ())}  # "… appealed for help"
        lead = (
            not self.spoken and cue[:1] == [","] and not speech.relative.isdisjoint(cue)
        )  # "Ann Hill, who was in Hull, said"
        return name if (lead or told & {"say", "tell", "noun"}) and speech.roles.courtesy.issuperset(titles) else ""

    def is_quoted(self, at: int) -> bool:
        """Whether a place stands between marks."""
        i = bisect_right(self._marks, at) - 1
        return i >= 0 and self.marked[i].end > at

    def head_of(self, sentence: Span, at: int, *, weak: bool) -> Known | None:
        """The person at the head of a sentence, as far as it stands before a place; `weak` takes any two capitals there, and
        whom the sentence introduces, where nobody else can be meant."""
        text, speech = self.scan.text, self.speech
        weak, begin, stop = weak and sentence[1] <= at, sentence[0], min(sentence[1], at)
        titled = begin in self.names.titles and has_capitals(text[begin : sentence[1]], speech)
        for _ in range(0 if titled or self.is_quoted(begin) else 3):
            match = self.names.run.match(text, begin, stop)
            if match is None:
                small = text[begin : begin + 24].split(maxsplit=1)[:1]
                comma = text.find(", ", begin, min(stop, begin + 140)) if small and small[0] in speech.openers else -1
                if comma < 0:
                    if begin > sentence[0] and small and small[0] in speech.definite:
                        begin += len(small[0]) + 1
                        continue  # "Before the match, the Kilby manager Bob Roy was …"
                    titled = begin > sentence[0] and not speech.head_first
                    if titled and (name := self._after_small(begin - 1, stop, weak=False)):
                        return mention(name, begin, begin + len(name))  # "In a field, beet grower Bob Roy, 37, was …"
                    break
                begin = comma + 2
                continue
            words = match.group().split()
            low = words[0].lower()
            if low in speech.owners and (kin := self._relative(match.end(), stop)) is not None:
                return kin
            if words[-1].endswith(POSSESSED) and self._owns_person(match.end(), stop):
                if (kin := self._relative(match.end(), stop)) is not None:
                    return kin  # "Mr Hill's wife Ann wept"
                break
            closed = begin > sentence[0] and text.startswith(", ", match.end())
            if low in speech.pronouns or (closed and self.scan.lower.startswith(self._pronouns, match.end() + 2)):
                break  # "Asked by his lawyer, Ann Hill, he …"
            if low in speech.joiners and len(words) > 1:
                begin = match.start() + len(words[0]) + 1
                continue
            opens = len(words) == 1 and opens_deed(low, text[match.end() : min(stop, match.end() + POINTED)], speech)
            if opens or low in speech.openers or low in speech.time or low in speech.adverbs:
                comma = text.find(", ", match.start(), min(stop, match.start() + 140))
                if comma < 0:
                    break
                begin = comma + 2
                continue
            if speech.is_title(low) and text.startswith(", ", match.end()):
                apposed = self.names.run.match(text, match.end() + 2, stop)
                if apposed is not None and not self.names.without_titles(words):
                    match, words = apposed, apposed.group().split()
                    if len(words) == 1 and words[0].lower() not in speech.roles.places:
                        return mention(self.names.longest(bare(words[0])), match.start(), match.end())
            placed = behind_place(match, stop, self.scan, speech, self.names)
            if placed is not None and (name := self._person(placed.group().split(), weak=True)):
                return mention(name, placed.start(), placed.end())
            closing = ABBREVIATED.match(text, match.end(), stop) if speech.head_first and speech.is_title(low) else None
            behind = self.names.run.match(text, closing.end(), stop) if closing is not None else None
            named = [words[0], *behind.group().split()] if behind is not None else words
            owned = not speech.head_first and len(words) > 2 and words[0].endswith(("'s", "’s"))
            named = words[1:] if owned else named  # "The firm's Ann Hill was gloomier"
            following = self.scan.lower[match.end() : min(stop, match.end() + POINTED)]
            known_by = weak or owned or (len(words) > 1 and not speech.head_first and tells_office(following, speech))
            name = self._person(named, weak=known_by) or self._after_small(
                match.end(), stop, weak=weak or speech.is_title(low)
            )
            attribute = len(words) == 1 and is_attribute(following, speech)
            attribute |= speech.head_first and not speech.determiners.isdisjoint(following.split(maxsplit=1)[:1])
            if name and not attribute:
                return mention(name, match.start(), match.end())
            break
        known = self._apposed((begin, sentence[1]), stop)
        if known is None and weak:
            known = self._introduced(sentence)
        return known

    def _relative(self, at: int, stop: int) -> Known | None:
        """The English name behind the word for a relative at a place, no comma between the two ("Her husband Carl filmed it")."""
        small = SMALL.match(self.scan.text, at, stop)
        if small is None or not self._owns_person(at, stop):
            return None
        match = self.names.run.match(self.scan.text, small.end() + 1, stop)
        if match is None or match.group().endswith(("'s", "’s")):
            return None
        return mention(self.names.longest(bare(match.group())), match.start(), match.end())

    def _owns_person(self, at: int, stop: int) -> bool:
        """Whether the English word behind somebody's owner at a place is that of a person ("Hill's lawyer", not "Hill's letter")."""
        word = next(iter(self.scan.lower[at : min(stop, at + POINTED)].split(maxsplit=1)[:1]), "").rstrip(",")
        return word in self.speech.sexes or self.speech.is_title(word)

    def _apposed(self, sentence: tuple[int, int], stop: int) -> Known | None:
        """The name behind an office and a comma ("A spokesman for the agency, Kevin McBride, disputed …", "Pelatih Arema,
        Joko Susilo menyesalkan …")."""
        text, speech = self.scan.text, self.speech
        if self.is_quoted(sentence[0]):
            return None
        comma = text.find(", ", sentence[0], min(stop, sentence[0] + 120))
        example = self.scan.lower[comma + 2 : comma + POINTED].split(" ", 1)[0]
        comma += len(example) + 1 if speech.head_first and comma > 0 and example in speech.chain.just_as else 0
        match = self.names.run.match(text, comma + 2, stop) if comma > 0 else None
        opening = self.scan.lower[sentence[0] : comma].split() if match is not None else []
        listed = opening[-1:] != [] and opening[-1].strip("()").isdigit()  # "… bernama Rina (15), Seto (16) dan …"
        if match is None or listed or not (any(map(speech.is_title, opening)) or speech.is_head(opening[0])):
            return None
        aged = AGED.match(text, match.end(), min(stop, match.end() + 8)) is not None
        owned = opening[0] in speech.owners or any(word.endswith(POSSESSED) for word in opening[:-1])
        owned = owned or (
            speech.is_head(opening[0]) and match.group().lower() not in speech.time
        )  # "Kapten tim, Darma, …"
        alone = aged or (len(opening) < POINTING and owned)  # "Her husband, Carl, was away."
        closed = text.startswith(",", match.end()) or aged
        if (" " not in match.group() and not alone) or not (closed or speech.head_first):
            return None
        name = self._person(match.group().split(), weak=True) or (bare(match.group()) if alone else "")
        return mention(name, match.start(), match.end()) if name else None

    def _introduced(self, sentence: tuple[int, int]) -> Known | None:
        """The person that a sentence introduces behind its verb, by an apposition or a title ("Among them was Marcus Flynn, a
        student", "It was led by Dr Emma Hill")."""
        for match in self.names.run.finditer(self.scan.text, *sentence):
            if " " not in match.group() or self.is_quoted(match.start()):
                continue
            behind = self.speech.introduced.match(self.scan.text, match.end(), sentence[1])
            titled = not self.speech.head_first and self.speech.is_title(match.group().split()[0].lower().rstrip("."))
            if (behind is not None or titled) and (name := self._person(match.group().split(), weak=True)):
                return mention(name, match.start(), match.end())
        return None

    def _after_small(self, begin: int, stop: int, *, weak: bool) -> str:
        """The person named after a few small words at the head of a sentence ("Armed robber Robert Napier")."""
        text, speech = self.scan.text, self.speech
        for _ in range(4):
            match = SMALL.match(text, begin, stop)
            if match is None or match.group(1) in speech.ends_name or match.group(1) in speech.auxiliaries:
                return ""
            word = match.group(1)
            named = word in speech.names_it
            if len(word) > 5 and word.startswith(speech.verb_starts) and word not in speech.speakers:
                return ""
            begin = match.end()
            run = self.names.run.match(text, begin + 1, stop)
            weak = weak or named
            if run is not None and is_attribute(
                self.scan.lower[run.end() : min(stop, run.end() + POINTED)], self.speech
            ):
                return ""  # "A northern Dover Bay school"
            if run is not None:
                return self._person(run.group().split(), weak=weak) if " " in run.group() else ""
        return ""

    def _person(self, words: list[str], *, weak: bool) -> str:
        """The full name when the words name a person of the article, else "". `weak` takes any run of two capitals or
        more that is no organisation, where nobody else can be meant."""
        gerund = not self.speech.head_first and len(words) > 2 and words[0][1:].endswith(self.speech.gerund)
        stripped = self.names.without_titles(words[gerund:])  # "Hearing Ann Hill talk, …"
        papers = self.speech.chain.document_nouns
        if not stripped or len(stripped) > 5 or not papers.isdisjoint((words[0].lower(), stripped[0].lower())):
            return ""
        name = bare(" ".join(stripped).rstrip("."))
        full = self.names.longest(name)
        of_area = words[-1:] == stripped and not self.speech.roles.areas.isdisjoint(
            word.lower() for word in words[-2:-1]
        )
        if (
            self.names.is_body(full)
            or self._is_area(stripped[0].lower())
            or (of_area and self.names.is_place(stripped))
        ):
            return ""  # "Kepala Desa Miyono, Rudi Hamid, …"
        if self.names.is_person(full) or self.names.is_person(name) or full in self.spoken:
            return full
        if " " in full and self.gender_of(full):
            return full
        if weak and not self.speech.head_first and self._is_surname(full):
            return full
        return full if weak and " " in full and full.rsplit(" ", 1)[1].lower() not in self.speech.roles.places else ""

    def _is_surname(self, word: str) -> bool:
        """Whether a capital that the text repeats alone may be somebody's name, no common word of its sentence."""
        low, speech = word.lower(), self.speech
        common = speech.opens_sentence(low) or low in speech.subjects
        return (
            " " not in word
            and not common
            and f" {low} " not in self.scan.text
            and len(self.names.alone.get(word, ())) > 1
        )

    def _is_area(self, low: str) -> bool:
        return low in self.speech.roles.places or low in self.speech.roles.areas

    def plural_before(self, at: int) -> Known | None:
        """The plural subject of the sentence before ("Sekitar 3.000 pengemudi menggelar aksi. Mereka …"); in a language whose
        words tell, of the nearest one that has one."""
        sentences = self.scan.sentences
        last = bisect_right(sentences, (at, len(self.scan.text) + 1)) - 2
        if not self.speech.several:
            return self._several_in(sentences[last]) if last >= 0 else None
        start = sentences[last + 1][0]
        if self.scan.lower[start:at].rstrip(" ,").rsplit(" ", 1)[-1] in self.speech.relative:
            return self._several_in((start, at))  # "Unions rejected the terms which, they said, …"
        plain = [i for i in range(last, max(-1, last - SENTENCES), -1) if not self.is_quoted(sentences[i][0])]
        for i in plain[:FOLLOWING]:
            if (known := self._several_in(sentences[i])) is not None:
                return known
        return None

    def _several_in(self, sentence: Span) -> Known | None:
        start, speech = sentence[0], self.speech
        if self.is_quoted(start):
            return None
        opening = self.scan.lower[start : start + POINTED].split(maxsplit=1)[0].rstrip("," if speech.head_first else "")
        start += len(opening) + 1 if speech.head_first and "source" in speech.cues.kinds.get(opening, ()) else 0
        if opening in speech.openers or (speech.several and opening.endswith(speech.gerund)):
            comma = self.scan.text.find(", ", start, min(sentence[1], start + POINTED))
            start = comma + 2 if comma > 0 else start
        end = start
        for match in re.finditer(r"\S+", self.scan.text[start : min(sentence[1], start + 90)]):
            low = match.group().lower()
            verb = low.endswith(speech.verb_ends) or low in speech.ends_name
            verb = verb or low in speech.auxiliaries or low in speech.cues.kinds
            acts = len(low) > 5 and low.startswith(speech.verb_starts) and low not in speech.nouns
            if end > start and (verb or acts):
                break
            end = start + match.end()
            if speech.several and low.endswith(","):
                break
        words = self.scan.text[start:end].rstrip(",.").split()
        lows = [word.lower() for word in words]
        if speech.head_first and not speech.determiners.isdisjoint(lows) and not are_people(lows, speech):
            return (
                None
                if (told := doers(self.scan.text, end, sentence[1], speech)) is None
                else mention(*told, "description")
            )
        if not 1 <= len(words) <= 8 or not speech.is_several([word.lower() for word in words]):
            return None
        if (
            speech.several
            and len(words) > 1
            and words[1][:1].isupper()
            and speech.roles.is_title_of_several(words[0].lower())
        ):
            words = words[1:]
        return mention(" ".join(words), start, end, "description")
