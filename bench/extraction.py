"""The engine beside its peers on the same articles: precision, recall, F1 and characters a second of one core, in process, start-up apart.

    make bench-extraction                      the project's own annotated articles
    make bench-extraction ARGS="--gold DIR"    other articles with marks of the same form
    make bench-extraction ARGS="--hostile"     also the slowest megabytes of tests/extraction/adversarial.py
    make bench-extraction ARGS="--write"       puts the tables into docs/benchmarks.md

The peers live in an environment of their own, build/bench-venv, made from bench/peers.txt when it is missing.
"""

import argparse
import json
import platform
import subprocess
import sys
import time
import venv
from collections import Counter
from pathlib import Path
from typing import Any

from claims.extraction import extract
from tests.extraction import adversarial
from tests.gold import scoring

ROOT = Path(__file__).parent.parent
HOME = ROOT / "build" / "bench-venv"
PAGE = ROOT / "docs" / "benchmarks.md"
MARK = "<!-- extraction -->"
PEERS = {
    "quantulum3": ("figures", ("id", "en")),
    "recognizers": ("figures", ("id", "en")),
    "textacy": ("quoted", ("en",)),
}
"""peer -> (what it finds, the languages it is run on; both number peers read Indonesian as English, which is all they offer)."""
ROUNDS = 5


def main() -> int:
    """Measure and print; 0, or 1 when the peers' environment cannot be made."""
    options = parser().parse_args()
    articles = scoring.load(options.gold) if options.gold else scoring.load()
    rows = [ours(articles, language) for language in scoring.LANGUAGES]
    if not options.alone:
        try:
            make_home()
        except subprocess.CalledProcessError as error:
            print(f"bench: the peers could not be installed ({error}); --alone measures without them", file=sys.stderr)
            return 1
        for peer, (finds, languages) in PEERS.items():
            rows += [theirs(peer, finds, articles, language) for language in languages]
    lines = [machine_line(), "", *table(rows)]
    if options.hostile:
        lines += ["", *hostile()]
    print("\n".join(lines))
    if options.write:
        write(lines)
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m bench.extraction", description="Measure the engine and its peers.")
    made.add_argument("--gold", type=Path, help="a folder of annotated articles (id/*.json, en/*.json)")
    made.add_argument("--alone", action="store_true", help="without the peers")
    made.add_argument("--hostile", action="store_true", help="also the slowest hostile megabytes")
    made.add_argument("--write", action="store_true", help="put the tables into docs/benchmarks.md")
    return made


def make_home() -> None:
    """Make the peers' environment when it is not there."""
    if (HOME / "ready").exists():
        return
    venv.create(HOME, with_pip=True, clear=True)
    pip = [str(HOME / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--requirement", str(ROOT / "bench" / "peers.txt")], check=True)
    (HOME / "ready").touch()


def ours(articles: list[scoring.Article], language: str) -> dict[str, Any]:
    """Our engine on the articles of one language: the best of some rounds, CPU time, after a warm-up."""
    texts = [article for article in articles if article.language == language]
    answers = [extract(article.text, language=language).as_dict() for article in texts]
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        for article in texts:
            extract(article.text, language=language)
        best = min(best, time.process_time() - begin)
    return row("periksa", language, texts, answers, best, ("figures", "quoted"))


def theirs(peer: str, finds: str, articles: list[scoring.Article], language: str) -> dict[str, Any]:
    """One peer on the articles of one language, in its own process."""
    texts = [article for article in articles if article.language == language]
    given = json.dumps([{"language": language, "text": article.text} for article in texts])
    command = [str(HOME / "bin" / "python"), "-W", "ignore", str(ROOT / "bench" / "peers.py"), peer]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout.splitlines()[-1])
    return row(peer, language, texts, found["answers"], found["seconds"], (finds,))


def row(
    name: str, language: str, texts: list[scoring.Article], answers: list[Any], seconds: float, finds: tuple[str, ...]
) -> dict[str, Any]:
    """Scores and speed of one engine on one language."""
    tally: Counter[str] = Counter()
    for article, answer in zip(texts, answers, strict=True):
        scoring.compare_figures(article, answer["figures"], tally, scoring.silent)
        scoring.compare_quotes(article, answer["quotes"], True, tally, scoring.silent)
    size = sum(len(article.text) for article in texts)
    return {"name": name, "language": language, "speed": size / max(seconds, 1e-9), "tally": tally, "finds": finds}


def table(rows: list[dict[str, Any]]) -> list[str]:
    """The rows as a Markdown table."""
    lines = [
        "| engine | language | figures P / R / F1 | quoted P / R / F1 | M characters/s | ours is faster by |",
        "|---|---|---|---|---|---|",
    ]
    own = {entry["language"]: entry["speed"] for entry in rows if entry["name"] == "periksa"}
    for entry in rows:
        scores = [prf(entry["tally"], kind) if kind in entry["finds"] else "–" for kind in ("figures", "quoted")]
        ratio = "" if entry["name"] == "periksa" else f"{own[entry['language']] / entry['speed']:.0f} ×"
        lines.append(
            f"| {entry['name']} | {entry['language']} | {scores[0]} | {scores[1]} | {entry['speed'] / 1e6:.3f} | {ratio} |"
        )
    return lines


def prf(tally: Counter[str], kind: str) -> str:
    """Precision, recall and F1 of one kind."""
    hit, given, wanted = (tally[f"{kind} {part}"] for part in ("hit", "given", "wanted"))
    return f"{hit / max(1, given):.3f} / {hit / max(1, wanted):.3f} / {2 * hit / max(1, given + wanted):.3f}"


def hostile() -> list[str]:
    """The ten slowest hostile megabytes: seconds for half a megabyte and for one, by language."""
    found = []
    for name in adversarial.REPEATED:
        for language in scoring.LANGUAGES:
            half, whole = (
                seconds(adversarial.text(name, size), language) for size in (adversarial.SIZE // 2, adversarial.SIZE)
            )
            found.append((whole, half, name, language))
    found.sort(reverse=True)
    lines = ["| hostile text | language | s for 0.5 MB | s for 1 MB | doubling |", "|---|---|---|---|---|"]
    return lines + [
        f"| {name} | {language} | {half:.2f} | {whole:.2f} | {whole / max(half, 1e-9):.2f} |"
        for whole, half, name, language in found[:10]
    ]


def seconds(text: str, language: str) -> float:
    """CPU seconds for one text."""
    begin = time.process_time()
    extract(text, language=language)
    return time.process_time() - begin


def machine_line() -> str:
    """What the figures were measured on."""
    model = next(
        (line.partition(":")[2].strip() for line in cpu_lines() if line.startswith("model name")),
        platform.processor() or "unknown",
    )
    return (
        f"Measured on {model}, one core, Python {platform.python_version()}, {platform.system()} {platform.machine()}."
    )


def cpu_lines() -> list[str]:
    """The lines of /proc/cpuinfo where there is one."""
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def write(lines: list[str]) -> None:
    """Put the lines between the marks of docs/benchmarks.md."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else f"# Benchmarks\n\n## The engine\n\n{MARK}\n{MARK}\n"
    if MARK not in text:
        text = f"{text.rstrip()}\n\n## The engine\n\n{MARK}\n{MARK}\n"
    before, _, rest = text.partition(MARK)
    after = rest.partition(MARK)[2]
    PAGE.write_text(f"{before}{MARK}\n" + "\n".join(lines) + f"\n{MARK}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
