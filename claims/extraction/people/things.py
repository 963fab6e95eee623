"""What "it" stands for: a body, a study or one thing that has spoken or is told of."""

from collections.abc import Iterator, Sequence
from typing import Final

from claims.extraction.marks import Marked
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech

from .article import Article
from .heads import POINTED, REACH, Known, mention
from .phrases import Phrase

BACK: Final = 40
"""Speakers that are looked through for one that is meant."""

PAPER_AT: Final = 24
"""Characters of a sentence in front of a source that opens it."""

PAPER: Final = 6
"""Words at the head of a sentence among which the noun of a study stands."""


class Things(Article):
    """The speakers of one article so far, in the order of the text, and which of them is meant as a thing."""

    def __init__(self, scan: Scan, speech: Speech, marked: Sequence[Marked] = ()) -> None:
        super().__init__(scan, speech, marked)
        self._known: list[Known] = []

    def recent(self, at: int) -> Iterator[Known]:
        """The speakers before a place, the nearest first."""
        left = BACK
        for known in reversed(self._known):
            if known.at < at:
                yield known
                left -= 1
                if not left:
                    return

    def _thing(self, phrase: Phrase, at: int) -> Known | None:
        """What "it" stands for: a study told of just before, the last thing that spoke, or a body that the text tells of."""
        if (paper := self._paper_before(phrase, at)) is not None:
            return paper
        last = next((k for k in self.recent(at) if self._can_be_thing(k) and not self._closes_sentence(k)), None)
        if last is not None and at - last.at <= REACH // 2:
            return last
        body = self.organisations.meant(phrase, at, list(self.recent(at)))
        if body is None and last is None:
            return self._body_between(self.heads.sentence_before(at), at)
        return Known(at, body, "body") if body else last

    def _paper_before(self, phrase: Phrase, at: int) -> Known | None:
        """The study that the English sentence before tells of first, where "it" finds or shows something."""
        speech, lower, begin = self.speech, self.scan.lower, self.heads.sentence_before(at)
        cue = lower[phrase.end : phrase.end + POINTED].split(maxsplit=1)[:1]
        words = lower[begin:at].split()[:PAPER]
        if not cue or not words or cue[0] not in speech.cues.records or words[0] not in speech.articles:
            return None
        n = next((n for n, word in enumerate(words, 1) if word.endswith(",")), len(words))
        n = next((n for n, word in enumerate(words[:n]) if word in speech.ends_head), n) - 1
        if n < 1 or words[n].rstrip(",") not in speech.chain.document_nouns:
            return None
        name = " ".join(self.scan.text[begin:at].split()[: n + 1]).rstrip(",")
        return mention(name, begin, begin + len(name), "document", spoke=False)

    def _thing_before(self, at: int) -> Known | None:
        """The organisation of which the English sentence before tells, behind the last thing that spoke."""
        last = next((k for k in self.recent(at) if self._can_be_thing(k) and not self._closes_sentence(k)), None)
        return self.organisations.subject_before(at, last.at if last is not None else at - REACH)

    def _closes_sentence(self, known: Known) -> bool:
        """Whether an English paper is only the source behind a sentence ("…, according to its forecasts")."""
        behind = known.at - self.heads.sentence_of(known.at) > PAPER_AT
        return known.kind == "document" and not known.spoke and behind

    def _body_between(self, begin: int, at: int) -> Known | None:
        """The English body without a name that the sentence at `begin` tells of before a pronoun ("On Friday the justice
        ministry let them go, but it said …")."""
        speech = self.speech
        if not self.scan.text[begin].isalnum():
            return None  # a quotation tells of others
        for match in speech.described.finditer(self.scan.text, begin, at):
            words = match.group().lower().split()
            noun = next((n for n, word in enumerate(words) if n and word in speech.stands_for.body), 0)
            passes_on = words[noun] in speech.chain.pages
            verb = any(w in speech.auxiliaries or w.endswith(speech.verb_ends) for w in words[:noun])
            if noun and not verb and not passes_on:
                name = " ".join(match.group().split()[: noun + 1])
                name = (noun == 1 and self.organisations.named_by(words[noun], match.start())) or name
                return mention(name, match.start(), match.start() + len(name), "body")
        return None

    def _can_be_thing(self, known: Known) -> bool:
        """Whether "it" can mean a speaker: a body, a document, one thing; not several, and no person."""
        name = known.speaker.name
        if self.speech.roles.is_title_of_several(name.lower()):
            return False  # "Analysts"
        if known.kind in ("body", "document"):
            return True
        if known.kind == "description":
            head = name.split()[-1].lower()
            person = (
                self.speech.is_title(head)
                or head in self.speech.stands_for.person
                or head in self.speech.chain.informants
            )
            person = person and head not in self.speech.stands_for.firms
            several = not self.speech.head_first and name.lower() in self.speech.several  # "people"
            return not person and not several and (not self._is_no_person(head) or name[-1] != "s")
        if self.genders.of(name) or self.names.is_person(name):
            return False
        firm, _, rest = name.partition(" ")
        return not rest or (firm in self.names.alone and not self.organisations.is_known_person(known))

    def _is_no_person(self, noun: str) -> bool:
        """Whether the head of a description is a body or several people ("the student group", "fire officials")."""
        return noun in self.speech.stands_for.body or self.speech.roles.is_title_of_several(noun)
