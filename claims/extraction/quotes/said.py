"""One attribution, and what its shapes ask of a sentence."""

from typing import Final, NamedTuple

from claims.extraction.frames import BREAKS, QUOTED, Frame
from claims.extraction.people.phrases import Phrase
from claims.extraction.speech import Speech

from .attribution import Link
from .terms import ends_pointed, is_term, is_title, names_thing

SIGNED: Final = 2
"""Words of the cue that ends a headline, who speaks standing between a dash and it ("The road is shut – minister points out")."""

FRAGMENT: Final = 2
"""Words of the longest quotation that is only a term in its sentence."""

ASIDE: Final = 8
"""Words of the longest aside between a cue and what it reports."""

REACH: Final = 29
"""Words in front of a cue in which the end of what was said is looked for."""

SHORT: Final = 12
"""Words in front of a comma that are no sentence of their own."""

SEEN: Final = 5
"""Words behind what is seen in a source within which "bahwa" stands."""


RELATIVE: Final = "relative"
"""The rule of a report that a relative clause tells of what it describes."""


class Said(NamedTuple):
    """One attribution. `shape` is before (its words stand before what was said), after, middle, or source; the words
    first..last (last excluded) are the attribution with its tail, `content` the word where a clause after it begins;
    `shared` says that `phrase` is the subject of an earlier one."""

    shape: str
    first: int
    last: int
    content: int
    cue: int
    cue_end: int
    word: str
    kinds: frozenset[str]
    phrase: Phrase
    shared: bool
    links: tuple[Link, ...]
    rule: str


class Hit:
    """A cue of a frame that is being read: its words first..last (last excluded), its text, the classes it stands in,
    the attributions found before it, and the word in front of it, "" at the head of the frame."""

    __slots__ = ("before", "first", "found", "frame", "kinds", "last", "word")

    def __init__(
        self, frame: Frame, first: int, last: int, word: str, kinds: frozenset[str], found: list[Said]
    ) -> None:
        self.frame, self.first, self.last, self.word = frame, first, last, word
        self.kinds, self.found = kinds, found
        self.before = frame.lows[first - 1] if first else ""

    @property
    def quoted(self) -> bool:
        """Whether a quotation stands right in front of the cue, a comma apart."""
        return follows_quotation(self.frame, self.opening)

    @property
    def opening(self) -> int:
        """The first word of the cue, with the one that points at the quotation before it ("…," demikian kata X, "…," masih kata X), or at the
        clause ("…, demikian dikatakan X")."""
        frame, pointer = self.frame, self.first - 1
        if not frame.head_first:
            return self.first
        pointing = self.before in frame.speech.chain.just_as
        points = pointing or self.before in frame.speech.adverbs
        as_told = pointer > 1 and pointing and frame.lows[pointer - 1] == ","
        return pointer if points and (as_told or follows_quotation(frame, pointer)) else self.first

    def said(self, shape: str, start: int, end: int, phrase: Phrase, links: tuple[Link, ...], rule: str) -> Said:
        """The attribution of this cue, its words being start..end (end excluded)."""
        return Said(shape, start, end, end, self.first, self.last, self.word, self.kinds, phrase, False, links, rule)


def follows_quotation(frame: Frame, at: int) -> bool:
    """Whether a quotation ends right in front of word `at`, a comma apart."""
    lows = frame.lows
    mark = at - 1 - (lows[at - 1 : at] == [","])
    return mark >= 0 and lows[mark] == QUOTED and not is_title(frame, mark)


def opens_frame(frame: Frame, at: int) -> bool:
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
        pointed = low in frame.speech.anaphors and low in frame.speech.determiners
        pointed = pointed or (i > 0 and low in frame.speech.clause_that)
        if not frame.head_first and i <= 1 and pointed:
            return False  # "This, according to Hill, …", "But that, according to Hill, …"
    return at <= 3


def behind_source(hit: Hit, start: int) -> bool:
    """Whether nothing but a source stands in front of word `start` ("According to Hill, the figures show …")."""
    return bool(hit.found) and hit.found[-1].rule == "source_before" and hit.found[-1].content >= start


def own_phrase(frame: Frame, first: int, last: int) -> Phrase:
    """The pronoun that hangs on the words first..last, as a phrase."""
    start, end = frame.span(first, last)
    return Phrase(last, last, start, end, frame.words(first, last), None, "own")


def skip_opening(frame: Frame, at: int) -> int:
    """Past a comma, a colon and the word that opens a clause ("bahwa", "that")."""
    lows, speech = frame.lows, frame.speech
    while at < len(lows) and (lows[at] in (",", ":") or lows[at : at + 2] == [";", QUOTED]):
        at += 1
    if not speech.head_first and lows[at : at + 1]:
        aside = lows[at] in speech.connectives or (speech.ends_as_adverb(lows[at]) and not frame.capital(at))
        leads = aside and not speech.that.isdisjoint(lows[at + 1 : at + 2])
        at = at + 1 if leads else _past_aside(frame, at)  # "insisted however that", "said privately that"
    if speech.head_first and 0 < at < len(lows) - 1 and lows[at - 1] in speech.cues.kinds:
        repeated = lows[at] in speech.adverbs and lows[at + 1] in speech.clause_that  # "menegaskan kembali bahwa …"
        at += repeated or lows[at] in speech.emphatic
    if speech.head_first and at < len(lows) - 1 and lows[at] in speech.maybe_that and _only_joins(frame, at):
        return at + 1
    if at < len(lows) - 1 and lows[at] in speech.clause_that and not _is_subject(frame, at):
        at += 1 + (lows[at + 1] == ",")
    return at


def _only_joins(frame: Frame, at: int) -> bool:
    """Whether an Indonesian "jika" at word `at` stands for "bahwa": right behind its cue, and no clause follows that would
    depend on it ("menyebut jika timnya lelah")."""
    rest = frame.lows[at:]
    return at > 0 and frame.lows[at - 1] in frame.speech.cues.kinds and "," not in rest and QUOTED not in rest


def _past_aside(frame: Frame, at: int) -> int:
    """The word behind the comma of an English aside between a cue and "that" ("said, though, that", "insist, despite the rain,
    that"), else `at` itself."""
    lows, speech = frame.lows, frame.speech
    opens = lows[at] in speech.subordinators or lows[at] in speech.prepositions or lows[at] in speech.connectives
    closing = next((i for i in range(at + 1, min(at + ASIDE, len(lows) - 1)) if lows[i] == ","), 0)
    return closing + 1 if opens and closing and lows[at - 1] == "," and lows[closing + 1] in speech.that else at


def _is_subject(frame: Frame, at: int) -> bool:
    """Whether an English "that" is what the clause is about ("said that cannot happen again")."""
    following, speech = frame.lows[at + 1], frame.speech
    modal = following in speech.auxiliaries and following in speech.blockers
    return not speech.head_first and (modal or following in speech.copulas)


def past_cue(frame: Frame, at: int) -> int:
    """Where what is said begins behind a source, past a verb of saying too many ("Menurut Rina, mengungkapkan bus itu …")."""
    at = skip_opening(frame, at)
    lows, speech = frame.lows, frame.speech
    many = frame.head_first and at < len(lows) - 1 and not frame.capital(at)
    if many and lows[at] in speech.chain.seen:
        told = (i + 1 for i in range(at + 1, min(at + SEEN, len(lows) - 1)) if lows[i] in speech.clause_that)
        return next(told, at)  # "Berdasarkan data itu terlihat jelas bahwa …"
    return skip_opening(frame, at + 1) if many and "say" in frame.speech.cues.kinds.get(frame.lows[at], ()) else at


def is_sentence(frame: Frame, last: int) -> bool:
    """Whether the words before `last` are a sentence of their own rather than an adverbial or a subject."""
    speech, lows = frame.speech, frame.lows
    if last < 7 or (lows[0] in speech.openers and last <= 12):
        return False
    relative = False
    for i in range(1, last):
        if lows[i] in speech.relative:
            relative = True
        elif (
            not frame.capital(i)
            and not (speech.head_first and lows[i] in speech.ends_name)
            and (lows[i] in speech.auxiliaries or (len(lows[i]) > 4 and lows[i].startswith(speech.verb_starts)))
        ):
            if not relative:
                return True
            relative = False
    return False


def can_speak(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase can be a speaker where no quotation mark vouches for it: it has a name, or is a person's or a
    document's description."""
    speech, lows = frame.speech, frame.lows
    if phrase.kind != "description":
        return True
    named = any(frame.capital(i) for i in range(phrase.first, phrase.last))
    return named or speech.can_tell(lows[phrase.first : phrase.last])


def clause_before(frame: Frame, at: int) -> int | None:
    """Where the speaker of a cue at `at` begins when it stands behind what was said: after the quotation, or the comma
    that is not one of an apposition."""
    lows = frame.lows
    reach = lows[max(0, at - REACH) : at]
    if "," not in reach and QUOTED not in reach and (len(lows) - at > SIGNED or BREAKS.isdisjoint(reach)):
        return None
    i = at - 1
    closed = lows[i] == ","
    commas: list[int] = []
    if closed:
        i -= 1
    while i >= 0 and at - i <= REACH:
        low = lows[i]
        if low == ")":
            while i > 0 and lows[i] != "(":
                i -= 1
        elif (
            low == QUOTED
            and not names_thing(frame, i)
            and not (commas and is_title(frame, i))
            and (not commas or _ends_at_comma(frame, i) or ends_pointed(frame, i))
        ):
            start = i + 1
            return start + (lows[start] == ",")
        elif low == ",":
            commas.append(i)
        elif low in "–—" and not frame.head_first and len(lows) - at <= SIGNED:
            return i + 1  # "The road is shut – minister admits"
        elif low in ";:–—" or (low in frame.speech.that and low not in frame.speech.relative):
            break
        i -= 1
    if not commas:
        return None
    return commas[min(len(commas) - 1, 1 if closed and len(commas) > 1 else 0)] + 1


def _ends_at_comma(frame: Frame, at: int) -> bool:
    """Whether the comma behind a quotation ends what was said, rather than opening a circumstance ("…", particularly in
    winter, she said)."""
    if frame.lows[at + 1] != ",":
        return False
    following = frame.lows[at + 2] if at + 2 < len(frame.lows) else ""
    return frame.head_first or not frame.speech.ends_as_adverb(following)


def only_fronted(frame: Frame, start: int) -> bool:
    """Whether what stands before the comma is an adverbial, not a sentence that could have been said."""
    if " ".join(frame.lows[: start - 1]) in frame.speech.connectives:
        return True  # "Lebih lanjut, ia menegaskan melalui rapat itu …"
    if start < 4 or (frame.lows[0] in frame.speech.openers and start <= SHORT + 1):
        comma = next((i for i in range(start - 2, 0, -1) if frame.lows[i] == ","), start)
        if not frame.head_first and QUOTED in frame.lows[comma : start - 2]:
            return False  # "After the stop, an "exchange of fire" ensued, Hill said"
        return not any(
            low in frame.speech.auxiliaries or _is_past(frame, i) for i, low in enumerate(frame.lows[: start - 1])
        )
    return False


def _is_past(frame: Frame, at: int) -> bool:
    """Whether an English word behind the time that opens a sentence is its verb ("Last year car sales dropped by a third, Hill
    said"), not that of a description ("Last week in a speech attended by many, Hill said")."""
    lows, speech = frame.lows, frame.speech
    timed = not speech.head_first and lows[0] in speech.determiners and lows[1] in speech.time
    return timed and at > 2 and lows[at].endswith(speech.verb_ends) and lows[at + 1] not in speech.by


def is_fragment(frame: Frame, at: int) -> bool:
    """Whether a quotation is a word or two inside a sentence that goes on behind it (the so-called "surcharge" on …)."""
    mark = frame.marked[at]
    words = frame.text[mark.inner_start : mark.inner_end].split()
    goes_on = at + 1 < len(frame.lows) and frame.lows[at + 1].isalpha()
    return bool(at) and goes_on and len(words) <= FRAGMENT and not ends_pointed(frame, at)


def is_part(frame: Frame, at: int) -> bool:
    """Whether marked words are a term or a title in a sentence that goes on behind them ("Program “Rumah Sehat” berjalan lagi,
    kata Rina"), in English also a word or two."""
    goes_on = frame.lows[at + 1 : at + 2] != [","]
    if frame.head_first and (not at or frame.lows[at - 1] in frame.speech.cues.kinds):
        return False
    fragment = not frame.head_first and is_fragment(frame, at)
    return fragment or (goes_on and is_term(frame, at, frame.marked[at]))


def floor_of(frame: Frame, first: int, found: list[Said]) -> int:
    """The word before which no subject of a cue at `first` can stand: the end of the attributions in front of it."""
    floor = 0
    for said in found:
        if said.shape != "before" and said.last <= first:
            floor = max(floor, said.last)
        elif (
            said.shape == "before"
            and not in_relative(frame, said.cue)
            and not (said.shared and _ends_relative(frame, said))
            and "participle" not in said.kinds
        ):
            named = (
                said.phrase.last if said.phrase.first >= said.cue_end else 0
            )  # "Dikutip dari Antara, Bupati Sigi, …"
            told = (link.last for link in said.links if link.first == said.cue_end and not frame.head_first)
            floor = max(floor, said.cue_end, named, *told)  # "Hill told the BBC | the mayor had said …"
    return min(floor, max(first - 1, 0))


def _ends_relative(frame: Frame, said: Said) -> bool:
    """Whether a cue is a later verb of an English relative clause between commas ("Hill, who ran a bank and now advises one,
    said")."""
    comma = next((i for i in range(said.cue - 1, 0, -1) if frame.lows[i] == ","), 0)
    return comma > 0 and frame.lows[comma + 1] in frame.speech.relative


def compares(frame: Frame, start: int, first: int) -> bool:
    """Whether words of a question or comparison lead to the subject that ends before word `first`: "…, but lower than our poll showed",
    not "…, more than half of them said"."""
    lows, speech = frame.lows, frame.speech
    return any(lows[i] in speech.interrogatives and not is_amount(lows[i + 1], speech) for i in range(start, first))


def is_bidden(frame: Frame, said: Said, first: int) -> bool:
    """Whether "to" right behind a cue makes it the passive of a verb that needs somebody ("Firms ordered to mend roads")."""
    return first == said.cue_end and said.rule.startswith("subject") and said.word not in frame.speech.begs


def in_relative(frame: Frame, cue: int) -> bool:
    """Whether a cue is the verb of a relative clause ("who said", "who later asked")."""
    at = cue - 1
    while at > 0 and frame.lows[at] in frame.speech.adverbs:
        at -= 1
    return at >= 0 and frame.lows[at] in frame.speech.relative


def opens_with_connective(frame: Frame) -> bool:
    """Whether the first word, before a comma, only joins the sentence to the one before ("Still,", "Namun,")."""
    low, speech = frame.lows[0], frame.speech
    return low in speech.joiners or low in speech.connectives


def names_document(frame: Frame, cue: int) -> bool:
    """Whether a document stands before a cue that only documents go with ("the statement reads", not "the sign reads")."""
    nouns = frame.speech.chain.document_nouns
    if not frame.head_first:
        nouns |= frame.speech.chain.medium_nouns  # "Hill's post read: …"
    return any(low in nouns for low in frame.lows[:cue])


def hears(frame: Frame, said: Said) -> bool:
    """Whether the subject of "heard" is a court, which passes on what it is told."""
    phrase, speech, at = said.phrase, frame.speech, said.content
    closed = said.shape == "before" and frame.lows[at - 1] == ","
    if (said.shape == "middle" or closed) and not frame.marked:
        return False  # "Hill, the court heard, had left"
    if said.rule == "subject_agent":
        return True  # "The court heard from Hill that …"
    opens = frame.lows[at : at + 2]
    if said.shape == "before" and len(opens) > 1 and opens[0] in speech.adverbs and opens[1] in speech.prepositions:
        return False  # "The court heard previously of doubts"
    return not speech.chain.courts.isdisjoint(frame.lows[phrase.first : phrase.last])


def may_report(frame: Frame, said: Said) -> bool:
    """Whether no preposition follows a cue: "responded to a call" reports nothing."""
    low, speech = frame.lows[said.content], frame.speech
    if not speech.head_first and frame.lows[said.content - 1] in speech.clause_that:
        return True
    if said.kinds & {"ask", "pledge", "judge", "accuse", "noun"}:
        return True
    if speech.head_first or (low not in speech.to and low not in speech.prepositions):
        return True
    following = frame.lows[said.content + 1] if said.content + 1 < len(frame.lows) else ""
    return low in speech.prepositions and "strict" not in said.kinds and is_amount(following, speech)


def is_amount(word: str, speech: Speech) -> bool:
    """Whether a word behind a preposition counts something: "said about 50 of them", "say at least four of them"."""
    return word[:1].isdigit() or word in speech.amounts


def is_told_aside(frame: Frame, said: Said) -> bool:
    """Whether a cue stands in a relative clause, or as an English participle behind the comma of its subject ("The council, denying
    neglect, said …")."""
    participle = not frame.head_first and "participle" in said.kinds
    return in_relative(frame, said.cue) or (participle and frame.lows[said.cue - 1] == ",")
