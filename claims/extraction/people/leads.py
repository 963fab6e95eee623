"""The small words and titles in front of a name: whether they lead to a person, and what stands behind it."""

from typing import Final

from claims.extraction.frames import Frame

from .bearers import is_nominal, is_title_at

HEARD: Final = frozenset({"tell", "ask"})
"""The kinds of cue behind which those stand who are spoken to."""

AGE: Final = 3
"""Tokens of an age in brackets, and one more than its digits."""


def titled_of(frame: Frame, first: int, last: int) -> int:
    """The "of" behind a person with a title, whose place follows it ("Mayor Ann Hill of Harrow's North Ward"), else 0."""
    speech, lows = frame.speech, frame.lows
    at = next(
        (i for i in range(first + 2, min(first + 5, last - 1)) if lows[i] in speech.links and not frame.capital(i)), 0
    )
    named = [i for i in range(first, at) if not speech.is_title(lows[i]) and lows[i] not in speech.roles.fillers]
    body = any(lows[i] in speech.roles.bodies or not frame.capital(i) for i in range(first, at))
    place = at + 1 + (at > 0 and lows[at + 1] in speech.definite)
    prepositional = at > 0 and lows[at] in speech.prepositions and place < last and frame.capital(place)
    return at if prepositional and named and not body and speech.is_title(lows[first]) and frame.capital(at - 1) else 0


def can_lead(frame: Frame, lead: list[int], run: list[int]) -> bool:
    """Whether the small words before a run of capitals are a title of the person that the run names."""
    speech, lows = frame.speech, frame.lows
    if lows[lead[-1]] in speech.links or lows[lead[-1]] in speech.ends_name or lows[lead[-1]] in speech.particles:
        return False
    if lows[run[0]] in speech.roles.bodies or (speech.head_first and all(lows[i] in speech.roles.places for i in run)):
        return False
    if (
        speech.head_first
        and lows[lead[-1]] in speech.stands_for.body
        and not any(is_title_at(frame, i) for i in lead[:-1])
    ):
        return False  # "salah seorang keluarga Rina Dewi"
    if lows[run[0]] in speech.roles.territories and lows[lead[-1]] in speech.roles.place_before:
        return False  # "petani asal Dusun Klagen"
    if lows[run[0]] in speech.chain.outlets:
        return False
    if lows[lead[-1]].endswith(("'s", "’s")) or any(is_title_at(frame, i) for i in lead):
        return len(run) <= 5
    return len(run) >= 2 and lows[lead[0]] not in speech.roles.bodies and lows[lead[-1]] not in speech.stands_for.body


def _is_mood(frame: Frame, first: int, lead: list[int], run: list[int], last: int) -> bool:
    """Whether one small word between "a" and a surname tells how somebody looked ("a defiant Otieno")."""
    speech, low = frame.speech, frame.lows[run[0]]
    plain = not speech.head_first and frame.lows[first] in speech.introducers and frame.lows[first] in speech.indefinite
    alone = len(lead) == 1 and len(run) == 1 and run[0] == last - 1 == first + 2
    return (
        plain
        and alone
        and low not in speech.roles.bodies
        and low not in speech.roles.titles
        and low not in speech.chain.outlets
    )


def before_rank(frame: Frame, first: int, last: int) -> int:
    """Where a rank begins that ends a title first..last: of "Kapolda Aru Inspektur Jenderal Polisi" at "Inspektur", `last` where
    none does; a body is no rank ("Panglima TNI")."""
    lows, speech, at = frame.lows, frame.speech, last
    while at - 1 > first and (lows[at - 1] in speech.roles.rank_words or lows[at - 1] in "()"):
        at -= 1  # "Letjen (Purn)"
    if at - 1 == first and lows[first] in speech.roles.rank_words:
        return last  # nothing but a rank
    while at < last and (lows[at] in speech.roles.bodies or lows[at] in "()"):
        at += 1
    alone = last - at == 1 and not (
        lows[at] in speech.roles.rank_names and lows[at] in speech.roles.heads
    )  # "majelis hakim"
    return at if last - at > 1 or (alone and lows[at] in speech.roles.ranks) else last


def inner_article(frame: Frame, first: int, last: int) -> int:
    """The article of an English name behind the noun that tells what it is ("trade body the Hull Tea Board"), or of a body behind
    the place that its sentence opens with ("In Hull the council"), else 0."""
    lows, speech = frame.lows, frame.speech
    if first > 0 and not HEARD.isdisjoint(speech.cues.kinds.get(lows[first - 1], ())):
        return 0  # "Hill told police the Hull Line was shut"
    for i in range(first + 1, last - 1):
        if lows[i] in speech.prepositions:
            return 0
        if lows[i] in speech.definite:
            before = lows[i - 1]
            noun = (
                before in speech.stands_for.body or before in speech.stands_for.person or before in speech.roles.heads
            )
            if noun and frame.capital(i + 1) and (frame.capital(last - 1) or lows[last - 1] in speech.roles.bodies):
                return i
            placed = first > 0 and lows[first - 1] in speech.prepositions and lows[first - 1] not in speech.links
            if placed and frame.capital(i - 1) and not frame.capital(i + 1):
                return i
    return 0


def before_age(frame: Frame, first: int, last: int) -> int:
    """The bracket of an age that ends an Indonesian name, small words behind it telling who that is ("Gunadi (45) warga Teron"),
    else 0."""
    for i in range(first + 1, last - AGE if frame.head_first else 0):
        if frame.lows[i] == "(" and frame.lows[i + 1].isdigit() and len(frame.lows[i + 1]) < AGE:
            behind = frame.after_bracket(i)
            return i if frame.capital(i - 1) and behind < last and not frame.capital(behind) else 0
    return 0


def kind_told(frame: Frame, first: int, lead: list[int], run: list[int], last: int) -> str:
    """What capitals at the end of a phrase name, as its small words tell: a "body" behind its noun ("the oil giant Telnor"), a
    "name" behind a mood ("a defiant Otieno"), "" where they tell neither."""
    noun, speech = frame.lows[lead[-1]], frame.speech
    body = (noun in speech.stands_for.body or noun in speech.stands_for.firms) and noun not in speech.stands_for.person
    plain = speech.prepositions.isdisjoint(frame.lows[first : lead[-1]])  # not "the collapse of insurer Kesper"
    if not speech.head_first and body and plain and run[-1] == last - 1 and lead[-1] == run[0] - 1:
        return "body"
    return "name" if _is_mood(frame, first, lead, run, last) else ""


def before_noun(frame: Frame, first: int, last: int) -> int:
    """The small noun that tells, without a comma, what somebody named in front of it is ("Seto Wibowo anggota DPRD Teron", "Rina pedagang
    di Pasar Teron"), the end of a phrase that tells it of several ("Puluhan guru SMPN 1 Teron", "Tim dokter RSUD Teron"), else 0."""
    lows, speech = frame.lows, frame.speech
    at = next((i for i in range(first, last) if not frame.capital(i)), last)
    noun = next((i for i in range(at, last) if lows[i] not in speech.articles and lows[i] not in speech.numbers), last)
    if speech.head_first and first < at < noun < last and lows[at] in speech.articles and speech.is_title(lows[noun]):
        return at if is_called(frame, first, at) else 0  # "Rina salah seorang pedagang di pasar itu"
    if not speech.head_first or not first < at < last - 1 or not speech.is_title(lows[at]):
        return 0
    several = any(lows[first] in words for words in (speech.numbers, speech.indefinite, speech.roles.bodies))
    if several and at - first == 1 and not speech.is_title(lows[first]):
        return last
    alone = first == 0 and at == 1  # the capital of any word that opens a sentence
    placed = any(frame.capital(i) for i in range(at + 1, last)) and not is_nominal(lows[first], speech)
    return at if is_called(frame, first, at) and (placed or not alone) else 0


def is_called(frame: Frame, first: int, last: int) -> bool:
    """Whether capitals at the head of an Indonesian phrase can be somebody's name, no office, no body and no opening word."""
    speech, lows = frame.speech, frame.lows[first:last]
    other = any(speech.is_title(low) or low in speech.roles.bodies or low in speech.roles.fillers for low in lows)
    return not other and not speech.opens_sentence(lows[0]) and not frame.words(first, first + 1).isupper()
