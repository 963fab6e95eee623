"""The floors that the engine must not fall below, kept beside the articles in floors.json."""

import json
from math import floor
from pathlib import Path
from typing import Any

from claims.extraction.pipeline import extract
from tests.gold.scoring import FOLDER, Article, Mark, Note, by_language, digest, load, measure, silent

FILE = FOLDER / "floors.json"
MARGIN = 0.01
"""Below the measured value, so that a harmless change does not fail; kept to three places."""


class WouldLower(Exception):
    """New floors would lie under the recorded ones; the message names each."""


def read(article: Article) -> Mark:
    """The engine's answer for one article, by the JSON contract; the language is left for it to guess."""
    return extract(article.text).as_dict()


def measured(note: Note = silent) -> dict[str, dict[str, float]]:
    """{language: {measure: value}} of the engine as it stands."""
    return {language: measure(articles, read, note) for language, articles in by_language(load())}


def recorded(file: Path = FILE) -> dict[str, Any]:
    """{"corpus": digest, "floors": {language: {measure: floor}}}"""
    return json.loads(file.read_text(encoding="utf-8"))


def updated(
    old: dict[str, Any], values: dict[str, dict[str, float]], corpus: str, *, lower: bool = False
) -> dict[str, Any]:
    """The floors for `values`: each at its value less MARGIN, or where it was if that is higher.

    Raises WouldLower when the engine is under a recorded floor, unless `lower` is given; then every floor follows the
    engine, down as well as up.
    """
    under, floors = [], {}
    for language, row in values.items():
        before = old["floors"].get(language, {})
        floors[language] = {}
        for name, value in row.items():
            reached, kept = max(0.0, floor((value - MARGIN) * 1000) / 1000), before.get(name, 0.0)
            floors[language][name] = reached if lower else max(reached, kept)
            if value < kept:
                under.append(f"{language} {name}: {value:.3f} is under the floor of {kept:.3f}")
        under += [f"{language} {name} is no longer measured" for name in before if name not in row]
    if under and not lower:
        raise WouldLower("; ".join(under))
    return {"corpus": corpus, "floors": floors}


def write(*, lower: bool = False, file: Path = FILE) -> dict[str, Any]:
    """Measure the engine and record the floors; raises WouldLower."""
    new = updated(recorded(file), measured(), digest(), lower=lower)
    file.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return new
