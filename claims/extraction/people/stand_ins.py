"""Whom a description stands for: who was called so before in the article, or the last person or body that it can mean."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from claims.extraction.marks import Marked
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech
from claims.extraction.values import Speaker

from .descriptions import (
    core,
    introduces,
    is_brought_in,
    is_definite,
    is_epithet,
    is_former,
    is_placed_person,
    is_told_apart,
    may_be,
    may_be_called,
    may_hold,
    self_named,
    spoke_just,
    spoke_since,
    titled_speaker,
)
from .heads import REACH, Known
from .names import words_of
from .phrases import Phrase
from .pronouns import Pronouns

ACRONYM: Final = 2
"""Capitals that more than an abbreviated country has ("the UK carmaker", but "the RMT union")."""


class StandIns(Pronouns):
    """The speakers of one article so far, and who is meant by a description: "the minister", "perempuan itu", "the firm"."""

    def __init__(self, scan: Scan, speech: Speech, marked: Sequence[Marked] = ()) -> None:
        super().__init__(scan, speech, marked)
        self._roles: dict[str, str] = {}

    def _as(self, known: Known, phrase: Phrase) -> tuple[Speaker, str]:
        """A known speaker at the place of a new mention; the pronoun hung on a cue is no mention of its own."""
        if phrase.kind == "own":
            return known.speaker, known.kind
        role = known.speaker.role or self._roles.get(known.speaker.name)
        return Speaker(known.speaker.name, role, phrase.start, phrase.end), known.kind

    def _described(self, phrase: Phrase, at: int) -> tuple[Speaker, str]:
        """A description: the one of whom it was said before, or the person or body it stands for."""
        words = words_of(phrase.name)
        plain = Speaker(" ".join(phrase.name.split()), None, phrase.start, phrase.end)
        speech = self.speech
        content = [w for w in words if w not in speech.articles and w not in speech.determiners and not w.isdigit()]
        if not speech.head_first:
            content = core(self.speech, content)
        if not content:
            known = self.meant(phrase._replace(kind="pronoun"), at) if speech.head_first else None
            return self._as(known, phrase) if known else (plain, "description")
        if speech.head_first and (words[0].isdigit() or words[0] in speech.numbers):
            return plain, "description"  # "Dua pejabat itu" are nobody who was named
        if (named := self_named(self.scan, speech, self.names, phrase)) is not None:
            return named, "name"
        head = content[0] if speech.head_first else content[-1]
        own = words[0] in speech.owners and (head in speech.sexes or speech.is_title(head))
        if own and (relative := self.offices.relative(plain.name, at)):
            return Speaker(relative, plain.name, phrase.start, phrase.end), "name"
        placed = len(content) > 1 and is_placed_person(self.speech, head, phrase)
        if not is_definite(self.speech, words, head, 1 if placed else len(content)):
            return plain, "description"
        if len(content) > 2 and head in speech.stands_for.anybody:
            content = [head]
        if len(content) < 3 and head in speech.stands_for.any_firm:
            recent = list(self.recent(at))
            known = self.organisations.subject_before(at, recent[0].at if recent else at - REACH)
            known = known or self.organisations.just_spoke(at, recent)
            if known is not None:
                return self._as(known, phrase)
        found = self._named_so(content, head, phrase)
        if found is None and placed:
            content = [head]
            found = None if is_former(speech, words) else self._named_so(content, head, phrase)
            found = found if found is not None and may_hold(self.speech, found[0], words, head) else None
            known = self._answering(phrase, at, head) if found is None else None
            told = set(words_of(known.speaker.role or "")) if known is not None else set()
            if known is not None and (may_be(self.scan, speech, known, head) or not told.isdisjoint(words[1:-1])):
                return self._as(known, phrase)
        if found is not None:
            return found
        if is_told_apart(self.scan, speech, phrase):
            return plain, "description"
        if (known := self._stood_for(words, content, phrase, at)) is not None:
            return self._as(known, phrase)
        parts = phrase.name.split()
        acronym = any(
            (word.isupper() and len(word) > ACRONYM) or word.lower() in speech.chain.outlets for word in parts
        )
        acronym = acronym or (head in speech.chain.pages and len(parts) > 2 and any(map(str.istitle, parts[1:])))
        if head not in speech.stands_for.firms or (acronym and not speech.head_first):
            return plain, "description"  # "the RMT union" has a name
        body = self.organisations.meant(phrase, at, list(self.recent(at)))
        return (body, "body") if body else (plain, "description")

    def _named_so(self, content: list[str], head: str, phrase: Phrase) -> tuple[Speaker, str] | None:
        """The one that was called so before, by role or in the text."""
        at, speech = phrase.start, self.speech
        once: dict[tuple[str, str | None], Known] = {}
        for known in self.recent(at):
            once.setdefault((known.speaker.name, known.speaker.role), known)
        for known in once.values():
            if not speech.head_first and known.kind == "description":
                if not introduces(self.speech, known.speaker.name):
                    continue  # "the judge" is the one named before, not "the judge" again
                spoken = known.speaker.name.split()
                if not speech.coordinators.isdisjoint(spoken) and not head.endswith("s"):
                    continue  # "The woman and her manager"
            role = words_of(known.speaker.role or "")
            name = [word for word in words_of(known.speaker.name) if word not in speech.articles] or [""]
            described = known.kind == "description" and not speech.head_first
            if described and any(word == head and speech.is_title(behind) for word, behind in pairwise(name)):
                continue  # "a council member" is no council
            told = content[:-1] if head in speech.chain.nobody and len(content) > 1 else content
            by_role = (
                not (len(content) == 1 and role[:1] == content and speech.is_double(role))
                and head not in speech.stands_for.body
                and head not in speech.chain.document_nouns
                and all(word in role for word in told)
            )
            same = head in name and (head == name[0] or not speech.head_first)
            if speech.head_first and known.kind == "description":
                same = same and all(word in name for word in told)  # "juru bicara maskapai" is not that of the army
            if known.kind != "document" and (by_role or same):
                return self._as(known, phrase)
        office, one = " ".join(content), len(content) == 1 and not speech.head_first
        named = "" if one else self.offices.holder(office, at)
        thing = head in speech.chain.document_nouns or head in speech.stands_for.body
        if not named and not speech.head_first and not thing:
            titled = titled_speaker(self.names, head, phrase.name, self.recent(at))
            if titled is not None:
                return self._as(titled, phrase)
        if named := named or (self.offices.holder(office, at) if one else ""):
            return Speaker(named, self._roles.get(named, office), phrase.start, phrase.end), "name"
        own = [word.lower() for word in phrase.name.split()[1:] if speech.head_first and word[0].isupper()]
        body = self.organisations.named_by(head, at, own)
        return (Speaker(body, None, phrase.start, phrase.end), "body") if body else None

    def _answering(self, phrase: Phrase, at: int, head: str) -> Known | None:
        """The person that another name for one stands for, but not who asked what is answered (“Why?” The mayor replied, …)."""
        meant = self.person_meant(at, head)
        if meant is None or meant.speaker.name != self._asker(phrase, at):
            return meant
        return next((k for k in self.recent(at) if k.kind == "name" and k.speaker.name != meant.speaker.name), None)

    def _stood_for(self, words: list[str], content: list[str], phrase: Phrase, at: int) -> Known | None:
        """The last person or body that a description without a name of its own can stand for."""
        speech = self.speech
        head = content[0] if speech.head_first else content[-1]
        called = [w for w in content if w == head or w not in speech.chain.nobody]  # no "official spokesperson"
        person = any(w in speech.stands_for.anybody or w.endswith(speech.aged_ends) for w in called)
        if speech.head_first and words[-1] in speech.determiners:
            told = [word for word in content if word not in speech.chain.source_heads]  # "pengakuan sopir itu"
            if told and is_brought_in(self.scan, speech, " ".join(told), at):
                return None
        for known in self.recent(at):
            if at - known.at >= REACH:
                break
            if (
                head in speech.stands_for.firms
                and known.kind == "body"
                and known.speaker.name.lower() not in speech.roles.bodies
            ):
                passes_on = not speech.head_first and head in speech.stands_for.any_firm
                if passes_on and self.organisations.is_outlet(known.speaker.name):
                    continue
                return known
        near = next(self.recent(at), None) if any(w.endswith(speech.aged_ends) for w in content) else None
        if near is not None and spoke_just(self.scan.text, near, self.heads.sentence_before(at), at):
            spoken = near.speaker.name.lower().split()
            if self._is_somebody(spoken, len(spoken)):
                return near
        last = next(self.recent(at), None) if speech.head_first and head in speech.stands_for.anybody else None
        unnamed = (
            last is not None and last.kind == "description" and words_of(last.speaker.name)[0] in speech.roles.heads
        )
        if unnamed and last is not None and last.at >= self.heads.sentence_before(at):
            return last  # "Pedagang lainnya mengatakan … "…," ujar perempuan itu."
        former = is_former(self.speech, words)
        if person or former or is_epithet(self.speech, words, head):
            meant = self._answering(phrase, at, head)
            sexed = meant is None or self.genders.told(meant.speaker.name)
            nameless = not sexed if head in speech.sexes else head in speech.chain.nobody
            if nameless and is_brought_in(self.scan, speech, head, at):
                return None  # "A White House official spoke. Hill was there. The official said …"
            return meant if person or former or len(content) > 1 or may_be_called(speech, meant, head) else None
        if head in speech.stands_for.parties or (not speech.head_first and speech.roles.is_title_of_several(head)):
            return None
        if (
            len(content) == 1
            and speech.is_title(head)
            and not speech.head_first
            and not is_brought_in(self.scan, speech, head, at)
        ):
            subject = self.heads.person_before(at, at - REACH)
            last = next(self.recent(at), None)
            if subject is not None and last is not None and spoke_since(last, subject):
                return last
            if subject is not None and self.names.is_person(subject.speaker.name):
                return subject
        if not speech.head_first and head in speech.stands_for.person and head not in speech.chain.nobody:
            named = (k for k in self.recent(at) if k.kind == "name" and at - k.at < REACH)
            plain = phrase.name[1:].islower() and "'" not in phrase.name.replace("’", "'")
            last = next(named, None) if plain else None  # "the executive chairman"
            return last if last is not None and may_be(self.scan, speech, last, head) else None
        return None
