"""Attributions that pass on what another one of their sentence tells: outlets and papers behind it, or in front."""

from typing import Final

from claims.extraction.frames import Frame
from claims.extraction.marks import CLOSING, STRAIGHT
from claims.extraction.people.phrases import describe
from claims.extraction.values import Span

from .attribution import REACH, Link, tail_is_all
from .outlets import names_outlet, object_end
from .said import Said

BESIDE: Final = 2
"""Attributions behind an outlet's among which the one that it passes on is."""

LOST: Final = frozenset(CLOSING + STRAIGHT)
"""Marks that close a quotation which none has opened."""


def with_relay(frame: Frame, said: Said, outer: Said) -> tuple[Said, tuple[Link, ...]]:
    """An attribution that the one behind it passes on: who speaks, and the relay. An outlet in front only passes on what
    somebody behind the sentence said."""
    if is_outlet(frame, said) and not is_outlet(frame, outer):
        speaker = said._replace(phrase=outer.phrase, cue=outer.cue, cue_end=outer.cue_end, word=outer.word)
        relay = (said.phrase.first, said.phrase.last) if said.cue < said.phrase.first else (said.first, said.cue)
        return speaker, (Link("relay", *relay), *outer.links)
    if outer.phrase.last > outer.phrase.first:
        return said, (Link("relay", outer.phrase.first, outer.phrase.last),)
    return said, ()


def cited(frame: Frame, said: Said, links: tuple[Link, ...]) -> tuple[Said, tuple[Link, ...]]:
    """What an outlet passes on of those whom it cites ("state television reported …, citing local officials")."""
    cited = next((link for link in links if link.role == "cited"), None)
    phrase = describe(frame, cited.first, cited.last) if cited is not None else None
    if phrase is None:
        return said, links
    return said._replace(phrase=phrase), (Link("relay", said.phrase.first, said.phrase.last), *links)


def tells_news(frame: Frame, said: Said) -> bool:
    """Whether an outlet is named or described as the one that tells, as it does where it cites others ("French daily Les Echos
    reported, citing …")."""
    words = frame.lows[said.phrase.first : said.phrase.last]
    paper = not frame.head_first and not frame.speech.chain.pages.isdisjoint(words)
    return paper or is_outlet(frame, said)


def is_outlet(frame: Frame, said: Said) -> bool:
    """Whether an outlet alone is named as the speaker: in "Reuters melaporkan …, kata kementerian" it only passes on."""
    return names_outlet(frame, said.phrase.first, said.phrase.last)


def is_basis(saids: list[Said]) -> bool:
    """Whether the first of two attributions is only what the one behind it goes by ("Berdasarkan data itu, lanjut Rina, …")."""
    behind = len(saids) > 1 and saids[1].shape == "middle" and saids[1].first == saids[0].content
    return behind and saids[0].rule == "source_before" and "source_head" in saids[0].kinds


def find_passed_on(
    frame: Frame, saids: list[Said], used: set[int], told: list[Span | None]
) -> tuple[dict[int, int], set[int]]:
    """Inner -> outer: an outlet or a paper at the end of a sentence passes on the attribution in it ("Tim X mengatakan …,
    kata memo itu"); and the attributions that somebody else behind them tells with all the rest ("Research shows …, said
    Dr Hill")."""
    found: dict[int, int] = {}
    retold: set[int] = set()
    for n, outer in enumerate(saids):
        if n in used or outer.shape not in ("before", "after"):
            continue
        if outer.shape == "before":
            near = range(n + 1, min(n + 1 + BESIDE, len(saids)))  # "reports that Hill, who confirmed it, said …"
            m = next((m for m in near if told[m]), n)
            if m > n and m not in used and _is_press_report(frame, outer, saids[m]):
                found[m] = n
            continue
        for m, inner in enumerate(saids[:n]):
            if (
                m not in used
                and m not in found
                and (inner.last <= outer.first or _is_cited_behind(frame, inner, outer))
                and (inner.shape in ("before", "middle") or _is_cited_behind(frame, inner, outer))
                and "judge" not in inner.kinds
                and (not frame.marked or _is_cited_behind(frame, inner, outer))
                and told[m] is not None
            ):
                if _is_detail(frame, inner) and told[n] is not None:
                    retold.add(m)
                elif (
                    is_outlet(frame, inner)
                    or inner.shape == "middle"
                    or _only_passes_on(frame, outer)
                    or _says_twice(frame, inner, outer)
                ):
                    found[m] = n
                elif told[n] is not None:
                    retold.add(m)
                break
    return found, retold


def _is_cited_behind(frame: Frame, inner: Said, outer: Said) -> bool:
    """Whether an outlet is the source behind an English attribution that stands behind its clause ("…, an official said on
    Monday, according to AFP")."""
    source = inner.shape == "after" and inner.cue_end < outer.first and outer.rule in ("source_after", "subject_after")
    return source and not frame.head_first and (is_outlet(frame, outer) or _names_page(frame, outer.phrase.last))


def _says_twice(frame: Frame, inner: Said, outer: Said) -> bool:
    """Whether a mark that none has opened, and a cue, stand behind what an Indonesian report has told already ("Rina mengatakan
    bahwa harga turun,” katanya")."""
    if outer.phrase.kind != "own" or frame.lows[inner.content - 1] not in frame.speech.clause_that:
        return False
    return not LOST.isdisjoint(frame.text[frame.starts[outer.first - 1] : frame.starts[outer.cue]])


def _is_press_report(frame: Frame, outer: Said, inner: Said) -> bool:
    """Whether the report of an outlet only passes on what somebody told others ("A Reuters report said the club told pupils
    that …")."""
    phrase, teller = outer.phrase, inner.phrase
    if frame.head_first or inner.shape != "before" or teller.first < outer.content:
        return False
    if _cites_behind(frame, inner.content):
        return False
    if is_outlet(frame, outer) and outer.word in frame.speech.cues.relay:
        return (
            frame.speech.articles.issuperset(frame.lows[outer.content : inner.phrase.first])
            and "judge" not in inner.kinds
        )
    if "tell" not in inner.kinds:
        return False
    report = frame.lows[phrase.last - 1] in frame.speech.chain.document_nouns
    named = any(names_outlet(frame, i, i + 1) for i in range(phrase.first, phrase.last))
    return report and named and teller.first == outer.content


def _cites_behind(frame: Frame, at: int) -> bool:
    """Whether an English outlet tells behind a comma whom it cites for all that it reports ("…, citing two officials")."""
    lows, speech = frame.lows, frame.speech
    behind = (lows[i + 1] for i in range(at, min(at + REACH, len(lows) - 1)) if lows[i] == ",")
    return any(low in speech.cues.relay and low.endswith(speech.gerund) for low in behind)


def _is_detail(frame: Frame, inner: Said) -> bool:
    """Whether an English attribution only stands in a circumstance of what somebody else tells ("Hill fled when she told
    officers …, police said")."""
    speech, phrase = frame.speech, inner.phrase
    if speech.head_first or phrase.first < 3 or inner.shape != "before":
        return False
    before = frame.lows[phrase.first - 1]
    return before in speech.subordinators and before not in speech.joiners and before not in speech.that


def _only_passes_on(frame: Frame, outer: Said) -> bool:
    """Whether those who are named behind a whole attribution are an outlet or a paper, as initials are behind an English
    "that" ("Police said that three died, according to ZTV")."""
    phrase = outer.phrase
    if phrase.kind in ("pronoun", "own"):
        return False
    if outer.word in frame.speech.cues.relay:
        return True  # "…, state-owned SANA reported"
    speech, lows = frame.speech, frame.lows[phrase.first : phrase.last]
    nouns = (speech.chain.document_nouns, speech.chain.medium_nouns, speech.chain.pages, speech.stands_for.body)
    return is_outlet(frame, outer) or any(not table.isdisjoint(lows) for table in nouns)


def is_passed_on(frame: Frame, comma: int) -> bool:
    """Whether nothing but the outlet that passes it on stands behind the comma of an English attribution ("…, Hill said, the
    Cape Times reported", "…, Hill said, according to Reuters")."""
    for first, last, word in frame.cues:
        if first == comma + 1 and "source" in frame.speech.cues.kinds[word]:
            end = object_end(frame, last)
            return _passes_on(frame, last, end) and tail_is_all(frame, end)
        if first > comma + 1 and word in frame.speech.cues.relay:
            return _passes_on(frame, comma + 1, first) and tail_is_all(frame, last)
    return False


def _passes_on(frame: Frame, first: int, last: int) -> bool:
    """Whether words are the name of an outlet, or the noun of one ("the state news agency")."""
    return names_outlet(frame, first, last) or _names_page(frame, last)


def _names_page(frame: Frame, end: int) -> bool:
    """Whether the noun of an English outlet, with a word that tells which, ends in front of word `end`."""
    lows, speech = frame.lows, frame.speech
    return lows[end - 1] in speech.chain.pages and lows[end - 2] not in speech.articles
