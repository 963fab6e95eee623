"""Where what is said begins behind a cue, and who was told or through what it was told between the two."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame

from .asides import asker
from .attribution import Link, Tail, past_places, read_tail, relay_link, spoken_to
from .clauses import is_verb_at
from .media import told_end
from .outlets import is_medium, object_end
from .said import is_amount, skip_opening
from .terms import is_term

CLAUSE: Final = 10
"""Words of a relative clause of those who were told."""

NEAR: Final = 5
"""Words of a short phrase between a subject and its verb."""


def to_content(frame: Frame, at: int, kinds: frozenset[str]) -> tuple[tuple[Link, ...], int]:
    """The parts between a cue and what was said, and the word where that begins."""
    lows, speech = frame.lows, frame.speech
    links: tuple[Link, ...] = ()
    if lows[at + 1 : at + 3] == [",", QUOTED] and lows[at] in speech.adverbs:
        return links, at + 2  # "menjawab singkat, "…""
    if "pledge" in kinds and at < len(lows) and lows[at] in speech.to and not speech.head_first:
        return links, at  # "vowed to call out workers"
    if "inform" in kinds and (told := _told_that(frame, at)):
        return (Link("audience", at, told - 1),), skip_opening(frame, told - 1)
    if not speech.head_first and lows[at - 1] in speech.to and (told := _that_or_pronoun(frame, at)):
        return (Link("audience", at, told),), skip_opening(frame, told)  # "admitted to police that …"
    titled = (
        not speech.head_first and lows[at : at + 1] == [QUOTED] and speech.clause_that.issuperset(lows[at + 1 : at + 2])
    )
    if "tell" in kinds and titled and is_term(frame, at, frame.marked[at]):
        return (Link("audience", at, at + 1),), skip_opening(frame, at + 1)  # "told "Harbour Tonight" that …"
    if "tell" in kinds and at < len(lows) and lows[at] not in speech.that and lows[at] not in PUNCTUATION:
        end = told_end(frame, at)
        asked = "ask" in kinds and lows[at - 1] not in speech.chain.audience
        ahead = end + (lows[end : end + 1] == ["not"])
        if asked and end > at and _leads_to_request(frame, end):
            return links, at  # "warned people in Leeds and Hull to stay in"
        if asked and not speech.to.isdisjoint(lows[ahead : ahead + 1]):
            alone = (Link("audience", at, end),) if end == at + 1 and lows[at] in speech.pronouns else links
            return alone, at  # "advised those affected to leave", "warned her not to go"
        if end > at and not (
            asked and (_is_what(frame, at, end) or ("postposed" in kinds and _is_told(frame, at, end)))
        ):
            links, at = (Link("audience", at, end),), _past_place(frame, end)
            if at < len(lows) - 1 and lows[at] in speech.charges:
                at += 1  # "warned Congress of the threat"
    if "ask" in kinds and not links and (whom := _whom_asked(frame, at)):
        asked_to = lows[whom] in speech.to
        return (Link("audience", at, whom),), at if asked_to else skip_opening(frame, whom)
    if not speech.head_first and lows[at : at + 1] == [","] and at + 2 < len(lows) and is_medium(frame, at + 1):
        end = object_end(frame, at + 2)
        if lows[end : end + 1] == [","]:
            links, at = (*links, Link("medium", at + 1, end)), end  # "announced, through a tweet, that …"
    if (cited := _cited_between(frame, at)) is not None:
        return (*links, cited), skip_opening(frame, cited.last + 1)
    if at < len(lows) and (lows[at] in (",", ":") or lows[at : at + 2] == [";", QUOTED]):
        return links, skip_opening(frame, at)
    if quotation := _quotation_ahead(frame, at):
        return links, quotation
    if (spoke := _spoken_before_that(frame, at)) is not None:
        return (*links, *spoke.links), spoke.end
    jump = _that_ahead(frame, at)
    tail = read_tail(frame, at, spoken=False)
    if speech.head_first and tail.links and tail.end < len(lows) and lows[tail.end] in speech.chain.medium:
        placed = read_tail(frame, at)  # "mengatakan kepada wartawan di Solo, Senin (3/2), bahwa …"
        if lows[placed.end : placed.end + 1] == [","]:
            tail = Tail(placed.links, past_places(frame, placed.end))
    if tail.links and tail.end >= len(lows) and not speech.head_first:
        return (*links, *tail.links), tail.end  # "…" The ministry said in a statement.
    if jump and jump > tail.end + 1 and not tail.links:
        return links, jump
    if tail.end < len(lows) and (tail.links or tail.end > at):
        nxt = lows[tail.end]
        nearer = nxt in (speech.roles.place_before if speech.head_first else ()) or (
            nxt in speech.relative and nxt not in speech.clause_that
        )
        if tail.links and nearer and (behind := _behind_relative(frame, tail.end)):
            return (*links, tail.links[-1]._replace(last=behind)), skip_opening(frame, behind)
        if not speech.head_first and tail.links and jump and (nxt in speech.prepositions or nxt in speech.to):
            return (*links, *tail.links), jump  # "said in a filing with the regulator that profits fell"
        stated = nxt in (",", ":", QUOTED) or nxt in speech.that
        if not stated and speech.head_first and tail.links and tail.links[-1].role == "medium":
            if jump and nxt in speech.roles.place_before:
                return (*links, *tail.links), jump  # "mengatakan dalam jumpa pers di Solo bahwa …"
            shared = nxt in speech.particles or nxt in speech.inherits or nxt in speech.phrase_ends
            if jump and shared:
                return (*links, *tail.links), jump  # "mengatakan dalam wawancara dengan Antara bahwa …"
            return (links, jump) if jump else (links, at)  # "mengaku dalam acara itu ada …": part of what is told
        if not tail.links and _tells_when(frame, at, tail.end):
            return links, at
        if stated or tail.links or not speech.head_first:
            return (*links, *tail.links), skip_opening(frame, tail.end)
    return (links, jump) if jump else (links, skip_opening(frame, at))


def _tells_when(frame: Frame, at: int, end: int) -> bool:
    """Whether a time behind a cue tells of when something holds ("mengatakan saat ini, belum ada …", "says last night was wet"), not
    of when it was said."""
    lows, speech = frame.lows, frame.speech
    if not speech.head_first:
        return lows[end] in speech.auxiliaries
    pointed = end == at + 2 and lows[at + 1] in speech.determiners and lows[end] == ","
    return pointed and lows[at] in speech.openers and lows[at] not in speech.time_names


def _cited_between(frame: Frame, at: int) -> Link | None:
    """Those whom an English outlet cites between commas in front of "that" ("reported, citing two officials, that …")."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or lows[at : at + 1] != [","] or lows[at + 1 : at + 2] == []:
        return None
    link = (
        relay_link(frame, at + 1)
        if lows[at + 1] in speech.cues.relay and lows[at + 1].endswith(speech.gerund)
        else None
    )
    if link is None or lows[link.last : link.last + 1] != [","]:
        return None
    return link if not speech.clause_that.isdisjoint(lows[link.last + 1 : link.last + 2]) else None


def _spoken_before_that(frame: Frame, at: int) -> Tail | None:
    """Those to whom an English speaker was speaking while he said it, or who asked, and the word behind "that" ("said while
    addressing reporters in Kano that …", "said when asked by reporters that …")."""
    if frame.head_first or at + 2 >= len(frame.lows) or frame.lows[at] not in frame.speech.subordinators:
        return None
    spoke, asked = spoken_to(frame, at + 1), asker(frame, at + 1)
    if asked:
        spoke = Tail((Link("audience", asked, object_end(frame, asked)),), object_end(frame, asked))
    end = read_tail(frame, spoke.end).end if spoke.links else at
    that = spoke.links and not frame.speech.clause_that.isdisjoint(frame.lows[end : end + 1])
    return Tail(spoke.links, skip_opening(frame, end)) if that else None


def _past_place(frame: Frame, at: int) -> int:
    """The word behind the place of those who were told in English, where a pronoun or "that" opens what they were told ("told
    the court in Leeds he had left", "told reporters outside her office that …")."""
    lows, speech = frame.lows, frame.speech
    if at >= len(lows) or is_medium(frame, at):
        return at
    if lows[at] not in speech.ends_name or lows[at] in speech.to or lows[at] in speech.that:
        return at
    for i in range(at + 2, min(at + CLAUSE, len(lows) - 1)):
        he_had = lows[i] in speech.them and (frame.capital(i - 1) or lows[i + 1] in speech.auxiliaries)
        if lows[i] in speech.clause_that or he_had:
            return i
        placed = frame.capital(i) or lows[i - 1] in speech.articles | speech.owners or lows[i] in speech.articles
        if not placed and lows[i] not in speech.prepositions:
            return at
    return at


def _whom_asked(frame: Frame, at: int) -> int:
    """Where those end whom an English question is put to, its own words following ("asked the minister how many had died",
    "asked Hill: “Why?”"), or a pronoun that is asked to do something ("asked them to leave"), else 0."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or at + 1 >= len(lows) or lows[at] in speech.prepositions or lows[at] in speech.to:
        return 0
    asks = (speech.interrogatives | speech.that | speech.conditions) - speech.prepositions - speech.clause_that
    alone = lows[at] in speech.pronouns or lows[at] in speech.plural_pronouns
    end = at + 1 if alone else object_end(frame, at)
    end = next((i for i in range(at + 1, end) if lows[i] in asks), end)
    if end == at:
        return 0
    if alone and end + 1 < len(lows) and lows[end] in speech.to:
        return end
    words = lows[at:end]
    person = alone or speech.can_tell(words) or not speech.chain.audience_nouns.isdisjoint(words)
    put = lows[end : end + 2] == [":", QUOTED] or not asks.isdisjoint(lows[end : end + 1])
    return end if put and (person or frame.capital(end - 1)) else 0


def _leads_to_request(frame: Frame, at: int) -> bool:
    """Whether a preposition at word `at` goes on with those who are asked, and "to" ends them."""
    lows, speech = frame.lows, frame.speech
    if lows[at : at + 1] == [] or lows[at] not in speech.prepositions:
        return False
    for i in range(at + 1, min(at + CLAUSE, len(lows) - 1)):
        if lows[i] in speech.to:
            return True
        if (
            lows[i] in PUNCTUATION
            or lows[i] in speech.clause_that
            or lows[i] in speech.auxiliaries
            or lows[i] in speech.time
        ):
            return False
    return False


def _that_or_pronoun(frame: Frame, at: int) -> int:
    """The word behind those whom an English cue with its own "to" addresses, where "that" or a pronoun opens what they are
    told ("admitted to the jury he had lied"), else 0."""
    lows, speech = frame.lows, frame.speech
    end = object_end(frame, at)
    pronoun = next((i for i in range(at + 1, end) if lows[i] in speech.them), end)
    stated = pronoun < len(lows) - 1 and (lows[pronoun] in speech.them or lows[pronoun] in speech.clause_that)
    words = lows[at:pronoun]
    told = words != [] and (speech.can_tell(words) or not speech.chain.audience_nouns.isdisjoint(words))
    return pronoun if stated and told else 0


def _is_what(frame: Frame, at: int, end: int) -> bool:
    """Whether the noun behind an English warning is what it is about, its verb following ("warned the car industry was
    finished"), and nobody who is warned."""
    lows, speech = frame.lows, frame.speech
    noun = lows[end - 1]
    if lows[at] not in speech.definite or noun in speech.speakers or noun in speech.chain.audience_nouns:
        return False
    for i in range(end, min(end + NEAR, len(lows))):
        if lows[i] in speech.auxiliaries:
            return True
        small = lows[i] in speech.them or lows[i] in speech.articles or lows[i] in speech.clause_that
        if small or lows[i] in speech.to or lows[i] in PUNCTUATION or frame.capital(i):
            return False
    return False


def _is_told(frame: Frame, at: int, end: int) -> bool:
    """Whether the words at..end behind an English warning open what it says ("warned they would go", "warned 40 homes were
    lost") rather than naming who is warned: somebody, and "that" or a subject, no verb, behind him."""
    lows, speech = frame.lows, frame.speech
    following = lows[end] if end < len(lows) else ","
    if following in speech.clause_that:
        return False
    if (lows[at] in speech.subjects and lows[at] not in speech.several) or is_amount(lows[at], speech):
        return True
    if following in speech.charges or following in PUNCTUATION:
        return False
    words = lows[at:end]
    whom = words[0] in speech.pronouns or words[0] in speech.plural_pronouns or words[-1] in speech.several
    whom = whom or speech.roles.is_title_of_several(words[-1])
    if whom or not speech.chain.audience_nouns.isdisjoint(words):
        return is_verb_at(frame, end)
    person = (frame.capital(end - 1) or speech.can_tell(words)) and not words[-1].endswith(("'s", "’s"))
    opens = (speech.them, speech.articles, speech.subjects, speech.owners)
    return not person or not any(following in subjects for subjects in opens)


def _told_that(frame: Frame, at: int) -> int:
    """The word behind "bahwa", those who are told standing alone between it and the cue ("meyakinkan warga bahwa …"), else 0."""
    for i in range(at, min(at + NEAR, len(frame.lows) - 1)):
        if frame.lows[i] in frame.speech.clause_that:
            return i + 1 if i > at else 0
        if frame.lows[i] in PUNCTUATION or frame.lows[i] in frame.speech.ends_name:
            return 0
    return 0


def _behind_relative(frame: Frame, at: int) -> int:
    """The word behind a relative clause or a place of those who were told, where what they were told begins ("kepada warga yang
    mudik agar …", "kepada warga di Solo untuk …"), else 0."""
    for i in range(at + 1, min(at + CLAUSE, len(frame.lows) - 1)):
        if frame.lows[i] in PUNCTUATION:
            return 0
        if frame.lows[i] in frame.speech.to or frame.lows[i] in frame.speech.clause_that:
            return i
    return 0


def _quotation_ahead(frame: Frame, at: int) -> int:
    """The quotation behind a circumstance and its comma ("said at one point, "…""), else 0."""
    lows, speech = frame.lows, frame.speech
    if at >= len(lows) or lows[at] not in speech.prepositions or is_medium(frame, at):
        return 0
    for i in range(at + 1, min(at + NEAR + 2, len(lows) - 1)):
        if lows[i] in (",", ":"):
            return i + 1 if lows[i + 1] == QUOTED else 0
        if not lows[i].isalpha() or lows[i] in speech.that:
            return 0
    return 0


def _that_ahead(frame: Frame, at: int) -> int:
    """The word after "bahwa" or "that" when only a circumstance stands before it."""
    lows, speech = frame.lows, frame.speech
    opens = not speech.head_first and at + 2 < len(lows) and lows[at] in speech.openers
    back = opens and lows[at + 1] in speech.prepositions and lows[at + 2] in speech.time  # "said back in May that"
    if (
        at >= len(lows)
        or lows[at] in speech.that
        or lows[at] in speech.to
        or lows[at] in speech.pronouns
        or lows[at] in speech.subjects
        or not (lows[at] in speech.chain.medium or lows[at] in speech.time or lows[at] in speech.ends_name or back)
        or (speech.head_first and lows[at] in speech.auxiliaries)
        or (not speech.head_first and lows[at] in speech.copulas)  # "what Hill said was a "trick" that …"
    ):
        return 0
    for i in range(at + 1, min(at + 14, len(lows) - 1)):
        if lows[i] in speech.clause_that:
            seen = not speech.head_first and lows[i - 1].isalpha() and lows[i - 1] not in speech.time
            verb = lows[i + 1] in speech.auxiliaries or (
                lows[at] not in speech.chain.medium and is_verb_at(frame, i + 1)
            )
            if seen and verb and not frame.capital(i - 1):
                return 0  # "revealed in the plan that will give members more power"
            told = not speech.head_first and lows[at] not in speech.chain.medium and "," not in lows[at:i]
            if told and lows[i - 1] in speech.chain.document_nouns:
                return 0  # "protested against reports that …"
            return 0 if i == at + 1 and lows[at] in speech.subordinators else i + 1
        if back and i > at + 1 and lows[i] not in speech.time and not lows[i].isdigit():
            return 0  # "said back in May the chain that it owns is in debt"
        verb = lows[i] in speech.auxiliaries and lows[i - 1] not in speech.articles and not back
        owned = lows[i] in speech.owners and lows[i - 1] in speech.prepositions  # "said on her behalf that"
        if not speech.head_first and (verb or (lows[i] in speech.them and not owned)):
            return 0  # "said Monday he was told by the agency that …"
        if not speech.head_first and lows[i] == "," and lows[i + 1] in speech.cues.participle_words:
            return 0  # "pleaded not guilty, insisting that …"
    return 0
