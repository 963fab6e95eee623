"""Whom a pronoun stands for: the speakers of one article so far, held against its sentences."""

from bisect import bisect_left
from itertools import islice
from typing import Final

from claims.extraction.values import Span

from .heads import NEAR_RUNS, POINTED, REACH, Known, mention
from .names import bare, words_of
from .phrases import Phrase
from .things import Things

CLOSING: Final = " \n\"'”’»"
"""What may stand between a question and the end of its quotation."""

OPENS: Final = 5
"""Characters of a conjunction in front of somebody described who opens a sentence."""

SUBJECT: Final = 2
"""Words in front of the person who opens a clause ("When headmistress Ann Hill got the call, she …")."""

AGENT: Final = 4
"""Words from the "by" of a passive to the name of who did it, with it."""

DESCRIBED: Final = 8
"""Words at the head of a sentence in which the noun of somebody described stands."""

NEAR_SENTENCES: Final = 6
"""Sentences that are looked through for a man or a woman."""


class Pronouns(Things):
    """The speakers of one article so far, in the order of the text, and who is meant by a word that stands for one."""

    def last(self, at: int) -> Known | None:
        """The speaker noted last before a place; one that is named before one of its sentence that is only described
        ("Hill said it was dry, but staff said …")."""
        known = next(self.recent(at), None)
        if known is None or known.kind != "description" or self.speech.head_first:
            return known
        begin = self.heads.sentence_of(known.at)
        return next((k for k in self.recent(known.at) if k.at >= begin and k.kind == "name" and k.spoke), known)

    def told_of(self, at: int) -> Known | None:
        """Who the sentence right before a quotation of the same paragraph tells of by a pronoun, where nobody has spoken
        yet ("She fears the worst. "…"")."""
        begin = self.heads.sentence_before(at)
        text, speech = self.scan.lower[begin:at], self.speech
        if self._known or speech.head_first or "\n" in text:
            return None
        before, place = "", begin
        for word in text.split():
            place = self.scan.lower.index(word, place)
            opens = not before or before in speech.joiners or before in speech.subordinators
            if opens and word in speech.genders and word in speech.pronouns:
                phrase = Phrase(0, 0, place, place + len(word), word, None, "pronoun")
                return self.meant(phrase, place)
            before = word
        return None

    def meant(self, phrase: Phrase, at: int) -> Known | None:
        """Who a pronoun stands for: the nearest speaker or subject before it that can be meant."""
        low = phrase.name.lower()
        if low in self.speech.plural_pronouns:
            return self._several_meant(at)
        if low in self.speech.things:
            return self._thing_before(at) or self._thing(phrase, at)
        gender = self.speech.genders.get(low, "")
        recent = [
            k for k in self.recent(at) if at - k.at < REACH * 2 and k.kind != "document" and self._agrees(k, gender)
        ]
        asker = self._asker(phrase, at)
        if asker:
            answers = (k for k in recent if k.speaker.name != asker and k.spoke and self._can_be(k, phrase))
            return next(answers, None)
        last = next((k for k in recent if self._can_be(k, phrase)), None)
        if last is None and phrase.kind == "own":
            last = next(iter(recent), None)
        if last is not None and last.kind == "body":
            last = self.organisations.spokesman(last, recent) or last
        if (
            last is not None
            and phrase.kind == "own"
            and not self.speech.coordinators.isdisjoint(last.speaker.name.split())
        ):
            last = next((k for k in recent if k.kind == "name" and k.spoke), last)  # nobody says "-nya" of several
        floor = last.at if last else at - REACH
        if last is not None and phrase.kind == "own" and self._is_retold(last, at):
            named = (k for k in recent if k.kind == "name" and k.spoke and k.speaker.name != last.speaker.name)
            last = next(named, last)
        if gender:
            unsure = last is None or (last.kind == "name" and not self.organisations.is_known_person(last))
            found = self._of_gender(at, floor, gender, weak=unsure) or last
        else:
            found = self.heads.person_before(at, floor, weak=last is None) or last
        side = self.speech.head_first and low.removesuffix(self.speech.own) in self.speech.roles.bodies  # "pihaknya"
        if (side or phrase.kind == "own") and self._is_only_told_of(found, last, at):
            found = last
        if found is None and not gender and phrase.kind == "own":
            found = self.heads.introduced(at)
        if found is None and phrase.kind == "pronoun" and self.speech.head_first and low.endswith(self.speech.own):
            found = next(iter(recent), None)  # "pihaknya" may mean a body
        if found is None and gender:
            found = self.heads.person_after(at)
            found = found if found is not None and self._agrees(found, gender) else None
        if found is not None and gender:
            self.genders.note(found.speaker.name, gender)
        return found

    def _asker(self, phrase: Phrase, at: int) -> str:
        """Who asked the question right before an English sentence in which a pronoun answers ("Mr Hill said: "Why?" She
        replied …"), else ""."""
        begin = self.heads.sentence_of(at)
        if not self.scan.text[max(0, begin - OPENS * 2) : begin].rstrip(CLOSING).endswith("?"):
            return ""
        if self.speech.cues.answers.isdisjoint(words_of(self.scan.lower[phrase.end : phrase.end + POINTED])[:2]):
            return ""
        last = next(self.recent(at), None)
        return last.speaker.name if last is not None and last.spoke else ""

    def _is_only_told_of(self, head: Known | None, last: Known | None, at: int) -> bool:
        """Whether somebody who has not spoken yet, and is brought in without an office, is only told of between the words of a
        person and a quotation in which nobody speaks of himself ("Sari naik ke 15 persen. “Kenaikannya tipis,” ujarnya.")."""
        if head is None or last is None or last.kind != "name" or not last.spoke:
            return False
        speaker, name, lower = head.speaker, last.speaker.name, self.scan.lower
        if speaker.name == name or speaker.name in self._named or not last.speaker.role:
            return False
        brought_in = words_of(lower[self.heads.sentence_of(head.at) : speaker.end])
        office = any(word in self.speech.roles.heads for word in brought_in)
        return not office and self.speech.selves.isdisjoint(words_of(lower[head.at : at]))

    def _is_retold(self, known: Known, at: int) -> bool:
        """Whether a nameless party of a case, or so many of those asked, only had their words told by somebody, who goes on
        speaking of them in the quotation before a place ("Pelaku mengaku lari. “Pelaku lari ke hutan,” jelasnya.")."""
        if not self.speech.head_first:
            return False
        words = known.speaker.name.lower().split()
        counted = known.kind == "description" and any(w[0].isdigit() for w in words)
        party = counted or not self.speech.stands_for.parties.isdisjoint(words[:3])
        return party and self.speech.selves.isdisjoint(words_of(self.scan.lower[known.at : at]))

    def _several_meant(self, at: int) -> Known | None:
        """Who "they" are: the last body, or the last description of several, unless a later sentence has such a subject."""
        last = next(
            (
                k
                for k in self.recent(at)
                if k.kind == "body"
                or (k.kind == "description" and self._are_several(k.speaker.name))
                or (self.speech.head_first and not self.speech.coordinators.isdisjoint(k.speaker.name.split()))
            ),
            None,
        )
        if last is not None and not self.speech.several:
            return last
        head = self.heads.plural_before(at)
        floor = max((known.at for known in (last, head) if known is not None), default=at - REACH)
        if (body := self.organisations.subject_before(at, floor)) is not None:
            return body  # "The Doctors Union is on strike. They have threatened …"
        return head if last is None or (head is not None and head.at > last.at) else last

    def _are_several_of(self, name: str) -> bool:
        """Whether an English name is that of somebody's people ("Relatives of Ann Hill")."""
        people, of, _ = name.lower().partition(" of ")
        return of != "" and bool(self.speech.several) and self.speech.is_several(people.split())

    def _are_several(self, name: str) -> bool:
        """Whether a description is that of several, an English one also of a body, and not only of "others" told before."""
        words = words_of(name)
        if self.speech.head_first or not words:
            return self.speech.is_several(words)
        several = self.speech.is_several(words) or words[-1] in self.speech.stands_for.body
        return several and name.lower() not in self.speech.articles

    def _of_gender(self, at: int, floor: int, gender: str, *, weak: bool) -> Known | None:
        """The person that "he" or "she" means, told between two places: the head of the nearest sentence, if it can be one,
        else who else stands in that sentence and is surely one."""
        for sentence in islice(self.heads.sentences_before(at, floor), NEAR_SENTENCES):
            if not weak and sentence[1] <= at and self.scan.text[sentence[1] - 1].isalnum():
                continue  # the caption of a picture
            reported = not weak and sentence[1] > at and self._is_reported(sentence[0], at)
            if reported and not self.speech.head_first:
                continue  # "Mayor Ann Hill had left, she said"
            head = self.heads.head_of(sentence, at, weak=weak)
            if head is not None and self._agrees(head, gender):
                return head
            fronted = sentence[1] > at and self._opens_aside(sentence[0])
            described = self._described_in(sentence, at, weak=False) if head is None else None
            if head is None and not weak and not fronted and described is None:
                continue
            runs = self.names.runs
            begin, stop = bisect_left(runs, (sentence[0], "")), bisect_left(runs, (min(sentence[1], at), ""))
            for start, run in runs[begin : min(stop, begin + NEAR_RUNS)]:
                words = self.names.without_titles(run.split())
                name = self.names.longest(bare(" ".join(words).rstrip("."))) if 1 <= len(words) <= 4 else ""
                before = self.scan.lower[sentence[0] : start].split()
                if not name or self.heads.is_quoted(start) or (before and before[-1] in self.speech.definite):
                    continue  # "won the Miss Idaho title"
                told = self.genders.of(name)
                opens = fronted and len(self.scan.text[sentence[0] : start].split()) <= SUBJECT
                opens = (opens and self.names.is_person(name)) or (weak and self._is_agent(before))
                if told == gender or (opens and not told):
                    return mention(name, start, start + len(run))
            described = self._described_in(sentence, at, weak=weak)
            if described is not None and self._may_be_described(described, gender):
                return described
        return None

    def _is_agent(self, before: list[str]) -> bool:
        """Whether words lead to somebody with an office who did what an English passive tells ("was met by the senator")."""
        office = before != [] and self.speech.is_title(before[-1])
        return office and not self.speech.by.isdisjoint(before[-AGENT:])

    def _is_reported(self, begin: int, at: int) -> bool:
        """Whether a comma parts a pronoun from the whole clause in front of it, which is what it tells."""
        before = self.scan.lower[begin:at].split()
        joined = len(before) < SUBJECT or before[-1].rstrip(",") in self.speech.joiners  # "… and, she says, …"
        return not joined and before[-1].endswith(",") and not self._opens_aside(begin)

    def _opens_aside(self, at: int) -> bool:
        """Whether a sentence begins with a clause or a phrase in front of its subject ("When Ann Hill got the call, she …")."""
        return self.scan.lower[at : at + POINTED].split(maxsplit=1)[0] in self.speech.openers

    def _described_in(self, sentence: Span, at: int, *, weak: bool) -> Known | None:
        """The person whom the subject of an English sentence brings in without a name ("A neighbour ran out."); where somebody
        else can be meant, only one who speaks for others ("At a briefing, the mayor's spokesman ducked …")."""
        text, speech, begin = self.scan.text, self.speech, sentence[0]
        if sentence[1] > at or self.heads.is_quoted(begin):
            return None
        if self._opens_aside(begin):
            timed = self.scan.lower[begin : begin + POINTED].split(maxsplit=2)
            led = len(timed) > 2 and timed[0] in speech.time and timed[1] in speech.articles
            comma = text.find(", ", begin, min(sentence[1], begin + POINTED * 2))
            begin = begin + len(timed[0]) + 1 if led else comma + 2  # "Earlier a spokesman stood by …"
        words = text[begin : min(sentence[1], begin + POINTED * 2)].split()[:DESCRIBED]
        n = next((n for n, word in enumerate(words[:-1]) if n and self._names_person(word)), 0)
        owned = any(word.endswith(("'s", "’s")) for word in words[:n])
        verb = words[n + 1].rstrip(".") if n else ""
        takes_part = not {"announced", "say"}.isdisjoint(speech.cues.kinds.get(verb, ()))  # "Her deputy disagreed."
        owned = owned or (takes_part and words[0].lower() in speech.owners)
        kin = weak and n > 0 and words[0].lower() in speech.definite and words[n] in speech.sexes
        if (
            not n
            or begin < sentence[0]
            or words[n + 1][0].isupper()
            or self._names_person(words[n + 1])
            or not (owned or kin or words[0].lower() in speech.indefinite)
        ):
            return None
        if any(word in speech.ends_name or word.endswith((",", *speech.verb_ends)) for word in words[:n]):
            return None
        of_whom = kin and verb in speech.links  # "The mother of the boy wept."
        of_whom = of_whom or (weak and verb in speech.relative)  # "A man who lives nearby ran out."
        if verb in speech.articles or not verb.isalpha() or (verb in speech.ends_name and not of_whom):
            return None
        unknown = (
            words[n] in speech.chain.nobody and words[n] not in speech.stands_for.anybody and verb not in speech.passive
        )
        if not (weak or unknown or takes_part):
            return None
        name = " ".join(words[: n + 1])
        return mention(name, begin, begin + len(name), "description", spoke=False)

    def _names_person(self, word: str) -> bool:
        speech = self.speech
        return (word in speech.stands_for.person or word in speech.roles.heads) and word not in speech.former

    def _may_be_described(self, known: Known, gender: str) -> bool:
        return self.speech.sexes.get(known.speaker.name.rsplit(" ", 1)[-1].lower(), gender) == gender

    def _can_be(self, known: Known, phrase: Phrase) -> bool:
        if known.kind == "name":
            if self._are_several_of(known.speaker.name):
                return False
            if not known.spoke and " " not in known.speaker.name and not self.names.is_person(known.speaker.name):
                return self.speech.head_first  # "according to Billboard magazine"
            return not self._is_acronym(known.speaker.name, phrase)
        if phrase.kind == "own":
            return known.spoke
        words = known.speaker.name.lower().split()
        if self.speech.head_first and words[0] in self.speech.chain.source_heads:
            return False  # "pengakuan pengemudi"
        end = next((n for n, w in enumerate(words) if w in self.speech.ends_name or w in self.speech.links), len(words))
        if not self.speech.head_first and end and self._is_no_person(words[end - 1]):
            return False
        if known.kind != "description" or (not self.speech.head_first and self.speech.is_several(words[:end])):
            return False
        somebody = self.speech.stands_for.person | self.speech.chain.informants
        person = any(w in self.speech.roles.titles or w in somebody for w in words)
        opens = known.speaker.start - self.heads.sentence_of(known.speaker.start) < OPENS
        return person or (known.spoke and opens and self._is_somebody(words, end))

    def _is_somebody(self, words: list[str], end: int) -> bool:
        """Whether an English description of a speaker is that of one person ("One of the parents", "The widow")."""
        speech = self.speech
        if (
            speech.head_first
            or not end
            or not (words[0] in speech.articles or words[0] in speech.owners)
            or speech.is_several(words)
        ):
            return False
        head = words[end - 1]
        thing = head in speech.stands_for.firms or head in speech.roles.bodies or head in speech.chain.document_nouns
        return not (thing or head in speech.chain.courts) and head not in speech.anaphors

    def _is_acronym(self, name: str, phrase: Phrase) -> bool:
        """Whether a name is that of an organisation, or initials, so that "he", "she" and "-nya" hardly mean it."""
        personal = phrase.name.lower() in self.speech.genders or phrase.kind == "own"
        return name.isupper() and len(name) > 1 and personal

    def _agrees(self, known: Known, gender: str) -> bool:
        name = known.speaker.name
        return not gender or (self.genders.of(name) in ("", gender) and name.lower() not in self.speech.several)

    def person_meant(self, at: int, head: str) -> Known | None:
        """The person that another name for a person stands for: the last speaker, or a later subject."""
        gender = self.speech.sexes.get(head, "")
        known = (k for k in self.recent(at) if k.kind == "name" and at - k.at < REACH)
        last = next((k for k in known if self._may_be(k, gender)), None)
        found = self.heads.person_before(at, last.at if last else at - REACH, weak=last is None)
        return found if found is not None and self._may_be(found, gender) else last

    def _may_be(self, known: Known, gender: str) -> bool:
        """Whether the article tells nothing that speaks against somebody being a man or a woman."""
        return not gender or self.genders.told(known.speaker.name) in ("", gender)
