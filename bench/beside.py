"""One peer and our engine in one process, taking turns over the same articles; runs in the peers' environment.

    echo '{"peer": "quantulum", "rounds": 8, "passes": 5, "articles": {"en": ["…"]}}' | build/bench-venv/bin/python -m bench.beside

Out, by language: the CPU seconds of each round (ours for one pass, the peer's) and what both found in each article.
"""

import decimal
import gc
import importlib
import json
import logging
import os
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

from bench.peers import Answer, Read, Tell
from claims.extraction import Extraction, extract

NOTHING: Answer = {"figures": [], "quotes": []}
CONTEXT = decimal.getcontext().copy()
"""As it was before a peer came: one of them lowers the precision of decimal numbers for the whole process."""


def main() -> None:
    """Read what is asked, measure, answer. What the libraries print goes to the standard error."""
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    asked = json.load(sys.stdin)
    begin = time.perf_counter()
    read, tell = importlib.import_module(f"bench.peers.{asked['peer']}").ready()
    start = time.perf_counter() - begin
    found = {
        language: beside(read, tell, texts, language, asked["rounds"], asked["passes"])
        for language, texts in asked["articles"].items()
    }
    with answer:
        json.dump({"start": start, "languages": found}, answer)


def beside(read: Read, tell: Tell, texts: list[str], language: str, rounds: int, passes: int) -> dict[str, Any]:
    """Warm both up, which gives the answers, then let them take turns; the first round does not count."""
    ours = [answer.as_dict() for answer in own(texts, language)]
    theirs, failed = [], 0
    for text in texts:
        try:
            theirs.append(tell(text, read(text)))
        except Exception:  # noqa: BLE001 - what a peer cannot read counts as nothing found
            theirs.append(NOTHING)
            failed += 1
    gc.collect()
    gc.freeze()
    seconds = []
    for _ in range(rounds):
        mine = spent(lambda: [own(texts, language) for _ in range(passes)]) / passes
        seconds.append((mine, spent(lambda: [quietly(read, text) for text in texts])))
    return {"ours": ours, "theirs": theirs, "failed": failed, "seconds": seconds[1:]}


def own(texts: list[str], language: str) -> list[Extraction]:
    """What our engine finds in each text."""
    with decimal.localcontext(CONTEXT):
        return [extract(text, language=language) for text in texts]


def quietly(read: Read, text: str) -> object:
    """What a peer finds, or nothing where it fails."""
    try:
        return read(text)
    except Exception:  # noqa: BLE001 - told by the warm-up
        return None


def spent(work: Callable[[], object]) -> float:
    """CPU seconds of `work`, all threads."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


if __name__ == "__main__":
    main()
