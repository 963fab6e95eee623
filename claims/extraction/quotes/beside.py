"""Quotations with what attributes them, and speakers that stand beside the marks without a known cue."""

from typing import Final, NamedTuple

from claims.extraction.frames import BREAKS, PUNCTUATION, QUOTED, Frame
from claims.extraction.marks import Marked
from claims.extraction.people.name_or_office import is_name
from claims.extraction.people.phrases import Phrase, describe
from claims.extraction.scan import DASHES
from claims.extraction.values import Span

from .attribution import Link, read_tail
from .clauses import has_verb, is_verb_at
from .main_subjects import main_subject
from .noun_reports import owner
from .objects import forward
from .outlets import outlet_at
from .said import Said
from .subjects import backward
from .terms import is_titled, is_whole

TOLD: Final = 8
"""Words between somebody and the colon of what they say ("Budi tersenyum: …", "Mayor Ann Hill had one warning: …")."""

TOPIC: Final = 32
"""Words in front of the colon of what somebody says on a topic ("Coach Ann Hill on the late goal that …: "…"")."""

DASHED: Final = 2
"""The word behind a quotation and its dash."""

NAMED: Final = 5
"""Words of those who sign a quotation, no more."""

SIGNED: Final = 3
"""Words of the shortest quotation that a surname or an office alone signs, and of those who do."""


class Bound(NamedTuple):
    """A quotation with its form and what attributes it: an attribution of the sentence, or a phrase beside the marks, or
    nothing (floating). `form` "term" is a title, a term, a nickname, scare quotes. `first` is its first word."""

    first: int
    form: str
    parts: tuple[Span, ...]
    clause: Span | None
    said: Said | None
    phrase: Phrase | None
    links: tuple[Link, ...]
    relays: tuple[Link, ...]
    rule: str
    sure: bool


def spoken_beside(frame: Frame, at: int, mark: Marked) -> Bound | None:
    """A speaker beside the marks without a known cue: `NP: "…"`, `"…," NP, kepada wartawan`, `"…," kelakar NP`."""
    lows = frame.lows
    span = (mark.start, mark.end)
    if at >= 2 and lows[at - 1] == ":" and at <= 14:
        phrase = backward(frame, at - 1, _clause_start(frame, at))
        if phrase is not None and phrase.last >= at - 1 and _may_open(frame, phrase, mark):
            return Bound(at, "direct", (span,), None, None, phrase, (), (), "colon_before", True)
        if (opener := opens_colon(frame, at)) is not None and is_whole(frame, mark):
            return Bound(at, "direct", (span,), None, None, opener, (), (), "colon_before", True)
        if (owned := _whose(frame, mark, _clause_start(frame, at), at - 1)) is not None:
            return Bound(at, "direct", (span,), None, None, owned, (), (), "colon_owner", True)
        if (told := _with_clause(frame, mark, _clause_start(frame, at), at - 1)) is not None:
            return Bound(at, "direct", (span,), None, None, told, (), (), "colon_clause", True)
    asked = _on_what(frame, mark, _clause_start(frame, at), at - 1) if 2 < at <= TOPIC and lows[at - 1] == ":" else None
    if asked is not None:
        return Bound(at, "direct", (span,), None, None, asked, (), (), "colon_topic", True)
    if not at and lows[1:2] and (lows[1] in BREAKS or lows[1] == ":") and (named := _signed(frame, mark)) is not None:
        return Bound(at, "direct", (span,), None, None, named, (), (), "name_after", True)
    if at and (signer := _signed_behind(frame, at)) is not None:
        return Bound(at, "mixed", (span,), None, None, signer, (), (), "name_after", True)
    pointed = frame.text[mark.inner_end - 1 : mark.inner_end] in ",?!" or lows[at + 1 : at + 2] == [","]
    if not pointed or at + 1 >= len(lows) or (at and lows[at - 1] not in PUNCTUATION):
        return None
    first = at + 2 if lows[at + 1] == "," else at + 1
    if first >= len(lows):
        return None
    if _is_occasion(frame, at, first):
        return Bound(at, "floating", (span,), None, None, None, (), (), "", True)
    return _verb_behind(frame, at, first, span) or _name_behind(frame, at, first, span)


def _signed(frame: Frame, mark: Marked) -> Phrase | None:
    """Who signs a quotation that is all there is: "…" - club chairman Ann Hill, 'Cuts will hurt us all' - union."""
    lows, speech = frame.lows, frame.speech
    phrase = forward(frame, DASHED) if len(lows) > DASHED else None
    whole = phrase is not None and phrase.last == len(lows)
    if phrase is not None and whole and phrase.kind == "name" and " " in phrase.name and lows[1] != ":":
        return phrase
    words = frame.text[mark.inner_start : mark.inner_end].split()
    spoken = (
        lows[1] == ":" and len(words) == SIGNED - 1 and words[0].lower().replace("’", "'").split("'")[0] in speech.them
    )
    if speech.head_first or not (spoken or len(words) >= SIGNED) or is_titled(words):
        return None
    if phrase is not None and whole and len(lows) <= DASHED + NAMED:
        told = phrase.kind in ("name", "body") or speech.can_tell(lows[phrase.first : phrase.last])
        return phrase if told else None
    if phrase is not None and phrase.kind == "name" and any(first == phrase.last for first, _, _ in frame.cues):
        return phrase  # "'We will win' - Kilby boss Ann Hill says team is fit"
    people = [i for i in range(DASHED, min(len(lows) - 1, DASHED + SIGNED)) if _are_people(frame, i)]
    end = next((i + 1 for i in people if i + 1 not in people), len(lows))
    aged = lows[end : end + 1] == [","] and lows[end + 1 : end + 2] != [] and lows[end + 1].isdigit()
    goes_on = end < len(lows) and lows[end].isalpha() and not frame.capital(end)
    return describe(frame, DASHED, end) if goes_on or aged else None


def _signed_behind(frame: Frame, at: int) -> Phrase | None:
    """Who signs an English headline with some marked words behind its last dash: Bus fares ‘must not go up’ – Ann Hill."""
    lows = frame.lows
    first = next((i for i in range(len(lows) - 1, at, -1) if lows[i] in DASHES or lows[i] == "-"), len(lows)) + 1
    if frame.head_first or not 0 < len(lows) - first <= SIGNED or frame.cues:
        return None
    mark = frame.marked[at]
    phrase = forward(frame, first)
    if phrase is None or phrase.last < len(lows) or phrase.kind != "name" or outlet_at(frame, first):
        return None
    several = " " in frame.text[mark.inner_start : mark.inner_end]
    return phrase if several and frame.text[frame.ends[-1] : frame.ends[-1] + 1] != "." else None


def _may_open(frame: Frame, phrase: Phrase, mark: Marked) -> bool:
    """Whether a phrase may name who says what its colon leads to: a name, a body, or the noun of somebody at the head of the whole
    text ("Mayor: 'We will rebuild'"); one word alone leads to no title ("Review: 'Night Harbour' is fun")."""
    alone = not frame.head_first and phrase.first == 0 and phrase.last == 1
    words = frame.text[mark.inner_start : mark.inner_end].split()
    behind = frame.lows[phrase.last + 2 : phrase.last + 3]
    told = len(words) == 1 or any(first > phrase.last + 1 for first, _, _ in frame.cues)
    goes_on = told and not frame.head_first and behind != [] and behind[0].isalpha()
    if goes_on or (alone and is_titled(words)) or frame.lows[phrase.last - 1] in frame.speech.labels:
        return False  # "Hill: "Next" is a word for others", "HULL: "Hard choices" are needed, said Bob Roy", "Hull Live: …"
    return phrase.kind in ("name", "body") or (alone and not frame.start and _are_people(frame, 0))


def _are_people(frame: Frame, at: int) -> bool:
    """Whether a word is the noun of somebody or of several of whom an English headline goes on to tell ("Republican senators
    dodge questions", "Woman tells of crash")."""
    low, speech = frame.lows[at], frame.speech
    one = low in speech.stands_for.person or low in speech.stands_for.anybody or low in speech.roles.heads
    return one or low in speech.several or speech.roles.is_title_of_several(low) or speech.is_people(low)


def _is_occasion(frame: Frame, at: int, first: int) -> bool:
    """As in "…," saat dihubungi wartawan: only the occasion stands behind a quotation that opens its sentence."""
    lows, speech = frame.lows, frame.speech
    asked = lows[first] in speech.subordinators and lows[first + 1 : first + 2] and lows[first + 1] in speech.asked
    return bool(asked) and PUNCTUATION.issuperset(lows[:at])


def _clause_start(frame: Frame, at: int) -> int:
    return max((i + 1 for i in range(at - 1) if frame.lows[i] in (QUOTED, ";")), default=0)


def opens_colon(frame: Frame, at: int) -> Phrase | None:
    """Who opens the clause whose colon stands before the quotation at `at`, where the rest tells what they do while they speak, or of what mind they are
    ("Budi tersenyum: "…"", "His deputy, Ann Hill, was blunt: "…"")."""
    lows, speech = frame.lows, frame.speech
    first, colon = _clause_start(frame, at), at - 1
    if colon <= first or lows[colon] != ":":
        return None
    phrase = forward(frame, first) if frame.capital(first) and lows[first] not in speech.prepositions else None
    if (
        phrase is None
        or phrase.last >= colon
        or phrase.kind not in ("name", "body")
        or lows[phrase.last - 1].endswith("'s")
    ):
        return None
    verb = phrase.last + (lows[phrase.last] == ",")
    if not verb < colon <= verb + TOLD or not lows[verb].isalpha():
        return None
    plural = speech.roles.is_title_of_several(lows[first])
    if phrase.kind == "body" and not plural and phrase.last - first == 1:
        return None  # any noun begins with a capital here
    if speech.head_first:
        acts = lows[verb].startswith(speech.verb_starts) and lows[verb] not in speech.roles.titles
    else:
        acts = lows[verb] in speech.auxiliaries or lows[verb].endswith(speech.inflections)
    return phrase if acts else None


def _whose(frame: Frame, mark: Marked, first: int, colon: int) -> Phrase | None:
    """As in "Hill's verdict: "…"", "Her message to the fans: "…"": whose words those behind a colon are, as the noun tells."""
    speech, lows = frame.speech, frame.lows
    words = frame.text[mark.inner_start : mark.inner_end].split()
    if speech.head_first or not is_whole(frame, mark) or is_titled(words):
        return None
    pages, kinds = speech.chain.medium_nouns, speech.cues.kinds
    if frame.lows[first] in pages and frame.lows[first + 1] in speech.by_whom and first + 2 < colon:
        return describe(frame, first + 2, colon)  # "Email from Ann Hill: "…""
    noun = next((i for i in range(first + 1, colon) if lows[i] in pages or "told_noun" in kinds.get(lows[i], ())), 0)
    if not noun or any(is_verb_at(frame, i) for i in range(noun + 1, colon)):
        return None
    return owner(frame, noun)


def _with_clause(frame: Frame, mark: Marked, first: int, colon: int) -> Phrase | None:
    """As in "Hill was blunt: "…"", "Hill took to Twitter to say: "…"", "The message from Hill was clear: "…"": who a whole
    sentence behind a colon is told of."""
    speech = frame.speech
    if speech.head_first or not is_whole(frame, mark):
        return None
    moved = None
    if first < colon - 3 and frame.lows[colon - 2] in speech.to:
        verb = next((i for i in range(colon - 3, first, -1) if is_verb_at(frame, i)), colon)
        moved = describe(frame, verb + 1, colon - 2)  # "The answer prompted Judge Ann Hill to remark: "…""
    moved = moved if moved is not None and moved.kind == "name" and moved.role else None
    for_whom = moved or _for_whom(frame, first, colon)
    phrase = for_whom or main_subject(frame, first, colon)
    if phrase is None or not (moved or any(is_verb_at(frame, i) for i in range(phrase.last, colon))):
        return None
    if phrase.kind == "pronoun":
        return phrase if phrase.name.lower() in speech.genders else None
    if phrase.kind == "name":
        return (
            phrase if phrase.role or " " in phrase.name or frame.lows[phrase.first] not in speech.roles.bodies else None
        )
    at = next((i for i in range(phrase.first, colon - 1) if frame.lows[i] in speech.by_whom), 0)
    named = describe(frame, at + 1, _capitals_end(frame, at + 1, colon)) if at and frame.capital(at + 1) else None
    if named is not None and named.kind == "name" and " " in named.name:
        return named
    return phrase if frame.lows[phrase.last - 1] in speech.stands_for.person and phrase.first == first else None


def _on_what(frame: Frame, mark: Marked, first: int, colon: int) -> Phrase | None:
    """As in "Coach Ann Hill on the late goal: "…"": who speaks on what a clause without a verb of its own names."""
    speech = frame.speech
    first += not frame.lows[first].isalpha() and first < colon - 2  # a dash
    at = next((i for i in range(first + 1, min(colon, first + TOLD)) if frame.lows[i] in speech.causes), 0)
    if speech.head_first or not at or not is_whole(frame, mark) or not frame.capital(first):
        return None
    end = next((i for i in range(first, at) if frame.lows[i] == "("), at)
    if any(is_verb_at(frame, i) for i in range(first, end)) or frame.lows[first] in speech.openers:
        return None
    found = describe(frame, first, end)
    return found if found is not None and found.kind == "name" else None


def _for_whom(frame: Frame, first: int, colon: int) -> Phrase | None:
    """As in "For Mrs Hill, the choice is simple: "…"": whose view a clause in front of a colon gives."""
    comma = next((i for i in range(first, colon) if frame.lows[i] == ","), 0)
    if frame.lows[first] not in frame.speech.speaks_for or comma < first + 2:
        return None
    found = describe(frame, first + 1, comma)
    return found if found is not None and found.kind == "name" else None


def _capitals_end(frame: Frame, at: int, stop: int) -> int:
    return next((i for i in range(at, stop) if not frame.capital(i)), stop)


def _verb_behind(frame: Frame, at: int, first: int, span: Span) -> Bound | None:
    """A word that no list holds, where the marks say that it must be a cue."""
    lows, speech = frame.lows, frame.speech
    low = lows[first]
    if frame.capital(first):
        return None
    if not low.isalpha() or low in speech.ends_name or low in speech.conjunctions:
        return None
    ends = low.endswith(speech.own) and read_tail(frame, first + 1).end >= len(lows)  # "…," sesumbarnya.
    misspelt = low.endswith(speech.own[-2:]) and any(low.startswith(w) for w in _after_words(frame))
    if speech.head_first and len(low) > 5 and (ends or misspelt):
        own = Phrase(first + 1, first + 1, *frame.span(first, first + 1), low, None, "own")
        return Bound(at, "direct", (span,), None, None, own, (), (), "own_misspelt", True)
    if (not speech.head_first and not low.endswith(speech.verb_ends)) or low in speech.articles:
        return None
    if lows[first + 1 : first + 2] and lows[first + 1] in speech.by:
        return None
    phrase = forward(frame, first + 1)
    if phrase is None or (phrase.kind == "description" and not points(frame, phrase)):
        return None
    links = read_tail(frame, phrase.last).links
    return Bound(at, "direct", (span,), None, None, phrase, links, (), "word_after", True)


def points(frame: Frame, phrase: Phrase) -> bool:
    """Whether a description of a person points back at somebody ("politikus PKS itu")."""
    speech, low = frame.speech, frame.lows[phrase.first]
    person = low in speech.roles.heads or low in speech.stands_for.person
    return speech.head_first and person and frame.lows[phrase.last - 1] in speech.determiners


def _after_words(frame: Frame) -> list[str]:
    return [word for word, kinds in frame.speech.cues.kinds.items() if "after" in kinds]


def _name_behind(frame: Frame, at: int, first: int, span: Span) -> Bound | None:
    lows, speech = frame.lows, frame.speech
    phrase = forward(frame, first)
    if phrase is None or phrase.kind not in ("name", "body", "pronoun"):
        return None
    tail = read_tail(frame, phrase.last)
    following = lows[phrase.last] if phrase.last < len(lows) else ""
    if not speech.head_first and following.endswith(speech.inflections) and following not in speech.auxiliaries:
        return Bound(
            at, "direct", (span,), None, None, phrase, read_tail(frame, phrase.last + 1).links, (), "verb_after", True
        )
    if tail.end >= len(lows) and (tail.links or phrase.role or is_name(frame, phrase.first, phrase.last)):
        return Bound(at, "direct", (span,), None, None, phrase, tail.links, (), "name_after", True)
    return None


def opens_again(frame: Frame, at: int, said: Said, inner: Said) -> bool:
    """Whether an Indonesian quotation behind a comma begins anew with a capital, who spoke before it going on speaking ("Rina
    mengatakan harga naik, "Kami rugi," kata dia")."""
    capital = frame.text[frame.marked[at].inner_start].isupper() and frame.lows[at - 1] == ","
    return frame.head_first and capital and said.phrase.kind in ("pronoun", "own") and inner.content < at - 1


def names_again(frame: Frame, inner: Said, outer: Said) -> bool:
    """Whether an Indonesian cue behind a quotation names whom a pronoun in front of it stands for ("Ia berkata, "…," kata Rina")."""
    return frame.head_first and inner.phrase.kind == "pronoun" and outer.phrase.kind == "name"


def told_later(frame: Frame, at: int, saids: list[Said]) -> int | None:
    """An attribution behind the clause that the quotation stands in: "… "…" …, kata X", also in English where that goes on in
    marks ("It is a "mad" plan, Hill said, "because …"")."""
    for n, said in enumerate(saids):
        if said.first > at and (said.shape in ("after", "middle") or _is_inserted(frame, at, said)):
            return n
    for n, said in enumerate(saids):
        if said.shape == "middle" and said.last <= at:
            return n
    return None


def _is_inserted(frame: Frame, at: int, said: Said) -> bool:
    """Whether the English clause that holds the quotation at word `at` goes on behind an attribution in marks, with a small
    letter."""
    mark = frame.marked.get(said.content)
    if frame.head_first or said.shape != "before" or mark is None or not frame.text[mark.inner_start].islower():
        return False
    comma = next((i for i in range(said.cue - 1, at, -1) if frame.lows[i] == ","), 0)
    opens = frame.lows[0] in frame.speech.openers or frame.lows[0] in frame.speech.subordinators
    opens = opens or frame.lows[comma + 1] in frame.speech.joiners  # "… “mad”, and Hill said “no”"
    return comma > 0 and not opens and has_verb(frame, 0, comma)
