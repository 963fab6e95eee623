"""Attributions in front of what was said: "X mengatakan …", "X said …", and those that share their subject."""

from typing import Final

from claims.extraction.frames import BREAKS, PUNCTUATION, QUOTED, Frame, after_dateline
from claims.extraction.people.phrases import Phrase

from .asides import asker, closes_name, names_behind_comma
from .attribution import Link, tells
from .clauses import opens_with_adverb
from .contents import NEAR, to_content
from .forms import is_deed, is_infinitive, is_noun, is_participle, is_progressive, judges_object
from .insertions import opens_with_topic, stands_between
from .main_subjects import doer, headline_subject, issuer, main_subject, plain_teller
from .media import before_media, closed_between, fronted, inserted, issued_before, quoted_by, spoken_before
from .nested import (
    follows_front,
    has_own_subject,
    is_blocked,
    is_clause,
    is_described,
    is_effort,
    is_inside_report,
    is_passive,
    is_timed_inside,
    is_told_of,
    is_undone,
    names_one,
    serves_purpose,
    teller_beside,
)
from .objects import forward
from .occasions import taken_before
from .outlets import is_medium, object_end, speaks_when_met, stands_at
from .said import Hit, Said, behind_source, can_speak, floor_of, in_relative, opens_with_connective
from .starts import is_dated, owned_start
from .subjects import backward

JUDGED: Final = 12
"""Words from a judgement to the participle that explains it."""

YEAR: Final = 4
"""Digits of a year."""

SPOKEN: Final = frozenset({"say", "tell", "ask", "pledge", "noun", "judge", "strict"})


def in_front_shape(hit: Hit) -> Said | None:
    """As in "X mengatakan …", "X said …": subject, cue, what was said; the subject may be shared with the verb before."""
    frame, first, last, kinds = hit.frame, hit.first, hit.last, hit.kinds
    speech, lows = frame.speech, frame.lows
    if "quoted_as" in kinds or last >= len(lows):
        return None
    of_thing = lows[last] in speech.copulas and kinds == {"say", "postposed"} and owned_start(frame, 0, first) > 0
    seen = lows[last] in speech.passive and "judge" not in kinds and not of_thing and not judges_object(hit)
    if not speech.head_first and (seen or is_noun(hit) or is_participle(hit) or _is_counted(hit)):
        return None
    asked = hit.word in speech.asked or not is_medium(frame, last)
    if lows[last] in speech.by and hit.before not in speech.passive and asked:
        return None
    owner = hit.before.endswith(("'s", "’s")) and hit.before not in speech.auxiliaries
    if not speech.head_first and (owner or (hit.before in speech.by and hit.word.endswith(speech.verb_ends))):
        return None  # "Hill's claims", "conducted by alleged members"
    participle = "participle" in kinds
    progressive = participle and first > 1 and is_progressive(hit)
    if (hit.before in speech.passive or is_passive(hit)) and not progressive:
        return passive_shape(hit)
    if is_blocked(frame, first) and not progressive and not _will_say(hit):
        return None
    if participle and not progressive and not _hangs(hit):
        return None
    if speech.head_first and (_repeats(hit) or _is_asked_about(hit) or is_described(hit)):
        return None
    papers = [link for said in hit.found[-1:] for link in said.links if link.first < first <= link.last]
    if papers and "documents_only" in kinds:
        return None  # "said in a statement read out in court: …"
    shared = (participle and not progressive) or _shares(frame, first) or _adds(hit)
    if shared and (serves_purpose(hit) or is_infinitive(hit)):
        return None
    subject = _subject(hit, shared=shared)
    if subject is None:
        return None
    phrase, shared, between = subject
    if progressive and phrase.kind == "pronoun" and any(s.content == phrase.first for s in hit.found):
        return None  # "Hill told them they were asking for trouble"
    nobody = is_told_of(hit, phrase) or is_clause(frame, phrase) or names_one(hit, phrase) or _is_rumour(frame, phrase)
    if not shared and (nobody or is_effort(hit, phrase)):
        return None
    if not shared and (stands_between(hit, phrase) or opens_with_topic(hit, phrase)):
        return hit.said("middle", phrase.first, last + 1, phrase, (), "cue_inserted")
    if shared and "documents_only" in kinds and (hit.word in speech.cues.plural_verbs or is_deed(hit)):
        return None  # "He said the signs challenge the model and suggest …"
    if not speech.head_first and "plurals" in kinds and not shared and not can_speak(frame, phrase):
        return None  # "capital projects that have …"
    leads = "bare" not in kinds or _leads(frame, phrase, first) or follows_front(hit, phrase)
    if not leads or ("bare" in kinds and (shared or frame.capital(first))):
        return None
    links, content = to_content(frame, last, kinds)
    told = any(said.kinds & SPOKEN - {"judge"} for said in hit.found)
    links += (*between, *fronted(frame, phrase, shared and (speech.head_first or told)))
    roles = {link.role for link in links}
    links += tuple(i for i in inserted(frame, phrase.first if not shared else first, first) if i.role not in roles)
    if shared and not links:
        links = issued_before(frame, first) if participle else ()
        links = links or (spoken_before if participle and hit.before == "," else taken_before)(frame, first - 1)
    start = _start(frame, first) if shared else phrase.first
    return Said(
        "before", start, content, content, first, last, hit.word, kinds, phrase, shared, links, "subject_before"
    )


def _is_rumour(frame: Frame, phrase: Phrase) -> bool:
    """Whether nothing but a bare noun tells what nobody is named for ("where reports say the town was burnt")."""
    speech, low = frame.speech, frame.lows[phrase.first]
    bare = not speech.head_first and phrase.last - phrase.first == 1
    told = low in {*speech.introducers, *speech.selves} or (phrase.first == 0 and opens_with_connective(frame))
    return bare and (told or (low in speech.chain.document_nouns and low in speech.cues.kinds))


def _repeats(hit: Hit) -> bool:
    """Whether a cue follows the speaker of another one that stands behind a quotation ("…," kata Rina menambahkan …)."""
    phrase = hit.found[-1].phrase if hit.found and hit.found[-1].shape == "after" else None
    return phrase is not None and phrase.last == hit.first and phrase.kind in ("name", "pronoun")


def _is_asked_about(hit: Hit) -> bool:
    """Whether a relative clause stands in what somebody else was asked about or answers ("Ditanya soal Budi yang mendesak …,
    Rina menjawab …")."""
    speech, opening = hit.frame.speech, hit.frame.lows[0]
    answers = opening in speech.asked or "judge" in speech.cues.kinds.get(opening, ())
    return answers and in_relative(hit.frame, hit.first) and "," not in hit.frame.lows[: hit.first]


def _is_counted(hit: Hit) -> bool:
    """Whether a cue tells of what kind counted things are ("with 159 confirmed cases")."""
    lows, speech = hit.frame.lows, hit.frame.speech
    noun = hit.last + 1 < len(lows) and lows[hit.last].endswith("s") and lows[hit.last] not in speech.articles
    return hit.before[:1].isdigit() and hit.word.endswith(speech.verb_ends) and noun and lows[hit.last] != "is"


def _adds(hit: Hit) -> bool:
    """Whether an Indonesian cue goes on with what its speaker says behind a comma ("…," kata Rina, menambahkan bahwa …)."""
    lows, speech, found = hit.frame.lows, hit.frame.speech, hit.found
    behind = speech.head_first and hit.before == "," and lows[hit.last] in speech.clause_that
    return behind and bool(found) and found[-1].shape == "after" and found[-1].last >= hit.first - 1


def _leads(frame: Frame, phrase: Phrase, cue: int) -> bool:
    """Whether a named subject opens its clause, so that a verb without its prefix is told of it: "BMKG ingatkan warga", not
    "hal yang Budi jelaskan"."""
    if phrase.kind != "pronoun" and (phrase.kind == "own" or not frame.capital(phrase.last - 1)):
        return False
    if not frame.speech.relative.isdisjoint(frame.lows[phrase.first : cue]):
        return False
    return phrase.first <= after_dateline(frame) or frame.lows[phrase.first - 1] in PUNCTUATION


def _will_say(hit: Hit) -> bool:
    """Whether the words of a speech are given that is still to be held ("Brown will say: …")."""
    lows, speech, last = hit.frame.lows, hit.frame.speech, hit.last
    return hit.before in speech.auxiliaries and not speech.head_first and QUOTED in lows[last : last + JUDGED]


def will_be_said(hit: Hit) -> bool:
    """Whether the words of an English speech stand in front of it that is still to be held ("…," Brown will say)."""
    frame = hit.frame
    will = hit.before in frame.speech.auxiliaries and hit.before in frame.speech.adverbs
    return not frame.head_first and will and QUOTED in frame.lows[max(0, hit.first - NEAR) : hit.first]


def _subject(hit: Hit, *, shared: bool) -> tuple[Phrase, bool, tuple[Link, ...]] | None:
    """Who says it, whether an earlier verb shares the subject, and the medium between subject and cue."""
    frame, first, found = hit.frame, hit.first, hit.found
    inserted: tuple[Link, ...] = ()
    if (phrase := headline_subject(hit)) is not None:
        return phrase, True, inserted
    if shared and (at := teller_beside(hit)):
        phrase = backward(frame, first, at) if at < first else None
        return (phrase, False, inserted) if phrase is not None else None
    if not shared:
        floor = floor_of(frame, first, found)
        verb, inserted = closed_between(frame, first, floor) or _before_circumstance(frame, first, floor)
        phrase = backward(frame, verb, floor)
        if phrase is not None:
            phrase, passed_on = quoted_by(frame, plain_teller(hit, phrase))
            inserted += passed_on
            counted = phrase.first > 1 and (
                frame.lows[phrase.first] in frame.speech.amounts or frame.lows[phrase.first].isdigit()
            )  # "more than half of them said"
            asks = phrase.first > 0 and frame.lows[phrase.first - 1] in frame.speech.interrogatives and not counted
            termed = not frame.head_first and QUOTED in frame.lows[hit.last : hit.last + NEAR]
            if (
                (asks and not termed)
                or frame.lows[phrase.first - 1] in frame.speech.conditions
                or (_is_object(frame, phrase.first - 1) and not (_tells_verb(hit) or (termed and "judge" in hit.kinds)))
                or is_inside_report(hit, phrase)
            ):
                return None
            told = phrase.first > 0 and "announced" in frame.speech.cues.kinds.get(frame.lows[phrase.first - 1], ())
            told = told and not speaks_when_met(frame, phrase.first - 1)
            return None if told else (phrase, False, inserted)  # "Hal itu dikatakan Rina menjawab …"
        if "participle" not in hit.kinds:
            return None
    told = bool(found) and found[-1].shape == "before" and "say" in found[-1].kinds
    if "pledge" in hit.kinds and told and (has_own_subject(hit) if frame.head_first else hit.before != ","):
        return None
    if "documents_only" in hit.kinds and not found and not frame.head_first and issuer(hit) is None:
        return None  # "The film took $10m, suggesting the slump goes on"
    teller = next(
        (
            s.phrase
            for s in reversed(found)
            if "documents_only" not in s.kinds
            and not _is_inside_relative(frame, s.phrase)
            and (frame.head_first or all(s.phrase.first != outer.content for outer in found))
        ),
        None,
    )
    phrase = doer(frame, first) or teller or issuer(hit) or main_subject(frame, after_dateline(frame), first)
    return (phrase, True, inserted) if phrase is not None else None


def _is_inside_relative(frame: Frame, phrase: Phrase) -> bool:
    """Whether an English speaker stands in a relative clause about something else ("the way in which Hill replied")."""
    at = phrase.first - 1
    opens = frame.lows[at] in frame.speech.relative or frame.lows[at] in frame.speech.interrogatives
    return not frame.head_first and at > 0 and opens and frame.lows[at - 1] != ","


def _is_object(frame: Frame, at: int) -> bool:
    """Whether a relative word stands for what is said: "the wall that Hill promised he would build"."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or at < 1 or lows[at] not in speech.relative or lows[at] not in speech.that:
        return False
    behind = at - 1
    while behind > 0 and lows[behind] in speech.time:
        behind -= 1 + (lows[behind - 1] in speech.chain.medium)  # "Hill said on Monday that the mayor had said …"
    before = lows[behind]
    return before not in speech.cues.kinds and before not in speech.conjunctions


def _tells_verb(hit: Hit) -> bool:
    """Whether the verb of what is told stands right behind a cue: "plans that they say could help"."""
    return "say" in hit.kinds and hit.frame.lows[hit.last] in hit.frame.speech.auxiliaries


def _before_circumstance(frame: Frame, first: int, floor: int) -> tuple[int, tuple[Link, ...]]:
    """Where the subject ends when a medium or a time stands between it and its cue ("X dalam siaran pers membantah")."""
    speech, lows = frame.speech, frame.lows
    end = first
    while end > floor and lows[end - 1] in speech.adverbs and not frame.capital(end - 1):
        end -= 1
    if not speech.head_first:
        near = range(max(floor + 1, end - NEAR), end - 1)
        later = (i for i in near if lows[i] in speech.time and lows[i] in speech.adverbs)
        earlier = next((i for i in later if frame.capital(i - 1) and lows[i + 1] in speech.chain.medium), end)
        if earlier < end and not frame.capital(earlier):
            return earlier, ()  # "Hill earlier in the day said"
        before, links = before_media(frame, end, floor)
        return (before if before < first and lows[before - 1] != "," else first), links
    end = timed = _before_time(frame, end, floor)
    for i in range(end - 2, max(floor, end - 9), -1):
        if tells(frame, i) and object_end(frame, i + 1) >= end:
            asked = asker(frame, i)
            return i - (asked > 0 and lows[i - 1] in speech.subordinators), (Link("audience", asked or i, end),)
        if lows[i] not in speech.chain.medium or (lows[i - 1] in PUNCTUATION and not closes_name(frame, i)):
            continue
        if lows[0] in speech.openers and "," in lows[i:end] and "," not in lows[:i]:
            continue  # "Terkait unggahan di Instagram, KPK memastikan"
        if not frame.capital(i - 1) and names_behind_comma(frame, i, end):
            continue  # "Selain pengikutnya di Twitter, Bene juga mengatakan"
        noun = any(stands_at(frame, j, speech.chain.medium_nouns) for j in range(i + 1, end))
        short = object_end(frame, i + 1) >= end or (end - i <= NEAR and lows[i - 1] != ",")
        if noun and is_medium(frame, i) and short:
            told = lows[end - 1] in speech.relative  # "unggahan di media sosial yang menyebut"
            return i, () if told else (Link("medium", i, min(end, object_end(frame, i + 1))),)
        timed_words = [j for j in range(i + 1, end) if lows[j] not in speech.articles]
        if timed_words and all(is_dated(frame, j) for j in timed_words):
            return i - (i - 1 > floor and lows[i - 1] in speech.until), ()  # "KPK hingga saat ini menduga"
    return (timed if timed < first and lows[timed - 1] != "," else first), ()


def _before_time(frame: Frame, end: int, floor: int) -> int:
    """Where the words before a day and its bracketed date end ("… di kantornya pada Senin (20/6) menjelaskan")."""
    lows, speech = frame.lows, frame.speech
    at = end
    if at - 1 > floor and lows[at - 1] == ")":
        opening = next((i for i in range(at - 2, max(floor, at - 9), -1) if lows[i] == "("), 0)
        if not opening or not lows[opening + 1][:1].isdigit():
            return end
        at = opening
    day = at - 1
    while day > floor and lows[day] in speech.time and not frame.capital(day):
        day -= 1  # "Senin malam"
    dated = lows[day].isdigit() and len(lows[day]) == YEAR and lows[day - 2] in speech.day_leads  # "per Maret 2024"
    day -= dated
    if day <= floor or lows[day] not in speech.time or not frame.capital(day):
        return end
    while day - 1 > floor and lows[day - 1] in speech.day_leads:
        day -= 1  # "pada hari Senin", "hingga Selasa"
    return day


def _hangs(hit: Hit) -> bool:
    """Whether a participle hangs on the verb before it ("…, saying", "by saying") rather than on a noun."""
    frame, first, last, before = hit.frame, hit.first, hit.last, hit.before
    if before in frame.speech.joiners and is_undone(hit):
        return False
    if before in frame.speech.by and hit.found:
        told = hit.found[-1].content
        stated = hit.found[-1].shape == "before" and 0 < told < first - 1
        return not (stated and frame.lows[told - 1] in frame.speech.clause_that)  # "said that he erred by admitting"
    if not before or before in (",", QUOTED) or before in frame.speech.inherits:
        return frame.head_first or not behind_source(hit, first)  # "According to Hill, warning shots were fired"
    if before in BREAKS and not frame.head_first:
        return True
    if before in frame.speech.adverbs - frame.speech.auxiliaries and not is_timed_inside(hit):
        return True  # not "to have admitting rights"
    if teller_beside(hit) or _explains(hit):
        return True
    if frame.lows[last : last + 2] == [":", QUOTED] and "say" in hit.kinds:
        return True  # "Hill urged them to go saying: "…""
    if any(s.shape == "before" and s.content <= first and not in_relative(frame, s.cue) for s in hit.found):
        return False
    papers = frame.speech.chain.document_nouns | frame.speech.chain.medium_nouns
    if before in papers and not frame.capital(first - 1):
        return frame.lows[first - 2] not in frame.speech.judgements  # not "denied reports saying"
    return (
        (frame.lows[last] in frame.speech.that or frame.lows[last] in (":", ",", QUOTED))
        and not frame.capital(first - 1)
        and before not in frame.speech.blockers
        and f"{before} {frame.lows[first]}" not in frame.speech.nouns
    )


def _explains(hit: Hit) -> bool:
    """Whether a participle without a comma tells why somebody judged as he did ("The union dismissed the offer saying …")."""
    lows, speech, first = hit.frame.lows, hit.frame.speech, hit.first
    if "say" not in hit.kinds or "ask" in hit.kinds or hit.before in speech.prepositions:
        return False
    verb = next((i for i in range(first - 2, max(0, first - JUDGED), -1) if lows[i] in speech.judgements), 0)
    told = {hit.before} & (speech.chain.document_nouns | speech.several) or speech.can_tell([hit.before])
    told = told and lows[first - 2] not in speech.definite  # "slammed the council saying it was late"
    return verb > 0 and lows[verb - 1] not in speech.passive and not told and PUNCTUATION.isdisjoint(lows[verb:first])


def passive_shape(hit: Hit) -> Said | None:
    """As in "was called "…" by X"."""
    frame, last = hit.frame, hit.last
    if not hit.kinds & {"judge", "called", "ask"}:
        return None
    by = last + 1 < len(frame.lows) and frame.lows[last] in frame.speech.by
    if by or (frame.head_first and last < len(frame.lows) and frame.capital(last)):
        doer = forward(frame, last + by)
        following = frame.lows[doer.last : doer.last + 3] if doer is not None else []
        asked = "ask" in hit.kinds and following[:2] == [":", QUOTED]  # "She was asked by Hill: "Why?""
        as_what = frame.speech.chain.just_as | (frame.speech.aliases if frame.head_first else frozenset())
        if doer is None or QUOTED not in following or not (asked or following[0] in as_what):
            return None
        return hit.said("before", hit.first, doer.last + 1, doer, (), "passive_by")
    for i in range(last, min(len(frame.lows) - 1, last + 12)):
        if frame.head_first and frame.lows[i] in frame.speech.aliases:
            return None  # a name, not a judgement: 'yang disebut sebagai "…" oleh'
        if frame.lows[i] in frame.speech.by and frame.lows[i - 1] == QUOTED:
            phrase = forward(frame, i + 1)
            return hit.said("passive", hit.first, last, phrase, (), "passive_by") if phrase is not None else None
    return None


def _shares(frame: Frame, first: int) -> bool:
    """Whether a cue shares the subject of the verb before it: "and said", "dengan menyebut", ", lalu menambahkan"."""
    speech, lows = frame.speech, frame.lows
    i = first - 1
    while i >= 0 and lows[i] in speech.adverbs and lows[i] not in speech.inherits:
        i -= 1
    if not speech.head_first and i > 3 and lows[i - 3] in speech.interrogatives and lows[i - 2] in speech.them:
        return False  # "for what they did and said"
    if i > 0 and lows[i] in speech.adverbs and speech.head_first and opens_with_adverb(frame, i):
        return False  # "Asiah kemudian mengatakan"
    return (
        i >= 1
        and lows[i] in speech.inherits
        and not frame.capital(i)
        and (lows[i - 1] not in speech.blockers or lows[i - 1] not in speech.adverbs)  # "has not yet ruled"
        and (lows[i] not in speech.adverbs or lows[i] in speech.conjunctions or lows[i - 1] in speech.coordinators)
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
