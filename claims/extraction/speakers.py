"""Whose name a mention stands for: the people and bodies of one article, remembered as they are named."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from .marks import Marked
from .phrases import Phrase
from .scan import Scan
from .speech import Speech
from .values import Speaker

CAPITAL = "[A-ZÀ-ÖØ-Þ]"
WORD_OF_RUN = rf"(?:(?:al|el|as|ad|an|ar|ash|at)-)?{CAPITAL}(?:[\w'’-]{{0,3}}\.(?=[ \u00a0,])|[\w'’-]*)"
ACRONYM = re.compile(r"\(([A-Z][A-Za-z&-]{1,9})\)")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
SMALL = re.compile(r" ([a-z][a-z-]+)(?= )")
APPOSED = re.compile(
    rf"((?:{WORD_OF_RUN} ){{0,3}}{WORD_OF_RUN}),? (?:\(?\d{{1,3}}\)?, )?(?:an?|the|seorang) (?:[\w-]+ ){{0,3}}\Z"
)
"""A name with the article of its apposition behind it: "Nur Aisyah Rahman, 31, an "."""

POSSESSIVE = re.compile(r"['’]s?\Z")
MOST = 24
"""Places of one word that are kept: the first names of an article are its long ones."""

BACK = 40
"""Speakers that are looked through for a description."""

REACH = 1600
"""Characters that a pronoun looks back."""


@cache
def run_of(speech: Speech) -> re.Pattern[str]:
    """A run of capitals with the small words of names and titles between them."""
    small = "|".join(
        sorted((re.escape(w) for w in speech.particles | speech.links if w.isalpha()), key=len, reverse=True)
    )
    return re.compile(rf"{WORD_OF_RUN}(?:[ \u00a0](?:{WORD_OF_RUN}|(?:{small})(?=[ \u00a0]{CAPITAL})))*")


class Known(NamedTuple):
    """A speaker noted at a place of the text."""

    at: int
    speaker: Speaker
    kind: str


class Memory:
    """The names of one article and its speakers so far, in the order of the text."""

    def __init__(self, scan: Scan, speech: Speech, marked: Sequence[Marked] = ()) -> None:
        self.scan, self.speech = scan, speech
        self.run = run_of(speech)
        self.marked = marked
        self._marks = [m.start for m in marked]
        self.known: list[Known] = []
        self._names: dict[str, list[tuple[int, str]]] | None = None
        self._acronyms: dict[str, str] = {}
        self._runs: list[tuple[int, str]] = []
        self._alone: dict[str, int] = {}
        self._whole: set[str] = set()
        self._gender: dict[str, str] = {}

    def resolve(self, phrase: Phrase, at: int) -> Speaker:
        """The speaker that a phrase stands for. A pronoun or a description that stands for nobody named before keeps its
        own words, except for the pronoun hung on a cue and one without anybody before it, whose name is ""."""
        found = self._resolve(phrase, at)
        return found._replace_place(phrase) if isinstance(found, _Found) else found

    def _resolve(self, phrase: Phrase, at: int) -> "Speaker | _Found":
        if phrase.kind in ("pronoun", "own"):
            known = self._before(phrase, at)
            return _Found(known.speaker, known.kind) if known else Speaker("", None, phrase.start, phrase.end)
        if phrase.kind == "description":
            return self._described(phrase, at)
        name = self._without_team(self.full_name(phrase.name, at))
        before = (
            self.scan.lower[max(0, phrase.start - 6) : phrase.start].split()
            + self.scan.lower[phrase.start : phrase.end].split()
        )
        for word in before[-len(phrase.name.split()) - 1 :]:
            if word.rstrip(".") in self.speech.genders and phrase.kind == "name":
                self._gender.setdefault(name, self.speech.genders[word.rstrip(".")])
        role = phrase.role or next((k.speaker.role for k in reversed(self.known) if k.speaker.name == name), None)
        return Speaker(name, role, phrase.start, phrase.end)

    def note(self, speaker: Speaker, kind: str, at: int) -> None:
        """Remember who spoke at a place of the text."""
        if speaker.name:
            self.known.append(Known(at, speaker, kind))

    def last(self, at: int) -> Known | None:
        """The speaker noted last before a place."""
        return next((k for k in reversed(self.known) if k.at < at), None)

    def full_name(self, name: str, at: int) -> str:
        """The longest form in which the article gives a name: "Eniya" -> "Eniya Listiani Dewi", "OJK" -> "Otoritas Jasa
        Keuangan (OJK)"; the name itself when it gives no longer one."""
        names = self._index()
        name = POSSESSIVE.sub("", " ".join(name.split()))
        if name in self._acronyms:
            return self._acronyms[name]
        words = [w.lower() for w in WORD.findall(name)]
        if not words:
            return name
        best, best_at = name, -1
        for place, candidate in names.get(words[-1], ()):
            longer = [w.lower() for w in WORD.findall(candidate)]
            if (
                len(longer) > len(words)
                and _within(words, longer)
                and (best_at < 0 or (place <= at and len(candidate) > len(best)))
            ):
                best, best_at = candidate, place
        return best

    def _without_team(self, name: str) -> str:
        """The name without the team or firm before it ("Persib Bojan Hodak"): both it and the rest are named alone too."""
        words = name.split()
        if len(words) != 3 or words[0] not in self._alone:
            return name
        rest = " ".join(words[1:])
        return rest if words[-1] in self._alone or words[1] in self._alone or rest in self._whole else name

    def _index(self) -> dict[str, list[tuple[int, str]]]:
        if self._names is None:
            self._names = {}
            for start, end in self.scan.paragraphs:
                for match in self.run.finditer(self.scan.text, start, end):
                    self._take(match.start(), match.group())
                self._take_acronyms(start, end)
        return self._names

    def _take(self, at: int, run: str) -> None:
        if " " not in run and "\u00a0" not in run:
            self._alone[POSSESSIVE.sub("", run)] = self._alone.get(POSSESSIVE.sub("", run), 0) + 1
            return
        self._runs.append((at, run))
        self._whole.add(run)
        words = run.split()
        joint = next((n for n, word in enumerate(words) if word in self.speech.coordinators), 0)
        if joint and not self.speech.bodies.union(self.speech.heads) & {words[0].lower()}:
            self._take(at, " ".join(words[:joint]))
            self._take(at + len(" ".join(words[: joint + 1])) + 1, " ".join(words[joint + 1 :]))
            return
        while words and words[-1].lower() in self.speech.time:
            words.pop()
        words = self.without_titles(words) if words else []
        if 2 <= len(words) <= 5 and self._names is not None:
            name = POSSESSIVE.sub("", " ".join(words).rstrip("."))
            for word in set(WORD.findall(name.lower())):
                places = self._names.setdefault(word, [])
                if len(word) > 2 and len(places) < MOST:
                    places.append((at, name))

    def _take_acronyms(self, start: int, end: int) -> None:
        for match in ACRONYM.finditer(self.scan.text, start, end):
            letters = match.group(1)
            before = self.scan.text[max(start, match.start() - 90) : match.start()].split()
            for count in range(min(len(before), 9), 1, -1):
                words = before[-count:]
                initials = "".join(w[0] for w in words if w[0].isupper())
                named = words[0].lower() in self.speech.bodies and all(w[0].isupper() for w in words)
                if words[0][0].isupper() and (named or initials in (letters, letters.upper())):
                    self._acronyms.setdefault(letters, f"{' '.join(words)} ({letters})")
                    break

    def without_titles(self, words: list[str]) -> list[str]:
        """The words of a run of capitals without the titles, places and organisations at its head."""
        speech = self.speech
        lows = [w.lower().rstrip(".").removesuffix("'s") for w in words]
        titled = [
            n for n, low in enumerate(lows[:-1]) if low in speech.titles or low.rsplit("-", 1)[-1] in speech.heads
        ]
        if not titled:
            while len(words) > 1 and (
                lows[0] in speech.openers
                or lows[0] in speech.articles
                or lows[0] in speech.time
                or lows[0] in speech.kinds
            ):
                words, lows = words[1:], lows[1:]
            return [] if lows[0] in speech.bodies or lows[-1] in speech.titles else words
        at = titled[-1] + 1
        if lows[titled[-1]] not in speech.ranks or (len(titled) > 1 and lows[titled[-2]] in speech.heads):
            while at < len(words) and (
                lows[at] in speech.fillers
                or lows[at] in speech.places
                or lows[at] in speech.bodies
                or lows[at] in speech.links
                or (speech.own and words[at].isupper() and len(words[at]) <= 8)
            ):
                at += 1
        return words[at:]

    def _before(self, phrase: Phrase, at: int) -> Known | None:
        """Who a pronoun stands for: the nearest speaker or subject before it that can be meant."""
        plural = phrase.name.lower() in self.speech.plural_pronouns
        thing = phrase.name.lower() == "it"
        own = phrase.kind == "own"
        gender = self.speech.genders.get(phrase.name.lower(), "")
        last = next(
            (
                k
                for k in self._recent(at)
                if (own and k.kind != "document") or self._fits(k, plural, thing) and self._agrees(k, gender)
            ),
            None,
        )
        if thing and (last is None or at - last.at > REACH // 2):
            body = self._body(phrase, at)
            return Known(at, body, "body") if body else last
        subject = (
            None if plural or thing else self._subject_before(at, last.at if last else at - REACH, weak=last is None)
        )
        if subject is not None and not self._agrees(subject, gender):
            subject = None
        found = subject or last
        if found is not None and gender:
            self._gender.setdefault(found.speaker.name, gender)
        if subject is not None:
            return subject
        return last if last and at - last.at < REACH * 2 else None

    def _fits(self, known: Known, plural: bool, thing: bool) -> bool:
        if known.kind == "document":
            return False
        if plural or thing:
            return known.kind != "name"
        return known.kind == "name" or (known.kind == "description" and self._is_person(known.speaker.name))

    def _agrees(self, known: Known, gender: str) -> bool:
        return not gender or self._gender.get(known.speaker.name, gender) == gender

    def _is_person(self, name: str) -> bool:
        words = name.lower().split()
        return any(word in self.speech.titles or word in self.speech.persons for word in words)

    def _subject_before(self, at: int, floor: int, *, weak: bool = False) -> Known | None:
        """The person at the head of the nearest sentence between two places, if a name of the article stands there."""
        sentences = self.scan.sentences
        i = bisect_right(sentences, (at, at)) - 1
        while i >= 0 and sentences[i][0] > floor and at - sentences[i][0] < REACH:
            found = self._head_of(sentences[i], at, weak=weak and sentences[i][1] <= at)
            if found is not None:
                return found
            i -= 1
        return None

    def _recent(self, at: int) -> Iterator[Known]:
        """The speakers before a place, the nearest first."""
        return islice((k for k in reversed(self.known) if k.at < at), BACK)

    def _is_quoted(self, at: int) -> bool:
        i = bisect_right(self._marks, at) - 1
        return i >= 0 and self.marked[i].end > at

    def _head_of(self, sentence: tuple[int, int], at: int, *, weak: bool) -> Known | None:
        text, speech = self.scan.text, self.speech
        if self._is_quoted(sentence[0]):
            return None
        begin = sentence[0]
        for _ in range(3):
            stop = min(sentence[1], at)
            match = self.run.match(text, begin, stop)
            if match is None:
                return None
            words = match.group().split()
            low = words[0].lower()
            if low in speech.openers or low in speech.time or low in speech.adverbs:
                comma = text.find(", ", match.start(), min(stop, match.start() + 140))
                if comma < 0:
                    return None
                begin = comma + 2
                continue
            name = self._person(words, match.start(), weak=weak) or self._after_small(match.end(), stop, weak=weak)
            return Known(match.start(), Speaker(name, None, match.start(), match.end()), "name") if name else None
        return None

    def _after_small(self, begin: int, stop: int, *, weak: bool) -> str:
        """The person named after a few small words at the head of a sentence ("Armed robber Robert Napier")."""
        text, speech = self.scan.text, self.speech
        for _ in range(4):
            match = SMALL.match(text, begin, stop)
            if match is None or match.group(1) in speech.ends_name or match.group(1) in speech.auxiliaries:
                return ""
            begin = match.end() + 1
            run = self.run.match(text, begin, stop)
            if run is not None:
                return self._person(run.group().split(), begin, weak=weak) if " " in run.group() else ""
            begin -= 1
        return ""

    def _person(self, words: list[str], at: int, *, weak: bool = False) -> str:
        """The full name when the words name a person of the article, else "". `weak` takes any run of two capitals or
        more that is no organisation, where nobody else can be meant."""
        stripped = self.without_titles(words)
        if not stripped or len(stripped) > 5:
            return ""
        name = POSSESSIVE.sub("", " ".join(stripped).rstrip("."))
        full = self.full_name(name, at)
        if len(stripped) < len(words) or any(k.speaker.name == full and k.kind == "name" for k in self._recent(at)):
            return full
        if (
            len(full.split()) < 2
            or name.isupper()
            or full.split()[0].lower() in self.speech.bodies
            or full in self._acronyms.values()
        ):
            return ""
        if len(full.split()) > len(name.split()):
            return full
        repeated = len(self._index().get(name.split()[-1].lower(), ())) >= 2
        return full if weak or repeated else ""

    def _described(self, phrase: Phrase, at: int) -> "Speaker | _Found":
        """A description: the one of whom it was said before, or the person or body it stands for."""
        words = [w.lower() for w in WORD.findall(phrase.name)]
        plain = Speaker(" ".join(phrase.name.split()), None, phrase.start, phrase.end)
        speech = self.speech
        content = [w for w in words if w not in speech.articles and w not in speech.determiners]
        if not content:
            known = self._before(phrase, at)
            return _Found(known.speaker, known.kind) if known else plain
        if speech.own:
            definite, head = words[0] not in speech.indefinite or words[-1] in speech.determiners, content[0]
        else:
            definite, head = words[0] == "the", content[-1]
        if definite and len(content) > 2 and head in speech.anybody:
            content = [head]
        if definite and len(content) > 3 and words[-1] in speech.determiners and head in speech.body_nouns:
            return self._body(phrase, at) or plain
        if not definite or len(content) > (6 if head in speech.firms or self._is_epithet(words, head) else 3):
            return plain
        for known in self._recent(at):
            if head in _words(known.speaker.name) or (
                head not in speech.body_nouns and head in _words(known.speaker.role or "")
            ):
                return _Found(known.speaker, known.kind)
        titled = self._titled(" ".join(content), at) or (self._titled(head, at) if len(content) == 1 else "")
        if titled:
            return Speaker(titled, head, phrase.start, phrase.end)
        named = self._named_by(head, at)
        if named:
            return Speaker(named, None, phrase.start, phrase.end)
        person = any(w in speech.anybody or w.endswith("year-old") for w in content)
        body = head in speech.body_nouns
        for known in self._recent(at):
            if at - known.at >= REACH:
                break
            if person and known.kind == "name":
                return _Found(known.speaker, known.kind)
            if (
                body
                and known.kind == "body"
                and (len(content) == 1 or head in speech.firms)
                and known.speaker.name.lower() not in speech.bodies
            ):
                return _Found(known.speaker, known.kind)
        if person:
            subject = self._subject_before(at, at - REACH, weak=True)
            if subject:
                return _Found(subject.speaker, subject.kind)
        if self._is_epithet(words, head):
            known = self.last(at)
            if known is not None and known.kind == "name" and at - known.at < REACH:
                return _Found(known.speaker, known.kind)
        alone = body and (len(content) == 1 or head in speech.firms) and not head.endswith("s")
        return (self._body(phrase, at) or plain) if alone else plain

    def _is_epithet(self, words: list[str], head: str) -> bool:
        """Whether a description reads as another name for the last speaker ("bendahara negara itu")."""
        speech = self.speech
        nouns = speech.body_nouns | speech.bodies | speech.chain["document_nouns"]
        return (
            bool(speech.own)
            and words[-1] in speech.determiners
            and head not in nouns
            and words[0] not in speech.indefinite
        )

    def _body(self, phrase: Phrase, at: int) -> Speaker | None:
        """The organisation that "the company" or "organisasi itu" stands for: one that a speaker spoke for, else the one
        that the text before names most often."""
        for known in self._recent(at):
            spoken_for = self.run.search(known.speaker.name, 2) if known.kind == "description" else None
            if spoken_for is not None and at - known.at < REACH:
                return Speaker(self.full_name(spoken_for.group(), at), None, phrase.start, phrase.end)
        persons = {known.speaker.name.split()[-1] for known in self._recent(at) if known.kind == "name"}
        counts: dict[str, int] = {}
        for match in self.run.finditer(self.scan.text, max(0, at - REACH * 2), at):
            name = POSSESSIVE.sub("", match.group())
            if not self._is_no_body(name) and name.split()[-1] not in persons:
                counts[name] = counts.get(name, 0) + 1
        best = max(counts, key=lambda name: counts[name], default="")
        if not best or (
            counts[best] < 2 and not (" " in best or best in self._alone and self.scan.text.find(best + " ", 0, at) > 0)
        ):
            return None
        return Speaker(self.full_name(best, at), None, phrase.start, phrase.end)

    def _is_no_body(self, name: str) -> bool:
        speech, first = self.speech, name.split(maxsplit=1)[0].lower()
        return first in speech.titles or any(
            first in words for words in (speech.places, speech.openers, speech.articles, speech.time, speech.subjects)
        )

    def _titled(self, head: str, at: int) -> str:
        """The person named with a title before a place ("Wakil Menteri Luar Negeri Rusia Mikhail Bogdanov" for "wakil
        menteri"), "" when there is none."""
        if (
            head.split(maxsplit=1)[0] not in self.speech.titles
            and head.rsplit(maxsplit=1)[-1] not in self.speech.titles
        ):
            return ""
        stop = at
        for _ in range(6):
            stop = self.scan.lower.rfind(head, 0, stop)
            if stop < 0:
                return ""
            apposed = APPOSED.search(self.scan.text, max(0, stop - 90), stop)
            if apposed is not None:
                words = self.without_titles(apposed.group(1).split())
                if 1 <= len(words) <= 4:
                    return self.full_name(" ".join(words), at)
            begin = stop if self.scan.text[stop].isupper() else stop + len(head) + 1
            match = self.run.match(self.scan.text, begin)
            if match is not None and self.scan.text[stop + len(head) : stop + len(head) + 1] == " ":
                words = match.group().split()
                rest = self.without_titles(words) if begin == stop else words
                if (
                    1 <= len(rest) <= 4
                    and (begin != stop or len(rest) < len(words))
                    and rest[0].lower() not in self.speech.places
                ):
                    return self.full_name(POSSESSIVE.sub("", " ".join(rest).rstrip(".")), at)
        return ""

    def _named_by(self, head: str, at: int) -> str:
        """The last organisation named before a place whose name begins (Indonesian) or holds the head of a description."""
        self._index()
        i = bisect_left(self._runs, (at, ""))
        for place, run in reversed(self._runs[max(0, i - 60) : i]):
            words = [w.lower() for w in WORD.findall(run)]
            if head in words and (words[0] == head if self.speech.own else head in self.speech.body_nouns):
                return " ".join(run.split())
            if place < 0:
                break
        return ""


class _Found(NamedTuple):
    speaker: Speaker
    kind: str

    def _replace_place(self, phrase: Phrase) -> Speaker:
        known = self.speaker
        if phrase.kind == "own":
            return known
        return Speaker(known.name, known.role, phrase.start, phrase.end)


def _words(name: str) -> set[str]:
    return {w.lower() for w in WORD.findall(name)}


def _within(short: list[str], longer: list[str]) -> bool:
    """Whether the words of a short name stand in a longer one, in the same order."""
    rest = iter(longer)
    return all(word in rest for word in short)
