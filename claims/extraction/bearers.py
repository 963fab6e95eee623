"""The name in a run of capitals: what stands behind the titles, offices, organisations and places before it."""

from .frames import Frame
from .speech import Speech

LEAST_NAMED = 2
"""Words that stand at least behind the list of an office."""

MOST_NAMED = 4
"""Words that stand at most between a rank and an office."""

LONG = 9
"""Letters of a noun that is told by its prefix and its suffix alone ("Pengendalian", "Kebersihan")."""


def past_number(frame: Frame, name: list[int], run: list[int]) -> list[int]:
    """The words of a name behind the number of what somebody heads ("Ketua RT 05 Sumarno"), and behind the place of a
    school ("Kepala SMPN 3 Wonosari Wartini")."""
    lows = frame.lows
    while name and lows[name[0]].isdigit():
        name = name[1:]
    if len(name) < 2 or name[0] < run[0] + 2 or not lows[name[0] - 1].isdigit():
        return name
    return name[1:] if lows[name[0] - 2] in frame.speech.schools else name


def after_abbreviation(frame: Frame, run: list[int]) -> list[int]:
    """The words of a run behind a bracketed abbreviation: "Jaksa Penuntut Umum (JPU) Muhibbudin" names Muhibbudin."""
    for n in range(len(run) - 1, 0, -1):
        if run[n] - run[n - 1] > 1 and frame.lows[run[n] - 1] == ")" and not frame.lows[run[n] - 2].isdigit():
            rest = run[n:]
            while len(rest) > 1:
                area = len(rest) > LEAST_NAMED + 1 and frame.lows[rest[0]] in frame.speech.territories
                if not area and not fills(frame, rest[0]):
                    break
                rest = rest[2 if area else 1 :]
            return rest
    return run


def before_office(frame: Frame, run: list[int]) -> list[int]:
    """The words of a run that are a name between a rank and an office ("Dokter Lim Swee Hong Direktur Medis …"); nothing
    when it is no such run."""
    speech, lows = frame.speech, frame.lows
    if not speech.own or lows[run[0]] not in speech.ranks:
        return []
    office = next((n for n in range(1, len(run) - 1) if lows[run[n]] in speech.heads), 0)
    name = run[1:office]
    while name and lows[name[0]] in speech.ranks:
        name = name[1:]
    plain = LEAST_NAMED <= len(name) <= MOST_NAMED and not any(is_title_at(frame, i) or fills(frame, i) for i in name)
    return name if plain else []


def is_placed(frame: Frame, run: list[int]) -> bool:
    """Whether only a place stands behind the bracketed abbreviation of a body ("Dinas Kesehatan (Dinkes) DKI Jakarta")."""
    closing = max((i for i in range(run[0], run[-1]) if frame.lows[i] == ")"), default=0)
    behind = [i for i in run if i > closing]
    return bool(frame.speech.own) and closing > 0 and all(frame.lows[i] in frame.speech.places for i in behind)


def is_title_at(frame: Frame, at: int) -> bool:
    return frame.speech.is_title(frame.lows[at])


def after_titles(frame: Frame, run: list[int]) -> list[int]:
    """The words of a run of capitals that are the name, without ranks, titles, what fills them and places; the run
    itself when it begins with an organisation's word, nothing when titles are all there is."""
    speech, lows = frame.speech, frame.lows
    last_rank = max((n for n, i in enumerate(run[:-1]) if lows[i] in speech.ranks), default=-1)
    titles = [n for n, i in enumerate(run[:-1]) if is_title_at(frame, i)]
    if (
        lows[run[0]] in speech.bodies
        and last_rank < 0
        and lows[run[0]] not in speech.heads
        and (speech.own or not titles)
    ):
        return run
    if last_rank < 0 and not titles:
        return run if lows[run[-1]] not in speech.titles or len(run) > 2 else []
    at = (titles[-1] if titles else last_rank) + 1
    if last_rank >= 0 and last_rank + 1 >= at and not (last_rank and lows[run[last_rank - 1]] in speech.heads):
        return _without_ranks(frame, run[last_rank + 1 :])
    at = _past_acronym(frame, run, at)
    if not speech.own and len(run) - at == 2 and lows[run[at]] in speech.links:
        return []
    while at < len(run) and fills(frame, run[at]):
        at += 1
    at = _past_list(frame, run, at)
    if 0 < at < len(run) - 2 and lows[run[at - 1]] in speech.areas:
        at += 1
    joint = next((n for n in range(at, len(run)) if lows[run[n]] in speech.links), len(run))
    at = max((n + 1 for n in range(at, min(joint, len(run)) - 1) if lows[run[n]] in speech.corporate), default=at)
    name = run[at:]
    if name and lows[name[-1]] in speech.titles and len(name) == 1:
        return []
    return name


def _past_list(frame: Frame, run: list[int], at: int) -> int:
    """The place in a run behind the list that an office is named by, a word of which no list of words holds ("Direktur
    Penyakit Tular Vektor dan Zoonotik Kemenkes Siti Nadia")."""
    speech, lows = frame.speech, frame.lows
    link = max((n for n in range(at + 1, len(run) - LEAST_NAMED) if lows[run[n]] in speech.links), default=0)
    if not speech.own or not link:
        return at
    behind = max((n + 1 for n in range(link, len(run) - 1) if fills(frame, run[n])), default=link + 1)
    return behind if behind > link + 1 else at


def _past_acronym(frame: Frame, run: list[int], at: int) -> int:
    """The place in a run behind the abbreviation of an organisation ("Deputi Penindakan dan Eksekusi KPK Asep Guntur")."""
    for n in range(len(run) - 2, at - 1, -1):
        word = frame.words(run[n], run[n] + 1)
        if frame.speech.own and 2 <= len(word) <= 8 and word.isupper():
            return n + 1
    return at


def holds_office(frame: Frame, lead: list[int]) -> bool:
    """Whether small words before a run of capitals are a person's office ("anggota Komisi V DPR RI Mardhani Usman")."""
    return bool(frame.speech.own) and any(frame.lows[i] in frame.speech.heads for i in lead)


def after_bodies(frame: Frame, run: list[int]) -> list[int]:
    """The name behind the organisation in which somebody holds an office; nothing when no name follows."""
    speech, lows = frame.speech, frame.lows
    name = after_titles(frame, run)
    corporate = [n for n in range(len(run) - 1) if lows[run[n]] in speech.corporate]
    if name == run and corporate:
        return run[corporate[-1] + 1 :]
    if name != run:
        return name
    behind = _past_acronym(frame, run, 0)
    while behind and behind < len(run) - 1 and lows[run[behind]] in speech.places:
        behind += 1
    if behind and lows[run[behind]] not in speech.places and lows[run[behind]] not in speech.fillers:
        return run[behind:]
    if lows[run[0]] not in speech.bodies:
        while len(name) > 1 and lows[name[0]] in speech.places:
            name = name[1:]
        return name
    at = _past_acronym(frame, run, 0)
    while at < len(run) and (fills(frame, run[at]) or len(lows[run[at]]) == 1):
        at += 2 if lows[run[at]] in speech.areas and at + 3 < len(run) else 1
    name = run[at:]
    return [] if not name or lows[name[-1]] in speech.places or lows[name[-1]] in speech.fillers else name


def _without_ranks(frame: Frame, run: list[int]) -> list[int]:
    while len(run) > 1 and (frame.lows[run[0]] in frame.speech.ranks or frame.lows[run[0]] in frame.speech.fillers):
        run = run[1:]
    return run if frame.lows[run[0]] not in frame.speech.fillers else []


def is_nominal(low: str, speech: Speech) -> bool:
    """Whether a word is a noun by its prefix and its suffix, so that no name begins with it."""
    nominal = len(low) >= LONG and low.startswith(speech.noun_starts) and low.endswith(speech.noun_ends)
    return bool(speech.own) and nominal


def fills(frame: Frame, at: int) -> bool:
    """Whether a word after a title still belongs to it."""
    return fills_title(frame.words(at, at + 1), frame.speech)


def fills_title(word: str, speech: Speech) -> bool:
    """Whether a word stands between an office and its holder rather than in a name."""
    low = word.lower().rstrip(".")
    if (
        low in speech.fillers
        or low in speech.places
        or low in speech.bodies
        or low in speech.links
        or low in speech.titles
        or low in speech.outlets
        or is_nominal(low, speech)
    ):
        return True
    letters = word.rpartition("/")[2]
    return letters.isupper() and 2 <= len(letters) <= 8 and "." not in letters and bool(speech.own)
