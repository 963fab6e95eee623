"""The organisation that a description stands for: "the company", "organisasi itu"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from claims.extraction.scan import Scan
from claims.extraction.speech import Speech
from claims.extraction.values import Span, Speaker

from .genders import Genders
from .heads import POINTED, REACH, Heads, Known, mention
from .names import Names, bare, words_of
from .phrases import Phrase

NEAR_RUNS: Final = 60
"""Runs of capitals that are looked through for the name of a body."""


PAIR: Final = 2
"""Blanks of the longest name that a headline is taken to hold alone."""

NEAR_NOUNS: Final = 12
"""Places of one noun that are looked through for a name beside it."""

NAME_BEFORE: Final = re.compile(r"\b[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,4}$")
"""Capitals that end where the search does."""

NEAR_SPEAKER: Final = 320
"""Characters behind an organisation that spoke within which "the company" means it."""

ARTICLE: Final = 6
"""Characters in front of a name in which its article stands."""

NEAR_NOUN: Final = 24
"""Characters in front of a name in which its noun stands."""

POSSESSED: Final = ("'s", "’s", "s'", "s’")
"""How a name ends that owns the noun behind it."""

MONEY: Final = tuple(f"rp{digit}" for digit in "0123456789")
"""How an amount begins that is written like a name ("Rp22")."""


class Organisations:
    """The organisations of one article, looked up when a description asks for them."""

    def __init__(self, scan: Scan, speech: Speech, names: Names, heads: Heads, genders: Genders) -> None:
        self.scan, self.speech, self.names, self.heads, self.genders = scan, speech, names, heads, genders

    def meant(self, phrase: Phrase, at: int, recent: Sequence[Known]) -> Speaker | None:
        """The organisation that "the company" or "organisasi itu" stands for: one that a speaker of `recent` (the nearest
        first) spoke for, else the one that the text before names most often."""
        run = self.names.run
        for known in recent:
            spoken_for = run.search(known.speaker.name, 2) if known.kind == "description" else None
            office = spoken_for is not None and self.speech.is_title(spoken_for.group().rsplit(" ", 1)[-1].lower())
            if spoken_for is not None and not office and at - known.at < REACH:
                return Speaker(self.names.longest(spoken_for.group()), None, phrase.start, phrase.end)
        persons = {
            known.speaker.name.split()[-1]
            for known in recent
            if self.is_known_person(known) and not self._may_be_firm(known.speaker)
        }
        own_words = set(words_of(phrase.name))
        counts: dict[str, int] = {}
        near: set[str] = set()
        sentence = self.heads.sentence_of(at)
        for match in run.finditer(self.scan.text, max(0, at - REACH * 2), at):
            name = self._bare_body(match.group())
            if self.heads.is_quoted(match.start()) or self._is_no_body(name) or name.split()[-1] in persons:
                continue
            if name.count(" ") > PAIR and self.heads.sentence_of(match.start()) in self.names.titles:
                continue  # a headline in capitals
            if match.group()[-1].isdigit() and self.scan.text[match.end() + 1 : match.end() + 2].isdigit():
                continue  # "EUR0.92 billion"
            if self._owns_body(match) or self._is_where(match):
                continue
            firm = self._is_firm_named(match.start())  # "the network operator Kesper" is no person
            if not firm and (self.names.is_person(name) or self.genders.of(name)):
                continue
            if not self.speech.head_first and self.is_outlet(name) and not own_words & self.speech.chain.pages:
                continue
            if not own_words & set(words_of(name)):
                counts[name] = counts.get(name, 0) + 1 + firm
                opens = (
                    counts[name] > 1 + firm and f" {name.lower()} " not in self.scan.text
                )  # "Kesper …", not "Shares …"
                if match.start() > sentence or (match.start() == sentence and opens):
                    near.add(name)
        if len(near) == 1:
            return Speaker(self.names.longest(near.pop()), None, phrase.start, phrase.end)
        best = max(counts, key=lambda name: counts[name], default="")
        if best and counts[best] < 2 and " " not in best and len(self.names.alone.get(best, ())) < 2:
            firms = (name for name in counts if not self.speech.head_first and self.is_body_word(name))
            best = next(firms, "")
        if not best:
            return None
        return Speaker(self.names.longest(best), None, phrase.start, phrase.end)

    def subject_before(self, at: int, floor: int) -> Known | None:
        """The organisation that the English sentence right before a place tells of first, quotations between them apart
        ("Samsung, which makes phones, was quick. "…," it said"), if it begins behind `floor`."""
        for sentence in self.heads.sentences_before(at, floor) if not self.speech.head_first else ():
            if sentence[1] > at or self.heads.is_quoted(sentence[0]):
                continue
            match = self._apposed_body(sentence) or self.names.run.match(self.scan.text, *sentence)
            name = self._bare_body(match.group()) if match is not None and match.group()[-2:] not in POSSESSED else ""
            paper = not self.speech.chain.document_nouns.isdisjoint(words_of(name))
            if match is None or not name or paper or self._is_no_body(name) or self.names.longest(name) != name:
                return None
            rest = self.scan.lower[match.end() : sentence[1]]
            rest = rest.partition(")")[2] if rest.startswith(" (") else rest  # "Kesper Rail (KR) has …"
            behind = rest.lstrip(",").split(maxsplit=2)[:2]
            which = self.scan.text.startswith(",", match.end())
            alone = len(self.names.alone.get(name, ())) > 1 or not name.endswith("s")  # not "Profits were flat"
            told = " " in name or (alone and f" {name.lower()} " not in self.scan.text)
            begin = self.heads.sentence_of(at)
            opens = self.heads.is_quoted(begin) or at - begin < ARTICLE  # "…," it said, not "Telnor fell after it said"
            acts = opens and behind != [] and behind[0].endswith(self.speech.verb_ends)
            auxiliary = told and (acts or not self.speech.auxiliaries.isdisjoint(behind[:1]))
            verb = auxiliary or (which and not self.speech.relative.isdisjoint(behind[:1]))
            person = self.names.is_person(name) or self.genders.of(name) or name in self.heads.spoken
            return mention(name, match.start(), match.end(), "body", spoke=False) if verb and not person else None
        return None

    def _apposed_body(self, sentence: Span) -> re.Match[str] | None:
        """The name between the commas behind the noun of a body that opens a sentence ("Her organisation, Kesper Aid, has …")."""
        text, begin = self.scan.text, sentence[0]
        comma = text.find(", ", begin, min(sentence[1], begin + NEAR_NOUN * 2))
        words = self.scan.lower[begin : max(begin, comma)].split()
        if not words or words[-1] not in self.speech.stands_for.body or words[0] not in self.speech.pointing:
            return None
        match = self.names.run.match(text, comma + 2, sentence[1])
        return match if match is not None and text.startswith(", ", match.end()) else None

    def spokesman(self, body: Known, recent: Sequence[Known]) -> Known | None:
        """The person who spoke before a body in its office ("Kepala BNPB Seto Wibowo" before "BNPB meminta …")."""
        named = self.names.longest(body.speaker.name)
        words = {
            w
            for w in words_of(f"{body.speaker.name} {named}")
            if w in self.speech.roles.bodies or w not in self.speech.roles.fillers
        }
        persons = (k for k in recent if k.kind == "name" and k.speaker.role)
        return next((k for k in persons if words & set(words_of(k.speaker.role or ""))), None)

    def is_known_person(self, known: Known) -> bool:
        """Whether a speaker with a name is surely a person: a title, a pronoun, a first name or the surname alone tells so."""
        speaker = known.speaker
        if not self.speech.head_first and self.is_body_word(speaker.name):
            return False
        if known.kind != "name" or self.speech.head_first or speaker.role or self.genders.of(speaker.name):
            return known.kind == "name"
        return self.names.is_person(speaker.name) or speaker.name.split()[-1] in self.names.alone

    def _may_be_firm(self, speaker: Speaker) -> bool:
        """Whether a speaker has an English name of one word and nothing that tells of a person."""
        plain = " " not in speaker.name and not speaker.role and not self.speech.head_first
        return plain and not (self.genders.of(speaker.name) or self.names.is_person(speaker.name))

    def just_spoke(self, at: int, recent: Sequence[Known]) -> Known | None:
        """The English organisation that spoke right before a place, also one of which nothing but its name is told ("Kesper
        Labs said … The company said …")."""
        last = next(iter(recent), None)
        if self.speech.head_first or last is None or not last.spoke or at - last.at > NEAR_SPEAKER:
            return None
        name = last.speaker.name
        if self.is_outlet(name):
            return None
        if last.kind == "body":
            return last
        article = self.scan.lower[max(0, last.speaker.start - ARTICLE) : last.speaker.start].split()[-1:]
        told = name.isupper() and not self.speech.definite.isdisjoint(article)  # "the WHO", but "BMW"
        told = told or (name.isupper() and last.at < self.heads.sentence_before(at))
        named = last.kind == "name" and not told and not self.speech.opens_sentence(name.lower())
        alone = " " not in name and (len(self.names.alone.get(name, ())) > 1 or self.names.longest(name) == name)
        person = self.names.is_person(name) or (" " in name and name.split()[-1] in self.names.alone)
        corporate = self.is_body_word(name)
        if corporate or not named or last.speaker.role or self.genders.of(name) or person:
            return last if corporate and named else None
        return last if alone else None

    def is_outlet(self, name: str) -> bool:
        """Whether a name is that of an outlet, as far as its last word tells ("Harbour News")."""
        low = name.lower()
        return low in self.speech.chain.outlets or low.rsplit(" ", 1)[-1] in self.speech.chain.outlet_words

    def is_body_word(self, name: str) -> bool:
        """Whether the last word of a name is one that ends the names of firms ("Kesper Labs")."""
        low = name.rsplit(" ", 1)[-1].lower()
        return " " in name and (low in self.speech.roles.corporate or low in self.speech.roles.bodies)

    def _owns_body(self, run: re.Match[str]) -> bool:
        """Whether English capitals only tell whose body it is ("South Africa's power utility")."""
        if self.speech.head_first or run.group()[-2:] not in POSSESSED:
            return False
        behind = self.scan.lower[run.end() : run.end() + NEAR_NOUN].split()
        return not self.speech.stands_for.body.isdisjoint(word.strip(",.") for word in behind)

    def _is_where(self, run: re.Match[str]) -> bool:
        """Whether English capitals tell where something is ("sales rose in the U.S."), not whose it is ("in Kesper's mill")."""
        before = self.scan.lower[max(0, run.start() - NEAR_NOUN) : run.start()].split()
        if before and before[-1] in self.speech.definite:
            before.pop()
        led = bool(before) and before[-1] in self.speech.chain.medium_sure
        return led and not self.speech.head_first and run.group()[-2:] not in POSSESSED

    def _is_firm_named(self, at: int) -> bool:
        """Whether the noun of an English firm stands in front of a name ("oil giant Telnor")."""
        before = self.scan.lower[max(0, at - NEAR_NOUN) : at].split()[-1:]
        return not self.speech.head_first and bool(before) and before[0] in self.speech.stands_for.firms

    def _bare_body(self, run: str) -> str:
        """The organisation in a run of capitals: "Nvidia" of "Shares of Nvidia"."""
        words = bare(run).split()
        if len(words) > 1 and words[0].lower() in self.speech.articles:
            words = words[1:]
        if words[0].lower() in self.speech.roles.bodies:
            return " ".join(words)
        if len(words) > 1 and words[0].endswith(("'s", "’s")):
            words = words[1:]
        if not self.speech.head_first and words[-1].lower() in self.speech.stands_for.body:
            return " ".join(words)  # "the Maritime and Coastguard Agency"
        joint = max((n for n, word in enumerate(words) if word in self.speech.links), default=-1)
        return " ".join(words[joint + 1 :])

    def _is_no_body(self, name: str) -> bool:
        speech, first = self.speech, name.split(maxsplit=1)[0].lower().rstrip(".")
        return (
            len(first) < 3
            or (name.isupper() and " " in name)
            or first.startswith(MONEY)
            or speech.is_title(first)
            or first in speech.roles.places
            or first in speech.time
            or name.rsplit(" ", 1)[-1].lower().rstrip(".") in speech.time
            or first in speech.subjects
            or speech.opens_sentence(first)
            or any(word[-2:] in POSSESSED and speech.is_title(word[:-2].lower()) for word in name.split())
            or ("-" in name and not speech.head_first and name.endswith(speech.verb_ends))  # "a UK-based firm"
        )

    def named_by(self, head: str, at: int, own: Sequence[str] = ()) -> str:
        """The last organisation named before a place whose name begins with (Indonesian) or holds the head of a
        description, and its `own` capitals behind that ("Data Kementerian Sosial" is not "Data BNPB")."""
        if self.speech.head_first and head in self.speech.roles.heads:
            return ""
        if not self.speech.head_first and head not in self.speech.stands_for.body:
            return ""
        runs = self.names.runs
        i = bisect_left(runs, (at, ""))
        for _, run in reversed(runs[max(0, i - NEAR_RUNS) : i]):
            words = words_of(run)
            if head in words and (words[0] == head or not self.speech.head_first) and all(w in words for w in own):
                return " ".join(run.split())
        return "" if self.speech.head_first else self._called_so(head, at)

    def _called_so(self, noun: str, at: int) -> str:
        """The English organisation beside whose name its noun last stood before a place ("the market regulator Ofreg", "Ofreg,
        the regulator, …")."""
        floor = max(0, at - REACH * 2)
        for _ in range(NEAR_NOUNS):
            at = self.scan.lower.rfind(noun, floor, at)
            if at < 0:
                return ""
            run = self._behind_noun(at + len(noun)) or self._before_apposition(at, at + len(noun))
            name = self._bare_body(run) if run and self.scan.lower[at - 1 : at] in (" ", "", "\n") else ""
            if not name or self._is_no_body(name) or self.heads.is_quoted(at):
                continue
            full = self.names.longest(name)
            if not (self.names.is_person(full) or self.names.is_person(name) or self.genders.of(full)):
                return full
        return ""

    def _behind_noun(self, end: int) -> str:
        """The capitals behind the noun that ends at a place, or between its comma and another, else ""."""
        comma = self.scan.text.startswith(",", end)
        match = self.names.run.match(self.scan.text, end + 1 + comma, end + POINTED)
        closed = match is not None and (not comma or self.scan.text.startswith(",", match.end()))
        return match.group() if match is not None and closed else ""

    def _before_apposition(self, noun: int, end: int) -> str:
        """The capitals in front of the comma of an apposition that is closed by the noun noun..end, else ""."""
        comma = self.scan.text.rfind(", ", max(0, noun - POINTED), noun)
        words = self.scan.lower[comma + 2 : noun].split() if comma >= 0 else []
        if not words or words[0] not in self.speech.introducers or self.scan.text[end : end + 1] not in ",.;":
            return ""
        if not all(word.isalpha() and word not in self.speech.ends_name for word in words[1:]):
            return ""
        match = NAME_BEFORE.search(self.scan.text, max(0, comma - POINTED), comma)
        return match.group() if match is not None else ""
