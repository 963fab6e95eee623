"""Whether words of a frame are a clause: the verb that shows it."""

from typing import Final

from claims.extraction.frames import BREAKS, PUNCTUATION, QUOTED, Frame

from .asides import behind_bound, is_inserted
from .said import Said, in_relative, is_amount, is_bidden

SHORTEST: Final = 2
"""Words of the shortest clause that is taken for a report."""

FRONTED: Final = 14
"""Words of an adverbial that opens a reported clause, and of the clause behind it that are looked through for a verb."""

WHOM: Final = 10
"""Words behind a cue of asking within which the verb of what is asked stands."""

FEW: Final = 7
"""Words in which the verb of a plain clause stands."""

APPOSED: Final = 2
"""Commas around an apposition."""

VERB_WINDOW: Final = 24
"""Words of a clause in which its verb is looked for."""


def is_verb_at(frame: Frame, at: int) -> bool:
    """Whether a word is the finite verb of a clause by its form or its list."""
    low, speech = frame.lows[at], frame.speech
    if frame.capital(at) or low in speech.nouns or low in speech.plural_pronouns:
        return False  # "mereka" is no verb in "me-"
    if low in speech.auxiliaries:
        return True
    return len(low) > 4 and (low.startswith(speech.verb_starts) or low.endswith(speech.verb_ends))


def has_verb(frame: Frame, first: int, last: int, said: Said | None = None) -> bool:
    """Whether a clause, not a noun phrase alone, begins at word `first`."""
    speech, lows = frame.speech, frame.lows
    window = range(first, min(last, first + VERB_WINDOW))
    if first >= last:
        return False
    if lows[first] in speech.subjects:
        return True
    skip, led = False, -1
    manner = lows[last - 2] in speech.ends_name or lows[last - 2] in speech.adverbs
    also = lows[last - 2] in speech.inherits and lows[last - 2] in speech.adverbs  # "arsip juga rapi"
    if lows[last - 1] in speech.predicates and (also or (last - first > SHORTEST and not manner)):
        return True
    if said is not None and said.word in speech.cues.gerunds and lows[first].endswith(speech.gerund):
        return True
    summed = said is not None and said.word in speech.sums and is_amount(lows[first], speech)
    for i in window:
        if summed and lows[i - 1] in {",", *speech.coordinators} and (frame.capital(i) or lows[i] in speech.definite):
            return False  # "added 21 points and Hill had 13"
        joins = i > first and lows[i] in speech.subordinators and lows[i] not in speech.links
        if joins and not (skip and speech.head_first) and _opens_clause(frame, i):
            return False
        if not speech.head_first and lows[i] == "," and i + 1 < last and lows[i + 1] in speech.joiners:
            return False
        if lows[i] in speech.relative or (not speech.head_first and i > first and _is_contact(frame, i)):
            skip = True
            continue
        if not speech.head_first and lows[i - 1] in speech.interrogatives and lows[i].endswith(speech.verb_ends):
            continue  # "more jobs than expected"
        if is_verb_at(frame, i) and i > first - (1 if speech.head_first else 0):
            if skip:
                passive = lows[i] in speech.passive and i + 1 < last and is_verb_at(frame, i + 1)  # "which were sent"
                leads = lows[i] in speech.auxiliaries and not lows[i].startswith(speech.verb_starts)
                if speech.head_first and leads and 0 <= led < i - 1:
                    return True  # "warga yang pindah karena banjir akan …"
                skip, led = (leads if speech.head_first else passive), i  # "yang ingin mendapatkan …"
                continue
            if speech.head_first and i > first and lows[i - 1] in speech.to:
                continue  # "untuk menggunakan …" is no clause of its own
            return True
    return False


def no_clause_before(frame: Frame, last: int) -> bool:
    """Whether nothing but an English adverbial or a subject with its apposition stands before word `last` ("In a letter, Ann
    Hill, 43, | warned Bob Roy", "Port spokesman Karl Brandt, 43, | says a ship from Kilby sank")."""
    lows, speech = frame.lows, frame.speech
    words = range(1, min(last, VERB_WINDOW))
    commas = [i for i in words if lows[i] == ","]
    if speech.head_first or len(commas) < APPOSED:
        return False
    office = speech.is_title(lows[commas[0] - 1]) and frame.capital(
        commas[0] + 1
    )  # "Its general secretary, Ann Hill, | said"
    opens = lows[0] in speech.openers or lows[0].endswith(speech.gerund) or frame.capital(commas[0] - 1) or office
    return opens and not any(lows[i] == QUOTED or is_verb_at(frame, i) for i in words)


def _opens_clause(frame: Frame, at: int) -> bool:
    """Whether a subordinator opens a clause of its own: in Indonesian neither "bahwa" nor the "saat" of "saat ini" does."""
    lows, speech = frame.lows, frame.speech
    if not speech.head_first:
        return True
    small = lows[at] in speech.that or lows[at] in speech.adverbs or lows[at - 1] == ","  # "pasar, seperti kios, …"
    return not small and at + 1 < len(lows) and lows[at + 1] not in speech.determiners


def _is_contact(frame: Frame, at: int) -> bool:
    """Whether a pronoun right behind a noun opens a clause about it ("the times he ran")."""
    lows, speech = frame.lows, frame.speech
    if lows[at] not in speech.pronouns and lows[at] not in speech.plural_pronouns:
        return False
    before = lows[at - 1]
    return (
        before.isalpha()
        and before not in speech.time
        and before not in speech.conjunctions
        and before not in speech.that
        and before not in speech.ends_name
        and before not in speech.auxiliaries
        and not before.endswith((*speech.verb_ends, speech.gerund))
    )


def opens_with_adverb(frame: Frame, at: int) -> bool:
    """Whether no verb stands between the last comma and an adverb at word `at`, that the verb behind it could go on with ("Asiah
    kemudian mengatakan", not "Asiah datang lalu mengatakan")."""
    lows, speech = frame.lows, frame.speech
    if lows[at - 1] in speech.time:
        return False  # "Budi pekan lalu mengatakan"
    for i in range(at - 1, max(-1, at - VERB_WINDOW), -1):
        if lows[i] == ",":
            return i < at - 1
        if is_verb_at(frame, i) and lows[i] not in speech.adverbs:
            return False
    return True


def counts(frame: Frame, said: Said, first: int) -> bool:
    """Whether a body reports a number ("The World Health Organization reported 127,350 cases"), or the noun of an amount
    opens a report that has no verb ("jumlah penerima 1,39 persen dari warga")."""
    if frame.head_first and frame.lows[first] in frame.speech.amounts:
        window = range(first + 1, min(first + VERB_WINDOW, len(frame.lows)))
        return any(frame.lows[i][-1:].isdigit() and frame.lows[i - 1] not in frame.speech.time for i in window)
    low, speech, phrase = frame.lows[first], frame.speech, said.phrase
    words = frame.lows[phrase.first : phrase.last]
    body = (
        phrase.kind == "body"
        or not speech.roles.bodies.isdisjoint(words)
        or not speech.stands_for.body.isdisjoint(words)
    )
    least = frame.head_first and low.endswith(speech.own)
    counted = min(first + least, len(frame.lows) - 1)  # "setidaknya 30 rumah", "sekitar 30 rumah"
    number = frame.lows[counted][:1].isdigit() or (low in speech.amounts and low not in speech.introducers)
    place = not frame.head_first and phrase.kind == "name"  # "Kenya confirmed two deaths"
    return (body or place) and number and said.word in speech.cues.reports


def opens_report(frame: Frame, said: Said, first: int, last: int) -> bool:
    """Whether a preposition behind a cue opens what is said ("say at least four people were killed", "said about 50 ran off",
    "said with a little training they could join"), rather than telling how, where or of what it was said."""
    lows, speech = frame.lows, frame.speech
    low, following = lows[first], lows[first + 1]
    if behind_bound(frame, first, min(last, len(lows))) and last - first > SHORTEST:
        told = "strict" not in said.kinds or said.word in speech.cues.reports  # "said as many as 40 hurt men were …"
        return told or has_verb(frame, first, last)  # but "the firm added at least 40 jobs"
    warned = "ask" in said.kinds and any(link.role == "audience" for link in said.links)
    if warned and following.endswith(speech.gerund):
        return True  # "warned the public against making …"
    if low not in speech.prepositions:
        return False
    if "strict" in said.kinds:
        return _opens_before_comma(frame, first, last)
    if is_amount(following, speech) and last - first > SHORTEST:
        return True
    comma = next((i for i in range(first + 2, min(first + WHOM, last - 2)) if lows[i] == ","), 0)
    fronted = (
        comma > 0 and following in speech.definite and has_verb(frame, comma + 1, last)
    )  # "said of the 40, ten were hurt"
    return fronted or (low in speech.fronts and has_verb(frame, first, last))


def _opens_before_comma(frame: Frame, first: int, last: int) -> bool:
    """Whether an adverbial of a few words, ended by the first comma, stands before a subject with its verb ("added during the raid,
    the men had fled", not "added to the list, which was long" nor "argued with the coach, the man who had …")."""
    lows, speech = frame.lows, frame.speech
    comma = next((i for i in range(first + 2, min(first + FRONTED, last - 2)) if lows[i] == ","), 0)
    if not comma or lows[first] in speech.to or lows[first] in speech.chain.audience:
        return False
    subject = lows[comma + 1]
    opens = subject in speech.definite or subject in speech.pronouns or subject in speech.plural_pronouns
    apart = any(lows[i] in speech.cues.kinds or lows[i] in speech.relative for i in range(comma + 1, last))
    return (opens or is_amount(subject, speech)) and not apart and has_verb(frame, comma + 1, last)


def is_noun_report(frame: Frame, first: int, *, loose: bool) -> bool:
    low, speech = frame.lows[first], frame.speech
    if speech.head_first and frame.lows[first + 1 : first + 2] and frame.lows[first + 1] in speech.determiners:
        return False
    if speech.head_first:
        if loose or low in speech.chain.voiced_nouns:
            return True
        return low.endswith(speech.own) or (low.startswith(speech.noun_starts) and low.endswith(speech.noun_ends))
    return low in speech.articles or low.endswith(speech.noun_ends) or not frame.capital(first)


def has_purpose(frame: Frame, first: int, last: int) -> bool:
    """Whether a clause of purpose opens a report, a verb behind it ("…, untuk memastikan itu, perlu uji", "…, untuk mencapai
    target kuncinya terletak pada benih")."""
    plain = 0 if is_wish(frame, first) else first + 1
    comma = next((i for i in range(first + 1, last - 1) if frame.lows[i] == ","), plain)
    return frame.head_first and comma > 0 and has_verb(frame, comma + 1, last)


def is_plain_clause(frame: Frame, first: int, last: int) -> bool:
    """Whether a few words of a subject and a form of "to be" or of a modal open an English clause ("the problem was serious"),
    or "how" does ("described how the dam broke")."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or lows[first] in speech.that:
        return not speech.head_first and has_verb(frame, first + 1, last)
    verb = next((i for i in range(first + 1, min(last, first + FEW)) if lows[i] in speech.auxiliaries), 0)
    words = lows[first:verb]
    mixed = any(low in speech.prepositions or low in speech.relative or low in PUNCTUATION for low in words)
    sure = verb > 0 and (lows[verb] in speech.passive or lows[verb] in speech.adverbs or lows[verb] in speech.blockers)
    return sure and not mixed


def tells_plainly(frame: Frame, said: Said) -> bool:
    """Whether it does not matter who the subject of an English report is: a plain clause behind a cue that shares its subject, or
    what so many say of themselves ("20 per cent admitted they …")."""
    if frame.head_first or (said.shared and is_plain_clause(frame, said.content, len(frame.lows))):
        return not frame.head_first
    words = frame.lows[said.phrase.first : said.phrase.last]
    own = frame.lows[said.content] in frame.speech.plural_pronouns
    return own and any(is_amount(low, frame.speech) for low in words)


def ends_before_time(frame: Frame, start: int, first: int, last: int) -> bool:
    """Whether an English clause ends at its attribution, the time of which a circumstance follows ("The toll is 45, police said
    Monday, amid efforts to reach the town")."""
    lows, speech = frame.lows, frame.speech
    if last + 1 >= len(lows) or lows[last] != "," or speech.time.isdisjoint(lows[first:last]):
        return False
    opens = lows[last + 1] in speech.prepositions or lows[last + 1] in speech.subordinators
    return opens and lows[last + 1] not in speech.goes_on and has_verb(frame, 0, start - 1)


def is_accusation(frame: Frame, said: Said, at: int) -> bool:
    """Whether a deed is laid to somebody's charge from word `at` on ("… of ignoring the report"), or the cause of something
    is told there ("blamed the delay on the rain", "attributed this to the rain")."""
    lows, speech = frame.lows, frame.speech
    causes = speech.to if "ascribe" in said.kinds else speech.causes if "blame" in said.kinds else ()
    if causes and (lows[said.content] in speech.prepositions or lows[said.content] in speech.to):
        return False  # "the loss, which Hill attributed to the rain"
    if lows[at] in causes:
        return lows[at + 1] not in speech.time
    near = lows[at + 1 : at + 3] if lows[at + 1] in speech.adverbs else lows[at + 1 : at + 2]  # "of not keeping it"
    return lows[at] in speech.charges and any(low.endswith(speech.gerund) for low in near)


def is_wish(frame: Frame, first: int) -> bool:
    """Whether a word that opens what is wished of those who are told stands behind a comma: "menegaskan kepada warga, agar …"."""
    speech = frame.speech
    return speech.head_first and frame.lows[first] in speech.to and frame.lows[first] in speech.subordinators


def asked(frame: Frame, said: Said, first: int, last: int) -> tuple[int, int] | None:
    """As in "X to do", "X untuk …": whom something is asked of stands before what is asked."""
    lows, speech = frame.lows, frame.speech
    if lows[first] in speech.to:
        if not speech.head_first and (is_bidden(frame, said, first) or in_relative(frame, said.cue)):
            return None  # "Firms ordered to mend roads", "a witness, who asked to remain anonymous, said"
        return (first + 1, _before_deed(frame, first, last)) if last - first > SHORTEST else None
    if "pledge" in said.kinds:
        return (first, last) if speech.head_first and has_verb(frame, first, last) else None
    for i in range(first + 1, min(last - 1, first + 14)):
        if lows[i] in speech.to:
            if not speech.head_first and lows[i - 1] == "," and lows[first:i].count(",") == 1:
                return None  # "“…?” Hill asked the clerk, to laughter"
            if audience_first(frame, first):
                return i + 1, last
            return first, _before_deed(frame, i, last)
        bracket = not speech.head_first and (
            "(" in (lows[i], lows[i - 1]) or lows[i] == ")"
        )  # "urging the Hill Union (HU) to stop"
        told = lows[i] in speech.clause_that or (lows[i] in PUNCTUATION and not bracket and not is_inserted(frame, i))
        if told and not speech.head_first:
            break
    told = speech.head_first
    if told and (
        has_verb(frame, first + 1, min(last, first + WHOM)) or "ask" in speech.cues.kinds.get(lows[first + 1], ())
    ):
        return first, last
    return None


def _before_deed(frame: Frame, to: int, last: int) -> int:
    """Where what is asked ends in English, before what those who ask it did as well ("… to heed the warning and minced no
    words") or what came of it ("… to leave, but he stayed")."""
    lows, speech = frame.lows, frame.speech
    opposed = (speech.joiners & speech.subordinators) - speech.coordinators
    for i in range(to + SHORTEST, last - 3 if not speech.head_first else to):
        if lows[i] == "," and lows[i + 1] in opposed and has_verb(frame, i + 2, last):
            return i
        if lows[i] not in speech.coordinators or frame.capital(i + 1) or not lows[i + 1].endswith(speech.verb_ends):
            continue
        if lows[i + 2] in speech.articles or lows[i + 2] in speech.owners or lows[i + 2] in speech.that:
            return i
    return last


def audience_first(frame: Frame, first: int) -> bool:
    return frame.head_first and frame.lows[first] in frame.speech.chain.audience


def names_somebody(frame: Frame, first: int, last: int) -> bool:
    """Whether words are nothing but the subject of the cue behind them ("Karl Brandt's wife, Anna, wept"), or only lead to what
    a source gives ("Berikut daftar harga berdasarkan data dinas")."""
    speech, lows = frame.speech, frame.lows
    if speech.head_first:
        return lows[first] in speech.nouns and not has_verb(frame, first, last)
    small = [lows[i] for i in range(first, last) if not frame.capital(i) and lows[i] not in PUNCTUATION]
    who = (speech.articles, speech.owners, speech.roles.titles, speech.stands_for.person, speech.roles.fillers)
    # "The school's head teacher, Ann, wrote"
    return all(low.endswith(("'s", "’s")) or any(low in words for words in who) for low in small)


def before_rebuttal(frame: Frame, first: int, last: int) -> int:
    """Where an English report ends, before somebody who speaks against it ("…, but Hill disputed that claim")."""
    lows, speech = frame.lows, frame.speech
    for i in range(last - 2, first + SHORTEST, -1) if not speech.head_first else ():
        against = lows[i] in speech.judgements and (lows[i + 1] in speech.that or lows[i + 1] in speech.things)
        if against:
            comma = next((j for j in range(i - 1, max(first, i - FEW), -1) if lows[j] == ","), 0)
            return comma if comma and lows[comma + 1] in speech.joiners else last
    return last


def before_warned_for(frame: Frame, first: int, last: int) -> int:
    """Where an English warning ends, before the event on which it was given ("… against making claims after he was fined")."""
    lows, speech = frame.lows, frame.speech
    if speech.head_first or lows[first] not in speech.anaphors or not lows[first + 1].endswith(speech.gerund):
        return last
    later = (i for i in range(first + 1 + SHORTEST, last - SHORTEST) if lows[i] in speech.subordinators)
    return next((i for i in later if lows[i] in speech.prepositions and has_verb(frame, i + 1, last)), last)


def before_dash(frame: Frame, last: int) -> int:
    """The end of an English clause without the time that opens the next one behind a dash."""
    at, speech = last, frame.speech
    while (
        not frame.head_first
        and at > 1
        and (frame.lows[at - 1] in speech.time or frame.lows[at - 1] in speech.determiners)
    ):
        at -= 1
    return at if at < last and frame.lows[at - 1] in BREAKS else last
