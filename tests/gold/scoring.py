"""How far the engine's reading of the articles in this folder agrees with their marks.

A mark file is {"source", "language", "quotes", "figures", "distractors"}; offsets are code points, half-open. Every
measure is a share between 0 and 1, higher is better:

figures        F1 of checkable figures: the number's span overlaps and the value (both ends of a range) is the same
bound          of the matched figures, those whose bound lies on the same side (about = nearly, at_least = more_than …)
counted        of the matched plain counts, those whose head noun is among the words that the engine says are counted
unit           of the matched percents and amounts of money, those with the right unit
refused        of the numbers that are no claim (dates, ages, identifiers, boilerplate …), those not taken for a figure
quoted         F1 of the stretches between marks, matched at an overlap of 0.8
quoted_joint   the same, where a match counts only if the speaker shares a word with the speaker's name or mention
quoted_name    of the matched stretches, those whose speaker shares a word with the full name
indirect       F1 of reported clauses at an overlap of 0.8
chain          F1 of audience, medium and relay parts, an article at a time
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
LANGUAGES = ("id", "en")
OVERLAP = 0.8
EDGES = " \t\r\n\u00a0\"'“”‘’„«».,;:!?…–—-"
SIDES = {
    "about": "near",
    "nearly": "near",
    "at_least": "from",
    "more_than": "from",
    "at_most": "to",
    "less_than": "to",
}
TITLES = (
    "mr mrs ms dr prof the a an of and for in minister president governor chief judge general "
    "presiden menteri ketua kepala direktur gubernur bupati wali kota pak bu ibu bapak seorang para dan di dari yang itu"
)
HONORIFICS = frozenset(re.split(" ", TITLES))

Mark = dict[str, Any]
Span = tuple[int, int]
Note = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Article:
    """One annotated article: its name, language, text and marks."""

    name: str
    language: str
    text: str
    marks: Mark


def silent(line: str) -> None:
    """Hears of a disagreement and says nothing."""


def load(folder: Path = FOLDER) -> list[Article]:
    """All articles of a folder, by language and name; ValueError where a text is not the one that was marked."""
    articles = []
    for language in LANGUAGES:
        for path in sorted((folder / language).glob("*.json")):
            marks = json.loads(path.read_text(encoding="utf-8"))
            text = path.with_suffix(".txt").read_bytes().decode("utf-8")
            if sha256(text.encode()).hexdigest() != marks["source"]["sha256_of_text"]:
                raise ValueError(f"{path}: the text is not the one that was marked")
            articles.append(Article(f"{language}/{path.stem}", language, text, marks))
    return articles


def digest(folder: Path = FOLDER) -> str:
    """A sha256 over the names and bytes of all texts and mark files, so that floors belong to one corpus."""
    total = sha256()
    for language in LANGUAGES:
        for path in sorted((folder / language).iterdir()):
            total.update(f"{language}/{path.name}\0".encode() + path.read_bytes() + b"\0")
    return total.hexdigest()


def measure(articles: Iterable[Article], read: Callable[[Article], Mark], note: Note = silent) -> dict[str, float]:
    """The measures over `articles`; `read` gives the JSON contract for one; `note` hears of each disagreement."""
    tally: Counter[str] = Counter()
    for article in articles:
        answer = read(article)
        compare_figures(article, answer["figures"], tally, note)
        compare_quotes(article, answer["quotes"], True, tally, note)
        compare_quotes(article, answer["quotes"], False, tally, note)
        compare_chain(article, answer["quotes"], tally, note)
    return {
        "figures": f1(tally, "figures"),
        "bound": share(tally, "bound", "figures hit"),
        "counted": share(tally, "counted", "counts"),
        "unit": share(tally, "unit", "measured"),
        "refused": 1 - share(tally, "taken", "distractors"),
        "quoted": f1(tally, "quoted"),
        "quoted_joint": f1(tally, "quoted", "quoted speaker"),
        "quoted_name": share(tally, "quoted name", "quoted hit"),
        "indirect": f1(tally, "indirect"),
        "chain": f1(tally, "chain"),
    }


def share(tally: Counter[str], part: str, whole: str) -> float:
    return tally[part] / tally[whole] if tally[whole] else 0.0


def f1(tally: Counter[str], kind: str, hits: str = "") -> float:
    both = tally[f"{kind} wanted"] + tally[f"{kind} given"]
    return 2 * tally[hits or f"{kind} hit"] / both if both else 0.0


def compare_figures(article: Article, given: list[Mark], tally: Counter[str], note: Note) -> None:
    wanted = [mark for mark in article.marks["figures"] if mark["checkable"] and mark.get("form") != "score"]
    free = [mark for mark in article.marks["figures"] if mark not in wanted]
    free += [mark for mark in article.marks["distractors"] if mark.get("neutral")]
    distractors = [mark for mark in article.marks["distractors"] if not mark.get("neutral")]
    left = [figure for figure in given if figure["value"] is not None]
    tally.update({"figures wanted": len(wanted), "distractors": len(distractors)})
    for mark in wanted:
        figure = next((f for f in left if meets(mark, f["number"]) and same_value(mark, f)), None)
        if figure is None:
            note(line(article, mark, f"figure missed, {mark['value']}"))
            continue
        left.remove(figure)
        tally.update({"figures hit": 1, "figures given": 1})
        judge_figure(article, mark, figure, tally, note)
    for figure in left:
        number = figure["number"]
        taken = [mark for mark in distractors if meets(mark, number)]
        tally["taken"] += len(taken)
        if not any(meets(mark, number) for mark in free):
            tally["figures given"] += 1
            why = taken[0]["why"] if taken else "wrong value" if any(meets(m, number) for m in wanted) else "elsewhere"
            note(line(article, number, f"figure false ({why}), read as {figure['value']}"))


def judge_figure(article: Article, mark: Mark, figure: Mark, tally: Counter[str], note: Note) -> None:
    """Bound, unit and counted noun of one matched figure."""
    readings = [mark["bound"], *mark.get("bound_alt", [])] + ["less_than"] * (mark["bound"] == "nearly")
    right = "value_max" in mark or side(figure["bound"]) in {side(bound) for bound in readings}
    tally["bound"] += right
    if not right:
        note(line(article, mark, f"bound {figure['bound']}, wanted {mark['bound']}"))
    unit = mark.get("unit", "")
    if unit == "percent" or (len(unit) == 3 and unit.isupper()):
        tally.update({"measured": 1, "unit": int(figure["unit"] == unit)})
        if figure["unit"] != unit:
            note(line(article, mark, f"unit {figure['unit']}, wanted {unit}"))
    if mark.get("counted") and not unit:
        right = same_head(article.language, mark["counted"], figure["counted"] or "")
        tally.update({"counts": 1, "counted": int(right)})
        if not right:
            note(line(article, mark, f"counted {figure['counted']}, wanted {mark['counted']}"))


def side(bound: str) -> str:
    return SIDES.get(bound, bound)


def meets(mark: Mark, span: Mark) -> bool:
    """Whether a number's span overlaps a mark; a whole clause round it does not count as its number."""
    overlaps: bool = mark["start"] < span["end"] and span["start"] < mark["end"]
    is_number: bool = span["end"] - span["start"] <= mark["end"] - mark["start"] + 20
    return overlaps and is_number


def same_value(mark: Mark, figure: Mark) -> bool:
    """Equal to 1 part in 100,000, end by end; a range is never a single value."""
    ends = ((mark["value"], figure["value"]), (mark.get("value_max"), figure["high"]))
    for wanted, given in ends:
        if (wanted is None) != (given is None):
            return False
        if wanted is None:
            continue
        a, b = Decimal(str(wanted)), Decimal(given)
        if abs(a - b) > max(abs(a), abs(b)) / 100_000:
            return False
    return True


def same_head(language: str, wanted: str, given: str) -> bool:
    """The head (last word in English, first in Indonesian) is among the given words, and those are not a whole clause."""
    words, others = re.findall(r"\w+", wanted.lower()), re.findall(r"\w+", given.lower())
    head = words[-1 if language == "en" else 0].rstrip("s")
    return len(others) <= len(words) + 4 and any(word.rstrip("s") == head for word in others)


def compare_quotes(article: Article, given: list[Mark], marked: bool, tally: Counter[str], note: Note) -> None:
    """Match quotes one to one, best overlap first: stretches between marks, or reported clauses."""
    kind = "quoted" if marked else "indirect"
    wanted = [(trimmed(article.text, m), m) for m in article.marks["quotes"] if (m["kind"] != "indirect") == marked]
    found: dict[Span, Mark] = {}
    for quote in given:
        if (quote["form"] != "indirect") == marked:
            for part in quote["parts"] if marked and quote["parts"] else [quote]:
                found.setdefault(trimmed(article.text, part), quote)
    tally.update({f"{kind} wanted": len(wanted), f"{kind} given": len(found)})
    scored = sorted(
        ((overlap(span, other), i, other) for i, (span, _) in enumerate(wanted) for other in found), reverse=True
    )
    hits: dict[int, Span] = {}
    for value, i, other in scored:
        if value >= OVERLAP and i not in hits and other not in hits.values():
            hits[i] = other
    for i, (_, mark) in enumerate(wanted):
        if i not in hits:
            note(line(article, mark, f"{mark['kind']} quote missed"))
            continue
        tally[f"{kind} hit"] += 1
        judge_speaker(article, mark, found[hits[i]], kind, tally, note)
    for span, quote in found.items():
        if span not in hits.values():
            note(line(article, {"start": span[0], "end": span[1]}, f"{quote['form']} quote false"))


def judge_speaker(article: Article, mark: Mark, quote: Mark, kind: str, tally: Counter[str], note: Note) -> None:
    given = name_words((quote["speaker"] or {}).get("name") or "")
    name = name_words(mark["speaker"])
    mention = name_words(article.text[mark.get("speaker_start", 0) : mark.get("speaker_end", 0)])
    tally.update({f"{kind} speaker": int(bool(given & (name | mention))), f"{kind} name": int(bool(given & name))})
    if not given & name:
        said = (quote["speaker"] or {}).get("name")
        note(line(article, mark, f"{mark['kind']} quote: speaker {said}, wanted {mark['speaker']}"))


def compare_chain(article: Article, given: list[Mark], tally: Counter[str], note: Note) -> None:
    wanted = {(v["start"], v["end"], v["role"]) for mark in article.marks["quotes"] for v in mark.get("via", [])}
    found = {
        (part["start"], part["end"], part["role"])
        for quote in given
        for part in quote["attribution"]
        if part["role"] in ("audience", "medium", "relay")
    }
    tally.update({"chain wanted": len(wanted), "chain given": len(found)})
    for start, end, role in sorted(wanted):
        other = next((f for f in sorted(found) if f[2] == role and f[0] < end and start < f[1]), None)
        if other:
            found.discard(other)
            tally["chain hit"] += 1
        else:
            note(line(article, {"start": start, "end": end}, f"chain: {role} missed"))
    for start, end, role in sorted(found):
        note(line(article, {"start": start, "end": end}, f"chain: {role} false"))


def trimmed(text: str, mark: Mark) -> Span:
    """A span without the marks, blanks and stops at its edges, which are a matter of house style."""
    start, end = mark["start"], mark["end"]
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def overlap(a: Span, b: Span) -> float:
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / max(1, max(a[1], b[1]) - min(a[0], b[0]))


def name_words(name: str) -> set[str]:
    words = set(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", name.lower()))
    return words - HONORIFICS or words


def line(article: Article, mark: Mark, what: str) -> str:
    """One disagreement in its context, for people."""
    text, start, end = article.text, mark["start"], mark["end"]
    shown = f"…{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 50]}…"
    return f"{article.name} {start}: {what}\n    " + " ".join(shown.split())


def by_language(articles: Iterable[Article]) -> Iterator[tuple[str, list[Article]]]:
    """The articles in one list a language."""
    articles = list(articles)
    for language in LANGUAGES:
        yield language, [article for article in articles if article.language == language]
