"""Attributions that interrupt a sentence without the commas that ought to stand round them ("Saat ini kata Agus warga
sudah pulang", "Harga beras lanjut Rina akan naik")."""

from typing import Final

from claims.extraction.frames import PUNCTUATION, QUOTED, Frame
from claims.extraction.people.phrases import Phrase

from .attribution import read_tail
from .clauses import has_verb
from .objects import forward
from .said import Hit, Said

FRONT: Final = 7
"""Words of an adverbial that opens a sentence in front of an insertion."""

PLAINLY: Final = 3
"""Words of an opening like "Yang pasti"."""

SUBJECT: Final = 12
"""Words of a subject in front of an insertion, its verb being behind it."""

FRONTED: Final = 16
"""The same where commas stand round the insertion, with those of a list."""


def inserted_shape(hit: Hit) -> Said | None:
    """As in "Harga beras kata Budi akan naik": cue and speaker between the parts of a sentence, at least one comma missing."""
    frame, first = hit.frame, hit.first
    speech, lows = frame.speech, frame.lows
    if not 0 < first <= SUBJECT or hit.found or QUOTED in lows[:first]:
        return None
    before = lows[first - 1]
    if "bare" in hit.kinds and frame.capital(first):
        return None  # a headline: "Saat Jokowi Sebut Jalan Sudah Mulus"
    if f"{before} {hit.word}" in speech.nouns:
        return None  # "Lebih lanjut Rina mendorong …"
    if before in speech.chain.just_as:
        return None  # "Begitu kata Rina di Solo."
    if before in speech.relative:
        return None
    phrase = forward(frame, hit.last)
    if phrase is None or phrase.first != hit.last:
        return None
    if phrase.kind == "description" and not (frame.capital(phrase.first) and lows[phrase.first] in speech.roles.heads):
        return None  # "kata Rektor", no more
    end = phrase.last
    nobody = lows[0] in speech.anaphors or lows[0] in speech.chain.document_nouns or lows[0] in speech.openers
    if "announced" in hit.kinds and nobody:
        return None  # "Hal itu ditegaskan Budi menanggapi …", "Dalam berkas disebutkan Budi menjadi tersangka"
    if any(at in (end, end + 1) and speech.cues.kinds[word] & {"say", "ask"} for at, _, word in frame.cues):
        return None  # "Lebih lanjut dia mengatakan"
    named = phrase.kind == "pronoun" or frame.capital(phrase.first)
    if named and end + 2 < len(lows) and lows[end] == "," and before != "," and _is_closed(hit, phrase):
        return hit.said("middle", first, end + 1, phrase, (), "cue_inserted")  # "Dari tinjauan itu kata Budi, warga …"
    if end + 1 >= len(lows) or lows[end] in PUNCTUATION or frame.capital(end):
        return None
    if read_tail(frame, end).links:
        return None
    front = FRONT if "inserted_weak" in hit.kinds else SUBJECT
    if not (first <= front and opens_with_adverbial(frame, first)) and not _goes_on(hit, phrase, end):
        return None
    return hit.said("middle", first, end, phrase, (), "cue_inserted")


def stands_between(hit: Hit, phrase: Phrase) -> bool:
    """Whether somebody and his verb stand between commas, the subject of what he says before them and its verb behind ("Harga
    beras, Rina menambahkan, akan turun")."""
    frame, comma = hit.frame, phrase.first - 1
    lows, speech, at = frame.lows, frame.speech, hit.last + 1
    if not speech.head_first or hit.found or not 0 < comma <= FRONTED or QUOTED in lows[: hit.last]:
        return False
    if lows[comma] != "," or lows[hit.last] != "," or at >= len(lows) - 1:
        return False
    while at < len(lows) - 1 and lows[at] in speech.adverbs and lows[at] not in speech.auxiliaries:
        at += 1
    opens = lows[0] in speech.openers or lows[0] in speech.time or lows[0] in speech.subordinators
    opens = opens or (
        frame.capital(0) and lows[0] in speech.roles.heads
    )  # "Kepala Bidang Logistik, BPBD Teron, Rina …"
    return is_verb(frame, at) and not opens and not any(is_verb(frame, i) for i in range(comma))


def opens_with_topic(hit: Hit, phrase: Phrase) -> bool:
    """Whether a sentence opens with that of which somebody between commas tells something ("Soal harga beras, Rina mengatakan,
    stok masih cukup"), which is part of what he says; not where it only points back ("Soal itu, Rina mengatakan, …")."""
    lows, speech, comma = hit.frame.lows, hit.frame.speech, phrase.first - 1
    if not 1 < comma <= FRONTED or lows[comma] != "," or lows[hit.last : hit.last + 1] != [","] or hit.found:
        return False
    topic = next((n for n in (2, 1) if " ".join(lows[:n]) in speech.topics), 0)
    plain = "," not in lows[:comma]
    back = {lows[topic], lows[topic] + speech.own}  # "itu", "lain" as in "lainnya"
    told = speech.anaphors.isdisjoint(back) and speech.determiners.isdisjoint(back)
    return 0 < topic < comma and plain and told


def breaks_in(hit: Hit) -> bool:
    """Whether a cue with the pronoun hung on it stands without commas between the parts of a sentence ("Hujan deras itu
    lanjutnya menyebabkan longsor")."""
    frame, first, at = hit.frame, hit.first, hit.last
    lows, speech = frame.lows, frame.speech
    if "inserted_own" not in hit.kinds or not 0 < first <= SUBJECT or hit.found or QUOTED in lows[:first]:
        return False
    if hit.before in PUNCTUATION or any(hit.before in words for words in (speech.relative, speech.articles)):
        return False
    while at < len(lows) - 1 and lows[at] in speech.adverbs and lows[at] not in speech.auxiliaries:
        at += 1
    if at >= len(lows) - 1 or lows[at] in PUNCTUATION or hit.before in speech.conjunctions:
        return False
    verb = is_verb(frame, at) and (lows[at] not in speech.ends_name or lows[at] in speech.auxiliaries)
    return verb or opens_with_adverbial(frame, first)


def _is_closed(hit: Hit, phrase: Phrase) -> bool:
    """Whether the comma behind an insertion ends what opens the sentence: an adverbial, a clause behind a conjunction, or
    the subject of the verb that follows."""
    frame, opening = hit.frame, hit.frame.lows[0]
    if opens_with_adverbial(frame, hit.first) or _goes_on(hit, phrase, phrase.last + 1):
        return True
    return "inserted_weak" not in hit.kinds and opening in frame.speech.openers


def _goes_on(hit: Hit, phrase: Phrase, verb: int) -> bool:
    """Whether an insertion stands between a subject and its verb. A word that is more often none of speech ("lanjut",
    "terang") needs a pronoun behind it or the end of a noun phrase before it."""
    frame, speech, before = hit.frame, hit.frame.speech, hit.before
    while (
        verb < len(frame.lows) - 1 and frame.lows[verb] in speech.adverbs and frame.lows[verb] not in speech.auxiliaries
    ):
        verb += 1
    if before in speech.conjunctions or not is_verb(frame, verb):
        return False
    if all(frame.lows[i] in speech.roles.places for i in range(phrase.first, phrase.last)):
        return False
    sure = "inserted_weak" not in hit.kinds or phrase.kind == "pronoun" or before in speech.determiners
    return sure and before not in speech.blockers


def opens_with_adverbial(frame: Frame, last: int) -> bool:
    """Whether the words before `last` are nothing but an adverbial that opens the sentence ("Saat ini", "Untuk itu")."""
    lows, speech = frame.lows, frame.speech
    plainly = lows[0] in speech.relative and last <= PLAINLY
    if lows[0] not in speech.openers and lows[0] not in speech.time and not plainly:
        return False
    return not any(is_verb(frame, i) for i in range(1, last))


def is_verb(frame: Frame, at: int) -> bool:
    """Whether a word is a verb by its form or by the list of auxiliaries."""
    low, speech = frame.lows[at], frame.speech
    if frame.capital(at) or low in speech.time or low in speech.roles.titles or low in speech.roles.bodies:
        return False
    if low in speech.determiners or low in speech.phrase_ends:
        return False
    return low in speech.auxiliaries or (len(low) > 5 and low.startswith(speech.verb_starts))


def goes_on_behind(hit: Hit, at: int) -> bool:
    """Whether the verb of what an Indonesian tells stands right behind him, its subject in front of his cue and the only
    comma ("Impor gula, kata Rina akan turun")."""
    frame, speech = hit.frame, hit.frame.speech
    if not speech.head_first or hit.before != "," or at >= len(frame.lows) or frame.lows[at] not in speech.auxiliaries:
        return False
    return not any(is_verb(frame, i) for i in range(1, hit.first - 1))


def goes_on_without(hit: Hit, at: int) -> bool:
    """Whether a clause follows a source that stands behind an adverbial without a comma ("Tahun ini menurut warga hujan paling
    deras")."""
    frame = hit.frame
    if hit.before == "," or at >= len(frame.lows) - 1 or not frame.lows[at].isalpha():
        return False
    return opens_with_adverbial(frame, hit.first) and frame.lows[at] not in frame.speech.ends_name


def opens_with_frame(frame: Frame, first: int, last: int) -> bool:
    """Whether an Indonesian clause opens with an adverbial and its comma ("dari hasil itu, pihaknya menyita …"), so that its verb
    before it has no object."""
    lows, speech = frame.lows, frame.speech
    comma = next((i for i in range(first + 1, last - 1) if lows[i] == ","), 0)
    opens = speech.head_first and lows[first] in speech.openers and comma > 0
    return opens and lows[comma + 1] not in speech.openers and has_verb(frame, comma + 1, last)
