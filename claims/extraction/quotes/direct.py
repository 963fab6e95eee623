"""Marked words: which of them were said, and which attribution of their sentence is theirs."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.marks import Marked
from claims.extraction.values import Span

from .attribution import Link, read_tail
from .beside import Bound, names_again, opens_again, opens_colon, points, spoken_beside, told_later
from .clauses import has_verb
from .documents import document_or_speaker
from .leading import BEHIND
from .outlets import is_medium
from .said import Said, can_speak, is_fragment, may_report, names_document
from .terms import GOES_ON, POINTED, SENTENCE_ENDS, goes_on, is_term, is_titled, is_whole

ASIDE: Final = 9
"""Words of a circumstance between an attribution and the second part of its quotation ("…," X said of the club, "…")."""
LONG: Final = 6
"""Words from which a quotation without anybody to say it is still taken for speech."""
SINGLE: Final = "'‘"
"""Marks of which a pair holds a heading as often as a quotation."""

SPEECH_ENDS: Final = SENTENCE_ENDS | {",", '"'}
"""Signs of which one closes what was said."""


def bind(frame: Frame, saids: list[Said]) -> tuple[list[Bound], set[int]]:
    """The quotations of a frame, and the indices of the attributions that they have taken."""
    found: list[Bound] = []
    used: set[int] = set()
    for at in sorted(frame.marked):
        one = _bind_one(frame, at, saids, used, found)
        if found and one.form == "part":
            last = found[-1]
            found[-1] = last._replace(parts=(*last.parts, *one.parts))
        else:
            found.append(one)
    return found, used


def _bind_one(frame: Frame, at: int, saids: list[Said], used: set[int], found: list[Bound]) -> Bound:
    mark = frame.marked[at]
    span = (mark.start, mark.end)
    if any(link.first <= at < link.last for said in saids for link in said.links):
        return Bound(at, "term", (span,), None, None, None, (), (), "", False)  # "told CNN's "Harbour Tonight" that …"
    if (again := _is_told_again(frame, at, found)) is not None:
        return Bound(at, "direct", (span,), None, again, None, (), (), again.rule, True)
    if _continues(frame, at, found):
        return Bound(at, "part", (span,), None, None, None, (), (), "", True)
    behind = _behind(frame, at, saids)
    if behind is not None and not is_term(frame, at, mark, strong=True):
        used.add(behind)
        return _after(frame, at, saids, behind, used)
    front = _front(frame, at, saids)
    if front is not None:
        return _before(frame, at, saids, front, used)
    if _followed_by_quote(frame, at, mark):
        return Bound(at, "floating", (span,), None, None, None, (), (), "", True)
    beside = spoken_beside(frame, at, mark)
    if beside is not None and not is_term(frame, at, mark, strong=True):
        return beside
    later = told_later(frame, at, saids)
    if later is not None and not is_term(frame, at, mark):
        used.add(later)
        said = saids[later]
        clause = (
            (frame.starts[0], frame.ends[max(at, said.first - 1)])
            if said.shape == "after"
            else (frame.start, frame.ends[-1])
        )
        return Bound(at, "mixed", (span,), _trimmed(frame, clause), said, None, (), (), said.rule, True)
    if _stands_alone(frame):
        words = frame.text[mark.inner_start : mark.inner_end].split()
        speech_like = len(words) >= 3 or frame.text[mark.inner_end - 1 : mark.inner_end] in SENTENCE_ENDS
        if frame.text[mark.start] in SINGLE and len(words) < LONG and not _is_pointed(frame, mark):
            speech_like = False  # a heading between two paragraphs: 'Rates have peaked'
        sure = len(words) >= LONG and frame.text[mark.inner_start : mark.inner_end].rstrip()[-1:] in SPEECH_ENDS
        return Bound(at, "floating" if speech_like else "term", (span,), None, None, None, (), (), "", sure)
    if at and at == len(frame.lows) - 1 and frame.lows[at - 1] in (":", "?") and _is_speech(frame, mark):
        return Bound(at, "floating", (span,), None, None, None, (), (), "", True)
    if at and not saids and goes_on(frame, mark):
        return Bound(at, "floating", (span,), None, None, None, (), (), GOES_ON, False)
    return Bound(at, "term", (span,), None, None, None, (), (), "", False)


def _is_told_again(frame: Frame, at: int, found: list[Bound]) -> Said | None:
    """The attribution behind a fragment whose colon leads to a quotation of its own ("Claiming it was "lost", Hill
    told them: "…"")."""
    said = found[-1].said if found and found[-1].form == "mixed" else None
    if said is None or said.first < found[-1].first:
        return None
    return said if frame.lows[said.last : at] == [":"] else None


def _is_pointed(frame: Frame, mark: Marked) -> bool:
    """Whether a quotation ends with a stop or a comma."""
    return frame.text[mark.inner_end - 1 : mark.inner_end] in SPEECH_ENDS


def _is_speech(frame: Frame, mark: Marked) -> bool:
    """Whether marked words are a whole sentence, long enough to be nothing but speech."""
    return is_whole(frame, mark) and len(frame.text[mark.inner_start : mark.inner_end].split()) >= LONG


def _followed_by_quote(frame: Frame, at: int, mark: Marked) -> bool:
    """Whether nothing stands before a quotation and another follows at once: two quotes, the second with a speaker; or an
    English sentence that a pronoun opens ("… a man called P." He said …)."""
    lows, speech = frame.lows, frame.speech
    if not PUNCTUATION.issuperset(lows[:at]):
        return False
    ends = frame.text[mark.inner_end - 1 : mark.inner_end]
    if lows[at + 1 : at + 2] == [QUOTED]:
        return ends in POINTED
    opens = at + 1 < len(lows) and lows[at + 1] in speech.pronouns and frame.capital(at + 1)
    return ends == "." and opens and not frame.head_first


def _continues(frame: Frame, at: int, found: list[Bound]) -> bool:
    """Whether a quotation is the second part of the one before it: "…," kata X, "…"."""
    said = found[-1].said if found else None
    if said is None or said.first < found[-1].first or said.last > at:
        return False
    between = [frame.lows[i] for i in range(said.last, at)]
    if not between and frame.lows[at - 1] in frame.speech.names_it:
        return False  # "…," kata X dalam diskusi "…"
    words = frame.text[frame.marked[at].inner_start : frame.marked[at].inner_end].split()
    if not frame.head_first and frame.lows[at - 1] in frame.speech.prepositions and is_titled(words):
        return False  # "…," X said on "Harbour Tonight"
    small = frame.text[frame.marked[at].inner_start].islower()
    if small and 1 < len(between) <= ASIDE and between[-1] == ",":
        inside = between[1:-1] if between[0] == "," else between[:-1]
        opens = bool(inside) and (inside[0] in frame.speech.prepositions or inside[0] in frame.speech.conjunctions)
        opens = opens or (
            not frame.head_first and frame.text[found[-1].parts[-1][1] - 2] == ","
        )  # "…," she said there, "…"
        return opens and not any(low in PUNCTUATION or low in frame.speech.cues.kinds for low in inside)
    return all(low in PUNCTUATION or low in frame.speech.conjunctions for low in between) and len(between) <= 2


def _behind(frame: Frame, at: int, saids: list[Said]) -> int | None:
    """The attribution that begins right behind a quotation."""
    for n, said in enumerate(saids):
        if said.shape in ("after", "middle", "passive"):
            gap = said.first - at - 1
            if gap == 0 or (gap == 1 and frame.lows[at + 1] in (",", "–", "—", "-")):
                return n
            if said.shape == "passive" and said.cue < at:
                return n
    return None


def _front(frame: Frame, at: int, saids: list[Said]) -> int | None:
    """The last attribution whose clause holds the quotation."""
    best = None
    for n, said in enumerate(saids):
        if said.rule == BEHIND:
            continue  # no quotation stands in it
        if said.shape == "before" and said.cue_end <= at and said.content <= at:
            if best is not None and _is_reported(frame, saids[best], said):
                continue  # "X mengatakan bahwa mereka melanjutkan "…""
            believed = "say" not in said.kinds and said.word in frame.speech.auxiliaries
            if best is not None and not frame.head_first and believed:
                continue  # "Hill said the firm believes the fault is "grave""
            if best is not None and not frame.head_first and _is_own_deed(frame, saids[best], said, at):
                continue  # "Hill said she had accepted the offer "with regret""
            if best is not None and _is_deed(frame, saids[best], said):
                continue  # "A statement said the vaccines offered "hope""
            document = "documents_only" not in said.kinds or names_document(frame, said.cue) or _is_voiced(frame, said)
            document = document and not _is_counted_term(frame, at, said)
            best = n if document and (said.content == at or may_report(frame, said)) else best
        elif said.shape in ("after", "middle") and said.first <= at and best is not None and said.last <= at:
            best = None
    if best is None:
        return None
    said = saids[best]
    if _breaks(frame, said.content, at):
        return None
    return best


def _is_voiced(frame: Frame, said: Said) -> bool:
    """Whether an English person tells a clause by a verb that otherwise goes with papers ("Hill suggested the plan was "mad"")."""
    voiced = "voiced" in said.kinds and said.phrase.kind in ("name", "pronoun") and not frame.head_first
    return voiced and has_verb(frame, said.content, len(frame.lows), said)


def _is_deed(frame: Frame, outer: Said, inner: Said) -> bool:
    """Whether a cue that is seldom one tells what the English thing does that somebody else speaks of."""
    words = frame.lows[inner.phrase.first : inner.phrase.last]
    thing = inner.phrase.kind == "description" and not frame.speech.can_tell(words)
    opens = inner.phrase.first == outer.content and inner.word in frame.speech.cues.never_alone
    return not frame.head_first and opens and thing


def _is_own_deed(frame: Frame, outer: Said, inner: Said, at: int) -> bool:
    """Whether a cue without a clause tells what somebody says that he or she did, and the marks in what way."""
    pronoun = inner.phrase.kind == "pronoun" and inner.phrase.first == outer.content
    deed = pronoun and "strict" in inner.kinds and "judge" not in inner.kinds
    return deed and not has_verb(frame, inner.content, at)


def _is_counted_term(frame: Frame, at: int, said: Said) -> bool:
    """Whether a word or two between marks are a term in what a document reports as a noun ("The audit found dozens of “ghost
    firms” in its list")."""
    phrase = said.phrase
    if frame.head_first or said.content == at or "strict" not in said.kinds or not is_fragment(frame, at):
        return False
    lows, speech = frame.lows, frame.speech
    clause = lows[said.content - 1] in speech.clause_that or not speech.auxiliaries.isdisjoint(lows[said.content : at])
    return not clause and document_or_speaker(frame, phrase.first, phrase.last) == "document"


def _is_reported(frame: Frame, outer: Said, inner: Said) -> bool:
    """Whether an attribution to a pronoun is part of what another one reports behind "bahwa"."""
    speech = frame.speech
    told = frame.lows[outer.content - 1] in speech.clause_that
    return speech.head_first and told and inner.phrase.kind == "pronoun"


def _breaks(frame: Frame, first: int, at: int) -> bool:
    return any(frame.lows[i] == ";" for i in range(first, at))


def _after(frame: Frame, at: int, saids: list[Said], n: int, used: set[int]) -> Bound:
    mark, said = frame.marked[at], saids[n]
    span = (mark.start, mark.end)
    relays = _relays(frame, saids, n, used)
    if said.phrase.kind in ("pronoun", "own") and (opener := opens_colon(frame, at)):
        return Bound(at, "direct", (span,), None, None, opener, said.links, relays, "colon_before", True)
    words = [i for i in range(at) if frame.lows[i] not in PUNCTUATION]
    previous = max((s.last for s in saids if s.last <= at and s.shape in ("after", "middle")), default=0)
    lead = [i for i in words if i >= previous]
    if said.shape == "passive" or (len(lead) >= 2 and frame.lows[at - 1] != ":"):
        inner = next(
            (m for m, s in enumerate(saids) if s.shape == "before" and s.content <= at and _may_hold(frame, s)),
            None,
        )
        if inner is not None and opens_again(frame, at, said, saids[inner]):
            return Bound(at, "direct", (span,), None, said, None, (), relays, said.rule, True)
        if inner is not None:
            used.add(inner)
            adjacent = all(frame.lows[i] in PUNCTUATION for i in range(saids[inner].content, at))
            source = saids[inner].phrase
            if adjacent and saids[inner].rule == "source_before" and said.phrase.kind == "name":
                passed = (Link("relay", source.first, source.last), *relays)  # "According to NASA, "…," said Ann Hill"
                return Bound(at, "direct", (span,), None, said, None, (), passed, said.rule, True)
            if adjacent and names_again(frame, saids[inner], said):
                return Bound(at, "direct", (span,), None, said, None, (), relays, said.rule, True)
            if adjacent and (said.phrase.kind in ("pronoun", "own") or points(frame, said.phrase)):
                return Bound(at, "direct", (span,), None, saids[inner], None, (), said.links, saids[inner].rule, True)
            clause = (frame.starts[min(saids[inner].content, at)], mark.end)
            relay = (
                (Link("relay", said.phrase.first, said.phrase.last),)
                if said.phrase.last > said.phrase.first and _passes_on(frame, said) and not points(frame, said.phrase)
                else ()
            )
            return Bound(at, "mixed", (span,), clause, saids[inner], None, (), relay, saids[inner].rule, True)
        clause_span = None if said.shape == "passive" else (frame.starts[lead[0]], mark.end)
        return Bound(at, "mixed", (span,), clause_span, said, None, (), relays, said.rule, True)
    return Bound(at, "direct", (span,), None, said, None, (), relays, said.rule, True)


def _may_hold(frame: Frame, said: Said) -> bool:
    """Whether an attribution in front can be whose words somebody behind the quotation only passes on, and nothing that a thing
    shows ("The move shows "we are right," Hill said")."""
    phrase = said.phrase
    thing = phrase.kind == "description" and not frame.speech.can_tell(frame.lows[phrase.first : phrase.last])
    shows = not frame.head_first and thing and "documents_only" in said.kinds
    return not shows and may_report(frame, said)


def _relays(frame: Frame, saids: list[Said], n: int, used: set[int]) -> tuple[Link, ...]:
    """Attributions behind another one pass it on."""
    found = []
    for m in range(n + 1, len(saids)):
        said = saids[m]
        if (
            said.shape == "after"
            and _passes_on(frame, said)
            and said.first >= saids[n].last - 1
            and not any(saids[n].last <= q < said.first for q in frame.marked)
            and said.first - saids[n].last <= 2
        ):
            used.add(m)
            found.append(Link("relay", said.phrase.first, said.phrase.last))
    return tuple(found)


def _passes_on(frame: Frame, said: Said) -> bool:
    """Whether who stands behind a quotation can pass it on: no pronoun, and no words that nobody is called by ("… "mad"
    before leaving without taking questions")."""
    named = said.rule.startswith("source") or can_speak(frame, said.phrase)
    return named and said.phrase.kind not in ("own", "pronoun")


def _before(frame: Frame, at: int, saids: list[Said], n: int, used: set[int]) -> Bound:
    mark, said = frame.marked[at], saids[n]
    span = (mark.start, mark.end)
    inner = frame.text[mark.inner_start : mark.inner_end].strip()
    adjacent = said.content == at or all(frame.lows[i] in PUNCTUATION for i in range(said.content, at))
    pointed = frame.lows[at - 1] in (",", ":")
    if not frame.head_first and frame.lows[at - 1] in frame.speech.names_it and is_titled(inner.split()):
        return Bound(at, "term", (span,), None, None, None, (), (), "", False)  # "a film called "Night Harbour.""
    relays = _relay_behind(frame, at, saids, n, used)
    if adjacent and (
        frame.lows[at - 1] == ":"
        or ((pointed or inner[:1].isupper()) and (inner[-1:] in SENTENCE_ENDS or len(inner.split()) > 3))
    ):
        used.add(n)
        return Bound(at, "direct", (span,), None, said, None, (), relays, said.rule, True)
    if frame.lows[at - 1] == ":" and inner[:1].isupper() and len(inner.split()) > 2:
        used.add(n)
        return Bound(at, "direct", (span,), None, said, None, (), relays, said.rule, True)
    told = "accuse" in said.kinds or _is_what(frame, said) or _judges_work(frame, at, said, inner)
    if not told and is_term(frame, at, mark):
        return Bound(at, "term", (span,), None, None, None, (), (), "", False)
    used.add(n)
    clause = _trimmed(frame, (frame.starts[min(said.content, at)], _clause_end(frame, saids, n, at)))
    behind = () if said.links else _medium_behind(frame, at + 1)
    return Bound(at, "mixed", (span,), clause, said, None, (), (*relays, *behind), said.rule, True)


def _medium_behind(frame: Frame, at: int) -> tuple[Link, ...]:
    """The medium that ends an English sentence behind marked words ("called the plan "mad" in a post on X")."""
    lows, chain = frame.lows, frame.speech.chain
    if frame.head_first or at + 2 >= len(lows) or lows[at] not in chain.medium_sure or not is_medium(frame, at):
        return ()
    tail = read_tail(frame, at, spoken=False)
    heard = not chain.courts.isdisjoint(lows[at : tail.end])  # "denied it was "mad" in court"
    return tail.links if tail.end >= len(lows) and not heard else ()


def _judges_work(frame: Frame, at: int, said: Said, inner: str) -> bool:
    """Whether marked words judge the work in front of them, and are not its title ("critics called the film "a triumph"", "a
    decision that Hill called "a disgrace"")."""
    lows, speech, first = frame.lows, frame.speech, said.phrase.first
    small = not speech.articles.isdisjoint(inner.split()[:1])
    pointed = at > 1 and lows[at - 2] in speech.pointing
    close = 1 < first < said.phrase.last == said.cue
    pointed = pointed or (close and (lows[first - 1] in speech.relative or lows[first - 2] in speech.introducers))
    return not frame.head_first and small and pointed and "judge" in said.kinds


def _is_what(frame: Frame, said: Said) -> bool:
    """Whether somebody gives a name to what is told: "what he called "a terrorist group""."""
    phrase = said.phrase
    if frame.head_first or not 0 < phrase.first < phrase.last == said.cue:
        return False
    return frame.lows[phrase.first - 1] in frame.speech.interrogatives


def _relay_behind(frame: Frame, at: int, saids: list[Said], n: int, used: set[int]) -> tuple[Link, ...]:
    for m in range(n + 1, len(saids)):
        said = saids[m]
        if said.shape == "after" and said.first > at and _passes_on(frame, said):
            used.add(m)
            return (Link("relay", said.phrase.first, said.phrase.last),)
    return ()


def _clause_end(frame: Frame, saids: list[Said], n: int, at: int) -> int:
    """Where the reported clause of an attribution ends: before the next attribution behind the quotation, or with the
    sentence."""
    stops = [s.first for m, s in enumerate(saids) if m != n and s.first > at and (s.shape == "after" or s.shared)]
    last = min(stops, default=len(frame.lows))
    while (
        last > at + 1
        and frame.lows[last - 1] in PUNCTUATION
        and frame.lows[last - 1] != ")"
        and last - 1 not in frame.marked
    ):
        last -= 1
    return frame.ends[last - 1]


def _trimmed(frame: Frame, span: Span) -> Span:
    start, end = span
    return start, start + len(frame.text[start:end].rstrip(" .,;\n"))


def _stands_alone(frame: Frame) -> bool:
    """Whether a frame holds nothing but quotations."""
    return PUNCTUATION.issuperset(frame.lows)
