"""The engine beside its peers on the same articles: first what they find, then how fast; and the texts that try to make it slow.

    make bench-extraction                                    the project's own annotated articles; writes docs/benchmarks.md
    make bench-extraction ARGS="--articles FOLDER"           other articles with marks of the same form (FOLDER/{id,en}/*.json, *.txt)
    make bench-extraction ARGS="--skip peers hostile"        the engine alone
    make bench-extraction ARGS="--peers quantulum cqe"       only these

The peers live in an environment of their own (bench/peers/home.py). In it each takes turns with our engine in one process, start-up
apart, CPU time; a ratio is that of one round. Ends with 1 when a target is missed, a peer could not be measured, or our engine gave
another answer there than here.
"""

import argparse
import json
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

from bench import hostile, report
from bench.peers import PEERS, Peer, home
from claims.extraction import available, extract
from claims.extraction.figures import tokens
from tests.extraction import adversarial
from tests.gold import scoring

ROUNDS = 8
"""Of each peer and language; the first is dropped."""
PASSES = 5
"""So often do we read all articles in one round, because one pass is too short to time well."""
FAST = 1_000_000
NOISY = 1.3
HEADS = (
    "engine", "language", "figures P / R / F1", "quoted P / R / F1", "with speaker F1", "characters/s", "we are faster: min / median / max",
)  # fmt: skip

Times = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Row:
    """One engine on the articles of one language: what it found against the marks, and the seconds of each round."""

    title: str
    language: str
    finds: tuple[str, ...]
    tally: Counter[str]
    size: int
    seconds: tuple[float, ...]
    ratios: tuple[float, ...] = ()
    peer: Peer | None = None

    @property
    def speed(self) -> float:
        """Characters a second in the middle round."""
        return self.size / statistics.median(self.seconds)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that must be reached, what was measured, and whether it is enough."""

    goal: str
    measured: str
    reached: bool


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when every target is reached, else 1."""
    options = parser().parse_args(arguments)
    articles = scoring.load(options.articles) if options.articles else scoring.load()
    peers = [] if "peers" in options.skip else [peer for peer in PEERS if peer.module in options.peers]
    rows, targets = side_by_side(peers, articles)
    lines = [report.machine_line(), "", sample(articles), "", *report.table(HEADS, map(cells, rows))]
    if "hostile" not in options.skip:
        courses = hostile.measured(adversarial.REPEATED, available())
        lines += ["", *hostile.lines(courses)]
        targets += limits(courses)
    if targets:
        lines += ["", *report.table(("target", "measured", "reached"), map(verdict, targets))]
    print("\n".join(lines))
    if not options.articles and not options.skip and len(peers) == len(PEERS):
        report.write("extraction", "The engine", lines)
    return 0 if all(target.reached for target in targets) else 1


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m bench.extraction", description="Measure the engine and its peers.")
    made.add_argument("--articles", type=Path, metavar="FOLDER", help="other annotated articles than tests/gold")
    made.add_argument("--skip", nargs="+", choices=("peers", "hostile"), default=[], help="leave a part out")
    names = [peer.module for peer in PEERS]
    made.add_argument("--peers", nargs="+", choices=names, default=names, help="only these")
    return made


def side_by_side(peers: Sequence[Peer], articles: list[scoring.Article]) -> tuple[list[Row], list[Target]]:
    """Our rows and the peers', by language, and how they compare."""
    texts = dict(scoring.by_language(articles))
    answers = {language: [read(article) for article in group] for language, group in texts.items()}
    own: dict[str, list[float]] = {language: [] for language in texts}
    rows, targets = [], []
    try:
        python = home.python() if peers else None
    except home.NoPeers as problem:
        peers, targets = [], [Target("the peers can be installed", str(problem), reached=False)]
    for peer in peers:
        try:
            found = ask(str(python), peer, texts)
        except subprocess.CalledProcessError as problem:
            targets.append(Target(f"{peer.title} can be measured", f"ends with {problem.returncode}", reached=False))
            continue
        for language, each in found.items():
            if each["ours"] != answers[language]:
                targets.append(Target("the same answer in both environments", f"another ({language})", reached=False))
            rows.append(peer_row(peer, language, texts[language], each))
            own[language] += [ours for ours, _ in each["seconds"]]
    mine = [
        Row(f"**periksa**, the whole pipeline, {form()}", language, ("figures", "quoted"), tally(group, answers[language]), letters(group),
            tuple(own[language] or alone(group)))
        for language, group in texts.items()
        if group
    ]  # fmt: skip
    return mine + rows, targets + compared(mine, rows)


def read(article: scoring.Article) -> dict[str, Any]:
    """Our answer for one article, as it looks after JSON."""
    answer: dict[str, Any] = json.loads(json.dumps(extract(article.text, language=article.language).as_dict()))
    return answer


def form() -> str:
    """How our engine runs: compiled by `manage.py compile`, or from its sources."""
    return "compiled" if tokens.__file__.endswith(tuple(EXTENSION_SUFFIXES)) else "from its sources"


def alone(articles: list[scoring.Article]) -> list[float]:
    """CPU seconds of some passes of our engine without a peer."""
    return [sum(hostile.spent(article.text, article.language) for article in articles) for _ in range(PASSES)]


def ask(python: str, peer: Peer, texts: dict[str, list[scoring.Article]]) -> dict[str, Any]:
    """Let a peer and our engine take turns in the peers' environment; by language what bench/beside.py tells."""
    given = {language: [each.text for each in texts[language]] for language in peer.languages if texts[language]}
    asked = {"peer": peer.module, "rounds": ROUNDS, "passes": PASSES, "articles": given}
    environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [python, "-m", "bench.beside"],
        input=json.dumps(asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        cwd=home.ROOT,
        env=environment,
    )
    languages: dict[str, Any] = json.loads(done.stdout)["languages"]
    return languages


def peer_row(peer: Peer, language: str, articles: list[scoring.Article], found: dict[str, Any]) -> Row:
    """A peer's scores and speed."""
    times: Times = found["seconds"]
    title = f"{peer.title} (fails on {found['failed']} articles)" if found["failed"] else peer.title
    return Row(
        title,
        language,
        (peer.finds,),
        tally(articles, found["theirs"]),
        letters(articles),
        tuple(theirs for _, theirs in times),
        tuple(theirs / ours for ours, theirs in times),
        peer,
    )


def tally(articles: list[scoring.Article], answers: list[dict[str, Any]]) -> Counter[str]:
    """Hits, given and wanted of figures and quoted stretches."""
    counts: Counter[str] = Counter()
    for article, answer in zip(articles, answers, strict=True):
        scoring.compare_figures(article, answer["figures"], counts, scoring.silent)
        scoring.compare_quotes(article, answer["quotes"], True, counts, scoring.silent)
    return counts


def letters(articles: list[scoring.Article]) -> int:
    """Characters in all."""
    return sum(len(article.text) for article in articles)


def compared(mine: list[Row], rows: list[Row]) -> list[Target]:
    """First that we find more than each peer, then that we are so many times as fast."""
    ours = {row.language: row for row in mine}
    targets = []
    for row in rows:
        kind, best = row.finds[0], ours[row.language]
        here, there = scoring.f1(best.tally, kind), scoring.f1(row.tally, kind)
        name = f"{row.title.split()[0]} ({row.language})"
        targets.append(Target(f"{kind} F1 above {name}", f"{here:.3f} and {there:.3f}", reached=here > there))
        if row.peer and row.peer.times:
            middle = statistics.median(row.ratios)
            targets.append(
                Target(f"≥ {row.peer.times} × as fast as {name}", f"{middle:.0f} ×", reached=middle >= row.peer.times)
            )
    return targets


def limits(courses: list[hostile.Course]) -> list[Target]:
    """The worst hostile text against the two limits."""
    slowest, steepest = courses[0].per_megabyte, max(course.per_doubling for course in courses)
    return [
        Target(f"≤ {hostile.SLOWEST} s for the worst megabyte", f"{slowest:.2f} s", reached=slowest <= hostile.SLOWEST),
        Target(f"≤ {hostile.STEEPEST} × for twice the text", f"{steepest:.2f} ×", reached=steepest <= hostile.STEEPEST),
    ]


def sample(articles: list[scoring.Article]) -> str:
    """How much was read."""
    parts = [
        f"{len(group)} {language} articles of {letters(group):,} characters"
        for language, group in scoring.by_language(articles)
    ]
    return (
        f"Read: {', '.join(parts)}. A figure counts when its number's span meets the mark and the value is the same; a quoted "
        f"stretch at an overlap of {scoring.OVERLAP}, with the right speaker in the next column. {ROUNDS} rounds, turn by turn, the "
        f"first dropped; a wide range of ratios (more than {NOISY} ×, marked ~) means that the machine was busy."
    )


def cells(row: Row) -> list[str]:
    """A row of the table."""
    scores = [prf(row.tally, kind) if kind in row.finds else "–" for kind in ("figures", "quoted")]
    joint = f"{scoring.f1(row.tally, 'quoted', 'quoted speaker'):.3f}" if "quoted" in row.finds else "–"
    speed = f"{row.speed:,.0f}" + (" (goal 1,000,000)" if not row.ratios and row.speed < FAST else "")
    return [row.title, row.language, *scores, joint, speed, ranged(row.ratios)]


def ranged(ratios: Sequence[float]) -> str:
    """The smallest, the middle and the largest ratio."""
    if not ratios:
        return ""
    low, middle, high = min(ratios), statistics.median(ratios), max(ratios)
    return f"{low:.0f} / **{middle:.0f}** / {high:.0f} ×" + (" ~" if high / low > NOISY else "")


def prf(counts: Counter[str], kind: str) -> str:
    """Precision, recall and F1 of one kind."""
    precision = scoring.share(counts, f"{kind} hit", f"{kind} given")
    recall = scoring.share(counts, f"{kind} hit", f"{kind} wanted")
    return f"{precision:.3f} / {recall:.3f} / {scoring.f1(counts, kind):.3f}"


def verdict(target: Target) -> list[str]:
    """A row of the table of targets."""
    return [target.goal, target.measured, "yes" if target.reached else "**no**"]


if __name__ == "__main__":
    sys.exit(main())
