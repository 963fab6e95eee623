"""Quotes: what was said, in which form, by whom, to whom, through what. Marks first, then the sentence around them."""

from bisect import bisect_left, bisect_right
from typing import Final

from claims.extraction.frames import Frame, frames_of
from claims.extraction.marks import UNOPENED, Marked, find_marked
from claims.extraction.people.descriptions import named_later
from claims.extraction.people.heads import Known
from claims.extraction.people.phrases import Phrase, is_person
from claims.extraction.people.speakers import Memory
from claims.extraction.scan import Scan
from claims.extraction.speech import Speech, speech_of
from claims.extraction.values import Cue, Part, Quote, Span, Speaker

from .asides import before_adverbs
from .attribution import Link, read_tail
from .beside import Bound
from .chains import chain_of
from .cues import attributions, opens_attribution, reports_clause
from .direct import bind
from .documents import names_informant, origin
from .headings import is_told_below, named_above
from .headlines import headlined
from .indirect import Clause, reported
from .main_subjects import described_subject
from .objects import forward
from .occasions import add_where
from .postposed import told_behind
from .said import Said, in_relative
from .subjects import backward
from .terms import GOES_ON, POINTED, SENTENCE_ENDS, is_titled

TITLES: Final = frozenset({"headline", "heading"})
CLOSERS: Final = " \n\"'”’»"
MARKS: Final = frozenset('"“”')
BRIEF: Final = 8
"""Words of the longest sentence that does nothing but name the speaker of the quotation before it."""
TOLD: Final = 12
"""The same where it also tells whom he asked or told ("… money?” Judge Ann Hill asked the state's lawyer, to laughter")."""

FAR: Final = 2500
"""Characters over which a speaker holds, at most."""

SOON: Final = 500
"""Characters from a quote without a speaker to the next one with one, at most."""


def find_quotes(scan: Scan) -> list[Quote]:
    """The quotes of `scan`, in the order of the text. Needs its paragraphs and sentences; linear in the text."""
    speech = speech_of(scan.language)
    marked = find_marked(scan.text, scan.paragraphs, lambda at, stop: opens_attribution(scan.text, speech, at, stop))
    lost = [
        mark for mark in marked if mark.repair == UNOPENED and reports_clause(scan.text, speech, mark.start, mark.end)
    ]
    marked = [mark for mark in marked if mark not in lost] if lost else marked
    reader = _Reader(scan, speech, marked)
    for frame in frames_of(scan, speech, marked):
        reader.read(frame)
    reader.finish()
    return sorted(reader.quotes, key=lambda quote: (quote.start, quote.end))


class _Reader:
    """Reads frame after frame, remembering who spoke."""

    def __init__(self, scan: Scan, speech: Speech, marked: list[Marked]) -> None:
        self.scan, self.speech = scan, speech
        self.memory = Memory(scan, speech, marked)
        self.quotes: list[Quote] = []
        self._pending: list[Bound] = []
        self._unknown: list[Bound] = []
        self._below: set[int] = set()
        self._unheard = -1

    def read(self, frame: Frame) -> None:
        saids = attributions(frame)
        bound, used = bind(frame, saids) if frame.marked else ([], set())
        spoken = [b for b in bound if b.form != "term"]
        clauses = reported(frame, saids, used, spoken)
        if self.speech.head_first and frame.cues and not (clauses or spoken) and self._kind(frame.start) == "headline":
            clauses = headlined(frame)
        rows: list[tuple[int, Bound | None, Clause | None]] = [(b.first, b, None) for b in spoken]
        rows += [(c.said.cue, None, c) for c in clauses]
        outer = 0
        for _, quoted, clause in sorted(rows, key=lambda row: row[0]):
            if quoted is not None:
                self._quoted(frame, quoted)
            elif clause is not None and not self._is_thing(clause.said):
                speaker, kind = self._speaker(frame, clause.said)
                nested = clause.span[1] <= outer
                self._keep(
                    "indirect", frame, (clause.span,), None, clause.said, speaker, kind, clause.links, nested=nested
                )
                outer = clause.span[1] if clause.said.shape == "middle" else outer
        where = not rows and add_where(frame, self.quotes, self.memory.resolve)
        if not (rows or where or self._said_behind(frame) or self._answered(frame, saids)):
            self._announced(frame)

    def _kind(self, at: int) -> str:
        """The kind of the block in which a sentence or a quotation begins, "" where none does."""
        n = bisect_right(self.scan.blocks, at, key=lambda block: block.start)
        return self.scan.blocks[n - 1].kind if n else ""

    def _quoted(self, frame: Frame, bound: Bound) -> None:
        if bound.said is not None:
            speaker, kind = self._speaker(frame, bound.said)
            if self._pending:
                self.settle(speaker if bound.form == "direct" else None, bound.parts[0][0])
            self._keep(
                bound.form, frame, bound.parts, bound.clause, bound.said, speaker, kind, bound.said.links + bound.relays
            )
            return
        if bound.phrase is not None:
            told, kind = self.memory.resolve(bound.phrase)
            self.memory.note(told, kind, bound.phrase.start)
            speaker = told if told.name else None
            self._add(
                bound,
                speaker,
                chain_of(frame, speaker, "speaker", bound.links),
                f"quote.{bound.form}.{bound.rule}",
            )
            return
        start = bound.parts[0][0]
        if bound.rule == GOES_ON:
            known = self.memory.last(start)
            if known is not None and known.at >= self.memory.heads.sentence_before(start):
                self._add(bound, known.speaker, self._chain(known.speaker), "quote.floating.carried")
            return
        said = self.scan.text[start : bound.parts[-1][1]].rstrip(CLOSERS)[-1:] in POINTED
        if not said and self._kind(start) in TITLES:
            return
        known, rule = named_above(self.scan, self.speech, self.memory.names, start), "headed"
        if known is None and not self.speech.head_first and is_told_below(self.scan, self.speech, self.memory, start):
            self._pending.append(bound)
            self._below.add(start)
            return
        if known is None:
            known, rule = self.memory.heard_last(start)
        if known is not None and known.at < self._unheard:
            self._add(bound, None, (), "quote.floating.unknown")  # "“Go,” she said. “Now.”", who is not told
            return
        if known is None or not self._carries(known.at, start):
            known, rule = self.memory.told_of(start) or self._subject(bound, start), "subject"
        if known is not None:
            chain = self._chain(known.speaker)
            self.memory.note(known.speaker, known.kind, start)
            self._add(bound, known.speaker, chain, f"quote.floating.{rule}")
        else:
            self._pending.append(bound)

    def settle(self, speaker: Speaker | None = None, at: int = 0) -> None:
        """Quotes that nobody was there to say: those of the next speaker, if that speaks soon, else of nobody."""
        for bound in self._pending:
            below = bound.parts[0][0] in self._below
            if speaker is not None and (below or at - bound.parts[-1][1] < SOON):
                self._add(bound, speaker, self._chain(speaker), "quote.floating.followed")
            elif (after := self._told_after(bound)) is not None:
                self._add(bound, after, self._chain(after), "quote.floating.named_after")
            elif bound.sure:
                self._unknown.append(bound)
        self._pending = []

    def _told_after(self, bound: Bound) -> Speaker | None:
        """Who is named right behind a quotation that opens an article nobody has spoken in yet."""
        if self.speech.head_first or not bound.sure or self.memory.last(bound.parts[0][0]) is not None:
            return None
        known = self.memory.heads.person_after(bound.parts[-1][1])
        return known.speaker if known is not None else None

    def finish(self) -> None:
        """Also the quotes that nobody is found to have said: behind a heading, those of who spoke in front of it."""
        self.settle()
        for bound in self._unknown:
            start = bound.parts[0][0]
            known = None if self.speech.head_first else self.memory.last(start)
            if known is not None and known.spoke and known.kind != "document" and start - known.at < FAR:
                self._add(bound, known.speaker, self._chain(known.speaker), "quote.floating.carried")
            else:
                self._add(bound, None, (), "quote.floating.unknown")

    def _named_after(self, speaker: Speaker, kind: str, at: int) -> tuple[Speaker, str]:
        """A speaker of English words that end at a place, by name where the next sentence tells for the first time who is
        described ("…, a judge ruled. Judge Ana Ortiz …", "…, the group's director said. Kurt Hoskins said …")."""
        described = not self.speech.head_first and self.memory.is_described(speaker)
        at, memory = max(at, speaker.end), self.memory
        name = memory.heads.named_after(speaker.name, at) if described else ""
        if described and not name and kind == "description":
            name = named_later(self.scan, self.speech, memory.names, speaker.name, at)
        return (speaker._replace(name=name, role=speaker.name), "name") if name else (speaker, kind)

    def _chain(self, speaker: Speaker) -> tuple[Part, ...]:
        mention = self.scan.text[speaker.start : speaker.end]
        return (Part("speaker", speaker.name, mention, speaker.start, speaker.end, 0),)

    def _subject(self, bound: Bound, start: int) -> Known | None:
        """The person at the head of the sentences right before a quotation that nobody else can have said."""
        if not (bound.sure or self._goes_on(bound)):
            return None
        known = self.memory.heads.person_before(start, start - SOON)
        return known if known is not None and self._carries(known.at, start) else None

    def _goes_on(self, bound: Bound) -> bool:
        """Whether a whole English sentence between marks stands behind another one in its paragraph ("She shrugged. “It's my job.”")."""
        start, end = bound.parts[0][0], bound.parts[-1][1]
        said = self.scan.text[start + 1 : end].rstrip(CLOSERS)
        whole = said[:1].isupper() and said[-1:] in SENTENCE_ENDS and " " in said and not is_titled(said.split())
        return (
            whole
            and not self.speech.head_first
            and self.scan.text[max(0, start - 2) : start].rstrip(" ")[-1:] in SENTENCE_ENDS
        )

    def _carries(self, before: int, at: int) -> bool:
        """Whether a speaker still holds at a later place: no heading between, not too far."""
        return at - before < FAR and not any(b.kind == "heading" and before < b.start < at for b in self.scan.blocks)

    def _add(self, bound: Bound, speaker: Speaker | None, chain: tuple[Part, ...], rule: str) -> None:
        start, end = bound.parts[0][0], bound.parts[-1][1]
        self.quotes.append(
            Quote(
                start, end, self.scan.text[start:end], bound.form, bound.parts, bound.clause, speaker, None, chain, rule
            )
        )

    def _speaker(self, frame: Frame, said: Said) -> tuple[Speaker | None, str]:
        phrase = said.phrase
        described = described_subject(frame, phrase)
        if described is not None and self.memory.last(phrase.start) is not None:
            phrase = described
        speaker, kind = self.memory.resolve(phrase)
        if described is not None and not speaker.name:
            speaker, kind = self.memory.resolve(described)
        return (speaker if speaker.name else None), kind

    def _is_thing(self, said: Said) -> bool:
        """Whether only the head of a sentence gives a thing its capital, which the text writes small too ("Gejala menerangkan
        …")."""
        phrase = said.phrase
        if not self.speech.head_first or phrase.kind != "name" or phrase.first:
            return False
        return phrase.name.lower() not in self.speech.speakers and self.memory.is_common(phrase)

    def _keep(
        self,
        form: str,
        frame: Frame,
        parts: tuple[Span, ...],
        clause: Span | None,
        said: Said,
        speaker: Speaker | None,
        kind: str,
        links: tuple[Link, ...],
        *,
        nested: bool = False,
    ) -> None:
        """Adds a quote and remembers its speaker, unless it is `nested` in what somebody else reports."""
        role = origin(frame, said.phrase)
        start, end = parts[0][0], parts[-1][1]
        cue_start, cue_end = frame.span(said.cue, said.cue_end)
        cue = Cue(self.scan.text[cue_start:cue_end], cue_start, cue_end)
        if role == "document" and names_informant(frame, said.phrase.first, said.phrase.last):
            role = "speaker"
        elif role == "document":
            kind = "document"
        if speaker is None and form == "direct":
            self._unheard = start
        asked = said.rule.endswith("agent")  # "He was asked by the coroner to speak. Bob Roy said …"
        if speaker is not None and not asked:
            speaker, kind = self._named_after(speaker, kind, max(end, cue_end))
        if speaker is not None and not nested:
            nested_in = self.speech.head_first and in_relative(frame, said.cue)
            spoke = not said.rule.startswith(("source", "relay")) and not nested_in
            self.memory.note(speaker, kind, max(speaker.start, frame.start), spoke=spoke)
        chain = chain_of(frame, speaker, role, links)
        self.quotes.append(
            Quote(
                start,
                end,
                self.scan.text[start:end],
                form,
                parts,
                clause,
                speaker,
                cue,
                chain,
                f"quote.{form}.{said.rule}",
            )
        )

    def _said_behind(self, frame: Frame) -> bool:
        """Whether a short sentence right behind a quotation says who spoke it ("… for you." Hill said to cheers.)."""
        if self.speech.head_first or len(frame.lows) > TOLD or not frame.cues:
            return False
        first, last, word = frame.cues[0]
        if len(frame.lows) > BRIEF and self.speech.cues.kinds[word].isdisjoint({"tell", "ask"}):
            return False
        waiting = self._pending[-1] if self._pending else None
        quote = self.quotes[-1] if self.quotes and self.quotes[-1].cue is None else None
        ends = [waiting.parts[-1][1]] if waiting else [quote.end] if quote else []
        if not ends or self.scan.text[ends[0] : frame.start].strip(" ") or "say" not in self.speech.cues.kinds[word]:
            return False
        phrase = backward(frame, first, 0)
        if phrase is None or phrase.first > 1 or phrase.kind == "description" or phrase.last < first:
            return False
        speaker, kind = self.memory.resolve(phrase)
        if not speaker.name:
            return False
        self.memory.note(speaker, kind, frame.start)
        if waiting is not None:
            self._add(self._pending.pop()._replace(form="direct"), None, (), "")
        start, stop = frame.span(first, last)
        asked, behind = told_behind(frame, last, self.speech.cues.kinds[word], quoted=True)
        self.quotes[-1] = self.quotes[-1]._replace(
            form="direct",
            speaker=speaker,
            cue=Cue(self.scan.text[start:stop], start, stop),
            attribution=chain_of(frame, speaker, "speaker", (*asked, *read_tail(frame, behind).links)),
            rule="quote.direct.said_behind",
        )
        return True

    def _answered(self, frame: Frame, saids: list[Said]) -> bool:
        """As in "Budi membantahnya", "Budi memuji langkah itu": nothing is reported, but it tells who speaks next."""
        if not frame.cues:
            return False
        main = [s for s in saids if not (self.speech.head_first and in_relative(frame, s.cue))]
        phrases = [s.phrase for s in main if s.shape == "before" and "documents_only" not in s.kinds]
        phrase = phrases[-1] if phrases else None
        first, last, word = frame.cues[-1]
        closing = self.speech.head_first and last >= len(frame.lows) and self.speech.cues.kinds[word] & {"say", "judge"}
        if phrase is None and closing:
            at = before_adverbs(frame, first - 1, 0)
            while at > 0 and frame.lows[at] in self.speech.blockers:
                at = before_adverbs(frame, at - 1, 0)  # "Budi juga masih belum bisa menjawab."
            phrase = backward(frame, at + 1, 0)  # "Budi dengan tegas menanggapi."
        if phrase is None or not (phrase.kind == "name" or is_person(frame, phrase)):
            return False
        speaker, kind = self.memory.resolve(phrase)
        self.memory.note(speaker, kind, phrase.start)
        return True

    def _announced(self, frame: Frame) -> None:
        """As in "Hal itu disampaikan X", "X buka suara", "X chimed in": no quote, but it names who speaks in the next one."""
        for first, last, word in frame.cues:
            kinds = self.speech.cues.kinds[word]
            as_told = "after" in kinds and first == 1 and frame.lows[0] in self.speech.chain.just_as  # "Begitu kata X."
            if "announced" not in kinds and not as_told:
                continue
            behind = word.split()[-1] in self.speech.by_whom or (self.speech.head_first and " " not in word)
            phrase: Phrase | None = forward(frame, last) if behind else backward(frame, first, 0)
            felt = (
                phrase is not None and kinds == {"announced"} and frame.lows[phrase.first] in self.speech.roles.bodies
            )
            if phrase is not None and phrase.kind in ("name", "body") and not felt:
                speaker, kind = self.memory.resolve(phrase)
                self.memory.note(speaker, kind, phrase.start)
                self.settle(speaker, phrase.start)
                if (
                    behind
                    and 0 < first < BRIEF // 2
                    and "announced" in kinds
                    and frame.lows[0] in self.speech.chain.just_as
                ):
                    self._told_so(frame, (first, last), phrase, speaker)
                return

    def _told_so(self, frame: Frame, cue: Span, phrase: Phrase, speaker: Speaker) -> None:
        """As in "Harga beras turun. Demikian diungkapkan oleh X": the sentence right before is what was said."""
        sentences, text = self.scan.sentences, self.scan.text
        n = bisect_left(sentences, (frame.start, frame.start))
        start, end = sentences[n - 1] if n else (0, 0)
        near = n > 0 and not text[end : frame.start].strip(CLOSERS)
        opens = "\n" in text[end : frame.start] and frame.lows[1] in self.speech.relative
        near = near and not opens  # "Seperti yang disampaikan X." at the head of a paragraph
        spoken = any(quote.end > start for quote in self.quotes[-1:]) or not MARKS.isdisjoint(text[start:end])
        if not near or spoken or self._kind(start) in TITLES:
            return
        end = start + len(text[start:end].rstrip(POINTED))
        at, stop = frame.span(*cue)
        told = Cue(text[at:stop], at, stop)
        chain = chain_of(frame, speaker, "speaker", read_tail(frame, phrase.last).links)
        said, form, rule = ((start, end),), "indirect", "quote.indirect.told_so"
        self.quotes.append(Quote(start, end, text[start:end], form, said, None, speaker, told, chain, rule))


__all__ = ["find_quotes", "read_tail"]
