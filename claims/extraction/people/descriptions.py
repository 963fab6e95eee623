"""What the words of a description tell: whether they point at somebody named before, and by which noun."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from claims.extraction.scan import Scan
from claims.extraction.speech import Speech
from claims.extraction.values import Speaker

from .heads import REACH, Known
from .names import Names, bare, words_of
from .phrases import Phrase

NEAREST: Final = 3
"""Speakers that are asked whether they hold an office."""

NAMED_SOON: Final = re.compile(r",?(?: [\w'’-]+){0,3} \(?[A-Z]")
"""What follows somebody told of whose name is told at once: ", Budi", " bernama Budi", " asal Solo"."""

LETTERS: Final = 4
"""Letters of the longest office that is told by them."""

LATER: Final = 600
"""Characters behind a description in which the name of the one described is looked for."""

NAMED_WITHIN: Final = 60
"""Characters behind a description in which somebody gives a name."""


def is_misspelt(word: str, name: str) -> bool:
    """Whether a word is a name with one letter more, less or other behind its first, or with two of them exchanged
    ("Catrina" for "Catarina")."""
    if word == name or abs(len(word) - len(name)) > 1 or word[0] != name[0]:
        return False
    shorter, longer = sorted((word, name), key=len)
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(shorter) < len(longer):
        return shorter[at:] == longer[at + 1 :]
    swapped = (
        word[at] == name[at + 1 : at + 2] and word[at + 1 : at + 2] == name[at] and word[at + 2 :] == name[at + 2 :]
    )
    return swapped or word[at + 1 :] == name[at + 1 :]


def core(speech: Speech, content: list[str]) -> list[str]:
    """The words of an English description up to its noun: "mother" of "the mother of two", "head" of "the head of the
    agency"; all words of "the Isle of Man coroner"."""
    office = bool(content) and speech.is_title(content[-1])
    cut = len(content)
    at = next((n for n, word in enumerate(content) if n and word in speech.links), 0)
    if office and at and not (speech.is_title(content[at - 1]) or content[at - 1] in speech.stands_for.person):
        content = [word for word in content if word not in speech.links or word in speech.coordinators]
    for n, word in enumerate(content[1:], 1):
        joins_kinds = office and word in speech.coordinators and not speech.is_title(content[n - 1])
        if word in speech.links and not joins_kinds:
            cut = n
            break  # not the link of "the trade and industry minister"
    core = content[:cut]
    return [*core[:-1], core[-1].split("-of-")[0]] if core else core


def is_placed_person(speech: Speech, head: str, phrase: Phrase) -> bool:
    """Whether a description tells of a person by place, party or team ("the Leeds manager", "the Texas Republican")."""
    if speech.head_first or head not in speech.stands_for.person or head in speech.chain.nobody:
        return False
    small = speech.articles | speech.links if phrase.name.endswith(head) else speech.articles
    return all(w[0].isupper() or w.lower() in small or w.lower() == head for w in phrase.name.split())


def may_be(scan: Scan, speech: Speech, known: Known, head: str) -> bool:
    """Whether somebody's office, if he has one, does not speak against another name for him."""
    role = words_of(known.speaker.role or "")
    if _is_other(scan, speech, known, head):
        return False
    return head in speech.stands_for.anybody or head in role or not any(map(speech.is_title, role))


def _is_other(scan: Scan, speech: Speech, known: Known, head: str) -> bool:
    """Whether an English apposition behind somebody's name tells another trade than a description ("Norma Paz, 79, a retired
    seamstress": not "the minister")."""
    behind = scan.lower[known.speaker.end : known.speaker.end + NAMED_WITHIN].split("\n")[0].split(".")[0]
    parts = [part.split() for part in behind.split(",")[1:]]
    told = next((part for part in parts if part and part[0] in speech.introducers), [])
    aged = len(parts) > 1 and len(parts[0]) == 1 and parts[0][0].isdigit() and parts[1] is told
    people = aged or any(map(speech.is_title, told))
    return not speech.head_first and people and head not in told


def may_hold(speech: Speech, speaker: Speaker, words: list[str], head: str) -> bool:
    """Whether the office of a speaker does not tell of another place, party or team than a description ("the Kilby manager")."""
    role = [w for w in words_of(speaker.role or "") if w not in speech.articles and w != head]
    return not role or not set(role).isdisjoint(words)


def spoke_since(last: Known, subject: Known) -> bool:
    """Whether somebody of whom no office is told spoke behind the last other subject of a sentence."""
    named = last.kind == "name" and " " in last.speaker.name and not last.speaker.role
    return named and last.at > subject.at and last.speaker.name != subject.speaker.name


def spoke_just(text: str, last: Known, begin: int, at: int) -> bool:
    """Whether somebody without a name spoke behind `begin`, no paragraph ending since ("Her father said … The 45-year-old …")."""
    described = last.kind == "description" and last.spoke
    return described and last.at >= begin and "\n" not in text[last.at : at]


def may_be_called(speech: Speech, known: Known | None, head: str) -> bool:
    """Whether the one word of a description can be another name for somebody: "gubernur itu", not "warga itu", of whom no
    office is told."""
    if known is None or head in speech.stands_for.person or head not in speech.roles.heads:
        return known is not None
    role = words_of(known.speaker.role or "")
    return head in role or (not role and (head in speech.roles.regional or head in speech.stands_for.office_heads))


def is_definite(speech: Speech, words: list[str], head: str, length: int) -> bool:
    """Whether a description points at somebody named before ("the minister", "menteri itu")."""
    if speech.head_first:
        if words[-1] in speech.indefinite:
            return False  # "warga lainnya"
        pointed = words[-1] in speech.determiners
        if pointed and head in speech.roles.heads:
            return True  # "Ketua Dewan Pimpinan Daerah Kongres Advokat Indonesia (DPD KAI) ini"
        definite = pointed or (
            words[0] not in speech.indefinite and (length == 1 or head not in speech.stands_for.firms)
        )
    else:
        definite = words[0] in speech.definite
    retold = head in speech.stands_for.anybody or is_epithet(speech, words, head) or is_former(speech, words)
    longest = 6 if head in speech.stands_for.firms or retold else 3
    return definite and length <= longest


def is_former(speech: Speech, words: list[str]) -> bool:
    """Whether an English description tells what somebody once was: another name for the last speaker ("the former trade minister", "the ex-minister")."""
    told = words[1] if len(words) > 1 else ""
    once, hyphen, _ = told.partition("-")
    return (len(words) > 2 and told in speech.former) or (hyphen != "" and once in speech.former)


def is_epithet(speech: Speech, words: list[str], head: str) -> bool:
    """Whether a description reads as another name for the last speaker ("bendahara negara itu", "the world No. 5")."""
    if not speech.head_first:
        numbered = words[-1].isdigit() or words[-1] in speech.numbers or words[-1] in speech.indefinite
        return len(words) > 3 and words[-2] in speech.ranked and numbered
    if words[-1] not in speech.determiners:
        return False
    return (
        head not in speech.stands_for.body
        and head not in speech.roles.bodies
        and head not in speech.chain.document_nouns
    )


def is_told_apart(scan: Scan, speech: Speech, phrase: Phrase) -> bool:
    """Whether the words right behind an English description tell who is meant ("the man accused of …", "the woman who …", "fined
    by the water watchdog, which …"), so that it is no other name for somebody told of before."""
    words = scan.lower[phrase.end : phrase.end + NAMED_WITHIN].lstrip(",").split()[:2]
    if speech.head_first or len(words) < 2:
        return False
    comma = scan.text.startswith(",", phrase.end)
    doer = phrase.name.count(" ") > 1 and not speech.by.isdisjoint(
        scan.lower[max(0, phrase.start - LETTERS) : phrase.start].split()
    )
    clause = words[0] in speech.relative and words[0] not in speech.that and (doer or not comma)
    passive = not comma and words[0].endswith(speech.verb_ends) and words[1] in speech.prepositions
    return clause or (
        passive and " ".join(words) not in speech.cues.kinds
    )  # "The minister called for …" tells what he said


def is_brought_in(scan: Scan, speech: Speech, noun: str, at: int) -> bool:
    """Whether a text has told of somebody by a noun and an article before a place ("a woman"); where nouns stand first,
    without a name ("seorang saksi", not "seorang saksi, Budi")."""
    begin = max(0, at - REACH)
    if scan.lower.find(f" {noun}", begin, at) < 0:
        return False
    if speech.head_first:
        told = re.compile(rf"\b(?:{'|'.join(speech.introducers)}) {re.escape(noun)}\b")
        brought = told.search(scan.lower, begin, at)
        return brought is not None and not NAMED_SOON.match(scan.text, brought.end())
    articles = "|".join(w for w in speech.indefinite if len(w) < 3)
    owners = f"|{'|'.join(speech.owners)}" if noun in speech.sexes else ""  # "Her father called."
    told = re.compile(rf"\b(?:{articles}{owners}) (?:[a-z-]+ ){{0,3}}{re.escape(noun)}\b")
    return told.search(scan.lower, begin, at) is not None


def introduces(speech: Speech, name: str) -> bool:
    """Whether an English description brings in somebody new ("a neighbour", "one official") or tells more than its noun."""
    words = words_of(name)
    return words[0] in speech.indefinite or len(words) - (words[0] in speech.articles) > 1


def self_named(
    scan: Scan, speech: Speech, names: Names, phrase: Phrase, naming: Sequence[str] | None = None
) -> Speaker | None:
    """The name that somebody gives himself behind a description ("a trader who gave his name as Musa Bello"), or that he is
    called by, where `naming` are the words for that ("bek yang akrab disapa Bento")."""
    lower = scan.lower[phrase.end : phrase.end + NAMED_WITHIN].lstrip(" ,")
    relative, _, rest = lower.partition(" ")
    if relative not in speech.relative:
        return None
    words = next((w for w in (naming or speech.named_as) if rest.startswith(f"{w} ")), "")
    at = scan.lower.find(words, phrase.end) + len(words) + 1
    match = names.run.match(scan.text, at) if words else None
    if match is None:
        return None
    given = match.group().split()
    end = next((n for n, word in enumerate(given, 1) if names.ends_sentence(word)), len(given))
    return Speaker(bare(" ".join(given[:end]).rstrip(".")), " ".join(phrase.name.split()), phrase.start, phrase.end)


def held_by(speech: Speech, called: str, recent: Iterable[Known]) -> Known | None:
    """The English speaker whose office the letters of a phrase stand for ("the DCP" for a deputy commissioner of police)."""
    words = [word for word in called.split() if word.lower() not in speech.articles]
    if speech.head_first or len(words) != 1 or not words[0].isupper() or not 2 <= len(words[0]) <= LETTERS:
        return None
    small = speech.links | speech.prepositions
    for known in recent:
        office = [word for word in words_of((known.speaker.role or "").replace("-", " ")) if word not in small]
        meant = office[: len(words[0])]
        if "".join(word[0] for word in meant).upper() == words[0] and any(map(speech.is_title, meant)):
            return known
    return None


def titled_speaker(names: Names, head: str, called: str, recent: Iterable[Known]) -> Known | None:
    """The last speaker whom the article names with a title somewhere ("the minister" for one who came as "Information
    Minister Ann Hill"), unless the capitals of that title and of the description `called` tell of two places or teams ("the
    Burnley manager" is not "Everton manager Ann Hill")."""
    nearer = [
        word.lower() for word in called.split() if word[0].isupper() and word.lower() not in names.speech.articles
    ]
    named = {known.speaker.name: known for known in islice((k for k in recent if k.kind == "name"), NEAREST)}
    for name, known in named.items():
        if _is_introduced(names, name, head, nearer):
            return known
        for _, run in names.runs_with(name.rsplit(" ", 1)[-1].lower()):
            title = run[: -len(name)].lower().split() if run.endswith(name) else []
            fields = [word for word in title if word != head]
            if head in title and (not fields or not nearer or not set(fields).isdisjoint(nearer)):
                return known
    return None


def _is_introduced(names: Names, name: str, head: str, nearer: Sequence[str]) -> bool:
    """Whether the small word of an office stands before a name where it first stands, and no capital in front of it that is not
    among the `nearer` words, or in the apposition behind it."""
    places = names.places_of(name)
    if not places:
        return False
    scan, at = names.scan, places[0]
    stop = scan.sentences[max(0, bisect_left(scan.sentences, (at + 1, 0)) - 1)][1]
    apposed = scan.lower[at + len(name) : min(stop, at + len(name) + NAMED_WITHIN)].split(",")
    behind = apposed[1].split() if len(apposed) > 1 and not apposed[0].strip() else []
    ends = (
        n for n, word in enumerate(behind) if word.endswith(names.speech.verb_ends) or word in names.speech.cues.kinds
    )
    behind = behind[: next(ends, len(behind))]  # "…, Ann Hill, spoke of the moment when the driver left"
    *place, office = ["", "", *scan.text[max(0, at - NAMED_WITHIN) : at].split()][-2:]
    other = bool(nearer) and place[0][:1].isupper() and place[0].lower() not in nearer
    return (office == head and not other) or head in behind


def named_later(scan: Scan, speech: Speech, names: Names, description: str, at: int) -> str:
    """The full name of somebody described in English that the text tells for the first time soon behind a place, in an apposition
    to the same noun ("the envoy, Robert Serry, …") or behind its last words ("Coast guard chief Youssef Katem")."""
    words = core(speech, [word for word in words_of(description) if word not in speech.articles])
    if not words or not speech.is_title(words[-1]) or not speech.coordinators.isdisjoint(words_of(description)):
        return ""  # "local police and a provincial official"
    leads = [(f"{article} {words[-1]}, ", True) for article in sorted(speech.definite)]
    for lead, apposed in [*leads, *((" ".join(words[-2:]) + " ", False) for _ in words[1:2])]:
        start = scan.lower.find(lead, at, at + LATER)
        match = names.run.match(scan.text, start + len(lead)) if start >= 0 else None
        if match is None or (apposed and not scan.text.startswith(",", match.end())):
            continue
        name = " ".join(names.without_titles(match.group().split()))
        if " " in name and not names.is_body(name) and names.places_of(name)[:1] >= [match.start()]:
            return name
    return ""
