"""Where a reported clause ends: before the time and the chain of its attribution, and before what was not said."""

import re
from typing import Final

from claims.extraction.frames import PUNCTUATION, Frame
from claims.extraction.values import Span

from .asides import before_adverbs
from .attribution import Link, read_tail
from .beside import Bound
from .clauses import SHORTEST, has_verb, is_verb_at
from .said import Said, in_relative

OPEN_ENDS: Final = PUNCTUATION - {")", "]"}
"""Signs that do not belong to a clause at its end."""

TAIL: Final = 16
"""Words at the end of a clause among which the tail of its attribution may begin."""


SIGN: Final = " %"
CODE: Final = re.compile(r"\.\((?:[\w/-]{2,12}|\*{1,3})\)\Z")
"""The initials of writers and editors behind the last stop."""


LED: Final = 4
"""Words from a comma to those who are quoted behind it, both counted."""


def trim_end(frame: Frame, first: int, last: int) -> int:
    """The end of the words first..last without the signs behind them."""
    while last > first and frame.lows[last - 1] in OPEN_ENDS and last - 1 not in frame.marked:
        last -= 1
    return last


def before_main_verb(frame: Frame, said: Said, later: Said, last: int) -> int:
    """Where a clause that ends at word `last` ends before what the one who tells it tells besides, the first being told of him
    in an Indonesian relative clause ("Warga yang mengaku dipukul meminta …")."""
    same = later.shape == "before" and not later.shared and later.phrase.first == said.phrase.first
    if not same or not frame.head_first or later.cue <= said.content or not in_relative(frame, said.cue):
        return last
    return min(last, before_adverbs(frame, later.cue - 1, said.content) + 1)


def before_verb(frame: Frame, first: int, last: int) -> int:
    """The comma behind which an English sentence goes on with its verb, the words first..last being told inside it."""
    commas = (i for i in range(first + 1, last - 1) if frame.lows[i] == "," and not frame.head_first)
    return next((i for i in commas if is_verb_at(frame, i + 1)), last)


def before_quoted(frame: Frame, said: Said, words: Span, quoted: list[Bound]) -> int:
    """Where a report ends in front of what somebody else is quoted with in a clause that a comma parts from it ("…, despite a
    report that called it “mad”"); its first word where a quotation takes all of it."""
    first, last = words
    inner = next((bound for bound in quoted if first <= bound.first < last), None)
    if inner is None:
        return last
    again = (
        frame.head_first and inner.form == "direct" and said.shape == "before" and frame.lows[inner.first - 1] == ","
    )
    if again and inner.first > first + 1:
        return (
            inner.first - 1 if has_verb(frame, first, inner.first - 1) else first
        )  # "… harga naik, "Kami rugi," kata dia"
    opens = inner.said.phrase.first if inner.said is not None and said.shape == "before" else 0
    comma = next((i for i in range(opens - 1, max(first, opens - LED), -1) if frame.lows[i] == ","), first)
    return comma if has_verb(frame, first, comma) else first


def _is_near(frame: Frame, at: int) -> bool:
    """Whether the noun of an audience or a medium stands right behind its preposition, so that it is no other phrase."""
    speech, lows = frame.speech, frame.lows
    noun = any(low in speech.chain.medium_nouns for low in lows[at + 1 : at + 3])
    return noun and lows[at] in speech.chain.medium_sure


def before_share(frame: Frame, said: Said, last: int) -> int:
    """Where a report ends, up to word `last`, whose Indonesian tellers stand before a relative clause and their share behind it
    ("Responden yang menilai ekonomi memburuk | sebesar 40 persen")."""
    lows, speech, first = frame.lows, frame.speech, said.phrase.first
    if said.phrase.kind != "description" or lows[first] in speech.chain.document_nouns:
        return last
    if speech.tallies.isdisjoint(lows[said.content : last]) or not in_relative(frame, said.cue):
        return last
    for i in range(said.content, last - 2):
        if lows[i] in speech.tallies and lows[i + 1][:1].isdigit() and lows[i + 2] in speech.percents:
            return i
    return last


def without_tail(frame: Frame, first: int, last: int) -> tuple[int, tuple[Link, ...]]:
    """The end of a clause without the time, audience and medium of its attribution, and these links; nor does it hold what
    the teller adds that was not said ("…, but she gave no details")."""
    lows, speech = frame.lows, frame.speech
    last = _before_silence(frame, first, last)
    for i in range(max(first + SHORTEST, last - TAIL), last):
        low = lows[i]
        fronted = low == "," and i + 1 < last and lows[i + 1] in speech.time
        fronted = fronted and (speech.head_first or lows[i - 1] not in speech.time)  # "on Monday, March 6"
        part = low in speech.chain.audience or low in speech.chain.medium
        relay = (
            low == "," and i + 1 < last and (lows[i + 1] in speech.chain.just_as or lows[i + 1] in speech.cues.relay)
        )
        closed = not speech.head_first and part and lows[i - 1] == ","  # "…, in a statement to AFP"
        if not (fronted or part or relay) or (part and not (closed or (speech.head_first and _is_near(frame, i)))):
            continue
        done = speech.head_first and part and is_verb_at(frame, i - 1) and not frame.capital(i - 1)
        if done and (lows[i - 2] in speech.relative or not speech.chain.gatherings.isdisjoint(lows[i:last])):
            continue  # "saksi yang dihadirkan dalam persidangan"
        tail = read_tail(frame, i, spoken=False)
        if tail.end >= last and (tail.links or fronted):
            if part and not any(link.role in ("audience", "medium") and link.first == i for link in tail.links):
                continue
            return trim_end(frame, first, i), tail.links
    return last, ()


def without_code(frame: Frame, span: Span) -> Span:
    """A clause with the percent sign that a blank parts from its last number ("3,07 %"), and without the initials of its
    writers, which scraping has joined to its stop ("… yang sah.(fat/jpnn)")."""
    span = (span[0], span[1] + 2) if frame.text.startswith(SIGN, span[1]) else span
    closed = frame.text[span[1] - 1] == ")"
    code = CODE.search(frame.text, max(span[0], span[1] - 16), span[1]) if closed else None
    return (span[0], code.start()) if code is not None else span


def adds_silence(frame: Frame, comma: int) -> bool:
    """Whether it is told behind a comma what somebody did not say ("…, he said, without elaborating", "…, but it was not clear
    why")."""
    last = len(frame.lows)
    if comma + 1 >= last or frame.lows[comma] != ",":
        return False
    at = _past_joiner(frame, comma + 1)
    if at >= last:
        return False
    return any(_stands_at(frame, at, last, words) for words in frame.speech.silent.get(frame.lows[at], ()))


def _before_silence(frame: Frame, first: int, last: int) -> int:
    lows, speech = frame.lows, frame.speech
    for comma in range(first + SHORTEST, last - 2):
        bare = not frame.head_first and lows[comma] in speech.joiners and lows[comma + 1] in speech.silent
        if lows[comma] != "," and not bare:
            continue
        at = comma + (not bare)  # "… killed five but gave no details"
        at = _past_joiner(frame, at)
        if lows[comma] == "," and at == comma + 1 < last and is_verb_at(frame, at) and not frame.head_first:
            continue  # "said the mayor, Tom Roy, refused to go"
        if at < last and any(_stands_at(frame, at, last, words) for words in speech.silent.get(lows[at], ())):
            return comma
    return last


def _past_joiner(frame: Frame, at: int) -> int:
    """The word behind a conjunction at word `at` and the pronoun or the name behind that ("but she | gave no details")."""
    lows, speech = frame.lows, frame.speech
    if at + 1 >= len(lows) or not (lows[at] in speech.joiners or lows[at] in speech.subordinators):
        return at
    return at + 1 + (lows[at + 1] in speech.them or frame.capital(at + 1))


def _stands_at(frame: Frame, at: int, last: int, words: tuple[str, ...]) -> bool:
    """Whether words stand one behind the other from word `at` on, adverbs between them apart."""
    for word in words:
        while at < last and frame.lows[at] != word and _is_adverb(frame, at):
            at += 1
        if at >= last or frame.lows[at] != word:
            return False
        at += 1
    return True


def _is_adverb(frame: Frame, at: int) -> bool:
    return frame.lows[at] in frame.speech.adverbs or frame.speech.ends_as_adverb(frame.lows[at])
