"""Cues that tell nothing of their own because they stand inside a purpose, a plan or what somebody else said, or are told
of somebody else than the subject of their sentence."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.phrases import Phrase

from .clauses import has_verb, is_verb_at
from .said import Hit, in_relative

NOBODY: Final = 6
"""Words in front of a cue in which those are denied who would tell ("tidak ada satu pun warga yang melaporkan")."""

MAIN: Final = 3
"""Words of the shortest clause in front of those who say something beside it."""

REACH: Final = 10
"""Words in front of a cue in which the word of its purpose is looked for."""


def is_clause(frame: Frame, phrase: Phrase) -> bool:
    """Whether what stands before a cue is a clause with its verb rather than a subject: "mereka akan ditugaskan mendampingi
    petani memperkirakan waktu tanam", "crews are fearing the worst with winds forecast …"."""
    lows, speech = frame.lows, frame.speech
    if not speech.head_first and phrase.kind == "description":
        inside = [
            i
            for i in range(phrase.first + 1, phrase.last)
            if lows[i] in speech.passive or _takes_object(frame, i) or _is_negated(frame, i, phrase.last)
        ]
        verb = next((i for i in inside if not frame.capital(i + 1)), 0)  # a name may hold one: "Kilby is Watching"
        return verb > 0
    if not speech.head_first or phrase.kind != "description" or lows[phrase.first] not in speech.plural_pronouns:
        return False
    return not speech.auxiliaries.isdisjoint(lows[phrase.first + 1 : phrase.last])


def _is_negated(frame: Frame, at: int, last: int) -> bool:
    """Whether a negation follows an English auxiliary, and its verb before word `last` ("did not give further details")."""
    lows, speech = frame.lows, frame.speech
    verb = any(low not in speech.adverbs and low not in speech.conjunctions for low in lows[at + 2 : last])
    return verb and lows[at] in speech.auxiliaries and lows[at + 1] in speech.blockers


def _takes_object(frame: Frame, at: int) -> bool:
    """Whether an English verb in its past form stands before its object ("defended the plan")."""
    lows, speech = frame.lows, frame.speech
    past = lows[at].endswith(speech.verb_ends) and not frame.capital(at)
    return past and at + 1 < len(lows) and (lows[at + 1] in speech.definite or lows[at + 1] in speech.owners)


def names_one(hit: Hit, phrase: Phrase) -> bool:
    """Whether a cue has the form that goes with several, so that behind one person or thing it is a noun: "the first call
    for help", "a new claim that …"."""
    lows, speech = hit.frame.lows[phrase.first : phrase.last], hit.frame.speech
    if hit.word not in speech.cues.plural_verbs or phrase.kind != "description":
        return False
    counted = lows[0][:1].isdigit() or not speech.amounts.isdisjoint(lows[:2])
    body = not speech.stands_for.body.isdisjoint(lows) or not speech.roles.bodies.isdisjoint(lows)
    stop = next((n for n, low in enumerate(lows) if n and low in speech.ends_head), len(lows))
    several = any(speech.is_several(lows[:n]) for n in range(1, stop + 1))  # "documents seen by the court"
    return not (counted or body or several)


def only_compares(frame: Frame, phrase: Phrase) -> bool:
    """Whether a phrase only compares an amount with the one told before ("up from the three announced earlier")."""
    lows, speech = frame.lows, frame.speech
    second = phrase.first + 1
    told = second < phrase.last and speech.can_tell(lows[phrase.first : second])
    if speech.head_first or second >= phrase.last or phrase.kind != "description" or told:
        return False
    compared = lows[phrase.first].endswith(speech.verb_ends) and lows[second] in speech.prepositions
    return lows[second] in speech.by_whom or compared


def is_inside_report(hit: Hit, phrase: Phrase) -> bool:
    """Whether a judgement stands in what somebody else said: "Suwarni mengatakan bahwa desa itu mendukung …", in English only that of
    the teller's own ("Hill said her office was worried “about the cost”")."""
    frame, found = hit.frame, hit.found
    if "judge" not in hit.kinds or "say" in hit.kinds or not found or found[-1].shape != "before":
        return False
    opening = phrase.first > 0 and frame.lows[phrase.first - 1] in frame.speech.clause_that
    opening = opening or (phrase.kind == "pronoun" and phrase.first == found[-1].content)
    if not frame.head_first:
        opening = phrase.first == found[-1].content and frame.lows[phrase.first] in frame.speech.owners
    return "say" in found[-1].kinds and opening


def follows_front(hit: Hit, phrase: Phrase) -> bool:
    """Whether an Indonesian pronoun stands behind a phrase without a verb that opens the sentence, a comma behind its cue
    ("Lebih lanjut ia jelaskan, …")."""
    lows, speech = hit.frame.lows, hit.frame.speech
    opens = 0 < phrase.first < REACH and lows[0] in speech.openers and lows[hit.last : hit.last + 1] == [","]
    plain = opens and phrase.kind == "pronoun" and speech.relative.isdisjoint(lows[: phrase.first])
    return plain and not any(is_verb_at(hit.frame, i) for i in range(1, phrase.first))


def has_own_subject(hit: Hit) -> bool:
    """Whether what was reported last is a clause with a subject, which promises something itself ("mengatakan suaminya pergi
    dan berjanji pulang"), not a deed or a noun alone ("mengaku bersalah dan berjanji …", "membantah tuduhan itu dan …")."""
    frame, (*outer, said) = hit.frame, hit.found
    content = said.content
    told = frame.lows[content - 1] in frame.speech.clause_that or content >= hit.first - 1
    told = told or any(other.shape == "before" and other.content == said.phrase.first for other in outer)
    return told or (not is_verb_at(frame, content) and has_verb(frame, content, hit.first - 1))


def serves_purpose(hit: Hit) -> bool:
    """Whether a cue behind a conjunction is joined to a purpose or a plan: "untuk mencocokkan keterangan dan mengonfirmasi
    kesaksian", "akan menelepon Suwarni dan memberitahu …"."""
    frame, first = hit.frame, hit.first
    lows, speech, ahead = frame.lows, frame.speech, hit.last
    before = lows[first - 1]
    joins = before in speech.inherits and before in speech.phrase_ends and before not in speech.coordinators
    if speech.head_first and joins:
        return _is_told(hit)
    if not speech.head_first or lows[first - 1] not in speech.coordinators:
        return False
    if lows[ahead] in speech.clause_that or lows[ahead] in PUNCTUATION:
        return False
    content = hit.found[-1].content if hit.found else -1
    deed = lows[first - 2]
    starts = tuple(start for start in speech.verb_starts if not start.startswith(speech.finite_starts))
    alike = any(deed.startswith(start) and hit.word.startswith(start) for start in starts)
    if 0 <= content < first - 2 and alike and deed not in speech.cues.kinds and is_verb_at(frame, first - 2):
        return True  # "menjamin hak berkumpul dan berpendapat yang dilindungi undang-undang"
    if content >= 0 and "pledge" in hit.found[-1].kinds:
        return False  # "mengancam akan menyerbu desa dan memerintahkan warga pergi"
    for i in range(first - 2, max(-1, content - 1, first - REACH - 2), -1):
        if lows[i] in PUNCTUATION:
            return False
        if (lows[i] in speech.to and content < 0) or (i == content and lows[i] in speech.blockers):
            return True
    return False


def _is_told(hit: Hit) -> bool:
    """Whether a cue tells how something is done that somebody else reports ("Rina mengatakan bahwa KPK berharap saksi bersikap
    jujur dengan menerangkan faktanya")."""
    lows, speech, at = hit.frame.lows, hit.frame.speech, hit.found[-1].content if hit.found else 0
    if hit.found and hit.found[-1].rule == "source_before" and at < hit.first:
        return True  # "Menurut Rina, siswa memahami bacaan dengan menceritakan isinya"
    stated = [said for said in hit.found if said.shape == "before" and lows[said.content - 1] in speech.clause_that]
    return bool(stated) and stated[0].content < hit.first - MAIN and at < hit.first


def is_described(hit: Hit) -> bool:
    """Whether a relative clause only tells what somebody or something offers ("investasi yang menjanjikan laba besar") or is like
    ("permainan yang menantang tapi aman"), or a headline what somebody does ("Budi Bersaksi, Sidang Ricuh")."""
    lows, speech = hit.frame.lows, hit.frame.speech
    offers = {"pledge", "noun"} <= hit.kinds and hit.before in speech.relative
    headline = hit.frame.capital(hit.first) and lows[hit.last] == ","
    asked = "ask" in hit.kinds and hit.before in speech.relative and lows[hit.last] in speech.joiners
    return headline or asked or (offers and lows[hit.last] not in speech.that and lows[hit.last] not in PUNCTUATION)


def is_passive(hit: Hit) -> bool:
    """Whether an adverb stands between a cue and what makes it passive ("was repeatedly asked", "it's often called")."""
    lows, speech, at = hit.frame.lows, hit.frame.speech, hit.first - 1
    if speech.head_first or at < 1 or not (hit.word.endswith(speech.verb_ends) or "tell" in hit.kinds):
        return False
    adverb = lows[at] in speech.adverbs and lows[at] not in speech.auxiliaries
    adverb = adverb or speech.ends_as_adverb(lows[at]) or lows[at] in speech.things  # "only then was it revealed"
    while at > 1 and lows[at - 1] in speech.adverbs and lows[at - 1] not in speech.auxiliaries:
        at -= 1  # "were on Thursday warned"
    before = lows[at - 1]
    return adverb and before in speech.passive


def teller_beside(hit: Hit) -> int:
    """The first word of those whom a participle is told of, where they stand right before it, brought in by a preposition
    ("despite critics saying …", "with its chairman Ann Hill claiming …"), else 0."""
    frame, speech, first = hit.frame, hit.frame.speech, hit.first
    if "participle" not in hit.kinds or first < MAIN:
        return 0
    before, lows = hit.before, frame.lows
    people = speech.roles.is_title_of_several(before) or speech.is_people(before) or before in speech.several
    body = before in speech.roles.bodies or before.removesuffix("s") in speech.stands_for.body
    if (people or body) and lows[first - 2] in speech.prepositions:
        return first - 1
    for i in range(first - 2, max(0, first - REACH), -1):
        if lows[i] in speech.goes_on:
            fronts = lows[i - 1] == "," and lows[i + 1] not in speech.ends_name
            return i + 1 if frame.capital(first - 1) or fronts else 0  # "…, with the grocer blaming …"
        if lows[i] in PUNCTUATION or lows[i] in speech.ends_name:
            return 0
    return 0


def _is_denied(frame: Frame, first: int) -> bool:
    """Whether adverbs stand between a cue and what denies it ("tidak pernah mengatakan", "belum secara resmi mengumumkan")."""
    lows, speech, at = frame.lows, frame.speech, first - 1
    while at > 0 and lows[at] in speech.adverbs and lows[at] not in speech.blockers and not frame.capital(at):
        at -= 1
    denies = lows[at] in speech.blockers and (lows[at] in speech.auxiliaries or lows[at] in speech.adverbs)
    return 0 <= at < first - 1 and denies and not frame.capital(at)


def _is_nobody(frame: Frame, first: int) -> bool:
    """Whether those who are said to tell something are none ("belum ada pihak yang mengaku", "tidak satu pun saksi yang melihat")."""
    lows, speech = frame.lows, frame.speech
    if first < MAIN or lows[first - 1] not in speech.relative:
        return False
    near = range(first - 2, max(0, first - NOBODY), -1)
    return any(lows[i] in speech.chain.exists and lows[i - 1] in speech.blockers for i in near)


def _before_affirmed(frame: Frame, first: int) -> int:
    """The first word of a negation that only strengthens the cue at `first` ("tidak hanya meminta", "tak segan menyebut")."""
    lows, speech = frame.lows, frame.speech
    while first > 2 and lows[first - 1] in speech.affirming and lows[first - 2] in speech.blockers:
        first -= 2
    return first


def is_blocked(frame: Frame, first: int) -> bool:
    """Whether the word before a cue makes it no report: a negation, an infinitive, an article."""
    speech = frame.speech
    first = _before_affirmed(frame, first)
    before = frame.lows[first - 1] if first else ""
    means = before in speech.inherits and first > 1 and frame.lows[first - 2] in speech.copulas
    if speech.head_first and (means or _is_denied(frame, first) or _is_nobody(frame, first)):
        return True  # "Cara terbaik adalah dengan meminta saran dokter"
    if (
        before in speech.blockers
        and before in speech.several
        and "plurals" not in speech.cues.kinds.get(frame.lows[first], ())
    ):
        opens = first == 1 or frame.lows[first - 2] in speech.joiners or frame.lows[first - 2] in PUNCTUATION
        return not opens  # "Some said it was late", but "some reports"
    named = first > 0 and frame.capital(first - 1) and (first > 1 or before in speech.time_names)  # "May said"
    if (before in speech.blockers and not named) or before in speech.passive:
        return True
    verbal = before not in speech.adverbs and (before in speech.auxiliaries or not before.endswith("s"))
    verbal = verbal and (
        before not in speech.chain.audience_nouns or "plurals" in speech.cues.kinds.get(frame.lows[first], ())
    )
    if verbal and first > 1 and not speech.head_first and frame.lows[first - 2] in speech.to:
        return True  # "to have said", "to press claims", but "a letter to parents said", "to staff said"
    if _is_accompanied(frame, first):
        return True
    named = not speech.head_first and first > 0 and frame.capital(first - 1)  # "Anita Among", later "Among said"
    return before in speech.prepositions and not named and frame.lows[first] not in speech.cues.participle_words


def _is_accompanied(frame: Frame, first: int) -> bool:
    """Whether an English participle in front of a comma tells what goes with a clause: "With all results declared, …"."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or lows[first + 1 : first + 2] != [","] or not lows[first].endswith(speech.verb_ends):
        return False
    start = first
    while start and lows[start - 1] not in PUNCTUATION:
        start -= 1
    return lows[start] in speech.fronts & speech.goes_on


def is_undone(hit: Hit) -> bool:
    """Whether an English participle goes on with what was not done, or with a charge ("without giving names or saying who
    …", "accused of hiding the sum and telling nobody that …")."""
    lows, speech = hit.frame.lows, hit.frame.speech
    deeds = (i for i in range(max(0, hit.first - REACH), hit.first - 1) if lows[i + 1].endswith(speech.gerund))
    charge = speech.prepositions & speech.blockers
    return not hit.frame.head_first and any(lows[i] in charge and "," not in lows[i : hit.first] for i in deeds)


def is_timed_inside(hit: Hit) -> bool:
    """Whether a word of time before a participle, no comma before it, ends what somebody says ("She said that he had spoken
    an hour earlier warning villagers of the fire")."""
    lows, speech, first = hit.frame.lows, hit.frame.speech, hit.first
    inside = bool(hit.found) and hit.found[-1].shape == "before" and hit.found[-1].content < first - 2
    return inside and hit.before in speech.time and lows[first - 2] not in (",", QUOTED, "and")


def is_told_of(hit: Hit, phrase: Phrase) -> bool:
    """Whether what an English document shows is part of what somebody says ("Ann Hill said the figures showed “progress”")."""
    if hit.frame.head_first or "documents_only" not in hit.kinds or QUOTED not in hit.frame.lows[hit.last :]:
        return False
    return any(said.shape == "before" and said.content == phrase.first for said in hit.found[-1:])


def is_inside_told(hit: Hit, start: int) -> bool:
    """Whether only a circumstance stands between "that" and the comma before an English subject, whose deed is told there
    ("told the court that during the trial, two men confessed to it")."""
    found, frame = hit.found[-1:], hit.frame
    told = bool(found) and found[0].shape == "before" and 0 < found[0].content < start - 1
    told = told and frame.lows[found[0].content - 1] in frame.speech.clause_that
    opens = told and frame.lows[found[0].content] in frame.speech.prepositions
    return opens and not frame.head_first and not has_verb(frame, found[0].content, start - 1)


def goes_on_inside(frame: Frame, at: int) -> bool:
    """Whether what was said goes on behind the attribution and its comma: "…, police said, with two of them on foot"."""
    lows, speech = frame.lows, frame.speech
    if at + 1 >= len(lows) or lows[at] != ",":
        return False
    following = lows[at + 1]
    if following in speech.goes_on and following in speech.subordinators and at + 2 < len(lows):
        return not lows[at + 2].endswith(speech.gerund) and has_verb(
            frame, at + 2, len(lows)
        )  # "…, he said, while others were shut"
    return following in speech.prepositions and following not in speech.subordinators


def is_left(frame: Frame, start: int, comma: int) -> bool:
    """Whether the teller goes on by himself behind an English "…, she told reporters, although …"."""
    speech, following = frame.speech, frame.lows[comma + 1 : comma + 2]
    left = frame.lows[comma : comma + 1] == [","] and not speech.subordinators.isdisjoint(following)
    return left and speech.joiners.isdisjoint(following) and has_verb(frame, 0, start - 1)


def is_effort(hit: Hit, phrase: Phrase) -> bool:
    """Whether an Indonesian noun opens a phrase that tells what somebody is about to do ("Upaya polisi mengungkap kasus itu");
    not where it is pointed at ("Keadaan itu membuat Rina menyatakan …")."""
    lows, speech, first = hit.frame.lows, hit.frame.speech, phrase.first
    long = speech.head_first and phrase.last - first > 1
    effort = long and lows[first] in speech.blockers and lows[first + 1] not in speech.determiners
    return effort or (speech.head_first and phrase.kind == "description" and _is_quality(hit, phrase))


def _is_quality(hit: Hit, phrase: Phrase) -> bool:
    """Whether an Indonesian cue only tells what a thing has to offer ("mesin itu menjanjikan tenaga besar") or as what somebody
    acts ("Sebagai bank yang berkomitmen melayani, …")."""
    frame, speech = hit.frame, hit.frame.speech
    named = any(frame.capital(i) for i in range(max(1, phrase.first), phrase.last))
    tells = named or speech.can_tell(frame.lows[phrase.first : phrase.last])
    offers = {"pledge", "noun"} <= hit.kinds and not tells
    capacity = phrase.first > 0 and frame.lows[phrase.first - 1] in speech.aliases and in_relative(frame, hit.first)
    return offers or capacity


def tells_clause_at(frame: Frame, at: int, last: int) -> bool:
    """Whether the English participle at word `at` tells a clause ("…, saying the council was wrong"), not a noun alone between commas
    ("The council, denying any neglect, said …")."""
    alone = frame.lows[last : last + 1] == [","] and not any(is_verb_at(frame, i) for i in range(at + 1, last))
    return "say" in frame.speech.cues.kinds.get(frame.lows[at], ()) and not alone
