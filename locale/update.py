"""Bring the catalogues up to date with the sources: `python locale/update.py` (`make messages`); `--check` only compares.

Reads every string that the code and the templates mark for translation, keeps the translations there are, drops the rest,
and writes django.po (for people) and django.mo (for Django), in Python alone: no gettext programs are needed.
"""

import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import polib
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("id",)
PLURALS = {"id": "nplurals=1; plural=0;"}
LAZY = {f"{name}_lazy": where for name, where in DEFAULT_KEYWORDS.items() if name.endswith("gettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY, "gettext_noop": None}
THEME = (
    "Welcome back to", "All applications", "Apply Filters", "Clear all filters", "Dark", "Light", "System", "Filters", "Type to search",
    "No results found", "No results matching your query", "Reset filters", "Run", "Run the selected action", "Select action",
    "This page yielded into no results. Create a new item or reset your filters.", "General", "More actions", "Go back",
    "Select all rows", "Select record", "Toggle password visibility", "Choose file to upload", "Expand row", "Changes", "Date", "Time",
    "Choose a date from the list below to revert to a previous version of this object",
)  # fmt: skip
"""Words of the admin's theme, which brings no catalogue of its own."""

Message = tuple[str, str, str]
"""Context, singular, plural ("" where there is none)."""


def messages() -> list[Message]:
    """Every marked string of the code and the templates, the theme's words, and the names of the languages that are read."""
    files = sorted((ROOT / "claims" / "extraction" / "languages").glob("*.toml"))
    names = [tomllib.loads(path.read_text("utf-8"))["language"]["name"] for path in files]
    found = [("", words, "") for words in (*THEME, *names)]
    for folder in ("claims", "project"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                found += in_python(path.read_bytes())
    for path in sorted((ROOT / "templates").rglob("*.html")):
        # One line at a time: what is left of a template has no shape that Python's tokenizer would follow over lines.
        for line in templatize(path.read_text("utf-8")).splitlines():
            found += in_python(line.strip().encode())
    return found


def in_python(source: bytes) -> Iterator[Message]:
    """The marked strings of some Python."""
    for _line, words, _comments, context in extract("python", io.BytesIO(source), keywords=KEYWORDS):
        singular, plural = words if isinstance(words, tuple) else (words, "")
        yield context or "", singular, plural


def updated(language: str) -> polib.POFile:
    """The catalogue as it ought to be: the messages there are, with the translations there were."""
    path = catalogue(language)
    old = polib.pofile(str(path)) if path.exists() else polib.POFile()
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in old}
    new = polib.POFile(wrapwidth=120)
    new.metadata = {
        "Project-Id-Version": "Periksa",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS[language],
    }
    entries: dict[tuple[str, str], polib.POEntry] = {}
    for context, singular, plural in messages():
        entry = entries.get((context, singular))
        if entry is None:
            before = known.get((context, singular))
            entry = entries[context, singular] = polib.POEntry(msgctxt=context or None, msgid=singular)
            entry.msgstr = before.msgstr if before else ""
            if plural:
                entry.msgid_plural = plural
                entry.msgstr_plural = before.msgstr_plural if before and before.msgstr_plural else {0: entry.msgstr}
                entry.msgstr = ""
            if "%(" in singular or "%s" in singular:
                entry.flags.append("python-format")
    new.extend(sorted(entries.values(), key=lambda entry: (entry.msgid.lower(), entry.msgctxt or "")))
    return new


def catalogue(language: str) -> Path:
    """Where a language's catalogue is."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def problems(language: str) -> list[str]:
    """What is wrong with the catalogue as it stands, a line each."""
    path, wanted = catalogue(language), updated(language)
    stands = path.read_text("utf-8").strip() if path.exists() else ""
    wrong = [f"{path.name}: not up to date"] if stands != str(wanted).strip() else []
    wrong += [f"{path.name}: no translation of {entry.msgid!r}" for entry in wanted if not entry.translated()]
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != wanted.to_binary():
        wrong.append(f"{compiled.name}: not up to date")
    return wrong


def main() -> None:
    for language in LANGUAGES:
        if "--check" not in sys.argv:
            wanted = updated(language)
            catalogue(language).parent.mkdir(parents=True, exist_ok=True)
            wanted.save(str(catalogue(language)))
            wanted.save_as_mofile(str(catalogue(language).with_suffix(".mo")))
        for problem in problems(language):
            sys.exit(f"{language}: {problem}. Run `make messages` and translate what is empty.")


if __name__ == "__main__":
    main()
