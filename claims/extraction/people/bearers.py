"""The name in a run of capitals: what stands behind the titles, offices, organisations and places before it."""

from collections.abc import Sequence
from typing import Final

from claims.extraction.frames import Frame
from claims.extraction.speech import Speech

LEAST_NAMED: Final = 2
"""Words that stand at least behind the list of an office."""

VENUE: Final = 3
"""Words of a venue, at most: "Pasar Tanah Abang"."""

PAIR: Final = 3
"""Words of an office and the name of two words that it stands before."""

MOST_NAMED: Final = 4
"""Words that stand at most between a rank and an office."""

LONG: Final = 9
"""Letters of a noun that is told by its prefix and its suffix alone ("Pengendalian", "Kebersihan")."""


class Run:
    """The words of a run of capitals, the same in lower case without the stop of an abbreviation, and their language."""

    __slots__ = ("lows", "speech", "words")

    def __init__(self, words: Sequence[str], speech: Speech) -> None:
        self.words, self.speech = words, speech
        self.lows = [word.lower().rstrip(".").removesuffix("'s") for word in words]


def past_number(frame: Frame, name: list[int], run: list[int]) -> list[int]:
    """The words of a name behind the number of what somebody heads ("Ketua RT 05 Sumarno"), and behind the place of a
    school ("Kepala SMPN 3 Wonosari Wartini")."""
    lows = frame.lows
    while name and lows[name[0]].isdigit():
        name = name[1:]
    if len(name) < 2 or name[0] < run[0] + 2 or not lows[name[0] - 1].isdigit():
        return name
    return name[1:] if lows[name[0] - 2] in frame.speech.roles.schools else name


def after_abbreviation(frame: Frame, run: list[int]) -> list[int]:
    """The words of a run behind a bracketed abbreviation: "Jaksa Penuntut Umum (JPU) Muhibbudin" names Muhibbudin."""
    for n in range(len(run) - 1, 0, -1):
        if run[n] - run[n - 1] > 1 and frame.lows[run[n] - 1] == ")" and not frame.lows[run[n] - 2].isdigit():
            rest = run[n:]
            while len(rest) > 1:
                area = len(rest) > LEAST_NAMED + 1 and frame.lows[rest[0]] in frame.speech.roles.territories
                if not area and not fills(frame, rest[0]):
                    break
                rest = rest[2 if area else 1 :]
            filled = len(rest) < len(run) - n or frame.lows[rest[0] - 1].isdigit()  # "… Perkara (SIPP) PN Solok"
            area = frame.lows[rest[0]] in frame.speech.roles.places and filled
            return run if len(rest) == 1 and (area or frame.lows[rest[0]] in frame.speech.roles.bodies) else rest
    return run


def before_office(run: Run) -> tuple[int, int]:
    """Where the name begins and ends that stands before its office without a comma ("Dokter Lim Swee Hong Direktur Medis
    …", "Seto Wibowo Ketua DPRD Solok"), one word only before an office that nothing but places and bodies completes ("Sumarno
    Ketua RT"); 0, 0 when it is no such run."""
    lows, speech = run.lows, run.speech
    start = int(lows[0] in speech.cues.kinds)  # "Menurut Seto Wibowo Ketua DPRD Solok"
    while start < len(lows) - LEAST_NAMED and lows[start] in speech.roles.ranks:
        start += 1
    office = next((n for n in range(start + 1, len(lows) - 1) if lows[n] in speech.roles.heads), 0)
    if not speech.head_first or not 1 <= office - start <= MOST_NAMED or not _fills_at(run, office + 1):
        return 0, 0
    plain = not any(speech.is_title(lows[n]) or _fills_at(run, n) for n in range(start, office))
    if office - start < LEAST_NAMED:
        plain = (
            plain and not _tells_who(lows[start], speech) and all(_fills_at(run, n) for n in range(office, len(lows)))
        )
    return (start, office) if plain else (0, 0)


def _tells_who(low: str, speech: Speech) -> bool:
    """Whether a word before an Indonesian office is none of a name: somebody of its holder's ("Istri Bupati Solok"), what makes it
    another office or an old one ("Mantan Bupati Solok"), or what a sentence opens with."""
    others = (
        speech.stands_for.person,
        speech.stands_for.body,
        speech.stands_for.anybody,
        speech.no_names,
        speech.former,
    )
    return (
        any(low in words for words in others)
        or low in speech.roles.deputies
        or low.endswith(speech.own)
        or speech.opens_sentence(low)
    )


def joins_two(words: Sequence[str], joint: int, speech: Speech) -> bool:
    """Whether the word at `joint` of a run stands between two people, even where an Indonesian office opens it ("Bupati Rina
    Sari dan Wakil Bupati Seto Wibowo"), rather than inside the name of an office or a body."""
    lows = [word.lower() for word in words]
    if not speech.head_first and joint < PAIR and lows[-1] in speech.stands_for.body:
        return False  # "the Maritime and Coastguard Agency"
    if lows[0] not in speech.roles.bodies and lows[0] not in speech.roles.heads:
        return True
    if not speech.head_first or joint < PAIR or lows[0] not in speech.roles.heads:
        return False
    named = not any(
        low in speech.roles.fillers or low in speech.roles.places for low in lows[1:joint] + lows[joint + 1 :]
    )
    return lows[joint + 1] in speech.roles.titles or (named and joint == PAIR and len(words) == 2 * PAIR)


def before_place(words: list[str], speech: Speech) -> list[str]:
    """The words of an English run up to the "of" of somebody with a rank and two names ("Dr Ann Hill of Marl University")."""
    if speech.head_first or not words or words[0].lower().rstrip(".") not in speech.roles.ranks:
        return words
    return words[: next((n for n, word in enumerate(words) if n >= PAIR and word in speech.links), len(words))]


def is_placed(frame: Frame, run: list[int]) -> bool:
    """Whether only a place stands behind the bracketed abbreviation of a body ("Dinas Kesehatan (Dinkes) DKI Jakarta")."""
    closing = max((i for i in range(run[0], run[-1]) if frame.lows[i] == ")"), default=0)
    behind = [i for i in run if i > closing]
    placed = behind[:1] and frame.lows[behind[0]] in frame.speech.roles.territories  # "… Daerah (BPBD) Kota Solok"
    placed = placed or all(frame.lows[i] in frame.speech.roles.places for i in behind)
    return bool(frame.head_first and placed) and closing > 0


def is_title_at(frame: Frame, at: int) -> bool:
    return frame.speech.is_title(frame.lows[at])


def after_titles(run: Run) -> int:
    """Where the name begins in a run of capitals, behind ranks, titles, what fills them and places; 0 when the run begins
    with an organisation's word, its length when titles are all there is."""
    lows, speech, length = run.lows, run.speech, len(run.lows)
    last_rank = next((n for n in range(length - 2, -1, -1) if speech.roles.is_rank(lows, n)), -1)
    titles = [n for n, low in enumerate(lows[:-1]) if speech.is_title(low) and not speech.roles.is_named(lows, n)]
    body = lows[0] in speech.roles.bodies and lows[0] not in speech.roles.heads
    if body and last_rank < 0 and (speech.head_first or not titles):
        return 0
    if last_rank < 0 and not titles:
        return 0 if lows[-1] not in speech.roles.titles or length > 2 else length
    at = (titles[-1] if titles else last_rank) + 1
    at = next((n + 1 for n in range(length - 2, at - 1, -1) if _is_numbered(run.words[n])), at)
    if last_rank >= 0 and last_rank + 1 >= at and not (last_rank and lows[last_rank - 1] in speech.roles.heads):
        return _after_ranks(run, last_rank + 1)
    at = _past_acronym(run, at)
    if not speech.head_first and length - at == 2 and lows[at] in speech.links:
        return length
    while at < length and _fills_at(run, at):
        at += 1
    at = _past_list(run, at)
    if 0 < at < length - 2 and lows[at - 1] in speech.roles.areas:
        at += 1
    if not speech.head_first and 1 < at < length - LEAST_NAMED and lows[at - 1] in speech.links:
        others = (speech.coordinators, speech.speaks_for, speech.articles)
        at += not any(lows[at - 1] in words for words in others)  # "Mayor of Leeds Ann Hill"
    joint = next((n for n in range(at, length) if lows[n] in speech.links), length)
    at = next((n + 1 for n in range(joint - 2, at - 1, -1) if lows[n] in speech.roles.corporate), at)
    if not speech.head_first:
        at = _past_body(run, at)
    if speech.head_first:
        if at < length and lows[at] in speech.roles.venues:
            return past_venue(at, length)
        short = at > 0 and length - at < VENUE and lows[at - 1] in speech.roles.venues
        return length if short else at  # "Pedagang Pasar Teron"
    placed = (
        at < length and lows[at - 1] in speech.links and lows[-1] in speech.roles.fillers
    )  # "Governor of Harrow State"
    return length if placed or lows[-1] in speech.roles.bodies else at  # "Member of Parliament for Harrow Constituency"


def past_venue(at: int, length: int) -> int:
    """Where a name begins behind the venue at word `at` of a run: behind the one word of its own name where two more follow ("Manajer
    Hotel Mawar Rina Dewi"), else nowhere ("Pedagang Pasar Tanah Abang")."""
    return at + 2 if length - at > VENUE else length


def _past_body(run: Run, at: int) -> int:
    """The place in an English run behind the body that an office belongs to, with its place ("Chairman of the Farmers Union
    Bob Roy", "President of the Royal Bank of Canada Ann Hill")."""
    lows, speech = run.lows, run.speech
    inside = range(len(lows) - LEAST_NAMED - 1, at - 1, -1)
    ends = next((n for n in inside if lows[n] in speech.roles.bodies or lows[n] in speech.links), -1)
    if ends < 0 or speech.links.isdisjoint(lows[:at]):
        return at
    behind = ends + 1 + (lows[ends] in speech.links)
    return behind if LEAST_NAMED <= len(lows) - behind <= LEAST_NAMED + 1 else at


def _is_numbered(word: str) -> bool:
    """Whether a word of a run holds a digit, so that it is of no name ("Satuan Tugas Covid-19 Rudi Hartana")."""
    return not word.isalpha() and word[:1].isalpha() and any(letter.isdigit() for letter in word)


def past_numbered(words: Sequence[str], speech: Speech) -> int:
    """Where a name begins behind the thing whose number stands in an Indonesian run ("… kasus PLTU Belo-1 | Idris Marhan")."""
    numbered = (n + 1 for n in range(len(words) - 2, -1, -1) if _is_numbered(words[n]))
    return next(numbered, 0) if speech.head_first else 0


def _past_list(run: Run, at: int) -> int:
    """The place in a run behind the list that an office is named by, a word of which no list of words holds ("Direktur
    Penyakit Tular Vektor dan Zoonotik Kemenkes Siti Nadia")."""
    lows, speech = run.lows, run.speech
    if not speech.head_first:
        return at
    link = next((n for n in range(len(lows) - LEAST_NAMED - 1, at, -1) if lows[n] in speech.links), 0)
    if not link:
        return at
    behind = next((n + 1 for n in range(len(lows) - 2, link - 1, -1) if _fills_at(run, n)), link + 1)
    return behind if behind > link + 1 else at


def _past_acronym(run: Run, at: int) -> int:
    """The place in a run behind the abbreviation of an organisation ("Deputi Penindakan dan Eksekusi KPK Asep Guntur")."""
    for n in range(len(run.words) - 2 if run.speech.head_first else -1, at - 1, -1):
        word = run.words[n]
        if 2 <= len(word) <= 8 and word.isupper() and "." not in word and not _are_initials(run, n):
            return n + 1
    return at


def _are_initials(run: Run, n: int) -> bool:
    """Whether two capitals are those of a name, one plain word before them behind an office ("Gubernur BI Agus DW Martanto")."""
    speech, low = run.speech, run.lows[n]
    if (
        n < LEAST_NAMED
        or len(low) > LEAST_NAMED
        or low in speech.roles.bodies
        or low in speech.roles.places
        or low in speech.roles.fillers
    ):
        return False
    return _fills_at(run, n - 2) and not _fills_at(run, n - 1)


def ends_with_office(before: str, speech: Speech) -> bool:
    """Whether the words before a name are an office and its comma ("Perdana Menteri Kamboja, ")."""
    office = before[:-2].rpartition(", ")[2].rpartition(". ")[2].split() if before.endswith(", ") else []
    first = next((n for n, word in enumerate(office) if speech.is_title(word.lower())), len(office))
    return first < len(office) and all(fills_title(word, speech) for word in office[first + 1 :])


def after_body(frame: Frame, lead: list[int], run: list[int]) -> list[int]:
    """The name behind the body that an English office holds in small words ("the chairwoman of the Harbour Authority Ann
    Hill"), empty when there is none."""
    lows, speech = frame.lows, frame.speech
    if frame.head_first or lows[lead[-1]] not in speech.links or not any(lows[i] in speech.roles.heads for i in lead):
        return []
    body = max((n for n, i in enumerate(run) if lows[i] in speech.roles.bodies), default=len(run))
    name = run[body + 1 :]
    plain = not any(lows[i] in speech.links or fills(frame, i) for i in name)
    return name if LEAST_NAMED <= len(name) <= LEAST_NAMED + 1 and plain else []


def holds_office(frame: Frame, lead: list[int]) -> bool:
    """Whether small words before a run of capitals are a person's office ("anggota Komisi V DPR RI Mardhani Usman")."""
    return frame.head_first and any(frame.lows[i] in frame.speech.roles.heads for i in lead)


def after_bodies(run: Run) -> int:
    """Where the name begins behind the organisation in which somebody holds an office; the length when no name follows."""
    lows, speech, length = run.lows, run.speech, len(run.lows)
    at = after_titles(run)
    if at:
        return at
    if corporate := [n for n in range(length - 1) if lows[n] in speech.roles.corporate]:
        return corporate[-1] + 1
    behind = at = _past_acronym(run, 0)
    while behind and behind < length - 1 and lows[behind] in speech.roles.places:
        behind += 1
    if behind and lows[behind] not in speech.roles.places and lows[behind] not in speech.roles.fillers:
        return behind
    if lows[0] not in speech.roles.bodies:
        at = 0
        while at < length - 1 and lows[at] in speech.roles.places:
            at += 1
        return at
    while at < length and (_fills_at(run, at) or len(lows[at]) == 1):
        at += 2 if lows[at] in speech.roles.areas and at + 3 < length else 1
    return length if at >= length or lows[-1] in speech.roles.places or lows[-1] in speech.roles.fillers else at


def _after_ranks(run: Run, at: int) -> int:
    """The place in a run behind its ranks, and behind the body that somebody serves ("Jaksa KPK Arif Suherman"); the length
    where no name follows."""
    length = len(run.lows)
    while at < length - 1 and _is_filler(run, at):
        at += 1
    if run.lows[at] in run.speech.roles.bodies and run.speech.head_first:
        while at < length - LEAST_NAMED and _fills_at(run, at):
            at += 1
        return length if _fills_at(run, at) else at
    return length if _is_filler(run, at) or run.lows[at] in run.speech.roles.bodies else at


def _is_filler(run: Run, n: int) -> bool:
    return run.lows[n] in run.speech.roles.fillers or (run.lows[n - 1], run.lows[n]) in run.speech.roles.filler_pairs


def is_nominal(low: str, speech: Speech) -> bool:
    """Whether a word is a noun by its prefix and its suffix, so that no name begins with it."""
    nominal = len(low) >= LONG and low.startswith(speech.noun_starts) and low.endswith(speech.noun_ends)
    return speech.head_first and nominal


def past_opening(lows: Sequence[str], speech: Speech) -> int:
    """Where a name begins behind the words that only a sentence begins with ("Kemudian Seto Wibowo", "Kehadiran Seto Wibowo")."""
    at, last = 0, len(lows) - 1
    while at < last and (speech.opens_sentence(lows[at]) or lows[at] in speech.no_names):
        at += 1
    nominal = at < last and is_nominal(lows[at], speech)
    return at + (
        nominal
        and not any(lows[at] in words for words in (speech.roles.bodies, speech.roles.areas, speech.roles.places))
    )


def goes_on(lows: Sequence[str], at: int, speech: Speech) -> bool:
    """Whether a word at the head of a run of capitals fills an office in front of it ("(SAR) Kelas A Solo Rina")."""
    return lows[at] in speech.roles.fillers or (at > 0 and (lows[at - 1], lows[at]) in speech.roles.filler_pairs)


def fills(frame: Frame, at: int) -> bool:
    """Whether a word after a title still belongs to it."""
    word, before = frame.words(at, at + 1), frame.lows[at - 1] if at else ""
    return fills_title(word, frame.speech, before) and not frame.speech.roles.opens_name(frame.lows, at)


def _fills_at(run: Run, n: int) -> bool:
    before = run.lows[n - 1] if n else ""
    return fills_title(run.words[n], run.speech, before) and not run.speech.roles.opens_name(run.lows, n)


def fills_title(word: str, speech: Speech, before: str = "") -> bool:
    """Whether a word stands between an office and its holder rather than in a name; `before` is the word before it, in
    lower case."""
    low = word.lower().rstrip(".")
    if (
        low in speech.roles.fillers
        or low in speech.roles.places
        or low in speech.roles.bodies
        or low in speech.links
        or low in speech.roles.titles
        or low in speech.chain.outlets
        or (before, low) in speech.roles.filler_pairs
        or (low.isdigit() and before != "")
        or ("/" in low and not speech.roles.bodies.isdisjoint(low.split("/")))  # "… Pencarian dan Pertolongan/Basarnas"
        or is_nominal(low, speech)
    ):
        return True
    letters = word.rpartition("/")[2]
    return letters.isupper() and 2 <= len(letters) <= 8 and "." not in letters
