"""Attributions: each cue of a sentence with its speaker, in one of a few named shapes."""

from collections.abc import Iterator
from typing import NamedTuple

from .attribution import Link, is_medium, object_end, read_tail, relay_link, tail_is_all
from .frames import QUOTED, Frame
from .phrases import PUNCTUATION, Phrase, backward, describe, forward, main_subject

SPOKEN = frozenset({"say", "tell", "ask", "pledge", "noun", "judge", "strict"})


class Said(NamedTuple):
    """One attribution. `shape` is before (its words stand before what was said), after, middle, or source; the words
    first..last (last excluded) are the attribution with its tail, `content` the word where a clause after it begins;
    `phrase` is None where the subject is shared with an earlier one (`shared`)."""

    shape: str
    first: int
    last: int
    content: int
    cue: int
    cue_end: int
    word: str
    kinds: frozenset[str]
    phrase: Phrase | None
    shared: bool
    links: tuple[Link, ...]
    rule: str


def attributions(frame: Frame) -> list[Said]:
    """The attributions of a frame, in the order of their cues."""
    found: list[Said] = []
    floor = 0
    for first, last, word in frame.cues:
        if first < floor or frame.marked.get(first):
            continue
        said = _read(frame, first, last, word, found)
        if said is not None:
            found.append(said)
            floor = said.cue_end
    return found


def _read(frame: Frame, first: int, last: int, word: str, found: list[Said]) -> Said | None:
    kinds = frame.speech.kinds[word]
    for shape in (_quoted_as, _source, _own, _relayed, _inverted, _behind, _in_front):
        said = shape(frame, first, last, word, kinds, found)
        if said is not None:
            return said
    return None


def _previous(frame: Frame, at: int) -> str:
    return frame.lows[at - 1] if at else ""


def _opens(frame: Frame, at: int) -> bool:
    """Whether the word is the first of its frame, conjunctions and adverbs before it apart."""
    for i in range(at - 1, max(-1, at - 4), -1):
        low = frame.lows[i]
        if (
            low != ","
            and low not in frame.speech.conjunctions
            and low not in frame.speech.adverbs
            and low not in frame.speech.openers
        ):
            return False
    return at <= 3


def _source(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """ "Menurut X, …", "…, according to X": the source stands in a phrase of its own."""
    own = "source_own" in kinds
    if not kinds & {"source", "source_head", "source_own"}:
        return None
    if (
        "source_head" in kinds
        and frame.lows[last : last + 1]
        and frame.lows[last] not in frame.speech.chain["source_heads"]
    ):
        return None
    phrase = _own_phrase(frame, first, last) if own else _source_phrase(frame, last)
    if phrase is None:
        return None
    end = max(last, phrase.last)
    tail = read_tail(frame, end)
    if _opens(frame, first):
        if tail.end >= len(frame.lows):
            return None
        content = (
            tail.end
            if frame.lows[tail.end] in (",", ":") or (tail.end > end and _previous(frame, tail.end) != ",")
            else end
        )
        content = _skip(frame, content)
        return Said(
            "before", first, content, content, first, last, word, kinds, phrase, False, tail.links, "source_before"
        )
    if tail_is_all(frame, end):
        return Said(
            "after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, "source_after"
        )
    nxt = frame.lows[tail.end] if tail.end < len(frame.lows) else ""
    if (
        _previous(frame, first) == ","
        and "," not in frame.lows[tail.end :]
        and len(frame.lows) - tail.end <= 12
        and _is_sentence(frame, first - 1)
    ):
        nxt = ","
    if nxt in frame.speech.relative or (nxt == "," and _is_sentence(frame, first - 1)):
        stop = len(frame.lows)
        return Said("after", first, stop, stop, first, last, word, kinds, phrase, False, tail.links, "source_after")
    if own and first and not _opens(frame, first):
        return Said("middle", first, last, last, first, last, word, kinds, phrase, False, (), "source_middle")
    if _previous(frame, first) == "," and frame.lows[tail.end : tail.end + 1] == [","]:
        return Said(
            "middle",
            first,
            tail.end + 1,
            tail.end + 1,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            tail.links,
            "source_middle",
        )
    if _previous(frame, first) == "," or (first and frame.lows[first - 1] in frame.speech.conjunctions):
        content = _skip(frame, end)
        if content < len(frame.lows):
            return Said(
                "before", first, content, content, first, last, word, kinds, phrase, False, tail.links, "source_before"
            )
    return None


def _source_phrase(frame: Frame, at: int) -> Phrase | None:
    """The source after "menurut" or "according to". Without a comma a name ends where small words begin."""
    phrase = forward(frame, at)
    if (
        phrase is not None
        and phrase.last + 1 < len(frame.lows)
        and phrase.kind == "description"
        and frame.lows[phrase.last] in frame.speech.chain["from"]
    ):
        behind = forward(frame, phrase.last + 1)
        if (
            behind is not None
            and behind.kind != "pronoun"
            and frame.capital(
                behind.first if frame.lows[behind.first] not in frame.speech.articles else behind.first + 1
            )
        ):
            start, end = frame.starts[phrase.first], behind.end
            phrase = phrase._replace(last=behind.last, end=end, name=frame.text[start:end])
    if phrase is None or frame.lows[at] in frame.speech.that or frame.lows[phrase.last - 1] in frame.speech.no_source:
        return None
    return phrase


def _own_phrase(frame: Frame, first: int, last: int) -> Phrase:
    start, end = frame.span(first, last)
    return Phrase(last, last, start, end, frame.words(first, last), None, "own")


def _skip(frame: Frame, at: int) -> int:
    """Past a comma, a colon and the word that opens a clause ("bahwa", "that")."""
    lows, speech = frame.lows, frame.speech
    while at < len(lows) and lows[at] in (",", ":"):
        at += 1
    if at < len(lows) - 1 and lows[at] in speech.that and (speech.own or lows[at] == "that"):
        at += 1
    return at


def _own(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """ "…," katanya: the cue with the pronoun hung on it."""
    if "own" not in kinds:
        return None
    before = _previous(frame, first)
    phrase = _own_phrase(frame, first, last)
    tail = read_tail(frame, last)
    if before == QUOTED or (
        before == "," and (tail_is_all(frame, last) or frame.lows[first - 2 : first - 1] == [QUOTED])
    ):
        rule = "own_after" if tail.end >= len(frame.lows) or frame.lows[tail.end] in (QUOTED, ",", ":") else "own_after"
        return Said("after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, rule)
    after = frame.lows[last : last + 1]
    if after == [","] and (before == "," or 0 < first <= 6):
        return Said("middle", first, last + 1, last + 1, first, last, word, kinds, phrase, False, (), "own_middle")
    if _opens(frame, first) and frame.lows[last : last + 1] in ([","], [":"], [QUOTED]):
        content = _skip(frame, last)
        return Said("before", first, content, content, first, last, word, kinds, phrase, False, (), "own_before")
    return None


def _relayed(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """ "Dilansir dari X, …": an outlet that is passed on at the head of a sentence or between commas."""
    speech, lows = frame.speech, frame.lows
    if "clause_relay" not in kinds:
        return None
    at = last
    while at < len(lows) and lows[at] in speech.chain["from"]:
        at += 1
    phrase = forward(frame, at)
    if phrase is None or phrase.kind == "pronoun":
        return None
    opening = first - 1 if first and lows[first - 1] in speech.chain["as"] else first
    tail = read_tail(frame, phrase.last)
    if _opens(frame, opening):
        content = _skip(frame, tail.end)
        if content < len(lows):
            return Said(
                "before", opening, content, content, first, last, word, kinds, phrase, False, tail.links, "relay_before"
            )
        return None
    if any(s.shape in ("after", "middle") or s.first < first for s in found):
        return None
    if _previous(frame, opening) == ",":
        if tail_is_all(frame, phrase.last):
            return Said(
                "after", opening, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, "relay_after"
            )
        if lows[tail.end : tail.end + 1] == [","]:
            return Said(
                "middle",
                opening,
                tail.end + 1,
                tail.end + 1,
                first,
                last,
                word,
                kinds,
                phrase,
                False,
                tail.links,
                "relay_middle",
            )
    return None


def _inverted(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """ "…," kata X / said X: the speaker stands behind the cue, what was said before it."""
    speech, lows = frame.speech, frame.lows
    before = _previous(frame, first)
    quoted = before == QUOTED or (before == "," and first > 1 and lows[first - 2] == QUOTED)
    bare = speech.own and "postposed" in kinds and 0 < first <= 6 and _is_aside(frame, last) and before != QUOTED
    if speech.own:
        if (
            not bare
            and not (quoted and kinds & {"after"})
            and not (before == "," and "postposed" in kinds)
            and not ("opening" in kinds and _opens(frame, first))
        ):
            return None
    elif not (quoted or (before == "," and "postposed" in kinds)) or not kinds & {"say"} or kinds & {"participle"}:
        return None
    phrase = None if last < len(lows) and lows[last] in speech.time else forward(frame, last)
    if (
        phrase is None
        or ("tell" in kinds and not speech.own)
        or (not speech.own and phrase.kind != "name" and not _is_noun_phrase(frame, phrase))
    ):
        return None
    if not speech.own and not quoted and phrase.kind == "pronoun":
        return None
    if "postposed" in kinds and not quoted and not _speaks(frame, phrase):
        return None
    if bare:
        at = phrase.last + 1
        return Said("middle", first, at, at, first, last, word, kinds, phrase, False, (), "cue_middle")
    if speech.own and quoted:
        phrase, spoken_in = _through_medium(frame, phrase)
        if spoken_in:
            tail = read_tail(frame, phrase.last)
            return Said(
                "after",
                first,
                tail.end,
                tail.end,
                first,
                last,
                word,
                kinds,
                phrase,
                False,
                (*spoken_in, *tail.links),
                "cue_medium",
            )
    tail = read_tail(frame, phrase.last)
    if not speech.own and not quoted and not _closes(frame, first, tail.end):
        return None
    rule = "cue_after"
    if speech.own and _opens(frame, first) and not quoted:
        content = _skip(frame, tail.end)
        return (
            Said("before", first, content, content, first, last, word, kinds, phrase, False, tail.links, "cue_opening")
            if content < len(lows)
            else None
        )
    if quoted or tail.end >= len(lows) or lows[tail.end] in (QUOTED, ":", ";"):
        return Said("after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, rule)
    joined = lows[tail.end + 1 : tail.end + 2]
    goes_on = bool(joined) and (
        phrase.kind == "pronoun" or joined[0] in speech.conjunctions or joined[0] in speech.goes_on
    )
    aside = not _is_sentence(frame, first - 1) or (goes_on and speech.own)
    if lows[tail.end] == "," and aside and not _relative_at(frame, tail.end + 1):
        at = tail.end + 1
        if first == 2 and _is_connective(frame, 0):
            return Said("before", first, at, at, first, last, word, kinds, phrase, False, tail.links, "cue_middle")
        return Said("middle", first, at, at, first, last, word, kinds, phrase, False, tail.links, "cue_middle")
    if lows[tail.end] == ",":
        end = len(lows)
        return Said("after", first, end, end, first, last, word, kinds, phrase, False, tail.links, rule)
    if (
        tail_is_all(frame, phrase.last)
        or not speech.own
        or lows[tail.end] in speech.ends_name
        or lows[tail.end] in speech.relative
    ):
        return Said("after", first, tail.end, tail.end, first, last, word, kinds, phrase, False, tail.links, rule)
    return None


def _through_medium(frame: Frame, phrase: Phrase) -> tuple[Phrase, tuple[Link, ...]]:
    """ "demikian laporan tertulis P2BK …", "demikian siaran persnya": the medium and the one who speaks in it."""
    lows, speech = frame.lows, frame.speech
    if phrase.kind == "pronoun" or lows[phrase.first] not in speech.chain["medium_nouns"]:
        return phrase, ()
    at = phrase.first
    while at < phrase.last and not frame.capital(at):
        at += 1
    if at < phrase.last:
        speaker = describe(frame, at, phrase.last)
        return (speaker, (Link("medium", phrase.first, at),)) if speaker is not None else (phrase, ())
    if lows[phrase.last - 1].endswith(speech.own):
        return _own_phrase(frame, phrase.last - 1, phrase.last), (Link("medium", phrase.first, phrase.last),)
    return phrase, ()


def _is_connective(frame: Frame, at: int) -> bool:
    """Whether one word before a comma only joins the sentence to the one before ("Still,", "Namun,")."""
    low, speech = frame.lows[at], frame.speech
    return low in speech.joiners or low in speech.connectives


def _closes(frame: Frame, first: int, at: int) -> bool:
    """Whether what follows "…, said X" lets it be read as an attribution behind a sentence."""
    lows, speech = frame.lows, frame.speech
    for i in range(first - 2, max(0, first - 40), -1):
        if lows[i] == "," and lows[i + 1] in speech.relative:
            return False
        if lows[i] == ",":
            break
    return (
        at >= len(lows)
        or lows[at] in PUNCTUATION
        or (
            lows[at] in (*speech.ends_name, *speech.relative)
            and lows[at] not in speech.auxiliaries
            and lows[at] not in speech.that
        )
    )


def _is_aside(frame: Frame, at: int) -> bool:
    """Whether a pronoun and a comma follow a cue, so that the two are an aside even without a comma before them."""
    lows = frame.lows
    return at + 1 < len(lows) and lows[at] in frame.speech.pronouns and lows[at + 1] == ","


def _is_sentence(frame: Frame, last: int) -> bool:
    """Whether the words before `last` are a sentence of their own rather than an adverbial or a subject."""
    speech, lows = frame.speech, frame.lows
    if last < 7 or (lows[0] in speech.openers and last <= 12):
        return False
    return any(
        lows[i] in speech.auxiliaries or (len(lows[i]) > 4 and lows[i].startswith(speech.verb_starts))
        for i in range(1, last)
        if not frame.capital(i)
    )


def _relative_at(frame: Frame, at: int) -> bool:
    return at < len(frame.lows) and frame.lows[at] in frame.speech.relative


def _is_noun_phrase(frame: Frame, phrase: Phrase) -> bool:
    low = frame.lows[phrase.first]
    return (
        low in frame.speech.articles
        or frame.capital(phrase.first)
        or low in frame.speech.heads
        or low in frame.speech.bodies
        or phrase.kind == "pronoun"
    )


def _speaks(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase can be a speaker where no quotation mark vouches for it: it has a name, or is a person's or a
    document's description."""
    speech, lows = frame.speech, frame.lows
    if phrase.kind != "description":
        return True
    words = {lows[i] for i in range(phrase.first, phrase.last)}
    return any(frame.capital(i) for i in range(phrase.first, phrase.last)) or bool(
        words & (speech.heads | speech.bodies | speech.persons | speech.body_nouns | speech.chain["document_nouns"])
    )


def _quoted_as(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """ "X was quoted as saying by Y", "Y quoted X as saying": the speaker is X, Y passes it on."""
    if "quoted_as" in kinds:
        return _was_quoted(frame, first, last, word, kinds)
    if "quotes_whom" not in kinds or not first:
        return None
    lows, speech = frame.lows, frame.speech
    for i in range(last + 1, min(len(lows) - 1, last + 14)):
        if lows[i] in speech.kinds and "say" in speech.kinds[lows[i]] and lows[i - 1] not in (",", QUOTED):
            end = i - 1 if lows[i - 1] in speech.chain["as"] or lows[i - 1] in speech.relative else i
            phrase, outlet = describe(frame, last, end), backward(frame, first, _floor(frame, first, found))
            if phrase is None or outlet is None:
                return None
            content = _skip(frame, i + 1)
            relay = (Link("relay", outlet.first, outlet.last),)
            return Said(
                "before",
                outlet.first,
                content,
                content,
                i,
                i + 1,
                lows[i],
                speech.kinds[lows[i]],
                phrase,
                False,
                relay,
                "relay_quotes",
            )
    return None


def _was_quoted(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str]) -> Said | None:
    lows, speech = frame.lows, frame.speech
    if _previous(frame, first) not in speech.passive:
        return None
    start = _clause_before(frame, first - 1)
    phrase = backward(frame, first - 1, start if start is not None and lows[start - 1] == QUOTED else 0)
    if phrase is None:
        return None
    links: tuple[Link, ...] = ()
    end = last
    if last < len(lows) and lows[last] in speech.chain["from"]:
        end = object_end(frame, last + 1)
        links = (Link("relay", last + 1, end),)
    tail = read_tail(frame, end)
    if start is not None and tail.end >= len(lows):
        return Said(
            "after",
            phrase.first,
            tail.end,
            tail.end,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            (*links, *tail.links),
            "quoted_as",
        )
    content = _skip(frame, tail.end)
    return Said(
        "before",
        phrase.first,
        content,
        content,
        first,
        last,
        word,
        kinds,
        phrase,
        False,
        (*links, *tail.links),
        "subject_before",
    )


def _behind(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """ "…," X said / "…, X melaporkan": speaker and cue stand behind what was said."""
    speech, lows = frame.speech, frame.lows
    if not kinds & {"say", "tell"} or kinds & {"participle"} or _blocked(frame, first):
        return None
    start = _clause_before(frame, first)
    if start is None:
        return None
    quoted = lows[start - 1] == QUOTED or (lows[start - 1] == "," and start > 1 and lows[start - 2] == QUOTED)
    if not quoted and lows[start - 1] != ",":
        return None
    end = last
    links: tuple[Link, ...] = ()
    if "tell" in kinds or ("participle" not in kinds and word in speech.chain["audience"]):
        audience = forward(frame, last)
        if audience is not None and audience.first == last:
            end = audience.last
            if (whole := object_end(frame, last)) > end and (whole >= len(lows) or lows[whole] == QUOTED):
                end = whole
            links = (Link(_told_role(frame, last, end), last, end),)
    tail = read_tail(frame, end)
    closing = tail.end >= len(lows) or lows[tail.end] == QUOTED or (lows[tail.end] in ";:" and quoted)
    closing = closing or _is_closing_circumstance(frame, start, tail.end)
    following = lows[tail.end] if tail.end < len(lows) else ""
    if not closing and not (
        quoted
        and (
            following == ","
            or following in speech.ends_name
            or following in speech.conjunctions
            or following in speech.participle_words
            or following in speech.chain["from"]
            or following in speech.links
        )
    ):
        whole = _is_sentence(frame, start - 1)
        if not whole and (speech.own or following != "," or links or tail.links or not _short(frame, start)):
            return None
        if whole and following != ",":
            return None
    phrase = backward(frame, first, start)
    if phrase is None or phrase.first > start + 12 or (phrase.kind == "pronoun" and phrase.first > start + 1):
        return None
    plain = "postposed" in kinds and phrase.last - phrase.first <= 6 and lows[start] not in speech.openers
    if not quoted and phrase.kind == "description" and not plain and not _speaks(frame, phrase):
        return None
    if not quoted and closing and tail.end < len(lows):
        return Said(
            "after", start, len(lows), len(lows), first, last, word, kinds, phrase, False, links, "subject_after"
        )
    if not quoted and not closing and _is_sentence(frame, start - 1):
        return Said(
            "after", start, len(lows), len(lows), first, last, word, kinds, phrase, False, links, "subject_after"
        )
    if not quoted and not closing and start == 2 and _is_connective(frame, 0):
        return Said(
            "before",
            start,
            tail.end + 1,
            tail.end + 1,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            links,
            "subject_middle",
        )
    if not quoted and not closing:
        return Said(
            "middle",
            start,
            tail.end + 1,
            tail.end + 1,
            first,
            last,
            word,
            kinds,
            phrase,
            False,
            (*links, *tail.links),
            "subject_middle",
        )
    if not quoted and len(lows) > start and _only_fronted(frame, start):
        return None
    return Said(
        "after",
        start,
        tail.end,
        tail.end,
        first,
        last,
        word,
        kinds,
        phrase,
        False,
        (*links, *tail.links),
        "subject_after",
    )


def _is_closing_circumstance(frame: Frame, start: int, at: int) -> bool:
    """Whether only a circumstance follows a cue behind a whole sentence ("…, the company said after markets closed")."""
    speech, lows = frame.speech, frame.lows
    rest = lows[at:]
    return (
        not speech.own
        and _is_sentence(frame, start - 1)
        and rest[0] in speech.ends_name
        and rest[0] not in speech.subjects
        and rest[0] not in speech.that
        and len(rest) <= 12
        and not any(low in speech.that or low == "," for low in rest)
    )


def _only_fronted(frame: Frame, start: int) -> bool:
    """Whether what stands before the comma is an adverbial, not a sentence that could have been said."""
    words = range(start - 1)
    if start < 4 or (frame.lows[0] in frame.speech.openers and start < 14):
        return not any(frame.lows[i] in frame.speech.auxiliaries for i in words)
    return False


def _short(frame: Frame, start: int) -> bool:
    return start <= 12


def _clause_before(frame: Frame, at: int) -> int | None:
    """Where the speaker of a cue at `at` begins when it stands behind what was said: after the quotation, or the comma
    that is not one of an apposition."""
    lows = frame.lows
    i = at - 1
    closed = i >= 0 and lows[i] == ","
    commas: list[int] = []
    if closed:
        i -= 1
    while i >= 0 and at - i < 30:
        low = lows[i]
        if low == ")":
            while i > 0 and lows[i] != "(":
                i -= 1
        elif low == QUOTED:
            start = i + 1
            return start + 1 if start < len(lows) and lows[start] == "," else start
        elif low == ",":
            commas.append(i)
        elif low in ";:–—" or (low in frame.speech.that and low not in frame.speech.relative):
            break
        i -= 1
    if not commas:
        return None
    return commas[min(len(commas) - 1, 1 if closed and len(commas) > 1 else 0)] + 1


def _blocked(frame: Frame, first: int) -> bool:
    """Whether the word before a cue makes it no report: a negation, an infinitive, an article."""
    before = _previous(frame, first)
    speech = frame.speech
    if before in speech.blockers or before in speech.passive:
        return True
    if first > 1 and not speech.own and frame.lows[first - 2] in speech.to and before not in speech.adverbs:
        return True
    return before in speech.prepositions and frame.lows[first] not in speech.participle_words


def _in_front(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]) -> Said | None:
    """ "X mengatakan …", "X said …": subject, cue, what was said; the subject may be shared with the verb before."""
    speech, lows = frame.speech, frame.lows
    if not kinds & SPOKEN or "quoted_as" in kinds or last >= len(lows):
        return None
    if lows[last] in speech.by:
        return None
    progressive = bool(kinds & {"participle"}) and _previous(frame, first) in speech.passive and first > 1
    if (
        not progressive
        and _blocked(frame, first)
        and not ("judge" in kinds and _previous(frame, first) in speech.passive)
    ):
        return None
    floor = _floor(frame, first, found)
    if _previous(frame, first) in speech.passive and not progressive:
        return _passive(frame, first, last, word, kinds)
    if kinds & {"participle"} and not progressive and not _hangs(frame, first, last, found):
        return None
    shared = (bool(kinds & {"participle"}) and not progressive) or _shares(frame, first)
    if shared and "pledge" in kinds and found and found[-1].shape == "before" and found[-1].content < first:
        return None
    verb, inserted = (first, ()) if shared else _before_circumstance(frame, first, floor)
    phrase = None if shared else backward(frame, verb, floor)
    if phrase is None:
        if not (shared or kinds & {"participle"}):
            return None
        shared = True
        phrase = next((s.phrase for s in reversed(found) if s.phrase is not None), None) or main_subject(
            frame, 0, first
        )
        if phrase is None:
            return None
    if not shared and phrase.first > 0 and lows[phrase.first - 1] in speech.interrogatives:
        return None
    start = _start(frame, first) if shared else phrase.first
    links, content = _to_content(frame, last, kinds)
    links += (*inserted, *_fronted(frame, phrase, shared))
    links += _inserted(frame, phrase.first if not shared else first, first)
    return Said("before", start, content, content, first, last, word, kinds, phrase, shared, links, "subject_before")


def _before_circumstance(frame: Frame, first: int, floor: int) -> tuple[int, tuple[Link, ...]]:
    """Where the subject ends when a medium or a time stands between it and its cue ("X dalam siaran pers membantah")."""
    speech, lows = frame.speech, frame.lows
    end = first
    while end > floor and lows[end - 1] in speech.adverbs and not frame.capital(end - 1):
        end -= 1
    for i in range(end - 2, max(floor, end - 9), -1):
        if lows[i] not in speech.chain["medium"] or lows[i - 1] in PUNCTUATION:
            continue
        if is_medium(frame, i) and object_end(frame, i + 1) >= end:
            return i, (Link("medium", i, end),)
        if lows[i + 1] in speech.time and all(
            lows[j] in speech.time or lows[j].isdigit() or lows[j] in "()" for j in range(i + 1, end)
        ):
            return i, ()
    return first, ()


def _inserted(frame: Frame, start: int, cue: int) -> tuple[Link, ...]:
    """The relay between a speaker and its cue: "the ministry, quoted by Interfax, said"."""
    for i in range(start + 1, cue - 1):
        if frame.lows[i] in frame.speech.relay and frame.lows[i - 1] in (",", *frame.speech.chain["as"]):
            link = relay_link(frame, i)
            return (link,) if link is not None else ()
    return ()


def _fronted(frame: Frame, phrase: Phrase, shared: bool) -> tuple[Link, ...]:
    """The medium that opens the sentence: "Dalam siaran pers, X menyatakan …", "In a statement, X said …"."""
    at = 1 if len(frame.lows) > 1 and frame.lows[0] in frame.speech.conjunctions else 0
    if shared or phrase.first <= at + 1:
        return ()
    medium = is_medium(frame, at)
    if not medium and not (frame.speech.own and frame.lows[at] in frame.speech.chain["audience"]):
        return ()
    end = object_end(frame, at + 1)
    return (Link("medium" if medium else "audience", at, end),) if end <= phrase.first else ()


def _hangs(frame: Frame, first: int, last: int, found: list[Said]) -> bool:
    """Whether a participle hangs on the verb before it ("…, saying", "by saying") rather than on a noun."""
    before = _previous(frame, first)
    if not before or before in (",", QUOTED) or before in frame.speech.inherits or before in frame.speech.adverbs:
        return True
    if any(said.shape == "before" and said.content <= first for said in found):
        return False
    return (
        last < len(frame.lows)
        and (frame.lows[last] in frame.speech.that or frame.lows[last] in (":", ",", QUOTED))
        and not frame.capital(first - 1)
        and before not in frame.speech.blockers
        and f"{before} {frame.lows[first]}" not in frame.speech.nouns
    )


def _passive(frame: Frame, first: int, last: int, word: str, kinds: frozenset[str]) -> Said | None:
    """ "was called "…" by X"."""
    if "judge" not in kinds:
        return None
    lows, speech = frame.lows, frame.speech
    for i in range(last, min(len(lows) - 1, last + 12)):
        if lows[i] in speech.by and i and lows[i - 1] == QUOTED:
            phrase = forward(frame, i + 1)
            if phrase is not None:
                return Said("passive", first, last, last, first, last, word, kinds, phrase, False, (), "passive_by")
    return None


def _floor(frame: Frame, first: int, found: list[Said]) -> int:
    floor = 0
    for said in found:
        if said.shape != "before" and said.last <= first:
            floor = max(floor, said.last)
        elif (
            said.shape == "before"
            and said.cue_end <= first
            and not (said.cue and frame.lows[said.cue - 1] in frame.speech.relative)
            and "participle" not in said.kinds
        ):
            floor = max(floor, said.cue_end)
    return min(floor, max(first - 1, 0))


def _shares(frame: Frame, first: int) -> bool:
    """Whether a cue shares the subject of the verb before it: "and said", "dengan menyebut", ", lalu menambahkan"."""
    speech, lows = frame.speech, frame.lows
    i = first - 1
    while i >= 0 and lows[i] in speech.adverbs and lows[i] not in speech.inherits:
        i -= 1
    return (
        i >= 1
        and lows[i] in speech.inherits
        and not frame.capital(i)
        and not (lows[i] in speech.adverbs and lows[i] not in speech.conjunctions)
    )


def _start(frame: Frame, first: int) -> int:
    """The first word of an attribution without a subject: its conjunction, and the comma before that."""
    speech, lows = frame.speech, frame.lows
    i = first
    while i > 0 and lows[i - 1] in speech.adverbs and lows[i - 1] not in speech.inherits:
        i -= 1
    if not (i > 0 and lows[i - 1] in speech.inherits):
        i = first
    while i > 0 and lows[i - 1] in speech.inherits:
        i -= 1
    return i - 1 if i > 0 and lows[i - 1] == "," else i


def _to_content(frame: Frame, at: int, kinds: frozenset[str]) -> tuple[tuple[Link, ...], int]:
    """The parts between a cue and what was said, and the word where that begins."""
    lows, speech = frame.lows, frame.speech
    links: tuple[Link, ...] = ()
    if "tell" in kinds and at < len(lows) and lows[at] not in speech.that and lows[at] not in PUNCTUATION:
        end = _told(frame, at)
        if end > at:
            links, at = (Link(_told_role(frame, at, end), at, end),), end
    if at < len(lows) and lows[at] in (",", ":"):
        return links, _skip(frame, at)
    jump = _that_ahead(frame, at)
    tail = read_tail(frame, at, spoken=False)
    if jump and jump > tail.end + 1 and not tail.links:
        return links, jump
    if tail.end < len(lows) and (tail.links or tail.end > at):
        nxt = lows[tail.end]
        if nxt in (",", ":", QUOTED) or nxt in speech.that or tail.links or not speech.own:
            return (*links, *tail.links), _skip(frame, tail.end)
    return (links, jump) if jump else (links, _skip(frame, at))


def _told_role(frame: Frame, first: int, last: int) -> str:
    """`medium` for what one speaks at ("told a news conference"), else `audience`."""
    spoken_at = frame.lows[last - 1] in frame.speech.chain["gatherings"]
    return "medium" if spoken_at and not any(frame.capital(i) for i in range(first, last)) else "audience"


def _told(frame: Frame, at: int) -> int:
    """Where the person that was told ends: before "that", a pronoun, an article or a small word that opens the clause."""
    lows, speech = frame.lows, frame.speech
    phrase = forward(frame, at)
    if phrase is None or phrase.first != at:
        return at
    end = phrase.last
    if phrase.kind == "description" and end - at > 1:
        for i in range(at + 1, end):
            if lows[i] in speech.articles and lows[at] not in speech.articles:
                return i
            if lows[i] in speech.chain["audience_nouns"]:
                return i + 1
            if lows[i] in speech.pronouns or lows[i] in speech.plural_pronouns:
                return i
        end = min(end, at + 2)
    return end


def _that_ahead(frame: Frame, at: int) -> int:
    """The word after "bahwa" or "that" when only a circumstance stands before it."""
    lows, speech = frame.lows, frame.speech
    if (
        at >= len(lows)
        or lows[at] in speech.that
        or lows[at] in speech.pronouns
        or lows[at] in speech.subjects
        or not (lows[at] in speech.chain["medium"] or lows[at] in speech.time or lows[at] in speech.ends_name)
    ):
        return 0
    for i in range(at + 1, min(at + 14, len(lows) - 1)):
        if lows[i] in speech.that and (speech.own or lows[i] == "that"):
            return i + 1
        if lows[i] == "," and lows[at] in speech.chain["medium"] and speech.own and lows[i + 1] not in speech.time:
            return i + 1
    return 0


def cue_spans(found: list[Said]) -> Iterator[tuple[int, int]]:
    """The words that attributions take up."""
    for said in found:
        yield said.first, said.last
