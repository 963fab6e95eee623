"""Cues by their form: nouns that look like verbs, and participles that tell what happened to a subject before it spoke."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED

from .attribution import tail_is_all
from .clauses import has_verb, is_verb_at
from .documents import document_or_speaker
from .objects import forward
from .said import Hit, skip_opening

OPENING: Final = 3
"""Words in front of a noun that opens its sentence ("Several new European reports")."""

ASIDE: Final = 6
"""Words of an adverbial in front of an aside."""


def is_noun(hit: Hit) -> bool:
    """Whether a cue is the noun of the same form ("recent reports", "the biggest projects", "its forecast for 2015"), or
    only joined to another verb ("have warned and …")."""
    speech, before = hit.frame.speech, hit.before
    following = hit.frame.lows[hit.last] if hit.last < len(hit.frame.lows) else ""
    plural = "plurals" in hit.kinds
    if (
        plural
        and following in speech.clause_that
        and hit.last + 1 < len(hit.frame.lows)
        and is_verb_at(hit.frame, hit.last + 1)
    ):
        return True  # "independent states that signed it"
    if plural and following == ":" and hit.first and hit.frame.capital(hit.first):
        return True  # "Reds vs Blues Highlights: …"
    if plural:
        amount = before in speech.amounts and before not in speech.indefinite
        if amount or before[:1].isdigit() or before in speech.by:
            return True  # "in three states before the storm"
        if (
            (hit.first <= OPENING or before in speech.clause_that)
            and following in speech.auxiliaries
            and following[-1] != "s"
        ):
            return True  # "Some European reports had speculated that …", "said that orders will be signed"
    led = before in speech.auxiliaries or before.endswith(speech.modifier_ends)
    if led and before in speech.speakers:
        led = following in speech.cues.kinds  # "the official reports said", but "an official reports that"
    if _is_singular(hit) and following in speech.auxiliaries:
        return True  # "its new forecast follows a bad year"
    if f"{before} {hit.word}" in speech.nouns or (plural and led):
        return "." in before or not hit.frame.capital(hit.first - 1)  # "recent reports", "U.S. states"
    if "judge" in hit.kinds and before == "," and hit.word.endswith(speech.verb_ends):
        return following in speech.chain.just_as  # "the other victim, described as …"
    if "judge" in hit.kinds and plural and following in speech.to:
        return True  # "dismissed calls to step down"
    seen = hit.last + 1 < len(hit.frame.lows) and hit.frame.lows[hit.last + 1] in speech.prepositions
    if hit.word in speech.cues.records and following.endswith(speech.verb_ends) and seen:
        return True  # "a man found covered in mud"
    if following in speech.coordinators or _is_adjective(hit) or _is_done(hit):
        return True
    return following in speech.charges and not hit.kinds.isdisjoint({"noun", "accuse"})


def _is_done(hit: Hit) -> bool:
    """Whether an English participle and its day stand before who did it ("a transcript posted Saturday by the court")."""
    lows, speech, at = hit.frame.lows, hit.frame.speech, hit.last
    while at < len(lows) - 1 and lows[at] in speech.time:
        at += 1
    done = hit.last < at < len(lows) - 1 and lows[at] in speech.by and hit.word.endswith(speech.verb_ends)
    return done and (
        lows[at + 1] in speech.definite or hit.frame.capital(at + 1)
    )  # not "confirmed Monday by phone that"


def judges_object(hit: Hit) -> bool:
    """Whether a cue and the verb behind it give somebody's word for what an English relative stands for ("the sale, which Hill
    said was "absurd"", "what Hill said was a "trick"")."""
    lows, speech, first, last = hit.frame.lows, hit.frame.speech, hit.first, hit.last
    if QUOTED not in lows[last + 1 : last + OPENING + 1]:
        return False
    near = range(max(1, first - ASIDE), first - 1)
    return any(lows[i] in speech.interrogatives or (lows[i] in speech.relative and lows[i - 1] == ",") for i in near)


def is_deed(hit: Hit) -> bool:
    """Whether a verb that papers tell by is only joined to what an English speaker reports, as something done in it ("Hill said
    the rows were bad and showed a trend", but "The study said costs rose and found that …")."""
    frame, speech = hit.frame, hit.frame.speech
    said = hit.found[-1] if hit.found else None
    if frame.head_first or said is None or said.shape != "before" or frame.lows[hit.last] in speech.clause_that:
        return False
    told = document_or_speaker(frame, said.phrase.first, said.phrase.last) == "document"
    return "documents_only" not in said.kinds and not told


def _is_adjective(hit: Hit) -> bool:
    """Whether an English cue is joined to another participle before what both tell of ("12 suspected and confirmed cases",
    "classified as presumed or confirmed"), not to a verb ("Police investigated and confirmed two cases")."""
    lows, speech, at = hit.frame.lows, hit.frame.speech, hit.first - 2
    ends = speech.verb_ends
    if hit.before not in speech.joiners or at < 1 or not hit.word.endswith(ends) or not lows[at].endswith(ends):
        return False
    while at > 0 and (lows[at].endswith(ends) or lows[at] == ","):
        at -= 1
    leads = (speech.amounts, speech.articles, speech.prepositions, speech.chain.just_as, speech.goes_on)
    return lows[at][:1].isdigit() or any(lows[at] in words for words in leads)


def _is_singular(hit: Hit) -> bool:
    """Whether an English cue without an ending stands behind a word for one, so that it is no verb."""
    speech, before = hit.frame.speech, hit.before
    plain = "strict" in hit.kinds and (f"{hit.word}s" in speech.cues.kinds or f"{hit.word}es" in speech.cues.kinds)
    return plain and before.replace("-", "").isalpha() and before not in speech.several and before[-1] not in "sy"


def is_participle(hit: Hit) -> bool:
    """Whether a cue tells what happened to a subject before its own verb ("Hill, asked about it, said …", "when asked, said")."""
    frame, speech, before = hit.frame, hit.frame.speech, hit.before
    if hit.word.endswith(speech.gerund):
        return before in speech.subordinators and before not in speech.joiners and _speaks_later(hit)
    if not hit.word.endswith(speech.verb_ends):
        return False
    if before in speech.subordinators and not any(before in t for t in (speech.relative, speech.that, speech.joiners)):
        return True
    following = frame.lows[hit.last]
    groups = (speech.prepositions, speech.interrogatives, speech.subordinators)
    if before != "," or not any(following in words for words in groups):
        return False
    comma = next((i for i in range(hit.last, len(frame.lows) - 2) if frame.lows[i] == ","), 0)
    return comma > 0 and any(
        low in speech.cues.kinds or low.endswith(speech.verb_ends) for low in frame.lows[comma + 1 : comma + 3]
    )


def is_progressive(hit: Hit) -> bool:
    """Whether a form of "to be" makes an English participle a verb of its own subject, an adverb between them or none ("detectives
    are also questioning two men")."""
    lows, speech, first = hit.frame.lows, hit.frame.speech, hit.first
    at = first - (lows[first - 1] in speech.adverbs and lows[first - 1] not in speech.passive)
    return lows[at - 1] in speech.passive


def is_infinitive(hit: Hit) -> bool:
    """Whether an English cue without an ending goes on with what was asked, not with who asked it ("He urged voters to avoid the
    march and demand peace"): the verb before has an ending."""
    speech, found = hit.frame.speech, hit.found
    plain = not speech.head_first and hit.word in speech.cues.plural_verbs
    return plain and bool(found) and found[-1].word.endswith((*speech.verb_ends, "s"))


def _speaks_later(hit: Hit) -> bool:
    """Whether the verb of the sentence is a later cue ("Hill, while confirming the raid, said …")."""
    at = hit.first
    return (
        not hit.found
        and at > 1
        and any(
            first > hit.last
            and "say" in hit.frame.speech.cues.kinds[word]
            and not word.endswith(hit.frame.speech.gerund)
            for first, _, word in hit.frame.cues
        )
    )


def is_bare_aside(hit: Hit) -> bool:
    """Whether a cue with a pronoun is an aside without a comma before it: "Beruntung kata dia, …"."""
    lows, speech, last = hit.frame.lows, hit.frame.speech, hit.last
    if "postposed" not in hit.kinds or not speech.head_first or not 0 < hit.first <= ASIDE or hit.before == QUOTED:
        return False
    return last + 1 < len(lows) and lows[last] in speech.pronouns and lows[last + 1] == ","


def is_noun_behind(hit: Hit) -> bool:
    """Whether a cue is a noun, rather than a verb that another is joined to: "…, Hill said and thanked the farmers"."""
    lows, speech = hit.frame.lows, hit.frame.speech
    joined = hit.last < len(lows) and lows[hit.last] in speech.coordinators and "plurals" not in hit.kinds
    joined = joined and "strict" not in hit.kinds and hit.before not in speech.auxiliaries
    return is_noun(hit) and not joined


def is_as_told(hit: Hit) -> bool:
    """Whether "as" makes a cue a circumstance of the clause before it ("… will be built as promised")."""
    return hit.before in hit.frame.speech.chain.just_as and hit.word.endswith(hit.frame.speech.verb_ends)


def ends_unmarked(hit: Hit) -> bool:
    """Whether an English cue and its speaker end a sentence whose comma before them is missing ("Exports rose by a tenth said
    Trade Minister Ann Hill.")."""
    frame, speech, low = hit.frame, hit.frame.speech, hit.before
    plain = low.isalnum() and not frame.capital(hit.first - 1) and low not in speech.ends_name
    told = speech.can_tell([low]) or not speech.relative.isdisjoint(frame.lows[: hit.first])
    if frame.head_first or hit.found or not plain or low in speech.adverbs or told:
        return False  # "The teacher who left said Bob Roy"
    phrase = forward(frame, hit.last) if has_verb(frame, 0, hit.first - 1) else None
    named = phrase is not None and phrase.kind == "name" and (phrase.role or " " in phrase.name)
    return phrase is not None and bool(named) and tail_is_all(frame, phrase.last)


def tells_clause(hit: Hit) -> bool:
    """Whether a clause of its own follows a cue, so that it is not about what stands before ("…, after Hill said that …")."""
    lows, speech, at = hit.frame.lows, hit.frame.speech, skip_opening(hit.frame, hit.last)
    that = not speech.head_first and hit.last < at < len(lows) and lows[at - 1] in speech.clause_that
    that = that and (at != hit.last + 2 or _is_sign_of(hit, at))  # "…, they say, that would …"
    return that and lows[at] not in speech.time


def _is_sign_of(hit: Hit, at: int) -> bool:
    """Whether a noun in front of an English aside is what the clause from word `at` on tells more of ("…, a sign, she says, that
    rents will fall")."""
    frame = hit.frame
    comma = next((i for i in range(hit.first - 1, 0, -1) if frame.lows[i] == ","), 0)
    opening = next((i + 1 for i in range(comma - 1, -1, -1) if frame.lows[i] in PUNCTUATION), 0)
    alone = comma - opening <= ASIDE and not any(is_verb_at(frame, i) for i in range(opening, comma))
    return opening < comma and alone and not is_verb_at(frame, at)
