"""Reported speech without marks: the clause, from the word after "that" to the word before the full stop."""

from typing import Final, NamedTuple

from claims.extraction.frames import BREAKS, PUNCTUATION, QUOTED, Frame, after_dateline
from claims.extraction.people.phrases import Phrase
from claims.extraction.values import Span

from .attribution import Link
from .beside import Bound
from .clauses import (
    SHORTEST,
    asked,
    before_dash,
    before_rebuttal,
    before_warned_for,
    counts,
    has_purpose,
    has_verb,
    is_accusation,
    is_noun_report,
    is_plain_clause,
    is_verb_at,
    is_wish,
    names_somebody,
    opens_report,
    tells_plainly,
)
from .documents import document_or_speaker, may_record, thinks
from .insertions import opens_with_frame
from .leading import BEHIND
from .matters import only_names, tells_of
from .noun_reports import NOUN, past_noun, report_end
from .relays import cited, find_passed_on, is_basis, tells_news, with_relay
from .said import RELATIVE, Said, in_relative, is_part, is_told_aside
from .tails import before_main_verb, before_quoted, before_share, before_verb, trim_end, without_code, without_tail

OPENING: Final = 2
"""A word and its comma that open what a source tells."""

CLAIMED: Final = 4
"""Words in which what disasters claim stands ("more than 190 lives")."""

CHARGED: Final = 14
"""Words of those who are accused, in front of what they are accused of."""


class Clause(NamedTuple):
    """A reported clause: its attribution, its place, the parts of its chain."""

    said: Said
    span: Span
    links: tuple[Link, ...]


def reported(frame: Frame, saids: list[Said], used: set[int], quoted: list[Bound]) -> list[Clause]:
    """The reported clauses of a frame: the attributions that no quotation has taken."""
    found: list[Clause] = []
    if len(used) == len(saids):
        return found
    told = _told(frame, saids)
    passed_on, retold = find_passed_on(frame, saids, used, told) if len(saids) > 1 else ({}, set())
    edge = -1
    for n, attribution in enumerate(saids):
        said = attribution
        if n in used or n in retold or n in passed_on.values() or is_basis(saids[n : n + 2]):
            continue
        if said.first < edge and not said.shared and said.cue < edge:
            continue
        report = told[n]
        if report is None:
            continue
        first, last = report
        last = before_quoted(frame, said, (first, last), quoted)
        links = said.links
        if said.shape == "before":
            last, more = without_tail(frame, first, last)
            links += more
        if n in passed_on:
            said, passed = with_relay(frame, said, saids[passed_on[n]])
            links += passed
        elif tells_news(frame, said):
            said, links = cited(frame, said, links)
        if last - first < SHORTEST:
            continue
        span = without_code(frame, (frame.starts[first], frame.ends[last - 1]))
        found.append(Clause(said, span, links))
        edge = last if said.shape == "before" else edge
    return found


def _told(frame: Frame, saids: list[Said]) -> list[Span | None]:
    """The words that each attribution reports, None where it reports none; from the last to the first, since where the words
    of one end hangs on what the later ones report."""
    told: list[Span | None] = [None] * len(saids)
    for n in range(len(saids) - 1, -1, -1):
        words = _words(frame, saids, n, told)
        told[n] = _checked(frame, saids[n], *words) if words is not None else None
    return told


def _words(frame: Frame, saids: list[Said], n: int, told: list[Span | None]) -> Span | None:
    """The words of what an attribution reports, before it is checked that they are a report; `told` knows of the later ones."""
    said = saids[n]
    lows = frame.lows
    if said.rule == BEHIND and said.phrase is not None:
        return said.content, trim_end(frame, said.content, said.phrase.first)
    if said.shape == "before":
        last = len(lows)
        for later, report in zip(saids[n + 1 :], told[n + 1 :], strict=True):
            last = before_main_verb(frame, said, later, last)
            if later.shape == "before" and later.first < said.cue < later.cue and is_told_aside(frame, said):
                last = min(last, max((i for i in range(said.content, later.cue) if lows[i] == ","), default=last))
            # Behind "according to police, …" a clause that reports nothing is part of what they tell ("officers found two guns").
            dated = said.rule == "relay_before" and later.cue > said.content  # "Mengutip AFP, Rabu, Rina mengatakan …"
            if (later.first >= said.content or dated) and (
                (
                    _main_clause(frame, said, later)
                    and (said.rule != "source_before" or _counts_most(frame, said, later, report))
                )
                or later.shape == "after"
                or (later.shape == "middle" and in_relative(frame, said.cue))
                or (later.shared and (report is not None or _is_new(frame, later)))
                or (later.shared and _is_opposed(frame, later))
                or (_new_clause(frame, later) and (report is not None or _is_told(frame, later)))
            ):
                last = min(last, later.first)
        last = before_share(frame, said, before_rebuttal(frame, said.content, last))
        relative = not frame.head_first and in_relative(frame, said.cue)  # "Those who said it was safe | were wrong"
        last = report_end(frame, said, last) if said.rule in (NOUN, RELATIVE) or relative else last
        if said.content < last < len(lows):
            joined = lows[last - 2] in frame.speech.joiners and lows[last - 1] in frame.speech.adverbs
            last -= joined and not frame.head_first
            last -= lows[last - 1] in frame.speech.conjunctions
            last = before_dash(frame, last)
        return past_noun(frame, said, last), trim_end(frame, said.content, last)
    if said.shape == "after":
        first = max((s.last for s in saids[:n] if s.shape in ("after", "middle")), default=0)
        for i in range(said.first - 1, first - 1, -1):
            if lows[i] == ";" or (lows[i] == QUOTED and not is_part(frame, i)):
                first = i + 1
                break
        first = max(first, after_dateline(frame, label=not frame.head_first))
        while first < said.first and lows[first] in PUNCTUATION and first not in frame.marked:
            first += 1
        closed = lows[first + 1 : first + 2] == [","]
        if closed and lows[first] in frame.speech.connectives and lows[first] not in frame.speech.inherits:
            first += 2  # "However, rents rose, Hill said", not "Instead, …"
        return first, trim_end(frame, first, said.first)
    if said.shape == "middle":
        return after_dateline(frame, label=not frame.head_first), trim_end(frame, 0, len(lows))
    return None


def _main_clause(frame: Frame, said: Said, later: Said) -> bool:
    """Whether the first attribution stands in a subordinate clause that the comma before the later one ends ("After X
    disclosed …, Y announced …")."""
    if later.shape != "before" or later.phrase.first < 2:
        return False
    lows, speech = frame.lows, frame.speech
    though = not frame.head_first and lows[0] in speech.subordinators and later.phrase.kind == "pronoun"
    if though and later.phrase.first > said.content and lows[later.phrase.first - 1] not in speech.subordinators:
        return True  # "Although Hill said it was safe he said people should leave"
    if lows[later.phrase.first - 1] != "," or "," in lows[: said.cue]:
        return False
    head = lows[: said.cue]
    return lows[0] in speech.openers or any(low in speech.subordinators and low not in speech.that for low in head[:5])


def _counts_most(frame: Frame, said: Said, later: Said, report: Span | None) -> bool:
    """Whether an attribution in what a source tells is the one that counts: "Menurut Rina, polisi mengatakan …"."""
    opened = 0 < later.phrase.first - said.content <= OPENING  # "Menurut Rina, harusnya, polisi mengumumkan …"
    own = later.phrase.kind in ("description", "pronoun") and later.phrase.name.endswith(
        frame.speech.own or " "
    )  # "partainya meminta"
    return report is not None and not opened and not own and "documents_only" not in later.kinds  # "data indicated"


def _is_new(frame: Frame, later: Said) -> bool:
    """Whether an attribution that shares its subject is one although it reports nothing: a word that only blames or judges
    must tell something ("and accused criminals", "and ordered them into a van" do not)."""
    if frame.head_first and "strict" in later.kinds:
        return any(at >= later.cue for at in frame.marked)
    alone = not frame.head_first and (later.kinds == {"ask"} or later.word in frame.speech.cues.never_alone)
    if not alone and (frame.head_first or later.kinds & {"say", "ask", "pledge", "tell", "noun"}):
        return True
    return any(at >= later.cue for at in frame.marked)


def _is_opposed(frame: Frame, later: Said) -> bool:
    """Whether an English judgement tells behind "but" what a speaker did besides ("said he was unaware but denounced it")."""
    speech, before = frame.speech, frame.lows[later.cue - 1]
    opposed = before in speech.joiners and before in speech.conjunctions and before not in speech.coordinators
    return not frame.head_first and opposed and "judge" in later.kinds and later.word.endswith(speech.verb_ends)


def _new_clause(frame: Frame, said: Said) -> bool:
    """Whether an attribution with a subject of its own opens a clause of its own (", sementara X mengatakan …")."""
    first = said.phrase.first
    if first == 0:
        return False
    speech, lows = frame.speech, frame.lows
    before = lows[first - 1]
    if not frame.head_first and first > 1 and before in speech.time:
        at = first - 1 - (lows[first - 2] in speech.determiners)
        before = lows[at - 1] if lows[at - 1] in BREAKS else before  # "four were bad – last year Hill said none were"
    if not frame.head_first and first > 1 and before in speech.adverbs and lows[first - 2] in speech.joiners:
        before = lows[first - 2]  # "…, but just 40 percent say they are sure"
    if not frame.head_first and before in speech.goes_on & speech.inherits:
        return True  # "Hill argued it was late while Roy insisted it was not"
    joined = not frame.head_first and before in speech.coordinators
    opposed = not speech.head_first and before in speech.joiners and not joined  # "… but the court said"
    some = said.phrase.last == first + 1 and (lows[first] in speech.several or lows[first] in speech.indefinite)
    if joined and (some or (said.phrase.kind == "name" and lows[said.content - 1] in speech.clause_that)):
        return True  # "Some said it was late and many said it was over", "Hill said … and Lee added that …"
    return (
        before == ";"
        or (said.rule == RELATIVE and lows[said.first - 1] == ",")  # "Hill said the road, which she said was shut, …"
        or (not frame.head_first and before in BREAKS)
        or opposed
        or (before in speech.conjunctions and first > 1 and lows[first - 2] in (",", ";"))
    )


def _is_told(frame: Frame, later: Said) -> bool:
    """Whether an attribution that reports nothing ends the clause before it all the same: not where the word before its
    subject can join what goes with a clause as well ("…, dengan provinsi itu mencatat luas terbesar"), nor where an English
    cue tells nothing without marks ("was thin so people would read it"), or what was promised ("but they refused to come")."""
    speech, before = frame.speech, frame.lows[later.phrase.first - 1]
    if not speech.head_first:
        if frame.lows[later.phrase.first] in speech.owners and "documents_only" in later.kinds:
            return False  # "Hill said it was hard, but his team showed spirit"
        return before in speech.inherits if later.word in speech.cues.never_alone else later.kinds != {"pledge"}
    return before not in speech.inherits or before not in speech.phrase_ends


def _checked(frame: Frame, said: Said, first: int, last: int) -> Span | None:
    """The words of a report, without the words that only open it; None when they are no report."""
    lows, speech, kinds = frame.lows, frame.speech, said.kinds
    if last - first < SHORTEST or any(
        (said.word, low) in speech.silent.get(said.word, ()) for low in lows[first - 1 : first + 1]
    ):
        return None  # "refused to name the man"
    adds = not speech.head_first and lows[first] in speech.cues.participle_words and lows[first - 1] == ","
    if adds and not said.rule.startswith("source"):
        return None  # "replied to the reporter, adding that …", not "According to Hill, warning shots were fired"
    if said.shape in ("after", "middle"):
        if not speech.head_first and lows[first] in speech.asked:
            return None  # "Asked whether she would go, Hill smiled"
        named = (speech.head_first or said.shape == "after") and names_somebody(frame, first, last)
        return (first, last) if last - first > SHORTEST and not named else None
    if not said.rule.startswith("subject"):
        pointed = said.rule == "quoted_as" and lows[first] in speech.anaphors and lows[first + 1] in speech.prepositions
        return None if pointed and not speech.head_first else (first, last)  # "quoted as saying this in an interview"
    if not _can_report(frame, said):
        return None
    stated = lows[first - 1] in speech.that or lows[first - 1] in (",", ":")
    if said.phrase.first > 2 and lows[said.phrase.first - 1] in speech.relative and lows[said.phrase.first - 3] == ",":
        last = before_verb(frame, first, last)  # "A speech, in which Hill said it was late, was cut short"
    if not speech.head_first and in_relative(frame, said.cue):
        if lows[first] in speech.adverbs and lows[first] not in speech.articles:
            return None  # "companies that have warned also include …"
        last = before_verb(frame, first, last)
        if last - first < SHORTEST or ("documents_only" in kinds and not (stated or has_verb(frame, first, last))):
            return None  # "the poll which showed a rise in support"
    wished = "ask" not in kinds and is_wish(frame, first)
    if (
        stated
        and kinds & {"say", "ask", "pledge"}
        and (lows[first] not in speech.to or wished or has_purpose(frame, first, last))
    ):
        return first, last
    if speech.head_first and lows[first] in speech.to and any(link.role == "audience" for link in said.links):
        return first + 1, last  # "berharap kepada warga agar …"
    if only_names(frame, said, first, last):
        return None
    if speech.head_first and lows[first].endswith(speech.own) and lows[first + 1] in speech.anaphors & speech.openers:
        return None  # "menyampaikan pendapatnya tentang aturan itu"
    plain = ("pledge" in kinds or lows[first] in speech.that) and is_plain_clause(frame, first, last)
    plain = plain or opens_with_frame(frame, first, last)
    if (said.word in speech.cues.never_alone and not plain) or (
        speech.head_first and lows[first] in speech.anaphors and not tells_of(frame, first)
    ):
        return None
    if (
        "ask" in kinds
        and not speech.head_first
        and lows[first] in speech.blockers
        and lows[first] not in speech.articles
        and lows[first] not in speech.to
    ):
        return None
    charged = range(first + 1, min(last - 1, first + CHARGED))
    accused = "accuse" in kinds and any(is_accusation(frame, said, i) for i in charged)
    if accused or (said.word in speech.cues.infinitives and lows[first] in speech.to):
        return first, last
    taken = lows[first + (lows[first] in speech.articles) :][: 1 if kinds.isdisjoint({"infinitives"}) else CLAIMED]
    if kinds & {"strict", "noun"} and not speech.claimed.isdisjoint(taken):
        return None  # "no group has claimed responsibility for the raid", "floods claimed more than 190 lives"
    if "pledge" in kinds and not speech.head_first and lows[first] in speech.subordinators:
        return None  # "the homes that they have promised after the vote"
    if "ask" in kinds or "pledge" in kinds:
        request = asked(frame, said, first, last)
        if request is not None:
            return request
    if "say" in kinds and _is_said(frame, said, first, last):
        return first, before_warned_for(frame, first, last)
    return _noun_phrase(frame, first, last, loose="say" not in kinds) if "noun" in kinds else None


def _noun_phrase(frame: Frame, first: int, last: int, *, loose: bool) -> Span | None:
    """The words of a report that is told as a noun ("called for a new bridge"); None when they are no report."""
    lows, speech = frame.lows, frame.speech
    for i in range(first, last - 1) if not speech.head_first else ():
        if lows[i] == "," and lows[i + 1] in speech.joiners:
            last = i
            break
    if lows[first] in speech.anaphors or lows[first] in speech.to or not is_noun_report(frame, first, loose=loose):
        return None
    return (first, last) if speech.head_first or speech.time.isdisjoint(lows[first : first + 2]) else None


def _is_said(frame: Frame, said: Said, first: int, last: int) -> bool:
    """Whether the words behind a cue of saying are a clause that it reports."""
    speech, low = frame.speech, frame.lows[first]
    aside = speech.head_first and low in speech.subordinators and frame.lows[first + 1] not in speech.determiners
    # "mencatat melalui kantornya", "memberitahu ke polisi"
    through = speech.head_first and (low in speech.chain.medium_sure or low in speech.chain.towards)
    if (through or (aside and said.links)) and not has_verb(frame, first + through, last):
        return False  # "mengatakan kepada wartawan setelah pembicaraan itu"
    if low in speech.to:
        wished = is_wish(frame, first) and last - first > SHORTEST + 1
        told = speech.head_first and not is_verb_at(frame, first + 1)
        return wished or (told and has_verb(frame, first + 1, last))
    if low in speech.anaphors:
        if speech.head_first:
            return tells_of(frame, first)
        following = frame.lows[first + 1]
        if any(following in words for words in (speech.prepositions, speech.subordinators, speech.to)):
            return False  # "says this in an article", "said this when asked", "disclosed this to reporters"
        if opens_report(frame, said, first, last):
            return True
        plain = low not in speech.subordinators and low not in speech.prepositions
        return low in speech.subjects or (plain and has_verb(frame, first, last, said))  # "said little work was done"
    towards = not speech.head_first and low in speech.prepositions
    if towards and "strict" in said.kinds and not opens_report(frame, said, first, last):
        return False  # "the help that they showed towards the police"
    joined = said.shared and "strict" in said.kinds and not speech.head_first
    if joined and frame.lows[first + 1] == "," and not frame.capital(first):
        return False  # "the driver and alleged gunman, …"
    if "strict" not in said.kinds or has_verb(frame, first, last, said) or counts(frame, said, first):
        return True
    if said.word in speech.cues.gerunds and any(i in speech.clause_that for i in frame.lows[first + 1 : first + 4]):
        return True
    document = document_or_speaker(frame, said.phrase.first, said.phrase.last) == "document"
    noun = low not in speech.articles or (low in speech.introducers and low in speech.indefinite)
    noun = noun and (said.word in speech.cues.records or not low[0].isdigit())  # "The index added 1.68 percent"
    return document and not speech.head_first and noun and last - first > 3


def _is_person(frame: Frame, phrase: Phrase) -> bool:
    """Whether a description tells of somebody by his office ("the energy minister", "officials")."""
    head, speech = frame.lows[phrase.last - 1], frame.speech
    firm = head in speech.stands_for.firms and frame.lows[phrase.first] in speech.definite  # "the carmaker"
    return firm or speech.is_title(head) or speech.roles.is_title_of_several(head)


def _can_report(frame: Frame, said: Said) -> bool:
    phrase = said.phrase
    if "hearings" in said.kinds:
        return True  # only a court hears, as was asked before
    told = frame.head_first and any(link.last == said.content for link in said.links)
    if told and frame.lows[said.content] in frame.speech.relative:
        return False  # "menginformasikan kepada pelanggan yang datanya bocor"
    that = frame.lows[said.content - 1] in frame.speech.clause_that
    things = not frame.head_first and phrase.name.lower() in frame.speech.things
    if things and said.word in frame.speech.cues.records:
        return True  # "It found that prices had risen"
    comma = frame.head_first and frame.lows[said.content - 1] == ","  # "Dia melihat, harga akan naik"
    clause = that or comma or (not frame.head_first and has_verb(frame, said.content, len(frame.lows), said))
    if that and phrase.name.lower() in frame.speech.plural_pronouns:
        return True  # "They also show that prices fell"
    counted = that and not frame.head_first and phrase.kind == "name" and frame.lows[said.content][:1].isdigit()
    if counted and said.word in frame.speech.cues.records:
        return True  # "Pollco found that 79 percent …"
    voiced = clause and "voiced" in said.kinds
    voiced = voiced and (phrase.kind in {"name", "pronoun", "body"} or _is_person(frame, phrase))
    if "documents_only" in said.kinds and frame.head_first and frame.lows[said.content] in frame.speech.coordinators:
        return False  # "menemukan dan menangkap pelaku"
    if "documents_only" in said.kinds and not said.shared and not voiced:
        head = document_or_speaker(frame, phrase.first, phrase.last) == "document"
        if frame.head_first and not head and phrase.kind == "description" and "strict" not in said.kinds:
            return False  # "titik panas yang mengindikasikan kebakaran"
        if "strict" in said.kinds and not head:
            return may_record(frame, said, phrase, that=that)
    if phrase.kind == "description" and "strict" in said.kinds and not (that and not frame.head_first):
        sure = any(frame.capital(i) for i in range(phrase.first, phrase.last) if i > 0) or tells_plainly(frame, said)
        return sure or (frame.speech.can_tell(frame.lows[phrase.first : phrase.last]) and thinks(frame, said))
    return True
